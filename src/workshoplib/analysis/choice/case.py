"""The case: platforms, criteria and people's weights of one workshop, as arrays for the methods of this package."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from workshoplib.analysis.audience import living
from workshoplib.analysis.choice.criteria import ANYTHING, Span, audience, capacity, judged, population
from workshoplib.analysis.choice.smaa import Array
from workshoplib.errors import N_
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Platform
from workshoplib.strategy.platforms import Channel, Judgement, Platforms

LABELS = {
    "audience": N_("Audience"),
    "reach": N_("Reach"),
    "capacity": N_("Capacity"),
    "message": N_("Message"),
    "return": N_("Return"),
}
"""The kit's own criteria; a team's own go by their names."""

_WEIGHTS = {name: f"weight_{name}" for name in LABELS}
_VOICES = {name: "result" if name == "return" else name for name in LABELS}


@dataclass(frozen=True)
class Named:
    """A criterion; ``own`` ones have the team's name, the others a message of the catalogue."""

    key: str
    name: str
    own: bool = False


@dataclass(frozen=True, eq=False)
class Case:
    """m channels, n criteria, k people; scores and weights from 0 to 1, each row of weights sums to one."""

    channels: tuple[Channel, ...]
    criteria: tuple[Named, ...]
    low: Array
    high: Array
    agreed: Array | None
    """(n,): the weights that the group agreed on; None where it gave none."""
    people: Array
    """(k, n): each one's own weights."""
    views: Array
    """(k, m, n): each one's own scores, where they gave none the middle of everybody's."""

    @property
    def middle(self) -> Array:
        """(m, n): the middle of each score's range."""
        return (self.low + self.high) / 2

    @property
    def weights(self) -> Array:
        """(n,): the agreed weights, else the mean of the people's, else all alike."""
        if self.agreed is not None:
            return self.agreed
        return self.people.mean(axis=0) if len(self.people) else np.full(len(self.criteria), 1 / len(self.criteria))


@dataclass(frozen=True)
class _Person:
    """One participant's weights by criterion, and judgements by channel id and field."""

    weights: dict[str, int]
    judged: dict[tuple[str, str], int]


_FIELDS = {"capacity": "readiness", "message": "message_fit", "return": "expected_return"}
"""The criteria on which people judge channels, and the fields in which they do."""


def case_of(strategy: Strategy, facts: Facts, group: Sequence[Platforms] = ()) -> Case | None:
    """The workshop's case; ``group`` are the participants' own proposals. None for fewer than two platforms.

    A criterion takes part once anything is known about any platform there; a weight counts from the first one given.
    """
    channels = _alternatives(strategy.platforms)
    people = [*_voices(strategy.platforms), *(_proposal(part, strategy.platforms, channels) for part in group)]
    rows = [
        (named, [_span(named.key, channel, strategy, facts, people) for channel in channels])
        for named in _criteria(strategy.platforms)
    ]
    known = [(named, spans) for named, spans in rows if any(span is not None for span in spans)]
    if len(channels) < 2 or not known:
        return None
    criteria = tuple(named for named, _ in known)
    ends = np.array([[span or ANYTHING for span in spans] for _, spans in known], dtype=np.float64)
    low, high = ends[..., 0].T, ends[..., 1].T
    agreed = _agreed(strategy.platforms)
    heard = [person for person in people if any(person.weights.get(named.key) for named in criteria)]
    weights = np.array([[person.weights.get(named.key, 0) for named in criteria] for person in heard], dtype=np.float64)
    views = np.array([_view(person, channels, criteria, (low + high) / 2) for person in heard])
    return Case(
        channels,
        criteria,
        low,
        high,
        _scaled([agreed.get(named.key, 0) for named in criteria]),
        weights / weights.sum(axis=1, keepdims=True) if heard else np.zeros((0, len(criteria))),
        views if heard else np.zeros((0, *low.shape)),
    )


def _alternatives(part: Platforms) -> tuple[Channel, ...]:
    found = {_key(channel): channel for channel in reversed(part.channels) if channel.platform}
    return tuple(reversed(found.values()))


def _key(channel: Channel) -> tuple[Platform | None, str]:
    return channel.platform, channel.account.casefold() if channel.platform is Platform.OTHER else ""


def _criteria(part: Platforms) -> Iterator[Named]:
    yield from (Named(key, label) for key, label in LABELS.items())
    yield from (Named(own.id, own.name, own=True) for own in part.criteria if own.name)


def _agreed(part: Platforms) -> dict[str, int]:
    given = {name: getattr(part, field) for name, field in _WEIGHTS.items()}
    given |= {own.id: own.weight for own in part.criteria}
    return {key: weight for key, weight in given.items() if weight is not None}


def _scaled(weights: Sequence[int]) -> Array | None:
    found = np.array(weights, dtype=np.float64)
    return found / found.sum() if found.sum() else None


def _voices(part: Platforms) -> Iterator[_Person]:
    """Those whose weights stand in the document, with their judgements; own criteria weigh for them as agreed."""
    own = {each.id: each.weight for each in part.criteria if each.weight is not None}
    for voice in part.voices:
        weights = {name: getattr(voice, field) for name, field in _VOICES.items()}
        given = {name: weight for name, weight in weights.items() if weight is not None}
        if given:
            theirs = [row for row in part.judgements if row.who == voice.who]
            yield _Person({**own, **given}, dict(_judgements(theirs)))
    heard = {voice.who for voice in part.voices}
    rest = [row for row in part.judgements if row.who not in heard]
    for who in dict.fromkeys(row.who for row in rest):
        yield _Person({}, dict(_judgements([row for row in rest if row.who == who])))


def _judgements(rows: Sequence[Judgement]) -> Iterator[tuple[tuple[str, str], int]]:
    for row in rows:
        for key, field in _FIELDS.items():
            answer = getattr(row, field)
            if answer is not None:
                yield (row.channel, key), answer


def _proposal(part: Platforms, agreed: Platforms, channels: Sequence[Channel]) -> _Person:
    """A participant's proposal; cards are matched by their platform, own criteria by their names."""
    ids = {own.name.casefold(): own.id for own in agreed.criteria if own.name}
    weights = {key: weight for key, weight in _agreed(part).items() if key in LABELS}
    for own in part.criteria:
        if own.weight is not None and own.name.casefold() in ids:
            weights[ids[own.name.casefold()]] = own.weight
    cards = {_key(channel): channel for channel in reversed(part.channels)}
    named = {own.id: ids.get(own.name.casefold(), "") for own in part.criteria}
    answers: dict[tuple[str, str], int] = {}
    for channel in channels:
        card = cards.get(_key(channel))
        if card:
            found = {key: getattr(card, field) for key, field in _FIELDS.items()}
            # A participant's card may score the group's criteria or those of their own making.
            found |= {named.get(row.criterion, row.criterion): row.score for row in card.scores}
            answers |= {(channel.id, key): answer for key, answer in found.items() if answer is not None}
    return _Person(weights, answers)


def _span(key: str, channel: Channel, strategy: Strategy, facts: Facts, people: Sequence[_Person]) -> Span | None:
    if channel.platform is None:
        return None
    personas, country = living(strategy.personas), strategy.organisation.country
    match key:
        case "audience":
            return audience(personas, channel.platform)
        case "reach":
            return population(facts, country, personas, channel.platform) if country else None
        case "capacity":
            return capacity(strategy.organisation, channel, _said(key, channel, people))
        case _:
            return judged(_said(key, channel, people))


def _said(key: str, channel: Channel, people: Sequence[_Person]) -> list[int]:
    agreed = getattr(channel, _FIELDS[key]) if key in _FIELDS else None
    own = [row.score for row in channel.scores if row.criterion == key]
    theirs = [person.judged.get((channel.id, key)) for person in people]
    return [answer for answer in (agreed, *own, *theirs) if answer is not None]


def _view(person: _Person, channels: Sequence[Channel], criteria: Sequence[Named], middle: Array) -> Array:
    found = middle.copy()
    for row, channel in enumerate(channels):
        for column, named in enumerate(criteria):
            answer = person.judged.get((channel.id, named.key))
            if answer is not None:
                found[row, column] = (answer - 1) / 4
    return found

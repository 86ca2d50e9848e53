"""What the desk tells one person: the store's own word on what they may see, made ready for the line.

Nothing is decided here. What others proposed comes from ``store.seen_by`` alone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from workshoplib import places
from workshoplib.facts import Facts
from workshoplib.live import wire
from workshoplib.steps import STEPS, Step
from workshoplib.steps.answers import items_of, title_of
from workshoplib.steps.view import View
from workshoplib.store import Address, Answer, Ref, Room, Seen, Store
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Question, Row, questions
from workshoplib.words import words
from workshoplib.words.notebooks import localised


def seen(store: Store, person: str, language: str, now: datetime) -> wire.Seen:
    """All that this person may see of the step that the room is at."""
    room = store.room()
    place, step = _step(room)
    if step is None or room.ended:
        return wire.Seen(now=now, ended=room.ended)
    # The revisions first: an answer that is newer than its revision asks the person once too often, never too seldom.
    told = store.seen_by(person, step.part)
    agreed, mine = store.strategy(), store.strategy(person)
    say = words(language)
    title, texts = introduction(step.name, language)
    return wire.Seen(
        now=now,
        step=step.name,
        part=step.part,
        place=place,
        steps=len(STEPS),
        title=title or say(step.title),
        texts=texts,
        round=_round(told),
        mine=getattr(mine, step.part).model_dump(mode="json"),
        revisions=tuple(_revisions(told.own)),
        agreed=_agreed(told, getattr(agreed, step.part).model_dump(mode="json")),
        candidates=tuple(_candidates(told)),
        votes=tuple(wire.Given(ref=_ref(ref), dots=dots) for ref, dots in (told.votes or {}).items()),
        totals=tuple(wire.Total(ref=_ref(one.ref), dots=one.dots, voters=one.voters) for one in told.tally),
        options=_options(step.part, (agreed, mine), language, now.date()),
        currency=agreed.organisation.currency or "",
    )


def ref(told: wire.Ref) -> Ref:
    """The proposal that somebody means."""
    return Ref(told.owner, Address(told.part, told.field, told.item))


def is_offered(address: Address, room: Room) -> bool:
    """Whether what stands at an address is something that answers of the room's step may point to."""
    _, step = _step(room)
    return step is not None and f"{address.part}.{address.field}" in _referred_to(dict(PARTS)[step.part])


@cache
def introduction(step: str, language: str) -> tuple[str, tuple[wire.Text, ...]]:
    """The title of a step, and what its notebook says before anything is asked: the question, and what it leads to."""
    notebook = next(one.notebook for one in STEPS if one.name == step)
    path = places.notebooks() / f"{notebook}.ipynb"
    cells = localised(json.loads(path.read_text(encoding="utf-8")), words(language))["cells"]
    title = ""
    texts: list[wire.Text] = []
    for cell in cells:
        if cell["cell_type"] != "markdown":
            break
        for block in "".join(cell["source"]).split("\n\n"):
            if block.startswith("# "):
                title = block.removeprefix("# ").strip()
            else:
                texts += _texts(block)
    return title, tuple(texts)


def _texts(block: str) -> Iterator[wire.Text]:
    """A block of Markdown as plain text: the notebooks use emphasis and lists there, nothing else."""
    if block.startswith("*"):
        yield wire.Text(kind="question", text=block.split("*")[1])
    elif block.startswith("- "):
        for point in block.splitlines():
            yield wire.Text(kind="point", text=_plain(point.removeprefix("- ")))
    elif block.strip():
        yield wire.Text(kind="paragraph", text=_plain(" ".join(block.split())))


def _plain(text: str) -> str:
    return text.replace("*", "").strip()


def _step(room: Room) -> tuple[int, Step | None]:
    return next(((place, one) for place, one in enumerate(STEPS, start=1) if one.name == room.step), (0, None))


def _round(told: Seen) -> wire.Round | None:
    if told.round is None:
        return None
    return wire.Round(
        state=told.round.state.value,
        ends=told.round.ends,
        dots=told.round.dots,
        anonymous=told.round.anonymous,
        reason=told.round.reason,
    )


def _agreed(told: Seen, part: Mapping[str, Any]) -> dict[str, Any]:
    """What of a part the group agreed on since its round began: whole answers, and those items of a list."""
    if told.round is None:
        return {}
    fresh = {address for address, answer in told.agreed.items() if answer.revision > told.round.begun}
    lists = {address.field for address in told.agreed if address.item}
    kept = {name: [one for one in part[name] if Address(told.part, name, one["id"]) in fresh] for name in lists}
    plain = {address.field: part[address.field] for address in fresh if address.field not in lists}
    return {**kept, **plain}


def _revisions(own: Mapping[Address, Answer]) -> Iterator[wire.Revision]:
    for address, answer in own.items():
        yield wire.Revision(field=address.field, item=address.item, revision=answer.revision)


def _candidates(told: Seen) -> Iterator[wire.Candidate]:
    for one in told.candidates:
        yield wire.Candidate(
            ref=_ref(one.ref),
            value=one.value,
            names=tuple(name for name in (one.name, *one.others) if name),
            mine=one.is_mine,
            merged=len(one.merged),
            parked=one.parked,
        )


def _ref(ref: Ref) -> wire.Ref:
    return wire.Ref(owner=ref.owner, part=ref.address.part, field=ref.address.field, item=ref.address.item)


def _options(
    part: str, strategies: Iterable[Strategy], language: str, today: date
) -> dict[str, tuple[tuple[str, str], ...]]:
    """What the references of a part may point to: what the group agreed on, and what the person proposes."""
    views = [View(one, words(language), Facts(places.data() / "facts"), today) for one in strategies]
    return {
        name: tuple({item.id: title_of(item, view) for view in views for item in items_of(view.strategy, name)}.items())
        for name in _referred_to(dict(PARTS)[part])
    }


@cache
def _referred_to(model: type[Row]) -> frozenset[str]:
    return frozenset(asked.refers_to for asked in _questions(model) if asked.refers_to)


def _questions(model: type[Row]) -> Iterator[Question]:
    for asked in questions(model):
        yield asked
        if asked.rows:
            yield from _questions(asked.rows)

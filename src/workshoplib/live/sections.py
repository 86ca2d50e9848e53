"""What the page shows below the step's own text: one section for each state that a round can be in."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Protocol

from ipywidgets import Widget

from workshoplib.forms.widgets import VBox
from workshoplib.live import html, wire
from workshoplib.live.line import Line
from workshoplib.live.reading import Reading
from workshoplib.live.voting import Ballot
from workshoplib.live.writing import Writing
from workshoplib.words import Words

Spot = tuple[str, str, str]
"""Part, field and item of an answer."""


class Section(Protocol):
    """A piece of the page that follows what is seen, and knows whether all that was done in it is saved."""

    widget: Widget

    @property
    def saved(self) -> datetime | None:
        """When something was last saved from here."""

    @property
    def unsaved(self) -> frozenset[Spot]:
        """What is not saved."""

    def show(self, seen: wire.Seen) -> None:
        """Shows what is to be seen now, in the same state of the round."""

    def send_again(self) -> None:
        """Saves what could not be saved, now that the line is back."""


def section(line: Line, seen: wire.Seen, say: Words, changed: Callable[[], None]) -> Section:
    """The section that fits the state that the round is in."""
    match seen.round.state if seen.round else "":
        case "open":
            return Proposing(line, seen, say)
        case "voting":
            return Voting(line, seen, say, changed)
    return Results(seen, say)


class Proposing:
    """The form of one's own proposals."""

    def __init__(self, line: Line, seen: wire.Seen, say: Words) -> None:
        self._part = seen.part
        self._writing = Writing(line, seen, say)
        self._agreed = Agreed(seen, say)
        self.widget = VBox([html.announcement(announced(seen, say)), self._writing.form.widget, self._agreed.widget])

    @property
    def saved(self) -> datetime | None:
        return self._writing.saved

    @property
    def unsaved(self) -> frozenset[Spot]:
        return frozenset((self._part, *place) for place in self._writing.unsaved)

    def show(self, seen: wire.Seen) -> None:
        self._writing.catch_up(seen)
        self._agreed.show(seen)

    def send_again(self) -> None:
        self._writing.send_again()


class Voting:
    """The candidates and one's own dots."""

    def __init__(self, line: Line, seen: wire.Seen, say: Words, changed: Callable[[], None]) -> None:
        self._part = seen.part
        self._ballot = Ballot(line, say, changed)
        self._ballot.show(seen)
        self._agreed = Agreed(seen, say)
        self.widget = VBox([html.announcement(announced(seen, say)), self._ballot.widget, self._agreed.widget])

    @property
    def saved(self) -> datetime | None:
        return self._ballot.saved

    @property
    def unsaved(self) -> frozenset[Spot]:
        return frozenset((self._part, *place) for place in self._ballot.unsaved)

    def show(self, seen: wire.Seen) -> None:
        self._ballot.show(seen)
        self._agreed.show(seen)

    def send_again(self) -> None:
        self._ballot.send_again()


class Agreed:
    """What the group has agreed on since the round began; nothing as long as that is nothing."""

    def __init__(self, seen: wire.Seen, say: Words) -> None:
        self._say = say
        self._shown: tuple[html.Card, ...] = ()
        self.widget = VBox()
        self.widget.add_class("wl-agreed")
        self.show(seen)

    def show(self, seen: wire.Seen) -> None:
        """Shows what there is now."""
        say, state = self._say, seen.round.state if seen.round else ""
        cards = tuple(Reading(seen, say).agreed(seen.agreed)) if state else ()
        if cards != self._shown:
            self._shown = cards
            title = say("What the group agreed on") if state == "closed" else say("Agreed so far")
            self.widget.children = (html.heading(title), _cards(cards, say)) if cards else ()


class Results:
    """What there is to read: proposals, dots, and what the group agreed on."""

    saved: datetime | None = None
    unsaved: frozenset[Spot] = frozenset()

    def __init__(self, seen: wire.Seen, say: Words) -> None:
        self._say = say
        self._shown: wire.Seen | None = None
        self._read = VBox()
        self._agreed = Agreed(seen, say)
        self.widget = VBox([html.announcement(announced(seen, say)), self._read, self._agreed.widget])
        self.show(seen)

    def show(self, seen: wire.Seen) -> None:
        fresh = seen.model_copy(update={"now": None})
        if fresh != self._shown:
            self._shown = fresh
            self._read.children = _results(seen, self._say)
            self._agreed.show(seen)

    def send_again(self) -> None:
        """Nothing is sent from here."""


def announced(seen: wire.Seen, say: Words) -> str:
    """What there is to do now."""
    round = seen.round
    sentences = [say("The facilitator went back: {reason}", reason=round.reason)] if round and round.reason else []
    match round.state if round else "":
        case "open":
            sentences.append(
                say("Write what you think. The others see it only when the facilitator reveals everything.")
            )
            if round and round.anonymous:
                sentences.append(say("Proposals will be shown without names."))
        case "revealed":
            sentences.append(say("This is what all of you propose. Read it, and talk about it."))
        case "voting":
            sentences.append(say("Give your dots to what matters most. The others do not see how you vote."))
        case "agreed":
            sentences += [say("This is how the group voted.")] if any(one.dots for one in seen.totals) else []
            sentences.append(say("What the group agrees on appears below."))
        case "closed":
            sentences.append(say("This step is done. The next one opens soon."))
        case _:
            sentences.append(_before(seen, say))
    return "\n".join(sentences)


def _before(seen: wire.Seen, say: Words) -> str:
    if seen.ended:
        return say("This workshop has ended. Thank you for taking part. You can close this page.")
    if not seen.step:
        return say("The workshop has not begun yet. This page moves on by itself.")
    return say("The facilitator opens this step soon. Until then you can read what it is about.")


def _results(seen: wire.Seen, say: Words) -> tuple[Widget, ...]:
    state = seen.round.state if seen.round else ""
    if not state:
        return ()
    reading = Reading(seen, say)
    if state == "revealed":
        return tuple(_proposals(seen.candidates, reading, say))
    return tuple(_dots(seen, reading, say))


def _proposals(candidates: Sequence[wire.Candidate], reading: Reading, say: Words) -> Sequence[Widget]:
    if not candidates:
        return [html.announcement(say("Nobody has proposed anything here."))]
    by_field = groupby(sorted(candidates, key=lambda one: one.ref.field), key=lambda one: one.ref.field)
    shown: list[Widget] = []
    for field, some in by_field:
        shown += [html.heading(reading.label(field)), _cards([reading.proposal(one) for one in some], say)]
    return shown


def _dots(seen: wire.Seen, reading: Reading, say: Words) -> Sequence[Widget]:
    titles = {one.ref: reading.proposal(one).title for one in seen.candidates}
    counted = [one for one in seen.totals if one.ref in titles]
    if not any(one.dots for one in counted):
        return []
    bars = [html.Bar(titles[one.ref], one.dots, _counted(one, say)) for one in counted]
    return [html.heading(say("The dots")), html.bars(say("Dots by proposal, most first"), bars)]


def _counted(total: wire.Total, say: Words) -> str:
    dots = say.plural("{n} dot", "{n} dots", total.dots)
    if not total.voters:
        return dots
    return say("{dots} from {people}", dots=dots, people=say.plural("{n} person", "{n} people", total.voters))


def _cards(cards: Sequence[html.Card], say: Words) -> Widget:
    return html.cards(cards, say("More"), say("Yours"))

"""Proposals and agreed answers as cards to read: what the form asked, answered in words."""

import secrets
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from workshoplib.forms.control import Setting
from workshoplib.forms.kinds import CONTROLS
from workshoplib.forms.telling import name_of, told
from workshoplib.live import wire
from workshoplib.live.html import Card
from workshoplib.strategy import PARTS
from workshoplib.strategy.fields import Item, Kind, Question, Row, questions
from workshoplib.words import Words


class Reading:
    """Puts the values of one look into words."""

    def __init__(self, seen: wire.Seen, say: Words) -> None:
        self._say = say
        self._model = dict(PARTS)[seen.part]
        self._asked = {asked.name: asked for asked in questions(self._model)}
        self._setting = Setting(
            say, lambda name: seen.options.get(name, ()), seen.currency, secrets.randbelow, CONTROLS
        )

    def label(self, field: str) -> str:
        """What the field of a proposal is called."""
        return self._say(self._asked[field].label)

    def proposal(self, one: wire.Candidate) -> Card:
        """A candidate's card: its title, its answers, and whose it is."""
        card = self._card(one.ref.field, one.value)
        by = self._say.list(one.names) if one.names else ""
        if one.merged and not one.names:
            by = self._say.plural("with {n} more like it", "with {n} more like it", one.merged)
        if one.parked:
            by = "\n".join(filter(None, [by, self._say("Parked: {reason}", reason=one.parked)]))
        return Card(card.title, card.pairs, by, one.mine)

    def agreed(self, part: dict[str, Any]) -> Iterator[Card]:
        """What the group agreed on: a card for each item, and one for each plain answer."""
        value = self._model.model_validate(part)
        for name, asked in self._asked.items():
            answer = getattr(value, name)
            if asked.kind is Kind.ITEMS:
                yield from (self._row(asked, item) for item in answer)
            elif answer != self._model.model_fields[name].get_default():
                yield Card(self._say(asked.label), (("", told(asked, answer, self._setting)),))

    def _card(self, field: str, value: Any) -> Card:
        asked = self._asked[field]
        if asked.kind is Kind.ITEMS and asked.rows:
            try:
                return self._row(asked, asked.rows.model_validate(value))
            except ValidationError:  # written by a newer version, or kept from an older one
                return Card(self._say(asked.one))
        answer = getattr(self._model.model_validate({field: value}), field)
        return Card(told(asked, answer, self._setting) or self._say("(empty)"))

    def _row(self, asked: Question, row: Row) -> Card:
        title = name_of(row, asked.one, self._setting) if isinstance(row, Item) else ""
        shown = row.shown_as if isinstance(row, Item) else ""
        return Card(title, tuple(self._pairs(row, shown)))

    def _pairs(self, row: Row, shown: str) -> Iterator[tuple[str, str]]:
        model = type(row)
        essential = {name: place for place, name in enumerate(model.essential)}
        for asked in sorted(questions(model), key=lambda one: essential.get(one.name, len(essential))):
            answer = getattr(row, asked.name)
            if asked.name != shown and answer != model.model_fields[asked.name].get_default():
                text = told(asked, answer, self._setting)
                if text:
                    yield self._setting.label(asked), text

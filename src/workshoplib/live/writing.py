"""The form of one's own proposals, bound to the line: what is typed goes to the desk, which says what became of it.

A change whose answer got lost may have been saved. It keeps its number and is sent again before anything else is
changed in the same place, so it is saved once, and the next change knows the revision that it follows.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from workshoplib import forms
from workshoplib.forms import Change, Form, Outcome
from workshoplib.live import wire
from workshoplib.live.line import Cut, Line, Refused
from workshoplib.strategy import PARTS
from workshoplib.strategy.fields import Part
from workshoplib.words import Words

Place = tuple[str, str]
"""Field and item."""


class Writing:
    """A form, and what is known of each of its answers being saved."""

    def __init__(self, line: Line, seen: wire.Seen, say: Words) -> None:
        self._line = line
        self._say = say
        self._seen = seen
        self._model: type[Part] = dict(PARTS)[seen.part]
        self._revisions: dict[Place, int] = {}
        self._unanswered: dict[Place, Mapping[str, Any]] = {}
        self.saved: datetime | None = None
        self.form: Form[Part] = forms.form(
            self._model,
            self._model.model_validate(seen.mine),
            self._save,
            say=say,
            options=lambda name: self._seen.options.get(name, ()),
            currency=seen.currency,
        )
        self._look(frozenset())

    @property
    def unsaved(self) -> frozenset[Place]:
        """The answers on the screen that are not saved."""
        return self.form.unsaved | self._unanswered.keys()

    def catch_up(self, seen: wire.Seen) -> None:
        """Brings into the form what was changed elsewhere: on another device, or by the facilitator."""
        self._seen = seen
        self._look(self.form.refresh(self._model.model_validate(seen.mine)))

    def send_again(self) -> None:
        """Saves what could not be saved, now that the line is back."""
        for place in tuple(self._unanswered):
            self._settled(place)
        self.form.send_again()

    def _save(self, change: Change) -> Outcome:
        place = (change.field, change.item)
        earlier = self._unanswered.get(place)
        if earlier and (earlier["action"], earlier["value"]) == (change.action, change.value):
            return self._sent(place, earlier)
        if earlier:
            outcome = self._settled(place)
            if place in self._unanswered:
                return outcome
        return self._sent(place, self._put(change))

    def _settled(self, place: Place) -> Outcome:
        """What became of a change whose answer got lost."""
        return self._sent(place, self._unanswered[place])

    def _put(self, change: Change) -> Mapping[str, Any]:
        return {
            "op_id": secrets.token_hex(16),
            "part": self._seen.part,
            "field": change.field,
            "item": change.item,
            "action": change.action,
            "value": change.value,
            "base": self._revisions.get((change.field, change.item), 0),
        }

    def _sent(self, place: Place, put: Mapping[str, Any]) -> Outcome:
        self._unanswered[place] = put
        try:
            kept = wire.Kept.model_validate(self._line.ask("save", writes=[put]))
        except Cut as cut:
            return forms.Refused(self._say.error(cut))
        except Refused as refused:
            del self._unanswered[place]
            return self._refused(place, refused)
        del self._unanswered[place]
        self._revisions[place] = kept.revisions[-1]
        self.saved = kept.at.astimezone()
        return forms.Kept(self.saved, kept.dropped)

    def _refused(self, place: Place, refused: Refused) -> Outcome:
        if refused.theirs is None:
            return forms.Refused(self._say.error(refused))
        self._revisions[place] = refused.theirs["revision"]
        return forms.Refused(self._say.error(refused), theirs=refused.theirs["value"])

    def _look(self, left: frozenset[Place]) -> None:
        """Remembers the revision of every answer that the form now shows; those that it ``left`` are as they were."""
        for one in self._seen.revisions:
            if (one.field, one.item) not in left | self._unanswered.keys():
                self._revisions[one.field, one.item] = one.revision

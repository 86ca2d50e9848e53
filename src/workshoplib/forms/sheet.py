"""The plain fields of a part: each is saved by itself, as soon as it has changed and makes sense."""

from collections.abc import Callable
from functools import partial
from typing import Any

from ipywidgets import Widget
from pydantic import ValidationError

from workshoplib.forms.change import Change, Kept, Outcome, Refused
from workshoplib.forms.control import Setting
from workshoplib.forms.known import Known, as_json
from workshoplib.forms.marks import conflict
from workshoplib.forms.record import Field, Record
from workshoplib.forms.status import Status, dropped_from
from workshoplib.forms.telling import told
from workshoplib.forms.widgets import VBox
from workshoplib.strategy.fields import Part, Question


class Sheet:
    """The fields of a part and what is known of their being saved."""

    def __init__(
        self,
        known: Known,
        setting: Setting,
        on_change: Callable[[Change], Outcome],
        lists: Callable[[Question], Widget],
    ) -> None:
        self._known = known
        self._setting = setting
        self._on_change = on_change
        self._record: Record[Part] = Record(known.part, setting, self._heard, lists=lists)
        self._status = Status(setting.say)
        self._undecided: set[str] = set()
        self.widget = VBox([self._record.widget, self._status.widget])

    @property
    def unsaved(self) -> frozenset[str]:
        """The fields where something stands that is not saved."""
        return frozenset(field.asked.name for field in self._record.fields if field.control.touched)

    def refresh(self) -> frozenset[str]:
        """Shows what is known now; returns the fields where something unsaved stands and was left alone."""
        self._record.refresh(self._known.part)
        return self.unsaved

    def send_again(self) -> None:
        """Tries once more to save what stands in the fields and is not."""
        if self.unsaved:
            self._heard()

    def _heard(self) -> None:
        whole = self._record.checked()
        typed = self._record.answers()
        outcomes = [(field, self._save(field, answer, typed)) for field, answer in self._answered(whole, typed)]
        self._record.settle()
        self._tell([(field, outcome) for field, outcome in outcomes if outcome])

    def _answered(self, whole: Part | None, typed: dict[str, Any]) -> list[tuple[Field, Any]]:
        """The answers that may be saved: all that changed, or where something is wrong, those that fit alone."""
        changed = [field for field in self._record.fields if field.control.touched and not field.wrong]
        open_to_save = [field for field in changed if field.asked.name not in self._undecided]
        if whole:
            return [(field, getattr(whole, field.asked.name)) for field in open_to_save]
        return [pair for field in open_to_save for pair in self._alone(field, typed[field.asked.name])]

    def _alone(self, field: Field, typed: object) -> list[tuple[Field, Any]]:
        name = field.asked.name
        try:
            return [(field, getattr(self._known.trial(**{name: typed}), name))]
        except ValidationError:
            return []

    def _save(self, field: Field, answer: object, typed: dict[str, Any]) -> Outcome | None:
        name = field.asked.name
        if answer == getattr(self._known.part, name):
            field.control.show(answer)
            return None
        value = as_json(self._known.part.model_copy(update={name: answer}), name)
        outcome = self._on_change(Change(name, "", "put", value))
        match outcome:
            case Kept(at, dropped):
                self._keep(field, answer)
                return Kept(at, dropped + dropped_from(typed[name]))
            case Refused(theirs=theirs) if theirs is not None:
                self._meet(field, answer, outcome)
        return outcome

    def _keep(self, field: Field, answer: object) -> None:
        self._known.keep(**{field.asked.name: answer})
        self._record.keep(self._known.part)
        field.control.show(answer)

    def _meet(self, field: Field, mine: object, refused: Refused) -> None:
        """Shows both versions; until the person has chosen, nothing more is sent from this field."""
        name, setting = field.asked.name, self._setting
        theirs = getattr(type(self._known.part).model_validate({name: refused.theirs}), name)
        self._undecided.add(name)
        difference = (
            setting.say(field.asked.label),
            told(field.asked, mine, setting),
            told(field.asked, theirs, setting),
        )
        keep_mine = partial(self._decide, field)
        use_theirs = partial(self._decide, field, theirs=theirs)
        field.marks.attach(conflict(refused.message, [difference], setting.say, keep_mine, use_theirs))

    def _decide(self, field: Field, **theirs: object) -> None:
        self._undecided.discard(field.asked.name)
        field.marks.attach(None)
        if theirs:
            self._keep(field, theirs["theirs"])
            self._status.blank()
        self._heard()

    def _tell(self, outcomes: list[tuple[Field, Outcome]]) -> None:
        refused = [outcome for _, outcome in outcomes if isinstance(outcome, Refused)]
        kept = [(field, outcome) for field, outcome in outcomes if isinstance(outcome, Kept)]
        some_wait = self._record.wrong or bool(self._undecided)
        if kept:
            all_kept = Kept(kept[-1][1].at, sum(one.dropped for _, one in kept))
            self._record.note((field for field, _ in kept), self._status.kept(all_kept, some_wait=some_wait))
        if refused:
            self._status.refused(refused[0])
        elif some_wait and not kept:
            self._status.waits()

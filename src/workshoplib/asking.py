"""A form that lives: it writes each change to the store, and shows what others change meanwhile."""

import secrets
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workshoplib.errors import WorkshopError
from workshoplib.steps.answers import items_of, title_of
from workshoplib.steps.view import View
from workshoplib.store import Address, Stale, Store, Write
from workshoplib.strategy import PARTS
from workshoplib.strategy.fields import Part

if TYPE_CHECKING:
    from workshoplib.forms import Change, Form, Outcome


class Asking:
    """The form of one part, bound to the store.

    ``view`` gives a fresh look at the strategy each time it is called. The form is shown at the revision that it was
    filled from; a change against an answer that somebody else has changed since is refused by the store, and the form
    offers both.
    """

    def __init__(self, store: Store, part: str, author: str, owner: str, fresh_view: Callable[[], View]) -> None:
        from workshoplib.forms import form

        self._store, self._part, self._author, self._owner = store, part, author, owner
        self._fresh_view = fresh_view
        self._view = fresh_view()
        self._seen: dict[Address, int] = {}
        self.form: Form[Part] = form(
            dict(PARTS)[part],
            getattr(self._view.strategy, part),
            self._save,
            say=self._view.say,
            options=self._options,
            currency=self._view.strategy.organisation.currency or "",
        )
        self._look(frozenset())

    def catch_up(self) -> None:
        """Brings into the form what has been written since it last looked."""
        self._view = self._fresh_view()
        self._look(self.form.refresh(getattr(self._view.strategy, self._part)))

    def _save(self, change: "Change") -> "Outcome":
        from workshoplib.forms import Kept, Refused

        address = Address(self._part, change.field, change.item)
        base = self._seen.get(address, 0)
        write = Write(secrets.token_hex(16), address, change.action, change.value, base, self._owner)
        try:
            saved = self._store.save(self._author, write)
        except Stale as stale:
            self._seen[address] = stale.theirs.revision
            stale.values["at"] = stale.at and stale.at.astimezone()
            return Refused(self._view.say.error(stale), theirs=stale.theirs.value)
        except WorkshopError as error:
            return Refused(self._view.say.error(error))
        self._seen[address] = saved.revision
        return Kept(saved.at.astimezone(), saved.dropped)

    def _options(self, refers_to: str) -> Sequence[tuple[str, str]]:
        view = self._fresh_view()
        return [(item.id, title_of(item, view)) for item in items_of(view.strategy, refers_to)]

    def _look(self, left: frozenset[tuple[str, str]]) -> None:
        """Remembers the revision of every answer that the form now shows; those that it ``left`` are as they were."""
        answers = self._store.answers(self._part, self._owner)
        self._seen |= {
            address: answer.revision for address, answer in answers.items() if (address.field, address.item) not in left
        }

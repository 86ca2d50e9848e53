"""A list of items: a line for each, and the fields of those that are open."""

from collections.abc import Callable

from pydantic import ValidationError

from workshoplib.forms.change import Change, Kept, Outcome, Refused
from workshoplib.forms.control import Setting, button, focus
from workshoplib.forms.html import prose
from workshoplib.forms.known import Known
from workshoplib.forms.marks import conflict
from workshoplib.forms.record import Record
from workshoplib.forms.status import Status, dropped_from
from workshoplib.forms.telling import differences, name_of
from workshoplib.forms.widgets import HBox, VBox
from workshoplib.strategy.fields import Item, Question
from workshoplib.strategy.ids import new_id


class Entry:
    """An item in a list: its line and, made when it is first opened, its editor.

    ``item`` is what the fields started from or were last saved as; ``saved`` says whether it is in the list that others
    see. A new one is not until somebody has written in it, a removed one is no more.
    """

    def __init__(self, item: Item, of: "ItemList", *, saved: bool) -> None:
        self.item = item
        self.saved = saved
        self.gone = False
        self.was_saved = False
        self._of = of
        self._editor: Editor | None = None
        self.head = button("", of.setting.say("Opens or closes the fields"), self._toggle, "wf-head")
        self.widget = VBox([self.head])
        self.widget.add_class("wf-entry")
        self.widget.add_class(f"wf-item-{item.id}")  # so that a page finds the fields of an item again

    @property
    def editor(self) -> "Editor":
        """The item's fields, made when they are first asked for."""
        if self._editor is None:
            self._editor = Editor(self, self._of)
        return self._editor

    @property
    def is_open(self) -> bool:
        return not self.gone and len(self.widget.children) > 1

    @property
    def touched(self) -> bool:
        """Whether something was written that is not saved."""
        return self._editor is not None and self._editor.record.touched

    def open(self) -> None:
        """Shows the fields beneath the line."""
        self.gone = False
        self.head.add_class("wf-open")
        self.widget.children = (self.head, self.editor.widget)

    def close(self) -> None:
        """Shows the line alone; what was written stays in the fields."""
        self.gone = False
        self.head.remove_class("wf-open")
        self.widget.children = (self.head,)

    def put_away(self) -> None:
        """Leaves a strip where the item was, from which it can be brought back."""
        self.gone, self.was_saved, self.saved = True, self.saved, False
        say, name = self._of.setting.say, self._of.name(self)
        undo = button(say("Undo"), say("Brings it back: {name}", name=name), lambda: self._of.bring_back(self))
        strip = HBox([prose(say("Removed: {name}", name=name), "wf-gone"), undo])
        strip.add_class("wf-strip")
        self.widget.children = (strip,)
        focus(undo)

    def entitle(self, place: int, last: int) -> None:
        """Writes the line anew: its place in the list, its name, and whether something is not saved."""
        name = self._of.name(self)
        told = self._of.setting.say("{name} (not saved)", name=name) if self.touched else name
        self.head.description = f"{place}. {told}"
        if self._editor is not None:
            self._editor.up.disabled = place == 1
            self._editor.down.disabled = place == last

    def refresh(self, item: Item) -> bool:
        """Shows an item that may have been changed elsewhere; whether something unsaved was left alone."""
        if self.gone:
            self.close()
        self.item, self.saved = item, True
        return self._editor is not None and self._editor.record.refresh(item)

    def _toggle(self) -> None:
        if self.is_open:
            self.close()
        else:
            self.open()
        self._of.entitle()


class Editor:
    """The fields of one item, what can be done with it, and whether it is saved."""

    def __init__(self, entry: Entry, of: "ItemList") -> None:
        self._entry = entry
        self._of = of
        self._undecided = False
        self.record: Record[Item] = Record(entry.item, of.setting, self.heard)
        self._status = Status(of.setting.say)
        say = of.setting.say
        self.up = button(say("Up"), say("Moves it one place up"), lambda: of.move(entry, -1))
        self.down = button(say("Down"), say("Moves it one place down"), lambda: of.move(entry, +1))
        actions = HBox(
            [
                button(say("Close"), say("Closes the fields"), self._close, "wf-main"),
                self.up,
                self.down,
                button(say("Duplicate"), say("Adds a copy below"), lambda: of.duplicate(entry)),
                button(say("Remove"), say("Removes it; you can undo that"), lambda: of.remove(entry), "wf-danger"),
            ]
        )
        actions.add_class("wf-actions")
        self.widget = VBox([self.record.widget, self._status.widget, actions])
        self.widget.add_class("wf-editor")

    def _close(self) -> None:
        self._entry.close()
        focus(self._entry.head)

    def heard(self) -> None:
        """Saves what stands in the fields, if it has changed and makes sense, and says what became of it."""
        item = self.record.checked()
        if item is None:
            self._status.waits()
        elif item == self._entry.item:
            self.record.show(item)
            self._status.blank()
        elif not self._undecided:
            self._save(item)
        self.record.settle()
        self._of.entitle()

    def _save(self, item: Item) -> None:
        dropped = dropped_from(self.record.answers())
        touched = [field for field in self.record.fields if field.control.touched]
        try:
            outcome = self._of.put(self._entry, item)
        except ValidationError as error:
            for _, sentence in self._of.setting.objections(error):
                self.record.mark((), sentence)
            self._status.waits()
            return
        match outcome:
            case Kept(at, more):
                self.record.note(touched, self._status.kept(Kept(at, dropped + more)))
                self.record.show(item)
            case Refused(theirs=theirs):
                self._status.refused(outcome)
                if theirs is not None:
                    self._meet(item, type(item).model_validate(theirs), outcome)

    def _meet(self, mine: Item, theirs: Item, refused: Refused) -> None:
        """Shows both versions; until the person has chosen, nothing more is sent from this item."""
        self._undecided = True
        setting = self._of.setting
        panel = conflict(
            refused.message,
            differences(mine, theirs, setting),
            setting.say,
            self._keep_mine,
            lambda: self._use_theirs(theirs),
        )
        self.record.attach(panel)

    def _keep_mine(self) -> None:
        self._undecided = False
        self.record.attach(None)
        self.heard()

    def _use_theirs(self, theirs: Item) -> None:
        self._of.take(self._entry, theirs)
        self.record.show(theirs)
        self._keep_mine()


class ItemList:
    """The items of one field of a part."""

    def __init__(self, asked: Question, known: Known, setting: Setting, on_change: Callable[[Change], Outcome]) -> None:
        assert asked.rows is not None  # noqa: S101 - a list's type names its items; told to the type checker
        assert issubclass(asked.rows, Item)  # noqa: S101 - as above
        self.setting = setting
        self._asked = asked
        self._model: type[Item] = asked.rows
        self._known = known
        self._on_change = on_change
        self._entries = [Entry(item, self, saved=True) for item in known.items(asked.name)]
        self._stack = VBox()
        self._stack.add_class("wf-entries")
        self._status = Status(setting.say)
        say, one = setting.say, setting.say(asked.one)
        self.widget = VBox(
            [
                prose(say(asked.label), "wf-title"),
                prose(say(asked.help), "wf-help"),
                self._stack,
                self._status.widget,
                button(say("+ {one}", one=one), say("Adds one at the end"), self._add, "wf-main"),
            ]
        )
        self.widget.add_class("wf-list")
        self.widget.add_class(f"wf-at-{asked.name}")
        self._stack_up()

    @property
    def unsaved(self) -> frozenset[str]:
        """The ids of the items in whose fields something stands that is not saved."""
        return frozenset(entry.item.id for entry in self._entries if entry.touched and not entry.gone)

    def send_again(self) -> None:
        """Tries once more to save the items in which something stands that is not."""
        for entry in self._entries:
            if entry.touched and not entry.gone:
                entry.editor.heard()

    def name(self, entry: Entry) -> str:
        """What an entry is called."""
        return name_of(entry.item, self._asked.one, self.setting)

    def entitle(self) -> None:
        """Writes all lines anew."""
        there = [entry for entry in self._entries if not entry.gone]
        for place, entry in enumerate(there, start=1):
            entry.entitle(place, len(there))

    def refresh(self) -> frozenset[str]:
        """Shows the items that are known now; returns the ids where something unsaved stands and was left alone."""
        items = {item.id: item for item in self._known.items(self._asked.name)}
        shown = {entry.item.id: entry for entry in self._entries}
        entries = [shown.get(id) or Entry(item, self, saved=True) for id, item in items.items()]
        left = {entry.item.id for entry in entries if entry.refresh(items[entry.item.id])}
        for place, entry in enumerate(self._entries):
            if entry.item.id not in items and (entry.gone or entry.touched or not entry.saved):
                left |= {entry.item.id} if entry.saved else set()
                entry.saved = False
                entries.insert(place, entry)
        self._entries = entries
        self._stack_up()
        return frozenset(left)

    def put(self, entry: Entry, item: Item) -> Outcome:
        """Sends an item, and the order where it is new and not the last; ValidationError where it does not fit in."""
        items = tuple(item if one is entry else one.item for one in self._entries if one.saved or one is entry)
        self._known.trial(**{self._asked.name: items})
        outcome = self._on_change(Change(self._asked.name, item.id, "put", item.model_dump(mode="json")))
        if isinstance(outcome, Kept):
            known = self._known.items(self._asked.name)
            stands_last = items[-1] is item
            is_new = not entry.saved
            self.take(entry, item)
            if is_new and not stands_last:
                self._know((*known, item))
                self._send_order()
        return outcome

    def take(self, entry: Entry, item: Item) -> None:
        """Takes an item over as saved."""
        entry.item, entry.saved = item, True
        self._know(tuple(one.item for one in self._entries if one.saved))

    def move(self, entry: Entry, step: int) -> None:
        """Moves an entry; back again where the new order is refused."""
        before = list(self._entries)
        there = [one for one in self._entries if not one.gone]
        neighbour = there[there.index(entry) + step]
        at = self._entries.index(neighbour)
        self._entries.remove(entry)
        self._entries.insert(at, entry)
        if isinstance(self._send_order(), Refused):
            self._entries = before
        self._stack_up()
        up, down = entry.editor.up, entry.editor.down
        first, second = (up, down) if step < 0 else (down, up)
        focus(second if first.disabled else first)

    def duplicate(self, entry: Entry) -> None:
        """Adds a copy below, as it was last saved."""
        copy = Entry(entry.item.model_copy(update={"id": self._new_id()}), self, saved=False)
        self._entries.insert(self._entries.index(entry) + 1, copy)
        if self._put_and_tell(copy):
            copy.open()
        else:
            self._entries.remove(copy)
        self._stack_up()

    def remove(self, entry: Entry) -> None:
        """Removes an entry and leaves a strip to bring it back by."""
        if entry.saved:
            outcome = self._on_change(Change(self._asked.name, entry.item.id, "remove", None))
            self._tell(outcome)
            if isinstance(outcome, Refused):
                return
            self._know(tuple(one.item for one in self._entries if one.saved and one is not entry))
        entry.put_away()
        self.entitle()

    def bring_back(self, entry: Entry) -> None:
        """Puts a removed entry where it was; one that was never saved only comes back to the screen."""
        if entry.was_saved and not self._put_and_tell(entry):
            return
        entry.open()
        self.entitle()

    def _put_and_tell(self, entry: Entry) -> bool:
        try:
            outcome = self.put(entry, entry.item)
        except ValidationError as error:
            outcome = Refused("\n".join(sentence for _, sentence in self.setting.objections(error)))
        self._tell(outcome)
        return isinstance(outcome, Kept)

    def _add(self) -> None:
        entry = Entry(self._model(id=self._new_id()), self, saved=False)
        self._entries.append(entry)
        entry.open()
        self._stack_up()
        entry.editor.record.fields[0].control.focus()

    def _send_order(self) -> Outcome | None:
        """Sends the order on the screen, unless it is the one that is known."""
        items = tuple(one.item for one in self._entries if one.saved)
        ids = [item.id for item in items]
        if ids == [item.id for item in self._known.items(self._asked.name)]:
            return None
        outcome = self._on_change(Change(self._asked.name, "", "put", ids))
        if isinstance(outcome, Kept):
            self._know(items)
        self._tell(outcome)
        return outcome

    def _know(self, items: tuple[Item, ...]) -> None:
        self._known.keep(**{self._asked.name: items})

    def _tell(self, outcome: Outcome) -> None:
        if isinstance(outcome, Kept):
            self._status.kept(outcome)
        else:
            self._status.refused(outcome)

    def _new_id(self) -> str:
        return new_id(self.setting.below)

    def _stack_up(self) -> None:
        widgets = tuple(entry.widget for entry in self._entries)
        if widgets != self._stack.children:
            self._stack.children = widgets
        self.entitle()

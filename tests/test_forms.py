"""Forms, without a browser: what a person does is set on the widgets, what the form sends is read from the changes."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, ClassVar, Self

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from ipywidgets import Widget
from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.forms import Change, Form, Kept, Outcome, Refused, form
from workshoplib.forms.kinds import CONTROLS
from workshoplib.forms.weeks import hours_in, hours_written
from workshoplib.forms.widgets import HTML, Button, RadioButtons, Textarea
from workshoplib.strategy import fields as ask
from workshoplib.strategy.fields import (
    Choice,
    Item,
    Kind,
    Money,
    Part,
    Reference,
    Row,
    Span,
    Text,
    WeekHours,
    questions,
)
from workshoplib.strategy.goals import Goal, Goals, GoalStatus, GoalType, Milestone
from workshoplib.words import words

AT = datetime(2027, 1, 31, 14, 3, 22)
PEOPLE = [("anna", "Anna"), ("bo", "Bo <b>"), ("cleo", "Cleo")]


class Colour(Choice):
    RED = "red", "Red"
    BLUE = "blue", "Blue"
    GREEN = "green", "Green"


class Stop(Row):
    place: Text = ask.text("Place", "Where.", limit=20)
    minutes: int | None = ask.whole("Minutes", "How long.")


class Trip(Item):
    shown_as: ClassVar = "title"
    essential: ClassVar = ("title", "start", "end")

    title: Text = ask.text("Title", "What you call it.", limit=40)
    start: date | None = ask.day("Start", "First day.")
    end: date | None = ask.day("End", "Last day.")
    guide: Reference = ask.reference("Guide", "Who leads.", "organisation.people")
    stops: tuple[Stop, ...] = ask.table("Stops", "On the way.", "Stop", most=3)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ask.objection(
                N_("The trip ends on {end}, before it starts on {start}."), start=self.start, end=self.end
            )
        return self


class Demo(Part):
    """A question of every kind."""

    line: Text = ask.text("Line", "A line.", limit=40)
    lines: Text = ask.long_text("Lines", "Several.", limit=200)
    yes: bool = ask.flag("Agreed", "Yes or no.")
    count: int | None = ask.whole("Count", "Whole.", unit="pieces", high=1000)
    figure: float | None = ask.number("Figure", "Any.", low=None)
    price: Money | None = ask.money("Price", "Money.")
    share: float | None = ask.percent("Share", "Of all.")
    mood: int | None = ask.scale("Mood", "How it feels.", "Awful", "Great")
    ages: Span | None = ask.span("Ages", "From and to.", low=13, high=99)
    when: date | None = ask.day("When", "A day.")
    hour: time | None = ask.clock("At", "A time.")
    colour: Colour | None = ask.choice("Colour", "One.")
    fallback: Colour = ask.choice("Paint", "One, red until told.", default=Colour.RED)
    colours: tuple[Colour, ...] = ask.choices("Colours", "Several.")
    words: tuple[Text, ...] = ask.tags("Words", "Short.", most=5)
    person: Reference = ask.reference("Person", "Who.", "organisation.people")
    people: tuple[Reference, ...] = ask.references("People", "Who all.", "organisation.people")
    hours: WeekHours = ask.week("Hours", "When they are there.")
    stops: tuple[Stop, ...] = ask.table("Stops", "Lines.", "Stop", most=10)
    trips: tuple[Trip, ...] = ask.items("Trips", "Items.", "Trip", most=4)


class Plan(Part):
    trips: tuple[Trip, ...] = ask.items("Trips", "Items.", "Trip", most=4)


class Letter(Part):
    essential: ClassVar = ("pages", "opening")

    opening: Text = ask.text("Opening", "A long line.", limit=300)
    ending: Text = ask.text("Ending", "A short line.", limit=40)
    pages: int | None = ask.whole("Pages", "How many.", unit="pages")


LETTER = {"Opening", "Ending", "Pages"}


class Book:
    """Who keeps the answers, for a test: writes down each change, and says what it is told to say."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.says: list[Outcome] = []

    def __call__(self, change: Change) -> Outcome:
        self.changes.append(change)
        return self.says.pop(0) if self.says else Kept(AT)


class Filled:
    """A form with the hands of a person."""

    def __init__(self, value: Part, language: str = "en") -> None:
        self.book = Book()
        ids = iter(range(10_000))
        self.form: Form[Part] = form(
            type(value),
            value,
            self.book,
            say=words(language),
            options=lambda _: PEOPLE,
            currency="NOK",
            below=lambda n: next(ids) % n,
        )

    def all(self, of: type[Widget] = Widget, within: Widget | None = None) -> Iterator[Any]:
        box = self.form.widget if within is None else within
        if isinstance(box, of):
            yield box
        for child in getattr(box, "children", ()):
            yield from self.all(of, child)

    def box(self, label: str, nth: int = 0) -> Any:
        found = [one for one in self.all() if getattr(one, "description", None) == label]
        assert found, f"no {label!r} in {[one.description for one in self.all() if getattr(one, 'description', '')]}"
        return found[nth]

    def rate(self, place: int) -> None:
        """Picks a place on the only scale."""
        next(self.all(RadioButtons)).index = place

    def press(self, text: str, nth: int = 0) -> None:
        button = self.box(text, nth)
        assert isinstance(button, Button)
        assert not button.disabled
        button.click()

    def has(self, text: str) -> bool:
        return any(getattr(one, "description", None) == text for one in self.all())

    @property
    def lines(self) -> list[str]:
        """The lines of the items, from top to bottom."""
        return [one.description for one in self.all(Button) if "wf-head" in one._dom_classes]

    @property
    def said(self) -> str:
        """All that the form says but its look."""
        return "\n".join(one.value for one in self.all(HTML) if "<style>" not in one.value)

    @property
    def sent(self) -> list[tuple[str, str, str, object]]:
        return [(one.field, one.item, one.action, one.value) for one in self.book.changes]


def trips(*titles: str) -> Plan:
    return Plan(trips=tuple(Trip(id=f"t{place}", title=title) for place, title in enumerate(titles)))


def two_boxes(filled: Filled) -> None:
    filled.box("From").value = "18"
    filled.box("To").value = "30"


def stop(filled: Filled) -> None:
    filled.press("+ Stop")
    filled.box("Place").value = "Bergen"


def pick(label: str, index: int) -> Callable[[Filled], None]:
    return lambda filled: setattr(filled.box(label), "index", index)


def write(label: str, typed: object) -> Callable[[Filled], None]:
    return lambda filled: setattr(filled.box(label), "value", typed)


def tick(label: str) -> Callable[[Filled], None]:
    return write(label, typed=True)


EVERY_KIND: list[tuple[Callable[[Filled], None], str, object]] = [
    (write("Line", "Hei"), "line", "Hei"),
    (write("Lines", "a\nb"), "lines", "a\nb"),
    (tick("Agreed"), "yes", True),
    (write("Count (pieces)", "1 000"), "count", 1000),
    (write("Figure", "12 500,50"), "figure", 12500.5),
    (write("Price (NOK)", "12 500,50"), "price", 12500.5),
    (write("Share (%)", "30 %"), "share", 30.0),
    (lambda filled: filled.rate(4), "mood", 5),
    (two_boxes, "ages", {"low": 18, "high": 30}),
    (write("When", "6.1.2027"), "when", "2027-01-06"),
    (write("At", "14.30"), "hour", "14:30:00"),
    (pick("Colour", 2), "colour", "blue"),
    (pick("Paint", 2), "fallback", "green"),
    (tick("Green"), "colours", ["green"]),
    (write("Words", "one, two\n three "), "words", ["one, two", "three"]),
    (pick("Person", 1), "person", "anna"),
    (tick("Cleo"), "people", ["cleo"]),
    (write("Tuesday", "7-9, 17"), "hours", {**WeekHours().model_dump(mode="json"), "tue": [7, 8, 17]}),
    (stop, "stops", [{"place": "Bergen", "minutes": None}]),
]


def test_every_kind_has_a_control() -> None:
    assert set(Kind) - set(CONTROLS) == {Kind.ITEMS}


def test_the_demo_asks_every_kind() -> None:
    assert {asked.kind for asked in questions(Demo)} == set(Kind)


@pytest.mark.parametrize(("act", "field", "value"), EVERY_KIND, ids=[field for _, field, _ in EVERY_KIND])
def test_an_answer_of_every_kind_is_sent_once_as_json(act: Callable[[Filled], None], field: str, value: object) -> None:
    filled = Filled(Demo())
    act(filled)
    assert filled.sent == [(field, "", "put", value)]


FULL = Demo(
    line="Hei",
    lines="a\nb",
    yes=True,
    count=1000,
    figure=1234.56789,
    price=Decimal("12500.50"),
    share=12.5,
    mood=1,
    ages=Span(low=18, high=30),
    when=date(2027, 1, 6),
    hour=time(14, 30),
    colour=Colour.BLUE,
    fallback=Colour.GREEN,
    colours=(Colour.GREEN, Colour.RED),
    words=("one, two", "three"),
    person="bo",
    people=("cleo", "gone"),
    hours=WeekHours(tue=(7, 8, 17)),
    stops=(Stop(place="Bergen", minutes=5), Stop(place="Oslo")),
    trips=(Trip(id="t0", title="North", start=date(2027, 1, 6)),),
)


@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_a_full_part_is_shown_without_being_sent(language: str) -> None:
    assert Filled(FULL, language).sent == []


@pytest.mark.parametrize("language", ["en", "nb", "sv", "da"])
def test_changing_one_answer_leaves_all_others_as_they_were(language: str) -> None:
    filled = Filled(FULL, language)
    next(one for one in filled.all() if getattr(one, "value", "") == "Hei").value = "Hello"
    assert filled.sent == [("line", "", "put", "Hello")]


def test_an_emptied_box_is_no_answer() -> None:
    filled = Filled(FULL)
    filled.box("Count (pieces)").value = " "
    assert filled.sent == [("count", "", "put", None)]


def test_an_emptied_scale_is_no_answer() -> None:
    filled = Filled(FULL)
    filled.rate(5)
    assert filled.sent == [("mood", "", "put", None)]


def test_an_untouched_scale_is_not_answered() -> None:
    scale = next(Filled(Demo()).all(RadioButtons))
    assert scale.label == "Not answered"


def test_a_choice_with_a_default_offers_no_empty_answer() -> None:
    assert [label for label, _ in Filled(Demo()).box("Paint").options] == ["Red", "Blue", "Green"]


def test_a_saved_number_is_written_as_the_language_does() -> None:
    filled = Filled(Demo(), "nb")
    filled.box("Price (NOK)").value = "12500,5"
    assert filled.box("Price (NOK)").value == "12\N{NO-BREAK SPACE}500,50"


def test_the_same_value_written_otherwise_is_not_sent() -> None:
    filled = Filled(Demo(count=1000))
    filled.box("Count (pieces)").value = "1000"
    assert filled.sent == []


def test_the_time_of_saving_is_told() -> None:
    filled = Filled(Demo())
    filled.box("Line").value = "Hei"
    assert "Saved 14:03:22" in filled.said


def test_a_saved_field_says_so_until_the_next_change() -> None:
    filled = Filled(Demo())
    filled.box("Line").value = "Hei"
    filled.box("Count (pieces)").value = "many"
    noted = [one for one in filled.all() if "wf-saved" in one._dom_classes]
    assert noted == []


def test_a_kernel_that_saves_all_day_makes_no_widget_for_each_save() -> None:
    filled = Filled(Demo())
    noted = set()
    for text in ("Hei", "Hallo", "Hej"):
        filled.box("Line").value = text
        noted |= {one.model_id for one in filled.all() if "wf-saved" in one._dom_classes}
    assert len(noted) == 1


def test_nothing_is_called_saved_before_it_is() -> None:
    assert "Saved" not in Filled(FULL).said


def test_a_refusal_is_told_with_its_reason() -> None:
    filled = Filled(Demo())
    filled.book.says = [Refused("The disk is full.")]
    filled.box("Line").value = "Hei"
    assert "Not saved: The disk is full." in filled.said


def test_a_refused_answer_stays_in_its_box() -> None:
    filled = Filled(Demo())
    filled.book.says = [Refused("The disk is full.")]
    filled.box("Line").value = "Hei"
    assert filled.box("Line").value == "Hei"


def test_a_refused_answer_is_sent_again_with_the_next_one() -> None:
    filled = Filled(Demo())
    filled.book.says = [Refused("The disk is full.")]
    filled.box("Line").value = "Hei"
    filled.box("Agreed").value = True
    assert [field for field, *_ in filled.sent] == ["line", "line", "yes"]


def test_dropped_characters_are_counted_and_told() -> None:
    filled = Filled(Demo())
    filled.box("Line").value = "H\x00e\x07i"
    assert "2 characters that cannot be stored were left out." in filled.said


UNREADABLE = [
    ("Count (pieces)", "many"),
    ("Count (pieces)", "1.5"),
    ("Count (pieces)", "2000"),
    ("Figure", "1,2,3.4.5"),
    ("Price (NOK)", "1.234567"),
    ("Share (%)", "130"),
    ("When", "soon"),
    ("At", "25.70"),
    ("Line", "x" * 41),
    ("Words", "a\nb\nc\nd\ne\nf"),
    ("Monday", "9-7"),
    ("From", "18"),
]


@pytest.mark.parametrize(("label", "typed"), UNREADABLE)
def test_what_cannot_be_read_or_does_not_fit_is_not_sent(label: str, typed: str) -> None:
    filled = Filled(Demo())
    filled.box(label).value = typed
    assert filled.sent == []


@pytest.mark.parametrize(("label", "typed"), UNREADABLE)
def test_what_cannot_be_read_or_does_not_fit_stays_in_its_box(label: str, typed: str) -> None:
    filled = Filled(Demo())
    filled.box(label).value = typed
    assert filled.box(label).value == typed


@pytest.mark.parametrize(("label", "typed"), UNREADABLE)
def test_what_cannot_be_read_or_does_not_fit_is_marked(label: str, typed: str) -> None:
    filled = Filled(Demo())
    filled.box(label).value = typed
    assert filled.said.count('role="alert"') == 1


def test_a_mark_goes_when_the_answer_is_put_right() -> None:
    filled = Filled(Demo())
    filled.box("Count (pieces)").value = "many"
    filled.box("Count (pieces)").value = "3"
    assert 'role="alert"' not in filled.said


def test_a_mark_stays_while_another_field_is_changed() -> None:
    filled = Filled(Demo())
    filled.box("Line").value = "x" * 41
    filled.box("Count (pieces)").value = "many"
    assert filled.said.count('role="alert"') == 2


def test_a_wrong_field_does_not_hold_back_the_others() -> None:
    filled = Filled(Demo())
    filled.box("Count (pieces)").value = "many"
    filled.box("Line").value = "Hei"
    assert filled.sent == [("line", "", "put", "Hei")]


def test_while_a_field_is_wrong_the_saved_state_says_so() -> None:
    filled = Filled(Demo())
    filled.box("Count (pieces)").value = "many"
    filled.box("Line").value = "Hei"
    assert "Saved 14:03:22, except what is marked." in filled.said


def test_a_wrong_row_of_a_table_is_marked_in_that_row() -> None:
    filled = Filled(Demo(stops=(Stop(place="Bergen"), Stop(place="Oslo"))))
    filled.box("Minutes", 1).value = "soon"
    marked = [one for one in filled.all() if "wf-marked" in one._dom_classes]
    assert [filled.box("Minutes", 1)] == [one.children[0] for one in marked]


def test_a_row_that_the_model_refuses_is_marked_in_that_row() -> None:
    filled = Filled(Demo(stops=(Stop(place="Bergen"), Stop(place="Oslo"))))
    filled.box("Place", 1).value = "x" * 21
    marked = [one for one in filled.all() if "wf-marked" in one._dom_classes]
    assert [filled.box("Place", 1)] == [one.children[0] for one in marked]


def test_a_blank_row_is_not_sent() -> None:
    filled = Filled(Demo())
    filled.press("+ Stop")
    filled.box("Line").value = "Hei"
    assert filled.sent == [("line", "", "put", "Hei")]


def test_a_blank_row_stays_when_the_form_is_refreshed() -> None:
    filled = Filled(Demo())
    filled.press("+ Stop")
    filled.form.refresh(Demo(line="Hei"))
    assert filled.has("Place")


def test_a_row_is_removed() -> None:
    filled = Filled(Demo(stops=(Stop(place="Bergen"), Stop(place="Oslo"))))
    filled.press("Remove")
    assert filled.sent == [("stops", "", "put", [{"place": "Oslo", "minutes": None}])]


def test_another_answer_in_a_table_keeps_the_widgets_of_its_rows() -> None:
    filled = Filled(Demo(stops=(Stop(place="Bergen"), Stop(place="Oslo"))))
    place = filled.box("Place", 1)
    filled.box("Minutes").value = "5"
    assert filled.box("Place", 1) is place


def test_a_reference_to_something_removed_is_kept_and_named() -> None:
    filled = Filled(Demo(person="gone"))
    assert filled.box("Person").label == "(no longer there: gone)"


def test_mondays_hours_are_copied_to_the_working_days() -> None:
    filled = Filled(Demo(hours=WeekHours(mon=(9, 10))))
    filled.press("Monday to Friday alike")
    assert filled.sent[-1][3] == WeekHours.model_validate(
        dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), (9, 10))
    ).model_dump(mode="json")


@given(st.sets(st.integers(0, 23)).map(lambda hours: tuple(sorted(hours))))
def test_hours_that_are_written_are_read_as_the_same(hours: tuple[int, ...]) -> None:
    assert hours_in(hours_written(hours), "Monday") == hours


def test_what_people_type_never_becomes_html() -> None:
    nasty = "<img src=x onerror=alert(1)>"
    filled = Filled(trips(nasty))
    filled.book.says = [Refused(nasty, theirs={"id": "t0", "title": nasty + "!"})]
    filled.press(f"1. {nasty}")
    filled.box("Title").value = nasty[:-1]
    filled.press("Remove")
    assert "<img" not in filled.said


# Items


def test_the_fields_of_an_item_are_made_when_it_is_opened() -> None:
    filled = Filled(trips("North", "South"))
    before = filled.has("Title")
    filled.press("1. North")
    assert (before, filled.has("Title")) == (False, True)


def test_fields_that_can_wait_are_made_when_somebody_asks_for_more() -> None:
    filled = Filled(trips("North"))
    filled.press("1. North")
    before = filled.has("Guide")
    filled.press("More: 2 questions")
    assert (before, filled.has("Guide")) == (False, True)


def test_essential_fields_come_in_the_order_that_the_model_names_them() -> None:
    assert [one.description for one in Filled(Letter()).all() if getattr(one, "description", "") in LETTER] == [
        "Pages",
        "Opening",
    ]


def test_a_unit_that_the_label_names_is_not_said_again() -> None:
    assert Filled(Letter()).box("Pages")


def test_a_line_that_may_be_long_has_a_box_that_grows_and_stays_one_line() -> None:
    filled = Filled(Letter())
    filled.box("Opening").value = "Dear all,\nwelcome"
    assert (type(filled.box("Opening")), filled.book.changes[0].value) == (Textarea, "Dear all, welcome")


def test_a_week_without_hours_has_no_picture() -> None:
    filled = Filled(Demo())
    before = ["wf-grid" in one.value for one in filled.all(HTML) if "wf-picture" in one._dom_classes]
    filled.box("Monday").value = "7-9"
    after = ["wf-grid" in one.value for one in filled.all(HTML) if "wf-picture" in one._dom_classes]
    assert (before, after) == ([False], [True])


def test_a_changed_item_is_sent_whole() -> None:
    filled = Filled(FULL)
    filled.press("1. North")
    filled.box("Title").value = "Far north"
    expected = FULL.trips[0].model_copy(update={"title": "Far north"}).model_dump(mode="json")
    assert filled.sent == [("trips", "t0", "put", expected)]


def test_the_line_of_an_item_follows_its_name() -> None:
    filled = Filled(trips("North"))
    filled.press("1. North")
    filled.box("Title").value = "Far north"
    assert filled.lines == ["1. Far north"]


def test_a_new_item_is_not_sent_before_something_is_written_in_it() -> None:
    filled = Filled(Plan())
    filled.press("+ Trip")
    assert (filled.lines, filled.sent) == (["1. Trip without a name"], [])


def test_a_new_item_gets_an_id_and_is_sent_with_its_first_answer() -> None:
    filled = Filled(trips("North"))
    filled.press("+ Trip")
    filled.box("Title").value = "South"
    assert [(field, item, value["title"]) for field, item, _, value in filled.sent] == [("trips", "23456789", "South")]


def test_a_new_item_before_the_last_is_sent_with_the_order() -> None:
    filled = Filled(trips("North", "South"))
    filled.press("1. North")
    filled.press("Duplicate")
    assert [(item, value if not item else value["title"]) for _, item, _, value in filled.sent] == [
        ("23456789", "North"),
        ("", ["t0", "23456789", "t1"]),
    ]


def test_moving_an_item_sends_the_new_order() -> None:
    filled = Filled(trips("North", "South", "West"))
    filled.press("1. North")
    filled.press("Down")
    assert (filled.sent, filled.lines) == (
        [("trips", "", "put", ["t1", "t0", "t2"])],
        ["1. South", "2. North", "3. West"],
    )


def test_a_refused_order_is_taken_back() -> None:
    filled = Filled(trips("North", "South"))
    filled.book.says = [Refused("No.")]
    filled.press("2. South")
    filled.press("Up")
    assert filled.lines == ["1. North", "2. South"]


def test_the_first_item_cannot_go_up() -> None:
    filled = Filled(trips("North", "South"))
    filled.press("1. North")
    assert (filled.box("Up").disabled, filled.box("Down").disabled) == (True, False)


def test_a_removed_item_can_be_brought_back_to_its_place() -> None:
    filled = Filled(trips("North", "South"))
    filled.press("1. North")
    filled.press("Remove")
    filled.press("Undo")
    north = Trip(id="t0", title="North").model_dump(mode="json")
    assert filled.sent == [
        ("trips", "t0", "remove", None),
        ("trips", "t0", "put", north),
        ("trips", "", "put", ["t0", "t1"]),
    ]


def test_undo_stays_when_the_form_is_refreshed() -> None:
    filled = Filled(trips("North", "South"))
    filled.press("1. North")
    filled.press("Remove")
    filled.form.refresh(Plan(trips=trips("North", "South").trips[1:]))
    assert (filled.has("Undo"), filled.lines) == (True, ["1. South"])


def test_a_refused_removal_leaves_the_item() -> None:
    filled = Filled(trips("North"))
    filled.book.says = [Refused("No.")]
    filled.press("1. North")
    filled.press("Remove")
    assert (filled.lines, "Not saved: No." in filled.said) == (["1. North"], True)


def test_fields_that_contradict_each_other_are_told_in_the_persons_language_and_not_sent() -> None:
    filled = Filled(trips("North"), "sv")
    filled.press("1. North")
    start, end = (one for one in filled.all() if getattr(one, "placeholder", "").endswith("2027-01-31"))
    start.value = "2027-02-01"
    end.value = "2027-01-01"
    assert ("1 januari 2027" in filled.said, len(filled.sent)) == (True, 1)


def test_an_item_that_cannot_be_saved_says_so_on_its_line() -> None:
    filled = Filled(trips("North"))
    filled.press("1. North")
    filled.box("Start").value = "soon"
    filled.press("Close")
    assert filled.lines == ["1. North (not saved)"]


def test_what_was_typed_in_a_closed_item_is_there_when_it_is_opened_again() -> None:
    filled = Filled(trips("North"))
    filled.press("1. North")
    filled.box("Start").value = "soon"
    filled.press("Close")
    filled.press("1. North (not saved)")
    assert filled.box("Start").value == "soon"


def test_more_items_than_the_list_holds_are_told_and_not_sent() -> None:
    filled = Filled(trips("a", "b", "c", "d"))
    filled.press("1. a")
    filled.press("Duplicate")
    assert (filled.sent, "can have 4 at the most" in filled.said) == ([], True)


# Two people at once


def stale() -> Filled:
    filled = Filled(trips("North"))
    filled.press("1. North")
    filled.book.says = [Refused("Bo has changed this.", theirs={"id": "t0", "title": "Theirs"})]
    filled.box("Title").value = "Mine"
    return filled


def test_a_stale_change_shows_both_versions() -> None:
    said = stale().said
    assert ("Bo has changed this." in said, ">Mine<" in said, ">Theirs<" in said) == (True, True, True)


def test_nothing_more_is_sent_until_the_person_has_chosen() -> None:
    filled = stale()
    filled.box("Start").value = "1.2.2027"
    assert len(filled.sent) == 1


def test_keeping_mine_sends_it_again_with_what_was_written_since() -> None:
    filled = stale()
    filled.box("Start").value = "1.2.2027"
    filled.press("Keep mine")
    assert filled.sent[-1][3] == Trip(id="t0", title="Mine", start=date(2027, 2, 1)).model_dump(mode="json")


def test_using_theirs_shows_it_and_sends_nothing() -> None:
    filled = stale()
    filled.press("Use theirs")
    assert (filled.box("Title").value, len(filled.sent), filled.lines) == ("Theirs", 1, ["1. Theirs"])


def test_the_choice_goes_away_once_it_is_made() -> None:
    filled = stale()
    filled.press("Keep mine")
    assert not filled.has("Keep mine")


def stale_field() -> Filled:
    filled = Filled(Demo())
    filled.book.says = [Refused("Bo has changed this.", theirs=7)]
    filled.box("Count (pieces)").value = "3"
    return filled


def test_a_stale_field_shows_both_versions() -> None:
    said = stale_field().said
    assert (">3<" in said, ">7<" in said) == (True, True)


def test_keeping_mine_sends_the_field_again() -> None:
    filled = stale_field()
    filled.press("Keep mine")
    assert filled.sent == [("count", "", "put", 3)] * 2


def test_using_theirs_fills_the_field_and_sends_nothing() -> None:
    filled = stale_field()
    filled.press("Use theirs")
    assert (filled.box("Count (pieces)").value, len(filled.sent)) == ("7", 1)


def test_a_refresh_shows_what_others_wrote_and_sends_nothing() -> None:
    filled = Filled(Demo())
    filled.form.refresh(FULL)
    assert (filled.box("Line").value, filled.lines, filled.sent) == ("Hei", ["1. North"], [])


def test_after_a_refresh_the_same_answer_is_not_sent() -> None:
    filled = Filled(Demo())
    filled.form.refresh(Demo(count=3))
    filled.box("Count (pieces)").value = "3,0"
    assert filled.sent == []


def test_a_refresh_leaves_unsaved_text_alone_and_says_where() -> None:
    filled = Filled(Demo())
    filled.box("Count (pieces)").value = "many"
    left = filled.form.refresh(Demo(line="Hei", count=5))
    assert (filled.box("Count (pieces)").value, filled.box("Line").value, left) == (
        "many",
        "Hei",
        frozenset({("count", "")}),
    )


def test_a_refresh_fills_the_open_item_around_unsaved_text() -> None:
    filled = Filled(trips("North"))
    filled.press("1. North")
    filled.box("Start").value = "soon"
    left = filled.form.refresh(trips("Far north"))
    assert (filled.box("Start").value, filled.box("Title").value, left) == (
        "soon",
        "Far north",
        frozenset({("trips", "t0")}),
    )


def test_a_refresh_shows_added_removed_and_moved_items() -> None:
    filled = Filled(trips("North", "South", "West"))
    north, _, west = trips("North", "South", "West").trips
    filled.form.refresh(Plan(trips=(west, Trip(id="new", title="East"), north)))
    assert filled.lines == ["1. West", "2. East", "3. North"]


def test_a_refresh_keeps_a_new_item_that_is_not_saved_yet() -> None:
    filled = Filled(trips("North"))
    filled.press("+ Trip")
    filled.form.refresh(trips("North", "South"))
    assert filled.lines == ["1. North", "2. Trip without a name", "3. South"]


def test_an_item_removed_elsewhere_stays_while_it_has_unsaved_text() -> None:
    filled = Filled(trips("North"))
    filled.press("1. North")
    filled.box("Start").value = "soon"
    left = filled.form.refresh(Plan())
    assert (filled.box("Start").value, left) == ("soon", frozenset({("trips", "t0")}))


# Goals, and everything at once


def test_goals_can_be_filled_in_from_nothing() -> None:
    filled = Filled(Goals())
    filled.press("+ Goal")
    filled.box("Goal").value = "500 visits a month"
    filled.box("Target").value = "500"
    filled.press("More: 13 questions")
    filled.press("+ Milestone")
    filled.box("Value").value = "250"
    expected = Goal(id="23456789", text="500 visits a month", target=500.0, milestones=(Milestone(value=250.0),))
    assert Goal.model_validate(filled.sent[-1][3]) == expected


def test_all_fields_of_an_item_come_back_as_they_were() -> None:
    goal = Goal(id="g", text="a", type=GoalType.LEADS, target=1.23456, status=GoalStatus.REACHED, value=Decimal("9.5"))
    filled = Filled(Goals(goals=(goal,)))
    filled.press("1. a")
    filled.press("More: 13 questions")
    filled.box("Goal").value = "b"
    assert Goal.model_validate(filled.sent[-1][3]) == goal.model_copy(update={"text": "b"})


LINE = st.text("abc xyz æøå <&>'\"$", max_size=30).filter(lambda text: not text or bool(text.strip()))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


PARTS = st.builds(
    Demo,
    line=LINE,
    lines=LINE,
    yes=st.booleans(),
    count=maybe(st.integers(0, 1000)),
    figure=maybe(st.integers(-(10**9), 10**9).map(lambda n: n / 1000)),
    price=maybe(st.integers(0, 10**9).map(lambda n: Decimal(n) / 100)),
    share=maybe(st.integers(0, 1000).map(lambda n: n / 10)),
    mood=maybe(st.integers(1, 5)),
    ages=maybe(st.tuples(st.integers(13, 99), st.integers(13, 99)).map(lambda e: Span(low=min(e), high=max(e)))),
    when=maybe(st.dates(date(1950, 1, 1), date(2150, 1, 1))),
    hour=maybe(st.builds(time, st.integers(0, 23), st.integers(0, 59))),
    colour=maybe(st.sampled_from(Colour)),
    fallback=st.sampled_from(Colour),
    colours=st.sets(st.sampled_from(Colour)).map(lambda found: tuple(one for one in Colour if one in found)),
    words=st.lists(st.text("abc ,;æ", min_size=1, max_size=9).map(str.strip).filter(bool), max_size=5).map(tuple),
    person=st.sampled_from(["", "anna", "bo", "cleo"]),
    people=st.sets(st.sampled_from(["anna", "bo", "cleo"])).map(lambda found: tuple(sorted(found))),
    hours=st.builds(WeekHours, mon=st.sets(st.integers(0, 23)).map(tuple), sun=st.sets(st.integers(0, 23)).map(tuple)),
    trips=st.just(()),
)


def type_in(filled: Filled, like: Filled) -> None:
    """Sets every widget of one form as another form shows it."""
    pairs = zip(filled.all(), like.all(), strict=True)
    for mine, shown in pairs:
        assert type(mine) is type(shown)
        if hasattr(mine, "index"):
            mine.index = shown.index
        elif hasattr(mine, "value") and not isinstance(mine, HTML):
            mine.value = shown.value


@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(PARTS, st.sampled_from(["en", "nb", "sv", "da"]))
def test_what_is_typed_is_the_part_that_was_meant(part: Demo, language: str) -> None:
    filled = Filled(Demo(), language)
    type_in(filled, Filled(part, language))
    sent = {field: value for field, _, _, value in filled.sent}
    assert Demo.model_validate(sent) == part

"""iCalendar: read back by two parsers; summer time, year ends, hostile text."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import ics
import pytest
from icalendar import Calendar

from test_planners import NOW, exported, post
from workshoplib.strategy.choices import Country
from workshoplib.strategy.content import Post, PostStatus


def calendar(*posts: Post, country: Country = Country.NORWAY) -> bytes:
    return exported("ics", *posts, country=country).files[0].content


def events(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def test_a_second_parser_reads_the_same_moments() -> None:
    content = calendar(post("p1"), post("p2", due=date(2027, 7, 1)))
    theirs = sorted(event.begin.datetime.astimezone(UTC) for event in ics.Calendar(content.decode()).events)
    assert theirs == [datetime(2027, 2, 1, 6, 30, tzinfo=UTC), datetime(2027, 7, 1, 5, 30, tzinfo=UTC)]


def test_a_file_survives_a_round_trip() -> None:
    content = calendar(post("p1"), post("p2", at=None))
    assert Calendar.from_ical(content).to_ical() == content


def test_a_post_keeps_its_uid_and_counts_its_changes() -> None:
    from test_planners import strategy
    from workshoplib.planners import Context, planned, planner
    from workshoplib.words import words

    made, say = strategy(post("p1", title="Other")), words("en")
    again = planner("ics").export(planned(made, say), Context("k", made, say, NOW, {"p1": 17}))
    [before], [after] = events(calendar(post("p1"))), events(again.files[0].content)
    assert (before["UID"], after["SEQUENCE"] > before["SEQUENCE"]) == (after["UID"], True)


@pytest.mark.parametrize(
    ("country", "zone"),
    [
        (Country.NORWAY, "Europe/Oslo"),
        (Country.SWEDEN, "Europe/Stockholm"),
        (Country.DENMARK, "Europe/Copenhagen"),
        (Country.UNITED_KINGDOM, "Europe/London"),
    ],
)
def test_times_stand_in_the_countrys_zone_with_its_rules(country: Country, zone: str) -> None:
    content = calendar(post(), country=country)
    [event] = events(content)
    named = [part["TZID"] for part in Calendar.from_ical(content).walk("VTIMEZONE")]
    assert (event["DTSTART"].params["TZID"], named) == (zone, [zone])


def test_half_past_seven_stays_half_past_seven_when_the_clocks_change() -> None:
    days = [date(2027, 3, 27), date(2027, 3, 28), date(2027, 10, 30), date(2027, 10, 31)]
    found = events(calendar(*(post(f"p{number}", due=day) for number, day in enumerate(days))))
    assert [event["DTSTART"].dt.replace(tzinfo=None) for event in found] == [
        datetime.combine(day, time(7, 30)) for day in days
    ]


def test_an_hour_that_the_spring_clock_skips_becomes_the_one_after_it() -> None:
    [event] = events(calendar(post(due=date(2027, 3, 28), at=time(2, 30))))
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_post_on_new_years_eve_may_end_next_year() -> None:
    [event] = events(calendar(post(due=date(2026, 12, 31), at=time(23, 50))))
    assert event["DTEND"].dt.date() == date(2027, 1, 1)


def test_a_post_without_a_time_lies_on_its_whole_day() -> None:
    [event] = events(calendar(post(at=None)))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2027, 2, 1), date(2027, 2, 2))


def test_a_post_without_a_date_is_left_out() -> None:
    assert len(events(calendar(post("p1"), post("p2", due=None)))) == 1


def test_an_idea_is_tentative_and_a_scheduled_post_is_not() -> None:
    found = events(calendar(post("p1", status=PostStatus.IDEA), post("p2")))
    assert [event["STATUS"] for event in found] == ["TENTATIVE", "CONFIRMED"]


def test_goal_personas_and_pillar_are_categories() -> None:
    [event] = events(calendar(post()))
    assert event["CATEGORIES"].cats == ["goal: More orders online", "persona: Geir", "persona: Hanne", "pillar: Tips"]


_BREAKS = ("\r", "\n", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\x1c")
_INJECTED = ("ATTENDEE:mailto:x@y.example", "BEGIN:VALARM", "END:VCALENDAR", "URL:http://x.example")


@pytest.mark.parametrize("line_break", _BREAKS, ids=ascii)
@pytest.mark.parametrize("injected", _INJECTED)
def test_text_never_becomes_a_line_of_its_own(line_break: str, injected: str) -> None:
    hostile = f"Cup{line_break}{injected}"
    content = calendar(post(title=hostile, text=hostile, asset=hostile)).decode()
    assert _names(content) == _names(calendar(post(asset="x")).decode())


def _names(content: str) -> set[str]:
    """What the lines begin with, for a reader that takes every line break there is for one; folded lines aside."""
    return {line.split(":")[0].split(";")[0] for line in content.splitlines() if not line.startswith(" ")}


@pytest.mark.parametrize(
    "text", ["a;b,c\\d:e", "“quotes”", "☕" * 300, "ø" * 2000, "line\nline", "\U0001f469\u200d\U0001f373" * 40]
)
def test_text_comes_out_as_it_went_in(text: str) -> None:
    [event] = events(calendar(post(text=text)))
    assert str(event["DESCRIPTION"]).endswith(text)


def test_no_line_is_longer_than_75_octets() -> None:
    content = calendar(post(title="ø" * 90, text="☕ kaffe og kake " * 100))
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_appointments_of_a_day_follow_each_other() -> None:
    found = events(calendar(post("p2", at=time(9)), post("p1", at=time(8)), post("p3", at=None)))
    starts = [event["DTSTART"].dt for event in found][:2]
    assert [later - earlier for earlier, later in pairwise(starts)] == [timedelta(hours=1)]

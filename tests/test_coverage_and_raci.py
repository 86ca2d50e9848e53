"""Who answers, in which hours and how fast; and who does what."""

from typing import Any

import pytest

from workshoplib.analysis import coverage, raci
from workshoplib.strategy.choices import Department
from workshoplib.strategy.fields import WeekHours
from workshoplib.strategy.organisation import Person
from workshoplib.strategy.personas import Persona
from workshoplib.strategy.platforms import Channel
from workshoplib.strategy.response import Assignment, ChannelPlan, Duty, LogEntry, Response

INSTAGRAM = Channel.model_validate({"id": "chaninst", "platform": "instagram", "decision": "chosen"})
LINKEDIN = Channel.model_validate({"id": "chanlink", "platform": "linkedin", "decision": "declined"})
PLAN = ChannelPlan.model_validate(
    {"id": "planinst", "channel": "chaninst", "target_minutes": 60, "staffed": {"mon": [8, 9], "sun": [12]}}
)


def persona(**answers: Any) -> Persona:
    uses = [{"platform": "instagram", "frequency": "daily"}]
    return Persona.model_validate({"id": "hanne222", "platforms": uses, **answers})


def logged(*minutes: int | None, channel: str = "chaninst") -> list[LogEntry]:
    return [
        LogEntry(id=f"log{number:05}", channel=channel, minutes_to_first_answer=waited)
        for number, waited in enumerate(minutes)
    ]


def test_hours_with_somebody_there_and_nobody_to_answer_are_missed() -> None:
    (found,) = coverage.coverage([INSTAGRAM, LINKEDIN], [PLAN], [persona(active={"mon": [7, 8], "sat": [10]})])

    assert {(0, 7), (5, 10)} == found.missed


def test_a_persona_who_never_uses_a_platform_is_not_missed_there() -> None:
    never = persona(platforms=[{"platform": "instagram", "frequency": "never"}], active={"mon": [7]})

    (found,) = coverage.coverage([INSTAGRAM], [], [never])

    assert frozenset() == found.active


def test_the_hours_marked_for_a_platform_count_before_those_of_the_week() -> None:
    uses = [{"platform": "instagram", "frequency": "daily", "active": {"fri": [22]}}]

    (found,) = coverage.coverage([INSTAGRAM], [], [persona(platforms=uses, active={"mon": [7]})])

    assert {(4, 22)} == found.active


@pytest.mark.parametrize(("active", "percent"), [({"mon": [8, 9, 10, 11]}, 50), ({"mon": [8]}, 100), ({}, None)])
def test_the_covered_share_is_staffed_active_hours_out_of_active_hours(
    active: dict[str, list[int]], percent: float | None
) -> None:
    found = coverage.coverage([INSTAGRAM], [PLAN], [persona(active=active)])

    assert percent == coverage.covered_percent(found)


def test_the_grid_counts_hours_by_weekday_in_blocks_of_three() -> None:
    weeks = [coverage.hours_of(WeekHours(mon=(0, 1, 3), sun=(23,))), coverage.hours_of(WeekHours(mon=(0,)))]

    grid = coverage.grid(weeks)

    assert (grid[0][0], grid[0][1], grid[6][7]) == (3, 1, 1)
    assert sum(map(sum, grid)) == 5


def test_a_channel_that_is_run_needs_a_responder_and_one_that_was_declined_does_not() -> None:
    assert coverage.unanswered([INSTAGRAM, LINKEDIN], [PLAN]) == (INSTAGRAM,)


def test_a_promise_is_kept_by_answers_in_time_and_broken_by_silence() -> None:
    found = coverage.promise(logged(30, 60, 90, None), [PLAN])

    assert coverage.Promise(answered=3, unanswered=1, median_minutes=60, within_percent=50) == found


def test_where_nothing_was_promised_only_the_middle_time_is_told() -> None:
    found = coverage.promise(logged(30, 90, channel="elsewher"), [PLAN])

    assert coverage.Promise(answered=2, unanswered=0, median_minutes=60, within_percent=None) == found


def test_a_log_without_answers_says_nothing() -> None:
    assert coverage.promise(logged(None), [PLAN]) is None


def test_a_task_has_its_people_by_part_and_each_once() -> None:
    rows = [
        Assignment(task="Answer", person="ola22222", duty=Duty.RESPONSIBLE),
        Assignment(task="Answer", person="ola22222", duty=Duty.RESPONSIBLE),
        Assignment(task="Answer", person="ane22222", duty=Duty.ACCOUNTABLE),
        Assignment(person="ane22222", duty=Duty.INFORMED),
    ]

    (task,) = raci.tasks(rows)

    assert task.people[Duty.RESPONSIBLE] == ("ola22222",)
    assert (task.is_done_by_somebody, task.has_one_to_answer_for_it) == (True, True)


def test_two_who_answer_for_a_task_are_one_too_many() -> None:
    rows = [Assignment(task="Answer", person=person, duty=Duty.ACCOUNTABLE) for person in ("ola22222", "ane22222")]

    assert [task.has_one_to_answer_for_it for task in raci.tasks(rows)] == [False]


def test_departments_are_those_named_for_a_role_and_those_of_people_with_a_task() -> None:
    people = [Person(id="ola22222", department=Department.SALES), Person(id="ane22222", department=Department.HR)]
    response = Response.model_validate(
        {
            "channels": [{"id": "planinst", "responder": "ola22222"}],
            "role_departments": [{"role": "post", "departments": ["marketing"]}],
        }
    )

    assert raci.departments(response, people) == (Department.MARKETING, Department.SALES)

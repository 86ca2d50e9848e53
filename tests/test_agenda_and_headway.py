"""The agenda against the clock, and how far each part has come."""

from datetime import time

from steering import FULL
from workshoplib.analysis import agenda, headway
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.choices import Rhythm
from workshoplib.strategy.facilitation import AgendaBlock, AgendaStep, Meeting
from workshoplib.strategy.fields import WeekHours
from workshoplib.strategy.goals import Goal
from workshoplib.strategy.organisation import Person
from workshoplib.strategy.response import ChannelPlan

WELCOME = AgendaBlock(step=AgendaStep.WELCOME, minutes=30)
GOALS = AgendaBlock(step=AgendaStep.GOALS, minutes=60)


def test_blocks_follow_each_other_and_go_on_in_the_next_meeting() -> None:
    meetings = [Meeting(starts=time(9), hours=1.5), Meeting(starts=time(13), hours=2)]

    slots = agenda.laid_out([WELCOME, GOALS, WELCOME], meetings)

    assert [(0, time(9)), (0, time(9, 30)), (1, time(13))] == [(slot.meeting, slot.starts) for slot in slots]


def test_a_block_for_which_no_meeting_has_room_is_told() -> None:
    assert [slot.meeting for slot in agenda.laid_out([WELCOME, GOALS], [Meeting(hours=1)])] == [0, None]


def test_a_meeting_without_hours_has_room_and_one_without_start_has_no_clock() -> None:
    slots = agenda.laid_out([GOALS] * 20, [Meeting()])

    assert {(0, None)} == {(slot.meeting, slot.starts) for slot in slots}


def test_no_block_starts_after_midnight() -> None:
    slots = agenda.laid_out([GOALS, GOALS], [Meeting(starts=time(23, 30))])

    assert [time(23, 30), None] == [slot.starts for slot in slots]


def test_a_workshop_is_weighed_in_hours_and_in_weeks_of_work() -> None:
    hours = agenda.hours_in_the_room([Meeting(hours=4), Meeting()], heads=6)

    assert (hours, agenda.weeks_of_work(hours, [Person(id="ane22222", hours_a_week=8)])) == (24, 3)
    assert agenda.weeks_of_work(hours, []) is None


def test_only_essential_questions_are_counted() -> None:
    assert Goal.essential and set(Goal.essential) >= {asked.name for asked in headway.essential(Goal)}


def test_a_question_that_answers_itself_does_not_count() -> None:
    assert {"priority"} == set(Goal.essential) - {asked.name for asked in headway.essential(Goal)}


def test_a_week_counts_once_an_hour_is_marked() -> None:
    (staffed,) = [asked for asked in headway.essential(ChannelPlan) if asked.name == "staffed"]

    empty, marked = ChannelPlan(id="planinst"), ChannelPlan(id="planinst", staffed=WeekHours(mon=(8,)))
    assert (headway.is_answered(empty, staffed), headway.is_answered(marked, staffed)) == (False, True)


def test_an_empty_strategy_has_come_nowhere() -> None:
    found = headway.parts(Strategy())

    assert [name for name, _ in PARTS] == [one.part for one in found]
    assert {0} == {one.whole.answered for one in found}


def test_a_part_counts_its_own_questions_and_those_of_its_items() -> None:
    strategy = Strategy.model_validate(
        {"kpis": {"report_rhythm": Rhythm.MONTHLY, "tools": [{"id": "toolshop", "name": "Web shop"}]}}
    )

    (kpis,) = [one for one in headway.parts(strategy) if one.part == "kpis"]

    # Of the part's five questions the rhythm and the list of tools are answered; of the tool's four, its name.
    assert (headway.Headway(3, 9), headway.Headway(1, 4)) == (kpis.whole, kpis.lists[0].within)


def test_no_point_of_eight_stands_in_an_empty_strategy() -> None:
    assert [point.stands for point in headway.checklist(Strategy())] == [False] * 8


def test_the_points_stand_that_a_strategy_has_reached() -> None:
    found = headway.checklist(Strategy.model_validate(FULL))

    assert [point.stands for point in found] == [False, True, True, False, False, True, True, True]

"""SMART goals: what each letter waits for, and the way to the target."""

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshoplib.analysis.smart import (
    MOST_MILESTONES,
    Path,
    Trend,
    Verdict,
    amount_a_month,
    is_smart,
    letters,
    milestones,
    needed_a_month,
    own_milestones,
    own_trend,
    path,
    percent_a_month,
)
from workshoplib.strategy.goals import Goal, GoalStatus, Growth, Milestone

COMPLETE = {
    "text": "Fill the taproom on weekdays",
    "who": "Those who live within a walk",
    "metric": "Guests",
    "unit": "guests a month",
    "source": "The till",
    "baseline": 1000.0,
    "target": 3000.0,
    "confidence": 3,
    "business_goal": "b2345678",
    "start": date(2027, 1, 1),
    "deadline": date(2027, 12, 31),
}
YEAR = Path(date(2027, 1, 1), date(2027, 12, 31), 1000, 3000)


def goal(**answers: Any) -> Goal:
    return Goal(id="g2345678", **answers)


def missing(found: Goal) -> dict[str, tuple[str, ...]]:
    return {letter.letter: letter.missing for letter in letters(found) if letter.missing}


def verdicts(found: Goal, **known: Any) -> str:
    """The verdict of each letter by its first letter: "mmpxm" for met, partly and missing."""
    signs = {Verdict.MET: "m", Verdict.PARTLY: "p", Verdict.MISSING: "x"}
    return "".join(signs[letter.verdict] for letter in letters(found, **known))


def achievable(trend: Trend | None = None, chance: float | None = None, **answers: Any) -> tuple[Verdict, str]:
    """What is said about A, with the figures that it names."""
    letter = letters(goal(**{**COMPLETE, **answers}), trend=trend, chance=chance)[2]
    return letter.verdict, letter.why.message.format(**letter.why.values)


def moved(a_month: float, best: float, newest: float = 1600) -> Trend:
    """A trend over the first half of the year of the goal."""
    return Trend(a_month, best, date(2027, 1, 1), date(2027, 6, 30), newest)


def month_ends(*figures: float) -> list[tuple[date, float]]:
    return [(date(2027, month, 28), figure) for month, figure in enumerate(figures, start=1)]


def values(way: Path, growth: Growth) -> list[float]:
    return [value for _, value in milestones(way, growth)]


def days(way: Path) -> list[date]:
    return [day for day, _ in milestones(way, Growth.LINEAR)]


@st.composite
def paths(draw: st.DrawFn) -> Path:
    first, last = sorted(draw(st.lists(st.dates(), min_size=2, max_size=2, unique=True)))
    ends = st.floats(-1e15, 1e15)
    return Path(first, last, draw(ends), draw(ends))


def test_a_goal_with_all_that_the_letters_wait_for_is_smart() -> None:
    assert is_smart(goal(**COMPLETE))


def test_an_empty_goal_lacks_all_five_letters() -> None:
    assert missing(goal()) == {
        "S": ("text",),
        "M": ("metric", "unit", "baseline", "target", "source"),
        "A": ("confidence",),
        "R": ("business_goal",),
        "T": ("start", "deadline"),
    }


@pytest.mark.parametrize(
    ("field", "letter"),
    [
        ("text", "S"),
        ("baseline", "M"),
        ("unit", "M"),
        ("source", "M"),
        ("confidence", "A"),
        ("business_goal", "R"),
        ("deadline", "T"),
    ],
)
def test_a_letter_names_the_field_that_it_waits_for(field: str, letter: str) -> None:
    answers = {name: answer for name, answer in COMPLETE.items() if name != field}

    assert missing(goal(**answers)) == {letter: (field,)}


def test_a_baseline_of_nought_is_an_answer() -> None:
    assert is_smart(goal(**{**COMPLETE, "baseline": 0.0}))


def test_other_proof_makes_a_goal_measurable() -> None:
    assert "M" not in missing(goal(evidence="The mayor says so in public"))


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, "mmpmm"),
        ({"text": "Visibility"}, "pmpmm"),
        ({"who": ""}, "pmpmm"),
        ({"unit": ""}, "mppmm"),
        ({"metric": "", "unit": "", "baseline": None, "target": None, "source": ""}, "mxpmm"),
        ({"metric": "", "baseline": None, "target": None, "evidence": "The mayor says so"}, "mppmm"),
        ({"confidence": 2}, "mmxmm"),
        ({"confidence": None}, "mmxmm"),
        ({"business_goal": ""}, "mmpxm"),
        ({"business_goal": "", "value": 5000}, "mmppm"),
        ({"start": None}, "mmpmp"),
        ({"start": None, "deadline": None}, "mmpmx"),
    ],
)
def test_each_letter_is_met_partly_or_missing(answers: dict[str, Any], found: str) -> None:
    assert verdicts(goal(**{**COMPLETE, **answers})) == found


def test_a_letter_that_is_not_met_says_what_would_mend_it() -> None:
    for found in (goal(), goal(text="More"), goal(**COMPLETE)):
        assert [one for one in letters(found) if (one.mend is None) is not (one.verdict is Verdict.MET)] == []


def test_an_open_goal_whose_deadline_has_passed_is_only_partly_timed() -> None:
    over = {**COMPLETE, "status": GoalStatus.OPEN}

    assert verdicts(goal(**over), today=date(2028, 1, 1)) == "mmpmp"
    assert verdicts(goal(**{**over, "status": GoalStatus.REACHED}), today=date(2028, 1, 1)) == "mmpmm"


def test_the_chance_of_the_plan_decides_what_is_achievable() -> None:
    found = [achievable(chance=chance, trend=moved(1, 1))[0] for chance in (0.8, 0.79, 0.2, 0.19)]

    assert found == [Verdict.MET, Verdict.PARTLY, Verdict.PARTLY, Verdict.MISSING]


@pytest.mark.parametrize(
    ("chance", "told"), [(0.9999, "more than 99 of 100"), (0.99, "in 99 of 100"), (0.002, "less than 1 of 100")]
)
def test_no_simulated_chance_is_told_as_certain(chance: float, told: str) -> None:
    assert told in achievable(chance=chance)[1]


def test_where_the_chance_decides_the_trend_is_told_beside_it() -> None:
    letter = letters(goal(**COMPLETE), chance=0.5, trend=moved(250, 300))[2]

    assert letter.why.values == {"chance": 50}
    assert letter.beside is not None
    assert letter.beside.values["own"] == 250


@pytest.mark.parametrize(
    ("trend", "verdict", "told"),
    [
        (moved(250, 300), Verdict.MET, "It needs 230.0 a month from here, and has moved 250.0 a month"),
        (
            moved(90, 240),
            Verdict.PARTLY,
            "It needs 230.0 a month from here. Since 2027-01-01 it has moved 90.0 a month",
        ),
        (
            moved(90, 120),
            Verdict.MISSING,
            "It needs 230.0 a month from here, far more than in its best stretches so far: 120.0 a month",
        ),
        (moved(90, 120, newest=3100), Verdict.MET, "The newest figure, 3100, is there already."),
    ],
)
def test_what_is_needed_is_held_against_the_own_trend(trend: Trend, verdict: Verdict, told: str) -> None:
    found = achievable(trend)

    assert found[0] is verdict
    assert found[1].startswith(told)


def test_a_figure_that_has_to_fall_is_held_against_its_fall() -> None:
    falling = {"baseline": 9.0, "target": 3.0}

    assert [achievable(moved(slope, slope, newest=6), **falling)[0] for slope in (-1, -0.2, 1)] == [
        Verdict.MET,
        Verdict.MISSING,
        Verdict.MISSING,
    ]


@pytest.mark.parametrize(
    ("trend", "verdict", "told"),
    [
        (
            moved(-1, -1, newest=6),
            Verdict.MET,
            "It must fall by 0.5 a month from here, and has fallen by 1.0 a month since 2027-01-01.",
        ),
        (
            moved(-0.2, -0.4, newest=6),
            Verdict.PARTLY,
            (
                "It must fall by 0.5 a month from here. Since 2027-01-01 it has fallen by 0.2 a month, in its best "
                "stretches by 0.4."
            ),
        ),
        (
            moved(0.2, -0.4, newest=6),
            Verdict.PARTLY,
            (
                "It must fall by 0.5 a month from here. Since 2027-01-01 it has risen by 0.2 a month, and in its best "
                "stretches fallen by 0.4."
            ),
        ),
        (
            moved(-0.1, -0.2, newest=6),
            Verdict.MISSING,
            "It must fall by 0.5 a month from here; in its best stretches so far it fell by 0.2 a month.",
        ),
        (
            moved(1, 0.5, newest=6),
            Verdict.MISSING,
            "It must fall by 0.5 a month from here, and has hardly fallen in any stretch of three months so far.",
        ),
        (moved(1, 0.5, newest=2.5), Verdict.MET, "The newest figure, 2.5, is there already. Now it has to stay."),
    ],
)
def test_a_fall_is_told_as_a_fall_and_without_a_sign(trend: Trend, verdict: Verdict, told: str) -> None:
    assert achievable(trend, baseline=9.0, target=3.0) == (verdict, told)


@pytest.mark.parametrize(
    ("trend", "told"),
    [
        (
            moved(-50, 200),
            (
                "It needs 230.0 a month from here. Since 2027-01-01 it has fallen by 50.0 a month, and in its best "
                "stretches risen by 200.0."
            ),
        ),
        (
            moved(-50, -10),
            "It needs 230.0 a month from here, and has hardly risen in any stretch of three months so far.",
        ),
    ],
)
def test_a_rise_that_is_needed_is_held_against_a_fall_so_far(trend: Trend, told: str) -> None:
    assert achievable(trend)[1] == told


def test_a_figure_that_should_stay_low_is_there_while_it_lies_below() -> None:
    stay = {"baseline": 2.0, "target": 2.0}
    below, above = (Trend(0, 0, date(2027, 1, 1), date(2027, 6, 30), newest, down=True) for newest in (1.5, 3.0))

    assert [achievable(trend, **stay)[0] for trend in (below, above)] == [Verdict.MET, Verdict.MISSING]


def test_nobody_who_falls_the_wrong_way_is_told_to_take_that_as_a_target() -> None:
    mend = letters(goal(**{**COMPLETE, "baseline": 9.0, "target": 3.0}), trend=moved(1, 0.5, newest=6))[2].mend

    assert mend is not None
    assert mend.values == {}


def test_beyond_the_best_pace_the_letter_tells_where_that_pace_leads() -> None:
    mend = letters(goal(**COMPLETE), trend=moved(90, 120))[2].mend

    assert mend is not None
    assert mend.values == {"value": 1600 + 6 * 120, "day": date(2027, 12, 31)}


def test_growth_is_counted_from_the_newest_figure_on() -> None:
    assert needed_a_month(YEAR, moved(0, 0)) == pytest.approx((3000 - 1600) / 6)
    assert needed_a_month(YEAR, None) == pytest.approx(2000 / 12)


def test_a_trend_is_the_median_slope_so_that_one_odd_month_does_not_move_it() -> None:
    steady, odd = own_trend(month_ends(10, 12, 14, 16, 18)), own_trend(month_ends(10, 12, 90, 16, 18))

    assert steady is not None
    assert odd is not None
    assert steady.a_month == pytest.approx(2, abs=0.1)
    assert odd.a_month == pytest.approx(steady.a_month, rel=0.15)


def test_the_best_pace_is_that_of_the_fastest_stretches_in_the_wanted_direction() -> None:
    figures = month_ends(10, 10, 10, 10, 40, 40, 40, 40)
    rising, falling = own_trend(figures), own_trend([(day, -value) for day, value in figures], down=True)

    assert rising is not None
    assert falling is not None
    assert rising.best == pytest.approx(10, rel=0.03)
    assert falling.best == -rising.best


def test_a_single_peak_is_no_pace() -> None:
    found = own_trend(month_ends(10, 10, 10, 90, 10, 10, 10, 10, 10, 10, 10, 10))

    assert found is not None
    assert found.best == 0


@pytest.mark.parametrize("figures", [month_ends(1, 2, 3), [(date(2027, 1, day), 1.0 * day) for day in range(1, 20)]])
def test_too_few_figures_are_no_trend(figures: list[tuple[date, float]]) -> None:
    assert own_trend(figures) is None


def test_own_milestones_win_in_the_order_of_their_days_and_end_on_the_target() -> None:
    rows = ((date(2027, 9, 30), 2000.0), (date(2027, 3, 31), 1200.0), (date(2030, 1, 1), 9.0), (None, 5.0))
    found = goal(**COMPLETE, milestones=tuple(Milestone(due=due, value=value) for due, value in rows))

    assert own_milestones(found) == ((date(2027, 3, 31), 1200), (date(2027, 9, 30), 2000), (date(2027, 12, 31), 3000))


def test_without_milestones_of_their_own_there_are_none() -> None:
    assert own_milestones(goal(**COMPLETE)) == ()


def test_a_goal_without_a_start_has_no_path() -> None:
    assert path(goal(**{**COMPLETE, "start": None})) is None


def test_a_year_from_its_first_to_its_last_day_has_twelve_months() -> None:
    assert YEAR.months == 12


def test_growth_on_a_straight_line_is_the_difference_by_the_months() -> None:
    assert amount_a_month(Path(date(2027, 1, 1), date(2027, 6, 30), 1000, 1300)) == 50


def test_growth_by_percentage_compounds_to_the_target() -> None:
    percent = percent_a_month(YEAR)

    assert percent is not None
    assert 1000 * (1 + percent / 100) ** 12 == pytest.approx(3000)


def test_from_nought_no_percentage_leads_anywhere() -> None:
    assert percent_a_month(Path(date(2027, 1, 1), date(2027, 12, 31), 0, 100)) is None


def test_tripling_in_a_year_linearly_adds_half_of_the_start_each_quarter() -> None:
    assert values(YEAR, Growth.LINEAR) == [1500, 2000, 2500, 3000]


def test_tripling_in_a_year_compounded_multiplies_by_1316_thousandths_each_quarter() -> None:
    assert values(YEAR, Growth.COMPOUND) == [1316, 1732, 2280, 3000]


def test_milestones_are_the_last_days_of_the_quarters_that_begin_at_the_start() -> None:
    assert days(Path(date(2027, 2, 15), date(2027, 10, 14), 0, 8)) == [
        date(2027, 5, 14),
        date(2027, 8, 14),
        date(2027, 10, 14),
    ]


def test_a_quarter_that_begins_on_the_last_of_a_month_ends_in_a_shorter_one() -> None:
    assert days(Path(date(2026, 11, 30), date(2027, 5, 29), 0, 6))[0] == date(2027, 2, 28)


def test_a_last_stretch_of_a_month_is_no_milestone_of_its_own() -> None:
    assert days(Path(date(2027, 1, 1), date(2027, 4, 30), 0, 4)) == [date(2027, 4, 30)]


def test_small_values_keep_the_digits_that_tell_them_apart() -> None:
    way = Path(date(2027, 1, 1), date(2027, 12, 31), 2.0, 2.8)

    assert values(way, Growth.LINEAR) == [2.2, 2.4, 2.6, 2.8]


def test_compound_milestones_from_nought_go_straight() -> None:
    way = Path(date(2027, 1, 1), date(2027, 12, 31), 0, 100)

    assert values(way, Growth.COMPOUND) == [25, 50, 75, 100]


@given(paths(), st.sampled_from(Growth))
def test_milestones_end_exactly_on_the_target_on_the_last_day(way: Path, growth: Growth) -> None:
    assert milestones(way, growth)[-1] == (way.last, way.target)


@given(paths(), st.sampled_from(Growth))
@example(Path(date(1983, 1, 2), date(2000, 1, 1), -1e15, -1e15 + 1), Growth.LINEAR)
def test_milestones_go_from_baseline_to_target_without_turning_back(way: Path, growth: Growth) -> None:
    steps = [way.baseline, *values(way, growth)]

    assert steps == sorted(steps, reverse=way.target < way.baseline)


@given(paths())
def test_milestones_come_in_order_and_are_never_too_many(way: Path) -> None:
    found = [way.first, *days(way)]

    assert found == sorted(set(found))
    assert len(found) - 1 <= MOST_MILESTONES

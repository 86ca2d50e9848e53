"""Charts: the same data give the same bytes, the words of a chart fit, and its alternative text tells what it shows."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest

from workshoplib.charts import Chart
from workshoplib.charts.axis import Scale, month_marks, round_marks
from workshoplib.charts.bars import bars
from workshoplib.charts.canvas import SIZE, WIDTH, drawable, shade, width_of, wrapped
from workshoplib.charts.curves import Curve, curves
from workshoplib.charts.fan import fan
from workshoplib.charts.heat import heat
from workshoplib.charts.interval import intervals
from workshoplib.charts.lines import Line, lines
from workshoplib.charts.ranges import Range, ranges
from workshoplib.charts.stacked import stacked
from workshoplib.charts.timeline import Span, timeline
from workshoplib.words import words

SAY = words("nb")
LONG = "Menneskerettighetsorganisasjonssekretariatet"
NAN, INFINITE = float("nan"), float("inf")


def some_bars(amount: float = 6.5, name: str = "Instagram") -> Chart:
    return bars([(name, amount), ("TikTok", 2.25)], say=SAY, title="Timer", limit=("Timer vi har", 5))


def some_shares(amount: float = 40, name: str = "Instagram") -> Chart:
    return stacked([(name, [amount, 10]), ("TikTok", [1, 1])], ["Tips", name], say=SAY, title="Pilarer")


def some_lines(value: float = 8200, name: str = "Plan") -> Chart:
    plan = [(date(2026, 10, 1), value), (date(2027, 9, 30), 12500.0)]
    return lines([Line(name, plan, planned=True)], say=SAY, title="Besøk")


def some_heat(value: float = 80, name: str = "Studenter") -> Chart:
    return heat([name, "Foreldre"], ["Facebook", name], [[value, None], [30, 0]], say=SAY, title="Bruk")


def some_timeline(name: str = "Lansering") -> Chart:
    return timeline([Span(name, date(2027, 3, 1), date(2027, 5, 31), name)], say=SAY, title="Veikart")


def some_intervals(value: float = -2.8, name: str = "Bilde") -> Chart:
    return intervals([(name, value - 1, value, value + 4)], say=SAY, title="Forskjell", sides=("A", name))


def some_ranges(amount: float = 4000, name: str = "Jul") -> Chart:
    drawn = [Range(name, 2000, amount, 9000, 6000), Range("Sommer", 1, 2, 3, 2)]
    return ranges(drawn, say=SAY, title="Fordeling", names=("sannsynlig", "best", "planlagt"))


def some_curves(amount: float = 120, name: str = "Jul") -> Chart:
    curve = Curve(name, [(0, 0), (1000, amount)], filled=(1000, amount), band=[(0, 0, 1), (1000, 90, 140)])
    axes = ("kroner", SAY.number), ("verdi", SAY.number)
    return curves([curve, Curve("Sommer", [(0, 0), (900, 80)])], say=SAY, title="Svar", across=axes[0], up=axes[1])


def some_fan(value: float = 120, name: str = "Besøk") -> Chart:
    ahead = [(date(2027, 6, 30), 90.0, 120.0, 170.0), (date(2027, 9, 30), 80.0, value, 220.0)]
    return fan([(date(2027, 3, 31), 100.0)], ahead, 150.0, say=SAY, title=name)


DRAWN = (
    some_bars,
    some_shares,
    some_lines,
    some_heat,
    some_timeline,
    some_intervals,
    some_ranges,
    some_curves,
    some_fan,
)
OF_NUMBERS = (some_bars, some_shares, some_lines, some_heat, some_intervals, some_ranges, some_curves, some_fan)


@pytest.mark.parametrize("draw", DRAWN)
def test_the_same_data_give_the_same_bytes(draw: Callable[[], Chart]) -> None:
    assert draw() == draw()


def test_another_process_draws_the_same_bytes() -> None:
    code = (
        "from workshoplib.charts.bars import bars; from workshoplib.words import words; import sys;"
        "sys.stdout.write(bars([('Instagram', 6.5)], say=words('nb'), title='Timer').svg)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert run.stdout == bars([("Instagram", 6.5)], say=SAY, title="Timer").svg


@pytest.mark.parametrize("draw", DRAWN)
def test_a_chart_is_one_drawing_that_loads_and_runs_nothing(draw: Callable[[], Chart]) -> None:
    root = ElementTree.fromstring(draw().svg)  # noqa: S314 - our own drawing
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    links = {value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")}
    assert not tags & {"script", "image", "foreignObject", "a", "text"}
    assert all(link.startswith("#") for link in links)


@pytest.mark.parametrize("draw", DRAWN)
def test_the_alternative_text_is_in_the_drawing_as_well(draw: Callable[[], Chart]) -> None:
    root = ElementTree.fromstring(draw().svg)  # noqa: S314 - our own drawing
    assert drawable(draw().alt) in [element.text for element in root.iter()]


def test_the_alternative_text_of_bars_tells_each_amount_and_the_limit() -> None:
    for told in ("Instagram 6,5", "TikTok 2,25", "Timer vi har", "5"):
        assert told in some_bars().alt


def test_the_alternative_text_of_shares_tells_each_share() -> None:
    assert "Instagram: Tips 80\u00a0%, Instagram 20\u00a0%" in some_shares().alt


def test_the_alternative_text_of_a_grid_tells_each_cell_that_is_not_blank() -> None:
    assert "Studenter: Facebook 80; Foreldre: Facebook 30" in some_heat().alt


def test_an_amount_is_written_as_the_step_wants_it() -> None:
    chart = bars([("Annonser", 5000)], say=SAY, title="Budsjett", write=lambda value: SAY.money(value, "NOK"))
    assert SAY.money(5000, "NOK") in chart.alt


@pytest.mark.parametrize("draw", OF_NUMBERS)
@pytest.mark.parametrize("value", [NAN, INFINITE, -INFINITE])
def test_what_is_no_number_is_refused(draw: Callable[[float], Chart], value: float) -> None:
    with pytest.raises(ValueError, match="cannot show"):
        draw(value)


@pytest.mark.parametrize("draw", [some_bars, some_shares, some_heat])
def test_a_negative_amount_is_refused(draw: Callable[[float], Chart]) -> None:
    with pytest.raises(ValueError, match="less than 0"):
        draw(-1)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: bars([], say=SAY, title=""),
        lambda: stacked([], ["Tips"], say=SAY, title=""),
        lambda: lines([], say=SAY, title=""),
        lambda: heat([], [], [], say=SAY, title=""),
        lambda: heat(["Studenter"], ["Facebook"], [[None]], say=SAY, title=""),
        lambda: timeline([], say=SAY, title=""),
        lambda: intervals([], say=SAY, title="", sides=("A", "B")),
    ],
)
def test_a_chart_of_nothing_is_refused(draw: Callable[[], Chart]) -> None:
    with pytest.raises(ValueError, match="at least one"):
        draw()


def test_shares_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="divided"):
        stacked([("Instagram", [0, 0])], ["Tips", "Nytt"], say=SAY, title="")


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        timeline([Span("Lansering", date(2027, 3, 2), date(2027, 3, 1))], say=SAY, title="")


def test_days_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        lines([Line("Plan", [(date(2027, 3, 2), 1), (date(2027, 3, 1), 2)])], say=SAY, title="")


def test_all_amounts_may_be_nought() -> None:
    assert "TikTok 0" in bars([("TikTok", 0)], say=SAY, title="").alt


def test_a_line_of_one_day_can_be_drawn() -> None:
    assert "8\u00a0200" in lines([Line("Nå", [(date(2027, 3, 2), 8200)])], say=SAY, title="").alt


@pytest.mark.parametrize("draw", DRAWN)
def test_the_longest_words_change_only_the_height(draw: Callable[..., Chart]) -> None:
    widths = {ElementTree.fromstring(draw(name=name).svg).attrib["width"] for name in ("x", LONG, f"{LONG} " * 8)}  # noqa: S314
    assert widths == {f"{WIDTH:g}pt"}


@pytest.mark.parametrize("room", [60, 120, 300])
def test_no_line_of_words_is_wider_than_its_room(room: float) -> None:
    text = f"{LONG} og {LONG}-{LONG} for Ærøskøbing"
    assert max(width_of(line) for line in wrapped(text, room, most=99)) <= room


def test_a_broken_word_loses_no_letter() -> None:
    assert "".join(line.removesuffix("-") for line in wrapped(LONG, 80, most=99)) == LONG


def test_a_text_of_too_many_lines_ends_in_dots() -> None:
    lines_of_text = wrapped(f"{LONG} " * 5, 100, most=2)
    assert (len(lines_of_text), lines_of_text[-1][-1]) == (2, "…")
    assert width_of(lines_of_text[-1]) <= 100


def test_dollar_signs_are_dollars_and_not_mathematics() -> None:
    assert width_of("$5_000$ $6^2") > width_of("5000 62", SIZE)
    assert some_bars(name="$\\frac{1}{0$ and $x^").alt


def test_letters_that_the_typeface_lacks_are_left_out() -> None:
    assert drawable("Fjord 🏔\ufe0f\n\u202eog 🇳🇴 sjø") == "Fjord og sjø"


@pytest.mark.parametrize(("low", "high"), [(0, 1), (8200, 12500), (-3, 7), (0.01, 0.02), (5, 5), (0, 0), (1e6, 9e9)])
def test_round_marks_are_few_and_hold_all_values(low: float, high: float) -> None:
    marks = round_marks(low, high)
    assert marks[0] <= low
    assert marks[-1] >= high
    assert len(marks) <= 7


@pytest.mark.parametrize("last", [date(2027, 1, 20), date(2027, 3, 9), date(2027, 12, 31), date(2036, 6, 1)])
def test_names_of_months_never_touch(last: date) -> None:
    first = date(2027, 1, 4)
    across = Scale(first.toordinal(), last.toordinal(), 0, WIDTH)
    marks = month_marks(first, last, across, SAY)
    middles = [min(max(across(day.toordinal()), width_of(name) / 2), WIDTH - width_of(name) / 2) for day, name in marks]
    halves = [width_of(name) / 2 for _, name in marks]
    free = [middle - half for middle, half in zip(middles, halves, strict=True)][1:]
    taken = [middle + half for middle, half in zip(middles, halves, strict=True)][:-1]
    assert len(marks) >= 2
    assert all(start >= end for start, end in zip(free, taken, strict=True))


def test_a_tint_is_deeper_where_there_is_more() -> None:
    assert shade(0) > shade(0.5) > shade(1) == "#0072b2"


def test_a_middle_outside_its_interval_is_refused() -> None:
    with pytest.raises(ValueError, match="outside its ends"):
        intervals([("Bilde", 1, 0, 2)], say=SAY, title="", sides=("A", "B"))


def test_ranges_tell_best_range_and_plan() -> None:
    assert "Jul: best 4\u00a0000, sannsynlig 2\u00a0000 til 9\u00a0000, planlagt 6\u00a0000" in some_ranges().alt


def test_a_fan_tells_where_it_ends_and_what_the_target_is() -> None:
    assert "80 til 220" in some_fan().alt and "150" in some_fan().alt


def test_five_curves_are_two_charts() -> None:
    axis = ("", SAY.number)
    with pytest.raises(ValueError, match="draw two charts"):
        curves([Curve("a", [(0, 0)])] * 5, say=SAY, title="x", across=axis, up=axis)


def test_a_fan_without_anything_ahead_is_refused() -> None:
    with pytest.raises(ValueError, match="some ahead"):
        fan([(date(2027, 3, 31), 100.0)], [], 1.0, say=SAY, title="x")

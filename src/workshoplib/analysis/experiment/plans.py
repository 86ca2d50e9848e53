"""Plans: what the experiments of a review need before they start, and what their figures say."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil

from workshoplib.analysis.experiment.looks import MOST_LOOKS, false_alarms, level_per_look
from workshoplib.analysis.experiment.reading import Difference, chance_b_beats_a, newcombe
from workshoplib.analysis.experiment.sizes import (
    CannotPlan,
    people_for_means,
    people_for_shares,
    smallest_mean,
    smallest_share,
)
from workshoplib.errors import N_
from workshoplib.strategy.review import Counted, Experiment, Reading

WEEK = 7
LONGEST = 8 * WEEK
"""Days after which a test without a stop date is too long: season, prices and people have changed by then."""


@dataclass(frozen=True)
class Need:
    """What a test needs to see its smallest gain, at 5 % and with 80 % power."""

    each: int
    """People, views or posts for each variant."""
    days: int | None
    """At the planned traffic, in whole weeks where there is room for them; None where the traffic is unknown."""
    money: Decimal | None
    available: int | None
    """Days from the first to the last; None where one of them is open."""
    visible: float | None
    """The smallest gain that the days there are would show, in the unit of ``smallest``; None where none would."""

    @property
    def is_too_small(self) -> bool:
        """Whether the test ends before it can show what it is for."""
        return self.days is not None and self.days > (self.available if self.available is not None else LONGEST)


def need(test: Experiment) -> Need | None:
    """What the test needs; None until it is told how it is compared, the usual figure and the smallest gain.

    Raises CannotPlan for figures that no test can have.
    """
    if test.counted is None or test.smallest is None:
        return None
    if test.counted is Counted.MEAN:
        if test.spread is None:
            return None
        each = ceil(people_for_means(test.smallest, test.spread))
    elif test.usual is None:
        return None
    else:
        if test.usual + test.smallest >= 100:
            raise CannotPlan(
                N_("{usual} percent and {smallest} more are not under 100. Lower one of the two."),
                usual=test.usual,
                smallest=test.smallest,
            )
        each = ceil(people_for_shares(test.usual / 100, (test.usual + test.smallest) / 100))
    available = (test.last_day - test.first_day).days + 1 if test.first_day and test.last_day else None
    days = ceil(2 * each / test.people_a_day) if test.people_a_day else None
    money = test.price * 2 * each if test.price is not None else None
    return Need(
        each,
        days and _in_weeks(days, available),
        money,
        available,
        _visible(test, available if available is not None else LONGEST),
    )


def _in_weeks(days: int, available: int | None) -> int:
    """Whole weeks, because Mondays differ from Saturdays; not where only the odd days still fit."""
    whole = WEEK * ceil(days / WEEK)
    return days if available is not None and days <= available < whole else whole


def _visible(test: Experiment, days: int) -> float | None:
    each = (test.people_a_day or 0) * days / 2
    if each <= 1:
        return None
    if test.counted is Counted.MEAN:
        return smallest_mean(test.spread, each) if test.spread else None
    share = smallest_share(test.usual / 100, each) if test.usual else None
    return None if share is None or test.usual is None else 100 * share - test.usual


@dataclass(frozen=True)
class Read:
    """What the newest look at a test says."""

    test: Experiment
    reading: Reading
    difference: Difference
    """B minus A; its interval is as wide as the number of looks demands."""
    chance: float
    """The probability that B is truly better."""
    looks: int
    false_alarms: float
    """The chance that one of so many looks at 5 % would have seen a difference where there is none."""
    is_early: bool
    """Whether the test was not over on the day of the look."""
    short_of: int
    """How many the smaller variant lacks of what was planned; 0 where it has enough or nothing was planned."""


def read(test: Experiment, today: date) -> Read | None:
    """What the newest whole look says; None without one. ``today`` stands for the day of a look without any.

    Raises CannotRead for counts that no test can have.
    """
    whole = [one for one in test.readings if None not in (one.seen_a, one.hits_a, one.seen_b, one.hits_b)]
    if not whole:
        return None
    newest = max(whole, key=lambda one: one.day or today)
    counts = newest.hits_a or 0, newest.seen_a or 0, newest.hits_b or 0, newest.seen_b or 0
    looks = min(len(whole), MOST_LOOKS)
    return Read(
        test,
        newest,
        newcombe(*counts, level=level_per_look(looks)),
        chance_b_beats_a(*counts),
        looks,
        false_alarms(looks),
        bool(test.last_day and (newest.day or today) < test.last_day),
        max(0, _planned(test) - min(counts[1], counts[3])),
    )


def _planned(test: Experiment) -> int:
    try:
        found = need(test)
    except CannotPlan:
        return 0
    return found.each if found else 0

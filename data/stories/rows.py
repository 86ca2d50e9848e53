"""Rows that stories make alike: figures month by month, and who has which part in a task."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from workshoplib.strategy.kpis import Actual
from workshoplib.strategy.response import Assignment, Duty

_DUTIES = {"R": Duty.RESPONSIBLE, "A": Duty.ACCOUNTABLE, "C": Duty.CONSULTED, "I": Duty.INFORMED}


def monthly(values: Sequence[float], ends: Sequence[date], notes: Mapping[date, str]) -> tuple[Actual, ...]:
    """The values as the figures of the last of these months, with what happened in them."""
    return tuple(
        Actual(period_end=end, value=value, note=notes.get(end, ""))
        for end, value in zip(ends[-len(values) :], values, strict=True)
    )


def raci(tasks: Iterable[tuple[str, Mapping[str, str]]]) -> tuple[Assignment, ...]:
    """Tasks with the letter of each person's part, as assignments."""
    return tuple(
        Assignment(task=task, person=person, duty=_DUTIES[letter])
        for task, people in tasks
        for person, letter in people.items()
    )

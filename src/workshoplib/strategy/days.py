"""Stretches of days: the first and the last one, both included."""

from datetime import date

from workshoplib.errors import N_
from workshoplib.strategy.fields import objection


def in_order(first_day: date | None, last_day: date | None) -> None:
    """Objects where the last day comes before the first; a stretch of one day is fine, and so is one not filled in."""
    if first_day and last_day and last_day < first_day:
        raise objection(
            N_("The last day {last_day} is before the first day {first_day}. Change one of them."),
            last_day=last_day,
            first_day=first_day,
        )

"""Rows that stories make alike: figures month by month, who has which part in a task, and what each one thinks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from workshoplib.strategy.kpis import Actual
from workshoplib.strategy.platforms import Judgement, Voice
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


def voices(weights: Mapping[str, tuple[int, int, int, int, int]]) -> tuple[Voice, ...]:
    """Each one's weights for audience, reach, capacity, message and return."""
    return tuple(
        Voice(who=who, audience=audience, reach=reach, capacity=capacity, message=message, result=result)
        for who, (audience, reach, capacity, message, result) in weights.items()
    )


def judgements(said: Iterable[tuple[str, str, int | None, int | None, int | None]]) -> tuple[Judgement, ...]:
    """What each one thinks of a channel: readiness, fit with the message and expected return."""
    return tuple(
        Judgement(who=who, channel=channel, readiness=readiness, message_fit=fit, expected_return=brings)
        for who, channel, readiness, fit, brings in said
    )

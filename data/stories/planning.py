"""How far the posts of a calendar have come on the day that a story is told."""

from datetime import date, timedelta

from workshoplib.strategy.content import PostStatus

READY = (PostStatus.SCHEDULED, PostStatus.SCHEDULED, PostStatus.REVIEW, PostStatus.DRAFT)
"""Posts of this week and the three after it; later ones are ideas."""

WEEK = timedelta(weeks=1)


def status(due: date, today: date) -> PostStatus:
    """How far a post for that day has come."""
    weeks_ahead = (due - today) // WEEK
    return READY[weeks_ahead] if weeks_ahead < len(READY) else PostStatus.IDEA


def created(due: date, planned: date) -> date:
    """The day on which a post entered the calendar: when they last planned, or three weeks ahead."""
    return min(planned, due - 3 * WEEK)

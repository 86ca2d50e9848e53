"""Learning: what reviews, decisions, experiments and trends say on a given day."""

from collections.abc import Iterable
from datetime import date

from workshoplib.analysis.progress import DAYS
from workshoplib.strategy.review import (
    DecisionStatus,
    Experiment,
    ExperimentStatus,
    Review,
    ReviewDecision,
    Stance,
    StrategyReview,
    Trend,
)

STALE_AFTER = 180
"""Days without a review after which a strategy should not be trusted: platforms change twice a year."""

_ORDER = (ExperimentStatus.RUNNING, ExperimentStatus.IDEA, ExperimentStatus.DONE)


def last_review(part: Review) -> date | None:
    """The day of the newest review, whether it was noted as a date or held as a review."""
    days = [review.held for review in part.reviews if review.held]
    return max([*days, *([part.last_review] if part.last_review else [])], default=None)


def newest(part: Review) -> StrategyReview | None:
    """The review held last; where none has a date, the one added last."""
    return max(reversed(part.reviews), key=_held, default=None)


def _held(review: StrategyReview) -> date:
    return review.held or date.min


def is_stale(part: Review, start: date | None, today: date) -> bool:
    """Whether nobody has reviewed the strategy for too long: since its last review, or else since its start."""
    since = last_review(part) or start
    return since is not None and (today - since).days > STALE_AFTER


def is_late(part: Review, today: date) -> bool:
    """Whether the last review is longer ago than the rhythm allows; not where one of the two is unknown."""
    last = last_review(part)
    return last is not None and part.cadence is not None and (today - last).days > DAYS[part.cadence]


def open_decisions(part: Review) -> tuple[ReviewDecision, ...]:
    """The decisions that nobody has carried out or dropped, by their day; those without a day last."""
    waiting = (decision for decision in part.decisions if decision.status is DecisionStatus.OPEN)
    return tuple(sorted(waiting, key=lambda decision: decision.due or date.max))


def ranked(experiments: Iterable[Experiment]) -> tuple[Experiment, ...]:
    """Running experiments first, then those that wait, then those that are done; most value for the effort first."""
    return tuple(sorted(experiments, key=lambda one: (_ORDER.index(one.status), -worth(one))))


def worth(experiment: Experiment) -> float:
    """Value for the effort: value / effort; 0 until both are judged."""
    return experiment.value / experiment.effort if experiment.value and experiment.effort else 0.0


def with_stance(trends: Iterable[Trend], stance: Stance | None) -> tuple[Trend, ...]:
    """The trends towards which the group takes a stance, the most relevant first; None finds the undecided."""
    return tuple(sorted((one for one in trends if one.stance is stance), key=lambda one: -(one.relevance or 0)))


def expired(trends: Iterable[Trend], today: date) -> tuple[Trend, ...]:
    """The trends whose note is older than it was meant to be."""
    return tuple(one for one in trends if one.expires and one.expires < today)

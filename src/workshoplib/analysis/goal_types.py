"""Types of goals that fit what an organisation wants from social media."""

from collections.abc import Iterable, Mapping

from workshoplib.strategy.choices import OutcomeKind
from workshoplib.strategy.goals import GoalType
from workshoplib.strategy.organisation import Use

_FOR_OUTCOME: Mapping[OutcomeKind, tuple[GoalType, ...]] = {
    OutcomeKind.CUSTOMERS: (GoalType.AWARENESS, GoalType.LEADS, GoalType.SALES, GoalType.TRAFFIC),
    OutcomeKind.EMPLOYEES: (GoalType.RECRUITMENT, GoalType.REPUTATION),
    OutcomeKind.PARTNERS: (GoalType.PARTNERS, GoalType.REPUTATION),
}
_FOR_USE: Mapping[Use, tuple[GoalType, ...]] = {
    Use.COMMUNICATION: (GoalType.NEWSLETTER, GoalType.TRAFFIC),
    Use.SERVICE: (GoalType.SERVICE,),
    Use.MARKETING: (GoalType.LEADS, GoalType.SALES, GoalType.TRAFFIC),
    Use.BRAND: (GoalType.AWARENESS, GoalType.REPUTATION),
    Use.IDEAS: (GoalType.LOYALTY,),
}


def fitting(outcomes: Iterable[OutcomeKind], uses: Iterable[Use]) -> tuple[GoalType, ...]:
    """The types that any of the outcomes or uses suggests, in the order of the list."""
    suggested = {kind for outcome in outcomes for kind in _FOR_OUTCOME[outcome]}
    suggested.update(kind for use in uses for kind in _FOR_USE[use])
    return tuple(kind for kind in GoalType if kind in suggested)

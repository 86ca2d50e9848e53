"""What is missing, in sentences that name the items."""

from collections.abc import Sequence

from workshoplib.steps.answers import title_of
from workshoplib.steps.view import View
from workshoplib.strategy.fields import Item

_MOST = 3


def named(items: Sequence[Item], view: View) -> str:
    """The titles of the items as a list in a sentence; beyond three, how many more there are."""
    return listed([title_of(item, view) for item in items], view)


def listed(names: Sequence[str], view: View) -> str:
    """The names as a list in a sentence; beyond three, how many more there are."""
    more = len(names) - _MOST
    rest = [view.say.plural("{n} more", "{n} more", more)] if more > 0 else []
    return view.say.list([*names[:_MOST], *rest])

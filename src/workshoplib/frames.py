"""Lists of the strategy as pandas tables, for analysts who want to compute with them."""

from typing import TYPE_CHECKING

from workshoplib.errors import N_, WorkshopError
from workshoplib.strategy import PARTS, Strategy
from workshoplib.strategy.fields import Kind, questions

if TYPE_CHECKING:
    from pandas import DataFrame


class NoList(WorkshopError):
    """A list was asked for that the strategy does not have."""


def lists() -> tuple[str, ...]:
    """The names of all lists: ``goals.goals``, ``content.posts``, …"""
    return tuple(
        f"{part}.{asked.name}"
        for part, model in PARTS
        for asked in questions(model)
        if asked.kind in {Kind.ITEMS, Kind.TABLE}
    )


def frame(strategy: Strategy, name: str) -> "DataFrame":
    """A table with a row for each entry of a list and a column for each field, in their order.

    Dates, times and amounts stay what they are (``date``, ``time``, ``Decimal``); choices are their values; tables
    within an entry are tuples. NoList names the lists that there are.
    """
    from pandas import DataFrame

    if name not in lists():
        raise NoList(
            N_("The strategy has no list “{name}”. Its lists are: {names}."), name=name, names=", ".join(lists())
        )
    part, field = name.split(".")
    rows = getattr(getattr(strategy, part), field)
    model = next(asked.rows for asked in questions(dict(PARTS)[part]) if asked.name == field)
    columns = list(model.model_fields) if model else []
    return DataFrame([[getattr(row, column) for column in columns] for row in rows], columns=columns)

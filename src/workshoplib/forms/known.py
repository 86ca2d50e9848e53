"""The part as it is known to be saved, which every change is tried against before it is sent."""

from typing import Any

from workshoplib.strategy.fields import Item, Part


class Known:
    """The part as it was last read or saved."""

    def __init__(self, part: Part) -> None:
        self.part = part

    def trial(self, **answers: object) -> Part:
        """The part with other answers, checked as a whole; ValidationError where they do not fit into it."""
        part = {name: getattr(self.part, name) for name in type(self.part).model_fields}
        return type(self.part).model_validate({**part, **answers})

    def keep(self, **answers: object) -> None:
        """Takes over answers that were saved."""
        self.part = self.part.model_copy(update=answers)

    def items(self, field: str) -> tuple[Item, ...]:
        """The items of a list."""
        items: tuple[Item, ...] = getattr(self.part, field)
        return items


def as_json(part: Part, field: str) -> Any:
    """One answer of a part as JSON can hold it."""
    return part.model_dump(mode="json", include={field})[field]

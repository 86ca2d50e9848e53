"""Completeness: which of the questions that a strategy answers have an answer by now."""

from dataclasses import dataclass

from workshoplib.errors import N_
from workshoplib.strategy import Strategy

_QUESTIONS = (
    (N_("Why are we there?"), ("organisation.vision", "organisation.business_goals", "goals.goals")),
    (N_("Whom do we reach?"), ("personas.personas", "platforms.channels")),
    (N_("What do we share?"), ("organisation.core_message", "content.pillars", "content.posts")),
    (N_("How do we measure?"), ("kpis.kpis", "kpis.tools", "review.reviews")),
)


@dataclass(frozen=True)
class Answered:
    """A question with the fields, as ``part.field``, that answer it and those that are still empty."""

    question: str
    by: tuple[str, ...]
    waits_for: tuple[str, ...]


def four_questions(strategy: Strategy) -> tuple[Answered, ...]:
    """The four questions of a strategy, in order, and what has been filled in for each."""
    return tuple(
        Answered(
            question,
            tuple(field for field in fields if _is_filled(strategy, field)),
            tuple(field for field in fields if not _is_filled(strategy, field)),
        )
        for question, fields in _QUESTIONS
    )


def _is_filled(strategy: Strategy, field: str) -> bool:
    part, name = field.split(".")
    return getattr(getattr(strategy, part), name) not in (None, "", ())

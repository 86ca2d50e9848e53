"""RACI: who does the work, who answers for it, who is asked and who is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshoplib.strategy.choices import Department
from workshoplib.strategy.organisation import Person
from workshoplib.strategy.response import Assignment, Duty, Response


@dataclass(frozen=True)
class Task:
    """A task with the ids of the people in each of the four parts."""

    name: str
    people: dict[Duty, tuple[str, ...]]

    @property
    def is_done_by_somebody(self) -> bool:
        return bool(self.people[Duty.RESPONSIBLE])

    @property
    def has_one_to_answer_for_it(self) -> bool:
        return len(self.people[Duty.ACCOUNTABLE]) == 1


def tasks(assignments: Iterable[Assignment]) -> tuple[Task, ...]:
    """The tasks in the order in which they were first named; lines without a task are left out."""
    rows = [row for row in assignments if row.task]
    names = dict.fromkeys(row.task for row in rows)
    return tuple(Task(name, {duty: _people(rows, name, duty) for duty in Duty}) for name in names)


def _people(rows: Iterable[Assignment], name: str, duty: Duty) -> tuple[str, ...]:
    found = (row.person for row in rows if row.task == name and row.duty is duty and row.person)
    return tuple(dict.fromkeys(found))


def departments(response: Response, people: Sequence[Person]) -> tuple[Department, ...]:
    """The departments that take part: named for a role, or those of anybody who has a task or answers a channel."""
    busy = {row.person for row in response.assignments}
    busy |= {one for plan in response.channels for one in (plan.responder, plan.stand_in)}
    found = {department for row in response.role_departments for department in row.departments}
    found |= {person.department for person in people if person.department and person.id in busy}
    return tuple(department for department in Department if department in found)

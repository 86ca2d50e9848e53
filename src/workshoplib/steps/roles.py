"""Roles, as blocks: who does what, which departments take part, and what the policy covers."""

from collections.abc import Iterable

from workshoplib.analysis import raci
from workshoplib.errors import N_
from workshoplib.steps.answers import name_of
from workshoplib.steps.blocks import Block, Bullets, Column, Heading, Paragraph, Table
from workshoplib.steps.gaps import listed
from workshoplib.steps.view import View
from workshoplib.strategy.choices import Department
from workshoplib.strategy.organisation import OrganisationType
from workshoplib.strategy.response import Duty, PolicyPoint

ENOUGH_DEPARTMENTS = 3

_HEADINGS = {
    Duty.RESPONSIBLE: N_("Does the work"),
    Duty.ACCOUNTABLE: N_("Answers for it"),
    Duty.CONSULTED: N_("Is asked before"),
    Duty.INFORMED: N_("Is told after"),
}


def duties(view: View) -> Iterable[Block]:
    """Each task with its people in the four parts, and how many departments take part."""
    say = view.say
    tasks = raci.tasks(view.strategy.response.assignments)
    if tasks:
        yield Table(
            say("Who does what"),
            (Column(say("Task")), *(Column(say(_HEADINGS[duty])) for duty in Duty)),
            tuple((task.name, *(_names(task.people[duty], view) for duty in Duty)) for task in tasks),
        )
    found = _departments(view)
    if found:
        names = say.list([say(department.label) for department in found])
        yield Paragraph(
            say.plural(
                "{n} department takes part: {names}.", "{n} departments take part: {names}.", len(found), names=names
            )
        )


def _departments(view: View) -> tuple[Department, ...]:
    return raci.departments(view.strategy.response, view.strategy.organisation.people)


def _names(people: Iterable[str], view: View) -> str:
    return ", ".join(name_of("organisation.people", one, view) for one in people)


def policy(view: View) -> Iterable[Block]:
    """What the policy covers and what it does not; nothing before a point is ticked."""
    ticked = view.strategy.response.policy
    if ticked:
        say = view.say
        yield Heading(say("The policy covers"))
        yield Bullets(tuple(say(point.label) for point in PolicyPoint if point in ticked))
        missing = _missing_points(view)
        if missing:
            yield Heading(say("Not written down yet"))
            yield Bullets(tuple(say(point.label) for point in missing))


def _missing_points(view: View) -> tuple[PolicyPoint, ...]:
    """The points without a tick; archiving is asked of public bodies only."""
    ticked = set(view.strategy.response.policy)
    if view.strategy.organisation.type is not OrganisationType.PUBLIC:
        ticked.add(PolicyPoint.RECORDS)
    return tuple(point for point in PolicyPoint if point not in ticked)


def gaps(view: View) -> Iterable[str]:
    """What is missing, in sentences: tasks without people, too few departments, a policy with holes."""
    say = view.say
    tasks = raci.tasks(view.strategy.response.assignments)
    idle = [task.name for task in tasks if not task.is_done_by_somebody]
    if idle:
        yield say("Tasks that nobody does: {names}.", names=listed(idle, view))
    headless = [task.name for task in tasks if not task.has_one_to_answer_for_it]
    if headless:
        yield say("Tasks without exactly one person who answers for them: {names}.", names=listed(headless, view))
    if not tasks:
        yield say("Nobody has been given a task.")
    elif len(_departments(view)) < ENOUGH_DEPARTMENTS:
        yield say("Fewer than three departments take part; service and sales hear what marketing does not.")
    missing = len(_missing_points(view))
    if missing:
        yield say.plural("{n} point of the policy is missing.", "{n} points of the policy are missing.", missing)

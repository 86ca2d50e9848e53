"""What a good calendar is, written into the programme: occasions, campaigns and shares (see ``model``)."""

from collections.abc import Hashable, Mapping
from math import floor, inf

from workshoplib.analysis.schedule.model import SLACK, Model, days_of, format_of, minus, pillar, slot, support, ways
from workshoplib.analysis.schedule.program import Program, total
from workshoplib.analysis.schedule.request import OPEN, Bond
from workshoplib.analysis.schedule.targets import week_of

WEEK, PILLAR, FORMAT, PERSONA, FLEXIBLE, DRIVE = 80, 60, 20, 40, 60, 80
"""What a post in the wrong week, pillar, format, … weighs against attention, which is at most 100 a post."""


def wishes(model: Model) -> None:
    """Writes what a good calendar is: occasions, campaigns and shares."""
    _occasions(model)
    _drives(model)
    program, wanted, request = model.program, model.wanted, model.request
    for line in model.lines:
        for week in range(request.weeks):
            _aim(program, ("week", line.id, week), model.posts(line, [week]), wanted.weekly[line.id, week], WEEK)
        for block, weeks in enumerate(model.blocks):
            jobs = [job for job in model.jobs if job.line == line.id and week_of(job, request) in weeks]
            for f, number in wanted.formats[line.id, block].items():
                terms = total(model.made(line, weeks, formats=[f]))
                terms |= total(key for job in jobs if format_of(job) == f for key in ways(job))
                _aim(program, ("format", line.id, block, f), terms, number, FORMAT if f else FLEXIBLE)
            for persona, number in wanted.personas[line.id, block].items():
                meant = [
                    slot(line, n)
                    for n, one in enumerate(line.slots)
                    if one.persona == persona and request.week_of(one.day) in weeks
                ]
                terms = total((*meant, *(key for job in jobs if job.persona == persona for key in ways(job))))
                _aim(program, ("persona", line.id, block, persona), terms, number, PERSONA)
    if request.pillars:
        _pillars(model)


def _pillars(model: Model) -> None:
    program, request = model.program, model.request
    for block, weeks in enumerate(model.blocks):
        for line in model.lines:
            shared = [program.number(pillar(line, block, p), inf) for p in sorted(request.pillars)]
            settled = model.made(line, weeks, formats=[f for f in line.effort if f != OPEN])
            program.row({**total(shared), **minus(settled)}, 0, 0)
        jobs = [job for job in model.jobs if week_of(job, request) in weeks]
        for p, number in model.wanted.pillars[block].items():
            terms = total(pillar(line, block, p) for line in model.lines)
            terms |= total(key for job in jobs if job.pillar == p and not job.flexible for key in ways(job))
            _aim(program, ("pillar", block, p), terms, number, PILLAR)


def _occasions(model: Model) -> None:
    for n, occasion in enumerate(sorted(model.request.occasions, key=lambda one: (one.name, min(one.days)))):
        posts = [slot(line, k) for line in model.lines for k, one in enumerate(line.slots) if one.day in occasion.days]
        posts += [key for job in model.jobs for day, key in days_of(job) if day in occasion.days]
        if posts:
            served = model.program.number(("occasion", n), gain=occasion.gain)
            model.program.row({served: 1, **minus(posts)}, high=0)


def _drives(model: Model) -> None:
    request, supported = model.request, []
    for line in model.lines:
        for drive in (one for one in sorted(request.drives, key=lambda one: one.id) if one.line == line.id):
            for week in sorted({request.week_of(day) for day in drive.days} & set(range(request.weeks))):
                posts = [
                    slot(line, n)
                    for n, one in enumerate(line.slots)
                    if one.day in drive.days and request.week_of(one.day) == week
                ]
                if posts and not model.program.has(support(line, week)):
                    key = model.program.number(support(line, week), gain=DRIVE)
                    flexible = model.made(line, [week], formats=[OPEN])
                    model.program.row({key: 1, **minus(posts), **total(flexible)}, high=0)
                    supported.append(key)
    selling = [key for job in model.jobs if job.promotes for key in ways(job)]
    fixed = sum(job.promotes and job.bond is Bond.KEPT for job in model.jobs)
    most = max(floor(request.promotion * sum(model.wanted.posts.values()) + SLACK), fixed)
    if supported or selling:
        model.program.row(total((*supported, *selling)), high=most)


def _aim(program: Program, key: Hashable, terms: Mapping[Hashable, float], number: int, weight: int) -> None:
    under = program.number(("under", key), inf, gain=-weight)
    over = program.number(("over", key), inf, gain=-weight)
    program.row({**terms, under: 1, over: -1}, number, number)

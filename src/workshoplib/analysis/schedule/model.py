r"""The schedule as a mixed integer programme.

Sets: lines c (channels), days d, weeks w, blocks b of four weeks, slots s = (day, hour, persona q) of a line, formats f
(with OPEN for flexible posts), makers o, pillars p, jobs i that are known beforehand with their ways k, occasions e.

Whole numbers that are decided:

    x[c,s]      1 if a free post goes out in a slot          z[c,w,f,o]  free posts of a format by a maker in a week
    y[i,k]      1 if a job is done in a way                  v[c,b,p]    free posts of a pillar in a block
    g[e]        1 if an occasion has a post                  m[c,w]      1 if a free post supports the campaign
    ahead[o,w]  hundredths of hours of a week's work that are done in the week before
    under, over of each target

Gained, as much as possible:

      sum attention[s] x[c,s] + sum attention[i,k] y[i,k]            people are there (0 to 100 a post)
    + sum gain[e] g[e] + DRIVE sum m[c,w]                            own dates, theme days, campaigns have a post
    + MAKER sum z[c,w,f,o] (o owns c, f is a strength of o)          people do what they answer for and do gladly
    - WEEK  sum |posts[c,w] - quota[c,w]|                            steady
    - PILLAR, FORMAT, PERSONA, FLEXIBLE sum |number - target|        in the shares that were agreed, block by block

Limits:

    (jobs)       sum_k y[i,k] = 1 kept posts and series; <= 1 posts of an earlier plan
    (cadence)    posts[c,b] = max(sum of quotas, jobs that are there anyway);  x in a week <= quota + 1
    (gap)        in any gap[c] days in a row: free and earlier posts, with any one job, <= at_once[c]
    (making)     sum_f,o z[c,w,f,o] = sum_s in w x[c,s];   sum_p v[c,b,p] = sum of z[c,w,f,o] without OPEN
    (hours)      work[o,w] - ahead[o,w] + ahead[o,w+1] <= hours[o] presence[o,w],  ahead[o,w] <= work[o,w]
                 with work = sum effort z + hours of jobs: work may be done in the week before; the same for all makers
                 together with the hours that go to content. Kept posts take their hours first; where they alone take
                 more than there is, nothing is added to them
    (leave)      for each set O of makers who are away: sum_o in O z[c,w,.,o] <= posts on days when one of O is there
                 (Hall's condition: so each post can be given to a maker who is there that day)
    (promotion)  sum m + promoting jobs <= promotion x posts;  m[c,w] <= posts on campaign days - flexible ones
    (occasion)   g[e] <= posts on its days

An earlier plan is changed as little as possible: first as many of its posts as can be stay in their place
(max sum y[earlier]), then, with that number held, the gain above is made as large as possible.
"""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, timedelta
from itertools import combinations
from math import inf

from workshoplib.analysis.schedule.program import Program, total
from workshoplib.analysis.schedule.request import OPEN, Bond, Job, Line, Person, Request
from workshoplib.analysis.schedule.targets import Targets, blocks, week_of

MAKER = 5
"""What it weighs that people make what they answer for or are good at; the other weights are in ``wishes``."""

Terms = dict[Hashable, float]


class Model:
    """The programme of one request. Things are taken in the order of their ids, so that no other order matters."""

    def __init__(self, request: Request, wanted: Targets) -> None:
        self.request = request
        self.wanted = wanted
        self.program = Program()
        self.lines = tuple(sorted(request.lines, key=lambda line: line.id))
        self.people = tuple(sorted(request.people, key=lambda person: person.id))
        self.jobs = tuple(sorted(request.jobs, key=lambda job: job.id))
        self.blocks = blocks(request.weeks)
        self._decide()

    def limits(self, *, jobs: bool = True, hours: bool = True, gaps: bool = True) -> None:
        """Writes the limits that any calendar keeps, whatever is wanted of it."""
        for job in self.jobs if jobs else ():
            self.program.row(total(ways(job)), 0 if job.bond is Bond.EARLIER else 1, 1)
        for line in self.lines:
            for week in range(self.request.weeks):
                made = self.made(line, [week])
                self.program.row({**total(made), **minus(self.free(line, [week]))}, 0, 0)
                self._leave(line, week)
            if gaps:
                self._gaps(line)
        if hours:
            self.hours({})

    def cadence(self) -> None:
        """Writes how many posts each channel has."""
        for line in self.lines:
            for block, weeks in enumerate(self.blocks):
                number = self.wanted.posts[line.id, block]
                self.program.row(self.posts(line, weeks), number, number)
            for week in range(self.request.weeks):
                self.program.row(total(self.free(line, [week])), high=self.wanted.weekly[line.id, week] + 1)

    def hours(self, more: Mapping[str, Hashable]) -> None:
        """Writes the limits of hours; ``more`` are numbers of extra half hours a week, by person."""
        for person in self.people:
            self._hours(person.id, (person,), more)
        if self.people:
            self._hours("", self.people, more)

    def _hours(self, who: str, people: tuple[Person, ...], more: Mapping[str, Hashable]) -> None:
        """Keeps the hours of one person, or of all together (""), within what there is."""
        ahead = [self.program.number(("ahead", who, week), _MUCH / _HUNDREDTH) for week in range(1, self.request.weeks)]
        for week in range(self.request.weeks):
            monday = self.request.monday + timedelta(weeks=week)
            there = [(person, person.presence(monday)) for person in people]
            limit = sum((one.hours if who else one.for_content) * share for one, share in there)
            extra = {more[one.id]: -share / 2 for one, share in there} if more else {}
            terms, kept = self._work(people, week)
            before = {ahead[week - 1]: -_HUNDREDTH} if week else {}
            after = {ahead[week]: _HUNDREDTH} if week + 1 < self.request.weeks else {}
            if before:
                self.program.row({**{key: -hours for key, hours in terms.items()}, ahead[week - 1]: _HUNDREDTH}, high=0)
            left, net = limit - kept + SLACK, {**terms, **before, **after}
            if left >= 0 or not more:
                self.program.row({**net, **extra}, high=max(left, SLACK))
                continue
            # Kept posts take more than there is: extra hours are worth something only once they cover that, too.
            covered = self.program.number(("covered", who, week))
            self.program.row({**net, covered: -_MUCH}, high=SLACK)
            self.program.row({**net, **extra, covered: _MUCH}, high=left + _MUCH)

    def _work(self, people: tuple[Person, ...], week: int) -> tuple[Terms, float]:
        """The hours of each post that some people may make for a week, and those of posts that are kept anyway."""
        ids = {person.id for person in people}
        terms: Terms = {
            made(line, week, f, maker): hours
            for line in self.lines
            for f, hours in line.effort.items()
            for maker in line.makers[f]
            if maker in ids
        }
        kept = 0.0
        for job in (job for job in self.jobs if week_of(job, self.request) == week):
            if job.bond is Bond.KEPT:
                kept += job.hours * (job.options[0].maker in ids)
            else:
                terms |= {key: job.hours for key, way in zip(ways(job), job.options, strict=True) if way.maker in ids}
        return terms, kept

    def free(self, line: Line, weeks: Iterable[int]) -> list[Hashable]:
        """The free posts of a line in some weeks."""
        within = set(weeks)
        return [slot(line, n) for n, one in enumerate(line.slots) if self.request.week_of(one.day) in within]

    def made(self, line: Line, weeks: Iterable[int], *, formats: Iterable[str] | None = None) -> list[Hashable]:
        """The free posts of a line in some weeks, by format and maker."""
        wanted = line.effort if formats is None else formats
        return [made(line, week, f, maker) for week in weeks for f in sorted(wanted) for maker in line.makers[f]]

    def posts(self, line: Line, weeks: Iterable[int]) -> Terms:
        """All posts of a line in some weeks."""
        within = set(weeks)
        jobs = [
            key
            for job in self.jobs
            if job.line == line.id and week_of(job, self.request) in within
            for key in ways(job)
        ]
        return total((*self.free(line, within), *jobs))

    def _decide(self) -> None:
        for job in self.jobs:
            for key, option in zip(ways(job), job.options, strict=True):
                self.program.number(key, gain=option.attention)
        strengths = {person.id: person.strengths for person in self.people}
        for line in self.lines:
            for place, one in enumerate(line.slots):
                self.program.number(slot(line, place), gain=one.attention)
            for week in range(self.request.weeks):
                for f in sorted(line.effort):
                    for maker in line.makers[f]:
                        gain = MAKER * ((maker == line.owner) + (f in strengths.get(maker, ())))
                        self.program.number(made(line, week, f, maker), inf, gain=gain)

    def _gaps(self, line: Line) -> None:
        jobs = [job for job in self.jobs if job.line == line.id]
        loose = [(one.day, slot(line, place)) for place, one in enumerate(line.slots)]
        loose += [(job.options[0].day, ways(job)[0]) for job in jobs if job.bond is Bond.EARLIER]
        bound = [list(days_of(job)) for job in jobs if job.bond is not Bond.EARLIER]
        for first in (self.request.monday + timedelta(day) for day in range(7 * self.request.weeks)):
            window = {first + timedelta(day) for day in range(line.gap)}
            posts = [key for day, key in loose if day in window]
            if not posts:
                continue
            there = [inside for job in bound if (inside := [key for day, key in job if day in window])]
            if line.at_once == 1:
                for inside in there or [[]]:
                    self.program.row(total((*posts, *inside)), high=1)
            elif len(there) <= line.at_once:
                self.program.row(total((*posts, *(key for inside in there for key in inside))), high=line.at_once)
            else:
                self.program.row(total(posts), high=0)

    def _leave(self, line: Line, week: int) -> None:
        monday = self.request.monday + timedelta(weeks=week)
        days = {monday + timedelta(day) for day in range(7)}
        away = {person.id: person.away & days for person in self.people if person.away & days}
        makers = sorted({maker for f in line.effort for maker in line.makers[f]} & set(away))
        for size in range(1, len(makers) + 1):
            for some in combinations(makers, size):
                none_there = frozenset.intersection(*(away[maker] for maker in some))
                if none_there:
                    served = [
                        slot(line, n)
                        for n, one in enumerate(line.slots)
                        if one.day in days and one.day not in none_there
                    ]
                    theirs = [made(line, week, f, o) for f in sorted(line.effort) for o in line.makers[f] if o in some]
                    self.program.row({**total(theirs), **minus(served)}, high=0)


_HUNDREDTH = 0.01
"""Hours worked ahead are counted in hundredths: with whole numbers only, HiGHS is several times as fast."""
_MUCH = 2000.0
"""Hours; more than any team has in a week."""
SLACK = 1e-6
"""Hours are added up in binary fractions: 0.1 ten times is not 1."""


def slot(line: Line, place: int) -> Hashable:
    """The key of a free post in a line's slot."""
    return "x", line.id, place


def made(line: Line, week: int, format: str, maker: str) -> Hashable:
    """The key of the number of free posts of a format by a maker in a week."""
    return "z", line.id, week, format, maker


def pillar(line: Line, block: int, p: str) -> Hashable:
    """The key of the number of free posts of a pillar in a block."""
    return "v", line.id, block, p


def support(line: Line, week: int) -> Hashable:
    """The key of a free post that supports the campaign of a line in a week."""
    return "m", line.id, week


def ways(job: Job) -> list[Hashable]:
    """The keys of a job's ways."""
    return [("y", job.id, place) for place in range(len(job.options))]


def days_of(job: Job) -> Iterable[tuple[date, Hashable]]:
    return zip((way.day for way in job.options), ways(job), strict=True)


def format_of(job: Job) -> str | None:
    return OPEN if job.flexible else job.format or None


def minus(keys: Iterable[Hashable]) -> Terms:
    return dict.fromkeys(keys, -1.0)

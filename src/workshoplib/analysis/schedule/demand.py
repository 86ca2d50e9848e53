"""From what was decided to what a schedule is made from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from statistics import fmean
from zoneinfo import ZoneInfo

from workshoplib.analysis.audience import living
from workshoplib.analysis.load import hours_of_formats, hours_of_post, monday_of
from workshoplib.analysis.presence import active
from workshoplib.analysis.schedule import days as calendar
from workshoplib.analysis.schedule.marks import is_untouched
from workshoplib.analysis.schedule.request import NOBODY, OPEN, Bond, Drive, Job, Line, Option, Person, Request
from workshoplib.analysis.schedule.series import days_of_series, week_around
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy import organisation as org
from workshoplib.strategy.budget import CampaignStatus
from workshoplib.strategy.choices import Country, Format, Rhythm, RoleType
from workshoplib.strategy.content import Post, PostKind, Series
from workshoplib.strategy.platforms import Channel

FEWEST_WEEKS, MOST_WEEKS = 2, 26

PROMOTION = 0.3
"""Share of posts that sell, at most: more, and people leave."""

_MAKERS = 3
"""As many people as a format is given to on a channel, the best first."""
_SKILLED, _BEGUN = 2, 1
_USUAL_HOURS = 1.0
_MAKING = {RoleType.POST, RoleType.BLOG}
_USUAL_NOON = time(calendar.NOON)


def demand(strategy: Strategy, facts: Facts, monday: date, weeks: int, language: str = "en") -> Request:
    """What a strategy wants in so many weeks from a Monday on.

    Days are closed on public holidays and in quiet times; hours are those granted, less leave, and of those the share
    that goes to content. Posts that are there already stay, those of an earlier untouched plan may move.
    """
    return _Demand(strategy, facts, monday, weeks, language).request()


@dataclass(frozen=True)
class _Demand:
    strategy: Strategy
    facts: Facts
    monday: date
    weeks: int
    language: str

    def request(self) -> Request:
        content, budget = self.strategy.content, self.strategy.budget
        open_days = self.open_days
        lines = tuple(self._line(channel) for channel in self.channels)
        shares = {pillar.id: pillar.share or 0.0 for pillar in content.pillars}
        if not any(shares.values()):
            shares = dict.fromkeys(shares, 1.0)
        kept = [job for post in self.posts if not is_untouched(post) for job in self._kept(post)]
        series = [job for one in content.series for job in self._series(one, lines)]
        taken = {job.was for job in series}
        earlier = [job for post in self.posts if is_untouched(post) for job in self._earlier(post, lines, taken)]
        return Request(
            monday=self.monday,
            weeks=self.weeks,
            lines=lines,
            people=self.people,
            pillars=shares,
            flexible=(content.flexible_percent or 0.0) / 100,
            promotion=PROMOTION,
            jobs=(*kept, *series, *earlier),
            occasions=calendar.occasions(
                content.occasions, self.facts.days, self.country, self.language, sorted(open_days)
            ),
            drives=tuple(
                Drive(one.id, one.channel, self._unsupported(one.id, one.first_day, one.last_day))
                for one in budget.campaigns
                if one.first_day and one.last_day and one.status in {CampaignStatus.PLANNED, CampaignStatus.RUNNING}
                if any(line.id == one.channel for line in lines)
            ),
        )

    @property
    def country(self) -> Country | None:
        return self.strategy.organisation.country

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(calendar.ZONES[self.country]) if self.country else ZoneInfo("UTC")

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(n) for n in range(7 * self.weeks))

    @property
    def open_days(self) -> frozenset[date]:
        years = sorted({day.year for day in self.days})
        holidays = self.facts.holidays(self.country.value, years) if self.country else {}
        return frozenset(self.days) - calendar.closed(self.days, holidays, self.strategy.content.occasions)

    @property
    def rates(self) -> Mapping[str, float]:
        return {row.channel: row.posts_per_week for row in self.strategy.content.cadence if row.posts_per_week}

    @property
    def channels(self) -> tuple[Channel, ...]:
        return tuple(channel for channel in active(self.strategy.platforms) if channel.id in self.rates)

    @property
    def posts(self) -> tuple[Post, ...]:
        last = self.days[-1]
        return tuple(post for post in self.strategy.content.posts if post.due and self.monday <= post.due <= last)

    @property
    def people(self) -> tuple[Person, ...]:
        share = self.strategy.budget.content_percent
        return tuple(
            Person(
                one.id,
                one.hours_a_week,
                one.hours_a_week * (share if share is not None else 100.0) / 100,
                frozenset(day for day in self.days if _is_away(one, day)),
                frozenset(strength.value for strength in one.strengths),
            )
            for one in self.strategy.organisation.people
            if one.hours_a_week
        )

    def effort(self, format: Format | None) -> float:
        """Hours that a format takes; the mean of those known where nobody has said."""
        usual = hours_of_formats(self.strategy.content)
        return usual.get(format, fmean(usual.values()) if usual else _USUAL_HOURS) if format else _USUAL_HOURS

    def presence(self, channel: Channel) -> calendar.Presence:
        return calendar.Presence(living(self.strategy.personas), channel.platform)

    def _line(self, channel: Channel) -> Line:
        usual = hours_of_formats(self.strategy.content)
        formats = channel.formats or tuple(usual) or (Format.IMAGE,)
        effort = {f.value: self.effort(f) for f in formats}
        makers = {f.value: self.makers(channel, f) for f in formats}
        anyone = tuple(sorted({maker for some in makers.values() for maker in some}))[:_MAKERS]
        presence, rate = self.presence(channel), self.rates[channel.id]
        table = calendar.usual_hours(self.facts.post_times, channel.platform)
        return Line(
            id=channel.id,
            rate=rate,
            gap=gap(rate),
            at_once=max(1, -int(-rate // 7)),
            effort={**effort, OPEN: round(fmean(effort.values()), 2)},
            makers={**makers, OPEN: anyone},
            slots=tuple(presence.slots(sorted(self.open_days), self.zone, table)),
            open_days=self._days_with(frozenset(maker for some in makers.values() for maker in some)),
            personas=presence.counts,
            owner=channel.owner,
        )

    def _unsupported(self, campaign: str, first: date, last: date) -> frozenset[date]:
        """The days of a campaign in weeks that have no post beside it yet."""
        weeks = {(post.due - self.monday).days // 7 for post in self.posts if post.due and post.campaign == campaign}
        return frozenset(
            day for day in self.days if first <= day <= last and (day - self.monday).days // 7 not in weeks
        )

    def _days_with(self, makers: frozenset[str]) -> tuple[int, ...]:
        """The open days of each week on which one of these people is there."""
        away = [one.away for one in self.people if one.id in makers]
        nobody_there = frozenset.intersection(*away) if away else frozenset()
        served = self.open_days - nobody_there
        return tuple(sum(day in served for day in self.days[7 * w : 7 * w + 7]) for w in range(self.weeks))

    def makers(self, channel: Channel, format: Format) -> tuple[str, ...]:
        """Who can make a format on a channel: those with skill, else beginners, else the channel's owner."""
        at_work = [
            one
            for one in self.strategy.organisation.people
            if one.hours_a_week and (not one.roles or _MAKING & set(one.roles))
        ]
        skills = {one.id: _skill(one, channel, format) for one in at_work}
        for least in (_SKILLED, _BEGUN):
            able = [one for one in at_work if skills[one.id] >= least]
            if able:
                able.sort(
                    key=lambda one: (one.id != channel.owner, format not in one.strengths, -skills[one.id], one.id)
                )
                return tuple(one.id for one in able[:_MAKERS])
        owner = [one.id for one in at_work if one.id == channel.owner]
        return tuple(owner or sorted(one.id for one in at_work)[:_MAKERS]) or (NOBODY,)

    def _kept(self, post: Post) -> Iterator[Job]:
        assert post.due is not None  # noqa: S101 - only dated posts come here; tells the type checker
        yield _job(post, Bond.KEPT, (Option(post.due, post.at, post.owner),), self._hours(post))

    def _earlier(self, post: Post, lines: Sequence[Line], taken: set[str]) -> Iterator[Job]:
        """An untouched post of an earlier plan, where it could still stay as it is."""
        line = next((one for one in lines if one.id == post.channel), None)
        assert post.due is not None  # noqa: S101 - as above
        if line is None or post.id in taken or post.series:
            return
        format = OPEN if post.kind is PostKind.FLEXIBLE or not post.format else post.format.value
        there = post.owner == NOBODY or any(one.id == post.owner and post.due not in one.away for one in self.people)
        able = post.owner in line.makers.get(format, ())
        if post.due in self.open_days and there and able and post.at:
            score = self.presence(self._channel(line.id)).attention(post.due, post.at.hour)
            yield _job(post, Bond.EARLIER, (Option(post.due, post.at, post.owner, score),), line.effort[format])

    def _series(self, series: Series, lines: Sequence[Line]) -> Iterator[Job]:
        line = next((one for one in lines if one.id == series.channel), None)
        if line is None:
            return
        left = [post for post in self.posts if post.series == series.id]
        presence = self.presence(self._channel(line.id))
        for day in days_of_series(series, self.monday, self.weeks):
            was = _of_that_time(series, day, left)
            if was:
                left.remove(was)
                if not is_untouched(was):
                    continue
            ways = tuple(self._ways(series, line, day, presence))
            if ways:
                yield Job(
                    id=f"{series.id}@{day}",
                    line=line.id,
                    bond=Bond.SERIES,
                    options=ways,
                    format=series.format.value if series.format else "",
                    hours=self.effort(series.format),
                    pillar=series.pillar,
                    source=series.id,
                    was=was.id if was else "",
                )

    def _ways(self, series: Series, line: Line, day: date, presence: calendar.Presence) -> Iterator[Option]:
        """The series on its day; where that is closed or nobody is there, on another day of the week."""
        at = series.at or _USUAL_NOON
        for other in week_around(day):
            if other not in self.open_days or not calendar.is_plain(other, at.hour, self.zone):
                continue
            makers = self._at_work(series, line, other)
            score = max(presence.attention(other, at.hour) - _A_DAY_OFF * abs((other - day).days), 0)
            yield from (Option(other, at, maker, score) for maker in makers)
            if makers and other == day:
                return

    def _at_work(self, series: Series, line: Line, day: date) -> tuple[str, ...]:
        away = {one.id for one in self.strategy.organisation.people if _is_away(one, day)}
        if series.owner and series.owner not in away:
            return (series.owner,)
        stand_in = line.makers.get(series.format.value if series.format else OPEN, ())
        return tuple(maker for maker in stand_in if maker not in away)

    def _hours(self, post: Post) -> float:
        known = hours_of_post(post, hours_of_formats(self.strategy.content))
        return known if known is not None else self.effort(post.format)

    def _channel(self, id: str) -> Channel:
        return next(channel for channel in self.channels if channel.id == id)


_A_DAY_OFF = 10
"""What a day's distance from the day of a series weighs against attention."""


def gap(rate: float) -> int:
    """Days from one post to the next on a channel, at least: three for one a week, two for up to three, else one."""
    return 3 if rate <= 1 else 2 if rate <= 3 else 1


def _of_that_time(series: Series, day: date, posts: Sequence[Post]) -> Post | None:
    """The post of a series that stands for one of its days: the nearest in the same day, week or month."""

    def stretch(on: date) -> object:
        match series.rhythm:
            case Rhythm.DAILY:
                return on
            case Rhythm.WEEKLY:
                return monday_of(on)
            case Rhythm.FORTNIGHTLY:
                return (monday_of(on) - monday_of(day)).days // 14
        return on.year, on.month

    near = [(abs((post.due - day).days), post) for post in posts if post.due and stretch(post.due) == stretch(day)]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _job(post: Post, bond: Bond, options: tuple[Option, ...], hours: float) -> Job:
    return Job(
        id=post.id,
        line=post.channel,
        bond=bond,
        options=options,
        format=post.format.value if post.format else "",
        hours=hours,
        pillar=post.pillar,
        persona=post.personas[0] if post.personas else "",
        promotes=post.promotional,
        flexible=post.kind is PostKind.FLEXIBLE,
    )


def _skill(person: org.Person, channel: Channel, format: Format) -> int:
    """Best skill on the channel's platform: for the format, or where that was not asked for all."""
    told = [row for row in person.skills if row.platform is channel.platform and row.skill is not None]
    own = [row.skill or 0 for row in told if row.format is format]
    return max(own or [row.skill or 0 for row in told if row.format is None], default=0)


def _is_away(person: org.Person, day: date) -> bool:
    return any(one.start and one.start <= day <= (one.end or one.start) for one in person.leave)

"""What each channel wants: how often, in which formats, by whom and when."""

from statistics import fmean

from workshoplib.analysis.load import hours_of_formats
from workshoplib.analysis.schedule import days as calendar
from workshoplib.analysis.schedule.request import NOBODY, OPEN, Line
from workshoplib.analysis.schedule.window import Window
from workshoplib.strategy import organisation as org
from workshoplib.strategy.choices import Format, RoleType
from workshoplib.strategy.platforms import Channel

_MAKERS = 3
"""As many people as a format is given to on a channel, the best first."""
_SKILLED, _BEGUN = 2, 1
_MAKING = {RoleType.POST, RoleType.BLOG}


def line(window: Window, channel: Channel) -> Line:
    """What a channel that is run and has a rhythm wants in a window."""
    usual = hours_of_formats(window.strategy.content)
    formats = channel.formats or tuple(usual) or (Format.IMAGE,)
    effort = {f.value: window.effort(f) for f in formats}
    makers = {f.value: makers_of(window, channel, f) for f in formats}
    anyone = tuple(sorted({maker for some in makers.values() for maker in some}))[:_MAKERS]
    presence, rate = window.presence(channel), window.rates[channel.id]
    table = calendar.usual_hours(window.facts.post_times, channel.platform)
    return Line(
        id=channel.id,
        rate=rate,
        gap=gap(rate),
        at_once=max(1, -int(-rate // 7)),
        effort={**effort, OPEN: round(fmean(effort.values()), 2)},
        makers={**makers, OPEN: anyone},
        slots=tuple(presence.slots(sorted(window.open_days), window.zone, table)),
        open_days=window.days_with(frozenset(maker for some in makers.values() for maker in some)),
        personas=presence.counts,
        owner=channel.owner,
    )


def gap(rate: float) -> int:
    """Days from one post to the next on a channel, at least: three for one a week, two for up to three, else one."""
    return 3 if rate <= 1 else 2 if rate <= 3 else 1


def makers_of(window: Window, channel: Channel, format: Format) -> tuple[str, ...]:
    """Who can make a format on a channel: those with skill, else beginners, else the channel's owner."""
    at_work = [
        one
        for one in window.strategy.organisation.people
        if one.hours_a_week and (not one.roles or _MAKING & set(one.roles))
    ]
    skills = {one.id: _skill(one, channel, format) for one in at_work}
    for least in (_SKILLED, _BEGUN):
        able = [one for one in at_work if skills[one.id] >= least]
        if able:
            able.sort(key=lambda one: (one.id != channel.owner, format not in one.strengths, -skills[one.id], one.id))
            return tuple(one.id for one in able[:_MAKERS])
    owner = [one.id for one in at_work if one.id == channel.owner]
    return tuple(owner or sorted(one.id for one in at_work)[:_MAKERS]) or (NOBODY,)


def _skill(person: org.Person, channel: Channel, format: Format) -> int:
    """Best skill on the channel's platform: for the format, or where that was not asked for all."""
    told = [row for row in person.skills if row.platform is channel.platform and row.skill is not None]
    own = [row.skill or 0 for row in told if row.format is format]
    return max(own or [row.skill or 0 for row in told if row.format is None], default=0)

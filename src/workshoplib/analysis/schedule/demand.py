"""From what was decided to what a schedule is made from."""

from datetime import date

from workshoplib.analysis.schedule import days as calendar
from workshoplib.analysis.schedule.jobs import jobs
from workshoplib.analysis.schedule.lines import line
from workshoplib.analysis.schedule.request import Drive, Request
from workshoplib.analysis.schedule.window import Window
from workshoplib.facts import Facts
from workshoplib.strategy import Strategy
from workshoplib.strategy.budget import Campaign, CampaignStatus
from workshoplib.strategy.content import Pillar

FEWEST_WEEKS, MOST_WEEKS = 2, 26

PROMOTION = 0.3
"""Share of posts that sell, at most: more, and people leave."""


def demand(strategy: Strategy, facts: Facts, monday: date, weeks: int, language: str = "en") -> Request:
    """What a strategy wants in so many weeks from a Monday on.

    Days are closed on public holidays and in quiet times; hours are those granted, less leave, and of those the share
    that goes to content. Posts that are there already stay, those of an earlier untouched plan may move.
    """
    window, content = Window(strategy, facts, monday, weeks), strategy.content
    lines = tuple(line(window, channel) for channel in window.channels)
    days = sorted(window.open_days)
    return Request(
        monday=monday,
        weeks=weeks,
        lines=lines,
        people=window.people,
        pillars=_shares(content.pillars),
        flexible=(content.flexible_percent or 0.0) / 100,
        promotion=PROMOTION,
        jobs=jobs(window, lines),
        occasions=calendar.occasions(content.occasions, facts.days, window.country, language, days),
        drives=tuple(drive for one in strategy.budget.campaigns for drive in _drives(window, one)),
    )


def _shares(pillars: tuple[Pillar, ...]) -> dict[str, float]:
    """The pillars' shares; equal ones where nobody has said any."""
    told = {pillar.id: pillar.share or 0.0 for pillar in pillars}
    return told if any(told.values()) else dict.fromkeys(told, 1.0)


def _drives(window: Window, campaign: Campaign) -> tuple[Drive, ...]:
    """A campaign on its days, but for the weeks that have a post beside it already; none where it needs no posts."""
    first, last = campaign.first_day, campaign.last_day
    runs = campaign.status in {CampaignStatus.PLANNED, CampaignStatus.RUNNING}
    if not (first and last and runs and any(channel.id == campaign.channel for channel in window.channels)):
        return ()
    supported = {window.week_of(post.due) for post in window.posts if post.due and post.campaign == campaign.id}
    days = (day for day in window.days if first <= day <= last and window.week_of(day) not in supported)
    return (Drive(campaign.id, campaign.channel, frozenset(days)),)

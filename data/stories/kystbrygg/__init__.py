"""Kystbrygg roasts coffee and sells it with tea and brewing gear, over the counter on a quay in the north of Norway and
to the whole country from a web shop. Nine people work there; four of them share twelve hours a week for social media.

What a reader should find out:

* They were on five platforms half-heartedly. Twelve hours buy two channels done well, so Instagram carries the web
  shop, Facebook is kept for neighbours and service, LinkedIn and X are declined with reasons, Pinterest has to wait.
* TikTok is loved by the student and is an experiment with a stop date. Its followers grew almost sevenfold in two
  months and its orders did not grow at all; the rhythm takes more hours than the channel has been given.
* A post with a face or a brewing tip brings three to five times the orders of a product picture, in every month.
* November and December are a third of the year's orders from social media, and the first two weeks of December take
  more hours than there are, before anybody has been answered.
* The answering time has halved from nine hours to under five. One answer in five keeps the promise of two hours, and
  Sundays are the worst.
* One campaign spends all its money in its first phase and has one variant: the open house for the neighbours.

What the team has left open: returning customers were never counted (no baseline, no figures), nobody stands in for
Marit on Facebook or is named to buy the ads, the Christmas present buyer is pure assumption, and of the student only
screen figures are known, nobody has talked to one.
"""

from random import Random

from stories.kystbrygg.budget import budget
from stories.kystbrygg.content import content
from stories.kystbrygg.facilitation import facilitation
from stories.kystbrygg.goals import goals
from stories.kystbrygg.kpis import kpis
from stories.kystbrygg.log import log
from stories.kystbrygg.names import LINKEDIN, PINTEREST, SNAPCHAT, X
from stories.kystbrygg.organisation import organisation
from stories.kystbrygg.personas import personas
from stories.kystbrygg.platforms import platforms
from stories.kystbrygg.response import response
from stories.kystbrygg.review import review
from workshoplib.strategy import Strategy

SHARED_LINES = (
    "linje-timer",
    "linje-fotograf",
    "linje-utstyr",
    "linje-planlegging",
    "linje-klipp",
    "linje-nyhetsbrev",
    "linje-kurs",
    "linje-reserve",
)

OPEN = frozenset(
    {
        "kpis.kpis.kpi-gjenkjop.baseline",
        "response.channels.svar-facebook.stand_in",
        "budget.tests.test-tilbud.result",
        "review.experiments.forsok-tiktok.verdict",
        "review.experiments.forsok-direkte.verdict",
        "review.experiments.forsok-pause.verdict",
        *(f"budget.lines.{line}.channel" for line in SHARED_LINES),
        *(
            f"platforms.channels.{channel}.{field}"
            for channel in (PINTEREST, LINKEDIN, X, SNAPCHAT)
            for field in ("goal", "purpose", "role", "formats", "hours_a_week")
        ),
    }
)


def strategy(random: Random) -> Strategy:
    """The strategy of Kystbrygg on 21 November 2026, twelve weeks in and after one review."""
    conversations = log(random)
    return Strategy(
        organisation=organisation(),
        goals=goals(),
        personas=personas(),
        platforms=platforms(),
        content=content(),
        budget=budget(),
        kpis=kpis(conversations),
        response=response(conversations),
        review=review(),
        facilitation=facilitation(),
    )

"""Björkshamn is a municipality by the sea in Sweden: 31,000 citizens whom it cannot choose. Four people in communications,
one of the contact centre and one of HR share thirty hours a week; 180,000 kronor a year, and ads for vacancies only.

What a reader should find out:

* It has to be where its citizens are, so four channels are right here: Facebook and Messenger answer, Instagram shows
  everyday life, LinkedIn finds colleagues. X is declined because news in a crisis goes out on the website and the local
  radio, TikTok because the policy for the municipality's telephones forbids it, Snapchat has to wait.
* Seven in ten write in the evening, at night or at the weekend, and nobody is there. On working days the answering time
  fell from 19 hours to 14, and in office hours to under two; for the rest it cannot fall below twelve, however fast
  anybody writes. The goal of three hours needs somebody in the evening. The longest wait begins on a Friday.
* Half of the questions are about the same five topics. The weekly question goes out on Sundays, when people read it, and
  what they ask under it waits until Monday.
* A third of the hours for posts go to news from the town hall, a fifth of the posts, which serve no goal. They decided
  to halve it; the calendar was not changed, and the decision is late.
* Between Christmas and New Year the responder of Facebook and Messenger is away, and so is the stand-in.
* LinkedIn's rhythm alone takes more than its three hours, before anybody has been answered. Its goal is on its way.
* The autumn's A/B test found nothing: seven applications are too few. The campaign for the summer has one variant and
  spends all its money in one phase.

What the team has left open: nobody knows how many of the applicants are qualified (no baseline, no figures), nobody
stands in for Sofia on LinkedIn or is named to answer in the evening, nobody has talked to the one who might move home,
three personas were last looked over before the election, threats against those who answer and AI are missing from the
policy, no goal serves the third task of the municipality, and nobody knows who has the password of the library's account.
"""

from random import Random

from stories.bjorkshamn.budget import budget
from stories.bjorkshamn.content import content
from stories.bjorkshamn.facilitation import facilitation
from stories.bjorkshamn.goals import goals
from stories.bjorkshamn.kpis import kpis
from stories.bjorkshamn.log import conversations
from stories.bjorkshamn.names import SNAPCHAT, TIKTOK, X
from stories.bjorkshamn.organisation import organisation
from stories.bjorkshamn.personas import personas
from stories.bjorkshamn.platforms import platforms
from stories.bjorkshamn.response import response
from stories.bjorkshamn.review import review
from workshoplib.strategy import Strategy

SHARED_LINES = (
    "rad-timmar",
    "rad-fotograf",
    "rad-tillganglighet",
    "rad-utrustning",
    "rad-inkorg",
    "rad-bildbank",
    "rad-textning",
    "rad-kurser",
    "rad-reserv",
)

OPEN = frozenset(
    {
        "kpis.kpis.kpi-behoriga.baseline",
        "response.channels.svar-linkedin.stand_in",
        "budget.tests.test-lon.result",
        "review.experiments.forsok-latt-svenska.verdict",
        "review.experiments.forsok-kvallspass.verdict",
        "review.experiments.forsok-lon.verdict",
        *(f"budget.lines.{line}.channel" for line in SHARED_LINES),
        *(
            f"platforms.channels.{channel}.{field}"
            for channel in (SNAPCHAT, X, TIKTOK)
            for field in ("goal", "purpose", "role", "formats", "hours_a_week")
        ),
    }
)


def strategy(random: Random) -> Strategy:
    """The strategy of Björkshamn on 21 November 2026, twelve weeks in and after one review."""
    talks = conversations(random)
    return Strategy(
        organisation=organisation(),
        goals=goals(),
        personas=personas(),
        platforms=platforms(),
        content=content(),
        budget=budget(),
        kpis=kpis(talks),
        response=response(tuple(talk.entry for talk in talks)),
        review=review(),
        facilitation=facilitation(),
    )

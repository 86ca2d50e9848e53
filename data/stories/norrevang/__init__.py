"""Nørrevang Pumper builds hygienic pumps for dairies and food plants in a village in Jutland, family-owned, 140 people;
a good third of the turnover comes from Sweden, Norway and Germany. Two from marketing and one from HR share ten hours
a week for social media; five specialists write on their own profiles beside their work.

What a reader should find out:

* Few, sharp channels: ten hours hold two of them. LinkedIn and YouTube are chosen, Facebook is an experiment for
  apprentices that ends on 31 March, Instagram, TikTok and X are declined, and what they would have taken goes to a
  newsletter and two articles a year in the trade press.
* A post by one of the five is shown four times as often as one by the company page, in every month, and the five
  write it in their own time: their half hour a week has been asked for twice and is not granted.
* A repair film of 90 seconds from October 2025 still brings a third of all views. That is less a great film than a
  sign of how few there are.
* A form filled in on LinkedIn costs about 900 kroner, fourteen months in a row, and the campaign never had a test
  phase or a second variant. At most one form in four can have become a lead, which makes it worth 800. So the money
  now waits for the spring fair and for jobs; whether it is one in four, nobody has counted.
* Three calls in a hundred are answered with a link, and the plan says five: the films are there, the habit is not.
* The weeks with a long film take more than ten hours, before anybody has been answered.
* On LinkedIn people are answered within hours, on YouTube after two days, although it is there that pumps stand
  still; technicians are there at night, when nobody is.

What the team has left open: the hours of the five, how many forms become leads (no baseline, no figures), who stands
in for Henrik on YouTube and who answers for it at all, two questions there; the apprentice is pure assumption, skilled
workers have no persona, and the policy says nothing about pictures of people under eighteen.
"""

from random import Random

from stories.norrevang.budget import budget
from stories.norrevang.content import content
from stories.norrevang.facilitation import facilitation
from stories.norrevang.goals import goals
from stories.norrevang.kpis import kpis
from stories.norrevang.log import log
from stories.norrevang.names import INSTAGRAM, SNAPCHAT, SPECIALISTS, TIKTOK, X
from stories.norrevang.organisation import organisation
from stories.norrevang.personas import personas
from stories.norrevang.platforms import platforms
from stories.norrevang.response import response
from stories.norrevang.review import review
from workshoplib.strategy import Strategy

SHARED_LINES = ("linje-timer", "linje-skrivedag", "linje-planlaegger", "linje-klippeprogram", "linje-reserve")

OPEN = frozenset(
    {
        "kpis.kpis.kpi-formular-til-lead.baseline",
        "response.channels.svar-youtube.stand_in",
        "budget.tests.test-snit.result",
        "budget.tests.test-foraeldre.result",
        "review.experiments.forsoeg-facebook.verdict",
        "review.experiments.forsoeg-tekster.verdict",
        "review.experiments.forsoeg-snit.verdict",
        "review.experiments.forsoeg-foraeldre.verdict",
        *(f"response.log.{question}.minutes_to_first_answer" for question in ("svar-36", "svar-37")),
        *(f"organisation.people.{person}.hours_a_week" for person in SPECIALISTS),
        *(f"budget.lines.{line}.channel" for line in SHARED_LINES),
        *(
            f"platforms.channels.{channel}.{field}"
            for channel in (SNAPCHAT, INSTAGRAM, TIKTOK, X)
            for field in ("goal", "purpose", "role", "formats", "hours_a_week")
        ),
    }
)


def strategy(random: Random) -> Strategy:
    """The strategy of Nørrevang Pumper on 21 November 2026, twelve weeks in and after one review."""
    return Strategy(
        organisation=organisation(),
        goals=goals(),
        personas=personas(),
        platforms=platforms(),
        content=content(),
        budget=budget(),
        kpis=kpis(),
        response=response(log(random)),
        review=review(),
        facilitation=facilitation(),
    )

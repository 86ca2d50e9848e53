"""A small bakery's plan, and how a test looks at what a step says about it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from workshoplib import places
from workshoplib.facts import Facts
from workshoplib.steps.blocks import Block, Bullets, Callout, Figures, Picture, Table
from workshoplib.steps.view import View
from workshoplib.strategy import Strategy
from workshoplib.words import words

TODAY = date(2027, 3, 1)
FACTS = Facts(places.data() / "facts")

PLAN: dict[str, Any] = {
    "organisation": {
        "name": "Bakeri Bølgen",
        "country": "NO",
        "currency": "NOK",
        "people": [
            {"id": "kari", "name": "Kari", "hours_a_week": 6},
            {"id": "ola", "name": "Ola", "hours_a_week": 4},
        ],
        "places": [{"id": "shop", "name": "The shop", "leads_to_channels": ["insta"]}],
        "channels_now": [{"platform": "facebook", "posts_a_month": 3, "hours_a_week": 2}],
    },
    "goals": {"goals": [{"id": "queue", "text": "A longer queue on Saturdays"}]},
    "personas": {
        "personas": [
            {
                "id": "hanne",
                "name": "Hanne",
                "platforms": [
                    {"platform": "instagram", "frequency": "daily"},
                    {"platform": "tiktok", "frequency": "daily"},
                    {"platform": "facebook", "frequency": "weekly"},
                ],
            },
            {"id": "old", "name": "Olga", "archived": True, "platforms": [{"platform": "x", "frequency": "daily"}]},
        ]
    },
    "platforms": {
        "mode": "focused",
        "channels": [
            {
                "id": "insta",
                "platform": "instagram",
                "decision": "chosen",
                "goal": "queue",
                "purpose": "To make people hungry",
                "role": "organic",
                "formats": ["short_video", "image"],
                "hours_a_week": 7,
                "owner": "kari",
                "leads_to_places": ["shop"],
            },
            {
                "id": "fb",
                "platform": "facebook",
                "decision": "chosen",
                "role": "both",
                "formats": ["event"],
                "hours_a_week": 4.5,
            },
            {"id": "snap", "platform": "snapchat", "decision": "declined", "reason": "Nobody here wants to film"},
            {"id": "thr", "platform": "threads", "decision": "later"},
        ],
    },
    "content": {
        "pillars": [
            {"id": "bread", "topic": "How bread is made", "share": 60},
            {"id": "people", "topic": "Those who bake", "share": 40},
        ],
        "voice": [{"we_are": "Warm", "we_are_not": "Sweet"}],
        "cadence": [{"channel": "insta", "posts_per_week": 3}, {"channel": "fb", "posts_per_week": 1}],
        "plan_start": date(2027, 3, 1),
        "flexible_percent": 20,
        "effort": [{"format": "short_video", "hours": 3}, {"format": "image", "hours": 1}],
        "posts": [
            {"id": "p1", "title": "Rye at four", "due": date(2027, 3, 2), "channel": "insta", "format": "short_video",
             "pillar": "bread", "personas": ["hanne"], "owner": "kari", "goal": "queue", "value": "inspire"},
            {"id": "p2", "title": "New oven", "due": date(2027, 3, 4), "channel": "insta", "format": "short_video",
             "pillar": "bread", "owner": "kari", "value": "inform", "promotional": True},
            {"id": "p3", "title": "Buns", "due": date(2027, 3, 4), "channel": "fb", "hours": 6, "pillar": "bread",
             "goal": "queue", "value": "inspire"},
            {"id": "p4", "title": "Ola's day", "due": date(2027, 3, 20), "channel": "insta", "format": "event",
             "pillar": "people", "kind": "flexible"},
            {"id": "p5", "title": "Some day"},
        ],
        "occasions": [{"name": "Harvest fair", "first_day": date(2027, 4, 10)}],
    },
    "budget": {
        "total": 30000,
        "period_start": date(2027, 3, 1),
        "period_end": date(2027, 5, 31),
        "hourly_cost": 500,
        "reserve_percent": 10,
        "lines": [
            {"id": "film", "name": "Photographer", "kind": "production", "amount": 8000, "channel": "insta"},
            {"id": "tool", "name": "Planner", "kind": "tools", "amount": 300, "per": "month", "hours": 2},
        ],
        "campaigns": [
            {
                "id": "spring",
                "name": "Spring buns",
                "goal": "queue",
                "channel": "insta",
                "budget": 12000,
                "first_day": date(2027, 4, 1),
                "last_day": date(2027, 4, 30),
                "phases": [
                    {"kind": "test", "amount": 6000, "first_day": date(2027, 4, 1), "last_day": date(2027, 4, 10)},
                    {"kind": "scale", "amount": 5000, "first_day": date(2027, 4, 14), "last_day": date(2027, 4, 30)},
                ],
            }
        ],
        "dialogue": [{"channel": "insta", "hours": 1}],
    },
}  # fmt: skip


def plan(**parts: Any) -> Strategy:
    """The bakery's strategy, with these answers instead of its own (``budget={"total": None}``)."""
    return Strategy.model_validate({name: {**part, **parts.get(name, {})} for name, part in PLAN.items()})


def view(strategy: Strategy, language: str = "en", today: date = TODAY) -> View:
    return View(strategy, words(language), FACTS, today)


def captions(blocks: Iterable[Block]) -> list[str]:
    return [block.caption for block in blocks if isinstance(block, Picture)]


def table(blocks: Iterable[Block], caption: str) -> Table:
    """The table of that caption."""
    return next(block for block in blocks if isinstance(block, Table) and block.caption == caption)


def has_table(blocks: Iterable[Block], caption: str) -> bool:
    return any(isinstance(block, Table) and block.caption == caption for block in blocks)


def findings(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks if isinstance(block, Bullets) for line in block.lines]


def open_ends(blocks: Iterable[Block]) -> list[str]:
    """The sentences after "Still open:"."""
    told = [block.text for block in blocks if isinstance(block, Callout) and block.tone == "warning"]
    lines = [line for text in told if text.startswith("Still open") for line in text.splitlines()[1:]]
    return [line.removeprefix("– ") for line in lines]


def figures(blocks: Iterable[Block]) -> dict[str, str]:
    """Each figure's value by its name."""
    return {name: value for block in blocks if isinstance(block, Figures) for value, name in block.pairs}


def plain_space(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")

"""How a post is found again in the results: marks on its link (UTM parameters), and a way back.

utm_source     the platform: instagram
utm_medium     social, or paid_social for a post with a campaign
utm_campaign   the campaign's name in small letters: summer-at-the-cabin; "calendar" without one
utm_content    the post's id: the key that results are joined by
utm_term       goal, pillar and personas by their ids: g.k3f9abcd_c.p2m4n6q8_p.a1b2c3d4; it tells without the strategy

A link that has such a parameter already keeps it: somebody had a reason.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from workshoplib.strategy.choices import Platform
from workshoplib.strategy.content import Post

NO_CAMPAIGN = "calendar"


@dataclass(frozen=True)
class Origin:
    """What a link says about the post that it came from: ids, empty where a post leaves them open."""

    post: str
    goal: str = ""
    pillar: str = ""
    personas: tuple[str, ...] = ()

    @classmethod
    def of(cls, post: Post) -> Self:
        """The origin that a post's own link tells of."""
        return cls(post.id, post.goal, post.pillar, post.personas)


def tracked(link: str, platform: Platform | None, origin: Origin, campaign: str, *, paid: bool) -> str:
    """The link with the marks; unchanged where it is no web address."""
    found = urlsplit(link) if _is_web(link) else None
    if found is None:
        return link
    there = parse_qsl(found.query, keep_blank_values=True)
    named = {name for name, _ in there}
    marks = {
        "utm_source": platform.value if platform else "",
        "utm_medium": "paid_social" if paid else "social",
        "utm_campaign": slug(campaign) or NO_CAMPAIGN,
        "utm_content": origin.post,
        "utm_term": _term(origin),
    }
    fresh = [(name, value) for name, value in marks.items() if value and name not in named]
    query = "&".join(part for part in (found.query, urlencode(fresh)) if part)
    return urlunsplit(found._replace(query=query))


def origin_of(link: str) -> Origin | None:
    """The post, goal, pillar and personas that a tracked link tells of; None for a link without a post's id."""
    marks = dict(parse_qsl(urlsplit(link).query)) if _is_web(link) else {}
    post = marks.get("utm_content", "")
    if not post:
        return None
    parts = [part.partition(".") for part in marks.get("utm_term", "").split("_")]
    ids = {kind: [id for known, _, id in parts if known == kind and id] for kind in ("g", "c", "p")}
    return Origin(post, next(iter(ids["g"]), ""), next(iter(ids["c"]), ""), tuple(ids["p"]))


def slug(name: str) -> str:
    """A name in small plain letters and hyphens: "Sommer på hytta" becomes "sommer-pa-hytta"."""
    spelled = name.casefold().replace("ø", "o").replace("æ", "ae").replace("å", "a")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _term(origin: Origin) -> str:
    named = [("g", origin.goal), ("c", origin.pillar), *(("p", persona) for persona in origin.personas)]
    return "_".join(f"{kind}.{id}" for kind, id in named if id)


def _is_web(link: str) -> bool:
    try:
        found = urlsplit(link)
    except ValueError:
        return False
    return found.scheme in {"http", "https"} and bool(found.netloc)

"""A personal link, for somebody who lost theirs or whose new phone knows nothing."""

from datetime import datetime

from workshoplib.live.private import beside

KEY = "key"


def personal_link(workshop: str, address: str, person: str, language: str, now: datetime) -> str:
    """The link that lets one person in at a live server's ``address``; WorkshopError where its key cannot be read."""
    from workshoplib.live.codes import Links, key_beside  # here, because only a live server needs what it imports

    links = Links(key_beside(beside(workshop, KEY)), lambda: now)
    return f"{address}/?t={links.for_person(person, language)}"

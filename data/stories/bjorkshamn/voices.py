"""What six of Björkshamn think of the platforms: they agree, but for the young ones whom only Elin speaks for."""

from stories.bjorkshamn.names import FACEBOOK, INSTAGRAM, LINKEDIN, MESSENGER, SNAPCHAT, TIKTOK

WEIGHTS = {
    "Katarina": (5, 4, 4, 3, 2),
    "Amir": (5, 3, 4, 4, 2),
    "Elin": (4, 3, 2, 5, 3),
    "Johan": (5, 5, 3, 2, 3),
    "Birgitta": (5, 2, 5, 4, 1),
    "Sofia": (4, 2, 3, 3, 5),
}
"""Audience, reach, capacity, message, return."""

SAID = (
    ("Katarina", FACEBOOK, 5, 5, 5),
    ("Katarina", TIKTOK, None, 2, 2),
    ("Amir", FACEBOOK, 5, 5, 5),
    ("Amir", MESSENGER, 5, 5, 4),
    ("Amir", INSTAGRAM, 3, 4, 3),
    ("Elin", INSTAGRAM, 5, 5, 5),
    ("Elin", SNAPCHAT, 3, 5, 4),
    ("Elin", TIKTOK, 3, 5, 5),
    ("Elin", FACEBOOK, 4, 4, 4),
    ("Johan", FACEBOOK, 4, 5, 4),
    ("Johan", TIKTOK, 1, 1, 2),
    ("Birgitta", MESSENGER, 5, 5, 5),
    ("Birgitta", SNAPCHAT, None, 2, 1),
    ("Sofia", LINKEDIN, 4, 5, 5),
    ("Sofia", INSTAGRAM, 4, 4, 4),
)
"""Readiness, fit with the message, expected return."""

"""What each of the five at the packing table thinks of the platforms: TikTok divides them, Instagram does not."""

from stories.kystbrygg.names import FACEBOOK, INSTAGRAM, PINTEREST, TIKTOK

WEIGHTS = {
    "Ingrid": (4, 1, 5, 3, 5),
    "Marit": (5, 2, 4, 3, 3),
    "Jonas": (3, 0, 3, 5, 2),
    "Sander": (2, 4, 2, 5, 4),
    "Turid": (3, 3, 4, 2, 5),
}
"""Audience, reach, capacity, message, return."""

SAID = (
    ("Ingrid", FACEBOOK, None, 4, 4),
    ("Ingrid", TIKTOK, 2, 3, 2),
    ("Ingrid", INSTAGRAM, 4, 5, 5),
    ("Marit", FACEBOOK, 5, 5, 4),
    ("Marit", TIKTOK, 1, 2, 1),
    ("Marit", INSTAGRAM, 4, 5, 4),
    ("Jonas", TIKTOK, None, 4, None),
    ("Jonas", FACEBOOK, None, 3, 2),
    ("Jonas", PINTEREST, 2, 5, 3),
    ("Sander", TIKTOK, 5, 5, 5),
    ("Sander", INSTAGRAM, 5, 4, 4),
    ("Sander", FACEBOOK, 3, 2, 1),
    ("Turid", TIKTOK, None, 2, 1),
    ("Turid", FACEBOOK, None, 4, 3),
    ("Turid", PINTEREST, 1, 3, 2),
)
"""Readiness, fit with the message, expected return."""

"""What six of Nørrevang think of the platforms: sales sees LinkedIn, service sees YouTube, and both have a point."""

from stories.norrevang.names import FACEBOOK, LINKEDIN, SNAPCHAT, YOUTUBE

WEIGHTS = {
    "Karsten": (3, 1, 4, 3, 5),
    "Birgitte": (4, 2, 4, 4, 5),
    "Emil": (4, 1, 5, 5, 2),
    "Mette": (5, 4, 3, 2, 3),
    "Henrik": (5, 0, 3, 5, 2),
    "Lone": (3, 1, 2, 5, 5),
}
"""Audience, reach, capacity, message, return."""

SAID = (
    ("Karsten", LINKEDIN, None, 5, 4),
    ("Karsten", YOUTUBE, None, 4, 3),
    ("Karsten", FACEBOOK, None, 2, 2),
    ("Birgitte", LINKEDIN, 5, 5, 5),
    ("Birgitte", YOUTUBE, 4, 4, 3),
    ("Birgitte", FACEBOOK, 3, 2, 2),
    ("Emil", YOUTUBE, 5, 5, 4),
    ("Emil", LINKEDIN, 4, 4, 3),
    ("Mette", FACEBOOK, 4, 3, 4),
    ("Mette", SNAPCHAT, 1, 3, 3),
    ("Mette", YOUTUBE, 4, 4, 3),
    ("Henrik", YOUTUBE, 4, 5, 5),
    ("Henrik", LINKEDIN, 3, 4, 3),
    ("Lone", LINKEDIN, 5, 5, 5),
    ("Lone", YOUTUBE, 3, 4, 3),
    ("Lone", FACEBOOK, 2, 2, 1),
)
"""Readiness, fit with the message, expected return."""

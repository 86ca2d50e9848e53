"""The conversations of Kystbrygg's first twelve weeks: quick on weekdays, slow on Sundays."""

from datetime import date, timedelta
from random import Random

from stories.kystbrygg.names import FACEBOOK, INSTAGRAM, START, TIKTOK
from workshoplib.strategy.response import CaseType, LogEntry

TALK = (
    (CaseType.QUESTION, "når kommer pakken"),
    (CaseType.QUESTION, "åpningstider"),
    (CaseType.QUESTION, "malegrad"),
    (CaseType.QUESTION, "pause i abonnementet"),
    (CaseType.PRAISE, "god julekaffe"),
    (CaseType.PRAISE, "takk for tipset"),
    (CaseType.COMPLAINT, "pakke forsinket"),
    (CaseType.PROBLEM, "rabattkoden virker ikke"),
    (CaseType.TAG, "bilde av lørdagskoppen"),
    (CaseType.IDEA, "mindre poser"),
    (CaseType.MISUNDERSTANDING, "mørk kaffe er sterkere"),
)

USUAL_MINUTES = {9: 330, 10: 230, 11: 190}
"""Minutes to the first answer on an ordinary weekday, by month."""

SUNDAY_MINUTES = 1_080
CONVERSATIONS = 42


def log(random: Random) -> tuple[LogEntry, ...]:
    """Forty-two conversations from September to 20 November, in the order of their days."""
    days = sorted(START + timedelta(days=random.randrange(81)) for _ in range(CONVERSATIONS))
    return tuple(_entry(number, day, random) for number, day in enumerate(days, 1))


def _entry(number: int, day: date, random: Random) -> LogEntry:
    kind, about = random.choice(TALK)
    usual = SUNDAY_MINUTES if day.isoweekday() == 7 else USUAL_MINUTES[day.month]
    return LogEntry(
        id=f"svar-{number:02}",
        day=day,
        channel=random.choices((INSTAGRAM, FACEBOOK, TIKTOK), (5, 4, 1))[0],
        type=kind,
        minutes_to_first_answer=round(usual * random.uniform(0.3, 2)),
        solved=kind is not CaseType.COMPLAINT or random.random() < 0.7,
        about=about,
    )

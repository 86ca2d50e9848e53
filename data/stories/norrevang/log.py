"""The conversations of Nørrevang's first twelve weeks: within hours on LinkedIn, after days on YouTube."""

from datetime import date, timedelta
from random import Random

from stories.norrevang.names import LINKEDIN, START, YOUTUBE
from workshoplib.strategy.response import CaseType, LogEntry

TALK = {
    LINKEDIN: (
        (CaseType.QUESTION, "materiale ved varm lage"),
        (CaseType.QUESTION, "leveringstid på reservedele"),
        (CaseType.QUESTION, "mødes vi på messen"),
        (CaseType.PRAISE, "godt forklaret"),
        (CaseType.SHARE, "delt med driftsholdet"),
        (CaseType.MISUNDERSTANDING, "større motor giver mere flow"),
        (CaseType.IDEA, "regneark til tryktab"),
    ),
    YOUTUBE: (
        (CaseType.PROBLEM, "utæt efter nyt sæt"),
        (CaseType.PROBLEM, "støj ved opstart"),
        (CaseType.QUESTION, "moment på dækslet"),
        (CaseType.QUESTION, "passer sættet til den gamle model"),
        (CaseType.PRAISE, "reddede nattevagten"),
        (CaseType.COMPLAINT, "delen var i restordre"),
    ),
}

USUAL_MINUTES = {LINKEDIN: 130, YOUTUBE: 2_300}
"""Minutes to the first answer on an ordinary weekday; the weekend comes on top."""

WEEKEND_MINUTES = 1_500
CONVERSATIONS = 38
STILL_OPEN = 2
"""The latest questions on YouTube that nobody has seen yet."""


def log(random: Random) -> tuple[LogEntry, ...]:
    """Thirty-eight conversations from September to 20 November, in the order of their days."""
    days = sorted(START + timedelta(days=random.randrange(81)) for _ in range(CONVERSATIONS))
    entries = [_entry(number, day, random) for number, day in enumerate(days, 1)]
    unseen = {entry.id for entry in [entry for entry in entries if entry.channel == YOUTUBE][-STILL_OPEN:]}
    return tuple(_without_answer(entry) if entry.id in unseen else entry for entry in entries)


def _entry(number: int, day: date, random: Random) -> LogEntry:
    channel = random.choices((LINKEDIN, YOUTUBE), (3, 2))[0]
    kind, about = random.choice(TALK[channel])
    wait = USUAL_MINUTES[channel] + (WEEKEND_MINUTES if day.isoweekday() > 5 else 0)
    return LogEntry(
        id=f"svar-{number:02}",
        day=day,
        channel=channel,
        type=kind,
        minutes_to_first_answer=round(wait * random.uniform(0.3, 2)),
        solved=kind is not CaseType.COMPLAINT,
        about=about,
    )


def _without_answer(entry: LogEntry) -> LogEntry:
    return LogEntry(id=entry.id, day=entry.day, channel=entry.channel, type=entry.type, about=entry.about)

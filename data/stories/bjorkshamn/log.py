"""The conversations of Björkshamn's first twelve weeks: asked in the evening, answered in office hours."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from stories.bjorkshamn.names import FACEBOOK, INSTAGRAM, LINKEDIN, MESSENGER, START
from workshoplib.strategy.response import CaseType, LogEntry

TOP_FIVE = ("sophämtning", "gatubelysning", "skolskjuts", "förskoleplats", "bygglov")
OTHER_QUESTIONS = (
    "färdtjänst",
    "badhusets tider",
    "felanmälan av lekplats",
    "parkeringstillstånd",
    "hemtjänstens avgifter",
    "sommarjobb",
    "kulturskolan",
    "fiberdragning",
)
OTHER_TALK = (
    (CaseType.COMPLAINT, "hål i vägen"),
    (CaseType.COMPLAINT, "byggbuller"),
    (CaseType.PRAISE, "tack till hemtjänsten"),
    (CaseType.PRAISE, "fin julgran på torget"),
    (CaseType.MISUNDERSTANDING, "rykte om nedlagd skola"),
    (CaseType.IDEA, "belysning på gångvägen"),
    (CaseType.PROBLEM, "e-tjänsten hänger sig"),
)

HOURS = (0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3, 4, 3, 3, 3, 2, 2, 3, 4, 5, 4, 2, 0)
"""How often people write in each hour of the day, from midnight on: most between seven and ten in the evening."""

WEEKDAYS = (4, 4, 4, 4, 3, 2, 6)
"""How often people write on each day of the week, Monday first: most on Sundays."""

ROUNDS = {FACEBOOK: (8, 10, 13, 15), MESSENGER: (8, 9, 10, 11, 12, 13, 14, 15), INSTAGRAM: (9, 15), LINKEDIN: (10,)}
"""The hours of a working day at which somebody reads what has come in."""

ROUNDS_MISSED = {9: 2, 10: 1, 11: 0}
"""How many rounds a question on Facebook waited for its answer, by month: ever fewer."""

OPENS, CLOSES = 8, 16
CONVERSATIONS = 120


@dataclass(frozen=True)
class Conversation:
    """A line of the log, with the moment at which it began."""

    asked: datetime
    entry: LogEntry

    @property
    def is_out_of_hours(self) -> bool:
        """Whether nobody was there to read it."""
        return not _is_working_day(self.asked.date()) or not OPENS <= self.asked.hour < CLOSES


def conversations(random: Random) -> tuple[Conversation, ...]:
    """One conversation in seven from September to 20 November, in the order of their days."""
    moments = sorted(_moment(random) for _ in range(CONVERSATIONS))
    return tuple(_conversation(number, asked, random) for number, asked in enumerate(moments, 1))


def _moment(random: Random) -> datetime:
    days = [START + timedelta(days=number) for number in range(81)]
    day = random.choices(days, [WEEKDAYS[day.weekday()] for day in days])[0]
    return datetime.combine(day, time(random.choices(range(24), HOURS)[0], random.randrange(60)))


def _conversation(number: int, asked: datetime, random: Random) -> Conversation:
    channel = random.choices((FACEBOOK, MESSENGER, INSTAGRAM, LINKEDIN), (60, 35, 18, 7))[0]
    kind, about = _talk(asked.date(), random)
    waits = ROUNDS_MISSED[asked.month] if channel == FACEBOOK else 0
    answered = _answered(asked, ROUNDS[channel], waits) + timedelta(minutes=random.randrange(5, 50))
    entry = LogEntry(
        id=f"samtal-{number:03}",
        day=asked.date(),
        channel=channel,
        type=kind,
        minutes_to_first_answer=(answered - asked) // timedelta(minutes=1),
        solved=kind not in {CaseType.COMPLAINT, CaseType.ABUSE} or random.random() < 0.5,
        about=about,
    )
    return Conversation(asked, entry)


def _talk(day: date, random: Random) -> tuple[CaseType, str]:
    if day <= date(2026, 9, 13) and random.random() < 0.3:
        return CaseType.ABUSE, "påhopp i valrörelsen"
    if random.random() < 0.3:
        return random.choice(OTHER_TALK)
    return CaseType.QUESTION, random.choice(TOP_FIVE if random.random() < 0.5 else OTHER_QUESTIONS)


def _answered(asked: datetime, hours: tuple[int, ...], waits: int) -> datetime:
    """The round in which a question is answered: the first one after it that has time for it."""
    days = (asked.date() + timedelta(days=number) for number in range(14))
    rounds = (datetime.combine(day, time(hour)) for day in days if _is_working_day(day) for hour in hours)
    ahead = [moment for moment in rounds if moment > asked]
    return ahead[waits]


def _is_working_day(day: date) -> bool:
    return day.isoweekday() < 6

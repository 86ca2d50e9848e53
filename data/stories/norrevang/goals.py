"""What social media shall change for Nørrevang: leads, applications, calls answered with a video."""

from datetime import date

from stories.norrevang.names import APPLICATIONS, END, EXPORT, HANDS, LEADS, START, UPTIME, VIDEO_ANSWERS
from workshoplib.strategy.goals import Counted, Goal, Goals, GoalType, Horizon, Milestone


def goals() -> Goals:
    """Three goals with milestones."""
    return Goals(
        goals=(
            Goal(
                id=LEADS,
                text="Tre gange så mange af dem, der vælger pumper, taler med os, fordi de har læst os på LinkedIn.",
                type=GoalType.LEADS,
                who="Produktionschefer og projektingeniører på mejerier og fødevarefabrikker i Norden og Tyskland",
                business_goal=EXPORT,
                metric="Kvalificerede leads med LinkedIn som kilde",
                unit="leads om måneden",
                counted=Counted.MONTH,
                baseline=4,
                target=12,
                source="CRM, feltet »Kilde«",
                start=START,
                deadline=date(2027, 9, 30),
                horizon=Horizon.LONG,
                confidence=3,
                resources=(
                    "Fem og en halv time om ugen til LinkedIn og penge til messen. Mangler: en halv time om ugen til "
                    "hver af de fem fagfolk, som skriver. Den er ikke bevilget."
                ),
                priority=True,
                value=307_000,
                reaction="»Jeg har fulgt Lone et halvt år, og nu har vi et problem.«",
                growth_low=1,
                growth_likely=6,
                growth_high=10,
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=6, celebrate="Brunsviger i salget"),
                    Milestone(due=date(2027, 3, 31), value=8, celebrate="Morgenbrød til de fem, der skriver"),
                    Milestone(due=date(2027, 5, 31), value=10, celebrate="Frokost i gården med holdet fra messen"),
                    Milestone(due=date(2027, 8, 31), value=11, celebrate="Is til hele huset"),
                ),
            ),
            Goal(
                id=APPLICATIONS,
                text="Faglærte og unge fra egnen søger selv ind hos os, før stillingen er slået op tre gange.",
                type=GoalType.RECRUITMENT,
                who="Smede, industriteknikere og unge på vej ud af 10. klasse inden for 40 km fra Lyngballe",
                business_goal=HANDS,
                metric="Ansøgninger fra faglærte og lærlinge, hvor kilden er sociale medier",
                unit="ansøgninger om måneden",
                counted=Counted.MONTH,
                baseline=3,
                target=9,
                source="Rekrutteringssystemet, spørgsmålet »Hvor hørte du om os?«",
                start=START,
                deadline=date(2027, 6, 30),
                horizon=Horizon.MEDIUM,
                confidence=3,
                resources="En time om ugen fra Mette, 36.000 kroner til jobopslag og et forsøg på Facebook med slutdato.",
                priority=True,
                value=180_000,
                reaction="»Min fætter sagde, at man får lov at røre ved maskinerne den første dag.«",
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=4, celebrate="Æbleskiver i værkstedet"),
                    Milestone(due=date(2027, 2, 28), value=6, celebrate="Fastelavnsboller, også til natholdet"),
                    Milestone(due=date(2027, 4, 30), value=8, celebrate="Årets første grillpølser ved porten"),
                ),
            ),
            Goal(
                id=VIDEO_ANSWERS,
                text="Fire ud af ti, der ringer til service, får svar med et link til en film og er i gang igen.",
                type=GoalType.SERVICE,
                who="Teknikeren, der står med en utæt pumpe klokken tre om natten",
                business_goal=UPTIME,
                metric="Andel af serviceopkald, der er besvaret med et link til en film",
                unit="procent",
                baseline=0,
                target=40,
                source="Serviceloggen",
                evidence="Henrik bliver ringet op om noget svært i stedet for noget, han har sagt hundrede gange",
                start=START,
                deadline=END,
                horizon=Horizon.LONG,
                confidence=4,
                resources="Tre og en halv time om ugen til YouTube, Henriks hænder, Emils kamera og et mærke på hver pumpe.",
                priority=True,
                reaction="»Jeg nåede at skifte den, før I ringede tilbage.«",
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=8, celebrate="Kage på servicekontoret"),
                    Milestone(due=date(2027, 3, 31), value=15, celebrate="Henrik vælger frokosten"),
                    Milestone(due=date(2027, 6, 30), value=22, celebrate="Grillaften for bagvagten"),
                    Milestone(
                        due=date(2027, 9, 30), value=31, celebrate="En fridag til den, der har sendt flest links"
                    ),
                ),
            ),
        )
    )

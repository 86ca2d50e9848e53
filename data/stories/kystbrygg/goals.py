"""What social media shall change for Kystbrygg: orders, subscriptions, answers."""

from datetime import date

from stories.kystbrygg.names import ANSWERS, END, ORDERS, START, SUBSCRIPTIONS
from workshoplib.strategy.goals import Counted, Goal, Goals, GoalType, Growth, Horizon, Milestone


def goals() -> Goals:
    """Three goals with milestones."""
    return Goals(
        goals=(
            Goal(
                id=ORDERS,
                text="Flere bestiller kaffe på nett etter å ha møtt oss i sosiale medier.",
                type=GoalType.SALES,
                who="Hjemmebryggere fra Lindesnes til Hammerfest som aldri har gått på brygga vår",
                business_goal="mal-nettsalg",
                metric="Bestillinger fra sosiale medier",
                unit="bestillinger i måneden",
                counted=Counted.MONTH,
                baseline=140,
                target=260,
                source="Nettstatistikken, kanal: sosiale medier",
                start=START,
                deadline=date(2027, 9, 30),
                horizon=Horizon.LONG,
                confidence=3,
                resources=(
                    "Seks timer i uka på Instagram, 6 000 kroner i måneden til annonser, Sander bak kamera og "
                    "Jonas foran. Mangler: noen som kan klippe når Sander har eksamen."
                ),
                priority=True,
                value=280_000,
                reaction="«Så dere på film, måtte bare prøve.»",
                growth_low=1.5,
                growth_likely=4,
                growth_high=7,
                growth=Growth.LINEAR,
                milestones=(
                    Milestone(due=date(2026, 11, 30), value=168, celebrate="Skillingsboller på pakkebordet"),
                    Milestone(due=date(2027, 2, 28), value=195, celebrate="Taco på lageret"),
                    Milestone(due=date(2027, 5, 31), value=225, celebrate="Årets første grill på kaia"),
                    Milestone(due=date(2027, 8, 31), value=250, celebrate="Båttur med kaffekjele"),
                ),
            ),
            Goal(
                id=SUBSCRIPTIONS,
                text="200 faste abonnenter, så brenneriet går jevnt hele vinteren.",
                type=GoalType.LOYALTY,
                who="Kunder som har handlet to ganger og likevel går tom en tirsdag",
                business_goal="mal-jevn-inntekt",
                metric="Aktive abonnement den siste dagen i måneden",
                unit="abonnement",
                counted=Counted.STANDING,
                baseline=85,
                target=200,
                source="Ordresystemet",
                start=START,
                deadline=END,
                horizon=Horizon.LONG,
                confidence=4,
                resources="Kampanjen i januar, Torsdagsbrevet og en side som forklarer abonnementet på ti sekunder.",
                priority=True,
                value=102_000,
                reaction="«Nå slipper jeg å tenke på det.»",
                growth_low=2,
                growth_likely=4,
                growth_high=6,
                growth=Growth.COMPOUND,
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=100, celebrate="Pose nummer hundre pakkes med flagg"),
                    Milestone(due=date(2027, 3, 31), value=120, celebrate="Felles frokost"),
                    Milestone(due=date(2027, 6, 30), value=142, celebrate="Is på brygga"),
                    Milestone(due=date(2027, 9, 30), value=168, celebrate="Pizza på lageret"),
                ),
            ),
            Goal(
                id=ANSWERS,
                text="Den som spør oss om noe i sosiale medier, har svar innen to timer.",
                type=GoalType.SERVICE,
                who="Den som lurer på om pakken rekker fram til lørdag",
                business_goal="mal-fornoyde",
                metric="Median tid til første svar",
                unit="timer",
                baseline=9,
                target=2,
                source="Svarloggen",
                evidence="Ingen spør to ganger om det samme",
                start=START,
                deadline=date(2027, 4, 1),
                horizon=Horizon.MEDIUM,
                confidence=4,
                resources="Marit og Sander med varsler på, svarmaler, og Liv for alt som gjelder pakker.",
                priority=True,
                reaction="«Oi, det gikk fort!»",
                growth_low=-25,
                growth_likely=-14,
                growth_high=-4,
                milestones=(
                    Milestone(due=date(2026, 10, 31), value=5, celebrate="Applaus på morgenmøtet"),
                    Milestone(due=date(2027, 1, 15), value=3, celebrate="Kake til den som svarte fortest"),
                ),
            ),
        )
    )

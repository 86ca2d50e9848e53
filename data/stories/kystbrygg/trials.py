"""What Kystbrygg counts: one ad test whose answer is clear, and one that is too small to give any."""

from datetime import date
from decimal import Decimal

from stories.kystbrygg.names import INSTAGRAM, SANDER
from workshoplib.strategy.review import Counted, Experiment, ExperimentKind, ExperimentStatus, Reading, Verdict


def trials() -> tuple[Experiment, ...]:
    """The A/B tests of the budget, as experiments with their counts."""
    return (
        Experiment(
            id="forsok-annonse",
            name="Jonas eller posen, som annonse",
            hypothesis="Hvis Jonas smaker i annonsen i stedet for at posen står der, bestiller flere.",
            kind=ExperimentKind.AD,
            channel=INSTAGRAM,
            value=4,
            effort=2,
            first_day=date(2026, 11, 2),
            last_day=date(2026, 11, 15),
            hours_cap=5,
            measure="Bestillinger av hundre klikk",
            owner=SANDER,
            status=ExperimentStatus.DONE,
            verdict=Verdict.WORKED,
            learned="A er Jonas, B er posen. Posen får bare være med som nummer to.",
            ad_test="test-ansikt",
            counted=Counted.SHARE,
            usual=3,
            smallest=3,
            people_a_day=73,
            price=Decimal("5.85"),
            readings=(
                Reading(day=date(2026, 11, 8), seen_a=262, hits_a=13, seen_b=249, hits_b=4),
                Reading(day=date(2026, 11, 15), seen_a=520, hits_a=23, seen_b=505, hits_b=8),
            ),
        ),
        Experiment(
            id="forsok-pause",
            name="Rabatt eller pause",
            hypothesis="Hvis vi lover pause i stedet for rabatt, blir flere abonnenter, fordi folk frykter bindingen.",
            kind=ExperimentKind.AD,
            channel=INSTAGRAM,
            value=4,
            effort=1,
            first_day=date(2027, 1, 18),
            last_day=date(2027, 1, 31),
            hours_cap=4,
            measure="Nye abonnenter av hundre klikk",
            owner=SANDER,
            ad_test="test-tilbud",
            counted=Counted.SHARE,
            usual=3,
            smallest=1,
            people_a_day=54,
            price=Decimal(6),
        ),
    )

"""What Björkshamn counts: the autumn's test found nothing, and the next one is built so that it can."""

from datetime import date
from decimal import Decimal

from stories.bjorkshamn.names import ELIN, FACEBOOK, SOFIA
from workshoplib.strategy.review import Counted, Experiment, ExperimentKind, ExperimentStatus, Reading, Verdict


def trials() -> tuple[Experiment, ...]:
    """The A/B tests of the budget, as experiments with their counts."""
    return (
        Experiment(
            id="forsok-kollega",
            name="Kollegan eller solnedgången",
            hypothesis="Om en blivande kollega syns i annonsen söker fler, för man söker sig till människor.",
            kind=ExperimentKind.AD,
            channel=FACEBOOK,
            value=4,
            effort=2,
            first_day=date(2026, 10, 5),
            last_day=date(2026, 10, 18),
            hours_cap=6,
            measure="Ansökningar av hundra klick",
            owner=SOFIA,
            status=ExperimentStatus.DONE,
            verdict=Verdict.UNCLEAR,
            learned="A är kollegan, B är hamnen. Sju ansökningar räcker inte till något svar.",
            ad_test="test-kollega",
            counted=Counted.SHARE,
            usual=2,
            smallest=1,
            people_a_day=29,
            price=Decimal("4.5"),
            readings=(Reading(day=date(2026, 10, 18), seen_a=208, hits_a=5, seen_b=196, hits_b=2),),
        ),
        Experiment(
            id="forsok-lon",
            name="Lönen först, eller havet",
            hypothesis="Om lönen står i första meningen klickar fler, för det är det de undrar.",
            kind=ExperimentKind.AD,
            channel=FACEBOOK,
            value=4,
            effort=1,
            first_day=date(2027, 2, 1),
            last_day=date(2027, 2, 14),
            hours_cap=4,
            measure="Klick av hundra visningar",
            owner=ELIN,
            ad_test="test-lon",
            counted=Counted.SHARE,
            usual=0.9,
            smallest=0.3,
            people_a_day=4700,
            price=Decimal("0.06"),
        ),
    )

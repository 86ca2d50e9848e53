"""What Nørrevang counts: two ad tests that are large enough, if nobody ends them early."""

from datetime import date
from decimal import Decimal

from stories.norrevang.names import EMIL, FACEBOOK, LINKEDIN, METTE
from workshoplib.strategy.review import Counted, Experiment, ExperimentKind


def trials() -> tuple[Experiment, ...]:
    """The A/B tests of the budget, as experiments with their counts."""
    return (
        Experiment(
            id="forsoeg-snit",
            name="Pumpen skåret over, eller hel",
            hypothesis="Hvis Rasmus skærer pumpen over, klikker flere, fordi man vil se, hvordan det går.",
            kind=ExperimentKind.AD,
            channel=LINKEDIN,
            value=4,
            effort=3,
            first_day=date(2027, 3, 1),
            last_day=date(2027, 3, 14),
            hours_cap=8,
            measure="Klik af hundrede visninger",
            owner=EMIL,
            ad_test="test-snit",
            counted=Counted.SHARE,
            usual=0.6,
            smallest=0.2,
            people_a_day=4000,
            price=Decimal("0.25"),
        ),
        Experiment(
            id="forsoeg-foraeldre",
            name="Til forældrene, eller til den unge",
            hypothesis="Hvis vi skriver til forældrene, klikker flere, fordi det er dem, der er på Facebook.",
            kind=ExperimentKind.AD,
            channel=FACEBOOK,
            value=3,
            effort=2,
            first_day=date(2027, 1, 11),
            last_day=date(2027, 1, 24),
            hours_cap=6,
            measure="Klik af hundrede visninger",
            owner=METTE,
            ad_test="test-foraeldre",
            counted=Counted.SHARE,
            usual=1,
            smallest=0.3,
            people_a_day=6400,
            price=Decimal("0.05"),
        ),
    )

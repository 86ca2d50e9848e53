"""Kystbrygg's money: 6 000 kroner a month for ads, a third of it before Christmas, and what it takes besides."""

from datetime import date

from stories.kystbrygg.names import (
    ANSWERS,
    FACEBOOK,
    GEIR,
    HANNE,
    INSTAGRAM,
    LEIF,
    ORDERS,
    START,
    SUBSCRIPTIONS,
    TIKTOK,
)
from workshoplib.strategy.budget import (
    AdAudience,
    AdGoal,
    AdResult,
    AdTest,
    AdTestResult,
    AdTool,
    Budget,
    BudgetLine,
    Campaign,
    CampaignStatus,
    CostDriver,
    DecidedBy,
    DialogueHours,
    Difference,
    DriverEffect,
    DriverKind,
    LineKind,
    Per,
    Phase,
    PhaseKind,
    RoleSplit,
    Targeting,
    Variant,
    Vat,
)
from workshoplib.strategy.choices import Format, Platform


def budget() -> Budget:
    """Twelve months of money and hours."""
    return Budget(
        total=120_000,
        period_start=START,
        period_end=date(2027, 8, 31),
        vat=Vat.EXCLUDED,
        hourly_cost=390,
        reserve_percent=10,
        lines=_lines(),
        campaigns=(_christmas(), _subscription(), _summer(), _neighbours(), _baskets()),
        dialogue=(
            DialogueHours(channel=INSTAGRAM, hours=1.5),
            DialogueHours(channel=FACEBOOK, hours=1.25),
            DialogueHours(channel=TIKTOK, hours=0.25),
        ),
        tests=(
            AdTest(
                id="test-ansikt",
                hypothesis="Et ansikt selger bedre enn en pose, fordi folk husker Jonas og ikke emballasjen.",
                campaign="kampanje-jul",
                variable=Difference.PICTURE,
                variant_a="Jonas smaker på julekaffen, film på 15 sekunder",
                variant_b="Rød pose med granbar, samme tekst og lengde",
                metric=DecidedBy.CONVERSION_RATE,
                first_day=date(2026, 11, 2),
                last_day=date(2026, 11, 15),
                result=AdTestResult.A_WON,
                learned="23 bestillinger av 520 klikk mot 8 av 505. Posen får bare være med som nummer to.",
            ),
            AdTest(
                id="test-tilbud",
                hypothesis=(
                    "«Pause når du vil» gir flere abonnenter enn 50 kroner i rabatt, fordi folk frykter "
                    "bindingen mer enn prisen."
                ),
                campaign="kampanje-abonnement",
                variable=Difference.MESSAGE,
                variant_a="50 kroner av på den første posen",
                variant_b="Ta pause når du er på hytta",
                metric=DecidedBy.CONVERSION_RATE,
                first_day=date(2027, 1, 18),
                last_day=date(2027, 1, 31),
            ),
        ),
        roles=(
            RoleSplit(
                goal=ORDERS,
                organic_percent=65,
                organic_role="Ansikter og tips hver uke, så folk kjenner oss når de trenger kaffe",
                paid_role="Ukene før jul, og påminnelsen til den som la i kurven og gikk",
            ),
            RoleSplit(
                goal=SUBSCRIPTIONS,
                organic_percent=50,
                organic_role="Forklare, og la abonnentene fortelle",
                paid_role="Nå dem som har handlet to ganger",
            ),
            RoleSplit(
                goal=ANSWERS, organic_percent=100, organic_role="Alt: svar kan ikke kjøpes", paid_role="Ingenting"
            ),
        ),
        drivers=(
            CostDriver(
                driver=DriverKind.GOAL,
                assumption="Vi kjøper salg, ikke visninger. Det koster mer per klikk.",
                effect=DriverEffect.DEARER,
            ),
            CostDriver(
                driver=DriverKind.COMPETITION,
                assumption="I uka med Black Friday koster et klikk nesten det dobbelte av oktober.",
                effect=DriverEffect.DEARER,
            ),
            CostDriver(
                driver=DriverKind.AUDIENCE,
                assumption="Folk som har sett en film til slutt, er få og billige å nå igjen.",
                effect=DriverEffect.CHEAPER,
            ),
        ),
        content_percent=65,
        community_percent=25,
        analysis_percent=10,
    )


def _lines() -> tuple[BudgetLine, ...]:
    return (
        BudgetLine(
            id="linje-timer",
            name="Våre egne timer utenom svar",
            kind=LineKind.PEOPLE,
            amount=0,
            hours=39,
            per=Per.MONTH,
            note="9 av 12 timer i 52 uker, delt på 12 måneder. Julas ekstratimer er ikke med.",
        ),
        BudgetLine(
            id="linje-fotograf",
            name="Fotograf, to dager",
            kind=LineKind.PRODUCTION,
            amount=9_000,
            hours=6,
            goal=ORDERS,
            note="Tilbud fra august: én dag i oktober, én i mai",
        ),
        BudgetLine(
            id="linje-utstyr",
            name="Mikrofon, lys og stativ",
            kind=LineKind.PRODUCTION,
            amount=4_500,
            hours=2,
            goal=ORDERS,
            note="Kjøpt i september",
        ),
        BudgetLine(
            id="linje-planlegging",
            name="Planleggingsverktøy",
            kind=LineKind.TOOLS,
            amount=290,
            hours=0,
            per=Per.MONTH,
            note="To brukere",
        ),
        BudgetLine(
            id="linje-klipp",
            name="Klippeprogram",
            kind=LineKind.TOOLS,
            amount=120,
            hours=0,
            per=Per.MONTH,
            note="Sander",
        ),
        BudgetLine(
            id="linje-nyhetsbrev",
            name="Nyhetsbrevverktøy",
            kind=LineKind.TOOLS,
            amount=450,
            hours=0,
            per=Per.MONTH,
            goal=SUBSCRIPTIONS,
            note="Inntil 5 000 lesere",
        ),
        BudgetLine(
            id="linje-kurs",
            name="Annonsekurs for Ingrid",
            kind=LineKind.PEOPLE,
            amount=5_000,
            hours=12,
            goal=ORDERS,
            note="To dager i oktober",
        ),
        BudgetLine(
            id="linje-premier",
            name="Premier og porto til avstemninger",
            kind=LineKind.PRODUCTION,
            amount=3_000,
            hours=4,
            channel=INSTAGRAM,
            goal=SUBSCRIPTIONS,
            note="Tolv poser i året",
        ),
        BudgetLine(
            id="linje-reserve",
            name="Reserve",
            kind=LineKind.RESERVE,
            amount=12_000,
            hours=0,
            note="Tiendedelen vi ikke rører før i mai",
        ),
    )


def _christmas() -> Campaign:
    return Campaign(
        id="kampanje-jul",
        name="Julekaffen 2026",
        goal_type=AdGoal.SALES,
        goal=ORDERS,
        channel=INSTAGRAM,
        budget=24_000,
        first_day=date(2026, 11, 2),
        last_day=date(2026, 12, 16),
        tracking="Nettstatistikken, utm_campaign=julekaffen-2026",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=6_000, first_day=date(2026, 11, 2), last_day=date(2026, 11, 15)),
            Phase(kind=PhaseKind.LEARN, amount=5_000, first_day=date(2026, 11, 18), last_day=date(2026, 11, 24)),
            Phase(kind=PhaseKind.SCALE, amount=13_000, first_day=date(2026, 11, 30), last_day=date(2026, 12, 16)),
        ),
        targeting=(Targeting.INTERESTS, Targeting.ENGAGEMENT),
        targeting_notes="Hele landet, 30–60 år, interessert i kaffe, mat eller gaver. Pause i uka med Black Friday.",
        personas=(HANNE, GEIR),
        audience=AdAudience.SIMILAR,
        excluded="Kjøpere siste 30 dager",
        stands_out="Grimasen til Jonas",
        variants=(
            Variant(
                name="A, Jonas smaker",
                platform=Platform.INSTAGRAM,
                format=Format.SHORT_VIDEO,
                message="Sju nei og ett ja",
                asset="julekaffe-smaking.mp4",
                ready=True,
            ),
            Variant(
                name="B, rød pose",
                platform=Platform.INSTAGRAM,
                format=Format.IMAGE,
                message="Julekaffen er her",
                asset="julekaffe-pose.jpg",
                ready=True,
            ),
            Variant(
                name="C, ni gaver",
                platform=Platform.INSTAGRAM,
                format=Format.CAROUSEL,
                message="Ni mennesker, ni gaver",
                asset="gaveguide.jpg",
            ),
        ),
        status=CampaignStatus.RUNNING,
        least=15_000,
        most=30_000,
        result_value=195,
        tool=AdTool.META,
        weeks=(
            AdResult(week_ends=date(2026, 11, 8), spent=2900, results=19),
            AdResult(week_ends=date(2026, 11, 15), spent=3100, results=17),
            AdResult(week_ends=date(2026, 11, 22), spent=3400, results=24),
        ),
        export_name="julekaffen-2026",
    )


def _subscription() -> Campaign:
    return Campaign(
        id="kampanje-abonnement",
        name="Aldri tom på en tirsdag",
        goal_type=AdGoal.SALES,
        goal=SUBSCRIPTIONS,
        channel=INSTAGRAM,
        budget=18_000,
        first_day=date(2027, 1, 18),
        last_day=date(2027, 3, 14),
        tracking="Ordresystemet, rabattkode og utm_campaign=abonnement-2027",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=4_500, first_day=date(2027, 1, 18), last_day=date(2027, 1, 31)),
            Phase(kind=PhaseKind.SCALE, amount=13_500, first_day=date(2027, 2, 8), last_day=date(2027, 3, 14)),
        ),
        targeting=(Targeting.PURCHASES, Targeting.ENGAGEMENT),
        targeting_notes="De som har handlet to ganger siden sommeren, og de som ligner på dem.",
        personas=(HANNE,),
        audience=AdAudience.CUSTOMERS,
        excluded="Alle som har abonnement",
        stands_out="En tom kaffeboks som rister",
        variants=(
            Variant(
                name="A, rabatt",
                platform=Platform.INSTAGRAM,
                format=Format.CAROUSEL,
                message="50 kroner av på den første posen",
            ),
            Variant(
                name="B, pause",
                platform=Platform.INSTAGRAM,
                format=Format.CAROUSEL,
                message="Ta pause når du er på hytta",
                asset="abonnement.jpg",
            ),
        ),
        least=9_000,
        most=24_000,
        result_value=890,
        tool=AdTool.META,
        cost_low=250,
        cost_likely=420,
        cost_high=900,
        export_name="abonnement-2027",
    )


def _summer() -> Campaign:
    return Campaign(
        id="kampanje-tur",
        name="Kaffe på tur",
        goal_type=AdGoal.SALES,
        goal=ORDERS,
        channel=INSTAGRAM,
        budget=18_000,
        first_day=date(2027, 5, 3),
        last_day=date(2027, 6, 27),
        tracking="Nettstatistikken, utm_campaign=kaffe-pa-tur-2027",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=4_000, first_day=date(2027, 5, 3), last_day=date(2027, 5, 16)),
            Phase(kind=PhaseKind.SCALE, amount=14_000, first_day=date(2027, 5, 24), last_day=date(2027, 6, 27)),
        ),
        targeting=(Targeting.INTERESTS,),
        personas=(HANNE,),
        audience=AdAudience.NEW,
        stands_out="Lua som blåser av",
        variants=(
            Variant(name="A, primus i kuling", platform=Platform.INSTAGRAM, format=Format.SHORT_VIDEO),
            Variant(name="B, kajakk", platform=Platform.INSTAGRAM, format=Format.SHORT_VIDEO),
        ),
        least=8_000,
        most=24_000,
        result_value=195,
        tool=AdTool.META,
        export_name="kaffe-pa-tur-2027",
    )


def _neighbours() -> Campaign:
    return Campaign(
        id="kampanje-nabo",
        name="Juleåpent for naboene",
        goal_type=AdGoal.VISIBILITY,
        goal=ANSWERS,
        channel=FACEBOOK,
        budget=4_000,
        first_day=date(2026, 11, 23),
        last_day=date(2026, 12, 6),
        tracking="Svar på arrangementet, og håndtelling i butikken",
        phases=(Phase(kind=PhaseKind.SCALE, amount=4_000, first_day=date(2026, 11, 23), last_day=date(2026, 12, 6)),),
        targeting=(Targeting.DEMOGRAPHY,),
        targeting_notes="Alle over 25 år innen 40 km fra Skarvhamn.",
        personas=(LEIF,),
        audience=AdAudience.ENGAGED,
        stands_out="Bålpanna",
        variants=(
            Variant(
                name="Bålpanna", platform=Platform.FACEBOOK, format=Format.EVENT, message="Kom som du er", ready=True
            ),
        ),
        fixed=True,
        tool=AdTool.META,
        export_name="juleapent-2026",
    )


def _baskets() -> Campaign:
    return Campaign(
        id="kampanje-kurv",
        name="Glemt i kurven",
        goal_type=AdGoal.SALES,
        goal=ORDERS,
        channel=INSTAGRAM,
        budget=8_000,
        first_day=date(2026, 9, 14),
        last_day=date(2027, 8, 31),
        tracking="Nettstatistikken, utm_campaign=kurv",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=1_000, first_day=date(2026, 9, 14), last_day=date(2026, 10, 11)),
            Phase(kind=PhaseKind.SCALE, amount=7_000, first_day=date(2026, 10, 12), last_day=date(2027, 8, 31)),
        ),
        targeting=(Targeting.BEHAVIOUR,),
        personas=(HANNE,),
        audience=AdAudience.VISITORS,
        excluded="Kjøpere siste 14 dager",
        stands_out="Den samme posen de så på",
        variants=(
            Variant(
                name="A, vi passer på den",
                platform=Platform.INSTAGRAM,
                format=Format.STORY,
                message="Vi har satt den til side",
                ready=True,
            ),
            Variant(
                name="B, Liv venter",
                platform=Platform.INSTAGRAM,
                format=Format.STORY,
                message="Liv har tapen klar",
                ready=True,
            ),
        ),
        status=CampaignStatus.RUNNING,
        least=4_000,
        most=14_000,
        result_value=195,
        weeks=(
            AdResult(week_ends=date(2026, 9, 20), spent=250, results=3),
            AdResult(week_ends=date(2026, 9, 27), spent=250, results=3),
            AdResult(week_ends=date(2026, 10, 4), spent=250, results=4),
            AdResult(week_ends=date(2026, 10, 11), spent=250, results=2),
            AdResult(week_ends=date(2026, 10, 18), spent=100, results=2),
            AdResult(week_ends=date(2026, 10, 25), spent=100, results=2),
            AdResult(week_ends=date(2026, 11, 1), spent=400, results=4),
            AdResult(week_ends=date(2026, 11, 8), spent=160, results=2),
            AdResult(week_ends=date(2026, 11, 15), spent=400, results=3),
            AdResult(week_ends=date(2026, 11, 22), spent=60, results=1),
        ),
        tool=AdTool.META,
        export_name="kurv-2026",
    )

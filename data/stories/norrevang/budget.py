"""Nørrevang's money: 15 000 kroner a month for ads, gathered for the fair and for jobs instead of spread thin."""

from datetime import date

from stories.norrevang.names import (
    APPLICATIONS,
    APPRENTICE_CAMPAIGN,
    FACEBOOK,
    FAIR_CAMPAIGN,
    LAURA,
    LEADS,
    LINKEDIN,
    PATRIK,
    PIA,
    START,
    VIDEO_ANSWERS,
    YOUTUBE,
)
from workshoplib.strategy.budget import (
    AdAudience,
    AdGoal,
    AdResult,
    AdTest,
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
    """Twelve months of money and hours: 180 000 kroner for ads, the rest for film and tools."""
    return Budget(
        total=268_000,
        period_start=START,
        period_end=date(2027, 8, 31),
        vat=Vat.EXCLUDED,
        hourly_cost=425,
        reserve_percent=10,
        lines=(*_media(), *_film(), *_shared()),
        campaigns=(_forms(), _fair(), _apprentices()),
        dialogue=(
            DialogueHours(channel=LINKEDIN, hours=1.5),
            DialogueHours(channel=YOUTUBE, hours=0.5),
            DialogueHours(channel=FACEBOOK, hours=0.5),
        ),
        tests=_tests(),
        roles=(
            RoleSplit(
                goal=LEADS,
                organic_percent=75,
                organic_role="De fem skriver hver uge, så man kender et navn, før man får brug for det",
                paid_role="Syv uger op til messen: møder i kalenderen, ikke formularer i en skuffe",
            ),
            RoleSplit(
                goal=APPLICATIONS,
                organic_percent=40,
                organic_role="Lærlinge og svende viser deres dag",
                paid_role="Jobopslag inden for 40 km, når en stilling er ledig",
            ),
            RoleSplit(
                goal=VIDEO_ANSWERS,
                organic_percent=100,
                organic_role="Alt: den, der søger, finder selv filmen",
                paid_role="Ingenting",
            ),
        ),
        drivers=(
            CostDriver(
                driver=DriverKind.GOAL,
                assumption="Vi køber formularer og ikke visninger. 900 kroner stykket, måned efter måned.",
                effect=DriverEffect.DEARER,
            ),
            CostDriver(
                driver=DriverKind.AUDIENCE,
                assumption="Der er kun nogle tusinde, der vælger pumper. De få er dyre at nå igen og igen.",
                effect=DriverEffect.DEARER,
            ),
            CostDriver(
                driver=DriverKind.COMPETITION,
                assumption="Op til messen annoncerer alle, men så har folk også en grund til at svare.",
                effect=DriverEffect.NEUTRAL,
            ),
        ),
        content_percent=65,
        community_percent=25,
        analysis_percent=10,
    )


def _media() -> tuple[BudgetLine, ...]:
    return (
        BudgetLine(
            id="linje-faglaerte",
            name="Jobopslag på LinkedIn, faglærte",
            kind=LineKind.MEDIA,
            amount=36_000,
            hours=8,
            channel=LINKEDIN,
            goal=APPLICATIONS,
            note="Fra januar, 6.000 kroner for hver ledig stilling",
        ),
    )


def _film() -> tuple[BudgetLine, ...]:
    return (
        BudgetLine(
            id="linje-klipper",
            name="Freelancer, klip af otte film",
            kind=LineKind.PRODUCTION,
            amount=28_000,
            hours=16,
            channel=YOUTUBE,
            goal=VIDEO_ANSWERS,
            note="Tilbud fra august: 3.500 kroner pr. film",
        ),
        BudgetLine(
            id="linje-tekster",
            name="Tekster på svensk og tysk",
            kind=LineKind.PRODUCTION,
            amount=8_400,
            hours=7,
            channel=YOUTUBE,
            goal=VIDEO_ANSWERS,
            note="600 kroner pr. film, 14 film",
        ),
        BudgetLine(
            id="linje-udstyr",
            name="Mikrofon, lys og makroobjektiv",
            kind=LineKind.PRODUCTION,
            amount=9_000,
            hours=3,
            channel=YOUTUBE,
            goal=VIDEO_ANSWERS,
            note="Købt i september",
        ),
        BudgetLine(
            id="linje-maerker",
            name="Mærker med kode til pumperne",
            kind=LineKind.PRODUCTION,
            amount=6_000,
            hours=4,
            channel=YOUTUBE,
            goal=VIDEO_ANSWERS,
            note="2.000 stk., tåler varm lud. Prøvet i vaskehallen i oktober.",
        ),
    )


def _shared() -> tuple[BudgetLine, ...]:
    return (
        BudgetLine(
            id="linje-timer",
            name="Vores egne timer ud over svar",
            kind=LineKind.PEOPLE,
            amount=0,
            hours=32.5,
            per=Per.MONTH,
            note="7,5 af 10 timer i 52 uger, delt på 12 måneder. De fem fagfolks tid er ikke med, den er ikke bevilget.",
        ),
        BudgetLine(
            id="linje-skrivedag",
            name="Skriveværksted for de fem",
            kind=LineKind.PEOPLE,
            amount=12_000,
            hours=30,
            goal=LEADS,
            note="To formiddage à tre timer i januar, hvis de får timerne",
        ),
        BudgetLine(
            id="linje-planlaegger",
            name="Planlægger",
            kind=LineKind.TOOLS,
            amount=420,
            hours=0,
            per=Per.MONTH,
            note="Tre brugere",
        ),
        BudgetLine(
            id="linje-klippeprogram",
            name="Klippeprogram",
            kind=LineKind.TOOLS,
            amount=190,
            hours=0,
            per=Per.MONTH,
            note="Emil",
        ),
        BudgetLine(
            id="linje-reserve",
            name="Reserve",
            kind=LineKind.RESERVE,
            amount=26_800,
            hours=0,
            note="12.000 af dem er annoncekroner, vi gemmer til efter messen",
        ),
    )


def _forms() -> Campaign:
    """What ran all year until the review: one phase, one variant, 33 forms."""
    return Campaign(
        id="kampagne-formularer",
        name="Formularer hele året",
        goal_type=AdGoal.LEADS,
        goal=LEADS,
        channel=LINKEDIN,
        budget=30_000,
        first_day=START,
        last_day=date(2026, 10, 31),
        tracking="Annonceværktøjet; i CRM ses det ikke, hvad en formular blev til",
        phases=(Phase(kind=PhaseKind.SCALE, amount=30_000, first_day=START, last_day=date(2026, 10, 31)),),
        targeting=(Targeting.INTERESTS,),
        targeting_notes="Alle i produktion og vedligehold i Danmark og Sverige, som bureauet satte det op i 2024.",
        personas=(PIA, PATRIK),
        audience=AdAudience.NEW,
        stands_out="Ingenting: blankt stål på hvid baggrund",
        variants=(
            Variant(
                name="Katalog",
                platform=Platform.LINKEDIN,
                format=Format.IMAGE,
                message="Hent vores katalog",
                asset="katalog.jpg",
                ready=True,
            ),
        ),
        status=CampaignStatus.FINISHED,
        fixed=True,
        result_value=800,
        tool=AdTool.LINKEDIN,
        weeks=(
            AdResult(week_ends=date(2026, 9, 6), spent=3000, results=4),
            AdResult(week_ends=date(2026, 9, 13), spent=3600, results=4),
            AdResult(week_ends=date(2026, 9, 20), spent=3600, results=3),
            AdResult(week_ends=date(2026, 9, 27), spent=3400, results=4),
            AdResult(week_ends=date(2026, 10, 4), spent=3600, results=5),
            AdResult(week_ends=date(2026, 10, 11), spent=3400, results=3),
            AdResult(week_ends=date(2026, 10, 18), spent=3000, results=3),
            AdResult(week_ends=date(2026, 10, 25), spent=3400, results=4),
            AdResult(week_ends=date(2026, 10, 31), spent=3000, results=3),
        ),
        export_name="leads-2024-alle",
    )


def _fair() -> Campaign:
    return Campaign(
        id=FAIR_CAMPAIGN,
        name="Forårsmessen 2027: 20 minutter med Rasmus",
        goal_type=AdGoal.LEADS,
        goal=LEADS,
        channel=LINKEDIN,
        budget=84_000,
        first_day=date(2027, 3, 1),
        last_day=date(2027, 4, 22),
        tracking="CRM, kilde LinkedIn, og utm_campaign=messe-2027",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=14_000, first_day=date(2027, 3, 1), last_day=date(2027, 3, 14)),
            Phase(kind=PhaseKind.LEARN, amount=10_000, first_day=date(2027, 3, 17), last_day=date(2027, 3, 24)),
            Phase(kind=PhaseKind.SCALE, amount=60_000, first_day=date(2027, 3, 30), last_day=date(2027, 4, 22)),
        ),
        targeting=(Targeting.INTERESTS, Targeting.ENGAGEMENT),
        targeting_notes=(
            "Produktion, vedligehold og projekt på mejerier og fødevarefabrikker i Danmark, Sydsverige og Nordtyskland. "
            "Pause i påsken, 25.–29. marts."
        ),
        personas=(PIA, PATRIK),
        audience=AdAudience.ENGAGED,
        excluded="Kunder med åbent tilbud: dem ringer Lone til",
        stands_out="En pumpe skåret midt over, og en mand med mælk på ærmet",
        variants=(
            Variant(
                name="A, Rasmus og snittet",
                platform=Platform.LINKEDIN,
                format=Format.SHORT_VIDEO,
                message="Han skærer den over, mens du ser på",
                asset="messe-snit.mp4",
            ),
            Variant(
                name="B, pumpen alene",
                platform=Platform.LINKEDIN,
                format=Format.IMAGE,
                message="Se indersiden i hal C",
                asset="messe-pumpe.jpg",
                ready=True,
            ),
            Variant(
                name="C, tre fejl",
                platform=Platform.LINKEDIN,
                format=Format.CAROUSEL,
                message="Tre fejl, vi viser på standen",
            ),
        ),
        least=40_000,
        most=96_000,
        result_value=8_000,
        tool=AdTool.LINKEDIN,
        cost_low=2_200,
        cost_likely=3_800,
        cost_high=7_500,
        export_name="messe-2027",
    )


def _apprentices() -> Campaign:
    return Campaign(
        id=APPRENTICE_CAMPAIGN,
        name="Lærling fra august 2027",
        goal_type=AdGoal.TRAFFIC,
        goal=APPLICATIONS,
        channel=FACEBOOK,
        budget=18_000,
        first_day=date(2027, 1, 11),
        last_day=date(2027, 3, 14),
        tracking="Rekrutteringssystemet, »Hvor hørte du om os?«, og utm_campaign=laerling-2027",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=4_500, first_day=date(2027, 1, 11), last_day=date(2027, 1, 24)),
            Phase(kind=PhaseKind.LEARN, amount=3_500, first_day=date(2027, 2, 1), last_day=date(2027, 2, 12)),
            Phase(kind=PhaseKind.SCALE, amount=10_000, first_day=date(2027, 2, 22), last_day=date(2027, 3, 14)),
        ),
        targeting=(Targeting.DEMOGRAPHY,),
        targeting_notes="Alle voksne inden for 40 km fra Lyngballe. Ingen aldersgrænse: et jobopslag må ikke vælge nogen fra på alder.",
        personas=(LAURA,),
        audience=AdAudience.NEW,
        excluded="Ansatte og tidligere lærlinge",
        stands_out="Gnister, og en på 17 med visiret oppe",
        variants=(
            Variant(
                name="A, til forældrene",
                platform=Platform.FACEBOOK,
                format=Format.SHORT_VIDEO,
                message="Kender du en, der skiller alting ad?",
                asset="laerling-oliver.mp4",
            ),
            Variant(
                name="B, til den unge selv",
                platform=Platform.FACEBOOK,
                format=Format.SHORT_VIDEO,
                message="Rør ved maskinen den første dag",
                asset="laerling-oliver.mp4",
            ),
        ),
        least=9_000,
        most=18_000,
        result_value=4_000,
        tool=AdTool.META,
        cost_low=700,
        cost_likely=1_500,
        cost_high=3_600,
        export_name="laerling-2027",
    )


def _tests() -> tuple[AdTest, ...]:
    return (
        AdTest(
            id="test-snit",
            hypothesis=(
                "Et menneske, der skærer en pumpe over, får flere klik end pumpen alene, fordi man vil se, hvordan det går."
            ),
            campaign=FAIR_CAMPAIGN,
            variable=Difference.PICTURE,
            variant_a="Rasmus skærer pumpen over, film på 20 sekunder",
            variant_b="Pumpen alene, samme tekst og samme knap",
            metric=DecidedBy.CLICK_RATE,
            first_day=date(2027, 3, 1),
            last_day=date(2027, 3, 14),
        ),
        AdTest(
            id="test-foraeldre",
            hypothesis=(
                "En tekst til forældrene får flere klik end en til den unge selv, fordi det er dem, der er på Facebook."
            ),
            campaign=APPRENTICE_CAMPAIGN,
            variable=Difference.MESSAGE,
            variant_a="»Kender du en, der skiller alting ad?«",
            variant_b="»Rør ved maskinen den første dag«, samme film og samme målgruppe",
            metric=DecidedBy.CLICK_RATE,
            first_day=date(2027, 1, 11),
            last_day=date(2027, 1, 24),
        ),
    )

"""Björkshamn's money: 180,000 kronor a year, little of it for ads, and all ads are for colleagues."""

from datetime import date

from stories.bjorkshamn.names import (
    ANSWERS,
    APPLICATIONS,
    CARE,
    FACEBOOK,
    FOUND,
    HANNA,
    INSTAGRAM,
    LINKEDIN,
    MESSENGER,
    START,
    TEACHERS,
    YUSUF,
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
        total=180_000,
        period_start=START,
        period_end=date(2027, 8, 31),
        vat=Vat.EXCLUDED,
        hourly_cost=420,
        reserve_percent=10,
        lines=_lines(),
        campaigns=(_nights(), _care(), _teachers(), _summer()),
        dialogue=(
            DialogueHours(channel=FACEBOOK, hours=6),
            DialogueHours(channel=MESSENGER, hours=6),
            DialogueHours(channel=INSTAGRAM, hours=1.5),
            DialogueHours(channel=LINKEDIN, hours=0.5),
        ),
        tests=(
            AdTest(
                id="test-kollega",
                hypothesis="En blivande kollega ger fler ansökningar än en solnedgång, för man söker sig till människor.",
                campaign="kampanj-natt-och-helg",
                variable=Difference.PICTURE,
                variant_a="Mariam i motljus, film på 20 sekunder",
                variant_b="Hamnen i solnedgång, samma text och längd",
                metric=DecidedBy.CONVERSION_RATE,
                first_day=date(2026, 10, 5),
                last_day=date(2026, 10, 18),
                result=AdTestResult.TOO_SMALL,
                learned=(
                    "5 ansökningar på 208 klick mot 2 på 196. För få för att säga något. Nästa gång en fråga, en annons "
                    "och dubbla pengarna."
                ),
            ),
            AdTest(
                id="test-lon",
                hypothesis="Lönen i första meningen ger fler ansökningar än utsikten, för det är det de undrar.",
                campaign=TEACHERS,
                variable=Difference.MESSAGE,
                variant_a="Jobba fyrtio meter från havet",
                variant_b="Lönespannet står i första meningen",
                metric=DecidedBy.CLICK_RATE,
                first_day=date(2027, 2, 1),
                last_day=date(2027, 2, 14),
            ),
        ),
        roles=(
            RoleSplit(
                goal=ANSWERS,
                organic_percent=100,
                organic_role="Allt: ett svar går inte att köpa",
                paid_role="Ingenting",
            ),
            RoleSplit(
                goal=FOUND,
                organic_percent=100,
                organic_role="Veckans fråga, och delningar i föräldragrupperna",
                paid_role="Ingenting. Skattepengar ska inte till klick på våra egna sidor.",
            ),
            RoleSplit(
                goal=APPLICATIONS,
                organic_percent=60,
                organic_role="Kollegor som berättar, varje tisdag",
                paid_role="De som inte följer oss, inom en timmes resa, när tjänsterna är ute",
            ),
        ),
        drivers=(
            CostDriver(
                driver=DriverKind.GOAL,
                assumption="Vi köper ansökningar, inte visningar. De är få och dyra.",
                effect=DriverEffect.DEARER,
            ),
            CostDriver(
                driver=DriverKind.COMPETITION,
                assumption="Alla kommuner söker sommarvikarier i mars, så då kostar klicken mest.",
                effect=DriverEffect.DEARER,
            ),
            CostDriver(
                driver=DriverKind.AUDIENCE,
                assumption="Plattformarna tillåter inte att jobbannonser styrs på ålder, så vi styr på plats och låter "
                "texten välja.",
                effect=DriverEffect.NEUTRAL,
            ),
        ),
        content_percent=45,
        community_percent=47,
        analysis_percent=8,
    )


def _lines() -> tuple[BudgetLine, ...]:
    return (
        BudgetLine(
            id="rad-timmar",
            name="Våra egna timmar utom svar",
            kind=LineKind.PEOPLE,
            amount=0,
            hours=69,
            per=Per.MONTH,
            note="16 av 30 timmar i 52 veckor, delat på 12 månader. Svaren står för sig.",
        ),
        BudgetLine(
            id="rad-fotograf",
            name="Fotograf och film, fyra dagar på ramavtal",
            kind=LineKind.PRODUCTION,
            amount=24_000,
            hours=10,
            goal=APPLICATIONS,
            note="6 000 kronor om dagen, enligt ramavtalet",
        ),
        BudgetLine(
            id="rad-tillganglighet",
            name="Undertexter, syntolkning och lätt svenska",
            kind=LineKind.PRODUCTION,
            amount=26_000,
            hours=8,
            goal=FOUND,
            note="Offert från september, 20 filmer och 12 sidor",
        ),
        BudgetLine(
            id="rad-utrustning",
            name="Mikrofoner och ett lampstativ",
            kind=LineKind.PRODUCTION,
            amount=6_000,
            hours=2,
            note="Köpt i oktober",
        ),
        BudgetLine(
            id="rad-inkorg",
            name="Gemensam inkorg, med export till diariet",
            kind=LineKind.TOOLS,
            amount=2_900,
            hours=0,
            per=Per.MONTH,
            goal=ANSWERS,
            note="Åtta användare, avtal till augusti 2027",
        ),
        BudgetLine(
            id="rad-bildbank", name="Bildbank med samtycken", kind=LineKind.TOOLS, amount=450, hours=0, per=Per.MONTH
        ),
        BudgetLine(
            id="rad-textning",
            name="Textningsverktyg",
            kind=LineKind.TOOLS,
            amount=190,
            hours=0,
            per=Per.MONTH,
            note="Elin",
        ),
        BudgetLine(
            id="rad-kvallspass",
            name="Kvällspass på prov, tillägg för obekväm tid",
            kind=LineKind.PEOPLE,
            amount=9_600,
            hours=48,
            channel=FACEBOOK,
            goal=ANSWERS,
            note="24 pass på två timmar, söndagar och tisdagar i tolv veckor från den 10 januari",
        ),
        BudgetLine(
            id="rad-kurser",
            name="Kurser: offentlighet och sekretess, bemöta hat",
            kind=LineKind.PEOPLE,
            amount=9_500,
            hours=24,
            goal=ANSWERS,
            note="Oktober och januari",
        ),
        BudgetLine(
            id="rad-reserv", name="Reserv", kind=LineKind.RESERVE, amount=18_000, hours=0, note="Rörs inte före maj"
        ),
    )


def _nights() -> Campaign:
    return Campaign(
        id="kampanj-natt-och-helg",
        name="Natt och helg i omsorgen",
        goal_type=AdGoal.LEADS,
        goal=APPLICATIONS,
        channel=FACEBOOK,
        budget=6_000,
        first_day=date(2026, 10, 5),
        last_day=date(2026, 11, 1),
        tracking="Rekryteringssystemet, utm_campaign=natt-och-helg-2026",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=1_800, first_day=date(2026, 10, 5), last_day=date(2026, 10, 18)),
            Phase(kind=PhaseKind.SCALE, amount=4_200, first_day=date(2026, 10, 21), last_day=date(2026, 11, 1)),
        ),
        targeting=(Targeting.DEMOGRAPHY,),
        targeting_notes="Inom 50 km från Björkshamn.",
        personas=(HANNA,),
        audience=AdAudience.NEW,
        stands_out="Tyst natt, ett fönster som lyser",
        variants=(
            Variant(
                name="A, Mariam",
                platform=Platform.FACEBOOK,
                format=Format.SHORT_VIDEO,
                message="Jag cyklar hem när solen går upp",
                asset="natt-mariam.mp4",
                ready=True,
            ),
            Variant(
                name="B, hamnen",
                platform=Platform.FACEBOOK,
                format=Format.SHORT_VIDEO,
                message="Jag cyklar hem när solen går upp",
                asset="natt-hamnen.mp4",
                ready=True,
            ),
        ),
        status=CampaignStatus.FINISHED,
        fixed=True,
        result_value=2_500,
        tool=AdTool.META,
        weeks=(
            AdResult(week_ends=date(2026, 10, 11), spent=900, results=3),
            AdResult(week_ends=date(2026, 10, 18), spent=900, results=4),
            AdResult(week_ends=date(2026, 10, 25), spent=1700, results=4),
            AdResult(week_ends=date(2026, 11, 1), spent=2500, results=5),
        ),
        export_name="natt-och-helg-2026",
    )


def _care() -> Campaign:
    return Campaign(
        id=CARE,
        name="Egen rutt i hemtjänsten",
        goal_type=AdGoal.LEADS,
        goal=APPLICATIONS,
        channel=FACEBOOK,
        budget=12_000,
        first_day=date(2027, 1, 11),
        last_day=date(2027, 2, 21),
        tracking="Rekryteringssystemet, utm_campaign=egen-rutt-2027",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=3_000, first_day=date(2027, 1, 11), last_day=date(2027, 1, 24)),
            Phase(kind=PhaseKind.SCALE, amount=9_000, first_day=date(2027, 1, 28), last_day=date(2027, 2, 21)),
        ),
        targeting=(Targeting.DEMOGRAPHY, Targeting.ENGAGEMENT),
        targeting_notes="Inom 50 km från Björkshamn, och de som sett en film om Strandgården till slut.",
        personas=(HANNA,),
        audience=AdAudience.NEW,
        excluded="De som redan sökt i år",
        stands_out="En elbil som startar utan ljud",
        variants=(
            Variant(
                name="A, åk med en dag",
                platform=Platform.FACEBOOK,
                format=Format.IMAGE,
                message="Åk med innan du söker",
                asset="rutt-bil.jpg",
            ),
            Variant(
                name="B, ingen ändrar schemat",
                platform=Platform.FACEBOOK,
                format=Format.IMAGE,
                message="Ingen ändrar ditt schema klockan sju",
            ),
        ),
        least=6_000,
        most=16_000,
        result_value=2_500,
        tool=AdTool.META,
        export_name="egen-rutt-2027",
    )


def _teachers() -> Campaign:
    return Campaign(
        id=TEACHERS,
        name="Lärare som vill hem",
        goal_type=AdGoal.LEADS,
        goal=APPLICATIONS,
        channel=LINKEDIN,
        budget=14_000,
        first_day=date(2027, 2, 1),
        last_day=date(2027, 3, 14),
        tracking="Rekryteringssystemet, utm_campaign=larare-hem-2027",
        phases=(
            Phase(kind=PhaseKind.TEST, amount=4_000, first_day=date(2027, 2, 1), last_day=date(2027, 2, 14)),
            Phase(kind=PhaseKind.SCALE, amount=10_000, first_day=date(2027, 2, 18), last_day=date(2027, 3, 14)),
        ),
        targeting=(Targeting.INTERESTS,),
        targeting_notes="Lärare och speciallärare inom en timmes resa.",
        personas=(HANNA,),
        audience=AdAudience.NEW,
        excluded="Anställda i kommunen",
        stands_out="Siffran 214 dygn",
        variants=(
            Variant(
                name="A, havet",
                platform=Platform.LINKEDIN,
                format=Format.IMAGE,
                message="Jobba fyrtio meter från havet",
                asset="larare-labbsal.jpg",
                ready=True,
            ),
            Variant(
                name="B, lönen",
                platform=Platform.LINKEDIN,
                format=Format.IMAGE,
                message="Lönespannet i första meningen",
                asset="larare-lon.jpg",
            ),
        ),
        least=8_000,
        most=18_000,
        result_value=2_500,
        tool=AdTool.LINKEDIN,
        export_name="larare-hem-2027",
    )


def _summer() -> Campaign:
    return Campaign(
        id="kampanj-sommarvikarier",
        name="Sommarvikarier i omsorgen",
        goal_type=AdGoal.LEADS,
        goal=APPLICATIONS,
        channel=INSTAGRAM,
        budget=8_000,
        first_day=date(2027, 3, 15),
        last_day=date(2027, 4, 11),
        tracking="Rekryteringssystemet, utm_campaign=sommarvikarier-2027",
        phases=(Phase(kind=PhaseKind.SCALE, amount=8_000, first_day=date(2027, 3, 15), last_day=date(2027, 4, 11)),),
        targeting=(Targeting.DEMOGRAPHY,),
        targeting_notes="Björkshamn och grannkommunerna.",
        personas=(YUSUF,),
        audience=AdAudience.NEW,
        stands_out="Göstas dragspel",
        variants=(
            Variant(
                name="Yasmin",
                platform=Platform.INSTAGRAM,
                format=Format.SHORT_VIDEO,
                message="Jag kom för en sommar",
                asset="jobbet-2.mp4",
                ready=True,
            ),
        ),
        least=4_000,
        most=12_000,
        result_value=1_500,
        tool=AdTool.META,
        cost_low=110,
        cost_likely=240,
        cost_high=600,
        export_name="sommarvikarier-2027",
    )

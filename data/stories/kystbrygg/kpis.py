"""Kystbrygg's figures: orders with a Christmas peak, followers without orders, and what a face is worth."""

from collections.abc import Sequence
from datetime import date, time
from statistics import median

from stories.days import month_ends
from stories.kystbrygg.names import ANSWERS, FACEBOOK, INGRID, INSTAGRAM, MARIT, ORDERS, SANDER, SUBSCRIPTIONS, TIKTOK
from stories.rows import monthly
from workshoplib.strategy.choices import Rhythm, Weekday
from workshoplib.strategy.kpis import (
    Actual,
    Direction,
    ExportFormat,
    Kpi,
    KpiKind,
    Kpis,
    MeasuringSlot,
    Quote,
    QuoteSource,
    Reaction,
    Tool,
    ToolJob,
    UtmParameter,
    UtmRule,
)
from workshoplib.strategy.response import LogEntry

MONTHS = month_ends(date(2025, 9, 1), 14)

ORDERS_A_MONTH = (118, 127, 262, 431, 98, 112, 121, 126, 119, 136, 141, 143, 152, 171)
"""June to August 2026 average 140, the baseline; November and December are 36 % of the first twelve months."""

SUBSCRIPTIONS_AT_MONTH_END = (61, 63, 66, 70, 72, 73, 75, 77, 79, 80, 82, 85, 88, 93)

HOURS_TO_ANSWER = (9.4, 8.8, 10.2, 14.5, 9.1, 8.9, 8.6, 9.3, 8.7, 9.0, 11.2, 9.0)
"""Read off the inboxes up to August 2026, in the log since."""

ORDERS_A_FACE = (3.1, 3.4, 3.0, 3.6, 3.3, 3.8, 4.1, 4.4)
ORDERS_A_PRODUCT_PICTURE = (0.9, 0.8, 0.9, 0.7, 0.8, 0.9, 1.0, 0.9)
TIKTOK_FOLLOWERS = (210, 225, 240, 690, 1620)
TIKTOK_ORDERS = (1, 2, 1, 2, 1)

WHAT_HAPPENED = {
    date(2025, 11, 30): "Julehandel",
    date(2025, 12, 31): "Julehandel, alle jobbet overtid",
    date(2026, 7, 31): "Ferie",
    date(2026, 9, 30): "Den nye planen begynner",
    date(2026, 10, 31): "Færre produktbilder, flere ansikter",
}


def kpis(log: Sequence[LogEntry]) -> Kpis:
    """What they measure; the answering time since September comes from the log."""
    return Kpis(
        kpis=(
            Kpi(
                id="kpi-bestillinger",
                name="Bestillinger fra sosiale medier",
                goal=ORDERS,
                kind=KpiKind.PURCHASES,
                baseline=140,
                target=260,
                unit="bestillinger i måneden",
                source="verktoy-nettstatistikk",
                owner=INGRID,
                frequency=Rhythm.MONTHLY,
                formula="Ordrer med utm_source instagram, facebook eller tiktok, kjøp innen 7 dager etter klikket",
                benchmark=127,
                benchmark_source="Egen oktober 2025",
                actuals=_monthly(ORDERS_A_MONTH),
            ),
            Kpi(
                id="kpi-ansikter",
                name="Bestillinger per innlegg med ansikt eller bryggetips",
                goal=ORDERS,
                kind=KpiKind.PURCHASES,
                baseline=3.4,
                target=5,
                unit="bestillinger per innlegg",
                source="verktoy-nettstatistikk",
                owner=MARIT,
                frequency=Rhythm.MONTHLY,
                channel=INSTAGRAM,
                actuals=_monthly(ORDERS_A_FACE),
            ),
            Kpi(
                id="kpi-produktbilder",
                name="Bestillinger per produktbilde",
                goal=ORDERS,
                kind=KpiKind.PURCHASES,
                baseline=0.8,
                target=1.5,
                unit="bestillinger per innlegg",
                source="verktoy-nettstatistikk",
                owner=MARIT,
                frequency=Rhythm.MONTHLY,
                channel=INSTAGRAM,
                actuals=_monthly(ORDERS_A_PRODUCT_PICTURE),
            ),
            Kpi(
                id="kpi-tiktok-folgere",
                name="Følgere på TikTok",
                goal=ORDERS,
                kind=KpiKind.FOLLOWERS,
                baseline=240,
                target=2000,
                unit="følgere",
                source="verktoy-tiktok",
                owner=SANDER,
                frequency=Rhythm.MONTHLY,
                channel=TIKTOK,
                actuals=_monthly(TIKTOK_FOLLOWERS),
            ),
            Kpi(
                id="kpi-tiktok-bestillinger",
                name="Bestillinger fra TikTok",
                goal=ORDERS,
                kind=KpiKind.PURCHASES,
                baseline=1,
                target=15,
                unit="bestillinger i måneden",
                source="verktoy-nettstatistikk",
                owner=INGRID,
                frequency=Rhythm.MONTHLY,
                channel=TIKTOK,
                actuals=_monthly(TIKTOK_ORDERS),
            ),
            Kpi(
                id="kpi-abonnement",
                name="Aktive abonnement",
                goal=SUBSCRIPTIONS,
                kind=KpiKind.OTHER,
                baseline=85,
                target=200,
                unit="abonnement",
                source="verktoy-ordre",
                owner=INGRID,
                frequency=Rhythm.MONTHLY,
                formula="Abonnement som ikke er sagt opp, talt den siste dagen i måneden, også de på pause",
                actuals=_monthly(SUBSCRIPTIONS_AT_MONTH_END),
            ),
            Kpi(
                id="kpi-gjenkjop",
                name="Nye kunder som handler igjen innen 90 dager",
                goal=SUBSCRIPTIONS,
                kind=KpiKind.RETURNING,
                target=35,
                unit="prosent",
                source="verktoy-ordre",
                owner=INGRID,
                frequency=Rhythm.QUARTERLY,
                formula="Nye kunder med to ordrer innen 90 dager, delt på alle nye kunder",
            ),
            Kpi(
                id="kpi-svartid",
                name="Median tid til første svar",
                goal=ANSWERS,
                kind=KpiKind.RESPONSE_TIME,
                baseline=9,
                target=2,
                unit="timer",
                source="verktoy-svarlogg",
                owner=MARIT,
                frequency=Rhythm.MONTHLY,
                direction=Direction.DOWN,
                formula="Den midterste av alle svartider i måneden, i timer, alle kanaler",
                actuals=_monthly((*HOURS_TO_ANSWER, *(_median_hours(log, month) for month in (9, 10)))),
            ),
        ),
        tools=_tools(),
        report_rhythm=Rhythm.MONTHLY,
        measuring_slots=(
            MeasuringSlot(
                what="Lese tallene, skrive to linjer, si dem høyt på morgenmøtet",
                person=INGRID,
                rhythm=Rhythm.WEEKLY,
                weekday=Weekday.MONDAY,
                at=time(8, 30),
                minutes=30,
            ),
            MeasuringSlot(
                what="Føre bestillinger per innlegg",
                person=MARIT,
                rhythm=Rhythm.WEEKLY,
                weekday=Weekday.MONDAY,
                at=time(9),
                minutes=30,
            ),
        ),
        quotes=_quotes(),
        reactions=(
            Reaction(
                goal=ORDERS,
                day=date(2026, 11, 4),
                observed="De nevner Jonas ved navn i ordrekommentarer, elleve ganger i oktober.",
                as_hoped=5,
            ),
            Reaction(
                goal=ANSWERS,
                day=date(2026, 11, 4),
                observed="Glade på hverdager. Tre spurte to ganger på en søndag.",
                as_hoped=3,
            ),
        ),
        utm=(
            UtmRule(parameter=UtmParameter.SOURCE, rule="Plattformens navn, små bokstaver", example="instagram"),
            UtmRule(parameter=UtmParameter.MEDIUM, rule="organic eller paid", example="organic"),
            UtmRule(
                parameter=UtmParameter.CAMPAIGN, rule="Navnet med bindestrek, uten æ, ø og å", example="julekaffen-2026"
            ),
            UtmRule(parameter=UtmParameter.CONTENT, rule="Filnavnet uten ending", example="fredag-01"),
        ),
        landing_page="https://kystbrygg.example/brygging",
    )


def _monthly(values: Sequence[float]) -> tuple[Actual, ...]:
    """The values as the figures of the last months up to October 2026."""
    return monthly(values, MONTHS, WHAT_HAPPENED)


def _median_hours(log: Sequence[LogEntry], month: int) -> float:
    minutes = [entry.minutes_to_first_answer or 0 for entry in log if entry.day and entry.day.month == month]
    return round(median(minutes) / 60, 1)


def _tools() -> tuple[Tool, ...]:
    return (
        Tool(
            id="verktoy-meta",
            name="Innboks og statistikk for Instagram og Facebook",
            jobs=(ToolJob.PUBLISHING, ToolJob.ANSWERING, ToolJob.ANALYTICS),
            monthly_cost=0,
            owner=MARIT,
            export=ExportFormat.META,
        ),
        Tool(
            id="verktoy-annonser",
            name="Annonseverktøyet",
            jobs=(ToolJob.ADS,),
            monthly_cost=0,
            owner=INGRID,
            export=ExportFormat.META_ADS,
        ),
        Tool(
            id="verktoy-tiktok",
            name="Statistikken i TikTok",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=SANDER,
            export=ExportFormat.TIKTOK,
        ),
        Tool(
            id="verktoy-nettstatistikk",
            name="Nettstatistikken",
            jobs=(ToolJob.ANALYTICS, ToolJob.SEARCH),
            monthly_cost=0,
            owner=INGRID,
            export=ExportFormat.GOOGLE_ANALYTICS,
            note="Trafikk, kanalgruppe sosiale medier",
        ),
        Tool(
            id="verktoy-planlegger",
            name="Planleggeren",
            jobs=(ToolJob.PLANNING, ToolJob.PUBLISHING),
            monthly_cost=290,
            owner=MARIT,
        ),
        Tool(id="verktoy-klipp", name="Klippeprogrammet", jobs=(ToolJob.PRODUCTION,), monthly_cost=120, owner=SANDER),
        Tool(
            id="verktoy-ordre",
            name="Ordresystemet",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=INGRID,
            note="Betales over nettbutikken",
        ),
        Tool(
            id="verktoy-svarlogg",
            name="Svarloggen, et regneark",
            jobs=(ToolJob.ANSWERING,),
            monthly_cost=0,
            owner=MARIT,
        ),
    )


def _quotes() -> tuple[Quote, ...]:
    return (
        Quote(
            id="sitat-fetter",
            said="Det er som å ha en fetter som driver brenneri.",
            theme="brenneren",
            source=QuoteSource.INTERVIEW,
            day=date(2026, 8, 12),
            goal=ORDERS,
        ),
        Quote(
            id="sitat-malegrad",
            said="Endelig en som sier hvor grovt man skal male. Bestilte to poser med en gang.",
            theme="bryggetips",
            source=QuoteSource.COMMENT,
            day=date(2026, 9, 29),
            goal=ORDERS,
            channel=INSTAGRAM,
        ),
        Quote(
            id="sitat-frakt",
            said="Skulle gjerne tatt én pose, men 79 kroner i frakt? Da venter jeg til jeg trenger tre.",
            theme="frakt",
            source=QuoteSource.MESSAGE,
            day=date(2026, 10, 6),
            goal=ORDERS,
            channel=INSTAGRAM,
        ),
        Quote(
            id="sitat-pause",
            said="Turte ikke å bestille abonnement før jeg skjønte at jeg kunne ta pause.",
            theme="abonnement",
            source=QuoteSource.MESSAGE,
            day=date(2026, 10, 19),
            goal=SUBSCRIPTIONS,
            channel=INSTAGRAM,
        ),
        Quote(
            id="sitat-sondag",
            said="Spurte søndag, fikk svar mandag klokka elleve. Da var toget gått.",
            theme="svartid",
            source=QuoteSource.COMMENT,
            day=date(2026, 11, 9),
            goal=ANSWERS,
            channel=FACEBOOK,
        ),
        Quote(
            id="sitat-tiktok",
            said="Elsker filmene, men jeg drikker ikke kaffe altså.",
            theme="brenneren",
            source=QuoteSource.COMMENT,
            day=date(2026, 11, 11),
            goal=ORDERS,
            channel=TIKTOK,
        ),
    )

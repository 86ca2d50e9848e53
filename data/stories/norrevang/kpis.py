"""Nørrevang's figures: four times the reach on own profiles, one film with a third of the views, a dear form."""

from collections.abc import Sequence
from datetime import date, time

from stories.days import month_ends
from stories.norrevang.names import (
    APPLICATIONS,
    BIRGITTE,
    EMIL,
    HENRIK,
    LEADS,
    LINKEDIN,
    LONE,
    METTE,
    VIDEO_ANSWERS,
    YOUTUBE,
)
from stories.rows import monthly
from workshoplib.strategy.choices import Rhythm, Weekday
from workshoplib.strategy.kpis import (
    Actual,
    Denominator,
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

MONTHS = month_ends(date(2025, 9, 1), 14)

QUALIFIED_LEADS = (3, 4, 4, 2, 3, 4, 5, 4, 4, 5, 2, 5, 5, 6)
"""June to August 2026 average 4, the baseline."""

JOB_APPLICATIONS = (2, 3, 2, 1, 4, 3, 3, 2, 4, 3, 2, 4, 3, 4)
"""June to August 2026 average 3."""

PRICE_OF_A_FORM = (842, 870, 905, 968, 915, 884, 871, 893, 906, 880, 960, 860, 894, 926)
"""15 000 kroner a month; June to August 2026 average 900."""

VIEWS_OF_A_SPECIALIST = (1640, 1810, 1950, 2020, 2110, 2180, 1490, 2090, 2260, 2380)
VIEWS_OF_THE_PAGE = (430, 450, 490, 505, 520, 540, 380, 520, 560, 590)
"""Views per post since January 2026: June to August average 1 920 against 480."""

YOUTUBE_VIEWS = (1450, 1720, 2650, 2540, 2900, 2980, 3150, 3210, 3340, 3620, 2950, 3450, 3900, 4150)
SHARE_OF_THE_FILM = (44, 41, 38, 36, 35, 34, 34, 33, 35, 33, 34, 33)
"""Percent of all views since November 2025, the first whole month of the film."""

CALLS_ANSWERED_BY_VIDEO = (0, 2, 3)
"""Percent of some 260 calls a month."""

WHAT_HAPPENED = {
    date(2025, 10, 31): "»Akseltætning på 90 sekunder« lagt ud den 22.",
    date(2025, 12, 31): "Juleferie fra den 23.",
    date(2026, 7, 31): "Industriferie",
    date(2026, 9, 30): "Den nye plan begynder",
    date(2026, 10, 31): "Uge 42 var stille",
}


def kpis() -> Kpis:
    """What they measure, by whom and when."""
    return Kpis(
        kpis=(*_lead_kpis(), *_recruiting_kpis(), *_service_kpis()),
        tools=_tools(),
        report_rhythm=Rhythm.MONTHLY,
        measuring_slots=(
            MeasuringSlot(
                what="Læse tallene, skrive to linjer til de fem og sende dem",
                person=BIRGITTE,
                rhythm=Rhythm.WEEKLY,
                weekday=Weekday.FRIDAY,
                at=time(9),
                minutes=40,
            ),
            MeasuringSlot(
                what="Tælle opkald, der fik et link",
                person=HENRIK,
                rhythm=Rhythm.WEEKLY,
                weekday=Weekday.FRIDAY,
                at=time(13, 30),
                minutes=20,
            ),
        ),
        quotes=_quotes(),
        reactions=(
            Reaction(
                goal=LEADS,
                day=date(2026, 11, 5),
                observed="Tre af de seks i oktober nævnte et opslag fra Lone eller Rasmus. Ingen nævnte en annonce.",
                as_hoped=4,
            ),
            Reaction(
                goal=VIDEO_ANSWERS,
                day=date(2026, 11, 5),
                observed="De, der fik et link, ringede ikke igen. Men vi glemmer at sende det.",
                as_hoped=3,
            ),
        ),
        utm=(
            UtmRule(parameter=UtmParameter.SOURCE, rule="Platformens navn med små bogstaver", example="linkedin"),
            UtmRule(parameter=UtmParameter.MEDIUM, rule="egen, side eller annonce", example="egen"),
            UtmRule(
                parameter=UtmParameter.CAMPAIGN, rule="Navn og år med bindestreg, uden æ, ø og å", example="messe-2027"
            ),
            UtmRule(parameter=UtmParameter.CONTENT, rule="Fornavnet på den, der skriver", example="lone"),
        ),
        landing_page="https://norrevang-pumper.example/drift",
    )


def _lead_kpis() -> tuple[Kpi, ...]:
    return (
        Kpi(
            id="kpi-leads",
            name="Kvalificerede leads fra LinkedIn",
            goal=LEADS,
            kind=KpiKind.LEADS,
            baseline=4,
            target=12,
            unit="leads om måneden",
            source="vaerktoej-crm",
            owner=BIRGITTE,
            frequency=Rhythm.MONTHLY,
            channel=LINKEDIN,
            formula="Nye kontakter med LinkedIn som kilde, som salget har talt med og vil tale med igen",
            benchmark=4,
            benchmark_source="Egen oktober 2025",
            actuals=_monthly(QUALIFIED_LEADS),
        ),
        Kpi(
            id="kpi-visninger-fagfolk",
            name="Visninger pr. opslag på fagfolkenes egne profiler",
            goal=LEADS,
            kind=KpiKind.IMPRESSIONS,
            baseline=1920,
            target=2600,
            unit="visninger pr. opslag",
            source="vaerktoej-regneark",
            owner=BIRGITTE,
            frequency=Rhythm.MONTHLY,
            channel=LINKEDIN,
            formula="Snit af de tal, som de fem selv sender den sidste fredag i måneden",
            actuals=_monthly(VIEWS_OF_A_SPECIALIST),
        ),
        Kpi(
            id="kpi-visninger-side",
            name="Visninger pr. opslag på firmasiden",
            goal=LEADS,
            kind=KpiKind.IMPRESSIONS,
            baseline=480,
            target=650,
            unit="visninger pr. opslag",
            source="vaerktoej-linkedin",
            owner=BIRGITTE,
            frequency=Rhythm.MONTHLY,
            channel=LINKEDIN,
            actuals=_monthly(VIEWS_OF_THE_PAGE),
        ),
        Kpi(
            id="kpi-formularpris",
            name="Pris pr. udfyldt formular",
            goal=LEADS,
            kind=KpiKind.COST_PER_RESULT,
            baseline=900,
            target=600,
            unit="kroner",
            source="vaerktoej-annoncer",
            owner=BIRGITTE,
            frequency=Rhythm.MONTHLY,
            channel=LINKEDIN,
            direction=Direction.DOWN,
            formula="Annoncekroner divideret med udfyldte formularer, uden moms",
            benchmark=870,
            benchmark_source="Egen oktober 2025",
            actuals=_monthly(PRICE_OF_A_FORM),
        ),
        Kpi(
            id="kpi-formular-til-lead",
            name="Formularer, der bliver til kvalificerede leads",
            goal=LEADS,
            kind=KpiKind.CONVERSION_RATE,
            target=25,
            unit="procent",
            source="vaerktoej-crm",
            owner=LONE,
            frequency=Rhythm.QUARTERLY,
            formula="Kvalificerede leads, der begyndte med en formular, divideret med alle udfyldte formularer",
        ),
    )


def _recruiting_kpis() -> tuple[Kpi, ...]:
    return (
        Kpi(
            id="kpi-ansoegninger",
            name="Ansøgninger fra faglærte og lærlinge",
            goal=APPLICATIONS,
            kind=KpiKind.APPLICATIONS,
            baseline=3,
            target=9,
            unit="ansøgninger om måneden",
            source="vaerktoej-rekruttering",
            owner=METTE,
            frequency=Rhythm.MONTHLY,
            formula="Ansøgninger til værksted og montage, hvor svaret på »Hvor hørte du om os?« er et socialt medie",
            actuals=_monthly(JOB_APPLICATIONS),
        ),
    )


def _service_kpis() -> tuple[Kpi, ...]:
    return (
        Kpi(
            id="kpi-videosvar",
            name="Serviceopkald besvaret med et link til en film",
            goal=VIDEO_ANSWERS,
            kind=KpiKind.OTHER,
            baseline=0,
            target=40,
            unit="procent",
            source="vaerktoej-servicelog",
            owner=HENRIK,
            frequency=Rhythm.MONTHLY,
            formula="Opkald med kryds i »sendt link«, divideret med alle opkald i måneden, cirka 260",
            actuals=_monthly(CALLS_ANSWERED_BY_VIDEO),
        ),
        Kpi(
            id="kpi-visninger-youtube",
            name="Visninger på YouTube",
            goal=VIDEO_ANSWERS,
            kind=KpiKind.OTHER,
            baseline=3340,
            target=9000,
            unit="visninger om måneden",
            source="vaerktoej-youtube",
            owner=EMIL,
            frequency=Rhythm.MONTHLY,
            channel=YOUTUBE,
            actuals=_monthly(YOUTUBE_VIEWS),
        ),
        Kpi(
            id="kpi-en-film",
            name="Andel af visninger på »Akseltætning på 90 sekunder«",
            goal=VIDEO_ANSWERS,
            kind=KpiKind.OTHER,
            baseline=34,
            target=20,
            unit="procent",
            source="vaerktoej-youtube",
            owner=EMIL,
            frequency=Rhythm.MONTHLY,
            channel=YOUTUBE,
            direction=Direction.DOWN,
            denominator=Denominator.VIEWS,
            formula="Filmens visninger divideret med alle visninger på kanalen: falder, når flere film gør det samme",
            actuals=_monthly(SHARE_OF_THE_FILM),
        ),
    )


def _monthly(values: Sequence[float]) -> tuple[Actual, ...]:
    """The values as the figures of the last months up to October 2026."""
    return monthly(values, MONTHS, WHAT_HAPPENED)


def _tools() -> tuple[Tool, ...]:
    return (
        Tool(
            id="vaerktoej-linkedin",
            name="Statistikken for firmasiden på LinkedIn",
            jobs=(ToolJob.PUBLISHING, ToolJob.ANALYTICS),
            monthly_cost=0,
            owner=BIRGITTE,
            export=ExportFormat.LINKEDIN,
        ),
        Tool(
            id="vaerktoej-annoncer",
            name="Annonceværktøjet på LinkedIn",
            jobs=(ToolJob.ADS,),
            monthly_cost=0,
            owner=BIRGITTE,
            export=ExportFormat.LINKEDIN_ADS,
        ),
        Tool(
            id="vaerktoej-regneark",
            name="Regnearket »De fem«",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=BIRGITTE,
            note="Tal fra egne profiler kan kun ses af den, der har skrevet. De sender dem selv.",
        ),
        Tool(
            id="vaerktoej-youtube",
            name="YouTube Studio",
            jobs=(ToolJob.PUBLISHING, ToolJob.ANALYTICS, ToolJob.SEARCH),
            monthly_cost=0,
            owner=EMIL,
            export=ExportFormat.YOUTUBE,
        ),
        Tool(
            id="vaerktoej-crm",
            name="CRM",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=LONE,
            note="Betales af salget. »Kilde« skal udfyldes siden 11. september, men ikke hvilken slags LinkedIn.",
        ),
        Tool(
            id="vaerktoej-rekruttering",
            name="Rekrutteringssystemet",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=METTE,
            note="Betales af HR",
        ),
        Tool(
            id="vaerktoej-servicelog",
            name="Serviceloggen",
            jobs=(ToolJob.ANSWERING, ToolJob.ANALYTICS),
            monthly_cost=0,
            owner=HENRIK,
            note="Krydset »sendt link« er fra 24. august",
        ),
        Tool(
            id="vaerktoej-planlaegger",
            name="Planlæggeren",
            jobs=(ToolJob.PLANNING, ToolJob.PUBLISHING),
            monthly_cost=420,
            owner=BIRGITTE,
        ),
        Tool(id="vaerktoej-klip", name="Klippeprogrammet", jobs=(ToolJob.PRODUCTION,), monthly_cost=190, owner=EMIL),
    )


def _quotes() -> tuple[Quote, ...]:
    return (
        Quote(
            id="citat-weekend",
            said="Jeg køber ikke en pumpe. Jeg køber en weekend, hvor telefonen ikke ringer.",
            theme="driftsstop",
            source=QuoteSource.INTERVIEW,
            day=date(2026, 8, 13),
            goal=LEADS,
        ),
        Quote(
            id="citat-nattevagt",
            said="Reddede min nattevagt. Lav en om lejet.",
            theme="film",
            source=QuoteSource.COMMENT,
            day=date(2026, 9, 24),
            goal=VIDEO_ANSWERS,
            channel=YOUTUBE,
        ),
        Quote(
            id="citat-formular",
            said="Hvorfor skal jeg opgive telefonnummer for at se en tegning?",
            theme="formular",
            source=QuoteSource.COMMENT,
            day=date(2026, 10, 6),
            goal=LEADS,
            channel=LINKEDIN,
        ),
        Quote(
            id="citat-lone",
            said="Jeg har fulgt Lone siden foråret. Nu har vi et problem, der ligner det, hun skrev om.",
            theme="fagfolk",
            source=QuoteSource.MESSAGE,
            day=date(2026, 10, 20),
            goal=LEADS,
            channel=LINKEDIN,
        ),
        Quote(
            id="citat-link",
            said="Hende i telefonen sendte filmen, mens vi talte. Den kørte igen efter et kvarter.",
            theme="film",
            source=QuoteSource.COLLEAGUE,
            day=date(2026, 10, 28),
            goal=VIDEO_ANSWERS,
        ),
        Quote(
            id="citat-mor",
            said="Det var min mor, der sendte mig opslaget. Jeg er der ikke selv.",
            theme="lærlinge",
            source=QuoteSource.COLLEAGUE,
            day=date(2026, 11, 10),
            goal=APPLICATIONS,
        ),
    )

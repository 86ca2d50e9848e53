"""Björkshamn's figures: answers that come sooner but not in the evening, and hours for what nobody asked."""

from collections.abc import Sequence
from datetime import date, time
from statistics import median

from stories.bjorkshamn.log import TOP_FIVE, Conversation
from stories.bjorkshamn.names import (
    AMIR,
    ANSWERS,
    APPLICATIONS,
    BIRGITTA,
    ELIN,
    FACEBOOK,
    FOUND,
    INSTAGRAM,
    JOHAN,
    LINKEDIN,
    MESSENGER,
    SOFIA,
)
from stories.days import month_ends
from stories.rows import monthly
from workshoplib.strategy.choices import Rhythm, Weekday
from workshoplib.strategy.kpis import (
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
from workshoplib.strategy.response import CaseType

MONTHS = month_ends(date(2025, 9, 1), 14)
QUARTERS = (date(2025, 9, 30), date(2025, 12, 31), date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30))

VISITS = (810, 860, 900, 1_040, 1_180, 1_020, 930, 880, 890, 860, 790, 1_050, 980, 1_070)
"""June to August 2026 average 900, the baseline."""

APPLICATIONS_A_QUARTER = (21, 25, 26, 24, 27)
"""The four quarters up to June 2026 average 24, the baseline."""

HOURS_TO_ANSWER = (20.5, 19.8, 19.2, 21.4, 22.6, 19.4, 18.7, 18.9, 18.2, 18.8, 20.9, 18.9)
"""Read off the inbox up to August 2026, in the log since."""

OUT_OF_HOURS = (67, 69, 68)
SAME_FIVE = (53, 52, 51)
"""Percent of the questions of June to August 2026; in the log since."""

UNASKED_HOURS = (35, 34, 33, 34, 33)
DESCRIBED = (51, 54, 57, 74, 88)

WHAT_HAPPENED = {
    date(2025, 12, 31): "Jullov, halva bemanningen",
    date(2026, 1, 31): "Snöstormen, tre dygn",
    date(2026, 7, 31): "Semester",
    date(2026, 9, 30): "Valet, och den nya planen börjar",
    date(2026, 10, 31): "Veckans fråga varje söndag",
}


def kpis(talks: Sequence[Conversation]) -> Kpis:
    """What they measure; answers and questions since September come from the log."""
    return Kpis(
        kpis=_kpis(talks),
        tools=_tools(),
        report_rhythm=Rhythm.MONTHLY,
        measuring_slots=(
            MeasuringSlot(
                what="Läsa siffrorna, skriva tre meningar och lägga dem i kanalen för alla",
                person=JOHAN,
                rhythm=Rhythm.MONTHLY,
                weekday=Weekday.TUESDAY,
                at=time(9),
                minutes=60,
            ),
            MeasuringSlot(
                what="Räkna veckans frågor per ämne",
                person=BIRGITTA,
                rhythm=Rhythm.WEEKLY,
                weekday=Weekday.FRIDAY,
                at=time(14, 30),
                minutes=20,
            ),
        ),
        quotes=_quotes(),
        reactions=(
            Reaction(
                goal=ANSWERS,
                day=date(2026, 11, 5),
                observed="De tackar med namn på förmiddagarna. Efter klockan 16 svarar grannarna, och ofta fel.",
                as_hoped=3,
            ),
            Reaction(
                goal=FOUND,
                day=date(2026, 11, 5),
                observed="De länkar till Frågor och svar åt varandra i föräldragruppen, elva gånger i oktober.",
                as_hoped=4,
            ),
            Reaction(
                goal=APPLICATIONS,
                day=date(2026, 11, 5),
                observed="Två av sju som sökte i oktober nämnde Mariam. Ingen frågade om lönen, men alla undrade.",
                as_hoped=3,
            ),
        ),
        utm=(
            UtmRule(parameter=UtmParameter.SOURCE, rule="Plattformens namn, små bokstäver", example="facebook"),
            UtmRule(parameter=UtmParameter.MEDIUM, rule="organic eller paid", example="organic"),
            UtmRule(
                parameter=UtmParameter.CAMPAIGN, rule="Namn med bindestreck, utan å, ä och ö", example="veckans-fraga"
            ),
        ),
        landing_page="https://bjorkshamn.example/fragor",
    )


def _kpis(talks: Sequence[Conversation]) -> tuple[Kpi, ...]:
    return (
        Kpi(
            id="kpi-svarstid",
            name="Mediantid till första svar på Facebook, arbetsdagar",
            goal=ANSWERS,
            kind=KpiKind.RESPONSE_TIME,
            baseline=19,
            target=3,
            unit="timmar",
            source="verktyg-svarslogg",
            owner=AMIR,
            frequency=Rhythm.MONTHLY,
            channel=FACEBOOK,
            direction=Direction.DOWN,
            formula="Medianen för det som kommit in måndag till fredag, dygnet runt, i timmar",
            benchmark=11,
            benchmark_source="Sälviks kommun, muntligt i oktober 2026, efter ett år med kvällspass",
            actuals=monthly(
                (*HOURS_TO_ANSWER, *(_median_hours(talks, month) for month in (9, 10))), MONTHS, WHAT_HAPPENED
            ),
        ),
        Kpi(
            id="kpi-obemannat",
            name="Andel som skriver när ingen är på plats",
            goal=ANSWERS,
            kind=KpiKind.OTHER,
            baseline=68,
            target=45,
            unit="procent",
            source="verktyg-svarslogg",
            owner=BIRGITTA,
            frequency=Rhythm.MONTHLY,
            direction=Direction.DOWN,
            formula="Det som kommit in före klockan 8, efter klockan 16 och på helger, delat på allt som kommit in",
            actuals=monthly(
                (*OUT_OF_HOURS, *(_percent_out_of_hours(talks, month) for month in (9, 10))), MONTHS, WHAT_HAPPENED
            ),
        ),
        Kpi(
            id="kpi-hitta-svaret",
            name="Besök på Frågor och svar från sociala medier",
            goal=FOUND,
            kind=KpiKind.VISITS,
            baseline=900,
            target=2000,
            unit="besök i månaden",
            source="verktyg-webbstatistik",
            owner=JOHAN,
            frequency=Rhythm.MONTHLY,
            formula="Besök på sidor under /fragor med utm_source facebook, instagram eller messenger",
            benchmark=860,
            benchmark_source="Vår egen oktober 2025",
            actuals=monthly(VISITS, MONTHS, WHAT_HAPPENED),
        ),
        Kpi(
            id="kpi-fem-amnen",
            name="Andel frågor om de fem vanligaste ämnena",
            goal=FOUND,
            kind=KpiKind.OTHER,
            baseline=52,
            target=35,
            unit="procent",
            source="verktyg-svarslogg",
            owner=BIRGITTA,
            frequency=Rhythm.MONTHLY,
            direction=Direction.DOWN,
            formula="Frågor om sophämtning, gatubelysning, skolskjuts, förskoleplats och bygglov, delat på alla frågor",
            actuals=monthly(
                (*SAME_FIVE, *(_percent_of_five(talks, month) for month in (9, 10))), MONTHS, WHAT_HAPPENED
            ),
        ),
        Kpi(
            id="kpi-ofragat",
            name="Andel av timmarna som går till inlägg ingen frågat efter",
            goal=FOUND,
            kind=KpiKind.OTHER,
            baseline=34,
            target=15,
            unit="procent",
            source="verktyg-tidrapport",
            owner=JOHAN,
            frequency=Rhythm.MONTHLY,
            direction=Direction.DOWN,
            formula="Timmar för Nytt från kommunhuset, delat på alla timmar för inlägg",
            actuals=monthly(UNASKED_HOURS, MONTHS, WHAT_HAPPENED),
        ),
        Kpi(
            id="kpi-beskrivet",
            name="Andel inlägg med alt-text eller undertexter",
            goal=FOUND,
            kind=KpiKind.OTHER,
            baseline=54,
            target=100,
            unit="procent",
            source="verktyg-inkorg",
            owner=ELIN,
            frequency=Rhythm.MONTHLY,
            actuals=monthly(DESCRIBED, MONTHS, WHAT_HAPPENED),
        ),
        Kpi(
            id="kpi-ansokningar",
            name="Ansökningar från sociala medier till vård, omsorg och skola",
            goal=APPLICATIONS,
            kind=KpiKind.APPLICATIONS,
            baseline=24,
            target=60,
            unit="ansökningar i kvartalet",
            source="verktyg-rekrytering",
            owner=SOFIA,
            frequency=Rhythm.QUARTERLY,
            formula="Ansökningar med utm_source från oss, eller svaret ”sociala medier” på frågan var man såg jobbet",
            actuals=monthly(
                APPLICATIONS_A_QUARTER, QUARTERS, {date(2026, 9, 30): "Annonserna började först i oktober"}
            ),
        ),
        Kpi(
            id="kpi-behoriga",
            name="Andel av ansökningarna som är behöriga",
            goal=APPLICATIONS,
            kind=KpiKind.OTHER,
            target=60,
            unit="procent",
            source="verktyg-rekrytering",
            owner=SOFIA,
            frequency=Rhythm.QUARTERLY,
            formula="Behöriga sökande från sociala medier, delat på alla sökande därifrån",
        ),
    )


def _month(talks: Sequence[Conversation], month: int) -> list[Conversation]:
    return [talk for talk in talks if talk.asked.month == month]


def _median_hours(talks: Sequence[Conversation], month: int) -> float:
    counted = [
        talk.entry.minutes_to_first_answer or 0
        for talk in _month(talks, month)
        if talk.entry.channel == FACEBOOK and talk.asked.isoweekday() < 6
    ]
    return round(median(counted) / 60, 1)


def _percent_out_of_hours(talks: Sequence[Conversation], month: int) -> int:
    within = _month(talks, month)
    return round(100 * sum(talk.is_out_of_hours for talk in within) / len(within))


def _percent_of_five(talks: Sequence[Conversation], month: int) -> int:
    about = [talk.entry.about for talk in _month(talks, month) if talk.entry.type is CaseType.QUESTION]
    return round(100 * sum(topic in TOP_FIVE for topic in about) / len(about))


def _tools() -> tuple[Tool, ...]:
    return (
        Tool(
            id="verktyg-inkorg",
            name="Gemensamma inkorgen",
            jobs=(ToolJob.ANSWERING, ToolJob.PUBLISHING, ToolJob.PLANNING),
            monthly_cost=2_900,
            owner=AMIR,
            note="Avtal till augusti 2027. Exporten till diariet är inte inkopplad ännu.",
        ),
        Tool(
            id="verktyg-meta",
            name="Statistiken för Facebook och Instagram",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=ELIN,
            export=ExportFormat.META,
        ),
        Tool(
            id="verktyg-linkedin",
            name="Statistiken i LinkedIn",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=SOFIA,
            export=ExportFormat.LINKEDIN,
        ),
        Tool(
            id="verktyg-annonser",
            name="Annonskontot",
            jobs=(ToolJob.ADS,),
            monthly_cost=0,
            owner=SOFIA,
            export=ExportFormat.META_ADS,
            note="Byrån sätter upp, vi äger kontot",
        ),
        Tool(
            id="verktyg-webbstatistik",
            name="Webbstatistiken",
            jobs=(ToolJob.ANALYTICS, ToolJob.SEARCH),
            monthly_cost=0,
            owner=JOHAN,
            export=ExportFormat.OTHER,
            note="Utan kakor, så den räknar besök och inte personer",
        ),
        Tool(
            id="verktyg-rekrytering",
            name="Rekryteringssystemet",
            jobs=(ToolJob.ANALYTICS,),
            monthly_cost=0,
            owner=SOFIA,
            note="Betalas av HR. Behörighet går inte att ta ut per källa ännu.",
        ),
        Tool(
            id="verktyg-svarslogg",
            name="Svarsloggen, ett kalkylark utan namn",
            jobs=(ToolJob.ANSWERING,),
            monthly_cost=0,
            owner=BIRGITTA,
            note="Vart sjunde samtal skrivs in, valt på måfå",
        ),
        Tool(id="verktyg-tidrapport", name="Tidrapporten", jobs=(ToolJob.ANALYTICS,), monthly_cost=0, owner=JOHAN),
        Tool(
            id="verktyg-bildbank",
            name="Bildbanken",
            jobs=(ToolJob.PRODUCTION,),
            monthly_cost=450,
            owner=ELIN,
            note="Samtycken ligger vid varje bild",
        ),
        Tool(
            id="verktyg-textning", name="Textningsverktyget", jobs=(ToolJob.PRODUCTION,), monthly_cost=190, owner=ELIN
        ),
    )


def _quotes() -> tuple[Quote, ...]:
    return (
        Quote(
            id="citat-sondag",
            said="Frågade i söndags om bussen på måndag. Fick svar på måndag klockan tio. Bussen gick 07.12.",
            theme="svarstid",
            source=QuoteSource.COMMENT,
            day=date(2026, 9, 14),
            goal=ANSWERS,
            channel=FACEBOOK,
        ),
        Quote(
            id="citat-robot",
            said="Var säker på att det var en robot. Sen skrev han att hans unge också vägrar galonbyxor.",
            theme="tonen",
            source=QuoteSource.MESSAGE,
            day=date(2026, 10, 6),
            goal=ANSWERS,
            channel=MESSENGER,
        ),
        Quote(
            id="citat-brunt-karl",
            said="Äntligen står det i klartext. Sparar den här till min man.",
            theme="sophämtning",
            source=QuoteSource.COMMENT,
            day=date(2026, 10, 18),
            goal=FOUND,
            channel=FACEBOOK,
        ),
        Quote(
            id="citat-forstora",
            said="Tack för att texten inte ligger i bilden längre. Nu behöver jag inte ringa dottern.",
            theme="tillgänglighet",
            source=QuoteSource.COLLEAGUE,
            day=date(2026, 10, 27),
            goal=FOUND,
        ),
        Quote(
            id="citat-mariam",
            said="Jag gick i parallellklass med Mariam. Om hon har det bra där så kanske jag också kan.",
            theme="kollegor",
            source=QuoteSource.MESSAGE,
            day=date(2026, 10, 29),
            goal=APPLICATIONS,
            channel=LINKEDIN,
        ),
        Quote(
            id="citat-band",
            said="Fem bilder på folk som klipper band. När öppnar vägen?",
            theme="kommunhuset",
            source=QuoteSource.COMMENT,
            day=date(2026, 11, 15),
            goal=FOUND,
            channel=FACEBOOK,
        ),
        Quote(
            id="citat-lagom",
            said="Okej, den om plogbilen såg jag faktiskt två gånger.",
            theme="vardagen",
            source=QuoteSource.COMMENT,
            day=date(2026, 11, 17),
            goal=FOUND,
            channel=INSTAGRAM,
        ),
    )

"""Nørrevang's first review, what they decided, and what they try."""

from datetime import date

from stories.norrevang.names import (
    BIRGITTE,
    EMIL,
    FACEBOOK,
    HENRIK,
    JOHAN,
    KARSTEN,
    LINKEDIN,
    LONE,
    METTE,
    RASMUS,
    TRIAL_ENDS,
    YOUTUBE,
)
from stories.norrevang.trials import trials
from workshoplib.strategy.choices import Department, Format, Rhythm
from workshoplib.strategy.review import (
    AgainstTarget,
    ChannelVerdict,
    Counted,
    DecisionStatus,
    Experiment,
    ExperimentKind,
    ExperimentStatus,
    LoopState,
    NewWay,
    NextStep,
    NextStepRow,
    Reading,
    Review,
    ReviewDecision,
    Stance,
    StrategyReview,
    Trend,
    TrendKind,
    Trigger,
    TriggerKind,
    Verdict,
    WatchedTopic,
)

HELD = date(2026, 11, 5)
AUTUMN = "gennemgang-efteraar"


def review() -> Review:
    """One review held in November, the next one booked for February."""
    return Review(
        cadence=Rhythm.QUARTERLY,
        last_review=HELD,
        next_review=date(2027, 2, 4),
        reviews=(_autumn(),),
        decisions=_decisions(),
        experiments=(*_experiments(), *trials()),
        trends=_trends(),
        trend_watcher=EMIL,
        topics=(
            WatchedTopic(
                id="emne-vand",
                theme="Vand til rengøring bliver dyrere",
                stance="Den billigste liter er den, man ikke skyller med. Vi viser tallene, også når de er flove.",
                first_post="Rasmus regner på skyllevand, liter for liter",
                watcher=RASMUS,
            ),
            WatchedTopic(
                id="emne-laerlinge",
                theme="Færre unge vælger industrien",
                stance="De siger ikke nej til faget. De har aldrig set det.",
                first_post="Oliver skærer sin første akseltætning over",
                watcher=METTE,
            ),
        ),
        triggers=(
            Trigger(
                id="haendelse-indkoeb",
                day=date(2026, 5, 4),
                kind=TriggerKind.MARKET,
                what="Et stort mejeriselskab samler indkøb i ét kontor",
                effect="Færre, men større valg, og de begynder med en søgning",
                response="Anke og Lone skriver til dem, der bruger pumperne, ikke til indkøb.",
            ),
            Trigger(
                id="haendelse-bureau",
                day=date(2026, 6, 15),
                kind=TriggerKind.ORGANISATION,
                what="Bureauet er sagt op",
                effect="Birgitte køber selv annoncer, og det tager tid",
                response="Færre kampagner, to om året.",
            ),
        ),
        new_ways=(
            NewWay(
                id="vej-vaskehallen",
                what="Et billede af mærket efter 200 ture i varm lud fik 41 kommentarer",
                day=date(2026, 10, 22),
                found_by=HENRIK,
                change="Vi viser prøverne, mens de kører, ikke resultatet bagefter.",
            ),
        ),
    )


def _autumn() -> StrategyReview:
    return StrategyReview(
        id=AUTUMN,
        name="Efterår, før budgettet",
        held=HELD,
        attendees=(KARSTEN, BIRGITTE, EMIL, METTE, HENRIK, LONE),
        departments=(
            Department.MANAGEMENT,
            Department.MARKETING,
            Department.HR,
            Department.CUSTOMER_SERVICE,
            Department.SALES,
        ),
        learned=(
            "Et opslag fra en af de fem bliver vist fire gange så meget som et fra firmasiden, hver eneste måned i år.\n"
            "En film på 90 sekunder fra sidste oktober henter stadig en tredjedel af visningerne. Det er ikke filmen, der er "
            "for god, det er os, der har lavet for få.\nEn formular koster 900 kroner. Om den bliver til noget, ved vi ikke, "
            "og højst hver fjerde kan gøre det: vi fik 33 formularer og 11 leads i alt, og tre af oktobers leads kom fra "
            "opslag."
        ),
        change=(
            "Ingen formularannoncer mellem messerne. Pengene samles om messen i april og om job.\nFirmasiden går fra to til "
            "ét opslag om ugen, og tiden går til at hjælpe de fem.\nServicevagten sender linket, før de lægger på."
        ),
        next_steps=(
            NextStepRow(what="De fem på egne profiler", step=NextStep.SCALE, reason="Fire gange så mange visninger"),
            NextStepRow(what="Film på 90 sekunder", step=NextStep.SCALE, reason="Én film bærer en tredjedel"),
            NextStepRow(
                what="Opslag på firmasiden", step=NextStep.REDUCE, reason="Samme arbejde, en fjerdedel så mange"
            ),
            NextStepRow(
                what="Formularannoncer hele året", step=NextStep.STOP, reason="900 kroner, og ingen ved for hvad"
            ),
            NextStepRow(what="Lærlinge på Facebook", step=NextStep.START, reason="Fra januar, til 31. marts"),
        ),
        channels=(
            ChannelVerdict(
                channel=LINKEDIN,
                result=AgainstTarget.ABOVE,
                note="6 leads i oktober mod 5 på vej til målet. De fem gør det i deres egen tid.",
            ),
            ChannelVerdict(
                channel=YOUTUBE,
                result=AgainstTarget.UNDER,
                note="3 % af opkaldene fik et link mod 5 på vejen. Filmene er der, vanen er ikke.",
            ),
        ),
        period_start=date(2026, 9, 1),
        period_end=date(2026, 10, 31),
        cycle=1,
        state=LoopState.ADJUST,
    )


def _decisions() -> tuple[ReviewDecision, ...]:
    return (
        ReviewDecision(
            id="beslutning-formularer",
            insight="900 kroner pr. formular, fjorten måneder i træk.",
            decision="Ikke tænde annoncerne igen i november, og gemme pengene til messen",
            owner=BIRGITTE,
            due=HELD,
            status=DecisionStatus.DONE,
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslutning-timer",
            insight="De fem skriver om aftenen. To har sagt, at de holder op efter jul.",
            decision="Bevilge en halv time om ugen til hver af de fem, i arbejdstiden",
            owner=KARSTEN,
            due=date(2026, 11, 18),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslutning-link",
            insight="De, der får et link, ringer ikke igen. Vi sender det til 3 ud af 100.",
            decision="Linkene ligger øverst i serviceskærmen, et klik væk",
            owner=HENRIK,
            due=date(2026, 12, 4),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslutning-kilde",
            insight="Vi ved ikke, hvor mange formularer der bliver til noget.",
            decision="Salget skriver »formular«, »opslag« eller »side« i CRM, fra 1. december",
            owner=LONE,
            due=date(2026, 12, 1),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslutning-facebook",
            insight="En lærling i 2024 kom, fordi hans mor så et opslag.",
            decision="Prøve Facebook til 31. marts, og lukke siden, hvis den giver under seks ansøgninger",
            owner=METTE,
            due=TRIAL_ENDS,
            decided=HELD,
            review=AUTUMN,
        ),
    )


def _experiments() -> tuple[Experiment, ...]:
    return (
        Experiment(
            id="forsoeg-afsender",
            name="Samme tekst, to afsendere",
            hypothesis="Hvis Lone lægger teksten op i stedet for firmasiden, ser flere den, fordi folk følger folk.",
            kind=ExperimentKind.CONTENT,
            format=Format.TEXT,
            channel=LINKEDIN,
            value=5,
            effort=1,
            first_day=date(2026, 9, 7),
            last_day=date(2026, 10, 30),
            hours_cap=8,
            measure="Visninger pr. opslag; dobbelt så mange er nok",
            owner=BIRGITTE,
            status=ExperimentStatus.DONE,
            verdict=Verdict.WORKED,
            learned="Fire gange så mange, i otte uger af otte. Og spørgsmålene kom fra folk, vi gerne vil tale med.",
        ),
        Experiment(
            id="forsoeg-facebook",
            name="Lærlinge via forældrene",
            hypothesis=(
                "Hvis vi viser en lærlings dag på Facebook, kommer der ansøgninger, fordi forældre sender den videre."
            ),
            kind=ExperimentKind.PLATFORM,
            format=Format.SHORT_VIDEO,
            channel=FACEBOOK,
            value=4,
            effort=3,
            first_day=date(2027, 1, 11),
            last_day=TRIAL_ENDS,
            hours_cap=16,
            measure="Seks ansøgninger om en læreplads. Følgere og hjerter tæller ikke.",
            owner=METTE,
        ),
        Experiment(
            id="forsoeg-tekster",
            name="Svenske og tyske tekster på den gamle film",
            hypothesis="Hvis filmen får tekster på svensk og tysk, bliver den set mere dér, fordi man søger på sit eget sprog.",
            kind=ExperimentKind.FEATURE,
            format=Format.SHORT_VIDEO,
            channel=YOUTUBE,
            value=4,
            effort=1,
            first_day=date(2026, 11, 9),
            last_day=date(2027, 1, 29),
            hours_cap=4,
            measure="Dobbelt så mange visninger fra Sverige og Tyskland",
            owner=EMIL,
            status=ExperimentStatus.RUNNING,
            counted=Counted.SHARE,
            usual=30,
            smallest=8,
            people_a_day=30,
            readings=(
                Reading(day=date(2026, 11, 16), seen_a=118, hits_a=35, seen_b=112, hits_b=44),
                Reading(day=date(2026, 11, 20), seen_a=176, hits_a=54, seen_b=169, hits_b=65),
            ),
        ),
    )


def _trends() -> tuple[Trend, ...]:
    return (
        Trend(
            id="tendens-soegning",
            name="Teknikere søger i YouTube, før de søger på nettet",
            kind=TrendKind.SOCIAL_SEARCH,
            seen=date(2026, 9, 17),
            expires=date(2027, 3, 17),
            relevance=5,
            readiness=5,
            stance=Stance.ACT,
            watcher=EMIL,
            source="Egne søgeord i YouTube Studio",
            hours_cap=6,
            note="Titler med de ord, de bruger i telefonen: drypper, hyler, sidder fast.",
        ),
        Trend(
            id="tendens-svar",
            name="Kundeservice i kommentarfeltet",
            kind=TrendKind.SERVICE,
            seen=date(2026, 10, 14),
            expires=date(2027, 4, 14),
            relevance=4,
            readiness=2,
            stance=Stance.WATCH,
            watcher=HENRIK,
            source="Spørgsmål under den gamle film, 14 siden maj",
            note="Først skal det være nogens opgave at svare.",
        ),
        Trend(
            id="tendens-ki",
            name="Opslag skrevet af kunstig intelligens",
            kind=TrendKind.AI,
            seen=date(2026, 9, 30),
            expires=date(2026, 12, 30),
            relevance=2,
            readiness=4,
            stance=Stance.IGNORE,
            watcher=BIRGITTE,
            note="De følger Lone, fordi det er Lone. Kommaerne må hun gerne få hjælp til.",
        ),
        Trend(
            id="tendens-sprog",
            name="Automatisk oversat tale i film",
            kind=TrendKind.AI,
            seen=date(2026, 11, 2),
            expires=date(2027, 5, 2),
            relevance=3,
            readiness=3,
            stance=Stance.WATCH,
            watcher=JOHAN,
            source="Johan så Henrik tale svensk",
            hours_cap=3,
            stop_on=date(2027, 6, 30),
            note="Anke synes, at Henrik lyder som en robot på tysk. Tekster rækker indtil videre.",
        ),
    )

"""Björkshamn's first review, what they decided, and what they try."""

from datetime import date

from stories.bjorkshamn.names import (
    AMIR,
    BIRGITTA,
    ELIN,
    FACEBOOK,
    GUNILLA,
    INSTAGRAM,
    JOHAN,
    KATARINA,
    LINKEDIN,
    MESSENGER,
    SOFIA,
)
from stories.bjorkshamn.trials import trials
from workshoplib.strategy.choices import Department, Format, Rhythm
from workshoplib.strategy.review import (
    AgainstTarget,
    ChannelVerdict,
    DecisionStatus,
    Experiment,
    ExperimentKind,
    ExperimentStatus,
    LoopState,
    NewWay,
    NextStep,
    NextStepRow,
    Review,
    ReviewDecision,
    ShopLink,
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
AUTUMN = "uppfoljning-host"


def review() -> Review:
    """One review held in November, the next one booked for February."""
    return Review(
        cadence=Rhythm.QUARTERLY,
        last_review=HELD,
        next_review=date(2027, 2, 11),
        reviews=(_autumn(),),
        decisions=_decisions(),
        experiments=(*_experiments(), *trials()),
        trends=_trends(),
        trend_watcher=ELIN,
        topics=(
            WatchedTopic(
                id="amne-skolplan",
                theme="Skolorna när barnen blir färre",
                stance="Vi säger vad som är beslutat, vad som är förslag och när man kan tycka till.",
                first_post="Så många barn börjar ettan i varje område fram till 2032",
                watcher=JOHAN,
            ),
            WatchedTopic(
                id="amne-dricksvatten",
                theme="Dricksvattnet efter torra somrar",
                stance="Vi delar vattennivån varje vecka, också när den är bra.",
                first_post="Hur mycket vatten är kvar? Ett streck på en vägg.",
                watcher=AMIR,
            ),
        ),
        triggers=_triggers(),
        new_ways=(
            NewWay(
                id="nytt-satt-lankarna",
                what="Föräldrar länkar till Frågor och svar åt varandra, elva gånger i oktober, utan att vi bett om det",
                day=date(2026, 10, 30),
                found_by=BIRGITTA,
                change="Varje svar får en kort adress som går att komma ihåg. Skrivs in i planen i februari.",
            ),
        ),
        shop_links=(
            ShopLink(start="Länken till lediga jobb i profilen", channel=LINKEDIN, tried=HELD, taps=5, works=True),
            ShopLink(start="Händelse om sommarjobb", channel=INSTAGRAM, tried=HELD, taps=9),
            ShopLink(start="Svar om förskolekön till e-tjänsten", channel=FACEBOOK, tried=HELD, taps=7, works=True),
        ),
    )


def _autumn() -> StrategyReview:
    return StrategyReview(
        id=AUTUMN,
        name="Höst, efter valet",
        held=HELD,
        attendees=(KATARINA, AMIR, ELIN, JOHAN, BIRGITTA, SOFIA, GUNILLA),
        departments=(Department.COMMUNICATIONS, Department.CUSTOMER_SERVICE, Department.HR, Department.OTHER),
        learned=(
            "Vi svarar fortare på dagen, men sju av tio skriver när ingen är på plats. Där tar det stopp, hur fort vi än "
            "skriver.\nHälften av frågorna handlar om samma fem saker. Ett bra svar på söndagen sparar flera på måndagen.\n"
            "En tredjedel av timmarna går till nyheter som ingen bett om. De läses av oss själva."
        ),
        change=(
            "Nytt från kommunhuset halveras: beslut blir svar på frågor, och band klipps utan oss.\nKvällspass på prov "
            "söndagar och tisdagar från januari, om facket säger ja."
        ),
        next_steps=(
            NextStepRow(what="Veckans fråga", step=NextStep.SCALE, reason="212 klick på söndagar mot 64 på måndagar"),
            NextStepRow(what="En dag på jobbet", step=NextStep.REPEAT, reason="Två av sju sökande nämnde filmerna"),
            NextStepRow(what="Nytt från kommunhuset", step=NextStep.REDUCE, reason="33 % av timmarna, 6 % av klicken"),
            NextStepRow(what="Svar på kvällar och söndagar", step=NextStep.START, reason="Där frågorna finns"),
            NextStepRow(what="Kontot på X", step=NextStep.STOP, reason="Ingen har frågat var vi tog vägen"),
        ),
        channels=(
            ChannelVerdict(
                channel=FACEBOOK,
                result=AgainstTarget.ON,
                note="Fortare på dagen. Tre timmar går inte att nå så länge kvällarna är tomma.",
            ),
            ChannelVerdict(
                channel=INSTAGRAM, result=AgainstTarget.ON, note="Filmerna syns, frågorna är få. Håll rytmen."
            ),
            ChannelVerdict(
                channel=LINKEDIN,
                result=AgainstTarget.ON,
                note="27 ansökningar, men tre timmar räcker inte till ett inlägg i veckan och alla svar.",
            ),
            ChannelVerdict(
                channel=MESSENGER, result=AgainstTarget.ABOVE, note="Snabbast av alla på dagen. Bara Birgitta kan allt."
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
            id="beslut-kvallspass",
            insight="Sju av tio skriver när ingen är på plats, flest på kvällar och söndagar.",
            decision="Pröva kvällspass klockan 18–20 på söndagar och tisdagar i tolv veckor från den 10 januari",
            owner=BIRGITTA,
            due=date(2026, 12, 18),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslut-kommunhuset",
            insight="En tredjedel av timmarna går till Nytt från kommunhuset, och sex av hundra klick.",
            decision="Ett inlägg varannan vecka i stället för varje, och kalendern görs om",
            owner=KATARINA,
            due=date(2026, 11, 18),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslut-hanna",
            insight="Hela rekryteringen bygger på en person som ingen av oss pratat med.",
            decision="Ringa fyra lärare och undersköterskor som börjat i år",
            owner=SOFIA,
            due=date(2026, 12, 4),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslut-ersattare",
            insight="När Sofia är borta svarar ingen på LinkedIn.",
            decision="Lära upp en kollega på HR",
            owner=SOFIA,
            due=date(2027, 1, 29),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslut-gallring",
            insight="Vi sparar allt, för att ingen vet vad som får kastas.",
            decision="Skriva in sociala medier i informationshanteringsplanen, med gallring efter två år",
            owner=GUNILLA,
            due=date(2027, 1, 15),
            decided=HELD,
            review=AUTUMN,
        ),
        ReviewDecision(
            id="beslut-gatlampa",
            insight="Var tionde fråga handlar om lampor, och sidan hittas inte för att den heter fel.",
            decision="Döpa om sidan till Trasig gatlampa",
            owner=JOHAN,
            due=date(2026, 10, 5),
            status=DecisionStatus.DONE,
            decided=date(2026, 9, 22),
        ),
    )


def _experiments() -> tuple[Experiment, ...]:
    return (
        Experiment(
            id="forsok-sondag",
            name="Söndag i stället för måndag",
            hypothesis=(
                "Om veckans fråga går ut på söndagskvällen hittar fler svaret, för det är då de planerar veckan."
            ),
            kind=ExperimentKind.CONTENT,
            format=Format.QA,
            channel=FACEBOOK,
            value=4,
            effort=1,
            first_day=date(2026, 9, 27),
            last_day=date(2026, 10, 31),
            hours_cap=10,
            measure="Klick till Frågor och svar, dubbelt så många är nog",
            owner=AMIR,
            status=ExperimentStatus.DONE,
            verdict=Verdict.WORKED,
            learned="212 klick i snitt mot 64. Men följdfrågorna kommer också på söndagen, och väntar till måndag.",
        ),
        Experiment(
            id="forsok-latt-svenska",
            name="Samma svar på lätt svenska",
            hypothesis="Om svaret också finns på lätt svenska frågar färre en gång till, för de förstod första gången.",
            kind=ExperimentKind.CONTENT,
            format=Format.TEXT,
            channel=FACEBOOK,
            value=4,
            effort=3,
            first_day=date(2026, 11, 2),
            last_day=date(2026, 12, 18),
            hours_cap=14,
            measure="Följdfrågor per inlägg, hälften så många är nog",
            owner=JOHAN,
            status=ExperimentStatus.RUNNING,
        ),
        Experiment(
            id="forsok-kvallspass",
            name="Kvällspass i tolv veckor",
            hypothesis="Om någon svarar 18–20 på söndagar och tisdagar halveras mediantiden, för det är då de frågar.",
            kind=ExperimentKind.OTHER,
            channel=FACEBOOK,
            value=5,
            effort=4,
            first_day=date(2027, 1, 10),
            last_day=date(2027, 3, 30),
            hours_cap=48,
            measure="Mediantid under sju timmar i mars, och ingen som vill byta bort sitt pass",
            owner=BIRGITTA,
        ),
    )


def _trends() -> tuple[Trend, ...]:
    return (
        Trend(
            id="trend-sok-i-flodet",
            name="Unga söker efter öppettider i appen",
            kind=TrendKind.SOCIAL_SEARCH,
            seen=date(2026, 9, 30),
            expires=date(2027, 3, 30),
            relevance=4,
            readiness=4,
            stance=Stance.ACT,
            watcher=ELIN,
            source="Ungdomsrådet, höstmötet",
            hours_cap=4,
            note="Skriva orden de söker på i första meningen, inte i bilden.",
        ),
        Trend(
            id="trend-svarsrobot",
            name="Svarsrobotar som skriver åt kommuner",
            kind=TrendKind.AI,
            seen=date(2026, 10, 8),
            expires=date(2027, 4, 8),
            relevance=4,
            readiness=2,
            stance=Stance.WATCH,
            watcher=JOHAN,
            source="Nätverksträff för kommuner i länet",
            note="Inte förrän policyn har ett avsnitt om det, och vi vet vem som ansvarar för svaret.",
        ),
        Trend(
            id="trend-stangda-grupper",
            name="Samtalen flyttar till stängda grupper",
            kind=TrendKind.COMMUNITIES,
            seen=date(2026, 10, 20),
            expires=date(2027, 4, 20),
            relevance=5,
            readiness=3,
            stance=Stance.WATCH,
            watcher=AMIR,
            source="Egna siffror: färre kommentarer, fler delningar",
            stop_on=date(2027, 6, 30),
            note="Gör svar som går att dela vidare. Gå inte in där vi inte är bjudna.",
        ),
        Trend(
            id="trend-utmaningar",
            name="Dansutmaningar med förtroendevalda",
            kind=TrendKind.SHORT_VIDEO,
            seen=date(2026, 11, 9),
            expires=date(2027, 2, 9),
            relevance=1,
            readiness=2,
            stance=Stance.IGNORE,
            watcher=ELIN,
            note="Nej.",
        ),
    )


def _triggers() -> tuple[Trigger, ...]:
    return (
        Trigger(
            id="handelse-telefoner",
            day=date(2026, 5, 4),
            kind=TriggerKind.ORGANISATION,
            what="Ny säkerhetspolicy för kommunens telefoner",
            effect="TikTok får inte installeras",
            response="Nej till kanalen, med skälet uppskrivet. Filmerna går på Instagram.",
        ),
        Trigger(
            id="handelse-valet",
            day=date(2026, 9, 13),
            kind=TriggerKind.MARKET,
            what="Valet, och ny majoritet från årsskiftet",
            effect="Dubbelt så många påhopp i två veckor, sedan lugnt. Uppdragen kan ändras i januari.",
            response="Lika regler för alla partier, uppsatta i augusti. Allt som doldes är diariefört.",
        ),
        Trigger(
            id="handelse-annons",
            day=date(2026, 10, 13),
            kind=TriggerKind.PLATFORM,
            what="Annonsen om samrådet för hamnparken stoppades som samhällsfråga",
            effect="Samråd och beslut går inte att annonsera om. Bara jobb.",
            response="Samrådet får plats i Hamnbladet och på affischer i stället.",
        ),
        Trigger(
            id="handelse-storm",
            day=date(2026, 11, 16),
            kind=TriggerKind.MARKET,
            what="Storm, 1 200 hushåll utan el i nio timmar",
            effect="Webben höll, lokalradion sände varje halvtimme, 23 frågor på Facebook efter klockan 18",
            response="Katarina svarade hemifrån till midnatt. Hennes två timmar i veckan tog slut på en kväll.",
        ),
    )

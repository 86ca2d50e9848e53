"""Kystbrygg's first review, what they decided, and what they try."""

from datetime import date

from stories.kystbrygg.names import FACEBOOK, INGRID, INSTAGRAM, JONAS, LIV, MARIT, SANDER, TIKTOK
from stories.kystbrygg.trials import trials
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


def review() -> Review:
    """One review held in November, the next one booked for February."""
    return Review(
        cadence=Rhythm.QUARTERLY,
        last_review=date(2026, 11, 4),
        next_review=date(2027, 2, 10),
        reviews=(
            StrategyReview(
                id="gjennomgang-host",
                name="Høst, før julehandelen",
                held=date(2026, 11, 4),
                attendees=(INGRID, MARIT, JONAS, SANDER, LIV),
                departments=(
                    Department.MANAGEMENT,
                    Department.SALES,
                    Department.MARKETING,
                    Department.CUSTOMER_SERVICE,
                    Department.OTHER,
                ),
                learned=(
                    "Et ansikt eller et tips selger rundt fire ganger så mye som en pose på et bord, hver eneste "
                    "måned. Folk spør etter Jonas, ikke etter Etiopia.\nTikTok er gøy og gir følgere. "
                    "Bestillingene står stille på én eller to.\nVi svarer dobbelt så fort som i august, men bare "
                    "hvert femte svar kommer innen to timer. Søndagene er verst."
                ),
                change=(
                    "Produktbildene går fra 30 til 15 prosent. Jonas er med på film hver uke, også når han ikke "
                    "vil.\nI desember sier vi nei til alt som ikke står i kalenderen."
                ),
                next_steps=(
                    NextStepRow(
                        what="Fredagskoppen", step=NextStep.SCALE, reason="4,4 bestillinger per film i oktober"
                    ),
                    NextStepRow(what="Produktbilder", step=NextStep.REDUCE, reason="0,9 bestillinger, halve arbeidet"),
                    NextStepRow(what="TikTok", step=NextStep.REPEAT, reason="Til 31. januar, som avtalt"),
                    NextStepRow(what="LinkedIn og X", step=NextStep.STOP, reason="Ingen savnet dem"),
                    NextStepRow(
                        what="Svar på søndager", step=NextStep.START, reason="En halvtime klokka åtte på kvelden"
                    ),
                ),
                channels=(
                    ChannelVerdict(
                        channel=INSTAGRAM,
                        result=AgainstTarget.ABOVE,
                        note="171 bestillinger i oktober mot 159 på vei til målet. Mer av det samme.",
                    ),
                    ChannelVerdict(
                        channel=FACEBOOK,
                        result=AgainstTarget.ON,
                        note="Svarene kommer raskere. Ingen som kan ta over for Marit.",
                    ),
                    ChannelVerdict(
                        channel=TIKTOK,
                        result=AgainstTarget.UNDER,
                        note="1 620 følgere, én bestilling. Jula får vise det, så slutter vi 31. januar.",
                    ),
                ),
                period_start=date(2026, 9, 1),
                period_end=date(2026, 10, 31),
                cycle=1,
                state=LoopState.ADJUST,
            ),
        ),
        decisions=(
            ReviewDecision(
                id="vedtak-ansikt",
                insight="Ansikt og tips gir 4,4 bestillinger per innlegg, produktbilder 0,9.",
                decision="Halvere produktbildene, én film med Jonas hver uke",
                owner=MARIT,
                due=date(2026, 11, 16),
                status=DecisionStatus.DONE,
                decided=date(2026, 11, 4),
                review="gjennomgang-host",
            ),
            ReviewDecision(
                id="vedtak-desember",
                insight="I fjor jobbet alle overtid i desember, og svartiden gikk til fjorten timer.",
                decision="Filme alt til julekalenderen før 28. november, og leie en pakker så Marit kan svare",
                owner=INGRID,
                due=date(2026, 11, 28),
                decided=date(2026, 11, 4),
                review="gjennomgang-host",
            ),
            ReviewDecision(
                id="vedtak-vikar",
                insight="Marit er borte i februar, og ingen kan svare på Facebook.",
                decision="Lære opp én til på Facebook",
                owner=MARIT,
                due=date(2027, 1, 22),
                decided=date(2026, 11, 4),
                review="gjennomgang-host",
            ),
            ReviewDecision(
                id="vedtak-gjenkjop",
                insight="Vi vet ikke hvor mange nye kunder som kommer igjen.",
                decision="Telle gjenkjøp i ordresystemet, fra og med kundene i september",
                owner=INGRID,
                due=date(2026, 11, 18),
                decided=date(2026, 11, 4),
                review="gjennomgang-host",
            ),
            ReviewDecision(
                id="vedtak-tiktok",
                insight="Nesten sju ganger så mange følgere, samme antall bestillinger.",
                decision="Slutte på TikTok 31. januar hvis desember gir under 15 bestillinger",
                owner=SANDER,
                due=date(2027, 1, 31),
                decided=date(2026, 11, 4),
                review="gjennomgang-host",
            ),
        ),
        experiments=(
            Experiment(
                id="forsok-ansikt",
                name="Ansikt mot pose",
                hypothesis=(
                    "Hvis Jonas er på bildet i stedet for posen, kjøper flere, fordi de husker hvem de handler av."
                ),
                kind=ExperimentKind.CONTENT,
                format=Format.SHORT_VIDEO,
                channel=INSTAGRAM,
                value=5,
                effort=2,
                first_day=date(2026, 9, 7),
                last_day=date(2026, 10, 31),
                hours_cap=24,
                measure="Bestillinger per innlegg, dobbelt så mange er nok",
                owner=MARIT,
                status=ExperimentStatus.DONE,
                verdict=Verdict.WORKED,
                learned="Rundt fire ganger så mange, ikke to. Det virker også når filmen er litt stygg.",
            ),
            Experiment(
                id="forsok-tiktok",
                name="TikTok i tjue uker",
                hypothesis="Hvis vi lager én film i uka, handler de unge også, fordi de kjenner igjen humoren.",
                kind=ExperimentKind.PLATFORM,
                format=Format.SHORT_VIDEO,
                channel=TIKTOK,
                value=3,
                effort=4,
                first_day=date(2026, 9, 14),
                last_day=date(2027, 1, 31),
                hours_cap=40,
                measure="15 bestillinger i måneden. Følgere teller ikke.",
                owner=SANDER,
                status=ExperimentStatus.RUNNING,
            ),
            Experiment(
                id="forsok-direkte",
                name="Spør brenneren, direkte",
                hypothesis="Hvis Jonas svarer direkte en kveld før jul, får vi spørsmål nok til ti tips.",
                kind=ExperimentKind.FEATURE,
                format=Format.LIVE,
                channel=INSTAGRAM,
                value=3,
                effort=2,
                first_day=date(2026, 12, 9),
                last_day=date(2026, 12, 9),
                hours_cap=6,
                measure="Minst 40 som ser på, og ti spørsmål vi kan bruke",
                owner=JONAS,
            ),
            *trials(),
        ),
        trends=(
            Trend(
                id="trend-sok",
                name="Unge søker etter oppskrifter i appene",
                kind=TrendKind.SOCIAL_SEARCH,
                seen=date(2026, 9, 22),
                expires=date(2027, 3, 22),
                relevance=4,
                readiness=4,
                stance=Stance.ACT,
                watcher=SANDER,
                source="Egne søkeord i statistikken",
                hours_cap=4,
                note="Skrive søkeordene i teksten på Fredagskoppen.",
            ),
            Trend(
                id="trend-kjop",
                name="Kjøpsknapp rett i filmen",
                kind=TrendKind.SOCIAL_COMMERCE,
                seen=date(2026, 10, 14),
                expires=date(2027, 4, 14),
                relevance=4,
                readiness=2,
                stance=Stance.WATCH,
                watcher=INGRID,
                source="Annonsekurset i oktober",
                note="Ikke før nettbutikken er koblet til. Se igjen til våren.",
            ),
            Trend(
                id="trend-ki-bilder",
                name="Produktbilder laget med kunstig intelligens",
                kind=TrendKind.AI,
                seen=date(2026, 10, 2),
                expires=date(2027, 1, 2),
                relevance=1,
                readiness=3,
                stance=Stance.IGNORE,
                watcher=SANDER,
                note="Vi lever av at det er oss. Ingen takk.",
            ),
            Trend(
                id="trend-sma",
                name="Små profiler med nære følgere",
                kind=TrendKind.CREATORS,
                seen=date(2026, 11, 5),
                expires=date(2027, 5, 5),
                relevance=3,
                readiness=3,
                stance=Stance.WATCH,
                watcher=MARIT,
                source="Kari spurte om å få være med i mai",
                hours_cap=6,
                stop_on=date(2027, 6, 30),
            ),
        ),
        trend_watcher=SANDER,
        topics=(
            WatchedTopic(
                id="tema-rakaffe",
                theme="Prisen på råkaffe",
                stance="Vi betaler mer for god kaffe og sier hvor mye.",
                first_post="Hva bonden fikk betalt, krone for krone",
                watcher=JONAS,
            ),
            WatchedTopic(
                id="tema-frakt",
                theme="Post tre dager i uka",
                stance="Vi pakker dagen før posten går, og sier ærlig fra om hvor lang tid det tar.",
                first_post="En pakke reiser til Mandal, time for time",
                watcher=LIV,
            ),
        ),
        triggers=(
            Trigger(
                id="hendelse-rakaffe",
                day=date(2026, 6, 1),
                kind=TriggerKind.MARKET,
                what="Råkaffen ble 18 % dyrere",
                effect="Poser opp 15 kroner, flere spørsmål om pris",
                response="Regnestykket ligger ute på hver produktside.",
            ),
            Trigger(
                id="hendelse-eksamen",
                day=date(2026, 11, 16),
                kind=TriggerKind.ORGANISATION,
                what="Sander fikk eksamen midt i desember",
                effect="Tre dager uten den som klipper, i den travleste uka",
                response="Filmene klippes før 6. desember.",
            ),
        ),
        new_ways=(
            NewWay(
                id="vei-lappen",
                what="En lapp i pakken med lenke til bryggefilmen ga 38 nye følgere på to uker",
                day=date(2026, 10, 26),
                found_by=LIV,
                change="Lappen blir fast, og hver kaffe får sin egen film.",
            ),
        ),
        shop_links=(
            ShopLink(start="Lenken i profilen", channel=INSTAGRAM, tried=date(2026, 11, 4), taps=6, works=True),
            ShopLink(start="Historie om julekaffen", channel=INSTAGRAM, tried=date(2026, 11, 18), taps=5, works=True),
            ShopLink(start="Lenken i profilen", channel=TIKTOK, tried=date(2026, 11, 18), taps=9),
        ),
    )

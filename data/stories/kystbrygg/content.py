"""What Kystbrygg publishes: pillars, voice, rhythm, series, stories and ideas."""

from datetime import date, time

from stories.kystbrygg.names import (
    CALENDAR,
    COAST,
    CUSTOMERS,
    FACEBOOK,
    FACES,
    HANNE,
    INSTAGRAM,
    JONAS,
    LEIF,
    MARIT,
    PRODUCTS,
    SANDER,
    SARA,
    TIKTOK,
    TIPS,
)
from stories.kystbrygg.posts import posts
from workshoplib.strategy.choices import Format, Platform, Rhythm, ValueType, Weekday
from workshoplib.strategy.content import (
    Agreement,
    Cadence,
    Consent,
    Content,
    Contribution,
    FormatEffort,
    Idea,
    IdeaSource,
    IdeaVerdict,
    Occasion,
    Origin,
    Partner,
    Pillar,
    PillarKind,
    SearchPhrase,
    Series,
    SizeClass,
    Story,
    Template,
    TemplateKind,
    VoiceTrait,
)


def content() -> Content:
    """What they publish, and the calendar from 30 November to 14 February."""
    return Content(
        pillars=(
            Pillar(
                id=TIPS,
                topic="Bryggetips",
                purpose="Du får bedre kaffe i morgen tidlig, vi får kunder som lykkes med posen",
                kind=PillarKind.HELP,
                share=35,
                values=(ValueType.SOLVE, ValueType.ANSWER),
            ),
            Pillar(
                id=FACES,
                topic="Folkene bak trommelen",
                purpose="Du ser hvem du handler av, vi blir husket",
                kind=PillarKind.BACKSTAGE,
                share=30,
                values=(ValueType.INSPIRE, ValueType.INFORM),
            ),
            Pillar(
                id=PRODUCTS,
                topic="Nytt fra brenneriet",
                purpose="Du får vite hva som er ferskt, vi får solgt det",
                kind=PillarKind.NEWS,
                share=15,
                values=(ValueType.INFORM,),
            ),
            Pillar(
                id=CUSTOMERS,
                topic="Koppen hjemme hos deg",
                purpose="Kundene viser fram sin stund, andre får lyst på sin",
                kind=PillarKind.CUSTOMERS,
                share=10,
                values=(ValueType.INVOLVE,),
            ),
            Pillar(
                id=COAST,
                topic="Livet på brygga",
                purpose="Vær, måker og naboer: grunnen til at vi er her",
                kind=PillarKind.FUN,
                share=10,
                values=(ValueType.ENTERTAIN,),
            ),
        ),
        voice=(
            VoiceTrait(
                we_are="Kunnskapsrike",
                we_are_not="belærende",
                sounds_like="Er den bitter? Mal litt grovere, så ordner det seg.",
            ),
            VoiceTrait(
                we_are="Tørrvittige",
                we_are_not="morsomme for enhver pris",
                sounds_like="Liten kuling i dag. Kaffen var det eneste som ikke blåste bort.",
            ),
            VoiceTrait(
                we_are="Ærlige",
                we_are_not="selvmedlidende",
                sounds_like="Denne brenningen ble for mørk, så den drikker vi selv.",
            ),
        ),
        cadence=(
            Cadence(
                channel=INSTAGRAM,
                posts_per_week=2.5,
                reason="Det seks timer rekker til når filmene skal være gode. Færre gir hull, flere gir slurv.",
            ),
            Cadence(
                channel=FACEBOOK,
                posts_per_week=1,
                reason="Naboene vil ha åpningstider og lørdag, ikke mer. Alle fem vi spurte, sa det.",
            ),
            Cadence(
                channel=TIKTOK, posts_per_week=1, reason="Forsøk: én film i uka er alt to timer holder til, så vidt."
            ),
        ),
        plan_start=CALENDAR,
        horizon_weeks=11,
        flexible_percent=15,
        planning_rhythm=Rhythm.FORTNIGHTLY,
        series=_series(),
        posts=posts(),
        stories=_stories(),
        ideas=_ideas(),
        hashtag="#lørdagskystbrygg",
        contributions=(
            Contribution(
                id="bidrag-hytta",
                what="Presskanne på hyttetrappa med rim på rekkverket",
                who="@hyttelordag",
                platform=Platform.INSTAGRAM,
                found=date(2026, 11, 8),
                consent=Consent.GIVEN,
                used=date(2026, 11, 14),
            ),
            Contribution(
                id="bidrag-baten",
                what="Termokopp i styrhuset, sol over fjorden",
                who="@skreihelga",
                platform=Platform.INSTAGRAM,
                found=date(2026, 11, 15),
                consent=Consent.GIVEN,
            ),
            Contribution(
                id="bidrag-bestemor",
                what="Bestemor på 84 prøver presskanna og ler",
                who="@mittkollektiv",
                platform=Platform.TIKTOK,
                found=date(2026, 11, 18),
                consent=Consent.ASKED,
            ),
        ),
        partners=(
            Partner(
                id="partner-kari",
                name="Kari på kajakktur",
                size_class=SizeClass.NANO,
                platform=Platform.INSTAGRAM,
                fit=5,
                engagement_rate=6.4,
                fee=4500,
                agreement=Agreement.TALKING,
                delivers="To filmer og en historie i mai, merket som reklame",
                after="Hun får den første posen av hver ny høst, uten å skylde oss noe.",
            ),
        ),
        effort=(
            FormatEffort(format=Format.SHORT_VIDEO, hours=2.5),
            FormatEffort(format=Format.CAROUSEL, hours=1.5),
            FormatEffort(format=Format.IMAGE, hours=0.75),
            FormatEffort(format=Format.LINK, hours=0.75),
            FormatEffort(format=Format.STORY, hours=0.5),
            FormatEffort(format=Format.POLL, hours=0.25),
            FormatEffort(format=Format.EVENT, hours=1),
            FormatEffort(format=Format.LIVE, hours=3),
        ),
        occasions=(
            Occasion(name="Juleåpent på brygga", first_day=date(2026, 12, 5), last_day=date(2026, 12, 6)),
            Occasion(name="Siste frist for pakker før jul", first_day=date(2026, 12, 17)),
            Occasion(name="Stille dager", first_day=date(2026, 12, 24), last_day=date(2026, 12, 26), quiet=True),
            Occasion(name="Varetelling, stengt", first_day=date(2027, 1, 4), last_day=date(2027, 1, 8)),
            Occasion(name="Sola er tilbake i Skarvhamn", first_day=date(2027, 1, 21)),
        ),
        searches=(
            SearchPhrase(
                phrase="hvor mye kaffe per liter",
                platform=Platform.INSTAGRAM,
                found=True,
                answer="Fredagskoppen: 60 gram, hverken mer eller mindre",
                shared=True,
            ),
            SearchPhrase(
                phrase="presskanne hvordan",
                platform=Platform.TIKTOK,
                found=True,
                answer="60 sekunder kaffe: kanna fra bestemor",
            ),
            SearchPhrase(
                phrase="kaffe abonnement norge",
                platform=Platform.INSTAGRAM,
                answer="Karusellen om abonnementet, kommer 18. januar",
                shared=True,
            ),
        ),
        templates=(
            Template(
                name="Fredagskoppen, manus på 30 sekunder", kind=TemplateKind.POST, place="Fellesmappa, Film, Manus"
            ),
            Template(name="Før du trykker publiser", kind=TemplateKind.CHECKLIST, place="Lapp over pakkebordet"),
            Template(name="Svar på «når kommer pakken»", kind=TemplateKind.RESPONSE, place="Fellesmappa, Svar"),
        ),
    )


def _series() -> tuple[Series, ...]:
    return (
        Series(
            id="serie-fredagskoppen",
            name="Fredagskoppen",
            channel=INSTAGRAM,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.FRIDAY,),
            at=time(15),
            pillar=TIPS,
            format=Format.SHORT_VIDEO,
            owner=SANDER,
            value=ValueType.SOLVE,
            first_day=date(2026, 9, 4),
        ),
        Series(
            id="serie-trommelen",
            name="Bak trommelen",
            channel=INSTAGRAM,
            rhythm=Rhythm.FORTNIGHTLY,
            weekdays=(Weekday.WEDNESDAY,),
            at=time(20, 30),
            pillar=FACES,
            format=Format.CAROUSEL,
            owner=JONAS,
            value=ValueType.INSPIRE,
            first_day=date(2026, 9, 9),
        ),
        Series(
            id="serie-lordag",
            name="Lørdag på brygga",
            channel=FACEBOOK,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.SATURDAY,),
            at=time(8),
            pillar=COAST,
            format=Format.IMAGE,
            owner=MARIT,
            value=ValueType.ENTERTAIN,
            first_day=date(2026, 9, 5),
        ),
        Series(
            id="serie-60-sekunder",
            name="60 sekunder kaffe",
            channel=TIKTOK,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.TUESDAY,),
            at=time(21),
            pillar=TIPS,
            format=Format.SHORT_VIDEO,
            owner=SANDER,
            value=ValueType.ENTERTAIN,
            first_day=date(2026, 9, 15),
            last_day=date(2027, 1, 31),
        ),
    )


def _stories() -> tuple[Story, ...]:
    return (
        Story(
            id="historie-morke",
            title="Brenningen som gikk i svart",
            origin=Origin.ORGANISATION,
            point="Det vi ikke vil drikke selv, selger vi ikke.",
            plot=(
                "Strømmen gikk midt i brenningen før jul i fjor. 24 kilo ble for mørkt. Jonas ville redde det "
                "med melk og nytt navn, Ingrid sa nei. De drakk det selv til mars."
            ),
            teller=JONAS,
            consent=Consent.GIVEN,
        ),
        Story(
            id="historie-fyret",
            title="Pakken til fyret",
            origin=Origin.CUSTOMERS,
            point="Vi sender dit posten går, og litt til.",
            plot=(
                "En kunde skulle være fyrvikar i seks uker og glemte kaffen. Marit fikk den med ambulansebåten "
                "på vei til øvelse. Den kom fram før han hadde pakket ut."
            ),
            teller=MARIT,
            consent=Consent.GIVEN,
        ),
        Story(
            id="historie-kurven",
            title="Kurven på veggen",
            origin=Origin.PRODUCTS,
            point="Fire minutter fra eller til er hele forskjellen.",
            plot=(
                "Jonas tegnet sin første brennekurve for hånd i 2014. Den henger der ennå, med kaffeflekk, og "
                "julekaffen brennes fortsatt etter den."
            ),
            teller=JONAS,
        ),
    )


def _ideas() -> tuple[Idea, ...]:
    return (
        Idea(
            id="ide-bitter",
            topic="Hvorfor blir kaffen bitter?",
            source=IdeaSource.PROBLEM,
            persona=HANNE,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            authentic=True,
            quick=True,
        ),
        Idea(
            id="ide-frakt",
            topic="Hva koster det egentlig å sende en pose til Mandal?",
            source=IdeaSource.COMPLAINT,
            persona=HANNE,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            authentic=True,
        ),
        Idea(
            id="ide-morkbrent",
            topic="Nei, mørk kaffe er ikke sterkere",
            source=IdeaSource.MISUNDERSTANDING,
            persona=LEIF,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            entertaining=True,
            quick=True,
        ),
        Idea(
            id="ide-kafe",
            topic="Kafé mot kollektiv: hva koster en kopp?",
            source=IdeaSource.IDEA,
            persona=SARA,
            verdict=IdeaVerdict.CHANGE,
            relevant=True,
            entertaining=True,
        ),
        Idea(
            id="ide-dans",
            topic="Hele gjengen danser i lageret",
            source=IdeaSource.IDEA,
            persona=SARA,
            verdict=IdeaVerdict.DROP,
            entertaining=True,
        ),
        Idea(
            id="ide-jobb",
            topic="En dag som pakker på Kystbrygg",
            source=IdeaSource.RECRUITMENT,
            persona=LEIF,
            verdict=IdeaVerdict.KEEP,
            authentic=True,
            quick=True,
        ),
    )

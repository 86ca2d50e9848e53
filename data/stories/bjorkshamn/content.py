"""What Björkshamn publishes: pillars, voice, rhythm, series, stories and ideas."""

from datetime import date, time

from stories.bjorkshamn.names import (
    AMIR,
    ASKED,
    CALENDAR,
    COLLEAGUE,
    COUNCIL_NEWS,
    DAY_AT_WORK,
    ELIN,
    EVERYDAY,
    FACEBOOK,
    FRIDA,
    HANNA,
    INSTAGRAM,
    JOBS,
    JOHAN,
    KATARINA,
    LINKEDIN,
    MESSENGER,
    SOFIA,
    SOLVEIG,
    TOGETHER,
    TOWN_HALL,
    WEEKLY_QUESTION,
    YUSUF,
)
from stories.bjorkshamn.posts import posts
from workshoplib.strategy.choices import Format, Platform, Rhythm, ValueType, Weekday
from workshoplib.strategy.content import (
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
    Pillar,
    PillarKind,
    SearchPhrase,
    Series,
    Story,
    Template,
    TemplateKind,
    VoiceTrait,
)


def content() -> Content:
    """What they publish, and the calendar from 30 November to 21 February."""
    return Content(
        pillars=_pillars(),
        voice=(
            VoiceTrait(
                we_are="Raka",
                we_are_not="kantiga",
                sounds_like="Nej, det går tyvärr inte. Men så här kan du göra i stället.",
            ),
            VoiceTrait(
                we_are="Vänliga",
                we_are_not="kompisar med vem som helst",
                sounds_like="Bra fråga, det undrar fler. Svaret står längst ner i tråden också. /Amir",
            ),
            VoiceTrait(
                we_are="Neutrala",
                we_are_not="ängsliga",
                sounds_like="Om det är ett bra beslut får du själv avgöra. Det här är vad det innebär.",
            ),
        ),
        cadence=(
            Cadence(
                channel=FACEBOOK,
                posts_per_week=2,
                reason="En fråga på söndagen och en sak till. Fler inlägg ger färre timmar till svaren.",
            ),
            Cadence(
                channel=INSTAGRAM,
                posts_per_week=1.5,
                reason="En film varannan vecka och bilder däremellan. Elins åtta timmar räcker så långt.",
            ),
            Cadence(
                channel=LINKEDIN, posts_per_week=1, reason="Varje tisdag, så att cheferna vet när det är dags att dela."
            ),
            Cadence(channel=MESSENGER, posts_per_week=0, reason="Här svarar vi. Inga utskick."),
        ),
        plan_start=CALENDAR,
        horizon_weeks=12,
        flexible_percent=15,
        planning_rhythm=Rhythm.FORTNIGHTLY,
        series=_series(),
        posts=posts(),
        stories=_stories(),
        ideas=_ideas(),
        hashtag="#mittbjörkshamn",
        contributions=(
            Contribution(
                id="bidrag-bryggan",
                what="Första isen på badbryggan, en mössa kvarglömd",
                who="@morgondopp",
                platform=Platform.INSTAGRAM,
                found=date(2026, 11, 14),
                consent=Consent.GIVEN,
                used=date(2026, 11, 16),
            ),
            Contribution(
                id="bidrag-granen",
                what="Granen lyfts på plats på torget, filmad från ett fönster",
                who="@tredjevaningen",
                platform=Platform.INSTAGRAM,
                found=date(2026, 11, 19),
                consent=Consent.ASKED,
            ),
        ),
        effort=(
            FormatEffort(format=Format.SHORT_VIDEO, hours=6),
            FormatEffort(format=Format.INFOGRAPHIC, hours=5),
            FormatEffort(format=Format.CAROUSEL, hours=3),
            FormatEffort(format=Format.QA, hours=2),
            FormatEffort(format=Format.TEXT, hours=2),
            FormatEffort(format=Format.IMAGE, hours=1.5),
            FormatEffort(format=Format.LINK, hours=1.5),
            FormatEffort(format=Format.EVENT, hours=1),
            FormatEffort(format=Format.STORY, hours=0.75),
            FormatEffort(format=Format.POLL, hours=0.5),
        ),
        occasions=(
            Occasion(name="Luciatåg på torget", first_day=date(2026, 12, 13)),
            Occasion(name="Kommunfullmäktige", first_day=date(2026, 12, 14)),
            Occasion(name="Stilla dagar", first_day=date(2026, 12, 24), last_day=date(2026, 12, 26), quiet=True),
            Occasion(name="Skolan börjar", first_day=date(2027, 1, 11)),
            Occasion(name="Sommarjobb går att söka", first_day=date(2027, 1, 20), last_day=date(2027, 2, 28)),
            Occasion(name="Sportlov", first_day=date(2027, 2, 15), last_day=date(2027, 2, 19)),
        ),
        searches=(
            SearchPhrase(
                phrase="sophämtning jul björkshamn",
                platform=Platform.FACEBOOK,
                found=True,
                answer="Veckans fråga den 29 november, och listan gata för gata",
                shared=True,
            ),
            SearchPhrase(
                phrase="felanmäla gatlampa",
                platform=Platform.FACEBOOK,
                answer="Veckans fråga den 22 november. Webben säger ”belysningsanläggning”, det gör ingen annan.",
                shared=True,
            ),
            SearchPhrase(
                phrase="sommarjobb 2027", platform=Platform.INSTAGRAM, answer="Karusellen som kommer den 20 januari"
            ),
        ),
        templates=(
            Template(name="Veckans fråga", kind=TemplateKind.POST, place="Intranätet, Sociala medier, Mallar"),
            Template(
                name="Innan du publicerar: alt-text, undertexter, samtycke, namn",
                kind=TemplateKind.CHECKLIST,
                place="Lapp vid varje skärm",
            ),
            Template(
                name="Svar på de fem vanligaste frågorna", kind=TemplateKind.RESPONSE, place="Inkorgen, Sparade svar"
            ),
        ),
    )


def _pillars() -> tuple[Pillar, ...]:
    return (
        Pillar(
            id=ASKED,
            topic="Svar på det ni frågar",
            purpose="Du får svaret innan du behöver fråga, vi får färre likadana samtal",
            kind=PillarKind.HELP,
            share=35,
            values=(ValueType.ANSWER, ValueType.SOLVE),
        ),
        Pillar(
            id=EVERYDAY,
            topic="Vardagen i Björkshamn",
            purpose="Du ser vem som gör vad för skatten, vi blir människor",
            kind=PillarKind.BACKSTAGE,
            share=30,
            values=(ValueType.INSPIRE, ValueType.ENTERTAIN),
        ),
        Pillar(
            id=JOBS,
            topic="Bli kollega",
            purpose="Du får veta hur det är på riktigt, vi får fler som söker",
            kind=PillarKind.BACKSTAGE,
            share=20,
            values=(ValueType.INFORM, ValueType.INSPIRE),
        ),
        Pillar(
            id=TOWN_HALL,
            topic="Nytt från kommunhuset",
            purpose="Du ser vad som beslutats, om du vill veta det",
            kind=PillarKind.NEWS,
            share=10,
            values=(ValueType.INFORM,),
        ),
        Pillar(
            id=TOGETHER,
            topic="Tyck till",
            purpose="Du påverkar något litet på riktigt, vi får veta det vi inte ser",
            kind=PillarKind.FUN,
            share=5,
            values=(ValueType.INVOLVE,),
        ),
    )


def _series() -> tuple[Series, ...]:
    return (
        Series(
            id=WEEKLY_QUESTION,
            name="Veckans fråga",
            channel=FACEBOOK,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.SUNDAY,),
            at=time(18, 30),
            pillar=ASKED,
            format=Format.QA,
            owner=AMIR,
            value=ValueType.ANSWER,
            first_day=date(2026, 9, 27),
        ),
        Series(
            id=DAY_AT_WORK,
            name="En dag på jobbet",
            channel=INSTAGRAM,
            rhythm=Rhythm.FORTNIGHTLY,
            weekdays=(Weekday.WEDNESDAY,),
            at=time(16, 30),
            pillar=EVERYDAY,
            format=Format.SHORT_VIDEO,
            owner=ELIN,
            value=ValueType.INSPIRE,
            first_day=date(2026, 9, 9),
        ),
        Series(
            id=COLLEAGUE,
            name="Bli kollega",
            channel=LINKEDIN,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.TUESDAY,),
            at=time(11, 30),
            pillar=JOBS,
            format=Format.TEXT,
            owner=SOFIA,
            value=ValueType.INSPIRE,
            first_day=date(2026, 9, 8),
        ),
        Series(
            id=COUNCIL_NEWS,
            name="Nytt från kommunhuset",
            channel=FACEBOOK,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.THURSDAY,),
            at=time(14),
            pillar=TOWN_HALL,
            format=Format.IMAGE,
            owner=JOHAN,
            value=ValueType.INFORM,
            last_day=date(2027, 2, 28),
        ),
    )


def _stories() -> tuple[Story, ...]:
    return (
        Story(
            id="berattelse-kents-lampor",
            title="Kents 4 300 lampor",
            origin=Origin.ORGANISATION,
            point="Din felanmälan hamnar hos en människa med stege.",
            plot=(
                "Kent har lagat gatlampor i 31 år. En pojke på åtta felanmälde samma lampa sju gånger och fick till "
                "slut följa med upp i korgen. Det var en fiskmås som bodde i den."
            ),
            teller=ELIN,
            consent=Consent.GIVEN,
        ),
        Story(
            id="berattelse-mariam",
            title="Mariam som kom tillbaka",
            origin=Origin.ORGANISATION,
            point="Det går att flytta hem och få ett större jobb, inte ett mindre.",
            plot=(
                "Mariam pendlade nio år till ett sjukhus i storstan. Hon såg en film om Strandgården på bussen, sökte "
                "samma kväll och är nu ansvarig för natten. Bussen saknar hon bara när det snöar."
            ),
            teller=SOFIA,
            consent=Consent.GIVEN,
        ),
        Story(
            id="berattelse-rutans-text",
            title="Inlägget som Rut inte kunde läsa",
            origin=Origin.CUSTOMERS,
            point="En text i en bild finns inte för alla.",
            plot=(
                "På heldagen läste Rut upp vårt finaste inlägg med sin skärmläsare. Den sa: ”Bild.” Det blev tyst, och "
                "sedan blev det en regel."
            ),
            teller=KATARINA,
        ),
    )


def _ideas() -> tuple[Idea, ...]:
    return (
        Idea(
            id="ide-brunt-karl",
            topic="Får pizzakartongen ligga i det bruna kärlet?",
            source=IdeaSource.MISUNDERSTANDING,
            persona=FRIDA,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            entertaining=True,
            quick=True,
        ),
        Idea(
            id="ide-fardtjanst",
            topic="Tre saker du inte visste att färdtjänsten gör",
            source=IdeaSource.PROBLEM,
            persona=SOLVEIG,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            quick=True,
        ),
        Idea(
            id="ide-hal-i-vagen",
            topic="Från felanmälan till fyllt hål, minut för minut",
            source=IdeaSource.COMPLAINT,
            persona=FRIDA,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            authentic=True,
        ),
        Idea(
            id="ide-lon",
            topic="Vad tjänar en lärare hos oss? Vi säger det.",
            source=IdeaSource.RECRUITMENT,
            persona=HANNA,
            verdict=IdeaVerdict.CHANGE,
            relevant=True,
            authentic=True,
            quick=True,
        ),
        Idea(
            id="ide-ungdomsradet",
            topic="Ungdomsrådet tar över en dag",
            source=IdeaSource.IDEA,
            persona=YUSUF,
            verdict=IdeaVerdict.KEEP,
            authentic=True,
            entertaining=True,
        ),
        Idea(
            id="ide-dans",
            topic="Kommunstyrelsen dansar",
            source=IdeaSource.IDEA,
            persona=YUSUF,
            verdict=IdeaVerdict.DROP,
            entertaining=True,
        ),
    )

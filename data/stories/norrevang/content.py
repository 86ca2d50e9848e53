"""What Nørrevang publishes: pillars, voice, rhythm, series, stories and ideas."""

from datetime import date, time

from stories.norrevang.names import (
    CALENDAR,
    CUSTOMERS,
    EMIL,
    FACEBOOK,
    HENRIK,
    LAURA,
    LINKEDIN,
    LONE,
    PATRIK,
    PIA,
    REPAIR,
    THINKING,
    TOMMY,
    WORKSHOP,
    YOUTUBE,
)
from stories.norrevang.posts import posts
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
    """What they publish, and the calendar from 30 November to the end of the winter holidays."""
    return Content(
        pillars=_pillars(),
        voice=(
            VoiceTrait(
                we_are="Præcise",
                we_are_not="tørre",
                sounds_like="410 liter før, 290 nu. Og nej, det var ikke pumpen alene.",
            ),
            VoiceTrait(
                we_are="Hjælpsomme",
                we_are_not="belærende",
                sounds_like="Er akslen ridset, så lad skruenøglen ligge og ring.",
            ),
            VoiceTrait(
                we_are="Jyske", we_are_not="mutte", sounds_like="Det er ikke helt tosset. Den har kørt i ni år."
            ),
        ),
        cadence=(
            Cadence(
                channel=LINKEDIN,
                posts_per_week=2,
                reason="Ét fra en af de fem, ét fra firmasiden. Flere fra siden bliver ikke set, flere fra de fem har ingen timer.",
            ),
            Cadence(
                channel=YOUTUBE,
                posts_per_week=0.5,
                reason="En film hver anden uge er det, Emil og Henrik kan nå. De lever i årevis, så det haster ikke.",
            ),
            Cadence(
                channel=FACEBOOK,
                posts_per_week=0.5,
                reason="Forsøg: fire opslag fra januar til vinterferien er nok til at se, om nogen sender dem videre.",
            ),
        ),
        plan_start=CALENDAR,
        horizon_weeks=12,
        flexible_percent=10,
        planning_rhythm=Rhythm.FORTNIGHTLY,
        series=_series(),
        posts=posts(),
        stories=_stories(),
        ideas=_ideas(),
        hashtag="#hygiejniskepumper",
        contributions=(
            Contribution(
                id="bidrag-lap",
                what="Lap ved siden af en pumpe: »Scan før du ringer til mig«",
                who="Driftslederen fra osteriet",
                platform=Platform.LINKEDIN,
                found=date(2026, 11, 10),
                consent=Consent.GIVEN,
            ),
            Contribution(
                id="bidrag-leje",
                what="Lydklip af et leje, optaget med telefonen under kitlen",
                who="Tekniker, natholdet",
                platform=Platform.YOUTUBE,
                found=date(2026, 11, 16),
                consent=Consent.ASKED,
            ),
        ),
        partners=(
            Partner(
                id="partner-erhvervsskole",
                name="Faglæreren, der viser svejsning",
                size_class=SizeClass.NANO,
                platform=Platform.YOUTUBE,
                fit=4,
                engagement_rate=7.1,
                fee=0,
                agreement=Agreement.TALKING,
                delivers="Et besøg med holdet i uge 9, som han selv filmer, mærket som reklame",
                after="Skolen får vores kasserede pumper at skille ad.",
            ),
        ),
        effort=(
            FormatEffort(format=Format.TEXT, hours=0.75),
            FormatEffort(format=Format.IMAGE, hours=1),
            FormatEffort(format=Format.CAROUSEL, hours=3),
            FormatEffort(format=Format.INFOGRAPHIC, hours=2.5),
            FormatEffort(format=Format.SHORT_VIDEO, hours=3),
            FormatEffort(format=Format.LONG_VIDEO, hours=7),
            FormatEffort(format=Format.POLL, hours=0.5),
            FormatEffort(format=Format.EVENT, hours=1),
        ),
        occasions=(
            Occasion(name="Julefrokost", first_day=date(2026, 12, 4)),
            Occasion(
                name="Stille dage, kun servicevagten",
                first_day=date(2026, 12, 23),
                last_day=date(2027, 1, 3),
                quiet=True,
            ),
            Occasion(name="Besøg på erhvervsskolen", first_day=date(2027, 1, 20)),
            Occasion(name="Fastelavn i værkstedet", first_day=date(2027, 2, 7)),
            Occasion(name="Vinterferie, uge 7", first_day=date(2027, 2, 15), last_day=date(2027, 2, 21)),
            Occasion(name="Åbent værksted", first_day=date(2027, 2, 27)),
            Occasion(name="Forårsmessen", first_day=date(2027, 4, 20), last_day=date(2027, 4, 22)),
        ),
        searches=(
            SearchPhrase(
                phrase="pumpe drypper ved aksel",
                platform=Platform.YOUTUBE,
                found=True,
                answer="Akseltætning på 90 sekunder",
                shared=True,
            ),
            SearchPhrase(
                phrase="pumpe støjer ved opstart",
                platform=Platform.YOUTUBE,
                answer="Opstart efter ferien, kommer 6. januar",
            ),
            SearchPhrase(
                phrase="tätningssats byta pump",
                platform=Platform.YOUTUBE,
                answer="Samme film med svenske tekster, på prøve nu",
            ),
            SearchPhrase(
                phrase="hygiejnisk pumpe danmark",
                platform=Platform.LINKEDIN,
                found=True,
                answer="Firmasiden og de fem fagfolks profiler",
                shared=True,
            ),
        ),
        templates=(
            Template(
                name="90 sekunder: lyd, greb, resultat", kind=TemplateKind.POST, place="Fællesdrevet, Film, Manus"
            ),
            Template(name="Før du trykker på knappen", kind=TemplateKind.CHECKLIST, place="Opslagstavlen ved kaffen"),
            Template(name="Svar med link under opkaldet", kind=TemplateKind.RESPONSE, place="Serviceskærmen"),
        ),
    )


def _pillars() -> tuple[Pillar, ...]:
    return (
        Pillar(
            id=REPAIR,
            topic="Drift uden stop",
            purpose="Du får den i gang igen, vi får færre opkald om det samme",
            kind=PillarKind.HELP,
            share=35,
            values=(ValueType.SOLVE, ValueType.ANSWER),
        ),
        Pillar(
            id=THINKING,
            topic="Fagfolk tænker højt",
            purpose="Du lærer noget om dit anlæg, vi bliver dem, du ringer til",
            kind=PillarKind.KNOWLEDGE,
            share=30,
            values=(ValueType.INFORM,),
        ),
        Pillar(
            id=CUSTOMERS,
            topic="Ude hos kunderne",
            purpose="Du ser, hvordan andre har løst det, vi viser, at det holder",
            kind=PillarKind.CUSTOMERS,
            share=15,
            values=(ValueType.INFORM, ValueType.INSPIRE),
        ),
        Pillar(
            id=WORKSHOP,
            topic="Værkstedet og lærlingene",
            purpose="Du ser et sted, man kunne arbejde, vi får ansøgninger fra egnen",
            kind=PillarKind.BACKSTAGE,
            share=20,
            values=(ValueType.INSPIRE, ValueType.INVOLVE),
        ),
    )


def _series() -> tuple[Series, ...]:
    return (
        Series(
            id="serie-fagfolk",
            name="Tirsdag med en af de fem",
            channel=LINKEDIN,
            rhythm=Rhythm.WEEKLY,
            weekdays=(Weekday.TUESDAY,),
            at=time(7, 30),
            pillar=THINKING,
            format=Format.TEXT,
            owner=LONE,
            value=ValueType.INFORM,
            first_day=date(2026, 9, 8),
        ),
        Series(
            id="serie-90-sekunder",
            name="Under 90 sekunder",
            channel=YOUTUBE,
            rhythm=Rhythm.MONTHLY,
            weekdays=(Weekday.WEDNESDAY,),
            at=time(10),
            pillar=REPAIR,
            format=Format.SHORT_VIDEO,
            owner=EMIL,
            value=ValueType.SOLVE,
            first_day=date(2026, 9, 9),
        ),
        Series(
            id="serie-baenken",
            name="Ved værkstedsbænken",
            channel=YOUTUBE,
            rhythm=Rhythm.MONTHLY,
            weekdays=(Weekday.WEDNESDAY,),
            at=time(10),
            pillar=REPAIR,
            format=Format.LONG_VIDEO,
            owner=EMIL,
            value=ValueType.SOLVE,
            first_day=date(2027, 1, 6),
        ),
    )


def _stories() -> tuple[Story, ...]:
    return (
        Story(
            id="historie-nej",
            title="Pumpen, der ikke blev solgt",
            origin=Origin.CUSTOMERS,
            point="Vi sælger ikke en pumpe til et problem, der sidder i røret.",
            plot=(
                "Et mejeri ville have en større pumpe til en linje, der gik for langsomt. Lone bad om at se røret og fandt "
                "en bøjning fra 1994. De skar den væk for 6.000 kroner. To år senere byggede de om og ringede til hende."
            ),
            teller=LONE,
            consent=Consent.GIVEN,
        ),
        Story(
            id="historie-90-sekunder",
            title="Filmen, der blev lavet, fordi det regnede",
            origin=Origin.ORGANISATION,
            point="Det behøver ikke være flot, det skal virke klokken tre om natten.",
            plot=(
                "En aftale blev aflyst i oktober sidste år. Henrik skiftede en tætning, mens Emil holdt telefonen. Ingen musik, "
                "ingen introduktion. Den har flere visninger end alt andet, vi lavede det år."
            ),
            teller=HENRIK,
            consent=Consent.GIVEN,
        ),
        Story(
            id="historie-torsdag",
            title="Osteriets faste torsdag",
            origin=Origin.CUSTOMERS,
            point="Ti minutter om ugen slår en ny pumpe hvert femte år.",
            plot=(
                "Osteriet havde ni stop på et år og ville skifte mærke. De fik en tjekliste i stedet, og en på holdet, der "
                "lytter hver torsdag. Året efter havde de ét."
            ),
            teller=LONE,
            consent=Consent.ASKED,
        ),
    )


def _ideas() -> tuple[Idea, ...]:
    return (
        Idea(
            id="ide-sjette-saet",
            topic="Hvorfor holder det sjette sæt kortere end det første?",
            source=IdeaSource.PROBLEM,
            persona=PIA,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            authentic=True,
        ),
        Idea(
            id="ide-tre-uger",
            topic="Derfor tog dækslet tre uger",
            source=IdeaSource.COMPLAINT,
            persona=PIA,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            authentic=True,
            quick=True,
        ),
        Idea(
            id="ide-motor",
            topic="Nej, en større motor giver ikke mere flow",
            source=IdeaSource.MISUNDERSTANDING,
            persona=PATRIK,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            entertaining=True,
            quick=True,
        ),
        Idea(
            id="ide-gammel-model",
            topic="Passer sættet til den gamle model?",
            source=IdeaSource.PROBLEM,
            persona=TOMMY,
            verdict=IdeaVerdict.KEEP,
            relevant=True,
            authentic=True,
            quick=True,
        ),
        Idea(
            id="ide-dans",
            topic="Hele montagen danser til en centrifuge",
            source=IdeaSource.IDEA,
            persona=LAURA,
            verdict=IdeaVerdict.DROP,
            entertaining=True,
        ),
        Idea(
            id="ide-svendeproeve",
            topic="Svendeprøven, fra tegning til tryk",
            source=IdeaSource.RECRUITMENT,
            persona=LAURA,
            verdict=IdeaVerdict.CHANGE,
            authentic=True,
        ),
    )

"""The posts of Nørrevang's calendar: five who write, a page, a film every other week, and a trial on Facebook."""

from collections.abc import Iterator
from datetime import date, time

from stories.norrevang.names import (
    ANKE,
    APPLICATIONS,
    APPRENTICE_CAMPAIGN,
    BIRGITTE,
    CUSTOMERS,
    EMIL,
    FACEBOOK,
    HENRIK,
    JOHAN,
    LAURA,
    LEADS,
    LINKEDIN,
    LONE,
    METTE,
    PATRIK,
    PIA,
    RASMUS,
    REPAIR,
    THINKING,
    TODAY,
    TOMMY,
    VIDEO_ANSWERS,
    WORKSHOP,
    YOUTUBE,
)
from stories.planning import created, status
from workshoplib.strategy.choices import Format, Stage, ValueType
from workshoplib.strategy.content import AdLabel, MadeBy, Post, PostKind, PostStatus

VALUES = {REPAIR: ValueType.SOLVE, THINKING: ValueType.INFORM, CUSTOMERS: ValueType.INSPIRE}

PLANNING_DAY = date(2026, 11, 19)
"""The Thursday on which those who post and those who serve customers last sat together."""

TUESDAYS = (
    (
        date(2026, 11, 24),
        ANKE,
        THINKING,
        "Wer darf die Pumpe öffnen?",
        (
            "Ein Molkereileiter hat mich gestern gefragt, ob die Nachtschicht die Dichtung selbst wechseln darf. Meine "
            "Antwort: Sie muss sogar. Drei Dinge sollte sie vorher wissen."
        ),
    ),
    (
        date(2026, 12, 1),
        HENRIK,
        REPAIR,
        "Lyden, før lejet går",
        (
            "Den hyler ikke først. Den begynder med at knitre, som når man går på frost. Hører du det, har du cirka to "
            "uger. Filmen kommer i morgen, og her kan du allerede høre lyden."
        ),
    ),
    (
        date(2026, 12, 8),
        LONE,
        THINKING,
        "Den dag jeg sagde nej til en ordre",
        (
            "De ville have en større pumpe. Jeg bad om at se røret først. Det var røret. De sparede 84.000 kroner, og jeg "
            "fik en kop kaffe. To år efter ringede de igen."
        ),
    ),
    (
        date(2026, 12, 15),
        RASMUS,
        THINKING,
        "Hvad koster en times stop?",
        (
            "Regnestykket fra en rigtig linje: mælken, rengøringen, tre folk, der venter, og lastbilen i porten. 31.400 "
            "kroner. Hvad står der på jeres?"
        ),
    ),
    (
        date(2027, 1, 5),
        JOHAN,
        CUSTOMERS,
        "Mindre vatten, samma renhet",
        (
            "En fabrik i Skåne bytte två ventiler och en pump i november. Sköljvattnet gick från 410 till 290 liter per "
            "diskning. Här är siffrorna, och det som inte blev som vi tänkt."
        ),
    ),
    (
        date(2027, 1, 12),
        ANKE,
        THINKING,
        "Fünf Fragen vor dem Umbau",
        (
            "Wer im Sommer umbaut, bestellt jetzt. Diese fünf Fragen stelle ich immer, bevor wir über Pumpen reden. Die "
            "letzte spart am meisten Geld."
        ),
    ),
    (
        date(2027, 1, 19),
        HENRIK,
        REPAIR,
        "Hvornår skal du lade skruenøglen ligge?",
        (
            "Jeg tjener ikke noget på at sige det: Er akslen ridset, så lad være. Du skifter tre sæt, og den drypper "
            "stadig. Sådan ser en ridse ud, og sådan ser snavs ud."
        ),
    ),
    (
        date(2027, 1, 26),
        LONE,
        CUSTOMERS,
        "Driftslederen, der hængte filmen op",
        (
            "På et osteri i Vestjylland hænger der en lap ved siden af pumpen: »Scan før du ringer til mig«. Jeg spurgte, "
            "om jeg måtte vise den. Det måtte jeg."
        ),
    ),
    (
        date(2027, 2, 2),
        RASMUS,
        THINKING,
        "Et snit gennem to brugte pumper",
        (
            "Vi har skåret to over: den ene har kørt fløde i ni år, den anden i to. Gæt, hvilken der er hvilken, før du "
            "ser billede fire."
        ),
    ),
    (
        date(2027, 2, 9),
        JOHAN,
        THINKING,
        "Frågan jag inte kunde svara på",
        (
            "En kund frågade vad en packning kostar på tio år, med stopp och allt. Jag visste inte. Nu har Rasmus räknat, "
            "och svaret överraskade oss båda."
        ),
    ),
)
FILMS = (
    (
        date(2026, 12, 2),
        Format.SHORT_VIDEO,
        "Skift lejet, før det skifter dig",
        "Tre bolte, en aftrækker og 90 sekunder. Hør forskellen på et godt og et dårligt leje, før du skiller noget ad.",
        "Lyden af et leje, der knitrer",
        90,
        ("leje hyler pumpe", "skift leje pumpe"),
        Stage.AFTER,
    ),
    (
        date(2026, 12, 16),
        Format.SHORT_VIDEO,
        "Luk ned til jul, så den starter i januar",
        "Fire ting, inden du går på juleferie: skyl, tøm, løft tætningen fri og skriv datoen på. Så er den ikke tørret fast.",
        "Henrik med nissehue og skruenøgle",
        85,
        ("stille pumpe af ferie", "pumpe sidder fast efter stilstand"),
        Stage.AFTER,
    ),
    (
        date(2027, 1, 6),
        Format.LONG_VIDEO,
        "Opstart efter ferien: sådan lytter du til en pumpe",
        "Seks minutter ved værkstedsbænken. Henrik starter tre pumper, der har stået siden før jul, og siger højt, hvad han hører.",
        "En pumpe starter, og noget er galt",
        380,
        ("pumpe støjer ved opstart", "kavitation lyd"),
        Stage.AFTER,
    ),
    (
        date(2027, 1, 20),
        Format.SHORT_VIDEO,
        "Hvilket sæt passer til din pumpe?",
        "De første fire cifre på typeskiltet er svaret. Også når det er slidt: se, hvor de ellers står.",
        "En tommelfinger tørrer fedt af et typeskilt",
        70,
        ("tætningssæt nørrevang", "typeskilt pumpe aflæse"),
        Stage.AFTER,
    ),
    (
        date(2027, 2, 3),
        Format.LONG_VIDEO,
        "Rengøring på stedet: hvor snavset gemmer sig",
        "Rasmus skiller en pumpe ad efter en almindelig rengøring og viser de tre steder, man aldrig ser. Syv minutter, med tal.",
        "En vatpind kommer sort ud",
        420,
        ("cip rengøring pumpe", "hygienisk pumpe skille ad"),
        Stage.CONSIDERATION,
    ),
    (
        date(2027, 2, 17),
        Format.SHORT_VIDEO,
        "Moment på dækslet, uden momentnøgle",
        "Du har ikke nøglen med i nat. Sådan spænder du over kors, og sådan ser det ud, når det er for meget.",
        "En bolt knækker",
        80,
        ("moment dæksel pumpe", "spænde pumpedæksel"),
        Stage.AFTER,
    ),
)


def posts() -> tuple[Post, ...]:
    """All posts in the order of their days."""
    found = (*_tuesdays(), *_films(), *_november(), *_page(), *_apprentices())
    return tuple(sorted(found, key=lambda post: (post.due, post.at)))


def _status(due: date) -> PostStatus:
    return status(due, TODAY)


def _created(due: date) -> date:
    return created(due, PLANNING_DAY)


def _tuesdays() -> Iterator[Post]:
    for number, (due, writer, pillar, title, text) in enumerate(TUESDAYS, 1):
        yield Post(
            id=f"opslag-fagfolk-{number}",
            title=title,
            due=due,
            at=time(7, 30),
            channel=LINKEDIN,
            format=Format.TEXT,
            pillar=pillar,
            personas=(PATRIK,) if writer in (JOHAN, ANKE) else (PIA,),
            owner=writer,
            status=_status(due),
            text=text,
            value=VALUES[pillar],
            goal=LEADS,
            stage=Stage.CONSIDERATION if pillar == CUSTOMERS else Stage.AWARENESS,
            hashtags=("#hygiejniskepumper",) if writer in (HENRIK, LONE, RASMUS) else (),
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series="serie-fagfolk",
            story={"Den dag jeg sagde nej til en ordre": "historie-nej"}.get(title, ""),
            checked=_status(due) is PostStatus.SCHEDULED,
            created=_created(due),
        )


def _films() -> Iterator[Post]:
    for number, (due, format, title, text, hook, seconds, searched, stage) in enumerate(FILMS, 1):
        yield Post(
            id=f"opslag-film-{number}",
            title=title,
            due=due,
            at=time(10),
            channel=YOUTUBE,
            format=format,
            pillar=REPAIR,
            personas=(TOMMY,) if stage is Stage.AFTER else (TOMMY, PATRIK),
            owner=EMIL,
            status=_status(due),
            text=text,
            benefit="Bagefter kan du gøre det selv, også i nat",
            value=ValueType.SOLVE,
            goal=VIDEO_ANSWERS,
            stage=stage,
            hook=hook,
            seconds=seconds,
            asset=f"film-2026-{number:02}.mp4",
            search_phrases=searched,
            link="https://norrevang-pumper.example/drift",
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series="serie-90-sekunder" if format is Format.SHORT_VIDEO else "serie-baenken",
            checked=_status(due) is PostStatus.SCHEDULED,
            created=_created(due),
        )


def _november() -> tuple[Post, ...]:
    """What went out this week: a specialist and the company page, which the review compares."""
    return (
        Post(
            id="opslag-lud",
            title="200 ture i varm lud",
            due=date(2026, 11, 17),
            at=time(7, 30),
            channel=LINKEDIN,
            format=Format.TEXT,
            pillar=THINKING,
            personas=(PIA, PATRIK),
            owner=RASMUS,
            status=PostStatus.PUBLISHED,
            text=(
                "Mærket på pumpen skal kunne læses om ti år. Vi har kørt det 200 gange gennem vaskehallen. Det ene hjørne "
                "gav op ved tur 163, og her er, hvad vi gør ved det."
            ),
            value=ValueType.INFORM,
            goal=LEADS,
            stage=Stage.AWARENESS,
            kind=PostKind.FIXED,
            series="serie-fagfolk",
            checked=True,
            created=date(2026, 10, 22),
        ),
        Post(
            id="opslag-brochure",
            title="Nyt produktblad om serie H",
            due=date(2026, 11, 19),
            at=time(12),
            channel=LINKEDIN,
            format=Format.IMAGE,
            pillar=CUSTOMERS,
            personas=(PATRIK,),
            owner=BIRGITTE,
            status=PostStatus.PUBLISHED,
            text="Produktbladet om serie H ligger nu på hjemmesiden, med mål og tegninger, og uden formular.",
            value=ValueType.INFORM,
            goal=LEADS,
            stage=Stage.CONSIDERATION,
            promotional=True,
            asset="serie-h.jpg",
            alt_text="Blank rustfri pumpe på hvid baggrund",
            link="https://norrevang-pumper.example/serie-h",
            checked=True,
            created=date(2026, 11, 5),
        ),
    )


def _page() -> tuple[Post, ...]:
    """What the company page says between the five: customers, jobs, Christmas and the fair."""
    return (
        _from_page(
            "opslag-osteri",
            date(2026, 12, 3),
            Format.CAROUSEL,
            CUSTOMERS,
            "Osteriet, der gik fra ni stop til ét",
            (
                "Ni driftsstop på et år, så ét. Det var ikke en ny pumpe, der gjorde det, men en fast torsdag. Bladr "
                "igennem og se, hvad de gør den torsdag."
            ),
            alt_text="En mand i hvid kittel peger på en tavle med ni røde kryds og ét grønt",
            asset="osteri.pdf",
            value=ValueType.INSPIRE,
            persona=PIA,
            story="historie-torsdag",
        ),
        _from_page(
            "opslag-job-tekniker",
            date(2026, 12, 10),
            Format.IMAGE,
            WORKSHOP,
            "Vi mangler en, der kan høre en spindel",
            (
                "Industritekniker til værkstedet i Lyngballe, dagarbejde. Kom og se maskinen, før du søger: Verner står "
                "ved den hver dag fra klokken syv og giver kaffe."
            ),
            alt_text="Verner i blå kittel ved en drejebænk, med spåner på gulvet",
            asset="job-tekniker.jpg",
            value=ValueType.INSPIRE,
            persona=LAURA,
            goal=APPLICATIONS,
            promotional=True,
        ),
        _from_page(
            "opslag-jul",
            date(2026, 12, 17),
            Format.IMAGE,
            REPAIR,
            "Hvem tager telefonen juleaften?",
            (
                "Det gør Henrik til klokken 18 og Susanne derfra. Nummeret står på pumpen. Vi håber, at ingen af dem hører "
                "fra dig, og ønsker dig en jul uden lækager."
            ),
            alt_text="To servicefolk med en kravlenisse på en pumpe imellem sig",
            asset="bagvagt-jul.jpg",
            persona=PIA,
            goal=VIDEO_ANSWERS,
        ),
        _from_page(
            "opslag-opkald",
            date(2027, 1, 7),
            Format.INFOGRAPHIC,
            REPAIR,
            "Det ringede I om i 2026",
            (
                "Omkring 3.100 opkald, fire slags fejl. To af dem kan løses på under tre minutter. Her er fordelingen, og "
                "hvor filmene ligger."
            ),
            alt_text="Søjler med fire slags fejl: tætning, leje, tilstopning og el; de to første er markeret",
            asset="opkald-2026.png",
            value=ValueType.ANSWER,
            persona=PIA,
            goal=VIDEO_ANSWERS,
        ),
        _from_page(
            "opslag-job-smed",
            date(2027, 1, 21),
            Format.IMAGE,
            WORKSHOP,
            "Svejseren, der skifter hvert syvende år",
            (
                "Gitte har været bager og chauffør og er nu smed i rustfrit hos os. Vi søger en kollega til hende. Rustfrit kan du "
                "lære, tålmodighed skal du have med."
            ),
            alt_text="Gitte løfter svejsehjelmen og griner",
            asset="job-smed.jpg",
            value=ValueType.INSPIRE,
            persona=LAURA,
            goal=APPLICATIONS,
            promotional=True,
        ),
        _from_page(
            "opslag-gaet",
            date(2027, 1, 28),
            Format.POLL,
            REPAIR,
            "Hvad ville du tjekke først?",
            "Hør lydklippet i den første kommentar. Er det lejet, tætningen, kavitation eller radioen? Svaret kommer i morgen.",
            persona=PIA,
            value=ValueType.INVOLVE,
        ),
        _from_page(
            "opslag-messe",
            date(2027, 2, 4),
            Format.CAROUSEL,
            CUSTOMERS,
            "Tag en slidt del med på messen",
            (
                "20.–22. april i hal C: Læg din slidte del på bordet, så læser Henrik den for dig. Rasmus har 20 minutter "
                "til den, der hellere vil tale om den næste. Book her."
            ),
            alt_text="En hånd lægger en slidt tætning på et bord med et skilt: Hvad er der sket her?",
            asset="messe-slidt.pdf",
            persona=PATRIK,
            promotional=True,
            locked=True,
            link="https://norrevang-pumper.example/messe",
        ),
        _from_page(
            "opslag-aaben-plads",
            date(2027, 2, 11),
            Format.TEXT,
            CUSTOMERS,
            "Åben plads: ugens bedste spørgsmål",
            "Det spørgsmål, vi fik flest af i ugen, og det svar, der virkede.",
            persona=PIA,
            value=ValueType.ANSWER,
            kind=PostKind.FLEXIBLE,
        ),
    )


def _from_page(
    id: str,
    due: date,
    format: Format,
    pillar: str,
    title: str,
    text: str,
    *,
    persona: str,
    goal: str = LEADS,
    value: ValueType = ValueType.INFORM,
    kind: PostKind = PostKind.PLANNED,
    alt_text: str = "",
    asset: str = "",
    link: str = "",
    story: str = "",
    promotional: bool = False,
    locked: bool = False,
) -> Post:
    """A post by Birgitte on a Thursday at noon."""
    return Post(
        id=id,
        title=title,
        due=due,
        at=time(12),
        channel=LINKEDIN,
        format=format,
        pillar=pillar,
        personas=(persona,),
        owner=BIRGITTE,
        status=_status(due),
        text=text,
        value=value,
        goal=goal,
        stage=Stage.CONSIDERATION,
        promotional=promotional,
        asset=asset,
        alt_text=alt_text,
        link=link,
        ad_label=AdLabel.NONE,
        made_by=MadeBy.US,
        kind=kind,
        story=story,
        checked=_status(due) is PostStatus.SCHEDULED,
        locked=locked,
        created=_created(due),
    )


def _apprentices() -> tuple[Post, ...]:
    """The trial on Facebook: four posts by Mette, and two of them go on as ads."""
    return (
        Post(
            id="opslag-oliver",
            title="En dag med Oliver, lærling",
            due=date(2027, 1, 13),
            at=time(19, 30),
            channel=FACEBOOK,
            format=Format.SHORT_VIDEO,
            pillar=WORKSHOP,
            personas=(LAURA,),
            owner=METTE,
            status=_status(date(2027, 1, 13)),
            text=(
                "Kender du en på 16, der skiller alting ad? Oliver gjorde det med sin fars plæneklipper. Nu får han løn for "
                "det. Send den videre til en, der skal se det."
            ),
            value=ValueType.INSPIRE,
            goal=APPLICATIONS,
            stage=Stage.AWARENESS,
            hook="Gnister, og så løfter Oliver visiret",
            seconds=45,
            asset="laerling-oliver.mp4",
            link="https://norrevang-pumper.example/job",
            campaign=APPRENTICE_CAMPAIGN,
            ad_label=AdLabel.AD,
            made_by=MadeBy.US,
            created=date(2026, 11, 19),
        ),
        Post(
            id="opslag-foraeldre",
            title="Det spørger forældre om",
            due=date(2027, 1, 24),
            at=time(19),
            channel=FACEBOOK,
            format=Format.IMAGE,
            pillar=WORKSHOP,
            personas=(LAURA,),
            owner=METTE,
            status=_status(date(2027, 1, 24)),
            text=(
                "Skal man være god til matematik? Kan man komme hjem om eftermiddagen? Hvad tjener man? Mette svarer på de "
                "tre, I spørger mest om. Har du et fjerde, så skriv det her."
            ),
            value=ValueType.ANSWER,
            goal=APPLICATIONS,
            stage=Stage.CONSIDERATION,
            asset="foraeldre.jpg",
            alt_text="Mette ved porten med en kaffekop og en lap, hvor der står: Spørg bare",
            link="https://norrevang-pumper.example/job",
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            created=date(2026, 11, 19),
        ),
        Post(
            id="opslag-fastelavn",
            title="Fastelavn: en tønde i rustfrit stål",
            due=date(2027, 2, 7),
            at=time(10),
            channel=FACEBOOK,
            format=Format.IMAGE,
            pillar=WORKSHOP,
            personas=(LAURA,),
            owner=METTE,
            status=_status(date(2027, 2, 7)),
            text=(
                "Lærlingene fik lov at bygge tønden selv. Den er svejset, trykprøvet og endnu ikke slået ned. Hvem skal vi "
                "ringe efter?"
            ),
            value=ValueType.ENTERTAIN,
            goal=APPLICATIONS,
            stage=Stage.AWARENESS,
            asset="fastelavn-toende.jpg",
            alt_text="Fire lærlinge omkring en blank ståltønde, en af dem med kattehale og kølle",
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            created=date(2026, 11, 19),
        ),
        Post(
            id="opslag-aabent-vaerksted",
            title="Arrangement: åbent værksted lørdag 27. februar",
            due=date(2027, 2, 10),
            at=time(19, 30),
            channel=FACEBOOK,
            format=Format.EVENT,
            pillar=WORKSHOP,
            personas=(LAURA,),
            owner=METTE,
            status=_status(date(2027, 2, 10)),
            text=(
                "Kom mellem 10 og 13, svejs dit eget bogstav og tag det med hjem. Lærlingene viser rundt, forældre må gerne "
                "svejse med."
            ),
            value=ValueType.INVOLVE,
            goal=APPLICATIONS,
            stage=Stage.CONSIDERATION,
            promotional=True,
            asset="aabent-vaerksted.jpg",
            alt_text="Bogstaver i rustfrit stål på en bænk, med gnister i baggrunden",
            link="https://norrevang-pumper.example/job",
            campaign=APPRENTICE_CAMPAIGN,
            ad_label=AdLabel.AD,
            made_by=MadeBy.US,
            locked=True,
            created=date(2026, 11, 19),
        ),
    )

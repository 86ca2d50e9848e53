"""The posts of Kystbrygg's calendar: four series, and what comes between them."""

from collections.abc import Iterator
from datetime import date, time

from stories.kystbrygg.names import (
    ANSWERS,
    COAST,
    CUSTOMERS,
    FACEBOOK,
    FACES,
    GEIR,
    HANNE,
    INGRID,
    INSTAGRAM,
    JONAS,
    LEIF,
    MARIT,
    ORDERS,
    PRODUCTS,
    SANDER,
    SARA,
    SUBSCRIPTIONS,
    TIKTOK,
    TIPS,
    TODAY,
)
from stories.planning import created, status
from workshoplib.strategy.choices import Format, Stage, ValueType
from workshoplib.strategy.content import AdLabel, MadeBy, Post, PostKind, PostStatus

PLANNING_EVENING = date(2026, 11, 17)

FRIDAYS = (
    (
        "Kaffe til pepperkakene",
        (
            "Kanel og nellik vil ha en mild kopp: 50 gram kaffe per liter, og la den stå to minutter før du "
            "heller. Øv på søndag, det er første advent."
        ),
        "En pepperkake dyppes, og halve blir borte",
    ),
    (
        "Julekaffen i presskanne",
        (
            "60 gram kaffe, én liter vann, fire minutter. Så trykker du sakte ned, som om noen sover i rommet "
            "ved siden av. Julekaffen er brent for akkurat dette."
        ),
        "Jonas hvisker: «Ikke vekk noen.»",
    ),
    (
        "Tre grunner til at kaffen blir bitter",
        (
            "For fint malt. For varmt vann. For lenge i kanna. Rett én av gangen, så finner du synderen før "
            "søndagen er omme."
        ),
        "Marit tar en slurk og gjør en grimase",
    ),
    (
        "Kaffe til tolv på julekvelden",
        (
            "Tolv gjester, to kopper hver: fire liter vann og 240 gram kaffe, i to omganger. Vi viser "
            "regnestykket, så slipper du å stå på kjøkkenet."
        ),
        "«Tolv gjester, én kanne, null panikk»",
    ),
    (
        "Slik redder du kaffen du fikk til jul",
        "Fikk du fem poser? Frys fire av dem, tett lukket, og mal rett fra fryseren. Smaker som nytt i februar.",
        "En hånd åpner fryseren: bare kaffe",
    ),
    (
        "Kverna du alt har",
        (
            "Du trenger ikke ny kvern. Børst den du har, still den to hakk grovere og smak igjen. Film den, så "
            "ser vi på den sammen."
        ),
        "En kvern tømmes over avispapir",
    ),
    (
        "Te som ikke blir besk",
        (
            "Grønn te vil ha 80 grader, ikke kok. Hell først vannet i koppen, så i kanna. Der har du de 80 "
            "gradene, uten termometer."
        ),
        "Dampen forsvinner mens du ser på",
    ),
    (
        "Kaffe på primus i kuling",
        (
            "Legg lokket på, stå med ryggen mot vinden og ta grovere kaffe enn hjemme. Jonas prøvde på "
            "svaberget, og lua blåste av."
        ),
        "Lua til Jonas flyr ut av bildet",
    ),
    (
        "Kaffen til fastelavnsbollen",
        (
            "Søtt på asjetten vil ha noe friskt i koppen. Vi brygger Etiopia litt svakere, 55 gram per liter. "
            "Prøv før bollene er borte."
        ),
        "En bolle forsvinner i én bit",
    ),
    (
        "Hvor lenge holder en åpnet pose?",
        (
            "Fire uker, hvis du klemmer ut lufta og setter den i skapet. Ikke på benken ved vinduet, der sola "
            "endelig er tilbake."
        ),
        "To kopper, samme kaffe, fire uker mellom",
    ),
)
FRIDAY_DAYS = (
    date(2026, 11, 27),
    date(2026, 12, 4),
    date(2026, 12, 11),
    date(2026, 12, 18),
    date(2027, 1, 8),
    date(2027, 1, 15),
    date(2027, 1, 22),
    date(2027, 1, 29),
    date(2027, 2, 5),
    date(2027, 2, 12),
)
CHRISTMAS_FILM = date(2026, 12, 4)
"""The Friday whose film takes longer than the others."""

DRUM = (
    (
        "Kurven på veggen",
        (
            "Denne kurven tegnet Jonas for hånd i 2014. Julekaffen brennes etter den ennå, kaffeflekk og alt. "
            "Sveip for å se hvor fire minutter blir til smak."
        ),
        "Håndtegnet brennekurve på gult papir med en kaffeflekk i hjørnet, festet til veggen med tape",
        "historie-kurven",
    ),
    (
        "Klokka fem om morgenen i desember",
        (
            "Mens du sover, går trommelen. Liv pakker, Jonas brenner, måkene klager. Dette er uka da vi sender "
            "flere pakker enn det bor folk i Skarvhamn."
        ),
        "Liv i ullgenser mellom høye stabler med brune pakker, mørkt vindu bak henne",
        "",
    ),
    (
        "Brenningen som gikk i svart",
        (
            "24 kilo ble for mørkt da strømmen gikk. Vi kunne kalt det «nordlandsmørk» og solgt det. Vi drakk "
            "det selv til mars."
        ),
        "Jonas holder fram en håndfull svarte kaffebønner og ser lei seg ut",
        "historie-morke",
    ),
    (
        "Pakken til fyret",
        "Fyrvikaren glemte kaffen. Marit fant en båt. Sveip for å se hvem som kom først fram, han eller posen.",
        "Rødt fyrtårn på et skjær, med en liten brun pakke på trappa",
        "historie-fyret",
    ),
    (
        "Hva bonden fikk betalt",
        (
            "Råkaffen ble 18 % dyrere for oss i fjor. Her er regnestykket for én pose, krone for krone, fra "
            "gården til brygga."
        ),
        "Ark med et håndskrevet regnestykke ved siden av en pose kaffe",
        "",
    ),
)
DRUM_DAYS = (
    date(2026, 12, 2), date(2026, 12, 16), date(2027, 1, 13), date(2027, 1, 27), date(2027, 2, 10)
)  # fmt: skip

SATURDAYS = (
    (
        FACES,
        "Marit tenner lys",
        (
            "I morgen er det første advent. Marit har pyntet vinduet, og Liv har flyttet alt fem centimeter til "
            "venstre. Åpent 10–15, kom og se hvem som fikk rett."
        ),
        "Marit og Liv på hver sin side av et butikkvindu med lysestake",
    ),
    (
        COAST,
        "Juleåpent på brygga",
        "Åpent lørdag og søndag 10–16. Marit har tent bålpanna, og det er grøt til alle. Kom som du er, ta med votter.",
        "Bålpanne foran butikken på brygga, to barn med votter varmer hendene",
    ),
    (
        FACES,
        "Hvem er det på bildet?",
        "Kaia i 1974. Vi kjenner igjen tre av dem. Kjenner du flere? Skriv navnene, så henger vi bildet i butikken.",
        "Svarthvitt bilde av ni menn på ei kai foran en sildetønne",
    ),
    (
        FACES,
        "Siste lørdag før jul",
        "Åpent 9–17 i dag. Si navnet i disken, så pakker vi og sender for deg. Kaffe mens du venter.",
        "Marit bak disken med tape i den ene hånda og en kopp i den andre",
    ),
    (
        COAST,
        "Tomt i hyllene, fullt i hodet",
        "Vi har talt 4 112 poser, tre kverner og en vott. Åpent igjen fra i dag klokka 10. Er votten din?",
        "En enslig grå vott på en tom butikkhylle",
    ),
    (
        COAST,
        "Kuling",
        "Ferja går ikke, men kaffen er varm. Åpent til klokka 15, eller til vi ikke får opp døra.",
        "Bølger slår over kaikanten, butikkvinduet lyser gult bak",
    ),
    (
        COAST,
        "Sola er tilbake",
        (
            "Torsdag så vi henne over fjellet, i fire minutter. Hvor lenge så du henne? I dag spanderer vi "
            "solboller til de første femti."
        ),
        "Et smalt solstreif over fjellet på den andre siden av fjorden",
    ),
    (
        CUSTOMERS,
        "Stolen ved vinduet",
        "Den har stått der siden vi åpnet, og den knirker. Skal den få nytt trekk eller beholde sitt? Dere bestemmer.",
        "Slitt blå lenestol ved et vindu mot havna",
    ),
    (
        FACES,
        "Lihkku beivviin",
        "Gratulerer med samenes nasjonaldag. Vi flagger, og Livs mor har bakt gáhkku. Åpent 10–15.",
        "Samisk flagg ved siden av butikkdøra i lett snøvær",
    ),
    (
        COAST,
        "Bollehelg",
        "Fastelavn var forrige søndag, men vi bakte for mye og har førti boller igjen. To for én til klokka er tomt.",
        "Brett med fastelavnsboller på disken, en av dem er halvspist",
    ),
)
SATURDAY_DAYS = (
    date(2026, 11, 28),
    date(2026, 12, 5),
    date(2026, 12, 12),
    date(2026, 12, 19),
    date(2027, 1, 9),
    date(2027, 1, 16),
    date(2027, 1, 23),
    date(2027, 1, 30),
    date(2027, 2, 6),
    date(2027, 2, 13),
)

SIXTY_SECONDS = (
    ("Kanna fra bestemor", "Bestemor ga deg denne. Her er det den er til.", "«Hva ER dette?»"),
    ("Gaver under 150 kroner", "Tre ting de faktisk vil ha. Den siste koster 49.", "Sander pakker inn seg selv"),
    (
        "Jonas svarer på nettkommentarer",
        "Dere spurte om han drikker te. Svaret overrasket ingen.",
        "Jonas ser rett i kamera",
    ),
    ("Kafé mot kollektiv", "52 kroner eller 4,60. Vi regnet på koppen.", "To kopper, én prislapp"),
    ("Lyden av god kaffe", "Null snakk. Bare kvern, vann og måke.", "Kverna starter i mørket"),
    ("Alt jeg gjør feil", "Fire feil på 40 sekunder. Hvilken gjør du?", "Sander heller utenfor"),
)
TUESDAYS = (
    date(2026, 12, 1),
    date(2026, 12, 8),
    date(2026, 12, 15),
    date(2027, 1, 12),
    date(2027, 1, 19),
    date(2027, 1, 26),
)


def posts() -> tuple[Post, ...]:
    """All posts in the order of their days."""
    found = (*_fridays(), *_drum(), *_saturdays(), *_sixty_seconds(), *_november(), *_christmas(), *_new_year())
    return tuple(sorted(found, key=lambda post: (post.due, post.at)))


def _status(due: date) -> PostStatus:
    return status(due, TODAY)


def _created(due: date) -> date:
    return created(due, PLANNING_EVENING)


def _fridays() -> Iterator[Post]:
    for number, (due, (title, text, hook)) in enumerate(zip(FRIDAY_DAYS, FRIDAYS, strict=True), 1):
        yield Post(
            id=f"post-fredag-{number}",
            title=title,
            due=due,
            at=time(15),
            channel=INSTAGRAM,
            format=Format.SHORT_VIDEO,
            pillar=TIPS,
            personas=(HANNE,),
            owner=SANDER,
            status=_status(due),
            text=text,
            benefit="Etterpå får du det til selv i morgen tidlig",
            value=ValueType.SOLVE,
            goal=ORDERS,
            stage=Stage.CONSIDERATION,
            hook=hook,
            seconds=30 + 5 * (number % 3),
            asset=f"fredag-{number:02}.mp4",
            hashtags=("#lørdagskystbrygg", "#kaffehjemme"),
            search_phrases=(title.lower(),),
            link="https://kystbrygg.example/brygging",
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series="serie-fredagskoppen",
            checked=_status(due) is PostStatus.SCHEDULED,
            created=_created(due),
            hours=4 if due == CHRISTMAS_FILM else None,
        )


def _drum() -> Iterator[Post]:
    for number, (due, (title, text, shown, story)) in enumerate(zip(DRUM_DAYS, DRUM, strict=True), 1):
        yield Post(
            id=f"post-trommel-{number}",
            title=title,
            due=due,
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=FACES,
            personas=(HANNE,),
            owner=JONAS,
            status=_status(due),
            text=text,
            value=ValueType.INSPIRE,
            goal=ORDERS,
            stage=Stage.AWARENESS,
            asset=f"trommel-{number:02}.jpg",
            alt_text=shown,
            hashtags=("#ferskbrent",),
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series="serie-trommelen",
            story=story,
            checked=_status(due) is PostStatus.SCHEDULED,
            created=_created(due),
        )


def _saturdays() -> Iterator[Post]:
    for number, (due, (pillar, title, text, shown)) in enumerate(zip(SATURDAY_DAYS, SATURDAYS, strict=True), 1):
        yield Post(
            id=f"post-lordag-{number}",
            title=title,
            due=due,
            at=time(8),
            channel=FACEBOOK,
            format=Format.IMAGE,
            pillar=pillar,
            personas=(LEIF,),
            owner=INGRID if date(2027, 2, 1) <= due <= date(2027, 2, 7) else MARIT,
            status=_status(due),
            text=text,
            value=ValueType.INVOLVE if "?" in text else ValueType.INFORM,
            goal=ANSWERS,
            stage=Stage.AFTER,
            asset=f"lordag-{number:02}.jpg",
            alt_text=shown,
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series="serie-lordag",
            checked=_status(due) is PostStatus.SCHEDULED,
            created=_created(due),
        )


def _sixty_seconds() -> Iterator[Post]:
    for number, (due, (title, text, hook)) in enumerate(zip(TUESDAYS, SIXTY_SECONDS, strict=True), 1):
        yield Post(
            id=f"post-60-sekunder-{number}",
            title=title,
            due=due,
            at=time(21),
            channel=TIKTOK,
            format=Format.SHORT_VIDEO,
            pillar=FACES if "Jonas" in title else TIPS,
            personas=(SARA,),
            owner=SANDER,
            status=_status(due),
            text=text,
            value=ValueType.ENTERTAIN,
            goal=ORDERS,
            stage=Stage.AWARENESS,
            hook=hook,
            seconds=60,
            asset=f"tiktok-{number:02}.mp4",
            hashtags=("#hybelkaffe",),
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series="serie-60-sekunder",
            created=_created(due),
        )


def _november() -> tuple[Post, ...]:
    """What went out this week: the face and the product picture that the review compares, and a film used twice."""
    return (
        Post(
            id="post-jonas-jul",
            title="Jonas smaker på årets julekaffe",
            due=date(2026, 11, 18),
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.SHORT_VIDEO,
            pillar=FACES,
            personas=(HANNE,),
            owner=SANDER,
            status=PostStatus.PUBLISHED,
            text="Åtte forsøk, sju nei. Se ansiktet når han endelig sier ja.",
            value=ValueType.INSPIRE,
            goal=ORDERS,
            stage=Stage.CONSIDERATION,
            hook="Jonas rister på hodet",
            seconds=28,
            asset="julekaffe-smaking.mp4",
            link="https://kystbrygg.example/julekaffe",
            campaign="kampanje-jul",
            checked=True,
            created=date(2026, 10, 20),
        ),
        Post(
            id="post-jonas-jul-tiktok",
            title="Jonas smaker på julekaffe, kortversjon",
            due=date(2026, 11, 19),
            at=time(21),
            channel=TIKTOK,
            format=Format.SHORT_VIDEO,
            pillar=FACES,
            personas=(SARA,),
            owner=SANDER,
            status=PostStatus.PUBLISHED,
            text="Sju nei og ett ja.",
            value=ValueType.ENTERTAIN,
            goal=ORDERS,
            stage=Stage.AWARENESS,
            hook="NEI med store bokstaver",
            seconds=14,
            asset="julekaffe-smaking.mp4",
            adaptation="Halv lengde, bare grimasene, og ja-et til slutt. Ingen pris, ingen lenke.",
            part_of="post-jonas-jul",
            created=date(2026, 11, 17),
            hours=0.5,
        ),
        Post(
            id="post-pose-jul",
            title="Julekaffen er her",
            due=date(2026, 11, 20),
            at=time(12),
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=PRODUCTS,
            personas=(HANNE,),
            owner=MARIT,
            status=PostStatus.PUBLISHED,
            text=(
                "Julekaffen 2026: appelsinskall, mørk sjokolade og et dryss av noe Jonas ikke vil si. 249 kroner "
                "for 500 gram."
            ),
            value=ValueType.INFORM,
            goal=ORDERS,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="julekaffe-pose.jpg",
            alt_text="Rød kaffepose på et trebord med granbar og en appelsin",
            link="https://kystbrygg.example/julekaffe",
            checked=True,
            created=date(2026, 10, 20),
        ),
    )


def _christmas() -> tuple[Post, ...]:
    return (
        Post(
            id="post-gaveguide",
            title="Ni gaver, ni mennesker",
            due=date(2026, 11, 30),
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=PRODUCTS,
            personas=(GEIR, HANNE),
            owner=MARIT,
            status=PostStatus.SCHEDULED,
            text=(
                "Vi er ni på brenneriet. Hver av oss har valgt én gave og skrevet hvem den er til. Liv har valgt "
                "til svigermor. Les den først."
            ),
            benefit="Etterpå har du én gave mindre på lista",
            value=ValueType.SOLVE,
            goal=ORDERS,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="gaveguide.jpg",
            alt_text="Ni ansatte på en trapp, hver med sin gave i fanget",
            link="https://kystbrygg.example/gaver",
            campaign="kampanje-jul",
            ad_label=AdLabel.AD,
            checked=True,
            locked=True,
            created=date(2026, 10, 20),
            hours=4,
        ),
        Post(
            id="post-juleapent",
            title="Arrangement: juleåpent på brygga",
            due=date(2026, 12, 3),
            at=time(18),
            channel=FACEBOOK,
            format=Format.EVENT,
            pillar=COAST,
            personas=(LEIF,),
            owner=MARIT,
            status=PostStatus.SCHEDULED,
            text=(
                "Juleåpent lørdag og søndag 10–16, med bålpanne, grøt og korpset klokka 13. Si fra om du kommer, "
                "så koker vi nok."
            ),
            value=ValueType.INVOLVE,
            goal=ANSWERS,
            stage=Stage.PURCHASE,
            asset="juleapent.jpg",
            alt_text="Lyslenker over brygga, korpset i snøvær",
            checked=True,
            locked=True,
            created=date(2026, 11, 3),
        ),
        Post(
            id="post-andre-advent",
            title="Avstemning: hva drikker du til lussekatten?",
            due=date(2026, 12, 6),
            at=time(9, 30),
            channel=INSTAGRAM,
            format=Format.POLL,
            pillar=CUSTOMERS,
            personas=(HANNE,),
            owner=MARIT,
            status=PostStatus.SCHEDULED,
            text="Andre søndag i advent. Kaffe, te eller varm sjokolade? Den som vinner, får bli med på søndag.",
            value=ValueType.INVOLVE,
            goal=SUBSCRIPTIONS,
            stage=Stage.AFTER,
            kind=PostKind.FLEXIBLE,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-julekaffe-bilde",
            title="Julekaffen, siste brenning på lager",
            due=date(2026, 12, 7),
            at=time(12),
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=PRODUCTS,
            personas=(HANNE, GEIR),
            owner=MARIT,
            status=PostStatus.REVIEW,
            text="210 poser igjen, og så er det jul. Bestill før 17. desember, så rekker den fram.",
            value=ValueType.INFORM,
            goal=ORDERS,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="julekaffe-stabel.jpg",
            alt_text="Stabel med røde kaffeposer i et lagerrom",
            link="https://kystbrygg.example/julekaffe",
            ad_label=AdLabel.NONE,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-spor-brenneren",
            title="Spør brenneren, direkte",
            due=date(2026, 12, 9),
            at=time(20),
            channel=INSTAGRAM,
            format=Format.LIVE,
            pillar=TIPS,
            personas=(HANNE,),
            owner=JONAS,
            status=PostStatus.REVIEW,
            text=(
                "Jonas svarer i en halvtime på alt du lurer på om kaffe før jul. Legg igjen spørsmålet ditt her, "
                "så slipper han å stå og vente."
            ),
            value=ValueType.ANSWER,
            goal=ORDERS,
            stage=Stage.CONSIDERATION,
            locked=True,
            created=date(2026, 11, 4),
            hours=5.25,
        ),
        Post(
            id="post-lucia",
            title="Lussekatt og en kopp i styrhuset",
            due=date(2026, 12, 13),
            at=time(9),
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=CUSTOMERS,
            personas=(HANNE,),
            owner=MARIT,
            status=PostStatus.REVIEW,
            text=(
                "Dette bildet fikk vi fra havet utenfor Røst. Hvor drikker du din i dag? Merk med "
                "#lørdagskystbrygg, også på søndager."
            ),
            value=ValueType.INVOLVE,
            goal=SUBSCRIPTIONS,
            stage=Stage.ADVOCACY,
            call_to_tag=True,
            asset="styrhus.jpg",
            alt_text="Termokopp på dashbordet i et styrhus, lav sol over havet",
            made_by=MadeBy.USERS,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-siste-frist",
            title="Torsdag er siste frist",
            due=date(2026, 12, 14),
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=PRODUCTS,
            personas=(GEIR,),
            owner=MARIT,
            status=PostStatus.DRAFT,
            text=(
                "Bestill senest torsdag klokka tolv, så står pakken hos deg før jul. Tre gaver, tre priser, "
                "ferdig innpakket."
            ),
            value=ValueType.SOLVE,
            goal=ORDERS,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="siste-frist.jpg",
            alt_text="Tre innpakkede gaver i økende størrelse, prisen skrevet på hver lapp",
            link="https://kystbrygg.example/gaver",
            campaign="kampanje-jul",
            locked=True,
            created=date(2026, 11, 17),
            hours=2,
        ),
        Post(
            id="post-i-dag",
            title="I dag klokka tolv",
            due=date(2026, 12, 17),
            at=time(7),
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=PRODUCTS,
            personas=(GEIR,),
            owner=SANDER,
            status=PostStatus.DRAFT,
            text="Liv står klar med tapen. Du har fem timer.",
            value=ValueType.INFORM,
            goal=ORDERS,
            stage=Stage.PURCHASE,
            promotional=True,
            link="https://kystbrygg.example/gaver",
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-apent-jul",
            title="Åpningstider i jula",
            due=date(2026, 12, 21),
            at=time(8),
            channel=FACEBOOK,
            format=Format.IMAGE,
            pillar=COAST,
            personas=(LEIF,),
            owner=MARIT,
            status=PostStatus.IDEA,
            text="Lille julaften 9–18. Så sover vi til mandag. Romjula 11–15.",
            value=ValueType.INFORM,
            goal=ANSWERS,
            stage=Stage.PURCHASE,
            asset="apningstider-jul.jpg",
            alt_text="Håndskrevet tavle i butikkdøra med åpningstidene i jula",
            locked=True,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-lille-julaften",
            title="Takk for i år",
            due=date(2026, 12, 23),
            at=time(20),
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=FACES,
            personas=(HANNE,),
            owner=MARIT,
            status=PostStatus.IDEA,
            text="Den siste posen er sendt. Nå slår vi av trommelen og på julemusikken. God jul fra oss ni.",
            value=ValueType.ENTERTAIN,
            goal=SUBSCRIPTIONS,
            stage=Stage.ADVOCACY,
            asset="oss-ni.jpg",
            alt_text="Ni mennesker med nisseluer rundt en kaffetrommel som står stille",
            created=date(2026, 11, 17),
        ),
    )


def _new_year() -> tuple[Post, ...]:
    return (
        Post(
            id="post-romjul",
            title="Det som skjer, skjer",
            due=date(2026, 12, 29),
            at=time(10),
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=COAST,
            personas=(HANNE,),
            owner=MARIT,
            text="Åpen plass: været bestemmer.",
            value=ValueType.ENTERTAIN,
            goal=SUBSCRIPTIONS,
            stage=Stage.AFTER,
            kind=PostKind.FLEXIBLE,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-kundens-tur",
            title="Kundens tur: beste bilde fra romjula",
            due=date(2027, 1, 6),
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=CUSTOMERS,
            personas=(HANNE,),
            owner=MARIT,
            text="Dere sendte bilder fra hytter, båter og ett fjøs. Vi har valgt ett, og vi spør alltid først.",
            value=ValueType.INVOLVE,
            goal=SUBSCRIPTIONS,
            stage=Stage.ADVOCACY,
            call_to_tag=True,
            asset="kundens-tur-januar.jpg",
            alt_text="Velges når kunden har sagt ja",
            made_by=MadeBy.USERS,
            kind=PostKind.FLEXIBLE,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-abonnement",
            title="Abonnementet på ti sekunder",
            due=date(2027, 1, 18),
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=PRODUCTS,
            personas=(HANNE,),
            owner=INGRID,
            text=(
                "Velg kaffe. Velg hvor ofte. Ta pause når du er på hytta. Den som aldri går tom, slipper å låne "
                "av naboen."
            ),
            benefit="Etterpå vet du hvordan du stopper det igjen",
            value=ValueType.ANSWER,
            goal=SUBSCRIPTIONS,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="abonnement.jpg",
            alt_text="Tre ruter: en pose, en kalender og en hyttedør på gløtt",
            link="https://kystbrygg.example/abonnement",
            campaign="kampanje-abonnement",
            ad_label=AdLabel.AD,
            locked=True,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-sola",
            title="Sola er tilbake i Skarvhamn",
            due=date(2027, 1, 21),
            at=time(12),
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=COAST,
            personas=(HANNE,),
            owner=SANDER,
            text="Fire minutter. Vi filmet alle fire.",
            value=ValueType.ENTERTAIN,
            goal=SUBSCRIPTIONS,
            stage=Stage.AWARENESS,
            locked=True,
            created=date(2026, 11, 17),
        ),
        Post(
            id="post-morsdag",
            title="Til den som lærte deg å koke kaffe",
            due=date(2027, 2, 8),
            at=time(20, 30),
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=FACES,
            personas=(HANNE, GEIR),
            owner=MARIT,
            text=(
                "Marit lærte det av mora si, på vedkomfyr. Hvem lærte deg? Søndag er det morsdag, og onsdag er "
                "siste frist for pakken."
            ),
            value=ValueType.INSPIRE,
            goal=ORDERS,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="morsdag.jpg",
            alt_text="Marit og moren hennes ved en gammel vedkomfyr, kjelen damper",
            link="https://kystbrygg.example/gaver",
            locked=True,
            created=date(2026, 11, 17),
        ),
    )

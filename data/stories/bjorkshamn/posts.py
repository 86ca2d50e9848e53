"""The posts of Björkshamn's calendar: four series, the days of a Swedish winter, and what is kept open."""

from collections.abc import Iterator
from datetime import date, time

from stories.bjorkshamn.names import (
    AMIR,
    ANSWERS,
    APPLICATIONS,
    ASKED,
    CARE,
    COLLEAGUE,
    COUNCIL_NEWS,
    DAY_AT_WORK,
    ELIN,
    EVERYDAY,
    FACEBOOK,
    FOUND,
    FRIDA,
    HANNA,
    INSTAGRAM,
    JOBS,
    JOHAN,
    LINKEDIN,
    SOFIA,
    SOLVEIG,
    TEACHERS,
    TODAY,
    TOGETHER,
    TOWN_HALL,
    WEEKLY_QUESTION,
    YUSUF,
)
from stories.planning import created, status
from workshoplib.strategy.choices import Format, Stage, ValueType
from workshoplib.strategy.content import AdLabel, MadeBy, Post, PostKind, PostStatus

PLANNED = date(2026, 11, 18)
"""The latest planning meeting."""

AMIR_IS_AWAY = date(2027, 1, 3)
"""The Sunday on which somebody else sees to the weekly question."""

QUESTIONS = (
    (
        date(2026, 11, 22),
        "Vem lagar lampan på gångvägen?",
        (FRIDA, SOLVEIG),
        (
            "Numret på stolpen räcker. Anmäl på kartan, så lagas lampan inom tio arbetsdagar, och du får ett mejl när "
            "det är klart. Fler frågor om lampor? Skriv här, Amir svarar i morgon från klockan åtta."
        ),
    ),
    (
        date(2026, 11, 29),
        "När hämtas soporna i jul?",
        (FRIDA, SOLVEIG),
        (
            "Har du hämtning på torsdagar kommer vi onsdag 23 december i stället. Fredagar blir måndag 28. Alla andra "
            "dagar som vanligt. Hela listan, gata för gata, ligger på Frågor och svar."
        ),
    ),
    (
        date(2026, 12, 6),
        "Hur lång är kön till förskolan?",
        (FRIDA,),
        (
            "Två månader i centrum och Norrhamn, snart fyra i Sörviken. Så här räknar vi, och så här ser du din egen "
            "plats i kön. Du behöver inte ringa, men du får."
        ),
    ),
    (
        date(2026, 12, 13),
        "Går skolskjutsen när det snöar?",
        (FRIDA,),
        (
            "Bussen går om chauffören säger att vägen är säker. Ställs turen in får du ett sms före kvart över sex, om "
            "vi har rätt nummer. Kolla det i kväll, det tar en minut."
        ),
    ),
    (
        date(2026, 12, 20),
        "Vem svarar mellan jul och nyår?",
        (SOLVEIG, FRIDA),
        (
            "Kontaktcenter svarar den 28, 29 och 30 december klockan 10–15. Trygghetsjouren svarar alltid. Numren står "
            "överst på webbplatsen, i stora siffror."
        ),
    ),
    (
        date(2027, 1, 3),
        "Var lämnar jag granen?",
        (SOLVEIG,),
        (
            "På hamnplan, vid Sörvikens parkering och bakom badhuset, från trettondagen till den 20 januari. Plundra "
            "den först. Glitter blir inget bra fjärrvärme."
        ),
    ),
    (
        date(2027, 1, 10),
        "När sandas min gata?",
        (SOLVEIG, FRIDA),
        (
            "Backar och skolvägar först, sedan bussvägar, sist villagator. Vill du inte vänta finns sand att hämta på "
            "elva ställen. Ta med egen hink."
        ),
    ),
    (
        date(2027, 1, 17),
        "Kan man ändra sitt gymnasieval?",
        (FRIDA,),
        (
            "Ja, fram till den 1 februari, med tre tryck i e-tjänsten. Du som är förälder ser valet men kan inte ändra "
            "det. Prata med varandra."
        ),
    ),
    (
        date(2027, 1, 24),
        "Behöver jag bygglov för altanen?",
        (FRIDA, SOLVEIG),
        (
            "Ofta inte. Men nära vatten gäller andra regler, och här är det mesta nära vatten. Svara på tre frågor, så "
            "vet du, och spara svaret."
        ),
    ),
    (
        date(2027, 1, 31),
        "Vad kostar hemtjänsten?",
        (SOLVEIG,),
        (
            "Det beror på inkomst och timmar, men det finns ett tak. Räkna själv på webben, eller låt Birgitta räkna "
            "med dig, vardagar 8–16."
        ),
    ),
    (
        date(2027, 2, 7),
        "Vad kan man göra på sportlovet?",
        (FRIDA,),
        (
            "Det mesta är gratis och nästan inget kräver anmälan. Programmet är sorterat efter ålder, inte efter "
            "förvaltning. Vad saknar du?"
        ),
    ),
    (
        date(2027, 2, 14),
        "Hur anmäler jag ett hål i vägen?",
        (FRIDA, SOLVEIG),
        (
            "Ta en bild, tryck på kartan, klart. Du får ett mejl när hålet är lagat, och ett annat om det är statens "
            "väg och inte vår."
        ),
    ),
    (
        date(2027, 2, 21),
        "När får mitt barn besked om sommarjobb?",
        (FRIDA,),
        (
            "Ansökan stänger den 28 februari. Besked kommer på sms senast den 15 april. Alla som är 16–18 år och söker "
            "i tid får ett erbjudande, men inte alltid det första."
        ),
    ),
)

COUNCIL = (
    (
        date(2026, 11, 19),
        "Nytt cykelgarage invigt",
        Format.IMAGE,
        4,
        (
            "I dag invigdes stationens nya cykelgarage av kommunstyrelsens ordförande och tekniska nämndens ordförande, "
            "som tillsammans klippte bandet."
        ),
        "Två personer i mörka rockar klipper ett blått band framför ett cykelgarage",
    ),
    (
        date(2026, 11, 26),
        "Budget 2027 på två minuter",
        Format.SHORT_VIDEO,
        None,
        "Kommunfullmäktige har beslutat om budget för 2027. Ekonomichefen sammanfattar de viktigaste posterna.",
        "",
    ),
    (
        date(2026, 12, 3),
        "Så styrs kommunen från årsskiftet",
        Format.INFOGRAPHIC,
        None,
        "Nämnderna blir sju i stället för nio. Bilden visar den nya organisationen från och med den 1 januari 2027.",
        "Sju rutor under en större ruta: kommunstyrelsen överst och nämnderna på rad, namnen står i texten",
    ),
    (
        date(2026, 12, 10),
        "Årets miljöpris delas ut",
        Format.IMAGE,
        4,
        "Priset går i år till en förening som städat 14 kilometer strand. Priset delas ut av nämndens ordförande.",
        "Tre personer håller i ett inramat diplom framför en blomsteruppsättning",
    ),
    (
        date(2026, 12, 17),
        "Fullmäktige i korthet, december",
        Format.SHORT_VIDEO,
        None,
        "Fullmäktige behandlade elva ärenden. Avgående ledamöter avtackades. Hela protokollet finns på webbplatsen.",
        "",
    ),
    (
        date(2027, 1, 14),
        "Kommunens nya ledning",
        Format.CAROUSEL,
        None,
        "Den nya kommunstyrelsen har haft sitt första sammanträde. Svep för att se ledamöter och ersättare.",
        "Gruppbild i fullmäktigesalen, femton personer i två rader",
    ),
    (
        date(2027, 1, 21),
        "Översiktsplanen går in i nästa skede",
        Format.INFOGRAPHIC,
        None,
        "Granskningsskedet inleds den 25 januari. Bilden visar processens steg från samråd till antagande.",
        "Fem pilar i rad, den tredje är ifylld: samråd, synpunkter, granskning, antagande, laga kraft",
    ),
    (
        date(2027, 1, 28),
        "Avsiktsförklaring undertecknad",
        Format.IMAGE,
        4,
        "Kommunen och två grannkommuner har undertecknat en avsiktsförklaring om fortsatt samverkan kring vatten.",
        "Tre personer skriver under papper vid ett bord med tre små flaggor",
    ),
    (
        date(2027, 2, 4),
        "Kommundirektören har ordet",
        Format.SHORT_VIDEO,
        None,
        "Kommundirektören blickar framåt mot ett händelserikt år med många viktiga vägval för Björkshamn.",
        "",
    ),
    (
        date(2027, 2, 11),
        "Fullmäktige i korthet, februari",
        Format.SHORT_VIDEO,
        None,
        "Fullmäktige behandlade åtta ärenden, bland annat ny taxa för upplåtelse av allmän plats.",
        "",
    ),
    (
        date(2027, 2, 18),
        "Bokslutet, en första blick",
        Format.INFOGRAPHIC,
        None,
        "Det preliminära bokslutet för 2026 visar ett resultat i linje med prognosen. Bilden visar nämndernas utfall.",
        "Sju liggande staplar, en för varje nämnd, siffrorna står i texten",
    ),
)

COLLEAGUES = (
    (
        date(2026, 11, 17),
        "Mariam bytte pendeln mot Strandgården",
        Format.TEXT,
        (
            "Nio år på bussen, sedan en film på en telefon. ”Jag sökte samma kväll. Nu ansvarar jag för natten och "
            "cyklar hem när solen går upp.” Mariam söker två kollegor till."
        ),
        "",
        "",
    ),
    (
        date(2026, 11, 24),
        "Vad gör man på natten?",
        Format.TEXT,
        (
            "Mellan två och fyra är det tyst på Strandgården. Då hinner man sitta ner hos den som inte kan sova. ”Det "
            "är därför jag jobbar natt”, säger Mariam. Sök senast den 13 december."
        ),
        "",
        "",
    ),
    (
        date(2026, 12, 1),
        "Sökes: lärare i matte och no, med utsikt",
        Format.IMAGE,
        (
            "Klassrummet ligger fyrtio meter från vattnet. Eleverna mäter salthalt på riktigt. Det vi saknar är du som "
            "kan förklara varför den ändras."
        ),
        "Labbsal med stora fönster mot en hamn, en håv och tre glasburkar på fönsterbrädan",
        "",
    ),
    (
        date(2026, 12, 8),
        "Chefen som ringer inom en vecka",
        Format.TEXT,
        (
            "Vi brukade svara på ansökningar med tystnad. Nu ringer chefen alla inom en vecka, också dem som inte får "
            "jobbet. Så här gick de första tjugo samtalen."
        ),
        "",
        "",
    ),
    (
        date(2026, 12, 15),
        "Yasmin, 19, på Strandgården",
        Format.SHORT_VIDEO,
        "Hon kom för ett sommarjobb och stannade. Nittio sekunder om det första halvåret, med undertexter.",
        "",
        "",
    ),
    (
        date(2027, 1, 12),
        "Nio nya sedan i höstas",
        Format.IMAGE,
        "I augusti var de inte här. I dag leder de klasser, pass och ett arbetslag. Säg hej i kommentarerna.",
        "Nio personer på en trappa i snöslask, flera skrattar",
        "",
    ),
    (
        date(2027, 1, 19),
        "Undersköterska i hemtjänsten, med egen rutt",
        Format.TEXT,
        (
            "Åtta hem, en elbil och ingen som ändrar schemat klockan sju. Så jobbar laget i Norrhamn sedan i höstas. "
            "Sök, eller åk med en dag först."
        ),
        "",
        CARE,
    ),
    (
        date(2027, 1, 26),
        "Natt på Strandgården, en tjänst kvar",
        Format.IMAGE,
        "Mariam har fått en av sina två kollegor. Den andra stolen står här. Den är obekväm, men det är den enda.",
        "En tom stol vid ett fönster på natten, lampan är tänd",
        CARE,
    ),
    (
        date(2027, 2, 2),
        "Därför slutade jag pendla",
        Format.TEXT,
        (
            "Lena räknade ut att hon tillbringat 214 dygn på tåg. Nu undervisar hon i sexan och äter lunch med sin egen "
            "dotter två dagar i veckan. Vi söker sju lärare till i höst."
        ),
        "",
        TEACHERS,
    ),
    (
        date(2027, 2, 9),
        "Det som inte är bra ännu",
        Format.TEXT,
        (
            "Rektorn i Sörviken skriver själv: vi har för få grupprum, en skolgård utan skugga och ett arbetslag jag "
            "aldrig skulle byta bort. Kom och hjälp oss med de två första."
        ),
        "",
        TEACHERS,
    ),
    (
        date(2027, 2, 16),
        "Lena i sexan",
        Format.SHORT_VIDEO,
        "Fyra lektioner på åttio sekunder. Räkna hur många gånger hon säger ”prova igen”.",
        "",
        TEACHERS,
    ),
)

FILM_OF_LINKEDIN = {date(2026, 12, 15): "post-jobbet-2", date(2027, 2, 16): "post-jobbet-5"}
"""The films on LinkedIn are cut from longer ones on Instagram."""

WORKDAYS = (
    (
        date(2026, 11, 18),
        "Kent och de 4 300 lamporna",
        "Sju felanmälningar på samma lampa. Kent klättrade upp och hittade någon som bodde där.",
        "En fiskmås tittar rakt in i kameran",
        "berattelse-kents-lampor",
    ),
    (
        date(2026, 12, 2),
        "Yasmin, 19, på Strandgården",
        "Hon trodde att det skulle vara tyst. Det är det inte, för Gösta spelar dragspel klockan tio.",
        "Ett dragspel hörs genom en stängd dörr",
        "",
    ),
    (
        date(2026, 12, 16),
        "Köket som lagar jullunch till 3 900",
        "Klockan fem i morse var potatisen skalad. Följ med in, och gissa hur många köttbullar det blir.",
        "En kastrull stor som ett badkar",
        "",
    ),
    (
        date(2027, 1, 13),
        "Plogbilen klockan fyra",
        "Ingen har kört här före henne i dag. Anki plogar 62 kilometer innan du hittat vantarna.",
        "Strålkastare, snö och ingenting annat",
        "",
    ),
    (
        date(2027, 1, 27),
        "Lena i sexan",
        "Fyra lektioner, ett bråk, två kramar och ett bråktal. En vanlig onsdag.",
        "En krita går av",
        "",
    ),
    (
        date(2027, 2, 10),
        "Badvakten inför lovet",
        "Nästa vecka kommer 400 om dagen. Tim visar vad han tittar på, och det är inte telefonen.",
        "En visselpipa, och hela badet tystnar",
        "",
    ),
)


def posts() -> tuple[Post, ...]:
    """All posts in the order of their days."""
    found = (*_questions(), *_council(), *_colleagues(), *_workdays(), *_december(), *_new_year(), *_february())
    return tuple(sorted(found, key=lambda post: (post.due, post.at)))


def _status(due: date) -> PostStatus:
    return PostStatus.PUBLISHED if due <= TODAY else status(due, TODAY)


def _created(due: date) -> date:
    return created(due, PLANNED)


def _questions() -> Iterator[Post]:
    for number, (due, title, personas, text) in enumerate(QUESTIONS, 1):
        how_far = _status(due)
        yield Post(
            id=f"post-fraga-{number:02}",
            title=title,
            due=due,
            at=time(18, 30),
            channel=FACEBOOK,
            format=Format.QA,
            pillar=ASKED,
            personas=personas,
            owner=JOHAN if due == AMIR_IS_AWAY else AMIR,
            status=how_far,
            text=text,
            benefit="Efteråt behöver du inte fråga, men du får",
            value=ValueType.ANSWER,
            goal=FOUND,
            stage=Stage.CONSIDERATION,
            search_phrases=(title.rstrip("?").lower(),),
            link="https://bjorkshamn.example/fragor",
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series=WEEKLY_QUESTION,
            checked=how_far is PostStatus.SCHEDULED,
            created=_created(due),
        )


def _council() -> Iterator[Post]:
    for number, (due, title, form, hours, text, shown) in enumerate(COUNCIL, 1):
        film = form is Format.SHORT_VIDEO
        yield Post(
            id=f"post-kommunhuset-{number:02}",
            title=title,
            due=due,
            at=time(14),
            channel=FACEBOOK,
            format=form,
            pillar=TOWN_HALL,
            personas=(SOLVEIG,),
            owner=ELIN if film else JOHAN,
            status=_status(due),
            text=text,
            value=ValueType.INFORM,
            stage=Stage.AWARENESS,
            seconds=120 if film else None,
            asset=f"kommunhuset-{number:02}.{'mp4' if film else 'jpg'}",
            alt_text=shown,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series=COUNCIL_NEWS,
            created=_created(due),
            hours=hours,
        )


def _colleagues() -> Iterator[Post]:
    for number, (due, title, form, text, shown, campaign) in enumerate(COLLEAGUES, 1):
        longer = FILM_OF_LINKEDIN.get(due, "")
        yield Post(
            id=f"post-kollega-{number:02}",
            title=title,
            due=due,
            at=time(11, 30),
            channel=LINKEDIN,
            format=form,
            pillar=JOBS,
            personas=(HANNA,),
            owner=SOFIA,
            status=_status(due),
            text=text,
            value=ValueType.INSPIRE,
            goal=APPLICATIONS,
            stage=Stage.CONSIDERATION,
            promotional=bool(campaign),
            seconds=80 if longer else None,
            asset=f"{longer.removeprefix('post-')}.mp4" if longer else f"kollega-{number:02}.jpg" if shown else "",
            adaptation="Halva längden, undertexter i vitt på svart, och annonsen i första kommentaren."
            if longer
            else "",
            alt_text=shown,
            link="https://bjorkshamn.example/jobb",
            ad_label=AdLabel.AD if campaign else AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series=COLLEAGUE,
            story="berattelse-mariam" if number == 1 else "",
            campaign=campaign,
            part_of=longer,
            created=_created(due),
            hours=1 if longer else None,
        )


def _workdays() -> Iterator[Post]:
    for number, (due, title, text, hook, story) in enumerate(WORKDAYS, 1):
        how_far = _status(due)
        yield Post(
            id=f"post-jobbet-{number}",
            title=f"En dag på jobbet: {title}",
            due=due,
            at=time(16, 30),
            channel=INSTAGRAM,
            format=Format.SHORT_VIDEO,
            pillar=EVERYDAY,
            personas=(YUSUF, FRIDA),
            owner=ELIN,
            status=how_far,
            text=text,
            value=ValueType.INSPIRE,
            goal=APPLICATIONS,
            stage=Stage.AWARENESS,
            hook=hook,
            seconds=60 + 15 * (number % 3),
            asset=f"jobbet-{number}.mp4",
            hashtags=("#mittbjörkshamn", "#endagpåjobbet"),
            ad_label=AdLabel.NONE,
            made_by=MadeBy.US,
            kind=PostKind.FIXED,
            series=DAY_AT_WORK,
            story=story,
            checked=how_far is PostStatus.SCHEDULED,
            created=_created(due),
        )


def _post(name: str, due: date, at: time, title: str, text: str, **told: object) -> Post:
    """A post of its own, as far along as its day asks for."""
    return Post.model_validate(
        {
            "id": f"post-{name}",
            "title": title,
            "due": due,
            "at": at,
            "text": text,
            "status": _status(due),
            "made_by": MadeBy.US,
            "created": _created(due),
            **told,
        }
    )


def _december() -> tuple[Post, ...]:
    return (
        _post(
            "granen",
            date(2026, 11, 27),
            time(17),
            "Granen tänds på söndag",
            "Sexton meter gran, ett barnkör och en elektriker som håller tummarna. Första advent klockan 16 på torget.",
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=EVERYDAY,
            personas=(FRIDA, YUSUF),
            owner=ELIN,
            value=ValueType.ENTERTAIN,
            goal=FOUND,
            stage=Stage.AWARENESS,
            locked=True,
        ),
        _post(
            "funktionsratt",
            date(2026, 12, 3),
            time(12),
            "Så låter vårt flöde i en skärmläsare",
            (
                "I dag är det internationella funktionsrättsdagen. Rut visar tre av våra gamla inlägg som de låter för "
                "henne. Det sista är bra. De två första har vi gjort om."
            ),
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=EVERYDAY,
            personas=(FRIDA, YUSUF),
            owner=ELIN,
            value=ValueType.INFORM,
            goal=FOUND,
            stage=Stage.ADVOCACY,
            asset="skarmlasare.jpg",
            alt_text="Rut håller telefonen mot örat och skrattar",
            story="berattelse-rutans-text",
            locked=True,
            checked=True,
        ),
        _post(
            "oppen-december",
            date(2026, 12, 8),
            time(15),
            "Öppen plats: det som folk frågar om den veckan",
            "Blir det halka skriver vi om sand. Blir det något annat skriver vi om det.",
            channel=FACEBOOK,
            format=Format.LINK,
            pillar=ASKED,
            personas=(FRIDA, SOLVEIG),
            owner=AMIR,
            value=ValueType.SOLVE,
            goal=ANSWERS,
            stage=Stage.CONSIDERATION,
            kind=PostKind.FLEXIBLE,
        ),
        _post(
            "lucia-evenemang",
            date(2026, 12, 9),
            time(18),
            "Evenemang: luciatåg på torget",
            (
                "Söndag den 13 december klockan 17. Ljusen tänds av gymnasiets kör, kulturskolan spelar. Ramp och "
                "sittplatser längst fram till höger, hörslinga vid scenen."
            ),
            channel=FACEBOOK,
            format=Format.EVENT,
            pillar=EVERYDAY,
            personas=(SOLVEIG, FRIDA),
            owner=AMIR,
            value=ValueType.INVOLVE,
            goal=FOUND,
            stage=Stage.AWARENESS,
            asset="lucia-torget.jpg",
            alt_text="Luciatåg i vitt på ett snöigt torg i skymningen",
            locked=True,
        ),
        _post(
            "kvallar",
            date(2026, 12, 11),
            time(21),
            "Omröstning: vad saknar du på kvällarna?",
            "Öppen idrottshall, sen buss eller någonstans att bara vara? Ungdomsrådet tar svaret till nämnden i januari.",
            channel=INSTAGRAM,
            format=Format.POLL,
            pillar=TOGETHER,
            personas=(YUSUF,),
            owner=ELIN,
            value=ValueType.INVOLVE,
            goal=FOUND,
            stage=Stage.AWARENESS,
        ),
        _post(
            "lucia",
            date(2026, 12, 13),
            time(17, 15),
            "Lucia, direkt från torget",
            "Ljuset kommer. Ljudet med, om vinden vill.",
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=EVERYDAY,
            personas=(FRIDA, YUSUF),
            owner=ELIN,
            value=ValueType.ENTERTAIN,
            goal=FOUND,
            stage=Stage.AWARENESS,
            locked=True,
        ),
        _post(
            "oppet-i-jul",
            date(2026, 12, 22),
            time(8),
            "Öppet i jul, på ett ställe",
            (
                "Badhuset, biblioteket, återvinningen, vårdens jour och kontaktcenter: alla tider på en sida som går att "
                "förstora och skriva ut."
            ),
            channel=FACEBOOK,
            format=Format.LINK,
            pillar=ASKED,
            personas=(SOLVEIG, FRIDA),
            owner=AMIR,
            value=ValueType.ANSWER,
            goal=FOUND,
            stage=Stage.CONSIDERATION,
            link="https://bjorkshamn.example/jul",
            locked=True,
        ),
        _post(
            "god-jul",
            date(2026, 12, 23),
            time(16, 30),
            "God jul från dem som jobbar",
            "I natt är 84 kollegor vakna så att du kan sova. Det här är fem av dem. God jul, från allihop.",
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=EVERYDAY,
            personas=(FRIDA, HANNA),
            owner=ELIN,
            value=ValueType.INSPIRE,
            goal=APPLICATIONS,
            stage=Stage.ADVOCACY,
            asset="jour.jpg",
            alt_text="Fem personer i arbetskläder under en gatlampa: plogförare, nattsköterska, kock, vaktmästare, brandman",
        ),
        _post(
            "aret",
            date(2026, 12, 30),
            time(16, 30),
            "Året i tolv bilder, valda av er",
            "En bild i månaden, tagen av någon som bor här. Mars är suddig, men det var så mars var.",
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=EVERYDAY,
            personas=(FRIDA, YUSUF),
            owner=ELIN,
            value=ValueType.ENTERTAIN,
            goal=FOUND,
            stage=Stage.ADVOCACY,
            call_to_tag=True,
            asset="aret-2026.jpg",
            alt_text="Beskrivs bild för bild när alla tolv har sagt ja",
            made_by=MadeBy.USERS,
        ),
    )


def _new_year() -> tuple[Post, ...]:
    return (
        _post(
            "oppen-januari",
            date(2027, 1, 8),
            time(16, 30),
            "Öppen plats: vädret bestämmer",
            "Snö, storm eller vårkänslor. Elin går ut och filmar det som är.",
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=EVERYDAY,
            personas=(YUSUF,),
            owner=ELIN,
            value=ValueType.ENTERTAIN,
            goal=FOUND,
            stage=Stage.AWARENESS,
            kind=PostKind.FLEXIBLE,
        ),
        _post(
            "skolstart",
            date(2027, 1, 11),
            time(7),
            "Skolan börjar, släpp av dem vid rondellen",
            "Vid skolporten ryms elva bilar. I höstas kom det sextio. Från rondellen är det fyra minuter att gå.",
            channel=FACEBOOK,
            format=Format.IMAGE,
            pillar=ASKED,
            personas=(FRIDA,),
            owner=AMIR,
            value=ValueType.SOLVE,
            goal=ANSWERS,
            stage=Stage.AFTER,
            asset="rondellen.jpg",
            alt_text="Två barn med reflexvästar går hand i hand förbi en rondell i gryningen",
            locked=True,
        ),
        _post(
            "mork-gangvag",
            date(2027, 1, 19),
            time(19),
            "Vilken gångväg är mörkast?",
            "Kent har pengar till trettio nya lampor. Du vet var de behövs. Skriv vägen, så röstar vi på tisdag.",
            channel=FACEBOOK,
            format=Format.POLL,
            pillar=TOGETHER,
            personas=(FRIDA, SOLVEIG),
            owner=AMIR,
            value=ValueType.INVOLVE,
            goal=ANSWERS,
            stage=Stage.ADVOCACY,
        ),
        _post(
            "sommarjobb",
            date(2027, 1, 20),
            time(17),
            "Sommarjobb: 310 platser, så söker du",
            "Yasmin sökte äldreboende för att kompisen gjorde det. Svep: platserna, lönen per timme och sista dagen.",
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=ASKED,
            personas=(YUSUF,),
            owner=ELIN,
            benefit="Efteråt vet du vad du tjänar innan du söker",
            value=ValueType.ANSWER,
            goal=FOUND,
            stage=Stage.PURCHASE,
            promotional=True,
            asset="sommarjobb-2027.jpg",
            alt_text="Yasmin i arbetskläder, bredvid henne tre rader: 310 platser, 16–18 år, sök till den 28 februari",
            link="https://bjorkshamn.example/sommarjobb",
            locked=True,
        ),
    )


def _february() -> tuple[Post, ...]:
    return (
        _post(
            "hamnparken",
            date(2027, 2, 1),
            time(15),
            "Hamnparken: tre förslag, tyck till",
            (
                "Lekplats, scen eller bara gräs? Förslagen ligger på webben, på lätt svenska och som ljud. Alla "
                "synpunkter blir allmänna handlingar, så skriv inget om andra."
            ),
            channel=FACEBOOK,
            format=Format.LINK,
            pillar=TOGETHER,
            personas=(SOLVEIG, FRIDA),
            owner=JOHAN,
            value=ValueType.INVOLVE,
            goal=FOUND,
            stage=Stage.AWARENESS,
            link="https://bjorkshamn.example/hamnparken",
        ),
        _post(
            "samernas-dag",
            date(2027, 2, 5),
            time(12),
            "I morgon hissas två flaggor",
            "Samernas nationaldag. Klockan nio på torget, och biblioteket läser högt på nordsamiska klockan elva.",
            channel=INSTAGRAM,
            format=Format.IMAGE,
            pillar=EVERYDAY,
            personas=(FRIDA, YUSUF),
            owner=ELIN,
            value=ValueType.INFORM,
            goal=FOUND,
            stage=Stage.AWARENESS,
            asset="flaggor.jpg",
            alt_text="Samiska flaggan och kommunens flagga mot en vit vinterhimmel",
            locked=True,
        ),
        _post(
            "trygg-pa-natet",
            date(2027, 2, 9),
            time(19),
            "Fem frågor att ställa vid middagen",
            "Vem skrattade du åt i dag? Skolans kurator har skrivit fem frågor om livet på nätet som barn svarar på.",
            channel=FACEBOOK,
            format=Format.LINK,
            pillar=ASKED,
            personas=(FRIDA,),
            owner=AMIR,
            value=ValueType.SOLVE,
            goal=FOUND,
            stage=Stage.CONSIDERATION,
            link="https://bjorkshamn.example/trygg-pa-natet",
        ),
        _post(
            "fettisdagen",
            date(2027, 2, 9),
            time(11),
            "Hur många semlor bakar skolköket?",
            "Gissa i händelsen. Den som är närmast får en, på riktigt.",
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=EVERYDAY,
            personas=(YUSUF, FRIDA),
            owner=ELIN,
            value=ValueType.ENTERTAIN,
            goal=FOUND,
            stage=Stage.AWARENESS,
        ),
        _post(
            "sportlov",
            date(2027, 2, 12),
            time(16, 30),
            "Sportlov: tjugo saker som inte kostar något",
            "Svep efter ålder. Nummer sju kräver mössa, nummer tolv kräver mod. Allt är öppet för alla.",
            channel=INSTAGRAM,
            format=Format.CAROUSEL,
            pillar=ASKED,
            personas=(FRIDA, YUSUF),
            owner=ELIN,
            value=ValueType.ANSWER,
            goal=FOUND,
            stage=Stage.CONSIDERATION,
            asset="sportlov-2027.jpg",
            alt_text="Tre barn i badrock på en snöig brygga, ångan står ur ett vakhål",
            link="https://bjorkshamn.example/sportlov",
            locked=True,
        ),
        _post(
            "oppen-sportlov",
            date(2027, 2, 17),
            time(17),
            "Öppen plats: från lovet",
            "Ungdomsrådet har telefonen en eftermiddag. Amir läser före, Elin är ledig.",
            channel=INSTAGRAM,
            format=Format.STORY,
            pillar=EVERYDAY,
            personas=(YUSUF,),
            owner=AMIR,
            value=ValueType.ENTERTAIN,
            goal=FOUND,
            stage=Stage.AWARENESS,
            kind=PostKind.FLEXIBLE,
        ),
    )

"""Whom Kystbrygg wants to reach: one group that they know well, and one that they made up."""

from datetime import date

from stories.days import every
from stories.kystbrygg.names import GEIR, HANNE, LEIF, SARA
from workshoplib.strategy.choices import BrandValue, Format, Frequency, Motive, NeedLevel, Platform, Stage
from workshoplib.strategy.fields import Span
from workshoplib.strategy.personas import (
    Activity,
    Audience,
    Behaviour,
    Community,
    Evidence,
    Gender,
    GenderShare,
    JourneyStep,
    Mention,
    Method,
    Mood,
    Persona,
    Personas,
    PlatformUse,
    Segment,
)


def personas() -> Personas:
    """Four personas, and where they talk."""
    return Personas(
        personas=(_hanne(), _leif(), _sara(), _geir()),
        segments=(
            Segment(
                name="Hjemmebryggere 30–50 år i byene, kjøper kaffe på nett", size=95_000, priority=5, personas=(HANNE,)
            ),
            Segment(name="Skarvhamn og nabokommunene", size=11_400, priority=3, personas=(LEIF,)),
            Segment(name="Studenter som brygger på hybelen", size=60_000, priority=2, personas=(SARA,)),
            Segment(name="De som kjøper gaver på nett i desember", size=400_000, priority=4, personas=(GEIR,)),
        ),
        communities=(
            Community(
                id="sted-kaffegruppa",
                name="Gruppa «Hjemmebryggerne»",
                platform=Platform.FACEBOOK,
                personas=(HANNE,),
                activity=Activity.BUSY,
                tone="Hjelpsom og pirkete: «Hvilken vanntemperatur brukte du?»",
                our_part="Jonas svarer på tre spørsmål i uka, uten lenker.",
            ),
            Community(
                id="sted-skarvhamn",
                name="Gruppa «Det skjer i Skarvhamn»",
                platform=Platform.FACEBOOK,
                personas=(LEIF,),
                activity=Activity.STEADY,
                tone="Lun og lokalkjent, klager på ferja.",
                our_part="Si fra når vi holder åpent utenom det vanlige. Ellers lytte.",
            ),
            Community(
                id="sted-hybelkaffe",
                name="Emneknaggen #hybelkaffe",
                platform=Platform.TIKTOK,
                personas=(SARA,),
                activity=Activity.BUSY,
                tone="Selvironisk og rask, med mye internhumor om kaffetraktere.",
                our_part="Sander svarer med film når noen spør om noe vi kan.",
            ),
        ),
        mentions=(
            Mention(
                day=date(2026, 9, 16),
                platform=Platform.FACEBOOK,
                topic="frakt",
                said="Dyr frakt for én pose, burde kunne samle opp.",
                mood=Mood.ANNOYED,
            ),
            Mention(
                day=date(2026, 9, 29),
                platform=Platform.INSTAGRAM,
                topic="presskanne",
                said="Endelig en som sier hvor grovt man skal male.",
                mood=Mood.GLAD,
            ),
            Mention(
                day=date(2026, 10, 7),
                platform=Platform.FACEBOOK,
                topic="frakt",
                said="Tar fem dager til Sørlandet, men verdt å vente på.",
                mood=Mood.NEUTRAL,
            ),
            Mention(
                day=date(2026, 10, 20),
                platform=Platform.TIKTOK,
                topic="brenneren",
                said="Han karen med trommelen må få egen konto.",
                mood=Mood.GLAD,
            ),
            Mention(
                day=date(2026, 11, 3),
                platform=Platform.INSTAGRAM,
                topic="abonnement",
                said="Kan jeg pause når jeg er på hytta?",
                mood=Mood.NEUTRAL,
            ),
            Mention(
                day=date(2026, 11, 12),
                platform=Platform.INSTAGRAM,
                topic="frakt",
                said="Kommer den før jul hvis jeg bestiller 15. desember?",
                mood=Mood.NEUTRAL,
            ),
        ),
        market_changed=date(2026, 6, 1),
        market_change="Råkaffen ble 18 % dyrere for oss, og flere spør hva de får for pengene.",
    )


def _hanne() -> Persona:
    return Persona(
        id=HANNE,
        name="Helge-Hanne",
        summary=(
            "Prosjektleder i Trondheim med to barn og full kalender. Lørdag morgen er hellig: kvern, kolbe, en "
            "time i stillhet. Vil ha det til å smake som på den lille kafeen, uten å lese en avhandling."
        ),
        audience=Audience.CURRENT,
        weight=5,
        age=Span(low=32, high=48),
        place="Byer i hele landet, flest i Trondheim, Oslo og Bergen",
        education="Høyskole eller universitet",
        gender=(GenderShare(gender=Gender.WOMEN, share=61), GenderShare(gender=Gender.MEN, share=37)),
        values=("Ro i hverdagen", "Ordentlig håndverk", "Å vite hvor ting kommer fra"),
        interests=("Matlaging", "Hytte og tur", "Interiør", "Podkaster"),
        attitudes=("God kaffe er en liten luksus", "Utstyret er blitt for komplisert"),
        lifestyle=("Hjemmekontor to dager", "Storhandler på nett", "Fri fra fredag klokka tre"),
        looks_for=(BrandValue.QUALITY, BrandValue.OPENNESS),
        motivations=("Få til en kopp som smaker like godt hver gang", "Gi gjester noe de husker"),
        needs=("Vite hvor grovt hun skal male", "Slippe å gå tom", "En kaffe hun kan stole på"),
        frustrations=("Bitter kaffe uten å skjønne hvorfor", "Frakt som koster mer enn posen"),
        motives=(Motive.CURIOSITY, Motive.BELONGING),
        need_levels=(NeedLevel.ESTEEM, NeedLevel.GROWTH),
        stops_for=("Damp i motlys", "Ei hånd som heller", "«Dette gjør du feil»"),
        why_us="«Det er som å ha en fetter som driver brenneri.» Hun kjenner igjen Jonas og vet når posen er brent.",
        platforms=(
            PlatformUse(
                platform=Platform.INSTAGRAM,
                frequency=Frequency.DAILY,
                formats=(Format.SHORT_VIDEO, Format.CAROUSEL, Format.STORY),
                expects="Noe å glede seg til og noe å få til",
            ),
            PlatformUse(
                platform=Platform.FACEBOOK, frequency=Frequency.WEEKLY, expects="Grupper, barnas lag, arrangementer"
            ),
            PlatformUse(
                platform=Platform.PINTEREST,
                frequency=Frequency.WEEKLY,
                formats=(Format.IMAGE,),
                expects="Ideer til kjøkken og jul",
            ),
            PlatformUse(
                platform=Platform.YOUTUBE,
                frequency=Frequency.WEEKLY,
                formats=(Format.LONG_VIDEO,),
                expects="Grundige bryggeguider",
            ),
            PlatformUse(platform=Platform.TIKTOK, frequency=Frequency.RARELY),
            PlatformUse(platform=Platform.X, frequency=Frequency.NEVER),
        ),
        active=every(
            range(4), (6, 7, 20, 21, 22), fri=(6, 7, 14, 15, 16, 21), sat=(8, 9, 10, 21), sun=(8, 9, 10, 20, 21)
        ),
        behaviour=(
            Behaviour(what="Lagrer bryggetips og finner dem igjen lørdag morgen", source=Method.ANALYTICS),
            Behaviour(what="Bestiller to poser om gangen for å komme over fraktgrensen", source=Method.CRM),
            Behaviour(what="Handler for tredje gang i snitt 41 dager etter den andre", source=Method.CRM),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Skjønne hvorfor kaffen hjemme ikke smaker som ute",
                question="hvorfor blir kaffen bitter",
                content="Film på 30 sekunder: tre ting som gjør kaffen bitter",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Velge en kaffe uten å ha smakt den",
                question="hvilken kaffe passer til presskanne",
                content="Karusell: velg etter hvordan du brygger",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Vite hva frakten koster og når pakken kommer",
                question="hvor lang leveringstid har kystbrygg",
                content="Fast historie om frakt og frister",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.AFTER,
                need="Få den til å smake som lovet",
                question="hvor mye kaffe per liter vann",
                content="Lappen i pakken med lenke til bryggefilmen",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.ADVOCACY,
                need="Vise fram lørdagskoppen",
                question="hvem brenner kaffen din",
                content="Vi deler bilder med #lørdagskystbrygg",
                platform=Platform.INSTAGRAM,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.SURVEY,
                day=date(2026, 6, 15),
                n=164,
                finding="Seks av ti drikker den beste koppen lørdag morgen, ikke på jobb.",
                source="Fellesmappa, Kundeundersøkelse 2026",
            ),
            Evidence(
                method=Method.INTERVIEW,
                day=date(2026, 8, 12),
                n=6,
                finding="Ingen husket produktbildene. Alle husket Jonas.",
                source="Marits notater",
            ),
            Evidence(
                method=Method.CRM,
                day=date(2026, 8, 24),
                n=1870,
                finding="Tre av fire pakker går sør for Trondheim.",
                source="Ordresystemet, siste tolv måneder",
            ),
        ),
        last_review=date(2026, 8, 26),
    )


def _leif() -> Persona:
    return Persona(
        id=LEIF,
        name="Lokale Leif",
        summary=(
            "Pensjonert skipper som tar en kopp på brygga før butikken. Leser Facebook til frokost og vil vite "
            "om vi har åpent, hvem som er på jobb og om det er kommet noe nytt."
        ),
        audience=Audience.CURRENT,
        weight=3,
        age=Span(low=52, high=74),
        place="Skarvhamn og nabokommunene",
        values=("Naboskap", "Å handle der en bor"),
        interests=("Båt og fiske", "Lokalhistorie", "Barnebarn"),
        attitudes=("Kaffe skal være svart", "Nymotens, men de er da hyggelige"),
        lifestyle=("Oppe klokka seks", "På kaia uansett vær"),
        looks_for=(BrandValue.LOCAL, BrandValue.RESPONSIBILITY),
        motivations=("Treffe folk", "Støtte noe som er vårt"),
        needs=("Åpningstider som stemmer", "En gave å sende til dattera i Oslo"),
        frustrations=("Stengt dør uten beskjed", "Engelske ord på tavla"),
        motives=(Motive.BELONGING, Motive.BEING_HEARD),
        need_levels=(NeedLevel.BELONGING,),
        stops_for=("Kjente fjes", "Gamle bilder av kaia"),
        why_us="«De spør hvordan det går, og så husker de svaret.»",
        platforms=(
            PlatformUse(
                platform=Platform.FACEBOOK,
                frequency=Frequency.DAILY,
                formats=(Format.IMAGE, Format.EVENT, Format.TEXT),
                expects="Nytt fra bygda og folk han kjenner",
                active=every(range(7), (6, 7, 8, 18, 19)),
            ),
            PlatformUse(platform=Platform.MESSENGER, frequency=Frequency.WEEKLY, expects="Barn og barnebarn"),
            PlatformUse(platform=Platform.INSTAGRAM, frequency=Frequency.RARELY),
            PlatformUse(platform=Platform.TIKTOK, frequency=Frequency.NEVER),
        ),
        active=every(range(7), (6, 7, 8, 18, 19)),
        behaviour=(
            Behaviour(what="Ringer heller enn å skrive når noe er galt", source=Method.COLLEAGUES),
            Behaviour(what="Kommenterer navnet på den som er på bildet", source=Method.ANALYTICS),
        ),
        journey=(
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Vite om det er åpent og om det er plass",
                question="kystbrygg åpningstider",
                content="Ukas åpningstider med bilde av den som er på vakt",
                platform=Platform.FACEBOOK,
            ),
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Sende en gave uten å handle på nett",
                question="kan dere sende en pakke for meg",
                content="Innlegg: si navnet i disken, så ordner vi resten",
                platform=Platform.FACEBOOK,
            ),
            JourneyStep(
                stage=Stage.ADVOCACY,
                need="Være stolt av noe lokalt",
                question="hva er nytt på brygga",
                content="Lørdag på brygga",
                platform=Platform.FACEBOOK,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.INTERVIEW,
                day=date(2026, 8, 20),
                n=5,
                finding="Alle fem sjekker Facebook for åpningstider, ingen sjekker nettsiden.",
                source="Marits notater fra disken",
            ),
            Evidence(
                method=Method.COLLEAGUES,
                day=date(2026, 8, 26),
                n=3,
                finding="De kjøper gavepakker til familie sørpå, men bestiller i butikken.",
                source="Første workshopkveld",
            ),
        ),
        last_review=date(2026, 8, 26),
    )


def _sara() -> Persona:
    return Persona(
        id=SARA,
        name="Studie-Sara",
        summary=(
            "Studerer i Tromsø, bor i kollektiv og har fått en presskanne av bestemor. Ser film på bussen, lærer "
            "alt av folk på sin egen alder og regner på prisen per kopp."
        ),
        audience=Audience.WANTED,
        weight=2,
        age=Span(low=19, high=26),
        place="Studiebyene, flest i Tromsø og Bodø",
        education="Student",
        values=("Venner", "Å få mye for pengene", "Ærlighet"),
        interests=("Gjenbruk", "Friluftsliv", "Serier", "Musikk"),
        attitudes=("Kafékaffe er for dyr", "Pulver er trist"),
        lifestyle=("Deltidsjobb", "Sent oppe", "Felles kjøkken"),
        looks_for=(BrandValue.SUSTAINABILITY, BrandValue.AUTHENTICITY),
        motivations=("Klare god kaffe med lite utstyr",),
        needs=("En billig måte å begynne på", "Å vite at hun ikke trenger kvern til 3 000"),
        frustrations=("Frakt på en liten pose", "Voksne som later som de er unge på film"),
        motives=(Motive.CURIOSITY, Motive.BEING_HEARD),
        need_levels=(NeedLevel.BELONGING, NeedLevel.ESTEEM),
        stops_for=("Noen som mislykkes", "Lyd av kvern", "Kollektivhumor"),
        platforms=(
            PlatformUse(
                platform=Platform.TIKTOK,
                frequency=Frequency.DAILY,
                formats=(Format.SHORT_VIDEO,),
                expects="En latter eller et triks",
                active=every(range(7), (16, 17, 21, 22, 23)),
            ),
            PlatformUse(platform=Platform.SNAPCHAT, frequency=Frequency.DAILY, expects="Bare venner"),
            PlatformUse(
                platform=Platform.INSTAGRAM,
                frequency=Frequency.DAILY,
                formats=(Format.STORY, Format.SHORT_VIDEO),
                expects="Folk hun kjenner, og hytter hun ikke har råd til",
            ),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.RARELY),
        ),
        active=every(range(7), (16, 17, 21, 22, 23)),
        behaviour=(Behaviour(what="Ser filmene ferdig, men klikker seg sjelden videre", source=Method.ANALYTICS),),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Bruke kanna fra bestemor",
                question="presskanne hvordan",
                content="60 sekunder kaffe: kanna fra bestemor",
                platform=Platform.TIKTOK,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Se hva en kopp koster",
                question="hva koster en kopp kaffe hjemme",
                content="Film: kopp for kopp, kafé mot kollektiv",
                platform=Platform.TIKTOK,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.ANALYTICS,
                day=date(2026, 10, 31),
                n=1620,
                finding="Seks av ti følgere på TikTok er under 25, og de fleste ser om kvelden.",
                source="Statistikken i appen",
            ),
        ),
        last_review=date(2026, 8, 27),
    )


def _geir() -> Persona:
    return Persona(
        id=GEIR,
        name="Gave-Geir",
        summary=(
            "Har elleve gaver igjen og én kveld å kjøpe dem på. Vil ha noe som ser gjennomtenkt ut, kommer fram "
            "i tide og ikke trenger forklaring."
        ),
        audience=Audience.WANTED,
        weight=4,
        age=Span(low=35, high=60),
        place="Hele landet",
        values=("Familie", "Å være ferdig"),
        interests=("Ski", "Fotball", "Mat"),
        attitudes=("Gaver skal kunne spises opp",),
        lifestyle=("Gjør alt sent på kvelden",),
        motivations=("Bli ferdig med julegavene før helga",),
        needs=("En gave som passer alle", "Å vite at den kommer før jul"),
        frustrations=("Gaver som ser ut som reklame", "Uklare frister"),
        stops_for=("Frister", "Ferdig innpakket"),
        platforms=(
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.DAILY),
            PlatformUse(
                platform=Platform.INSTAGRAM, frequency=Frequency.WEEKLY, formats=(Format.STORY, Format.CAROUSEL)
            ),
        ),
        active=every(range(5), (21, 22, 23), sun=(20, 21, 22)),
        journey=(
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Rekke det",
                question="julegave kaffe levering før jul",
                content="Karusell med gaver etter pris, siste frist på hvert kort",
                platform=Platform.INSTAGRAM,
            ),
        ),
    )

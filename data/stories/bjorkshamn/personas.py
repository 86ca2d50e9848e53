"""Whom Björkshamn serves: everybody, told as four people, one of whom nobody has talked to yet."""

from datetime import date

from stories.bjorkshamn.names import FRIDA, HANNA, SOLVEIG, YUSUF
from stories.days import every
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
        personas=(_frida(), _solveig(), _yusuf(), _hanna()),
        segments=(
            Segment(name="Föräldrar med barn i förskola och grundskola", size=7_400, priority=5, personas=(FRIDA,)),
            Segment(name="Invånare över 65", size=8_200, priority=5, personas=(SOLVEIG,)),
            Segment(name="Invånare 18–29", size=3_600, priority=4, personas=(YUSUF,)),
            Segment(name="Lärare och vårdpersonal inom en timmes resa", size=5_900, priority=4, personas=(HANNA,)),
            Segment(name="De som flyttat hit och läser lätt svenska eller engelska", size=2_300, priority=4),
        ),
        communities=(
            Community(
                id="grupp-ordet-ar-fritt",
                name="Gruppen ”Ordet är fritt i Björkshamn”",
                platform=Platform.FACEBOOK,
                personas=(FRIDA, SOLVEIG),
                activity=Activity.BUSY,
                tone="Snabb, orolig och hjälpsam om vartannat: ”Nån som vet varför det luktar i Norrhamn?”",
                our_part="Amir läser varje morgon och rättar fakta med länk. Vi deltar aldrig i åsikter.",
            ),
            Community(
                id="grupp-foraldrar",
                name="Gruppen ”Föräldrar i Björkshamn”",
                platform=Platform.FACEBOOK,
                personas=(FRIDA,),
                activity=Activity.STEADY,
                tone="Varm och praktisk: ”Byter tid i öppna förskolan, tisdag mot torsdag?”",
                our_part="Säga till i tid om lov, köer och avgifter. Annars vara tysta.",
            ),
            Community(
                id="grupp-platstaggen",
                name="Platstaggen Björkshamn",
                platform=Platform.INSTAGRAM,
                personas=(YUSUF,),
                activity=Activity.BUSY,
                tone="Solnedgångar, epatraktorer och skämt om att det aldrig händer något.",
                our_part="Elin gillar, frågar om lov att dela och svarar när någon undrar.",
            ),
        ),
        mentions=_mentions(),
        market_changed=date(2026, 9, 13),
        market_change="Valet. Ny majoritet från årsskiftet, och fler frågor om vad som ska läggas ner eller byggas.",
    )


def _mentions() -> tuple[Mention, ...]:
    return (
        Mention(
            day=date(2026, 9, 8),
            platform=Platform.FACEBOOK,
            topic="skolskjuts",
            said="Bussen kom inte i morse heller, och ingen svarar före åtta.",
            mood=Mood.ANNOYED,
        ),
        Mention(
            day=date(2026, 9, 20),
            platform=Platform.FACEBOOK,
            topic="gatubelysning",
            said="Tredje hösten utan lampor på gångvägen till skolan.",
            mood=Mood.ANNOYED,
        ),
        Mention(
            day=date(2026, 10, 4),
            platform=Platform.INSTAGRAM,
            topic="badhuset",
            said="Äntligen en film där man ser hur kallt det faktiskt är i poolen.",
            mood=Mood.GLAD,
        ),
        Mention(
            day=date(2026, 10, 18),
            platform=Platform.FACEBOOK,
            topic="sophämtning",
            said="Hittade svaret på kommunens sida, sorteras i brunt kärl tydligen.",
            mood=Mood.GLAD,
        ),
        Mention(
            day=date(2026, 10, 25),
            platform=Platform.FACEBOOK,
            topic="gatubelysning",
            said="Felanmälde lampan i söndags kväll. Hur vet man om någon läst?",
            mood=Mood.NEUTRAL,
        ),
        Mention(
            day=date(2026, 11, 8),
            platform=Platform.FACEBOOK,
            topic="sophämtning",
            said="Vad händer med soporna när julafton är en torsdag?",
            mood=Mood.NEUTRAL,
        ),
        Mention(
            day=date(2026, 11, 15),
            platform=Platform.FACEBOOK,
            topic="kommunhuset",
            said="Fem bilder på folk som klipper band. Kan ni inte berätta när vägen öppnar i stället?",
            mood=Mood.ANNOYED,
        ),
    )


def _frida() -> Persona:
    return Persona(
        id=FRIDA,
        name="Föräldra-Frida",
        summary=(
            "Sjuksköterska på schema med två barn, fem och nio år. Sköter allt som rör kommunen när barnen somnat: "
            "kö, schema, skolskjuts, soptunna. Vill ha ett rakt svar och slippa ringa på rasten."
        ),
        audience=Audience.CURRENT,
        weight=5,
        age=Span(low=30, high=46),
        place="Villaområdena och byarna längs kusten",
        gender=(GenderShare(gender=Gender.WOMEN, share=68), GenderShare(gender=Gender.MEN, share=31)),
        values=("Barnens vardag", "Rättvisa", "Att saker funkar"),
        interests=("Barnens idrott", "Trädgård", "Loppis", "Havet"),
        attitudes=("Skatten är okej om jag får något för den", "Man blir kopplad fem gånger"),
        lifestyle=("Skiftarbete", "Planerar veckan på söndagskvällen", "Telefonen i soffan efter åtta"),
        looks_for=(BrandValue.OPENNESS, BrandValue.RESPONSIBILITY),
        motivations=("Få veckan att gå ihop",),
        needs=(
            "Veta hur det blir med förskolan på lovet",
            "Få svar när hon har tid att fråga",
            "Slippa leta på webben",
        ),
        frustrations=(
            "Svaret kommer dagen efter",
            "Hänvisas till en blankett",
            "Ord som ”vårdnadshavare i nämndområdet”",
        ),
        motives=(Motive.BELONGING, Motive.BEING_HEARD),
        need_levels=(NeedLevel.SAFETY, NeedLevel.BELONGING),
        stops_for=("Datum och klockslag", "Barn hon känner igen på ryggen", "”Det här gäller från måndag”"),
        why_us="”Ni är de enda som faktiskt vet. Men det tar en dag innan ni säger det.”",
        platforms=(
            PlatformUse(
                platform=Platform.FACEBOOK,
                frequency=Frequency.DAILY,
                formats=(Format.QA, Format.IMAGE, Format.EVENT),
                expects="Det som ändras i veckan, och svar i kommentarerna",
            ),
            PlatformUse(platform=Platform.MESSENGER, frequency=Frequency.DAILY, expects="Fråga utan att grannen läser"),
            PlatformUse(
                platform=Platform.INSTAGRAM,
                frequency=Frequency.DAILY,
                formats=(Format.STORY, Format.SHORT_VIDEO),
                expects="Vänner, hem och en stunds paus",
            ),
            PlatformUse(platform=Platform.X, frequency=Frequency.NEVER),
        ),
        active=every(range(4), (6, 12, 20, 21, 22), fri=(6, 12, 21), sat=(9, 10, 20), sun=(9, 10, 18, 19, 20, 21)),
        behaviour=(
            Behaviour(what="Frågar mellan åtta och tio på kvällen, mest på söndagar", source=Method.ANALYTICS),
            Behaviour(what="Frågar i föräldragruppen först, hos oss sist", source=Method.INTERVIEW),
            Behaviour(what="Delar inlägg om lov och avgifter vidare till klassens grupp", source=Method.ANALYTICS),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Märka att något ändras",
                question="öppettider förskola lov björkshamn",
                content="Inlägg på söndagskvällen: det här gäller i veckan",
                platform=Platform.FACEBOOK,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Förstå vad som gäller just henne",
                question="hur lång är kön till förskolan",
                content="Veckans fråga, med siffror per område",
                platform=Platform.FACEBOOK,
            ),
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Göra sin anmälan på kvällen",
                question="ansöka förskoleplats e-tjänst",
                content="Tre bilder som visar var man trycker",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.AFTER,
                need="Veta att den kom fram",
                question="har ni fått min ansökan",
                content="Svar i Messenger med dag då beslutet kommer",
                platform=Platform.MESSENGER,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.INTERVIEW,
                day=date(2026, 6, 9),
                n=8,
                finding="Sju av åtta hade frågat oss på kvällen och läst svaret först nästa lunchrast.",
                source="Amirs anteckningar från öppna förskolan",
            ),
            Evidence(
                method=Method.ANALYTICS,
                day=date(2026, 8, 17),
                n=2140,
                finding="Var tredje besökare på Frågor och svar kommer efter klockan 20.",
                source="Webbstatistiken, januari–juli 2026",
            ),
        ),
        last_review=date(2026, 8, 20),
    )


def _solveig() -> Persona:
    return Persona(
        id=SOLVEIG,
        name="Seniora Solveig",
        summary=(
            "Pensionerad skolkökschef som ser dåligt på ena ögat och har texten på telefonen i största läget. Vill veta "
            "vad som händer i stan, när det sandas och hur man överklagar. Läser allt, och läser det noga."
        ),
        audience=Audience.CURRENT,
        weight=5,
        age=Span(low=66, high=84),
        place="Centrum och Norrhamn",
        values=("Ordning", "Att bli tilltalad som vuxen", "Gemenskap"),
        interests=("Körsång", "Lokalhistoria", "Barnbarn", "Promenader"),
        attitudes=("Förr svarade någon i växeln", "De gör så gott de kan"),
        lifestyle=("Uppe tidigt", "Träffpunkten på tisdagar", "Läser tidningen på biblioteket"),
        looks_for=(BrandValue.INCLUSION, BrandValue.LOCAL),
        motivations=("Klara sig själv", "Hänga med"),
        needs=("Text som går att förstora", "Ett telefonnummer till en människa", "Veta när det sandas"),
        frustrations=("Text i bilder", "Små grå bokstäver", "Svara med e-legitimation"),
        motives=(Motive.CURIOSITY, Motive.BELONGING),
        need_levels=(NeedLevel.SAFETY, NeedLevel.ESTEEM),
        stops_for=("Gamla bilder från hamnen", "Någon hon känner igen", "Telefonnummer"),
        why_us="”Står det hos kommunen så är det sant. I gruppen skriver de vad som helst.”",
        platforms=(
            PlatformUse(
                platform=Platform.FACEBOOK,
                frequency=Frequency.DAILY,
                formats=(Format.IMAGE, Format.TEXT, Format.LINK),
                expects="Det som händer, med text utanför bilden",
            ),
            PlatformUse(platform=Platform.MESSENGER, frequency=Frequency.WEEKLY, expects="Barnbarnen"),
            PlatformUse(platform=Platform.YOUTUBE, frequency=Frequency.WEEKLY, expects="Körer och gamla filmer"),
            PlatformUse(platform=Platform.INSTAGRAM, frequency=Frequency.NEVER),
            PlatformUse(platform=Platform.SNAPCHAT, frequency=Frequency.NEVER),
        ),
        active=every(range(7), (7, 8, 9, 13, 18)),
        behaviour=(
            Behaviour(what="Kommenterar på dagtid och läser alla andras kommentarer", source=Method.ANALYTICS),
            Behaviour(what="Ringer kontaktcenter när texten inte går att förstora", source=Method.COLLEAGUES),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Veta vad som är på gång",
                question="vad händer i björkshamn",
                content="Bild med hela texten i inlägget, och datum först",
                platform=Platform.FACEBOOK,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Förstå vad hon har rätt till",
                question="får jag färdtjänst till träffpunkten",
                content="Veckans fråga om färdtjänst, med telefonnummer",
                platform=Platform.FACEBOOK,
            ),
            JourneyStep(
                stage=Stage.ADVOCACY,
                need="Berätta för de andra i kören",
                question="kan man skriva ut inlägget",
                content="Kort länk och en sida som går att skriva ut",
                platform=Platform.FACEBOOK,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.INTERVIEW,
                day=date(2026, 6, 16),
                n=6,
                finding="Fyra av sex hade hoppat över ett inlägg för att texten låg i bilden.",
                source="Träffpunkten Fyren, Johans anteckningar",
            ),
            Evidence(
                method=Method.COLLEAGUES,
                day=date(2026, 8, 20),
                n=4,
                finding="De ringer om samma saker som de unga skriver om, fast på förmiddagen.",
                source="Kontaktcenter, på heldagen",
            ),
        ),
        last_review=date(2026, 8, 20),
    )


def _yusuf() -> Persona:
    return Persona(
        id=YUSUF,
        name="Unge Yusuf",
        summary=(
            "Går ut gymnasiet i juni, jobbar extra på badhuset och väntar på körkortet. Kommunen är buss, plugg och "
            "sommarjobb. Läser aldrig en webbsida om han kan fråga någon."
        ),
        audience=Audience.WANTED,
        weight=4,
        age=Span(low=18, high=27),
        place="Centrum och Sörviken",
        education="Gymnasiet, sista året",
        values=("Vänner", "Frihet", "Att tas på allvar"),
        interests=("Fotboll", "Musik", "Bilar", "Spel"),
        attitudes=("Kommunen är inget för mig", "De svarar ändå inte"),
        lifestyle=("Extrajobb på helgen", "Vaken till midnatt", "Buss överallt"),
        looks_for=(BrandValue.AUTHENTICITY, BrandValue.INCLUSION),
        motivations=("Ett sommarjobb som ger något", "Komma hemifrån"),
        needs=("Veta när man söker sommarjobb", "Någonstans att vara på kvällen"),
        frustrations=("Vuxna som skriver som unga", "Länkar till pdf:er"),
        motives=(Motive.BELONGING, Motive.CURIOSITY),
        need_levels=(NeedLevel.BELONGING, NeedLevel.GROWTH),
        stops_for=("Någon han känner", "Pengar per timme", "Skämt som inte försöker"),
        platforms=(
            PlatformUse(
                platform=Platform.INSTAGRAM,
                frequency=Frequency.DAILY,
                formats=(Format.STORY, Format.SHORT_VIDEO),
                expects="Folk från stan",
            ),
            PlatformUse(platform=Platform.SNAPCHAT, frequency=Frequency.DAILY, expects="Kompisar, hela dagen"),
            PlatformUse(platform=Platform.TIKTOK, frequency=Frequency.DAILY, formats=(Format.SHORT_VIDEO,)),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.RARELY, expects="Mormors födelsedag"),
        ),
        active=every(range(7), (16, 17, 21, 22, 23)),
        behaviour=(
            Behaviour(
                what="Svarar på frågor i händelser, men klickar nästan aldrig på länken", source=Method.ANALYTICS
            ),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Få höra att det finns sommarjobb",
                question="sommarjobb 18 år björkshamn",
                content="Film: tre som jobbade i somras säger vad de tjänade",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Välja något han klarar",
                question="vad gör man på äldreboende som sommarjobb",
                content="En dag på jobbet: Yasmin, 19, på Strandgården",
                platform=Platform.INSTAGRAM,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.SURVEY,
                day=date(2026, 5, 20),
                n=112,
                finding="91 av 112 i trean är på Instagram varje dag. Elva visste att kommunen finns där.",
                source="Enkät på gymnasiet, Elins pärm",
            ),
        ),
        last_review=date(2026, 8, 20),
    )


def _hanna() -> Persona:
    return Persona(
        id=HANNA,
        name="Hemvändar-Hanna",
        summary=(
            "Lärare eller undersköterska i stora staden, uppvuxen vid kusten, trött på pendeln. Skulle kunna tänka sig "
            "att flytta hem om jobbet är bra och förskolan har plats."
        ),
        audience=Audience.WANTED,
        weight=4,
        age=Span(low=27, high=42),
        place="Storstaden, en timme bort",
        education="Lärare, sjuksköterska eller undersköterska",
        values=("Tid med barnen", "Ett arbete som betyder något"),
        interests=("Havet", "Hus och renovering", "Yrket"),
        attitudes=("I kommunen händer det inget", "Lönen är väl lägre"),
        motivations=("Kortare resväg, större kök",),
        needs=("Veta vad lönen är", "Se kollegorna hon skulle få"),
        frustrations=("Platsannonser som låter likadant", "Ingen hör av sig efter ansökan"),
        stops_for=("Hamnen hemma", "En före detta klasskamrat"),
        platforms=(
            PlatformUse(platform=Platform.INSTAGRAM, frequency=Frequency.DAILY, formats=(Format.SHORT_VIDEO,)),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.DAILY),
            PlatformUse(
                platform=Platform.LINKEDIN,
                frequency=Frequency.WEEKLY,
                formats=(Format.TEXT, Format.IMAGE),
                expects="Kollegor från utbildningen som bytt jobb",
            ),
        ),
        active=every(range(5), (7, 17, 21), sat=(10, 11), sun=(10, 20, 21)),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Påminnas om att det går att flytta hem",
                question="jobba som lärare vid havet",
                content="En dag på jobbet, filmad i motljus på bryggan",
                platform=Platform.INSTAGRAM,
            ),
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Söka på fem minuter i mobilen",
                question="undersköterska ledigt jobb björkshamn",
                content="Text från blivande kollega, länk rakt till annonsen",
                platform=Platform.LINKEDIN,
            ),
        ),
    )

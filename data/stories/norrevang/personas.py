"""Whom Nørrevang wants to reach: three that they meet every week, and a young one whom nobody has asked."""

from datetime import date

from stories.days import every
from stories.norrevang.names import LAURA, PATRIK, PIA, TOMMY
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
        personas=(_pia(), _patrik(), _tommy(), _laura()),
        segments=(
            Segment(name="Produktion og vedligehold på danske mejerier", size=2_400, priority=5, personas=(PIA, TOMMY)),
            Segment(
                name="Projekt og produktion på fødevarefabrikker i Sverige og Norge",
                size=5_200,
                priority=4,
                personas=(PATRIK,),
            ),
            Segment(
                name="Projekt og produktion på mejerier i Nordtyskland", size=1_600, priority=4, personas=(PATRIK,)
            ),
            Segment(name="Unge på vej til en læreplads, inden for 40 km", size=1_900, priority=3, personas=(LAURA,)),
            Segment(name="Faglærte smede og industriteknikere, inden for 40 km", size=2_600, priority=4),
        ),
        communities=(
            Community(
                id="sted-mejerifolk",
                name="Gruppen »Mejerifolk i drift«",
                platform=Platform.LINKEDIN,
                personas=(PIA,),
                activity=Activity.STEADY,
                tone="Kort og nøgternt: »Nogen der har prøvet andet end gummi ved 95 grader?«",
                our_part="Lone svarer på to spørgsmål om måneden og siger, hvis en andens pumpe passer bedre.",
            ),
            Community(
                id="sted-livsmedel",
                name="Gruppen »Underhåll i livsmedelsindustrin«",
                platform=Platform.LINKEDIN,
                personas=(PATRIK,),
                activity=Activity.BUSY,
                tone="Höfligt och sakligt, med ritningar och frågor om standarder.",
                our_part="Johan lytter og svarer på svensk, når det handler om rengøring.",
            ),
            Community(
                id="sted-nattevagten",
                name="Kommentarerne under »Akseltætning på 90 sekunder«",
                platform=Platform.YOUTUBE,
                personas=(TOMMY,),
                activity=Activity.STEADY,
                tone="Klokken tre om natten, uden punktummer: »virker også på den gamle tak«",
                our_part="Henrik burde svare. Ingen har sagt til ham, at det er ham.",
            ),
        ),
        mentions=_mentions(),
        market_changed=date(2026, 5, 4),
        market_change="Et stort mejeriselskab samler sine indkøb i ét kontor, og flere mindre leder efter en, der tager telefonen.",
    )


def _pia() -> Persona:
    return Persona(
        id=PIA,
        name="Produktions-Pia",
        summary=(
            "Produktionschef på et mejeri i Vestjylland med 60 ansatte. Når linje 2 står, ringer direktøren, før hun "
            "selv når derned. Hun køber ikke en pumpe, hun køber en rolig weekend."
        ),
        audience=Audience.CURRENT,
        weight=5,
        age=Span(low=38, high=58),
        place="Jylland, tæt på mejeriet",
        education="Mejeriingeniør eller procesteknolog",
        gender=(GenderShare(gender=Gender.WOMEN, share=41), GenderShare(gender=Gender.MEN, share=59)),
        values=("At tingene kører", "Ordentlighed", "Kolleger, man kan regne med"),
        interests=("Ost", "Håndbold", "Sommerhuset"),
        attitudes=("Leverandører ringer kun, når de vil sælge", "Det billige bliver dyrt i weekenden"),
        lifestyle=("Møder fra klokken syv", "Læser på telefonen i frokosten", "Har vagttelefonen hver tredje uge"),
        looks_for=(BrandValue.QUALITY, BrandValue.OPENNESS),
        motivations=("Gå hjem til tiden", "Vide, at hun kan sove om natten"),
        needs=("En, der siger, hvornår tætningen skal skiftes", "Reservedele, der er der i morgen"),
        frustrations=("Brochurer uden tal", "At få fat i en sælger, når hun skal bruge en tekniker"),
        motives=(Motive.CURIOSITY, Motive.BEING_HEARD),
        need_levels=(NeedLevel.SAFETY, NeedLevel.ESTEEM),
        stops_for=("Noget, der er gået i stykker", "Et tal i kroner", "En, hun kender navnet på"),
        why_us="»Lone siger det, når det ikke er pumpen, der er noget galt med.«",
        platforms=(
            PlatformUse(
                platform=Platform.LINKEDIN,
                frequency=Frequency.WEEKLY,
                formats=(Format.TEXT, Format.IMAGE),
                expects="Erfaringer fra andre, der har en linje at holde kørende",
            ),
            PlatformUse(platform=Platform.YOUTUBE, frequency=Frequency.WEEKLY, expects="At vise filmen til natholdet"),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.WEEKLY, expects="Familie og håndboldklubben"),
            PlatformUse(platform=Platform.INSTAGRAM, frequency=Frequency.RARELY),
            PlatformUse(platform=Platform.X, frequency=Frequency.NEVER),
        ),
        active=every(range(5), (7, 12, 20, 21), sun=(19, 20)),
        behaviour=(
            Behaviour(what="Læser i et halvt år, før hun skriver første gang", source=Method.CRM),
            Behaviour(what="Ringer i stedet for at udfylde en formular", source=Method.COLLEAGUES),
            Behaviour(what="Sender opslag videre til sin driftsleder", source=Method.INTERVIEW),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Forstå, hvorfor det samme går i stykker igen",
                question="hvorfor slides akseltætning hurtigt",
                content="Opslag fra Lone: tre spørgsmål, før du skifter den igen",
                platform=Platform.LINKEDIN,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Regne ud, hvad et stop koster",
                question="pris driftsstop mejeri pr time",
                content="Rasmus regner højt, med tal fra en rigtig linje",
                platform=Platform.LINKEDIN,
            ),
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Tale med en, der har set hendes anlæg",
                question="nørrevang pumper kontakt tekniker",
                content="Navn, billede og direkte nummer på de fem",
                platform=Platform.LINKEDIN,
            ),
            JourneyStep(
                stage=Stage.AFTER,
                need="At natholdet kan klare det selv",
                question="skift akseltætning nørrevang",
                content="Film på 90 sekunder bag mærket på pumpen",
                platform=Platform.YOUTUBE,
            ),
            JourneyStep(
                stage=Stage.ADVOCACY,
                need="Fortælle andre, at det blev løst",
                question="hvem bruger I til pumper",
                content="Hendes egen historie, skrevet sammen med Lone",
                platform=Platform.LINKEDIN,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.INTERVIEW,
                day=date(2026, 8, 13),
                n=7,
                finding="Fem af syv kunne nævne en af vores fagfolk ved navn. Ingen kunne nævne et opslag fra firmasiden.",
                source="Birgittes noter",
            ),
            Evidence(
                method=Method.CRM,
                day=date(2026, 8, 20),
                n=96,
                finding="Der går i snit syv måneder fra første kontakt til ordre.",
                source="CRM, ordrer 2025 og første halvår 2026",
            ),
        ),
        last_review=date(2026, 8, 25),
    )


def _patrik() -> Persona:
    return Persona(
        id=PATRIK,
        name="Projekt-Patrik",
        summary=(
            "Projektingeniør på en svensk fødevarefabrik, der skal bygge om. Han vælger komponenter med to skærme åbne "
            "og skal kunne forsvare hvert valg over for kvalitet, indkøb og sin egen chef."
        ),
        audience=Audience.WANTED,
        weight=5,
        age=Span(low=29, high=48),
        place="Skåne, Østlandet og Slesvig-Holsten",
        education="Civilingeniør",
        values=("Dokumentation", "At blive taget alvorligt"),
        interests=("Cykling", "Hus, der aldrig bliver færdigt", "Energi"),
        attitudes=("Salgsmøder er for sent i processen", "Jeg vil se indersiden"),
        lifestyle=("Sidder ved skærmen til klokken fire", "Læser fagligt på toget"),
        looks_for=(BrandValue.QUALITY, BrandValue.SUSTAINABILITY),
        motivations=("Vælge noget, ingen spørger til bagefter",),
        needs=("Tegninger uden at skulle ringe", "Tal for vand og rengøring", "En at spørge på sit eget sprog"),
        frustrations=("Formularer for at få et datablad", "Sælgere, der ringer dagen efter"),
        motives=(Motive.CURIOSITY,),
        need_levels=(NeedLevel.ESTEEM, NeedLevel.GROWTH),
        stops_for=("Et snit gennem noget", "En graf", "Et opslag på hans eget sprog"),
        platforms=(
            PlatformUse(
                platform=Platform.LINKEDIN,
                frequency=Frequency.DAILY,
                formats=(Format.CAROUSEL, Format.TEXT),
                expects="Faglige detaljer fra nogen, der har prøvet det",
            ),
            PlatformUse(
                platform=Platform.YOUTUBE,
                frequency=Frequency.WEEKLY,
                formats=(Format.LONG_VIDEO,),
                expects="At se tingen blive skilt ad",
            ),
            PlatformUse(platform=Platform.INSTAGRAM, frequency=Frequency.WEEKLY, expects="Cykler"),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.RARELY),
            PlatformUse(platform=Platform.X, frequency=Frequency.RARELY),
        ),
        active=every(range(5), (7, 8, 12, 16)),
        behaviour=(
            Behaviour(what="Henter tre datablade, før han skriver", source=Method.ANALYTICS),
            Behaviour(what="Svarer Johan på svensk, men aldrig firmasiden på dansk", source=Method.COLLEAGUES),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AWARENESS,
                need="Bruge mindre vand på rengøring",
                question="minska vattenförbrukning cip pump",
                content="Johans tal fra en ombygning",
                platform=Platform.LINKEDIN,
            ),
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Sammenligne to konstruktioner",
                question="hygienisk pump tvärsnitt jämförelse",
                content="Snit gennem to brugte pumper, side om side",
                platform=Platform.YOUTUBE,
            ),
            JourneyStep(
                stage=Stage.PURCHASE,
                need="Møde dem, før han skriver dem på listen",
                question="mässa mejeri pumpar 2027",
                content="Book 20 minutter med Rasmus på messen",
                platform=Platform.LINKEDIN,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.INTERVIEW,
                day=date(2026, 8, 17),
                n=4,
                finding="Alle fire havde set en film, før de skrev. Ingen havde udfyldt en formular med vilje.",
                source="Johans noter",
            ),
            Evidence(
                method=Method.ANALYTICS,
                day=date(2026, 7, 31),
                n=2840,
                finding="Hver femte følger sidder i Sverige, men kun hvert tyvende opslag var på svensk.",
                source="Statistikken for firmasiden",
            ),
        ),
        last_review=date(2026, 8, 25),
    )


def _tommy() -> Persona:
    return Persona(
        id=TOMMY,
        name="Tekniker-Tommy",
        summary=(
            "Vedligeholdstekniker på natholdet. Har en utæt pumpe, en lommelygte og en telefon med fedtede fingre. Han "
            "søger på det, han ser, og har to minutter, før nogen spørger."
        ),
        audience=Audience.CURRENT,
        weight=4,
        age=Span(low=24, high=61),
        place="Ved linjen, i hele Norden og Nordtyskland",
        education="Smed, elektriker eller industritekniker",
        values=("At kunne selv", "Kolleger"),
        interests=("Motorcykler", "Fiskeri", "Gør det selv"),
        attitudes=("Manualer er skrevet af folk med rene hænder",),
        lifestyle=("Tre nætter på, fire fri", "Handsker på"),
        looks_for=(BrandValue.QUALITY, BrandValue.AUTHENTICITY),
        motivations=("Have den kørende, før dagholdet kommer",),
        needs=("Se det gjort én gang", "Vide, hvilket sæt der passer", "Vide, hvornår han skal lade være"),
        frustrations=("Film med introduktion", "Engelsk tale uden tekster"),
        motives=(Motive.CURIOSITY, Motive.BELONGING),
        need_levels=(NeedLevel.SAFETY, NeedLevel.ESTEEM),
        stops_for=("Hænder, der gør det", "Lyden af et leje"),
        why_us="»Ham Henrik siger ikke noget, før han har skruet den fra hinanden.«",
        platforms=(
            PlatformUse(
                platform=Platform.YOUTUBE,
                frequency=Frequency.DAILY,
                formats=(Format.SHORT_VIDEO, Format.LONG_VIDEO),
                expects="Svaret inden for ti sekunder",
                active=every(range(7), (1, 2, 3, 4, 22, 23)),
            ),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.DAILY, expects="Køb og salg, og kammeraterne"),
            PlatformUse(platform=Platform.LINKEDIN, frequency=Frequency.NEVER),
        ),
        active=every(range(7), (1, 2, 3, 4, 16, 22, 23)),
        behaviour=(
            Behaviour(what="Spoler til det sted, hvor boltene kommer af", source=Method.ANALYTICS),
            Behaviour(what="Ringer, hvis filmen er længere end tre minutter", source=Method.COLLEAGUES),
        ),
        journey=(
            JourneyStep(
                stage=Stage.AFTER,
                need="Få den tæt igen i nat",
                question="pumpe drypper ved aksel",
                content="Akseltætning på 90 sekunder",
                platform=Platform.YOUTUBE,
            ),
            JourneyStep(
                stage=Stage.ADVOCACY,
                need="Vise dagholdet, hvordan man gør",
                question="nørrevang skift tætning film",
                content="Samme film, bag mærket på pumpen",
                platform=Platform.YOUTUBE,
            ),
        ),
        evidence=(
            Evidence(
                method=Method.CRM,
                day=date(2026, 8, 10),
                n=261,
                finding="104 af 261 opkald i juli handlede om noget, der kan vises på under tre minutter.",
                source="Serviceloggen, optalt af Henrik",
            ),
            Evidence(
                method=Method.ANALYTICS,
                day=date(2026, 7, 31),
                n=2950,
                finding="Fire af ti visninger ligger mellem klokken 22 og 5.",
                source="YouTube Studio, juli",
            ),
        ),
        last_review=date(2026, 8, 25),
    )


def _laura() -> Persona:
    return Persona(
        id=LAURA,
        name="Lærlinge-Laura",
        summary=(
            "Går i 10. klasse og kan lide at skille ting ad. Hendes klasselærer siger gymnasiet, hendes far siger noget "
            "med hænderne. Ingen af dem har været inde på en fabrik."
        ),
        audience=Audience.WANTED,
        weight=3,
        age=Span(low=15, high=19),
        place="Inden for 40 km fra Lyngballe",
        values=("Venner", "At kunne noget"),
        interests=("Knallerter", "Håndbold", "Spil"),
        attitudes=("Fabrik lyder kedeligt",),
        lifestyle=("Bus hver morgen", "Fritidsjob om lørdagen"),
        looks_for=(BrandValue.AUTHENTICITY, BrandValue.INCLUSION),
        motivations=("Tjene sine egne penge",),
        needs=("Se, hvordan en dag ser ud", "Vide, om der er andre på hendes alder"),
        frustrations=("Opslag, der lyder som en rektor",),
        stops_for=("Gnister", "En på hendes egen alder"),
        platforms=(
            PlatformUse(platform=Platform.SNAPCHAT, frequency=Frequency.DAILY, expects="Vennerne"),
            PlatformUse(platform=Platform.TIKTOK, frequency=Frequency.DAILY, formats=(Format.SHORT_VIDEO,)),
            PlatformUse(platform=Platform.INSTAGRAM, frequency=Frequency.WEEKLY),
            PlatformUse(platform=Platform.FACEBOOK, frequency=Frequency.RARELY, expects="Klubben og fødselsdage"),
        ),
        active=every(range(5), (7, 15, 16, 20, 21), sat=(11, 21, 22), sun=(11, 20, 21)),
        journey=(
            JourneyStep(
                stage=Stage.CONSIDERATION,
                need="Se stedet, før hun spørger",
                question="læreplads industritekniker midtjylland",
                content="Åbent værksted lørdag 27. februar",
                platform=Platform.FACEBOOK,
            ),
        ),
    )


def _mentions() -> tuple[Mention, ...]:
    return (
        Mention(
            day=date(2026, 9, 10),
            platform=Platform.LINKEDIN,
            topic="reservedele",
            said="Delen kom dagen efter, og der var en seddel med fra ham, der pakkede den.",
            mood=Mood.GLAD,
        ),
        Mention(
            day=date(2026, 9, 24),
            platform=Platform.YOUTUBE,
            topic="tætning",
            said="Reddede min nattevagt. Lav en om lejet.",
            mood=Mood.GLAD,
        ),
        Mention(
            day=date(2026, 10, 6),
            platform=Platform.LINKEDIN,
            topic="formular",
            said="Hvorfor skal jeg opgive telefonnummer for at se en tegning?",
            mood=Mood.ANNOYED,
        ),
        Mention(
            day=date(2026, 10, 14),
            platform=Platform.YOUTUBE,
            topic="tætning",
            said="Spurgte for en uge siden, om sættet passer til den gamle model. Er der nogen hjemme?",
            mood=Mood.ANNOYED,
        ),
        Mention(
            day=date(2026, 11, 3),
            platform=Platform.LINKEDIN,
            topic="rengøring",
            said="Rasmus' regnestykke over skyllevand er hængt op hos os.",
            mood=Mood.GLAD,
        ),
        Mention(
            day=date(2026, 11, 12),
            platform=Platform.LINKEDIN,
            topic="reservedele",
            said="Tre uger på et dæksel. Det plejer at gå hurtigere.",
            mood=Mood.NEUTRAL,
        ),
    )

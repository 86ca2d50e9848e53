"""Nørrevang Pumper itself: 140 people, ten hours a week, five who write without hours for it."""

from datetime import date

from stories.norrevang.names import (
    ANKE,
    BIRGITTE,
    EMIL,
    END,
    EXPORT,
    FACEBOOK,
    FAIR,
    HANDS,
    HENRIK,
    JOHAN,
    KARSTEN,
    LABEL,
    LINKEDIN,
    LONE,
    METTE,
    NEWSLETTER,
    PHONE,
    PRESS,
    RASMUS,
    START,
    UPTIME,
    WEBSITE,
    YOUTUBE,
)
from workshoplib.strategy.choices import (
    BrandValue,
    Country,
    Currency,
    Department,
    DoneBy,
    Format,
    Language,
    OutcomeKind,
    Platform,
    RoleType,
)
from workshoplib.strategy.organisation import (
    BusinessGoal,
    Change,
    ChannelNow,
    Competitor,
    Delegation,
    Initiative,
    InitiativeStatus,
    Learning,
    LearningForm,
    Leave,
    Message,
    Organisation,
    OrganisationType,
    Person,
    Place,
    PlaceKind,
    Proof,
    Skill,
    Task,
    Use,
)


def organisation() -> Organisation:
    """Who they are, and where they stand before they decide."""
    return Organisation(
        name="Nørrevang Pumper",
        type=OrganisationType.BUSINESS,
        industry="Hygiejniske pumper til mejerier og fødevarer",
        language=Language.DANISH,
        country=Country.DENMARK,
        currency=Currency.DKK,
        start=START,
        end=END,
        business_goals=(
            BusinessGoal(
                id=EXPORT,
                text="Halvdelen af omsætningen skal komme fra Sverige, Norge og Tyskland.",
                measure="Eksportens andel af omsætningen, 38 % i 2025",
                due=date(2028, 12, 31),
            ),
            BusinessGoal(
                id=HANDS,
                text="Ingen maskine i værkstedet skal stå stille, fordi vi mangler hænder.",
                measure="Ubesatte stillinger i værksted og montage, 7 i august 2026",
                due=date(2027, 9, 30),
            ),
            BusinessGoal(
                id=UPTIME,
                text="Kunderne bliver, fordi de er hurtigere i gang igen hos os end hos nogen andre.",
                measure="Minutter fra opkald til pumpen kører, og antal udrykninger",
                due=END,
            ),
        ),
        outcomes=(OutcomeKind.CUSTOMERS, OutcomeKind.EMPLOYEES),
        uses=(Use.MARKETING, Use.SERVICE, Use.BRAND),
        presence_why=(
            "En pumpe bliver valgt én gang hvert tiende år, og kun af dem, der kender os i forvejen. Er vi der ikke de "
            "ni år imellem, bliver vi ikke ringet op det tiende."
        ),
        presence_how=(
            "Som kollegaen fra nabofabrikken: den, der kommer forbi, lytter til lejet og siger, hvad der er galt, uden "
            "at sende en regning for det."
        ),
        presence_which=(
            "Fagfolk, der skriver selv, og film fra værkstedsbænken gør os tydelige. Billeder af blankt stål på hvid "
            "baggrund gør os til et katalog."
        ),
        vision="At ingen hælder mælk ud, fordi en pumpe stod stille.",
        mission=(
            "Vi bygger hygiejniske pumper i Lyngballe og hjælper driftsfolk i Norden og Tyskland med at holde dem i "
            "gang, dag og nat."
        ),
        core_message="Ring til den, der har bygget den.",
        positioning="Det oplagte valg for den, der har prøvet et driftsstop og ikke vil prøve det igen.",
        how_we_engage=(
            "Vi viser en fejl og spørger, hvad de tror, det er. Vi giver svaret dagen efter, og den, der havde ret, får "
            "ære og ingen kuglepen."
        ),
        how_we_build_trust=(
            "Fem mennesker med navn og fag skriver selv, også om det, der ikke virkede. Henrik siger, hvornår man skal "
            "lade skruenøglen ligge og ringe."
        ),
        how_we_differ="Olie under neglene og et snit gennem en brugt pumpe: hos os ser man indersiden.",
        values=(BrandValue.QUALITY, BrandValue.OPENNESS, BrandValue.LOCAL),
        proofs=(
            Proof(
                value=BrandValue.QUALITY,
                proof="Vi har reservedele til alle pumper bygget siden 1987 og viser lagerlisten på hjemmesiden.",
            ),
            Proof(
                value=BrandValue.OPENNESS,
                proof="De ti mest almindelige fejl på vores egne pumper ligger som film, og vi kalder dem fejl.",
            ),
            Proof(value=BrandValue.LOCAL, proof="Alt bliver svejset, drejet og prøvekørt i samme bygning i Lyngballe."),
        ),
        messages=(
            Message(text="Den, du taler med, har haft pumpen i hænderne", effect=5, effort=2),
            Message(text="Skift tætningen selv på ti minutter", effect=5, effort=3),
            Message(text="Hos os rører du ved maskinen den første dag", effect=4, effort=2),
            Message(text="Familieejet i tre generationer", effect=2, effort=1),
        ),
        competitors=(
            Competitor(
                name="Flodholm Pumps",
                link="https://flodholm.example",
                learn="Deres teknikere svarer under navn, også på lørdage.",
                differ="De forhandler otte mærker. Vi har bygget den, du står med.",
            ),
            Competitor(
                name="Steinbrück Hygienetechnik",
                link="https://steinbrueck.example",
                learn="Alle film har tekster på fire sprog.",
                differ="Deres film er animationer. Vores har mælk på gulvet.",
            ),
        ),
        people=(*_granted(), *_specialists()),
        enough_time=2,
        enough_money=4,
        enough_skill=3,
        delegation=(
            Delegation(task=Task.STRATEGY, done_by=DoneBy.INTERNAL),
            Delegation(
                task=Task.PRODUCTION,
                done_by=DoneBy.FREELANCE,
                note="Emil filmer, en freelancer klipper otte film om året.",
            ),
            Delegation(task=Task.PUBLISHING, done_by=DoneBy.INTERNAL),
            Delegation(task=Task.ADS, done_by=DoneBy.INTERNAL, note="Birgitte. Bureauet blev sagt op i juni."),
            Delegation(task=Task.DIALOGUE, done_by=DoneBy.INTERNAL, note="Den, der har skrevet det, svarer."),
            Delegation(task=Task.MEASURING, done_by=DoneBy.INTERNAL),
        ),
        learning=(
            Learning(
                person=RASMUS,
                topic="Skrive kort, så det tager 30 minutter",
                form=LearningForm.COURSE,
                due=date(2027, 1, 14),
            ),
            Learning(
                person=HENRIK,
                topic="Svare på kommentarer på YouTube",
                form=LearningForm.COLLEAGUE,
                due=date(2026, 12, 11),
            ),
            Learning(
                person=BIRGITTE,
                topic="Læse en A/B-test uden at snyde",
                form=LearningForm.WEBINAR,
                due=date(2027, 2, 25),
            ),
        ),
        channels_now=_channels_now(),
        results_now=(
            "Vi ved: fire kvalificerede leads om måneden har LinkedIn som kilde (snit for juni–august 2026), og 15.000 "
            "kroner om måneden til formularer giver 16–17 udfyldte à cirka 900 kroner. Vi ved ikke, hvor mange af dem der "
            "er blandt de fire. Vi tror: at de fleste kommer fra noget, Lone eller Rasmus har skrevet."
        ),
        initiatives=(
            Initiative(
                name="Fem fagfolk skriver selv",
                status=InitiativeStatus.STRENGTHEN,
                reason="Fire gange så mange visninger som firmasiden",
            ),
            Initiative(
                name="Film på 90 sekunder",
                status=InitiativeStatus.STRENGTHEN,
                reason="Den ene vi har, bliver ved med at virke",
            ),
            Initiative(
                name="Mærke med film på hver pumpe", status=InitiativeStatus.START, reason="Tommy leder ikke, han peger"
            ),
            Initiative(
                name="Lærlinge på Facebook", status=InitiativeStatus.START, reason="Et forsøg, der slutter 31. marts"
            ),
            Initiative(name="Instagram og X", status=InitiativeStatus.DROP, reason="To timer om ugen uden ét lead"),
            Initiative(
                name="Formularannoncer hele året",
                status=InitiativeStatus.DROP,
                reason="900 kroner stykket, og ingen taler sammen",
            ),
        ),
        places=_places(),
        parent_strategy="Ejerplan 2026–2029",
        parent_link="Fællesdrevet, Ledelse, Ejerplan",
        parent_objectives=("Halv omsætning fra eksport", "Alle stillinger i værkstedet besat"),
        version="1.1",
        changes=(
            Change(day=date(2026, 8, 25), version="1.0", what="Første udgave", why="En dag i kantinen"),
            Change(
                day=date(2026, 11, 5),
                version="1.1",
                what="Ingen formularannoncer mellem messerne, pengene samles om messe og job",
                why="900 kroner pr. formular i september og oktober, som i hele året før",
            ),
        ),
    )


def _granted() -> tuple[Person, ...]:
    """Those whose hours have been agreed, ten a week in all, and the owner, who approves."""
    return (
        Person(
            id=BIRGITTE,
            name="Birgitte",
            department=Department.MARKETING,
            roles=(RoleType.POST, RoleType.REPLY, RoleType.ADS, RoleType.ANALYST),
            hours_a_week=4,
            writer=True,
            skills=(
                Skill(platform=Platform.LINKEDIN, skill=3, comfort=3),
                Skill(platform=Platform.YOUTUBE, skill=1, comfort=1),
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=2),
            ),
            strengths=(Format.TEXT, Format.CAROUSEL),
            interest=3,
            leave=(
                Leave(start=date(2026, 12, 23), end=date(2027, 1, 3)),
                Leave(start=date(2027, 2, 15), end=date(2027, 2, 21)),
            ),
        ),
        Person(
            id=EMIL,
            name="Emil",
            department=Department.MARKETING,
            roles=(RoleType.POST,),
            hours_a_week=5,
            skills=(
                Skill(platform=Platform.YOUTUBE, format=Format.SHORT_VIDEO, skill=3, comfort=3),
                Skill(platform=Platform.YOUTUBE, format=Format.LONG_VIDEO, skill=2, comfort=3),
                Skill(platform=Platform.LINKEDIN, skill=2, comfort=2),
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=2),
            ),
            strengths=(Format.SHORT_VIDEO, Format.LONG_VIDEO, Format.IMAGE),
            interest=3,
            leave=(Leave(start=date(2026, 12, 21), end=date(2027, 1, 3)),),
        ),
        Person(
            id=METTE,
            name="Mette",
            department=Department.HR,
            roles=(RoleType.POST, RoleType.REPLY),
            hours_a_week=1,
            writer=True,
            skills=(
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=2),
                Skill(platform=Platform.LINKEDIN, skill=2, comfort=2),
            ),
            strengths=(Format.IMAGE, Format.EVENT),
            interest=2,
            leave=(Leave(start=date(2027, 2, 15), end=date(2027, 2, 19)),),
        ),
        Person(
            id=KARSTEN,
            name="Karsten",
            department=Department.MANAGEMENT,
            roles=(RoleType.APPROVER,),
            hours_a_week=0,
            skills=(Skill(platform=Platform.LINKEDIN, skill=1, comfort=1),),
            interest=1,
        ),
    )


def _specialists() -> tuple[Person, ...]:
    """The five who write themselves; nobody has agreed to their hours yet."""
    return (
        Person(
            id=HENRIK,
            name="Henrik",
            department=Department.CUSTOMER_SERVICE,
            roles=(RoleType.BLOG, RoleType.REPLY),
            writer=True,
            skills=(
                Skill(platform=Platform.YOUTUBE, format=Format.SHORT_VIDEO, skill=3, comfort=3),
                Skill(platform=Platform.YOUTUBE, skill=1, comfort=2),
                Skill(platform=Platform.LINKEDIN, skill=1, comfort=1),
            ),
            strengths=(Format.SHORT_VIDEO, Format.QA),
            interest=3,
            leave=(Leave(start=date(2027, 1, 25), end=date(2027, 1, 29)),),
        ),
        Person(
            id=LONE,
            name="Lone",
            department=Department.SALES,
            roles=(RoleType.BLOG, RoleType.COMMUNITY),
            writer=True,
            skills=(Skill(platform=Platform.LINKEDIN, skill=3, comfort=3),),
            strengths=(Format.TEXT,),
            interest=3,
        ),
        Person(
            id=JOHAN,
            name="Johan",
            department=Department.SALES,
            roles=(RoleType.BLOG,),
            writer=True,
            skills=(Skill(platform=Platform.LINKEDIN, skill=2, comfort=2),),
            strengths=(Format.TEXT, Format.IMAGE),
            interest=2,
            leave=(Leave(start=date(2027, 2, 22), end=date(2027, 2, 26)),),
        ),
        Person(
            id=ANKE,
            name="Anke",
            department=Department.SALES,
            roles=(RoleType.BLOG,),
            writer=True,
            skills=(Skill(platform=Platform.LINKEDIN, skill=2, comfort=1),),
            strengths=(Format.TEXT,),
            interest=2,
        ),
        Person(
            id=RASMUS,
            name="Rasmus",
            department=Department.BUSINESS_DEVELOPMENT,
            roles=(RoleType.BLOG,),
            writer=True,
            skills=(
                Skill(platform=Platform.LINKEDIN, skill=2, comfort=1),
                Skill(platform=Platform.LINKEDIN, format=Format.CAROUSEL, skill=2, comfort=2),
            ),
            strengths=(Format.INFOGRAPHIC, Format.TEXT),
            interest=2,
        ),
    )


def _channels_now() -> tuple[ChannelNow, ...]:
    seen = date(2026, 8, 25)
    return (
        ChannelNow(
            platform=Platform.LINKEDIN,
            account="Nørrevang Pumper",
            followers=2840,
            posts_a_month=9,
            hours_a_week=4,
            result="4 kvalificerede leads om måneden, de fleste efter opslag fra Lone og Rasmus, tror vi",
            seen=seen,
        ),
        ChannelNow(
            platform=Platform.YOUTUBE,
            account="@norrevangpumper",
            followers=610,
            posts_a_month=1,
            hours_a_week=1.5,
            result="3.340 visninger om måneden, en tredjedel på én film fra oktober 2025",
            seen=seen,
        ),
        ChannelNow(
            platform=Platform.INSTAGRAM,
            account="@norrevangpumper",
            followers=640,
            posts_a_month=6,
            hours_a_week=2,
            result="Ikke ét lead på to år",
            seen=seen,
        ),
        ChannelNow(
            platform=Platform.FACEBOOK,
            account="Nørrevang Pumper",
            followers=390,
            posts_a_month=2,
            hours_a_week=0.5,
            result="En lærling i 2024, fordi hans mor så opslaget",
            seen=seen,
        ),
        ChannelNow(
            platform=Platform.X,
            account="@norrevang",
            followers=71,
            posts_a_month=0,
            hours_a_week=0,
            result="Ingen ved det",
            seen=seen,
        ),
    )


def _places() -> tuple[Place, ...]:
    return (
        Place(
            id=WEBSITE,
            name="Hjemmesiden",
            kind=PlaceKind.WEBSITE,
            address="https://norrevang-pumper.example",
            leads_to_places=(NEWSLETTER, PHONE),
            leads_to_channels=(LINKEDIN, YOUTUBE),
        ),
        Place(
            id=NEWSLETTER,
            name="Driftsbrevet",
            kind=PlaceKind.NEWSLETTER,
            address="https://norrevang-pumper.example/driftsbrevet",
            leads_to_places=(WEBSITE,),
            leads_to_channels=(YOUTUBE, LINKEDIN),
        ),
        Place(
            id=PRESS,
            name="To artikler om året i fagpressen",
            kind=PlaceKind.PRESS,
            leads_to_places=(NEWSLETTER,),
            leads_to_channels=(LINKEDIN,),
        ),
        Place(
            id=FAIR,
            name="Standen på forårsmessen",
            kind=PlaceKind.VENUE,
            address="Messehallen, hal C, 20.–22. april 2027",
            leads_to_places=(NEWSLETTER,),
            leads_to_channels=(LINKEDIN,),
        ),
        Place(
            id=PHONE,
            name="Servicetelefonen",
            kind=PlaceKind.SERVICE,
            address="Døgnet rundt, nummeret står på pumpen",
            leads_to_channels=(YOUTUBE,),
        ),
        Place(
            id=LABEL,
            name="Mærket på pumpen",
            kind=PlaceKind.OTHER,
            address="Kode på typeskiltet, fra 1. december",
            leads_to_places=(PHONE,),
            leads_to_channels=(YOUTUBE,),
        ),
        Place(
            id="sted-jobsiden",
            name="Jobsiden",
            kind=PlaceKind.WEBSITE,
            address="https://norrevang-pumper.example/job",
            leads_to_channels=(FACEBOOK, LINKEDIN),
        ),
    )

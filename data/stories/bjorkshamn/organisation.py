"""The municipality itself: 31,000 citizens, six people who share thirty hours a week, and a registrar to ask."""

from datetime import date

from stories.bjorkshamn.names import (
    AMIR,
    BIRGITTA,
    CENTRE,
    ELIN,
    END,
    FACEBOOK,
    FAQ,
    GUNILLA,
    INSTAGRAM,
    JOHAN,
    KATARINA,
    LINKEDIN,
    MAGAZINE,
    MESSENGER,
    RADIO,
    SOFIA,
    START,
    VACANCIES,
    WEBSITE,
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

COUNTED = date(2026, 8, 18)


def organisation() -> Organisation:
    """Who they are, and where they stand before they decide."""
    return Organisation(
        name="Björkshamns kommun",
        type=OrganisationType.PUBLIC,
        industry="Kommun vid kusten",
        language=Language.SWEDISH,
        country=Country.SWEDEN,
        currency=Currency.SEK,
        start=START,
        end=END,
        business_goals=(
            BusinessGoal(
                id="uppdrag-tillganglig",
                text="Den som behöver kommunen ska få hjälp samma dag, oavsett hur hen hör av sig.",
                measure="Andel ärenden som kontaktcenter löser direkt, 61 % år 2025",
                due=END,
            ),
            BusinessGoal(
                id="uppdrag-bemannat",
                text="Varje tjänst i vård, omsorg och skola ska ha behöriga sökande.",
                measure="Tjänster som fått annonseras om, 41 av 130 år 2025",
                due=END,
            ),
            BusinessGoal(
                id="uppdrag-fortroende",
                text="Invånarna ska kunna se vad kommunen gör, och varför.",
                measure="Nöjd medborgare-index, fråga 14",
            ),
        ),
        outcomes=(OutcomeKind.EMPLOYEES,),
        uses=(Use.SERVICE, Use.COMMUNICATION, Use.IDEAS),
        presence_why=(
            "Vi väljer inte våra invånare. Om vi bara finns på kommunhuset mellan åtta och fyra, så finns vi inte för "
            "den som jobbar då, den som inte vill ringa och den som inte vet vad frågan heter på kommunska."
        ),
        presence_how=(
            "Som den bästa kollegan i receptionen: lugn, vänlig, säger ”jag vet inte, men jag tar reda på det” och "
            "gör det."
        ),
        presence_which=(
            "Kanaler där man kan fråga och få svar gör oss tydliga. Kanaler där vi bara sänder gör oss till en "
            "anslagstavla."
        ),
        vision="Att ingen i Björkshamn ska behöva känna någon på kommunen för att få veta hur det funkar.",
        mission=(
            "Vi svarar, förklarar och säger till i tid: om skolan, omsorgen, gatorna och vattnet, till alla 31 000 som "
            "bor här."
        ),
        core_message="Det är din kommun. Fråga oss, så svarar någon med ett namn.",
        positioning="Kommunen vid kusten som svarar som en granne och vet som en myndighet.",
        how_we_engage=(
            "Vi börjar i deras fråga, inte i vår nyhet. Vi frågar om saker där svaret spelar roll: vilken gångväg är "
            "mörkast, vad ska vi göra på lovet? Och vi berättar vad som hände sen."
        ),
        how_we_build_trust=(
            "Den som svarar skriver sitt förnamn. När vi har fel rättar vi öppet och låter den gamla texten stå kvar. "
            "Lika regler för alla kommentarer, vem som än är vid makten."
        ),
        how_we_differ="Svaret först, myndigheten sen. Och alltid ett förnamn under.",
        values=(BrandValue.OPENNESS, BrandValue.INCLUSION, BrandValue.LOCAL),
        proofs=(
            Proof(value=BrandValue.OPENNESS, proof="Vad vi döljer och varför räknas upp på webben varje månad."),
            Proof(
                value=BrandValue.INCLUSION,
                proof="Nio av tio inlägg har alt-text eller undertexter, i våras var det hälften.",
            ),
            Proof(value=BrandValue.LOCAL, proof="Alla på bild jobbar eller bor här. Inga köpta bilder sedan maj."),
        ),
        messages=(
            Message(text="Fråga här, så får du svar av en människa med namn", effect=5, effort=3),
            Message(text="Svaren på de vanligaste frågorna ligger på samma ställe, dygnet runt", effect=4, effort=2),
            Message(text="Här är ditt jobb viktigt redan på måndag", effect=4, effort=3),
            Message(text="Kommunstyrelsen har antagit en ny plan", effect=1, effort=4),
        ),
        competitors=(
            Competitor(
                name="Sälviks kommun",
                link="https://salvik.example",
                learn="Svarar på kvällarna två dagar i veckan, och säger vilka.",
                differ="De svarar som ”Kommunen”. Vi svarar som Amir och Birgitta.",
            ),
            Competitor(
                name="Gruppen ”Ordet är fritt i Björkshamn”",
                link="https://facebook.example/ordetarfritt",
                learn="Där kommer svaret efter fyra minuter. Det är fel var tredje gång, men det kommer.",
                differ="Vi kan kolla. Och vi svarar likadant till den som inte har vänner i gruppen.",
            ),
        ),
        people=_people(),
        enough_time=2,
        enough_money=2,
        enough_skill=4,
        delegation=(
            Delegation(task=Task.STRATEGY, done_by=DoneBy.INTERNAL),
            Delegation(
                task=Task.PRODUCTION,
                done_by=DoneBy.INTERNAL,
                note="Fotograf på ramavtal fyra dagar om året, annars Elin.",
            ),
            Delegation(task=Task.PUBLISHING, done_by=DoneBy.INTERNAL),
            Delegation(task=Task.ADS, done_by=DoneBy.AGENCY, note="Byrån på ramavtalet sätter upp, Sofia bestämmer."),
            Delegation(task=Task.DIALOGUE, done_by=DoneBy.INTERNAL, note="Myndighetens röst, läggs aldrig ut."),
            Delegation(task=Task.MEASURING, done_by=DoneBy.INTERNAL),
        ),
        learning=(
            Learning(
                person=AMIR,
                topic="Offentlighet och sekretess i kommentarsfält",
                form=LearningForm.COURSE,
                due=date(2026, 10, 7),
            ),
            Learning(
                person=SOFIA,
                topic="Skriva om jobb så att någon vill ha det",
                form=LearningForm.COLLEAGUE,
                due=date(2026, 12, 4),
            ),
            Learning(
                person=BIRGITTA,
                topic="Bemöta hat utan att mata det",
                form=LearningForm.SPECIALIST,
                due=date(2027, 1, 20),
            ),
            Learning(
                person=ELIN, topic="Undertexter på tio minuter", form=LearningForm.SELF_STUDY, due=date(2026, 9, 25)
            ),
        ),
        channels_now=(
            ChannelNow(
                platform=Platform.FACEBOOK,
                account="Björkshamns kommun",
                followers=11_200,
                posts_a_month=19,
                hours_a_week=13,
                result="Hälften av alla frågor i sociala medier, och 640 besök i månaden på Frågor och svar",
                seen=COUNTED,
            ),
            ChannelNow(
                platform=Platform.INSTAGRAM,
                account="@bjorkshamnskommun",
                followers=3_900,
                posts_a_month=8,
                hours_a_week=6,
                result="230 besök i månaden på Frågor och svar, mest från händelser",
                seen=COUNTED,
            ),
            ChannelNow(
                platform=Platform.LINKEDIN,
                account="Björkshamns kommun",
                followers=1_450,
                posts_a_month=3,
                hours_a_week=2,
                result="9 av 24 ansökningar i kvartalet",
                seen=COUNTED,
            ),
            ChannelNow(
                platform=Platform.MESSENGER,
                account="Björkshamns kommun",
                hours_a_week=4,
                result="95 samtal i månaden, ingen vet hur många som fick hjälp",
                seen=COUNTED,
            ),
            ChannelNow(
                platform=Platform.X,
                account="@bjorkshamn",
                followers=1_100,
                posts_a_month=6,
                hours_a_week=1,
                result="Två klick sedan januari, båda från oss själva",
                seen=COUNTED,
            ),
        ),
        results_now=(
            "Vi vet: 900 besök i månaden på Frågor och svar börjar i sociala medier (snitt juni–augusti 2026). Svaret på "
            "Facebook dröjer 19 timmar, och sju av tio frågor kommer när ingen är på plats. En tredjedel av timmarna går "
            "till nyheter från kommunhuset. Vi tror: att folk vill ha dem."
        ),
        initiatives=(
            Initiative(name="Veckans fråga", status=InitiativeStatus.START, reason="Fem ämnen är hälften av frågorna"),
            Initiative(
                name="En dag på jobbet",
                status=InitiativeStatus.STRENGTHEN,
                reason="Folk söker för att de känt igen någon",
            ),
            Initiative(
                name="Gemensam inkorg med kontaktcenter",
                status=InitiativeStatus.START,
                reason="Samma fråga fick tre svar",
            ),
            Initiative(
                name="Nytt från kommunhuset",
                status=InitiativeStatus.DROP,
                reason="Tar en tredjedel, läses av oss själva",
            ),
            Initiative(name="Kontot på X", status=InitiativeStatus.DROP, reason="Når fyra av hundra i ett skarpt läge"),
        ),
        places=_places(),
        parent_strategy="Kommunikationspolicy 2024–2027",
        parent_link="Intranätet, Styrdokument, Kommunikation",
        parent_objectives=(
            "Lätt att förstå, lätt att fråga",
            "Likvärdig information till alla",
            "En arbetsgivare man känner till",
        ),
        version="1.1",
        changes=(
            Change(day=date(2026, 8, 20), version="1.0", what="Första utgåvan", why="Heldag på kommunhuset"),
            Change(
                day=date(2026, 11, 5),
                version="1.1",
                what="Nytt från kommunhuset ner från 20 till 10 % av inläggen, kvällspass på prov",
                why="Svarsloggen och tidrapporterna för september och oktober",
            ),
        ),
    )


def _places() -> tuple[Place, ...]:
    return (
        Place(
            id=WEBSITE,
            name="Webbplatsen",
            kind=PlaceKind.WEBSITE,
            address="https://bjorkshamn.example",
            leads_to_places=(FAQ, VACANCIES, CENTRE, RADIO),
            leads_to_channels=(FACEBOOK, INSTAGRAM),
        ),
        Place(
            id=FAQ,
            name="Frågor och svar",
            kind=PlaceKind.WEBSITE,
            address="https://bjorkshamn.example/fragor",
            leads_to_places=(CENTRE,),
            leads_to_channels=(MESSENGER,),
        ),
        Place(
            id=VACANCIES,
            name="Lediga jobb",
            kind=PlaceKind.WEBSITE,
            address="https://bjorkshamn.example/jobb",
            leads_to_channels=(LINKEDIN,),
        ),
        Place(
            id=CENTRE,
            name="Kontaktcenter",
            kind=PlaceKind.SERVICE,
            address="Storgatan 1, vardagar 8–16",
            leads_to_places=(FAQ,),
        ),
        Place(id=RADIO, name="Lokalradion", kind=PlaceKind.PRESS, address="Vid kris: samma nyheter som på webbplatsen"),
        Place(
            id=MAGAZINE,
            name="Kommuntidningen Hamnbladet",
            kind=PlaceKind.OTHER,
            address="Till alla brevlådor, fyra gånger om året",
        ),
    )


def _people() -> tuple[Person, ...]:
    return (
        Person(
            id=KATARINA,
            name="Katarina",
            department=Department.COMMUNICATIONS,
            roles=(RoleType.APPROVER,),
            hours_a_week=2,
            skills=(
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=3),
                Skill(platform=Platform.LINKEDIN, skill=2, comfort=2),
            ),
            strengths=(Format.TEXT,),
            interest=2,
            leave=(Leave(start=date(2027, 2, 15), end=date(2027, 2, 21)),),
        ),
        Person(
            id=AMIR,
            name="Amir",
            department=Department.COMMUNICATIONS,
            roles=(RoleType.POST, RoleType.REPLY, RoleType.COMMUNITY),
            hours_a_week=8,
            writer=True,
            skills=(
                Skill(platform=Platform.FACEBOOK, skill=3, comfort=3),
                Skill(platform=Platform.MESSENGER, skill=2, comfort=3),
                Skill(platform=Platform.INSTAGRAM, skill=2, comfort=2),
            ),
            strengths=(Format.QA, Format.TEXT, Format.IMAGE),
            interest=3,
            leave=(Leave(start=date(2026, 12, 28), end=date(2027, 1, 5)),),
        ),
        Person(
            id=ELIN,
            name="Elin",
            department=Department.COMMUNICATIONS,
            roles=(RoleType.POST, RoleType.REPLY),
            hours_a_week=8,
            writer=True,
            skills=(
                Skill(platform=Platform.INSTAGRAM, skill=3, comfort=3),
                Skill(platform=Platform.INSTAGRAM, format=Format.SHORT_VIDEO, skill=3, comfort=2),
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=1),
                Skill(platform=Platform.SNAPCHAT, skill=1, comfort=1),
            ),
            strengths=(Format.SHORT_VIDEO, Format.CAROUSEL, Format.STORY),
            interest=3,
            leave=(Leave(start=date(2027, 2, 15), end=date(2027, 2, 19)),),
        ),
        Person(
            id=JOHAN,
            name="Johan",
            department=Department.COMMUNICATIONS,
            roles=(RoleType.BLOG, RoleType.ANALYST),
            hours_a_week=4,
            writer=True,
            skills=(Skill(platform=Platform.FACEBOOK, skill=2, comfort=1),),
            strengths=(Format.LINK, Format.INFOGRAPHIC),
            interest=2,
        ),
        Person(
            id=BIRGITTA,
            name="Birgitta",
            department=Department.CUSTOMER_SERVICE,
            roles=(RoleType.REPLY,),
            hours_a_week=5,
            writer=True,
            skills=(
                Skill(platform=Platform.MESSENGER, skill=3, comfort=3),
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=1),
            ),
            strengths=(Format.QA,),
            interest=2,
            leave=(Leave(start=date(2026, 12, 21), end=date(2027, 1, 1)),),
        ),
        Person(
            id=SOFIA,
            name="Sofia",
            department=Department.HR,
            roles=(RoleType.POST, RoleType.REPLY, RoleType.ADS),
            hours_a_week=3,
            writer=True,
            skills=(
                Skill(platform=Platform.LINKEDIN, skill=2, comfort=2),
                Skill(platform=Platform.LINKEDIN, format=Format.SHORT_VIDEO, skill=1, comfort=1),
            ),
            strengths=(Format.TEXT,),
            interest=3,
        ),
        Person(
            id=GUNILLA,
            name="Gunilla",
            department=Department.OTHER,
            hours_a_week=0,
            roles=(RoleType.APPROVER,),
            skills=(Skill(platform=Platform.FACEBOOK, skill=1, comfort=2),),
            interest=1,
        ),
    )

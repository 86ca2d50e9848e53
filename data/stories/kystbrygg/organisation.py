"""Kystbrygg itself: nine people on a quay, five half-kept channels, twelve hours a week."""

from datetime import date

from stories.kystbrygg.names import (
    END,
    FACEBOOK,
    INGRID,
    INSTAGRAM,
    JONAS,
    LIV,
    MARIT,
    NEWSLETTER,
    QUAY,
    SANDER,
    SHOP,
    START,
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
        name="Kystbrygg",
        type=OrganisationType.SHOP,
        industry="Kaffe- og tebrenneri med nettbutikk",
        language=Language.NORWEGIAN,
        country=Country.NORWAY,
        currency=Currency.NOK,
        start=START,
        end=END,
        business_goals=(
            BusinessGoal(
                id="mal-nettsalg",
                text="Nettbutikken skal bære halve omsetningen, så vi tåler vintre uten cruisebåter.",
                measure="Nettbutikkens andel av omsetningen, 34 % i 2025",
                due=END,
            ),
            BusinessGoal(
                id="mal-jevn-inntekt",
                text="Faste inntekter hver måned, så brenneriet går jevnt også i februar.",
                measure="Kroner fra abonnement per måned",
                due=END,
            ),
            BusinessGoal(
                id="mal-fornoyde",
                text="Kunder som får hjelp samme dag og kommer tilbake.",
                measure="Reklamasjoner og gjenkjøp i ordresystemet",
            ),
        ),
        outcomes=(OutcomeKind.CUSTOMERS,),
        uses=(Use.MARKETING, Use.SERVICE, Use.BRAND),
        presence_why=(
            "Vi ligger der veien slutter. Uten sosiale medier vet bare de som går forbi brygga at vi finnes, og "
            "i januar går det ikke mange forbi."
        ),
        presence_how=(
            "Som han som står bak disken og gjerne viser deg hvordan: kunnskapsrik, litt tørrvittig, aldri belærende."
        ),
        presence_which=(
            "Levende bilder av folk som brenner og brygger gjør oss tydelige. Polerte produktbilder gjør oss "
            "like alle andre."
        ),
        vision="At hverdagskaffen i norske hjem smaker som om noen har tenkt på deg.",
        mission=(
            "Vi brenner kaffe i små partier ved kaia i Skarvhamn, og hjelper folk over hele landet å brygge den "
            "godt hjemme."
        ),
        core_message="Ferskbrent fra kysten, brygget godt hjemme hos deg.",
        positioning="Det naturlige valget for den som vil brygge bedre kaffe hjemme uten å bli nerd av det.",
        how_we_engage=(
            "Vi spør om ting folk har svar på: hvordan drikker du den, hva gikk galt, hvilken skal vi brenne "
            "neste gang? Og vi svarer alle som svarer."
        ),
        how_we_build_trust=(
            "Jonas viser også brenningene som gikk galt. Vi sier hvilken dato posen er brent, og hva bonden fikk "
            "betalt."
        ),
        how_we_differ="Vind, måker og en trommel som bråker: du hører at det er oss før du ser logoen.",
        values=(BrandValue.LOCAL, BrandValue.QUALITY, BrandValue.OPENNESS),
        proofs=(
            Proof(
                value=BrandValue.QUALITY,
                proof="Brennedatoen står på hver pose, og ingenting eldre enn 14 dager sendes.",
            ),
            Proof(value=BrandValue.LOCAL, proof="Alle ni bor i kommunen, og emballasjen trykkes 40 minutter unna."),
            Proof(value=BrandValue.OPENNESS, proof="Innkjøpsprisen står på nettsiden for hver eneste kaffe."),
        ),
        messages=(
            Message(text="Kaffen er brent samme uke som du får den", effect=5, effort=2),
            Message(text="God kaffe hjemme krever tre ting, ikke dyrt utstyr", effect=5, effort=3),
            Message(text="Ni mennesker på en brygge står bak posen", effect=4, effort=2),
            Message(text="Vi kan opprinnelsen til hver bønne", effect=2, effort=4),
        ),
        competitors=(
            Competitor(
                name="Tåkeheim Kaffe",
                link="https://taakeheim.example",
                learn="Svarer på alle kommentarer innen en time og signerer med fornavn.",
                differ="De har studio og reklamebyrå. Vi har kaia, vinden og Jonas.",
            ),
            Competitor(
                name="Koppen Direkte",
                link="https://koppendirekte.example",
                learn="Abonnementet forklares på ti sekunder: velg, få, pause når du vil.",
                differ="De selger ti brenneriers kaffe. Vi vet hvem som tok i din pose.",
            ),
        ),
        people=_people(),
        enough_time=2,
        enough_money=2,
        enough_skill=4,
        delegation=(
            Delegation(task=Task.STRATEGY, done_by=DoneBy.INTERNAL),
            Delegation(task=Task.PRODUCTION, done_by=DoneBy.INTERNAL, note="Fotograf to ganger i året, ellers Sander."),
            Delegation(task=Task.PUBLISHING, done_by=DoneBy.INTERNAL),
            Delegation(task=Task.ADS, done_by=DoneBy.INTERNAL, note="Ingrid, etter kurset i oktober."),
            Delegation(task=Task.DIALOGUE, done_by=DoneBy.INTERNAL, note="Settes aldri bort."),
            Delegation(task=Task.MEASURING, done_by=DoneBy.INTERNAL),
        ),
        learning=(
            Learning(
                person=INGRID, topic="Sette opp og lese annonser", form=LearningForm.COURSE, due=date(2026, 10, 14)
            ),
            Learning(person=JONAS, topic="Snakke til kamera", form=LearningForm.COLLEAGUE, due=date(2026, 9, 18)),
            Learning(
                person=MARIT, topic="Klippe en film på telefonen", form=LearningForm.COLLEAGUE, due=date(2027, 1, 22)
            ),
        ),
        channels_now=(
            ChannelNow(
                platform=Platform.INSTAGRAM,
                account="@kystbrygg",
                followers=4180,
                posts_a_month=11,
                hours_a_week=4,
                result="112 av 140 bestillinger i måneden fra sosiale medier",
                seen=date(2026, 8, 26),
            ),
            ChannelNow(
                platform=Platform.FACEBOOK,
                account="Kystbrygg",
                followers=2950,
                posts_a_month=9,
                hours_a_week=3,
                result="27 bestillinger i måneden og de fleste spørsmål om åpningstider",
                seen=date(2026, 8, 26),
            ),
            ChannelNow(
                platform=Platform.TIKTOK,
                account="@kystbrygg",
                followers=240,
                posts_a_month=3,
                hours_a_week=2,
                result="Én bestilling i måneden, mange glade ungdommer",
                seen=date(2026, 8, 26),
            ),
            ChannelNow(
                platform=Platform.LINKEDIN,
                account="Kystbrygg",
                followers=310,
                posts_a_month=2,
                hours_a_week=1.5,
                result="Tre kafeer har spurt om engrospriser, ingen kjøpte",
                seen=date(2026, 8, 26),
            ),
            ChannelNow(
                platform=Platform.X,
                account="@kystbrygg",
                followers=190,
                posts_a_month=1,
                hours_a_week=0.5,
                result="Ingen vet",
                seen=date(2026, 8, 26),
            ),
        ),
        results_now=(
            "Vi vet: 140 bestillinger i måneden begynner i sosiale medier (snitt for juni–august 2026), fire av "
            "fem på Instagram. Nyhetsbrevet gir omtrent like mange, og halvparten av dem som melder seg på, "
            "kommer fra Instagram. Vi tror: at Facebook holder liv i lørdagshandelen på brygga."
        ),
        initiatives=(
            Initiative(
                name="Fredagskoppen", status=InitiativeStatus.STRENGTHEN, reason="Gir flest bestillinger per film"
            ),
            Initiative(
                name="Nyhetsbrev annenhver torsdag",
                status=InitiativeStatus.STRENGTHEN,
                reason="Halvparten av nettsalget",
            ),
            Initiative(
                name="Forsøk på TikTok", status=InitiativeStatus.START, reason="Sander vil, og det har en sluttdato"
            ),
            Initiative(name="LinkedIn og X", status=InitiativeStatus.DROP, reason="To timer i uka uten et eneste salg"),
            Initiative(name="Ukens produktbilde", status=InitiativeStatus.DROP, reason="Pent, men selger knapt"),
        ),
        places=(
            Place(
                id=SHOP,
                name="Nettbutikken",
                kind=PlaceKind.SHOP,
                address="https://kystbrygg.example",
                leads_to_places=(NEWSLETTER,),
                leads_to_channels=(INSTAGRAM,),
            ),
            Place(
                id=NEWSLETTER,
                name="Torsdagsbrevet",
                kind=PlaceKind.NEWSLETTER,
                address="https://kystbrygg.example/torsdagsbrevet",
                leads_to_places=(SHOP,),
                leads_to_channels=(INSTAGRAM,),
            ),
            Place(
                id=QUAY,
                name="Butikken på brygga",
                kind=PlaceKind.VENUE,
                address="Sjøgata 4, Skarvhamn",
                leads_to_channels=(FACEBOOK, INSTAGRAM),
            ),
            Place(id="sted-lappen", name="Lappen i pakken", kind=PlaceKind.OTHER, address="Ligger i hver forsendelse"),
        ),
        parent_strategy="Forretningsplan 2026–2028",
        parent_link="Fellesmappa, Styret, Plan 2026",
        parent_objectives=("Halve omsetningen fra nettbutikken", "Faste inntekter gjennom vinteren"),
        version="1.1",
        changes=(
            Change(day=date(2026, 8, 27), version="1.0", what="Første utgave", why="To kvelder på brenneriet"),
            Change(
                day=date(2026, 11, 4),
                version="1.1",
                what="Produktbildene ned fra 30 til 15 %, ansikter og tips opp",
                why="Tallene for september og oktober",
            ),
        ),
    )


def _people() -> tuple[Person, ...]:
    return (
        Person(
            id=INGRID,
            name="Ingrid",
            department=Department.MANAGEMENT,
            roles=(RoleType.APPROVER, RoleType.ADS, RoleType.ANALYST),
            hours_a_week=2,
            skills=(
                Skill(platform=Platform.INSTAGRAM, skill=1, comfort=2),
                Skill(platform=Platform.FACEBOOK, skill=2, comfort=2),
                Skill(platform=Platform.LINKEDIN, skill=1, comfort=1),
            ),
            strengths=(Format.TEXT,),
            interest=2,
            leave=(Leave(start=date(2027, 2, 22), end=date(2027, 2, 28)),),
        ),
        Person(
            id=MARIT,
            name="Marit",
            department=Department.SALES,
            roles=(RoleType.POST, RoleType.REPLY, RoleType.COMMUNITY),
            hours_a_week=4,
            writer=True,
            skills=(
                Skill(platform=Platform.INSTAGRAM, skill=2, comfort=3),
                Skill(platform=Platform.INSTAGRAM, format=Format.SHORT_VIDEO, skill=1, comfort=2),
                Skill(platform=Platform.FACEBOOK, skill=3, comfort=3),
                Skill(platform=Platform.TIKTOK, skill=0, comfort=1),
            ),
            strengths=(Format.IMAGE, Format.STORY, Format.TEXT),
            interest=3,
            leave=(Leave(start=date(2027, 2, 1), end=date(2027, 2, 7)),),
        ),
        Person(
            id=JONAS,
            name="Jonas",
            department=Department.OTHER,
            roles=(RoleType.POST, RoleType.BLOG),
            hours_a_week=2,
            writer=True,
            skills=(
                Skill(platform=Platform.INSTAGRAM, skill=1, comfort=1),
                Skill(platform=Platform.INSTAGRAM, format=Format.LIVE, skill=2, comfort=1),
                Skill(platform=Platform.FACEBOOK, skill=1, comfort=1),
            ),
            strengths=(Format.QA, Format.CAROUSEL),
            interest=2,
        ),
        Person(
            id=SANDER,
            name="Sander",
            department=Department.MARKETING,
            roles=(RoleType.POST, RoleType.REPLY),
            hours_a_week=4,
            writer=True,
            skills=(
                Skill(platform=Platform.INSTAGRAM, format=Format.SHORT_VIDEO, skill=3, comfort=3),
                Skill(platform=Platform.INSTAGRAM, skill=2, comfort=3),
                Skill(platform=Platform.TIKTOK, skill=3, comfort=3),
                Skill(platform=Platform.FACEBOOK, skill=1, comfort=1),
            ),
            strengths=(Format.SHORT_VIDEO, Format.STORY),
            interest=3,
            leave=(
                Leave(start=date(2026, 12, 9), end=date(2026, 12, 11)),
                Leave(start=date(2026, 12, 21), end=date(2027, 1, 3)),
            ),
        ),
        Person(
            id=LIV,
            name="Liv",
            department=Department.CUSTOMER_SERVICE,
            roles=(RoleType.REPLY,),
            hours_a_week=0,
            skills=(Skill(platform=Platform.FACEBOOK, skill=1, comfort=2),),
            interest=1,
        ),
    )

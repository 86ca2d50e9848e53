"""How Björkshamn answers: in office hours, with a first name, by the law, and with two steps to climb."""

from datetime import date

from stories.bjorkshamn.log import ROUNDS
from stories.bjorkshamn.names import (
    AMIR,
    BIRGITTA,
    ELIN,
    FACEBOOK,
    GUNILLA,
    INSTAGRAM,
    JOHAN,
    KATARINA,
    LINKEDIN,
    MESSENGER,
    SOFIA,
)
from stories.days import every
from stories.rows import raci
from workshoplib.strategy.choices import Department, Platform, Rhythm, RoleType
from workshoplib.strategy.response import (
    Account,
    Activation,
    ActivationType,
    AlertLevel,
    Ambassador,
    AnswerTemplate,
    Assignment,
    Case,
    CaseType,
    ChannelPlan,
    CommunityTask,
    DecisionKind,
    DecisionRight,
    Drill,
    Freedom,
    Handover,
    Insight,
    Level,
    LogEntry,
    Participation,
    PolicyPoint,
    Response,
    RoleDepartments,
    SocialProof,
    ToneSample,
    TopicRule,
    Training,
)

UNWRITTEN = {PolicyPoint.AI, PolicyPoint.STAFF_SAFETY}
WORKING_DAYS = range(5)


def response(log: tuple[LogEntry, ...]) -> Response:
    """The response plan, with the conversations so far."""
    return Response(
        channels=_channels(),
        tone=(
            "Lugnt, rakt och vänligt, med förnamn. Svaret först, regeln sedan. Vi är lika artiga mot den som skäller, men "
            "vi svarar på frågan och inte på tonen."
        ),
        tone_samples=(
            ToneSample(
                situation="Gatlampan är fortfarande trasig",
                do="Du har rätt, den skulle ha varit lagad i fredags. Kent kommer i morgon, jag hör av mig när den lyser. /Amir",
                do_not="Ditt ärende är mottaget och handläggs i turordning.",
            ),
            ToneSample(
                situation="Någon skriver om sin sjuka mamma i kommentarsfältet",
                do="Vad tungt. Det här ska inte stå öppet, så jag döljer det. Skriv till oss i Messenger eller ring, så "
                "hjälper Birgitta dig i dag.",
                do_not="Vi kan inte kommentera enskilda ärenden.",
            ),
            ToneSample(
                situation="Ett rykte: ”Ni lägger ner skolan i Norrhamn”",
                do="Nej, det finns inget sådant beslut och inget förslag. Så här ser skolplanen ut till 2029, med länk. /Amir",
                do_not="Det där stämmer inte alls, kolla källorna!",
            ),
        ),
        levels=_levels(),
        cases=_cases(),
        assignments=_assignments(),
        participation=Participation.MIXED,
        participation_reason=(
            "Fem skriver i kommunens namn, så att rösten och lagen håller. Alla 2 600 anställda får dela och vara med på "
            "bild, ingen måste."
        ),
        policy=tuple(point for point in PolicyPoint if point not in UNWRITTEN),
        policy_link="Intranätet, Styrdokument, Sociala medier, 4 sidor",
        policy_review=date(2027, 9, 1),
        role_departments=(
            RoleDepartments(role=RoleType.POST, departments=(Department.COMMUNICATIONS, Department.HR)),
            RoleDepartments(role=RoleType.REPLY, departments=(Department.COMMUNICATIONS, Department.CUSTOMER_SERVICE)),
            RoleDepartments(role=RoleType.APPROVER, departments=(Department.COMMUNICATIONS, Department.OTHER)),
        ),
        decision_rights=(
            DecisionRight(decision=DecisionKind.PUBLISH, person=AMIR, stand_in=ELIN),
            DecisionRight(decision=DecisionKind.APPROVE, person=KATARINA, stand_in=JOHAN),
            DecisionRight(decision=DecisionKind.PAUSE, person=KATARINA, stand_in=AMIR),
            DecisionRight(decision=DecisionKind.SPEND, person=KATARINA, stand_in=SOFIA, up_to=5_000),
        ),
        topics=(
            TopicRule(topic="Öppettider, sopor, snö, e-tjänster", freedom=Freedom.FREE),
            TopicRule(topic="Köer och avgifter", freedom=Freedom.FREE),
            TopicRule(topic="Bygglov och tolkning av regler", freedom=Freedom.CHECK),
            TopicRule(topic="Fattade politiska beslut, bara fakta", freedom=Freedom.CHECK),
            TopicRule(topic="Förslag som inte är beslutade", freedom=Freedom.APPROVE),
            TopicRule(topic="Enskilda ärenden och kollegor", freedom=Freedom.APPROVE),
            TopicRule(topic="Partier och förtroendevalda", freedom=Freedom.APPROVE),
        ),
        fast_lane=(
            "Halka, stängd väg, trasigt vatten: Amir publicerar direkt, webben först. Aldrig personuppgifter, gissningar "
            "om orsaken eller något om skuld."
        ),
        fast_lane_approver=KATARINA,
        fast_lane_minutes=15,
        private_rule=(
            "Personnummer, hälsa, barn, ekonomi och grannar hör inte hemma i öppna fält. Vi döljer, sparar en bild till "
            "diariet och bjuder in."
        ),
        private_script="Det här hjälper vi dig gärna med, men inte inför alla. Skriv i Messenger eller ring, så tar Birgitta det.",
        templates=_templates(),
        handovers=(
            Handover(
                trigger="Frågan är ett ärende: ansökan, klagomål eller orosanmälan",
                from_department=Department.COMMUNICATIONS,
                to_department=Department.CUSTOMER_SERVICE,
                how="Tråden märks Ärende i inkorgen. Kontaktcenter svarar den som frågat och registrerar.",
                within_hours=4,
            ),
            Handover(
                trigger="Någon begär ut en handling, eller skriver något som ska diarieföras",
                from_department=Department.CUSTOMER_SERVICE,
                to_department=Department.OTHER,
                how="Skärmbild och länk till registrator. Gunilla lämnar ut eller diarieför, och gallrar resten efter plan.",
                within_hours=24,
            ),
            Handover(
                trigger="En sökande undrar hur det går",
                from_department=Department.HR,
                to_department=Department.MANAGEMENT,
                how="Sofia mejlar chefen med namnet och dagen för ansökan. Chefen ringer.",
                within_hours=48,
            ),
        ),
        meeting_rhythm=Rhythm.FORTNIGHTLY,
        meeting_agenda="Vad frågade de om, vilket svar saknas på webben, vad slutar vi göra",
        community_tasks=(
            CommunityTask(
                task="Läsa, och rätta fakta med länk när något är fel",
                where="Gruppen ”Ordet är fritt i Björkshamn”",
                person=AMIR,
                minutes_a_week=60,
            ),
            CommunityTask(
                task="Säga till om lov, köer och avgifter",
                where="Gruppen ”Föräldrar i Björkshamn”",
                person=BIRGITTA,
                minutes_a_week=20,
            ),
        ),
        activations=(
            Activation(
                type=ActivationType.VOTE,
                idea="Rösta om var Kents trettio nya lampor ska stå",
                owner=AMIR,
                starts=date(2027, 1, 19),
            ),
            Activation(
                type=ActivationType.SURVEY,
                idea="Ungdomsrådet frågar: vad saknar du på kvällarna?",
                owner=ELIN,
                starts=date(2026, 12, 11),
            ),
            Activation(
                type=ActivationType.CONTEST,
                idea="Gissa antalet semlor i skolköket",
                owner=ELIN,
                rules_link="https://bjorkshamn.example/regler",
                prize_cost=45,
                starts=date(2027, 2, 9),
            ),
        ),
        proofs=(
            SocialProof(
                id="bevis-robot",
                quote="Var säker på att det var en robot. Sen skrev han att hans unge också vägrar galonbyxor.",
                source="Meddelande i Messenger den 6 oktober 2026",
                consent=True,
                consent_note="Svar i tråden den 7 oktober, diariefört",
                credit="Mamma i Sörviken",
            ),
            SocialProof(
                id="bevis-mariam",
                quote="Om hon har det bra där så kanske jag också kan.",
                source="Meddelande på LinkedIn den 29 oktober 2026",
            ),
        ),
        insights=(
            Insight(
                day=date(2026, 9, 21),
                question="Varför heter det belysningsanläggning när man ska anmäla en lampa?",
                theme="ord på webben",
                passed_to=Department.COMMUNICATIONS,
                outcome="Sidan heter ”Trasig gatlampa” sedan den 5 oktober",
            ),
            Insight(
                day=date(2026, 10, 12),
                question="Kan man få sms när skolskjutsen är inställd?",
                theme="skolskjuts",
                passed_to=Department.OTHER,
                outcome="Går redan. Ingen visste det, så det blev veckans fråga den 13 december",
            ),
            Insight(
                day=date(2026, 11, 2),
                question="Varför frågar ni om personnummer innan man får veta om det finns plats?",
                theme="förskoleplats",
                passed_to=Department.IT,
            ),
        ),
        ambassadors=(
            Ambassador(
                name="Mariam, Strandgården",
                platform=Platform.LINKEDIN,
                permission=True,
                rhythm=Rhythm.MONTHLY,
                contact=SOFIA,
            ),
            Ambassador(
                name="Ungdomsrådet", platform=Platform.INSTAGRAM, permission=True, rhythm=Rhythm.QUARTERLY, contact=ELIN
            ),
        ),
        advocacy_rules=(
            "Dela gärna, och säg att du jobbar här. Du har rätt att tycka vad du vill om kommunen, det har alla som jobbar "
            "i en. Men skriv aldrig om dem vi är till för."
        ),
        accounts=_accounts(),
        trainings=(
            Training(
                audience="Alla som svarar",
                topic="Vad som är allmän handling, vad som diarieförs och vad som gallras",
                day=date(2026, 10, 7),
                done=True,
            ),
            Training(audience="Kontaktcenter", topic="Bemöta hat utan att mata det", day=date(2027, 1, 20)),
            Training(audience="Alla chefer", topic="Dela en tjänst så att någon läser den", day=date(2026, 12, 4)),
        ),
        drills=(
            Drill(
                day=date(2026, 10, 22),
                case="Torsdag klockan 17.20: ”Kranvattnet smakar diesel”, delat 140 gånger",
                minutes=70,
                gaps=(
                    "Ingen kom åt inkorgen hemifrån. Numret till lokalradion stod på en lapp i kommunhuset. Webben "
                    "uppdaterades efter Facebook."
                ),
            ),
        ),
        log=log,
    )


def _channels() -> tuple[ChannelPlan, ...]:
    return (
        ChannelPlan(
            id="svar-facebook",
            channel=FACEBOOK,
            responder=AMIR,
            stand_in=BIRGITTA,
            target_minutes=180,
            staffed=every(WORKING_DAYS, ROUNDS[FACEBOOK]),
            answers_alone=(AlertLevel.GREEN,),
            out_of_hours=(
                "Vi läser vardagar 8–16. Vatten, väg eller värme som inte kan vänta: ring jouren. Fara för liv: ring 112."
            ),
        ),
        ChannelPlan(
            id="svar-messenger",
            channel=MESSENGER,
            responder=BIRGITTA,
            stand_in=AMIR,
            target_minutes=120,
            staffed=every(WORKING_DAYS, ROUNDS[MESSENGER]),
            answers_alone=(AlertLevel.GREEN, AlertLevel.YELLOW),
            out_of_hours=(
                "Hej! Kontaktcenter är tillbaka klockan 8 nästa vardag. Svaren på de vanligaste frågorna finns redan nu, "
                "på Frågor och svar. Det du skriver blir allmän handling."
            ),
        ),
        ChannelPlan(
            id="svar-instagram",
            channel=INSTAGRAM,
            responder=ELIN,
            stand_in=AMIR,
            target_minutes=480,
            staffed=every(WORKING_DAYS, ROUNDS[INSTAGRAM]),
            answers_alone=(AlertLevel.GREEN,),
            out_of_hours="Vi svarar vardagar. Skriv i Messenger om det gäller dig och inte alla.",
        ),
        ChannelPlan(
            id="svar-linkedin",
            channel=LINKEDIN,
            responder=SOFIA,
            target_minutes=1_440,
            staffed=every(WORKING_DAYS, ROUNDS[LINKEDIN]),
            answers_alone=(AlertLevel.GREEN,),
        ),
    )


def _levels() -> tuple[Level, ...]:
    return (
        Level(
            level=AlertLevel.GREEN,
            condition="Vanliga frågor, klagomål och beröm",
            accelerators="Samma klagomål från fem olika på en dag",
            reply="Svara själv, med sparat svar och en egen mening först.",
            owner=AMIR,
            stand_in=BIRGITTA,
            escalation="Ingen",
            deadline_minutes=180,
        ),
        Level(
            level=AlertLevel.YELLOW,
            condition="Rykten som sprids, påhopp på namngivna, troll i flera trådar, personuppgifter i öppna fält",
            accelerators="Delat mer än 50 gånger, en tidning hör av sig, eller någon i personalen hängs ut",
            reply="”Vi ser er oro. Det här vet vi, det här vet vi inte, och nästa besked kommer klockan {tid}.”",
            owner=KATARINA,
            stand_in=AMIR,
            escalation="Steg 1: Katarina på telefon, även kvällar. Förvaltningschefen när sakfrågan är deras.",
            deadline_minutes=60,
        ),
        Level(
            level=AlertLevel.RED,
            condition="Fara för liv, hälsa eller vatten. Hot mot någon. Läckta uppgifter. Konto kapat.",
            accelerators="Allt som rör barn",
            reply="”Det har hänt något. Senaste nytt finns på webbplatsen och i lokalradion. Ring 112 vid fara.”",
            owner=KATARINA,
            stand_in=JOHAN,
            escalation="Steg 2: krisledningen genom kommundirektören, säkerhetssamordnaren, polisen vid hot",
            deadline_minutes=20,
        ),
    )


def _cases() -> tuple[Case, ...]:
    return (
        Case(
            type=CaseType.QUESTION,
            reply="Bra fråga! Så här är det:",
            owner=AMIR,
            deadline_hours=24,
            escalation="Kontaktcenter",
        ),
        Case(
            type=CaseType.COMPLAINT,
            reply="Tack för att du säger till. Det här gör vi nu:",
            owner=BIRGITTA,
            deadline_hours=72,
            escalation="Förvaltningen, och diariet",
        ),
        Case(
            type=CaseType.PROBLEM,
            reply="Det ordnar vi. Skriv i Messenger var det är, så anmäler vi åt dig.",
            owner=BIRGITTA,
            deadline_hours=48,
        ),
        Case(
            type=CaseType.MISUNDERSTANDING,
            reply="Jag förstår att det kan se ut så. Det här är beslutat, och det här är det inte:",
            owner=AMIR,
            deadline_hours=24,
            escalation="Katarina",
        ),
        Case(type=CaseType.PRAISE, reply="Vad glad jag blir! Jag hälsar till dem.", owner=AMIR, deadline_hours=48),
        Case(
            type=CaseType.IDEA,
            reply="Den skickar jag till dem som bestämmer, och så berättar jag vad de sa.",
            owner=JOHAN,
            deadline_hours=336,
        ),
        Case(
            type=CaseType.ABUSE,
            reply="Dölj, ta skärmbild till diariet, säg till. Svara inte. Samma regel för alla partier.",
            owner=AMIR,
            deadline_hours=4,
            escalation="Steg 1: Katarina. Steg 2 vid hot: säkerhetssamordnaren och polisanmälan",
        ),
    )


def _assignments() -> tuple[Assignment, ...]:
    return raci(
        (
            ("Göra filmer och bilder", {ELIN: "R", KATARINA: "A", AMIR: "C"}),
            ("Skriva Frågor och svar", {JOHAN: "R", KATARINA: "A", BIRGITTA: "C", AMIR: "I"}),
            ("Svara på Facebook", {AMIR: "R", KATARINA: "A", BIRGITTA: "C"}),
            ("Svara i Messenger", {BIRGITTA: "R", KATARINA: "A", AMIR: "C"}),
            ("Svara på kvällar och söndagar", {KATARINA: "A", BIRGITTA: "C"}),
            ("Berätta om jobb", {SOFIA: "R", KATARINA: "A", ELIN: "C"}),
            ("Dölja och spara kommentarer", {AMIR: "R", KATARINA: "A", GUNILLA: "C"}),
            ("Diarieföra och gallra", {GUNILLA: "A", BIRGITTA: "R", AMIR: "I"}),
            ("Läsa siffrorna", {JOHAN: "R", KATARINA: "A", ELIN: "I", SOFIA: "I"}),
        )
    )


def _templates() -> tuple[AnswerTemplate, ...]:
    return (
        AnswerTemplate(
            id="svarsmall-lampa",
            name="Trasig gatlampa",
            type=CaseType.PROBLEM,
            personal_line="Gatan, och något om varför just den lampan är viktig",
            answer=(
                "Numret på stolpen räcker, skriv det här så anmäler jag. Lampan lagas inom tio arbetsdagar, och du får ett "
                "mejl när den lyser. /{namn}"
            ),
        ),
        AnswerTemplate(
            id="svarsmall-forskola",
            name="Kö till förskolan",
            type=CaseType.QUESTION,
            personal_line="Området de bor i, aldrig barnets namn",
            answer="Din egen plats ser du i e-tjänsten, och kön per område här: {länk}. Fastnar du, skriv i Messenger. /{namn}",
        ),
        AnswerTemplate(
            id="svarsmall-allman-handling",
            name="Det du skriver blir allmän handling",
            type=CaseType.COMPLAINT,
            personal_line="Vad klagomålet gäller, med egna ord",
            answer=(
                "Tack. Det här ska utredas på riktigt, så jag lämnar det till registrator. Det blir då en allmän handling "
                "som andra kan begära ut. Vill du lägga till något du inte vill skriva här, ring oss. /{namn}"
            ),
        ),
        AnswerTemplate(
            id="svarsmall-dolt",
            name="Därför döljer vi din kommentar",
            type=CaseType.ABUSE,
            personal_line="Vilken av de fyra reglerna det gäller",
            answer=(
                "Vi har dolt din kommentar, för den {regel}. Frågan får du gärna ställa igen utan det. Texten är sparad och "
                "du kan begära ut den. /{namn}"
            ),
        ),
    )


def _accounts() -> tuple[Account, ...]:
    return (
        Account(
            channel=FACEBOOK,
            handle="Björkshamns kommun",
            owner=AMIR,
            people=(AMIR, ELIN, KATARINA, BIRGITTA),
            two_step_login=True,
            kept_in="Lösenordsvalvet",
            checked=date(2026, 9, 10),
        ),
        Account(
            channel=MESSENGER,
            handle="Björkshamns kommun",
            owner=BIRGITTA,
            people=(AMIR, BIRGITTA),
            two_step_login=True,
            kept_in="Lösenordsvalvet",
            checked=date(2026, 9, 10),
        ),
        Account(
            channel=INSTAGRAM,
            handle="@bjorkshamnskommun",
            owner=ELIN,
            people=(ELIN, AMIR),
            two_step_login=True,
            kept_in="Lösenordsvalvet",
            checked=date(2026, 9, 10),
        ),
        Account(
            channel=LINKEDIN,
            handle="Björkshamns kommun",
            owner=SOFIA,
            people=(SOFIA, KATARINA),
            two_step_login=True,
            kept_in="Personliga inloggningar",
            checked=date(2026, 9, 10),
        ),
        Account(channel=INSTAGRAM, handle="@bjorkshamnsbibliotek", kept_in="Praktikanten från 2022 har det kanske"),
    )

"""How Nørrevang answers: whoever wrote it on LinkedIn, nobody in particular on YouTube."""

from datetime import date

from stories.days import every
from stories.norrevang.names import (
    ANKE,
    BIRGITTE,
    EMIL,
    FACEBOOK,
    HENRIK,
    JOHAN,
    KARSTEN,
    LINKEDIN,
    LONE,
    METTE,
    RASMUS,
    YOUTUBE,
)
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


def response(log: tuple[LogEntry, ...]) -> Response:
    """The response plan, with the conversations so far."""
    return Response(
        channels=_channels(),
        tone=(
            "Fagligt og lige ud, med fornavn. Vi svarer på det, der bliver spurgt om, før vi spørger om noget selv, og "
            "siger til, når vi ikke ved det."
        ),
        tone_samples=(
            ToneSample(
                situation="En tætning er utæt igen efter en uge",
                do=(
                    "Det skal den ikke. Se efter, om akslen er ridset, og send mig et billede. Er den det, hjælper et nyt "
                    "sæt ikke. Hilsen Henrik"
                ),
                do_not="Kontakt venligst vores serviceafdeling for yderligere information.",
            ),
            ToneSample(
                situation="Nogen roser en konkurrents pumpe",
                do="Den er god til tynde væsker. Til ostemasse ville jeg se på noget andet. Hvad kører I? Hilsen Lone",
                do_not="Vores pumper er markedets bedste.",
            ),
            ToneSample(
                situation="Reservedelen er forsinket",
                do="Tre uger er for længe. Jeg har fundet et brugt dæksel, du kan låne fra i morgen. Hilsen Lone",
                do_not="Leveringstiden fremgår af ordrebekræftelsen.",
            ),
        ),
        levels=_levels(),
        cases=_cases(),
        assignments=_assignments(),
        participation=Participation.MIXED,
        participation_reason=(
            "Syv skriver, fem af dem på egne profiler, for kunderne følger mennesker. Alle 140 kan komme med en fejl, der "
            "er værd at vise."
        ),
        policy=(
            PolicyPoint.WHO,
            PolicyPoint.ACCESS,
            PolicyPoint.PRIVATE,
            PolicyPoint.PERSONAL_DATA,
            PolicyPoint.CONFIDENTIAL,
            PolicyPoint.COPYRIGHT,
            PolicyPoint.LABELS,
            PolicyPoint.ACCESSIBILITY,
            PolicyPoint.MODERATION,
            PolicyPoint.CRISIS,
            PolicyPoint.REVIEW,
        ),
        policy_link="Fællesdrevet, Personalehåndbog, afsnit 9",
        policy_review=date(2027, 8, 17),
        role_departments=(
            RoleDepartments(
                role=RoleType.BLOG,
                departments=(Department.SALES, Department.CUSTOMER_SERVICE, Department.BUSINESS_DEVELOPMENT),
            ),
            RoleDepartments(role=RoleType.POST, departments=(Department.MARKETING, Department.HR)),
            RoleDepartments(role=RoleType.REPLY, departments=(Department.MARKETING, Department.CUSTOMER_SERVICE)),
            RoleDepartments(role=RoleType.APPROVER, departments=(Department.MANAGEMENT,)),
        ),
        decision_rights=(
            DecisionRight(decision=DecisionKind.PUBLISH, person=BIRGITTE, stand_in=EMIL),
            DecisionRight(decision=DecisionKind.APPROVE, person=KARSTEN, stand_in=BIRGITTE),
            DecisionRight(decision=DecisionKind.PAUSE, person=BIRGITTE, stand_in=KARSTEN),
            DecisionRight(decision=DecisionKind.SPEND, person=BIRGITTE, stand_in=KARSTEN, up_to=15_000),
        ),
        topics=(
            TopicRule(topic="Fejlfinding, vedligehold og rengøring", freedom=Freedom.FREE),
            TopicRule(topic="Hvad vi selv har gjort forkert", freedom=Freedom.FREE),
            TopicRule(topic="Priser og leveringstider", freedom=Freedom.CHECK),
            TopicRule(topic="Kundernes anlæg, også uden navn", freedom=Freedom.CHECK),
            TopicRule(topic="Fødevaresikkerhed og tilbagekaldelser", freedom=Freedom.APPROVE),
            TopicRule(topic="Løn, overenskomst og kolleger", freedom=Freedom.APPROVE),
        ),
        fast_lane="Et godt svar på en fejl må ud med det samme. Aldrig en kundes navn, anlæg eller tal, som kunden ikke har set.",
        fast_lane_approver=BIRGITTE,
        fast_lane_minutes=30,
        private_rule="Anlægsnumre, tegninger, priser og alt om en kundes produktion hører ikke hjemme i kommentarfeltet.",
        private_script="Det finder vi ud af. Send mig pumpens nummer i en besked, så ringer jeg i dag.",
        templates=(
            AnswerTemplate(
                id="skabelon-saet",
                name="Hvilket sæt passer",
                type=CaseType.QUESTION,
                personal_line="Model og årgang, hvis de har skrevet den",
                answer=(
                    "Se på typeskiltet: de første fire cifre er modellen. Skriv dem her, så får du nummeret på sættet og "
                    "filmen, der viser, hvordan det sidder."
                ),
            ),
            AnswerTemplate(
                id="skabelon-film",
                name="Sendt under et opkald",
                type=CaseType.PROBLEM,
                personal_line="Det, de sagde i telefonen: lyden, lækagen, linjen",
                answer="Her er filmen, vi talte om. Er den ikke tæt efter ti minutter, så ring igen og bed om mig.",
            ),
        ),
        handovers=(
            Handover(
                trigger="Et spørgsmål under et opslag handler om en bestemt pumpe, der står",
                from_department=Department.SALES,
                to_department=Department.CUSTOMER_SERVICE,
                how="Link og pumpens nummer i servicechatten. Henriks vagt ringer op og skriver i tråden bagefter.",
                within_hours=2,
            ),
            Handover(
                trigger="En på YouTube spørger om pris",
                from_department=Department.CUSTOMER_SERVICE,
                to_department=Department.SALES,
                how="Til den sælger, der har landet, med link til kommentaren.",
                within_hours=24,
            ),
        ),
        meeting_rhythm=Rhythm.FORTNIGHTLY,
        meeting_agenda="Hvad ringede de om, hvad spurgte de om under opslagene, hvilken film er den næste",
        community_tasks=(
            CommunityTask(
                task="Svare på to spørgsmål om måneden, uden links",
                where="Gruppen »Mejerifolk i drift«",
                person=LONE,
                minutes_a_week=20,
            ),
            CommunityTask(
                task="Læse med og svare på svensk om rengøring",
                where="Gruppen »Underhåll i livsmedelsindustrin«",
                person=JOHAN,
                minutes_a_week=20,
            ),
        ),
        activations=(
            Activation(
                type=ActivationType.VOTE,
                idea="Hvad ville du tjekke først? Fire fejl, ét lydklip, svaret dagen efter",
                owner=RASMUS,
                starts=date(2027, 1, 28),
            ),
            Activation(
                type=ActivationType.OTHER,
                idea="Tag en slidt del med til messen, og få den læst af Henrik",
                owner=HENRIK,
                starts=date(2027, 4, 20),
            ),
        ),
        proofs=(
            SocialProof(
                id="bevis-kvarter",
                quote="Den kørte igen efter et kvarter. Jeg nåede min kaffe.",
                source="Opkald 28. oktober 2026",
                consent=True,
                consent_note="Mail til Henrik 30. oktober",
                credit="Tekniker, mejeri i Vestjylland",
            ),
            SocialProof(
                id="bevis-lone",
                quote="Hun sagde, at vi ikke skulle købe noget. Så købte vi hos hende næste gang.",
                source="Interview 13. august 2026",
            ),
        ),
        insights=(
            Insight(
                day=date(2026, 9, 24),
                question="Kan I lave en film om lejet?",
                theme="film",
                passed_to=Department.MARKETING,
                outcome="Kommer 2. december",
            ),
            Insight(
                day=date(2026, 10, 6),
                question="Hvorfor skal man give sit nummer for at se en tegning?",
                theme="formular",
                passed_to=Department.SALES,
                outcome="Tegningerne ligger åbent fra 1. november",
            ),
            Insight(
                day=date(2026, 11, 12),
                question="Hvorfor tager et dæksel tre uger?",
                theme="reservedele",
                passed_to=Department.OTHER,
            ),
        ),
        ambassadors=(
            Ambassador(
                name="Driftslederen fra osteriet",
                platform=Platform.LINKEDIN,
                permission=True,
                rhythm=Rhythm.QUARTERLY,
                contact=LONE,
            ),
        ),
        advocacy_rules=(
            "Skriv med dine egne ord, og sig, at du arbejder her. Ingen skal dele noget, og ingen får opslag at skrive af "
            "efter. Profilen er din, også den dag du rejser."
        ),
        accounts=(
            Account(
                channel=LINKEDIN,
                handle="Nørrevang Pumper",
                owner=BIRGITTE,
                people=(BIRGITTE, EMIL, METTE),
                two_step_login=True,
                kept_in="Adgangskodeboksen",
                checked=date(2026, 9, 7),
            ),
            Account(
                channel=YOUTUBE,
                handle="@norrevangpumper",
                owner=EMIL,
                people=(EMIL,),
                two_step_login=True,
                kept_in="Emils telefon",
                checked=date(2026, 9, 7),
            ),
            Account(
                channel=FACEBOOK,
                handle="Lærling hos Nørrevang",
                owner=METTE,
                people=(METTE, EMIL),
                kept_in="Adgangskodeboksen",
            ),
        ),
        trainings=(
            Training(audience="Servicevagten", topic="Sende link, mens man taler", day=date(2026, 9, 22), done=True),
            Training(
                audience="De fem, der skriver", topic="De tre niveauer, og hvem man ringer til", day=date(2027, 1, 14)
            ),
        ),
        drills=(
            Drill(
                day=date(2026, 10, 29),
                case="Rygte torsdag klokken fire: »Metalspåner i fløden, og det var en Nørrevang«",
                minutes=110,
                gaps="Ingen vidste, hvem der taler med kundens kvalitetschef. Anke fik det at vide af en kunde.",
            ),
        ),
        log=log,
    )


def _channels() -> tuple[ChannelPlan, ...]:
    return (
        ChannelPlan(
            id="svar-linkedin",
            channel=LINKEDIN,
            responder=BIRGITTE,
            stand_in=LONE,
            target_minutes=240,
            staffed=every(range(4), (8, 9, 12, 13, 15), fri=(8, 9, 12)),
            answers_alone=(AlertLevel.GREEN,),
            out_of_hours="Vi svarer på hverdage. Står pumpen nu, så ring: nummeret står på den, og nogen tager den.",
        ),
        ChannelPlan(
            id="svar-youtube",
            channel=YOUTUBE,
            responder=HENRIK,
            target_minutes=480,
            staffed=every(range(5), (10, 14)),
            answers_alone=(AlertLevel.GREEN,),
            out_of_hours="Står pumpen, så ring til vagten, også om natten. Her svarer vi på hverdage.",
        ),
        ChannelPlan(
            id="svar-facebook",
            channel=FACEBOOK,
            responder=METTE,
            stand_in=EMIL,
            target_minutes=480,
            staffed=every(range(5), (9, 15)),
            answers_alone=(AlertLevel.GREEN,),
            out_of_hours="Mette er her på hverdage. Du kan også bare møde op i porten og spørge efter hende.",
        ),
    )


def _levels() -> tuple[Level, ...]:
    return (
        Level(
            level=AlertLevel.GREEN,
            condition="Faglige spørgsmål, ros, små fejl og folk, der ved bedre",
            accelerators="Den samme fejl fra to kunder på en uge",
            reply="Svar selv, med eget navn, og vis det hellere end at forklare det.",
            owner=BIRGITTE,
            stand_in=EMIL,
            escalation="Ingen",
            deadline_minutes=240,
        ),
        Level(
            level=AlertLevel.YELLOW,
            condition="En kunde er vred offentligt, den samme del svigter hos flere, eller en lærling er kommet til skade",
            accelerators="En kunde nævner produktsikkerhed, eller opslaget bliver delt uden for branchen",
            reply="»Det skal ikke ske. Vi undersøger det, og du hører fra mig, før vi går hjem i dag.«",
            owner=BIRGITTE,
            stand_in=KARSTEN,
            escalation="Karsten og den sælger, der har kunden, på telefon",
            deadline_minutes=60,
        ),
        Level(
            level=AlertLevel.RED,
            condition="Fødevarer kan være ramt, nogen er alvorligt skadet, eller en journalist ringer",
            accelerators="Alt om metal, lækage i produktet eller tilbagekaldelse",
            reply="»Vi tager det meget alvorligt. Vi taler med kunden nu og vender tilbage inden for en time.«",
            owner=KARSTEN,
            stand_in=BIRGITTE,
            escalation="Kundens kvalitetschef først, så vores egen, så bestyrelsesformanden",
            deadline_minutes=30,
        ),
    )


def _cases() -> tuple[Case, ...]:
    return (
        Case(
            type=CaseType.QUESTION,
            reply="Godt spørgsmål. Det korte svar er:",
            owner=RASMUS,
            deadline_hours=24,
            escalation="Henrik, når det gælder en pumpe, der står",
        ),
        Case(
            type=CaseType.PROBLEM,
            reply="Det får vi løst. Hvad står der på typeskiltet?",
            owner=HENRIK,
            deadline_hours=8,
            escalation="Servicevagten",
        ),
        Case(
            type=CaseType.COMPLAINT,
            reply="Tak, fordi du siger det. Sådan skal det ikke være. Jeg gør det her:",
            owner=LONE,
            deadline_hours=48,
            escalation="Karsten",
        ),
        Case(
            type=CaseType.MISUNDERSTANDING,
            reply="Det tror mange, og det er forståeligt. Prøv at se her:",
            owner=RASMUS,
            deadline_hours=48,
        ),
        Case(
            type=CaseType.PRAISE, reply="Det siger jeg videre til den, der svejsede den.", owner=LONE, deadline_hours=24
        ),
        Case(
            type=CaseType.IDEA,
            reply="Den tager vi med på mødet på torsdag, og så hører du fra os.",
            owner=EMIL,
            deadline_hours=336,
        ),
        Case(
            type=CaseType.ABUSE,
            reply="Skjul, tag et skærmbillede, sig til. Svar ikke.",
            owner=BIRGITTE,
            escalation="Karsten",
        ),
    )


def _assignments() -> tuple[Assignment, ...]:
    return raci(
        (
            ("Skrive på egne profiler", {LONE: "R", HENRIK: "R", JOHAN: "R", ANKE: "R", RASMUS: "R", BIRGITTE: "A"}),
            ("Skrive på firmasiden", {BIRGITTE: "A", EMIL: "R", METTE: "C"}),
            ("Lave film", {EMIL: "A", HENRIK: "R"}),
            ("Svare på LinkedIn", {BIRGITTE: "A", LONE: "R"}),
            ("Svare på YouTube", {HENRIK: "R", EMIL: "C"}),
            ("Købe annoncer", {BIRGITTE: "A", EMIL: "R", KARSTEN: "I"}),
            ("Finde lærlinge og faglærte", {METTE: "A", EMIL: "R"}),
            ("Læse tallene", {BIRGITTE: "A", HENRIK: "R", KARSTEN: "I"}),
        )
    )

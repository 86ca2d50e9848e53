"""How Kystbrygg answers: two people, two hours, three levels, and one gap."""

from datetime import date

from stories.days import every
from stories.kystbrygg.names import FACEBOOK, INGRID, INSTAGRAM, JONAS, LIV, MARIT, SANDER, TIKTOK
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
        channels=(
            ChannelPlan(
                id="svar-instagram",
                channel=INSTAGRAM,
                responder=MARIT,
                stand_in=SANDER,
                target_minutes=120,
                staffed=every(range(5), (9, 11, 13, 15, 20), sat=(9, 11, 13)),
                answers_alone=(AlertLevel.GREEN,),
                out_of_hours="Vi er tilbake klokka ni. Haster det med en pakke, ring butikken fra mandag til lørdag.",
            ),
            ChannelPlan(
                id="svar-facebook",
                channel=FACEBOOK,
                responder=MARIT,
                target_minutes=120,
                staffed=every(range(5), (9, 11, 13, 15), sat=(9, 11, 13)),
                answers_alone=(AlertLevel.GREEN, AlertLevel.YELLOW),
                out_of_hours="Butikken åpner klokka ni, lørdag også. Søndag hviler vi, og svarer mandag morgen.",
            ),
            ChannelPlan(
                id="svar-tiktok",
                channel=TIKTOK,
                responder=SANDER,
                stand_in=MARIT,
                target_minutes=480,
                staffed=every(range(1, 4), (16, 17, 21)),
                answers_alone=(AlertLevel.GREEN,),
            ),
        ),
        tone=(
            "Varmt og kort, med fornavn. Vi takker først, forklarer etterpå, og er aldri spydige, heller ikke "
            "når vi har rett."
        ),
        tone_samples=(
            ToneSample(
                situation="Pakken er tre dager forsinket",
                do=(
                    "Så leit, Anne. Jeg har ringt posten, den ligger på terminalen og kommer i morgen. Neste "
                    "pose er på oss. Hilsen Marit"
                ),
                do_not="Vi kan dessverre ikke ta ansvar for postens forsinkelser.",
            ),
            ToneSample(
                situation="Noen mener kaffen er for dyr",
                do="Det skjønner jeg. Her er regnestykket for posen, krone for krone. Spør gjerne!",
                do_not="Kvalitet koster.",
            ),
            ToneSample(
                situation="Vi skrev feil åpningstid",
                do="Min feil, vi åpner klokka 10. Kom innom, så er koppen på meg. Hilsen Marit",
                do_not="Innlegget er nå oppdatert.",
            ),
        ),
        levels=_levels(),
        cases=_cases(),
        assignments=_assignments(),
        participation=Participation.MIXED,
        participation_reason=(
            "Tre skriver, så stemmen blir den samme. Alle ni kan bli med på bilder og komme med ideer."
        ),
        policy=(
            PolicyPoint.WHO,
            PolicyPoint.ACCESS,
            PolicyPoint.PRIVATE,
            PolicyPoint.PERSONAL_DATA,
            PolicyPoint.CHILDREN,
            PolicyPoint.CONFIDENTIAL,
            PolicyPoint.COPYRIGHT,
            PolicyPoint.LABELS,
            PolicyPoint.ACCESSIBILITY,
            PolicyPoint.MODERATION,
            PolicyPoint.CRISIS,
            PolicyPoint.REVIEW,
        ),
        policy_link="Fellesmappa, Slik gjør vi det, side 2",
        policy_review=date(2027, 8, 16),
        role_departments=(
            RoleDepartments(role=RoleType.POST, departments=(Department.SALES, Department.MARKETING, Department.OTHER)),
            RoleDepartments(role=RoleType.REPLY, departments=(Department.SALES, Department.CUSTOMER_SERVICE)),
            RoleDepartments(role=RoleType.APPROVER, departments=(Department.MANAGEMENT,)),
        ),
        decision_rights=(
            DecisionRight(decision=DecisionKind.PUBLISH, person=MARIT, stand_in=SANDER),
            DecisionRight(decision=DecisionKind.APPROVE, person=INGRID, stand_in=MARIT),
            DecisionRight(decision=DecisionKind.PAUSE, person=MARIT, stand_in=INGRID),
            DecisionRight(decision=DecisionKind.SPEND, person=INGRID, stand_in=MARIT, up_to=3_000),
        ),
        topics=(
            TopicRule(topic="Åpningstider, frakt og frister", freedom=Freedom.FREE),
            TopicRule(topic="Brygging og kaffesorter", freedom=Freedom.FREE),
            TopicRule(topic="Priser og innkjøp", freedom=Freedom.CHECK),
            TopicRule(topic="Allergi og innhold", freedom=Freedom.CHECK),
            TopicRule(topic="Kolleger og tidligere ansatte", freedom=Freedom.APPROVE),
            TopicRule(topic="Lokalpolitikk og ferja", freedom=Freedom.APPROVE),
        ),
        fast_lane=(
            "Vær, folk og morsomme ting på brygga kan ut med en gang. Aldri priser, konkurrenter eller folk som "
            "ikke er spurt."
        ),
        fast_lane_approver=MARIT,
        fast_lane_minutes=20,
        private_rule="Ordrenummer, adresse, allergi og alt som gjelder penger hører ikke hjemme i kommentarfeltet.",
        private_script="Dette ordner vi! Send oss ordrenummeret i en melding, så svarer Marit i dag.",
        templates=(
            AnswerTemplate(
                id="mal-pakke",
                name="Når kommer pakken",
                type=CaseType.QUESTION,
                personal_line="Fornavnet og stedet den skal til",
                answer=(
                    "Den gikk fra brygga {dag}, og bruker to til fem dager. Send meg ordrenummeret i en melding, "
                    "så finner jeg den."
                ),
            ),
            AnswerTemplate(
                id="mal-takk-bilde",
                name="Takk for bildet",
                type=CaseType.TAG,
                personal_line="Noe du ser på bildet: hunden, utsikten, koppen",
                answer=(
                    "Så fint! Får vi lov til å vise det fram med navnet ditt på? Bare svar ja, ellers blir det "
                    "mellom oss."
                ),
            ),
        ),
        handovers=(
            Handover(
                trigger="Det trengs et ordrenummer",
                from_department=Department.SALES,
                to_department=Department.CUSTOMER_SERVICE,
                how="Marit flytter samtalen til innboksen og merker Liv, med hele tråden.",
                within_hours=4,
            ),
        ),
        meeting_rhythm=Rhythm.WEEKLY,
        meeting_agenda="Hva spurte de om, hva gjorde vi med det, hva filmer vi neste uke",
        community_tasks=(
            CommunityTask(
                task="Svare på tre spørsmål om brygging, uten lenker",
                where="Gruppa «Hjemmebryggerne»",
                person=JONAS,
                minutes_a_week=30,
            ),
            CommunityTask(
                task="Lese og si fra om åpent utenom det vanlige",
                where="Gruppa «Det skjer i Skarvhamn»",
                person=MARIT,
                minutes_a_week=15,
            ),
        ),
        activations=(
            Activation(
                type=ActivationType.VOTE,
                idea="Velg hvilken kaffe vi brenner til påske",
                owner=MARIT,
                starts=date(2027, 2, 15),
            ),
            Activation(
                type=ActivationType.LIVE_QA, idea="Spør brenneren, en halvtime", owner=JONAS, starts=date(2026, 12, 9)
            ),
            Activation(
                type=ActivationType.CONTEST,
                idea="Beste bilde med #lørdagskystbrygg",
                owner=MARIT,
                rules_link="https://kystbrygg.example/regler",
                prize_cost=600,
                starts=date(2026, 12, 27),
            ),
        ),
        proofs=(
            SocialProof(
                id="bevis-fetter",
                quote="Det er som å ha en fetter som driver brenneri.",
                source="Intervju 12. august 2026",
                consent=True,
                consent_note="E-post til Marit 14. august",
                credit="Hanne, Trondheim",
            ),
            SocialProof(
                id="bevis-fyret",
                quote="Posen var framme før jeg hadde pakka ut. Hæ?",
                source="Melding på Instagram 3. oktober 2026",
            ),
        ),
        insights=(
            Insight(
                day=date(2026, 9, 16),
                question="Kan jeg samle opp flere bestillinger i én forsendelse?",
                theme="frakt",
                passed_to=Department.SALES,
                outcome="Fri frakt fra 600 kroner fra 1. oktober",
            ),
            Insight(
                day=date(2026, 10, 8),
                question="Har dere poser på 250 gram?",
                theme="størrelse",
                passed_to=Department.OTHER,
                outcome="Jonas prøver i februar",
            ),
            Insight(
                day=date(2026, 11, 3),
                question="Kan jeg ta pause i abonnementet?",
                theme="abonnement",
                passed_to=Department.IT,
            ),
        ),
        ambassadors=(
            Ambassador(
                name="Kari på kajakktur",
                platform=Platform.INSTAGRAM,
                permission=True,
                rhythm=Rhythm.QUARTERLY,
                contact=MARIT,
            ),
        ),
        advocacy_rules="Del gjerne, men si at du jobber her. Ingen må dele noe, og ingen må være med på film.",
        accounts=(
            Account(
                channel=INSTAGRAM,
                handle="@kystbrygg",
                owner=MARIT,
                people=(MARIT, SANDER, INGRID),
                two_step_login=True,
                kept_in="Passordboka i safen",
                checked=date(2026, 9, 3),
            ),
            Account(
                channel=FACEBOOK,
                handle="Kystbrygg",
                owner=MARIT,
                people=(MARIT, INGRID, LIV),
                two_step_login=True,
                kept_in="Passordboka i safen",
                checked=date(2026, 9, 3),
            ),
            Account(
                channel=TIKTOK, handle="@kystbrygg", owner=SANDER, people=(SANDER,), kept_in="Telefonen til Sander"
            ),
        ),
        trainings=(
            Training(audience="Alle ni", topic="De tre nivåene og hvem man ringer", day=date(2026, 9, 10), done=True),
            Training(
                audience="Ekstrahjelpa i jula", topic="Hva man kan svare på uten å spørre", day=date(2026, 11, 27)
            ),
        ),
        drills=(
            Drill(
                day=date(2026, 10, 15),
                case="Rykte fredag klokka fire: «De blander inn gammel kaffe»",
                minutes=95,
                gaps="Ingen hadde nummeret til Ingrid på hytta. Brenneloggen lå bare på papir.",
            ),
        ),
        log=log,
    )


def _levels() -> tuple[Level, ...]:
    return (
        Level(
            level=AlertLevel.GREEN,
            condition="Vanlige spørsmål, ros, bilder og småfeil",
            accelerators="Samme klage fra tre forskjellige på én dag",
            reply="Bruk svarmalen, og legg til noe som er bare deres.",
            owner=MARIT,
            stand_in=SANDER,
            escalation="Ingen",
            deadline_minutes=120,
        ),
        Level(
            level=AlertLevel.YELLOW,
            condition="Feil på en vare, pakker som uteblir for mange, noen som er sinte i fellesskap",
            accelerators="Delt mer enn ti ganger, eller noen kan ha reagert på det de drakk",
            reply="«Vi ser det, vi undersøker, og du hører fra Marit før klokka 16.»",
            owner=MARIT,
            stand_in=INGRID,
            escalation="Ingrid på telefon, Jonas hvis det gjelder varen",
            deadline_minutes=60,
        ),
        Level(
            level=AlertLevel.RED,
            condition="Noen er skadd, en vare må trekkes tilbake, eller en journalist ringer",
            accelerators="Alt som kan gjelde helse",
            reply="«Vi tar dette på største alvor, har stanset salget og kommer tilbake innen en time.»",
            owner=INGRID,
            stand_in=MARIT,
            escalation="Styrelederen, og Mattilsynet når det gjelder en vare",
            deadline_minutes=30,
        ),
    )


def _cases() -> tuple[Case, ...]:
    return (
        Case(
            type=CaseType.QUESTION,
            reply="Godt spørsmål, her er svaret:",
            owner=MARIT,
            deadline_hours=24,
            escalation="Jonas når det gjelder kaffen",
        ),
        Case(
            type=CaseType.COMPLAINT,
            reply="Takk for at du sier fra. Dette gjør vi nå:",
            owner=LIV,
            deadline_hours=48,
            escalation="Ingrid",
        ),
        Case(
            type=CaseType.PROBLEM, reply="Det fikser vi. Send ordrenummeret i en melding.", owner=LIV, deadline_hours=24
        ),
        Case(
            type=CaseType.MISUNDERSTANDING,
            reply="Skjønner at det kan se slik ut. Det er faktisk omvendt:",
            owner=JONAS,
            deadline_hours=48,
        ),
        Case(type=CaseType.PRAISE, reply="Så hyggelig! Hilser til Jonas.", owner=MARIT, deadline_hours=24),
        Case(
            type=CaseType.IDEA,
            reply="Den tar vi med på mandagsmøtet, og så svarer vi deg.",
            owner=JONAS,
            deadline_hours=168,
        ),
        Case(type=CaseType.ABUSE, reply="Skjul, ta skjermbilde, si fra. Ikke svar.", owner=MARIT, escalation="Ingrid"),
    )


def _assignments() -> tuple[Assignment, ...]:
    return raci(
        (
            ("Lage filmer og innlegg", {SANDER: "R", MARIT: "A", JONAS: "C", LIV: "I"}),
            ("Publisere", {MARIT: "A", SANDER: "R"}),
            ("Svare i kanalene", {MARIT: "A", SANDER: "R", LIV: "C"}),
            ("Kjøpe annonser", {INGRID: "A", SANDER: "C"}),
            ("Lese tallene", {INGRID: "A", MARIT: "R", SANDER: "I", JONAS: "I"}),
            ("Godkjenne bilder av folk", {INGRID: "A", MARIT: "R"}),
        )
    )

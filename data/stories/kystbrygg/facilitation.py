"""The two evenings at the roastery on which Kystbrygg made its strategy."""

from datetime import date, time

from stories.kystbrygg.names import INGRID, JONAS, MARIT, SANDER
from workshoplib.strategy.choices import Department
from workshoplib.strategy.facilitation import (
    AgendaBlock,
    AgendaStep,
    Attendee,
    Facilitation,
    Fault,
    FaultVotes,
    FirstAction,
    Meeting,
    ReadBack,
)


def facilitation() -> Facilitation:
    """Who was there, what was done when, and what they took home."""
    return Facilitation(
        meetings=(
            Meeting(day=date(2026, 8, 26), starts=time(17), hours=3.5, place="Brenneriet, pakkebordet"),
            Meeting(day=date(2026, 8, 27), starts=time(17), hours=3.5, place="Brenneriet, pakkebordet"),
        ),
        attendees=(
            Attendee(alias="Ingrid", department=Department.MANAGEMENT, role="Bestemmer"),
            Attendee(alias="Marit", department=Department.SALES, role="Kjenner kundene"),
            Attendee(alias="Jonas", department=Department.OTHER, role="Kjenner kaffen"),
            Attendee(alias="Sander", department=Department.MARKETING, role="Tegner og filmer"),
            Attendee(alias="Liv", department=Department.CUSTOMER_SERVICE, role="Holder tiden"),
            Attendee(alias="Turid", department=Department.MANAGEMENT, role="Styreleder, stiller de dumme spørsmålene"),
        ),
        agenda=(
            AgendaBlock(
                step=AgendaStep.WELCOME, minutes=30, method="Runde rundt bordet", note="Hva ville ingen savnet?"
            ),
            AgendaBlock(step=AgendaStep.GOALS, minutes=45, method="Alene i stillhet, så prikker"),
            AgendaBlock(step=AgendaStep.PERSONAS, minutes=55, method="I par", note="Ta med ordrelista fra i fjor jul"),
            AgendaBlock(step=AgendaStep.BREAK, minutes=20),
            AgendaBlock(
                step=AgendaStep.PLATFORMS, minutes=55, method="Prikker, så debatt", note="Hvem tør å si nei til én?"
            ),
            AgendaBlock(step=AgendaStep.CALENDAR, minutes=65, method="Kort på veggen", note="Andre kveld begynner her"),
            AgendaBlock(step=AgendaStep.BUDGET, minutes=35, method="Ingrid ved tavla"),
            AgendaBlock(step=AgendaStep.BREAK, minutes=15),
            AgendaBlock(step=AgendaStep.KPIS, minutes=35, method="I par"),
            AgendaBlock(step=AgendaStep.RESPONSE, minutes=40, method="Spill ut tre saker høyt"),
            AgendaBlock(step=AgendaStep.REVIEW, minutes=25, method="Finn fram kalenderne"),
        ),
        fault_votes=(
            FaultVotes(fault=Fault.EVERYWHERE, votes=5),
            FaultVotes(fault=Fault.POOR_DIALOGUE, votes=3),
            FaultVotes(fault=Fault.SELLING, votes=2),
            FaultVotes(fault=Fault.NO_TESTING, votes=1),
            FaultVotes(fault=Fault.NO_GOALS, votes=1),
            FaultVotes(fault=Fault.COPYING, votes=0),
        ),
        first_actions=(
            FirstAction(
                action="Skrive på LinkedIn og X hvor vi finnes nå",
                owner=INGRID,
                due=date(2026, 9, 2),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Filme de fire første Fredagskoppene på én dag",
                owner=SANDER,
                due=date(2026, 9, 3),
                accepted=True,
                done=True,
            ),
            FirstAction(action="Begynne på svarloggen", owner=MARIT, due=date(2026, 9, 1), accepted=True, done=True),
            FirstAction(
                action="Skru på totrinns innlogging på TikTok", owner=SANDER, due=date(2026, 9, 15), accepted=True
            ),
            FirstAction(action="Snakke med tre studenter om kaffe", owner=JONAS, due=date(2026, 9, 25)),
        ),
        read_back=(
            ReadBack(
                alias="Turid",
                retold=(
                    "Dere skal selge mer kaffe på nettet ved å vise hvem dere er, på Instagram. Facebook er for "
                    "oss her hjemme. Og så er det noe med TikTok som slutter i januar."
                ),
                change="Hun nevnte ikke abonnementet. Målet fikk en kortere setning.",
            ),
        ),
        learning=(
            "Det vanskeligste var å si nei til LinkedIn, og det tok fire minutter da vi først så på timene. "
            "Neste gang snakker vi med tre kunder før vi møtes, ikke etterpå."
        ),
    )

"""The day in the canteen on which Nørrevang made its strategy."""

from datetime import date, time

from stories.norrevang.names import BIRGITTE, EMIL, HENRIK, KARSTEN, METTE
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
        meetings=(Meeting(day=date(2026, 8, 25), starts=time(8, 30), hours=6.5, place="Kantinen i Lyngballe"),),
        attendees=(
            Attendee(alias="Karsten", department=Department.MANAGEMENT, role="Bestemmer, og ejer stedet"),
            Attendee(alias="Birgitte", department=Department.MARKETING, role="Holder pennen"),
            Attendee(alias="Emil", department=Department.MARKETING, role="Filmer og tegner"),
            Attendee(alias="Mette", department=Department.HR, role="Kender dem, der søger"),
            Attendee(alias="Henrik", department=Department.CUSTOMER_SERVICE, role="Kender fejlene"),
            Attendee(alias="Lone", department=Department.SALES, role="Kender mejerierne"),
            Attendee(alias="Rasmus", department=Department.BUSINESS_DEVELOPMENT, role="Holder tiden"),
        ),
        agenda=(
            AgendaBlock(
                step=AgendaStep.WELCOME,
                minutes=30,
                method="Bordet rundt",
                note="Hvilket af vores opslag har en kunde nævnt for dig?",
            ),
            AgendaBlock(step=AgendaStep.GOALS, minutes=45, method="Alene og i stilhed, så prikker"),
            AgendaBlock(step=AgendaStep.PERSONAS, minutes=45, method="To og to", note="Tag serviceloggen fra juli med"),
            AgendaBlock(step=AgendaStep.BREAK, minutes=15),
            AgendaBlock(
                step=AgendaStep.PLATFORMS,
                minutes=50,
                method="Prikker, så debat",
                note="Hvem tør sige nej til Instagram?",
            ),
            AgendaBlock(step=AgendaStep.BREAK, minutes=45, note="Frokost, uden telefoner"),
            AgendaBlock(step=AgendaStep.CALENDAR, minutes=50, method="Kort på væggen"),
            AgendaBlock(
                step=AgendaStep.BUDGET, minutes=30, method="Birgitte ved tavlen", note="Hvad koster et lead os?"
            ),
            AgendaBlock(step=AgendaStep.KPIS, minutes=30, method="To og to"),
            AgendaBlock(step=AgendaStep.RESPONSE, minutes=30, method="Spil to sager højt"),
            AgendaBlock(step=AgendaStep.REVIEW, minutes=20, method="Kalenderne frem"),
        ),
        fault_votes=(
            FaultVotes(fault=Fault.SELLING, votes=5),
            FaultVotes(fault=Fault.NO_GOALS, votes=4),
            FaultVotes(fault=Fault.EVERYWHERE, votes=2),
            FaultVotes(fault=Fault.NO_TESTING, votes=2),
            FaultVotes(fault=Fault.POOR_DIALOGUE, votes=1),
            FaultVotes(fault=Fault.COPYING, votes=0),
        ),
        first_actions=(
            FirstAction(
                action="Lukke Instagram og X med en henvisning til, hvor vi er",
                owner=EMIL,
                due=date(2026, 9, 4),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Sætte feltet »Kilde« i CRM som det, der skal udfyldes",
                owner=BIRGITTE,
                due=date(2026, 9, 11),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Skrive de 20 spørgsmål ned, som service får flest gange",
                owner=HENRIK,
                due=date(2026, 9, 18),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Bevilge en halv time om ugen til hver af de fem, der skriver",
                owner=KARSTEN,
                due=date(2026, 9, 15),
            ),
            FirstAction(
                action="Tale med tre i 10. klasse om, hvor de ser efter en læreplads",
                owner=METTE,
                due=date(2026, 9, 23),
                accepted=True,
            ),
        ),
        read_back=(
            ReadBack(
                alias="Verner fra montagen",
                retold=(
                    "I vil have, at de kloge hoveder skriver selv, og at Henrik laver film om det, folk ringer om. Og så "
                    "skal vi have nogle lærlinge, inden os gamle går hjem."
                ),
                change="Han nævnte ikke messen. Den fik sin egen linje i kalenderen.",
            ),
        ),
        learning=(
            "Vi brugte tyve minutter på at forsvare Instagram og to på at lukke den, da tallene lå på bordet. Timerne til "
            "de fem burde have været på dagsordenen om formiddagen, mens Karsten sad der."
        ),
    )

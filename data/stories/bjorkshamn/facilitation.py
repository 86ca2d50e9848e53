"""The day in the town hall on which Björkshamn made its strategy."""

from datetime import date, time

from stories.bjorkshamn.names import AMIR, BIRGITTA, ELIN, GUNILLA, JOHAN, KATARINA, SOFIA
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
        meetings=(Meeting(day=date(2026, 8, 20), starts=time(8, 30), hours=7, place="Kommunhuset, sal Bryggan"),),
        attendees=(
            Attendee(alias="Katarina", department=Department.COMMUNICATIONS, role="Beslutar"),
            Attendee(alias="Amir", department=Department.COMMUNICATIONS, role="Kan kommentarsfälten"),
            Attendee(alias="Elin", department=Department.COMMUNICATIONS, role="Ritar och filmar"),
            Attendee(alias="Johan", department=Department.COMMUNICATIONS, role="Har siffrorna"),
            Attendee(alias="Birgitta", department=Department.CUSTOMER_SERVICE, role="Vet vad folk frågar"),
            Attendee(alias="Sofia", department=Department.HR, role="Vet vilka jobb som står tomma"),
            Attendee(alias="Gunilla", department=Department.OTHER, role="Registrator, ser till att lagen följs"),
            Attendee(
                alias="Rut", department=Department.OTHER, role="Funktionsrättsrådet, säger vad som inte går att läsa"
            ),
            Attendee(alias="Mats", department=Department.MANAGEMENT, role="Kommundirektör, är med till lunch"),
        ),
        agenda=(
            AgendaBlock(
                step=AgendaStep.WELCOME,
                minutes=30,
                method="Laget runt",
                note="Ta med en fråga som någon ställt dig privat för att ingen svarade",
            ),
            AgendaBlock(step=AgendaStep.GOALS, minutes=45, method="Enskilt i tystnad, sedan prickar"),
            AgendaBlock(
                step=AgendaStep.PERSONAS, minutes=50, method="I par", note="Rut läser upp ett inlägg med skärmläsare"
            ),
            AgendaBlock(step=AgendaStep.BREAK, minutes=15),
            AgendaBlock(
                step=AgendaStep.PLATFORMS, minutes=50, method="Prickar, sedan debatt", note="Vem når X i en storm?"
            ),
            AgendaBlock(step=AgendaStep.BREAK, minutes=45, note="Lunch"),
            AgendaBlock(
                step=AgendaStep.CALENDAR, minutes=55, method="Lappar på väggen", note="Vem bad om det här inlägget?"
            ),
            AgendaBlock(step=AgendaStep.BUDGET, minutes=25, method="Katarina vid tavlan"),
            AgendaBlock(step=AgendaStep.KPIS, minutes=30, method="I par"),
            AgendaBlock(step=AgendaStep.BREAK, minutes=15),
            AgendaBlock(step=AgendaStep.RESPONSE, minutes=40, method="Spela upp fyra ärenden, ett av dem elakt"),
            AgendaBlock(step=AgendaStep.REVIEW, minutes=20, method="Fram med kalendrarna"),
        ),
        fault_votes=(
            FaultVotes(fault=Fault.POOR_DIALOGUE, votes=6),
            FaultVotes(fault=Fault.NO_GOALS, votes=4),
            FaultVotes(fault=Fault.EVERYWHERE, votes=3),
            FaultVotes(fault=Fault.NO_TESTING, votes=2),
            FaultVotes(fault=Fault.COPYING, votes=1),
            FaultVotes(fault=Fault.SELLING, votes=0),
        ),
        first_actions=(
            FirstAction(
                action="Skriva på X var krisinformationen finns, och sluta publicera",
                owner=AMIR,
                due=date(2026, 8, 28),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Koppla kontaktcenter till samma inkorg",
                owner=BIRGITTA,
                due=date(2026, 9, 4),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Skriva svarsmallar för de fem vanligaste ämnena",
                owner=JOHAN,
                due=date(2026, 9, 11),
                accepted=True,
                done=True,
            ),
            FirstAction(
                action="Föra in sociala medier i informationshanteringsplanen",
                owner=GUNILLA,
                due=date(2026, 9, 18),
                accepted=True,
            ),
            FirstAction(
                action="Ta reda på vem som har lösenordet till bibliotekets gamla konto",
                owner=ELIN,
                due=date(2026, 9, 18),
            ),
            FirstAction(action="Ringa fyra som nyss börjat hos oss", owner=SOFIA, due=date(2026, 9, 18)),
            FirstAction(
                action="Fråga facket vad ett kvällspass får kosta",
                owner=KATARINA,
                due=date(2026, 9, 18),
                accepted=True,
                done=True,
            ),
        ),
        read_back=(
            ReadBack(
                alias="Mats",
                retold=(
                    "Ni ska svara snabbare på Facebook, skriva om det folk frågar i stället för det vi beslutar, och hitta "
                    "lärare på LinkedIn. Och vid kris är det radion som gäller."
                ),
                change="Han sa ”svara snabbare” men inte när. Nu står det arbetsdagar i målet.",
            ),
            ReadBack(
                alias="Rut",
                retold="Text ska stå i inlägget och inte i bilden, och filmer ska ha undertexter. Sen var det något om kanaler.",
                change="Hon mindes inte Messenger. Det fick en egen mening.",
            ),
        ),
        learning=(
            "Det svåraste var att säga att ingen bett om nyheterna från kommunhuset, med kommundirektören i rummet. Han sa "
            "det själv till slut. Nästa gång bjuder vi in någon som fått vänta på svar."
        ),
    )

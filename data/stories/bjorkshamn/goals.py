"""What social media shall change in Björkshamn: answers, answers found without asking, and colleagues."""

from datetime import date

from stories.bjorkshamn.names import ANSWERS, APPLICATIONS, END, FOUND, START
from workshoplib.strategy.goals import Counted, Goal, Goals, GoalType, Growth, Horizon, Milestone


def goals() -> Goals:
    """Three goals with milestones."""
    return Goals(
        goals=(
            Goal(
                id=ANSWERS,
                text="Den som frågar oss något på Facebook en arbetsdag har ett svar inom tre timmar.",
                type=GoalType.SERVICE,
                who="Den som står vid soptunnan och undrar om den töms i dag",
                business_goal="uppdrag-tillganglig",
                metric="Mediantid till första svar på Facebook, frågor ställda på arbetsdagar",
                unit="timmar",
                baseline=19,
                target=3,
                source="Svarsloggen",
                start=START,
                deadline=date(2027, 6, 30),
                horizon=Horizon.MEDIUM,
                confidence=2,
                resources=(
                    "Fyra läsrundor om dagen, svarsmallar för de fem vanligaste ämnena och kontaktcenter i samma "
                    "inkorg. Saknas: någon på plats mellan klockan 16 och 8, när de flesta frågar."
                ),
                priority=True,
                reaction="”Oj, jag trodde det var en robot som svarade. Tack Amir!”",
                growth_low=-25,
                growth_likely=-17,
                growth_high=-6,
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=12, celebrate="Pepparkakor på måndagsmötet"),
                    Milestone(due=date(2027, 3, 31), value=7, celebrate="Lunch på bryggan, om isen gått"),
                ),
            ),
            Goal(
                id=FOUND,
                text="Fler hittar svaret själva, innan de behöver fråga oss.",
                type=GoalType.TRAFFIC,
                who="Föräldern som klockan tio på kvällen undrar när förskolan stänger för jul",
                business_goal="uppdrag-tillganglig",
                metric="Besök på ”Frågor och svar” från sociala medier",
                unit="besök i månaden",
                counted=Counted.MONTH,
                baseline=900,
                target=2000,
                source="Webbstatistiken",
                evidence="Kontaktcenter får färre samtal om de fem vanligaste ämnena",
                start=START,
                deadline=END,
                horizon=Horizon.LONG,
                confidence=4,
                resources=(
                    "Serien Veckans fråga, Johans fyra timmar till sidorna, och någon i varje förvaltning som "
                    "läser svaret samma dag. Det sista är lovat av tre förvaltningar av fem."
                ),
                priority=True,
                reaction="”Behövde inte ens ringa.”",
                growth_low=1,
                growth_likely=4,
                growth_high=7,
                growth=Growth.LINEAR,
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=1200, celebrate="Lussekatter till hela kontaktcenter"),
                    Milestone(due=date(2027, 4, 30), value=1450, celebrate="Fika med förvaltningen som svarat fortast"),
                    Milestone(due=date(2027, 8, 31), value=1750, celebrate="Dopp från badbryggan"),
                ),
            ),
            Goal(
                id=APPLICATIONS,
                text="Fler lärare, undersköterskor och sjuksköterskor söker jobb hos oss för att de sett oss i flödet.",
                type=GoalType.RECRUITMENT,
                who="Den som bor en timme bort och funderar på att flytta hem",
                business_goal="uppdrag-bemannat",
                metric="Ansökningar från sociala medier till jobb i vård, omsorg och skola",
                unit="ansökningar i kvartalet",
                counted=Counted.QUARTER,
                baseline=24,
                target=60,
                source="Rekryteringssystemet, frågan ”Var såg du jobbet?”",
                start=START,
                deadline=END,
                horizon=Horizon.LONG,
                confidence=3,
                resources=(
                    "Sofias tre timmar, 40 000 kronor till annonser och kollegor som vågar vara med på bild. "
                    "Chefer som ringer upp den som sökt inom en vecka."
                ),
                priority=True,
                value=380_000,
                reaction="”Jag kände igen Mariam från filmen, det var därför jag sökte.”",
                growth_low=1,
                growth_likely=3,
                growth_high=6,
                growth=Growth.COMPOUND,
                milestones=(
                    Milestone(due=date(2026, 12, 31), value=30, celebrate="Tårta på HR"),
                    Milestone(due=date(2027, 3, 31), value=36, celebrate="Frukost med dem som varit med på film"),
                    Milestone(due=date(2027, 6, 30), value=43, celebrate="Glass på torget"),
                    Milestone(due=date(2027, 9, 30), value=51, celebrate="Rundtur med räddningsbåten"),
                ),
            ),
        )
    )

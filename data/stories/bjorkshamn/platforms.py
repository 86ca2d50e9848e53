"""Where Björkshamn will be: four channels for everybody's sake, one later, two declined with a reason."""

from datetime import date

from stories.bjorkshamn.names import (
    AMIR,
    ANSWERS,
    APPLICATIONS,
    BIRGITTA,
    CENTRE,
    ELIN,
    FACEBOOK,
    FAQ,
    FOUND,
    INSTAGRAM,
    LINKEDIN,
    MESSENGER,
    PHONES,
    SNAPCHAT,
    SOFIA,
    TIKTOK,
    VACANCIES,
    WEBSITE,
    X,
)
from stories.bjorkshamn.voices import SAID, WEIGHTS
from stories.rows import judgements, voices
from workshoplib.strategy.choices import Format, Platform, Visibility
from workshoplib.strategy.platforms import (
    Channel,
    Course,
    Criterion,
    CriterionScore,
    Decision,
    Findable,
    Mode,
    Platforms,
    Purpose,
)


def platforms() -> Platforms:
    """Seven channel cards."""
    return Platforms(
        mode=Mode.MULTICHANNEL,
        weight_audience=5,
        weight_reach=2,
        weight_capacity=4,
        weight_message=3,
        weight_return=3,
        criteria=(Criterion(id=PHONES, name="Får finnas på kommunens telefoner", weight=4),),
        voices=voices(WEIGHTS),
        judgements=judgements(SAID),
        channels=(*_chosen(), *_turned_down()),
    )


def _chosen() -> tuple[Channel, ...]:
    return (
        Channel(
            id=FACEBOOK,
            platform=Platform.FACEBOOK,
            account="Björkshamns kommun",
            address="https://facebook.example/bjorkshamnskommun",
            decision=Decision.CHOSEN,
            reason=(
                "Här finns alla åldrar från 30 och uppåt, och här ställs hälften av alla frågor vi får i sociala "
                "medier. Att lämna Facebook vore att låsa en dörr till kommunhuset."
            ),
            goal=ANSWERS,
            purpose="Svara på det folk undrar, och säga till i tid när något i vardagen ändras",
            purposes=(Purpose.HELP, Purpose.LISTEN),
            role=Visibility.BOTH,
            formats=(Format.QA, Format.IMAGE, Format.LINK, Format.EVENT),
            hours_a_week=10,
            owner=AMIR,
            readiness=5,
            message_fit=5,
            expected_return=5,
            scores=(CriterionScore(criterion=PHONES, score=4),),
            alternative="Fler telefontider på kontaktcenter. Vi gör det också, men ingen ringer klockan nio på kvällen.",
            findable=(Findable.HANDLE, Findable.BIO, Findable.KEYWORDS, Findable.LINKS),
            leads_to=(MESSENGER,),
            leads_to_places=(FAQ, WEBSITE),
            strengthens="Frågorna här blir nya svar på webben och veckans fråga nästa söndag.",
            course=Course.STRENGTHEN,
            course_since=date(2026, 11, 5),
        ),
        Channel(
            id=INSTAGRAM,
            platform=Platform.INSTAGRAM,
            account="@bjorkshamnskommun",
            address="https://instagram.example/bjorkshamnskommun",
            decision=Decision.CHOSEN,
            reason=(
                "Den enda av våra kanaler där de mellan 18 och 35 faktiskt är varje dag. Vardagen i kommunen syns "
                "bäst i bild, och Elin gör filmerna själv."
            ),
            goal=FOUND,
            purpose="Visa vardagen som kommunen håller igång, så att man hittar hit när man behöver oss",
            purposes=(Purpose.INSIGHT, Purpose.COMMUNITY),
            role=Visibility.BOTH,
            formats=(Format.SHORT_VIDEO, Format.CAROUSEL, Format.STORY, Format.IMAGE),
            hours_a_week=7,
            owner=ELIN,
            readiness=4,
            message_fit=4,
            expected_return=4,
            scores=(CriterionScore(criterion=PHONES, score=4),),
            alternative="Affischer på gymnasiet och gymmen. De sitter uppe, men ingen kan svara på en affisch.",
            findable=(Findable.HANDLE, Findable.BIO, Findable.LINKS, Findable.TAGS),
            leads_to=(LINKEDIN,),
            leads_to_places=(FAQ, VACANCIES),
            strengthens="Filmerna om kollegor klipps om till LinkedIn och till annonserna på sidan Lediga jobb.",
            course=Course.KEEP,
            course_since=date(2026, 11, 5),
        ),
        Channel(
            id=LINKEDIN,
            platform=Platform.LINKEDIN,
            account="Björkshamns kommun",
            address="https://linkedin.example/bjorkshamns-kommun",
            decision=Decision.CHOSEN,
            reason=(
                "Lärare och sjuksköterskor som inte söker jobb i dag ser oss här, och våra chefer delar gärna. "
                "Bara rekrytering, inga nyheter från kommunhuset."
            ),
            goal=APPLICATIONS,
            purpose="Visa hur det är att jobba här, berättat av dem som gör det",
            purposes=(Purpose.RECRUIT,),
            role=Visibility.BOTH,
            formats=(Format.TEXT, Format.IMAGE, Format.SHORT_VIDEO),
            hours_a_week=3,
            owner=SOFIA,
            readiness=3,
            message_fit=4,
            expected_return=4,
            scores=(CriterionScore(criterion=PHONES, score=5),),
            alternative="Rekryteringsmässan i mars, 38 000 kronor för en monter och två dagar.",
            findable=(Findable.HANDLE, Findable.BIO),
            leads_to_places=(VACANCIES,),
            strengthens="Det kollegorna berättar här blir citat i platsannonserna.",
            course=Course.STRENGTHEN,
            course_since=date(2026, 11, 5),
        ),
        Channel(
            id=MESSENGER,
            platform=Platform.MESSENGER,
            account="Björkshamns kommun",
            address="https://messenger.example/bjorkshamnskommun",
            decision=Decision.CHOSEN,
            reason=(
                "Många vill inte fråga om barnet, hyran eller mamma inför hela kommunen. Här svarar kontaktcenter, "
                "som på telefon och e-post."
            ),
            goal=ANSWERS,
            purpose="En lugn ingång för den som hellre skriver än ringer",
            purposes=(Purpose.HELP,),
            role=Visibility.ORGANIC,
            formats=(Format.QA,),
            hours_a_week=6,
            owner=BIRGITTA,
            readiness=4,
            message_fit=5,
            expected_return=4,
            scores=(CriterionScore(criterion=PHONES, score=4),),
            alternative="En chatt på webbplatsen. Upphandlas tidigast hösten 2027.",
            findable=(Findable.HANDLE, Findable.LINKS),
            leads_to_places=(CENTRE, FAQ),
            strengthens="Allt som är ett ärende går vidare till kontaktcenter och diariet.",
            course=Course.KEEP,
            course_since=date(2026, 11, 5),
        ),
    )


def _turned_down() -> tuple[Channel, ...]:
    return (
        Channel(
            id=SNAPCHAT,
            platform=Platform.SNAPCHAT,
            decision=Decision.LATER,
            reason=(
                "De under 20 är här varje dag, och vi når dem dåligt. Men ingen av oss kan kanalen och inga timmar "
                "finns. Ungdomsrådet har lovat att pröva med oss efter sommaren."
            ),
            decide_again=date(2027, 9, 1),
            readiness=1,
            message_fit=3,
            expected_return=3,
            scores=(CriterionScore(criterion=PHONES, score=2),),
        ),
        Channel(
            id=X,
            platform=Platform.X,
            decision=Decision.DECLINED,
            reason=(
                "Kontot var tänkt för krisinformation. Men bara fyra av hundra invånare läser där, och flödet visas "
                "inte längre i ordning. Krisinformation går ut på webbplatsen och i lokalradion, som når alla."
            ),
            readiness=2,
            message_fit=1,
            expected_return=1,
            scores=(CriterionScore(criterion=PHONES, score=2),),
            alternative="Krissidan på webbplatsen, lokalradion och lappar i trappuppgångarna.",
        ),
        Channel(
            id=TIKTOK,
            platform=Platform.TIKTOK,
            decision=Decision.DECLINED,
            reason=(
                "Säkerhetspolicyn tillåter inte appen på kommunens telefoner, och vi sköter inte kommunens röst från "
                "privata. Den dag policyn ändras tar vi upp frågan igen."
            ),
            readiness=1,
            message_fit=3,
            expected_return=3,
            scores=(CriterionScore(criterion=PHONES, score=1),),
            alternative="Samma korta filmer på Instagram, där de flesta av de unga också finns.",
        ),
    )

"""Where Kystbrygg will be: two channels, one experiment, one later, three times no."""

from datetime import date

from stories.kystbrygg.names import (
    ANSWERS,
    FACEBOOK,
    INSTAGRAM,
    LINKEDIN,
    MARIT,
    NEWSLETTER,
    ORDERS,
    PINTEREST,
    QUAY,
    SANDER,
    SHOP,
    SNAPCHAT,
    TIKTOK,
    X,
)
from stories.kystbrygg.voices import SAID, WEIGHTS
from stories.rows import judgements, voices
from workshoplib.strategy.choices import Format, Platform, Visibility
from workshoplib.strategy.platforms import Channel, Course, Decision, Findable, Mode, Platforms, Purpose


def platforms() -> Platforms:
    """Seven channel cards."""
    return Platforms(
        mode=Mode.FOCUSED,
        weight_audience=5,
        weight_reach=2,
        weight_capacity=4,
        weight_message=3,
        weight_return=4,
        voices=voices(WEIGHTS),
        judgements=judgements(SAID),
        channels=(
            Channel(
                id=INSTAGRAM,
                platform=Platform.INSTAGRAM,
                account="@kystbrygg",
                address="https://instagram.example/kystbrygg",
                decision=Decision.CHOSEN,
                reason=(
                    "Helge-Hanne er her hver dag, fire av fem bestillinger fra sosiale medier begynner her, og "
                    "Sander lager filmene alene."
                ),
                goal=ORDERS,
                purpose="Vise hvem som brenner kaffen, og lære folk å brygge den",
                purposes=(Purpose.EDUCATE, Purpose.INSIGHT),
                role=Visibility.BOTH,
                formats=(Format.SHORT_VIDEO, Format.CAROUSEL, Format.STORY, Format.IMAGE),
                hours_a_week=6,
                owner=MARIT,
                readiness=5,
                message_fit=5,
                expected_return=5,
                alternative="Flere nyhetsbrev. Vi gjør begge deler, for halvparten av de nye leserne kommer herfra.",
                findable=(Findable.HANDLE, Findable.BIO, Findable.LINKS, Findable.PRODUCTS, Findable.CUSTOMERS),
                leads_to_places=(SHOP, NEWSLETTER),
                strengthens="Filmene herfra brukes i Torsdagsbrevet og på produktsidene.",
                course=Course.STRENGTHEN,
                course_since=date(2026, 11, 4),
            ),
            Channel(
                id=FACEBOOK,
                platform=Platform.FACEBOOK,
                account="Kystbrygg",
                address="https://facebook.example/kystbrygg",
                decision=Decision.CHOSEN,
                reason=(
                    "Naboene er her og bare her. Beholdes for åpningstider, arrangementer og spørsmål, ikke for "
                    "å vokse."
                ),
                goal=ANSWERS,
                purpose="Være naboen som svarer, og si fra når døra er åpen",
                purposes=(Purpose.HELP, Purpose.COMMUNITY),
                role=Visibility.BOTH,
                formats=(Format.IMAGE, Format.LINK, Format.EVENT),
                hours_a_week=3,
                owner=MARIT,
                readiness=5,
                message_fit=4,
                expected_return=3,
                alternative="Oppslag på samvirkelaget og en annonse i lokalavisa, 2 400 kroner for en uke.",
                findable=(Findable.HANDLE, Findable.BIO, Findable.LINKS),
                leads_to=(INSTAGRAM,),
                leads_to_places=(QUAY,),
                strengthens="Spørsmålene herfra blir ukas bryggetips på Instagram.",
                course=Course.KEEP,
                course_since=date(2026, 11, 4),
            ),
            Channel(
                id=TIKTOK,
                platform=Platform.TIKTOK,
                account="@kystbrygg",
                address="https://tiktok.example/@kystbrygg",
                decision=Decision.EXPERIMENT,
                reason=(
                    "Sander elsker det, og Studie-Sara er der hver kveld. Men følgere betaler ikke frakt, så vi "
                    "prøver med lokk på timene og en dato da det er slutt."
                ),
                decide_again=date(2027, 1, 31),
                goal=ORDERS,
                purpose="Finne ut om de unge handler når de har ledd",
                purposes=(Purpose.INSPIRE, Purpose.LISTEN),
                role=Visibility.ORGANIC,
                formats=(Format.SHORT_VIDEO,),
                hours_a_week=2,
                owner=SANDER,
                readiness=4,
                message_fit=4,
                expected_return=2,
                alternative="De samme to timene til en film mer i uka på Instagram.",
                findable=(Findable.HANDLE, Findable.BIO),
                leads_to_places=(SHOP,),
                trial_hours=40,
                trial_question="Gir TikTok minst 15 bestillinger i måneden innen 31. januar? Da blir det en kanal.",
                course=Course.KEEP,
                course_since=date(2026, 11, 4),
                course_note=(
                    "Under målet. Vi venter på desember, da unge kjøper gaver, og ikke en dag lenger enn 31. januar."
                ),
            ),
            Channel(
                id=PINTEREST,
                platform=Platform.PINTEREST,
                decision=Decision.LATER,
                reason=(
                    "Helge-Hanne leter etter kjøkkenideer her, og bilder lever lenge. Men vi har ingen timer før "
                    "TikTok-forsøket er over."
                ),
                decide_again=date(2027, 9, 1),
                readiness=2,
                message_fit=4,
                expected_return=3,
            ),
            Channel(
                id=LINKEDIN,
                platform=Platform.LINKEDIN,
                decision=Decision.DECLINED,
                reason=(
                    "Halvannen time i uka ga tre forespørsler og ingen salg. Ingen av personaene er her for å "
                    "finne kaffe, og kafeene når vi på telefon."
                ),
                readiness=2,
                message_fit=2,
                expected_return=1,
                alternative="Ingrid ringer ti kafeer i kvartalet.",
            ),
            Channel(
                id=X,
                platform=Platform.X,
                decision=Decision.DECLINED,
                reason="190 følgere, ingen svar, ingen klikk siden januar. Profilen sier nå hvor vi finnes.",
                readiness=2,
                message_fit=1,
                expected_return=1,
            ),
            Channel(
                id=SNAPCHAT,
                platform=Platform.SNAPCHAT,
                decision=Decision.DECLINED,
                reason="Studie-Sara er her hver dag, men bare med venner. En butikk hører ikke hjemme i den samtalen.",
                readiness=2,
                message_fit=1,
                expected_return=1,
            ),
        ),
    )

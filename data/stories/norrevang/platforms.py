"""Where Nørrevang will be: two channels, one experiment with a stop date, one later, three times no."""

from datetime import date

from stories.norrevang.names import (
    APPLICATIONS,
    BIRGITTE,
    EMIL,
    FACEBOOK,
    FAIR,
    INSTAGRAM,
    LEADS,
    LINKEDIN,
    METTE,
    NEWSLETTER,
    SNAPCHAT,
    TIKTOK,
    TRIAL_ENDS,
    VIDEO_ANSWERS,
    WEBSITE,
    YOUTUBE,
    X,
)
from stories.norrevang.voices import SAID, WEIGHTS
from stories.rows import judgements, voices
from workshoplib.strategy.choices import Format, Platform, Visibility
from workshoplib.strategy.platforms import Channel, Course, Decision, Findable, Mode, Platforms, Purpose


def platforms() -> Platforms:
    """Seven channel cards."""
    return Platforms(
        mode=Mode.FOCUSED,
        weight_audience=5,
        weight_reach=1,
        weight_capacity=5,
        weight_message=3,
        weight_return=4,
        voices=voices(WEIGHTS),
        judgements=judgements(SAID),
        channels=(_linkedin(), _youtube(), _facebook(), *_not_now()),
    )


def _linkedin() -> Channel:
    return Channel(
        id=LINKEDIN,
        platform=Platform.LINKEDIN,
        account="Nørrevang Pumper, og fem fagfolk på deres egne profiler",
        address="https://linkedin.example/norrevang-pumper",
        decision=Decision.CHOSEN,
        reason=(
            "Patrik er her hver dag og Pia hver uge. Når Lone eller Rasmus skriver selv, når de fire gange så mange som "
            "firmasiden, og det er dem, kunderne ringer til bagefter."
        ),
        goal=LEADS,
        purpose="Lade fem mennesker, der kan deres fag, tænke højt, så man ringer, før noget går i stykker",
        purposes=(Purpose.EDUCATE, Purpose.INSIGHT, Purpose.RECRUIT),
        role=Visibility.BOTH,
        formats=(Format.TEXT, Format.IMAGE, Format.CAROUSEL),
        hours_a_week=5.5,
        owner=BIRGITTE,
        readiness=4,
        message_fit=5,
        expected_return=4,
        alternative="To artikler om året i fagpressen og Driftsbrevet. Vi gør begge dele; den ene fodrer den anden.",
        findable=(Findable.HANDLE, Findable.BIO, Findable.KEYWORDS, Findable.LINKS, Findable.PRODUCTS),
        leads_to=(YOUTUBE,),
        leads_to_places=(NEWSLETTER, FAIR),
        strengthens="Spørgsmålene under opslagene bliver til film på YouTube og til artikler i fagpressen.",
        course=Course.STRENGTHEN,
        course_since=date(2026, 11, 5),
    )


def _youtube() -> Channel:
    return Channel(
        id=YOUTUBE,
        platform=Platform.YOUTUBE,
        account="@norrevangpumper",
        address="https://youtube.example/@norrevangpumper",
        decision=Decision.CHOSEN,
        reason=(
            "Tommy søger her, når pumpen står. En film på 90 sekunder fra sidste efterår henter stadig hver tredje "
            "visning, og den kostede en eftermiddag."
        ),
        goal=VIDEO_ANSWERS,
        purpose="Få pumpen i gang igen, uden at nogen skal vente på os",
        purposes=(Purpose.HELP, Purpose.EDUCATE),
        role=Visibility.ORGANIC,
        formats=(Format.SHORT_VIDEO, Format.LONG_VIDEO),
        hours_a_week=3.5,
        owner=EMIL,
        readiness=5,
        message_fit=5,
        expected_return=4,
        alternative="En vejledning på papir i kassen. Den ligger på kontoret, når pumpen står i kælderen.",
        findable=(Findable.HANDLE, Findable.BIO, Findable.KEYWORDS, Findable.LINKS),
        leads_to_places=(WEBSITE,),
        strengthens="Serviceteknikerne sender filmene, og fagfolkene viser klip fra dem på LinkedIn.",
        course=Course.STRENGTHEN,
        course_since=date(2026, 11, 5),
    )


def _facebook() -> Channel:
    return Channel(
        id=FACEBOOK,
        platform=Platform.FACEBOOK,
        account="Lærling hos Nørrevang",
        address="https://facebook.example/laerling-norrevang",
        decision=Decision.EXPERIMENT,
        reason=(
            "Kun til lærlinge, kun lokalt og kun til 31. marts. De unge er her næsten ikke, men deres forældre er, og "
            "vi tror, at det er dem, der sender opslaget videre ved aftensmaden."
        ),
        decide_again=TRIAL_ENDS,
        goal=APPLICATIONS,
        purpose="Finde ud af, om forældre på egnen sender en læreplads videre",
        purposes=(Purpose.RECRUIT, Purpose.INSIGHT),
        role=Visibility.BOTH,
        formats=(Format.SHORT_VIDEO, Format.IMAGE, Format.EVENT),
        hours_a_week=1,
        owner=METTE,
        readiness=3,
        message_fit=3,
        expected_return=3,
        alternative="Besøg på erhvervsskolen i uge 3 og 9. Vi gør det også, og spørger, hvor de har hørt om os.",
        findable=(Findable.HANDLE, Findable.BIO),
        leads_to_places=(WEBSITE,),
        strengthens="De samme lærlinge er med på besøgene på erhvervsskolen.",
        trial_hours=16,
        trial_question="Giver Facebook mindst seks ansøgninger om en læreplads inden 31. marts? Ellers lukker vi siden.",
    )


def _not_now() -> tuple[Channel, ...]:
    return (
        Channel(
            id=SNAPCHAT,
            platform=Platform.SNAPCHAT,
            decision=Decision.LATER,
            reason=(
                "Laura er her hver dag, men vi har ikke talt med en eneste på hendes alder. Først ser vi, om lærlingene "
                "kommer via deres forældre."
            ),
            decide_again=date(2027, 8, 16),
            readiness=1,
            message_fit=2,
            expected_return=2,
            alternative="Lærlingene fortæller selv på erhvervsskolen.",
        ),
        Channel(
            id=INSTAGRAM,
            platform=Platform.INSTAGRAM,
            decision=Decision.DECLINED,
            reason=(
                "To års billeder af blankt stål gav 640 følgere, mest leverandører og kolleger, og ikke ét lead. Ingen "
                "vælger en pumpe her."
            ),
            readiness=3,
            message_fit=2,
            expected_return=1,
            alternative="De to timer om ugen går til Driftsbrevet, som 1.900 driftsfolk får hver måned.",
        ),
        Channel(
            id=TIKTOK,
            platform=Platform.TIKTOK,
            decision=Decision.DECLINED,
            reason=(
                "Det kræver tre film om ugen med en, der vil være på. Emil har tid til én hver anden uge, og dem skal "
                "Tommy kunne finde om tre år."
            ),
            readiness=2,
            message_fit=2,
            expected_return=1,
            alternative="Samme film på YouTube, hvor den lever længe og kan findes med en søgning.",
        ),
        Channel(
            id=X,
            platform=Platform.X,
            decision=Decision.DECLINED,
            reason="Vores branche taler ikke her. Kontoen fra 2014 har 71 følgere og er lukket med en henvisning.",
            readiness=1,
            message_fit=1,
            expected_return=1,
            alternative="En artikel i fagpressen når dem, der ellers ville have læst med, og de gemmer den.",
        ),
    )

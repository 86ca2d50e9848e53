"""Personas: whom we want to reach, what we know about them, and how we know it."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import BrandValue, Format, Frequency, Motive, NeedLevel, Platform, Stage
from workshoplib.strategy.fields import Choice, Item, ItemId, Part, Row, Span, Text, WeekHours

YOUNGEST, OLDEST = 13, 100
"""Ages that a persona may have; the platforms let nobody in before 13."""


class Audience(Choice):
    CURRENT = "current", "Follows us today"
    WANTED = "wanted", "We want to reach"


class Gender(Choice):
    WOMEN = "women", "Women"
    MEN = "men", "Men"
    OTHER = "other", "Other"


class Method(Choice):
    """How something about an audience was found out."""

    ANALYTICS = "analytics", "Web or platform analytics"
    SURVEY = "survey", "Survey"
    INTERVIEW = "interview", "Interview"
    LISTENING = "listening", "Social listening"
    CRM = "crm", "Customer data (CRM)"
    COLLEAGUES = "colleagues", "Colleagues who meet them"
    STATISTICS = "statistics", "Published statistics"


class Mood(Choice):
    GLAD = "glad", "Glad"
    NEUTRAL = "neutral", "Neutral"
    ANNOYED = "annoyed", "Annoyed"


class Activity(Choice):
    QUIET = "quiet", "Quiet: a post now and then"
    STEADY = "steady", "Steady: something every week"
    BUSY = "busy", "Busy: something every day"


class GenderShare(Row):
    gender: Gender | None = ask.choice("Gender", "As your analytics report it.")
    share: float | None = ask.percent("Share", "Out of a hundred of them.")


class PlatformUse(Row):
    platform: Platform | None = ask.choice("Platform", "One that they have, whether you are there or not.")
    frequency: Frequency | None = ask.choice("How often", "As they use it, not as you wish they did.")
    formats: tuple[Format, ...] = ask.choices("Formats they like", "What they watch to the end there.")
    expects: Text = ask.text("What they expect", "Why they open it: a laugh, a recipe, news of their trade.", limit=300)
    active: WeekHours = ask.week(
        "Active there", "Mark hours only where this platform differs from the rest of their week."
    )


class Behaviour(Row):
    what: Text = ask.text("Behaviour", "What they do, not what they are: compares prices on the bus.", limit=300)
    source: Method | None = ask.choice(
        "Known from", "How you know. From customer data, take totals only, never one person."
    )


class Evidence(Row):
    method: Method | None = ask.choice("Method", "How you found it out.")
    day: date | None = ask.day("Day", "When the figures or answers are from.")
    n: int | None = ask.whole(
        "How many", "People asked, or visitors counted. Five interviews already tell a lot.", unit="people"
    )
    finding: Text = ask.text("Finding", "One thing you learnt that could have been otherwise.", limit=500)
    source: Text = ask.text("Where it lies", "The report, file or colleague, so that others can check.", limit=300)


class JourneyStep(Row):
    stage: Stage | None = ask.choice("Stage", "Where they are on the way to you, and after.")
    need: Text = ask.text("Need", "What they must get done here.", limit=300)
    question: Text = ask.text("Question", "In their words, as typed into a search box.", limit=300)
    content: Text = ask.text(
        "Content", "What would answer it: a film of 20 seconds, a price list, a customer's story.", limit=300
    )
    platform: Platform | None = ask.choice("Where", "The platform on which they would meet it.")


class Persona(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = (
        "name",
        "summary",
        "audience",
        "age",
        "interests",
        "needs",
        "frustrations",
        "platforms",
        "active",
    )

    name: Text = ask.text("Name", "A made-up name that sticks: Hiking Hanne, Foreman Farid.", limit=80)
    summary: Text = ask.long_text("In two sentences", "A day in their life where you could be of use.", limit=500)
    audience: Audience | None = ask.choice(
        "Today or wanted", "The people who follow you are seldom all of those you want. Which are these?"
    )
    weight: int | None = ask.scale(
        "Weight", "How much this group counts when you choose channels.", "A little", "Most of all"
    )

    age: Span | None = ask.span(
        "Age", "Most of them, not all: 25 to 40 says more than 18 to 80.", low=YOUNGEST, high=OLDEST, unit="years"
    )
    place: Text = ask.text("Place of residence", "Town, region or kind of place.", limit=120)
    education: Text = ask.text("Education", "Only if it changes how you would write to them.", limit=120)
    gender: tuple[GenderShare, ...] = ask.table(
        "Gender mix", "Leave it out unless it matters and you have figures.", "Gender", most=3
    )

    values: tuple[Text, ...] = ask.tags("Values", "What they would not trade away: family time, honesty, a bargain.")
    interests: tuple[Text, ...] = ask.tags("Interests", "What they talk about without being asked.")
    attitudes: tuple[Text, ...] = ask.tags(
        "Attitudes", "Their opinion of your field: too dear, good for my back, not for me."
    )
    lifestyle: tuple[Text, ...] = ask.tags("Lifestyle", "How a week looks: shift work, small children, a cabin.")
    looks_for: tuple[BrandValue, ...] = ask.choices(
        "Values they look for", "What makes them choose one brand before another when the price is the same."
    )

    motivations: tuple[Text, ...] = ask.tags("Motivation", "What they want to reach, in their own words.")
    needs: tuple[Text, ...] = ask.tags("Needs", "What they lack today. Each need can become a post.")
    frustrations: tuple[Text, ...] = ask.tags("Frustrations", "What makes them sigh, with you or with the whole trade.")
    motives: tuple[Motive, ...] = ask.choices(
        "Lasting motives", "Why they open social media at all, this year and in ten."
    )
    need_levels: tuple[NeedLevel, ...] = ask.choices(
        "Level of need", "Which needs your content can honestly help with."
    )
    stops_for: tuple[Text, ...] = ask.tags(
        "Stops for", "What makes the thumb stop: a face, a number, a dog, a question."
    )
    why_us: Text = ask.long_text("Why us", "Why they follow you and not somebody else. Ask three of them.", limit=600)

    platforms: tuple[PlatformUse, ...] = ask.table(
        "Platforms they use",
        "Also those that they never use: that is how you learn where not to be.",
        "Platform",
        most=20,
    )
    active: WeekHours = ask.week(
        "Active hours", "When they look at their phone: on the bus, at lunch, when the children sleep."
    )
    behaviour: tuple[Behaviour, ...] = ask.table(
        "Behaviour in figures", "What they do before, during and after they buy or call.", "Behaviour", most=30
    )
    journey: tuple[JourneyStep, ...] = ask.table(
        "Customer journey",
        "Start with what they ask before they choose and what they wonder about afterwards.",
        "Stage",
        most=30,
    )
    evidence: tuple[Evidence, ...] = ask.table(
        "Evidence", "How do you know all this? Until a line stands here, it is an assumption.", "Evidence", most=50
    )
    last_review: date | None = ask.day("Last looked over", "People change. Once a year is the least.")
    archived: bool = ask.flag("Archived", "Kept for the memory, but no longer planned for.")

    @model_validator(mode="after")
    def _has_an_age_people_have(self) -> Self:
        if self.age and not YOUNGEST <= self.age.low <= self.age.high <= OLDEST:
            raise ask.objection(
                N_("Ages go from {youngest} to {oldest}; {low} to {high} is outside."),
                youngest=YOUNGEST,
                oldest=OLDEST,
                low=self.age.low,
                high=self.age.high,
            )
        return self

    @model_validator(mode="after")
    def _shares_stay_within_the_whole(self) -> Self:
        total = sum(part.share or 0 for part in self.gender)
        if total > 100:
            raise ask.objection(N_("The shares of the gender mix add up to {total}, more than 100."), total=total)
        return self

    def hours_on(self, platform: Platform) -> WeekHours:
        """The hours marked for that platform, or else those of the whole week."""
        marked = [use.active for use in self.platforms if use.platform is platform and any(use.active.days())]
        return marked[0] if marked else self.active


class Segment(Row):
    name: Text = ask.text(
        "Segment", "A slice of your market that you could find again: first-time buyers in Bergen.", limit=120
    )
    size: int | None = ask.whole("Size", "Roughly how many they are; public statistics will do.", unit="people")
    priority: int | None = ask.scale("Priority", "How much you gain by winning them.", "Nice to have", "Comes first")
    personas: tuple[ItemId, ...] = ask.references("Personas", "Those that stand for this segment.", "personas.personas")


class Community(Item):
    shown_as: ClassVar = "name"

    name: Text = ask.text("Name", "A group, a hashtag, a forum, somebody's comment field.", limit=120)
    platform: Platform | None = ask.choice("Platform", "Where it lives.")
    personas: tuple[ItemId, ...] = ask.references(
        "Who is there", "Your personas that you would meet.", "personas.personas"
    )
    activity: Activity | None = ask.choice("How active", "Scroll back a week and count.")
    tone: Text = ask.text("How they talk", "Dry, warm, expert, full of in-jokes? Write down a typical line.", limit=300)
    our_part: Text = ask.text("Our part in it", "What you can give there without selling. Listening counts.", limit=300)


class Mention(Row):
    day: date | None = ask.day("Day", "When it was said.")
    platform: Platform | None = ask.choice("Platform", "Where you heard it.")
    topic: Text = ask.text("Topic", "One or two words, the same each time, so that they can be counted.", limit=80)
    said: Text = ask.text("What was said", "The gist of it. Leave out names of private people.", limit=500)
    mood: Mood | None = ask.choice("Mood", "How it sounded.")


class Personas(Part):
    essential: ClassVar = ("personas",)

    personas: tuple[Persona, ...] = ask.items(
        "Personas", "Two or three that you know well serve you better than eight that you guess.", "Persona", most=30
    )
    segments: tuple[Segment, ...] = ask.table(
        "Segments", "Cut the market into groups before you choose which ones to describe.", "Segment", most=30
    )
    communities: tuple[Community, ...] = ask.items(
        "Communities", "Where they already talk, with or without you.", "Community", most=50
    )
    mentions: tuple[Mention, ...] = ask.table(
        "Heard out there",
        "A log of what people say about you and your field; topics that return are content.",
        "Mention",
        most=1000,
    )
    market_changed: date | None = ask.day(
        "Market changed on", "Something big since you last looked: a new rival, a crisis, a platform shut down."
    )
    market_change: Text = ask.text("What changed", "So that the next review knows what to ask about.", limit=300)

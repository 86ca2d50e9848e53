"""The review: plan, test, measure, adjust, and test again; what was learned, and what is tried next."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Department, Format, Rhythm
from workshoplib.strategy.days import in_order
from workshoplib.strategy.fields import Choice, Item, ItemId, Money, Part, Reference, Row, Text


class LoopState(Choice):
    PLAN = "plan", "Planning"
    TEST = "test", "Testing"
    MEASURE = "measure", "Measuring"
    ADJUST = "adjust", "Adjusting"
    TEST_AGAIN = "test_again", "Testing again"


class NextStep(Choice):
    START = "start", "Start it"
    REPEAT = "repeat", "Repeat"
    SCALE = "scale", "Scale"
    REDUCE = "reduce", "Reduce"
    STOP = "stop", "Stop"


class AgainstTarget(Choice):
    ABOVE = "above", "Above target"
    ON = "on", "On track"
    UNDER = "under", "Behind plan"


class TriggerKind(Choice):
    PLATFORM = "platform", "Platform or algorithm"
    MARKET = "market", "Market or customers"
    TREND = "trend", "Trend"
    ORGANISATION = "organisation", "Our own organisation"
    LAW = "law", "Law"


class ExperimentKind(Choice):
    CONTENT = "content", "Kind of content"
    AD = "ad", "Creative ad"
    PLATFORM = "platform", "New platform"
    FEATURE = "feature", "New feature or format"
    OTHER = "other", "Something else"


class ExperimentStatus(Choice):
    IDEA = "idea", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"


class Verdict(Choice):
    WORKED = "worked", "Worked: do more of it"
    UNCLEAR = "unclear", "Too little to tell"
    FAILED = "failed", "Failed, learned"


class Counted(Choice):
    """How two variants are compared."""

    SHARE = "share", "A share: how many did it, out of all who saw it"
    MEAN = "mean", "An average: how much for each post or person"


class DecisionStatus(Choice):
    OPEN = "open", "Open"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


class TrendKind(Choice):
    AI = "ai", "Artificial intelligence"
    AUTHENTICITY = "authenticity", "Authenticity"
    AR_VR = "ar_vr", "AR and VR"
    CREATORS = "creators", "Micro- and nano-influencers"
    SHORT_VIDEO = "short_video", "Short video"
    SOCIAL_COMMERCE = "social_commerce", "Shopping in social media"
    SOCIAL_SEARCH = "social_search", "Search in social media"
    SERVICE = "service", "Social customer service"
    COMMUNITIES = "communities", "Communities"
    PREDICTION = "prediction", "Listening and prediction"
    OTHER = "other", "Something else"


class Stance(Choice):
    ACT = "act", "Act"
    WATCH = "watch", "Watch"
    IGNORE = "ignore", "Ignore"


class ChannelVerdict(Row):
    channel: Reference = ask.reference("Channel", "One line for each that you run.", "platforms.channels")
    result: AgainstTarget | None = ask.choice("Result", "Against its goal, not against your hopes.")
    note: Text = ask.text("Why, and what now", "Behind twice in a row? Say why you go on, or do less of it.", limit=300)


class NextStepRow(Row):
    what: Text = ask.text("What", "An initiative, series, campaign or experiment, by its name.")
    step: NextStep | None = ask.choice("Next step", "Scale only what you have seen work; stopping frees hours.")
    reason: Text = ask.text("Reason", "Half a sentence is enough for whoever asks next year.", limit=300)


class StrategyReview(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "held", "attendees", "departments", "learned", "change", "next_steps")

    name: Text = ask.text("Review", "What you will call it a year from now: Spring, after the launch.", limit=120)
    held: date | None = ask.day("Held on", "The day you sat together.")
    attendees: tuple[ItemId, ...] = ask.references(
        "Who was there", "Those who do the work, and one who decides.", "organisation.people"
    )
    departments: tuple[Department, ...] = ask.choices(
        "Departments", "Three pairs of eyes from three corners see more than nine from one."
    )
    learned: Text = ask.long_text(
        "What we learned", "Not the figures again: what do they tell you that you did not know?"
    )
    change: Text = ask.long_text("What we change", "What will somebody see you do differently next month?")
    next_steps: tuple[NextStepRow, ...] = ask.table(
        "Next steps", "Stop, repeat or scale: everything gets one of them.", "Next step", most=60
    )
    channels: tuple[ChannelVerdict, ...] = ask.table("Channels", "Which ones earn their hours?", "Channel", most=20)
    period_start: date | None = ask.day("Looks back from", "First day of the period that you looked at.")
    period_end: date | None = ask.day("Looks back to", "Last day of it.")
    cycle: int | None = ask.whole("Round", "The first time round the loop is 1.", low=1, high=1000)
    state: LoopState | None = ask.choice("Where in the loop", "What you do between this review and the next.")

    @model_validator(mode="after")
    def _looks_back_in_order(self) -> Self:
        in_order(self.period_start, self.period_end)
        return self


class ReviewDecision(Item):
    """An insight that became a decision that became somebody's job."""

    shown_as: ClassVar = "decision"
    essential: ClassVar = ("insight", "decision", "owner", "due", "status")

    insight: Text = ask.text(
        "Insight", "What the figures or the voices told you: Few click, the picture says little.", limit=500
    )
    decision: Text = ask.text("Decision", "What you do about it: Test faces instead of products in June.", limit=500)
    owner: Reference = ask.reference("Owner", "One name; it is theirs until it is done.", "organisation.people")
    due: date | None = ask.day("Due", "Before the next review, or split it.")
    status: DecisionStatus = ask.choice(
        "Status", "Open ones come back at the next review.", default=DecisionStatus.OPEN
    )
    decided: date | None = ask.day("Decided on", "The day you agreed.")
    review: Reference = ask.reference("From review", "The one in which it was decided, if any.", "review.reviews")


class Reading(Row):
    """A look at a test of two variants: how many saw each so far, and how many of them did it."""

    day: date | None = ask.day("Day", "Each look is a line, early ones too: they change what the last one is worth.")
    seen_a: int | None = ask.whole("A: saw it", "People or views so far, not only since the last look.")
    hits_a: int | None = ask.whole("A: did it", "Clicked, ordered, watched to the end: what it is judged by.")
    seen_b: int | None = ask.whole("B: saw it", "The same for variant B.")
    hits_b: int | None = ask.whole("B: did it", "As for A, counted the same way.")


class Experiment(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = (
        "name",
        "hypothesis",
        "kind",
        "value",
        "effort",
        "hours_cap",
        "last_day",
        "status",
        "verdict",
    )

    name: Text = ask.text("Experiment", "Short and tempting: Ten seconds of silence.", limit=120)
    hypothesis: Text = ask.text("What we believe", "If we do …, then …, because …", limit=500)
    kind: ExperimentKind | None = ask.choice("Kind", "Dare one that feels a little foolish.")
    format: Format | None = ask.choice("Format", "For content: the type that you put to the test.")
    channel: Reference = ask.reference("Channel", "Where you try it.", "platforms.channels")
    value: int | None = ask.scale("Value", "If it works, how much better off are you?", "A little", "A lot")
    effort: int | None = ask.scale("Effort", "Low effort and high value goes first.", "An hour", "Weeks")
    first_day: date | None = ask.day("First day", "When it starts.")
    last_day: date | None = ask.day("Stop date", "The day you look and decide, whatever it shows.")
    hours_cap: float | None = ask.number("Hours at most", "When they are used up, it ends.", unit="hours", high=10_000)
    measure: Text = ask.text("Judged by", "The figure, and how much of it you call a success.", limit=300)
    owner: Reference = ask.reference("Owner", "Whoever is curious about it.", "organisation.people")
    status: ExperimentStatus = ask.choice("Status", "Two at a time are enough.", default=ExperimentStatus.IDEA)
    verdict: Verdict | None = ask.choice("Verdict", "Failed and learned is worth a cake, too.")
    learned: Text = ask.text("What we learned", "What will you do the next time because of it?", limit=500)

    ad_test: Reference = ask.reference(
        "Ad test", "If it is one of the A/B tests in the budget: which one.", "budget.tests"
    )
    counted: Counted | None = ask.choice("Compared by", "For two variants side by side; empty for all other trials.")
    usual: float | None = ask.number("Usual figure", "What variant A gets, as far as you know: 2.5 for 2.5 percent.")
    smallest: float | None = ask.number(
        "Smallest gain worth having", "In percentage points, or in the average's unit. Less than this changes nothing."
    )
    spread: float | None = ask.number(
        "Spread", "For averages: how far single posts lie from their mean, as standard deviation."
    )
    people_a_day: float | None = ask.number("A day", "How many will see it each day, both variants together.")
    price: Money | None = ask.money("Price of one", "What it costs that one person sees it or clicks, if you pay.")
    readings: tuple[Reading, ...] = ask.table(
        "Looks at the figures", "The last line counts; wait with it until the stop date.", "Look", most=100
    )

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        in_order(self.first_day, self.last_day)
        return self


class Trigger(Item):
    """Something that changed outside the plan."""

    shown_as: ClassVar = "what"

    day: date | None = ask.day("Date", "When it happened, or when you noticed.")
    kind: TriggerKind | None = ask.choice("What moved", "Most surprises come from the platforms.")
    what: Text = ask.text("What happened", "Links in posts are shown to fewer people since March.", limit=300)
    effect: Text = ask.text("What it means for us", "Which goal, channel or habit does it touch?", limit=300)
    response: Text = ask.text("What we did", "Nothing yet is an honest answer.", limit=300)


class NewWay(Item):
    """Something that worked and that the strategy did not foresee."""

    shown_as: ClassVar = "what"

    what: Text = ask.text("What worked", "A colleague's holiday snap brought more orders than the campaign.", limit=300)
    day: date | None = ask.day("Date", "When you found it.")
    found_by: Reference = ask.reference("Found by", "Newcomers often see it first.", "organisation.people")
    change: Text = ask.text("Change in the strategy", "Which line of the plan should say so from now on?", limit=300)
    written_in: bool = ask.flag("Written in", "Tick it when the strategy says so.")


class Trend(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "kind", "seen", "expires", "relevance", "readiness", "stance", "watcher")

    name: Text = ask.text("Trend", "Narrow enough to act on: Shop buttons in live video.", limit=120)
    kind: TrendKind | None = ask.choice("Kind", "Gathers what belongs together on the radar.")
    seen: date | None = ask.day("Seen on", "Trends age faster than milk: note the day.")
    expires: date | None = ask.day("Look again by", "After this day, what you wrote here counts as old.")
    relevance: int | None = ask.scale(
        "Relevance", "Would your personas miss it if you stayed out?", "Not at all", "Very much"
    )
    readiness: int | None = ask.scale(
        "Readiness", "Could you do it with the people and tools you have?", "Not yet", "Tomorrow"
    )
    stance: Stance | None = ask.choice("Stance", "Act on few, watch some, ignore most with a good conscience.")
    watcher: Reference = ask.reference("Watched by", "Somebody who would follow it anyway.", "organisation.people")
    source: Text = ask.text("Where seen", "Report and year, or whose post it was.", limit=300)
    hours_cap: float | None = ask.number(
        "Hours to try it", "An early try is cheap if it has a lid.", unit="hours", high=10_000
    )
    stop_on: date | None = ask.day("Stop date", "If it has shown nothing by then, you stop.")
    note: Text = ask.text("What it means for us", "The post, habit or tool that it would change.", limit=500)

    @model_validator(mode="after")
    def _expires_after_it_was_seen(self) -> Self:
        if self.seen and self.expires and self.expires < self.seen:
            raise ask.objection(
                N_("Look again by {expires} is before the day it was seen, {seen}. Change one of them."),
                expires=self.expires,
                seen=self.seen,
            )
        return self


class WatchedTopic(Item):
    shown_as: ClassVar = "theme"

    theme: Text = ask.text("Topic", "One that your field will talk about next year: Deposit on cups.", limit=120)
    stance: Text = ask.text("Our stance", "What you would say if a journalist called now.", limit=500)
    first_post: Text = ask.text(
        "First post", "How you could be early: the idea for the post that opens the talk.", limit=300
    )
    watcher: Reference = ask.reference("Watched by", "Who reads about it anyway.", "organisation.people")


class ShopLink(Row):
    """A walk from a post to the till, tried on a phone."""

    start: Text = ask.text("From", "The post, story or profile link where the walk starts.")
    channel: Reference = ask.reference("Channel", "Where you found the link.", "platforms.channels")
    tried: date | None = ask.day("Tried on", "Links break silently; try them each quarter.")
    taps: int | None = ask.whole("Taps to payment", "Count each one, log-in included.", unit="taps", high=200)
    works: bool = ask.flag("Works", "You got all the way on a phone that was not logged in.")


class Review(Part):
    essential: ClassVar = ("cadence", "last_review", "next_review", "reviews", "decisions", "experiments", "trends")

    cadence: Rhythm | None = ask.choice(
        "We review", "Monthly or quarterly. What works today may be stale in half a year."
    )
    last_review: date | None = ask.day("Last review", "When you last held the plan against the figures.")
    next_review: date | None = ask.day("Next review", "Take out your diaries and book it before you leave the room.")
    reviews: tuple[StrategyReview, ...] = ask.items(
        "Reviews", "One each time: what you learned and what you change.", "Review", most=200
    )
    decisions: tuple[ReviewDecision, ...] = ask.items(
        "Decisions", "Insight, decision, owner: three short lines that save the next meeting.", "Decision"
    )
    experiments: tuple[Experiment, ...] = ask.items(
        "Experiments", "Small, with a lid on hours and a day on which they end.", "Experiment", most=200
    )
    trends: tuple[Trend, ...] = ask.items(
        "Trend radar", "Mostly business as usual, plus a handful of things that you act on.", "Trend", most=100
    )
    trend_watcher: Reference = ask.reference(
        "Keeps an eye on trends", "One person, half an hour a month, tells the others.", "organisation.people"
    )
    topics: tuple[WatchedTopic, ...] = ask.items(
        "Topics to watch", "Where do you want to be heard before everybody talks about it?", "Topic", most=60
    )
    triggers: tuple[Trigger, ...] = ask.items(
        "What changed around us", "So that you know later why the curve has a dent.", "Change", most=200
    )
    new_ways: tuple[NewWay, ...] = ask.items(
        "New ways found", "What works although nobody planned it belongs in the plan.", "New way", most=200
    )
    shop_links: tuple[ShopLink, ...] = ask.table(
        "From post to payment", "Walk it yourselves, on a phone, and count the taps.", "Walk", most=60
    )

"""KPIs: the few figures that show whether the goals come closer, and where, when and by whom they are read."""

from collections import Counter
from datetime import date, time
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Rhythm, Weekday
from workshoplib.strategy.fields import Choice, Item, Money, Part, Reference, Row, Text


class KpiKind(Choice):
    REACH = "reach", "Reach"
    IMPRESSIONS = "impressions", "Impressions"
    FOLLOWERS = "followers", "Followers"
    ENGAGEMENT = "engagement", "Engagement rate"
    CLICKS = "clicks", "Clicks"
    CLICK_RATE = "click_rate", "Click-through rate"
    PURCHASES = "purchases", "Purchases"
    LEADS = "leads", "Leads"
    DOWNLOADS = "downloads", "Downloads"
    APPLICATIONS = "applications", "Job applications"
    CONVERSION_RATE = "conversion_rate", "Conversion rate"
    COST_PER_RESULT = "cost_per_result", "Cost per result"
    ROI = "roi", "Return on investment"
    VISITS = "visits", "Visits to the website"
    NEWSLETTER = "newsletter", "Newsletter sign-ups"
    REPUTATION = "reputation", "Reputation"
    RETURNING = "returning", "Customers who come back"
    RESPONSE_TIME = "response_time", "Response time"
    OTHER = "other", "Something else"


class Denominator(Choice):
    """What a rate is a share of; two rates can be compared only if it is the same."""

    IMPRESSIONS = "impressions", "Impressions"
    REACH = "reach", "Reach"
    FOLLOWERS = "followers", "Followers"
    CLICKS = "clicks", "Clicks"
    VISITS = "visits", "Visits"
    VIEWS = "views", "Video views"


class Direction(Choice):
    UP = "up", "More is better"
    DOWN = "down", "Less is better"


class ToolJob(Choice):
    PLANNING = "planning", "Planning"
    PUBLISHING = "publishing", "Publishing"
    PRODUCTION = "production", "Making pictures and video"
    ANSWERING = "answering", "Answering people"
    ANALYTICS = "analytics", "Reading the figures"
    ADS = "ads", "Running ads"
    LISTENING = "listening", "Listening to what people say"
    SEARCH = "search", "Being found by search"


class ExportFormat(Choice):
    """Whose export files a tool gives, so that they can be read without describing their columns."""

    META = "meta", "Meta Business Suite"
    TIKTOK = "tiktok", "TikTok Analytics"
    LINKEDIN = "linkedin", "LinkedIn"
    YOUTUBE = "youtube", "YouTube Studio"
    GOOGLE_ANALYTICS = "google_analytics", "Google Analytics"
    META_ADS = "meta_ads", "Meta Ads Manager"
    TIKTOK_ADS = "tiktok_ads", "TikTok Ads Manager"
    LINKEDIN_ADS = "linkedin_ads", "LinkedIn Campaign Manager"
    OTHER = "other", "Another one"


class UtmParameter(Choice):
    SOURCE = "utm_source", "utm_source: which platform"
    MEDIUM = "utm_medium", "utm_medium: paid or not"
    CAMPAIGN = "utm_campaign", "utm_campaign: which campaign"
    CONTENT = "utm_content", "utm_content: which post or variant"
    TERM = "utm_term", "utm_term: which search word"


class QuoteSource(Choice):
    COMMENT = "comment", "Comment"
    MESSAGE = "message", "Private message"
    INTERVIEW = "interview", "Interview"
    SURVEY = "survey", "Survey"
    REVIEW = "review", "Customer review"
    COLLEAGUE = "colleague", "Told by a colleague"


class Actual(Row):
    period_end: date | None = ask.day("Period ends", "The last day that the figure counts: 31 March for March.")
    value: float | None = ask.number("Figure", "As the tool shows it, unrounded.", low=None)
    note: Text = ask.text(
        "What happened", "A campaign, a strike, a new algorithm: you will have forgotten by next year."
    )


class Kpi(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "goal", "kind", "baseline", "target", "unit", "source", "owner", "frequency")

    name: Text = ask.text("Name", "So that nobody asks what it means: Orders that began on Instagram.", limit=120)
    goal: Reference = ask.reference("Goal", "A figure that serves no goal is a figure too many.", "goals.goals")
    kind: KpiKind | None = ask.choice(
        "Kind of figure", "Reach for being known, clicks for traffic, orders for sales. Followers alone say little."
    )
    baseline: float | None = ask.number("Baseline", "Where you stand today: look it up now, together.", low=None)
    target: float | None = ask.number("Target value", "Where you want to be when the goal's deadline comes.", low=None)
    unit: Text = ask.text("Unit", "Orders a month, percent, minutes …", limit=60)
    source: Reference = ask.reference("Source", "The one tool in which you read it, each time the same.", "kpis.tools")
    owner: Reference = ask.reference("Owner", "Who reads it and tells the others, unasked.", "organisation.people")
    frequency: Rhythm | None = ask.choice("Frequency", "As often as you would act on it; seldom daily.")
    channel: Reference = ask.reference(
        "Channel", "Empty if it covers all of them, or your website.", "platforms.channels"
    )
    direction: Direction = ask.choice(
        "Direction", "Cost and response time should fall, most others rise.", default=Direction.UP
    )
    formula: Text = ask.text("Formula", "Reactions + comments + shares + saves, divided by reach.", limit=300)
    denominator: Denominator | None = ask.choice(
        "Out of", "For rates: out of reach looks better than out of impressions. Choose once, keep to it."
    )
    benchmark: float | None = ask.number(
        "Benchmark", "What others like you get, or your own same month last year.", low=None
    )
    benchmark_source: Text = ask.text(
        "Benchmark from", "Who measured whom, and when. Without it the figure is hearsay.", limit=300
    )
    actuals: tuple[Actual, ...] = ask.table(
        "Figures so far", "One line per period; three already make a curve.", "Figure", most=400
    )

    @model_validator(mode="after")
    def _has_one_figure_per_period(self) -> Self:
        ends = Counter(actual.period_end for actual in self.actuals if actual.period_end)
        for day, times in ends.items():
            if times > 1:
                raise ask.objection(
                    N_("There are {times} figures for the period that ends on {day}. Keep the one that is right."),
                    times=times,
                    day=day,
                )
        return self


class Tool(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "jobs", "monthly_cost", "owner")

    name: Text = ask.text("Tool", "Also the spreadsheet, if that is where the figures live.", limit=120)
    jobs: tuple[ToolJob, ...] = ask.choices("Job", "What you truly use it for. Two tools for one job: drop one.")
    monthly_cost: Money | None = ask.money("Cost a month", "For all seats together; 0 if it is free.")
    owner: Reference = ask.reference("Owner", "Who has the login and pays the bill.", "organisation.people")
    export: ExportFormat | None = ask.choice(
        "Exports like", "Which of these its files look like; then you know where the figures stand."
    )
    note: Text = ask.text("Note", "Where the figure hides in the tool, or when the contract ends.", limit=300)


class UtmRule(Row):
    """How one tag of a link is written, so that clicks can be told apart outside social media."""

    parameter: UtmParameter | None = ask.choice("Tag", "Source, medium and campaign are enough to begin with.")
    rule: Text = ask.text("We write", "Small letters, hyphens, no å, ä or ø: the platform's own name.")
    example: Text = ask.text("Example", "instagram", limit=120)


class MeasuringSlot(Row):
    """Time in somebody's diary for reading the figures."""

    what: Text = ask.text("What is done", "Read the figures, write two lines about them, tell the team.")
    person: Reference = ask.reference("Who", "One name; two means nobody.", "organisation.people")
    rhythm: Rhythm | None = ask.choice("How often", "Booked now, or it will not happen.")
    weekday: Weekday | None = ask.choice("Weekday", "A quiet one.")
    at: time | None = ask.clock("Time", "When it starts.")
    minutes: int | None = ask.whole("Minutes", "Half an hour a week is a good start.", unit="minutes", high=1440)


class Quote(Item):
    """What somebody said, beside the figures; without the name."""

    shown_as: ClassVar = "said"
    essential: ClassVar = ("said", "theme", "source", "day", "goal")

    said: Text = ask.text(
        "What they said", "In their own words, without their name: Finally a coffee my mother likes.", limit=500
    )
    theme: Text = ask.text("Theme", "One or two words, the same each time: taste, delivery, price.", limit=60)
    source: QuoteSource | None = ask.choice(
        "Heard in", "A comment is quick to find; an interview is worth ten of them."
    )
    day: date | None = ask.day("Date", "When it was said; the review looks at its own period.")
    goal: Reference = ask.reference("Goal", "Which goal does it say something about?", "goals.goals")
    channel: Reference = ask.reference("Channel", "Where it was said, if on one of yours.", "platforms.channels")


class Reaction(Row):
    """How people took it, held against the reaction that the goal hoped for."""

    goal: Reference = ask.reference("Goal", "Its hoped-for reaction is written with the goal.", "goals.goals")
    day: date | None = ask.day("Date", "When you looked.")
    observed: Text = ask.text(
        "What we saw", "What they did or said, good or bad: They tag friends, but ask for prices.", limit=500
    )
    as_hoped: int | None = ask.scale(
        "As hoped", "Put it beside what you hoped for, then choose.", "Not at all", "Just so"
    )


class Kpis(Part):
    essential: ClassVar = ("kpis", "tools", "report_rhythm", "measuring_slots", "quotes")

    kpis: tuple[Kpi, ...] = ask.items(
        "KPIs", "One or two for each goal. What would make you change what you do?", "KPI", most=60
    )
    tools: tuple[Tool, ...] = ask.items("Tools", "What you have already, before anybody buys more.", "Tool", most=60)
    report_rhythm: Rhythm | None = ask.choice(
        "Report", "One page each month or quarter gets read; forty pages a year do not."
    )
    measuring_slots: tuple[MeasuringSlot, ...] = ask.table(
        "Time to measure", "Without a time in the diary it is done when there is time: never.", "Slot", most=20
    )
    quotes: tuple[Quote, ...] = ask.items(
        "Voices", "A figure tells how many, a voice tells why. Five a month is plenty.", "Voice"
    )
    reactions: tuple[Reaction, ...] = ask.table(
        "Reactions", "Do people react as you meant them to?", "Reaction", most=100
    )
    utm: tuple[UtmRule, ...] = ask.table(
        "Tags in links", "Written alike by all, they tell which post the website's visitors came from.", "Tag", most=10
    )
    landing_page: Text = ask.text(
        "Page that links lead to", "The start of your tagged links: https://kystbrygg.example/shop.", limit=1000
    )

"""Budget: what the plan costs in money and hours, and the paid campaigns that part of it goes to."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Format, Platform
from workshoplib.strategy.days import in_order
from workshoplib.strategy.fields import Choice, Item, ItemId, Money, Part, Reference, Row, Text


class Vat(Choice):
    EXCLUDED = "excluded", "Without VAT"
    INCLUDED = "included", "With VAT"


class LineKind(Choice):
    MEDIA = "media", "Advertising space"
    PRODUCTION = "production", "Production"
    TOOLS = "tools", "Tools"
    PEOPLE = "people", "Staff and hired help"
    RESERVE = "reserve", "Reserve"


class Per(Choice):
    """How often a budget line falls due within the period."""

    ONCE = "once", "Once"
    MONTH = "month", "Each month"


class AdGoal(Choice):
    TRAFFIC = "traffic", "Traffic"
    LEADS = "leads", "Leads"
    VISIBILITY = "visibility", "Visibility"
    SALES = "sales", "Direct sales"


class AdTool(Choice):
    """Where the ads are bought and their results are exported from."""

    META = "meta", "Meta Ads Manager"
    TIKTOK = "tiktok", "TikTok Ads Manager"
    LINKEDIN = "linkedin", "LinkedIn Campaign Manager"
    GOOGLE = "google", "Google Ads"
    SNAPCHAT = "snapchat", "Snapchat Ads Manager"
    PINTEREST = "pinterest", "Pinterest Ads"
    REDDIT = "reddit", "Reddit Ads"
    OTHER = "other", "Another tool"


class CampaignStatus(Choice):
    PLANNED = "planned", "Planned"
    RUNNING = "running", "Running"
    PAUSED = "paused", "Paused"
    FINISHED = "finished", "Finished"


class PhaseKind(Choice):
    TEST = "test", "Test phase"
    LEARN = "learn", "Learning phase"
    SCALE = "scale", "Scaling phase"


class Targeting(Choice):
    DEMOGRAPHY = "demography", "Age, place, language"
    INTERESTS = "interests", "Interests"
    BEHAVIOUR = "behaviour", "Behaviour"
    PURCHASES = "purchases", "What they bought before"
    ENGAGEMENT = "engagement", "Earlier contact with us"


class AdAudience(Choice):
    """Whom an ad is shown to."""

    NEW = "new", "People who do not know us"
    SIMILAR = "similar", "People like our customers"
    VISITORS = "visitors", "Looked at a product, did not buy"
    ENGAGED = "engaged", "Followed, liked or watched"
    CUSTOMERS = "customers", "Customers"


class Difference(Choice):
    MESSAGE = "message", "Message"
    PICTURE = "picture", "Picture or video"
    FORMAT = "format", "Format"
    AUDIENCE = "audience", "Audience"


class DecidedBy(Choice):
    """What decides an A/B test: a share of people, so that two groups of different size can be compared."""

    CLICK_RATE = "click_rate", "Click-through rate"
    CONVERSION_RATE = "conversion_rate", "Conversions out of clicks"
    ENGAGEMENT_RATE = "engagement_rate", "Engagement rate"
    VIEW_RATE = "view_rate", "Watched to the end"


class AdTestResult(Choice):
    A_WON = "a", "A was better"
    B_WON = "b", "B was better"
    NO_DIFFERENCE = "none", "No clear difference"
    TOO_SMALL = "too_small", "Too few people to tell"


class DriverKind(Choice):
    """The three things that decide what an ad costs."""

    GOAL = "goal", "Our goal"
    COMPETITION = "competition", "Competition for the space"
    AUDIENCE = "audience", "Our audience"


class DriverEffect(Choice):
    CHEAPER = "cheaper", "Makes it cheaper"
    NEUTRAL = "neutral", "Makes no difference"
    DEARER = "dearer", "Makes it dearer"


class BudgetLine(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "kind", "amount", "hours", "per", "channel")

    name: Text = ask.text(
        "What for", "Say it so that the accountant knows too: Photographer, spring pictures.", limit=120
    )
    kind: LineKind | None = ask.choice("Kind", "Campaigns have their own list below; put other media here.")
    amount: Money | None = ask.money("Amount", "What you pay somebody else for it. Own hours go beside it.")
    hours: float | None = ask.number(
        "Own hours", "What it takes of your own people's time; hours are money too.", unit="hours", high=100_000
    )
    hour_price: Money | None = ask.money("Price of an hour", "Only if it differs from your usual hourly cost.")
    per: Per = ask.choice("How often", "A subscription comes back each month, a film does not.", default=Per.ONCE)
    channel: Reference = ask.reference("Channel", "Empty if all channels share it.", "platforms.channels")
    goal: Reference = ask.reference("Goal", "What would you miss if this line were cut?", "goals.goals")
    note: Text = ask.text("Note", "Where the figure comes from: an offer, last year's accounts, a guess.", limit=300)


class Phase(Row):
    kind: PhaseKind | None = ask.choice("Phase", "Test small, learn what works, only then scale.")
    amount: Money | None = ask.money("Amount", "Under a third of the money for the test is plenty.")
    first_day: date | None = ask.day("First day", "Leave a few days after the phase before, to look at the figures.")
    last_day: date | None = ask.day("Last day", "A test needs one or two whole weeks: Mondays differ from Saturdays.")

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        in_order(self.first_day, self.last_day)
        return self


class Variant(Row):
    name: Text = ask.text("Variant", "Short enough to find again in the export: A, hands in the beans.", limit=120)
    platform: Platform | None = ask.choice("Platform", "Each has its own shape and manners; one file seldom fits two.")
    format: Format | None = ask.choice("Format", "Nine by sixteen for stories, four by five for feeds.")
    message: Text = ask.text("Message", "What it says and what it looks like, in one sentence.", limit=300)
    asset: Text = ask.text("File", "Name of the picture or video, the same as in the calendar.")
    ready: bool = ask.flag("Ready", "Made, checked and uploaded.")


class AdResult(Row):
    """What a campaign brought in one week."""

    week_ends: date | None = ask.day("Week ends", "The last day of the week that the two figures are for.")
    spent: Money | None = ask.money("Spent", "As the ad tool shows it, for this week alone.")
    results: float | None = ask.number(
        "Results", "Orders, leads, clicks: whatever you pay for here. Nought counts too."
    )


class Campaign(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = (
        "name",
        "goal_type",
        "goal",
        "channel",
        "budget",
        "first_day",
        "last_day",
        "tracking",
        "phases",
    )

    name: Text = ask.text("Name", "What you call it when you talk about it: Summer at the cabin.", limit=120)
    goal_type: AdGoal | None = ask.choice("Ad's goal", "One. The platform optimises for exactly what you say here.")
    goal: Reference = ask.reference("Goal", "Which of your goals does the money push?", "goals.goals")
    channel: Reference = ask.reference("Channel", "One; two channels are two campaigns.", "platforms.channels")
    budget: Money | None = ask.money(
        "Budget", "For the whole campaign. Small is fine: it also limits what can go wrong."
    )
    first_day: date | None = ask.day("First day", "The first day that an ad is shown.")
    last_day: date | None = ask.day("Last day", "The last one, even if money is left.")
    tracking: Text = ask.text(
        "Tracking source", "Which tool and tag will show what it brought? Google Analytics, utm_campaign=summer-cabin."
    )
    phases: tuple[Phase, ...] = ask.table("Phases", "Start small; the large sum goes to what worked.", "Phase", most=12)
    targeting: tuple[Targeting, ...] = ask.choices("Targeting", "What you steer by. Fewer ticks, more people.")
    targeting_notes: Text = ask.long_text(
        "Targeting in words", "Adults within 40 km of Bergen who follow food pages.", limit=1000
    )
    personas: tuple[ItemId, ...] = ask.references(
        "For whom", "Their age, place and interests are your first draft of the targeting.", "personas.personas"
    )
    audience: AdAudience | None = ask.choice(
        "Audience", "Those who once looked at a product are few, but close to buying."
    )
    excluded: Text = ask.text(
        "Not shown to", "Who has bought already needs no reminder: buyers of the last 30 days.", limit=300
    )
    stands_out: Text = ask.text("What stops the thumb", "A colour, a face, a first word, a laugh: name it.", limit=300)
    variants: tuple[Variant, ...] = ask.table(
        "Variants", "At least two, so that the audience can tell you which is better.", "Variant", most=40
    )
    status: CampaignStatus = ask.choice(
        "Status", "Pausing in time is a decision, not a defeat.", default=CampaignStatus.PLANNED
    )
    least: Money | None = ask.money("At least", "Below this it is not worth doing; platforms have minimums too.")
    most: Money | None = ask.money("At most", "More than this you would not put on one horse.")
    fixed: bool = ask.flag("Amount is settled", "Tick it if the money is promised and no computation may move it.")
    result_value: Money | None = ask.money("Worth of one result", "What one lead or order brings you on average.")
    cost_low: Money | None = ask.money("One result, at best", "Cheaper than this happens one time in ten.")
    cost_likely: Money | None = ask.money(
        "One result, most likely", "Your own guess, from earlier campaigns or a gut feeling. Dearer is as likely."
    )
    cost_high: Money | None = ask.money("One result, at worst", "Dearer than this happens one time in ten.")
    weeks: tuple[AdResult, ...] = ask.table(
        "Results by week", "After five weeks with different sums you see your own curve here, not others'.", "Week"
    )
    tool: AdTool | None = ask.choice("Ad tool", "Where you buy it, and where you look its results up.")
    export_name: Text = ask.text(
        "Name in the tool", "The campaign's name there, letter by letter, so that the export finds its way.", limit=300
    )

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        in_order(self.first_day, self.last_day)
        return self

    @model_validator(mode="after")
    def _at_least_is_below_at_most(self) -> Self:
        if self.least is not None and self.most is not None and self.most < self.least:
            raise ask.objection(
                N_("At most {most} is less than at least {least}. Change one of them."),
                most=self.most,
                least=self.least,
            )
        return self

    @model_validator(mode="after")
    def _guesses_are_in_order(self) -> Self:
        told = [cost for cost in (self.cost_low, self.cost_likely, self.cost_high) if cost is not None]
        if told != sorted(told):
            raise ask.objection(
                N_("What one result costs goes from {first} to {last}. Put the cheapest first and the dearest last."),
                first=told[0],
                last=told[-1],
            )
        return self


class AdTest(Item):
    """One A/B test: everything alike but for one thing."""

    shown_as: ClassVar = "hypothesis"
    essential: ClassVar = (
        "hypothesis",
        "campaign",
        "variable",
        "variant_a",
        "variant_b",
        "metric",
        "last_day",
        "result",
    )

    hypothesis: Text = ask.text("What we believe", "A face sells better than a product, because …", limit=300)
    campaign: Reference = ask.reference("Campaign", "Whose money pays for it.", "budget.campaigns")
    variable: Difference | None = ask.choice(
        "What differs", "One thing only; change two and you will not know which it was."
    )
    variant_a: Text = ask.text("Variant A", "What you would do anyway.", limit=300)
    variant_b: Text = ask.text("Variant B", "The same, with the one difference.", limit=300)
    metric: DecidedBy | None = ask.choice(
        "Decided by", "Choose before you start, or each will find a figure to win by."
    )
    first_day: date | None = ask.day("First day", "Both start on the same day.")
    last_day: date | None = ask.day("Last day", "Nobody names a winner before it. Early leads often melt.")
    result: AdTestResult | None = ask.choice(
        "Result", "No clear difference is a result as well: choose what is cheaper."
    )
    learned: Text = ask.text("What we learned", "In words that help the next campaign.", limit=500)

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        in_order(self.first_day, self.last_day)
        return self


class CostDriver(Row):
    driver: DriverKind | None = ask.choice("Driver", "Three things decide the price; have a line for each.")
    assumption: Text = ask.text(
        "What we assume", "Everybody advertises in December, so a click costs twice as much.", limit=300
    )
    effect: DriverEffect | None = ask.choice("Effect on price", "Compared with an average advertiser.")


class RoleSplit(Row):
    """What organic and paid each do for one goal; what is not organic is paid."""

    goal: Reference = ask.reference("Goal", "One line for each goal.", "goals.goals")
    organic_percent: float | None = ask.percent(
        "Organic", "How much of the result should come unpaid? The rest is paid."
    )
    organic_role: Text = ask.text("Organic does", "Builds trust, week by week: tips, answers, faces.")
    paid_role: Text = ask.text("Paid does", "Reaches many people fast: the launch, the last week.")


class DialogueHours(Row):
    channel: Reference = ask.reference(
        "Channel", "Communities count too; name the channel they live on.", "platforms.channels"
    )
    hours: float | None = ask.number(
        "Hours a week",
        "Reading, answering, joining in. With publishing, one to two hours a day in all is usual.",
        unit="hours",
        high=168,
        year=2025,
    )


class Budget(Part):
    essential: ClassVar = (
        "total",
        "period_start",
        "period_end",
        "hourly_cost",
        "reserve_percent",
        "lines",
        "campaigns",
        "dialogue",
    )

    total: Money | None = ask.money(
        "Total", "All the money for the period. If nobody has decided, what would you ask for?"
    )
    period_start: date | None = ask.day("From", "The first day that the money is for.")
    period_end: date | None = ask.day("To", "The last day; a quarter is easier to steer than a year.")
    vat: Vat | None = ask.choice("VAT", "Say it once, and all amounts here mean the same.")
    hourly_cost: Money | None = ask.money(
        "Cost of an hour", "What an hour of your own people costs, employer's costs included. Own time is not free."
    )
    reserve_percent: float | None = ask.percent(
        "Reserve", "For the chance that nobody saw coming. One tenth is a good habit."
    )
    lines: tuple[BudgetLine, ...] = ask.items(
        "Budget lines", "Production, tools, people: what it takes besides ads.", "Budget line", most=200
    )
    campaigns: tuple[Campaign, ...] = ask.items(
        "Paid campaigns", "Few and clear: each with one goal, one channel and a way to see what it brought.", "Campaign"
    )
    dialogue: tuple[DialogueHours, ...] = ask.table(
        "Hours for dialogue",
        "Talking with people takes time, as a telephone call does. Reckon with it.",
        "Channel",
        most=20,
    )
    tests: tuple[AdTest, ...] = ask.items(
        "A/B tests", "Small bets that tell you where the large sum belongs.", "A/B test", most=200
    )
    roles: tuple[RoleSplit, ...] = ask.table(
        "Organic and paid", "They pull together best when each knows its half of the work.", "Goal", most=30
    )
    drivers: tuple[CostDriver, ...] = ask.table(
        "What drives the price", "Written down now, it explains a surprise later.", "Driver", most=12
    )
    content_percent: float | None = ask.percent("Time for content", "Out of your weekly hours: making and publishing.")
    community_percent: float | None = ask.percent(
        "Time for people", "Answering, thanking, joining in others' conversations."
    )
    analysis_percent: float | None = ask.percent("Time for figures", "Reading what worked. None at all means guessing.")

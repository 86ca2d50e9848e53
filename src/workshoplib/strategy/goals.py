"""Goals: what social media shall change for the organisation, measurable and by a date."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.fields import Choice, Item, Money, Part, Reference, Row, Text


class GoalType(Choice):
    AWARENESS = "awareness", "Brand awareness"
    LEADS = "leads", "Leads"
    SALES = "sales", "Sales"
    SERVICE = "service", "Customer service"
    LOYALTY = "loyalty", "Loyalty and engagement"
    TRAFFIC = "traffic", "Website traffic"
    NEWSLETTER = "newsletter", "Newsletter sign-ups"
    RECRUITMENT = "recruitment", "Recruitment"
    PARTNERS = "partners", "New partners"
    REPUTATION = "reputation", "Reputation"


class Horizon(Choice):
    SHORT = "short", "Short: up to six months"
    MEDIUM = "medium", "Medium: up to a year"
    LONG = "long", "Long: more than a year"


class Growth(Choice):
    LINEAR = "linear", "The same amount each quarter"
    COMPOUND = "compound", "The same percentage each quarter"


class Counted(Choice):
    """What stretch of time a goal's figure is for."""

    MONTH = "month", "A month"
    QUARTER = "quarter", "A quarter"
    STANDING = "standing", "As it stands on the day"


class GoalStatus(Choice):
    OPEN = "open", "Open"
    REACHED = "reached", "Reached"
    DROPPED = "dropped", "Dropped"


class Milestone(Row):
    due: date | None = ask.day("Date", "When you look whether you are there.")
    value: float | None = ask.number("Value", "What the metric should show on that date.", low=None)
    celebrate: Text = ask.text("Celebrate how", "A small win deserves a small cake. What will you do?")


class Goal(Item):
    shown_as: ClassVar = "text"
    essential: ClassVar = (
        "text",
        "type",
        "business_goal",
        "metric",
        "unit",
        "baseline",
        "target",
        "source",
        "start",
        "deadline",
        "confidence",
        "priority",
    )

    text: Text = ask.text(
        "Goal", "One sentence that anyone in the organisation understands: what will change, and for whom.", limit=300
    )
    type: GoalType | None = ask.choice("Type of goal", "Decides which measures and channels usually fit.")
    who: Text = ask.text(
        "Who will notice", "The people whose day changes: first-time buyers, job seekers, those on hold.", limit=200
    )
    business_goal: Reference = ask.reference(
        "Business goal", "Which of the organisation's own goals does this serve?", "organisation.business_goals"
    )
    metric: Text = ask.text(
        "Metric", "The figure that shows it, as your analytics tool names it. Followers alone prove little.", limit=120
    )
    unit: Text = ask.text("Unit", "Visits a month, applications, percent …", limit=60)
    baseline: float | None = ask.number(
        "Baseline", "What the figure is today. Look it up; a guess is not a baseline.", low=None
    )
    target: float | None = ask.number("Target", "What the figure should be on the last day.", low=None)
    counted: Counted | None = ask.choice(
        "Counted for", "Visits are counted for a month; subscribers are as many as there are on the day."
    )
    source: Text = ask.text("Source of the figure", "The tool or report that you read it in.", limit=120)
    evidence: Text = ask.text(
        "Other proof", "Where no number exists: what would you show somebody who doubts that it worked?", limit=300
    )
    start: date | None = ask.day("Start", "The first day that counts.")
    deadline: date | None = ask.day("Deadline", "The last day that counts.")
    horizon: Horizon | None = ask.choice("Horizon", "Some results come fast, trust takes years. Which kind is this?")
    confidence: int | None = ask.scale(
        "Achievable", "With the people, hours and money you have: how sure are you?", "A long shot", "Quite sure"
    )
    resources: Text = ask.long_text("Resources", "What it takes, and what you already have.", limit=1000)
    priority: bool = ask.flag("Priority", "One of the few that you would keep if you could keep only three.")
    status: GoalStatus = ask.choice("Status", "Where the goal stands now.", default=GoalStatus.OPEN)
    value: Money | None = ask.money(
        "Worth when reached", "What reaching it is worth to the organisation, in money. Leave empty if nobody can say."
    )
    reaction: Text = ask.text(
        "Reaction you hope for", "What will people do or say when this works? At the review you compare.", limit=300
    )
    growth: Growth = ask.choice("Path to the target", "How you expect to get there.", default=Growth.LINEAR)
    growth_low: float | None = ask.percent(
        "Growth, at the lowest",
        "In a month, with this plan, ads not counted. Lower than this happens one time in ten. A fall has a minus.",
        low=-50,
        high=200,
    )
    growth_likely: float | None = ask.percent(
        "Growth, most likely", "In a month: half of you would bet on more, half on less.", low=-50, high=200
    )
    growth_high: float | None = ask.percent(
        "Growth, at the highest", "In a month: higher than this happens one time in ten.", low=-50, high=200
    )
    milestones: tuple[Milestone, ...] = ask.table(
        "Milestones", "Steps on the way; a year is too long to wait for good news.", "Milestone", most=24
    )

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.start and self.deadline and self.deadline <= self.start:
            raise ask.objection(
                N_("The deadline {deadline} is not after the start {start}. Change one of them."),
                deadline=self.deadline,
                start=self.start,
            )
        return self

    @model_validator(mode="after")
    def _guesses_are_in_order(self) -> Self:
        told = [growth for growth in (self.growth_low, self.growth_likely, self.growth_high) if growth is not None]
        if told != sorted(told):
            raise ask.objection(
                N_("The growth a month goes from {first} % to {last} %. Put the lowest first and the highest last."),
                first=told[0],
                last=told[-1],
            )
        return self


class Goals(Part):
    goals: tuple[Goal, ...] = ask.items("Goals", "Few, and done well. Three is plenty for most teams.", "Goal", most=30)

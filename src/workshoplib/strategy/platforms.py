"""Platforms: where we will be, where we will not, and why."""

from datetime import date
from typing import ClassVar

from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Format, Platform, Visibility
from workshoplib.strategy.fields import Choice, Item, ItemId, Part, Reference, Row, Text


class Mode(Choice):
    FOCUSED = "focused", "Focused: one or two channels, done well"
    MULTICHANNEL = "multichannel", "Multichannel: wide reach, more work"


class Decision(Choice):
    CHOSEN = "chosen", "Chosen"
    EXPERIMENT = "experiment", "Experiment"
    LATER = "later", "Later"
    DECLINED = "declined", "Declined"


class Course(Choice):
    """What happens to a channel that is in use."""

    STRENGTHEN = "strengthen", "Strengthen"
    KEEP = "keep", "Keep"
    REDUCE = "reduce", "Reduce"
    DROP = "drop", "Drop"


class Purpose(Choice):
    """Why an organisation is on a channel."""

    INSIGHT = "insight", "Give insight into our work"
    EDUCATE = "educate", "Teach people about our subject"
    HELP = "help", "Answer and help"
    INSPIRE = "inspire", "Inspire"
    COMMUNITY = "community", "Gather people who share something"
    SELL = "sell", "Sell"
    RECRUIT = "recruit", "Find colleagues"
    LISTEN = "listen", "Listen and learn"


class Findable(Choice):
    """What makes an organisation easy to find on a platform."""

    HANDLE = "handle", "Same name as everywhere else"
    BIO = "bio", "Bio says what we do, and where"
    KEYWORDS = "keywords", "Words people search for, in name and bio"
    LINKS = "links", "Link to the right page"
    TAGS = "tags", "Hashtags and place on posts"
    PRODUCTS = "products", "Products and services shown"
    CUSTOMERS = "customers", "Customers' own posts shown"


class Criterion(Item):
    """Something that counts when platforms are compared, beside the five that the kit knows."""

    shown_as: ClassVar = "name"

    name: Text = ask.text("Criterion", "Short, and so that more is better: Safe for young followers.", limit=80)
    weight: int | None = ask.scale("Weight", "How much it counts beside the others.", "Nothing", "Decides", low=0)


class CriterionScore(Row):
    criterion: Reference = ask.reference("Criterion", "One of those you added yourselves.", "platforms.criteria")
    score: int | None = ask.scale("Score", "How well the platform does there.", "Poorly", "Very well")


class Channel(Item):
    shown_as: ClassVar = "platform"
    essential: ClassVar = ("platform", "decision", "reason", "goal", "purpose", "role", "formats", "hours_a_week")

    platform: Platform | None = ask.choice(
        "Platform", "Also one you say no to: a no that is written down saves the next debate."
    )
    account: Text = ask.text("Account", "Its name there; for another platform than those listed, which one.", limit=120)
    address: Text = ask.text("Address", "The link to the profile.", limit=300)
    decision: Decision | None = ask.choice(
        "Decision", "Every platform gets one. Where your audience never is, a no is the good answer."
    )
    reason: Text = ask.long_text(
        "Reason", "Your audience, your skills, your results. That everyone else is there is not one.", limit=600
    )
    decide_again: date | None = ask.day(
        "Decide again on", "The day an experiment ends, or the day you take up again what you put off."
    )
    goal: Reference = ask.reference(
        "Goal", "Where do you want to get with it? The goal it works for most.", "goals.goals"
    )
    purpose: Text = ask.text(
        "Purpose", "Why you are there, seen from the reader: to show how bread is made, to calm new parents.", limit=300
    )
    purposes: tuple[Purpose, ...] = ask.choices("Kinds of purpose", "Tick one or two if you lack the words.")
    role: Visibility | None = ask.choice("Organic or paid", "Do you earn the attention here, buy it, or both?")
    formats: tuple[Format, ...] = ask.choices("Formats needed", "What you must be able to make to be any good here.")
    hours_a_week: float | None = ask.number(
        "Hours a week",
        "Making, publishing and answering together. Below three, little comes of it.",
        unit="hours",
        high=168,
    )
    owner: Reference = ask.reference(
        "Owner", "The one who answers for it. One person, not a department.", "organisation.people"
    )

    readiness: int | None = ask.scale(
        "Readiness", "Could you start on Monday: skills, time, courage, a phone that films?", "Not at all", "On Monday"
    )
    message_fit: int | None = ask.scale(
        "Fits our message", "Would what you have to say feel at home there?", "A stranger", "At home"
    )
    expected_return: int | None = ask.scale(
        "Expected return",
        "What organic and paid together could bring for the hours and money.",
        "Little",
        "A great deal",
    )
    scores: tuple[CriterionScore, ...] = ask.table(
        "Own criteria", "A line for each criterion that you added.", "Score", most=20
    )
    alternative: Text = ask.text(
        "Alternative considered",
        "A fair, a phone call or the trade press may do more. What did you weigh it against?",
        limit=300,
    )

    findable: tuple[Findable, ...] = ask.choices(
        "Easy to find", "Look yourselves up on somebody else's phone, then tick."
    )
    leads_to: tuple[ItemId, ...] = ask.references(
        "Leads to channels", "Channels that this one sends people to.", "platforms.channels"
    )
    leads_to_places: tuple[ItemId, ...] = ask.references(
        "Leads to places", "Where people end up from here: the shop, the newsletter, the door.", "organisation.places"
    )
    strengthens: Text = ask.text(
        "How they help", "How this channel and the others make each other stronger.", limit=300
    )

    trial_hours: float | None = ask.number(
        "Hours to risk", "For an experiment: stop when they are used up, whatever happens.", unit="hours in all"
    )
    trial_question: Text = ask.text(
        "What it should show", "For an experiment: the question that it answers, and what a yes looks like.", limit=300
    )
    course: Course | None = ask.choice(
        "Course from here", "At a review: dialling a weak channel down is good work, not defeat."
    )
    course_since: date | None = ask.day("Course set on", "When you last decided it.")
    course_note: Text = ask.text(
        "Note on course", "If it is below target and you keep it: what are you waiting for?", limit=300
    )


class Voice(Row):
    """How much each criterion counts for one of those in the room."""

    who: Text = ask.text("Who", "A first name, or a letter where nobody should be named.", limit=60)
    audience: int | None = ask.scale("Audience", "That your personas use it.", "Nothing", "Decides", low=0)
    reach: int | None = ask.scale("Reach", "That many in the country use it.", "Nothing", "Decides", low=0)
    capacity: int | None = ask.scale("Capacity", "That you have skills and hours.", "Nothing", "Decides", low=0)
    message: int | None = ask.scale("Message", "That your message feels at home.", "Nothing", "Decides", low=0)
    result: int | None = ask.scale("Return", "What it brings.", "Nothing", "Decides", low=0)


class Judgement(Row):
    """What one of those in the room thinks of a platform; where they differ, all their answers count."""

    who: Text = ask.text("Who", "The same name or letter as with the weights.", limit=60)
    channel: Reference = ask.reference("Channel", "The platform that is judged.", "platforms.channels")
    readiness: int | None = ask.scale("Readiness", "Could you start on Monday?", "Not at all", "On Monday")
    message_fit: int | None = ask.scale("Fits our message", "Would it feel at home there?", "A stranger", "At home")
    expected_return: int | None = ask.scale("Expected return", "What could it bring?", "Little", "A great deal")


class Platforms(Part):
    essential: ClassVar = ("mode", "weight_audience", "weight_capacity", "weight_message", "weight_return", "channels")

    mode: Mode | None = ask.choice("Approach", "One or two channels done well beat five that are half looked after.")
    weight_audience: int | None = ask.scale(
        "Weight: audience", "How much it counts that your personas use the platform.", "Nothing", "Decides", low=0
    )
    weight_reach: int | None = ask.scale(
        "Weight: reach", "How much it counts that many people of these ages use it.", "Nothing", "Decides", low=0
    )
    weight_capacity: int | None = ask.scale(
        "Weight: capacity", "How much it counts that you have the skills and the hours.", "Nothing", "Decides", low=0
    )
    weight_message: int | None = ask.scale(
        "Weight: message", "How much it counts that your message feels at home.", "Nothing", "Decides", low=0
    )
    weight_return: int | None = ask.scale(
        "Weight: return", "How much it counts what it brings, organic and paid.", "Nothing", "Decides", low=0
    )
    criteria: tuple[Criterion, ...] = ask.items(
        "Own criteria", "What else must a platform be? One or two; each blurs the others.", "Criterion", most=10
    )
    channels: tuple[Channel, ...] = ask.items(
        "Channels",
        "One card for each platform that anybody in the room believes in, also to turn it down.",
        "Channel",
        most=40,
    )
    voices: tuple[Voice, ...] = ask.table(
        "Weights of each", "Everybody's own, kept beside what you agree on: the spread says how sure you are.", "Person"
    )
    judgements: tuple[Judgement, ...] = ask.table(
        "Judgements of each", "Everybody's own view of a platform, kept where views differ.", "Judgement", most=400
    )

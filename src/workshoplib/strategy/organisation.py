"""Organisation: who we are, where we are going, what we have to work with, and where we stand today."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import (
    BrandValue,
    Country,
    Currency,
    Department,
    DoneBy,
    Format,
    Language,
    OutcomeKind,
    Platform,
    RoleType,
)
from workshoplib.strategy.fields import Choice, Item, ItemId, Part, Reference, Row, Text


class OrganisationType(Choice):
    SHOP = "shop", "Shop or consumer brand"
    SERVICES = "services", "Services to people"
    BUSINESS = "business", "Sells to businesses"
    INDUSTRY = "industry", "Heavy industry"
    PUBLIC = "public", "Public body"
    EDUCATION = "education", "School or research"
    HEALTH = "health", "Health and care"
    CULTURE = "culture", "Culture, travel or sport"
    NON_PROFIT = "non_profit", "Charity or association"
    OTHER = "other", "Something else"


class Use(Choice):
    """What social media is used for; each suggests types of goals."""

    COMMUNICATION = "communication", "Easier communication"
    SERVICE = "service", "Service and support"
    MARKETING = "marketing", "Marketing"
    BRAND = "brand", "Building the brand"
    IDEAS = "ideas", "Gathering ideas"


class PlaceKind(Choice):
    """Places on the map of the ecosystem that are not social platforms."""

    WEBSITE = "website", "Website"
    SHOP = "shop", "Web shop"
    NEWSLETTER = "newsletter", "Newsletter"
    BLOG = "blog", "Blog"
    APP = "app", "App"
    CAMPAIGN = "campaign", "Campaign outside social media"
    VENUE = "venue", "Shop, office or event"
    SERVICE = "service", "Customer service"
    PRESS = "press", "Press and partners"
    OTHER = "other", "Another place"


class InitiativeStatus(Choice):
    START = "start", "To start"
    STRENGTHEN = "strengthen", "To strengthen"
    DROP = "drop", "To drop"


class Task(Choice):
    STRATEGY = "strategy", "Strategy"
    PRODUCTION = "production", "Making content"
    PUBLISHING = "publishing", "Publishing"
    ADS = "ads", "Ads"
    DIALOGUE = "dialogue", "Answering people"
    MEASURING = "measuring", "Measuring"


class LearningForm(Choice):
    COURSE = "course", "Course"
    SEMINAR = "seminar", "Seminar"
    WEBINAR = "webinar", "Webinar"
    SPECIALIST = "specialist", "A specialist visits"
    COLLEAGUE = "colleague", "A colleague shows"
    SELF_STUDY = "self_study", "On one's own"


class BusinessGoal(Item):
    shown_as: ClassVar = "text"

    text: Text = ask.text(
        "Business goal",
        "As management would say it: fill the winter months, halve calls about opening hours.",
        limit=300,
    )
    measure: Text = ask.text("Seen by", "The figure that management already looks at: bookings, calls, turnover.")
    due: date | None = ask.day("By", "The day it should be reached, if there is one.")


class Skill(Row):
    platform: Platform | None = ask.choice("Platform", "One that you use or think of using.")
    format: Format | None = ask.choice(
        "Format", "Only if the skill is for one format, such as video; empty means all of them there."
    )
    skill: int | None = ask.scale(
        "Skill",
        "Could this person make tomorrow's post alone? Then it is 2 or more.",
        "Never tried",
        "Teaches others",
        low=0,
        high=3,
    )
    comfort: int | None = ask.scale(
        "Comfort",
        "How it feels to appear and answer there in the organisation's name.",
        "Would rather not",
        "Feels at home",
        low=0,
        high=3,
    )


class Leave(Row):
    start: date | None = ask.day("First day", "The first day away.")
    end: date | None = ask.day("Last day", "The last day away, itself included.")

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise ask.objection(
                N_("The last day away, {end}, comes before the first, {start}. Swap them."),
                end=self.end,
                start=self.start,
            )
        return self


class Person(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "department", "roles", "hours_a_week", "writer", "skills")

    name: Text = ask.text("Name", "A first name is enough, as long as everyone knows who it is.", limit=80)
    department: Department | None = ask.choice(
        "Department", "Good social media draws on three or more: sales hears the questions, service the complaints."
    )
    roles: tuple[RoleType, ...] = ask.choices("Does what", "Tick what this person will really do, not what they could.")
    hours_a_week: float | None = ask.number(
        "Hours granted", "Hours that their manager has agreed to, not hours hoped for.", unit="hours a week", high=60
    )
    writer: bool = ask.flag("Writes for us", "One of the few who write and answer in the organisation's name.")
    skills: tuple[Skill, ...] = ask.table(
        "Skill and comfort", "A line per platform. A low figure is no shame; it is a course to plan.", "Skill", most=40
    )
    strengths: tuple[Format, ...] = ask.choices(
        "Strengths", "What they make well and gladly: a team that films should film, one that draws should draw."
    )
    interest: int | None = ask.scale(
        "Interest",
        "Do they want to? A keen beginner often beats a skilled colleague who would rather not.",
        "Not for me",
        "Gladly",
        low=0,
        high=3,
    )
    leave: tuple[Leave, ...] = ask.table(
        "Away", "Holidays and leave that you know of; the calendar plans around them.", "Absence", most=30
    )


class Competitor(Row):
    name: Text = ask.text("Name", "Whom else would your audience follow or buy from?", limit=120)
    link: Text = ask.text("Where to look", "The account or page that you looked at today.", limit=300)
    learn: Text = ask.text(
        "What we learn", "One thing that works for them: their short answers, their Friday film.", limit=500
    )
    differ: Text = ask.text("What we do differently", "One thing they could not copy from you.", limit=500)


class Place(Item):
    shown_as: ClassVar = "name"

    name: Text = ask.text("Name", "As your customers call it: the website, the Friday letter.", limit=120)
    kind: PlaceKind | None = ask.choice("Kind", "What sort of place it is.")
    address: Text = ask.text("Address", "The link, or the street.", limit=300)
    leads_to_places: tuple[ItemId, ...] = ask.references(
        "Leads on to", "Where people go from here: from the website to the newsletter.", "organisation.places"
    )
    leads_to_channels: tuple[ItemId, ...] = ask.references(
        "Points to channels", "The channels that are linked or mentioned here.", "platforms.channels"
    )


class ChannelNow(Row):
    platform: Platform | None = ask.choice("Platform", "Also the account that nobody has touched for a year.")
    account: Text = ask.text("Account", "Its name there.", limit=120)
    followers: int | None = ask.whole("Followers", "Today's number, from the profile.")
    posts_a_month: float | None = ask.number("Posts a month", "Count the last three months and divide by three.")
    hours_a_week: float | None = ask.number("Hours spent", "Ask the one who does it.", unit="hours a week", high=168)
    result: Text = ask.text(
        "Best result", "What it brought last year: visits, calls, applicants. Or: nobody knows.", limit=300
    )
    seen: date | None = ask.day("Seen on", "The day you looked the figures up.")


class Message(Row):
    text: Text = ask.text("Message", "One thing that people should remember about you.", limit=300)
    effect: int | None = ask.scale(
        "Effect", "How strongly it speaks to those you want to reach.", "A shrug", "They tell others"
    )
    effort: int | None = ask.scale(
        "Effort", "What it costs you to show it again and again.", "Nearly nothing", "A great deal"
    )


class Proof(Row):
    value: BrandValue | None = ask.choice("Value we show", "One that you ticked above.")
    proof: Text = ask.text(
        "Proof", "What a doubter could check: a label, a figure, a thing you stopped doing.", limit=300
    )


class Initiative(Row):
    name: Text = ask.text(
        "Initiative", "Something you do, or mean to do: the staff takeover, the monthly quiz.", limit=200
    )
    status: InitiativeStatus | None = ask.choice("Decision", "Everything gets one of three; dropping makes room.")
    reason: Text = ask.text("Because", "Half a sentence is enough to remember it by.", limit=300)


class Learning(Row):
    person: Reference = ask.reference("Who", "The one who will learn it.", "organisation.people")
    topic: Text = ask.text("Topic", "One thing they can do afterwards: cut a film, read the figures.")
    form: LearningForm | None = ask.choice("Form", "How they learn it best.")
    due: date | None = ask.day("When", "A date in the calendar; without one it does not happen.")


class Delegation(Row):
    task: Task | None = ask.choice("Task", "A piece of the work.")
    done_by: DoneBy | None = ask.choice(
        "Done by", "Strategy, ads and production are what agencies do most; dialogue, seldom."
    )
    note: Text = ask.text("Note", "Which agency, how much of it, until when.", limit=300)


class Change(Row):
    day: date | None = ask.day("Day", "When it was decided.")
    version: Text = ask.text("Version", "The number it got: 1.2, or spring 2026.", limit=40)
    what: Text = ask.text("What changed", "One line: left X, added a goal for recruitment.", limit=300)
    why: Text = ask.text(
        "Why", "What you had seen: figures, a new rule on a platform, news of the audience.", limit=300
    )


class Organisation(Part):
    essential: ClassVar = (
        "name",
        "type",
        "business_goals",
        "vision",
        "mission",
        "how_we_differ",
        "core_message",
        "people",
        "channels_now",
    )

    name: Text = ask.text("Name", "As it stands on the door.", limit=120)
    type: OrganisationType | None = ask.choice(
        "Kind of organisation", "A municipality and a steelworks need different channels, tones and rules."
    )
    industry: Text = ask.text("Industry", "In two words: coffee retail, home care, shipping.", limit=80)
    language: Language | None = ask.choice("Language", "The language that the strategy is written in.")
    country: Country | None = ask.choice(
        "Country", "Where most of your audience lives; it decides holidays, law and figures."
    )
    currency: Currency | None = ask.choice("Currency", "The one your budget is in.")
    start: date | None = ask.day("Strategy starts", "The first day that it counts.")
    end: date | None = ask.day("Strategy ends", "One to three years ahead: long enough to see it work.")

    business_goals: tuple[BusinessGoal, ...] = ask.items(
        "Business goals",
        "What the organisation itself wants, social media or not. Everything later points back here.",
        "Business goal",
        most=20,
    )
    outcomes: tuple[OutcomeKind, ...] = ask.choices(
        "Outcome sought", "Whom should social media bring you? It decides which goals are suggested."
    )
    uses: tuple[Use, ...] = ask.choices("Uses", "What you would miss if social media were gone tomorrow.")

    presence_why: Text = ask.long_text(
        "Why be present", "What would nobody notice, or nobody do, if you were not there?", limit=600
    )
    presence_how: Text = ask.long_text(
        "How to be present", "As expert, host, neighbour, entertainer? Name somebody who does it well.", limit=600
    )
    presence_which: Text = ask.long_text(
        "Which media help", "The media that make your identity clearer, and those that would blur it.", limit=600
    )
    vision: Text = ask.long_text(
        "Vision", "What will be different for people if you succeed? It leads what you write and show.", limit=600
    )
    mission: Text = ask.long_text(
        "Mission", "What you do, and for whom, every day. If it reads like the vision, one of them is wrong.", limit=600
    )
    core_message: Text = ask.long_text("Core message", "If they remember one sentence about you, which one?", limit=300)
    positioning: Text = ask.long_text(
        "Position to strengthen",
        "For whom you are the obvious choice, and in what: the coffee roaster for people who hike.",
        limit=400,
    )
    how_we_engage: Text = ask.long_text(
        "How we engage",
        "What makes people answer you: questions, glimpses behind the scenes, their own pictures?",
        limit=600,
    )
    how_we_build_trust: Text = ask.long_text(
        "How we build trust",
        "People trust people sooner than companies: whose face, which answers, which admissions?",
        limit=600,
    )
    how_we_differ: Text = ask.long_text(
        "What sets us apart", "Cover your logo: how would people still know that the post is yours?", limit=600
    )
    values: tuple[BrandValue, ...] = ask.choices(
        "Values we show", "Three at most that you can prove; people see through the others."
    )
    proofs: tuple[Proof, ...] = ask.table(
        "Proof of values", "A value without proof is an advertisement.", "Proof", most=20
    )
    messages: tuple[Message, ...] = ask.table(
        "Messages", "Put them side by side: much effect for little effort comes first.", "Message", most=20
    )
    competitors: tuple[Competitor, ...] = ask.table(
        "Competitors", "Two or three are enough. Take what inspires you, copy nothing.", "Competitor", most=20
    )

    people: tuple[Person, ...] = ask.items(
        "People", "Everyone who gives time to it, also the baker who films on Fridays.", "Person", most=100
    )
    enough_time: int | None = ask.scale(
        "Time", "Can you give it hours every week, also in the busy season?", "None to spare", "Plenty"
    )
    enough_money: int | None = ask.scale("Money", "Could you pay for help, tools and ads?", "Hardly any", "Enough")
    enough_skill: int | None = ask.scale(
        "Skills", "Do you know today how to film, write, advertise and measure?", "We start at zero", "All in the house"
    )
    delegation: tuple[Delegation, ...] = ask.table(
        "Who does what", "Say for each task whether you do it yourselves or let somebody else.", "Task", most=20
    )
    learning: tuple[Learning, ...] = ask.table(
        "Learning plan", "An hour of learning a month keeps you up with the platforms.", "Learning", most=50
    )

    channels_now: tuple[ChannelNow, ...] = ask.table(
        "Channels today",
        "Where you stand before you decide anything. Look the figures up together.",
        "Channel",
        most=30,
    )
    results_now: Text = ask.long_text(
        "Results so far", "What you know that social media has given you, and what you only believe.", limit=1000
    )
    initiatives: tuple[Initiative, ...] = ask.table(
        "Initiatives", "All that is going on or waiting. What starts, what grows, what ends?", "Initiative", most=50
    )
    places: tuple[Place, ...] = ask.items(
        "Other places",
        "Website, newsletter, shop, campaigns: social media should lead there and back.",
        "Place",
        most=30,
    )
    parent_strategy: Text = ask.text(
        "Parent strategy", "The communication or marketing strategy that this one belongs to."
    )
    parent_link: Text = ask.text("Where to find it", "A link or a folder, so that a new colleague finds it.", limit=300)
    parent_objectives: tuple[Text, ...] = ask.tags(
        "Objectives taken over", "Up to three objectives from it that social media must help with.", most=3
    )

    version: Text = ask.text("Version now", "A number or a season: 1.0, autumn 2025.", limit=40)
    changes: tuple[Change, ...] = ask.table(
        "Change log",
        "A strategy that never changes is not in use. Write down what you changed, and why.",
        "Change",
        most=200,
    )

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.start and self.end and self.end <= self.start:
            raise ask.objection(
                N_("The strategy ends on {end}, which is not after its start on {start}. Change one of them."),
                end=self.end,
                start=self.start,
            )
        return self

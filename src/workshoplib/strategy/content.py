"""Content: what the organisation publishes, in which voice, how often, and the calendar of posts that comes of it."""

from datetime import date, time
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Format, Platform, Rhythm, Stage, ValueType, Weekday
from workshoplib.strategy.days import in_order
from workshoplib.strategy.fields import Choice, Item, ItemId, Money, Part, Reference, Row, Text


class PillarKind(Choice):
    HELP = "help", "Tips and help"
    NEWS = "news", "Products and news"
    BACKSTAGE = "backstage", "The people behind the logo"
    CUSTOMERS = "customers", "Customers and their stories"
    KNOWLEDGE = "knowledge", "Our field and our views"
    FUN = "fun", "Fun and community"


class Origin(Choice):
    """Whose story it is."""

    ORGANISATION = "organisation", "Our own history"
    CUSTOMERS = "customers", "Our customers"
    PRODUCTS = "products", "What we make"


class MadeBy(Choice):
    US = "us", "Us"
    USERS = "users", "Users"
    PARTNER = "partner", "Influencer or ambassador"


class PostKind(Choice):
    PLANNED = "planned", "Planned post"
    FIXED = "fixed", "Recurring post"
    FLEXIBLE = "flexible", "Flexible post"


class PostStatus(Choice):
    IDEA = "idea", "Idea"
    DRAFT = "draft", "Draft"
    REVIEW = "review", "Waiting for a second pair of eyes"
    SCHEDULED = "scheduled", "Scheduled"
    PUBLISHED = "published", "Published"


class AdLabel(Choice):
    """What the law wants people to be told about money behind a post."""

    NONE = "none", "No label needed"
    AD = "ad", "Advertisement"
    PARTNERSHIP = "partnership", "Paid partnership"


class Consent(Choice):
    NOT_ASKED = "not_asked", "Not asked yet"
    ASKED = "asked", "Asked, no answer yet"
    GIVEN = "given", "Yes, in writing"
    REFUSED = "refused", "No"


class SizeClass(Choice):
    """Influencers by followers, with the trade's usual names."""

    NANO = "nano", "Nano: under 10,000 followers"
    MICRO = "micro", "Micro: 10,000 to 100,000"
    MACRO = "macro", "Macro: 100,000 to a million"
    MEGA = "mega", "Mega: more than a million"


class Agreement(Choice):
    NONE = "none", "None yet"
    TALKING = "talking", "We are talking"
    SIGNED = "signed", "Signed"
    ENDED = "ended", "Ended"


class IdeaSource(Choice):
    """Where a topic comes from when nobody knows what to write about."""

    COMPLAINT = "complaint", "A complaint"
    PROBLEM = "problem", "A problem we can solve"
    MISUNDERSTANDING = "misunderstanding", "A misunderstanding"
    IDEA = "idea", "Somebody's idea"
    RECRUITMENT = "recruitment", "Colleagues we look for"


class IdeaVerdict(Choice):
    KEEP = "keep", "Keep the idea"
    CHANGE = "change", "Change the idea"
    DROP = "drop", "Drop the idea"


class TemplateKind(Choice):
    GOAL = "goal", "Goal"
    PERSONA = "persona", "Persona"
    CALENDAR = "calendar", "Content calendar"
    POST = "post", "Post"
    RESPONSE = "response", "Answer to people"
    CHECKLIST = "checklist", "Checklist before publishing"


class Pillar(Item):
    shown_as: ClassVar = "topic"
    essential: ClassVar = ("topic", "purpose", "kind", "share", "values")

    topic: Text = ask.text("Topic", "Broad enough for a year of posts, narrow enough to be yours: Coffee outdoors.")
    purpose: Text = ask.text("Purpose", "Why you talk about it: what does the reader get, what do you?", limit=300)
    kind: PillarKind | None = ask.choice(
        "Kind", "At least one pillar with people in it: a face is trusted sooner than a logo."
    )
    share: float | None = ask.percent("Share of posts", "Out of 100 posts, how many? All pillars together make 100 %.")
    values: tuple[ValueType, ...] = ask.choices(
        "Value to the audience", "What people take away from it. One or two, not all."
    )


class VoiceTrait(Row):
    we_are: Text = ask.text("We are", "Straightforward, curious, dry-humoured …", limit=60)
    we_are_not: Text = ask.text("We are not", "The ditch beside the road: straightforward, but not rude.", limit=60)
    sounds_like: Text = ask.text("Sounds like", "A sentence that you could really post tomorrow.", limit=300)


class Cadence(Row):
    channel: Reference = ask.reference("Channel", "One line for each channel that you chose.", "platforms.channels")
    posts_per_week: float | None = ask.number(
        "Posts a week",
        "Two or three is a usual floor; 0.25 means once a month. Promise what you can keep in a bad week.",
        high=100,
        year=2025,
    )
    reason: Text = ask.text("Why so often", "What makes this the right rhythm: audience, hours, kind of content?")


class Series(Item):
    shown_as: ClassVar = "name"
    essential: ClassVar = ("name", "channel", "rhythm", "weekdays", "at", "pillar", "format", "owner")

    name: Text = ask.text("Name", "People come back to what they recognise: Friday's tasting tip.", limit=120)
    channel: Reference = ask.reference("Channel", "Where it appears first.", "platforms.channels")
    rhythm: Rhythm | None = ask.choice("Rhythm", "Every week is a habit, every month is a surprise.")
    weekdays: tuple[Weekday, ...] = ask.choices("Weekdays", "Pick the day when your audience has time for it.")
    at: time | None = ask.clock("Time", "Local time; look at when your personas are active.")
    pillar: Reference = ask.reference("Content pillar", "Which of your topics does it carry?", "content.pillars")
    format: Format | None = ask.choice("Format", "One that you can make on an ordinary Tuesday.")
    owner: Reference = ask.reference("Owner", "Whose week it is in, every time.", "organisation.people")
    value: ValueType | None = ask.choice("Value to the audience", "The one reason to look out for the next one.")
    first_day: date | None = ask.day("First day", "When the series starts; empty means with the calendar.")
    last_day: date | None = ask.day("Last day", "When it ends, or when you decide whether it goes on.")

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        in_order(self.first_day, self.last_day)
        return self


class Story(Item):
    shown_as: ClassVar = "title"

    title: Text = ask.text("Title", "As you would tell it over coffee: The roast that went wrong.", limit=120)
    origin: Origin | None = ask.choice("Whose story", "Mix them: only our own history soon bores others.")
    point: Text = ask.text(
        "The point", "One sentence that stays the same in every channel, however it is told.", limit=300
    )
    plot: Text = ask.long_text("What happened", "Somebody wanted something, something stood in the way, and then?")
    teller: Reference = ask.reference("Who tells it", "Whoever was there tells it best.", "organisation.people")
    consent: Consent | None = ask.choice("Consent", "If customers or colleagues can be recognised: did they say yes?")


class Post(Item):
    shown_as: ClassVar = "title"
    essential: ClassVar = ("title", "due", "at", "channel", "format", "pillar", "personas", "owner", "status")

    title: Text = ask.text("Topic", "What it is about, so that a colleague knows it: How we test a new roast.")
    due: date | None = ask.day("Date", "The day it is published.")
    at: time | None = ask.clock("Time", "Local time, when the people you mean are looking.")
    channel: Reference = ask.reference(
        "Channel", "One channel; the same topic elsewhere is its own post.", "platforms.channels"
    )
    format: Format | None = ask.choice("Format", "What fits the channel and your hours that week?")
    pillar: Reference = ask.reference("Content pillar", "If it fits none, is it worth the time?", "content.pillars")
    personas: tuple[ItemId, ...] = ask.references(
        "For whom", "One persona, two at most. A post for everybody stops nobody.", "personas.personas"
    )
    owner: Reference = ask.reference("Owner", "Who sees that it happens, even if others help.", "organisation.people")
    status: PostStatus = ask.choice("Status", "How far it has come.", default=PostStatus.IDEA)
    text: Text = ask.long_text(
        "Text", "The words themselves; the first line decides whether anybody reads on.", limit=5000
    )
    benefit: Text = ask.text("Benefit", "Finish the sentence: After this, you can …", limit=300)
    value: ValueType | None = ask.choice("Value to the audience", "The strongest one, if it has several.")
    goal: Reference = ask.reference("Goal", "Which goal does it move, if only a little?", "goals.goals")
    stage: Stage | None = ask.choice(
        "Stage of the journey", "Do they hear of you for the first time, or own three already?"
    )
    promotional: bool = ask.flag("Sells something", "Tick it if the post asks people to buy, order or sign up.")
    hook: Text = ask.text("Hook", "What is seen or heard in the first two seconds of a video?")
    seconds: int | None = ask.whole(
        "Length",
        "For video. Read it aloud with a watch; it is always longer than you think.",
        unit="seconds",
        high=43_200,
    )
    asset: Text = ask.text("File", "Name of the picture or video, the same wherever you use it: roast-01.mp4.")
    adaptation: Text = ask.text(
        "Adapted how", "Same file in two channels? Say what you change here: cut, text, sound, opening.", limit=500
    )
    alt_text: Text = ask.text(
        "Alt text", "Tell somebody on the phone what the picture shows; leave out: picture of.", limit=1000
    )
    hashtags: tuple[Text, ...] = ask.tags("Hashtags", "Three that people really follow beat thirty that nobody does.")
    search_phrases: tuple[Text, ...] = ask.tags("Search phrases", "Words people type when they look for this.", most=15)
    call_to_tag: bool = ask.flag("Asks people to tag", "Tick it if you ask for their pictures or your own hashtag.")
    link: Text = ask.text("Link", "Where it leads, if it leads anywhere.", limit=1000)
    ad_label: AdLabel | None = ask.choice(
        "Label for the law", "Money, gifts or discounts behind it? Then people must see so at once."
    )
    made_by: MadeBy | None = ask.choice("Made by", "Others' pictures and words count too, once they have said yes.")
    kind: PostKind = ask.choice(
        "Kind of slot", "A flexible one waits for news, questions and whims.", default=PostKind.PLANNED
    )
    series: Reference = ask.reference("Series", "If it is one of a row.", "content.series")
    story: Reference = ask.reference("Story it tells", "If it tells one from your story bank.", "content.stories")
    campaign: Reference = ask.reference("Campaign", "If money will carry it further.", "budget.campaigns")
    part_of: Reference = ask.reference(
        "Cut from", "The long post that this piece comes from: one talk can give five clips.", "content.posts"
    )
    checked: bool = ask.flag("Checked", "Somebody else has read it: facts, names, links, alt text, tone.")
    locked: bool = ask.flag("Keep the date", "Tick it and the calendar plans around it: a launch, a fair, a holiday.")
    created: date | None = ask.day("Created", "The day the post entered the calendar; shows what was made in a rush.")
    hours: float | None = ask.number(
        "Hours", "Only if it takes more or less than this format usually does.", unit="hours", high=500
    )
    planned: Text = ask.text(
        "Mark of the plan", "Written by the calendar: a new plan moves only posts that nobody has changed.", limit=40
    )

    @model_validator(mode="after")
    def _is_no_part_of_itself(self) -> Self:
        if self.part_of == self.id:
            raise ask.objection(N_("A post cannot be cut from itself. Pick the longer post, or leave it empty."))
        return self


class Contribution(Item):
    """Something that a user made and that may be lifted into an own channel, once consent is there."""

    shown_as: ClassVar = "what"

    what: Text = ask.text("What it is", "Picture of our coffee on a cabin step, at sunset.", limit=300)
    who: Text = ask.text("Who made it", "Their handle is enough; no address, no phone number.", limit=120)
    platform: Platform | None = ask.choice("Platform", "Where you found it; that is also where you ask.")
    link: Text = ask.text("Link", "To the original, so that you can thank and credit it.", limit=1000)
    found: date | None = ask.day("Found", "Thank people within the week, while they still remember.")
    consent: Consent = ask.choice(
        "Consent", "A hashtag is no yes. Ask, and keep the answer.", default=Consent.NOT_ASKED
    )
    used: date | None = ask.day("Used", "The day you showed it; empty while it waits.")

    @model_validator(mode="after")
    def _used_with_consent_only(self) -> Self:
        if self.used and self.consent is not Consent.GIVEN:
            raise ask.objection(
                N_("No consent is noted, yet it is marked as used on {used}. Ask first, or empty the date."),
                used=self.used,
            )
        return self


class Partner(Item):
    shown_as: ClassVar = "name"

    name: Text = ask.text("Name", "As their audience knows them.", limit=120)
    size_class: SizeClass | None = ask.choice("Size", "The smaller ones often have the closer ties.")
    platform: Platform | None = ask.choice("Platform", "The one where their audience listens to them.")
    fit: int | None = ask.scale("Fit", "Would they talk about you without being paid?", "Hardly", "They already do")
    engagement_rate: float | None = ask.percent(
        "Engagement rate", "Ask for it: likes, comments and shares out of those reached, last three months."
    )
    fee: Money | None = ask.money("Fee", "For the whole job, products and travel included.")
    agreement: Agreement | None = ask.choice("Agreement", "Nothing is published before it is signed.")
    delivers: Text = ask.text(
        "What they deliver", "Two reels and a story in May, labelled as advertisement.", limit=500
    )
    after: Text = ask.text("Afterwards", "How do you keep in touch? The second time is worth more.", limit=300)


class FormatEffort(Row):
    format: Format | None = ask.choice("Format", "One line for each format that you make.")
    hours: float | None = ask.number(
        "Hours",
        "Idea to published, for one post, on an ordinary day. Time one if you are unsure.",
        unit="hours",
        high=500,
    )


class Occasion(Row):
    """A stretch of days that the calendar has to know: a fair, a launch, the summer closing."""

    name: Text = ask.text("Occasion", "Harvest fair, new web shop, summer closing …", limit=120)
    first_day: date | None = ask.day("First day", "The day it starts, or the only day.")
    last_day: date | None = ask.day("Last day", "Empty if it lasts one day.")
    quiet: bool = ask.flag("No posts then", "Tick it for days on which nothing should go out.")

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        in_order(self.first_day, self.last_day)
        return self


class Idea(Item):
    """A card in the topic bank, with the four dots that decide whether it enters the calendar."""

    shown_as: ClassVar = "topic"
    essential: ClassVar = ("topic", "source", "persona", "verdict")

    topic: Text = ask.text("Idea", "One post's worth: Why does my coffee taste bitter?")
    source: IdeaSource | None = ask.choice(
        "Comes from", "Stuck? Take each of these in turn; customers hand you topics."
    )
    persona: Reference = ask.reference("Who asked", "Whose question or need is it?", "personas.personas")
    verdict: IdeaVerdict | None = ask.choice("Verdict", "Sort the cards together; dropping one is work well done.")
    relevant: bool = ask.flag("Relevant", "A dot if your persona would have asked for it.")
    authentic: bool = ask.flag("Authentic", "A dot if only you could have made it.")
    entertaining: bool = ask.flag("Entertaining", "A dot if somebody in the room smiled.")
    quick: bool = ask.flag("Quickly told", "A dot if it can be told in one breath.")


class SearchPhrase(Row):
    phrase: Text = ask.text("Phrase", "Exactly as typed into a search box: coffee grinder quiet.", limit=120)
    platform: Platform | None = ask.choice("Searched where", "Many young people search in an app first.")
    found: bool = ask.flag(
        "We are found", "Search for it on a phone that does not know you. Are you among the first ten?"
    )
    answer: Text = ask.text("Our answer", "The post or page that should come up, or the one to make.", limit=300)
    shared: bool = ask.flag("Told the web team", "The same words belong on the website.")


class Template(Row):
    name: Text = ask.text("Name", "What colleagues call it when they ask for it.", limit=120)
    kind: TemplateKind | None = ask.choice("For what", "One good one of each kind is a whole library.")
    place: Text = ask.text("Where it lies", "Folder or link, so that a new colleague finds it.", limit=500)


class Content(Part):
    essential: ClassVar = (
        "pillars",
        "voice",
        "cadence",
        "plan_start",
        "horizon_weeks",
        "flexible_percent",
        "series",
        "posts",
    )

    pillars: tuple[Pillar, ...] = ask.items(
        "Content pillars", "Three or four topics that you could talk about for a year.", "Content pillar", most=12
    )
    voice: tuple[VoiceTrait, ...] = ask.table(
        "Voice card", "Three lines that let two people write alike: what we are, and what we are not.", "Trait", most=10
    )
    cadence: tuple[Cadence, ...] = ask.table(
        "How often", "A steady rhythm beats a high one. Decide per channel, and say why.", "Channel", most=20
    )
    plan_start: date | None = ask.day("Calendar starts", "The first day that you plan for; next Monday is a good one.")
    horizon_weeks: int | None = ask.whole(
        "Weeks ahead", "Four is a start, eight is calm, twelve is a luxury.", unit="weeks", low=1, high=53
    )
    flexible_percent: float | None = ask.percent(
        "Kept open", "Room for news, questions and whims. One slot in five is a good habit."
    )
    planning_rhythm: Rhythm | None = ask.choice(
        "We plan", "When do you sit down and fill the next stretch? Put it in everyone's diary today."
    )
    series: tuple[Series, ...] = ask.items(
        "Fixed series", "The skeleton of the calendar: what comes back by itself, week after week.", "Series", most=40
    )
    posts: tuple[Post, ...] = ask.items(
        "Posts", "What, where, when. Fill the first two weeks together, the rest can wait.", "Post", most=2000
    )
    stories: tuple[Story, ...] = ask.items(
        "Story bank", "Stories worth telling more than once, in every channel's own way.", "Story of ours", most=200
    )
    ideas: tuple[Idea, ...] = ask.items(
        "Topic bank", "For the day when nobody knows what to post. Write fast, judge later.", "Idea", most=500
    )
    hashtag: Text = ask.text(
        "Our hashtag", "Short, spelled one way only, and not in use by others: search first.", limit=60
    )
    contributions: tuple[Contribution, ...] = ask.items(
        "From our users", "The best that people made about you, in a queue until they have said yes.", "Contribution"
    )
    partners: tuple[Partner, ...] = ask.items(
        "Influencers",
        "People whom your audience already believes, and with whom you agree on something.",
        "Influencer",
        most=100,
    )
    effort: tuple[FormatEffort, ...] = ask.table(
        "Hours per format", "Turns a wish list into a plan that fits your week.", "Format", most=20
    )
    occasions: tuple[Occasion, ...] = ask.table(
        "Own dates", "Days that no public calendar knows: fairs, launches, closings.", "Occasion", most=100
    )
    searches: tuple[SearchPhrase, ...] = ask.table(
        "Found by search", "What people type when they need you but do not know your name.", "Search phrase", most=100
    )
    templates: tuple[Template, ...] = ask.table(
        "Templates", "So that nobody starts from a blank page.", "Template", most=40
    )

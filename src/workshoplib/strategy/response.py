"""The response plan: who answers whom, how fast and in which tone; who decides what; and the rules all agreed on."""

from datetime import date
from typing import ClassVar, Self

from pydantic import model_validator

from workshoplib.errors import N_
from workshoplib.strategy import fields as ask
from workshoplib.strategy.choices import Department, Platform, Rhythm, RoleType
from workshoplib.strategy.fields import Choice, Item, ItemId, Money, Part, Reference, Row, Text, WeekHours

MINUTES_A_WEEK = 7 * 24 * 60


class AlertLevel(Choice):
    GREEN = "green", "Green: everyday talk"
    YELLOW = "yellow", "Yellow: needs a second pair of eyes"
    RED = "red", "Red: the organisation's name is at stake"


class CaseType(Choice):
    COMPLAINT = "complaint", "Complaint"
    PROBLEM = "problem", "Problem to solve"
    MISUNDERSTANDING = "misunderstanding", "Misunderstanding"
    PRAISE = "praise", "Praise"
    SHARE = "share", "Share of our post"
    TAG = "tag", "Tag"
    MENTION = "mention", "Mention or check-in"
    IDEA = "idea", "Idea"
    QUESTION = "question", "Question"
    ABUSE = "abuse", "Abuse or spam"


class ActivationType(Choice):
    CONTEST = "contest", "Contest"
    GIVEAWAY = "giveaway", "Giveaway"
    VOTE = "vote", "Vote"
    SURVEY = "survey", "Survey"
    LIVE_QA = "live_qa", "Live questions and answers"
    FOLLOWER_OFFER = "follower_offer", "Offer for followers only"
    OTHER = "other", "Something else"


class Duty(Choice):
    """The four letters of a RACI grid."""

    RESPONSIBLE = "responsible", "R: does the work"
    ACCOUNTABLE = "accountable", "A: answers for it"
    CONSULTED = "consulted", "C: is asked before"
    INFORMED = "informed", "I: is told after"


class DecisionKind(Choice):
    PUBLISH = "publish", "Publish"
    APPROVE = "approve", "Approve"
    PAUSE = "pause", "Pause everything"
    SPEND = "spend", "Spend money"


class Participation(Choice):
    ALL = "all", "Everyone writes"
    SELECTED = "selected", "A few selected people write"
    MIXED = "mixed", "A few write, everyone contributes"


class Freedom(Choice):
    FREE = "free", "Free: just answer"
    CHECK = "check", "Check: ask a colleague first"
    APPROVE = "approve", "Approve: wait for a yes"


class PolicyPoint(Choice):
    WHO = "who", "Who may post and answer in our name"
    ACCESS = "access", "Passwords and access, also when somebody leaves"
    PRIVATE = "private", "Private accounts and work accounts kept apart"
    PERSONAL_DATA = "personal_data", "Personal data, and consent from people in pictures"
    CHILDREN = "children", "Pictures and stories of children"
    CONFIDENTIAL = "confidential", "What stays inside the organisation"
    COPYRIGHT = "copyright", "Copyright of pictures, music and text"
    LABELS = "labels", "Advertising, gifts and partners labelled clearly"
    AI = "ai", "Text and pictures made with AI"
    ACCESSIBILITY = "accessibility", "Captions and alt text"
    MODERATION = "moderation", "What we hide or delete, and who decides"
    STAFF_SAFETY = "staff_safety", "Threats against the people who answer"
    RECORDS = "records", "Public bodies: what is recorded and archived"
    CRISIS = "crisis", "What happens in a crisis, and who speaks"
    REVIEW = "review", "When the policy is read again"


class ChannelPlan(Item):
    shown_as: ClassVar = "channel"
    essential: ClassVar = ("channel", "responder", "stand_in", "target_minutes", "staffed")

    channel: Reference = ask.reference(
        "Channel", "One plan for each channel you chose; people write to all of them.", "platforms.channels"
    )
    responder: Reference = ask.reference(
        "Responder", "One name. A department does not pick up the phone on a Friday.", "organisation.people"
    )
    stand_in: Reference = ask.reference(
        "Stand-in", "Who answers when the responder is ill or on holiday?", "organisation.people"
    )
    target_minutes: int | None = ask.whole(
        "Answer within",
        "Minutes to the first answer while you are there: 60 is an hour, 480 a working day. Promise what you can keep.",
        unit="minutes",
        low=1,
        high=MINUTES_A_WEEK,
    )
    staffed: WeekHours = ask.week("Staffed hours", "Mark the hours when somebody truly reads and answers.")
    answers_alone: tuple[AlertLevel, ...] = ask.choices(
        "Answers alone", "The levels that the responder settles without asking anyone."
    )
    out_of_hours: Text = ask.text(
        "Out of hours",
        "What people read in the evening: when you are back, and whom to call if it cannot wait.",
        limit=500,
    )

    @model_validator(mode="after")
    def _two_people(self) -> Self:
        if self.responder and self.responder == self.stand_in:
            raise ask.objection(
                N_("The stand-in is the same person as the responder. Choose somebody else, or leave it empty for now.")
            )
        return self


class ToneSample(Row):
    situation: Text = ask.text("Situation", "A real one from last month: the parcel is late, the post has an error.")
    do: Text = ask.text("We write", "The sentence as you would be proud to see it quoted.", limit=500)
    do_not: Text = ask.text("We do not write", "The same sentence as it must never leave the house.", limit=500)


class Level(Row):
    level: AlertLevel | None = ask.choice("Level", "Most days are green; write the red row on a calm day.")
    condition: Text = ask.text(
        "When", "What you see that tells you: three angry comments, a call from a journalist.", limit=500
    )
    accelerators: Text = ask.text(
        "Moves up when", "What lifts the case a level: shared widely, somebody was hurt.", limit=500
    )
    reply: Text = ask.text(
        "Reply", "Green: a ready answer. Yellow: written for the case. Red: the first holding sentence.", limit=500
    )
    owner: Reference = ask.reference("Owner", "The one who acts; a name, not a department.", "organisation.people")
    stand_in: Reference = ask.reference("Stand-in", "Who acts when the owner is on a plane?", "organisation.people")
    escalation: Text = ask.text("Who is told", "Names, and how you reach them on a Sunday.", limit=300)
    deadline_minutes: int | None = ask.whole(
        "Act within", "Minutes from the moment somebody sees it.", unit="minutes", low=1, high=MINUTES_A_WEEK
    )


class Case(Row):
    type: CaseType | None = ask.choice("Case", "Kind words deserve an answer as much as complaints do.")
    reply: Text = ask.text("Reply line", "How your answer begins. Thank first, explain later.", limit=500)
    owner: Reference = ask.reference(
        "Owner", "Who sees it through; for an idea, the one who could make it real.", "organisation.people"
    )
    deadline_hours: float | None = ask.number(
        "Settled within", "Hours until the matter itself is settled, not only answered.", unit="hours", high=24 * 90
    )
    escalation: Text = ask.text("Goes on to", "Who takes over when the owner cannot solve it.", limit=300)


class AnswerTemplate(Item):
    shown_as: ClassVar = "name"

    name: Text = ask.text("Name", "As colleagues will look for it: late delivery, thank you for the photo.", limit=120)
    type: CaseType | None = ask.choice("Case", "The case that it answers.")
    personal_line: Text = ask.text(
        "Personal line", "What the writer must add for this one person: the name, the dog in the picture.", limit=300
    )
    answer: Text = ask.long_text("Answer", "The part that stays the same. Read it aloud; does a person talk like that?")


class Activation(Row):
    type: ActivationType | None = ask.choice(
        "Activity", "Pick what your people would enjoy, not what is easy to count."
    )
    idea: Text = ask.text("Idea", "What people do, in one sentence: send a photo of your breakfast view.", limit=300)
    owner: Reference = ask.reference("Owner", "Who runs it and announces the winner.", "organisation.people")
    rules_link: Text = ask.text("Rules", "Address of the terms. The platform and the law both ask for them.", limit=500)
    prize_cost: Money | None = ask.money("Prize cost", "All prizes together, postage included.")
    starts: date | None = ask.day("Starts", "The day it goes out.")


class SocialProof(Item):
    shown_as: ClassVar = "quote"
    essential: ClassVar = ("quote", "source", "consent")

    quote: Text = ask.text(
        "Quote", "Their words exactly, also the clumsy ones; that is what makes them believed.", limit=1000
    )
    source: Text = ask.text("Source", "Where it stands, with address or date, so that you find it again.", limit=300)
    consent: bool = ask.flag("Consent", "They said yes to your using it. A like is not a yes.")
    consent_note: Text = ask.text("How we know", "Message of 3 May, signed form, e-mail to Kari.", limit=300)
    credit: Text = ask.text("Shown as", "What they want to be called: first name, company, nothing.", limit=120)


class Insight(Row):
    day: date | None = ask.day("Date", "When you saw it.")
    question: Text = ask.text("What they asked", "In their words, without names.", limit=500)
    theme: Text = ask.text("Theme", "One or two words, the same each time: delivery, price, opening hours.", limit=60)
    passed_to: Department | None = ask.choice("Passed on to", "The department that can do something about it.")
    outcome: Text = ask.text("What came of it", "So that people see that asking helps.", limit=300)


class Ambassador(Row):
    name: Text = ask.text("Name", "A person or an account that speaks warmly of you without being paid.", limit=120)
    platform: Platform | None = ask.choice("Platform", "Where they are heard.")
    permission: bool = ask.flag("Permission", "They agreed to be on this list.")
    rhythm: Rhythm | None = ask.choice("Contact rhythm", "How often you write to them when you want nothing.")
    contact: Reference = ask.reference("Our contact", "The colleague they know.", "organisation.people")


class CommunityTask(Row):
    task: Text = ask.text(
        "Task", "Something small and regular: answer three questions in the trail runners' group.", limit=300
    )
    where: Text = ask.text("Where", "The group, page or hashtag; not your own pages.")
    person: Reference = ask.reference("Person", "Somebody who likes being there anyway.", "organisation.people")
    minutes_a_week: int | None = ask.whole(
        "Minutes a week", "Honest minutes; they count against the hours you have.", unit="minutes", high=MINUTES_A_WEEK
    )


class Handover(Row):
    trigger: Text = ask.text(
        "When", "What starts it: an order number is needed, the customer wants a refund.", limit=300
    )
    from_department: Department | None = ask.choice("From", "Who has the conversation now.")
    to_department: Department | None = ask.choice("To", "Who takes it from there.")
    how: Text = ask.text("How", "What is passed on, and where, so that nobody has to tell the story twice.", limit=300)
    within_hours: float | None = ask.number(
        "Within", "Hours until the receiver has answered.", unit="hours", high=24 * 30
    )


class LogEntry(Item):
    """A conversation as it went. Without names: the figures are what is needed."""

    shown_as: ClassVar = "about"
    essential: ClassVar = ("day", "channel", "type", "minutes_to_first_answer", "solved")

    day: date | None = ask.day("Date", "When they wrote.")
    channel: Reference = ask.reference("Channel", "Where they wrote.", "platforms.channels")
    type: CaseType | None = ask.choice("Case", "What kind of conversation it was.")
    minutes_to_first_answer: int | None = ask.whole(
        "First answer after",
        "Minutes from their message to yours. Leave empty while nobody has answered.",
        unit="minutes",
    )
    solved: bool = ask.flag("Solved", "They would say so too.")
    about: Text = ask.text("About", "Two or three words, no names: broken lid.", limit=120)


class Assignment(Row):
    task: Text = ask.text(
        "Task", "Named by what gets done: write posts, answer messages, buy ads, read the figures.", limit=120
    )
    person: Reference = ask.reference("Person", "One line for each person who has a part in it.", "organisation.people")
    duty: Duty | None = ask.choice("Part", "Exactly one person answers for each task.")


class RoleDepartments(Row):
    role: RoleType | None = ask.choice("Role", "One line for each role that you use.")
    departments: tuple[Department, ...] = ask.choices("Departments", "Where the people in this role come from.")


class DecisionRight(Row):
    decision: DecisionKind | None = ask.choice("Decision", "Think of a Saturday when nobody can be reached.")
    person: Reference = ask.reference("Who decides", "The one whose yes or no is enough.", "organisation.people")
    stand_in: Reference = ask.reference("Stand-in", "Who may decide when the first is away.", "organisation.people")
    up_to: Money | None = ask.money("Up to", "For money: the largest amount they may spend without asking.")


class TopicRule(Row):
    topic: Text = ask.text("Topic", "As it comes up: opening hours, prices, politics, a colleague.", limit=120)
    freedom: Freedom | None = ask.choice(
        "Rule", "Give away what you can; a free answer in ten minutes beats a perfect one tomorrow."
    )


class Account(Row):
    channel: Reference = ask.reference("Channel", "The channel that it belongs to.", "platforms.channels")
    handle: Text = ask.text("Account", "The name people see, with the @.", limit=120)
    owner: Reference = ask.reference("Owner", "Who is called when it is locked.", "organisation.people")
    people: tuple[ItemId, ...] = ask.references("Have access", "All who can log in today.", "organisation.people")
    two_step_login: bool = ask.flag("Two-step login", "On for everyone who has access.")
    kept_in: Text = ask.text("Password kept in", "The password manager or safe; never the password itself.", limit=120)
    checked: date | None = ask.day("Last checked", "When somebody last went through the list and removed leavers.")


class Training(Row):
    audience: Text = ask.text("For whom", "All staff, the shop in Bergen, new colleagues.", limit=120)
    topic: Text = ask.text("Topic", "What they can do afterwards that they could not before.")
    day: date | None = ask.day("Date", "A date makes it happen.")
    done: bool = ask.flag("Done", "It was held.")


class Drill(Row):
    day: date | None = ask.day("Date", "When you practised.")
    case: Text = ask.text("Case", "What was drawn: a false rumour on a Friday at four.", limit=300)
    minutes: int | None = ask.whole(
        "Minutes to answer", "From drawing the case to a text all could sign.", unit="minutes"
    )
    gaps: Text = ask.text("What was missing", "A number nobody had, a right nobody held.", limit=500)


class Response(Part):
    essential: ClassVar = (
        "channels",
        "tone",
        "tone_samples",
        "levels",
        "cases",
        "assignments",
        "participation",
        "policy",
    )

    channels: tuple[ChannelPlan, ...] = ask.items(
        "Answering, channel by channel", "Who answers, how fast, and in which hours.", "Channel plan", most=60
    )
    tone: Text = ask.text(
        "Our tone", "How you sound on a bad day too: warm, brief, first names, never sarcastic.", limit=500
    )
    tone_samples: tuple[ToneSample, ...] = ask.table(
        "Tone samples", "Two or three pairs teach a new colleague more than a page of adjectives.", "Sample", most=30
    )
    levels: tuple[Level, ...] = ask.table(
        "Three levels",
        "Agree now what counts as green, yellow and red, and who acts; a crisis is no time to argue.",
        "Level",
        most=12,
    )
    cases: tuple[Case, ...] = ask.table(
        "Kinds of conversation", "Start with the three you meet every week.", "Case", most=40
    )
    assignments: tuple[Assignment, ...] = ask.table(
        "Who does what", "Every task has somebody who does it and one who answers for it.", "Assignment", most=200
    )
    participation: Participation | None = ask.choice(
        "Who takes part", "Few writers keep one voice; many contributors keep it alive."
    )
    participation_reason: Text = ask.text(
        "Why so", "What in your purpose and your organisation speaks for it.", limit=500
    )
    policy: tuple[PolicyPoint, ...] = ask.choices(
        "Policy covers", "Tick what is written down and known to all; an empty box is a task, not a shame."
    )
    policy_link: Text = ask.text("Policy is found at", "Where a new colleague finds it on the first day.", limit=500)
    policy_review: date | None = ask.day("Policy read again", "The day you look whether it still fits.")
    role_departments: tuple[RoleDepartments, ...] = ask.table(
        "Departments per role", "Customer service hears things that marketing never will; who else?", "Role", most=30
    )
    decision_rights: tuple[DecisionRight, ...] = ask.table(
        "Decision rights", "Who may publish, approve, pause and spend without asking?", "Decision right", most=30
    )
    topics: tuple[TopicRule, ...] = ask.table(
        "Rules by topic",
        "Begin with what anyone may answer without asking; the list is longer than you think.",
        "Topic",
        most=60,
    )
    fast_lane: Text = ask.text(
        "Fast lane",
        "When a chance comes up that cannot wait: what may skip the usual round, and what may not?",
        limit=500,
    )
    fast_lane_approver: Reference = ask.reference(
        "Fast-lane approver", "The one person whose thumb up is enough.", "organisation.people"
    )
    fast_lane_minutes: int | None = ask.whole(
        "Fast-lane answer within", "Minutes to a yes or no; silence means no.", unit="minutes", low=1, high=24 * 60
    )
    private_rule: Text = ask.text(
        "Moving to private", "What never belongs in the open: order numbers, health, anyone's address.", limit=500
    )
    private_script: Text = ask.text(
        "Inviting them over", "The sentence you write in public, so that others see you care.", limit=500
    )
    templates: tuple[AnswerTemplate, ...] = ask.items(
        "Answer templates",
        "Ready answers with room for a personal line; without it they read like a machine.",
        "Template",
        most=100,
    )
    handovers: tuple[Handover, ...] = ask.table(
        "Handovers",
        "Follow one customer from comment to service to shop; where is the story dropped?",
        "Handover",
        most=40,
    )
    meeting_rhythm: Rhythm | None = ask.choice(
        "Shared meeting", "How often those who post and those who serve customers sit down together."
    )
    meeting_agenda: Text = ask.text("Meeting is about", "Three fixed points keep it to twenty minutes.", limit=500)
    community_tasks: tuple[CommunityTask, ...] = ask.table(
        "Community tasks", "Take part where your people already talk, also when it is not about you.", "Task", most=40
    )
    activations: tuple[Activation, ...] = ask.table(
        "Activities",
        "A vote on the next flavour, a live hour with the baker: what gets people to join in?",
        "Activity",
        most=60,
    )
    proofs: tuple[SocialProof, ...] = ask.items(
        "Proof bank", "Kind words from others, ready to be shown. Ask for consent while they are still happy.", "Proof"
    )
    insights: tuple[Insight, ...] = ask.table(
        "Insight inbox", "What people ask and wish for is free market research; pass it on.", "Insight", most=500
    )
    ambassadors: tuple[Ambassador, ...] = ask.table(
        "Ambassadors",
        "People who already recommend you. Thank them before you ask for anything.",
        "Ambassador",
        most=60,
    )
    advocacy_rules: Text = ask.long_text(
        "Colleagues as voices",
        "What a colleague may share on a private account, and that they say where they work when they do.",
    )
    accounts: tuple[Account, ...] = ask.table(
        "Accounts and access", "Every account, also the forgotten one that a trainee opened.", "Account", most=60
    )
    trainings: tuple[Training, ...] = ask.table(
        "Training", "A plan that nobody has heard of changes nothing; whom do you show it to?", "Training", most=60
    )
    drills: tuple[Drill, ...] = ask.table(
        "Drills", "Draw a case, answer it as if it were real, and note what was missing.", "Drill", most=60
    )
    log: tuple[LogEntry, ...] = ask.items(
        "Response log",
        "A line for each conversation, or for a sample week; it shows whether the promise holds.",
        "Conversation",
        most=5000,
    )

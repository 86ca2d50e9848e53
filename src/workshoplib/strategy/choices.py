"""Closed lists that more than one part of the strategy uses."""

from workshoplib.strategy.fields import Choice


class Language(Choice):
    """Languages that the kit speaks; each is named in itself, so that people find their own."""

    ENGLISH = "en", "English"
    NORWEGIAN = "nb", "Norsk bokmål"
    SWEDISH = "sv", "Svenska"
    DANISH = "da", "Dansk"


class Country(Choice):
    """Countries by their ISO 3166 codes: they decide holidays, law and reach figures."""

    NORWAY = "NO", "Norway"
    SWEDEN = "SE", "Sweden"
    DENMARK = "DK", "Denmark"
    UNITED_KINGDOM = "GB", "United Kingdom"


class Currency(Choice):
    """Currencies by their ISO 4217 codes."""

    NOK = "NOK", "Norwegian kroner"
    SEK = "SEK", "Swedish kronor"
    DKK = "DKK", "Danish kroner"
    EUR = "EUR", "Euro"
    GBP = "GBP", "Pounds sterling"


class Platform(Choice):
    """Social platforms; what a team owns itself (website, newsletter) is in the ecosystem of the organisation."""

    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    TIKTOK = "tiktok", "TikTok"
    LINKEDIN = "linkedin", "LinkedIn"
    YOUTUBE = "youtube", "YouTube"
    SNAPCHAT = "snapchat", "Snapchat"
    PINTEREST = "pinterest", "Pinterest"
    THREADS = "threads", "Threads"
    X = "x", "X"
    BLUESKY = "bluesky", "Bluesky"
    REDDIT = "reddit", "Reddit"
    WHATSAPP = "whatsapp", "WhatsApp"
    MESSENGER = "messenger", "Messenger"
    OTHER = "other", "Another platform"


class Format(Choice):
    SHORT_VIDEO = "short_video", "Short video"
    LONG_VIDEO = "long_video", "Long video"
    LIVE = "live", "Live video"
    STORY = "story", "Story"
    IMAGE = "image", "Image"
    CAROUSEL = "carousel", "Carousel"
    INFOGRAPHIC = "infographic", "Infographic"
    TEXT = "text", "Text post"
    LINK = "link", "Link or article"
    POLL = "poll", "Poll"
    QA = "qa", "Questions and answers"
    EVENT = "event", "Event"


class Department(Choice):
    MARKETING = "marketing", "Marketing"
    SALES = "sales", "Sales"
    CUSTOMER_SERVICE = "customer_service", "Customer service"
    COMMUNICATIONS = "communications", "Communications"
    IT = "it", "IT"
    HR = "hr", "HR"
    BUSINESS_DEVELOPMENT = "business_development", "Business development"
    MANAGEMENT = "management", "Management"
    OTHER = "other", "Another department"


class RoleType(Choice):
    """What somebody does for social media; one person may do several."""

    BLOG = "blog", "Writes articles"
    POST = "post", "Makes posts"
    REPLY = "reply", "Answers people"
    COMMUNITY = "community", "Takes part in communities"
    ADS = "ads", "Runs ads"
    ANALYST = "analyst", "Reads the figures"
    APPROVER = "approver", "Approves"


class Stage(Choice):
    """Stages of the customer journey, in order."""

    AWARENESS = "awareness", "Awareness"
    CONSIDERATION = "consideration", "Consideration"
    PURCHASE = "purchase", "Purchase"
    AFTER = "after", "After purchase"
    ADVOCACY = "advocacy", "Recommendation"


class Frequency(Choice):
    """How often people use a platform."""

    DAILY = "daily", "Daily"
    WEEKLY = "weekly", "Weekly"
    RARELY = "rarely", "Rarely"
    NEVER = "never", "Never"


class Rhythm(Choice):
    """How often something comes round."""

    DAILY = "daily", "Every day"
    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every other week"
    MONTHLY = "monthly", "Every month"
    QUARTERLY = "quarterly", "Every quarter"
    YEARLY = "yearly", "Every year"


class Weekday(Choice):
    """Days of the week, in order, Monday first."""

    MONDAY = "mon", "Monday"
    TUESDAY = "tue", "Tuesday"
    WEDNESDAY = "wed", "Wednesday"
    THURSDAY = "thu", "Thursday"
    FRIDAY = "fri", "Friday"
    SATURDAY = "sat", "Saturday"
    SUNDAY = "sun", "Sunday"


class ValueType(Choice):
    """What somebody gets from a post."""

    ANSWER = "answer", "Answers a question"
    SOLVE = "solve", "Solves a problem"
    INSPIRE = "inspire", "Inspires"
    ENTERTAIN = "entertain", "Entertains"
    INFORM = "inform", "Informs"
    INVOLVE = "involve", "Lets people take part"


class OutcomeKind(Choice):
    """What social media shall bring the organisation."""

    CUSTOMERS = "customers", "New customers"
    EMPLOYEES = "employees", "New employees"
    PARTNERS = "partners", "New partners"


class Motive(Choice):
    """Lasting reasons why people come to social media at all."""

    CURIOSITY = "curiosity", "Curiosity"
    BELONGING = "belonging", "Belonging"
    BEING_HEARD = "being_heard", "Being heard"


class NeedLevel(Choice):
    """The five levels of Maslow (1943), from the ground up."""

    BODY = "body", "Body: food, sleep, warmth"
    SAFETY = "safety", "Safety: health, money, home"
    BELONGING = "belonging", "Belonging: family, friends, community"
    ESTEEM = "esteem", "Esteem: respect, being good at something"
    GROWTH = "growth", "Growth: becoming who you can be"


class Visibility(Choice):
    """How content reaches people."""

    ORGANIC = "organic", "Organic"
    PAID = "paid", "Paid"
    BOTH = "both", "Organic and paid"


class DoneBy(Choice):
    """Who does a task: the delegation of it."""

    INTERNAL = "internal", "Ourselves"
    AGENCY = "agency", "Agency"
    FREELANCE = "freelance", "Freelancer"


class BrandValue(Choice):
    """Values that people look for in a brand and that a brand may show."""

    SUSTAINABILITY = "sustainability", "Sustainability"
    AUTHENTICITY = "authenticity", "Authenticity"
    RESPONSIBILITY = "responsibility", "Social responsibility"
    OPENNESS = "openness", "Openness"
    INCLUSION = "inclusion", "Inclusion"
    LOCAL = "local", "Local roots"
    QUALITY = "quality", "Quality that lasts"
    PRIVACY = "privacy", "Respect for privacy"

"""The strategy: one document, frozen and typed, that a workshop fills in part by part."""

from workshoplib.strategy.budget import Budget
from workshoplib.strategy.content import Content
from workshoplib.strategy.facilitation import Facilitation
from workshoplib.strategy.fields import Part, Row
from workshoplib.strategy.goals import Goals
from workshoplib.strategy.kpis import Kpis
from workshoplib.strategy.migrations import VERSION
from workshoplib.strategy.organisation import Organisation
from workshoplib.strategy.personas import Personas
from workshoplib.strategy.platforms import Platforms
from workshoplib.strategy.response import Response
from workshoplib.strategy.review import Review


class Strategy(Row):
    """What an organisation does in social media, for whom and why; parts that nobody has filled in yet are empty."""

    schema_version: int = VERSION
    organisation: Organisation = Organisation()
    goals: Goals = Goals()
    personas: Personas = Personas()
    platforms: Platforms = Platforms()
    content: Content = Content()
    budget: Budget = Budget()
    kpis: Kpis = Kpis()
    response: Response = Response()
    review: Review = Review()
    facilitation: Facilitation = Facilitation()


PARTS: tuple[tuple[str, type[Part]], ...] = (
    ("organisation", Organisation),
    ("goals", Goals),
    ("personas", Personas),
    ("platforms", Platforms),
    ("content", Content),
    ("budget", Budget),
    ("kpis", Kpis),
    ("response", Response),
    ("review", Review),
    ("facilitation", Facilitation),
)
"""The parts in the order of the document, by the names of their fields in ``Strategy``."""

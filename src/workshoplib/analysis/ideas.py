"""Ideas: what there is to post about, in the words of those who answered the other steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workshoplib.analysis.audience import living
from workshoplib.strategy import Strategy
from workshoplib.strategy.choices import Stage
from workshoplib.strategy.content import IdeaVerdict


class From(StrEnum):
    """Where an idea comes from."""

    BANK = "bank"
    JOURNEY = "journey"
    NEED = "need"
    STORY = "story"
    ACTIVATION = "activation"
    SEARCH = "search"


@dataclass(frozen=True)
class Idea:
    topic: str
    origin: From
    persona: str = ""
    stage: Stage | None = None
    story: str = ""


def ideas(strategy: Strategy) -> tuple[Idea, ...]:
    """Every topic that is no post's title yet, each once: first the topic bank's, then what personas need."""
    used = {_plain(post.title) for post in strategy.content.posts}
    found: dict[str, Idea] = {}
    for idea in _all(strategy):
        if idea.topic and _plain(idea.topic) not in used:
            found.setdefault(_plain(idea.topic), idea)
    return tuple(found.values())


def pick(left: Iterable[Idea], persona: str) -> Idea | None:
    """The next idea for a persona: one of its own, else one for nobody in particular."""
    fitting = [idea for idea in left if idea.persona in (persona, "")]
    return min(fitting, key=lambda idea: idea.persona != persona, default=None)


def _all(strategy: Strategy) -> Iterator[Idea]:
    content = strategy.content
    for card in content.ideas:
        if card.verdict is IdeaVerdict.KEEP:
            yield Idea(card.topic, From.BANK, card.persona)
    for persona in living(strategy.personas):
        for step in persona.journey:
            yield Idea(step.question or step.content, From.JOURNEY, persona.id, step.stage)
        for need in persona.needs:
            yield Idea(need, From.NEED, persona.id)
    for story in content.stories:
        yield Idea(story.title, From.STORY, story=story.id)
    for activation in strategy.response.activations:
        yield Idea(activation.idea, From.ACTIVATION)
    for search in content.searches:
        if not search.found:
            yield Idea(search.phrase, From.SEARCH)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".?!")

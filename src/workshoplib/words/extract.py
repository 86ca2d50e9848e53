"""All that has to be translated: what the code says, what the models ask, and what the notebooks tell.

Nothing is listed by hand. Code and templates are read for calls of ``say``, ``plural`` and ``N_``; models are walked
from the parts of the strategy; notebooks are taken apart block by block; of the facts, the words are taken.
"""

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, nodes

from workshoplib import places, strategy
from workshoplib.facts import Facts
from workshoplib.strategy.fields import Choice, Part, Row, questions
from workshoplib.words import notebooks

SOURCES = Path(__file__).parents[1]
NOTEBOOKS = places.notebooks()
FACTS = places.data() / "facts"

_PLAIN_CALLS = frozenset({"say", "_say", "N_"})
_PLURAL_CALL = "plural"


@dataclass(frozen=True)
class Message:
    """One message in English, and the places that say it."""

    text: str
    plural: str = ""
    places: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The text, and the plural where there is one."""
        return (self.text, self.plural) if self.plural else (self.text,)


def messages() -> tuple[Message, ...]:
    """Every message of this checkout once, in the order in which one meets them: models, notebooks, code, templates."""
    told = (*model_messages(strategy.PARTS), *notebook_messages(NOTEBOOKS))
    return merged([*told, *code_messages(SOURCES), *template_messages(SOURCES), *fact_messages(Facts(FACTS))])


def merged(found: Iterable[Message]) -> tuple[Message, ...]:
    """The messages with each text once, its places together; a text said both ways keeps its plural."""
    by_text: dict[str, Message] = {}
    for message in found:
        known = by_text.get(message.text, message)
        places = tuple(dict.fromkeys((*known.places, *message.places)))
        by_text[message.text] = replace(known, plural=known.plural or message.plural, places=places)
    return tuple(by_text.values())


def code_messages(folder: Path) -> Iterator[Message]:
    """What the Python files below a folder say."""
    for path in sorted(folder.rglob("*.py")):
        place = _file(path, folder)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _said(node, place)


def template_messages(folder: Path) -> Iterator[Message]:
    """What the Jinja templates (``.j2``) below a folder say: ``{{ say("Contents") }}``."""
    for path in sorted(folder.rglob("*.j2")):
        template = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        for call in template.find_all(nodes.Call):
            texts = [argument.value for argument in call.args if isinstance(argument, nodes.Const)]
            if isinstance(call.node, nodes.Name) and call.node.name == "say":
                yield from (Message(text, places=(_file(path, folder),)) for text in texts[:1])
            elif isinstance(call.node, nodes.Getattr) and call.node.attr == _PLURAL_CALL:
                yield Message(texts[0], texts[1], (_file(path, folder),))


def model_messages(parts: Iterable[tuple[str, type[Part]]]) -> Iterator[Message]:
    """What the questions of the parts, and of all rows and choices within them, ask."""
    seen: set[type[Row] | type[Choice]] = set()
    for _, part in parts:
        yield from _asked(part, seen)


def notebook_messages(folder: Path) -> Iterator[Message]:
    """What the notebooks in a folder tell."""
    for path in sorted(folder.glob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for block in notebooks.blocks(notebook):
            yield Message(block, places=(f"{folder.name}/{path.name}",))


def fact_messages(facts: Facts) -> Iterator[Message]:
    """What the sourced tables say in words."""
    for text, place in facts.messages():
        yield Message(text, places=(place,))


def _said(call: ast.Call, place: str) -> Iterator[Message]:
    name = called(call)
    if name in _PLAIN_CALLS:
        for text in literals(call.args[0]) if call.args else ():
            yield Message(text, places=(place,))
    elif name == _PLURAL_CALL and len(call.args) >= 2:
        for one, many in zip(literals(call.args[0]), literals(call.args[1]), strict=True):
            yield Message(one, many, (place,))


def called(call: ast.Call) -> str:
    """The last name of what is called: ``say`` for ``view.say(...)``."""
    match call.func:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def literals(argument: ast.expr) -> tuple[str, ...]:
    """The texts that an argument may be: one, two where it is written ``a if b else c``, none where it is computed."""
    match argument:
        case ast.Constant(value=str(text)) if text:
            return (text,)
        case ast.IfExp(body=body, orelse=other):
            return literals(body) + literals(other)
        case _:
            return ()


def _asked(model: type[Row], seen: set[type[Row] | type[Choice]]) -> Iterator[Message]:
    if model in seen:
        return
    seen.add(model)
    for question in questions(model):
        place = f"{_place(model)}.{question.name}"
        for text in (question.label, question.help, question.unit, question.low_label, question.high_label):
            yield from _message(text, place)
        yield from _message(question.one, place)
        if question.options and question.options not in seen:
            seen.add(question.options)
            for option in question.options:
                yield from _message(option.label, f"{_place(question.options)}.{option.name}")
        if question.rows:
            yield from _asked(question.rows, seen)


def _message(text: str, place: str) -> Iterator[Message]:
    if text:
        yield Message(text, places=(place,))


def _file(path: Path, folder: Path) -> str:
    return (folder.name / path.relative_to(folder)).as_posix()


def _place(kind: type) -> str:
    return f"{kind.__module__.removeprefix('workshoplib.')}.{kind.__name__}"

"""Every call that says something, read in the source: found by extraction, and given a value for each place."""

import ast
from pathlib import Path

import pytest

from workshoplib.words import PLACE
from workshoplib.words.extract import SOURCES, called, literals

FILES = sorted(SOURCES.rglob("*.py"))


def calls(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]


def computed(path):
    """Messages put together where they are said: nobody can translate them."""
    for call in calls(path):
        said = call.args[:2] if called(call) == "plural" else call.args[:1] if called(call) in ("say", "N_") else ()
        for argument in said:
            if isinstance(argument, ast.JoinedStr | ast.BinOp) or (
                isinstance(argument, ast.Call) and called(argument) == "format"
            ):
                yield f"{path.name}:{call.lineno}: {ast.unparse(argument)}"


def unfilled(path):
    """Places of a message that the call gives no value."""
    for call in calls(path):
        values = {keyword.arg for keyword in call.keywords}
        if None in values:  # **values: known only when it runs
            continue
        for text in said(call):
            for name in sorted(set(PLACE.findall(text)) - values):
                yield f"{path.name}:{call.lineno}: {text!r} gets no {{{name}}}"


def said(call):
    match called(call):
        case "say":
            return literals(call.args[0])
        case "plural":
            return [text.replace("{n}", "") for argument in call.args[:2] for text in literals(argument)]
        case "N_":
            return ()
    first = call.args[0]
    return literals(first.args[0]) if isinstance(first, ast.Call) and called(first) == "N_" and first.args else ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_no_message_is_put_together_where_it_is_said(path):
    assert list(computed(path)) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCES)))
def test_every_place_of_a_message_gets_a_value(path):
    assert list(unfilled(path)) == []


def test_a_forgotten_value_is_found(tmp_path):
    path = tmp_path / "some.py"
    path.write_text('say("A {b}", c=1)\nraise Oops(N_("{d}"))\nsay.plural("{n} a", "{n} {e}", 2)', encoding="utf-8")
    assert list(unfilled(path)) == [
        "some.py:1: 'A {b}' gets no {b}",
        "some.py:2: '{d}' gets no {d}",
        "some.py:3: ' {e}' gets no {e}",
    ]

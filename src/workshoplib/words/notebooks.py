"""Notebooks in another language: the Markdown cells are translated block by block, the rest stays as it is."""

import copy
import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from itertools import groupby
from typing import Any, TypeVar

Notebook = TypeVar("Notebook", bound=MutableMapping[str, Any])

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")


def localised(notebook: Notebook, say: Callable[[str], str]) -> Notebook:
    """A copy of a notebook (as nbformat or JSON gives it) whose Markdown cells are said by ``say``.

    Code cells, ids, tags and metadata stay as they are, and so does a parameter for the language: who translates a
    notebook also sets it.
    """
    translated = copy.deepcopy(notebook)
    for cell in translated["cells"]:
        if cell["cell_type"] == "markdown":
            text = "".join(say(piece) if is_block else piece for is_block, piece in _pieces(_text(cell)))
            cell["source"] = text if isinstance(cell["source"], str) else text.splitlines(keepends=True)
    return translated


def blocks(notebook: Mapping[str, Any]) -> Iterator[str]:
    """What there is to translate in a notebook, in its order: headings, paragraphs, lists, tables, fenced blocks."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            yield from (piece for is_block, piece in _pieces(_text(cell)) if is_block)


def _text(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """The blocks of a text (True) and what lies between them (False); joined again they are the text.

    A block without a letter, such as a rule, lies between: nobody needs to translate it.
    """
    for is_blank, lines in groupby(_lines(text), key=lambda line: line[0]):
        chunk = "".join(line for _, line in lines)
        block = chunk.strip()
        if is_blank or not any(character.isalpha() for character in block):
            yield False, chunk
        else:
            before, _, after = chunk.partition(block)
            yield from ((False, before), (True, block), (False, after))


def _lines(text: str) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it is blank; a blank line within a fenced block does not count as one."""
    fence = ""
    for line in _LINE.findall(text):
        bare = line.strip()
        yield not bare and not fence, line
        if fence:
            fence = "" if bare.startswith(fence) and set(bare) == set(fence) else fence
        elif opening := _FENCE.match(line):
            fence = opening[1]

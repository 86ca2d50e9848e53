"""Notebooks in another language, made in memory."""

import copy

import nbformat
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v4

from workshoplib.words.notebooks import blocks, localised

PROSE = """# Your audience
*Whom do you reach?*

Why it matters.
It goes on.

- one
- two

---

| a | b |
|---|---|
| 1 | 2 |

```
say this

and this
```
"""


def notebook(*sources):
    cells = [v4.new_markdown_cell(source) for source in sources]
    return v4.new_notebook(cells=[*cells, v4.new_code_cell('language = "en"  # Why it matters.')])


def test_a_cell_is_taken_apart_at_its_blank_lines():
    assert list(blocks(notebook(PROSE))) == [
        "# Your audience\n*Whom do you reach?*",
        "Why it matters.\nIt goes on.",
        "- one\n- two",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\nsay this\n\nand this\n```",
    ]


def test_code_cells_say_nothing():
    assert list(blocks(notebook())) == []


def test_each_block_is_translated_where_it_stands():
    translated = localised(notebook("Why.\n\n\n  Because. \n"), {"Why.": "Hvorfor.", "Because.": "Derfor."}.__getitem__)
    assert translated.cells[0].source == "Hvorfor.\n\n\n  Derfor. \n"


def test_all_but_the_prose_stays_as_it_is():
    original = notebook("Why.")
    original.cells[0].metadata["tags"] = ["report"]
    expected = copy.deepcopy(original)
    expected.cells[0].source = "WHY."
    assert expected == localised(original, str.upper)


def test_the_original_is_not_touched():
    original = notebook("Why.")
    localised(original, str.upper)
    assert original.cells[0].source == "Why."


def test_a_localised_notebook_is_valid():
    nbformat.validate(localised(notebook(PROSE), str.upper))


def test_a_notebook_as_json_gives_it_keeps_its_lines():
    cell = {"cell_type": "markdown", "source": ["Why.\n", "\n", "Because."]}
    assert localised({"cells": [cell]}, str.upper) == {
        "cells": [{"cell_type": "markdown", "source": ["WHY.\n", "\n", "BECAUSE."]}]
    }


@given(st.text(alphabet="a#`~ \n\t-|\u2028\u00a0"))
def test_a_cell_said_in_its_own_language_is_the_same_to_the_character(source):
    assert source == localised(notebook(source), lambda block: block).cells[0].source


@given(st.text(alphabet="a#`~ \n\t-|"))
def test_no_block_begins_or_ends_with_space(source):
    assert [block for block in blocks(notebook(source)) if block != block.strip()] == []

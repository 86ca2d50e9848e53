"""Which control asks which kind of question."""

from collections.abc import Mapping

from workshoplib.forms import moments, numbers, picks, tables, texts, weeks
from workshoplib.forms.control import Builder
from workshoplib.strategy.fields import Kind

CONTROLS: Mapping[Kind, Builder] = {
    Kind.TEXT: texts.line,
    Kind.LONG_TEXT: texts.lines,
    Kind.TAGS: texts.tags,
    Kind.WHOLE: numbers.whole,
    Kind.NUMBER: numbers.number,
    Kind.PERCENT: numbers.number,
    Kind.MONEY: numbers.money,
    Kind.RANGE: numbers.span,
    Kind.DATE: moments.day,
    Kind.TIME: moments.clock,
    Kind.FLAG: picks.flag,
    Kind.CHOICE: picks.one,
    Kind.REFERENCE: picks.one,
    Kind.CHOICES: picks.many,
    Kind.REFERENCES: picks.many,
    Kind.SCALE: picks.scale,
    Kind.WEEK: weeks.week,
    Kind.TABLE: tables.table,
}
"""All kinds but ``ITEMS``: a list of items saves each of them by itself, so ``lists`` looks after it."""

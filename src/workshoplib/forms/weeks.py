"""Hours of a week: a box a day, where people write "7-9, 17-22", and a picture of what they wrote."""

import re
from collections.abc import Iterator, Sequence

from workshoplib.errors import N_, WorkshopError
from workshoplib.forms.control import Control, Setting, button, labelled
from workshoplib.forms.html import picture, prose, week_picture
from workshoplib.forms.widgets import Box, Text, VBox
from workshoplib.strategy.fields import Question, WeekHours

_DAYS = tuple(WeekHours.model_fields)
_WORKING_DAYS = 5
_LONGEST_QUOTE = 60
_RANGE = re.compile(r"(\d{1,2})(?:[.:]00)?(?:\s*[-–—]\s*(\d{1,2})(?:[.:]00)?)?")


class UnreadableHours(WorkshopError):
    """What was written for a day does not say which hours."""


class Week(Control):
    """Seven boxes and their picture."""

    labelled = False

    def __init__(self, asked: Question, setting: Setting, empty: object) -> None:
        super().__init__(asked, setting, empty)
        say = setting.say
        self._boxes = tuple(labelled(Text, say.weekday(day).capitalize(), continuous_update=False) for day in range(7))
        for box in self._boxes:
            self._watch(box)
        days = Box(self._boxes)
        days.add_class("wf-days")
        self._picture = picture()
        self.widget = VBox(
            [
                prose(say("Write whole hours, such as 7-9, 17-22."), "wf-help"),
                days,
                button(
                    say("{day} to {last} alike", day=say.weekday(0).capitalize(), last=say.weekday(_WORKING_DAYS - 1)),
                    say("Copies the hours of {day} to the working days", day=say.weekday(0)),
                    self._copy_monday,
                    "wf-quiet",
                ),
                self._picture,
            ]
        )

    def read(self) -> object:
        say = self.setting.say
        hours = {name: hours_in(box.value, say.weekday(day)) for day, (name, box) in self._named()}
        self._draw(WeekHours.model_validate(hours))
        return hours

    def _put(self, answer: object) -> None:
        week = answer if isinstance(answer, WeekHours) else WeekHours()
        for box, hours in zip(self._boxes, week.days(), strict=True):
            box.value = hours_written(hours)
        self._draw(week)

    def _named(self) -> Iterator[tuple[int, tuple[str, Text]]]:
        return enumerate(zip(_DAYS, self._boxes, strict=True))

    def _draw(self, week: WeekHours) -> None:
        names = (self.setting.say.short_weekday(day) for day in range(7))
        self._picture.value = week_picture(zip(names, week.days(), strict=True)) if any(week.days()) else ""

    def _copy_monday(self) -> None:
        with self._quietly():
            for box in self._boxes[1:_WORKING_DAYS]:
                box.value = self._boxes[0].value
        self._changed()


def week(asked: Question, setting: Setting, empty: object) -> Control:
    """A box for each day of the week, and a picture."""
    return Week(asked, setting, empty)


def hours_in(typed: str, day: str) -> tuple[int, ...]:
    """The hours that a text such as "7-9, 17-22" names: 7, 8, 17, 18, 19, 20, 21. A single figure is one hour."""
    found: set[int] = set()
    for piece in re.split(r"[,;]", typed):
        if piece.strip():
            found.update(_hours(piece.strip(), day))
    return tuple(sorted(found))


def _hours(piece: str, day: str) -> range:
    ends = _RANGE.fullmatch(piece)
    start = int(ends[1]) if ends else 24
    end = int(ends[2]) if ends and ends[2] else start + 1
    if not start < end <= 24:
        raise UnreadableHours(
            N_("{day}: “{typed}” is not understood. Write whole hours from 0 to 24, such as 7-9, 17-22."),
            day=day,
            typed=piece[:_LONGEST_QUOTE],
        )
    return range(start, end)


def hours_written(hours: Sequence[int]) -> str:
    """The hours as people write them, neighbours together: 7, 8, 17 becomes "7-9, 17-18"."""
    starts = [hour for hour in hours if hour - 1 not in hours]
    ends = [hour + 1 for hour in hours if hour + 1 not in hours]
    return ", ".join(f"{start}-{end}" for start, end in zip(starts, ends, strict=True))

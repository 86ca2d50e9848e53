"""Whether what stands on the screen is saved, said only after it is."""

from collections.abc import Mapping
from datetime import datetime

from workshoplib.forms.change import Kept, Refused
from workshoplib.forms.html import notice, tell
from workshoplib.strategy.text import clean
from workshoplib.words import Words


class Status:
    """A line that says when something was saved, or why it was not."""

    def __init__(self, say: Words) -> None:
        self._say = say
        self.widget = notice("", "good")
        self.widget.add_class("wf-status")

    def kept(self, kept: Kept, *, some_wait: bool = False) -> str:
        """Says when it was saved, and what could not be; ``some_wait`` while other fields are still wrong.

        Returns the short sentence, to be shown beside the field as well.
        """
        say, time = self._say, _clock(kept.at)
        sentences = [
            say("Saved {time}, except what is marked.", time=time) if some_wait else say("Saved {time}", time=time)
        ]
        if kept.dropped:
            sentences.append(
                say.plural(
                    "{n} character that cannot be stored was left out.",
                    "{n} characters that cannot be stored were left out.",
                    kept.dropped,
                )
            )
        tell(self.widget, "\n".join(sentences), "waiting" if some_wait or kept.dropped else "good")
        return say("Saved {time}", time=time)

    def refused(self, refused: Refused) -> None:
        """Says why it was not saved."""
        begun = self._say("Not saved: {reason}", reason="").strip()
        # Many refusals of the store begin that way themselves.
        told = refused.message.startswith(begun)
        tell(self.widget, refused.message if told else f"{begun} {refused.message}", "wrong")

    def waits(self) -> None:
        """Says that something has to be put right first."""
        tell(self.widget, self._say("Not saved yet: something is marked that needs another look."), "waiting")

    def blank(self) -> None:
        tell(self.widget, "", "good")


def _clock(at: datetime) -> str:
    local = at.astimezone() if at.tzinfo else at
    return f"{local:%H:%M:%S}"


def dropped_from(typed: object) -> int:
    """How many characters of the texts in an answer cannot be stored; the model has left them out without a word."""
    match typed:
        case str():
            return clean(typed).dropped
        case list() | tuple():
            return sum(dropped_from(one) for one in typed)
        case Mapping():
            return sum(dropped_from(one) for one in typed.values())
    return 0

"""How often somebody may be wrong before they have to wait.

Only failures count, so a room of thirty people behind one address comes in at once. For the same reason a right code
is let in even from an address that has to wait: one joker must not lock the others out. What keeps guessers out is the
length of what they would have to guess; the limit keeps the noise down.
"""

from collections import deque
from collections.abc import Callable
from math import ceil

from workshoplib.errors import N_, WorkshopError

WINDOW = 60.0
"""Seconds in which failures are counted."""

PER_ADDRESS = 10
IN_ALL = 100

JOINING = 300
"""People who may join in that time: every one of them is kept in the workshop's file."""


class TooManyTries(WorkshopError):
    """Somebody was wrong too often in a short time."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            N_("That was wrong too often. Wait {seconds} seconds, look at the code on the wall, and try again."),
            seconds=seconds,
        )
        self.seconds = seconds


class TooManyAtOnce(WorkshopError):
    """More people come in than there can be in a room: somebody is playing with the code."""

    def __init__(self, seconds: int) -> None:
        super().__init__(N_("Very many are joining at this moment. Try again in {seconds} seconds."), seconds=seconds)
        self.seconds = seconds


class WrongCode(WorkshopError):
    """What was typed is not the room's code."""

    def __init__(self) -> None:
        super().__init__(N_("That is not the code of this workshop. Look at the wall and type it once more."))


class Counter:
    """What happened in the last minute, by address and in all. Each kind of secret has a counter of its own."""

    def __init__(
        self,
        clock: Callable[[], float],
        per_address: int = PER_ADDRESS,
        in_all: int = IN_ALL,
        error: Callable[[int], WorkshopError] = TooManyTries,
    ) -> None:
        self._clock = clock
        self._error = error
        self._per_address = per_address
        self._in_all = in_all
        self._at: deque[tuple[float, str]] = deque()

    def count(self, address: str) -> None:
        """Counts once; the counter's error, and not counted, where the limit is reached."""
        now = self._clock()
        while self._at and self._at[0][0] <= now - WINDOW:
            self._at.popleft()
        own = [at for at, whose in self._at if whose == address]
        for times, limit in ((own, self._per_address), ([at for at, _ in self._at], self._in_all)):
            if len(times) >= limit:
                raise self._error(max(1, ceil(times[0] + WINDOW - now)))
        self._at.append((now, address))


class Limits:
    """One counter for each kind of secret, so that being right or wrong about one says nothing about another."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.codes = Counter(clock)
        self.links = Counter(clock)
        self.facilitator = Counter(clock)
        self.joining = Counter(clock, JOINING, JOINING, TooManyAtOnce)

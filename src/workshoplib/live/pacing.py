"""How fast one connection may ask, and how soon one page is heard."""

from dataclasses import dataclass

_A_SECOND = 20.0
_AT_ONCE = 60.0


@dataclass
class Pace:
    """A bucket of requests that fills up again by the second: far more than a person types, less than a flood."""

    _left: float = _AT_ONCE
    _at: float | None = None

    def allows(self, now: float) -> bool:
        """Whether one more request may come at ``now``, in seconds of any clock that does not go back."""
        passed = now - (now if self._at is None else self._at)
        self._left = min(_AT_ONCE, self._left + passed * _A_SECOND)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


@dataclass
class Turns:
    """The pace of somebody who is made to wait instead of refused: so many at once, then so many a second."""

    at_once: float
    a_second: float
    _ahead: float = 0.0
    _at: float = 0.0

    def wait(self, now: float) -> float:
        """The seconds until what comes ``now`` is heard, which counts as heard from then on."""
        self._ahead = max(0.0, self._ahead - (now - self._at) * self.a_second) + 1
        self._at = now
        return max(0.0, (self._ahead - self.at_once) / self.a_second)

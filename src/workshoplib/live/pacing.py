"""How fast one connection may ask, and how soon one page is heard."""

from dataclasses import dataclass


@dataclass
class Pace:
    """A bucket of requests that empties by the second: so many at once, then so many a second.

    What comes faster is refused, or waits for its turn. As it stands here it is far more than a person types, and less
    than a flood.
    """

    at_once: float = 60.0
    a_second: float = 20.0
    _ahead: float = 0.0
    _at: float = 0.0

    def allows(self, now: float) -> bool:
        """Whether one more request may come at ``now``, in seconds of any clock that does not go back."""
        self._empty(now)
        if self._ahead + 1 > self.at_once:
            return False
        self._ahead += 1
        return True

    def wait(self, now: float) -> float:
        """The seconds until what comes ``now`` is heard, which counts as heard from then on."""
        self._empty(now)
        self._ahead += 1
        return max(0.0, (self._ahead - self.at_once) / self.a_second)

    def _empty(self, now: float) -> None:
        self._ahead = max(0.0, self._ahead - (now - self._at) * self.a_second)
        self._at = now

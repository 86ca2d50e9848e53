"""How fast one connection may ask."""

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

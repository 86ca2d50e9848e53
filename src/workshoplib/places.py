"""Where the kit's own notebooks, data and settings lie: in the wheel beside the package, in a checkout at its root."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def notebooks() -> Path:
    """The folder of the step notebooks."""
    return _shipped("notebooks")


def data() -> Path:
    """The folder of the sourced facts and the sample strategies."""
    return _shipped("data")


def _shipped(name: str) -> Path:
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _CHECKOUT / name

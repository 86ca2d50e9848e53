"""Digits: as many of an estimate as anybody can know."""


def two_digits(value: float) -> float:
    """The value to two significant digits: 8.1, 230, 17000, 0.54."""
    return float(f"{value:.2g}")

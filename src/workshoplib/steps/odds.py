"""Odds in words: a simulated chance, to the digits that it has."""

from workshoplib.steps.view import View


def odds(probability: float, view: View) -> str:
    """A chance (0 to 1) in whole percent; what hardly ever, or nearly always, happened is not called certain."""
    say, percent = view.say, 100 * probability
    if percent < 1:
        return say("less than {percent}", percent=say.percent(1, 0))
    return say("more than {percent}", percent=say.percent(99, 0)) if percent > 99 else say.percent(percent, 0)

"""What the page says by itself, when no kernel can: the script in the template is given these sentences."""

from collections.abc import Mapping

from workshoplib.words import Words

NAMES = {"nb": "Norsk", "sv": "Svenska", "da": "Dansk", "en": "English"}
"""Each language by its own name."""


def sentences(say: Words) -> Mapping[str, str]:
    """The sentences of the script, by the names it knows them by; it fills in the places itself."""
    return {
        "starting": say("One moment …"),
        "slow": say("This takes longer than usual. The page goes on by itself as soon as it can."),
        "connected": say("Connected"),
        "saving": say("Saving …"),
        "saved": say("Saved {time}", time="{time}"),
        "not_saved": say("Not saved"),
        "look_again": say("Something is marked that needs another look before it can be saved."),
        "cut": say("The workshop does not answer. What you typed stays here, and is saved as soon as it is back."),
        "offline": say(
            "There is no connection to the workshop. Check your Wi-Fi and leave this page open: "
            "what you typed stays here, and is saved as soon as the connection is back."
        ),
        "gone": say("This page has lost its place. It loads again in a moment, and what you typed comes back."),
        "out": say(
            "This page is not let in any more, and nothing is saved from here on. What you typed is still here: "
            "copy what you need. To go on, open your link again, or join with the code on the wall."
        ),
        "load": say("Load the page again"),
        "stuck": say("This page has lost its place. What you typed is kept on this device: load the page again."),
        "time_left": say("Time left"),
        "time_up": say("Time is up"),
        "step_of": say("Step {place} of {steps}", place="{place}", steps="{steps}"),
        "left_title": say("Typed here, but not saved"),
        "left_help": say("This was not saved before the group moved on. Copy it if you still need it."),
        "changed_help": say("The answer was changed elsewhere meanwhile, so your text was not put in its place."),
        "put_back": say("Put my text back"),
        "let_go": say("Let it go"),
    }

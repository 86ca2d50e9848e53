"""The live workshop's own pages: joining, waiting, the wall, and what went wrong. The one place of HTML in here."""

import base64
import hashlib
import io
import re
from enum import Enum, auto
from html import escape
from importlib.resources import files

import segno

from workshoplib.errors import WorkshopError
from workshoplib.live.sentences import NAMES
from workshoplib.words import LANGUAGES, Words, words

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SPOKEN = {"no": "nb", "nn": "nb"}
_CSS = files("workshoplib.live").joinpath("pages.css").read_text(encoding="utf-8")
_JS = files("workshoplib.live").joinpath("pages.js").read_text(encoding="utf-8")


def _fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


POLICY = "; ".join(
    (
        "default-src 'none'",
        f"style-src {_fingerprint(_CSS)}",
        f"script-src {_fingerprint(_JS)}",
        "img-src data:",
        "connect-src 'self'",
        "form-action 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""What these pages may do: run their one script, ask this server, and nothing else."""


def page_policy(page: str) -> str:
    """What a participant's page may do: run the server's scripts and those that were written into it, and nothing else.

    The page is made before anybody has typed a word, so what is in it is ours. Jupyter's scripts write styles.
    """
    scripts = sorted({_fingerprint(script) for script in _INLINE.findall(page)})
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *scripts)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def language_asked_for(accepted: str) -> str:
    """The first of the kit's languages that a browser's ``Accept-Language`` names, by its weights; "" for none."""
    wanted: list[tuple[float, str]] = []
    for part in accepted.split(","):
        name, _, weight = part.strip().partition(";q=")
        code = name.strip().lower().split("-")[0]
        code = _SPOKEN.get(code, code)
        if code in LANGUAGES:
            wanted.append((-_weight(weight), code))
    return min(wanted, key=lambda one: one[0])[1] if wanted else ""


class Way(Enum):
    """How it goes on from a page that says why something did not work."""

    NONE = auto()
    JOIN = auto()
    AGAIN = auto()


def join(
    language: str, title: str, *, invited: bool, error: WorkshopError | None, typed: tuple[str, str], wrong: str = ""
) -> str:
    """The page where people come in; what was typed before a failure stands in its fields again.

    ``wrong`` names the field that the error is about, ``code`` or ``name``; there it is said, and there one goes on.
    """
    say = words(language)
    code, name = typed
    choices = "".join(_choice(one, language) for one in NAMES)
    problem = _problem(say, error) if error else ""
    room_code = "" if invited else _code_field(say, code, problem if wrong == "code" else "")
    elsewhere = problem if wrong not in {"code", "name"} else ""
    return _page(
        say,
        say("Join {workshop}", workshop=title),
        f'<nav aria-label="{escape(say("Language"))}"><ul>{choices}</ul></nav>'
        f"<h1>{escape(title)}</h1>{elsewhere}"
        f'<div class="note"><h2>{escape(say("What is kept"))}</h2><p>{escape(_privacy(say))}</p></div>'
        f'<form method="post" action="/join"><input type="hidden" name="language" value="{escape(language)}">'
        f"{room_code}{_name_field(say, name, problem if wrong == 'name' else '')}"
        f'<button type="submit">{escape(say("Join"))}</button></form>',
    )


def welcome(say: Words, title: str, name: str, link: str) -> str:
    """The page that shows a person the link to keep."""
    return _page(
        say,
        say("Join {workshop}", workshop=title),
        f"<h1>{escape(say('Welcome, {name}', name=name))}</h1>"
        f'<p><label for="link">{escape(say("Your own link"))}</label>'
        f'<input id="link" readonly value="{escape(link)}" aria-describedby="link-help"></p>'
        f'<p class="soft" id="link-help">{escape(_keep(say))}</p>'
        f'<button class="second" type="button" hidden data-copy="link" data-told="copied" '
        f'data-done="{escape(say("Copied"))}">{escape(say("Copy the link"))}</button>'
        f'<p id="copied" role="status"></p>'
        f'<a class="deed" href="/">{escape(say("Go to the workshop"))}</a>'
        f'<form method="post" action="/leave"><button class="second">{escape(say("This is not me"))}</button></form>',
    )


def waiting(say: Words, title: str, place: int) -> str:
    """The page for somebody whose seat is not ready; it goes on by itself."""
    return _page(
        say,
        title,
        f"<h1>{escape(title)}</h1>"
        f'<p role="status" data-from="/seat" data-every="1500">{escape(place_told(say, place))}</p>'
        f'<p class="soft">{escape(say("This page goes on by itself."))}</p>'
        f'<p><a class="deed" href="/">{escape(say("Try now"))}</a></p>',
    )


def place_told(say: Words, place: int) -> str:
    """Where somebody stands who waits."""
    if place == 0:
        return say("Your page is being made ready. That takes a few seconds.")
    return say.plural(
        "The workshop is full at the moment. You are next.",
        "The workshop is full at the moment. You are number {n} in the queue.",
        place,
    )


def projector(say: Words, title: str, address: str, code: str, here: int) -> str:
    """The page for the wall: address, code and QR code, and how many are in."""
    return _page(
        say,
        title,
        f"<h1>{escape(title)}</h1>"
        f'<div class="wall-how">{_qr(say, invitation(address, code))}'
        f"<div><p>{escape(say('Scan the square, or open'))}</p><p><strong>{escape(address)}</strong></p>"
        f'<p>{escape(say("and type this code"))}</p><p class="wall-code">{escape(code)}</p></div></div>'
        f'<p class="wall-here" role="status" data-from="/projector/here" data-every="2000">'
        f"{escape(here_told(say, here))}</p>",
        kind="wall",
    )


def here_told(say: Words, here: int) -> str:
    """How many are in."""
    return say.plural("{n} person is in", "{n} people are in", here) if here else say("Nobody is in yet")


def problem(say: Words, title: str, error: WorkshopError, way: Way) -> str:
    """The page that says why something did not work, and what to do."""
    ways = {Way.JOIN: _way("/join", say("Join with the code")), Way.AGAIN: _way("/", say("Go to the workshop"))}
    told = f'<p class="note" role="alert">{escape(say.error(error))}</p>'
    return _page(say, title, f"<h1>{escape(title)}</h1>{told}{ways.get(way, '')}")


def _way(to: str, name: str) -> str:
    return f'<p><a class="deed" href="{to}">{escape(name)}</a></p>'


def invitation(address: str, code: str) -> str:
    """The address that the QR code holds."""
    return f"{address}/join?code={code}"


def terminal_qr(text: str) -> str:
    """A QR code in the characters of a terminal."""
    drawn = io.StringIO()
    segno.make(text, error="l", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()


def _qr(say: Words, text: str) -> str:
    drawn: str = segno.make(text, error="m", micro=False).svg_inline(scale=8, border=2, omitsize=True)
    name = escape(say("QR code for joining"))
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{name}" ', 1)


def _privacy(say: Words) -> str:
    return say(
        "Your name and what you type are kept in the workshop’s file on the facilitator’s computer, and nowhere else. "
        "An alias is fine. Others in the room see what you propose when the facilitator reveals it. One cookie keeps "
        "you signed in. The facilitator can give you a copy of what is kept about you, or erase it."
    )


def _keep(say: Words) -> str:
    return say(
        "Keep it for yourself. It brings you back to your answers, also on another device; whoever has it is you."
    )


def _choice(code: str, current: str) -> str:
    marked = ' aria-current="true"' if code == current else ""
    return f'<li><a href="/join?language={code}" lang="{code}" hreflang="{code}"{marked}>{NAMES[code]}</a></li>'


def _problem(say: Words, error: WorkshopError) -> str:
    return f'<p class="wrong" role="alert" id="problem">{escape(say.error(error))}</p>'


def _code_field(say: Words, typed: str, problem: str) -> str:
    return (
        f'<label for="code">{escape(say("The code on the wall"))}'
        f'<span class="help">{escape(say("Eight letters and digits"))}</span></label>{problem}'
        f'<input class="code" id="code" name="code" value="{escape(typed)}" required maxlength="20" '
        f'autocomplete="off" autocapitalize="characters" spellcheck="false"{_marked(problem)}>'
    )


def _name_field(say: Words, typed: str, problem: str) -> str:
    return (
        f'<label for="name">{escape(say("Your name or an alias"))}'
        f'<span class="help">{escape(say("As the others may read it"))}</span></label>{problem}'
        f'<input id="name" name="name" value="{escape(typed)}" required maxlength="80" autocomplete="nickname"'
        f"{_marked(problem)}>"
    )


def _marked(problem: str) -> str:
    """What makes a field say that it is wrong, and takes the keyboard there."""
    return ' aria-invalid="true" aria-describedby="problem" autofocus' if problem else ""


def _page(say: Words, title: str, body: str, kind: str = "") -> str:
    name = f' class="{kind}"' if kind else ""
    return (
        f'<!doctype html><html lang="{say.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel="icon" href="data:,"><style>{_CSS}</style></head>'
        f"<body><main{name}>{body}</main><script>{_JS}</script></body></html>"
    )


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0

"""The command that makes a workshop live: checks what is needed, says where people can come, and ends cleanly."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from workshoplib.errors import N_, WorkshopError
from workshoplib.live import addresses
from workshoplib.words import Words, words
from workshoplib.workshops import open_workshop

if TYPE_CHECKING:
    from workshoplib.live.server import LiveServer

_NEEDED = ("voila", "itsdangerous", "segno", "ipywidgets")
_SECONDS_TO_HAND_OVER = 0.0005


class NotInstalled(WorkshopError):
    """What a live workshop needs is an extra."""


class NotAStore(WorkshopError):
    """What was named is a strategy in a document, which nobody can write to together."""


def run(
    where: str,
    tell: Callable[[str], None],
    *,
    ip: str,
    port: int,
    public: str,
    name: str,
    seats: int,
    say: Words,
    new_code: bool = False,
) -> None:
    """Serves a workshop until Ctrl-C, saying in the workshop's language where people find it."""
    if any(find_spec(needed) is None for needed in _NEEDED):
        raise NotInstalled(N_("A live workshop needs a few more packages: pip install 'workshoplib[live]'"))
    from workshoplib.live.server import LiveServer, Settings

    found = open_workshop(where)
    try:
        if found.store is None:
            raise NotAStore(
                N_("{file} is a strategy on its own. Put it into a workshop first, with “workshop import”."), file=where
            )
        organisation = found.strategy().organisation
        say = words(organisation.language.value) if organisation.language else say
        title = name or organisation.name or found.name
        server = LiveServer(found.store, Settings(title, say.language, ip, port, public, seats, new_code))
        _be_prompt()
        with suppress(KeyboardInterrupt):
            asyncio.run(_served(server, lambda live: tell(introduction(live, title, ip, say))))
        tell(say("The workshop is no longer live. Everything that was saved is in {file}.", file=found.store.where))
    finally:
        found.close()


def _be_prompt() -> None:
    """Sets this process up for many short answers. The store's thread hands over ten times sooner than Python's usual
    5 ms, which the event loop would wait several times a save; and the garbage collector leaves out the modules, which
    stay: to go through them takes 0.1 s, in which nobody is answered."""
    sys.setswitchinterval(_SECONDS_TO_HAND_OVER)
    gc.collect()
    gc.freeze()


def introduction(live: "LiveServer", title: str, ip: str, say: Words) -> str:
    """What the terminal shows: addresses, code, and the code to scan."""
    from workshoplib.live import pages
    from workshoplib.live.codes import shown

    code = shown(live.code)
    lines = [
        say("{workshop} is live.", workshop=title),
        "",
        say("Participants open {address} and type the code {code}", address=live.address, code=code),
        say("For the wall, only for you: {address}", address=live.projector),
        "",
        pages.terminal_qr(pages.invitation(live.address, live.code)),
    ]
    if addresses.is_loopback(ip):
        lines += [say("Only this computer can reach it. For phones in the room, add --ip 0.0.0.0"), ""]
    elif not live.address.startswith("https:"):
        lines += [
            say(
                "Everybody on this network can reach it, with the code or a personal link. Nothing is encrypted: "
                "whoever listens on the Wi-Fi can read what is typed, and the links too. Use a network of your own."
            ),
            "",
        ]
    return "\n".join([*lines, say("Stop with Ctrl-C.")])


async def _served(server: "LiveServer", told: Callable[["LiveServer"], None]) -> None:
    """Serves until a signal asks for the end; another one changes nothing, for everything is being ended already."""
    asked = asyncio.Event()
    if sys.platform != "win32":
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, asked.set)
    serving, asking = asyncio.create_task(server.serve(told)), asyncio.create_task(asked.wait())
    try:
        await asyncio.wait({serving, asking}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        serving.cancel()
        asking.cancel()
        with suppress(asyncio.CancelledError):
            await serving

"""What every request goes through, whatever it asks for: where it comes from, who asks, and what the answer may do."""

import logging
from enum import Enum, auto
from typing import Any, ClassVar
from urllib.parse import urlsplit

from jupyter_server.auth.identity import User
from jupyter_server.base.handlers import JupyterHandler
from tornado.httputil import split_host_and_port
from tornado.web import Finish, HTTPError

from workshoplib.errors import N_, WorkshopError
from workshoplib.live import pages
from workshoplib.live.door import Door
from workshoplib.live.identity import Identity
from workshoplib.live.limits import Limits, TooManyAtOnce, TooManyTries
from workshoplib.store import Ended, Nameless, Revoked
from workshoplib.words import Words, words

log = logging.getLogger(__name__)

SAFE = {"GET", "HEAD"}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

CLOSED = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""What an answer may do that is no page: nothing."""


class Who(Enum):
    """For whom a route is."""

    ANYBODY = auto()
    PARTICIPANT = auto()
    FACILITATOR = auto()


class NotThere(WorkshopError):
    """An address that leads nowhere."""

    def __init__(self) -> None:
        super().__init__(N_("There is nothing at this address. Go to the start page of the workshop."))


class NotAllowed(WorkshopError):
    """A request that no page of ours makes, or one for things of somebody else's."""

    def __init__(self) -> None:
        super().__init__(N_("This is not possible. Open the workshop’s page again."))


class Broken(WorkshopError):
    """Our fault."""

    def __init__(self) -> None:
        super().__init__(N_("Something went wrong here. Load the page again; what was saved is still there."))


_STATUS: dict[type[WorkshopError], int] = {
    Ended: 410,
    TooManyTries: 429,
    TooManyAtOnce: 429,
    NotThere: 404,
    Nameless: 422,
}


_WAYS: dict[type[WorkshopError], pages.Way] = {
    Ended: pages.Way.NONE,
    Revoked: pages.Way.AGAIN,
    TooManyTries: pages.Way.NONE,
    NotThere: pages.Way.AGAIN,
    NotAllowed: pages.Way.AGAIN,
    Broken: pages.Way.AGAIN,
}


def status_of(error: WorkshopError) -> int:
    """The HTTP status that says the same as an error's sentence; 403 where it says no more than no."""
    return _STATUS.get(type(error), 403)


class Gate(JupyterHandler):
    """The first base of every handler of the live workshop.

    It takes the place of Jupyter's own ``prepare``, which lets tokens in addresses skip the check of the origin and
    sends whoever is not signed in to a page of Jupyter's.
    """

    who: ClassVar[Who] = Who.PARTICIPANT
    policy: ClassVar[str] = CLOSED

    def set_default_headers(self) -> None:
        for name, value in HEADERS.items():
            self.set_header(name, value)
        self.set_header("Content-Security-Policy", self.policy)
        self.clear_header("Server")

    async def prepare(self) -> None:  # type: ignore[override]
        """Lets a request through, or raises; whoever is let through is ``current_user``."""
        self.current_user = self._jupyter_current_user = None
        if self.host() not in self.settings["hosts"]:
            raise HTTPError(421)
        if self._must_come_from_here() and not self.comes_from_here():
            raise HTTPError(403)
        self.current_user = self._jupyter_current_user = self._asking()

    def host(self) -> str:
        """The name or number of the machine as the browser knows it, in lower case."""
        name, _ = split_host_and_port(self.request.host.lower())
        return str(name).strip("[]").rstrip(".")

    def comes_from_here(self) -> bool:
        """Whether a page of this server sent the request. Browsers say so with everything but plain visits."""
        origin = urlsplit(self.request.headers.get("Origin", "").lower())
        return origin.scheme in {"http", "https"} and origin.netloc == self.request.host.lower()

    @property
    def identity(self) -> Identity:
        """Who is who."""
        identity: Identity = self.settings["identity_provider"]
        return identity

    @property
    def door(self) -> Door:
        """Who may come in."""
        door: Door = self.settings["door"]
        return door

    @property
    def limits(self) -> Limits:
        """Who was wrong too often."""
        limits: Limits = self.settings["limits"]
        return limits

    @property
    def address(self) -> str:
        """The network address that the request came from."""
        return str(self.request.remote_ip)

    @property
    def say(self) -> Words:
        """The words of whoever asks: as they chose, else as their browser says, else the workshop's."""
        try:
            chosen = self.identity.passed(self).language
        except WorkshopError:
            chosen = ""
        return words(chosen or self.preferred_language())

    def preferred_language(self) -> str:
        """The kit's language that the browser asks for first; the workshop's where it asks for none of them."""
        asked = self.request.headers.get("Accept-Language", "")[:500]
        return pages.language_asked_for(asked) or str(self.settings["language"])

    def check_xsrf_cookie(self) -> None:
        """Does nothing: the origin is checked, and the cookies do not come along from elsewhere."""

    def refuse(self, error: WorkshopError) -> None:
        """Answers with a page that says why not."""
        self.set_status(status_of(error))
        if isinstance(error, TooManyTries):
            self.set_header("Retry-After", str(error.seconds))
        self.show(self._problem(error))

    def _problem(self, error: WorkshopError) -> str:
        return pages.problem(self.say, str(self.settings["title"]), error, _WAYS.get(type(error), pages.Way.JOIN))

    def show(self, page: str) -> None:
        """Answers with one of our own pages."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", pages.POLICY)
        self.finish(page)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Every other failure, in words and without a trace of how it came about."""
        error = {404: NotThere, 500: Broken}.get(status_code, NotAllowed)()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Security-Policy", pages.POLICY)
        self.finish(self._problem(error))

    def log_exception(self, kind: Any, value: Any, trace: Any) -> None:
        """Logs what went wrong, but nothing of the request: its address and headers may hold secrets."""
        if not isinstance(value, HTTPError | Finish):
            log.error("%s failed", self._request_summary(), exc_info=(kind, value, trace))

    def _request_summary(self) -> str:
        return f"{self.request.method} {self.request.path}"

    def _must_come_from_here(self) -> bool:
        return self.request.method not in SAFE or self.request.headers.get("Upgrade", "").lower() == "websocket"

    def _asking(self) -> User | None:
        match self.who:
            case Who.ANYBODY:
                return None
            case Who.FACILITATOR:
                return self._checked(self._facilitator())
            case Who.PARTICIPANT:
                return self._checked(self.identity.get_user(self))

    def _facilitator(self) -> User | None:
        try:
            return self.identity.facilitator(self)
        except WorkshopError:
            return None

    def _checked(self, user: User | None) -> User:
        if user is None:
            raise HTTPError(403)
        return user

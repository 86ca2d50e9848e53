"""The pages by which people come in, wait and leave, and the one for the wall."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from workshoplib.errors import WorkshopError
from workshoplib.live import pages
from workshoplib.live.codes import NotALink, shown
from workshoplib.live.gate import Gate, Who, status_of
from workshoplib.live.limits import Counter, WrongCode
from workshoplib.live.seats import Seated, Seats
from workshoplib.store import Nameless
from workshoplib.words import LANGUAGES, Words, words

PATIENCE = 4.0
"""Seconds that a visit waits for its seat before it is told to wait in words."""


_FIELDS: dict[type, str] = {WrongCode: "code", Nameless: "name"}
"""The field of the joining page that an error is about."""


class Page(Gate):
    """The participant's page. With ``?t=`` a link is exchanged for a cookie first, so that no address keeps it."""

    who: ClassVar[Who] = Who.ANYBODY

    async def get(self) -> None:
        if token := self.get_query_argument("t", ""):
            self._sign_in(token)
            return
        try:
            passed = self.identity.passed(self)
            person = self.door.admit(passed.person)
        except NotALink:
            self.redirect("/join")
            return
        except WorkshopError as error:
            self.refuse(error)
            return
        language = self.settings["roster"].language(person.id, otherwise=passed.language)
        if language != passed.language:  # chosen on the page since; the cookie outlives this server
            self.identity.welcome(self, person.id, language)
        seats: Seats = self.settings["seats"]
        found = await seats.soon(person.id, PATIENCE)
        if isinstance(found, Seated):
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.set_header("Content-Security-Policy", pages.page_policy(found.page))
            self.finish(found.page)
        else:
            self.show(pages.waiting(self.say, self.settings["title"], found.place))

    def _sign_in(self, token: str) -> None:
        try:
            read = self.identity.links.person(token)
            self.door.admit(read.person)
        except WorkshopError as error:
            self.refuse(_counted(error, self.limits.links, self.address))
        else:
            self.identity.welcome(self, read.person, read.language)
            self.redirect("/")


class Seat(Gate):
    """Whether the participant's page is ready: what the waiting page asks."""

    async def get(self) -> None:
        seats: Seats = self.settings["seats"]
        found = seats.seat(self.current_user.username)
        if isinstance(found, Seated):
            self.finish({"ready": True})
        else:
            self.finish({"ready": False, "told": pages.place_told(self.say, found.place)})


class Join(Gate):
    """Where people without a link come in: the room's code, a name, a language."""

    who: ClassVar[Who] = Who.ANYBODY

    def get(self) -> None:
        try:
            self.door.open()
        except WorkshopError as error:
            self.refuse(error)
            return
        if code := self.get_query_argument("code", ""):
            self._invite(code)
            return
        self._ask()

    async def post(self) -> None:
        try:
            if not self.identity.is_invited(self):
                self._check(self.get_body_argument("code", ""))
            self.limits.joining.count(self.address)
            person = await asyncio.to_thread(self.door.joined, self.get_body_argument("name", "")[:1000])
        except WorkshopError as error:
            self.set_status(status_of(error))
            if seconds := getattr(error, "seconds", 0):
                self.set_header("Retry-After", str(seconds))
            self._ask(error)
            return
        self.identity.welcome(self, person.id, self._language())
        self.redirect("/welcome", status=303)

    def _invite(self, code: str) -> None:
        """A scanned code goes from the address into a cookie at once."""
        try:
            self._check(code)
        except WorkshopError as error:
            self.refuse(error)
        else:
            self.identity.invite(self)
            self.redirect("/join")

    def _check(self, code: str) -> None:
        if not self.identity.links.is_code(code):
            raise _counted(WrongCode(), self.limits.codes, self.address)

    def _ask(self, error: WorkshopError | None = None) -> None:
        self.show(
            pages.join(
                self._language(),
                self.settings["title"],
                invited=self.identity.is_invited(self),
                error=error,
                typed=(self.get_body_argument("code", "")[:40], self.get_body_argument("name", "")[:200]),
                wrong=_FIELDS.get(type(error), ""),
            )
        )

    def _language(self) -> str:
        chosen = self.get_argument("language", "")
        return chosen if chosen in LANGUAGES else self.preferred_language()


class Welcome(Gate):
    """Shows a participant the link to keep. It stands on the page and never in its address."""

    def get(self) -> None:
        passed = self.identity.passed(self)
        token = self.identity.links.for_person(passed.person, passed.language)
        here = self.settings["public"] or f"{self.request.protocol}://{self.request.host}"
        link = f"{here}/?t={token}"
        self.show(pages.welcome(self.say, self.settings["title"], self.current_user.name, link))


class Leave(Gate):
    """Signs a participant out on this device."""

    def post(self) -> None:
        self.identity.forget(self)
        self.redirect("/join", status=303)


class Projector(Gate):
    """The big page for the wall: how to come in, and how many have."""

    who: ClassVar[Who] = Who.ANYBODY

    def get(self) -> None:
        if token := self.get_query_argument("t", ""):
            self._sign_in(token)
            return
        try:
            self.identity.facilitator(self)
            self.door.open()
        except WorkshopError as error:
            self.refuse(error)
            return
        code = self.identity.links.code()
        address = self.settings["address"]
        self.show(pages.projector(self.say_to_the_room, self.settings["title"], address, shown(code), self._here()))

    def _sign_in(self, token: str) -> None:
        try:
            self.identity.links.check_facilitator(token)
            self.door.open()
        except WorkshopError as error:
            self.refuse(_counted(error, self.limits.facilitator, self.address))
        else:
            self.identity.welcome_facilitator(self)
            self.redirect("/projector")

    @property
    def say_to_the_room(self) -> Words:
        """The workshop's language: the wall is read by everybody."""
        return words(self.settings["language"])

    def _here(self) -> int:
        here: Callable[[], int] = self.settings["here"]
        return here()


class Here(Gate):
    """How many are in, for the projector."""

    who: ClassVar[Who] = Who.FACILITATOR

    def get(self) -> None:
        say = words(self.settings["language"])
        self.finish({"told": pages.here_told(say, self.settings["here"]())})


def _counted(error: WorkshopError, failures: Counter, address: str) -> WorkshopError:
    """The failure itself, or that there were too many. A link that is only old is nobody's guess."""
    if isinstance(error, NotALink | WrongCode):
        try:
            failures.count(address)
        except WorkshopError as too_many:
            return too_many
    return error

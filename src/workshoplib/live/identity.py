"""Who asks: the cookies behind links, as Jupyter's server wants to hear it, and which kernel is whose."""

from typing import Any

from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import RequestHandler
from traitlets import Instance, Unicode

from workshoplib.errors import WorkshopError
from workshoplib.live.codes import LIFETIME, Links, Pass
from workshoplib.live.door import Door
from workshoplib.live.kernels import LiveKernels
from workshoplib.store import FACILITATOR


class Identity(IdentityProvider):
    """A person is known by the cookie that their link was exchanged for, and by nothing else.

    No token in an address or header signs anybody in, so nothing skips the check of where a request comes from.
    """

    links = Instance(Links)
    door = Instance(Door)
    token = Unicode("")

    def get_user(self, handler: RequestHandler) -> User | None:
        """The participant who asks; None without a cookie that is good now."""
        try:
            person = self.door.admit(self.passed(handler).person)
        except WorkshopError:
            return None
        return User(person.id, person.name)

    def passed(self, handler: RequestHandler) -> Pass:
        """What the participant's cookie says; NotALink or LinkExpired without a good one."""
        return self.links.person(handler.get_cookie(self.person_cookie) or "")

    def facilitator(self, handler: RequestHandler) -> User:
        """The facilitator; NotALink, LinkExpired or Ended for anybody else."""
        self.links.check_facilitator(handler.get_cookie(self.facilitator_cookie) or "")
        return User(FACILITATOR)

    def welcome(self, handler: RequestHandler, person: str, language: str) -> None:
        """Signs a person in on this device."""
        self._remember(handler, self.person_cookie, self.links.for_person(person, language))

    def welcome_facilitator(self, handler: RequestHandler) -> None:
        """Signs the facilitator in on this device."""
        self._remember(handler, self.facilitator_cookie, self.links.for_facilitator())

    def invite(self, handler: RequestHandler) -> None:
        """Remembers for a while that this device showed the right code."""
        self._remember(handler, self.invitation_cookie, self.links.invitation())

    def is_invited(self, handler: RequestHandler) -> bool:
        """Whether this device showed the right code a short while ago."""
        return self.links.is_invited(handler.get_cookie(self.invitation_cookie) or "")

    def forget(self, handler: RequestHandler) -> None:
        """Signs the participant out on this device."""
        for name in (self.person_cookie, self.invitation_cookie):
            handler.clear_cookie(name)

    # Cookies know no ports: two workshops on one machine, and JupyterLab, must not overwrite each other's.

    @property
    def person_cookie(self) -> str:
        """The name of the cookie that a participant is known by."""
        return f"workshop-{self.links.mark}"

    @property
    def facilitator_cookie(self) -> str:
        """The name of the facilitator's cookie, so that they can be a participant in the same browser."""
        return f"workshop-{self.links.mark}-facilitator"

    @property
    def invitation_cookie(self) -> str:
        """The name of the cookie of a device that showed the right code."""
        return f"workshop-{self.links.mark}-invitation"

    def is_token_authenticated(self, _: RequestHandler) -> bool:
        return False

    def _remember(self, handler: RequestHandler, name: str, value: str) -> None:
        handler.set_cookie(
            name,
            value,
            httponly=True,
            # "Strict" would lose the cookie on the way from a link in a mail to the page itself.
            samesite="Lax",
            # Behind a proxy that adds TLS, only the public address tells.
            secure=(handler.settings["public"] or handler.request.protocol).startswith("https"),
            max_age=int(LIFETIME.total_seconds()),
        )


class OwnersOnly(Authorizer):
    """A kernel's owner may do with it what participants' pages do; nobody else may do anything."""

    def is_authorized(self, handler: Any, user: User, _: str, resource: str) -> bool:
        kernels: LiveKernels = handler.settings["kernel_manager"]
        kernel_id = handler.path_kwargs.get("kernel_id", "")
        return resource == "kernels" and kernels.person_of(kernel_id) == user.username

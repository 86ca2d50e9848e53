"""Who sits at which kernel and reads which language: what the desk asks the server about."""

from workshoplib.live.door import Door
from workshoplib.live.kernels import LiveKernels
from workshoplib.live.wire import Guest


class Roster:
    """The desk's view of the kernels and their people."""

    def __init__(self, door: Door, kernels: LiveKernels, language: str) -> None:
        self._door = door
        self._kernels = kernels
        self._language = language
        self._languages: dict[str, str] = {}

    def key(self, kernel: str) -> bytes | None:
        """The key in the kernel's connection file; None for a kernel that is not the server's."""
        return self._kernels.session_key_of(kernel)

    def guest(self, kernel: str) -> Guest | None:
        """Whose kernel it is; None for one that is nobody's, or whose person has been erased."""
        person = self._door.person(self._kernels.person_of(kernel) or "")
        return Guest(person=person.id, name=person.name, language=self.language(person.id)) if person else None

    def speaks(self, person: str, language: str) -> None:
        """Remembers the language that somebody chose on their page."""
        self._languages[person] = language

    def language(self, person: str, otherwise: str = "") -> str:
        """The language of a person: as chosen, else as given, else the workshop's."""
        if otherwise:
            self._languages.setdefault(person, otherwise)
        return self._languages.get(person, self._language)

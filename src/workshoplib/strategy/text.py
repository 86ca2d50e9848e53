"""Text as people paste it, made safe for every place that it will be written to."""

import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 20_000
"""Characters in one answer; a cell in Excel holds 32,767."""

_KEPT_CONTROLS = {"\n", "\t"}
_NONCHARACTERS = {"\ufffe", "\uffff"}


@dataclass(frozen=True)
class Cleaned:
    """What is kept of a text, and how many characters had to go."""

    text: str
    dropped: int


def clean(text: str) -> Cleaned:
    """The text in Unicode's composed form with plain line ends, without characters that break a file format.

    Dropped are control characters other than tab and line feed, surrogates and U+FFFE/U+FFFF: one of them in one answer
    stops a whole export (PostgreSQL, XLSX, DOCX, PPTX). A changed line end is not counted as dropped.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = "".join(character for character in plain if _is_kept(character))
    return Cleaned(unicodedata.normalize("NFC", kept), len(plain) - len(kept))


def _is_kept(character: str) -> bool:
    if character in _KEPT_CONTROLS:
        return True
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in _NONCHARACTERS

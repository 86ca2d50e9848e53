"""``python -m workshoplib.words.update``: brings the catalogues in step with what the checkout says.

New messages come in, those that nobody says any more go, translations stay. Run again, it changes nothing.
"""

import sys

from workshoplib.words import LANGUAGES
from workshoplib.words.catalogues import SOURCE_LANGUAGE, load, missing, po, save, source, template_path
from workshoplib.words.extract import messages


def main() -> None:
    """Writes the template and the catalogues, and tells how many translations are missing."""
    found = messages()
    template_path().parent.mkdir(exist_ok=True)
    template_path().write_bytes(po(found))
    for language in LANGUAGES:
        known = source(found) if language == SOURCE_LANGUAGE else load(language)
        save(found, language, known)
        sys.stdout.write(f"{language}: {len(missing(found, known))} of {len(found)} messages are not translated.\n")


if __name__ == "__main__":
    main()

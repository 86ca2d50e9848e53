"""Public holidays of a country: the rim around the ``holidays`` package, which knows each country's law."""

from collections.abc import Iterable
from datetime import date

_OPTIONS = {"SE": {"include_sundays": False}}
"""By Swedish law every Sunday is a holiday; a calendar wants to know of the others."""

_YEARS = range(1900, 2101)
"""Years for which the package knows the law."""

_LANGUAGES = {"nb": "no", "en": "en_US"}
"""The kit's languages that the package calls otherwise."""


def public_holidays(country: str, years: Iterable[int], language: str = "") -> dict[date, str]:
    """The holidays of these years in order of date; none for a country (ISO 3166) that the package does not know.

    Names are in the kit's ``language`` where the package has that for the country, else in the country's own.
    """
    import holidays

    if country not in holidays.list_supported_countries():
        return {}
    of_country = getattr(holidays, country)
    asked = _LANGUAGES.get(language, language)
    # Left to itself the package takes the language of the machine, and the same input gives other words elsewhere.
    known = tuple(year for year in years if year in _YEARS)
    spoken = asked if asked in of_country.supported_languages else of_country.default_language
    return dict(sorted(of_country(years=known, language=spoken, **_OPTIONS.get(country, {})).items()))

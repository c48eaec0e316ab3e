"""Language: words, dates, numbers, and the orders and keys Latvian needs; no Qt.

English stands in the code, catalogues in ``resources/locale``. The language is the signed-in
officer's, so one process speaks one language at a time.
"""

from __future__ import annotations

import gettext
import locale
import os
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache

from openblock.clock import local
from openblock.resources import resource

LANGUAGES = ("lv", "en")
_ALPHABET = "aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"
_LONG = {"ā": "a", "ē": "e", "ī": "i", "ō": "o", "ū": "u"}

# The names of the locale data for both languages, against which a test holds them: reading them
# through a library cost every start a tenth of a second for the weekday in the header.
_MONTHS = {
    "lv": (
        *("janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs"),
        *("jūlijs", "augusts", "septembris", "oktobris", "novembris", "decembris"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_WEEKDAYS = {
    "lv": (
        *("pirmdiena", "otrdiena", "trešdiena", "ceturtdiena"),
        *("piektdiena", "sestdiena", "svētdiena"),
    ),
    "en": (
        *("Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    ),
}

_chosen = ["en"]
_lent: list[gettext.NullTranslations] = []


def set_language(language: str) -> None:
    """Speak ``language`` (``lv`` or ``en``) from now on; ValueError for any other."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _chosen[0] = language


def language() -> str:
    """The language spoken now."""
    return _chosen[0]


def system_language() -> str:
    """Latvian on a Latvian system, English otherwise.

    The environment is asked first: it says Latvian also where the locale itself is not installed.
    """
    asked = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, asked), "") or (locale.setlocale(locale.LC_CTYPE) or "")
    return "lv" if name.lower().startswith(("lv", "latvian")) else "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("openblock", resource("locale"), [language])


@contextmanager
def speaking(words: gettext.NullTranslations) -> Iterator[None]:
    """Speak ``words`` inside the block: for the made-up languages that tests find gaps with."""
    _lent.append(words)
    try:
        yield
    finally:
        _lent.pop()


def _spoken() -> gettext.NullTranslations:
    return _lent[-1] if _lent else _catalogue(_chosen[0])


def _(message: str) -> str:
    """``message`` in the language spoken now."""
    return _spoken().gettext(message)


def p_(context: str, message: str) -> str:
    """``message`` in the language spoken now, where one English word has two meanings."""
    return _spoken().pgettext(context, message)


def n_(singular: str, plural: str, number: int) -> str:
    """The form of the message for ``number``; the number itself goes in as ``{number}``."""
    message = _spoken().ngettext(singular, plural, number)
    return message.format(number=number)


def format_day(day: date) -> str:
    """22.11.2026. in Latvian, 22/11/2026 in English."""
    return f"{day:%d.%m.%Y.}" if _chosen[0] == "lv" else f"{day:%d/%m/%Y}"


def format_short_day(day: date) -> str:
    """22.11. in Latvian, 22 Nov in English."""
    return f"{day:%d.%m.}" if _chosen[0] == "lv" else f"{day.day} {month_name(day)[:3]}"


def format_long_day(day: date) -> str:
    """svētdiena, 22.11.2026. in Latvian, Sunday, 22 November 2026 in English."""
    if _chosen[0] == "lv":
        return f"{weekday_name(day)}, {format_day(day)}"
    return f"{weekday_name(day)}, {day.day} {month_name(day)} {day.year}"


def format_month(day: date) -> str:
    """2026. gada novembris in Latvian, November 2026 in English."""
    if _chosen[0] == "lv":
        return f"{day.year}. gada {month_name(day)}"
    return f"{month_name(day)} {day.year}"


def month_name(day: date) -> str:
    """The month alone: novembris in Latvian, November in English."""
    return _MONTHS[_chosen[0]][day.month - 1]


def weekday_name(day: date) -> str:
    """The full name of the weekday: svētdiena, Sunday."""
    return _WEEKDAYS[_chosen[0]][day.weekday()]


def weekday_letters(day: date) -> str:
    """The weekday as it stands over a roster's column: P O T C Pk S Sv, Mo Tu We Th Fr Sa Su."""
    lv = ("P", "O", "T", "C", "Pk", "S", "Sv")
    en = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    return (lv if _chosen[0] == "lv" else en)[day.weekday()]


def format_time(moment: datetime) -> str:
    """08:30, by the block's wall clock."""
    return f"{local(moment):%H:%M}"


def format_moment(moment: datetime) -> str:
    """22.11.2026. 08:30, by the block's wall clock."""
    return f"{format_day(local(moment).date())} {format_time(moment)}"


def format_minute(minute: int) -> str:
    """540 minutes from midnight as 09:00; 1440 and later start again at 00:00."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def format_hours(minutes: int) -> str:
    """Minutes as hours without needless decimals: 192, 7,5 in Latvian, 7.5 in English."""
    hours = f"{minutes / 60:.2f}".rstrip("0").rstrip(".")
    hours = hours.replace("-", "\N{MINUS SIGN}")
    return hours.replace(".", ",") if _chosen[0] == "lv" else hours


def format_degrees(hundredths: int) -> str:
    """Hundredths of a degree, without the sign: 56,79 in Latvian, 56.79 in English."""
    degrees = f"{hundredths / 100:.2f}".replace("-", "\N{MINUS SIGN}")
    return degrees.replace(".", ",") if _chosen[0] == "lv" else degrees


def format_number(number: int) -> str:
    """A whole number with a space between its thousands, as both languages read it on paper."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}").replace("-", "\N{MINUS SIGN}")


def sort_key(text: str) -> tuple[object, ...]:
    """The order of Latvian words: č ģ ķ ļ ņ š ž are letters of their own, ā ties with a, y after i.

    Independent of the computer's own locale.
    """
    letters = unicodedata.normalize("NFC", text).casefold()
    first = tuple(_place(_LONG.get(letter, letter)) for letter in letters)
    return (first, tuple(_place(letter) for letter in letters), text)


@cache
def _place(letter: str) -> tuple[int, str]:
    place = _ALPHABET.find(letter)
    return (place + 1, "") if place >= 0 else (0, letter)


def search_key(text: str) -> str:
    """Text as it is searched: without case and diacritics, so ``berzins`` finds Bērziņš."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(kept.split())

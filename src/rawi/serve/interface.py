"""The interface in the reader's language: messages, counted words, digits; the door to `messages/`.

Only words of the program come from here. Words of the sources are never translated and keep their digits.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from markupsafe import Markup, escape

from rawi.serve.hidden import show_plain
from rawi.tables import load_tsv

UI_LANGUAGES = ("fa", "ar", "en")
PACKAGE = "rawi.serve.messages"
LATIN = "0123456789"
DIGITS = {"latn": LATIN, "arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
OWN_DIGITS = {"fa": "arabext", "ar": "arab", "en": "latn"}
CALENDAR_NAMES = ("jalali", "hijri", "gregorian")
OWN_CALENDAR = {"fa": "jalali", "ar": "gregorian", "en": "gregorian"}


class Message(NamedTuple):
    """A row of `messages.tsv`: what the interface says, in each language."""

    key: str
    en: str
    fa: str
    ar: str


class Plural(NamedTuple):
    """A row of `plurals.tsv`: a counted word by CLDR category; an empty cell falls back to `other`."""

    key: str
    language: str
    zero: str
    one: str
    two: str
    few: str
    many: str
    other: str


@cache
def load_messages() -> Mapping[str, Message]:
    """All messages by key."""
    return {row.key: row for row in load_tsv(PACKAGE, "messages.tsv", Message)}


@cache
def load_plurals() -> Mapping[tuple[str, str], Plural]:
    """All counted words by key and language."""
    return {(row.key, row.language): row for row in load_tsv(PACKAGE, "plurals.tsv", Plural)}


def find_plural(language: str, number: int) -> str:
    """Name the CLDR plural category of a whole number.

    >>> [find_plural("ar", n) for n in (0, 1, 2, 3, 11, 100, 103)]
    ['zero', 'one', 'two', 'few', 'many', 'other', 'few']
    >>> find_plural("fa", 0), find_plural("en", 0)
    ('one', 'other')
    """
    if language == "ar":
        if number < 3:
            return ("zero", "one", "two")[number]
        rest = number % 100
        return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"
    if language == "fa":
        return "one" if number < 2 else "other"
    return "one" if number == 1 else "other"


@dataclass(frozen=True, slots=True)
class Interface:
    """How one reader wants the pages: language, digits, the calendar named first, single-letter keys."""

    language: str = "en"
    digits: str = "auto"
    calendar: str = "auto"
    keys: bool = True

    @property
    def direction(self) -> str:
        """The direction of the interface: `rtl` or `ltr`."""
        return "ltr" if self.language == "en" else "rtl"

    @property
    def first_calendar(self) -> str:
        """The calendar a day is named in first."""
        return OWN_CALENDAR[self.language] if self.calendar == "auto" else self.calendar

    @property
    def digit_system(self) -> str:
        """The digits numbers are written in: `latn`, `arabext` (Persian) or `arab`."""
        return OWN_DIGITS[self.language] if self.digits == "auto" else self.digits

    def say(self, key: str, **values: object) -> Markup:
        """Say a message, fit for text and attributes; values are escaped unless they are markup already.

        >>> Interface("en").say("page.not_found")
        Markup('There is no such page')
        """
        template: str = getattr(load_messages()[key], self.language)
        return escape(template).format(**values)

    def knows(self, key: str) -> bool:
        """Tell whether there is such a message."""
        return key in load_messages()

    def name_warning(self, code: str) -> Markup:
        """Say what a reader warns of; what one page could not be read for has the words of a file set aside.

        >>> Interface("en").name_warning("ocr:no_text_layer"), Interface("en").name_warning("too_large")
        (Markup('read by OCR, since its text layer is of no use'), Markup('too large'))
        """
        kind = code.partition(":")[0]
        return self.name_code("warning" if self.knows(f"warning.{kind}") else "reason", kind)

    def name_code(self, group: str, code: str) -> Markup:
        """Say what a code of the program means (`kind`, `direct`); an unknown code is shown as it is.

        >>> Interface("en").name_code("kind", "direct")
        Markup('direct speech')
        >>> Interface("fa").name_code("kind", "sung")
        Markup('<bdi dir="ltr">sung</bdi>')
        """
        key = f"{group}.{code}"
        return (
            self.say(key)
            if self.knows(key)
            else Markup('<bdi dir="ltr">{}</bdi>').format(show_plain(code))
        )

    def count(self, key: str, number: int) -> Markup:
        """Say how many, with the word in the right form.

        >>> Interface("en").count("quotations", 1), Interface("en").count("quotations", 2)
        (Markup('1 quotation'), Markup('2 quotations'))
        """
        row = load_plurals()[key, self.language]
        template: str = getattr(row, find_plural(self.language, number)) or row.other
        return Markup(template).format(n=self.number(number))

    def number(self, number: float) -> str:
        """Write a number in the reader's digits, thousands parted.

        >>> Interface("fa").number(12345), Interface("en").number(0.5)
        ('۱۲٬۳۴۵', '0.5')
        """
        chosen = self.digit_system
        written = f"{number:,}"
        if chosen != "latn":
            written = written.replace(",", "٬").replace(".", "٫")
        return written.translate(str.maketrans(LATIN, DIGITS[chosen]))

    def plain_number(self, number: int) -> str:
        """Write a number in the reader's digits without parting thousands: a year, an offset."""
        return self.number(number).replace(",", "").replace("٬", "")


def choose_interface(
    query: Mapping[str, str], cookies: Mapping[str, str], accept_language: str
) -> Interface:
    """Take the reader's wishes from the address, then from cookies, then from the browser's languages.

    >>> choose_interface({}, {}, "ar-IQ,ar;q=0.8,en;q=0.5").language
    'ar'
    >>> choose_interface({"ui": "fa"}, {"ui": "ar"}, "en").language
    'fa'
    """

    def pick(name: str, allowed: tuple[str, ...], otherwise: str) -> str:
        asked = (query.get(name), cookies.get(name))
        return next((value for value in asked if value in allowed), otherwise)

    return Interface(
        pick("ui", UI_LANGUAGES, prefer_language(accept_language)),
        pick("digits", ("auto", *DIGITS), "auto"),
        pick("calendar", ("auto", *CALENDAR_NAMES), "auto"),
        pick("keys", ("on", "off"), "on") == "on",
    )


def prefer_language(accept_language: str) -> str:
    """Choose the interface language from an `Accept-Language` header; English when none of ours is there.

    >>> prefer_language("de, fa;q=0.3, ar;q=0.9")
    'ar'
    >>> prefer_language("fa;q=0")
    'en'
    """
    ranked: list[tuple[float, int, str]] = []
    for place, item in enumerate(accept_language.split(",")):
        tag, _, weight = item.partition(";q=")
        language = tag.strip().lower().split("-")[0]
        if language in UI_LANGUAGES:
            try:
                quality = float(weight) if weight else 1.0
            except ValueError:
                quality = 0.0
            ranked.append((-quality, place, language))
    best = min(ranked, default=(0.0, 0, "en"))
    return best[2] if best[0] < 0 else "en"

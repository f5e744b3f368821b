"""What a rule's match means: its parts, its year, and the value in one calendar (`days`, `years`, `relative`).

A reading is not resolved yet: its value is a native date, or is counted from the anchor (`rawi.date.reckon`).
Years are filled in here; whether a yearless date is past or coming is asked of the sentence (`rawi.date.direction`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rawi.date.grammar import Match
from rawi.date.tokens import Token
from rawi.facts import Calendar, Grain, TimexKind

_NO_DIGIT = re.compile(r"\D")
LUNAR_YEARS_AR = range(1400, 1450)
IMPERIAL_SHIFT = 1180  # the imperial year 2535 (1976) is the Jalali 1355
UNITS = {
    "day_word": "d", "days_word": "d", "week_word": "w", "weeks_word": "w", "month_word": "m", "months_word": "m", "year_word": "y",
    "years_word": "y", "the_week": "w", "the_month": "m", "the_year": "y", "today": "d", "night": "d", "deictic_day": "d", "tonight": "d",
    "decade_word": "y", "decade": "y", "year": "y", "month": "m", "week": "w", "day": "d",
}  # fmt: skip
GRAINS: dict[str, Grain] = {"d": "day", "w": "week", "m": "month", "y": "year"}
_NOON = 12
# Hours from the first up to the second are counted from noon: two at night is no afternoon, one at noon is.
_AFTERNOON = {"PM": (1, 12), "AF": (1, 12), "EV": (1, 12), "NI": (6, 12), "MI": (1, 5)}
TOLD = {"following": 1, "previous": -1}  # years from the one told before
DIRECTIONS = {
    "last": -1,
    "past_day": -1,
    "ago": -1,
    "current": 0,
    "next": 1,
    "afterwards": 1,
    "previous": -1,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A value in a calendar, or a reason why there is none; `weekday` is the one written beside the date.

    `shift` is set where the text itself counts the date from its own day: 0 for `امروز ۱۵ فروردین`, -1 for yesterday.
    `fallback` is the value of a reference if nothing before it can be meant. `near` is the days around the anchor, before
    and after, within which it has its value though there is a reason against it.
    """

    value: str | None
    calendar: Calendar | None
    grain: Grain | None
    kind: TimexKind
    weekday: int | None = None
    certainty: str = "high"
    reason: str | None = None
    alternatives: tuple[str, ...] = ()
    shift: int | None = None
    fallback: str | None = None
    near: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a match by role, with what the sentence and its language tell about them."""

    match: Match
    tokens: list[Token]
    language: str
    tense: Callable[[], str]
    direction: Callable[[], str]
    home: Calendar = field(default="gregorian")

    def token(self, *roles: str) -> Token | None:
        """The token of the first of the roles that is there."""
        for role in roles:
            if role in self.match.roles:
                return self.tokens[self.match.roles[role][0]]
        return None

    def value(self, *roles: str) -> str:
        """The value of the first of the roles that is there, else an empty string."""
        token = self.token(*roles)
        return token.value if token else ""

    def number(self, *roles: str) -> int | None:
        """The number of the first of the roles that is there."""
        value = self.value(*roles)
        return int(value) if value else None

    def calendar(self, *roles: str) -> Calendar:
        """The calendar a token names, before a colon or alone."""
        name = self.value(*roles).partition(":")[0]
        return "hijri" if name == "hijri" else "jalali" if name == "jalali" else "gregorian"

    def has(self, *kinds: str) -> bool:
        """Tell whether a token of a kind is in the match."""
        return any(t.kind in kinds for t in self.tokens[self.match.start : self.match.end])

    def clock(self) -> str:
        """The part of day or clock time, as it ends a value: `TMO`, `T18:30`."""
        time = self.value("time", "time2", "time3", "time4")
        part = self.value("part", "part2", "part0", "part3", "part4", "part5", "part6", "eve")
        hour = self.number("hour", "hour2", "hour2b", "hour3", "hour4")
        if time:
            told_hour, minute, *_ = _NO_DIGIT.split(time)
            return f"T{_hour_of_day(int(told_hour), self._half_of_day() or part):02}:{minute}"
        if hour is not None and hour <= 24:
            return f"T{_hour_of_day(hour, part):02}:00"
        return f"T{part}" if part else ""

    def _half_of_day(self) -> str:
        """The half of the day a clock is told to be of: `ص`, `ب.ظ`, `PM`; `م` behind a clock is no era."""
        era = self.value("pm", "pm2", "pm3")
        return self.value("half1", "half2", "half3") or ("PM" if era == "gregorian" else "")

    @property
    def shift(self) -> int | None:
        """Days from the anchor to the date, if `today`, `yesterday` or the like stands beside it."""
        deictic = self.value("deictic", "deictic2", "today0")
        return int(deictic.partition("T")[0]) if deictic else None

    @property
    def weekday(self) -> int | None:
        """The weekday written beside the date; a night belongs to the day before it."""
        day = self.number("weekday", "weekday2")
        return (day - 1) % 7 if day is not None and self.token("eve") else day


def _hour_of_day(hour: int, part: str) -> int:
    """An hour as told, with its part or half of the day, counted from midnight.

    >>> _hour_of_day(6, "EV"), _hour_of_day(9, "NI"), _hour_of_day(2, "NI"), _hour_of_day(12, "AM"), _hour_of_day(1, "MI")
    (18, 21, 2, 0, 13)
    """
    if hour == _NOON and part in ("AM", "MO"):
        return 0
    first, behind = _AFTERNOON.get(part, (0, 0))
    return hour + _NOON if first <= hour < behind else hour


def calendar_of(parts: Parts, month: Token) -> tuple[Calendar, int]:
    """The calendar and number of a month, by its name and the era beside it."""
    name, _, number = month.value.partition(":")
    era = parts.value("era", "era2")
    # صفر، میزان and the like belong to one calendar only; nothing an era says can change a month's.
    calendar: Calendar = (
        "hijri" if name == "hijri" else "jalali" if name == "jalali" else "gregorian"
    )
    if calendar == "jalali" and era == "hijri" and parts.token("era") and parts.language == "ar":
        calendar = "jalali"
    return calendar, int(number)


def guess_calendar(parts: Parts, year: int) -> tuple[Calendar, bool]:
    """The calendar of a bare year, and whether it is sure."""
    era = parts.value("era", "era2")
    if era == "imperial":
        return "jalali", True
    if era == "jalali":
        return "jalali", True
    if era == "gregorian":
        return "gregorian", True
    if era == "hijri":
        # "هجری" alone is lunar in old years and solar in Iran's and Afghanistan's recent ones.
        sure = not parts.has("era_hijra")
        if not sure and 1300 <= year <= 1420 and parts.language == "fa":
            return "jalali", False
        return "hijri", sure
    if parts.language == "fa" and year < 1500:
        return ("jalali", True) if year >= 1200 else ("hijri", False)
    if year in LUNAR_YEARS_AR:
        return "hijri", False  # عام 1440 of the Gulf's press; the Gregorian one is far off
    return "gregorian", True


def written_year(parts: Parts, calendar: Calendar, *roles: str) -> str | None:
    """A written year as `YYYY`, or `A^YY` of two digits; None if no year is written."""
    token = parts.token(*roles)
    if token is None:
        return None
    year = int(token.value)
    if parts.token("old") and (parts.value("era") == "hijri" or year >= 100):
        return f"{year:04}"  # the year 61 of the Hijra is no 1361
    if (parts.has("era") and parts.value("era", "era2") == "imperial") or (
        calendar == "jalali" and year >= 2500
    ):
        year -= IMPERIAL_SHIFT
    return f"A^{year:02}" if year < 100 else f"{year:04}"


def year_before(year: str) -> str:
    """The year before a written one.

    >>> year_before("1397"), year_before("A^97"), year_before("A^00")
    ('1396', 'A^96', 'A^99')
    """
    if year.startswith("A^"):
        return f"A^{(int(year[2:]) - 1) % 100:02}"
    return f"{int(year) - 1:04}"


YEAR_ROLES = ("year", "old", "short", "short2", "year2", "short3", "short4", "year3")


def _years_away(parts: Parts) -> int | None:
    """The years from the present one to the one told in words: `سال گذشته`, `خرداد پنج سال پیش`, `امسال`."""
    related = parts.token("yrel")
    if related:
        return DIRECTIONS[related.kind]
    if parts.token("yago", "yagotwo"):
        return -(parts.number("yago") or 2)
    return parts.number("dyear")


def within_year(parts: Parts, calendar: Calendar, target: str, weekday: int | None = None) -> str:
    """Put a month, day or season into its year: the written one, a relative one, or the nearest."""
    year = written_year(parts, calendar, *YEAR_ROLES)
    if year:
        return f"{year}-{target}"
    fits = f"WD{weekday}" if weekday is not None and "-" in target else ""
    told = parts.token("told", "told2")
    if told:
        return f"P{TOLD.get(told.kind, 0):+d}y:{target}"  # پاییز همان سال, خريف العام التالي
    related = parts.token("yrel")
    if related and related.kind == "afterwards" and parts.tense() != "future":
        return f"P+1y:{target}"
    away = _years_away(parts)
    if away is not None:
        return f"A{away:+d}y:{target}"
    related = parts.token("firstrel", "rel", "mrel")
    if parts.has("this") and parts.language == "fa" and parts.has("year_word"):
        return f"P?0y:{target}"  # دسامبر همین سال is of the year told, if one was
    if parts.has("this", "current") and (related is None or related.kind in ("this", "current")):
        return f"A+0y:{target}"
    if related:
        how = "<" if DIRECTIONS[related.kind] < 0 else ">"
        return f"A{how}XXXX-{target}{fits}"
    how = "?" if parts.token("deictic", "today0") else parts.direction()
    return f"A{how}XXXX-{target}{fits}"


def kind_of(parts: Parts, value: str) -> TimexKind:
    """Absolute if nothing is left to the anchor or to another date; else a date without its year is partial."""
    if value.startswith("P"):
        return "anaphoric"
    return "partial" if value.startswith("A") and not value.startswith("A^") else "absolute"

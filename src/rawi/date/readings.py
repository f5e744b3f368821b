"""What each rule of the grammar means: from the parts of a match to a value in one calendar.

A reading is not resolved yet: its value is a native date, or is counted from the anchor (`rawi.date.reckon`).
Years are filled in here; whether a yearless date is past or coming is asked of the sentence (`rawi.date.tense`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rawi.date.grammar import Match
from rawi.date.lexer import Token
from rawi.facts import Calendar, Grain, TimexKind

IMPERIAL_SHIFT = 1180  # the imperial year 2535 (1976) is the Jalali 1355
_UNITS = {
    "day_word": "d", "days_word": "d", "week_word": "w", "month_word": "m", "months_word": "m", "year_word": "y",
    "years_word": "y", "the_week": "w", "the_month": "m", "the_year": "y", "today": "d", "night": "d",
    "year": "y", "month": "m", "week": "w", "day": "d",
}  # fmt: skip
_GRAINS: dict[str, Grain] = {"d": "day", "w": "week", "m": "month", "y": "year"}
_DIRECTIONS = {"last": -1, "ago": -1, "current": 0, "next": 1, "afterwards": 1, "previous": -1}
_WEEKS = ("last", "ago")


@dataclass(frozen=True, slots=True)
class Reading:
    """A value in a calendar, or a reason why there is none; `weekday` is the one written beside the date."""

    value: str | None
    calendar: Calendar | None
    grain: Grain | None
    kind: TimexKind
    weekday: int | None = None
    certainty: str = "high"
    reason: str | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a match by role, with what the sentence and its language tell about them."""

    match: Match
    tokens: list[Token]
    language: str
    tense: Callable[[], str]
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

    def has(self, *kinds: str) -> bool:
        """Tell whether a token of a kind is in the match."""
        return any(t.kind in kinds for t in self.tokens[self.match.start : self.match.end])

    def clock(self) -> str:
        """The part of day or clock time, as it ends a value: `TMO`, `T18:30`."""
        time = self.value("time", "time2", "time3", "time4")
        part = self.value("part", "part2", "part0", "part3", "eve")
        hour = self.number("hour", "hour2", "hour3")
        if time:
            return f"T{int(time[:-3]):02}:{time[-2:]}"
        if hour is not None and hour <= 24:
            evening = hour < 12 and part in ("AF", "EV", "NI")
            return f"T{hour + 12 * evening:02}:00"
        return f"T{part}" if part else ""

    @property
    def weekday(self) -> int | None:
        """The weekday written beside the date; a night belongs to the day before it."""
        day = self.number("weekday", "weekday2")
        return (day - 1) % 7 if day is not None and self.token("eve") else day


Maker = Callable[[Parts], Reading | None]


def read_match(parts: Parts) -> Reading | None:
    """Read a match; None if it is no date after all.

    A reading with a `reason` and no value is a date a careful reader refuses.
    """
    return MAKERS[parts.match.make](parts)


# ------------------------------------------------------------------ years


def _calendar_of(parts: Parts, month: Token) -> tuple[Calendar, int]:
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


def _guess_calendar(parts: Parts, year: int) -> tuple[Calendar, bool]:
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
    return "gregorian", True


def _year(parts: Parts, calendar: Calendar, *roles: str) -> str | None:
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


_YEAR_ROLES = ("year", "old", "short", "short2", "year2", "short3", "short4", "year3")


def _within_year(parts: Parts, calendar: Calendar, target: str, weekday: int | None = None) -> str:
    """Put a month, day or season into its year: the written one, a relative one, or the nearest."""
    year = _year(parts, calendar, *_YEAR_ROLES)
    if year:
        return f"{year}-{target}"
    fits = f"WD{weekday}" if weekday is not None and "-" in target else ""
    related = parts.token("yrel")
    if related:
        return f"A{_DIRECTIONS[related.kind]:+d}y:{target}"
    related = parts.token("rel", "mrel")
    if parts.token("dyear"):
        return f"A{int(parts.value('dyear')):+d}y:{target}"
    if parts.has("this", "current"):
        return f"A+0y:{target}"
    if related:
        how = "<" if _DIRECTIONS[related.kind] < 0 else ">"
        return f"A{how}XXXX-{target}{fits}"
    how = {"past": "<=", "future": ">="}.get(parts.tense(), "?")
    if parts.token("deictic", "today0"):
        how = "?"
    return f"A{how}XXXX-{target}{fits}"


def _kind(parts: Parts, value: str) -> TimexKind:
    """Absolute if nothing is left to the anchor; else a date without its year is partial."""
    return "partial" if value.startswith("A") and not value.startswith("A^") else "absolute"


# ------------------------------------------------------------------ days and months


def _read_day(parts: Parts) -> Reading | None:
    month, day = parts.token("month"), parts.number("day")
    if month is None or day is None:
        return None
    calendar, number = _calendar_of(parts, month)
    value = _within_year(parts, calendar, f"{number:02}-{day:02}", parts.weekday)
    grain: Grain = "time" if ":" in parts.clock() else "day"
    return Reading(value + parts.clock(), calendar, grain, _kind(parts, value), parts.weekday)


def _read_first_day(parts: Parts) -> Reading | None:
    month = parts.token("month")
    if month is None:
        return None
    calendar, number = _calendar_of(parts, month)
    value = _within_year(parts, calendar, f"{number:02}-01")
    return Reading(value, calendar, "day", _kind(parts, value))


def _read_day_range(parts: Parts) -> Reading | None:
    month, day, last = parts.token("month"), parts.number("day"), parts.number("day2")
    if month is None or day is None or last is None or last <= day:
        return None
    calendar, number = _calendar_of(parts, month)
    first = _within_year(parts, calendar, f"{number:02}-{day:02}")
    # Both ends must fall in one year, so the end is put in the year by the same rule and not by its own nearness.
    return Reading(f"{first}/{first[: -len(f'{day:02}')]}{last:02}", calendar, "day", "range")


def _read_date_range(parts: Parts) -> Reading | None:
    month, month2 = parts.token("month"), parts.token("month2")
    day, day2 = parts.number("day"), parts.number("day2")
    if month is None or month2 is None or day is None or day2 is None:
        return None
    calendar, number = _calendar_of(parts, month)
    calendar2, number2 = _calendar_of(parts, month2)
    if calendar != calendar2:
        return None
    last_year = _year(parts, calendar, "year2", "short3", "short4")
    first_year = _year(parts, calendar, "year", "short", "short2") or last_year
    if last_year is None and first_year is not None:
        last_year = first_year
    if first_year and last_year:
        # "15 Esfand to 15 Farvardin 1397" begins in the year before.
        if first_year == last_year and number2 < number and not last_year.startswith("A"):
            first_year = f"{int(last_year) - 1:04}"
        first, last = f"{first_year}-{number:02}-{day:02}", f"{last_year}-{number2:02}-{day2:02}"
    else:
        first = _within_year(parts, calendar, f"{number:02}-{day:02}")
        last = first.replace(f"{number:02}-{day:02}", f"{number2:02}-{day2:02}")
    return Reading(f"{first}/{last}", calendar, "day", "range")


def _read_day_of_month(parts: Parts) -> Reading | None:
    day, related = parts.number("day"), parts.token("mrel")
    shift = _DIRECTIONS[related.kind] if related else 0
    value = f"A{shift:+d}m:{day:02}{parts.clock()}"
    return Reading(value, parts.home, "day", "relative", parts.weekday)


def _read_ten_days(parts: Parts) -> Reading | None:
    month, third = parts.token("month"), parts.number("third")
    if month is None or third not in (1, 2, 3):
        return None
    calendar, number = _calendar_of(parts, month)
    first = _within_year(parts, calendar, f"{number:02}-{10 * third - 9:02}")
    last = f"{first[:-2]}{10 * third if third < 3 else 29}"
    return Reading(f"{first}/{last}", calendar, "day", "range")


def _read_mid_month(parts: Parts) -> Reading | None:
    month = parts.token("month")
    if month is None:
        return None
    calendar, number = _calendar_of(parts, month)
    # نیمه شعبان is a feast, the fifteenth; نیمه خرداد is the middle of a month.
    if month.value == "hijri:8":
        value = _within_year(parts, calendar, "08-15")
        return Reading(value, calendar, "day", "holiday")
    value = _within_year(parts, calendar, f"{number:02}")
    return Reading(value, calendar, "month", _kind(parts, value))


def _read_holiday(parts: Parts) -> Reading | None:
    name, _, target = parts.value("holiday").partition(":")
    calendar: Calendar = (
        "hijri" if name == "hijri" else "jalali" if name == "jalali" else "gregorian"
    )
    first, _, last = target.partition("..")
    value = _within_year(parts, calendar, first)
    if last:
        value = f"{value}/{value[:-2]}{last}"
    return Reading(value, calendar, "day", "holiday")


def _read_month(parts: Parts) -> Reading | None:
    month = parts.token("month", "month2", "month3")
    if month is None:
        return None
    calendar, number = _calendar_of(parts, month)
    value = _within_year(parts, calendar, f"{number:02}")
    return Reading(value, calendar, "month", _kind(parts, value))


def _read_month_range(parts: Parts) -> Reading | None:
    month, month2 = parts.token("month"), parts.token("month2")
    if month is None or month2 is None:
        return None
    calendar, number = _calendar_of(parts, month)
    calendar2, number2 = _calendar_of(parts, month2)
    if calendar != calendar2:
        return None
    last_year = _year(parts, calendar, "year2", "short3", "short4")
    first_year = _year(parts, calendar, "year") or last_year
    if first_year and last_year:
        if first_year == last_year and number2 < number and not last_year.startswith("A"):
            first_year = f"{int(last_year) - 1:04}"
        value = f"{first_year}-{number:02}/{last_year}-{number2:02}"
    else:
        first = _within_year(parts, calendar, f"{number:02}")
        value = f"{first}/{first[:-2]}{number2:02}"
    return Reading(value, calendar, "month", "range")


def _read_numeric(parts: Parts) -> Reading | None:
    from rawi.date.numeric import read_numeric

    found = read_numeric(parts.value("numeric"), parts.language, parts.value("era"))
    if found is None:
        return None
    value, calendar, other = found
    grain: Grain = "time" if ":" in parts.clock() else "day"
    certainty = "low" if other else "high"
    return Reading(
        value + parts.clock(), calendar, grain, "absolute", parts.weekday, certainty, None,
        (other,) if other else (),
    )  # fmt: skip


# ------------------------------------------------------------------ years and longer


def _read_year(parts: Parts) -> Reading | None:
    roles = ("year", "old", "short", "three", "short2")
    written = parts.number(*roles)
    if written is None:
        return None
    era = parts.value("era")
    if written < 100 and era == "gregorian":
        return Reading(f"A^{written:02}", "gregorian", "year", "absolute")
    calendar, sure = _guess_calendar(parts, written if written >= 100 or era else 1300 + written)
    if written < 100 and parts.language == "ar":
        calendar = "gregorian"
    return Reading(
        _year(parts, calendar, *roles), calendar, "year", "absolute",
        certainty="high" if sure else "low",
    )  # fmt: skip


def _read_bare_year(parts: Parts) -> Reading | None:
    return _read_year(parts)


def _read_year_range(parts: Parts) -> Reading | None:
    first, last = parts.number("year", "short"), parts.number("year2", "short2", "year3")
    if first is None or last is None:
        return None
    # ۵۳-۱۹۵۰ is 1950-53 in the order the eye meets the digits.
    if parts.token("year3"):
        first, last = last, first
    if last < 100 <= first:
        last += first // 100 * 100
    if last < first:
        first, last = last, first
    calendar, sure = _guess_calendar(parts, last if last >= 100 else 1300 + last)
    years = [f"A^{y:02}" if y < 100 else f"{y:04}" for y in (first, last)]
    return Reading("/".join(years), calendar, "year", "range", certainty="high" if sure else "low")


def _read_bce(parts: Parts) -> Reading | None:
    first, last = parts.number("number", "year"), parts.number("number2", "year2")
    if first is None:
        return None
    value = f"-{first - 1:04}" + (f"/-{last - 1:04}" if last else "")
    return Reading(value, "gregorian", "year", "range" if last else "absolute")


def _read_decade(parts: Parts) -> Reading | None:
    decade = parts.number("year", "decade", "decade2", "short", "ord")
    last = parts.number("year2", "short2")
    if decade is None or decade % 10 or (decade < 10):
        return None
    era = parts.value("era")
    century = parts.number("number")
    base = 1300 if parts.language == "fa" and era != "gregorian" else 1900
    if century:
        base = 100 * (century - 1)
    years = [y if y >= 100 else base + y for y in (decade, last) if y is not None]
    calendar: Calendar = "jalali" if years[0] < 1500 and parts.language == "fa" else "gregorian"
    value = "/".join(f"{year // 10:03}X" for year in years)
    return Reading(value, calendar, "decade", "absolute")


def _read_century(parts: Parts) -> Reading | None:
    first, last = parts.number("number"), parts.number("number2") or 0
    if first is None:
        return None
    era = parts.value("era")
    if parts.token("bce"):
        numbers = [f"-{n - 1:02}XX" for n in (first, last) if n]
        return Reading("/".join(numbers), "gregorian", "century", "absolute")
    calendar: Calendar = "gregorian"
    sure = bool(era) or first >= 15 or parts.language == "ar"
    if era in ("hijri", "jalali"):
        calendar = "jalali" if era == "jalali" else "hijri"
    elif not era and first < 15 and parts.language == "fa":
        calendar = "hijri"
    value = "/".join(f"{n - 1:02}XX" for n in (first, last) if n)
    return Reading(value, calendar, "century", "absolute", certainty="high" if sure else "low")


def _read_century_relative(parts: Parts) -> Reading | None:
    shift = -1 if parts.token("rel") else 0
    return Reading(f"A{shift:+d}c", "gregorian", "century", "relative")


def _read_season(parts: Parts) -> Reading | None:
    year = parts.number(*_YEAR_ROLES)
    calendar: Calendar = parts.home
    if year and year >= 100:
        calendar = "jalali" if year < 1500 and parts.language == "fa" else "gregorian"
    value = _within_year(parts, calendar, parts.value("season"))
    return Reading(value, calendar, "season", "relative" if value.startswith("A") else "absolute")


def _read_part_of_year(parts: Parts) -> Reading | None:
    order = parts.number("order")
    sign = "Q" if parts.token("quarter") else "T" if parts.token("third") else "H"
    if order is None or not 1 <= order <= {"Q": 4, "T": 3, "H": 2}[sign]:
        return None
    year = parts.number(*_YEAR_ROLES)
    calendar: Calendar = parts.home
    if year and year >= 100:
        calendar, _ = _guess_calendar(parts, year)
    value = _written_or_this_year(parts, calendar, f"{sign}{order}")
    grain: Grain = "half" if sign == "H" else "season"
    return Reading(value, calendar, grain, "relative" if value.startswith("A") else "absolute")


def _written_or_this_year(parts: Parts, calendar: Calendar, target: str) -> str:
    """Put a part of a year into the written year, the related one, or the present."""
    year = _year(parts, calendar, *_YEAR_ROLES)
    if year:
        return f"{year}-{target}"
    related = parts.token("yrel")
    shift = _DIRECTIONS[related.kind] if related else parts.number("dyear") or 0
    return f"A{shift:+d}y:{target}"


# ------------------------------------------------------------------ counted from the anchor


def _read_weekday(parts: Parts) -> Reading | None:
    weekday = parts.weekday
    if weekday is None:
        return None
    grain: Grain = "time" if ":" in parts.clock() else "day"
    deictic, related, week = parts.token("deictic"), parts.token("rel"), parts.token("wrel")
    if deictic or parts.token("today0"):
        shift = int(deictic.value[:2].rstrip("T")) if deictic else 0
        return Reading(f"A{shift:+d}d{parts.clock()}", parts.home, grain, "relative", weekday)
    if week or parts.token("now"):
        value = f"A{_DIRECTIONS[week.kind] if week else 0:+d}w:WD{weekday}"
    elif parts.token("before"):
        value = f"A<<WD{weekday}"
    elif related and related.kind != "current":
        value = f"A{'<' if _DIRECTIONS[related.kind] < 0 else '>'}WD{weekday}"
    elif related or parts.token("near"):
        value = f"A+0w:WD{weekday}"
    else:
        value = f"A{'>' if parts.tense() == 'future' else '<='}WD{weekday}"
    return Reading(value + parts.clock(), parts.home, grain, "weekday")


def _read_weekday_range(parts: Parts) -> Reading | None:
    first, last = parts.number("weekday"), parts.number("weekday2")
    if first is None or last is None:
        return None
    week = parts.token("wrel")
    if week or parts.has("this"):
        shift = _DIRECTIONS[week.kind] if week else 0
        value = f"A{shift:+d}w:WD{first}/A{shift:+d}w:WD{last}"
    else:
        how = ">" if parts.tense() == "future" else "<="
        value = f"A{how}WD{first}/A{how}WD{last}"
    return Reading(value, parts.home, "day", "range")


def _read_deictic(parts: Parts) -> Reading | None:
    shift, _, part = parts.value("deictic", "deictic2").partition("T")
    clock = parts.clock() or (f"T{part}" if part else "")
    grain: Grain = "time" if ":" in clock else "day"
    return Reading(f"A{int(shift):+d}d{clock}", parts.home, grain, "relative")


def _read_unit(parts: Parts) -> Reading | None:
    calendar: Calendar = "gregorian" if parts.value("era") == "gregorian" else parts.home
    unit = parts.token("unit", "unit2", "unit3")
    related = parts.token("rel")
    shift = _DIRECTIONS[related.kind] if related else -2 if parts.token("before") else 0
    if unit is None:
        return Reading(f"A{int(parts.value('dyear')):+d}y", calendar, "year", "relative")
    sign = _UNITS[unit.kind]
    if related and related.kind == "afterwards":
        return Reading(f"P+1{sign}", calendar, _GRAINS[sign], "anaphoric")
    return Reading(f"A{shift:+d}{sign}", calendar, _GRAINS[sign], "relative")


def _read_ago(parts: Parts) -> Reading | None:
    two, unit = parts.token("two"), parts.token("unit", "unit2")
    sign = _UNITS[two.value if two else unit.kind if unit else ""]
    count = 2 if two else parts.number("number") or 1
    other = parts.number("number2")
    direction = "+" if parts.token("ahead") else "-"
    grain: Grain = "day" if sign in "dw" else _GRAINS[sign]
    value = f"A{direction}{count}{sign}"
    if other:
        value = f"A{direction}{max(count, other)}{sign}/A{direction}{min(count, other)}{sign}"
    return Reading(value, parts.home, grain, "relative")


# ------------------------------------------------------------------ counted from another date, or from none


def _read_anaphor(parts: Parts) -> Reading | None:
    found = next(role for role in parts.match.roles if role.startswith("unit"))
    sign = _UNITS[parts.tokens[parts.match.roles[found][0]].kind]
    shift = 1 if parts.token("next") else -1 if parts.token("previous") else 0
    return Reading(f"P{shift:+d}{sign}", parts.home, _GRAINS[sign], "anaphoric")


def _read_beside(parts: Parts) -> Reading | None:
    shift = 1 if parts.token("after") else -1
    return Reading(f"P{shift:+d}d", parts.home, "day", "anaphoric")


def _read_later(parts: Parts) -> Reading | None:
    unit = parts.token("unit")
    sign = _UNITS[unit.kind] if unit else "d"
    return Reading(
        f"P+{parts.number('number')}{sign}",
        parts.home,
        _GRAINS[sign],
        "anaphoric",
        reason="anaphoric",
    )


def _read_before_christ(parts: Parts) -> Reading | None:
    # A day before Christ is one of the Julian calendar; only the year could be told.
    return Reading(None, None, "day", "refused", reason="before_christ")


def _read_refused(parts: Parts) -> Reading | None:
    return Reading(None, None, None, "refused", reason="anaphoric")


def _read_nothing(parts: Parts) -> Reading | None:
    return None


MAKERS: Mapping[str, Maker] = {
    "ago": _read_ago,
    "anaphor": _read_anaphor,
    "bare_year": _read_bare_year,
    "bce": _read_bce,
    "before_christ": _read_before_christ,
    "beside": _read_beside,
    "century": _read_century,
    "century_relative": _read_century_relative,
    "date_range": _read_date_range,
    "day": _read_day,
    "day_of_month": _read_day_of_month,
    "day_range": _read_day_range,
    "decade": _read_decade,
    "deictic": _read_deictic,
    "first_day": _read_first_day,
    "holiday": _read_holiday,
    "later": _read_later,
    "mid_month": _read_mid_month,
    "month": _read_month,
    "month_range": _read_month_range,
    "nothing": _read_nothing,
    "numeric": _read_numeric,
    "part_of_year": _read_part_of_year,
    "refuse": _read_refused,
    "season": _read_season,
    "ten_days": _read_ten_days,
    "unit": _read_unit,
    "weekday": _read_weekday,
    "weekday_range": _read_weekday_range,
    "year": _read_year,
    "year_range": _read_year_range,
}

"""Readings of years and what is longer or cut from them: ranges, decades, centuries, seasons, quarters."""

from rawi.date.readings import (
    DIRECTIONS,
    YEAR_ROLES,
    Parts,
    Reading,
    guess_calendar,
    within_year,
    written_year,
)
from rawi.facts import Calendar, Grain, TimexKind

YEAR = 12  # months
LAST_MILLENNIUM = 10
FIRST_GREGORIAN = (
    15  # a Persian text that speaks of an earlier century, without an era, means a lunar one
)
DECADES = 10  # of a century
QUARTERS = 4  # of a year
LAST_EARLY_YEAR = 31  # سال ۳۱ میلادی is the year 31
# Months a part of the year has, and how native dates name it.
_NAMED_PARTS = {3: "Q", 4: "T", 6: "H"}


def read_year(parts: Parts) -> Reading | None:
    """Read a year: `سال ۵۷`, `عام 1402هـ`, `۱۳۲۷ ق`."""
    roles = ("year", "old", "short", "three", "short2")
    written = parts.number(*roles)
    if written is None:
        return None
    era = parts.value("era")
    if written < 100 and era == "gregorian":
        # سال ۹۸ میلادی may be 1998; nobody writes 1931 so, and no Arabic text writes 1979 so.
        old = written <= LAST_EARLY_YEAR or parts.language == "ar"
        value = f"{written:04}" if old else f"A^{written:02}"
        return Reading(value, "gregorian", "year", "absolute", certainty="low")
    calendar, sure = guess_calendar(parts, written if written >= 100 or era else 1300 + written)
    if written < 100 and parts.language == "ar" and not era:
        calendar = "gregorian"
    return Reading(
        written_year(parts, calendar, *roles), calendar, "year", "absolute",
        certainty="high" if sure else "low",
    )  # fmt: skip


def read_bare_year(parts: Parts) -> Reading | None:
    """Read four digits that the words beside them make a year: `جام جهانی ۲۰۱۰`."""
    return read_year(parts)


def read_short_year(parts: Parts) -> Reading | None:
    """Read a year of two digits behind a noun that calls for one: `انقلاب ۵۷`, `جام جهانی ۹۸`."""
    short = parts.number("short")
    calendar = parts.calendar("noun")
    return Reading(f"A^{short:02}", calendar, "year", "absolute") if short is not None else None


def read_underspecified(parts: Parts) -> Reading | None:
    """Refuse half a month's name: `تشرين 2019` may be October or November."""
    return Reading(None, None, "month", "refused", reason="underspecified")


def read_year_range(parts: Parts) -> Reading | None:
    """Read a run of years: `سال های ۶۰ تا ۶۵`, and `53-1950` in the order the eye meets it."""
    first, last = (
        parts.number("year", "year0", "short", "year4"),
        parts.number("year2", "year20", "short2", "short3", "year3", "year5"),
    )
    if first is None or last is None:
        return None
    if parts.token("era0") and parts.value("era0") != parts.value("era"):
        return None  # سنة 1344هـ - 1925م is one year told twice
    if parts.token("year") and parts.token("year2") and not _follow(parts):
        return None  # في الأعوام 2009 و2014 و2022 three years are told
    # ۵۳-۱۹۵۰ is 1950-53 in the order the eye meets the digits.
    if parts.token("year3") or (first < 100 <= last and parts.has("dash", "slash")):
        first, last = last, first
    if last < 100 <= first:
        last += first // 100 * 100
    if last < first:
        first, last = last, first
    calendar, sure = guess_calendar(parts, last if last >= 100 else 1300 + last)
    years = [f"A^{y:02}" if y < 100 else f"{y:04}" for y in (first, last)]
    return Reading("/".join(years), calendar, "year", "range", certainty="high" if sure else "low")


def _follow(parts: Parts) -> bool:
    """Tell whether the years of a list follow one on the other; the ends of a range may be far apart."""
    tokens = parts.tokens[parts.match.start : parts.match.end]
    years = [int(token.value) for token in tokens if token.kind == "year_number"]
    return len(years) <= 2 or years == list(range(years[0], years[-1] + 1))


def read_bce(parts: Parts) -> Reading | None:
    """Read years before Christ; astronomers number 512 BCE as -0511."""
    first, last = parts.number("number", "year"), parts.number("number2", "year2")
    if first is None:
        return None
    value = f"-{first - 1:04}" + (f"/-{last - 1:04}" if last else "")
    return Reading(value, "gregorian", "year", "range" if last else "absolute")


def read_decade(parts: Parts) -> Reading | None:
    """Read a decade: `دهه ۶۰ میلادی`, `سبعينيات القرن الماضي`."""
    decade = parts.number("year", "decade", "decade2", "short", "ord")
    last = parts.number("year2", "short2")
    if decade is None or decade % 10 or (decade < 10):
        return None
    if parts.token("near", "now"):  # عشرينيات هذا القرن
        return Reading(f"A+0c:{decade // 10 % DECADES}", "gregorian", "decade", "relative")
    era = parts.value("era")
    century = parts.number("number")
    solar = (
        parts.language == "fa"
        and era != "gregorian"
        and not (parts.home == "gregorian" and not era)
    )
    base = 1300 if solar else 1900
    if century:
        base = 100 * (century - 1)
    years = [y if y >= 100 else base + y for y in (decade, last) if y is not None]
    calendar: Calendar = "jalali" if years[0] < 1500 and parts.language == "fa" else "gregorian"
    value = "/".join(f"{year // 10:03}X" for year in years)
    guessed = parts.language == "fa" and not (solar or era or century) and decade < 100
    return Reading(value, calendar, "decade", "absolute", certainty="low" if guessed else "high")


def read_decade_of_century(parts: Parts) -> Reading | None:
    """Read the first to tenth decade of a century: `دهه نخست قرن بیست و یکم` is 200X."""
    order, century = parts.number("decade"), parts.number("number")
    if order is None or not 1 <= order <= DECADES:
        return None
    if century is None:
        shift = -1 if parts.token("rel") else 0
        return Reading(f"A{shift:+d}c:{order - 1}", "gregorian", "decade", "relative")
    calendar, sure = _calendar_of_century(parts, century)
    value = f"{century - 1:02}{order - 1}X"
    return Reading(value, calendar, "decade", "absolute", certainty="high" if sure else "low")


def read_century(parts: Parts) -> Reading | None:
    """Read a century: `قرن نوزدهم`, `القرن الثالث الهجري`. Early ones are lunar in Persian, not surely."""
    first, last = parts.number("number"), parts.number("number2") or 0
    if first is None:
        return None
    if parts.token("bce"):
        numbers = [f"-{n - 1:02}XX" for n in (first, last) if n]
        return Reading("/".join(numbers), "gregorian", "century", "absolute")
    calendar, sure = _calendar_of_century(parts, first)
    value = "/".join(f"{n - 1:02}XX" for n in (first, last) if n)
    return Reading(value, calendar, "century", "absolute", certainty="high" if sure else "low")


def _calendar_of_century(parts: Parts, number: int) -> tuple[Calendar, bool]:
    """The calendar of a century, and whether it is sure."""
    era = parts.value("era")
    sure = bool(era) or number >= FIRST_GREGORIAN or parts.language == "ar"
    if era in ("hijri", "jalali"):
        return ("jalali" if era == "jalali" else "hijri"), sure
    return ("gregorian" if sure or era or parts.home == "gregorian" else "hijri"), sure


def read_millennium(parts: Parts) -> Reading | None:
    """Read a thousand years: `هزاره سوم پیش از میلاد` is 3000 to 2001 BCE, `الألفية الثالثة` 2000 to 2999."""
    number = parts.number("number")
    if number is None or number > LAST_MILLENNIUM:
        return None
    if parts.token("bce"):
        value = f"-{1000 * number - 1:04}/-{1000 * (number - 1):04}"
        return Reading(value, "gregorian", "century", "absolute")
    return Reading(f"{number - 1}XXX", "gregorian", "century", "absolute")


def read_century_relative(parts: Parts) -> Reading | None:
    """Read this century or the last: `القرن الماضي`."""
    shift = -1 if parts.token("rel") else 0
    return Reading(f"A{shift:+d}c", "gregorian", "century", "relative")


def read_season(parts: Parts) -> Reading | None:
    """Read a season of a year: `تابستان ۹۷`, `الصيف الماضي`; `ربيع 1440 هـ` is one of two lunar months."""
    if parts.language == "ar" and parts.value("era") == "hijri":
        return read_underspecified(parts)
    year = parts.number(*YEAR_ROLES)
    calendar: Calendar = parts.home
    if year and year >= 100:
        calendar = "jalali" if year < 1500 and parts.language == "fa" else "gregorian"
    value = within_year(parts, calendar, parts.value("season", "season2"))
    kind: TimexKind = "anaphoric" if value.startswith("P") else "absolute"
    return Reading(value, calendar, "season", "relative" if value.startswith("A") else kind)


def read_part_of_year(parts: Parts) -> Reading | None:
    """Read a quarter, third, half or the first months of a year: `سه ماهه اول ۱۳۹۷`, `النصف الثاني من 2020`."""
    months = parts.number("months", "first_months", "first_months2")
    if months is None:
        months = 3 if parts.token("quarter", "quarter2") else 4 if parts.token("third") else 6
    if not 1 <= months < YEAR:
        return None
    order = YEAR // months if parts.token("final") else parts.number("order") or 1
    first, last = months * (order - 1) + 1, months * order
    if not 1 <= first <= last <= YEAR:
        return None
    year = parts.number(*YEAR_ROLES)
    calendar: Calendar = parts.home
    if year and year >= 100:
        calendar, _ = guess_calendar(parts, year)
    if months in _NAMED_PARTS:
        value = _written_or_this_year(parts, calendar, f"{_NAMED_PARTS[months]}{order}")
    else:
        ends = (_written_or_this_year(parts, calendar, f"{month:02}") for month in (first, last))
        value = "/".join(ends)
    grain: Grain = "half" if months > 4 else "season"
    return Reading(value, calendar, grain, "relative" if value.startswith("A") else "absolute")


def read_part_of_told_year(parts: Parts) -> Reading | None:
    """Read a quarter of the year a quarter was told of before in the sentence: `في الربع الأول من 2024 وتراجعت في الربع الثالث`."""
    before = parts.tokens[: parts.match.start]
    order = QUARTERS if parts.token("final") else parts.number("order") or 0
    told = any(t.kind in ("quarter", "quarter_year", "half", "half_year") for t in before)
    if not (told and 1 <= order <= QUARTERS):
        return None
    return Reading(f"P+0y:Q{order}", parts.home, "season", "anaphoric")


def _written_or_this_year(parts: Parts, calendar: Calendar, target: str) -> str:
    """Put a part of a year into the written year, the related one, or the present."""
    year = written_year(parts, calendar, *YEAR_ROLES)
    if year:
        return f"{year}-{target}"
    related = parts.token("yrel")
    shift = DIRECTIONS[related.kind] if related else parts.number("dyear") or 0
    return f"A{shift:+d}y:{target}"

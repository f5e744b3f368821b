"""Do dates that stand together agree? Weekdays and calendars are compared; nothing is corrected in silence.

* A weekday beside a day: `agree:weekday`, or `conflict:weekday` with the days near by that would fit as
  alternatives. A lunar day that no other date tells is refused if its weekday is farther off than the moon explains.
* Two dates joined by brackets, a dash, `برابر با`, `الموافق` and the like, in different calendars, are one day.
  Jalali and Gregorian must be the same (`agree:gregorian`, else `conflict:gregorian:+1`). Lunar days depend on the
  moon: one day apart agrees and the solar date tells the day, two are `suspect`, three or more a `conflict`.
* A lunar day that fits its weekday or its solar date only in the other country's calendar is counted in that; one
  with neither beside it keeps the other country's day as an alternative.

The verdict stands in `Timex.checks` of both dates, with the distance in days from the other to this one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from rawi.calendars import CALENDARS
from rawi.date.discourse import Found
from rawi.date.words import get_lexicon
from rawi.errors import CalendarError
from rawi.facts import Timex
from rawi.lang import LANGUAGES
from rawi.lang.folding import squeeze

# Two writings of one day stand at most this far apart: `هجری قمری برابر با روز` is the longest joiner seen.
_REACH = 40
_SIGNS = r"[\s()\[\]،,/|:؛;.–—-]*"
# Kinds of words that join them, and prepositions that may stand beside those.
_JOINING = frozenset({"equals", "era", "era_hijra", "and", "day_word", "dated"})
_PREPOSITIONS = ("ل", "ب", "با", "به")
_LUNAR_VARIANTS = ("hijri", "hijri-iran")
# Days apart, lunar against solar: Iran and Saudi Arabia differ by 0, 1 or 2.
_AGREE, _SUSPECT = 1, 2
_BRACKET = re.compile(r"[\s(\[،,–—-]{1,4}")


def cross_check(timexes: Sequence[Timex], found: Sequence[Found], repaired: str) -> list[Timex]:
    """Compare each date with its weekday and with the dates joined to it."""
    checked = [
        _check_weekday(timex, item.reading.weekday)
        for timex, item in zip(timexes, found, strict=True)
    ]
    for i in range(1, len(checked)):
        before, after = checked[i - 1], checked[i]
        if before.kind == "weekday" and _is_in_bracket(repaired, before, after):
            checked[i - 1], checked[i] = _join_weekday(before, after)
        # A row of three is compared neighbour by neighbour, and its ends with each other.
        for j in (i - 1, i - 2):
            if j >= 0 and _are_joined(checked[j : i + 1], repaired):
                checked[j], checked[i] = _check_pair(checked[j], checked[i])
    return [_with_other_country(_refuse_contradicted(timex)) for timex in checked]


def _refuse_contradicted(timex: Timex) -> Timex:
    """Refuse a lunar day whose weekday is two days or more from it, unless another date beside it tells the day.

    A day or so depends on the moon; farther off, either the day or the weekday is wrong, and nothing tells which.
    """
    if timex.calendar != "hijri" or "conflict:weekday" not in timex.checks:
        return timex
    if timex.alternatives or any(check.startswith("agree") for check in timex.checks):
        return timex
    return Timex(
        timex.span, None, None, None, None, timex.grain, "refused", timex.rule,
        native=timex.native, checks=timex.checks, reason="contradicted",
    )  # fmt: skip


def _is_in_bracket(repaired: str, before: Timex, after: Timex) -> bool:
    """Tell whether only a bracket, a comma or a dash stands between two dates."""
    return bool(_BRACKET.fullmatch(squeeze(repaired[before.span.end : after.span.start])))


def _with_other_country(timex: Timex) -> Timex:
    """Keep the day a lunar date is in the other country's calendar, unless a date or weekday beside it agreed."""
    settled = any(check.startswith("agree") for check in timex.checks)
    if timex.calendar != "hijri" or settled or not _is_day(timex):
        return timex
    other = _in_other_variant(timex)
    if other is None or other.earliest is None or other.earliest == timex.earliest:
        return timex
    return replace(timex, alternatives=(*timex.alternatives, other.earliest))


def _is_day(timex: Timex) -> bool:
    """Tell whether a date is one known day."""
    known = timex.earliest is not None and timex.earliest == timex.latest
    return known and timex.grain in ("day", "time") and timex.native is not None


def _check_weekday(timex: Timex, weekday: int | None) -> Timex:
    """Compare a day with the weekday written beside it."""
    if weekday is None or not _is_day(timex):
        return timex
    day = _day(timex)
    if day.weekday() == weekday:
        return replace(timex, checks=(*timex.checks, "agree:weekday"))
    if timex.calendar == "hijri":
        other = _in_other_variant(timex)
        if other and _day(other).weekday() == weekday:
            return replace(other, checks=(*timex.checks, f"agree:weekday:{other.variant}"))
    ordinals = (day.toordinal() + shift for shift in (-1, 1))
    near = [date.fromordinal(n) for n in ordinals if 1 <= n <= date.max.toordinal()]
    fitting = tuple(str(other_day) for other_day in near if other_day.weekday() == weekday)
    return replace(
        timex,
        checks=(*timex.checks, "conflict:weekday"),
        certainty="low",
        alternatives=(*timex.alternatives, *fitting),
    )


def _join_weekday(weekday: Timex, told: Timex) -> tuple[Timex, Timex]:
    """A weekday with its date in brackets, `يوم السبت (29 سبتمبر)`, is that date's and not the last one."""
    if not (_is_day(weekday) and _is_day(told)) or told.kind == "weekday":
        return weekday, told
    if _day(weekday).weekday() != _day(told).weekday():
        return (
            replace(weekday, checks=(*weekday.checks, "conflict:weekday"), certainty="low"),
            replace(told, checks=(*told.checks, "conflict:weekday"), certainty="low"),
        )
    clock = (weekday.value or "")[10:]
    moved = replace(
        weekday,
        value=f"{told.earliest}{clock}",
        earliest=told.earliest,
        latest=told.latest,
        calendar=told.calendar,
        native=told.native,
        checks=(*weekday.checks, "agree:weekday"),
    )
    return moved, replace(told, checks=(*told.checks, "agree:weekday"))


def _are_joined(row: Sequence[Timex], repaired: str) -> bool:
    """Tell whether dates stand together as writings of one day in different calendars."""
    if not (_is_day(row[0]) and _is_day(row[-1])) or row[0].calendar == row[-1].calendar:
        return False
    for before, after in pairwise(row):
        between = repaired[before.span.end : after.span.start]
        if len(between) > _REACH or not _joiner().fullmatch(squeeze(between)):
            return False
    return True


def _check_pair(first: Timex, second: Timex) -> tuple[Timex, Timex]:
    """Compare two dates that should be one day."""
    if "hijri" in (first.calendar, second.calendar):
        lunar, solar = (first, second) if first.calendar == "hijri" else (second, first)
        lunar, solar = _check_lunar(lunar, solar)
        return (lunar, solar) if first.calendar == "hijri" else (solar, lunar)
    apart = (_day(first) - _day(second)).days
    verdict = "agree" if apart == 0 else "conflict"
    return _note(first, verdict, second, apart), _note(second, verdict, first, -apart)


def _check_lunar(lunar: Timex, solar: Timex) -> tuple[Timex, Timex]:
    """Compare a lunar day with a solar one, which tells the day if they are about the same."""
    if lunar.earliest != solar.earliest:
        other = _in_other_variant(lunar)
        if other and other.earliest == solar.earliest:
            lunar = other
    apart = (_day(lunar) - _day(solar)).days
    verdict = (
        "agree" if abs(apart) <= _AGREE else "suspect" if abs(apart) <= _SUSPECT else "conflict"
    )
    noted, other_noted = _note(lunar, verdict, solar, apart), _note(solar, verdict, lunar, -apart)
    if apart and verdict == "agree":
        clock = (lunar.value or "")[10:]
        noted = replace(
            noted,
            value=f"{solar.earliest}{clock}",
            earliest=solar.earliest,
            latest=solar.latest,
            alternatives=(*noted.alternatives, lunar.earliest or ""),
        )
    return noted, other_noted


def _note(timex: Timex, verdict: str, other: Timex, apart: int) -> Timex:
    """Write a verdict on a date; a conflict makes it unsure."""
    check = f"{verdict}:{other.calendar}" + (f":{apart:+d}" if apart else "")
    certainty = timex.certainty if verdict == "agree" else "low"
    return replace(timex, checks=(*timex.checks, check), certainty=certainty)


def _in_other_variant(timex: Timex) -> Timex | None:
    """The same lunar date counted in the other country's calendar."""
    other = next(variant for variant in _LUNAR_VARIANTS if variant != timex.variant)
    try:
        year, month, day = map(int, (timex.native or "")[:10].split("-"))
        found = CALENDARS[other].to_day(year, month, day).isoformat()
    except (CalendarError, ValueError):
        return None
    clock = (timex.value or "")[10:]
    return replace(timex, value=found + clock, earliest=found, latest=found, variant=other)


def _day(timex: Timex) -> date:
    """The day of a date known to be one."""
    return date.fromisoformat(timex.earliest or "")


@cache
def _joiner() -> re.Pattern[str]:
    """What may stand between two writings of one day: signs, and up to four of the words that join them."""
    words = set(_PREPOSITIONS)
    for language in LANGUAGES:
        for first, lexemes in get_lexicon(language).first.items():
            for lexeme in lexemes:
                if lexeme.kind in _JOINING:
                    words.add(r"[\s.]*".join((first, *lexeme.after)))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"{_SIGNS}(?:(?:{'|'.join(longest_first)}){_SIGNS}){{0,4}}")

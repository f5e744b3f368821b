"""Days in a query: `FROM..TO`, either side open, ISO or in the words and figures of any calendar."""

import calendar
import re
from datetime import date

from rawi.errors import QueryError, RawiError

EXAMPLES = (
    '2018-04-04\n1397/01..1397/03\n"۱۷ رجب ۱۴۳۹"\nunknown'  # as values of day:, or typed alone
)
HINT = "write day:2018-04-04, day:2018-04, day:1397/01..1397/03, day:2018-04-04.. or day:unknown"
ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FIRST_GREGORIAN_YEAR = 1600  # a bare year below is read as Jalali or Hijri by the date stage


def parse_days(value: str, position: int = 0) -> tuple[str | None, str | None]:
    """Return the first and the last day meant, inclusive, in ISO; None on an open side.

    >>> parse_days("2018-02"), parse_days("2018-04-04..")
    (('2018-02-01', '2018-02-28'), ('2018-04-04', None))

    Raises:
        QueryError: no days are meant.
    """
    first, dots, last = value.partition("..")
    if not dots:
        return _parse_side(first, position)
    if not first.strip() and not last.strip():
        raise QueryError(
            "day: has neither a first nor a last day",
            position=position,
            hint=HINT,
            fault="no_day",
            value=value,
            examples=EXAMPLES,
        )
    day_from = _parse_side(first, position)[0] if first.strip() else None
    day_to = _parse_side(last, position)[1] if last.strip() else None
    if day_from and day_to and day_from > day_to:
        raise QueryError(
            f"day: {first} is after {last}",
            position=position,
            hint="turn them round",
            fault="turned",
            first=first,
            last=last,
        )
    return day_from, day_to


def _parse_side(side: str, position: int) -> tuple[str, str]:
    """Return the first and the last day of one side of a range."""
    side = side.strip()
    iso = ISO.fullmatch(side)
    if iso and int(iso[1]) >= FIRST_GREGORIAN_YEAR:
        try:
            return _parse_iso(*iso.groups())
        except ValueError as error:
            raise _refuse(side, f"{side}: {error}", position) from error
    from rawi.date import parse_day_range  # late: its tables are not needed for ISO days

    try:
        meant = parse_day_range(side)
    except RawiError as error:
        raise _refuse(side, f"{side}: {error}", position) from error
    if meant is None:
        raise _refuse(side, f"{side} is no day", position)
    return meant


def _refuse(side: str, why: str, position: int) -> QueryError:
    """The error that a side of a range is no day."""
    return QueryError(
        f"day: {why}",
        position=position,
        hint=HINT,
        fault="no_day",
        value=side,
        examples=EXAMPLES,
    )


def _parse_iso(year: str, month: str | None, day: str | None) -> tuple[str, str]:
    """Return the first and last day of an ISO year, month or day."""
    if day and month:
        whole = date(int(year), int(month), int(day)).isoformat()
        return whole, whole
    months = (int(month), int(month)) if month else (1, 12)
    last = calendar.monthrange(int(year), months[1])[1]
    return (
        date(int(year), months[0], 1).isoformat(),
        date(int(year), months[1], last).isoformat(),
    )

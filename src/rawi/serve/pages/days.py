"""Days: a calendar of the archive in the reader's calendar, and one day with all that was said on it."""

from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from rawi.errors import QueryError
from rawi.index.days import parse_days
from rawi.index.keywords import UNKNOWN, find_value
from rawi.index.query import Query
from rawi.serve.answer import Answer, Visit
from rawi.serve.cards import make_cards
from rawi.serve.days import (
    is_lunar_doubtful,
    make_month,
    month_of,
    months_of,
    name_day,
    order_calendars,
    read_day,
    translate_months,
)
from rawi.serve.interface import CALENDAR_NAMES
from rawi.serve.pages.search import PAGE_SIZE


def show_calendar(visit: Visit) -> Answer | RedirectResponse:
    """Answer `/t?calendar=…&month=1397/1`, and lead from a day typed in any calendar (`day=`) to its page."""
    if typed := visit.ask("day"):
        return show_typed_day(typed)
    rows = visit.store.days()
    calendar = visit.ui.first_calendar
    dated = [row for row in rows if read_day(row.day)]
    busiest = max(dated, key=lambda row: (row.documents + row.quotations, row.day), default=None)
    year, month = read_month(visit.ask("month")) or month_of(
        calendar, busiest.day if busiest else ""
    )
    table = make_month(calendar, year, month)
    months = months_of(calendar, [row.day for row in rows])
    record = {"calendar": calendar, "year": year, "month": month, "days": rows, "table": table}
    context = {
        "section": "days",
        "calendar": calendar,
        "calendars": CALENDAR_NAMES,
        "table": table,
        "months": months,
        "counts": {row.day: row for row in rows},
        "most": max((row.quotations + row.documents for row in rows), default=1),
        "rows": rows,
    }
    return Answer("days.html", record, context)


def show_typed_day(typed: str) -> RedirectResponse:
    """Lead from a typed day to the page of the day, or of the days, it means; or of what has none.

    Raises:
        QueryError: it is no day of any calendar.
    """
    if find_value("day", typed) == UNKNOWN:
        return RedirectResponse(f"/s?{urlencode({'q': f'day:{UNKNOWN}'})}", 303)
    first, last = parse_days(translate_months(typed.strip('"«»“”')))
    if first and first == last:
        return RedirectResponse(f"/t/{first}", 303)
    query = urlencode({"q": f"day:{first or ''}..{last or ''}"})
    return RedirectResponse(f"/s?{query}", 303)


def show_one_day(visit: Visit) -> Answer:
    """Answer `/t/<ISO day>?page=N`.

    Raises:
        QueryError: it is no ISO day.
    """
    iso = visit.path("day")
    day = read_day(iso)
    if day is None:
        raise QueryError(
            f"{iso} is no day",
            hint="write /t/2018-04-04",
            fault="no_day",
            value=iso,
            examples="/t/2018-04-04",
        )
    page = visit.ask_number("page", 1)
    query = Query(day_from=iso, day_to=iso)
    quotations = visit.store.quotations(query, limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE)
    documents = visit.store.documents(query, limit=PAGE_SIZE)
    known = [row.day for row in visit.store.days()]
    calendars = order_calendars(visit.ui) + (["hijri-iran"] if is_lunar_doubtful(day) else [])
    names = {name: name_day(visit.ui, name, day) for name in calendars}
    record = {
        "day": iso,
        "names": names,
        "quotations": quotations.rows,
        "documents": documents.rows,
        "total": {"quotations": quotations.total, "documents": documents.total},
    }
    context = {
        "section": "days",
        "iso": iso,
        "weekday": day.isoweekday(),
        "names": names,
        "quotations": quotations,
        "documents": documents,
        "cards": make_cards(visit.store, visit.ui, quotations.rows),
        "earlier": max((other for other in known if other < iso), default=None),
        "later": min((other for other in known if other > iso), default=None),
        "page": page,
        "pages": -(-quotations.total // PAGE_SIZE),
    }
    return Answer("day.html", record, context)


def read_month(typed: str) -> tuple[int, int] | None:
    """Read `1397/1`; None when it is no month.

    >>> read_month("1397/1"), read_month("1397/13")
    ((1397, 1), None)
    """
    year, _, month = typed.partition("/")
    if not (year.isdecimal() and month.isdecimal() and len(year) <= 4):
        return None
    return (int(year), int(month)) if int(year) and 1 <= int(month) <= 12 else None

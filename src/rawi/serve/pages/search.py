"""Search: quotation cards or documents, facets of the current result, and how the question was understood."""

from dataclasses import dataclass, replace

from rawi.index.query import Query, parse_query
from rawi.index.store import MONTH_FACETS, DocumentAnswer, QuotationAnswer
from rawi.serve.answer import Answer, Visit
from rawi.serve.cards import make_cards
from rawi.serve.interface import CALENDAR_NAMES
from rawi.serve.refine import Chip, make_bars, make_chips, make_facets

PAGE_SIZE = 20

Found = QuotationAnswer | DocumentAnswer


@dataclass(frozen=True, slots=True)
class Loosening:
    """A part of the query that may be the reason for no hits: how many there are without it."""

    chip: Chip
    total: int


def show_search(visit: Visit) -> Answer:
    """Answer `/s?q=…&view=quotations|documents&page=N`."""
    typed = visit.ask("q")
    view = "documents" if visit.ask("view") == "documents" else "quotations"
    page = visit.ask_number("page", 1)
    query = parse_query(typed)
    if visit.ask("order") in ("newest", "oldest", "relevance"):
        query = replace(query, order=visit.ask("order"))  # type: ignore[arg-type]  # checked just above
    window = {"limit": PAGE_SIZE, "offset": (page - 1) * PAGE_SIZE}
    answer: Found
    if view == "quotations":
        answer = visit.store.quotations(query, **window)
        cards = make_cards(visit.store, visit.ui, answer.rows)
        documents = answer.documents
    else:
        answer = visit.store.documents(query, **window)
        cards, documents = (), answer.total
    loosenings = loosen(visit, query, view) if not answer.total else ()
    record = {
        "query": typed,
        "view": view,
        "understood": answer.understood,
        "total": answer.total,
        "documents": documents,
        "page": page,
        "rows": answer.rows,
        "facets": answer.facets,
        "without": {f"{x.chip.field}:{x.chip.value}": x.total for x in loosenings},
    }
    context = {
        "section": "search",
        "typed": typed,
        "view": view,
        "query": query,
        "answer": answer,
        "cards": cards,
        "documents": documents,
        "chips": make_chips(query, view),
        "facets": make_facets(query, view, answer.facets),
        "bars": make_bars(query, view, answer.facets[MONTH_FACETS[visit.ui.first_calendar]]),
        "calendars": CALENDAR_NAMES,
        "loosenings": loosenings,
        "elsewhere": count_elsewhere(visit, query, view) if not answer.total else 0,
        "set_aside": len(visit.store.status().set_aside) if not answer.total else 0,
        "page": page,
        "pages": -(-answer.total // PAGE_SIZE),
        "first": (page - 1) * PAGE_SIZE + 1,
    }
    return Answer("search.html", record, context)


def loosen(visit: Visit, query: Query, view: str) -> tuple[Loosening, ...]:
    """For a search without hits: which part, left out, gives some. Nothing is invented, only counted."""
    found = []
    chips = make_chips(query, view)
    for chip in chips if len(chips) > 1 else ():
        search = visit.store.quotations if view == "quotations" else visit.store.documents
        if total := search(chip.query, limit=1).total:
            found.append(Loosening(chip, total))
    return tuple(found)


def count_elsewhere(visit: Visit, query: Query, view: str) -> int:
    """How many documents have what no quotation has."""
    return visit.store.documents(query, limit=1).total if view == "quotations" else 0

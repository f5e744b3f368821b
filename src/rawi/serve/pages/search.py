"""Search: quotation cards or documents, facets of the current result, and how the question was understood."""

from dataclasses import replace

from rawi.index.query import parse_query
from rawi.index.store import MONTH_FACETS, DocumentAnswer, QuotationAnswer
from rawi.serve.answer import Answer, Visit
from rawi.serve.cards import make_cards
from rawi.serve.interface import CALENDAR_NAMES
from rawi.serve.nothing import Nothing, explain_nothing
from rawi.serve.refine import link_search, make_bars, make_chips, make_facets, read_understood

PAGE_SIZE = 20

Found = QuotationAnswer | DocumentAnswer


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
    nothing = Nothing() if answer.total else explain_nothing(visit.store, visit.ui, query, view)
    record = {
        "query": typed,
        "view": view,
        "understood": answer.understood,
        "total": answer.total,
        "documents": documents,
        "page": page,
        "rows": answer.rows,
        "facets": answer.facets,
        **nothing.record(),
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
        "understood": read_understood(answer.understood),
        "nothing": nothing,
        "link_search": link_search,
        "page": page,
        "pages": -(-answer.total // PAGE_SIZE),
        "first": (page - 1) * PAGE_SIZE + 1,
    }
    return Answer("search.html", record, context)

"""Search: quotation cards or documents, facets of the current result, and how the question was understood."""

from dataclasses import replace

from rawi.export.rows import line_record
from rawi.index.query import Query, parse_query
from rawi.index.store import MONTH_FACETS, DocumentAnswer, QuotationAnswer
from rawi.serve.answer import Answer, Visit
from rawi.serve.cards import make_cards
from rawi.serve.interface import CALENDAR_NAMES
from rawi.serve.lines import LINES_ON_A_PAGE, Concordance, Sorting, collect_lines
from rawi.serve.nothing import Nothing, explain_nothing
from rawi.serve.refine import link_search, make_bars, make_chips, make_facets, read_understood

PAGE_SIZE = 20
VIEWS = ("quotations", "documents", "lines")

Found = QuotationAnswer | DocumentAnswer


def show_search(visit: Visit) -> Answer:
    """Answer `/s?q=…&view=quotations|documents|lines&page=N`, of lines also `sort=before|after`."""
    typed = visit.ask("q")
    view = visit.ask("view") if visit.ask("view") in VIEWS else "quotations"
    page = visit.ask_number("page", 1)
    query = parse_query(typed)
    if visit.ask("order") in ("newest", "oldest", "relevance"):
        query = replace(query, order=visit.ask("order"))  # type: ignore[arg-type]  # checked just above
    window = {"limit": PAGE_SIZE, "offset": (page - 1) * PAGE_SIZE}
    answer: Found
    lines = ask_lines(visit, query, page) if view == "lines" else None
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
        "rows": [line_record(line) for line, _ in lines.lines] if lines else answer.rows,
        "lines": lines.total if lines else None,
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
        "lines": lines,
        "page": page,
        "pages": -(-lines.total // LINES_ON_A_PAGE) if lines else -(-answer.total // PAGE_SIZE),
        "first": (page - 1) * PAGE_SIZE + 1,
    }
    return Answer("search.html", record, context)


def ask_lines(visit: Visit, query: Query, page: int) -> Concordance:
    """The page of lines the address asks for."""
    asked = visit.ask("sort")
    sorting: Sorting = "before" if asked == "before" else "after" if asked == "after" else "none"
    return collect_lines(visit.store, query, sorting=sorting, page=page)

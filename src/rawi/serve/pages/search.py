"""Search: quotation cards or documents, facets of the current result, and how the question was understood."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rawi.errors import MissingError
from rawi.export.rows import line_record
from rawi.index.query import Query, parse_query, print_query
from rawi.index.store import MONTH_FACETS, DocumentAnswer, QuotationAnswer, QuotationRow
from rawi.serve.answer import Answer, Visit
from rawi.serve.cards import make_cards, name_entity
from rawi.serve.interface import CALENDAR_NAMES
from rawi.serve.lines import LINES_ON_A_PAGE, Concordance, Sorting, collect_lines
from rawi.serve.nothing import Nothing, explain_nothing
from rawi.serve.refine import (
    link_search,
    make_bars,
    make_chips,
    make_facets,
    make_unknown,
    read_understood,
)

Search = Callable[..., QuotationAnswer | DocumentAnswer]

PAGE_SIZE = 20
VIEWS = ("quotations", "documents", "lines")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of a search asks for."""

    typed: str
    query: Query
    view: str
    page: int


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: a page of the answer, its lines in the view of lines, the ways on where there is nothing."""

    answer: QuotationAnswer | DocumentAnswer
    lines: Concordance | None
    nothing: Nothing

    @property
    def documents(self) -> int:
        """In how many documents."""
        answer = self.answer
        return answer.documents if isinstance(answer, QuotationAnswer) else answer.total

    @property
    def quotations(self) -> tuple[QuotationRow, ...]:
        """The quotations of the page; none in the other views."""
        return self.answer.rows if isinstance(self.answer, QuotationAnswer) else ()

    @property
    def names(self) -> dict[str, str]:
        """What the entities among the speakers counted are called."""
        return self.answer.names if isinstance(self.answer, QuotationAnswer) else {}


def show_search(visit: Visit) -> Answer:
    """Answer `/s?q=…&view=quotations|documents|lines&page=N`, of lines also `sort=before|after`."""
    asked = read_search(visit)
    found = find(visit, asked)
    return Answer("search.html", write_record(asked, found), fill_page(visit, asked, found))


def read_search(visit: Visit) -> Asked:
    """Read the address.

    Raises:
        QueryError: what was typed cannot be understood.
    """
    typed = visit.ask("q")
    query = parse_query(typed)
    if visit.ask("order") in ("newest", "oldest", "relevance"):
        query = replace(query, order=visit.ask("order"))  # type: ignore[arg-type]  # checked just above
    view = visit.ask("view") if visit.ask("view") in VIEWS else "quotations"
    return Asked(typed, query, view, visit.ask_number("page", 1))


def find(visit: Visit, asked: Asked) -> Found:
    """Ask the archive."""
    search = choose_search(visit, asked)
    answer = search(asked.query, limit=PAGE_SIZE, offset=(asked.page - 1) * PAGE_SIZE)
    lines = ask_lines(visit, asked.query, asked.page) if asked.view == "lines" else None
    nothing = (
        Nothing()
        if answer.total
        else explain_nothing(visit.store, visit.ui, asked.query, asked.view)
    )
    return Found(answer, lines, nothing)


def choose_search(visit: Visit, asked: Asked) -> Search:
    """What the view asks of the archive."""
    return visit.store.quotations if asked.view == "quotations" else visit.store.documents


def write_record(asked: Asked, found: Found) -> Mapping[str, object]:
    """What the twin holds."""
    lines = found.lines
    return {
        "query": asked.typed,
        "view": asked.view,
        "understood": found.answer.understood,
        "total": found.answer.total,
        "documents": found.documents,
        "page": asked.page,
        "rows": [line_record(line) for line, _ in lines.lines] if lines else found.answer.rows,
        "lines": lines.total if lines else None,
        "facets": found.answer.facets,
        "unknown": found.answer.unknown,
        "names": found.names,
        **found.nothing.record(),
    }


def fill_page(visit: Visit, asked: Asked, found: Found) -> Mapping[str, object]:
    """What the template shows: the hits, and the ways to narrow and to widen."""
    query, view, answer, lines = asked.query, asked.view, found.answer, found.lines
    rows, size = (lines.total, LINES_ON_A_PAGE) if lines else (answer.total, PAGE_SIZE)
    return {
        "section": "search",
        "typed": spell_out(visit, asked, found),
        "view": view,
        "query": query,
        "answer": answer,
        "cards": make_cards(visit.store, visit.ui, found.quotations),
        "documents": found.documents,
        "chips": make_chips(query, view),
        "facets": make_facets(query, view, answer),
        "undated": make_unknown(query, view, answer, "day"),
        "names": found.names | name_asked(visit, query),
        "bars": make_bars(query, view, answer.facets[MONTH_FACETS[visit.ui.first_calendar]]),
        "calendars": CALENDAR_NAMES,
        "understood": read_understood(answer.understood),
        "nothing": found.nothing,
        "link_search": link_search,
        "lines": lines,
        "page": asked.page,
        "pages": -(-rows // size),
    }


def spell_out(visit: Visit, asked: Asked, found: Found) -> str:
    """What the box holds: as typed, but with names for ids of speakers where the name finds the same.

    A facet asks for a speaker by id, which alone is exact; a reader who goes on from there types names.
    """
    names = name_asked(visit, asked.query) | found.names
    query = parse_query(asked.typed)
    changed = {
        field: names[value]
        for field, value in (("by", query.by), ("to", query.to))
        if value and value in names
    }
    if not changed or not found.answer.total:
        return asked.typed
    named = replace(query, **changed)  # type: ignore[arg-type]  # both fields hold names
    total = choose_search(visit, asked)(named, limit=0).total
    return print_query(named) if total == found.answer.total else asked.typed


def name_asked(visit: Visit, query: Query) -> dict[str, str]:
    """The names of those whom a query asks for by the id of an entity."""
    named = {}
    for value in {query.by, query.to} - {None}:
        try:
            named[str(value)] = name_entity(visit.store.entity(str(value)), visit.ui.language)[0]
        except MissingError:
            continue  # a name as typed, or of an entity that has gone since
    return named


def ask_lines(visit: Visit, query: Query, page: int) -> Concordance:
    """The page of lines the address asks for."""
    asked = visit.ask("sort")
    sorting: Sorting = "before" if asked == "before" else "after" if asked == "after" else "none"
    return collect_lines(visit.store, query, sorting=sorting, page=page)

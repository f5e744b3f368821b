"""People: the list of those who speak, and one person's page: said by, said to, named where."""

from dataclasses import replace

from rawi.facts import Entity
from rawi.index.query import Query, parse_query
from rawi.index.store import MONTH_FACETS, PersonRow
from rawi.serve.answer import Answer, Visit, take_page
from rawi.serve.cards import make_cards
from rawi.serve.pages.search import PAGE_SIZE
from rawi.serve.refine import link_search, make_bars

PEOPLE_ON_A_PAGE = 60
VIEWS = ("said", "addressed", "mentioned")
TYPES = ("PER", "ORG", "LOC")


def list_people(visit: Visit) -> Answer:
    """Answer `/p?q=<name>&type=PER|ORG|LOC&page=N`."""
    name = visit.ask("q")
    type_ = visit.ask("type") if visit.ask("type") in TYPES else None

    def list_rows(limit: int, offset: int) -> tuple[PersonRow, ...]:
        return visit.store.people(limit=limit, offset=offset, name=name, kind=type_)

    people, page, pages = take_page(visit, list_rows, PEOPLE_ON_A_PAGE)
    record = {"name": name, "type": type_, "page": page, "people": people}
    context = {
        "section": "people",
        "name": name,
        "type": type_,
        "types": TYPES,
        "people": people,
        "page": page,
        "pages": pages,
    }
    return Answer("people.html", record, context)


def show_person(visit: Visit) -> Answer:
    """Answer `/p/<id>?q=<words>&view=said|addressed|mentioned&page=N`."""
    entity = visit.store.entity(visit.path("entity"))
    view = visit.ask("view") if visit.ask("view") in VIEWS else "said"
    page = visit.ask_number("page", 1)
    offset = (page - 1) * PAGE_SIZE
    typed = visit.ask("q")
    asked = parse_query(typed)
    queries = {
        "said": replace(asked, by=entity.id),
        "addressed": replace(asked, to=entity.id),
    }
    found = {
        name: visit.store.quotations(query, limit=PAGE_SIZE, offset=offset)
        for name, query in queries.items()
    }
    naming, documents = visit.store.documents_naming(entity.id, limit=PAGE_SIZE, offset=offset)
    counts = {name: answer.total for name, answer in found.items()} | {"mentioned": naming}
    roles = visit.store.roles(entity.id)
    possible = visit.store.possible_same(entity.id)
    quotations = found.get(view)
    record = {
        "entity": entity,
        "roles": roles,
        "possible_same": possible,
        "query": typed,
        "counts": counts,
        "view": view,
        "page": page,
        "rows": quotations.rows if quotations else documents,
    }
    query = queries.get(view, Query(by=entity.id))
    months = MONTH_FACETS[visit.ui.first_calendar]
    context = {
        "section": "people",
        "entity": entity,
        "names": sort_names(entity),
        "roles": roles,
        "possible": possible,
        "typed": typed,
        "counts": counts,
        "view": view,
        "page": page,
        "pages": -(-counts[view] // PAGE_SIZE),
        "cards": make_cards(visit.store, visit.ui, quotations.rows) if quotations else (),
        "documents": () if quotations else documents,
        "bars": make_bars(query, "quotations", quotations.facets[months]) if quotations else (),
        "search": link_search(query),
    }
    return Answer("person.html", record, context)


def sort_names(entity: Entity) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of an entity by language, the fullest first.

    >>> sort_names(Entity("e1", "PER", (("fa", ("فرضی", "رضا فرضی")),)))
    (('fa', ('رضا فرضی', 'فرضی')),)
    """
    return tuple(
        (language, tuple(sorted(names, key=lambda name: -len(name.split()))))
        for language, names in entity.names
    )

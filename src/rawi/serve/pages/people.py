"""People: the list of those who speak, and one person's page: said by, said to, named where."""

from rawi.facts import Entity
from rawi.index.query import Query, query_words
from rawi.index.store import MONTH_FACETS
from rawi.serve.answer import Answer, Visit, take_page
from rawi.serve.cards import make_cards
from rawi.serve.pages.search import PAGE_SIZE
from rawi.serve.refine import link_search, make_bars

PEOPLE_ON_A_PAGE = 60
VIEWS = ("said", "addressed", "mentioned")


def list_people(visit: Visit) -> Answer:
    """Answer `/p?page=N`."""
    people, page, pages = take_page(visit, visit.store.people, PEOPLE_ON_A_PAGE)
    record = {"page": page, "people": people}
    context = {"section": "people", "people": people, "page": page, "pages": pages}
    return Answer("people.html", record, context)


def show_person(visit: Visit) -> Answer:
    """Answer `/p/<id>?view=said|addressed|mentioned&page=N`."""
    entity = visit.store.entity(visit.path("entity"))
    view = visit.ask("view") if visit.ask("view") in VIEWS else "said"
    page = visit.ask_number("page", 1)
    window = {"limit": PAGE_SIZE, "offset": (page - 1) * PAGE_SIZE}
    said = visit.store.quotations(Query(by=entity.id), **window)
    addressed = visit.store.quotations(Query(to=entity.id), **window)
    mentioned = visit.store.documents(mention_query(entity), **window)
    counts = {
        "said": said.total,
        "addressed": addressed.total,
        "mentioned": mentioned.total,
    }
    quotations = said if view == "said" else addressed
    record = {
        "entity": entity,
        "counts": counts,
        "view": view,
        "page": page,
        "rows": mentioned.rows if view == "mentioned" else quotations.rows,
    }
    context = {
        "section": "people",
        "entity": entity,
        "counts": counts,
        "view": view,
        "page": page,
        "pages": -(-counts[view] // PAGE_SIZE),
        "cards": make_cards(visit.store, visit.ui, quotations.rows) if view != "mentioned" else (),
        "documents": mentioned.rows if view == "mentioned" else (),
        "bars": make_bars(
            Query(by=entity.id), "quotations", said.facets[MONTH_FACETS[visit.ui.first_calendar]]
        ),
        "search": link_search(Query(by=entity.id)),
    }
    return Answer("person.html", record, context)


def mention_query(entity: Entity) -> Query:
    """The documents that have a person's fullest name; other spellings are found by the search's folding.

    >>> mention_query(Entity("e1", "PER", (("fa", ("فرضی", "رضا فرضی")),))).phrases
    (('رضا', 'فرضی'),)
    """
    names = [name for _, spellings in entity.names for name in spellings]
    fullest = max(names, key=lambda name: (len(name.split()), len(name)), default=entity.id)
    return Query(phrases=(query_words(fullest),))

"""What a search page says when nothing was found: why that may be, and the ways on. All of it is counted, not guessed."""

from dataclasses import dataclass

from rawi.index.loosening import Loosening, find_loosenings, lacks_outlet
from rawi.index.query import Query, print_query
from rawi.index.store import Nearest, Store, Suggestion
from rawi.serve.cards import Card, make_cards
from rawi.serve.interface import Interface


@dataclass(frozen=True, slots=True)
class Nothing:
    """The ways on: looser queries, other words and names, near wordings with their cards, and where else to look.

    `elsewhere` counts the documents that have what no quotation has, `set_aside` the files nobody could read;
    `no_outlet` tells that no document is of the outlet asked for, `is_empty` tells that the archive holds nothing at all.
    """

    loosenings: tuple[Loosening, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    nearest: tuple[tuple[Card, Nearest], ...] = ()
    elsewhere: int = 0
    set_aside: int = 0
    no_outlet: bool = False
    is_empty: bool = False

    def record(self) -> dict[str, object]:
        """The ways on, for the page's twin."""
        counts = {
            alone: {
                f"{loose.part.field}:{loose.part.value}": loose.total
                for loose in self.loosenings
                if loose.alone is alone
            }
            for alone in (False, True)
        }
        return {
            "without": counts[False],
            "alone": counts[True],
            "suggestions": [
                {
                    "field": meant.field,
                    "old": meant.old,
                    "new": meant.new,
                    "query": print_query(meant.query),
                    "total": meant.total,
                }
                for meant in self.suggestions
            ],
            "nearest": [
                {"quotation": near.row, "missing": near.missing} for _, near in self.nearest
            ],
        }


def explain_nothing(store: Store, ui: Interface, query: Query, view: str) -> Nothing:
    """Find the ways on from a search without hits."""
    status = store.status()
    if not status.documents:
        return Nothing(set_aside=len(status.set_aside), is_empty=True)
    search = store.quotations if view == "quotations" else store.documents
    nearest = store.nearest(query)
    cards = make_cards(store, ui, [near.row for near in nearest])
    return Nothing(
        loosenings=find_loosenings(query, lambda asked: search(asked, limit=0).total),
        suggestions=store.suggestions(query),
        nearest=tuple(zip(cards, nearest, strict=True)),
        elsewhere=store.documents(query, limit=0).total if view == "quotations" else 0,
        set_aside=len(status.set_aside),
        no_outlet=lacks_outlet(query, lambda asked: store.documents(asked, limit=0).total),
    )

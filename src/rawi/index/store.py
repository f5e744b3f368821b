"""What a store must do. Engines stand beside: `sqlite/` is the default; the rows it answers with are in `answers.py`.

A store writes one document with all its facts in one transaction.
"""

from collections.abc import Iterator
from typing import Protocol

from rawi.facts import (
    AlignedPassage,
    AnnotatedDocument,
    Entity,
    Report,
    SetAside,
    SharedPassage,
    Story,
    Transmission,
)
from rawi.index.answers import (
    MONTH_FACETS,
    Correction,
    DayRow,
    DocumentAnswer,
    DocumentRow,
    Facet,
    Line,
    Nearest,
    PersonRow,
    QuotationAnswer,
    QuotationRow,
    RemovedDocument,
    RoleRow,
    Status,
    StoryRow,
    Suggestion,
)
from rawi.index.query import Query

__all__ = [
    "MONTH_FACETS",
    "Correction",
    "DayRow",
    "DocumentAnswer",
    "DocumentRow",
    "Facet",
    "Line",
    "Nearest",
    "PersonRow",
    "QuotationAnswer",
    "QuotationRow",
    "RemovedDocument",
    "RoleRow",
    "Status",
    "Store",
    "StoryRow",
    "Suggestion",
]


class Store(Protocol):
    """A place for annotated documents and the links between them."""

    # ---- writing: each call is one transaction
    def put(self, annotated: AnnotatedDocument) -> bool:
        """Keep a document with its facts; False when it is there already."""

    def put_set_aside(self, entry: SetAside) -> None:
        """Keep what could not be read; the same entry twice changes nothing."""

    # ---- reading
    def __contains__(self, document: object) -> bool:
        """Tell whether a document id is there."""

    def document_ids(self) -> Iterator[str]:
        """Yield all document ids in order of id."""

    def get(self, document: str) -> AnnotatedDocument:
        """Return a document with its facts, the anchor as linking left it; StoreError when not there."""

    def row(self, document: str) -> DocumentRow:
        """Return a document's row; StoreError when not there."""

    def quotations(self, query: Query, *, limit: int = 20, offset: int = 0) -> QuotationAnswer:
        """Find quotations."""

    def documents(self, query: Query, *, limit: int = 20, offset: int = 0) -> DocumentAnswer:
        """Find documents."""

    def quotation(self, quotation: str) -> QuotationRow:
        """Return a quotation's row by its id; StoreError when not there."""

    def corrections(self) -> Iterator[Correction]:
        """Yield the log of corrections, oldest first."""

    def lines(self, query: Query, *, width: int = 60) -> Iterator[Line]:
        """Yield the hits of a query in their surroundings, `width` characters on each side."""

    def nearest(self, query: Query, *, most: int = 3) -> tuple[Nearest, ...]:
        """Return the quotations whose words come nearest to a query that has no hits."""

    def suggestions(self, query: Query) -> tuple[Suggestion, ...]:
        """Return what the words and names of a query without hits may have meant."""

    def report(self, report: str) -> Report:
        """Return a report; StoreError when not there."""

    def reports(self) -> Iterator[Report]:
        """Yield the reports in order of id."""

    def story(self, story: str) -> Story:
        """Return a story; StoreError when not there."""

    def stories(self, *, limit: int = 50, offset: int = 0) -> tuple[StoryRow, ...]:
        """Return story rows, newest first."""

    def aligned(self, story: str) -> tuple[AlignedPassage, ...]:
        """Return the aligned passages of a story's documents, in text order of `a`."""

    def shared_passages(self, document: str | None = None) -> Iterator[SharedPassage]:
        """Yield shared passages, of one document or of all."""

    def transmissions(self, story: str | None = None) -> tuple[Transmission, ...]:
        """Return who took a report from whom."""

    def entity(self, entity: str) -> Entity:
        """Return an entity; StoreError when not there."""

    def entities(self) -> Iterator[Entity]:
        """Yield the entities in order of id."""

    def people(
        self, *, limit: int = 50, offset: int = 0, name: str = "", kind: str | None = None
    ) -> tuple[PersonRow, ...]:
        """Return people, those with most quotations first, all or those with a name or of a type."""

    def documents_naming(
        self, entity: str, *, limit: int = 20, offset: int = 0
    ) -> tuple[int, tuple[DocumentRow, ...]]:
        """Return how many documents name an entity, and a page of them."""

    def roles(self, entity: str) -> tuple[RoleRow, ...]:
        """Return the roles an entity is given, with the days of the documents that do."""

    def possible_same(self, entity: str) -> tuple[PersonRow, ...]:
        """Return the entities whose names are near one's but not surely the same, the likeliest first."""

    def days(self) -> tuple[DayRow, ...]:
        """Return the days that have documents or quotations, in order."""

    def status(self) -> Status:
        """Count what is there."""

    def close(self) -> None:
        """Release the files."""

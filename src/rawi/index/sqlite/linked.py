"""The part of the store that answers about links: reports, stories, counterparts, people."""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from rawi.errors import MissingError
from rawi.facts import (
    AlignedPassage,
    Entity,
    Report,
    SharedPassage,
    Story,
    Transmission,
)
from rawi.index.sqlite import links
from rawi.index.sqlite.answers import DOCUMENT_COLUMNS, HEADLINE, document_row
from rawi.index.sqlite.connections import Connections
from rawi.index.sqlite.near_names import find_possible
from rawi.index.sqlite.rows import decode_strings
from rawi.index.store import DocumentRow, PersonRow, RoleRow, StoryRow
from rawi.lang.names import make_name_key

_names = msgspec.json.Decoder(tuple[tuple[str, tuple[str, ...]], ...])

LONGEST_NAME = 90  # code points of a story's headline where its documents have no title


class LinkedStore:
    """Answers about links; `SqliteStore` adds documents and searching."""

    _connections: Connections

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        return self._connections.get()

    def report(self, report: str) -> Report:
        """Return a report."""
        return links.find_report(self.connection, report)

    def reports(self) -> Iterator[Report]:
        """Yield the reports in order of id."""
        return links.list_reports(self.connection)

    def story(self, story: str) -> Story:
        """Return a story."""
        return links.find_story(self.connection, story)

    def all_stories(self) -> Iterator[Story]:
        """Yield the stories in order of id."""
        return links.list_stories(self.connection)

    def stories(self, *, limit: int = 50, offset: int = 0) -> tuple[StoryRow, ...]:
        """Return story rows, newest first."""
        rows = self.connection.execute(
            "SELECT story, min(day) AS day, count(*) AS documents FROM documents"
            " WHERE story IS NOT NULL GROUP BY story ORDER BY day DESC, story LIMIT ? OFFSET ?",
            (limit, offset),
        ).fetchall()
        return tuple(self._story_row(*row) for row in rows)

    def _story_row(self, story: str, day: str | None, documents: int) -> StoryRow:
        """A story's row: the headline of each language is that of its first document."""
        members = self.connection.execute(
            f"SELECT language, outlet, title, snippet, {HEADLINE} AS headline FROM documents"
            " WHERE story = ? ORDER BY day IS NULL, day, title IS NULL AND headline IS NULL, id",
            (story,),
        ).fetchall()
        headlines: dict[str, str] = {}
        for member in members:
            headline = member["title"] or member["headline"] or member["snippet"][:LONGEST_NAME]
            headlines.setdefault(member["language"], headline)
        return StoryRow(
            id=story,
            headlines=tuple(
                sorted(headlines.items(), reverse=True)
            ),  # fa before ar, as in the pages
            day=day,
            documents=documents,
            outlets=tuple(sorted({m["outlet"] for m in members if m["outlet"]})),
            languages=tuple(sorted({m["language"] for m in members})),
        )

    def aligned(self, story: str) -> tuple[AlignedPassage, ...]:
        """Return the aligned passages of a story's documents, in text order of `a`."""
        return links.list_aligned(self.connection, story)

    def shared_passages(self, document: str | None = None) -> Iterator[SharedPassage]:
        """Yield shared passages, of one document or of all."""
        return links.list_shared_passages(self.connection, document)

    def transmissions(self, story: str | None = None) -> tuple[Transmission, ...]:
        """Return who took a report from whom."""
        return links.list_transmissions(self.connection, story)

    def entity(self, entity: str) -> Entity:
        """Return an entity; MissingError when not there."""
        for row in self.connection.execute("SELECT * FROM entities WHERE id = ?", (entity,)):
            return read_entity(row)
        raise MissingError(f"there is no name {entity} in this archive")

    def entities(self) -> Iterator[Entity]:
        """Yield the entities in order of id."""
        for row in self.connection.execute("SELECT * FROM entities ORDER BY id"):
            yield read_entity(row)

    def people(
        self, *, limit: int = 50, offset: int = 0, name: str = "", kind: str | None = None
    ) -> tuple[PersonRow, ...]:
        """Return those who speak, are spoken to or are named, those with most quotations first.

        `name` keeps those who have all its words, in any script; `kind` one of PER, ORG, LOC.
        """
        words = make_name_key(name).split()
        kept = ["e.id IN (SELECT entity FROM entity_words WHERE word = ?)"] * len(words)
        kept += ["e.type = ?"] if kind else []
        where = f"WHERE {' AND '.join(kept)}" if kept else ""
        rows = self.connection.execute(
            "SELECT e.*, coalesce(s.hits, 0) AS said, coalesce(a.hits, 0) AS addressed,"
            " coalesce(m.hits, 0) AS mentioned FROM entities e"
            f" LEFT JOIN ({_counted('quotations', 'speaker_entity')}) s ON s.entity = e.id"
            f" LEFT JOIN ({_counted('quotations', 'addressee_entity')}) a ON a.entity = e.id"
            f" LEFT JOIN ({_counted('mentions', 'entity')}) m ON m.entity = e.id {where}"
            " ORDER BY said DESC, addressed DESC, mentioned DESC, e.id LIMIT ? OFFSET ?",
            (*words, *([kind] if kind else []), limit, offset),
        )
        return tuple(
            PersonRow(read_entity(row), row["said"], row["addressed"], row["mentioned"])
            for row in rows
        )

    def documents_naming(
        self, entity: str, *, limit: int = 20, offset: int = 0
    ) -> tuple[int, tuple[DocumentRow, ...]]:
        """Return how many documents name an entity, under any of its names, and a page of them, newest first."""
        naming = "number IN (SELECT document FROM mentions WHERE entity = ?)"
        total = self.connection.execute(
            f"SELECT count(*) FROM documents WHERE {naming}", (entity,)
        ).fetchone()[0]
        rows = self.connection.execute(
            f"SELECT {DOCUMENT_COLUMNS} FROM documents WHERE {naming}"
            " ORDER BY day DESC, number LIMIT ? OFFSET ?",
            (entity, limit, offset),
        )
        return total, tuple(document_row(row) for row in rows)

    def roles(self, entity: str) -> tuple[RoleRow, ...]:
        """Return the roles an entity is given, with the first and last day of the documents that do, by day."""
        rows = self.connection.execute(
            "SELECT m.role, min(d.day), max(d.day), count(DISTINCT d.number) FROM mentions m"
            " JOIN documents d ON d.number = m.document WHERE m.entity = ? AND m.role IS NOT NULL"
            " GROUP BY m.role ORDER BY min(d.day) IS NULL, min(d.day), m.role",
            (entity,),
        )
        return tuple(RoleRow(*row) for row in rows)

    def person(self, entity: str) -> PersonRow:
        """Return an entity with its counts; MissingError when not there."""
        found = self.entity(entity)
        said, addressed, mentioned = (
            self.connection.execute(
                f"SELECT count(*) FROM {table} WHERE {column} = ?", (entity,)
            ).fetchone()[0]
            for table, column in (
                ("quotations", "speaker_entity"),
                ("quotations", "addressee_entity"),
                ("mentions", "entity"),
            )
        )
        return PersonRow(found, said, addressed, mentioned)

    def possible_same(self, entity: str) -> tuple[PersonRow, ...]:
        """Return the entities that may be the same although linking did not join them."""
        return tuple(self.person(other) for other in find_possible(self.connection, entity))

    def mention_entities(self, document: str) -> tuple[str | None, ...]:
        """Return the entity of each mention of a document, in text order."""
        rows: Iterable[sqlite3.Row] = self.connection.execute(
            "SELECT m.entity FROM mentions m JOIN documents d ON d.number = m.document"
            " WHERE d.id = ? ORDER BY m.position",
            (document,),
        )
        return tuple(row[0] for row in rows)

    def entities_in(self, documents: Iterable[str]) -> frozenset[str]:
        """Return the entities that some documents name, or that speak or are spoken to there."""
        rows = (
            row
            for document in documents
            for row in self.connection.execute(
                "SELECT m.entity FROM mentions m JOIN documents d ON d.number = m.document"
                " WHERE d.id = ?1 UNION SELECT q.speaker_entity FROM quotations q"
                " JOIN documents d ON d.number = q.document WHERE d.id = ?1"
                " UNION SELECT q.addressee_entity FROM quotations q"
                " JOIN documents d ON d.number = q.document WHERE d.id = ?1",
                (document,),
            )
        )
        return frozenset(row[0] for row in rows if row[0])


def read_entity(row: sqlite3.Row) -> Entity:
    """Rebuild an entity."""
    return Entity(row["id"], row["type"], _names.decode(row["names"]), decode_strings(row["roles"]))


def _counted(table: str, column: str) -> str:
    """SQL that counts the rows of each entity."""
    return (
        f"SELECT {column} AS entity, count(*) AS hits FROM {table}"
        f" WHERE {column} IS NOT NULL GROUP BY {column}"
    )

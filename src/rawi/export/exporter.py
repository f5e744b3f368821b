"""What an exporter is, and the list of them.

Outside packages offer theirs by an entry point of the group `rawi.exporters`: its name is the format, its
object an `Exporter`.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from rawi.errors import StoreError
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore

BUILT_IN = {
    "jsonl": "rawi.export.jsonl:export_jsonl",
    "csv": "rawi.export.csv:export_csv",
    "tei": "rawi.export.tei:export_tei",
    "webannotation": "rawi.export.webannotation:export_webannotation",
}


class Exporter(Protocol):
    """Writes an archive's facts into a folder."""

    def __call__(
        self, store: SqliteStore, folder: Path, query: Query, *, bom: bool = False
    ) -> Iterator[Path]:
        """Write files into `folder` and yield each when it is complete.

        `query` chooses the documents; an empty one takes all. `bom` asks for a byte order mark where the
        format is text that spreadsheets open.
        """


def list_formats() -> list[str]:
    """Name the formats that can be written."""
    return sorted({*BUILT_IN, *(entry.name for entry in entry_points(group="rawi.exporters"))})


def find_exporter(name: str) -> Exporter:
    """Return the exporter of a format.

    Raises:
        StoreError: there is none.
    """
    if name in BUILT_IN:
        module, function = BUILT_IN[name].split(":")
        exporter: Exporter = getattr(import_module(module), function)
        return exporter
    for entry in entry_points(group="rawi.exporters", name=name):
        loaded: Exporter = entry.load()
        return loaded
    raise StoreError(f"there is no export format {name}; there are {', '.join(list_formats())}")


def chosen_documents(store: SqliteStore, query: Query) -> Iterator[str]:
    """Yield the ids of the documents a query chooses, in order of id."""
    if query == Query():
        yield from store.document_ids()
        return
    yield from sorted(row.id for row in store.each_document(query))


def write_lines(path: Path, lines: Iterable[bytes]) -> Path:
    """Write lines to a file that appears when it is complete."""
    unfinished = path.with_name(f".{path.name}.part")
    with unfinished.open("wb") as file:
        file.writelines(line + b"\n" for line in lines)
    unfinished.replace(path)
    return path

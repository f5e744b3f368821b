"""`manifest.json`: what an export holds, of which state of the archive, and the hash of every file.

A folder may hold an export of each format: the manifest is of the last, with those before it under `others`.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

import rawi
from rawi.export.exporter import find_exporter
from rawi.index.query import Query, print_query
from rawi.index.sqlite import SqliteStore

MANIFEST = "manifest.json"


def export_with_manifest(
    store: SqliteStore, folder: Path, form: str, query: Query, *, bom: bool = False
) -> dict[str, Any]:
    """Export to a folder and write the manifest last; return it.

    Nothing in it depends on the clock: the same archive and query give the same bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        before = read_exports(folder)
    except (OSError, msgspec.DecodeError):
        before = []  # what cannot be read tells of no files
    (folder / MANIFEST).unlink(missing_ok=True)
    paths = list(find_exporter(form)(store, folder, query, bom=bom))
    status = store.status()
    manifest: dict[str, Any] = {
        "format": form,
        "query": print_query(query),
        "rawi": rawi.__version__,
        "schema_version": status.schema_version,
        "snapshot": store.snapshot(),
        "unit": "code points of the original text, half-open",
        "counts": {
            "documents": status.documents,
            "quotations": status.quotations,
            "dates": status.dates,
            "reports": status.reports,
            "stories": status.stories,
            "entities": status.entities,
            "set_aside": len(status.set_aside),
        },
        "files": [describe_file(path, folder) for path in sorted(paths)],
    }
    others = list(_still_there(before, manifest))
    if others:
        manifest["others"] = others
    unfinished = folder / f".{MANIFEST}.part"
    unfinished.write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
    unfinished.replace(folder / MANIFEST)
    return manifest


def read_exports(folder: Path) -> list[dict[str, Any]]:
    """Read what the exports in a folder say of themselves, the last first.

    Raises:
        OSError: there is no manifest.
        msgspec.DecodeError: it cannot be read.
    """
    last = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=dict[str, Any])
    others = msgspec.convert(last.pop("others", []), list[dict[str, Any]])
    return [last, *others]


def _still_there(
    before: list[dict[str, Any]], manifest: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """What exports in other formats hold that the new one has not written over."""
    new = {entry["file"] for entry in manifest["files"]}
    for export in before:
        if export.get("format") != manifest["format"]:
            files = [entry for entry in export.get("files", []) if entry["file"] not in new]
            if files:
                yield {**export, "files": files}


def describe_file(path: Path, folder: Path) -> dict[str, Any]:
    """Name, size and hash of an exported file."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return {
        "file": path.relative_to(folder).as_posix(),
        "bytes": path.stat().st_size,
        "sha256": digest.hexdigest(),
    }

"""`rawi remove`: take documents out of an archive."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.removing import Removed
from rawi.cli.cards import isolate
from rawi.cli.progress import count
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json
from rawi.serve.cards import cut_short

SHOWN = 20  # documents listed by name; all of them in JSON


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("names", nargs=-1, required=True, metavar="WHAT…")
@click.option("--dry-run", is_flag=True, help="Only tell what would be removed.")
@json_option
def remove(archive: Path, names: tuple[str, ...], dry_run: bool, as_json: bool | None) -> int:
    """Take WHAT out of ARCHIVE: documents by id, or by the path of the file or folder they came from.

    All that was found in them goes, too, and what was linked with them is linked anew. The kept bytes go when
    nothing else came from them. Corrections stay in the log; they count again if the document comes back.
    What was removed is left out when its file or folder is added again: rawi add --again takes it in.

    Example: rawi remove news.rawi sample/17-mixed.txt
    """
    with Archive.open(archive) as opened:
        removed = opened.remove(names, dry_run=dry_run)
    if wants_json(as_json):
        print_lines([describe(removed, dry_run=dry_run)])
    else:
        print_removed(removed, archive, dry_run=dry_run)
    return 0


def describe(removed: Removed, *, dry_run: bool) -> dict[str, object]:
    """What was removed as a JSON record."""
    return {
        "removed": [
            {"id": row.id, "path": row.path, "given_id": row.given_id, "title": row.title}
            for row in removed.documents
        ],
        "set_aside": list(removed.set_aside),
        "files": removed.files,
        "dry_run": dry_run,
    }


def print_removed(removed: Removed, archive: Path, *, dry_run: bool) -> None:
    """Say what was removed, for people."""
    for row in removed.documents[:SHOWN]:
        click.echo(f"{row.id}  {isolate(cut_short(row.name))}  {row.path or ''}")
    if len(removed.documents) > SHOWN:
        click.echo(f"and {len(removed.documents) - SHOWN:,} more")
    verb = "would be removed" if dry_run else "removed"
    notes = count(len(removed.set_aside), "note")
    aside = f", and {notes} of what was set aside" if removed.set_aside else ""
    click.echo(f"{count(len(removed.documents), 'document')} {verb}{aside}", err=True)
    if removed.documents and not dry_run:
        click.echo(f"to take it in again: rawi add --again {archive} PATH…", err=True)

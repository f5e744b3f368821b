"""`rawi status`: what an archive holds and what was set aside."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from rawi.archive import Archive
from rawi.cli.cards import isolate
from rawi.cli.progress import count
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json
from rawi.export.rows import status_record
from rawi.facts import SetAside
from rawi.index.store import RemovedDocument, Status
from rawi.serve.hidden import show_plain
from rawi.serve.interface import Interface


@click.command()
@click.argument("archive", type=ARCHIVE)
@json_option
def status(archive: Path, as_json: bool | None) -> int:
    """Tell what ARCHIVE holds and list what was set aside.

    Example: rawi status news.rawi
    """
    with Archive.open(archive) as opened:
        found = opened.status()
    if wants_json(as_json):
        print_lines([status_record(found)])
    else:
        print_status(found)
    return 0


def print_status(found: Status) -> None:
    """Print counts for people."""
    rows = [
        ("documents", found.documents),
        ("without a day", found.undated),
        ("no outlet", found.unnamed),
        ("quotations", found.quotations),
        ("dates", found.dates),
        ("reports", found.reports),
        ("stories", found.stories),
        ("names", found.entities),
        ("repairs", sum(found.edits.values())),
        ("set aside", len(found.set_aside)),
        ("removed", len(found.removed)),
    ]
    for name, number in rows:
        click.echo(f"{name:14} {number:>9,}")
    for title, counts in (
        ("languages", found.languages),
        ("outlets", found.outlets),
        ("read as", found.readers),
        ("readers warned of", found.warnings),
        ("repairs by rule", found.edits),
    ):
        if counts:
            click.echo(f"\n{title}")
            for name, number in counts.items():
                click.echo(f"  {number:>9,}  {isolate(name)}")
    print_set_aside(found.set_aside)
    print_gone(found.removed)


def print_set_aside(entries: Sequence[SetAside]) -> None:
    """List what could not be taken in, and what to do about each reason."""
    if entries:
        click.echo("\nset aside")
    for entry in entries:
        click.echo(f"  {show_plain(entry.path)}: {entry.reason}: {show_plain(entry.detail)}")
    ui = Interface("en")
    known = [r for r in sorted({e.reason for e in entries}) if ui.knows(f"advice.{r}")]
    if known:
        click.echo("\nwhat to do")
    for reason in known:
        click.echo(f"  {reason}: {ui.say(f'advice.{reason}').unescape()}")


def print_gone(removed: Iterable[RemovedDocument]) -> None:
    """List what people took out, a line a file and day."""
    groups = Counter((gone.removed_at[:10], gone.path or gone.id) for gone in removed)
    if groups:
        click.echo("\nremoved, and left out when added again without --again")
    for (day, path), documents in groups.items():
        several = f"  ({count(documents, 'document')})" if documents > 1 else ""
        click.echo(f"  {day}  {show_plain(path)}{several}")

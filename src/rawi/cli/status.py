"""`rawi status`: what an archive holds and what was set aside."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.cli.cards import isolate
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json
from rawi.export.rows import status_record
from rawi.index.store import Status
from rawi.serve.hidden import show_plain


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
        ("quotations", found.quotations),
        ("dates", found.dates),
        ("reports", found.reports),
        ("stories", found.stories),
        ("names", found.entities),
        ("repairs", sum(found.edits.values())),
        ("set aside", len(found.set_aside)),
        ("removed", len(found.removed)),
    ]
    for name, count in rows:
        click.echo(f"{name:14} {count:>9,}")
    for title, counts in (
        ("languages", found.languages),
        ("outlets", found.outlets),
        ("read as", found.readers),
        ("readers warned of", found.warnings),
        ("repairs by rule", found.edits),
    ):
        if counts:
            click.echo(f"\n{title}")
            for name, count in counts.items():
                click.echo(f"  {count:>9,}  {isolate(name)}")
    if found.set_aside:
        click.echo("\nset aside")
        for entry in found.set_aside:
            click.echo(f"  {show_plain(entry.path)}: {entry.reason}: {show_plain(entry.detail)}")
    if found.removed:
        click.echo("\nremoved, and left out when added again without --again")
        for gone in found.removed:
            click.echo(f"  {gone.removed_at}  {show_plain(gone.path or gone.id)}")

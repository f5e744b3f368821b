"""`rawi export`: write an archive's facts to files, with a manifest that lets others check them."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.cli.terminal import ARCHIVE, QueryCommand
from rawi.export.exporter import list_formats
from rawi.export.manifest import export_with_manifest
from rawi.index.query import parse_query


@click.command(cls=QueryCommand)
@click.argument("archive", type=ARCHIVE)
@click.argument("query", nargs=-1)
@click.option(
    "--format", "form", default="jsonl", metavar="FORMAT",
    help="jsonl (default), csv, tei, webannotation, or one an installed package offers.",
)  # fmt: skip
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to; it is made if need be.",
)  # fmt: skip
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte order mark, for Excel.")
def export(archive: Path, query: tuple[str, ...], form: str, output: Path, bom: bool) -> int:
    """Write the facts of ARCHIVE, or of the documents a QUERY finds, to files in a folder; exit 1 when there are none.

    Example: rawi export news.rawi --format csv -o out/
    """
    if form not in list_formats():
        raise click.BadParameter(
            f"{form} is none of {', '.join(list_formats())}", param_hint="--format"
        )
    asked = parse_query(" ".join(query))
    with Archive.open(archive) as opened:
        manifest = export_with_manifest(opened.store, output, form, asked, bom=bom)
        found = opened.documents(asked, limit=0).total
    for entry in manifest["files"]:
        click.echo(f"{output / entry['file']}  {entry['bytes']:,} bytes", err=True)
    if not found:
        click.echo("no document was found; the files are empty", err=True)
        return 1
    return 0

"""`rawi verify`: prove that an archive, or an export, is what it claims to be."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.archive import DATABASE
from rawi.archive.verifying import verify_archive, verify_export
from rawi.cli.terminal import ARCHIVE, json_option, print_lines
from rawi.export.manifest import MANIFEST

DAMAGED = 4


@click.command()
@click.argument("archive", type=ARCHIVE)
@json_option
def verify(archive: Path, as_json: bool | None) -> int:
    """Check that every locator of ARCHIVE leads to the words it claims, and all hashes and indexes.

    A folder written by `rawi export` is checked against its manifest. Exit 4 when something is wrong.

    Example: rawi verify news.rawi
    """
    if (archive / MANIFEST).exists() and not (archive / DATABASE).exists():
        problems = list(verify_export(archive))
    else:
        with Archive.open(archive) as opened:
            problems = list(verify_archive(opened))
    if as_json:
        print_lines({"where": problem.where, "what": problem.what} for problem in problems)
    else:
        for problem in problems:
            click.echo(f"{problem.where}: {problem.what}")
        click.echo(
            f"{archive}: {len(problems)} problems" if problems else f"{archive}: all is well",
            err=True,
        )
    return DAMAGED if problems else 0

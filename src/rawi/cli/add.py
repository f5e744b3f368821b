"""`rawi add`: take files, folders or records into an archive."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.archive import Models
from rawi.cli.progress import Report, count_expected
from rawi.cli.terminal import ARCHIVE, encoder_option, json_option, names_model_option, print_lines


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="Worker processes; default: one a processor."
)
@click.option("--quiet", "-q", is_flag=True, help="No progress, only what was set aside.")
@names_model_option
@encoder_option
@click.option("--strict", is_flag=True, help="Exit with 1, not 3, when something was set aside.")
@json_option
def add(
    archive: Path,
    paths: tuple[str, ...],
    jobs: int | None,
    quiet: bool,
    strict: bool,
    names_model: str | None,
    encoder: str | None,
    as_json: bool | None,
) -> int:
    """Add files, folders (all below them) or - (standard input) to ARCHIVE, which is made if need be.

    Adding the same again changes nothing; a command that was stopped goes on where it was.

    Example: rawi add news.rawi sample/
    """
    with Archive.open(archive, create=True) as opened:
        report = Report(None if quiet else count_expected(paths), quiet=quiet)
        with report:
            for step in opened.add(paths, jobs=jobs, models=Models(names_model, encoder)):
                report.note(step)
        if as_json:
            print_lines([report.record()])
        else:
            report.print_summary(archive)
    if report.set_aside:
        return 1 if strict else 3
    return 0

"""`rawi add`: take files, folders or records into an archive."""

import time
from contextlib import suppress
from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.models import Models
from rawi.cli.progress import Report, count_expected
from rawi.cli.terminal import ARCHIVE, encoder_option, json_option, names_model_option, print_lines

WATCH_SECONDS = 2.0


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="Worker processes; default: one a processor."
)
@click.option("--quiet", "-q", is_flag=True, help="No progress, only what was set aside.")
@click.option("--watch", is_flag=True, help="Go on with what comes in, until stopped by Ctrl-C.")
@click.option("--again", is_flag=True, help="Take in also what was removed before.")
@names_model_option
@encoder_option
@click.option("--strict", is_flag=True, help="Exit with 1, not 3, when something was set aside.")
@json_option
def add(
    archive: Path,
    paths: tuple[str, ...],
    jobs: int | None,
    quiet: bool,
    watch: bool,
    again: bool,
    strict: bool,
    names_model: str | None,
    encoder: str | None,
    as_json: bool | None,
) -> int:
    """Add files, folders (all below them) or - (standard input) to ARCHIVE, which is made if need be.

    Adding the same again changes nothing; a command that was stopped goes on where it was. What was taken out
    with `rawi remove` stays out.

    Example: rawi add news.rawi sample/
    """
    if again and watch:
        raise click.UsageError("--again goes with one look at the paths, not with --watch")
    models = Models(names_model, encoder)
    models.check()
    with Archive.open(archive, create=True) as opened:
        report = Report(None if quiet or watch else count_expected(paths), quiet=quiet)
        with report:
            if watch:
                watch_paths(opened, paths, report, jobs, models)
            else:
                for step in opened.add(paths, jobs=jobs, models=models, again=again):
                    report.note(step)
        if as_json:
            print_lines([report.record()])
        else:
            report.print_summary(archive)
    if report.set_aside:
        return 1 if strict else 3
    return 0


def watch_paths(
    archive: Archive, paths: tuple[str, ...], report: Report, jobs: int | None, models: Models
) -> None:
    """Add what comes in until the user stops it; that is how a watch ends, and no error."""
    for path in paths:
        if path == "-" or not Path(path).exists():
            raise click.UsageError(f"there is no file or folder {path} to watch")
    click.echo("watching; stop with Ctrl-C", err=True)
    with suppress(KeyboardInterrupt):
        for step in archive.watch(
            paths, jobs=jobs, models=models, wait=lambda: time.sleep(WATCH_SECONDS)
        ):
            report.note(step)

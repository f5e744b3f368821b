"""`rawi renew`: annotate an archive's documents anew, with this version of rawi."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.models import Models
from rawi.cli.progress import Report
from rawi.cli.terminal import ARCHIVE, encoder_option, json_option, names_model_option, print_lines


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("names", nargs=-1, metavar="[WHAT…]")
@click.option(
    "--jobs", type=click.IntRange(1, 64), help="Worker processes; default: one a processor."
)
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
@names_model_option
@encoder_option
@json_option
def renew(
    archive: Path,
    names: tuple[str, ...],
    jobs: int | None,
    quiet: bool,
    names_model: str | None,
    encoder: str | None,
    as_json: bool | None,
) -> int:
    """Annotate the documents of ARCHIVE anew: all, or WHAT by id, or by the path of its file or folder.

    For an archive that an older rawi made. Texts, ids and locators stay; corrections find their places again.
    A document that cannot be annotated keeps what it has (exit code 3). Files are not read again: for that,
    remove them and add them with --again.

    Example: rawi renew news.rawi
    """
    with Archive.open(archive) as opened:
        expected = None if names else opened.status().documents
        report = Report(expected, quiet=quiet)
        with report:
            for step in opened.renew(names, jobs=jobs, models=Models(names_model, encoder)):
                report.note(step)
    if as_json:
        print_lines(
            [
                {
                    "renewed": report.renewed,
                    "quotations": report.quotations,
                    "kept": [
                        {"document": s.document, "reason": s.reason, "detail": s.detail}
                        for s in report.kept
                    ],
                }
            ]
        )
    else:
        report.print_renewed(archive)
    return 3 if report.kept else 0

"""`rawi eval`: how often the quotations of an archive are right, by language, outlet and kind."""

from pathlib import Path
from typing import Any

import click
import msgspec

from rawi.archive import Archive
from rawi.archive.evaluating import (
    Gold,
    GoldError,
    in_order,
    read_gold,
    score_corrections,
    score_gold,
    score_record,
)
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json


@click.command("eval")
@click.argument("archive", type=ARCHIVE)
@click.option(
    "--gold", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON lines of quotations marked by people, with the keys of quotations.jsonl.",
)  # fmt: skip
@click.option("--corrections", is_flag=True, help="Score against what people corrected here.")
@json_option
def evaluate(archive: Path, gold: Path | None, corrections: bool, as_json: bool | None) -> int:
    """Score the quotations of ARCHIVE against --gold, or against the --corrections made in it.

    Example: rawi eval news.rawi --gold marked.jsonl
    """
    if bool(gold) == corrections:
        raise click.UsageError("give either --gold FILE or --corrections")
    missing: list[str] = []
    with Archive.open(archive) as opened:
        if gold:
            scores, missing = score_gold(opened.store, read_gold_file(gold))
        else:
            scores = score_corrections(opened.store)
    if missing:
        click.echo(
            f"rawi: {len(missing)} documents of the gold are not in {archive}: {', '.join(missing[:5])}",
            err=True,
        )
    if not scores:
        click.echo(
            f"rawi: no document of the gold is in {archive}"
            if gold
            else f"rawi: nobody has judged quotations of {archive} yet; see rawi correct --help",
            err=True,
        )
    records = [score_record(group, value, score) for group, value, score in in_order(scores)]
    if wants_json(as_json):
        print_lines(records)
    elif records:
        print_table(records, against_gold=gold is not None)
    return 0 if scores else 1


def read_gold_file(path: Path) -> list[Gold]:
    """Read gold; GoldError names the line that cannot be understood."""
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                found.append(read_gold(msgspec.json.decode(line, type=dict[str, Any])))
            except (msgspec.DecodeError, GoldError) as error:
                raise GoldError(f"{path}, line {number}: {error}") from error
    return found


def print_table(records: list[dict[str, Any]], *, against_gold: bool) -> None:
    """Print scores for people."""
    columns = (
        ("gold", "found", "precision", "recall", "f1", "exact_f1", "attributed_f1")
        if against_gold
        else ("judged", "right", "error_rate")
    )
    click.echo(" ".join([f"{'':24}", *(f"{column:>13}" for column in columns)]))
    for record in records:
        cells = (record.get(column) for column in columns)
        shown = (
            "–" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else cell
            for cell in cells
        )
        name = f"{record['group']} {record['value']}" if record["group"] != "all" else "all"
        click.echo(" ".join([f"{name[:24]:24}", *(f"{cell:>13}" for cell in shown)]))

"""`rawi correct`, `rawi log`, `rawi undo`: what people decide about quotations, and its history."""

import getpass
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from rawi.archive import Archive
from rawi.archive.naming import name_quotation
from rawi.cli.cards import UNKNOWN, isolate
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json
from rawi.errors import RawiError
from rawi.export.rows import correction_record
from rawi.index.store import Correction

Decision = dict[str, str | None]  # quotation, field, new, note
by_option = click.option("--by", help="Who decides; default: your login name.")


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("quotation", required=False)
@click.option("--speaker", help="Who said it; an empty text means unknown.")
@click.option("--addressee", help="To whom; an empty text means unknown.")
@click.option("--role", help="The speaker's role; an empty text means unknown.")
@click.option("--kind", type=click.Choice(["direct", "indirect", "mixed"]), help="Its kind.")
@click.option("--right", "verdict", flag_value="right", help="It is right as it stands.")
@click.option("--wrong", "verdict", flag_value="wrong", help="It is no quotation.")
@click.option("--note", help="Why.")
@click.option(
    "--file", "file", type=click.File("rb"),
    help='JSON lines of decisions: {"quotation", "field", "new", "note"?}.',
)  # fmt: skip
@by_option
@json_option
def correct(
    archive: Path,
    quotation: str | None,
    note: str | None,
    file: BinaryIO | None,
    by: str | None,
    as_json: bool | None,
    **fields: str | None,
) -> int:
    """Correct a QUOTATION of ARCHIVE by its id (the end of its card), or many from a file.

    Decisions are logged, win over what rawi finds, and find their place again when a text is read anew.

    Example: rawi correct news.rawi 81ab12cd34ef5678 --speaker 'رضا فرضی' --note 'وی = وزیر'
    """
    given = {name: value for name, value in fields.items() if value is not None}
    decisions: list[Decision] = [
        {"quotation": quotation, "field": name, "new": value or None, "note": note}
        for name, value in given.items()
        if quotation
    ]
    read, failed = read_decisions(file) if file else ([], [])
    decisions += read
    if not decisions and not failed:
        raise click.UsageError("name a quotation and what to correct, or a --file")
    made = []
    with Archive.open(archive) as opened:
        for decision in decisions:
            try:
                made.append(decide(opened, decision, by or getpass.getuser()))
            except RawiError as error:
                if not file:
                    raise
                failed.append(str(error))
    if wants_json(as_json):
        print_lines(correction_record(entry) for entry in made)
    else:
        for entry in made:
            click.echo(f"{entry.id}: {entry.field} {describe_change(entry)}")
    for message in failed:
        click.echo(f"rawi: {message}", err=True)
    return 3 if failed else 0


def read_decisions(file: BinaryIO) -> tuple[list[Decision], list[str]]:
    """Read decisions from JSON lines; return them and what is wrong with the other lines."""
    decisions: list[Decision] = []
    failed = []
    for number, line in enumerate(file, 1):
        try:
            decisions.append(msgspec.json.decode(line, type=dict[str, str | None]))
        except msgspec.DecodeError as error:
            failed.append(f"line {number}: {error}")
    return decisions, failed


def decide(opened: Archive, decision: Decision, by: str) -> Correction:
    """Make one decision."""
    return opened.correct(
        name_quotation(opened, decision.get("quotation") or ""),
        decision.get("field") or "",
        decision.get("new"),
        by=by,
        note=decision.get("note"),
    )


def describe_change(entry: Correction) -> str:
    """What stood there and what stands there now; names keep their direction to themselves."""
    return f"{name_value(entry.old)} → {name_value(entry.new)}"


def name_value(value: str | None) -> str:
    """A value of a field for people."""
    return isolate(value) if value else UNKNOWN


@click.command()
@click.argument("archive", type=ARCHIVE)
@json_option
def log(archive: Path, as_json: bool | None) -> int:
    """List what was corrected in ARCHIVE, when and by whom, oldest first.

    Example: rawi log news.rawi
    """
    with Archive.open(archive) as opened:
        entries = list(opened.store.corrections())
    if wants_json(as_json):
        print_lines(correction_record(entry) for entry in entries)
    else:
        for entry in entries:
            change = describe_change(entry)
            note = f" ({isolate(entry.note)})" if entry.note else ""
            click.echo(
                f"{entry.id}  {entry.made_at}  {entry.made_by}  {entry.state:8}  {entry.quotation}"
                f"  {entry.field}: {change}{note}"
            )
    return 0 if entries else 1


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("correction")
@by_option
@json_option
def undo(archive: Path, correction: str, by: str | None, as_json: bool | None) -> int:
    """Take back a CORRECTION of ARCHIVE by its id; both stay in the log.

    Example: rawi undo news.rawi 9f2c81ab12cd
    """
    with Archive.open(archive) as opened:
        entry = opened.undo(correction, by=by or getpass.getuser())
    if wants_json(as_json):
        print_lines([correction_record(entry)])
    else:
        click.echo(f"{entry.id}: {entry.field} is {name_value(entry.new)} again")
    return 0

"""`rawi read`: show what text is in files, and how sure the readers are."""

import sys
from collections import Counter

import click

from rawi.cli.records import Record, print_record
from rawi.facts import Document, SetAside
from rawi.serve.hidden import show_plain

# Warnings that say that what is read may not be what is written; the others tell what was done.
DOUBTS = frozenset(("ocr_low_confidence", "unmapped_glyphs", "order_guessed", "mojibake_fixed"))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines on a terminal too.")
@click.argument("files", nargs=-1, required=True)
def read(as_json: bool, files: tuple[str, ...]) -> None:
    """Read files, folders or `-`, and print one JSON object for each document found in them.

    Exit code 3 when anything was set aside.

    Example: rawi read page.html | head
    """
    from rawi.read import read_documents

    show = print_record if as_json or not sys.stdout.isatty() else print_summary
    refused = 0
    for found in read_documents(files):
        if isinstance(found, SetAside):
            refused += 1
            show(set_aside_record(found))
        else:
            show(document_record(found))
    if refused:
        click.echo(f"{refused} set aside", err=True)
        sys.exit(3)


def document_record(document: Document) -> Record:
    """Make the JSON record of a document."""
    origin = document.origin
    return {
        "id": document.id,
        "given_id": document.given_id,
        "path": origin.path if origin else None,
        "container": list(origin.container) if origin else [],
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "published": document.published,
        "captured": document.captured,
        "text": document.original,
        "reader": origin.reader if origin else None,
        "route": origin.route if origin else None,
        "version": origin.version if origin else None,
        "sha256": origin.sha256 if origin else None,
        "blocks": [
            {"extent": list(block.extent), "kind": block.kind, "page": block.page, "box": block.box}
            for block in document.blocks
        ],
        "warnings": [
            {
                "code": warning.code,
                "detail": warning.detail,
                "extent": list(warning.extent) if warning.extent else None,
            }
            for warning in document.warnings
        ],
        "set_aside": None,
    }


def set_aside_record(entry: SetAside) -> Record:
    """Make the JSON record of an input that could not be read: the same keys, nothing in them."""
    path, *container = entry.path.split("!/")
    empty = dict.fromkeys(
        ("outlet", "url", "title", "published", "captured", "text", "reader", "route", "version")
    )
    return {
        "id": None,
        "given_id": None,
        "path": path,
        "container": container,
        **empty,
        "sha256": entry.sha256,
        "blocks": [],
        "warnings": [],
        "set_aside": {"reason": entry.reason, "detail": entry.detail},
    }


def print_summary(record: Record) -> None:
    """Print a record for people: where, what, how sure, and the beginning of the text."""
    place = show_plain("!/".join((record["path"], *record["container"])))
    if aside := record["set_aside"]:
        click.echo(f"{place}\n  set aside ({aside['reason']}): {show_plain(aside['detail'])}\n")
        return
    click.echo(place)
    for key in ("title", "outlet", "published", "url"):
        if record[key]:
            click.echo(f"  {key}: {show_plain(record[key])}")
    click.echo(f"  {describe_reading(record)}")
    details = {warning["code"]: warning["detail"] for warning in record["warnings"]}
    for code, number in Counter(warning["code"] for warning in record["warnings"]).items():
        places = f", {number} places" if number > 1 else ""
        click.echo(f"  warning ({code}{places}): {show_plain(details[code])}")
    beginning = [show_plain(line) for line in record["text"][:200].strip().split("\n")]
    click.echo("\n".join(f"  {line}".rstrip() for line in beginning) + "\n")


def describe_reading(record: Record) -> str:
    """Say how a text was got, and how much of it is in doubt.

    >>> warning = {"code": "ocr_low_confidence", "detail": "", "extent": [0, 3]}
    >>> describe_reading({"text": "ten places", "reader": "pdf", "route": "ocr", "warnings": [warning]})
    '10 characters, read as pdf (ocr); 30.0 % of them in doubt'
    """
    size, reader, route = len(record["text"]), record["reader"], record["route"]
    said = f"{size:,} characters, read as {reader}" + (f" ({route})" if route != reader else "")
    doubted: set[int] = set()
    for warning in record["warnings"]:
        if warning["code"] in DOUBTS and warning["extent"]:
            doubted.update(range(*warning["extent"]))
    return f"{said}; {100 * len(doubted) / size:.1f} % of them in doubt" if doubted else said

"""`rawi show`: one document, quotation or place of an archive."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.naming import find_document, name_quotation, name_story
from rawi.cli.cards import isolate, print_document_card, print_quotation_card
from rawi.cli.story import show_story
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json
from rawi.errors import MissingError
from rawi.export.annotation import annotation_record
from rawi.export.rows import document_record, quotation_hit
from rawi.index.locator import parse_locator
from rawi.index.sqlite.verify import find_by_locator
from rawi.serve.hidden import show_plain


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument("what")
@click.option("--original", is_flag=True, help="Print the text as received, nothing else.")
@click.option(
    "--context", "-C", type=click.IntRange(0), default=80, show_default=True,
    help="Characters shown on each side of a locator's place.",
)  # fmt: skip
@json_option
def show(archive: Path, what: str, original: bool, context: int, as_json: bool | None) -> int:
    """Show WHAT of ARCHIVE: a document by its id or path, a quotation by its id, or the place of a locator.

    A story by its id (`story` of a hit) is shown passage by passage: what its Persian and Arabic reports
    share and where they differ.

    Of an id the first six characters are enough, of a path its last part, where they are of one alone.

    Example: rawi show news.rawi 'rawi:9f2c9f2c9f2c/81ab81ab#char=74,108'
    """
    json = wants_json(as_json)
    with Archive.open(archive) as opened:
        if story := name_story(opened, what):
            show_story(opened, story, json=json)
        elif parse_locator(what):
            show_place(opened, what, context, json=json)
        elif document := find_document(opened, what):
            show_document(opened, document, original=original, json=json)
        else:
            show_quotation(opened, what, json=json)
    return 0


def show_document(opened: Archive, document: str, *, original: bool, json: bool) -> None:
    """Show a document: its row, its text, its facts."""
    annotated = opened.get(document)
    if original:
        click.echo(annotated.text.original, nl=False)
        return
    row = opened.store.row(document)
    if json:
        facts = annotation_record(annotated)
        print_lines([{**facts, **document_record(row), "original": annotated.text.original}])
        return
    print_document_card(row)
    click.echo()
    for line in annotated.text.repaired.splitlines():
        click.echo(show_plain(line))
    for quotation in opened.store.quotations_of(document):
        print_quotation_card(quotation)


def show_quotation(opened: Archive, quotation: str, *, json: bool) -> None:
    """Show a quotation by its id."""
    try:
        row = opened.store.quotation(name_quotation(opened, quotation))
    except MissingError as error:
        raise MissingError(
            f"{quotation} is no document, quotation or locator of {opened.path}"
        ) from error
    if json:
        print_lines([quotation_hit(row)])
    else:
        print_quotation_card(row)


def show_place(opened: Archive, written: str, context: int, *, json: bool) -> None:
    """Show the words a locator leads to, in their surroundings."""
    locator = parse_locator(written)
    found = find_by_locator(opened.store.connection, written)
    if locator is None or not found:
        raise MissingError(f"{written} leads to no document of {opened.path}")
    start, end = locator.extent
    for document in found:
        text = opened.store.original(document).original
        if json:
            print_lines([{"document": document, "extent": [start, end], "text": text[start:end]}])
            continue
        before, after = text[max(0, start - context) : start], text[end : end + context]
        click.echo(isolate(f"{before}[{text[start:end]}]{after}"))
        click.echo(f"  {document}")

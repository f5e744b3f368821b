"""`rawi annotate`: the library as a filter, no archive needed."""

import sys
from pathlib import Path

import click

from rawi.cli.records import Record, print_record, read_plain, run_filter
from rawi.cli.terminal import names_model_option
from rawi.export.annotation import LAYERS, annotation_record
from rawi.facts import Document
from rawi.name.models import load_recogniser
from rawi.pipeline import annotate as annotate_document


def document_of(record: Record) -> Document:
    """Make a document of a JSON record with `id`, `text`, `published`, `outlet`, `url`, `title`."""
    given = str(record.get("id", ""))
    return Document(
        id=given,
        given_id=given,
        original=record["text"],
        outlet=record.get("outlet"),
        url=record.get("url"),
        title=record.get("title"),
        published=record.get("published"),
    )


@click.command()
@click.option("--nl", is_flag=True, help='Read JSON lines {"id", "text", …} on standard input.')
@click.option("--only", help=f"Comma-separated layers: {', '.join(LAYERS)}.")
@names_model_option
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def annotate(nl: bool, only: str | None, names_model: str | None, files: tuple[Path, ...]) -> None:
    """Find languages, sentences, dates, names and quotations; print JSON lines.

    Example: echo '{"id": "1", "text": "وی گفت: «آب هست.»"}' | rawi annotate --nl
    """
    layers = tuple(only.split(",")) if only else LAYERS
    if unknown := set(layers) - set(LAYERS):
        raise click.BadParameter(f"unknown layer {min(unknown)}", param_hint="--only")

    recognise = load_recogniser(names_model) if names_model else None

    def answer(record: Record) -> Record:
        annotated = annotate_document(document_of(record), layers=layers, recognise=recognise)
        return {**annotation_record(annotated, layers), "id": record.get("id")}

    if nl:
        sys.exit(run_filter(answer))
    for number, text in enumerate(read_plain(files), 1):
        print_record(answer({"id": str(files[number - 1]) if files else "-", "text": text}))

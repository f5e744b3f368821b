"""`rawi repair` and `rawi annotate`: the library as a filter, no archive needed."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from rawi.cli.cards import isolate
from rawi.cli.records import Record, run_filter
from rawi.cli.terminal import names_model_option
from rawi.export.annotation import LAYERS, annotation_record
from rawi.facts import Document
from rawi.name.models import load_recogniser
from rawi.pipeline import annotate as annotate_document
from rawi.pipeline import repair_document
from rawi.repair import find_profile
from rawi.repair.rules import RULES
from rawi.text import Edit


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


def repair_record(record: Record) -> Record:
    """Answer one record of `rawi repair --nl`."""
    text = repair_document(document_of(record))[1]
    return {"id": record.get("id"), "text": text.repaired, "edits": edit_records(text.edits)}


def explain_record(record: Record) -> Record:
    """Answer one record of `rawi repair --nl --explain`: doubtful repairs and the orthography too."""
    document = document_of(record)
    runs, text = repair_document(document)
    return {
        "id": record.get("id"),
        "text": text.repaired,
        "profile": find_profile(document.original, runs),
        "edits": edit_records(text.edits),
        "suggestions": edit_records(text.suggestions),
        "letter_folds": sum(1 for _ in text.letter_folds()),
    }


def explain_lines(document: Document) -> Iterator[str]:
    """Explain the repairs of one text, a line each, for people."""
    runs, text = repair_document(document)
    mends = {name: rule.mends for rule in RULES for name in rule.edit_names}
    for title, edits in (("made", text.edits), ("suggested", text.suggestions)):
        for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
            was, now = show_words(text.original, edit)
            yield (
                f"{title}  {edit.start}-{edit.end}  {isolate(was)} → {isolate(now)}  "
                f"{edit.rule} {edit.confidence:.2f}  ({mends[edit.rule]})"
            )
    folds = sum(1 for _ in text.letter_folds())
    yield f"letters given the codes of their language: {folds}"
    yield f"orthography of the copy: {find_profile(document.original, runs)}"


def show_words(original: str, edit: Edit) -> tuple[str, str]:
    r"""The words an edit is in, before and after, with what is invisible made visible.

    >>> show_words("او ميكند کار", Edit(5, 5, "\u200c", "fa.joint-lost"))
    ('ميكند', 'مي|كند')
    """
    start, end = edit.start, edit.end
    while start > 0 and not original[start - 1].isspace():
        start -= 1
    while end < len(original) and not original[end].isspace():
        end += 1
    after = original[start : edit.start] + edit.new + original[edit.end : end]
    return show_hidden(original[start:end]), show_hidden(after)


def show_hidden(text: str) -> str:
    r"""Write invisible characters so that they can be seen.

    >>> show_hidden("می\u200cرود\n")
    'می|رود↵'
    """
    return text.replace("\u200c", "|").replace("\n", "↵")


def edit_records(edits: Iterable[Edit]) -> list[Record]:
    """Edits as JSON records."""
    return [
        {
            "extent": [edit.start, edit.end],
            "replacement": edit.new,
            "rule": edit.rule,
            "confidence": edit.confidence,
        }
        for edit in edits
    ]


@click.command()
@click.option("--nl", is_flag=True, help='Read JSON lines {"id", "text"} on standard input.')
@click.option(
    "--explain",
    is_flag=True,
    help="Say what was mended and why, what is doubtful, and how sure that is.",
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def repair(nl: bool, explain: bool, files: tuple[Path, ...]) -> None:
    """Repair text: lost joints, letter codes, hard line breaks.

    Example: echo 'او ميكند' | rawi repair
    """
    if nl:
        sys.exit(run_filter(explain_record if explain else repair_record))
    for text in read_plain(files):
        if explain:
            for line in explain_lines(Document(id="-", original=text)):
                click.echo(line)
            continue
        click.echo(repair_document(Document(id="-", original=text))[1].repaired, nl=False)


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
    from rawi.cli.records import print_record

    for number, text in enumerate(read_plain(files), 1):
        print_record(answer({"id": str(files[number - 1]) if files else "-", "text": text}))


def read_plain(files: tuple[Path, ...]) -> list[str]:
    """The plain texts of files, or of standard input."""
    if not files or files == (Path("-"),):
        return [sys.stdin.buffer.read().decode("utf-8", "replace")]
    return [read_plain_file(path) for path in files]


def read_plain_file(path: Path) -> str:
    """The text of a plain file.

    Raises:
        click.UsageError: it holds something else than text.
    """
    data = path.read_bytes()
    if b"\0" in data or data.startswith(b"%PDF"):
        raise click.UsageError(
            f"{path} is no plain text; rawi read {path} shows what text is in it"
        )
    return data.decode("utf-8", "replace")

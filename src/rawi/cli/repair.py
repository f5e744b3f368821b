"""`rawi repair`: the first steps of the walk as a filter. The other stages are not even imported."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from rawi.cli.records import Record, read_plain, run_filter
from rawi.first_steps import repair_original
from rawi.repair import find_profile
from rawi.repair.rules import RULES
from rawi.text import Edit


def repair_record(record: Record) -> Record:
    """Answer one record of `rawi repair --nl`."""
    text = repair_original(record["text"])[1]
    return {"id": record.get("id"), "text": text.repaired, "edits": edit_records(text.edits)}


def explain_record(record: Record) -> Record:
    """Answer one record of `rawi repair --nl --explain`: doubtful repairs and the orthography too."""
    original = record["text"]
    runs, text = repair_original(original)
    return {
        "id": record.get("id"),
        "text": text.repaired,
        "profile": find_profile(original, runs),
        "edits": edit_records(text.edits),
        "suggestions": edit_records(text.suggestions),
        "letter_folds": sum(1 for _ in text.letter_folds()),
    }


def explain_lines(original: str) -> Iterator[str]:
    """Explain the repairs of one text, a line each, for people."""
    from rawi.cli.cards import isolate  # late: cards know the archive

    runs, text = repair_original(original)
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
    yield f"orthography of the copy: {find_profile(original, runs)}"


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
            for line in explain_lines(text):
                click.echo(line)
            continue
        click.echo(repair_original(text)[1].repaired, nl=False)

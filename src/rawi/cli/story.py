"""Show a story at the terminal: its documents, and passage by passage what the two languages share and what differs."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

import click

from rawi.archive import Archive
from rawi.cli.cards import UNKNOWN, WIDTH, describe_day, isolate
from rawi.cli.progress import count
from rawi.cli.terminal import print_lines
from rawi.export.jsonl import pair_record
from rawi.facts import AlignedPassage, Difference
from rawi.text import Extent

RELATIONS = {"equal": "agree", "differs": "differ", "only_a": "only", "only_b": "only"}


def show_story(opened: Archive, story: str, *, json: bool) -> None:
    """Show a story: as JSON its aligned passages with their words, one a line."""
    if json:
        print_lines(passage_record(opened, story, pair) for pair in opened.store.aligned(story))
        return
    members = [opened.store.row(document) for document in opened.store.story(story).members]
    click.echo(f"\nstory {story}, {count(len(members), 'document')}")
    for row in members:
        day = describe_day(row.day) if row.day else "no day"
        click.echo(f"  {row.language}  {isolate(row.outlet or UNKNOWN)} · {day} · {row.id}")
        click.echo(f"      {isolate(row.name)}")
    pairs = opened.store.aligned(story)
    for pair in pairs:
        print_passage(opened, pair)
    if not pairs:
        click.echo("\nno passages are set side by side: all its documents are in one language")


def print_passage(opened: Archive, pair: AlignedPassage) -> None:
    """Print one passage as each side has it, and what they say differently."""
    differing = "; ".join(map(describe_difference, pair.differences))
    click.echo(f"\n{RELATIONS[pair.relation]}{f': {differing}' if differing else ''}")
    for document, extents in ((pair.a, pair.a_extents), (pair.b, pair.b_extents)):
        words = " ".join(" … ".join(quote(opened, document, extents)).split())
        language = opened.store.row(document).language
        for number, line in enumerate(textwrap.wrap(words, WIDTH)):
            click.echo(f"  {language if not number else '  '}  {isolate(line)}")


def describe_difference(difference: Difference) -> str:
    """One difference in a few words.

    >>> describe_difference(Difference("wording", None, None))
    'wording'
    """
    if difference.a is None and difference.b is None:
        return difference.what
    sides = (isolate(side) if side else "–" for side in (difference.a, difference.b))
    return f"{difference.what} {' / '.join(sides)}"


def quote(opened: Archive, document: str, extents: Sequence[Extent]) -> Iterator[str]:
    """The words of a document at some places, as received."""
    original = opened.store.original(document).original
    return (original[extent.start : extent.end] for extent in extents)


def passage_record(opened: Archive, story: str, pair: AlignedPassage) -> dict[str, Any]:
    """An aligned passage as JSON: as in `pairs.jsonl`, with the words, languages and outlets of both sides."""
    record: dict[str, Any] = {"story": story, **pair_record(pair)}
    for side, document, extents in (("a", pair.a, pair.a_extents), ("b", pair.b, pair.b_extents)):
        row = opened.store.row(document)
        record[f"{side}_text"] = list(quote(opened, document, extents))
        record[f"{side}_language"], record[f"{side}_outlet"] = row.language, row.outlet
    return record

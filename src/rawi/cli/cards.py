"""Cards for people: who, to whom, what, in which word of saying, which day, which outlet, and the place in the original.

Each right-to-left field stands between FSI and PDI, so that a name cannot turn the digits beside it round, and
what a terminal would obey (escape sequences, overrides) is named, not sent: words of sources are foreign.
"""

import textwrap
from datetime import date

import click

from rawi.calendars import render_day
from rawi.index.store import DocumentRow, QuotationRow
from rawi.serve.hidden import show_plain

ISOLATE, POP = "\u2068", "\u2069"
WIDTH = 88
STORY_SHOWN = 12  # characters of a story's id on a card: `rawi show` finds it by them
UNKNOWN = "unknown"


def isolate(text: str) -> str:
    r"""Keep the direction of a text to itself, and name what is hidden in it.

    >>> isolate("a\u202eb\x1b[31m") == "\u2068a[U+202E]b[U+001B][31m\u2069"
    True
    """
    return f"{ISOLATE}{show_plain(text)}{POP}"


def print_quotation_card(row: QuotationRow, *, err: bool = False) -> None:
    """Print a quotation, on standard error when asked."""
    document = row.document
    speaker = isolate(row.speaker) if row.speaker else UNKNOWN
    if row.role:
        speaker += f" ({isolate(row.role)})"
    to = f"  →  {isolate(row.addressee)}" if row.addressee else ""
    click.echo(f"\n{speaker}{to}", err=err)
    for piece in row.content_text:
        for line in textwrap.wrap(" ".join(piece.split()), WIDTH):
            click.echo(f"    {isolate(line)}", err=err)
    via = f" · via {isolate('، '.join(row.relay))}" if row.relay else ""
    copies = f" · {row.copies} copies" if row.copies > 1 else ""
    cue = f" {isolate(' '.join(row.cue_text.split()))}" if row.cue_text else ""
    click.echo(
        f"  {row.kind}{cue} · {row.how} · {describe_days(row)} ·"
        f" according to {isolate(document.outlet or UNKNOWN)}{via}{copies}",
        err=err,
    )
    story = f" · story {document.story[:STORY_SHOWN]}" if document.story else ""
    click.echo(f"  {row.locator} · {row.id}{story}", err=err)


def print_document_card(row: DocumentRow) -> None:
    """Print a document."""
    click.echo(f"\n{isolate(row.title or row.headline or row.snippet[:WIDTH])}")
    if row.title or row.headline:
        for line in textwrap.wrap(row.snippet, WIDTH):
            click.echo(f"    {isolate(line)}")
    day = f"{describe_day(row.day)} ({row.day_evidence})" if row.day else "no day"
    click.echo(f"  {isolate(row.outlet or UNKNOWN)} · {row.language} · {day}")
    story = f" · story {row.story[:STORY_SHOWN]}" if row.story else ""
    click.echo(f"  {row.id}{story}")


def describe_days(row: QuotationRow) -> str:
    """The day a quotation was said, else the day of its document, in three calendars."""
    if row.day:
        first, last = row.day
        return describe_day(first) if first == last else f"{first} to {last}"
    day = row.document.day
    return f"in a report of {describe_day(day)}" if day else "no day"


def describe_day(day: str) -> str:
    """An ISO day with the same day in the Jalali and the Hijri calendar.

    >>> describe_day("2018-04-04")
    '2018-04-04 (1397/01/15, 1439/07/18)'
    """
    try:
        shown = render_day(date.fromisoformat(day))
    except ValueError:  # before year 1, where only the ISO day is kept
        return day
    # Slashes, for a hyphen turns the parts of a date round between right-to-left words.
    others = [written.replace("-", "/") for written in (shown.jalali, shown.hijri) if written]
    return f"{day} ({', '.join(others)})" if others else day

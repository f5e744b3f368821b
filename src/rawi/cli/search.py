"""`rawi search`: find quotations or documents in an archive."""

import shlex
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import click

from rawi.archive import Archive
from rawi.cli.cards import UNKNOWN, isolate, print_document_card, print_quotation_card
from rawi.cli.progress import count
from rawi.cli.terminal import ARCHIVE, QueryCommand, json_option, print_lines, wants_json
from rawi.export.rows import document_hit, line_record, quotation_hit
from rawi.index.loosening import find_loosenings, lacks_outlet
from rawi.index.query import Query, parse_query, print_query
from rawi.index.store import DocumentAnswer, DocumentRow, Line, QuotationAnswer, QuotationRow, Store

OPENING, CLOSING = (
    ("«", "(", "[", "“", "\u200c"),
    ("»", ")", "]", "”", "،", "؛", ",", ".", ":", "؟", "!", "…", "\u200c"),
)
CARDS = 20  # cards shown when no limit is given


@click.command(cls=QueryCommand)
@click.argument("archive", type=ARCHIVE)
@click.argument("query", nargs=-1)
@click.option("--documents", is_flag=True, help="Find documents, not quotations.")
@click.option("--kwic", is_flag=True, help="Find words in their surroundings, a line each.")
@click.option(
    "--context", "-C", type=click.IntRange(1, 1000), default=60, show_default=True,
    help="Characters on each side, with --kwic.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(0), help="At most so many; default: 20 cards, all when piped."
)
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out the first so many.")
@click.option("--count", "-c", "only_count", is_flag=True, help="Print only how many there are.")
@click.option("--facets", is_flag=True, help="Print counts by language, outlet, kind and so on.")
@json_option
def search(
    archive: Path,
    query: tuple[str, ...],
    documents: bool,
    kwic: bool,
    context: int,
    limit: int | None,
    offset: int,
    only_count: bool,
    facets: bool,
    as_json: bool | None,
) -> int:
    """Find quotations in ARCHIVE that answer QUERY; exit 1 when there are none.

    A query has words, «phrases», -excluded words, exact:"as printed", and fields: by: to: relay: outlet:
    lang: day:FROM..TO kind: how: story: report: document: order:oldest forms:off. by: to: outlet: and day: may
    be unknown. Put -- before a query that starts with a minus sign and a Latin letter.

    Example: rawi search news.rawi by:فرضی day:1397/01 آب
    """
    asked = parse_query(" ".join(query))
    json = wants_json(as_json)
    with Archive.open(archive) as opened:
        store = opened.store
        if kwic:
            most = CARDS if limit is None and not json else limit
            lines = islice(store.lines(asked, width=context), offset, None)
            code = print_kwic(islice(lines, most), json=json)
            if not json and next(lines, None):
                click.echo(f"\nthere are more; --limit takes more than {most}", err=True)
            return code
        if not only_count and not facets and json:
            return print_hits(
                store.each_document(asked, limit=limit, offset=offset)
                if documents
                else store.each_quotation(asked, limit=limit, offset=offset)
            )
        find = store.documents if documents else store.quotations
        shown = 0 if only_count or facets else CARDS if limit is None else limit
        answer = find(asked, limit=shown, offset=offset)
        if only_count or facets:
            print_counts(answer, facets=facets, json=json)
        else:
            print_cards(answer)
            if not answer.total:
                print_ways_on(store, asked, archive, documents=documents)
    return 0 if answer.total else 1


def print_kwic(lines: Iterable[Line], *, json: bool) -> int:
    """Print words in their surroundings; return the exit code."""
    found = 0
    for line in lines:
        found += 1
        if json:
            print_lines([line_record(line)])
            continue
        outlet = isolate(line.document.outlet or UNKNOWN)
        said = f" · {isolate(line.speaker)}" if line.speaker else ""
        click.echo(isolate(join_line(line)))
        click.echo(f"  {line.document.day or 'no day'} · {outlet}{said} · {line.locator}")
    return 0 if found else 1


def join_line(line: Line) -> str:
    """One line of text with the hit in brackets; a sign that closes or opens stays at the hit, as printed."""
    before = line.before + " " * (not line.before.endswith(OPENING))
    after = " " * (not line.after.startswith(CLOSING)) + line.after
    return f"{before}[{line.text}]{after}".strip()


def print_hits(rows: Iterator[QuotationRow] | Iterator[DocumentRow]) -> int:
    """Print hits as JSON lines; return the exit code."""
    found = 0
    for row in rows:
        found += 1
        print_lines([document_hit(row) if isinstance(row, DocumentRow) else quotation_hit(row)])
    return 0 if found else 1


def print_counts(answer: QuotationAnswer | DocumentAnswer, *, facets: bool, json: bool) -> None:
    """Print how many there are, and by facet when asked."""
    if json:
        record: dict[str, object] = {"total": answer.total}
        if facets:
            record["facets"] = {name: dict(values) for name, values in answer.facets.items()}
            record["unknown"] = answer.unknown
            record["names"] = name_speakers(answer)
        print_lines([record])
        return
    click.echo(f"{answer.total:,}")
    names = name_speakers(answer)
    for name, values in answer.facets.items() if facets else ():
        if not values and not answer.unknown.get(name):
            continue
        click.echo(f"\n{name}")
        for value, hits in values:
            click.echo(f"  {hits:>7,}  {isolate(names.get(value, value))}")
        if unknown := answer.unknown.get(name):
            click.echo(f"  {unknown:>7,}  {UNKNOWN}")


def name_speakers(answer: QuotationAnswer | DocumentAnswer) -> dict[str, str]:
    """What the entities among the counted speakers are called."""
    return answer.names if isinstance(answer, QuotationAnswer) else {}


def print_cards(answer: QuotationAnswer | DocumentAnswer) -> None:
    """Print cards, and how the query was understood, for people."""
    for line in answer.understood:
        click.echo(f"  {line}")
    for row in answer.rows:
        if isinstance(row, DocumentRow):
            print_document_card(row)
        else:
            print_quotation_card(row)
    shown = "" if len(answer.rows) == answer.total else f", {len(answer.rows)} shown"
    if isinstance(answer, QuotationAnswer):
        found = f"{count(answer.total, 'quotation')} in {count(answer.documents, 'document')}"
    else:
        found = count(answer.total, "document")
    click.echo(f"{found}{shown}")


def print_ways_on(store: Store, query: Query, archive: Path, *, documents: bool) -> None:
    """Say on standard error why nothing may have been found, and what would be: each way was counted."""
    if not store.status().documents:
        click.echo(f"the archive is empty; fill it with: rawi add {archive} PATH…", err=True)
        return
    find = store.documents if documents else store.quotations
    noun = "document" if documents else "quotation"
    for meant in store.suggestions(query):
        again = command(archive, meant.query)
        click.echo(
            f"instead of {isolate(meant.old)} perhaps {isolate(meant.new)}:"
            f" {count(meant.total, 'quotation')}: {again}",
            err=True,
        )
    for loose in find_loosenings(query, lambda asked: find(asked, limit=0).total):
        verb = "by itself" if loose.alone else "without"
        again = command(archive, loose.query, documents=documents)
        click.echo(
            f"{verb} {loose.part.field} {isolate(loose.part.value)}:"
            f" {count(loose.total, noun)}: {again}",
            err=True,
        )
    if lacks_outlet(query, lambda asked: store.documents(asked, limit=0).total):
        click.echo(
            f"no document is of an outlet {isolate(query.outlet or UNKNOWN)}; rawi status {archive} lists the outlets",
            err=True,
        )
    if not documents and (total := store.documents(query, limit=0).total):
        again = command(archive, query, documents=True)
        click.echo(f"in no quotation, but in {count(total, 'document')}: {again}", err=True)
    for near in store.nearest(query):
        lacks = "، ".join(near.missing)
        click.echo(
            f"\nnear, but not what was asked{f'; lacks {isolate(lacks)}' if lacks else ''}:",
            err=True,
        )
        print_quotation_card(near.row, err=True)


def command(archive: Path, query: Query, *, documents: bool = False) -> str:
    """The command that asks a query, ready to be pasted."""
    return shlex.join(
        [
            "rawi",
            "search",
            str(archive),
            print_query(query),
            *(["--documents"] if documents else []),
        ]
    )

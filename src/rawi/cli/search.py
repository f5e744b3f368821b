"""`rawi search`: find quotations or documents in an archive."""

from collections.abc import Iterator
from pathlib import Path

import click

from rawi.archive import Archive
from rawi.cli.cards import print_document_card, print_quotation_card
from rawi.cli.terminal import ARCHIVE, QueryCommand, json_option, print_lines, wants_json
from rawi.export.rows import document_hit, quotation_hit
from rawi.index.query import parse_query
from rawi.index.store import DocumentAnswer, DocumentRow, QuotationAnswer, QuotationRow

CARDS = 20  # cards shown when no limit is given


@click.command(cls=QueryCommand)
@click.argument("archive", type=ARCHIVE)
@click.argument("query", nargs=-1)
@click.option("--documents", is_flag=True, help="Find documents, not quotations.")
@click.option(
    "--limit", type=click.IntRange(0), help="At most so many; default: 20 cards, all when piped."
)
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out the first so many.")
@click.option("--count", "-c", is_flag=True, help="Print only how many there are.")
@click.option("--facets", is_flag=True, help="Print counts by language, outlet, kind and so on.")
@json_option
def search(
    archive: Path,
    query: tuple[str, ...],
    documents: bool,
    limit: int | None,
    offset: int,
    count: bool,
    facets: bool,
    as_json: bool | None,
) -> int:
    """Find quotations in ARCHIVE that answer QUERY; exit 1 when there are none.

    A query has words, «phrases», -excluded words, exact:"as printed", and fields: by: to: relay: outlet:
    lang: day:FROM..TO kind: how: story: report: document: order:oldest forms:off. Put -- before a query that
    starts with a minus sign and a Latin letter.

    Example: rawi search news.rawi by:فرضی day:1397/01 آب
    """
    asked = parse_query(" ".join(query))
    json = wants_json(as_json)
    with Archive.open(archive) as opened:
        store = opened.store
        if not count and not facets and json:
            return print_hits(
                store.each_document(asked, limit=limit, offset=offset)
                if documents
                else store.each_quotation(asked, limit=limit, offset=offset)
            )
        find = store.documents if documents else store.quotations
        shown = 0 if count or facets else CARDS if limit is None else limit
        answer = find(asked, limit=shown, offset=offset)
        if count or facets:
            print_counts(answer, facets=facets, json=json)
        else:
            print_cards(answer)
    return 0 if answer.total else 1


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
        print_lines([record])
        return
    click.echo(answer.total)
    for name, values in answer.facets.items() if facets else ():
        click.echo(f"\n{name}")
        for value, hits in values:
            click.echo(f"  {hits:>7,}  {value}")


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
        click.echo(f"{answer.total:,} quotations in {answer.documents:,} documents{shown}")
    else:
        click.echo(f"{answer.total:,} documents{shown}")

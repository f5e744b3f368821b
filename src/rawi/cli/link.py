"""`rawi link`: what people decide about links: two documents tell one event, or are copies of one text, or not."""

from pathlib import Path

import click

from rawi.archive import Archive
from rawi.archive.naming import name_document
from rawi.cli.terminal import ARCHIVE, json_option, print_lines, wants_json
from rawi.link.decisions import Decision, DecisionKind


@click.command()
@click.argument("archive", type=ARCHIVE)
@click.argument(
    "what", metavar="accept|cut|withdraw", type=click.Choice(["accept", "cut", "withdraw"])
)
@click.argument("a")
@click.argument("b")
@click.option("--copies", is_flag=True, help="Decide whether they are copies of one text.")
@click.option("--note", help="Why.")
@json_option
def link(
    archive: Path,
    what: str,
    a: str,
    b: str,
    copies: bool,
    note: str | None,
    as_json: bool | None,
) -> int:
    """Accept or cut the link between documents A and B of ARCHIVE, by id or path, or withdraw what was decided.

    It says that they tell one event, or with --copies that they are copies of one text; both are linked anew,
    and what was decided stays so whatever the scores say.

    Example: rawi link news.rawi cut 3f0c1a2b 81ab12cd --note 'another match'
    """
    kind: DecisionKind = "report" if copies else "story"
    with Archive.open(archive) as opened:
        a, b = (name_document(opened, document) for document in (a, b))
        if what == "withdraw":
            opened.withdraw_link(kind, a, b)
        else:
            opened.decide_link(Decision(kind, a, b, "accept" if what == "accept" else "cut", note))
        rows = [opened.store.row(document) for document in (a, b)]
    if wants_json(as_json):
        print_lines([{"id": row.id, "report": row.report, "story": row.story} for row in rows])
    else:
        for row in rows:
            click.echo(f"{row.id}  report {row.report or '–'}  story {row.story or '–'}")
    return 0

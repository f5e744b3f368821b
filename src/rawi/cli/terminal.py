"""What the verbs share at the terminal: whether people or programs read, JSON lines, options."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

Command = TypeVar("Command", bound=Callable[..., Any])

ARCHIVE = click.Path(path_type=Path)  # an archive's existence is checked where it is opened

json_option = click.option(
    "--json/--cards",
    "as_json",
    default=None,
    help="JSON, one object a line (the default when piped), or cards for people (the default on a terminal).",
)

names_model_option = click.option(
    "--names-model",
    metavar="LIBRARY:FOLDER",
    help="A model of named entities on this machine that adds names (spacy, transformers or stanza).",
)

encoder_option = click.option(
    "--encoder",
    metavar="FOLDER",
    help="A sentence-transformers model on this machine that helps to find counterparts.",
)


class QueryCommand(click.Command):
    """A verb whose query may begin with a minus sign: `-برق` is no option, since no option has such letters."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put such words behind `--`, where click takes no options."""
        return super().parse_args(ctx, spare_excluded(args))


def spare_excluded(args: list[str]) -> list[str]:
    """Move words that begin with a minus sign and a letter of no option behind `--`.

    >>> spare_excluded(["news.rawi", "-برق", "آب", "--json"])
    ['news.rawi', 'آب', '--json', '--', '-برق']
    """
    if "--" in args:
        return args
    excluded = [
        word for word in args if word[:1] == "-" and len(word) > 1 and not word[1].isascii()
    ]
    return [word for word in args if word not in excluded] + (["--", *excluded] if excluded else [])


def wants_json(asked: bool | None) -> bool:
    """Tell whether to print JSON: as asked, else when a program reads."""
    return not sys.stdout.isatty() if asked is None else asked


def print_lines(records: Iterable[dict[str, Any]]) -> None:
    """Print JSON objects, one a line, in UTF-8 whatever the locale says."""
    encoder = msgspec.json.Encoder()
    out = sys.stdout.buffer
    for record in records:
        out.write(encoder.encode(record) + b"\n")
    out.flush()

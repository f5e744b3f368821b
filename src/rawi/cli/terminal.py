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

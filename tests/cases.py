"""Read the tables of cases beside the tests: `cases/*.tsv`, which a linguist can extend without Python."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Case = TypeVar("Case")


def read_cases(test: str, name: str) -> list[dict[str, str]]:
    """Read the rows of a table of the folder `cases` beside a test (its `__file__`), by column.

    Comment lines begin with `#`; the first other line names the columns.
    """
    text = (Path(test).parent / "cases" / name).read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    columns, *rows = [line.split("\t") for line in lines]
    return [dict(zip(columns, cells, strict=True)) for cells in rows]


def load_cases(test: str, name: str, make: Callable[..., Case]) -> list[Case]:
    """Read the rows of a table into cases whose fields are its columns."""
    return [make(**row) for row in read_cases(test, name)]


def list_tables(test: str) -> list[str]:
    """List the tables of cases beside a test."""
    return sorted(path.name for path in (Path(test).parent / "cases").glob("*.tsv"))

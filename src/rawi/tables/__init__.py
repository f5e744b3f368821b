"""How data files are read and checked; knows no language."""

from rawi.tables.load import (
    load_bytes,
    load_packed,
    load_toml,
    load_tsv,
    split_columns,
    without_collecting,
)

__all__ = [
    "load_bytes",
    "load_packed",
    "load_toml",
    "load_tsv",
    "split_columns",
    "without_collecting",
]

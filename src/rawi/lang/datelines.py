"""The words of lines that tell a day: the labels it stands behind, and what stands beside it. Floor 2."""

import re
from functools import cache

import msgspec

from rawi.lang import LANGUAGES, table_package
from rawi.lang.folding import fold
from rawi.tables import load_toml


class _Dateline(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `dateline.toml`."""

    labels: list[str]
    beside: list[str]


@cache
def any_label() -> str:
    """A regular expression for the folded labels of all languages, longest first: `تاریخ انتشار`, `تاریخ`."""
    labels = {fold(label) for table in _load_all() for label in table.labels}
    return "|".join(sorted(map(re.escape, labels), key=lambda label: (-len(label), label)))


def words_beside_days() -> list[str]:
    """What may stand beside a day in a line of its own, in all languages: `برابر با`, `ساعت`."""
    return [word for table in _load_all() for word in table.beside]


@cache
def _load_all() -> tuple[_Dateline, ...]:
    """The tables of all languages."""
    return tuple(
        load_toml(table_package(language), "dateline.toml", _Dateline) for language in LANGUAGES
    )

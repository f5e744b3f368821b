"""The words of lines that tell a day or an agency: the labels a day stands behind, what stands beside it, and what is no agency. Floor 2."""

import re
from collections.abc import Iterable
from functools import cache

import msgspec

from rawi.lang import LANGUAGES, table_package
from rawi.lang.folding import fold
from rawi.tables import load_toml


class _Dateline(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `dateline.toml`."""

    labels: list[str]
    updates: list[str]
    now: list[str]
    beside: list[str]
    behind: list[str]
    authors: list[str]
    no_outlet: list[str]


@cache
def any_label() -> str:
    """A regular expression for the folded labels of all languages, longest first: `تاریخ انتشار`, `تاریخ`."""
    return _any_of(label for table in _load_all() for label in (*table.labels, *table.updates))


@cache
def any_update() -> str:
    """A regular expression for the folded labels of them that tell the day of an update: `آخر تحديث`."""
    return _any_of(label for table in _load_all() for label in table.updates)


@cache
def any_now() -> str:
    """A regular expression for the folded words behind which a page prints the day it is looked at: `امروز:`."""
    return _any_of(word for table in _load_all() for word in table.now)


@cache
def any_behind() -> str:
    """A regular expression for the folded words a page prints behind a day in its line: `بازدید`, `دقائق قراءة`."""
    return _any_of(word for table in _load_all() for word in table.behind)


@cache
def any_author() -> str:
    """A regular expression for the folded words before a writer's name: `نویسنده`, `بقلم`."""
    return _any_of(word for table in _load_all() for word in table.authors)


def _any_of(words: Iterable[str]) -> str:
    """A regular expression for folded words, longest first."""
    folded = set(map(fold, words))
    return "|".join(sorted(map(re.escape, folded), key=lambda word: (-len(word), word)))


def words_beside_days() -> list[str]:
    """What may stand beside a day in a line of its own, in all languages: `برابر با`, `ساعت`."""
    return [word for table in _load_all() for word in table.beside]


def words_for_no_outlet() -> list[str]:
    """What stands in the brackets of an agency and names none, in all languages: `وكالات`, `اختصاصی`."""
    return [word for table in _load_all() for word in table.no_outlet]


@cache
def _load_all() -> tuple[_Dateline, ...]:
    """The tables of all languages."""
    return tuple(
        load_toml(table_package(language), "dateline.toml", _Dateline) for language in LANGUAGES
    )

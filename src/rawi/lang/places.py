"""The names of places a language has in its tables, their codes, and the words that stand before them. Floor 2."""

from functools import cache
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.tables import load_tsv


class PlaceRow(NamedTuple):
    """A row of `places.tsv`: the code of CLDR (territory or city) and its name."""

    code: str
    name: str


class RegionRow(NamedTuple):
    """A row of `regions.tsv`: the name of a region, water or city, and its code."""

    name: str
    code: str


class HeadRow(NamedTuple):
    """A row of `place_heads.tsv`; a `kept` head belongs to the name: خیابان, not شهر."""

    head: str
    kept: str = ""


class HomonymRow(NamedTuple):
    """A row of `place_homonyms.tsv`: a place's name that is more often another word."""

    name: str


def place_codes(language: str) -> list[tuple[str, str]]:
    """The places of a language: their names as written, with their codes.

    >>> ("لندن", "Europe/London") in place_codes("fa")
    True
    """
    package = table_package(language)
    countries = load_tsv(package, "places.tsv", PlaceRow)
    regions = load_tsv(package, "regions.tsv", RegionRow)
    return [(row.name, row.code) for row in (*countries, *regions)]


@cache
def place_homonyms(language: str) -> frozenset[str]:
    """The names that are places only after a head, folded."""
    rows = load_tsv(table_package(language), "place_homonyms.tsv", HomonymRow)
    return frozenset(squeeze(row.name) for row in rows)


@cache
def place_heads(language: str) -> dict[str, bool]:
    """The folded words before the name of a place, and whether each belongs to the name.

    >>> place_heads("fa")["شهر"], place_heads("fa")["خیابان"]
    (False, True)
    """
    rows = load_tsv(table_package(language), "place_heads.tsv", HeadRow)
    return {squeeze(row.head): bool(row.kept) for row in rows}

"""The grammar of dates: rules over the kinds of tokens, read from `date_grammar.toml` of each language.

A rule is a regular expression whose letters are kinds of tokens: `day:day month:month (year:year era:era?)?`
matches a day, a month and perhaps a year with its era, and says which is which. `{name}` stands for a pattern
under `[macro]`, a name under `[class]` for several kinds. Rules are tried in their order at each token; the first
that fits is taken and reading goes on behind it.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from rawi.errors import TableError
from rawi.lang import table_package
from rawi.tables import load_toml

_FIRST_SIGN = 0xE000  # kinds are written as private-use characters inside the compiled expressions
_REMEMBERED = 60  # tokens; longer runs are lists and tables, which do not come back
# Runs of these alone are no dates: و، في، من.
_LINKS = (
    "in",
    "from",
    "and",
    "or",
    "on",
    "at",
    "for",
    "by",
    "about",
    "less",
    "comma",
    "dash",
    "slash",
    "dot",
    "paren",
)
_NAME = re.compile(r"(?:(\w+):)?([a-z_]+)")


class RuleRow(msgspec.Struct, forbid_unknown_fields=True):
    """A rule of `date_grammar.toml`: `make` names the reading it gives, `example` shows it."""

    name: str
    make: str
    pattern: str
    example: str = ""


class GrammarTable(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `date_grammar.toml`."""

    classes: dict[str, list[str]]
    macro: dict[str, str]
    rule: list[RuleRow]


class Match(NamedTuple):
    """A rule that fits tokens [start, end); `roles` tells the tokens' places by role."""

    rule: str
    make: str
    start: int
    end: int
    roles: Mapping[str, tuple[int, int]]


class Grammar:
    """The compiled rules of one language."""

    def __init__(self, language: str) -> None:
        table = load_toml(table_package(language), "date_grammar.toml", GrammarTable)
        self._signs: dict[str, str] = {}
        self._classes = table.classes
        self._rules = [
            (rule.name, rule.make, re.compile(self._compile(rule, table.macro)))
            for rule in table.rule
        ]
        self._islands = re.compile(f"[{''.join(self._signs.values())}]+")
        self._links = "".join(self._signs.get(kind, "") for kind in _LINKS)
        self._parse = lru_cache(maxsize=65536)(self._parse_island)

    def find(
        self, kinds: list[str], start: int = 0, without: frozenset[str] = frozenset()
    ) -> list[Match]:
        """Find the rules that fit a sentence's tokens, left to right, none over another.

        `kinds` are those of the tokens from `start` on; rules `without` are left out.
        """
        signs = "".join([self._signs.get(kind, " ") for kind in kinds])
        found: list[Match] = []
        for island in self._islands.finditer(signs):
            if not island[0].strip(self._links):
                continue
            offset = island.start() + start
            found += [
                match._replace(
                    start=match.start + offset,
                    end=match.end + offset,
                    roles={role: (a + offset, b + offset) for role, (a, b) in match.roles.items()},
                )
                for match in self._read(island[0], without)
            ]
        return found

    def _read(self, signs: str, without: frozenset[str]) -> tuple[Match, ...]:
        """Read a run, from memory if it is of a usual length."""
        read = self._parse if len(signs) < _REMEMBERED else self._parse_island
        return read(signs, without)

    def _parse_island(self, signs: str, without: frozenset[str]) -> tuple[Match, ...]:
        """Read a run of date tokens; the same run always reads the same, so answers are remembered."""
        found: list[Match] = []
        place = 0
        while place < len(signs):
            for name, make, pattern in self._rules:
                match = pattern.match(signs, place) if name not in without else None
                if match:
                    roles = {r: match.span(r) for r, text in match.groupdict().items() if text}
                    found.append(Match(name, make, place, match.end(), roles))
                    place = match.end()
                    break
            else:
                place += 1
        return tuple(found)

    def _compile(self, rule: RuleRow, macros: Mapping[str, str]) -> str:
        """Turn a rule's pattern into a regular expression over signs."""
        pattern = rule.pattern
        for _ in range(8):
            pattern = re.sub(r"\{(\w+)\}", lambda m: f"({macros[m[1]]})", pattern)
        if "{" in pattern:
            raise TableError(f"date_grammar.toml, rule {rule.name}: macros within macros, too deep")
        pattern = re.sub(r"\((?!\?)", "(?:", pattern)
        return _NAME.sub(self._letter, pattern).replace(" ", "")

    def _letter(self, name: re.Match[str]) -> str:
        """Turn `role:kind` into a group of signs."""
        role, kind = name[1], name[2]
        kinds = self._classes.get(kind, [kind])
        signs = "".join(
            self._signs.setdefault(k, chr(_FIRST_SIGN + len(self._signs))) for k in kinds
        )
        return f"(?P<{role}>[{signs}])" if role else f"[{signs}]"


@cache
def get_grammar(language: str) -> Grammar:
    """Return the grammar of a language (`fa` or `ar`)."""
    return Grammar(language)

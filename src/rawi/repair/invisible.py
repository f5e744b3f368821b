"""Invisible characters: dropped, turned into what they stood for, or kept, as `lang/shared/controls.tsv` says.

Runs before the letters are looked at, since a mark inside a word hides the word from every later rule.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.repair.inside_model import inside_model
from rawi.repair.stretch import VOWEL_MARKS, Copy
from rawi.tables import load_tsv
from rawi.text import Edit

ZWNJ, ZWJ, NOT_SIGN = "\u200c", "\u200d", "\u00ac"
LETTER = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdcf\ufe70-\ufefc"
# An alphabet that cannot be seen; only hides text.
TAGS = frozenset(map(chr, range(0xE0000, 0xE0080)))
SELDOM = -3.0  # log odds: at a soft hyphen a joint is likely unless the letters speak against it

_LETTER = re.compile(f"[{LETTER}]")
_TATWEEL = re.compile(f"(?<=[{LETTER}{VOWEL_MARKS}])\u0640+(?=[{LETTER}\u200c])|(?<=\u0640)\u0640+")
_BREAK = r"\s.,;:!?()\[\]{}«»\"'،؛؟…/\-"
_NO_JOINT = re.compile(
    "\u200c(?:\u200c+"  # doubled: the first stays, if it joins something
    f"|(?:(?<![\\s\\S]\u200c)|(?<=[{_BREAK}]\u200c))"  # after a blank or a mark of punctuation
    f"|(?=[{_BREAK}]|$))"  # before one
)


class Control(NamedTuple):
    """A row of `controls.tsv`."""

    code: str
    character: str
    name: str
    decision: str
    where: str
    reason: str


@cache
def decisions() -> dict[str, str]:
    """Character to what is done with it."""
    rows = load_tsv("rawi.lang.shared", "controls.tsv", Control)
    return {chr(int(row.code.removeprefix("U+"), 16)): row.decision for row in rows}


@cache
def handled_controls() -> frozenset[str]:
    """The characters `find_controls` looks at; tatweel and the joiners have rules of their own."""
    return frozenset({*decisions(), *TAGS} - {"\u0640", ZWNJ})


@cache
def _handled() -> re.Pattern[str]:
    """Any of them."""
    return re.compile(f"[{''.join(handled_controls())}]")


@cache
def wide_spaces() -> frozenset[str]:
    """Spaces of special width."""
    return frozenset(c for c, decision in decisions().items() if decision == "space")


def fold_spaces(copy: Copy) -> str:
    """Turn spaces of special width into spaces, one for one."""
    return copy.repaired.translate({ord(space): " " for space in wide_spaces()})


def find_controls(copy: Copy) -> Iterator[Edit]:
    """Find invisible characters that are residue, and those that stand for a joiner or a line break."""
    text = copy.repaired
    for match in _handled().finditer(text):
        here = match.start()
        decision = decisions().get(match[0], "flag")
        between = _between_letters(text, here)
        if decision == "joiner":
            yield from _stand_in(text, here, between)
        elif decision == "keep":
            if between:
                yield Edit(here, here + 1, "", "control-joiner")
        elif decision == "drop":
            yield Edit(here, here + 1, "", "control")
        elif decision == "flag":
            yield Edit(here, here + 1, "", "control-flagged", 0.9)
        elif decision in ("line", "paragraph"):
            yield Edit(here, here + 1, "\n" if decision == "line" else "\n\n", "control-line")


def _stand_in(text: str, here: int, between: bool) -> Iterator[Edit]:
    """Turn a character that stands for a joiner into one, or drop it where no joint can be."""
    character = text[here]
    if between and (character != "\u00ad" or _joint_is_likely(text, here)):
        yield Edit(here, here + 1, ZWNJ, "control-joint", 0.9)
    elif character != NOT_SIGN:
        yield Edit(here, here + 1, "", "control")


def _between_letters(text: str, here: int) -> bool:
    """Tell whether a character stands between two letters of the Arabic script."""
    return bool(
        0 < here < len(text) - 1 and _LETTER.match(text[here - 1]) and _LETTER.match(text[here + 1])
    )


def _joint_is_likely(text: str, here: int) -> bool:
    """Ask the model of joints about the place of a soft hyphen."""
    start, end = here, here + 1
    while start and _LETTER.match(text[start - 1]):
        start -= 1
    while end < len(text) and _LETTER.match(text[end]):
        end += 1
    word = text[start:here] + text[here + 1 : end]
    return inside_model().score(word, here - start) > SELDOM


def find_tatweel(copy: Copy) -> Iterator[Edit]:
    """Find tatweel between letters; before digits, marks and blanks it carries meaning (الـ47, هـ)."""
    if "\u0640" in copy.repaired:
        for match in _TATWEEL.finditer(copy.repaired):
            yield Edit(match.start(), match.end(), "", "tatweel")


def find_idle_joiners(copy: Copy) -> Iterator[Edit]:
    """Find joiners that join nothing: doubled, or beside a blank or a mark of punctuation."""
    text = copy.repaired
    if ZWNJ not in text:
        return
    for match in _NO_JOINT.finditer(text):
        start, end = match.span()
        if end - start > 1 and not re.match(f"[{_BREAK}]|$", text[end : end + 1]):
            start += start > 0 and not re.match(f"[{_BREAK}]", text[start - 1])
        yield Edit(start, end, "", "idle-joiner")

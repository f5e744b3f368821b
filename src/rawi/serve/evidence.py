"""Why documents were linked, in words a reader can check: shared words as printed, and who took a report from whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from rawi.facts import AnnotatedDocument
from rawi.link.keys import take_passage_keys
from rawi.serve.days import day_words
from rawi.serve.interface import Interface
from rawi.serve.render import show

WORD = re.compile(r"[\w\u200c]+")
_COPY = re.compile(r"copy: (\d+) % of its letters, (\S+) before (\S+)")


@dataclass(frozen=True, slots=True)
class Shared:
    """What two documents share: the word as each prints it, or a day or number both name (then `a` and `b` are one)."""

    a: str
    b: str


def explain_keys(
    ui: Interface, keys: Iterable[str], a: AnnotatedDocument, b: AnnotatedDocument
) -> tuple[Shared, ...]:
    """Turn keys of linking into the words they were taken from; those of one pair of words are said once."""
    sides = [_find_words(document) for document in (a, b)]
    found: dict[Shared, None] = {}
    for key in keys:
        if key.startswith("d"):
            day = day_words(ui, key[1:])
            found[Shared(day, day)] = None
        elif all(key in side for side in sides):
            found[Shared(sides[0][key], sides[1][key])] = None
    return tuple(found)


def _find_words(document: AnnotatedDocument) -> dict[str, str]:
    """The first word of a document that gives each key, as repaired."""
    words = dict.fromkeys(WORD.findall(document.text.repaired))
    keys = ((key, word) for word in words for key in take_passage_keys(word, document.language))
    found: dict[str, str] = {}
    for key, word in keys:
        found.setdefault(key, word)
    return found


def describe_evidence(ui: Interface, evidence: str) -> Markup:
    """Say why a document is thought to have taken its report from another.

    >>> print(describe_evidence(Interface("en"), "copy: 90 % of its letters, 2024-01-02 before 2024-01-03"))
    90 % of its letters stand there, <bdi>2 January 2024</bdi> before <bdi>3 January 2024</bdi>
    """
    copy = _COPY.fullmatch(evidence)
    if copy:
        first, last = _name_time(ui, copy[2]), _name_time(ui, copy[3])
        share = ui.number(int(copy[1]))
        return ui.say("story.copy_evidence", percent=share, first=first, last=last)
    kind, _, words = evidence.partition(": ")
    return ui.say("story.relay_evidence", name=show(words)) if kind == "relay" else show(evidence)


def _name_time(ui: Interface, written: str) -> Markup:
    """A day in words, with the time of day where one is written."""
    day, _, time = written.partition("T")
    shown = Markup("<bdi>{}</bdi>").format(day_words(ui, day))
    return shown + Markup(' <bdi dir="ltr">{}</bdi>').format(time[:5]) if time else shown

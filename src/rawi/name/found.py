"""A name found, in tokens; of names that overlap one is kept."""

from collections.abc import Iterable
from typing import NamedTuple

from rawi.facts import Mention, MentionType
from rawi.lang.folding import squeeze
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.text import Span, Text

_CLITICS = "وفبل"  # and, so, with, to
_RANK = {"PER": 0, "ORG": 1, "LOC": 2}


class FoundName(NamedTuple):
    """Tokens [first, last) are a name; `role` are the tokens of the role beside it.

    `strength` orders the evidence: 3 a title, 2 a given name or role, 1 recalled from elsewhere in the document.
    `clitic` letters of the first token belong to the word before the name: the و of وسهيل.
    `ezafe` letters of the last token bind it to what follows: the last ی of «سوریوی ۸۸ ساله».
    """

    first: int
    last: int
    type: MentionType
    rule: str
    role: tuple[int, int] | None = None
    strength: int = 1
    clitic: int = 0
    ezafe: int = 0

    def mention(self, text: Text, reading: Reading) -> Mention:
        """Make the mention: its place and words in the repaired text."""
        span = reading.span(self.first, self.last)
        start = span.start
        left = self.clitic
        while left or not squeeze(text.repaired[start]):
            left -= bool(squeeze(text.repaired[start]))
            start += 1
        span = Span(start, span.end - self.ezafe)
        role = reading.span(*self.role) if self.role else None
        written = " ".join(text.repaired[role.start : role.end].split()) if role else None
        return Mention(
            span,
            self.type,
            " ".join(text.repaired[span.start : span.end].split()),
            self.rule,
            spell_role(written) if written and self.rule.startswith("ar.") else written,
        )


def with_kunya(words: tuple[str, ...], found: FoundName | None, stop: int) -> FoundName | None:
    """A name whose last word binds the next one, with it: «التاجر أبو | تركي»; no name ends with «أبو»."""
    if found is None or found.last >= stop or not words[found.last].isalpha():
        return found
    binds = load_people("ar").particles.get(words[found.last - 1], False)
    return found._replace(last=found.last + 1) if binds else found


def spell_role(written: str) -> str:
    """An Arabic role without what is written together with its first word: ورئيس النادي, فالمغني, للقاضي.

    >>> [spell_role(role) for role in ("ورئيس النادي", "فالمغني", "للقاضي", "وزير النقل", "زميله")]
    ['رئيس النادي', 'المغني', 'القاضي', 'وزير النقل', 'زميله']
    """
    if written[0] not in _CLITICS or _is_role(written.split(" ")[0]):
        return written
    bare = f"ا{written[1:]}" if written.startswith("لل") else written[1:]
    return bare if _is_role(bare.split(" ")[0]) else written


def _is_role(word: str) -> bool:
    """Tell whether an Arabic word is a role, with its article or without."""
    folded = squeeze(word)
    roles = load_people("ar").roles
    return any(form in roles.alone for form in (folded, folded.removeprefix("ال")))


def keep_longest(found: Iterable[FoundName]) -> list[FoundName]:
    """Of overlapping names keep people before organisations before places, then the longest, then the surest."""
    taken: set[int] = set()
    kept: list[FoundName] = []
    for name in sorted(
        found, key=lambda n: (_RANK[n.type], n.first - n.last, -n.strength, n.first, n.rule)
    ):
        # An organisation ends where a person's name begins: «پلیس شهر رامین باغبانی».
        begun = min(taken.intersection(range(name.first, name.last)), default=name.last)
        if name.type == "ORG" and begun - name.first > 1:
            name = name._replace(last=begun)
        if not taken.intersection(range(name.first, name.last)):
            taken.update(range(name.first, name.last))
            kept.append(name)
    return sorted(kept, key=lambda name: name.first)

"""Learn from the full names of a document which words name someone in it when they stand alone."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from rawi.lang.common import is_rare, load_common
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.words import is_everyday, is_surname_word

_RECALLED = 2  # letters; a shorter surname is too like other words to be looked for
_TITLED = 3  # the strength of a name a title shows


class KnownNames(NamedTuple):
    """What a document taught: its people's surnames as token sequences by first token, and given names.

    common: Persian surnames that are common words, found again only behind a title: «خانم سفید».
    full: rare Persian words no table knows that stand before a surname more than once, with it: تامارا, ولش.
    """

    surnames: dict[str, tuple[tuple[str, ...], ...]]
    given: frozenset[str]
    common: frozenset[str]
    full: frozenset[tuple[str, str]]


def learn_names(reading: Reading, found: Sequence[FoundName]) -> KnownNames:
    """Learn from full names which single words name someone in this document."""
    surnames: set[tuple[str, ...]] = set()
    given: set[str] = set()
    common: set[str] = set()
    families = {reading.words[n.last - 1] for n in found if n.role and n.last - n.first > 1}
    for name in found:
        words = reading.words[name.first : name.last]
        if name.role is None and name.rule == "fa.given" and words[0] in families:
            continue  # «سارا رهنما، سازندهٔ ساز، آمد. رهنما | سه تار را برداشت»
        words = (words[0][name.clitic :], *words[1:])
        surnames.add(words)
        if name.rule.startswith("fa.") and name.role is None and name.strength < _TITLED:
            # «ستاره سریال»: of a name nothing but a given name shows, a common word is recalled nowhere.
            tails = {words[k:] for k in range(1, len(words))}
            given.update(words[:1] if len(words) > 1 else ())
            rare = {t for t in tails if len(t) > 1 or t[0] not in load_common("fa")}
            surnames |= rare
            common.update(t[0] for t in tails - rare)
            continue
        if len(words) > 1:
            given.add(words[0])
            surnames.add(words[1:])
        if len(words) > 2 and words[-1] not in load_people("ar").surname_tails:
            surnames.add(words[-1:])
    arabic = {reading.words[n.last - 1] for n in found if n.rule.startswith("ar.")}
    surnames -= {s for s in surnames if len(s) == 1 and s[0] in arabic and _is_common(s[0])}
    borne = {reading.words[n.first][n.clitic :] for n in found if n.rule.startswith("ar.")}
    persian = {reading.words[n.first] for n in found if n.rule.startswith("fa.")}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for surname in sorted(surnames, key=lambda s: (-len(s), s)):
        if len("".join(surname)) > _RECALLED:
            by_first.setdefault(surname[0], []).append(surname)
    return KnownNames(
        {word: tuple(rows) for word, rows in by_first.items()},
        frozenset(
            word  # «تلا», but not «علی», which is «على» too
            for word in given
            if len(word) > _RECALLED + (word not in persian or not is_rare(word))
            or (word in borne and _is_given(word))
        ),
        frozenset(common),
        _find_repeated(reading.words, surnames),
    )


def _is_common(word: str) -> bool:
    """Tell whether an Arabic word is an everyday one that alone names nobody, and no given name a father bore: كريم, يوسف."""
    given = load_people("ar").given_names.find((word,), 0)
    return is_everyday(word) and (given is None or bool(given.value.weak))


def _is_given(word: str) -> bool:
    """Tell whether a short Arabic word is hardly anything but a given name: رنا, سعد; not منى, عمر."""
    given = load_people("ar").given_names.find((word,), 0)
    return given is not None and not given.value.weak and not is_everyday(word)


def _find_repeated(
    words: tuple[str, ...], surnames: Collection[tuple[str, ...]]
) -> frozenset[tuple[str, str]]:
    """The rare Persian words that stand before one of the surnames of one word more than once, with it."""
    seen = Counter(pair for pair in pairwise(words) if pair[1:] in surnames)
    people = load_people("fa")
    return frozenset(
        pair
        for pair, times in seen.items()
        if times > 1
        and is_rare(pair[0])
        and is_surname_word(pair, 0, "fa")
        and people.roles.find(pair, 0) is None
        and people.titles.find(pair, 0) is None
    )

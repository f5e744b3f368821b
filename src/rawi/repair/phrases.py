"""Phrases of two nouns and a preposition that are written as one word: چشم|به|راه, نهی|ازمنکر, پله|به|پله."""

import re

from rawi.repair.vocabulary import NOT_JOINING, Vocabulary

_PREPOSITIONS = ("به", "از", "در", "تا", "بر")
_TWICE = re.compile("(.{2,}(?=به)|.{3,}(?=در))(به|در)(?=\\1$)")  # پله|به|پله, پیچ|درپیچ
LEAST_FIRST, LEAST_SECOND = 2, 3  # letters
OFTEN = (
    100  # times from which two words side by side (قبل از) are apart, so that their space was lost
)
KNOWN_WELL = 3  # what is so well known is no phrase


def joints_of_phrase(key: str, vocabulary: Vocabulary) -> frozenset[int]:
    """Where the joints around a preposition within a word are, if both nouns were seen beside it.

    Of the words of the dictionaries and of PerDT and Seraji this finds 20, all of them phrases.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [sorted(joints_of_phrase(key, load_vocabulary())) for key in ("چشمبهراه", "نهیازمنکر", "قبلازشروع", "تجربهها", "پلهبهپله")]
    [[3, 5], [3], [], [], [3, 5]]
    """
    v = vocabulary
    if v.knowledge(key) >= KNOWN_WELL:
        return frozenset()
    twice = _TWICE.match(key)
    if twice and v.knowledge(twice[1]) > 1:
        return frozenset(i for i in twice.span(2) if key[i - 1] not in NOT_JOINING)
    if len(key) < LEAST_FIRST + len("به") + LEAST_SECOND:
        return frozenset()
    for preposition in _PREPOSITIONS:
        start = key.find(preposition, LEAST_FIRST)
        while 0 < start <= len(key) - len(preposition) - LEAST_SECOND:
            end = start + len(preposition)
            first, second = key[:start], key[end:]
            if (
                first[-1] not in NOT_JOINING
                and 0 < v.pairs.get(first + preposition, 0) < OFTEN
                and preposition + second in v.pairs
                and v.knowledge(first) > 1
                and v.knowledge(second) > 1
            ):
                return frozenset(i for i in (start, end) if key[i - 1] not in NOT_JOINING)
            start = key.find(preposition, start + 1)
    return frozenset()

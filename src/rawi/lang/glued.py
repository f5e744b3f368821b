"""Part Arabic tokens that lost the blank before «أنّ» or a number: التقاريربأن, كلاركإن, يعتقد38. Floor 2.

Translators' and converters' copies lose that blank often, and with it the border between who speaks and what he says.
Told by the hamza, which a word rarely carries before a final نون; copies without hamza are left as they are.
"""

import re

from rawi.lang.folding import squeeze
from rawi.lang.reading import Reading

_SIGNS = "[\u064b-\u0652\u0640]*"
_GLUED = re.compile(
    rf"(?P<word>\w{{3,}}?{_SIGNS})(?P<that>(?:ب{_SIGNS})?[أإ]{_SIGNS}ن{_SIGNS}(?:ه|ها|هم|هما|نا|ني)?{_SIGNS})"
)
_NUMBERED = re.compile(r"(?P<word>[\u0621-\u064a\u064b-\u0652]{3,})(?P<that>\d+)")
# Words that end so by themselves: شأن, طمأن.
_WHOLE = re.compile("(?:شان|طمان|یطمان|قران|ضان)(?:ه|ها|هم|هما|نا|نی)?$")
_ENDS = ("ان", "انه", "انها", "انهم", "انهما", "اننا", "اننی")


def part_glued(reading: Reading, text: str) -> Reading:
    """Part the tokens in which a word and «أنّ» or a number stand together; without any the reading comes back.

    >>> from rawi.lang.reading import read_tokens
    >>> part_glued(read_tokens("قال كلاركإن الشأن"), "قال كلاركإن الشأن").words
    ('قال', 'کلارک', 'ان', 'الشان')
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for word, start, end in zip(reading.words, reading.starts, reading.ends, strict=True):
        if len(word) > 4 and (word.endswith(_ENDS) or word[-1].isdigit()):
            border = _border(text[start:end])
            if border:
                words.append(squeeze(text[start : start + border]))
                starts.append(start)
                ends.append(start + border)
                word, start = squeeze(text[start + border : end]), start + border
        words.append(word)
        starts.append(start)
        ends.append(end)
    if len(words) == len(reading.words):
        return reading
    return Reading(tuple(words), tuple(starts), tuple(ends))


def _border(word: str) -> int | None:
    """The offset in a glued word at which «أنّ» or the number begins."""
    match = _GLUED.fullmatch(word) or _NUMBERED.fullmatch(word)
    if match is None or _WHOLE.search(squeeze(word)):
        return None
    return match.end("word")

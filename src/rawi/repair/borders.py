"""Tell what stands at the border of two words: whether a sentence ends there, and whether someone is quoted."""

import re
from typing import NamedTuple

_ENDING = re.compile(
    r"""(?:(?P<stop>[.!؟?…][»”"')]*)      # a sentence ends: رفت.»
        |(?P<colon>:)                      # what was said follows: گفت:
        |(?P<semicolon>[؛;])
        |(?P<closer>[»”"')]))              # a saying ends: «… نیست»
        [\u200e\u200f]?$""",
    re.VERBOSE,
)
# Nearly all words end in a stop or in none of these, which the last character tells.
_STOPS, _ENDS = ".!؟?…", "»”\"'):؛;\u200e\u200f"
_NAME = re.compile(r"[«“\"'(]\S+(?: \S+){0,3}[»”\"')]$")  # short marks hold a name: سد «آبی دور»
_OPENER = re.compile(r"[«“\"'(]")
INSIDE = re.compile(
    r"([.!؟?…:؛;»”\"')][\u200e\u200f]?)[ \t]+(?=\S)"
)  # where something ends inside a line
_LONGEST_NAME, _LONGEST_QUOTATION = 40, 600  # characters looked back for an opening mark


class Kind(NamedTuple):
    """What stands at a border: how the word before it ends, whether a quotation opens or is open."""

    ending: str  # "" in mid-sentence, else `stop`, `colon`, `semicolon` or `closer`
    opens: bool
    open: bool


def read_kind(text: str, end: int, start: int) -> Kind:
    """Read what stands at a border: one word ends at `end`, the next starts at `start`.

    >>> read_kind("گفت: «آب هست.»", 4, 5)
    Kind(ending='colon', opens=True, open=False)
    """
    before = text[max(0, end - _LONGEST_QUOTATION) : end]
    is_open = before.rfind("«") > before.rfind("»")
    return Kind(read_ending(before), _OPENER.match(text, start) is not None, is_open)


def read_ending(words: str) -> str:
    """How words end; "" in mid-sentence, as after a name in marks.

    >>> [read_ending(words) for words in ("او رفت.»", "او گفت:", "از پل", "از پل «آبی»")]
    ['stop', 'colon', '', '']
    """
    last = words[-1:]
    if last in _STOPS:
        return "stop" if last else ""
    if last not in _ENDS:
        return ""
    words = words[-_LONGEST_NAME:]
    found = _ENDING.search(words)
    if found is None or (found.lastgroup == "closer" and _NAME.search(words)):
        return ""
    return found.lastgroup or ""

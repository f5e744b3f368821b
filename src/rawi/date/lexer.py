"""Cut a sentence into tokens the grammar of dates can read: numbers, date words, punctuation.

First half of finding dates: `read_tokens` answers nothing for a sentence that cannot hold a date, quickly; most
sentences end there. Letters are folded one to one; marks, tatweel and bidi controls are stepped over, so a token
knows its place in the sentence as it stands.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.date.words import ZWNJ, Lexicon
from rawi.date.worth import get_sieve
from rawi.lang.folding import replace_letters, squeeze
from rawi.text import Span

_MARK = "\x00"
_LETTERS = rf"[^\W\d_]+(?:{ZWNJ}[^\W\d_]+)*"
_QUICK = re.compile(rf"{_LETTERS}|\d+")
# Two slashes, dashes or dots between numbers; years of two digits and dots need a word before them.
_NUMERIC = r"""
    (?P<numeric> (?<![\d/.\-٫,]) (?:
        \d{1,4}\s{0,2}(?P<sep>[/\-–])\s{0,2}\d{1,2}\s{0,2}(?P=sep)\s{0,2}\d{1,4}
      | \d{4}\.\d{1,2}\.\d{1,2} | \d{1,2}\.\d{1,2}\.\d{4} | \d\d\.\d\d?\.\d\d?
      ) (?:t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)? (?![\d/]|[.,٫]\d|-\d) )
"""
_TOKEN = re.compile(
    rf"""
    (?P<word> {_LETTERS} )
  | (?P<mark> [^\w\s{ZWNJ}] )
  | (?=\d) (?: {_NUMERIC}
      | (?P<time> (?<![\d:.]) (?:[01]?\d|2[0-3]) [:٫.] [0-5]\d (?::[0-5]\d)? (?![\d:]|[.,]\d) )
      | (?P<decimal> \d+ (?:[.,٫٬] \d+)+ )
      | (?P<digits> \d+ )
    )
    """,
    re.VERBOSE,
)
_PUNCTUATION = {
    **dict.fromkeys("،,؛", "comma"), **dict.fromkeys("-–—−", "dash"), "/": "slash", ":": "colon", ".": "dot",
    **dict.fromkeys("()[]", "paren"),
}  # fmt: skip
_MARKS_ON_LETTERS = frozenset(map(chr, (0x0640, *range(0x064B, 0x0660), 0x0670)))
# Digits that may stand behind thousands in words.
_DIGITS_BEHIND_WORDS = ("three_digits", "two_digits", "day_number")
_NUMBER_WORDS = frozenset({"cardinal", "ordinal"})
_NUMBER_ENDS = _NUMBER_WORDS | {"th"}
_BETWEEN_LETTERS = frozenset(".-–")
_YEARS = range(1000, 2601)  # four digits outside are no year of any calendar of the press


class Token(NamedTuple):
    """A token of a sentence: [start, end) in it, its kind (a word of the grammar, or `other`), its value."""

    start: int
    end: int
    kind: str
    value: str


def read_tokens(text: str, span: Span, lexicon: Lexicon) -> list[Token]:
    """Cut a sentence of a text into tokens; no tokens if there is nothing in it that dates are made of."""
    folded = marked = _fold(text)[slice(*span)]
    if _MARK in marked:
        folded = marked.replace(_MARK, "")
    if not get_sieve(lexicon.language).passes(folded, set(_QUICK.findall(folded))):
        return []
    tokens = join_numbers(_lex(folded, lexicon))
    if folded is marked:
        return tokens
    sentence, first = text[slice(*span)], marked.index(_MARK)
    places = [i for i, character in enumerate(marked) if character != _MARK]
    return [
        token
        if token.end < first
        else Token(
            places[token.start], _with_marks(sentence, places[token.end - 1] + 1), *token[2:]
        )
        for token in tokens
    ]


def _with_marks(sentence: str, end: int) -> int:
    """Take in the vowel signs and tatweel on the last letter of a token."""
    while end < len(sentence) and sentence[end] in _MARKS_ON_LETTERS:
        end += 1
    return end


def _lex(folded: str, lexicon: Lexicon) -> list[Token]:
    """Look the pieces of folded text up, phrases before words."""
    pieces = _cut(folded, lexicon)
    tokens: list[Token] = []
    behind = 0  # the first piece that no token has taken
    for i, piece in enumerate(pieces):
        if piece.kind != "word":
            if i >= behind:
                tokens.append(piece)
            continue
        if i < behind:
            continue
        start, end, _, _ = piece
        behind = i + 1
        for after, kind, value in lexicon.first[piece.value]:
            length = _phrase_length(pieces, i, after) if after else 1
            if length:
                behind = i + length
                end = pieces[behind - 1].end
                # The written ezafe of a word in -e (`هفته ی گذشته`) belongs to it.
                if _is_text(pieces, behind, "ی") and folded[end - 1] == "ه" and kind != "other":
                    end = pieces[behind].end
                    behind += 1
                tokens.append(Token(start, end, kind, value))
                break
        else:
            tokens.append(piece._replace(kind="other"))
    return tokens


def _phrase_length(pieces: list[Token], place: int, after: tuple[str, ...]) -> int:
    """How many pieces a phrase takes whose first word stands at `place`; 0 if the others do not follow.

    The letters of an abbreviation may have dots or dashes between them (`ق.م`, `ه - ش`).
    """
    at = place
    for word in after:
        at += 1
        if len(word) == 1 and at < len(pieces) and pieces[at].value in _BETWEEN_LETTERS:
            at += 1
        if not _is_text(pieces, at, word):
            return 0
    return at - place + 1


def _is_text(pieces: list[Token], place: int, text: str) -> bool:
    """Tell whether a word stands at a place."""
    return place < len(pieces) and pieces[place].value == text


def _cut(folded: str, lexicon: Lexicon) -> list[Token]:
    """Cut folded text into pieces: known words (`word`), glued words cut, numbers and signs with their kinds."""
    pieces: list[Token] = []
    known, parts = lexicon.first, lexicon.parts
    for found in _TOKEN.finditer(folded):
        text, group = found[0], found.lastgroup
        start, end = found.span()
        if group == "mark":
            pieces.append(Token(start, end, _PUNCTUATION.get(text, "other"), text))
        elif group != "word":
            pieces.append(Token(start, end, _classify(group, text), text))
        elif text in known:
            pieces.append(Token(start, end, "word", text))
        elif not (glued := parts[text]):
            pieces.append(Token(start, end, "other", text))
        else:
            for length, word in glued:
                end = start + length
                kind = "word" if word in known else "other"
                pieces.append(Token(start, end - (folded[end - 1] == ZWNJ), kind, word))
                start = end
    return pieces


def _classify(group: str | None, text: str) -> str:
    """Name the kind of a number, a date in digits, a clock time."""
    if group != "digits":
        return group or "other"
    number, length = int(text), len(text)
    if length == 2 and text < "10":
        return "zero_number"  # ۰۵ is a day, or the year 1405
    if length <= 2:
        return "day_number" if 1 <= number <= 31 else "two_digits"
    if length == 4 and number in _YEARS:
        return "year_number"
    return "three_digits" if length == 3 else "number"


def join_numbers(tokens: list[Token]) -> list[Token]:
    """Join number words into numbers: `بیست و یکم` is the ordinal 21."""
    if not any(token.kind in _NUMBER_ENDS for token in tokens):
        return tokens
    joined: list[Token] = []
    for token in tokens:
        if token.kind in _DIGITS_BEHIND_WORDS and _is_thousands(joined):
            head = joined[-2]
            value = str(int(head.value) + int(token.value))
            token = Token(head.start, token.end, "cardinal", value)
            del joined[-2:]
        elif token.kind == "th":
            if not joined or joined[-1].kind != "day_number":
                token = token._replace(kind="other")
            else:
                token = joined.pop()._replace(end=token.end, kind="ordinal")  # ۱۸ام
        elif token.kind in _NUMBER_WORDS and len(joined) >= 1:
            before = 2 if joined[-1].kind == "and" and len(joined) >= 2 else 1
            head = joined[-before]
            total = _join(head, token, before == 2)
            if total:
                del joined[-before:]
                token = Token(head.start, token.end, token.kind, str(total))
        joined.append(token)
    return [_name_size(token) if token.kind == "cardinal" else token for token in joined]


def _is_thousands(tokens: list[Token]) -> bool:
    """Tell whether the last tokens are thousands and `و`, so that digits may follow: `هزار و 700`."""
    if len(tokens) < 2 or tokens[-1].kind != "and" or tokens[-2].kind != "cardinal":
        return False
    return int(tokens[-2].value) % 1000 == 0


def _join(head: Token, tail: Token, linked: bool) -> int:
    """The number two number words make, 0 if they are two numbers."""
    high, low = int(head.value) if head.kind in ("cardinal", "ordinal") else 0, int(tail.value)
    if not high:
        return 0
    if linked and head.kind == tail.kind and 0 < high % 100 < 10 and low in range(20, 100, 10):
        return high + low  # Arabic says units first: الثامن والعشرين, ألفين وأربعة وعشرين
    if head.kind == "ordinal":
        return 0
    if (
        linked
        and high < low
        and (low == 1000 or (low < 1000 and low % 100 == 0 and 20 < high < 100))
    ):
        return high + low  # خمس وتسعين وتسعمئة وألف
    if linked:
        scale = next((s for s in (1000, 100, 10) if high % s == 0), 1)
        return high + low if low < scale and high > low else 0
    return high * low if low in (100, 1000) and high < low else 0


def _name_size(token: Token) -> Token:
    """Tell cardinals that can be days, years of two digits, and years apart."""
    number = int(token.value)
    if number <= 31:
        return token
    kind = "cardinal_tens" if number < 100 else "year_words" if number in _YEARS else "number_words"
    return token._replace(kind=kind)


@lru_cache(maxsize=2)
def _fold(text: str) -> str:
    """A text with its letters folded one to one, and marks for what is stepped over; asked once a sentence."""
    return replace_letters(text, _folding())


@cache
def _folding() -> dict[int, str]:
    """Code point to its fold, or to a mark for what is stepped over; the joiner stays, it ends no word."""
    folding: dict[int, str] = {}
    for point in (*range(0x41, 0x5B), 0xAD, *range(0x600, 0x700), *range(0x2000, 0x2070), 0xFEFF):
        character = chr(point)
        folded = squeeze(character) or _MARK
        if folded != character and character != ZWNJ:
            folding[point] = folded
    return folding

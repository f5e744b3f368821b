"""Cut a sentence into tokens the grammar of dates can read: numbers, date words, punctuation.

First half of finding dates: `read_tokens` answers nothing for a sentence that cannot hold a date, quickly; most
sentences end there. Letters are folded one to one; marks, tatweel and bidi controls are stepped over, so a token
knows its place in the sentence as it stands.
"""

import re
from functools import cache, lru_cache

from rawi.date.tokens import YEARS, Token, join_numbers, join_twin_months
from rawi.date.words import ZWNJ, Lexicon, Piece
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
# The last letter before digits, and the last digit right before letters.
_AT_DIGITS = re.compile(r"[^\W\d_](?=\s{0,2}\d)|\d(?=[^\W\d_])")
_DIGITS_SEEN = 6
_BETWEEN_LETTERS = frozenset(".-–")


def read_tokens(text: str, span: Span, lexicon: Lexicon) -> list[Token]:
    """Cut a sentence of a text into tokens; no tokens if there is nothing in it that dates are made of."""
    folded = marked = _fold(text)[slice(*span)]
    if _MARK in marked:
        folded = marked.replace(_MARK, "")
    if not get_sieve(lexicon.language).passes(folded, set(_QUICK.findall(folded))):
        return []
    tokens = join_twin_months(join_numbers(_lex(folded, lexicon)))
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
    near = {joint.end() for joint in _AT_DIGITS.finditer(folded)}
    for found in _TOKEN.finditer(folded):
        text, group = found[0], found.lastgroup
        start, end = found.span()
        if group == "mark":
            pieces.append(Token(start, end, _PUNCTUATION.get(text, "other"), text))
        elif group != "word":
            pieces.append(Token(start, end, _classify(group, text), text))
        elif text in known:
            pieces.append(Token(start, end, "word", text))
        elif not (glued := parts[text] or (near and _cut_beside_digits(found, near, lexicon))):
            pieces.append(Token(start, end, "other", text))
        else:
            for length, word in glued:
                end = start + length
                kind = "word" if word in known else "other"
                pieces.append(Token(start, end - (folded[end - 1] == ZWNJ), kind, word))
                start = end
    return pieces


def _cut_beside_digits(found: re.Match[str], near: set[int], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut an unknown word right behind or before digits: `12تموزوعاد`, `وعادالاثنين 25`.

    `near` are the ends of letters before digits and of digits before letters.
    """
    start, end = found.span()
    if start not in near and end not in near:
        return ()
    ahead = found.string[end : end + _DIGITS_SEEN].lstrip() if end in near else ""
    return lexicon.cut_at_digits(found[0], behind=start in near, ahead=ahead)


def _classify(group: str | None, text: str) -> str:
    """Name the kind of a number, a date in digits, a clock time."""
    if group != "digits":
        return group or "other"
    number, length = int(text), len(text)
    if length == 2 and text < "10":
        return "zero_number"  # ۰۵ is a day, or the year 1405
    if length <= 2:
        return "day_number" if 1 <= number <= 31 else "two_digits"
    if length == 4 and number in YEARS:
        return "year_number"
    return "three_digits" if length == 3 else "number"


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

"""Tokens of a sentence, and those of them that are one: number words (`بیست و یکم`), two names of one month."""

from typing import NamedTuple

# Digits that may stand behind thousands in words.
_DIGITS_BEHIND_WORDS = ("three_digits", "two_digits", "day_number")
_NUMBER_WORDS = frozenset({"cardinal", "ordinal"})
_NUMBER_ENDS = _NUMBER_WORDS | {"th"}
MONTHS = ("month", "weak_month", "faint_month")  # the kinds of tokens that are one
YEARS = range(1000, 2601)  # four digits outside are no year of any calendar of the press


class Token(NamedTuple):
    """A token of a sentence: [start, end) in it, its kind (a word of the grammar, or `other`), its value."""

    start: int
    end: int
    kind: str
    value: str


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


def join_twin_months(tokens: list[Token]) -> list[Token]:
    """Join two names of one month into one: `آذار - مارس`, `حزيران (يونيو)`.

    >>> june, dash = Token(2, 8, "month", "gregorian:6"), Token(9, 10, "dash", "-")
    >>> join_twin_months([june, dash, Token(11, 16, "month", "gregorian:6")])
    [Token(start=2, end=16, kind='month', value='gregorian:6')]
    """
    if len([None for token in tokens if token.kind in MONTHS]) < 2:
        return tokens
    joined: list[Token] = []
    for token in tokens:
        joined.append(token)
        if token.kind in MONTHS and _are_twins(joined[-3:], ("dash", "slash")):
            joined[-3:] = [token._replace(start=joined[-3].start, kind="month")]
        elif token.kind == "paren" and _are_twins(joined[-4:-1], ("paren",)):
            joined[-4:] = [joined[-2]._replace(start=joined[-4].start, end=token.end, kind="month")]
    return joined


def _are_twins(tokens: list[Token], signs: tuple[str, ...]) -> bool:
    """Tell whether three tokens are a month, a sign, and the same month."""
    if len(tokens) < 3:
        return False
    head, sign, tail = tokens
    months = head.kind in MONTHS and tail.kind in MONTHS
    return months and sign.kind in signs and head.value == tail.value


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
    kind = "cardinal_tens" if number < 100 else "year_words" if number in YEARS else "number_words"
    return token._replace(kind=kind)

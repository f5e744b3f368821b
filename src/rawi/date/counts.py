"""Numbers that are years, and numbers that count something."""

from rawi.date.context import Context, Neighbours, get_context
from rawi.date.grammar import Match
from rawi.date.tokens import Token
from rawi.lang.folding import squeeze

_SHORT = 2  # letters
_LAST_DAY = 31  # در نیمه نخست سال ۵ درصد counts; سال ۸۵ is a year
_BATCH = squeeze("دفعة")
_LIST_SIGNS = ("comma", "and")
_YEAR_WORDS = ("year_word", "the_year", "years_word")
_LIKELY_YEARS = {"fa": (range(1250, 1450), range(1800, 2100)), "ar": (range(1800, 2100),)}


def is_bare_year(
    match: Match, tokens: list[Token], beside: Neighbours, context: Context, language: str
) -> bool:
    """Tell whether four digits with no word for year are one."""
    year = int(tokens[match.start].value)
    if not _is_likely_year(year, language):
        return False
    if beside.before & context.numbering:
        return False
    before = tokens[match.start - 1].kind if match.start else "start"
    after = tokens[match.end].kind if match.end < len(tokens) else "end"
    if before == "start" and after == "colon":
        return True
    if before in ("paren", "comma") and after == "paren":
        return True  # (دمشق، 1955)
    if before == "colon" and after in ("end", "dot"):
        return True
    if beside.after & context.counters:
        return False
    named = match.start > 1 and tokens[match.start - 2].kind == "year_noun"  # جام جهانی قطر ۲۰۲۲
    if named or before == "year_noun":
        return True
    if (beside.before | beside.before_that) & context.year_nouns:
        return True
    if _is_listed(match.start, tokens):
        return True
    closed = _is_closed(match.end, tokens, beside, context)
    # Behind a preposition a number that is not round is seldom a count, and a counted noun ends in -an in Arabic.
    counted = year % 10 == 0 or (language == "ar" and any(w.endswith("ا") for w in beside.after))
    return bool(beside.before & context.prepositions) and bool(closed or not counted)


def is_edge_of_year(
    match: Match, tokens: list[Token], beside: Neighbours, context: Context, language: str
) -> bool:
    """Tell whether four digits behind `پایان` or `مطلع` are a year: nothing is counted by them, as in `پایان ۱۴۰۰ متر`."""
    year = int(tokens[match.roles["year"][0]].value)
    if beside.after & context.counters or not _is_likely_year(year, language):
        return False
    if tokens[match.start].kind in ("last_of", "half"):
        return bool(beside.before & context.prepositions)
    counted = language == "ar" and any(len(w) > _SHORT and w.endswith("ا") for w in beside.after)
    return not counted


def _is_closed(end: int, tokens: list[Token], beside: Neighbours, context: Context) -> bool:
    """Tell whether nothing a number could count stands behind it."""
    after = tokens[end].kind if end < len(tokens) else "end"
    closed = after in ("end", "comma", "dot", "paren", "and", "from", "to")
    return closed or bool(beside.after & context.closers)


def _is_listed(place: int, tokens: list[Token]) -> bool:
    """Tell whether a number is a later one of a list of years: `سال های ۱۳۶۹، ۱۳۷۱ و ۱۳۷۳`."""
    while place > 1 and tokens[place - 1].kind in _LIST_SIGNS:
        place -= 2
        if tokens[place].kind != "year_number":
            return False
        if place and tokens[place - 1].kind in _YEAR_WORDS:
            return True
    return False


def _is_likely_year(number: int, language: str) -> bool:
    """Tell whether a number of four digits is one the press writes for a year."""
    return any(number in likely for likely in _LIKELY_YEARS[language])


def counts_noun(match: Match, tokens: list[Token], sentence: str, language: str) -> bool:
    """Tell whether the ordinal a match begins with tells which of several things: `چاپ دوم آذر درآمد`."""
    if not match.start or tokens[match.start].kind not in ("ordinal", "first"):
        return False
    noun = tokens[match.start - 1]
    return squeeze(sentence[noun.start : noun.end]) in get_context(language).ordered


def _is_batch(match: Match, tokens: list[Token], beside: Neighbours, sentence: str) -> bool:
    """Tell whether an Arabic noun that is a class of a school and a lot, too, stands with what is counted: `دفعة 60 سيارة`."""
    noun = tokens[match.start]
    if squeeze(sentence[noun.start : noun.end]) != _BATCH:
        return False
    context = get_context("ar")
    word = min(beside.after, key=len, default="")
    counted = word.isalpha() and len(word) > _SHORT and not word.startswith("ال")
    return counted and beside.after.isdisjoint(context.prepositions | context.closers)


def drop_counted_year(match: Match, tokens: list[Token], sentence: str, language: str) -> Match:
    """Cut a number off the end that is no year but a count: `۵ مهر ۲۰ نفر`."""
    last = tokens[match.end - 1]
    for role in ("short2", "year", "short"):
        place = match.roles.get(role)
        if place is None or place[1] != match.end or last.kind == "year_words":
            continue
        if last.kind == "year_number" and _is_likely_year(int(last.value), language):
            continue
        said = tokens[place[0] - 1].kind in _YEAR_WORDS
        beside, context = Neighbours(match, tokens, sentence), get_context(language)
        bare = language == "ar" and last.kind == "two_digits" and match.make in ("day", "month")
        counts = bool(beside.after & context.counters) or _is_batch(match, tokens, beside, sentence)
        alone = match.end - match.start == 1
        if (counts and not alone and (not said or int(last.value) <= _LAST_DAY)) or (
            bare and not said and not _is_closed(match.end, tokens, beside, context)
        ):
            roles = {r: span for r, span in match.roles.items() if r != role}
            return match._replace(end=place[0], roles=roles)
    return match

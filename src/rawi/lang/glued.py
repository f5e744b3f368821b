"""Part Arabic tokens that lost the blank before «أنّ», a number or «قائلًا», or after ة, and Persian ones of «به» and a noun; join spelled abbreviations: كلاركإن, سي إن إن. Floor 2.

Translators' and converters' copies lose that blank often, and with it the border between who speaks and what he says.
Told by the hamza, which a word rarely carries before a final نون; copies without hamza are left as they are.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.lang import table_package
from rawi.lang.copied_marks import mend_marks
from rawi.lang.folding import squeeze
from rawi.lang.grammar import GrammarTable
from rawi.lang.reading import Lexicon, Reading, read_tokens
from rawi.lang.speech import attributing_nouns
from rawi.tables import load_toml, load_tsv

_SIGNS = "[\u064b-\u0652\u0640]*"
_GLUED = re.compile(
    rf"(?P<word>[\w\u064b-\u0652\u0640]{{3,}}?)(?P<that>(?:ب{_SIGNS})?[أإ]{_SIGNS}ن{_SIGNS}(?:ه|ها|هم|هما|نا|ني)?{_SIGNS})"
)
_NUMBERED = re.compile(r"(?P<word>[\u0621-\u064a\u064b-\u0652]{3,})(?P<that>\d+)")
_BEFORE_NOUN = re.compile(rf"(?P<word>ب?[أإ]{_SIGNS}ن{_SIGNS})(?P<that>ال\w{{3,}}{_SIGNS})")
# «بوروقائلًا», «ناصرأيضًا»: these adverbs are never the end of another word; ة ends a word wherever it stands.
_BEFORE_ADVERB = re.compile(
    rf"(?P<word>[\w\u064b-\u0652\u0640]{{3,}}?)(?P<that>(?:قائل|مشير|مضيف|موضح|مؤكد|أيض)(?:[اة]{_SIGNS}|{_SIGNS}ا))"
)
_AFTER_TEH = re.compile(rf"(?P<word>\w{{2,}}ة{_SIGNS})(?P<that>[\u0621-\u064a]{{3,}}{_SIGNS})")
_SHORT = 4  # letters of a word that is never two
_LONGEST_WITH_PREFIX = 8  # letters; وقائلا has fewer
_TO = "به"
_MAY, _NAMED_MAY = "می", "مییی"  # as no verb begins
_ADVERBS = ("قایلا", "قایله", "مشیرا", "مضیفا", "موضحا", "موکدا", "ایضا")
# Words that end so by themselves: شأن, طمأن.
_WHOLE = re.compile("(?:شان|طمان|یطمان|قران|ضان)(?:ه|ها|هم|هما|نا|نی)?$")
_ENDS = ("ان", "انه", "انها", "انهم", "انهما", "اننا", "اننی")


class AcronymRow(NamedTuple):
    """A row of `acronyms.tsv`."""

    form: str


@cache
def _joined() -> Lexicon[str]:
    """What is one token although it may be written as more: the abbreviations, and Persian pronouns of two words (معظم له)."""
    table = load_toml(table_package("fa"), "grammar.toml", GrammarTable)
    pronouns = (*table.singular_pronouns, *table.honorific_pronouns)
    rows = load_tsv("rawi.lang.ar", "acronyms.tsv", AcronymRow)
    return Lexicon(
        (form, form)
        for form in (*(row.form for row in rows), *(p for p in pronouns if "\u200c" in p))
    )


def mend_tokens(reading: Reading, text: str) -> Reading:
    """Part what is glued, join what is spelled and mend marks; without any the reading comes back.

    >>> from rawi.lang.reading import read_tokens
    >>> mend_tokens(read_tokens("قالت سي إن إن للشبكة"), "قالت سي إن إن للشبكة").words
    ('قالت', 'سیانان', 'للشبکه')
    """
    whole = part_attributing(part_glued(_keep_vowelled(reading, text), text), text)
    return mend_marks(_join_spelled(whole))


def _keep_vowelled(reading: Reading, text: str) -> Reading:
    """Tell a name written with a vowel sign from the first half of a verb: «خانم مِی گفت», no «می گفت»; without any the reading comes back."""
    if _MAY not in reading.words:
        return reading
    words = tuple(
        _NAMED_MAY if word == _MAY and end - start > len(word) else word
        for word, start, end in zip(reading.words, reading.starts, reading.ends, strict=True)
    )
    return Reading(words, reading.starts, reading.ends)


@lru_cache(maxsize=2)
def read_mended(text: str) -> Reading:
    """Fold and cut a text, and mend its tokens; names and quotations are read in the same one.

    >>> read_mended("قالت سي إن إن").words
    ('قالت', 'سیانان')
    """
    return mend_tokens(read_tokens(text), text)


def is_acronym(word: str) -> bool:
    """Tell whether a token is an abbreviation joined of the names of its letters: سیانان."""
    return word in _joined_acronyms()


@cache
def _joined_acronyms() -> frozenset[str]:
    """The abbreviations as `mend_tokens` writes them."""
    rows = load_tsv("rawi.lang.ar", "acronyms.tsv", AcronymRow)
    return frozenset("".join(squeeze(row.form).split()) for row in rows)


def _join_spelled(reading: Reading) -> Reading:
    """Make one token of «سي إن إن», whose «إن» would open a clause, and of «معظم له»."""
    joined, words = _joined(), reading.words
    first_words = joined.first_words()
    hits = {i: joined.find(words, i) for i, word in enumerate(words) if word in first_words}
    ends = {i: hit.end for i, hit in hits.items() if hit is not None and hit.end > i + 1}
    if not ends:
        return reading
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        spans.append((i, ends.get(i, i + 1)))
        i = spans[-1][1]
    return Reading(
        tuple("".join(reading.words[first:last]) for first, last in spans),
        tuple(reading.starts[first] for first, _ in spans),
        tuple(reading.ends[last - 1] for _, last in spans),
    )


def part_glued(reading: Reading, text: str) -> Reading:
    """Part the tokens in which a word and «أنّ» or a number stand together; without any the reading comes back.

    >>> from rawi.lang.reading import read_tokens
    >>> part_glued(read_tokens("قال كلاركإن الشأن"), "قال كلاركإن الشأن").words
    ('قال', 'کلارک', 'ان', 'الشان')
    >>> part_glued(read_tokens("قال ويلدنبروقائلًا"), "قال ويلدنبروقائلًا").words
    ('قال', 'ویلدنبرو', 'قایلا')
    """
    borders = [
        (i, border)
        for i, (word, start, end) in enumerate(
            zip(reading.words, reading.starts, reading.ends, strict=True)
        )
        if len(word) > _SHORT and _may_be_glued(word, text, start, end)
        if (border := _border(text[start:end]))
    ]
    if not borders:
        return reading
    words, starts, ends = list(reading.words), list(reading.starts), list(reading.ends)
    for i, border in reversed(borders):
        parted = starts[i] + border
        words[i : i + 1] = squeeze(text[starts[i] : parted]), squeeze(text[parted : ends[i]])
        starts[i : i + 1] = starts[i], parted
        ends[i : i + 1] = parted, ends[i]
    return Reading(tuple(words), tuple(starts), tuple(ends))


def _may_be_glued(word: str, text: str, start: int, end: int) -> bool:
    """Tell whether a token that stands at [start, end) of a text may be two."""
    return _looks_glued(word) or (
        len(word) >= _LONGEST_WITH_PREFIX
        and "ة" in text[start:end].rstrip("\u064b\u064c\u064d\u064e\u064f\u0650")[:-1]
    )


@lru_cache(maxsize=65536)
def _looks_glued(word: str) -> bool:
    """Tell whether a folded word ends like «أنّ», an adverb or a number, or begins with «أنّ» and the article."""
    adverb = len(word) >= _LONGEST_WITH_PREFIX and word.endswith(_ADVERBS)
    that = word.endswith(_ENDS) or word.startswith(("انال", "بانال"))
    return adverb or that or word[-1].isdigit()


def part_attributing(reading: Reading, text: str) -> Reading:
    r"""Part «به» and the noun that says whose words they are, which many write together; without any the reading comes back.

    >>> from rawi.lang.reading import read_tokens
    >>> part_attributing(read_tokens("به\u200cگفته او"), "به\u200cگفته او").words
    ('به', 'گفته', 'او')
    """
    nouns, after = attributing_nouns(), len(_TO)
    joined = (i for i, word in enumerate(reading.words) if word.startswith(_TO))
    joined = (i for i in joined if reading.words[i][after:] in nouns)
    places = [i for i in joined if text.startswith(_TO, reading.starts[i])]
    if not places:
        return reading
    words, starts, ends = list(reading.words), list(reading.starts), list(reading.ends)
    for i in reversed(places):
        after = starts[i] + len(_TO)
        noun = after + (text[after] == "\u200c")
        words[i : i + 1] = _TO, words[i][len(_TO) :]
        starts[i : i + 1] = starts[i], noun
        ends[i : i + 1] = after, ends[i]
    return Reading(tuple(words), tuple(starts), tuple(ends))


def _border(word: str) -> int | None:
    """The offset in a glued word at which «أنّ» or the number begins."""
    match = _GLUED.fullmatch(word) or _NUMBERED.fullmatch(word) or _BEFORE_NOUN.fullmatch(word)
    if match is not None:
        return None if _WHOLE.search(squeeze(word)) else match.end("word")
    match = _BEFORE_ADVERB.fullmatch(word) or _AFTER_TEH.fullmatch(word)
    return match.end("word") if match else None

"""What the written ending of an Arabic word shows: an object, a noun that is counted, a woman, how or when something is done."""

from rawi.lang.folding import ends_in_tanwin
from rawi.lang.grammar import get_grammar
from rawi.lang.numbers import TEN, is_cardinal
from rawi.lang.people import load_people
from rawi.quote.arabic.words import SIGNS, is_complementizer
from rawi.quote.page import Page

_FEWEST_COUNTED = 10  # of so many the noun stands in the plural genitive
_SHORTEST_PARTICIPLE = 5  # letters
_ACTIVE = 4  # letters of رافض, قائل without an ending


def has_tanwin(page: Page, token: int) -> bool:
    """Tell whether a word is written with the ending «an»: عاماً, عامًا, هاتفيًّا."""
    return ends_in_tanwin(page.written((token, token + 1)))


def is_written_feminine(page: Page, token: int) -> bool:
    """Tell whether a word is written with the feminine ending, also as an object: مؤكدة, مؤكدةً; not مؤكده."""
    return page.written((token, token + 1)).rstrip("\u064b").endswith("ة")


def is_accusative(page: Page, token: int) -> bool:
    """Tell whether a word is written with the ending of an object or circumstance: ساخراً, عاماً, السكانَ."""
    word = page.words[token]
    written = page.text.repaired[page.reading.starts[token] : page.reading.ends[token]]
    if word.startswith("ال") and written.endswith("\u064e"):
        return True
    if not word.endswith(("ا", "ء", "ه")) or len(word) < 4:
        return False
    if not has_tanwin(page, token):
        return False
    # «إلا أنّ متحدثاً باسم الشرطة لفت»: after أنّ the subject has this ending too.
    after_that = is_behind_that(page, token) or page.words[token + 1 : token + 2] == ("باسم",)
    return not (after_that and word[:-1] in load_people("ar").roles.alone)


def is_object_role(page: Page, token: int) -> bool:
    """Tell whether a role has the alif of an object behind a definite word, its marks left out: «سأل الحارس | رجلا»."""
    word, roles = page.words[token], load_people("ar").roles
    if not word.endswith("ا") or word.endswith("ها") or token == 0:
        return False
    before = page.words[token - 1]
    if not before.startswith("ال") or before in get_grammar("ar").prepositions:
        return False
    known = word[:-1] in roles.alone and word not in roles.alone
    return known and token not in page.mention_at


def is_counted(page: Page, token: int) -> bool:
    """Tell whether a noun has its ending from the number of ten or more before it: «عشرون | تاجراً», «23 | طالبا», «اثنا عشر | مزارعاً»."""
    if not (token and page.words[token].endswith(("ا", "ه"))):
        return False
    number = page.words[token - 1].removeprefix("و")
    tens = number in TEN or (number.endswith(("ون", "ین")) and is_cardinal(number, "ar"))
    tens = tens or (number.isdecimal() and int(number[-2:]) > _FEWEST_COUNTED)
    return tens and _is_counted_form(page, token)


def _is_counted_form(page: Page, token: int) -> bool:
    """Tell whether a noun has the ending of an object, or its alif where a copy leaves the marks out."""
    return has_tanwin(page, token) or page.words[token].endswith("ا")


def is_behind_that(page: Page, token: int) -> bool:
    """Tell whether a token stands right behind «أنّ» or «لكنّ», whose subject has the ending of an object: «لكنّ | خبيراً شكّك»."""
    return token > 0 and page.words[token - 1] in ("ان", "لکن", "ولکن", "فان")


def is_manner(page: Page, token: int) -> bool:
    """Tell whether a word tells when or how, and is nobody: لاحقاً, هاتفياً."""
    return page.words[token] in get_grammar("ar").adverbs or (
        is_accusative(page, token) and token not in page.mention_at
    )


def is_attendant(page: Page, token: int) -> bool:
    """Tell whether after a pause a participle written as one says what the speaker does besides: «، معتذراً عن …», «، رافضةً …»."""
    word = page.words[token].removeprefix("و")
    if not has_tanwin(page, token) or page.words[token] in get_grammar("ar").adverbs:
        return False
    stem = word[:-1]
    if stem in get_grammar("ar").words["no_attendants"] or token in page.mention_at:
        return False
    listed = page.words[token][0] == "و" and word.endswith("یا") and token > 1
    if listed and page.words[token - 2].endswith("یا"):
        return False  # «علمياً، | ومهنياً»
    return word.endswith(("ا", "ه")) and (
        (len(stem) >= _SHORTEST_PARTICIPLE - 1 and stem[0] == "م")
        or (len(stem) == _ACTIVE and stem[1] == "ا")
    )


def is_circumstance(page: Page, token: int) -> bool:
    """Tell whether after a verb a participle says how its subject speaks: «وقالت متوجهةً إليها», «قال ضاحكاً»; no role."""
    word = page.words[token]
    if not word.startswith("م") or len(word) < _SHORTEST_PARTICIPLE:
        return False
    if not (is_written_feminine(page, token) or is_accusative(page, token)):
        return False
    people = load_people("ar")
    if token in page.mention_at or word in people.organisations.alone:
        return False
    if any(form in people.roles.alone for form in (word, word[:-1])):
        return False
    after = page.words[token + 1] if token + 1 < len(page.words) else ""
    return after in SIGNS or after in get_grammar("ar").prepositions or is_complementizer(after)

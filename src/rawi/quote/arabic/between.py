"""The words between an Arabic verb and its subject: adverbs, times, «عليه», whom it is said to."""

from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people, names_time
from rawi.lang.people import load_people
from rawi.quote.arabic.endings import is_circumstance
from rawi.quote.arabic.people_words import calls_someone, is_addressed, is_role
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page


def skip_between(page: Page, first: int, stop: int) -> int:
    """The token after adverbs, times, «عليه» and whom it is said to between a verb and its subject."""
    i, opens = first, True
    while i < stop and (after := _past_one(page, i, stop, opens=opens)) > i:
        opens = opens and page.words[i] in get_grammar("ar").words["resuming"]
        i = after
    return i


def _past_one(page: Page, i: int, stop: int, *, opens: bool) -> int:
    """The token after one adverb, time or «عليه» at a token, where it `opens` a circumstance too; else the same token."""
    grammar, words = get_grammar("ar"), page.words
    if words[i + 1 : i + 2] == ("باسم",):
        return i
    if (after := _past_hearer(page, i, stop)) > i:
        return after
    if _is_to_that(page, i):
        return i + (3 if words[i + 2] in grammar.occasions else 2)  # «في هذا السياق»
    if names_time(page.words, i):
        return i + 2
    if words[i] in grammar.words["said_with"]:
        return _past_describing(page, i + 1, stop)
    small = (
        words[i] in grammar.adverbs
        or words[i] in grammar.words["resuming"]
        or _is_about(page, i)
        or _is_this_time(page, i)
        or (opens and is_circumstance(page, i))
    )
    if not small:
        return i
    return i + (2 if words[i] in grammar.demonstratives else 1)


def _past_describing(page: Page, token: int, stop: int) -> int:
    """The token after the adjectives of how someone speaks: «بصوت | خافت مرتجف | المديرة»; no name, role or other noun phrase."""
    people = load_people("ar")
    while (
        token < stop
        and page.is_word(token)
        and token not in page.mention_at
        and not page.words[token].startswith(("ال", "ب", "ل"))
        and people.roles.find(page.words, token) is None
        and people.titles.find(page.words, token) is None
        and page.words[token] not in get_grammar("ar").indefinites
        and not names_people(page.words[token], "ar")
        and not is_complementizer(page.words[token])
    ):
        token += 1
    return token


def _past_hearer(page: Page, token: int, stop: int) -> int:
    """The token after whom it is said to, where someone by role or name follows: «لـ«المدى» | أستاذ الجغرافيا», «للصحافيين | المدرب»; else the same token."""
    word, end = page.words[token], token
    if word == "ل" or is_addressed(word):
        end = token + 1
        mark = page.mark_at[end + 1] if end + 1 < stop and page.words[end] in MARKS else None
        named = page.mention_at.get(end) if word == "ل" else None
        if mark is not None and mark[0] == end + 1:
            end = mark[1] + 1
        elif named is not None:
            end = named.last  # «قالت ل Ashworth Echo»
    if (
        end == token
        or end >= stop
        or (word != "ل" and not word.startswith("لل") and end == token + 1)
    ):
        return token
    name = page.person_at(end)
    begins = name is not None and name.first == end
    if begins and end == token + 1 and calls_someone(word):
        return token  # «قالت للصحافية مريم عون إنّ», «للدكتورة X»: it is her name
    return end if begins or is_role(page.words[end]) else token


def _is_about(page: Page, token: int) -> bool:
    """Tell whether a word is a preposition with a pronoun: تحتها, أمامهم; no «ولية أمر»."""
    governs = _governs_pronoun(page.words[token])
    return governs and load_people("ar").roles.find(page.words, token) is None


@lru_cache(maxsize=65536)
def _governs_pronoun(word: str) -> bool:
    """Tell whether a word is a preposition and a pronoun."""
    stems = (word.removesuffix(ending) for ending in ("ها", "هم", "هما", "ه"))
    return any(stem != word and stem in get_grammar("ar").prepositions for stem in stems)


def _is_to_that(page: Page, token: int) -> bool:
    """Tell whether a preposition and «that» stand at a token: «أشارت إلى ذلك لورا بقولها»."""
    that = page.words[token + 1 : token + 2] in (("ذلک",), ("هذا",))
    return that and page.words[token] in get_grammar("ar").prepositions


def _is_this_time(page: Page, token: int) -> bool:
    """Tell whether a time stands at a token: «هذا العام»."""
    return page.words[token] in get_grammar("ar").demonstratives and page.words[
        token + 1 : token + 2
    ] in (("العام",), ("الاسبوع",), ("الشهر",), ("الصباح",), ("المساء",), ("الیوم",))


def is_year(page: Page, token: int) -> bool:
    """Tell whether a year stands at a token: «عام 2015»."""
    after = page.words[token + 1 : token + 2]
    return page.words[token] in ("عام", "سنه") and after != () and after[0][0].isdigit()

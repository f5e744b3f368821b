"""What «كما» and a verb tell that somebody said or did besides, with its own object: «كما انتقد X | تأخر الحافلات», «كما أشاد X | بالجهود»; no «C، كما أكد X»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act, names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.people_words import is_definite_role
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page

# Verbs of saying that have no object but what was said.
_ONLY_SAYING = frozenset(
    {"قال", "قالت", "قالوا", "یقول", "تقول", "یقولون", "صرح", "صرحت", "افاد", "افادت", "اضاف", "اضافت", "ذکر", "ذکرت", "ذکروا", "اخبر", "اخبرت", "وعد", "وعدت"}
)  # fmt: skip
_OF_WHAT = frozenset({"علی", "الی", "عن"})
_THAT = frozenset({"ذلک", "هذا", "هذه", "تلک"})


def did_also(page: Page, verb: int, end: int, last: int) -> bool:
    """Tell whether behind a verb at a token, which ends at `end`, and its subject an object stands that no words before are.

    `last` ends the sentence.
    """
    words = page.words
    if words[verb] in _ONLY_SAYING or end >= last or words[verb].endswith("ه"):
        return False  # «كما أكدته»
    if _is_object(page, end) and words[end][:1] != "ا":
        return True  # «كما أشاد | بالجهود», «كما كشف | عن خطة»
    if (
        words[end].startswith("ال")
        and words[end].endswith("ین")
        and names_people(words[end][2:], "ar")
    ):
        return True  # «كما هنأ | المتسابقين الذين …»
    source = read_source(page, end, last)
    if source is None or source[0] != end or source[1] >= last:
        return names_act(words[end]) and not words[end].startswith("ال")
    named = page.person_at(source[1] - 1) is not None
    return _is_object(page, source[1]) or (named and _is_thing(page, source[1]))


def _is_object(page: Page, at: int) -> bool:
    """Tell whether a preposition and what the verb is about stand at a token: «بالجهود», «على أهمية السوق»; not «بدوره», «عن ذلك»."""
    words, grammar = page.words, get_grammar("ar")
    if words[at] in _OF_WHAT:
        after = words[at + 1 : at + 2]
        return after != () and after[0] not in _THAT and page.is_word(at + 1)
    small = words[at] in grammar.adverbs or words[at] in grammar.words["resuming"]
    return words[at][0] == "ب" and not small and is_governed(page, at)


def _is_thing(page: Page, at: int) -> bool:
    """Tell whether behind a name a noun stands that is no role, time or small word: «زيادة الرسوم», «الازدحام»."""
    word, grammar = page.words[at], get_grammar("ar")
    if not page.is_word(at) or at in page.mention_at or word in grammar.prepositions:
        return False
    if word in grammar.adverbs or word in grammar.words["periods"] or word in grammar.indefinites:
        return False
    if word.startswith("ال"):
        return not is_definite_role(word) and takes_article(word[2:])
    role = load_people("ar").roles.find(page.words, at) or load_people("ar").titles.find(
        page.words, at
    )
    return role is None and takes_article(word) and not word.endswith("ا")

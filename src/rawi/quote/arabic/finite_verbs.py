"""Which Arabic words are finite verbs where they stand, and which are done to somebody their pronoun means: «لم يُخفِ», «وواجهته»."""

from functools import cache, lru_cache

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb, verb_gender
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import is_asking, is_complementizer
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page

# Sets of pasts that look like nouns.
_OPENING = ("always_to", "stepping_in", "turning", "signing_on", "signing_at", "signing_from")
_SUPERLATIVES = frozenset({"اقدم", "احدث", "احسن", "اشهر", "ابعد", "اثقل", "ابرز"})
_NEAR_ON = 4  # tokens
_NEAR_THAT = 5  # tokens behind «بيّن»
_NEGATIONS = frozenset({"لم", "ولم", "فلم", "لن", "ولن"})


@keep_answers
def is_finite(page: Page, at: int) -> bool:
    """Tell whether a word is a finite verb, of saying or of anything else."""
    words = page.words
    word = words[at]
    if at and words[at - 1] in _NEGATIONS:
        return True  # «لم يُخفِ»: the shortened form is in no table
    if at > 1 and words[at - 2 : at] == ("قبل", "ان"):
        return True  # «قبل أن يتدخل X مقاطعاً»
    bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
    if bare in load_people("ar").roles.alone:
        return False  # «أقوال صاحب الصالة»
    sets = get_grammar("ar").words
    if word in sets["with_an"] and not sets["where_told"].isdisjoint(words[at + 1 : at + 2]):
        return False  # «اعتذر للجماهير | عبر تويتر»
    verbal = _is_verbal(page, at, bare)
    return verbal and not (_is_superlative(page, at) or _is_act_of(page, at))


def _is_verbal(page: Page, at: int, bare: str) -> bool:
    """Tell whether a word has the form of a finite verb; `bare`: without «و» or «ف»."""
    word, grammar = page.words[at], get_grammar("ar")
    sets = grammar.words
    if is_verb(word) or not grammar.verbs.isdisjoint((word, bare)):
        return True
    if bare != word and bare.removesuffix("ت") in sets["speaking_to"]:
        return True  # «وعاتب الحكم القائد»
    opens = at == 0 or not page.is_word(at - 1) or page.opens_paragraph(at)
    small = word in grammar.adverbs or word in grammar.conjunctions
    if opens and not small and opens_telling(word):
        return True  # «عاتب الوزير المحافظ», «وتدخّل عضو ثالث»
    return is_cue_verb(page, at)


@lru_cache(maxsize=65536)
def opens_telling(word: str) -> bool:
    """Tell whether a word that opens a clause is a past that looks like a noun, of speaking or turning to someone or stepping in.

    >>> opens_telling("عاتب"), opens_telling("نظر"), opens_telling("مدیر")
    (True, True, False)
    """
    return past_gender(word, _opening_verbs()) is not None


@cache
def _opening_verbs() -> frozenset[str]:
    """The pasts that look like nouns."""
    sets = get_grammar("ar").words
    return frozenset().union(*(sets[name] for name in _OPENING))


def _is_act_of(page: Page, at: int) -> bool:
    """Tell whether a word is the noun of an act in the genitive of a feminine one, with which a masculine verb would not agree: «أهمية | رفع كفاءة الشبكة»."""
    word = page.words[at]
    if at == 0 or at - 1 in page.mention_at or not takes_article(page.words[at - 1]):
        return False
    act = takes_article(word) and verb_gender(word) == "m"
    return act and page.written((at - 1, at)).endswith("ة")


def _is_superlative(page: Page, at: int) -> bool:
    """Tell whether a word that is a verb too says «the oldest» of some: «صاحب | أقدم مخابز البلدة», «أحدث استطلاع»; no «أقدم شاب على السرقة»."""
    words = page.words
    if words[at] not in _SUPERLATIVES or at + 1 >= len(words) or at + 1 in page.mention_at:
        return False
    of_what = takes_article(words[at + 1]) or words[at + 1] == "ما"  # «أبرز ما تضمّنته»
    return of_what and "علی" not in words[at + 2 : at + _NEAR_ON]


@lru_cache(maxsize=65536)
def speaks_to_him(word: str) -> bool:
    """Tell whether a word is a verb of speaking to someone meant by its pronoun: «وواجهته وكيلة النيابة بالتقرير، متسائلة».

    >>> speaks_to_him("وواجهته"), speaks_to_him("کتابه")
    (True, False)
    >>> speaks_to_him("سلامه")  # no «لام» in it
    False
    """
    bare = word[1:] if word[0] in "وف" else word
    stem = without_object_pronoun(bare)
    if stem == bare:
        return False
    verbs = get_grammar("ar").words["speaking_to"]
    present = stem[1:] if stem[:1] in ("ی", "ت") else ""
    called = stem[:-1] + "ی" if stem.endswith("ا") else ""  # «ناداها»
    return not verbs.isdisjoint((stem, stem.removesuffix("ت"), present, called))


def is_cue_verb(page: Page, at: int) -> bool:
    """Tell whether a word is a verb of saying."""
    hit = load_cues("ar").find(page.words, at)
    if hit is None or hit.value.shape != "verb":
        return False
    between = page.words[at] in ("بین", "وبین")  # «ثلاثة اجتماعات | بين X وY»
    if between and not any(map(is_complementizer, page.words[hit.end : hit.end + _NEAR_THAT])):
        return False
    return not hit.value.initial or hit.end in page.mention_at  # «ردّ مايكل»


def asks_him(word: str) -> bool:
    """Tell whether a word is a verb of asking with the pronoun of who is asked: سأله, وسألته.

    >>> asks_him("وسالته"), asks_him("سال")
    (True, False)
    """
    return without_object_pronoun(word) != word and is_asking(word)

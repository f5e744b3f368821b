"""The verbs of Persian by their forms: which are finite and end a clause, which tell of the past, which of what may be."""

from functools import cache, lru_cache

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.persian_verbs import (
    VERBAL,
    is_imperative,
    is_participle,
    is_persian_verb,
    is_subjunctive,
)
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page

# Of he, she or it; after a participle a part of its verb.
COPULAS = frozenset({"است", "نیست", "بود", "نبود"})
FUTURE = frozenset({"خواهد", "خواهند"})  # before a bare past
_FINITE_ENDINGS = ("ند", "ست", "اند", "یم", "ید", "ام")
_PERFECT_ENDINGS = ("هاند", "هاست")
_COPULA = len("اند")  # letters of what stands behind a participle, as of «است»
_PREFIXES = ("بر", "در", "باز", "فرو", "فرا", "وا", "ور")  # before «می» in a verb of two parts
_PREFIXED = tuple(prefix + verbal for prefix in _PREFIXES for verbal in VERBAL)
_OPENINGS = (*VERBAL, *_PREFIXED)
_NO_VERBS = frozenset({"مانند", "فرزند", "بلند", "سرمایه", "خداوند", "شهروند", "پیوند"})
_JOINER = "\u200c"
_ARE = "هاست"  # «رایگان یا نیم بهاست», «از آن هاست»
_NAMED = "نام"  # بینام, گمنام: no verbs
_HAVING = "مند"  # هنرمند, علاقهمند: no verbs
_LIGHT = ("یاب", "گیر", "گرد", "پذیر", "ورز")  # without a prefix in «ادامه یابد»
_SINKING = (
    "نشست",
    "نشستند",
    "رفت",
    "رفتند",
    "ریخت",
    "ریختند",
    "افتاد",
    "افتادند",
    "ماند",
    "ماندند",
    "خورد",
)
_BEFORE_SUBJECTS = frozenset({"اما", "ولی", "لیکن", "،", "؛"})
_LIGHT_BIDS = frozenset({"کن", "باش"})  # behind a noun: «صبر کن»
_NEGATED_NOUNS = frozenset({"نشست", "نبرد", "نمرد", "نکاست", "نزد", "نماند"})


@keep_answers
def is_finite(page: Page, token: int) -> bool:
    """Tell whether a word looks like a finite verb."""
    word = page.words[token]
    if not _is_finite_form(word):
        return False
    named = token in page.mention_at and word.startswith("می")
    if named and _JOINER not in page.written((token, token + 1)):
        return False  # «میرزاد», a name
    # «در نشست عمومی», «یک نشست», not «او نشست»: after a preposition it is the noun.
    grammar = get_grammar("fa")
    if word not in grammar.occasions or word not in grammar.verbs:
        return True
    before = page.words[token - 1] if token else ""
    after = page.words[token + 1] if token + 1 < len(page.words) else "."
    noun = before in grammar.prepositions | grammar.indefinites | grammar.demonstratives
    return not noun and (after == "و" or not after[0].isalnum())


@lru_cache(maxsize=65536)
def _is_finite_form(word: str) -> bool:
    """Tell whether a word has the form of a finite verb, in some company."""
    if word in get_grammar("fa").verbs or is_subjunctive(word):
        return True
    if word in _negated() or _is_perfect(word) or (word.endswith(_ARE) and word != _ARE):
        return True
    if word.startswith(_PREFIXED):
        prefix = next(prefix for prefix in _PREFIXES if word.startswith(prefix))
        return is_persian_verb(word.removeprefix(prefix))  # «برمی گردد»
    if len(word) <= 3 or not word.startswith(VERBAL):
        return False
    if word.endswith("ه") and is_past_participle(word.removeprefix("ن").removeprefix("می")):
        return True  # «می فرستاده», «نمی دانسته»
    return word.endswith(("د", "م", "ند", "ست")) or is_persian_verb(word)  # مینوشت


def opens_verb(word: str) -> bool:
    """Tell whether a word begins as verbs of the present and of habit do: «نمی رود», «برنمی گردد»."""
    return word.startswith(_OPENINGS)


def _is_perfect(word: str) -> bool:
    """Tell whether a word is a perfect written in one: کرده اند, گفته است."""
    return word.endswith(_PERFECT_ENDINGS) and is_participle(word[:-_COPULA])


@keep_answers
def follows_finite_verb(page: Page, joint: int) -> bool:
    """Tell whether the word before a pause or «و» ends a clause."""
    if joint == 0 or not page.is_word(joint - 1):
        # A closing mark: «…» است، is rare; marks end no clause by themselves.
        return False
    name = page.person_at(joint - 1)
    if name is not None:
        return False  # توانمند is a name here
    word = page.words[joint - 1]
    if word in ("نه", "خیر") and page.words[joint - 2] == "یا":
        return True  # «می آید یا نه، …»
    if word in get_grammar("fa").occasions:
        return is_finite(page, joint - 1)  # «در یک نشست و …»
    if is_party(page, joint - 1):
        return False
    return is_finite(page, joint - 1) or _closes(word)


def is_party(page: Page, token: int) -> bool:
    """Tell whether a participle is a party of a lawsuit: «خوانده که مستأجر است، گفت», «وکیل خوانده»; not «نامه را خوانده که»."""
    grammar = get_grammar("fa")
    if page.words[token] not in grammar.words["court_parties"]:
        return False
    sentence, before = page.sentence_at(token), page.words[token - 1]
    opens = sentence is None or sentence.first == token or before in _BEFORE_SUBJECTS
    opens = opens or before in grammar.prepositions
    return opens or before in load_people("fa").roles.alone


@lru_cache(maxsize=65536)
def _closes(word: str) -> bool:
    """Tell whether a word has a form that closes a clause: رسیده, برسد, سالم اند, برویم."""
    return word in _verb_forms() or _looks_finite(word) or may_we(word)


def _looks_finite(word: str) -> bool:
    """Tell whether a word ends like a finite verb; one no text knows is rather a name: «آکواتیم»."""
    if len(word) <= 4 or not word.endswith(_FINITE_ENDINGS) or word in _NO_VERBS:
        return False
    if word.endswith((_HAVING, _NAMED)) and not word.startswith(VERBAL):
        return False
    stems = (word.removesuffix(ending) for ending in _FINITE_ENDINGS if word.endswith(ending))
    made = any(len(stem) > 2 and not is_rare(stem) for stem in stems)  # سالم اند
    return made or not is_rare(word) or "می" in word or is_persian_verb(word)


@cache
def _negated() -> frozenset[str]:
    """The past with «not», simple or a perfect cut short: نداد, ندادند, نبوده; «نشست» and «نبرد» are nouns."""
    grammar = get_grammar("fa")
    pasts = {f"ن{s}{ending}" for s in grammar.words["past_stems"] for ending in ("", "ند")}
    perfects = {f"ن{form}" for form in grammar.verbs if form.endswith("ه")}
    return frozenset(pasts | perfects) - _NEGATED_NOUNS


@cache
def _verb_forms() -> frozenset[str]:
    """The forms that end a clause: رسید, نرسید, رسیدند, رسیده, برسد, بازگردد; «خرید» and «نوشته» are nouns too."""
    sets = get_grammar("fa").words
    forms = {
        negation + stem + ending
        for stem in sets["past_stems"]
        for negation in ("", "ن")
        for ending in ("", "ند", "ه", "هاند", "م", "یم", "ید")
    }
    forms |= {
        mood + stem + ending
        for stem in sets["present_stems"]
        for mood in ("ب", "ن", "باز", "بر")
        for ending in ("د", "ند")
    }
    forms |= {stem + ending for stem in _LIGHT for ending in ("د", "ند")}
    forms |= {"فرو" + stem for stem in _SINKING}
    return frozenset(forms - sets["past_nouns"])


@cache
def bare_pasts() -> frozenset[str]:
    """The pasts of he or she that are no nouns: گرداند, دوید."""
    return get_grammar("fa").words["past_stems"] - get_grammar("fa").words["past_nouns"]


def is_past(word: str) -> bool:
    """Tell whether a word is a verb of the simple past, in which outlets tell: «رفت», «کردند», «نداد», «خواند»."""
    stems, stem = get_grammar("fa").words["past_stems"], word.removesuffix("ند")
    whole = word != stem and word.removeprefix("ن") in bare_pasts()  # «خواند», not «کند»
    return whole or stem in stems or stem.removeprefix("ن") in stems


def is_past_participle(word: str) -> bool:
    """Tell whether a word is a past participle: «گفته», «گفته اند»."""
    stems = get_grammar("fa").words["past_stems"]
    ended = next((e for e in ("هاند", "هاست", "ه") if word.endswith(e)), "")
    stem = word.removesuffix(ended)
    return bool(ended) and (stem in stems or stem.removeprefix("ن") in stems)


def may_be(word: str) -> bool:
    """Tell whether a verb says what may be: «بماند», «کند», «دهند»."""
    stems = get_grammar("fa").words["present_stems"]
    return is_subjunctive(word) or any(
        word.endswith(ending) and word.removesuffix(ending).removeprefix(mood) in stems
        for ending in ("د", "ند")
        for mood in ("", "ب", "ن")
    )


def may_we(word: str) -> bool:
    """Tell whether a verb says what I or we may do or not do: «بیایم», «نگذاریم»."""
    stems = (word.removesuffix(ending) for ending in ("یم", "م") if word.endswith(ending))
    return any(is_subjunctive(stem + "د") for stem in stems)


def closes_bidding(page: Page, joint: int) -> bool:
    """Tell whether the word before a token bids somebody something: «گفت صبر | کن», «گفت نگران | نباش»."""
    word = page.words[joint - 1]
    return page.is_word(joint - 1) and (is_imperative(word) or word in _LIGHT_BIDS)

"""Noun phrases of an Arabic sentence: the subject after a verb or before it, and to whom it was said."""

import re

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_COMPLEMENTIZER = re.compile("ب?ان(?:ه|ها|هم|هما|هن|نی|نا|ک)?$")
_SIGNS = frozenset('،,:؛.()[]-–—؟!«»"“”')
_LONGEST = 9
# Words of place inside a role: «مديرة التنبؤات في المركز فريبا …».
_INNER = frozenset({"فی", "من", "لدی", "باسم", "لشوون", "لشئون", "لشیون", "علی"})
_ADDRESSED = re.compile(
    "ل(?:ل|صحیف|وکال|موقع|قنا|محط|شبک|صحف|مراسل|اذاع|برنامج|نظیر|جمهور|اعضا|طلاب|متابع|مجل)"
)


def is_complementizer(word: str) -> bool:
    """Tell whether a word is أنّ, إنّ, بأنّ or one of them with a pronoun."""
    return _COMPLEMENTIZER.match(word) is not None


def read_source(
    page: Page, first: int, stop: int, *, after_preposition: bool = False
) -> Range | None:
    """Read the noun phrase that begins at a token: the subject after its verb, None when there is none."""
    grammar = get_grammar("ar")
    words = page.words
    i = first
    while i < stop and (words[i] in grammar.adverbs or words[i] in ("بدوره", "بدورها")):
        i += 1
    if i >= stop or page.mark_at[i] is not None or words[i] in _SIGNS:
        return None
    if words[i] in grammar.pronouns:
        return i, i + 1
    begun = i
    while i < stop and i - begun < _LONGEST:
        word = words[i]
        mention = page.mention_at.get(i)
        if (
            mention
            and mention.first == i
            and mention.last <= stop
            and mention.mention.type == "PER"
        ):
            return begun, mention.last
        if word in _SIGNS:
            if (
                word in '«"“'
                and i > begun
                and page.mark_at[i + 1] is not None
                and page.mark_at[i + 1][0] == i + 1
            ):
                mark = page.mark_at[i + 1]
                if page.count_words(*mark) <= 4 and mark[1] < stop:
                    i = mark[1] + 1
                    continue
            break
        if is_complementizer(word) or word in grammar.subordinators or word in grammar.adverbs:
            break
        if word in grammar.prepositions and not (i == begun and after_preposition):
            name = _name_after(page, i, stop) if i > begun and word in _INNER else None
            if name is not None:
                return begun, name
            break
        if i == begun and _is_addressed(word):
            return None
        if _is_addressed(word) and i > begun and (name := _name_after(page, i, stop)):
            return begun, name
        if _is_addressed(word) or (i > begun and load_cues("ar").find(words, i) is not None):
            break
        i += 1
    return (begun, i) if i > begun else None


def _name_after(page: Page, first: int, stop: int) -> int | None:
    """The end of a person's name within a few words after «في»: then the role went on."""
    for i in range(first + 1, min(stop, first + 6)):
        if page.words[i] in _SIGNS:
            return None
        mention = page.mention_at.get(i)
        if mention and mention.first == i and mention.mention.type == "PER":
            return min(mention.last, stop)
    return None


def _is_addressed(word: str) -> bool:
    """Tell whether a word says to whom: للصحفيين, لصحيفة."""
    return _ADDRESSED.match(word) is not None and len(word) > 4 and word != "لجنه"


def read_source_before(page: Page, first: int, stop: int) -> Range | None:
    """Read the subject that stands before its verb: «أمّا X فرأى», «كانت الجامعة قد أعلنت», «X قال»."""
    grammar = get_grammar("ar")
    words = page.words
    i = first
    was = False
    while i < stop and (
        words[i] in grammar.conjunctions
        or words[i] in ("کان", "کانت", "وکان", "وکانت", "وکانوا", "واما", "فیما", "،")
    ):
        was = was or words[i] in ("کان", "کانت", "وکان", "وکانت", "واما", "اما")
        i += 1
    # «من جانبه، …» and other openings end with a pause
    if i < stop and (
        words[i] in grammar.prepositions
        or words[i] in grammar.adverbs
        or (words[i].startswith(("ب", "ول", "وب", "وف")) and not was)
    ):
        pause = next(
            (k for k in range(i, stop) if words[k] in "،," and page.mark_at[k] is None), None
        )
        if pause is None:
            return None
        i = pause + 1
    if i >= stop or page.mark_at[i] is not None:
        return None
    if words[i].removeprefix("و") in grammar.verbs and not was:
        return None
    phrase = read_source(page, i, stop)
    if phrase is None or load_cues("ar").find(words, phrase[0]) is not None:
        return None
    direct = stop - phrase[1] <= 1 or words[phrase[1]] in "،," or words[phrase[1]] == "قد"
    return phrase if direct or was else None


def may_ask(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether the phrase after a verb of asking is its subject: someone the form of the verb agrees with."""
    mention = page.mention_at.get(source[0]) or page.mention_at.get(source[1] - 1)
    if mention and mention.mention.type == "PER":
        return True
    head = page.words[source[0]]
    bare = get_grammar("ar").bare(head)
    people = load_people("ar")
    role = people.roles.find((bare, *page.words[source[0] + 1 : source[1]]), 0)
    if role:
        return not (cue.cue.gender and role.value.gender) or role.value.gender == cue.cue.gender
    if people.organisations.find((bare,), 0) is None:
        return False
    # An organisation that begins the sentence's clause asks; after «و» it is more often asked.
    feminine = bare.endswith("ه")
    return (cue.cue.gender == "f") == feminine and not page.words[cue.first].startswith("و")


def names_outlet(page: Page, opener: int) -> bool:
    """Tell whether the word before a mark is the head of an outlet or organisation: صحيفة «المرسى»."""
    word = page.words[opener - 1]
    organisations = load_people("ar").organisations
    return any(
        organisations.find((form,), 0) is not None
        for form in (get_grammar("ar").bare(word), word[1:])
        if form
    )


def read_antecedent(page: Page, first: int, at: int) -> Range | None:
    """The name a relative clause hangs on: «سامر ضاهر، الذي قال إنّ …»."""
    words = page.words
    if at == first or words[at - 1] not in ("الذی", "التی", "والذی", "والتی"):
        return None
    for i in range(at - 2, max(first, at - 12) - 1, -1):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type != "LOC":
            return mention.first, mention.last
    return None


def relayed_source(page: Page, source: Range, first: int, stop: int) -> Range | None:
    """Who really spoke when an outlet tells it of someone: «ذكرت صحيفة X، نقلاً عن مصدر في الميناء، أنّ …»."""
    words = page.words
    mention = page.mention_at.get(source[0])
    if mention is None or mention.mention.rule != "ar.outlet":
        return None
    for i in range(source[1], stop - 1):
        if words[i : i + 2] == ("نقلا", "عن") or words[i] == "عن":
            after = i + 2 if words[i] == "نقلا" else i + 1
            return read_source(page, after, stop, after_preposition=True)
    return None


def find_holder(page: Page, first: int, last: int) -> Range | None:
    """The subject of a sentence's opening verb when that is no cue: «شكر المدرب كالديرا رئيس الاتحاد …، وأكّد»."""
    grammar = get_grammar("ar")
    words = page.words
    for i in range(first, min(last - 1, first + 8)):
        word = words[i].removeprefix("و") if len(words[i]) > 3 else words[i]
        if word in grammar.verbs and word not in ("کان", "کانت"):
            return read_source(page, i + 1, last)
    return None


def keeps_subject(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb goes on with the subject of the sentence: it is coordinated and not the first."""
    return cue.first > first and page.words[cue.first].startswith(("و", "ل", "ف", "ت", "ی"))


def find_addressee(page: Page, first: int, stop: int, cue: PlacedCue) -> Range | None:
    """Find to whom it was said: «للصحفيين», «لصحيفة X», «مخاطباً X», «أمام X», «في مقابلة مع X»."""
    words = page.words
    people = load_people("ar")
    for i in range(first, stop):
        if page.mark_at[i] is not None:
            continue
        word = words[i]
        start = None
        if "request" in cue.cue.frames and word == "من":
            start = i + 1
        elif word in ("امام", "مخاطبا", "مخاطبه") or (
            word == "مع" and words[i - 1] in ("مقابله", "اتصال", "حدیث", "حوار", "لقاء", "تصریح")
        ):
            start = i + 1
        elif _is_addressed(word) or (
            word.startswith("ل") and people.organisations.find((word[1:],), 0)
        ):
            start = i
        if start is None or start >= stop:
            continue
        phrase = read_source(page, start, stop, after_preposition=True) or (start, start + 1)
        if start == i:
            phrase = _addressed_phrase(page, i, stop)
        return phrase
    return None


def _addressed_phrase(page: Page, first: int, stop: int) -> Range:
    """The words after ل: up to a sign, a preposition, or the end of a name in marks."""
    grammar = get_grammar("ar")
    words = page.words
    i = first + 1
    while i < stop and i - first < 6:
        mark = page.mark_at[i + 1] if words[i] in '«"“' and i + 1 < len(words) else None
        if mark and page.count_words(*mark) <= 4:
            i = mark[1] + 1
            break
        if (
            words[i] in _SIGNS
            or words[i] in grammar.prepositions
            or words[i] in grammar.adverbs
            or is_complementizer(words[i])
        ):
            break
        i += 1
    return first, min(i, stop)

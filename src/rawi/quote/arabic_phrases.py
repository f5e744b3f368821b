"""Noun phrases of an Arabic sentence: the subject after a verb or before it, and to whom it was said."""

import re

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_COMPLEMENTIZER = re.compile("ب?ان(?:ه|ها|هم|هما|هن|نی|نا|ک)?$")
# «امرأة تُدعى أمّ كريم»: the name follows.
CALLED = frozenset({"یدعی", "تدعی"})
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
    begun = first
    while begun < stop and (words[begun] in grammar.adverbs or _is_this_time(page, begun)):
        begun += 2 if words[begun] in grammar.demonstratives else 1
    if begun >= stop or page.mark_at[begun] is not None or words[begun] in _SIGNS:
        return None
    if words[begun] in grammar.pronouns:
        return begun, begun + 1
    i = begun
    if after_preposition:
        i += words[begun] in grammar.prepositions
    while i < stop and i - begun < _LONGEST:
        mention = page.mention_at.get(i)
        if mention and mention.mention.type == "PER" and mention.last <= stop:
            return begun, mention.last
        if (closer := _short_mark(page, i, stop)) and i > begun:
            i = closer
            continue
        if _ends_phrase(page, begun, i):
            name = _name_beyond(page, begun, i, stop)
            return (begun, name) if name else _nonempty(begun, i)
        i += 1
    return _nonempty(begun, i)


def _is_this_time(page: Page, token: int) -> bool:
    """Tell whether a time stands at a token: «هذا العام»."""
    return page.words[token] in get_grammar("ar").demonstratives and page.words[
        token + 1 : token + 2
    ] in (("العام",), ("الاسبوع",), ("الشهر",), ("الصباح",), ("المساء",), ("الیوم",))


def _nonempty(first: int, last: int) -> Range | None:
    """The range, None when it is empty."""
    return (first, last) if last > first else None


def _short_mark(page: Page, opener: int, stop: int) -> int | None:
    """The token after a short name in marks: صحيفة «المرسى»."""
    if page.words[opener] not in '«"“' or opener + 1 >= len(page.words):
        return None
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1 or page.count_words(*mark) > 4 or mark[1] >= stop:
        return None
    return mark[1] + 1


def _ends_phrase(page: Page, begun: int, i: int) -> bool:
    """Tell whether a noun phrase that began earlier ends before a token."""
    grammar = get_grammar("ar")
    word = page.words[i]
    return (
        word in _SIGNS
        or is_complementizer(word)
        or word in grammar.subordinators
        or word in grammar.adverbs
        or word in grammar.prepositions
        or word in CALLED
        or _is_addressed(word)
        or (i == begun and _has_preposition(page, i))
        or (i > begun and load_cues("ar").find(page.words, i) is not None)
    )


def _has_preposition(page: Page, token: int) -> bool:
    """Tell whether a word begins with the preposition ب: ببيع, بالقول; not بلدية or باحث."""
    word = page.words[token]
    if not word.startswith("ب") or token in page.mention_at:
        return False
    people = load_people("ar")
    if people.roles.find(page.words, token) or people.organisations.find(page.words, token):
        return False
    return word.startswith("بال") or word[1:] in load_common("ar")


def _name_beyond(page: Page, begun: int, i: int, stop: int) -> int | None:
    """The end of a name that the role before it reaches over a comma or preposition: «مديرة التنبؤات في المركز فريبا»."""
    if i == begun:
        return None
    word = page.words[i]
    if word in "،,":
        return _named_in_apposition(page, begun, i, stop)
    if word in CALLED:
        end = i + 1
        while (
            end < min(stop, i + 5) and page.is_word(end) and not is_complementizer(page.words[end])
        ):
            end += 1
        return end
    if word in _INNER or _is_addressed(word):
        return _name_after(page, i, stop) or _place_end(page, begun, i, stop)
    return None


def _place_end(page: Page, begun: int, i: int, stop: int) -> int | None:
    """The end of «في إدارة السوق» after someone without a name: it is what he is known by."""
    words = page.words
    grammar = get_grammar("ar")
    head = grammar.bare(words[begun])
    if words[i] != "فی" or (
        load_people("ar").roles.find((head,), 0) is None and head not in grammar.indefinites
    ):
        return None
    end = i + 1
    while end < min(stop, i + 5) and not _ends_phrase(page, begun, end):
        end += 1
        if words[end - 1].startswith("ال"):
            break
    return end if end > i + 1 and words[end - 1].startswith("ال") else None


def _named_in_apposition(page: Page, begun: int, comma: int, stop: int) -> int | None:
    """The end of the name after a role and a comma: «أمين سرّ الجمعية، فريد النحّاس، …»."""
    while title := load_people("ar").titles.find(page.words, begun):
        begun = title.end
    bare = get_grammar("ar").bare(page.words[begun])
    if load_people("ar").roles.find((bare, *page.words[begun + 1 : comma]), 0) is None:
        return None
    name = comma + 1
    while title := load_people("ar").titles.find(page.words, name):
        name = title.end
    mention = page.mention_at.get(name)
    if mention and mention.first == name and mention.mention.type == "PER" and mention.last <= stop:
        return mention.last
    return None


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


def relayed_source(page: Page, source: Range, stop: int, *, anyone: bool = False) -> Range | None:
    """Who really spoke when an outlet tells it of someone: «ذكرت صحيفة X، نقلاً عن مصدر في الميناء، أنّ …».

    After نقل (`anyone`) a person too may pass on another's words: «نقلت دهنادي عن الوزير قوله إنّ …».
    """
    words = page.words
    mention = page.mention_at.get(source[0])
    if not anyone and (mention is None or mention.mention.rule != "ar.outlet"):
        return None
    for i in range(source[1], stop - 1):
        quoted = words[i : i + 2] == ("نقلا", "عن")
        if quoted or (i == source[1] and words[i] == "عن"):
            return read_source(page, i + (2 if quoted else 1), stop, after_preposition=True)
    return None


def text_author(page: Page, source: Range) -> Range | None:
    """Whose text a phrase such as «بيان للشركة» or «نصّها» is; the phrase itself when it is no text."""
    first, last = source
    head = get_grammar("ar").bare(page.words[first])
    if load_letters("ar").texts.find((head,), 0) is None:
        return source
    for i in range(first + 1, last):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type != "LOC":
            return mention.first, mention.last
    after = page.mention_at.get(last)
    # «بيان للشركة»: the phrase ended before ل.
    return (after.first, after.last) if after and after.mention.type == "ORG" else None


def find_asker(page: Page, first: int, at: int) -> Range | None:
    """Who asked what is answered: «رداً على سؤال لمراسل X، أجاب …»."""
    for i in range(first, at - 1):
        if page.words[i] in ("سوال", "استفسار", "اسئله", "سوالین"):
            if _is_addressed(page.words[i + 1]):
                return _addressed_phrase(page, i + 1, at)
            return read_source(page, i + 1, at)
    return None


def nearest_person(page: Page, first: int, at: int) -> Range | None:
    """The last person named in a clause that no preposition governs: «وهنا قاطعها القاضي قائلاً»."""
    grammar = get_grammar("ar")
    people = load_people("ar")
    for i in range(at - 1, first - 1, -1):
        mention = page.mention_at.get(i)
        start = mention.first if mention else i
        if start > first and page.words[start - 1] in grammar.prepositions:
            continue
        if mention and mention.mention.type == "PER":
            return mention.first, mention.last
        bare = grammar.bare(page.words[i])
        if bare != page.words[i] and people.roles.find((bare,), 0):
            return read_source(page, i, at)
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
        if (
            ("request" in cue.cue.frames and word == "من")
            or word in ("امام", "مخاطبا", "مخاطبه")
            or (
                word == "مع"
                and words[i - 1] in ("مقابله", "اتصال", "حدیث", "حوار", "لقاء", "تصریح")
            )
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

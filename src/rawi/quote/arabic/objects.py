"""Whom an Arabic verb of telling takes as its object: «أخبر X الأهالي بأنّ», «طمأنت X ذوي المصابين إلى أنّ», «وعد X سكان الحيّ بأن»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.beyond import find_beyond
from rawi.quote.arabic.endings import is_accusative, is_manner, is_object_role
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.hearers import are_several, may_listen, read_in_marks
from rawi.quote.arabic.people_words import is_origin, is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.signing import find_signed_to
from rawi.quote.arabic.they_who import describes_several
from rawi.quote.arabic.told import find_told, is_written_object, past_gender
from rawi.quote.arabic.whereabouts import OF_WHAT
from rawi.quote.arabic.whoever import read_whoever
from rawi.quote.arabic.words import is_complementizer, is_cue, is_noun, is_possessed, is_that_not
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_AND_SAID = frozenset({"وقال", "وقالت", "وقالوا"})  # «شكر الجمهور وقال»
_URGING = frozenset({"نصح", "اوصی", "امر"})
_GOVERNING = frozenset({"الی", "من", "علی", "عن"})  # before أنّ: «حذّر X الصيادين من أنّ»


def find_object(page: Page, source: Range, stop: int) -> Range | None:
    """Whom a verb such as أخبر tells it: the phrase right after its subject, «أخبر الناطق وكالة X أنّ …»."""
    first = source[1]
    apposed = "،" in page.words[source[0] : first] and first - 1 in page.mention_at
    if first < stop and page.words[first] in "،," and apposed:
        first += 1  # «طمأنت المديرة، السيدة X، الحاضرين بأنّ»
    accusative = first < stop and (is_accusative(page, first) or is_object_role(page, first))
    if accusative and _is_role(page.words[first][:-1]):
        return first, first + 1  # «يخبر رجلاً بأنّ»
    if first < stop and is_written_object(page, first):
        return first, _with_name(page, first + 1, stop)  # «أبلغت السفيرة الوزيرَ أنّ»
    if first < stop and _is_counterpart(page, first):
        return first, _with_name(page, first + 1, stop)  # «وأبلغ الوزير نظيره بأنّ»
    if first < stop and page.words[first] in get_grammar("ar").honorific_pronouns:
        return first, first + 1  # «أطلعت الوفد | معاليه على النتائج»
    if (beyond := find_beyond(page, first, stop)) is not None:
        return beyond  # «خاطب المدير | من الشرفة الطلاب»
    theirs = describes_several(page, first)  # «نصح الشباب | الذين يقصدونه بأن»
    if not theirs and (whoever := read_whoever(page, first, stop)) is not None:
        return whoever  # «تنصح الجمعية كل من يشك بأن»
    if (outlet := _in_marks(page, first, stop)) is not None:
        return outlet  # «أبلغت الوزيرة «الراصد» بأنّ»
    phrase = read_source(page, first, stop)
    if theirs or phrase is None or phrase[0] != first:
        return None
    told = _fills_gap(page, source, phrase, stop) or may_listen(page, phrase)
    told = told or is_own_person(page, first)  # «أخبرت X ابنتها هاتفياً أنّ»
    return phrase if told or _is_foreign(page, source, phrase, stop) else None


def _is_counterpart(page: Page, first: int) -> bool:
    """Tell whether a guest or counterpart stands at a token, and nothing says of whom or what: «أبلغ الوزير | نظيره», not «سألت المذيعة | ضيف الحلقة»."""
    stem, owned = without_pronoun(page.words[first]), page.words[first + 1 : first + 2]
    own = stem != page.words[first] and not page.written((first, first + 1)).endswith("ة")
    whole = own or not (owned and owned[0].startswith("ال"))
    return whole and stem in get_grammar("ar").words["counterparts"]


def _in_marks(page: Page, first: int, stop: int) -> Range | None:
    """The short name in marks at a token, where «أنّ» or a small word follows it, and no end: then words were said."""
    named = read_in_marks(page, first, len(page.words)) if first < stop else None
    if named is None:
        return None
    after = page.words[named[1] + 1]
    grammar = get_grammar("ar")
    small = after in grammar.prepositions or after in grammar.adverbs
    return named if small or is_complementizer(after) else None


def _with_name(page: Page, first: int, stop: int) -> int:
    """The end of a name behind a guest or counterpart, with or without what he is: «سألت المذيعة ضيفها الكاتب X»."""
    phrase = read_source(page, first, stop)
    named = page.person_at(phrase[1] - 1) if phrase and phrase[0] == first else None
    return named.last if named is not None and named.last <= stop else first


def find_spoken_to(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """Whom the verb before a participle or verbal noun speaks to: «شكرت الفنانة X جمهورها قائلة», «فاجأ X الحضور بقوله»."""
    if cue.cue.shape not in ("participle", "masdar"):
        return None
    verbs = get_grammar("ar").words["speaking_to"]
    for i in range(cue.first - 2, before[0] - 1, -1):
        if page.mark_at[i] is not None or not (page.is_word(i) or _parts_circumstances(page, i)):
            return None
        if past_gender(page.words[i], verbs):
            told = find_told(page, i, cue.first)
            subject = read_source(page, i + 1, cue.first) if told is None else None
            told = find_object(page, subject, cue.first) if subject else told
            # «ونصحت الطبيبة الأهالي بغلي الماء، قائلةً إنّ …»: readers are told
            urged = past_gender(page.words[i], _URGING) is not None
            if urged and told is not None and not _reaches_cue(page, told[1], cue.first):
                return None
            return told
        if signed := find_signed_to(page, i, cue.first):
            return signed
    return None


def _reaches_cue(page: Page, at: int, cue: int) -> bool:
    """Tell whether between whom somebody urges and «saying» nothing stands but where they are: «ونصحت صانعي الأفلام | في القاعة | قائلةً»."""
    return at == cue or (page.words[at] == "فی" and cue - at == 2)


def find_thanked(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """Whom one thanks, greets or scolds right before one speaks: «شكر X الجمهور، وقال: «…»», «ودّعت ضيوفها وقالت»."""
    if page.words[cue.first] not in _AND_SAID or page.words[cue.last] != ":":
        return None  # «شكر X زملاءه وقال إنّ»: to all
    verbs, last = get_grammar("ar").words["always_to"], cue.first
    last -= page.words[last - 1] in "،,"
    for i in range(last - 2, before[0] - 1, -1):
        if page.mark_at[i] is not None or not page.is_word(i):
            return None
        if past_gender(page.words[i], verbs) and _is_no_noun(page, i):
            subject = read_source(page, i + 1, last)
            told = find_told(page, i, last) or (
                find_object(page, subject, last) if subject else None
            )
            return told if told is not None and told[1] == last else None
    return None


def _is_no_noun(page: Page, at: int) -> bool:
    """Tell whether a past of speaking to someone is no noun where it stands: behind no preposition."""
    return at == 0 or page.words[at - 1] not in get_grammar("ar").prepositions


def _parts_circumstances(page: Page, at: int) -> bool:
    """Tell whether a token is the comma before how someone speaks: «رحّب X بالسفيرة، | متمنياً لها التوفيق، ومؤكداً أنّ»."""
    how = page.words[at + 1]
    return (
        page.words[at] in "،,"
        and how[0] == "م"
        and (is_accusative(page, at + 1) or how.endswith("ه"))
    )


def _fills_gap(page: Page, source: Range, phrase: Range, stop: int) -> bool:
    """Tell whether a phrase is all that stands between a subject and أنّ, and several people: «طمأنت X ذوي المصابين إلى أنّ».

    After a person's name any noun is one that is told, but no time («مطلع الأسبوع») and no word of origin.
    """
    first, last = phrase
    words = page.words
    while last < stop and is_manner(page, last):
        last += 1  # «أبلغت الوزارة المدارس | هاتفياً | بأنّ»
    if last < stop and words[last] in _GOVERNING:
        last += 1
    opened = last == stop < len(words) and (
        is_complementizer(words[stop]) or is_that_not(page, stop) or is_cue(page, stop)
    )
    if not opened:
        return False
    if are_several(page, first) or (
        words[first].startswith("ال") and words[last - 1] not in _GOVERNING
    ):
        return True  # «طمأنت المديرة الزوار بأنّ»
    named = page.mention_at.get(source[1] - 1)
    if named is None or named.mention.type != "PER" or named.last != source[1]:
        return False
    timed = words[first] in get_grammar("ar").words["times"] or is_origin(words[first])
    definite = words[phrase[1] - 1].startswith("ال") or phrase[1] - 1 in page.mention_at
    owned = is_possessed(page, first) and names_people(without_pronoun(words[first]), "ar")
    return owned or (definite and not timed and is_noun(words[first]))


def _is_role(word: str) -> bool:
    """Tell whether a word is a role."""
    return word in load_people("ar").roles.alone


def _is_foreign(page: Page, source: Range, phrase: Range, stop: int) -> bool:
    """Tell whether after a person's name only words that are no Arabic nouns stand: «أخبر السيد نجار صنداي بوست: …»."""
    person = page.person_at(source[1] - 1) is not None
    words = page.words[slice(*phrase)]
    return person and phrase[1] == stop and not any(is_noun(w) or is_verb(w) for w in words)


def without_told_body(page: Page, source: Range) -> Range:
    """The subject of «أخبر الوزير الأمم المتحدة أنّ …», where nothing parts it from the body that is told."""
    first, last = source
    organisations = load_people("ar").organisations
    for i in range(last - 1, first, -1):
        bare = get_grammar("ar").bare(page.words[i])
        body = i in page.mention_at and page.mention_at[i].first == i
        # «المدير المالي للنادي»: with ل it is of whom he is
        body = page.words[i].startswith("ال") and (body or bare in organisations.alone)
        before = page.mention_at.get(i - 1) or page.mention_at.get(first)
        named = before is not None and before.mention.type != "ORG" and before.last <= i
        definite = page.words[i - 1].startswith("ال")
        if page.words[i - 1] in OF_WHAT:
            return source  # «المتحدث باسم | المصنع، نادر الحاوي، …»
        if body and (definite or named or not takes_article(page.words[i - 1])):
            return first, i
    return source

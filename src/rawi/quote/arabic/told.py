"""Who stands right behind an Arabic verb and is spoken to, not its subject: «خاطب الضيفة», «عاتبت شقيقها», «سأل ممثلَ الشركة»."""

from functools import lru_cache
from typing import Literal

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.arabic.answered_reporters import is_answered_reporter
from rawi.quote.arabic.beyond import find_beyond
from rawi.quote.arabic.done_to import TO_ONE
from rawi.quote.arabic.endings import is_accusative, is_manner
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import are_people_done_to, is_origin, is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import gender_of, is_somebody
from rawi.quote.arabic.whoever import opens_whoever, read_whoever
from rawi.quote.arabic.words import (
    GOVERNING,
    SIGNS,
    WITHIN_IT,
    is_complementizer,
    is_cue,
    is_governed,
)
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedCue, PlacedMention
from rawi.quote.saying import Range

_SHORTEST_DEFINITE = 5  # letters of a noun with its article
_AS = frozenset({"بان", "بانه", "بانها", "بانهم"})
_MENTIONING = frozenset({"ذکر"})  # with «بأنّ» it reminds
_OPENLY = frozenset({"مباشره", "صراحه", "علانیه", "علنا", "جهارا"})  # how one speaks to somebody
_COURTS = frozenset({"المحکمه", "المحلفین"})
_FARTHEST_NAME = 5  # tokens behind «خليفته، المدربة الجديدة»


@keep_answers
def is_told(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether the phrase after a verb of speaking to someone is told something and does not speak.

    People in the plural («وخاطب أعضاء الوفد بقوله»), someone of another gender than the verb's («ثم خاطب الضيفة»), who is
    written as the object, and whoever stands alone behind a verb that never goes without one («عاتبت شقيقها قائلة»).
    """
    if is_labelled(page, phrase, verb) or _hears_case(page, phrase, verb):
        return True
    if is_answered_reporter(page, phrase, verb):
        return True
    if _warn(page, phrase, verb):
        return False
    gender = _gender_of_verb(page, verb)
    if gender is None:
        return False
    if (
        is_written_object(page, phrase[0])
        or are_people_done_to(page, phrase[0])  # «ونصحت صانعي الأفلام قائلةً»
        or _is_alone(page, verb, phrase)
    ):
        return True
    if _are_own_object(page, phrase[0]) or _is_own_alone(page, verb, phrase):
        return True  # «ليخاطب معجبيه», «أخبرت زميلتها بأنّ»
    own = gender_of(page, phrase)
    if own and own != gender and page.words[phrase[0]] != without_pronoun(page.words[phrase[0]]):
        return True  # «وخاطبت رئيسها»
    named = (page.mention_at.get(i) for i in range(*phrase))
    head = get_grammar("ar").bare(page.words[phrase[0]])
    office = load_people("ar").roles.find((head,), 0)
    if office is not None and own not in (None, gender):
        # «قبل أن تسأل رئيس الهيئة: «…»», «وخاطبت السفير قائلة», «وسألت المدير سامي حداد: «…»»
        person = next((m for m in named if m is not None and m.mention.type == "PER"), None)
        sure = page.words[verb].endswith("ت") and head != page.words[phrase[0]]
        return person is None or (sure and _is_given_to(page, person, own))
    if names_people(head, "ar"):
        undefined = phrase[1] - phrase[0] == 1 and head == page.words[phrase[0]]
        return not undefined  # «حذّر خبراء من أنّ»
    return gender == "m" and _is_woman(page, phrase[0])


@keep_answers
def _warn(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether those whose trade it is to warn and advise do so, and nobody is told whom: «حذّر خبراء الأرصاد من أنّ», «نبّه مسؤولو الصحة إلى أنّ»; not «حذّر مسؤولي الصحة», and «حذّر الأطباء» may be either."""
    sets = get_grammar("ar").words
    warns = past_gender(page.words[verb], sets["warning"]) is not None
    return warns and page.words[phrase[0]] in sets["warners"]


def is_labelled(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether one name is all that stands between a verb such as وصف and اتهم and what it calls him: «لم يكن X متحمساً، فقد اتهم Y بأنّه»; the verb never goes without whom it is done to."""
    hit = load_cues("ar").find(page.words, verb)
    named = page.mention_at.get(phrase[0])
    if hit is None or named is None or (named.first, named.last) != phrase:
        return False
    bare = "label" in hit.value.frames and not (hit.value.object or hit.value.passive)
    called = page.words[phrase[1] : phrase[1] + 1]
    that = called != () and (called[0] == "ب" or called[0] in _AS)
    name = page.words[slice(*phrase)]
    # «وصف النجار | الحريق بأنّه» is read as one name
    whole = not (name[-1].startswith("ال") and (len(name) > 2 or name[0].startswith("ال")))
    whole = whole or len(name) == 1
    return bare and that and whole and named.mention.type == "PER" and phrase[0] == hit.end


def _is_given_to(page: Page, person: PlacedMention, gender: str | None) -> bool:
    """Tell whether the given name of somebody is one of a gender."""
    given = load_people("ar").given_names.find(page.words, person.first)
    return given is not None and given.value.gender == gender


def without_labelled(page: Page, source: Range, cue: PlacedCue, stop: int) -> Range:
    """The subject of «وصف رئيس البلدية | الحريق بأنّه», where nothing parts it from what the verb calls something; that verb never goes without it."""
    first, last = source
    called = "label" in cue.cue.frames and not (cue.cue.object or cue.cue.passive)
    reaches = last - first > 2 and last == stop and page.words[last - 1].startswith("ال")
    named = page.mention_at.get(last - 1)
    body = named is not None and named.mention.type == "ORG" and named.last - named.first > 2
    if not (called and reaches) or is_origin(page.words[last - 1]) or (named and not body):
        return source
    return (first, last - 1) if is_somebody(page, (first, last - 1)) else source


def without_told_office(page: Page, source: Range, cue: PlacedCue, stop: int) -> Range:
    """The subject of «دعا رئيس الغرفة | المديرة العامة إلى أن», where nothing parts it from somebody in office whom it is said to."""
    first, last = source
    asks = not {"of", "at"} & cue.cue.frames and (
        TO_ONE & cue.cue.frames or _reminds(page, cue, stop)
    )
    reaches = last == stop - (page.words[stop - 1] in GOVERNING)
    reaches = reaches or not page.count_words(last, stop)  # ««C؟» سأل الصبي | رئيس البلدية.»
    if not asks or cue.cue.object or cue.cue.passive:
        return source
    if (other := _other_office(page, source, cue)) is not None:
        return first, other
    if not reaches or any(page.person_at(i) is not None for i in range(*source)):
        return source  # «دعت رئيسة اللجنة القاضية هدى سالم إلى أن»
    office = (i for i in range(first + 1, last) if _is_another_office(page, i))
    return first, next(office, last)


def _other_office(page: Page, source: Range, cue: PlacedCue) -> int | None:
    """Where behind a woman's office that asks a man's begins, who is named or not: «حذّرت الطبيبة | رئيس النادي، كمال عون، من أنّ»; not «دعت النائبة رئيس اللجنة هدى سالم إلى أن»."""
    words, roles = page.words, load_people("ar").roles
    first, last = source
    if cue.cue.gender != "f" or first != cue.last or gender_of(page, (first, first + 1)) != "f":
        return None
    for i in range(first + 1, last - 1):
        role = roles.find((words[i],), 0)
        if role is None or role.value.gender != "m" or not words[i - 1].startswith("ال"):
            continue
        of_what = words[i + 1].startswith("ال") or i + 1 in page.mention_at
        named = page.person_at(last - 1)
        person = named is not None and named.first > i
        hers = named is not None and person and _is_given_to(page, named, "f")
        return i if of_what and not hers else None
    return None


def _reminds(page: Page, cue: PlacedCue, stop: int) -> bool:
    """Tell whether before «بأنّ» a verb takes whom it is said to, that else takes no one: «ذكّر الرئيس المديرة | بأنّ»; not «ذكر المدير أنّ»."""
    if "hears" not in cue.cue.frames or stop >= len(page.words):
        return False
    verb, sets = page.words[cue.first], get_grammar("ar").words
    return page.words[stop] in _AS and past_gender(verb, sets["speaking_to"]) is not None


def _is_another_office(page: Page, token: int) -> bool:
    """Tell whether behind the definite noun that ends a phrase somebody in office stands, no adjective of it: «رئيس الغرفة | المديرة», «نقيبة الصيادين | الوزير»."""
    word, before = page.words[token], page.words[token - 1]
    sets, head = get_grammar("ar").words, word.removeprefix("ال")
    role = load_people("ar").roles.find((head,), 0) if head != word else None
    if not before.startswith("ال"):
        return False
    after = page.words[token + 1 : token + 2]
    if after and after[0].startswith("ال") and word in sets["offices"]:
        return True  # «سأل الصبي | رئيس البلدية»
    if role is None or word in sets["describing"]:
        return False
    return head in sets["offices"] or (role.value.gender == "f") != before.endswith("ه")


def _hears_case(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether a court alone stands between a verb of telling and «أنّ»: «وبصوت متقطع، أبلغت المحكمة أنّها خافت»."""
    hit = load_cues("ar").find(page.words, verb)
    tells = hit is not None and "person" in hit.value.frames and hit.value.gender is not None
    court = page.words[phrase[0]] in _COURTS and phrase[1] - phrase[0] == 1
    that = page.words[phrase[1] : phrase[1] + 1]
    return tells and court and phrase[0] == verb + 1 and any(map(is_complementizer, that))


def _are_own_object(page: Page, token: int) -> bool:
    """Tell whether someone's own people are written as the object: «لاعبيه», «معجبيها»; «لاعبوه» are the subject."""
    stem = without_pronoun(page.words[token])
    own = stem != page.words[token] and not page.written((token, token + 1)).endswith("ة")
    return own and stem.endswith("ی") and names_people(stem + "ن", "ar")


def is_own_told(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether a subject's own person is all that stands between a verb of speaking to someone and «أنّ»: «أوصت حفيدتها زينب بأن»."""
    stem, offices = without_pronoun(page.words[phrase[0]]), get_grammar("ar").words["offices"]
    named = page.person_at(phrase[1] - 1) is not None
    if named and stem in offices:
        return False  # «وذكر مديرها X أنّ»
    return _gender_of_verb(page, verb) is not None and _is_own_alone(page, verb, phrase)


def _is_own_alone(page: Page, verb: int, phrase: Range) -> bool:
    """Tell whether right behind a verb its subject's own person, by name too, is all that stands before «أنّ» or a colon: «سأل ابنه: «…»», «أخبرت زميلتها ريم بأنّ», «هددت ابنتها ضاحكةً بأن»."""
    at = _past_own(page, phrase[0])
    at += at < len(page.words) and is_manner(page, at)
    alone = phrase[0] == verb + 1 and at < len(page.words)
    alone = alone and "عتبر" not in page.words[verb]  # «اعتبرت زميلته أنّ»: she thinks so
    opens = alone and (page.words[at] == ":" or is_complementizer(page.words[at]))
    mentions = past_gender(page.words[verb], _MENTIONING) is not None
    if opens and mentions and page.words[at] not in _AS:
        return False  # «وتذكر ابنته، المهندسة X، أنّ»: who reminds goes on with «بأنّ»
    return opens and is_own_person(page, phrase[0])


def _past_own(page: Page, own: int) -> int:
    """The token behind somebody's own person and his name, also between commas and behind a role: «زميلتها ريم |», «خليفته، المدربة X، |»."""
    near = range(own + 1, min(len(page.words), own + _FARTHEST_NAME))
    named = next((i for i in near if page.person_at(i) is not None), own + 1)
    between = page.words[own + 1 : named]
    described = all(word in "،," or word.startswith("ال") for word in between)
    person = page.person_at(named) if described and named > own else None
    if person is None or person.first != named:
        return own + 1
    paused = between[:1] in (("،",), (",",)) and page.words[person.last : person.last + 1] != ()
    return person.last + (paused and page.words[person.last] in "،,")


def find_told(page: Page, verb: int, stop: int) -> Range | None:
    """Whom a verb of speaking to someone has right behind it as its object, with «فيه» or «خلالها» between or none: «نشر مقطعاً خاطب فيه متابعيه قائلاً»."""
    within = page.words[verb + 1 : verb + 2] != () and page.words[verb + 1] in WITHIN_IT
    first = verb + 1 + within
    if first >= stop:
        return None
    if is_written_object(page, first):
        rest = read_source(page, first + 1, stop)
        goes_on = rest is not None and rest[0] == first + 1 and not _has_article(page, first)
        return first, rest[1] if rest and goes_on else first + 1
    if (anyone := read_whoever(page, first, stop)) is not None:
        return anyone
    phrase = read_source(page, first, stop)
    if phrase is None or phrase[0] != first:
        return None
    return phrase if is_told(page, phrase, verb) else None


def is_written_object(page: Page, token: int) -> bool:
    """Tell whether someone is written with the ending of an object: «ممثلَ الرابطة», «المهندسَ», «سكانَ الحي»."""
    word = page.words[token]
    if not page.written((token, token + 1)).endswith("\u064e"):
        return False
    head = get_grammar("ar").bare(word)
    role = head in load_people("ar").roles.alone
    return is_accusative(page, token) or role or names_people(head, "ar")


def _gender_of_verb(page: Page, verb: int) -> Literal["m", "f"] | None:
    """The gender of the subject of a verb that takes as its object whom it speaks to; None of any other word.

    >>> # «خاطبت» f, «داعب» m
    """
    hit = load_cues("ar").find(page.words, verb)
    if hit is not None and "person" in hit.value.frames:
        return hit.value.gender
    return past_gender(page.words[verb], get_grammar("ar").words["speaking_to"])


def past_gender(word: str, verbs: frozenset[str]) -> Literal["m", "f"] | None:
    """The gender of a verb of a set, in the past or present, also behind «و» or «ف»; None where it is none of them.

    >>> verbs = frozenset({"باغت", "نادی", "وجه"})
    >>> [past_gender(word, verbs) for word in ("باغت", "فباغتت", "نادت", "وینادی", "وجهت", "قال")]
    ['m', 'f', 'f', 'm', 'f', None]
    """
    for form, gender in _past_forms(word):
        if form in verbs:
            return gender
    return None


@lru_cache(maxsize=65536)
def _past_forms(word: str) -> tuple[tuple[str, Literal["m", "f"]], ...]:
    """The pasts a word may be a form of, each with the gender it then has, in the order in which they are looked for."""
    joined = word[0] in "وف"
    forms: list[tuple[str, Literal["m", "f"]]] = [(word, "m")]
    forms += [(word[1:], "m")] if joined else []
    for bare in (word, word[1:]) if joined else (word,):
        present = bare[1:] if bare[:1] == "ل" else bare  # «لجأ إلى حسابه ليخاطب معجبيه»
        if present[:1] in ("ی", "ت"):
            forms.append((present[1:], "m" if present[0] == "ی" else "f"))
        if bare.endswith("ت"):
            forms += [(bare[:-1] + ending, "f") for ending in ("", "ی", "ا")]
    return tuple(forms)


def _is_alone(page: Page, verb: int, phrase: Range) -> bool:
    """Tell whether a phrase is all that follows a verb which never goes without whom it is spoken to.

    «خاطب المدير قائلاً», not «خاطب المدير الحضور قائلاً»: behind it stand a sign, the cue, or how it was said.
    """
    at = phrase[1]
    if past_gender(page.words[verb], get_grammar("ar").words["always_to"]) is None:
        return False
    behind = phrase[0] == verb + 1 or (phrase[0] == verb + 2 and page.words[verb + 1] in WITHIN_IT)
    if not behind or at >= len(page.words):
        return False
    grammar, word = get_grammar("ar"), page.words[at]
    end = next((i for i in range(at, len(page.words)) if not page.is_word(i)), at)
    if find_beyond(page, at, end) is not None:
        return False  # «خاطب المدير | من الشرفة الطلاب»
    if opens_whoever(page, at):
        return False  # «ناشدت الشرطة | أي شخص رأى الحادث أن»
    if word == "علی" and past_gender(page.words[verb], grammar.words["signing_on"]) is not None:
        return False  # «نادى البائع | على المارة»
    if word == "من" and page.person_at(at - 1) is not None:
        return False  # «نادى سامي حداد | من الشرفة: «…»»
    return (
        (word in SIGNS and word not in "،,")
        or is_complementizer(word)
        or is_cue(page, at)
        or word in grammar.prepositions
        or word in grammar.adverbs
        or word in _OPENLY
        or is_governed(page, at)
        or (is_accusative(page, at) and not is_somebody(page, (at, at + 1)))
    )


def _is_woman(page: Page, token: int) -> bool:
    """Tell whether a definite noun ends like that of a woman or thing: الضيفة, العجوز not."""
    word = page.words[token]
    definite = word.startswith("ال") and len(word) >= _SHORTEST_DEFINITE
    if not definite or not page.written((token, token + 1)).rstrip("\u064e").endswith("ة"):
        return False
    role = load_people("ar").roles.find((get_grammar("ar").bare(word),), 0)
    return role is None or role.value.gender == "f"  # «شكر العمدة المتطوعين»


def _has_article(page: Page, token: int) -> bool:
    """Tell whether a word has its article."""
    return page.words[token].startswith("ال")

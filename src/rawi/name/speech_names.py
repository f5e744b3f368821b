"""Find names no table knows by their place: the subject of a word of saying is someone («قال ترامب إنّ», «وست گفت»).

Only one to three unknown words count, and only where both borders of the subject are certain.
"""

from collections.abc import Iterator

from rawi.lang.called_outlets import find_outlet_name, load_outlet_names
from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people, names_writing
from rawi.lang.people import load_people
from rawi.lang.reading import Found, Reading
from rawi.lang.speech import Cue, is_that, is_verb_of_saying, load_cues
from rawi.lang.told_names import tells_known
from rawi.lang.verbs import is_verb
from rawi.name.called_so import is_called_so
from rawi.name.families import has_noun, is_family_name
from rawi.name.found import FoundName
from rawi.name.hearers import names_another, names_hearers
from rawi.name.places import load_places
from rawi.name.surnames import gives_look
from rawi.name.words import (
    SIGNS,
    closes_name,
    is_closed,
    is_foreign_word,
    is_name_word,
    is_small,
    is_surname_word,
)

_LONGEST = 3
_THAT = "بان"
_OWN = ("شان", "مان", "یشان", "ش")
_SHORTEST_PEOPLE = 4  # letters
_CLUB = "نادی"
_LONGEST_FOREIGN = 4
_NEAR = 16  # tokens behind a verb that tells something only with «أنّ»
_THEN_HE = frozenset({"فهو", "فهی", "فهم", "فهما", "فهن"})
_OPENING = frozenset({"و", "لکن", "ولکن", "اما", "فیما", "بینما", "غیر", "ان", "کان", "کانت"})


def find_speaking_names(
    reading: Reading, first: int, last: int, language: str
) -> Iterator[FoundName]:
    """Yield the unknown subjects of words of saying in a sentence."""
    if language == "ar":
        yield from _before_that(reading, first, last)
        yield from _before_called_so(reading, first, last)
        yield from _after_verbs(reading, first, last)
        yield from _before_verbs(reading, first, last)
    else:
        yield from _before_verb(reading, first, last)


def _told_by_verbs(
    words: tuple[str, ...], first: int, last: int
) -> Iterator[tuple[int, Found[Cue]]]:
    """Yield the active Arabic verbs of saying, behind which who speaks may be named, with their places."""
    cues = load_cues("ar")
    binding = get_grammar("ar").words["with_bi"]  # «وجّه سامي نداء» says nothing
    first_words = cues.first_words()
    for i in (i for i in range(first, last) if words[i] in first_words):
        hit = cues.find(words, i)
        told = hit is not None and hit.value.shape == "verb" and not hit.value.passive
        if hit is None or not told or "learned" in hit.value.frames:
            continue
        if i > first and words[i] == _CLUB and is_verb_of_saying(words, i - 1):
            continue  # «قال | نادي ريفر», which looks like «he called»
        if "near" in hit.value.frames and not any(map(is_that, words[hit.end : hit.end + _NEAR])):
            continue  # «ستنتهي | قريباً»
        if binding.isdisjoint((words[i], words[i][1:])) or _THAT in words[hit.end : last]:
            yield i, hit


def _after_verbs(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Arabic: the words right after the verb, up to a sign or a small word; or as long as they can only be a name."""
    words = reading.words
    for i, hit in _told_by_verbs(words, first, last):
        if hit.value.initial and i > first and words[i - 1] not in SIGNS:
            continue
        if _are_people(words, hit.end):
            continue
        end = hit.end
        if _looks_like_verb(words, end, last):
            end += 1  # «قال جاي بورتمان، …»
        while end < last and end - hit.end < _LONGEST and _may_be_foreign(words, end, "ar"):
            if end > hit.end and _are_told(words, hit.end, end):
                break
            end = _past_particle(words, end + 1, last)
        # «رأت ريتا خوري أنّ»: a noun before a sure border is the surname.
        if hit.end < end < last - 1 and closes_name(words, end) and not _is_heard(words, end):
            end += 1
        if not (hit.end < end < last and _is_border(words, end)):
            end = _foreign_end(words, hit.end, last)
        if end > hit.end and not load_places("ar").find(words, hit.end):
            yield FoundName(hit.end, end, "PER", "ar.speaker", None, 1)


def _is_heard(words: tuple[str, ...], at: int) -> bool:
    """Tell whether behind who speaks several people or an outlet stand, who are told: «أخبرت سلمى | رويترز»."""
    return names_hearers(words, at) or find_outlet_name(words, at) is not None


def _is_border(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a name surely ends before a token: a sign, a small word, or an outlet that is told."""
    small = words[at] in SIGNS or is_small(words[at], "ar")
    return small or find_outlet_name(words, at) is not None


def _before_called_so(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Arabic: a name of one or two words right before what its bearer calls something: «وصف | سالم حداد | القرار بأنه خطأ»."""
    words = reading.words
    for _, hit in _told_by_verbs(words, first, last):
        near = range(hit.end + 1, min(hit.end + _LONGEST, last - 1))
        end = next((i for i in near if is_called_so(words, hit.end, i)), None)
        if end is not None and _begins_name(words, hit.end):
            yield FoundName(hit.end, end, "PER", "ar.speaker", None, 1)


def _are_people(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a plural stands before what its people do or use: «ونصح | مرتادي الضفة بأن»."""
    after = words[at + 1 : at + 2]
    return after != () and heads_people(words[at]) and after[0].startswith("ال")


def _are_told(words: tuple[str, ...], first: int, at: int) -> bool:
    """Tell whether behind the first word of a name somebody is told, behind a whole one several people too."""
    others = names_hearers(words, at) or names_another(words, first, at)
    return (
        tells_known(words, at)
        or find_outlet_name(words, at) is not None
        or (at - first > 1 and others)
    )


def _past_particle(words: tuple[str, ...], end: int, last: int) -> int:
    """The token after a part of a name, and after a particle behind it and the word that binds: «قالت صباح | أبو طالب»."""
    particles = load_people("ar").particles
    at = end - 1 if words[end - 1] in particles else end
    binds = at + 1 < last and words[at] in particles and words[at + 1].isalpha()
    return at + 2 if binds and not is_closed(words[at + 1], "ar") else end


def _before_that(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Arabic: all words between a verb of saying and «أنّ», where they begin like a name and one is hardly anything else: «قال المبروك الصالحين الورفلي إنّ»."""
    words = reading.words
    for _, hit in _told_by_verbs(words, first, last):
        end = hit.end
        while end < last and end - hit.end <= _LONGEST_FOREIGN and not is_that(words[end]):
            end += 1
        if 2 <= end - hit.end <= _LONGEST_FOREIGN and end < last:
            name = words[hit.end : end]
            if (
                _begins_name(words, hit.end)
                and not any(_is_heard(words, k) for k in range(hit.end + 1, end))
                and not any(names_another(words, hit.end, k) for k in range(hit.end, end))
                and all(_may_end_name(words, k) for k in range(hit.end + 1, end))
            ):
                sure = any(is_family_name(word, "ar") for word in name)
                if sure and not load_places("ar").find(words, hit.end):
                    yield FoundName(hit.end, end, "PER", "ar.speaker", None, 1)


def _begins_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word may be the given name of who speaks: known as one, or no noun anybody knows."""
    people = load_people("ar")
    if not is_name_word(words, at, "ar"):
        return False
    if people.given_names.find(words, at) or people.perhaps_given.find(words, at):
        return True
    if words[at].startswith("ال"):
        return is_family_name(words[at], "ar") and words[at][2:] not in load_common("ar")
    return is_foreign_word(words, at)


def _may_end_name(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word may follow a given name of who speaks: no common word, but one that may be a surname."""
    if words[at] in load_people("ar").particles:
        return True
    return is_surname_word(words, at, "ar") and not has_noun((words[at],), "ar")


def _looks_like_verb(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether right after a verb of saying a word that looks like a verb stands before a part of a name: it is one too; not «وهو أمر | قال شكري إنّ»."""
    if at + 1 >= last or not is_verb(words[at]) or load_cues("ar").find(words, at) is not None:
        return False
    return is_foreign_word(words, at + 1)


def _before_verbs(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Arabic: the words that open a sentence, when they can only be a name and a verb follows: «نانسي بيلوسي تصف …»."""
    words = reading.words
    start = first
    while start < last and words[start] in _OPENING:
        start += 1
    if start < last and words[start] in _THEN_HE:
        return  # «فهو يعتقد أنّ»
    end = _foreign_end(words, start, last)
    if not start < end < last or load_places("ar").find(words, start):
        return
    cue = load_cues("ar").find(words, end)
    if is_verb(words[end]) or (cue is not None and cue.value.shape == "verb"):
        yield FoundName(start, end, "PER", "ar.speaker", None, 1)


def _foreign_end(words: tuple[str, ...], first: int, last: int) -> int:
    """The token after the words that can only be a name."""
    end = first
    while end < last and end - first < _LONGEST_FOREIGN and is_foreign_word(words, end):
        if end > first and tells_known(words, end):
            break
        end = _past_particle(words, end + 1, last)
    return end


def _before_verb(reading: Reading, first: int, last: int) -> Iterator[FoundName]:
    """Persian: the first words of a sentence, when a small word or the verb follows and the sentence reports speech."""
    words = reading.words
    cues = load_cues("fa")
    grammar = get_grammar("fa")
    start = first
    titles = load_people("fa").titles
    while start < last and words[start] in grammar.conjunctions:
        start += 1
    while title := titles.find(words, start):
        start = title.end
    end = start
    while end < last and end - start < _LONGEST and _may_be_foreign(words, end, "fa"):
        if end > start and gives_look(words, end, last):
            break  # «گردوکار | نگاهی به همسایه انداخت و گفت»
        end += 1
    someone = {words[start], words[start].removesuffix("ی")} if words[start:end] else set()
    if not someone.isdisjoint(grammar.interviewers | grammar.words["named_people"]):
        return  # «خبرنگاری پرسید», «مردی که گفته بود …», «پیرمردی از ده گفت»
    if end - start == 1 and (_is_some_one(words, start) or _is_of_somebody(words[start])):
        return
    if load_outlet_names().find(words, start):
        return  # «گاردین نوشت که»
    if not start < end < last or len({word.isascii() for word in words[start:end]}) > 1:
        return  # «ماساچوست Elizabeth Warren»: where the letters change, the name begins
    cue = cues.find(words, end)
    direct = cue is not None and cue.value.shape == "verb"
    if direct or (is_small(words[end], "fa") and _reports(words, end, last)):
        yield FoundName(start, end, "PER", "fa.speaker", None, 1)


def _is_some_one(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a Persian word is no name but someone of a calling, some of many, or some writing: «تاجری به نام X», «جمعی از اهالی», «گزارشی که …»."""
    after = words[at + 1 : at + 3]
    if after[:1] == ("از",) and words[at] in get_grammar("fa").words["groups"]:
        return True
    told = after in (("به", "نام"), ("با", "نام")) or after[:1] in (("که",), ("از",))
    stem = words[at].removesuffix("ی")
    known = stem in load_people("fa").roles.alone or names_writing(stem, "fa")
    return told and stem != words[at] and known


def _is_of_somebody(word: str) -> bool:
    """Tell whether a Persian word is somebody's people: همکارانش, هم تیمی هایشان.

    >>> _is_of_somebody("همکارانش"), _is_of_somebody("دانش")
    (True, False)
    """
    stems = (word.removesuffix(own) for own in _OWN if word.endswith(own))
    return any(len(stem) > _SHORTEST_PEOPLE and names_people(stem, "fa") for stem in stems)


def _reports(words: tuple[str, ...], first: int, last: int) -> bool:
    """Tell whether a word of saying stands in a stretch before the first pause or mark."""
    cues = load_cues("fa")
    for i in range(first, last):
        if words[i] in '،؛«"“':
            return False
        hit = cues.find(words, i)
        if hit is not None and hit.value.shape == "verb" and "clause" in hit.value.frames:
            return True
    return False


def _may_be_foreign(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be part of an unknown name: no Arabic article or prefix, no plural of things."""
    if not is_surname_word(words, at, language):
        return False
    word = words[at]
    if language == "ar":
        given = load_people("ar").given_names.find(words, at)
        return given is not None or is_foreign_word(words, at)
    return not word.endswith(("ها", "های", "هایی", "ان", "ات")) or len(word) < 5

"""Tell whether words that may be a name are one: by the family's name in them, or by the word of saying beside them."""

from rawi.lang.common import load_arabic_counts, without_joined_lam
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import is_that, load_cues
from rawi.lang.verbs import is_verb
from rawi.name.called_so import is_called_so
from rawi.name.families import has_common_word, is_family_name
from rawi.name.marks import OPENERS
from rawi.name.places import load_places
from rawi.name.roles import is_possessed_role
from rawi.name.split_surnames import is_split
from rawi.name.words import SIGNS, is_foreign_word

_TO_SOMEBODY = ("speaking_to", "wishing", "meeting", "sending", "turning")
_SHORTEST_TOLD = 4  # letters of ل and a role
_SONS = frozenset({"بن", "بنت", "ابن", "ال"})
_SELDOM = 30  # once in a million words
_OPEN_SPEECH = OPENERS | {":"}


def shows_itself(
    words: tuple[str, ...], start: int, end: int, first: int, last: int, language: str
) -> bool:
    """Tell whether tokens [start, end), which begin with a word of another meaning, are a person's name.

    «صباح الزيدان», «نور بن سالم» by the family; «قالت حياة القنديل إنّ» and «پیام کوهستانی گفت» by who speaks; no «صباح الخميس».

    >>> shows_itself(("صباح", "الزیدان", "هنا"), 0, 2, 0, 3, "ar"), shows_itself(("صباح", "الخمیس", "هنا"), 0, 2, 0, 3, "ar")
    (True, False)
    """
    given = load_people(language).given_names
    if language == "fa" and start > first and end - start > 2 and given.find(words, start + 1):
        return False  # «با هدایت هوشنگ راد»: a noun and whose it is
    if any(word in _SONS or is_family_name(word, language) for word in words[start + 1 : end]):
        return True
    if language == "fa" and end - start == 3:
        tail = load_people("fa").surname_tails.get(words[end - 1])
        if tail is False or is_split(words, start + 1, last):
            return True  # «میلاد نیک خواه», «نرگس شه بخش»
    if any((found := given.find(words, k)) and not found.value.weak for k in range(start + 1, end)):
        return True  # «نور شرف الدين»
    if language == "ar" and start > first and is_verb(words[start - 1]):
        known = load_known_names("ar")
        if words[end - 1] in known.perhaps_surnames or _is_seldom(words[end - 1]):
            return True
        of_place = load_places("ar").find(words, end - 1)  # «غادر جمال بيروت»
        if words[start] in known.given and is_foreign_word(words, end - 1) and not of_place:
            return True  # «فاجأ ماهر شمندور الحضور»
    if end >= last or has_common_word(words[start + 1 : end], language):
        return False
    begun = language == "ar" or start == first or words[start - 1] in SIGNS
    begun = begun or _is_after_circumstance(words, start, first)
    return begun and speaks(words, start, end, last, language)


def _is_after_circumstance(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether before a Persian word nothing but an adverb or a phrase of occasion opens the sentence: «در ادامه | شبنم سالمی گفت», «دیروز | …»."""
    grammar = get_grammar("fa")
    if at == first + 1:
        return words[first] in grammar.adverbs
    if at == first + 2:
        return words[first] in grammar.prepositions and words[at - 1] in grammar.turns
    if at == first + 3:
        told = words[first] in grammar.prepositions and words[first + 1] in grammar.demonstratives
        return told and words[at - 1] in grammar.occasions
    return False


def is_predicate(words: tuple[str, ...], at: int, first: int) -> bool:
    """Tell whether the Persian word behind a given name that opens a sentence is what the copula or light verb after it says of the one so called.

    >>> is_predicate(("شهلا", "غمگین", "بود"), 1, 0), is_predicate(("شهلا", "زرنگاری", "غمگین", "بود"), 1, 0)
    (True, False)
    """
    if at - 1 != first or at + 1 >= len(words) or is_family_name(words[at], "fa"):
        return False
    sets = get_grammar("fa").words
    return words[at + 1] in sets["copulas"] or words[at + 1] in sets["light_verbs"]


def speaks(words: tuple[str, ...], start: int, end: int, last: int, language: str) -> bool:
    """Tell whether tokens [start, end) stand where only who speaks stands: before a Persian word of saying, or between an Arabic one and what is said.

    >>> speaks(("قالت", "هدی", "البحر", "ان"), 1, 3, 4, "ar"), speaks(("شهناز", "چوپان", "گفت"), 0, 2, 3, "fa")
    (True, True)
    >>> speaks(("رفض", "نبیل", "الاستقاله", "."), 1, 3, 4, "ar")
    False
    """
    if end >= last:
        return False
    if language == "fa":
        cue = load_cues("fa").find(words, end)
        return cue is not None and cue.value.shape == "verb"
    if is_called_so(words, start, end):
        return True
    said = is_that(words[end]) or words[end] in _OPEN_SPEECH
    return (said or _is_told_of(words, end, last)) and _is_behind_cue(words, start)


def tells_somebody(words: tuple[str, ...], start: int, end: int, last: int) -> bool:
    """Tell whether tokens [start, end) stand between an Arabic verb of saying and whom it tells, when or how: «قال | رامي الخطيب | للمدربة»."""
    behind = _is_behind_cue(words, start) or _is_behind_verb(words, start)
    return end < last and behind and _is_behind_speaker(words[end])


def _is_behind_cue(words: tuple[str, ...], start: int) -> bool:
    """Tell whether a verb of saying, which is no passive, stands right before an Arabic token."""
    cue = load_cues("ar").find(words, start - 1) if start else None
    return cue is not None and cue.value.shape == "verb" and not cue.value.passive


def _is_behind_verb(words: tuple[str, ...], start: int) -> bool:
    """Tell whether right before an Arabic token a verb stands of what one does to somebody: شكر, خاطبت, وأرسل."""
    verb = words[start - 1] if start else "-"
    forms = {verb, verb[verb[0] in "وف" :]}
    forms |= {form.removesuffix("ت") for form in forms}
    sets = get_grammar("ar").words
    return any(not forms.isdisjoint(sets[name]) for name in _TO_SOMEBODY)


def _is_behind_speaker(word: str) -> bool:
    """Tell whether an Arabic word is no part of a name, and may stand behind who speaks: إلى, أمس, للمدربة, لجارته, المدير, لجنة, سكان."""
    grammar = get_grammar("ar")
    if word in grammar.prepositions or word in grammar.adverbs or is_possessed_role(word):
        return True
    cue = load_cues("ar").find((word,), 0)
    if cue is not None and cue.value.shape == "participle":
        return True  # «قائلاً»
    joined = word[0] in "لب" and len(word) > _SHORTEST_TOLD
    return _is_someone(without_joined_lam(word)) or (
        joined and (_is_someone(word[1:]) or is_possessed_role(word[1:]))
    )


def _is_someone(word: str) -> bool:
    """Tell whether an Arabic word is a title, a role, people, a body, one of some, our reporter or another's given name, and so no surname."""
    people, bare = load_people("ar"), word.removeprefix("ال")
    interviewers = get_grammar("ar").interviewers
    given = people.given_names.find((word,), 0)  # «نبّه رامي الخطيب | باسل درويش»
    return (
        bare in ONE_OF
        or (given is not None and not given.value.weak)
        or word in people.titles.alone
        or bare in people.roles.alone
        or bare in people.organisations.alone
        or bare.removesuffix("نا") in interviewers
        or names_people(bare, "ar")
    )


def _is_told_of(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether at a token a comma stands, and behind it what someone is: «، وهو فلاح من الجبل», «، التي تدير المخبز»."""
    told = at + 1 < last and words[at] in "،,"
    sets = get_grammar("ar").words
    return told and (words[at + 1] in sets["he_is"] or words[at + 1] in sets["relatives"])


def _is_seldom(word: str) -> bool:
    """Tell whether an Arabic word is definite and no frequent noun: «رحّب مالك الأشقر بـ…», no «سحر الطبيعة»."""
    counts = load_arabic_counts()
    often = max(counts.get(word, 0), counts.get(word[2:], 0))
    return word.startswith("ال") and often < _SELDOM and not word.endswith(("ات", "ین", "ون"))

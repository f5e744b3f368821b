"""To whom an Arabic speaker does something in the same breath, right before words in marks: «اقتربت X من الحارس وهمست: «…»», «ربت X على كتف ابنه وقال: «…»», «ناولت X جارتها المفتاح وقالت: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.hearers import is_someone, names_one, read_addressed, read_partner
from rawi.quote.arabic.people_words import is_own, is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.signing import find_signed_to
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import hangs_before, is_cue
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_TOWARDS = frozenset({"الی", "نحو", "صوب", "من"})
_BESIDE = frozenset({"جانب", "جوار", "قرب"})
_LONGEST_GIFT = 3  # tokens of «المفتاح القديم»


def find_done_before(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """The one person whom the verb right before a verb of saying with «و» is done to; None where anything else is told between them."""
    words = page.words
    joined = cue.cue.shape == "verb" and words[cue.first][0] in "وف"
    if not joined or cue.cue.object or words[cue.last : cue.last + 1] != (":",):
        return None
    for i in range(cue.first - 2, before[0] - 1, -1):
        if page.mark_at[i] is not None or not page.is_word(i):
            return None
        whom = find_signed_to(page, i, cue.first) or _reached_by(page, i, cue.first)
        if whom is not None:
            return whom if _is_one(page, whom) and _ends_before(page, whom, cue.first) else None
        if is_cue(page, i):
            return None
    return None


def _is_one(page: Page, whom: Range) -> bool:
    """Tell whether a phrase is one person, also joined with «ل»: «لابنه»."""
    return names_one(page, whom) or is_own(page.words[whom[0]].removeprefix("ل"))


def _ends_before(page: Page, whom: Range, verb: int) -> bool:
    """Tell whether nothing stands between whom something is done to and a verb but what he is given: «ناولت X جارتها | المفتاح | وقالت»."""
    rest = page.words[whom[1] : verb]
    return len(rest) <= _LONGEST_GIFT and all(word.startswith("ال") for word in rest)


def _reached_by(page: Page, verb: int, stop: int) -> Range | None:
    """Whom a verb of coming near, touching or giving at a token reaches: «اقتربت من | الحارس», «أمسك بيد | ابنه», «سلّم المفتاح إلى | الحارس»; None of any other verb."""
    sets, word = get_grammar("ar").words, page.words[verb]
    comes = past_gender(word, sets["coming_near"]) is not None
    touches = past_gender(word, sets["touching"]) is not None
    gives = past_gender(word, sets["handing"]) is not None
    if not (comes or touches or gives):
        return None
    for i in range(verb + 1, stop - 1):
        if touches and (whom := _part_of(page, i, stop)) is not None:
            return whom
        if comes and page.words[i] in _TOWARDS and is_someone(page, i + 1):
            return read_partner(page, i + 1, stop)
        if gives and (whom := _given_to(page, i, stop)) is not None:
            return whom
    return _handed(page, verb, stop) if gives else None


def _part_of(page: Page, at: int, stop: int) -> Range | None:
    """Whose hand, shoulder or side a speaker touches or sits at: «على كتف | ابنه», «بيد | ابنته», «إلى جانب | جارته»."""
    parts, word = get_grammar("ar").words["body_parts"], page.words[at]
    behind = word in get_grammar("ar").prepositions and page.words[at + 1] in parts
    joined = word[0] == "ب" and word[1:] in parts
    if not (behind or joined):
        return None
    owner = at + 1 + behind
    if owner >= stop or not is_someone(page, owner):
        return None
    if page.words[owner - 1] in _BESIDE and not is_own_person(page, owner):
        return None  # «وقف إلى جانب | الوزير وقال»: to all
    return read_partner(page, owner, stop)


def _given_to(page: Page, at: int, stop: int) -> Range | None:
    """Whom something is given behind a preposition: «إلى | الحارس», «| للحارس»."""
    word = page.words[at]
    if word == "الی" and is_someone(page, at + 1):
        return read_partner(page, at + 1, stop)
    if at in page.mention_at and not hangs_before(page, at):
        return None  # «ناولت | لمى جارتها المفتاح»
    addressed = word.startswith("لل") and is_someone(page, at, 2)
    addressed = addressed or (word[0] == "ل" and is_someone(page, at, 1))
    return read_addressed(page, at, stop) if addressed else None


def _handed(page: Page, verb: int, stop: int) -> Range | None:
    """Whom something is handed as the object behind who hands it: «ناولت X | جارتها المفتاح»."""
    giver = read_source(page, verb + 1, stop)
    if giver is None or giver[1] >= stop or not is_someone(page, giver[1]):
        return None
    if is_own_person(page, giver[1]) and page.words[giver[1] + 1].startswith("ال"):
        return giver[1], giver[1] + 1  # «حفيدها | المفتاح»
    return read_source(page, giver[1], stop)

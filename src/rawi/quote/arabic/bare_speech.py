"""Speech that stands right behind who says it, without «أنّ», colon or marks, where its first word is nobody's but a speaker's: «قال X | لا أعتقد ذلك», «وقالت | نحن جاهزون», «وأضاف X | لقد عملنا»."""

from rawi.lang.first_person import is_future_of_us, is_present_of_us, says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.openings import Opening
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.words import SIGNS, hides_name, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_LONGEST_SOURCE = 6  # tokens between the verb and what was said
_SHORTEST = 3  # tokens of what was said
_STATING = frozenset({"لقد", "سوف"})
_NOT = frozenset({"لا", "لم", "لن"})


def find_bare(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """Find where bare speech begins behind «قال» or «أضاف», or behind who speaks; None where there is none."""
    if cue.cue.shape != "verb" or "pause" not in cue.cue.frames or cue.cue.passive:
        return None
    words, prepositions = page.words, get_grammar("ar").prepositions
    for i in range(cue.last, min(limit, cue.last + _LONGEST_SOURCE, last - _SHORTEST)):
        if words[i] in SIGNS or words[i] in MARKS or page.mark_at[i] is not None:
            return None
        if _opens_speech(page, i):
            whole = i == cue.last or _is_source(page, (cue.last, i))
            return Opening(i, i, "bare") if whole else None
        if words[i] in prepositions or is_complementizer(words[i]):
            return None
    return None


def _opens_speech(page: Page, at: int) -> bool:
    """Tell whether a word opens a speaker's own words: نحن, لقد, «لا أعتقد», نتمنى, سنفتح."""
    words = page.words
    word, after = words[at], words[at + 1]
    own, named = get_grammar("ar").words["opening_own"], page.mention_at.get(at)
    if page.written((at, at + 1)).startswith("آ") or (named is not None and named.first == at):
        return False  # «وقالت | آنا لودفيغ»
    if word in own or word in _STATING or is_future_of_us(word):
        return True
    if word in _NOT:
        does = is_verb(after) or is_verb("ی" + after[1:]) or after[1:] == "کن" or after in own
        return after[0] in "یتان" and does and not hides_name(words, at)
    given = word in load_people("ar").given_names.alone
    return is_present_of_us(word) and named is None and not given


def _is_source(page: Page, place: Range) -> bool:
    """Tell whether all between a verb and a token is somebody definite: «قال الصباغ | لا», «قال مدير المتحف | نحن»; not «قال مسؤول | لم يُكشف اسمه»."""
    words = page.words
    source = read_source(page, *place)
    if source is None or source[1] != place[1]:
        return False
    # Who is not known as somebody says I or we: «قال الصباغ | لا أعتقد».
    near = words[place[1] : place[1] + 2]
    own = says_i(near) or not get_grammar("ar").words["opening_own"].isdisjoint(near)
    own = own or near[0] in _STATING
    definite = words[source[1] - 1].startswith("ال") or page.person_at(source[1] - 1) is not None
    return definite and (own or is_somebody(page, source))

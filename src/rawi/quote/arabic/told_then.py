"""Whether who stands behind an Arabic verb with «و» hears it, who spoke before in its sentence going on: «وصفت النقابة القرار بأنه «صفعة»، ودعت | الإدارة إلى التراجع»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF
from rawi.lang.speech import load_cues
from rawi.lang.verbs import verb_gender
from rawi.quote.arabic.done_to import DONE_TO, TO_ONE
from rawi.quote.arabic.hearers import are_several, names_one
from rawi.quote.arabic.holders import clause_subject
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.arabic.subjects import is_surely_someone
from rawi.quote.arabic.words import GOVERNING, SIGNS, is_complementizer, is_that_not
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_LONGEST_MANNER = 4  # tokens to what is asked
_OPENING = frozenset({":", "ما", "عما", "اذا", "ان", "عن"})


def is_told_then(page: Page, earlier: list[PlacedCue], cue: PlacedCue, source: Range) -> bool:
    """Tell whether a body or role behind a verb of asking or telling with «و» is asked or told; who asks himself asks someone."""
    words = page.words
    if _asks_before(page, earlier, cue, source) or _comes_to(page, cue, source):
        return True
    if _goes_on_to(page, cue, source):
        return True
    joined = words[cue.first][0] == "و" and words[cue.first - 1] in "،,"
    also = words[cue.first - 1] == "کما" and words[cue.first - 2] in "،,"
    if DONE_TO.isdisjoint(cue.cue.frames) or source[0] != cue.last or not (joined or also):
        return False
    named = (page.mention_at.get(i) for i in range(*source))
    if any(m and m.mention.type == "PER" for m in named):
        return False
    if words[source[0]].endswith("ون"):
        return False  # «…، وطالب | اللاعبون بأن»
    # verbs that do without whom they are done to may have a new subject: «…، ووعد رئيس البلدية بأنّ»
    several = are_several(page, source[0])
    needs_one = several or not TO_ONE.isdisjoint(cue.cue.frames)
    told = needs_one and is_complementizer(words[source[1]])
    # «دعا المركز السائقين إلى التريث، كما نبّه | مربي المواشي إلى أنّ»
    told = told or (also and several)
    if told and _went_before(page, earlier, cue):
        return True
    if "request" not in cue.cue.frames:
        return _is_spoken_of(page, earlier, cue, source)
    asked = words[source[1]] == "الی" or _is_written_to(page, cue, source)
    return asked and _went_before(page, earlier, cue)


def _goes_on_to(page: Page, cue: PlacedCue, source: Range) -> bool:
    """Tell whether «ثم» opens a sentence before a verb that needs whom it is said to, and a body alone stands behind: who acted before tells it, «نصحها X بأن تنتظر. ثم أبلغ | مركز الإنقاذ أنّ»."""
    words, here = page.words, page.sentence_at(cue.first)
    then = here is not None and cue.first == here.first + 1 and words[here.first] == "ثم"
    needs = "person" in cue.cue.frames and not (cue.cue.object or cue.cue.passive)
    body = heads_body(get_grammar("ar").bare(words[source[0]])) or source[0] in page.mention_at
    alone = source[0] == cue.last and page.person_at(source[1] - 1) is None
    return then and needs and body and alone and is_complementizer(words[source[1]])


def _asks_before(page: Page, earlier: list[PlacedCue], cue: PlacedCue, source: Range) -> bool:
    """Tell whether one of some people is asked behind «before», who spoke before in the sentence going on: «وصف السوق بأنه «مقبرة»، قبل أن يسأل | أحد الحراس: «…»»."""
    words = page.words
    before = words[cue.first - 2 : cue.first] == ("قبل", "ان") and source[0] == cue.last
    one = words[source[0]] in ONE_OF and not TO_ONE.isdisjoint(cue.cue.frames)
    spoke = (c for c in earlier if c.cue.shape == "verb" and c.cue.gender == cue.cue.gender)
    return before and one and words[source[1]] in SIGNS and any(spoke)


def _comes_to(page: Page, cue: PlacedCue, source: Range) -> bool:
    """Tell whether one person named or called by a role behind a verb that needs whom it is said to is he, since somebody did something just before in the same breath: «دخلت الممرضة X وأبلغت | Y أنّ», «ويدخل رجل ويسأل | Y إن كان»."""
    words, here = page.words, page.sentence_at(cue.first)
    if here is None or source[0] != cue.last or "person" not in cue.cue.frames:
        return False
    paused = not page.is_word(cue.first - 1) or words[cue.first][0] != "و"
    if (
        paused
        or cue.cue.object
        or not names_one(page, source)
        or not _opens_behind(page, source[1])
    ):
        return False
    goer = clause_subject(page, here.first, cue.first, cue.cue)
    return goer is not None and words[slice(*goer)] != words[slice(*source)]


def opens_words(page: Page, at: int) -> bool:
    """Tell whether what is said or asked opens at a token: «أنّ», «ألا», a colon, «إن كان», «هل»."""
    word = page.words[at]
    questions = get_grammar("ar").words["interrogatives"]
    opens = is_complementizer(word) or is_that_not(page, at)
    return opens or word in questions or word in _OPENING


def _opens_behind(page: Page, at: int) -> bool:
    """Tell whether what is said or asked opens at a token, or behind how: «ويسأل X | بعربية متعثرة كم»."""
    for i in range(at, min(len(page.words), at + _LONGEST_MANNER)):
        if opens_words(page, i):
            return True
        if not page.is_word(i) or (i == at and page.words[i][0] != "ب"):
            return False
    return False


def _went_before(page: Page, earlier: list[PlacedCue], cue: PlacedCue) -> bool:
    """Tell whether somebody who agrees with a verb said or did something earlier in the sentence: «شكرت X الرعاة، ووعدت | المتسابقات بأن»."""
    if any(c.cue.shape == "verb" and c.cue.gender == cue.cue.gender for c in earlier):
        return True
    here = page.sentence_at(cue.first)
    return here is not None and clause_subject(page, here.first, cue.first, cue.cue) is not None


def _is_spoken_of(page: Page, earlier: list[PlacedCue], cue: PlacedCue, source: Range) -> bool:
    """Tell whether a definite word means someone of whom the sentence told before, behind another subject of the verb's gender: «رفضت الشركة طلب البلدية، وأبلغت | البلدية بأنّ»."""
    here, words = page.sentence_at(cue.first), page.words
    if here is None or source[1] - source[0] > 1 or not words[source[0]].startswith("ال"):
        return False
    opens = is_complementizer(words[source[1]]) or words[source[1]] in GOVERNING
    if not opens or "label" in cue.cue.frames or not is_surely_someone(page, source):
        return False
    forms = {words[source[0]], get_grammar("ar").bare(words[source[0]])}
    verb = next((i for i in range(here.first, cue.first) if _gender(page, i)), None)
    if verb is None or _gender(page, verb) != cue.cue.gender:
        return False
    named = [i for i in range(verb, cue.first) if words[i] in forms]
    main = (c for c in earlier if words[c.first][0] in "وف" or not page.is_word(c.first - 1))
    return bool(named) and {verb + 1, *(c.last for c in main)}.isdisjoint(named)


def _gender(page: Page, token: int) -> str | None:
    """The gender of a verb at a token; None where none stands."""
    hit = load_cues("ar").find(page.words, token)
    if hit is not None and hit.value.shape == "verb":
        return hit.value.gender
    return verb_gender(page.words[token])


def _is_written_to(page: Page, cue: PlacedCue, source: Range) -> bool:
    """Tell whether something goes to a body earlier in the sentence in which it is asked: «في عريضة إلى المجلس البلدي، كتب X أنّ C، وطالب | المجلس بأن»."""
    here, head = page.sentence_at(cue.first), page.words[source[0]]
    before = range(here.first + 1, cue.first) if here else range(0)
    return any(page.words[i - 1 : i + 1] == ("الی", head) for i in before)

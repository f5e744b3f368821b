"""Where unmarked Arabic speech behind a colon ends: «قال X: C. D.», «كتب X: C، فجاءه ردّها: «…»»."""

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR_COLON = 8  # tokens between a verb and its colon
_NEAR_THAT = 3  # tokens of «إلى أنّ», «لهم بأنّ» behind a participle


def colon_end(page: Page, sentence: PlacedSentence, start: int) -> int:
    """Where unmarked speech after a colon ends: with its paragraph, or before the next sentence in which someone speaks."""
    end = sentence.last
    for i in range(start, sentence.last - 1):
        # «وسأل تلميذ: هل …؟ فأجابته: …»
        joined = page.mark_at[i] is None and page.words[i + 1][0] == "ف"
        asked = joined and page.words[i] in "؟!"
        if asked and page.cues(i + 1, min(i + 3, sentence.last), "ar"):
            return i + 1
        if page.words[i] in PAUSES and _adds_by_role(page, i + 1, sentence.last):
            return i
        if page.words[i] in PAUSES and _tells_besides(page, i + 1, sentence.last):
            return i
        if joined and page.words[i] in PAUSES and _answers_in_marks(page, i + 1, sentence.last):
            return i
    for later in page.sentences_of(sentence.paragraph):
        if later.first < end:
            continue
        # «وقد أبلغنا الشركات»: we did, it is still he who speaks
        cues = [c for c in page.cues(later.first, later.last, "ar") if not _is_ours(page, c)]
        if cues or page.mark_at[later.first] is not None or _tells_of_words(page, later):
            break
        end = later.last
    return end


def _tells_of_words(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence opens with what who spoke did with his words: «وأرفقت العبارة بوجه باكٍ»."""
    did, near = page.words[sentence.first], page.words[sentence.first + 1 : sentence.first + 3]
    acts = did[0] == "و" and did[1:2] not in ("ی", "ت", "س") and is_verb(did[1:])
    words = get_grammar("ar").words["utterances"]
    return acts and any(word.startswith("ال") and word[2:] in words for word in near)


def _adds_by_role(page: Page, at: int, last: int) -> bool:
    """Tell whether at a token «and» with a verb of saying stands, somebody in office or by name, and «أنّ»: «قال X: C، | وأضاف الوزير أنّ»."""
    words = page.words
    if words[at][0] != "و" or page.mark_at[at] is not None or at + 2 >= last:
        return False
    cue = load_cues("ar").find(words, at)
    if cue is None or cue.value.shape != "verb" or cue.value.passive:
        return False
    named = page.person_at(cue.end)
    end = named.last if named is not None else cue.end + 1
    someone = named is not None or (
        words[cue.end].startswith("ال") and words[cue.end][2:] in load_people("ar").roles.alone
    )
    return someone and end < last and is_complementizer(words[end])


def _tells_besides(page: Page, at: int, last: int) -> bool:
    """Tell whether at a token the outlet says what its one speaker tells besides, or that he adds something: «قال X: C، | مؤكداً أنّ», «C، | وأضاف: «…»»; not «زرناه، مؤكدين أنّ», «زرته، وأكد أنّ»."""
    cue = None if page.mark_at[at] is not None else load_cues("ar").find(page.words, at)
    if cue is None or cue.value.passive or cue.value.plural or cue.value.object:
        return False
    near = page.words[cue.end : min(last, cue.end + _NEAR_THAT)]
    if cue.value.shape == "participle":
        return any(map(is_complementizer, near))
    if cue.value.shape != "verb" or cue.value.cue_class != "continuing" or not near:
        return False
    return page.words[at][0] == "و" and (near[0] == ":" or is_complementizer(near[0]))


def _answers_in_marks(page: Page, at: int, last: int) -> bool:
    """Tell whether a verb with «ف» at a token leads to marks behind a colon, in which another answers: «قال لها سليم: لا ماء عندنا، | فجاءه ردّها: «…»»."""
    words = page.words
    verb = words[at][1:]
    known = (
        is_verb(form) or form in get_grammar("ar").verbs
        for form in (verb, without_object_pronoun(verb))
    )
    if not any(known):
        return False
    near = range(at + 1, min(last - 1, at + _NEAR_COLON))
    colon = next((i for i in near if words[i] == ":" and words[i + 1] in MARKS), None)
    return colon is not None and not says_i(
        words[at:colon]
    )  # «كنت نائماً، فسمعت صوتاً يقول لي: «قم»»


def _is_ours(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb of saying may be one of «we»: أبلغنا."""
    return cue.cue.object and page.words[cue.first].endswith("نا")

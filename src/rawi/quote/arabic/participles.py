"""Which Arabic participles say how somebody speaks, «مشيراً إلى», «مقاطعاً: «…»», and which are the nouns they look like: «مذكرة تعاون»."""

from collections.abc import Sequence

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.endings import is_counted
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.words import GOVERNING, SIGNS, hides_name, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_AGAIN = "مجددا"  # «تفتح أبوابها مجدداً في الربيع» renews nothing said; «، مجدداً رفضه» does
_SAYING = frozenset({"قال", "قالت", "قالوا", "یقول", "تقول", "یقولون"})
_VOWS = frozenset({"وعدا", "عهدا", "تعهدا", "الوعد", "العهد"})
_LONGEST_PRONOUN = 4  # letters of لهما
_NEAR_VOW = 5  # tokens
_NEAR_COLON = 3  # tokens
_NEAR_CLAUSE = 8  # tokens
# Participles that are writings too, with what stands behind the participle: «لافتةً إلى», «مذكّرةً بأنّ».
_WRITINGS_TOO = {"لافته": "الی", "مذکره": "بان"}


def is_participle(page: Page, sentence: PlacedSentence, cue: PlacedCue, before: str) -> bool:
    """Tell whether a participle says how someone speaks, and is no noun: «مشيراً إلى», «مقاطعاً: «…»»."""
    if before in get_grammar("ar").prepositions or _is_subject(page, sentence, cue):
        return False  # «عن أمله» looks like آملة
    if is_counted(page, cue.first) or _is_office(page, cue.first):
        return False  # «خمسة عشر طالباً», «على لسان كاتبه العام»
    if _is_object(page, sentence, cue) or hides_name(page.words, cue.last):
        return False
    if _is_joined_act(page, sentence, cue) or _is_of_trade(page, cue):
        return False
    needed = _WRITINGS_TOO.get(page.words[cue.first])
    if needed is not None and needed not in page.words[cue.last : cue.last + 3]:
        return False  # «تقول لافتة عند الباب: «…»»
    paused = cue.first > sentence.first and not page.is_word(cue.first - 1)
    if page.words[cue.first] == _AGAIN and (not paused or page.words[cue.last] in SIGNS):
        return False
    if "colon" in cue.cue.frames and ":" not in page.words[cue.last : cue.last + _NEAR_COLON]:
        return False  # «مقاطعة الجلسة»
    if "pause" in cue.cue.frames and not (paused and page.words[cue.last] == ":"):
        return False  # «قال ضاحكاً: «…»»
    return "near" not in cue.cue.frames or _tells_that(page, sentence, cue)


def says_how(page: Page, cue: PlacedCue, earlier: Sequence[PlacedCue]) -> bool:
    """Tell whether a participle right before what is said only tells how somebody speaks, the verb and whom it is said to standing before it: «وقال لجاره سامي نجار | مازحاً: «…»»."""
    words, at = page.words, cue.first
    if cue.cue.shape != "participle" or not earlier or words[cue.last : cue.last + 1] == ():
        return False
    if not (words[cue.last] == ":" or is_complementizer(words[cue.last])):
        return False
    said = earlier[-1]
    if words[said.first].lstrip("وف") not in _SAYING or words[said.last][0] != "ل":
        return False
    between = range(said.last, at)
    whole = all(page.is_word(i) and not is_complementizer(words[i]) for i in between)
    return whole and len(words[said.last]) > _LONGEST_PRONOUN and len(between) > 0


def _is_office(page: Page, at: int) -> bool:
    """Tell whether a participle is somebody's office with a definite adjective: «كاتبه | العام», «مقرّرها | الخاص»."""
    word = page.words[at]
    stem = without_pronoun(word)
    own = stem != word and not page.written((at, at + 1)).endswith("ة")
    role = load_people("ar").roles.find((stem,), 0) if own else None
    return role is not None and page.words[at + 1].startswith("ال")


def _tells_that(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a participle that is also a noun stands after a pause and right before «that»: «، ملاحظةً أنّ», «، مصرّاً على أنّ»; not «مفيداً أن يعود»."""
    words = page.words
    paused = cue.first > sentence.first and not page.is_word(cue.first - 1)
    if not paused and not words[cue.first].startswith("و"):
        return False
    near = range(cue.last, min(sentence.last, cue.last + _NEAR_VOW))
    vow = next((i for i in near if words[i] in _VOWS), None)
    # «قاطعاً لهم وعداً بأن»
    that = cue.last + (words[cue.last] in GOVERNING) if vow is None else vow + 1
    if that + 1 >= sentence.last or not is_complementizer(words[that]):
        return False
    return vow is not None or not (words[that] == "ان" and is_verb(words[that + 1]))


def _is_subject(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether right after a verb of saying a participle is its subject: «تقول طالبة في …»; «قالت كاتبةً: …» is written as none."""
    at = cue.first
    if at == sentence.first or page.written((at, at + 1)).endswith(("ً", "ًا", "اً", "ا")):
        return False
    roles = load_people("ar").roles
    if not any(form in roles.alone for form in (page.words[at], page.words[at].removesuffix("ه"))):
        return False
    before = load_cues("ar").find(page.words, at - 1)
    return before is not None and before.value.shape == "verb" and page.words[at + 1] not in SIGNS


def _is_joined_act(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a participle with «و» is rather the act it looks like, which is told with the rest: «تريد شراء دراجة، | ومواصلة التدريب»; not «، ومؤكدة أنّ»."""
    acts = get_grammar("ar").words["joined_acts"]
    if page.words[cue.first][:1] != "و" or page.words[cue.first][1:] not in acts:
        return False
    near = page.words[cue.last : min(sentence.last, cue.last + _NEAR_CLAUSE)]
    return not any(is_complementizer(w) or w == ":" or w in MARKS for w in near)


def _is_of_trade(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «مهنياً» is the adverb, and no «مهنئاً», which is written with a hamza: «علمياً، | ومهنياً»."""
    trade = page.words[cue.first].removeprefix("و") == "مهنیا"
    return trade and "ئ" not in page.written((cue.first, cue.first + 1))


def _is_object(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a participle is rather a noun right after a word, and no clause or marks follow: «سيوقّعان مذكرة تعاون»."""
    word, at = page.words[cue.first], cue.first
    if at == sentence.first or not page.is_word(at - 1) or not takes_article(word):
        return False
    near = page.words[cue.last : min(sentence.last, cue.last + _NEAR_CLAUSE)]
    written = page.written((at, at + 1)).endswith(("ً", "ًا", "اً"))
    return not written and not any(is_complementizer(w) or w == ":" or w in MARKS for w in near)

"""Which Arabic phrases name nobody who could speak, however they stand: «معارضته», «خيارات بديلة», «قاله»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.texts import ONE_TEXT, is_text
from rawi.quote.arabic.words import is_possessed
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_NO_ONE = frozenset({"مما", "ومما", "الامر"})


def is_nobody(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is a noun with a pronoun that is no role, body or text, a verb with its object, or indefinite things."""
    first, last = phrase
    stance = page.words[first] in get_grammar("ar").words["stances"] and last - first > 1
    if stance and first not in page.mention_at and is_possessed(page, first + 1):
        return True  # «وأكد حرص ناديه على التعاون، وختم»
    if any(i in page.mention_at for i in range(first, last)):
        return False
    word = page.words[first]
    if word in _NO_ONE:
        return True  # «ومما | جاء فيها», «وعللت | الأمر بأنّ»
    if word in get_grammar("ar").pronouns or word in ONE_TEXT:
        return False  # سماحته, «وجاء في آخرها»
    hit = load_cues("ar").find(page.words, first)
    if hit is not None and hit.value.shape == "verb" and last - first == 1:
        return not _may_act(word)  # «وفقاً لما قاله»
    if is_possessed(page, first):
        return not _may_act(without_pronoun(word)) and not is_text(word)
    # «سجلات الهواتف» show something
    things = word.endswith("ات") and not any(w.startswith("ال") for w in page.words[first:last])
    return things and not _may_act(word)


def _may_act(word: str) -> bool:
    """Tell whether a noun is a role, people, a body or a writing."""
    people = load_people("ar")
    grammar = get_grammar("ar")
    return (
        word in people.roles.alone
        or word in grammar.words["counterparts"]
        or heads_body(word)
        or names_people(word, "ar")
        or (word.endswith("ی") and names_people(word + "ن", "ar"))  # معدّيها
        or word in grammar.documents
        or word in grammar.indefinites
        or word in grammar.words["quantities"]
    )


def is_done(page: Page, phrase: Range, cue: PlacedCue) -> bool:
    """Tell whether a phrase after a verb is what is denied, refused or announced, and no subject: «رفض تحميل الحكام المسؤولية», «رفض التعليق»."""
    word = page.words[phrase[0]]
    if page.words[cue.first].startswith(("لی", "لت")) and not is_somebody(page, phrase):
        return True  # «ألحّ عليه ليوضح السبب»
    takes = not cue.cue.frames.isdisjoint({"object", "wish"})
    bare = not page.written((phrase[0], phrase[0] + 1)).startswith("ال")  # «إلغاء» has no article
    act = bare or word in get_grammar("ar").words["acts"] or names_act(word.removeprefix("ال"))
    return takes and act and not is_somebody(page, phrase)

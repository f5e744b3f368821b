"""Who speaks back in Arabic to whom he was told something by: by the pronoun of a verb, «فوعدها بأن», «فشكرها وقال», «وسألته هل», or as kin, «قالت X لجدتها: «…». فابتسمت الجدة وقالت»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.finite_verbs import speaks_to_him
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.people_words import kin_of, names_own
from rawi.quote.arabic.words import is_asking
from rawi.quote.attributed import Attributed
from rawi.quote.memory import Wanted
from rawi.quote.nearness import follows, in_one_sentence
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker, Words

_HIM, _HER = "m", "f"


def find_answering_back(
    page: Page, saying: Saying, before: Attributed | None, wanted: Wanted
) -> Speaker | None:
    """Who was spoken to just before and speaks in a verb without a subject, whose sentence opens with a verb done to who spoke: «أوصت الأم ابنها: «…». فوعدها بأن»; None in any other sentence."""
    if saying.language != "ar" or saying.passive or before is None or saying.cue is None:
        return None
    hearer, speaker = before.addressee, before.speaker
    new = follows(page, before.saying, saying) and not in_one_sentence(page, before.saying, saying)
    here = page.sentence_at(saying.start)
    if hearer is None or speaker is None or here is None or not new:
        return None
    if not _is_done_to(page.words[here.first], speaker):
        return None
    return hearer if hearer is not speaker and not hearer.body and wanted.fits(hearer) else None


def _is_done_to(verb: str, speaker: Speaker) -> bool:
    """Tell whether a verb with «ف», or one of asking, is done to somebody by its pronoun: فوعدها, فشكرته, «وسألته»."""
    bare = without_object_pronoun(verb)
    known = speaks_to_him(verb) or load_cues("ar").find((verb,), 0) is not None
    if bare == verb or not known or not (verb.startswith("ف") or is_asking(verb)):
        return False
    if verb.endswith(("هم", "هن", "هما")):
        return speaker.plural
    gender = _HER if verb.endswith("ها") else _HIM
    return not (speaker.plural or speaker.body) and speaker.gender in (None, gender)


def find_own_back(words: Words, listener: Speaker | None) -> Speaker | None:
    """Whom a definite word alone means that was told as somebody's own just before: «لجدتها», then «الجدة»; «لجاره», then «الجار»."""
    if listener is None or listener.named or len(words) != 1 or len(listener.words) != 1:
        return None
    head, own = get_grammar("ar").bare(words[0]), listener.words[0]
    own = own[1:] if names_own(own) else own  # لجدتها
    stem = kin_of(own) or without_pronoun(own)
    return listener if stem != own and head == stem and head != words[0] else None

"""Which forms of an Arabic sentence are the cues they look like: «ردّ» the verb or the noun, «عبّر» or the preposition «عبر»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.attributions import told_by
from rawi.quote.arabic.words import CALLED, is_complementizer, is_passive
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR = 8  # tokens after a verb in which its preposition stands
# Words that are a verb only with a preposition near: «عبّر عن», «نصّ على», «تطلب من».
_NEEDED = (("with_an", "عن"), ("with_ala", "علی"), ("with_min", "من"))


def find_cues(page: Page, sentence: PlacedSentence) -> list[PlacedCue]:
    """The cues of a sentence without the common words that only look like one."""
    found: list[PlacedCue] = []
    for cue in page.cues(sentence.first, sentence.last, "ar"):
        if cue.cue.verbal:
            if verb := told_by(page, sentence, cue):
                found.append(cue._replace(last=verb))
        elif (not found or cue.first >= found[-1].last) and _is_verb_here(page, sentence, cue):
            passive = cue.cue.shape == "verb" and is_passive(page, cue.first)
            found.append(cue._replace(cue=cue.cue._replace(passive=True)) if passive else cue)
    return found


def _is_verb_here(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a form that is also another word is the cue here."""
    first = page.words[cue.first]
    before = page.words[cue.first - 1] if cue.first > sentence.first else ""
    if first in CALLED:
        # «شاهد يُدعى مروان»: only with a clause after it does it say that he claims.
        return cue.last < sentence.last and is_complementizer(page.words[cue.last])
    if cue.cue.shape == "participle":
        return before not in get_grammar("ar").prepositions  # «عن أمله» looks like آملة
    if before == "قد" and first.startswith("ی"):
        return False  # «قد يعتقد»: he may, nobody says that he does
    if _is_named(page, cue, before) or not _has_its_preposition(page, cue):
        return False
    if not cue.cue.initial or cue.first == sentence.first or not page.is_word(cue.first - 1):
        return True
    # «لكنّ كريستوف ردّ: …»
    named = page.mention_at.get(cue.first - 1)
    led = before in get_grammar("ar").words["subordinating"] or before == "قد"
    return led or (named is not None and named.mention.type == "PER")


def _is_named(page: Page, cue: PlacedCue, before: str) -> bool:
    """Tell whether a form belongs to a name or role: «السيد راي», «ممثل الادعاء»."""
    mention = page.mention_at.get(cue.first)
    if mention and mention.mention.rule == "ar.title":
        return True
    roles = load_people("ar").roles
    return cue.cue.shape == "masdar" and roles.find((before or " ",), 0) is not None


def _has_its_preposition(page: Page, cue: PlacedCue) -> bool:
    """Tell whether near a word that is a verb only with a preposition that one stands; of other words say yes."""
    if page.words[cue.last - 1] == "الی" and cue.last - cue.first == 2:
        return is_complementizer(page.words[cue.last])  # «ذهب إلى أنّ», not «ذهب إلى السوق»
    sets = get_grammar("ar").words
    bare = page.words[cue.first].removeprefix("و")
    near = page.words[cue.last : cue.last + _NEAR]
    for words, preposition in _NEEDED:
        if bare in sets[words]:
            return preposition in near  # «عبر شاشة»: a preposition and no verb
    if bare in sets["with_bi"]:
        return any(word in ("بان", "بانه", "بانها") for word in near)  # «يُعدّ أمراً مهماً»
    return True

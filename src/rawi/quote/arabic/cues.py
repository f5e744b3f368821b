"""Which forms of an Arabic sentence are the cues they look like: «ردّ» the verb or the noun, «عبّر» or the preposition «عبر»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.attributions import told_by
from rawi.quote.arabic.phrases import (
    CALLED,
    is_complementizer,
    is_passive,
)
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
    if page.words[cue.first] in CALLED:
        # «شاهد يُدعى مروان»: only with a clause after it does it say that he claims.
        return cue.last < sentence.last and is_complementizer(page.words[cue.last])
    if cue.cue.shape == "participle" and cue.first > sentence.first:
        # «عن أمله»: a noun that looks like آملة.
        return page.words[cue.first - 1] not in get_grammar("ar").prepositions
    before = page.words[cue.first - 1] if cue.first > sentence.first else ""
    if page.words[cue.last - 1] == "الی" and cue.last - cue.first == 2:
        return is_complementizer(page.words[cue.last])  # «ذهب إلى أنّ», not «ذهب إلى السوق»
    bare = page.words[cue.first].removeprefix("و")
    near = page.words[cue.last : cue.last + _NEAR]
    for words, preposition in _NEEDED:
        if bare in get_grammar("ar").words[words]:
            return preposition in near  # «عبر شاشة»: a preposition and no verb
    if bare in get_grammar("ar").words["with_bi"]:
        return any(word in ("بان", "بانه", "بانها") for word in near)  # «يُعدّ أمراً مهماً»
    if before == "قد" and page.words[cue.first].startswith("ی"):
        return False  # «قد يعتقد»: he may, nobody says that he does
    if not cue.cue.initial or cue.first == sentence.first or not page.is_word(cue.first - 1):
        return True
    # «لكنّ كريستوف ردّ: …»
    return (
        before in get_grammar("ar").words["subordinating"]
        or before == "قد"
        or (
            (mention := page.mention_at.get(cue.first - 1)) is not None
            and mention.mention.type == "PER"
        )
    )

"""To whom an Arabic verb says something by a pronoun: سألته, «قال لها», «توجّه إليهم»."""

from rawi.lang.speech import load_cues
from rawi.quote.memory import Wanted
from rawi.quote.page import Page
from rawi.quote.saying import Saying

_NEAR = 4  # tokens after the verb
_RESUMING = {
    "له": "m",
    "لها": "f",
    "لهم": "",
    "الیه": "m",
    "الیها": "f",
    "الیهم": "",
}
_ENDINGS = (("ها", "f"), ("هم", ""), ("ه", "m"))  # the longest first
_RETORTS = frozenset({"رد", "ردت"})
# Verbs whose object is told something; that of وصف and اعتبر is only spoken of.
_TOLD = frozenset({"person", "request"})
_SPOKEN_OF = ("اعتبر", "یعتبر", "تعتبر")


def listener_of(page: Page, saying: Saying) -> Wanted | None:
    """What the pronoun of a verb says of its listener, None where it has none."""
    if saying.cue is None or saying.addressee is not None:
        return None
    first, last = saying.cue
    hit = load_cues("ar").find(page.words, first)
    if hit is None or hit.value.shape not in ("verb", "masdar"):
        return None
    word = page.words[first]
    told = not _TOLD.isdisjoint(hit.value.frames) or "label" not in hit.value.frames
    asked = hit.value.passive and word.lstrip("و").startswith("سالنا")  # «سألناه»
    if (hit.value.object or asked) and told and not word.lstrip("وف").startswith(_SPOKEN_OF):
        return next((_wanted(g) for ending, g in _ENDINGS if word.endswith(ending)), None)
    end = saying.content[0][0] if saying.content and saying.content[0][0] >= last else last + _NEAR
    for i in range(last, min(last + _NEAR, end, len(page.words))):
        if page.words[i] in _RESUMING and page.mark_at[i] is None:
            if hit.value.passive and page.words[i] not in ("له", "لها", "لهم"):
                return None  # «أُشير إليه»
            return _wanted(_RESUMING[page.words[i]])
    return None


def _wanted(gender: str) -> Wanted:
    """Someone of a gender; of a group where the pronoun is plural."""
    return Wanted(gender or None, person=True, plural=None if not gender else False)


def retorts(page: Page, saying: Saying) -> bool:
    """Tell whether a verb says that someone answers who spoke before: «وردّ الدكتور X بالتأكيد على أنّ …»."""
    if saying.cue is None:
        return False
    sentence = page.sentence_at(saying.start)
    first = sentence.first if sentence else saying.cue[0]
    near = page.words[first : saying.cue[1]]
    return any(word.lstrip("وف") in _RETORTS for word in near[:2] + near[-1:])

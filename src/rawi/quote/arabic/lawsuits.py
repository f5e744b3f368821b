"""To which party of a lawsuit someone belongs, as an Arabic sentence tells it, and who is a witness: «الدعوى التي رفعها X على جاره Y», «دعوى X ضد Y», «شهادة X»."""

from collections.abc import Iterator

from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import role_words
from rawi.quote.speaker import Words

_SUITS = frozenset(
    {"دعوی", "الدعوی", "دعواه", "دعواها", "شکوی", "الشکوی", "قضیه", "القضیه", "بدعوی", "بشکوی"}
)
TESTIMONIES = frozenset({"شهاده", "افاده", "اقوال", "شهادات"})  # «إلى شهادة X»
_FILING = frozenset({"رفع", "اقام", "قدم", "تقدم", "حرک"})
_AGAINST = frozenset({"علی", "ضد"})
_LONGEST_ROLE = 6  # tokens from a name back to the verb of filing or «ضد»
_NEAR = 4  # tokens between the suit and who files it
_FARTHEST = 20  # tokens between the suit and whom it is against
_CLAIMANT, _DEFENDANT, _WITNESS = ("مدعی",), ("مدعی", "علیه"), ("شاهد",)


def read_parties(page: Page, placed: PlacedMention) -> Iterator[Words]:
    """What someone named is in a lawsuit his sentence tells of, in comparable form."""
    sentence = page.sentence_at(placed.first)
    heard = page.words[max(0, placed.first - _NEAR) : placed.first]
    if not TESTIMONIES.isdisjoint(heard):
        yield role_words(_WITNESS, "ar")
    if sentence is None or _SUITS.isdisjoint(page.words[sentence.first : sentence.last]):
        return
    words, first = page.words, sentence.first
    near = words[max(first, placed.first - _NEAR) : placed.first]
    if not _SUITS.isdisjoint(near) and words[placed.last : placed.last + 1] == ("ضد",):
        yield role_words(_CLAIMANT, "ar")  # «دعوى X ضد Y»
    for i in range(placed.first - 1, max(first, placed.first - _LONGEST_ROLE) - 1, -1):
        if words[i] in _AGAINST:
            suit = words[max(first, i - _FARTHEST) : i]
            if not _SUITS.isdisjoint(suit) and (words[i] == "ضد" or any(map(_files, suit))):
                yield role_words(_DEFENDANT, "ar")
            return
        if _files(words[i]):
            around = (*words[max(first, i - _NEAR) : i], *words[placed.last : placed.last + _NEAR])
            if not _SUITS.isdisjoint(around):
                yield role_words(_CLAIMANT, "ar")
            return
        named = page.person_at(i) is not None
        if named or not (page.is_word(i) or words[i] in "،,") or words[i] in ("من", "الی"):
            return


def _files(word: str) -> bool:
    """Tell whether a verb says that somebody files a suit: رفعها, أقامت, «تقدّم | بها»."""
    return past_gender(without_object_pronoun(word), _FILING) is not None

"""Whether who speaks in Arabic takes the word before as one of those asked: «رفعت تلميذة يدها وقالت», «فنهض X وقال»."""

from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page
from rawi.quote.saying import Saying

_RAISING = frozenset({"رفع", "مد"})
_RISING = frozenset({"نهض", "وقف", "انبری", "هب"})
_HANDS = frozenset(
    {"یده", "یدها", "اصبعه", "اصبعها", "کفه", "کفها", "ذراعه", "ذراعها", "سبابته", "سبابتها"}
)
_FARTHEST = 10  # tokens between «رفعت» and «وقالت»


def rises(page: Page, saying: Saying) -> bool:
    """Tell whether a verb before the one of a saying in its sentence says that its speaker raises a hand or stands up: «سألت X التلاميذ: «C؟»، فرفع Y يده وقال»."""
    if saying.cue is None or page.words[saying.cue[0]][0] not in "وفل":
        return False
    here = page.sentence_at(saying.cue[0])
    first = max(here.first if here else 0, saying.cue[0] - _FARTHEST)
    hand = False
    for i in range(saying.cue[0] - 1, first - 1, -1):
        word = page.words[i]
        if page.mark_at[i] is not None:
            return False
        hand = hand or word in _HANDS
        if past_gender(word, _RISING) or (hand and past_gender(word, _RAISING)):
            return True
    return False

"""Arabic headings that end with who says what they tell: «الضفادع تتعلّم لهجة المدينة، دراسة تكشف», «البيانات ربما تسرّبت، الشركة تقول»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.stated import SAYING
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Saying

_SHORTEST = 3  # words


def read_stated_heading(page: Page, paragraph: Paragraph) -> Saying | None:
    """The saying of a heading whose last word is a verb of saying, with its subject right behind the last comma."""
    first, last = paragraph.first, paragraph.last
    hit = load_cues("ar").find(page.words, last - 1) if last - first > _SHORTEST else None
    if hit is None or hit.value.shape != "verb" or SAYING.isdisjoint(hit.value.frames):
        return None
    inside = range(last - 2, first, -1)
    comma = next(
        (i for i in inside if page.words[i] in "،,:" or page.mark_at[i] is not None), first
    )
    source = read_source(page, comma + 1, last - 1)
    if page.words[comma] not in "،," or page.mark_at[comma] is not None or source is None:
        return None
    writes = get_grammar("ar").bare(page.words[source[0]]) in get_grammar("ar").documents
    whole = source == (comma + 1, last - 1) and (writes or is_somebody(page, source))
    if not whole or page.count_words(first, comma) < _SHORTEST:
        return None
    return Saying(
        "ar", ((first, comma),), "indirect", "ar.headline", (last - 1, last), hit.value.cue_class,
        source, gender=hit.value.gender,
    )  # fmt: skip

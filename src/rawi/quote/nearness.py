"""How near two sayings stand: in one sentence, in one paragraph, in the next."""

from rawi.quote.page import Page
from rawi.quote.saying import Saying


def in_one_sentence(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether two sayings begin in the same sentence."""
    here, there = page.sentence_of[saying.start], page.sentence_of[before.start]
    return here is not None and here == there


def joins_on(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether «و» and a Persian verb without a subject go on behind words closed with their own full stop: «به X گفت: «C.» | و ادامه داد: «D»»."""
    if saying.language != "fa" or saying.source is not None or saying.cue is None:
        return False
    end = before.content[-1][1] if before.content else saying.cue[0]
    between = [word for word in page.words[end : saying.cue[0]] if word[0].isalnum()]
    return between == ["و"] and follows(page, before, saying)


def count_paragraphs(page: Page, before: Saying, saying: Saying) -> int | None:
    """How many paragraphs a saying stands behind the one before it, 0 in the same; None outside all paragraphs."""
    here, there = page.sentence_of[saying.start], page.sentence_of[before.start]
    return here.paragraph - there.paragraph if here and there else None


def follows(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether a saying stands in the same paragraph as the one before it."""
    return count_paragraphs(page, before, saying) == 0


def follows_on_line(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether a saying stands on the line right under the one before it, as in a copy with a line for each sentence."""
    end = page.reading.ends[before.content[-1][1] - 1] if before.content else 0
    between = page.text.repaired[end : page.reading.starts[saying.start]]
    return count_paragraphs(page, before, saying) == 1 and "\n\n" not in between


def is_near(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether a saying stands in the paragraph of the one before it, or in the next."""
    return count_paragraphs(page, before, saying) in (0, 1)

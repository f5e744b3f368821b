"""Names in marks inside Arabic noun phrases: صحيفة «المرسى», «صرح "هيل" قائلاً»."""

from rawi.lang.speech import load_cues
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page
from rawi.quote.saying import Range


def short_mark(page: Page, opener: int, stop: int) -> int | None:
    """The token after a short name in marks: صحيفة «المرسى»."""
    if page.words[opener] not in '«"“”' or opener + 1 >= len(page.words):
        return None
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1 or page.count_words(*mark) > 4 or mark[1] >= stop:
        return None
    return mark[1] + 1


def name_in_marks(page: Page, opener: int, stop: int) -> Range | None:
    """The name in marks that is a subject: «يصرّح "مهرجان المواطن" أنّ …», «صرح "هيل" قائلاً»."""
    after = short_mark(page, opener, stop)
    if after is None or after >= len(page.words):
        return None
    mention = page.mention_at.get(opener + 1)
    if mention and mention.mention.type == "PER" and mention.last == after - 1:
        return opener + 1, after - 1  # «ذكرت "كارين جانكيل" ابنة بوند»
    cue, that = load_cues("ar").find(page.words, after), is_complementizer(page.words[after])
    return (opener + 1, after - 1) if that or (cue and cue.value.shape == "participle") else None

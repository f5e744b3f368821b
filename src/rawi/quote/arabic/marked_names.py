"""Names in marks inside Arabic noun phrases: صحيفة «المرسى», «صرح "هيل" قائلاً», «دليل «الشوكة الفضية»»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.speech import load_cues
from rawi.quote.arabic.words import GOVERNING, SIGNS, is_complementizer
from rawi.quote.mark_words import reports_at
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_NEAR_THAT, _NEAR_COLON = 8, 13  # tokens behind a title
_LONGEST_ASIDE = 14  # tokens
SHORT_MARK = 4  # words; shorter ones are names and titles unless the cue points at them


def short_mark(page: Page, opener: int, stop: int) -> int | None:
    """The token after a short name in marks: صحيفة «المرسى»."""
    if page.words[opener] not in '«"“”' or opener + 1 >= len(page.words):
        return None
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1 or page.count_words(*mark) > 4 or mark[1] >= stop:
        return None
    return mark[1] + 1


def name_in_marks(page: Page, opener: int, stop: int) -> Range | None:
    """The name in marks that is a subject: «يصرّح "مهرجان المواطن" أنّ …», «لفتت "المرسى" إلى أنّ», «صرح "هيل" قائلاً»."""
    after = short_mark(page, opener, stop)
    if after is None or after >= len(page.words):
        return None
    mention = page.person_at(opener + 1)
    if mention and mention.last == after - 1:
        return opener + 1, after - 1  # «ذكرت "كارين جانكيل" ابنة بوند»
    governed = page.words[after] in GOVERNING and after + 1 < len(page.words)
    cue, that = (
        load_cues("ar").find(page.words, after),
        is_complementizer(page.words[after + governed]),
    )
    return (opener + 1, after - 1) if that or (cue and cue.value.shape == "participle") else None


def is_title(page: Page, opener: int, mark: Range) -> bool:
    """Tell whether a few words in marks belong to who speaks, and «أنّ» or a colon and marks come behind them: «قال دليل «الشوكة الفضية» حينها إنّ», «ردّ حساب «الفرسان» على التغريدة: «C»»."""
    words, sets = page.words, get_grammar("ar").words
    if words[opener - 1] in sets["works"] | sets["events"]:
        return True  # «تكشف برنامج مهرجان «ورد وماء»»
    if not page.is_word(opener - 1) or page.count_words(*mark) > SHORT_MARK:
        return False
    if _reports_behind_aside(page, mark[1] + 1):
        return True
    outlet = _heads_outlet(words[opener - 1])
    if words[opener - 1] in load_people("ar").roles.alone and _heads_body(words[mark[0]]):
        return True  # «كشف رئيس «جمعية البيئة» في المدينة عن»
    for i in range(mark[1] + 1, min(len(words) - 1, mark[1] + _NEAR_COLON)):
        if outlet and words[i] in "،,":
            continue  # «قال مراسل «حلب»، اليوم الأحد، إنّ»
        if words[i] == ":" and words[i + 1] in MARKS:
            return True
        if words[i] in SIGNS or reports_at(words, i):
            return False
        if is_complementizer(words[i]) and i < mark[1] + _NEAR_THAT:
            return words[i - 1] not in get_grammar("ar").words["before_that"]
    return False


def _reports_behind_aside(page: Page, at: int) -> bool:
    """Tell whether an aside between commas begins at a token, and «أنّ» stands right behind it: «أكد مكتب «نور» |، في تقريره الأخير، أنّ»."""
    words = page.words
    near = range(at + 1, min(len(words) - 1, at + _LONGEST_ASIDE))
    if at >= len(words) or words[at] not in "،,":
        return False
    closing = next((i for i in near if words[i] in "،,"), None)
    return closing is not None and is_complementizer(words[closing + 1])


def _heads_outlet(word: str) -> bool:
    """Tell whether a word without the article is a reporter or an outlet, whose name follows: «مراسل «حلب»», «موقع «حلب»».

    >>> [word for word in ("مراسل", "موقع", "المراسل", "مدیر") if _heads_outlet(word)]
    ['مراسل', 'موقع']
    """
    reporter = (
        word in get_grammar("ar").interviewers or word in get_grammar("ar").words["reporters"]
    )
    return reporter or heads_outlet((word,), 0, "ar")


def _heads_body(word: str) -> bool:
    """Tell whether a word heads the name of a body: جمعية."""
    return word in load_people("ar").organisations.alone


def is_called(page: Page, opener: int, mark: Range) -> bool:
    """Tell whether a few words in marks are how a body is called, and the sentence goes on: «طلب الفريق الوطني «نجم» أن …»."""
    body, after = page.mention_at.get(opener - 1), mark[1] + 1
    if after >= len(page.words):
        return False
    called = body is not None and body.mention.type == "ORG" and body.last == opener
    return is_complementizer(page.words[after]) or (called and page.is_word(after))

"""Who asked what a Persian speaker answers, where the answer does not name him."""

from rawi.lang.grammar import get_grammar
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed
from rawi.quote.nearness import count_paragraphs, in_one_sentence, is_near
from rawi.quote.page import Page
from rawi.quote.persian.goals import SPOKEN_OF
from rawi.quote.persian.hailed import opens_in_marks
from rawi.quote.persian.hearers import may_listen
from rawi.quote.persian.listeners import gives_answer
from rawi.quote.persian.subjects import first_subject
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_PUT = frozenset({"مطرح", "کرد", "داشت", "پرسید", "شد"})  # «سؤالی مطرح کرد», «جویا شد»
_SOUGHT = frozenset({"جویا", "جویای", "پرسان"})


def find_asker(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """Who asked right before, whom «وی» of an answer therefore does not mean: «یکی از حاضران پرسید: «…» وی گفت: «…»»."""
    if saying.language != "fa" or before is None or saying.cue_class == "continuing":
        return None
    asker = before.speaker
    if saying.source and page.words[saying.source[0]] in get_grammar("fa").words["reflexives"]:
        return None  # «X پرسید C و خودش جواب داد»
    if asker is None or not asks(page, before.saying) or not is_near(page, before.saying, saying):
        return None
    answers = gives_answer(page, saying) or not asker.named or takes_turn(page, before, saying)
    return asker if answers and not asks(page, saying) else None


def takes_turn(page: Page, before: Attributed, saying: Saying) -> bool:
    """Tell whether words in marks with which a paragraph opens follow what somebody was asked at the end of the one before: ««C؟»، X از Y پرسید.», then ««D»، او گفت»."""
    below = count_paragraphs(page, before.saying, saying) == 1
    return below and before.addressee is not None and opens_in_marks(page, saying)


def find_question(page: Page, saying: Saying, before: Attributed | None) -> Attributed | None:
    """What was asked right before, if a Persian saying answers it."""
    if saying.language != "fa" or before is None:
        return None
    if not (gives_answer(page, saying) or takes_turn(page, before, saying)):
        return None
    return before if asks(page, before.saying) and is_near(page, before.saying, saying) else None


def find_answered_asker(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """Who asked in a sentence before a Persian answer without a subject, or before its «؛», and does not answer himself: «مردی پرسید: «…؟»», then ««بله»، جواب داد»."""
    asked = find_question(page, saying, before)
    if asked is None:
        return None
    apart = is_parted(page, asked.saying, saying) or not in_one_sentence(page, asked.saying, saying)
    return asked.speaker if apart else None


def is_parted(page: Page, asked: Saying, saying: Saying) -> bool:
    """Tell whether an answer stands behind a question and «؛»: «X از Y پرسید C؛ | پاسخ داد: «D»»."""
    if saying.cue is None or not asks(page, asked) or not gives_answer(page, saying):
        return False
    return "؛" in page.words[asked.content[-1][1] - 1 : saying.cue[0]]


def find_told_asker(page: Page, saying: Saying) -> Range | None:
    """Who the sentence before tells to have asked without his words: «خبرنگاری نظر او را جویا شد. وی پاسخ داد: «…»», «مردی از بهای نان پرسید. X در پاسخ او گفت: «…»», «… X به وی توضیح داد C»."""
    if saying.language != "fa" or not (gives_answer(page, saying) or _is_told_him(page, saying)):
        return None
    before = page.sentence_before(saying.start, in_paragraph=True)
    if before is None:
        return None
    words = page.words[before.first : before.last]
    sets = get_grammar("fa").words
    put = any(
        word in _SOUGHT
        or (word in sets["unnamed_questions"] and not _PUT.isdisjoint(words[i + 1 :]))
        for i, word in enumerate(words)
    )
    if not (put or _asks_about(words)) or any(
        page.mark_at[i] is not None for i in (before.last - 1, before.last - 2)
    ):
        return None
    asker = first_subject(page, before.first, before.last)
    return asker if asker is not None and may_listen(page, asker) else None


def _is_told_him(page: Page, saying: Saying) -> bool:
    """Tell whether a saying is told to one whom a pronoun means: «در پاسخ او | گفت», «به وی | توضیح داد»."""
    at = saying.addressee[0] if saying.addressee else 0
    pronouns = get_grammar("fa").pronouns - get_grammar("fa").plural_pronouns
    return page.words[at - 1 : at] != ("از",) and page.words[at] in pronouns and at > 1


def _asks_about(words: tuple[str, ...]) -> bool:
    """Tell whether the words of a sentence end with a verb of asking, and what was asked is not told.

    >>> _asks_about(("خبرنگاری", "از", "هزینه", "پرسید", ".")), _asks_about(("پرسید", "پل", "کجاست", "."))
    (True, False)
    """
    asking = get_grammar("fa").words["asking"] - {"جویا"}
    return len(words) > 1 and words[-2] in asking and not SPOKEN_OF.isdisjoint(words)

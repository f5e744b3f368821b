"""What is no part of an Arabic subject behind it: what for something is done, «يستعد محامو X | لمقاضاة المجلة», and when once, «قال مهندس | ذات مساء إنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.page import Page

_TIMES = frozenset({"یوم", "مره", "مساء", "صباح", "لیله", "ظهیره", "عصر", "شتاء", "صیف", "ربیع", "خریف", "نهار", "فجر", "عام", "سنه"})  # fmt: skip


def says_what_for(page: Page, begun: int, i: int) -> bool:
    """Tell whether ل and a verbal noun say what for, and are no part of a body's name: «يستعد محامو X | لمقاضاة المجلة»; not «الجمعية الوطنية | لحماية الطيور»."""
    act = page.words[i][1:]
    if page.words[i][0] != "ل" or i in page.mention_at:
        return False
    purpose = names_act(act) or act in get_grammar("ar").words["purposes"]
    return purpose and not any(heads_body(word.removeprefix("ال")) for word in page.words[begun:i])


def says_once(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token it is told that something was once: «ذات مساء»; not «سيدة ذات نفوذ».

    >>> says_once(("ذات", "مساء"), 0), says_once(("ذات", "نفوذ"), 0)
    (True, False)
    """
    return words[at] == "ذات" and not _TIMES.isdisjoint(words[at + 1 : at + 2])

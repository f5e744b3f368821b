"""Words of time that stand where a Persian subject may: «ساعتی بعد», «بعضی وقت ها», «۲۲ آذر»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.phrases import JOINTS, PAUSES, heads_role
from rawi.quote.persian.voices import can_speak, is_share
from rawi.quote.saying import Range

_LATER = frozenset({"بعد", "قبل", "پیش", "بعدتر", "پیشتر"})
TIME_ADJECTIVES = frozenset({"گذشته", "اینده", "جاری", "اخیر"})  # «هفتهٔ گذشته X گفت»
_THEN = frozenset({"بعد", "پس"})  # not before «از»
_YET = frozenset({("با", "این", "حال"), ("با", "این", "وجود"), ("با", "این", "همه")})


def tells_time(page: Page, i: int, last: int) -> bool:
    """Tell whether two words say when or how: «بعضی وقت ها», «آن گاه», «همان گونه»."""
    grammar = get_grammar("fa")
    word = page.words[i]
    opens = word in grammar.words["quantities"] or word in grammar.demonstratives
    return opens and i + 1 < last and page.words[i + 1] in grammar.words["times"]


def skip_opening(page: Page, i: int, last: int) -> int | None:
    """The token after «با این حال», «بعد» alone, or a span of time and «بعد»: «بعد | مدیر …», «ساعتی بعد | آموزش و پرورش …», «دو ساعت بعد | …», «پاییز گذشته | …»."""
    words, times = page.words, get_grammar("fa").words["times"]
    if words[i : i + 3] in _YET:
        return i + 3
    if words[i] in _THEN and _opens_clause(page, i) and words[i + 1 : i + 2] != ("از",):
        return i + 1
    for k in range(i, min(i + 2, last - 1)):
        if not (words[k] in times or words[k].removesuffix("ی") in times):
            continue
        if k > i and (i in page.mention_at or heads_role(page, i)):
            break  # «شهردار ساعتی پیش گفت»
        last_time = words[k + 1] in TIME_ADJECTIVES and (k == i or _counts(words[i]))
        if words[k + 1] in _LATER or last_time:
            return k + 2
    return None


def _opens_clause(page: Page, i: int) -> bool:
    """Tell whether a token is the first of its sentence, or stands behind «و» or a pause."""
    here = page.sentence_at(i)
    opens = here is not None and here.first == i
    return opens or page.words[i - 1] in JOINTS | PAUSES


def _counts(word: str) -> bool:
    """Tell whether a word is a number: «دو», «۲»."""
    return word[0].isdigit() or word in get_grammar("fa").words["quantities"]


def is_time(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase begins with a number or a time: «۲۲ آذر», «دو روز»; not «۱۲ عضو شورا»."""
    words, first = page.words, phrase[0]
    if page.person_at(first) is not None:
        return False  # «بهار پناهی گفت»
    if words[first][0].isdigit():
        if is_share(page, phrase):
            return False
        return not (phrase[1] - first > 1 and can_speak(page, (first + 1, phrase[1])))
    return words[first] in get_grammar("fa").words["times"]

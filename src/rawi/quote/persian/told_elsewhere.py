"""Whether a Persian saying is said at another time than the one before it, to the outlet and not to who spoke last: «X به Y گفت: C. Y می گوید D», «Y بعدها تعریف کرد که D»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.contents import words_told
from rawi.quote.page import Page
from rawi.quote.persian.listeners import gives_answer, says_now
from rawi.quote.persian.writers import asks_himself
from rawi.quote.saying import Saying

_THEN = frozenset({"بعدها", "بعدتر", "پیشتر", "قبلا", "پیشترها", "سابقا", "متعاقبا", "بعدا"})
_AROUND = frozenset({"پس", "بعد", "پیش", "قبل"})  # with «از»
_NEXT = frozenset({"بعد", "قبل", "پیش"})  # behind a day, a week
_FARTHER = frozenset(
    {"روز", "هفته", "ماه", "سال", "شب", "صبح", "روزها", "هفتهها", "ماهها", "سالها"}
)


def tells_elsewhere(page: Page, last: Saying, saying: Saying) -> bool:
    """Tell whether a saying that does not say that it answers is told in the present where the one before was past, or of another time or occasion."""
    if saying.cue is None or saying.heir or gives_answer(page, saying):
        return False
    return _is_later(page, saying) or turns_to_now(page, last, saying)


def turns_to_now(page: Page, last: Saying, saying: Saying) -> bool:
    """Tell whether a report goes over from what was said to what somebody says to it: «گفت: C. … می گوید D»."""
    if saying.rule == "fa.attribution" or not _is_present(page, saying):
        return False  # «به باور او» tells no time
    if asks_himself(page, last):
        return False  # «می پرسم C. «D»، می گوید»
    if not _is_present(page, last):
        return True
    between = page.sentence_before(saying.start, in_paragraph=True)
    told = between is not None and between.first > last.content[-1][1]
    return told and saying.kind != "direct"  # «…. سرانجام کنار می آیند. X می گوید C»


def _is_present(page: Page, saying: Saying) -> bool:
    """Tell whether the verb of a saying is a present: می گوید, «تأکید می کند», «معتقد است»."""
    stems = get_grammar("fa").words["present_stems"]
    cue = page.words[slice(*saying.cue)] if saying.cue else ()
    present = (w[2:].removesuffix("د").removesuffix("ن") for w in cue if w.startswith("می"))
    return says_now(page, saying) or any(stem in stems for stem in present)


def _is_later(page: Page, saying: Saying) -> bool:
    """Tell whether before its cue a saying is told to be of another time: «بعدها», «پیش تر», «روز بعد», «پس از جلسه»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None:
        return False
    told = words_told(page, here.first, saying.cue[0])
    events = get_grammar("fa").words["events"]
    return any(
        word in _THEN
        or (word in _FARTHER and told[i + 1 : i + 2] != () and told[i + 1] in _NEXT)
        or (word in _AROUND and told[i + 1 : i + 2] == ("از",) and not events.isdisjoint(told[i + 2 : i + 4]))
        for i, word in enumerate(told)
    )  # fmt: skip

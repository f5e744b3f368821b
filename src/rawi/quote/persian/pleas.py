"""Whether a Persian saying answers a plea, a proposal or a complaint of the one before, so that its speaker hears it; and whether one only urges somebody."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.page import Page
from rawi.quote.saying import Saying

_URGING = frozenset({"توصیه", "سفارش", "دستور", "هشدار", "قول", "وعده", "اطمینان"})


def answers_plea(page: Page, saying: Saying, before: Saying) -> bool:
    """Tell whether a saying answers what was asked for, proposed or complained of in the one before: «خواستار کمک شد و گفت C. X در پاسخ به این درخواست گفت D», not «به این سخنان»."""
    here, there = page.sentence_at(saying.start), page.sentence_at(before.start)
    if here is None or there is None or saying.cue is None or saying.language != "fa":
        return False
    sets = get_grammar("fa").words
    asked = sets["pleas"] | sets["grievances"]
    told = page.words[here.first : saying.cue[0]]
    answered = any(
        told[i] in sets["answers"] and told[i + 1 : i + 3] == ("به", "این") and told[i + 3] in asked
        for i in range(len(told) - 3)
    )
    pleaded = page.words[there.first : there.last]
    return answered and any(w in asked or w.startswith(("خواست", "خواهان")) for w in pleaded)


def only_urges(page: Page, saying: Saying) -> bool:
    """Tell whether a saying urges somebody to do something and tells of no writing that went to him: «انجمن به اعضای خود توصیه کرد C»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or saying.language != "fa":
        return False
    urges = saying.rule == "fa.request" or page.words[saying.cue[0]] in _URGING
    return urges and not any(names_letter(w, "fa") for w in page.words[here.first : saying.cue[1]])

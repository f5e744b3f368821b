"""Whether Persian «تا» says till when something is done, and is no «in order to»: «تا پایان سال», «تا برگزاری جلسه», not «تا در را ببندند»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.persian_verbs import is_infinitive
from rawi.quote.page import Page
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.verbs import is_finite

_FARTHEST_TAKEN = 6  # tokens from an act to its «را»
_LONGEST_ACT = 2  # words of «وصل شدن»


def tells_when(page: Page, token: int) -> bool:
    """Tell whether a clause begins with «تا» and a time: «اعلام کرد تا ساعت ۵ کسی نیامده است»."""
    return page.words[token] == "تا" and tells_until(page, token + 1)


def tells_until(page: Page, token: int) -> bool:
    """Tell whether after «تا» a time stands: «تا پایان سال», «تا فردا», «تا ساعت ۵», «تا وصل شدن برق»."""
    grammar = get_grammar("fa")
    word = page.words[token] if token < len(page.words) else ""
    done = any(is_infinitive(one) for one in page.words[token : token + _LONGEST_ACT])
    when = word.removesuffix("ی") in grammar.words["times"] and page.words[
        token + 1 : token + 2
    ] == ("که",)
    return (
        done
        or when  # «تا روزی که آمدند»
        or page.words[token + 1 : token + 2] in (("بعدی",), ("ثانوی",))  # «تا اعلام بعدی»
        or (word in grammar.words["until_acts"] and _is_till(page, token))
        or word in grammar.words["times"]
        or word in grammar.words["seasons"]
        or word in grammar.turns
        or word in grammar.words["quantities"]
        or word[:1].isdigit()
    )


def _is_till(page: Page, act: int) -> bool:
    """Tell whether behind «تا» an act at a token says till when, and is not taken or done itself: «تا | برگزاری جلسه، …», not «تا | برگزاری جلسه را به تعویق بیندازند»."""
    near = page.words[act + 1 : act + 1 + _FARTHEST_TAKEN]
    whole = near[: next((k for k, word in enumerate(near) if word in PAUSES), len(near))]
    return "را" not in whole and whole != () and not is_finite(page, act + 1)

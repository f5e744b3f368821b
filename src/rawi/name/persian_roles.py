"""What Persian words in a role tell that look like none of it, and what stands before its head: «X، جوان ترین | سرمربی لیگ», «رئیس زن | این ایستگاه», «سفیر ایران | در لبنان»."""

from rawi.lang.common import is_rare, load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.name.places import load_places

_WHICH = frozenset({"دیگر", "تنها", "نخستین", "اولین", "دومین", "سومین", "آخرین", "اخرین", "یگانه"})
_MOST = "ترین"
_HUMANS = frozenset({"زن", "مرد"})
_AGED = ("ساله", "سالهای")
_SHORTEST_STEM = 2  # letters of «گل» in گلکار
_AT = frozenset({"در", "نزد"})


def tells_which(word: str) -> bool:
    """Tell whether a Persian word before a role tells which of several its bearer is: دیگر, نخستین, جوانترین."""
    return word in _WHICH or (word.endswith(_MOST) and len(word) > len(_MOST))


def heads_unlisted_trade(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token behind a comma a trade stands that no table has: «X، | لحافدوز محله، …», made of a common word, «X، | پالیزکار نودساله، …»."""
    word = words[at]
    if not is_rare(word) or load_people("fa").given_names.find(words, at) is not None:
        return False
    trades = (t for t in get_grammar("fa").words["trades"] if word.endswith(t))
    stems = {stem for trade in trades if len(stem := word.removesuffix(trade)) >= _SHORTEST_STEM}
    aged = any(after.endswith(_AGED) for after in words[at + 1 : at + 3])
    return bool(stems) and (aged or not stems.isdisjoint(load_common("fa")))


def heads_calling(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether at a token behind a comma a Persian title says what someone is, with a common noun behind it: «X، | مهندس ناحیه، …», not «X، دکتر Y و …»."""
    grammar = get_grammar("fa")
    if at + 1 >= last or words[at] not in grammar.words["titles_of_callings"]:
        return False
    of = words[at + 1]
    small = of in grammar.prepositions or of in grammar.conjunctions or of in grammar.verbs
    named = load_people("fa").given_names.find(words, at + 1) is not None
    cue = load_cues("fa").find(words, at + 1) is not None
    return of in load_common("fa") and not (small or named or cue)


def points_at_body(words: tuple[str, ...], head: int, at: int, last: int) -> bool:
    """Tell whether in a role a demonstrative points at the body it is held in: «رئیس | این شعبه», also behind what describes its bearer, «رئیس زن | این ایستگاه، …»."""
    if at == head + 1:
        return True
    closed = at + 2 < last and not words[at + 2][0].isalnum()
    return closed and all(_describes(words[i]) for i in range(head + 1, at))


def _describes(word: str) -> bool:
    """Tell whether a Persian word inside a role tells of its bearer: زن, تازهٔ, جدید."""
    described = get_grammar("fa").words["described"]
    return word in _HUMANS or word in described or word.removesuffix("ی") in described


def step_in_role(words: tuple[str, ...], head: int, at: int, last: int) -> int:
    """How many tokens of a Persian role words at a token are that look like none of it: «سفیر X | در لبنان», «وکیل | خوانده»; 0 for others."""
    return 2 if _is_post(words, head, at, last) else int(_tells_side(words, head, at, last))


def _is_post(words: tuple[str, ...], head: int, at: int, last: int) -> bool:
    """Tell whether at «در» an office goes on with where it is held: «سفیر ایران | در لبنان», «نمایندهٔ مردم لاجورد | در مجلس»."""
    sets = get_grammar("fa").words
    if words[at] not in _AT or not head + 1 < at < last - 1 or words[head] not in sets["envoys"]:
        return False
    if words[at + 1] in sets["chambers"]:
        return True
    member = words[head].startswith("نماینده")  # «نمایندهٔ کارگران در تهران گفت»
    return not member and load_places("fa").find(words, at + 1) is not None


def _tells_side(words: tuple[str, ...], head: int, at: int, last: int) -> bool:
    """Tell whether in a Persian role a word tells for whom in court or on what side it is: «وکیل | خوانده», «سرمربی تیم | مقابل»."""
    party = at == head + 1 and words[at] in get_grammar("fa").words["court_parties"]
    return party or (words[at] == "مقابل" and at > head + 1 and at + 1 == last)

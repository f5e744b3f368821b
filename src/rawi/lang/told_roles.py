"""Where an Arabic role ends before whom its bearer tells something, or who is there: «همس الدوق | لمصممة القبعات», «قالت المديرة | للمدرب». Floor 2."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people

# «المستشار للرئيس» serves him; «المديرة للرئيس» tells him something.
_SERVING = frozenset(
    {"مستشار", "مساعد", "نایب", "معاون", "ممثل", "مندوب", "مبعوث", "وکیل", "سکرتیر", "مرافق"}
)

_PRESENCE = frozenset({"حضور", "حضره", "وجود", "غیاب", "ضیافه", "معیه"})


def tells_role(words: Sequence[str], at: int) -> bool:
    """Tell whether ل and a role at a token are told something by the one definite word before them.

    >>> tells_role(("المدیره", "للمدرب"), 1), tells_role(("المستشار", "للرییس"), 1)
    (True, False)
    >>> tells_role(("الدوق", "لمصممه"), 1), tells_role(("المستشار", "لرییس"), 1)
    (True, False)
    """
    roles, word, before = load_people("ar").roles, words[at], words[at - 1]
    head = get_grammar("ar").bare(before)
    if word[0] != "ل" or head == before:
        return False
    if head.removesuffix("ه") in _SERVING:
        return False
    if word.startswith("لل"):
        return word[2:] in roles.alone
    if word[1:] in load_people("ar").organisations.alone:
        return False  # «المديرة التنفيذية لمؤسسة سلمى الخيرية»
    return word[1:] in roles.alone and word not in roles.alone


def tells_presence(words: Sequence[str], at: int) -> bool:
    """Tell whether at a token it is told who is there or is not, and no role goes on: «قالت المديرة | في حضور المدرب X».

    >>> tells_presence(("فی", "حضور", "المدرب"), 0), tells_presence(("فی", "الوزاره"), 0)
    (True, False)
    """
    return words[at] == "فی" and _PRESENCE.issuperset(words[at + 1 : at + 2] or ("",))


def are_two_roles(words: Sequence[str], at: int) -> bool:
    """Tell whether an Arabic role that is definite by itself or by its genitive is of another gender than the one with the article before it, and so is someone else.

    >>> are_two_roles(("القاضیه", "المتهم"), 1), are_two_roles(("المهندسه", "المشرفه"), 1)
    (True, False)
    >>> are_two_roles(("الطبیبه", "مدرب", "النادی"), 1), are_two_roles(("الطبیبه", "مدرب", "ناد"), 1)
    (True, False)
    """
    before, role = words[at - 1], words[at]
    definite = role.startswith("ال") or any(w.startswith("ال") for w in words[at + 1 : at + 2])
    if not (before.startswith("ال") and definite):
        return False
    hits = (load_people("ar").roles.find((word.removeprefix("ال"),), 0) for word in (before, role))
    return {"m", "f"} <= {hit.value.gender for hit in hits if hit is not None}

"""Find the role that stands beside a person's name: «رئیس فرهنگستان», «، سخنگوی وزارت آب»."""

from functools import lru_cache

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import tells_news
from rawi.lang.people import load_people
from rawi.lang.portfolios import end_of_portfolio
from rawi.lang.reading import Reading
from rawi.lang.speech import load_cues
from rawi.lang.stems import JOINED_PRONOUNS
from rawi.lang.told_roles import are_two_roles, tells_presence, tells_role
from rawi.lang.verbs import is_verb
from rawi.name.marks import CLOSERS, OPENERS, in_marks
from rawi.name.persian_roles import (
    heads_calling,
    heads_unlisted_trade,
    points_at_body,
    step_in_role,
    tells_which,
)

_LONGEST_ROLE = {
    "fa": 8,
    "ar": 12,
}  # tokens: «مديرة متحف الصناعات اليدوية في مدينة صفاقس جنوب تونس»
_INNER = {"fa": frozenset({"و"}), "ar": frozenset({"فی", "من", "باسم", "لدی"})}
_THEIRS = ("یشان", "شان", "اش", "یش", "ش")
_RELATIVES = frozenset({"هو", "وهو", "وهی", "احد", "احدی"})
_HOSTING = frozenset({"میزبان", "پذیرای"})
# Behind «دوست» it is a verb: «دوست داشت».
_LIKING = ("دار", "داشت", "ندار", "نداشت", "میدار", "نمیدار", "میداشت", "نمیداشت", "بدار")
_FRIENDLY = frozenset({"الشقیقه", "الشقیق", "الصدیقه", "الصدیق"})  # «المدينة الشقيقة»


def find_role_after(reading: Reading, at: int, last: int, language: str) -> tuple[int, int] | None:
    """Find a role right after a name, also after a comma."""
    words = reading.words
    i = at
    if i < last and words[i] in "،,":
        i += 1
    while i < last and words[i] in _RELATIVES:
        i += 1
    if language == "fa" and i > at and i + 1 < last and tells_which(words[i]):
        i += 1  # «X، دیگر | عضو شورا، …», «X، جوان ترین | سرمربی لیگ، …»
    calling = language == "fa" and i > at and heads_calling(words, i, last)
    calling = calling or (language == "fa" and at < i < last and heads_unlisted_trade(words, i))
    if i >= last or not (calling or heads_role(words, i, language)):
        return None
    if words[i] == "دوست" and words[i + 1 : i + 2] != () and words[i + 1].startswith(_LIKING):
        return None  # «کسی جایزه دوست نداشت»
    if language == "ar" and i == at and words[i][0] in "ولب":
        own = words[i] in load_people("ar").roles.alone
        if not own:
            return None  # «الشاعر كريم درويش والموسيقية ندى …», «قال كريم شاهين لمندوبة …»: another's role
    end = role_end(words, i, last, language)
    if language == "ar" and i == at and _names_another(words, i, end):
        return None  # «سألت كارلا لورن | المدير رامي سالم»
    return i, end


def _names_another(words: tuple[str, ...], at: int, end: int) -> bool:
    """Tell whether right behind a definite Arabic role another's given name stands in what may be the role."""
    definite = words[at].startswith("ال")
    given = load_people("ar").given_names
    named = (given.find(words, i) for i in range(at + 1, end))
    return definite and any(hit is not None and not hit.value.weak for hit in named)


def find_role_before(
    reading: Reading, at: int, first: int, language: str
) -> tuple[int, int] | None:
    """Find a role that ends right before a name, also before a comma: «المتحدثة باسم الوزارة، الدكتورة سميرة»; not «وزیر | میزبان X بود», whose guest X is."""
    words = reading.words
    first = at if words[at - 1] in _HOSTING else first
    name = end = at
    if at > first and words[at - 1] in "،,":
        at = end = at - 1
    for i in range(at - 1, max(first, at - _LONGEST_ROLE[language]) - 1, -1):
        if not words[i][0].isalnum() and words[i] not in OPENERS | CLOSERS:
            if language == "fa" and end_of_portfolio(words, i, at) > i:
                continue  # «وزیر علوم، تحقیقات و فناوری»
            return None
        if _heads_before(words, i, language):
            while i > first and _goes_on_before(words, i, language):
                i -= 1
            if language == "ar":
                i = _head_of_chain(words, i, first)
                if i == first and end - i == 1 and load_cues("ar").find(words, i) is not None:
                    return None  # «طالب نادر الدباغ بأن»
            elif end < name and _reports(words, i):
                return None
            else:
                i = _outer_role(words, i, first, end)
            # «همست العمدة هدى سالم | لسامي حداد»
            another = language == "ar" and _names_another(words, i, end)
            return (i, end) if role_end(words, i, end, language) == end and not another else None
    return None


def _goes_on_before(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether the role that begins at a token has its head before it; not «سألت القاضية | المتهم، بول ستيفنز»."""
    if language == "ar" and (are_two_roles(words, at) or _is_anothers_own(words, at)):
        return False
    return heads_role(words, at - 1, language)


def _is_anothers_own(words: tuple[str, ...], at: int) -> bool:
    """Tell whether behind a definite Arabic role someone's own person stands, who is another: «سألت الممرضة | صديقتها ليلى»."""
    return words[at - 1].startswith("ال") and is_possessed_role(words[at])


def _heads_before(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether the role before a name may have its head at a token; not «رئيسة الاتحاد في | المحافظة المهندسة X», who is there."""
    if language != "ar":
        return heads_role(words, at, language)
    if at == 0:
        return heads_role(words, at, "ar") or is_possessed_role(words[at])
    within = words[at - 1] == "فی"
    within = within or (words[at] in _FRIENDLY and _is_described(words, at - 1))
    return not within and (heads_role(words, at, "ar") or is_possessed_role(words[at]))


def _is_described(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a place or body may stand that the adjective behind it calls a friend: «عمدة مدينة فالدورف | الشقيقة، X»."""
    return (
        words[at].isalpha() and not is_verb(words[at]) and load_cues("ar").find(words, at) is None
    )


def _head_of_chain(words: tuple[str, ...], at: int, first: int) -> int:
    """The head of the Arabic role in whose genitive chain another role's word stands: «رئيسة قسم | الجراحة», «القائم بأعمال | المدير»."""
    if not words[at].startswith("ال"):
        return at
    i = at - 1
    given = load_people("ar").given_names
    while i >= first and _is_construct(words, i) and not heads_role(words, i, "ar"):
        if (name := given.find(words, i)) is not None and not name.value.weak:
            return at  # «سألت المذيعة هدى سالم | الوزير سامي حداد»
        i -= 1
    if not first <= i < at - 1 or not heads_role(words, i, "ar"):
        return at
    while i > first and heads_role(words, i - 1, "ar"):
        i -= 1
    return i


def _is_construct(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an indefinite Arabic noun stands at a token, also behind «ب», as before its genitive."""
    word = words[at]
    if not word.isalpha() or word.startswith("ال") or is_verb(word):
        return False
    if word in get_grammar("ar").prepositions or load_cues("ar").find(words, at) is not None:
        return False
    return takes_article(word) or (word[0] == "ب" and takes_article(word[1:]))


def _outer_role(words: tuple[str, ...], at: int, first: int, end: int) -> int:
    """The head of the Persian role in which another role's word stands: «دبیر اتحادیهٔ صنف | نانوا», «نویسنده و | مترجم»."""
    if (
        at - 2 >= first
        and words[at - 1] == "و"
        and end == at + 1
        and heads_role(words, at - 2, "fa")
    ):
        return at - 2
    for i in range(at - 1, max(first, end - _LONGEST_ROLE["fa"]) - 1, -1):
        if words[i] == "و" or not words[i][0].isalnum():
            return at
        if heads_role(words, i, "fa"):
            return i if role_end(words, i, end, "fa") == end else at
    return at


def _reports(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a reporter at a token is he from whom a Persian report comes: «به گزارش خبرنگار X، بهمن سپهری گفت»."""
    return words[at] in get_grammar("fa").interviewers and words[max(0, at - 1)] == "گزارش"


def heads_role(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word is the head of a role phrase."""
    roles = load_people(language).roles
    if words[at] in get_grammar(language).prepositions:
        # «أكّد والي الجهة»: no «وإلى» stands right behind a verb
        office = at > 0 and language == "ar" and is_verb(words[at - 1])
        return office and roles.find(words, at) is not None
    if roles.find(words, at) is not None:
        return True
    if language == "fa":
        return is_somebodys(words[at])
    bare = get_grammar(language).bare(words[at])
    if bare != words[at]:
        return roles.find((bare, *words[at + 1 : at + 2]), 0) is not None
    # وقائد, لمدير: the head with a prefixed conjunction or preposition.
    return words[at][0] in "وفلب" and words[at][1:] in roles.alone


@lru_cache(maxsize=65536)
def is_somebodys(word: str) -> bool:
    """Tell whether a folded Persian word is a role with a pronoun: همسرش, هماتاقیاش."""
    roles = load_people("fa").roles
    stems = (word.removesuffix(ending) for ending in _THEIRS if word.endswith(ending))
    return any(len(stem) > 2 and stem in roles.alone for stem in stems)


@lru_cache(maxsize=65536)
def is_possessed_role(word: str) -> bool:
    """Tell whether a folded Arabic word is a role with a pronoun: ومدربهما, نائبته.

    >>> is_possessed_role("نایبته"), is_possessed_role("کتابه")
    (True, False)
    """
    roles = load_people("ar").roles
    word = word.removeprefix("و") if len(word) > 4 else word
    stems = (word.removesuffix(ending) for ending in JOINED_PRONOUNS if word.endswith(ending))
    return any(
        len(stem) > 2
        and any(form in roles.alone for form in (stem, stem + "ه", stem.removesuffix("ت") + "ه"))
        for stem in stems
    )


def role_end(words: tuple[str, ...], at: int, last: int, language: str) -> int:
    """The token after a role phrase that begins at a token; a Persian one may end with whose he is: «همسایهٔ او»."""
    grammar = get_grammar(language)
    cues = load_cues(language)
    i = at + 1
    while i < last and i - at < _LONGEST_ROLE[language]:
        word = words[i]
        if marked := in_marks(words, i, last):
            i = marked
            continue
        if language == "fa" and (end := end_of_portfolio(words, i, last)) > i:
            i = end
            continue
        if not word[0].isalnum():
            break
        if language == "fa" and (step := step_in_role(words, at, i, last)):
            i += step
            continue
        inner = word in _INNER[language] and not tells_presence(words, i)
        if not inner and (
            word in grammar.prepositions
            or word in grammar.subordinators
            or word in grammar.adverbs
            or word in grammar.object_markers
            or (word in grammar.pronouns and not (language == "fa" and i == last - 1))
            or word in grammar.verbs
            or word in grammar.conjunctions
            or (
                word in grammar.demonstratives
                and not (language == "fa" and points_at_body(words, at, i, last))
            )
        ):
            break
        if cues.find(words, i) is not None or (language == "fa" and tells_news(word)):
            break
        if language == "ar" and i == at + 1 and tells_role(words, i):
            break
        i += 1
    while i > at + 1 and words[i - 1] in _INNER[language]:
        i -= 1
    return i


def heads_any_role(word: str) -> bool:
    """Tell whether an Arabic word is the head of a role, with or without the article, behind «و» or «ل» too.

    >>> heads_any_role("المدیره"), heads_any_role("لمدیره"), heads_any_role("الکتاب")
    (True, True, False)
    """
    roles = load_people("ar").roles
    forms = (word, word[1:] if word[0] in "ول" and len(word) > 3 else word)  # ووزيرة, لمصممة
    return any(get_grammar("ar").bare(form) in roles.alone for form in forms)

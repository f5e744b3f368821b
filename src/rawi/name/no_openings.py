"""Tell whether a Persian word that may be a given name is none, since the name begins behind it: a place, a month, goods, an adjective."""

from rawi.lang.common import is_rare, load_persian_words
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.lang.people import load_people
from rawi.name.families import is_family_name
from rawi.name.places import heads_place, load_places
from rawi.name.words import SIGNS, is_surname_word

# What an office is of, which is a given name too: «وزیر فرهنگ مارلان».
_PORTFOLIOS = frozenset({"فرهنگ"})
_HOLDERS = frozenset(
    {"وزیر", "وزارت", "معاون", "معین", "سازمان", "اداره", "ادارهکل", "مدیرکل", "رایزن", "خانه", "کمیسیون", "گروه"}
)  # fmt: skip


def is_another_word(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether what may be a given name is a place, month or day before a name, or goods of a body: «اتحادیهٔ طلا و جواهر | مهدی بجنوردی».

    >>> is_another_word(("سفیر", "هند", "خسرو", "کریمی"), 1, 0, 4), is_another_word(("هند", "کریمی", "گفت"), 0, 0, 3)
    (True, False)
    """
    if names_letter(words[at], "fa") and _comes_before_name(words, at, last):
        return True  # «پیام | سارا نوری را خواند»
    if at > first and words[at] in _PORTFOLIOS and words[at - 1] in _HOLDERS:
        return True
    joined = at > first + 1 and words[at - 1] == "و" and not is_rare(words[at])
    if joined and stands_before_name(words, at, last):
        return True
    return _is_place_or_month(words, at, first, last)


def _is_place_or_month(words: tuple[str, ...], at: int, first: int, last: int) -> bool:
    """Tell whether a Persian word is a place or month before a name, although it is a given name too: «سفیر هند | خسرو شمس», «روز ۵ مهر | اصغر خسروی»."""
    if at == first:
        return False
    grammar = get_grammar("fa")
    if words[at] in grammar.adverbs and words[at - 1] in grammar.adverbs:
        return True  # «شامگاه جمعه | زانیار یفتلی»
    place = load_places("fa").find(words, at) is not None
    if place and load_people("fa").titles.find(words, at + 1):
        return True  # «سفیر هند | بانو …»
    if not load_people("fa").given_names.find(words, at + 1):
        return False
    month = words[at - 1][0].isdigit() and words[at] in grammar.words["seasons"]
    place = place or _heads_body_or_place(words[at - 1])  # «بیمارستان نور | ائلناز نوری»
    if not (month or place) or at + 2 >= last or words[at + 2] in load_people("fa").surname_tails:
        return False
    double = load_people("fa").given_names.find((words[at] + words[at + 1],), 0)  # «محمد حسین»
    return double is None and is_surname_word(words, at + 2, "fa")


def is_owned(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian noun stands right before a sure name, whose it is: «مغازهٔ | مریم شایانی، خیاط محله».

    >>> is_owned(("مغازه", "مریم", "شایانی", "،"), 0, 4), is_owned(("سارا", "مریم", "شایانی", "،"), 0, 4)
    (True, False)
    """
    given = load_people("fa").given_names
    owner = given.find(words, at + 1) if at + 2 < last else None
    sure = owner is not None and not owner.value.weak and is_surname_word(words, at + 2, "fa")
    return sure and words[at] in load_persian_words() and given.find(words, at) is None


def stands_before_name(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian word is no given name, since one stands behind it: «بنادر و دریانوردی | بهزاد رضایی», «دادستان لاجورد | عبدالواحد موسوی»."""
    adjective = words[at].endswith("ی") and words[at][:-1] in load_persian_words()
    if words[at - 1] in SIGNS and not adjective:
        return False  # «هرنان فروچی، | هرنان دیگو مندوزا»
    return _comes_before_name(words, at, last)


def _comes_before_name(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether behind a Persian word, or the next, a given name and a surname stand."""
    given = load_people("fa").given_names
    for k in (at + 1, at + 2):
        name = given.find(words, k) if k + 1 < last else None
        if name is not None and name.end < last:
            if name.value.weak:
                return is_family_name(words[name.end], "fa")
            tailed = words[name.end + 1 : name.end + 2]
            split = tailed != () and tailed[0] in load_people("fa").surname_tails
            return split or is_surname_word(words, name.end, "fa")
    return False


def _heads_body_or_place(word: str) -> bool:
    """Tell whether what follows a word is mostly the name of a body or place: «بیمارستان نور»."""
    head = load_people("fa").organisations.find((word,), 0)
    return heads_place(word, "fa") or (head is not None and not head.value.weak)

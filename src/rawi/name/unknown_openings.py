"""Tell whether a name that is in no table of given names begins at a token: by a clitic, by the verb before it, or because nobody writes its words."""

from functools import lru_cache

from rawi.lang.common import (
    is_rare,
    load_arabic_counts,
    load_common,
    load_persian_words,
)
from rawi.lang.double_names import is_double_name
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.name.families import is_family_name
from rawi.name.marks import OPENERS
from rawi.name.no_openings import is_owned, stands_before_name
from rawi.name.places import heads_place, load_places
from rawi.name.surnames import Opening
from rawi.name.words import (
    SIGNS,
    is_foreign_word,
    is_name_word,
    is_small,
    is_surname_word,
)

_SHORTEST, _LONGEST = 3, 9  # letters
_AS_FOR = frozenset({"اما", "واما"})
_NEAR = 8  # tokens
_RARE = 32  # once and a half in a million words
_WHERE = frozenset({"در", "شهر", "نام"})  # «در میدسامر نورتن», «با نام شمارشگر گایگر»
_AGENT = "گر"
# What Persian words are made with, of words texts know.
_ENDINGS = (
    "ها", "های", "هایی", "هایشان", "ای", "یی", "تر", "تری", "ترین", "شان", "مان", "تان", "ش", "م", "ست", "است", "اند",
    "ان", "ه", "و",
)  # fmt: skip
_PREFIXES, _PARTICIPLE = ("بی", "نا", "هم", "پر", "در", "به"), "نده"


@lru_cache(maxsize=65536)
def heads_name(word: str, language: str) -> bool:
    """Tell whether what follows a word is mostly the name of an organisation or place: «دانشگاه گلریز», «ملعب فيصل»."""
    if heads_place(word, language):
        return True
    head = load_people(language).organisations.find((word,), 0)
    return head is not None and not head.value.weak


def open_joined(words: tuple[str, ...], at: int) -> Opening | None:
    """Arabic: a given name with something joined to it, وسهيل; واصفة is no و and آصفة."""
    word, rest = words[at], words[at][1:]
    # فمنيجه, not فعلي, nor «المدربة | فلورا نجار»
    then = word[0] == "ف" and word not in load_common("ar") and _may_go_on(words, at)
    by = word[0] == "ب" and at + 1 < len(words) and is_surname_word(words, at + 1, "ar")
    if not (word[0] in "ول" or then or by) or len(word) <= _SHORTEST:
        return None  # «اتصلت بسلمى القاسمي», but «بأمل»
    given = load_people("ar").given_names.find((rest,), 0)
    counts = load_arabic_counts()
    if not given or counts.get(word, 0) > counts.get(rest, 0) or word in load_common("ar"):
        return None
    if not is_name_word((rest,), 0, "ar"):
        return None
    if given.value.weak:
        return None if by else Opening(at, "weak", 1)
    return Opening(at, "given", 1)


def _may_go_on(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «so» may stand before the word at a token: where a clause begins, or behind «as for»."""
    opens = at == 0 or words[at - 1] in SIGNS
    return opens or not _AS_FOR.isdisjoint(words[max(0, at - _NEAR) : at])


def open_arabic(words: tuple[str, ...], at: int, first: int, last: int) -> Opening | None:
    """Arabic: a word that is no noun, after a verb or where a clause begins, before a family's name: «قاد عنترة الزغبي»."""
    if at + 1 >= last or not is_family_name(words[at + 1], "ar"):
        return None
    behind_verb = at > first and is_verb(words[at - 1])
    begun = at == first or words[at - 1] in SIGNS or behind_verb
    if load_places("ar").find(words, at):
        return None
    if load_people("ar").given_names.find(words, at + 1):
        # «صافح رامي»: a verb in no table; but «وقف أوهاج طاهر، …»
        bordered = at + 2 >= last or words[at + 2] in SIGNS or is_small(words[at + 2], "ar")
        opened = at - 1 == first and not words[first].startswith("ال")
        if not (bordered and (behind_verb or (opened and is_foreign_word(words, at)))):
            return None
        begun = True
    if not begun:
        return None
    counts = load_arabic_counts()
    unknown = is_foreign_word(words, at) or counts.get(words[at], 0) < _RARE
    unknown = unknown and not words[at].startswith("ال") and len(words[at]) <= _LONGEST
    unknown = unknown and not words[at].endswith("ت")  # «حضرت يكانه»: she came
    return Opening(at, "given") if unknown and is_surname_word(words, at, "ar") else None


def open_persian(words: tuple[str, ...], at: int, first: int, last: int) -> Opening | None:
    """Persian: a double name, or a word that is seldom or never seen before a family's name: «گراناز دهواری از …», «به هاوژین هرمزی گفت»."""
    if is_double_name(words[at]):
        return Opening(at, "given")
    if at + 1 >= last or not is_rare(words[at]) or not is_surname_word(words, at, "fa"):
        return None
    if is_owned(words, at, last) or (at > first and stands_before_name(words, at, last)):
        return None
    begun = at == first or words[at - 1] in SIGNS or words[at - 1] == "و"
    if begun:
        # «نگاهبانان ارجمند»
        named = _tells_family(words, at) and not names_people(words[at], "fa")
    else:
        located = words[at - 1] in _WHERE or heads_name(words[at - 1], "fa")
        place = located or load_places("fa").find(words, at) is not None
        named = not place and all(is_unheard(word) for word in words[at : at + 2])
    return Opening(at, "given") if named else None


def _tells_family(words: tuple[str, ...], at: int) -> bool:
    """Tell whether after a rare Persian word comes a family's name, or what may be one: «گولنار بابایی», «ایتک قوجقی»."""
    after = words[at + 1]
    if is_family_name(after, "fa"):
        return True
    names = load_known_names("fa")
    unseen = _is_unseen(after) and _is_unseen(after[:-1]) and after.endswith("ی")
    if words[at] not in load_persian_words():
        return unseen or after in names.perhaps_surnames
    marked = at > 0 and words[at - 1] in OPENERS  # «عقاب ساجی» in marks
    shown = words[at] in names.perhaps_surnames and not marked
    return shown and unseen and not (_is_made(after) or is_double_name(after))


@lru_cache(maxsize=65536)
def is_unheard(word: str) -> bool:
    """Tell whether texts have no such Persian word, nor what it could be made of: لافرتی; not چنگالقرمز."""
    return _is_unseen(word) and not _is_made(word)


def _is_unseen(word: str) -> bool:
    """Tell whether texts have no such Persian word."""
    if not word.isalpha() or word.isascii() or word.endswith(_AGENT):
        return False  # «شمارشگر گایگر»
    return word not in load_persian_words()


@lru_cache(maxsize=65536)
def _is_made(word: str) -> bool:
    """Tell whether a Persian word texts do not know is made of one they know and an ending, or of two: بادهای, چنگالقرمز; but هرمزی."""
    known = load_persian_words()
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    stems += [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    halves = ((word[:i], word[i:]) for i in range(_SHORTEST, len(word) - _SHORTEST + 1))
    return (
        word.endswith(_PARTICIPLE)
        or any(stem in known for stem in stems)
        or not is_rare(word.removesuffix("ی"))
        or any(first in known and not is_rare(second.removesuffix("ی")) for first, second in halves)
    )

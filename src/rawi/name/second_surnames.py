"""How a name goes on behind a surname or two given names: by another surname, a trade, the half of one."""

from rawi.lang.common import load_common, load_persian_words
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.speech import is_that, load_cues
from rawi.name.closing_names import ends_name
from rawi.name.doubtful_names import speaks
from rawi.name.families import is_family_name
from rawi.name.roles import heads_role
from rawi.name.split_surnames import is_split
from rawi.name.surnames import (
    is_trade_name,
)
from rawi.name.words import (
    SIGNS,
    completes_verb,
    is_closed,
    is_name_word,
    is_surname_word,
)

_PILGRIM = "الحاج"  # the first half of a surname: «الحاج حسن»
_ENDING = frozenset({"در", "از", "که", "هم", "نیز"})  # what stands behind a whole name


def is_second_surname(
    words: tuple[str, ...], at: int, start: int, last: int, language: str
) -> bool:
    """Tell whether the family's name goes on after a surname: «محمد شياع السوداني», «رحمتی لاهیجی»."""
    if language == "ar":
        return _is_last_name(words, at, start)
    if at - start < 2:
        return False
    if given := load_people("fa").given_names.find(words, at):
        # «عدنان صالحی امین در نشست»; but «مینا کریمی نگار را دید»
        ends = at + 1 < last and (words[at + 1] in SIGNS or words[at + 1] in _ENDING)
        if at + 1 < last and not given.value.weak:
            ends = ends or words[at + 1] in ("با", "به") or heads_role(words, at + 1, "fa")
        if load_cues("fa").find(words, at) or completes_verb(words, at):
            return False  # «حامد ترکمان مژده داد»
        said = load_cues("fa").find(words, at + 1) if at + 1 < last else None
        return given.end == at + 1 and (ends or (said is not None and said.value.shape == "verb"))
    owner = at + 1 < last and words[at + 1] in get_grammar("fa").object_markers
    if owner or not is_name_word(words, at, "fa"):
        return False
    words_known = load_persian_words()
    closed = at + 1 < last and words[at + 1] in "،,"  # «گوهر زنبوری تالشی، …»
    of_place = words[at].endswith("ی") and (
        not {words[at], words[at][:-1]} & words_known.keys()
        or (closed and is_surname_word(words, at, "fa"))
    )
    return of_place or is_family_name(words[at], "fa")


def _is_last_name(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether after a father's name no table knows comes the family's: محمد شياع السوداني, not يكانه هاكدان الفطر."""
    closed = at + 1 < len(words) and (words[at + 1] in SIGNS or is_that(words[at + 1]))
    if closed and at - start > 1 and words[at - 1].startswith("ال"):
        given = load_people("ar").given_names.find(words, at)
        if given and not given.value.weak:
            return True  # «قال كمال الجزولي عثمان إنّ»
    if (
        at - start > 1
        and words[at - 1] == _PILGRIM
        and load_people("ar").given_names.find(words, at)
    ):
        return True  # «إلياس الحاج | موسى»
    family = words[at].endswith("ی") or is_family_name(words[at], "ar")
    return family and (
        at - start > 1
        and words[at].startswith("ال")
        and (not words[at - 1].startswith("ال") or is_family_name(words[at], "ar"))
        and words[at] not in load_common("ar")
        and is_surname_word(words, at, "ar")
    )


def may_go_on(words: tuple[str, ...], start: int, at: int, last: int, language: str) -> bool:
    """Tell whether after two given names a surname may follow."""
    if words[at] in load_people(language).particles:
        return True
    if language == "fa" and is_split(words, at, last):
        return True
    if language == "fa" and is_trade_name(words, at, last):
        # «حسن رضا معمار»; but «هانیه نوری دستیار وزیر»
        return not (at + 1 < last and heads_role(words, at + 1, "fa"))
    if (
        language == "fa"
        and is_surname_word(words, at, "fa")
        and speaks(words, at, at + 1, last, "fa")
    ):
        return True  # «حسن رضا سواری گفت»
    if language == "fa" and at + 1 < last and words[at + 1] in load_people("fa").surname_tails:
        return is_name_word(words, at, "fa")  # «حسن رضا نوحه خوان»
    if language == "ar" and ends_name(words, start, at, last):
        return True  # «عادل محمد | فقيه، …»
    if not is_surname_word(words, at, language):
        return False
    # «امیرارسلان یگانه برندگان»: a noun
    borders = at + 1 < last and (words[at + 1] in SIGNS or is_closed(words[at + 1], "fa"))
    if language == "fa" and borders and words[at] in load_known_names("fa").perhaps_surnames:
        return True  # «حسن رضا ارباب از …»
    unseen = words[at] not in load_persian_words()
    return language == "ar" or unseen or is_family_name(words[at], language)

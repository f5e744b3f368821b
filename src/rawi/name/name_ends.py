"""Find where a person's name ends: given names, particles that bind (بن, آل, فان), one surname, and its tail (زاده)."""

from rawi.lang.called_outlets import find_outlet_name
from rawi.lang.common import load_common
from rawi.lang.given_names import GivenNameRow, load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_gesture
from rawi.lang.people import load_people
from rawi.lang.reading import Found
from rawi.lang.speech import is_that
from rawi.lang.verbs import is_verb
from rawi.name.families import is_family_name
from rawi.name.hearers import names_hearers
from rawi.name.joined_words import DEFINITE, is_of_someone
from rawi.name.no_parts import is_no_part, is_own_act
from rawi.name.rare_names import find_rare_end
from rawi.name.roles import heads_role, is_possessed_role
from rawi.name.second_surnames import is_second_surname, may_go_on
from rawi.name.split_surnames import is_split
from rawi.name.surnames import (
    Opening,
    end_of_first,
    find_surname_end,
)
from rawi.name.words import (
    DEARS,
    SIGNS,
    is_closed,
    is_foreign_word,
    is_name_word,
    is_surname_word,
)

_MOST_PARTS = 5  # عبد الله بن زايد آل نهيان; a particle and its word are one part
_LONGEST_PLAIN = 7  # letters of a surname that is a word too
_SON = frozenset({"بن", "ابن", "بنت", "ولد", "عبد"})  # after the father's name a surname may follow
_NAME_AND_DEAR = 2  # words
_PARENTS = frozenset({"ابو", "ابی", "ام"})
_FATHERS = frozenset({"بن", "ال", "ایت", "ولد", "منت"})
_TURNING = ("رو", "به")  # «مریم رحیمی | رو به حاضران گفت»
_INNER = frozenset({"لا", "در", "دیر", "دن", "لوس"})  # ماريا دي لا كروز, يوهان فان دير بيرغ


def find_name_end(words: tuple[str, ...], opening: Opening, last: int, language: str) -> int:
    """Find the token after a name that begins at an opening; the opening's own when there is no name.

    >>> words = ("محمد", "بن", "راشد", "ال", "مکتوم", "،")
    >>> find_name_end(words, Opening(0, "given"), 6, "ar")
    5
    """
    if opening.clitic:  # so that the tables know the first word
        first = words[opening.start][opening.clitic :]
        words = (*words[: opening.start], first, *words[opening.start + 1 :])
    end = _read_parts(words, opening, last, language)
    if language == "fa" and _endears(words, opening.start, end):
        return opening.start  # «نادر جان، چرا رفتی؟» calls upon Nadir
    if words[end - 1 : end + 1] == _TURNING:
        end -= 1
    arabic = language == "ar"
    if arabic and end == opening.start + 1 and _is_bordered_surname(words, end, last):
        end += 1
    alone = opening.evidence == "title" or (
        arabic and opening.by_role and _is_whole_role(words, opening.start)
    )
    if end - opening.start < 2 and not alone:
        return opening.start
    hearer = arabic and end < last and names_hearers(words, end)
    hearer = hearer or (arabic and end < last and find_outlet_name(words, end) is not None)
    if arabic and opening.start < end < last and not hearer and is_foreign_word(words, end):
        # a surname of two words: داريوش ريشه شناس; but «لطيفة العكرمي غنت»
        whole = words[end - 1].startswith("ال") and not is_family_name(words[end], "ar")
        end += 0 if whole else 1
    presented = opening.evidence == "title" or opening.by_role
    return max(end, find_rare_end(words, opening.start, last)) if arabic and presented else end


def _endears(words: tuple[str, ...], first: int, end: int) -> bool:
    """Tell whether behind a Persian given name «dear» stands where a speech calls upon him as it begins or a pause ends: «| مینا جان، …», «…، | مینا جان!»."""
    dear = end - first == _NAME_AND_DEAR and words[end - 1] in DEARS
    parted = first == 0 or not words[first - 1][0].isalnum()
    return dear and parted and words[end : end + 1] != () and words[end] in "،,!؟.»"


def _is_whole_role(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the role before a token is definite without it: «مدير المتحف سامر», «شقيقه سامر», no «مدير ترام شهرداد»."""
    before = words[at - 1] if words[at - 1] not in "،," else words[at - 2]
    return before.startswith(DEFINITE) or is_possessed_role(before)


def _is_bordered_surname(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether after a given name from abroad a short word stands before a sure border: it is the surname, whatever else it means.

    «جيم لي، …», «آنا بيل إنّ», «ستيف بارك أنّ»; no Arabic noun follows such a name.
    """
    if at + 1 >= last or words[at - 1] not in load_foreign_names():
        return False
    word, after = words[at], words[at + 1]
    if not word.isalpha() or len(word) < 2 or len(word) > _LONGEST_PLAIN:
        return False
    if word.startswith(("ال", "لل")) or is_closed(word, "ar") or heads_role(words, at, "ar"):
        return False
    if is_of_someone(word) or names_gesture(word) or is_own_act(word):
        return False  # «تسأل كيلي | والدتها», «هزّ دارسي | كتفيه»
    if after in get_grammar("ar").adverbs:
        return not is_verb(word)  # «تيريزا وايت اليوم»
    return after in SIGNS or is_that(after)


def _read_parts(words: tuple[str, ...], opening: Opening, last: int, language: str) -> int:
    """The token after the parts of a name: given names, particles with a word, one surname and its tail."""
    titled = opening.evidence == "title"
    start = end = opening.start
    has_surname = False
    for _ in range(_MOST_PARTS):
        # Where it begins a name may look like a verb: السيد بارك, رفعت الحمصي.
        if end >= last or (
            end > start and _is_arabic_verb(words[end], language) and not _is_fathers(words, end)
        ):
            break
        given = _find_given(words, end, opening, language)
        if end > start and is_no_part(words, start, end, language):
            break
        if bound := _bound_end(words, end, start, last, language):
            kunya = end == start and words[end] in _PARENTS
            kunya = (
                kunya and load_people(language).given_names.find(words, end + 1) is not None
            )  # «أم كلثوم | منصور»
            has_surname = has_surname or not (kunya or words[end] in _SON)
            end = bound
        elif language == "fa" and not has_surname and end > start and is_split(words, end, last):
            end, has_surname = end + 2, True
        elif given and given.end <= last and not has_surname:
            end = given.end
            # Of two given names the second may be the surname: then a word that is none follows.
            second = end > end_of_first(words, start, language)
            has_surname = second and end < last and not may_go_on(words, start, end, last, language)
        elif end > start and _is_tail(words, end, language):
            end += 1
            # «کیان مهر»; but «فرزانة مهر علي زادة»
            has_surname = not _opens_surname(words, end, last, language)
        elif taken := 0 if has_surname else find_surname_end(words, end, opening, last, language):
            # After a title the first word may be a given name no table knows, but not «الدكتورة السهلي».
            family = language == "ar" and words[end].startswith("ال") and words[end].endswith("ی")
            has_surname = not titled or end > start or family
            end = taken
        elif has_surname and is_second_surname(words, end, start, last, language):
            end += 1
        else:
            break
    return end


def _opens_surname(words: tuple[str, ...], at: int, last: int, language: str) -> bool:
    """Tell whether behind a tail a given name begins the surname itself: «فرزانه مهر | علی زاده», not «فرامرز پنبه چی | مالک زمین»."""
    if load_people(language).given_names.find(words, at) is None:
        return False
    if language == "ar":
        return True
    return at + 1 < last and words[at + 1] in load_people("fa").surname_tails


def _is_arabic_verb(word: str, language: str) -> bool:
    """Tell whether a word in a name is an Arabic verb, and no particle that looks like one: ولد."""
    return language == "ar" and is_verb(word) and word not in load_people("ar").particles


def _is_fathers(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a verb inside an Arabic name is the father's name: «عمرو | عزت سلامة»; not «سامي | حكمت المحكمة»."""
    given = load_people("ar").given_names.find(words, at)
    known = given is not None and not given.value.weak and words[at].endswith("ت")
    return known and at + 1 < len(words) and not words[at + 1].startswith("ال")


def _find_given(
    words: tuple[str, ...], at: int, opening: Opening, language: str
) -> Found[GivenNameRow] | None:
    """The given name at a token of a name; what opens one without a title may be one that no table knows."""
    given = load_people(language).given_names.find(words, at)
    if at == opening.start and given is None and opening.evidence != "title":
        return _seldom_given(words, at, language)
    return given


def _seldom_given(words: tuple[str, ...], at: int, language: str) -> Found[GivenNameRow] | None:
    """What opens a name and is in no table of given names: a word that is seldom one, or one nobody knows."""
    if words[at] in load_people(language).particles:
        return None
    seldom = load_people(language).perhaps_given.find(words, at)
    return seldom or Found(at + 1, GivenNameRow(words[at], "", "yes"))


def _bound_end(words: tuple[str, ...], at: int, start: int, last: int, language: str) -> int | None:
    """The token after a particle and the word it binds."""
    opens = load_people(language).particles.get(words[at])
    if opens is None or at + 1 >= last or (at == start and not opens):
        return None
    bound = at + 1
    if at > start and words[bound] in _INNER and bound + 1 < last:
        bound += 1
    given = load_people(language).given_names.find(words, bound)
    if given and given.end <= last:
        return given.end
    if is_surname_word(words, bound, language):
        return bound + 1
    # «خليفة بن حمد آل مرشد»: after what only names have, any word is one
    father = at > start and words[at] in _FATHERS and words[bound].isalpha()
    return bound + 1 if father and not is_closed(words[bound], language) else None


def _is_tail(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word is the second half of a surname written in two."""
    weak = load_people(language).surname_tails.get(words[at])
    if weak is None:
        return False
    if not weak:
        return True
    if language == "fa":
        # «ماریه جعفری اصل رئیس …»: behind a family's name, where the name surely ends; «مهران چیت ساز»
        bordered = at + 1 >= len(words) or not is_name_word(words, at + 1, "fa")
        trades = get_grammar("fa").words["trades"]
        trade = words[at] in trades and words[at - 1] not in load_common("fa")
        return bordered and (trade or is_family_name(words[at - 1], "fa"))
    # «آرش قديمي أصل، رئيس …»: a common word too, where the name surely ends with it
    ends = at + 1 < len(words) and words[at + 1] in "،,"
    return ends or words[at] not in load_common("ar")

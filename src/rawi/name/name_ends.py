"""Find where a person's name ends: given names, particles that bind (بن, آل, فان), one surname, and its tail (زاده)."""

from rawi.lang.called_outlets import find_outlet_name
from rawi.lang.common import load_common, load_persian_words
from rawi.lang.given_names import GivenNameRow, load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import names_act, names_gesture
from rawi.lang.people import load_people
from rawi.lang.reading import Found
from rawi.lang.speech import is_that, load_cues
from rawi.lang.verbs import is_verb
from rawi.name.called_so import is_called_so
from rawi.name.closing_names import ends_name
from rawi.name.doubtful_names import speaks
from rawi.name.families import is_family_name
from rawi.name.hearers import names_another, names_hearers
from rawi.name.joined_words import DEFINITE, has_owner, is_of_someone
from rawi.name.marks import OPENERS
from rawi.name.places import heads_place, load_places
from rawi.name.rare_names import find_rare_end
from rawi.name.roles import heads_role, is_possessed_role
from rawi.name.split_surnames import is_split
from rawi.name.surnames import (
    Opening,
    end_of_first,
    find_surname_end,
    is_trade_name,
)
from rawi.name.words import (
    SIGNS,
    completes_verb,
    is_closed,
    is_foreign_word,
    is_name_word,
    is_surname_word,
    opens_clause,
)

_MOST_PARTS = 5  # عبد الله بن زايد آل نهيان; a particle and its word are one part
_LONGEST_PLAIN = 7  # letters of a surname that is a word too
_SON = frozenset({"بن", "ابن", "بنت", "ولد", "عبد"})  # after the father's name a surname may follow
_DEAR = "عزیز"
_DEARS = frozenset({"جان", "جون"})
_NAME_AND_DEAR = 2  # words
_PARENTS = frozenset({"ابو", "ابی", "ام"})
_FATHERS = frozenset({"بن", "ال", "ایت", "ولد", "منت"})
_TURNING = ("رو", "به")  # «مریم رحیمی | رو به حاضران گفت»
_ENDING = frozenset({"در", "از", "که", "هم", "نیز"})  # what stands behind a whole name
_PRINCE = "امیر"
_REALMS = frozenset(
    {"دوله", "البلاد", "الدوله", "المنطقه", "اماره", "الاماره", "القبیله", "الجماعه"}
)
# Titles that are no surnames, as «سلمى الحاج» has one.
_SURE_TITLES = frozenset({"الدکتور", "الدکتوره", "المهندس", "المهندسه", "البروفیسور", "البروفسور"})
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
    dear = end - first == _NAME_AND_DEAR and words[end - 1] in _DEARS
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
    if is_of_someone(word) or names_gesture(word) or _is_own_act(word):
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
        if end > start and _is_no_part(words, start, end, language):
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
            has_surname = (
                second and end < last and not _may_go_on(words, start, end, last, language)
            )
        elif end > start and _is_tail(words, end, language):
            end += 1
            # «کیان مهر»; but «فرزانة مهر علي زادة»
            has_surname = not _opens_surname(words, end, last, language)
        elif taken := 0 if has_surname else find_surname_end(words, end, opening, last, language):
            # After a title the first word may be a given name no table knows, but not «الدكتورة السهلي».
            family = language == "ar" and words[end].startswith("ال") and words[end].endswith("ی")
            has_surname = not titled or end > start or family
            end = taken
        elif has_surname and _is_second_surname(words, end, start, last, language):
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


def _is_second_surname(
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


def _is_no_part(words: tuple[str, ...], start: int, at: int, language: str) -> bool:
    """Tell whether in a name what may be part of one is a preposition, «السيدة مايو على التخلي», who is told, «وعد طارق نجار | الأهالي», or the half of a verb: «یلدا پیروز شد»."""
    if language != "ar":
        return completes_verb(words, at) or _is_greeted(words, start, at)
    if opens_clause(words, at) or names_another(words, start, at):
        return True
    if _is_title(words, at) or is_called_so(words, start, at):
        return True
    if find_outlet_name(words, at) is not None:
        return True  # «أخبر سالم حداد | رويترز»
    # «يطوي أبو فارس | ميزانه»; قرنفلة is written alike
    owned = has_owner(words[at]) and (at > start + 1 or not words[at].endswith("ه"))
    owned = owned or _is_own_act(words[at]) or _is_own_stance(words[at])
    owned = owned or _rules(words, start, at)
    theirs = at > start and (names_hearers(words, at) or owned or _is_told(words, start, at))
    return _is_preposition(words, at) or theirs


def _is_title(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a sure title stands in what looks like a name, which begins behind it: «طب الأزهر | الدكتور إيهاب»."""
    return words[at] in _SURE_TITLES


def _is_own_stance(word: str) -> bool:
    """Tell whether a word is what somebody feels or stands for, with his pronoun: «قدّم الشيخ السديس | شكره», «| أسفه»."""
    sets, stem = get_grammar("ar").words, word.removesuffix("ه")
    return stem != word and (stem in sets["stances"] or stem in sets["felt"])


def _rules(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether in a name «أمير» says what somebody rules: «فيصل بن خالد | أمير منطقة الشمال»."""
    if words[at] != _PRINCE or at == start or at + 1 >= len(words):
        return False
    after = words[at + 1]
    return (
        heads_place(after, "ar")
        or after in _REALMS
        or load_places("ar").find(words, at + 1) is not None
    )


def _is_greeted(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether behind a name with which words in marks begin it is only called dear: ««رامین | عزیز، بیا»»."""
    opens = start > 0 and words[start - 1] in OPENERS
    return opens and words[at] == _DEAR and words[at + 1 : at + 2] in (("،",), ("!",), (",",))


def _is_own_act(word: str) -> bool:
    """Tell whether an Arabic word is a verbal noun with a pronoun: «وصفت ألين | اعتقاله»."""
    return word.endswith("ه") and names_act(word.removesuffix("ه"))


def _is_told(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether behind a whole kunya somebody in office stands: «أخبرت أم نبيل | المراسل أنّ»; not «أبو فارس الحداد»."""
    whole = words[start] in _PARENTS and at == start + 2
    office = words[at].removeprefix("ال") in get_grammar("ar").words["offices"]
    return whole and office and words[at].startswith("ال") and not is_family_name(words[at], "ar")


def _is_preposition(words: tuple[str, ...], at: int) -> bool:
    """Tell whether على and its kin stand before a definite noun and after no given name, or before a noun with a pronoun: then it is the preposition."""
    if words[at] not in get_grammar("ar").prepositions or at + 1 >= len(words):
        return False
    if has_owner(words[at + 1]):
        return True  # «زورق نزهة | على متنه»
    known = load_people("ar").given_names.find((words[at - 1],), 0)
    return words[at + 1].startswith("ال") and known is None


def _is_last_name(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether after a father's name no table knows comes the family's: محمد شياع السوداني, not يكانه هاكدان الفطر."""
    closed = at + 1 < len(words) and (words[at + 1] in SIGNS or is_that(words[at + 1]))
    if closed and at - start > 1 and words[at - 1].startswith("ال"):
        given = load_people("ar").given_names.find(words, at)
        if given and not given.value.weak:
            return True  # «قال كمال الجزولي عثمان إنّ»
    family = words[at].endswith("ی") or is_family_name(words[at], "ar")
    return family and (
        at - start > 1
        and words[at].startswith("ال")
        and (not words[at - 1].startswith("ال") or is_family_name(words[at], "ar"))
        and words[at] not in load_common("ar")
        and is_surname_word(words, at, "ar")
    )


def _may_go_on(words: tuple[str, ...], start: int, at: int, last: int, language: str) -> bool:
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

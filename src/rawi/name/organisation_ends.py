"""Find where the name of an organisation ends: what depends on its head noun, up to a verb, a place, or a definite word."""

from rawi.lang.called_outlets import load_outlet_names
from rawi.lang.common import is_rare
from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import is_his_thing, names_act, names_people, names_time, tells_day, tells_news
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.persian_verbs import is_participle, is_persian_verb, is_third_person_past
from rawi.lang.portfolios import end_of_portfolio
from rawi.lang.speech import load_cues
from rawi.name.called_so import is_called_so
from rawi.name.joined_bodies import OF_WORK, end_of_body
from rawi.name.marks import in_marks
from rawi.name.named_after import end_of_namesake
from rawi.name.places import find_place_end, heads_place
from rawi.name.words import is_closed, is_foreign_word, is_name_word

_MEDIA = frozenset({"برنامج", "وسایل"})
_LONGEST = 6
_OBJECT = 2  # words of an object before «را»
# Indefinite and possessed nouns and superlatives open another phrase: گونهای, سیاسیمان, قدیمیترین.
_OTHER_PHRASE = tuple(map(squeeze, ("ه\u200cای", "مان", "شان", "ترین", "هایی")))
_LONGEST_OTHER = 5  # letters; shorter words only look like it: زبان, درمان
_LONGEST_WORD_BEFORE = 3  # letters with the article


def read_persian_end(words: tuple[str, ...], at: int, last: int) -> int:
    """The token after a Persian name: the ezafe chain is not written, so a verb's noun must be told by its verb.

    >>> read_persian_end(("دانشگاه", "گرمهرود", "گونهای", "قارچ"), 1, 4)
    2
    """
    organisations = load_people("fa").organisations
    i = at
    while i < last and i - at < _LONGEST:
        if marked := in_marks(words, i, last):
            return marked
        if outlet := load_outlet_names().find(words, i):
            return min(outlet.end, last)  # «روزنامهٔ نیویورک تایمز»
        if place := find_place_end(words, i, "fa"):
            return min(place, last)  # «پارلمان ولز» has no more
        if i > at and (end := end_of_portfolio(words, i, last)) > i:
            return end
        if _directs(words, at, i, last):
            i += 3
            continue
        if words[i] == "و" and at < i < last - 2 and _joins(words, i + 1):
            i += 2
            continue
        depends = _is_body_word(words[i]) or organisations.find(words, i) is not None
        if (i > at and tells_day(words, i)) or not (depends or _may_depend(words, i)):
            break  # «موزهٔ بیدک | اول مهر گفت»
        if _does(words, i + 1, last) or (i > at and _is_judged(words, i)):
            break  # «شورا | جشن می گیرد», but «سازمان پسماند | می گوید»
        i += 1
    return _end_before_object(words, at, i)


def _ends_sentence(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the past of he or she that is a noun too ends a sentence, as verbs do: «دانشگاه لاجورد | پیوست.»."""
    return words[at + 1 : at + 2] == (".",) and words[at] in get_grammar("fa").words["past_stems"]


def _directs(words: tuple[str, ...], at: int, i: int, last: int) -> bool:
    """Tell whether a Persian body is named by an act and what that is directed at: «ستاد مرکزی | مبارزه با مواد مخدر»; nothing it begins.

    >>> words = ("ستاد", "مبارزه", "با", "قاچاق")
    >>> _directs((*words, "گفت"), 1, 1, 5), _directs((*words, "را"), 1, 1, 5)
    (True, False)
    """
    if i + 2 >= last or not all(map(_is_body_word, words[at:i])):
        return False
    if not _names_act(words, i):
        return False
    of = _may_depend(words, i + 2) or load_people("fa").organisations.find(words, i + 2) is not None
    return of and not _does(words, i + 3, last) and "را" not in words[i + 3 : i + 3 + _OBJECT]


def _names_act(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an act with its preposition stands at a token: «مبارزه با»."""
    return "".join(words[at : at + 2]) in get_grammar("fa").words["body_acts"]


def _end_before_object(words: tuple[str, ...], at: int, end: int) -> int:
    """Where the name of a body a sentence opens with ends before what it does something to: «شورای شهر لاجورد | طرح را تصویب کرد».

    >>> _end_before_object(("شورای", "شهر", "دشتارا", "طرح", "را"), 1, 4)
    3
    """
    opens = at < 2 or not words[at - 2][0].isalnum()
    if not opens or "را" not in words[end : end + _OBJECT] or _is_judged(words, end):
        return end
    cuts = range(end - 1, max(at, end - 1 - _OBJECT), -1)
    return next((i for i in cuts if _may_close(words[i - 1])), end)


def _is_judged(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word begins what a Persian body judges or refuses, in the object of a verb: «شورای شهر | تصمیم وزیر را»."""
    sets = get_grammar("fa").words
    kinds = ("judged", "matters", "grievances", "told_nouns")
    judged = at < len(words) and any(words[at] in sets[kind] for kind in kinds)
    return judged and "را" in words[at + 1 : at + 2 + _OBJECT]


def _may_close(word: str) -> bool:
    """Tell whether the name of a body may end with a word: a proper or relational one, or people."""
    own = (_is_proper(word) or word.endswith("ی")) and not _is_body_word(word)
    return own or names_people(word, "fa")


def _is_body_word(word: str) -> bool:
    """Tell whether a word common elsewhere goes on the Persian name of a body: «فدراسیون | ملی»."""
    return word in get_grammar("fa").words["body_words"]


def _joins(words: tuple[str, ...], at: int) -> bool:
    """Tell whether after «و» the name goes on: «آب و آبخیزداری», not «و خبر داد»."""
    return (
        is_name_word(words, at, "fa")
        and not is_participle(words[at])
        and not _is_verb(words[at + 1])
    )


def _may_depend(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a Persian word may depend on a head."""
    word = words[at]
    title = load_people("fa").titles.find(words, at)
    if title and not title.value.weak:
        return False
    if tells_news(word) or is_participle(word) or _opens_another(word):
        return False
    if _tells(word) or _ends_sentence(words, at):
        return False
    if words[at + 1 : at + 2] == ("را",) and is_his_thing(word):
        return False  # «مدیر موزه | کیفش را بست»
    sets = get_grammar("fa").words
    if word in sets["durations"] or word in sets["predicatives"]:
        return False  # «موزه | سال ها پیش …», «مسئول موزه | نگران باران بود»
    # «باشگاه والیبال X»: no person's, but a body's
    return word in get_grammar("fa").words["sports"] or is_name_word(words, at, "fa")


def _tells(word: str) -> bool:
    """Tell whether a Persian word is the past of he or she and no noun: «دادگاه | کشید»."""
    return is_third_person_past(word) and word not in get_grammar("fa").words["past_nouns"]


def _opens_another(word: str) -> bool:
    """Tell whether a word is indefinite, possessed or a superlative."""
    other = len(word) > _LONGEST_OTHER and word.endswith(_OTHER_PHRASE)
    return other and word not in get_grammar("fa").words["relational"]


def _is_verb(word: str) -> bool:
    """Tell whether a Persian word is a finite verb."""
    if word in get_grammar("fa").verbs or is_persian_verb(word):
        return True
    return word.endswith("اند") and is_participle(word.removesuffix("اند"))  # کرده اند


def _does(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a verb stands at a token whose noun may be the word before; a verb of saying needs none, nor does what a body is: «این بنیاد سپیدار | است که …»."""
    is_it = words[at : at + 1] != () and words[at] in get_grammar("fa").words["copulas"]
    if is_it and words[at + 1 : at + 2] == ("که",):
        return False
    return at < last and _is_verb(words[at]) and load_cues("fa").find(words, at) is None


def names_proper(words: tuple[str, ...], at: int, end: int, language: str) -> bool:
    """Tell whether tokens [at, end) after a head that is a common noun too make it a name: «تیم ملی», «فريق الإنقاذ».

    >>> names_proper(("گروه", "معروفی"), 1, 2, "fa"), names_proper(("پلیس", "نیوپورت"), 1, 2, "fa")
    (False, True)
    """
    if language == "fa" and end > at + 2 and _names_act(words, at):
        return True  # «پلیس مبارزه با مواد مخدر»
    return any(
        not words[i][0].isalnum()
        or words[i].isascii()
        or find_place_end(words, i, language) is not None
        or (
            _is_definite(words[i]) or is_foreign_word(words, i)
            if language == "ar"
            else _is_proper(words[i])
        )
        for i in range(at, end)
    )


def _is_proper(word: str) -> bool:
    """Tell whether a Persian word is rare, or one that organisations have in their names."""
    return _is_body_word(word) or (is_rare(word) and not word.endswith("ی"))


def read_arabic_end(words: tuple[str, ...], at: int, last: int, definite: bool) -> int:
    """The token after an Arabic name: the genitive chain ends at its first definite word, adjectives may follow.

    >>> read_arabic_end(("اللجنه", "القضاییه", "المضی"), 1, 3, True)
    2
    """
    i = at
    closed = definite
    while i < last and i - at < _LONGEST:
        # «البلدية «ترمّم ولا تهدم»»: after a definite noun the marks set off speech.
        marked = None if closed else in_marks(words, i, last)
        if marked:
            return marked
        whole = find_place_end(words, i, "ar") or (i == at and end_of_namesake(words, i, last))
        if not closed and whole:
            i, closed = min(whole, last), True
            continue
        # «وزارة النقل | لوكالة الأنباء», «الشرطة | لصحيفة الوادي»: it is told something.
        purpose = (definite and i > at) or not _is_for_outlet(words[i])
        if closed and purpose and _is_purpose(words, i, last):
            i += 2
            continue
        if _is_definite(words[i]) or _is_cared_for(words, at, i, closed=closed):
            if _are_others(words, i) or (i == at and _is_another(words, i)):
                break
            if closed and words[i] in load_people("ar").titles.alone:
                break  # «مؤسسة النخيل | الدكتورة X»
            if closed and (not _agrees(words, i, at - 1) or _is_beyond(words, at - 1, i)):
                break
            closed = True
        elif closed or not _may_chain(words, i):
            break
        else:
            # A proper name ends the chain when nothing definite follows: جامعة هامونة.
            closed = not (i + 1 < last and _goes_on(words, i))
        i += 1
    return end_of_body(words, at, i, last, _agrees) if closed else i


def _is_beyond(words: tuple[str, ...], head: int, at: int) -> bool:
    """Tell whether at a definite word behind a whole name something else begins: when, whose the body is, «وكالة الإنقاذ | التابعة للبلاد», or what somebody calls so, «وصفت البلدية | المباراة بأنها»."""
    belongs = words[at] in get_grammar("ar").words["belonging"]
    return names_time(words, at) or belongs or is_called_so(words, head, at)


def _is_definite(word: str) -> bool:
    """Tell whether a word has the article and may be in a name: no relative, no role."""
    return (
        word.startswith("ال")
        and len(word) > _LONGEST_WORD_BEFORE
        and (word in get_grammar("ar").words["body_adjectives"] or not is_closed(word, "ar"))
        and word[2:] not in load_people("ar").roles.alone
    )


def _is_cared_for(words: tuple[str, ...], at: int, i: int, *, closed: bool) -> bool:
    """Tell whether behind an act in the name of a body somebody stands whom it is done to: «جمعية حماية | المستهلك»."""
    done = not closed and i > at and words[i].startswith("ال")
    return done and (words[i - 1] in OF_WORK or names_act(words[i - 1]))


def _are_others(words: tuple[str, ...], at: int) -> bool:
    """Tell whether behind a foreign name or a definite word that is of the head itself people stand, who are no part of it: «نصحت شركة سانفيل | الركاب بأن», «نصح خفر السواحل | البحارة بأن»."""
    whole = is_foreign_word(words, at - 1) or _is_definite(words[at - 1])
    return whole and names_people(words[at][2:], "ar") and not _agrees(words, at, at - 1)


def _is_another(words: tuple[str, ...], at: int) -> bool:
    """Tell whether right behind a head that ends in a definite word another noun stands, no adjective: «أبلغ برج المراقبة | القوارب أنّ»."""
    adjective = words[at].endswith(("ه", "ی")) or _agrees(words, at, at - 1)
    return words[at - 1].startswith("ال") and not adjective


def _is_purpose(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether «for» and a definite noun follow: «الاتحاد الوطني لكرة القدم»."""
    return (
        words[at].startswith("ل")
        and not words[at].startswith("لل")
        and at + 1 < last
        and _is_definite(words[at + 1])
        and is_name_word(words, at, "ar")
    )


def _is_for_outlet(word: str) -> bool:
    """Tell whether a word is «for» and the noun of an outlet, which is rather told something: لوكالة."""
    return word[1:] in _MEDIA or heads_outlet((word[1:],), 0, "ar")


def _agrees(words: tuple[str, ...], at: int, head: int) -> bool:
    """Tell whether a definite word is an adjective of the name: of relation or feminine, as a noun before it.

    After the genitive an adjective of relation may be feminine whatever the noun, which may be a plural: الأرصاد الجوية.
    """
    word = words[at]
    if word in get_grammar("ar").words["body_adjectives"]:
        return True
    bare = word.removeprefix("ال")
    if _describes_members(words[at - 1], bare):
        return True
    if names_people(bare, "ar") or bare in load_people("ar").organisations.alone:
        return False  # «طمأن المستشفى | الأهالي», «أوصت اللجنة | الحكومة»
    if bare in get_grammar("ar").words["broken_bodies"]:
        return False  # «أبلغت الوزارة | الأندية»
    nouns = {words[head], words[at - 1]}
    if word.endswith("ه"):
        return any(noun.endswith(("ه", "ات")) for noun in nouns) or (
            word.endswith("یه") and at - head > 1
        )
    return word.endswith("ی") and any(not noun.endswith("ه") for noun in nouns)


def describes_body(word: str) -> bool:
    """Tell whether a word is a definite adjective of a feminine body, and no noun that says of what it is: «اللجنة الفنية», not «لجنة التحكيم».

    >>> describes_body("الفنیه"), describes_body("التحکیم")
    (True, False)
    """
    adjective = word in get_grammar("ar").words["body_adjectives"] or word.endswith("یه")
    return word.startswith("ال") and adjective


def _describes_members(members: str, bare: str) -> bool:
    """Tell whether a word without article says which people a body is of: «نقابة الأطباء | البيطريين», «رابطة الكتاب | المستقلين».

    >>> _describes_members("الاطباء", "بیطریین"), _describes_members("الوزاره", "متقاعدین")
    (True, False)
    """
    kind = bare.endswith("یین") or bare in get_grammar("ar").words["member_adjectives"]
    return kind and names_people(members.removeprefix("ال"), "ar")


def _may_chain(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an indefinite word may stand in a genitive chain; heads of organisations and places may."""
    if load_people("ar").organisations.find(words, at) or heads_place(words[at], "ar"):
        return True
    if words[at] in get_grammar("ar").words["colloquial"]:
        return False  # «دي محكمة | مش ملعب»
    return is_name_word(words, at, "ar")


def _goes_on(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the chain goes on after an indefinite word: a definite one, a head or one more of a name follows."""
    after = at + 1
    return (
        words[after].startswith("ال")
        or heads_place(words[at], "ar")
        or heads_place(words[after], "ar")
        or load_people("ar").organisations.find(words, after) is not None
        or find_place_end(words, after, "ar") is not None
        or is_foreign_word(words, after)
        or words[after] in get_grammar("ar").words["outlet_words"]  # صحيفة هاربور بوست
    )

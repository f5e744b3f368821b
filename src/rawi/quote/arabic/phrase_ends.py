"""Where an Arabic noun phrase ends: before a sign, a verb, a preposition, or another phrase."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act, names_gesture, names_people, names_time
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.told_roles import tells_role
from rawi.lang.verb_names import is_verb_of_her
from rawi.lang.verbs import is_plural_verb, is_verb, is_verb_of_them
from rawi.quote.arabic.between import is_year
from rawi.quote.arabic.endings import (
    has_tanwin,
    is_accusative,
    is_behind_that,
    is_counted,
    is_object_role,
)
from rawi.quote.arabic.forms import is_own_speech, joined_form, without_pronoun
from rawi.quote.arabic.nicknames import is_naming
from rawi.quote.arabic.one_of import begins_one_of, leads_to_some
from rawi.quote.arabic.people_words import (
    ends_role,
    heads_body,
    is_addressed,
    is_own_person,
    is_to_own,
    kin_of,
    names_bodies,
    reaches_someone,
)
from rawi.quote.arabic.phrase_objects import is_all_of, is_object_of
from rawi.quote.arabic.purposes import says_once, says_what_for
from rawi.quote.arabic.whoever import are_whoever
from rawi.quote.arabic.words import (
    AGAINST_HIM,
    CALLED,
    SIGNS,
    hangs_before,
    hides_name,
    is_complementizer,
    is_cue,
    is_first_of_own,
    is_governed,
    is_possessed,
    is_that_not,
)
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import MARKS
from rawi.quote.page import Page

_SHORTEST_HOW = 5  # letters of ضاحكا
_BESIDES = frozenset(
    {"بالمناسبه", "بالمقابل", "بالتالی", "بالذات", "بالاضافه", "بالفعل", "بالتحدید", "بالسوال"}
)
_BEHIND = frozenset({"خلف", "وراء", "جوار"})  # «الشاب الواقف خلفها»


@keep_answers
def ends_phrase(page: Page, begun: int, i: int) -> bool:
    """Tell whether a noun phrase that began earlier ends before a token."""
    grammar = get_grammar("ar")
    word = page.words[i]
    if word in SIGNS:
        return True
    if _has_same_ending(page, begun, i) or _is_own_called(page, begun, i):
        return False
    if i == begun + 1 and is_all_of(page.words, begun):
        return False  # «بكافة | المواطنين»
    if word in AGAINST_HIM and ends_role(page.words, i):
        return False  # «محامي المدعى | عليه», «والدة المجني | عليها»
    return (
        is_complementizer(word)
        or is_that_not(page, i)
        or (word[0] == "ف" and i not in page.mention_at and is_complementizer(word[1:]))
        or word in grammar.words["after_subject"]
        or (i > begun and word in grammar.words["belonging"] and _is_someones(page, i))
        or (i > begun and (_is_purpose(page, i) or _tells_age(page, i)))
        or (i > begun and _ends_own_speech(page, begun, i))
        or (i not in page.mention_at and (_is_verb_at(page, begun, i) or _is_object(page, i)))
        or word in grammar.subordinators
        or word in grammar.adverbs
        or (word in grammar.prepositions and not _is_office(page, i))
        or word[1:] in grammar.demonstratives
        or are_whoever(page, i)
        or word in CALLED
        or hides_name(page.words, i + 1)
        or (is_addressed(word) and not _is_whose_body(page, begun, i))
        or is_to_own(page, i)
        or (i > begun and leads_to_some(page, i))
        or (i == begun + 1 and tells_role(page.words, i))
        or (i > begun and is_told_name(page, i))
        or (i == begun and is_governed(page, i))
        or (i > begun and (names_time(page.words, i) or is_year(page, i)))
        or (i > begun and says_once(page.words, i))
        or (i > begun and word in grammar.demonstratives)
        or (i > begun and word[0] == "ب" and not _has_article(word) and is_governed(page, i))
        or (i > begun and word in grammar.words["said_with"])
        or (i > begun and (word in _BESIDES or _are_asked_to(page, begun, i)))
        or (i > begun and i not in page.mention_at and reaches_someone(word))
        or (i > begun and says_what_for(page, begun, i))
        or (i > begun and i not in page.mention_at and is_cue(page, i) and not is_counted(page, i))
        or (i > begun and word[0] == "ف" and _is_sent(word))
        or (i > begun and (_begins_object(page, begun, i) or begins_one_of(page, i)))
        or (i > begun and (is_object_of(page, i) or _counts_others(page, i)))
        or (i > begun and (_is_behind_mark(page, begun, i) or _says_how(page, i)))
    )


def _are_asked_to(page: Page, begun: int, i: int) -> bool:
    """Tell whether behind people stands what they are asked to do: «طالب السكان | بالتوجه إلى الملاجئ»; not «العمال بالمصنع»."""
    word = page.words[i]
    urged = word[1:] in get_grammar("ar").words["urged"]
    act = word.startswith("بال") and (urged or names_act(word[1:]))
    return act and names_people(get_grammar("ar").bare(page.words[begun]), "ar")


def _is_someones(page: Page, i: int) -> bool:
    """Tell whether behind a word of belonging ل says whose it is: «وكالة الإنقاذ | التابعة للبلاد»."""
    return i + 1 < len(page.words) and page.words[i + 1][0] == "ل"


def _is_purpose(page: Page, i: int) -> bool:
    """Tell whether ل and a present verb say what for: «حث المدرب لاعبيه | ليؤدوا أفضل»."""
    word = page.words[i]
    verb = word[:2] in ("لی", "لت") and (is_verb(word[1:]) or is_plural_verb(word[1:]))
    return verb and i not in page.mention_at and not is_addressed(word)


def _tells_age(page: Page, i: int) -> bool:
    """Tell whether a number of years stands at a token: «نجلاء | 31 عاماً»."""
    return page.words[i].isdecimal() and page.words[i + 1 : i + 2] in (("عاما",), ("سنه",))


def _ends_own_speech(page: Page, begun: int, i: int) -> bool:
    """Tell whether behind who ends or goes on with it a speech of his own stands: «واختتمت أنغام | حديثها بالقول»."""
    sets = get_grammar("ar").words
    verbs = sets["closing"] | sets["carrying_on"]
    return is_own_speech(page.words[i]) and joined_form(page.words[begun - 1], verbs) is not None


def _says_how(page: Page, i: int) -> bool:
    """Tell whether behind a definite word how somebody speaks stands before a colon, its marks left out: «رد البائع | مبتسما: «…»»."""
    words = page.words
    how = words[i].endswith("ا") and len(words[i]) >= _SHORTEST_HOW and i not in page.mention_at
    how = how and not words[i].startswith("ال") and words[i - 1].startswith("ال")
    how = how and not words[i].endswith("ها")  # «الشاب الواقف خلفها: «…»»
    return how and words[i + 1 : i + 2] == (":",)


def _is_whose_body(page: Page, begun: int, i: int) -> bool:
    """Tell whether behind a body and its adjective ل says whose it is: «الإدارة الجهوية | للشباب», «المديرية العامة | للصيادين»; not «الوزارة | للصيادين», nor reporters."""
    grammar, words = get_grammar("ar"), page.words
    word, adjective = words[i], words[i - 1]
    head = words[begun].removeprefix("ال")
    if not word.startswith("لل") or i != begun + 2 or head == words[begun] or not heads_body(head):
        return False  # «لجنة المسابقة | للاعبين»
    described = adjective.startswith("ال") and adjective not in grammar.words["describing"]
    agrees = described and adjective.endswith("ه") == words[begun].endswith("ه")
    reporters = word[2:].removesuffix("ین") in grammar.interviewers
    return agrees and not (reporters or heads_outlet((word[2:],), 0, "ar"))


def _is_behind_mark(page: Page, begun: int, i: int) -> bool:
    """Tell whether behind a name in marks several people or bodies stand, or behind a reporter somebody in office, whom something is done to: «ناشدت منظمة «نبع» | الدول المطلة على البحر أن», «سأل مراسل «الضفة» | المحافظ»."""
    head = page.words[i].removeprefix("ال")
    of_what = page.words[i + 1 : i + 2] != () and page.words[i + 1].startswith("ال")
    behind = page.words[i - 1] in MARKS and (of_what or head != page.words[i])
    asks = get_grammar("ar").bare(page.words[begun]) in get_grammar("ar").interviewers
    asked = asks and head in get_grammar("ar").words["offices"]  # «رئيس الاتحاد» too
    return behind and (asked or names_people(head, "ar") or names_bodies(head))


def _counts_others(page: Page, i: int) -> bool:
    """Tell whether behind a definite word a number without the article counts something else: «كتب إلى المدير | ثلاث مرات»."""
    words = page.words
    if not words[i - 1].startswith("ال") or i in page.mention_at or not is_cardinal(words[i], "ar"):
        return False
    return i + 1 < len(words) and takes_article(words[i + 1])


def _is_object(page: Page, i: int) -> bool:
    """Tell whether a word has the ending of an object, and not from a number before it: «عشرون | تاجراً»."""
    return (is_accusative(page, i) or is_object_role(page, i)) and not is_counted(page, i)


def _has_same_ending(page: Page, begun: int, i: int) -> bool:
    """Tell whether an adjective has the ending «لكنّ» gives the subject before it: «لكنّ خبيراً | ثانياً شكّك»."""
    near = i == begun + 1 and is_behind_that(page, begun)
    return near and all(has_tanwin(page, k) for k in (begun, i))


def _is_own_called(page: Page, begun: int, i: int) -> bool:
    """Tell whether a given name that is a verb too stands between someone's own person and a pause: «زميلتها | شهد، التي صممت الغلاف، تقول»."""
    if i != begun + 1 or page.words[i + 1 : i + 2] not in (("،",), (",",), ("(",)):
        return False
    given = page.words[i] in load_people("ar").given_names.alone
    return given and is_own_person(page, begun)


def _is_sent(word: str) -> bool:
    """Tell whether a word with «ف» is a verb of sending: «أما والد اللاعب | فبعث رسالة»."""
    verbs = get_grammar("ar").words["sending"]
    return any(joined_form(form, verbs) for form in (word, word.removesuffix("ت")))


def _is_office(page: Page, i: int) -> bool:
    """Tell whether an office stands at a token that only looks like a preposition: إمام, والي, «ولي أمر»; not أمام, وإلى, «ولي أن»."""
    if page.words[i] == "ولی" and page.words[i + 1 : i + 2] in (("امر",), ("الامر",), ("العهد",)):
        return True
    # A copy with Persian letters writes its yeh with U+06CC.
    return page.written((i, i + 1)) in ("إمام", "وإمام", "والي", "والی")


def is_told_name(page: Page, token: int) -> bool:
    """Tell whether behind someone's definite office ل and a name stand, who is told: «اعتذر الأمين العام | لرنيم»."""
    named = page.words[token][0] == "ل" and page.person_at(token) is not None
    return named and hangs_before(page, token) and page.words[token - 1].startswith("ال")


def _has_article(word: str) -> bool:
    """Tell whether after ب stands the article, and no noun that begins like it: «أشاد المدير | بالتزام الصيادين»."""
    return word.startswith("بال") and not takes_article(word[1:])


def _begins_object(page: Page, begun: int, i: int) -> bool:
    """Tell whether a noun with a pronoun is the object after a whole subject: «يتذكر سائق سبعيني رحلته», «قدّمت الكاتبة روايتها»."""
    if names_gesture(page.words[i]):
        return True  # «مدّت الطبيبة | يدها»
    before = page.words[i - 1]
    whole = before.startswith("ال") or (
        before.endswith("ی") and before not in load_people("ar").roles.alone
    )
    whole = whole or is_counted(page, i - 1)  # «خاطب 23 تلميذاً | مديرتهم»
    whole = whole or (i == begun + 1 and _is_called(page, begun))  # «أوصى سالم | تلاميذه»
    if not whole or (i in page.mention_at and not _is_kin_no_place(page, i)):
        return False
    if is_own_person(page, i):
        return True  # «ذكّر المدرب | لاعبيه»
    if not is_possessed(page, i):
        return False
    stem = without_pronoun(page.words[i])
    return stem not in get_grammar("ar").prepositions and stem not in _BEHIND


def _is_kin_no_place(page: Page, token: int) -> bool:
    """Tell whether someone's kin stands at a token, whose word is a place too: «سأل الصبي | جده», with no dots on its end."""
    kin = kin_of(page.words[token]) is not None
    return kin and page.mention_at[token].mention.type == "LOC"


def _is_called(page: Page, token: int) -> bool:
    """Tell whether a given name stands at a token, and not the first of some: «أكبر مورديها»."""
    given = page.words[token] in load_people("ar").given_names.alone
    return given and not is_first_of_own(page.words, token)


def _is_of_them(page: Page, begun: int, i: int) -> bool:
    """Tell whether a verb of several people follows them without «الذين»: «تلاميذ القرية | صعدوا التلّ», «متطوعات | شاركن»."""
    return is_plural_verb(page.words[i]) or is_verb_of_them(page.words[i], page.words[begun])


def _heads_families(page: Page, i: int) -> bool:
    """Tell whether families stand at a token, and not «he confided»: «أسر | الضحايا»."""
    words = page.words
    return words[i] == "اسر" and i + 1 < len(words) and words[i + 1].startswith("ال")


def _is_verb_at(page: Page, begun: int, i: int) -> bool:
    """Tell whether a verb stands at a token; where a phrase begins, a role or given name that looks like one is none: صاحب, فادي."""
    word = page.words[i]
    people = load_people("ar")
    if is_verb_of_her(page.words, i):
        return True
    role = word in people.roles.alone or word.removeprefix("و") in people.roles.alone  # ولي
    if i == begun and (role or word in people.given_names.alone or _heads_families(page, i)):
        return False
    if i == begun and is_first_of_own(page.words, i):
        return False  # «أبلغها | أكبر مورديها بأنّ»
    owned = i == begun + 1 and page.words[begun] in get_grammar("ar").words["owners"]
    if owned and takes_article(word):
        return False  # «صاحبة نُزل»
    if i == begun and word == "احدث" and i and is_cue(page, i - 1):
        return not takes_article(page.words[i + 1])  # «يظهر | أحدث استطلاع أنّ»
    return is_verb(word) or (i > begun and (is_naming(word) or _is_of_them(page, begun, i)))

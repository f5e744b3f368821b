"""Where an Arabic noun phrase ends: before a sign, a verb, a preposition, or another phrase."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_act, names_gesture, names_people, names_time
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.told_roles import tells_role
from rawi.lang.verb_names import is_verb_of_her
from rawi.lang.verbs import is_plural_verb, is_verb, is_verb_of_them
from rawi.quote.arabic.between import is_year
from rawi.quote.arabic.endings import has_tanwin, is_accusative, is_behind_that, is_counted
from rawi.quote.arabic.forms import joined_form, without_pronoun
from rawi.quote.arabic.nicknames import is_naming
from rawi.quote.arabic.one_of import begins_one_of, leads_to_some
from rawi.quote.arabic.people_words import (
    ends_role,
    heads_body,
    is_addressed,
    is_our_reporter,
    is_own_person,
    is_role,
    names_bodies,
    names_own,
)
from rawi.quote.arabic.purposes import says_once, says_what_for
from rawi.quote.arabic.whoever import are_whoever
from rawi.quote.arabic.words import (
    AGAINST_HIM,
    CALLED,
    ONE_OF,
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
from rawi.quote.marks import MARKS
from rawi.quote.page import Page

_NAMELESS = frozenset({"مصدر", "مسوول", "موظف", "شاهد", "خبیر", "متحدث", "ناطق"})
_SHORTEST_MANY = 6  # letters with the article; of more, ین is an ending: الطرفين
_REPORTERS = frozenset({"صحفی", "صحافی", "صحفیه", "صحافیه"})
_BEHIND = frozenset({"خلف", "وراء", "جوار"})  # «الشاب الواقف خلفها»


def ends_phrase(page: Page, begun: int, i: int) -> bool:
    """Tell whether a noun phrase that began earlier ends before a token."""
    grammar = get_grammar("ar")
    word = page.words[i]
    if _has_same_ending(page, begun, i) or _is_own_called(page, begun, i):
        return False
    if word in AGAINST_HIM and ends_role(page.words, i):
        return False  # «محامي المدعى | عليه», «والدة المجني | عليها»
    return (
        word in SIGNS
        or is_complementizer(word)
        or is_that_not(page, i)
        or (word[0] == "ف" and i not in page.mention_at and is_complementizer(word[1:]))
        or word in grammar.words["after_subject"]
        or (i not in page.mention_at and (_is_verb_at(page, begun, i) or _is_object(page, i)))
        or word in grammar.subordinators
        or word in grammar.adverbs
        or (word in grammar.prepositions and not _is_office(page, i))
        or word[1:] in grammar.demonstratives
        or are_whoever(page, i)
        or word in CALLED
        or hides_name(page.words, i + 1)
        or (is_addressed(word) and not _is_whose_body(page, begun, i))
        or names_own(word)
        or (i > begun and leads_to_some(page, i))
        or (i == begun + 1 and tells_role(page.words, i))
        or (i > begun and is_told_name(page, i))
        or (i == begun and is_governed(page, i))
        or (i > begun and (names_time(page.words, i) or is_year(page, i)))
        or (i > begun and says_once(page.words, i))
        or (i > begun and word in grammar.demonstratives)
        or (i > begun and word[0] == "ب" and not _has_article(word) and is_governed(page, i))
        or (i > begun and says_what_for(page, begun, i))
        or (i > begun and i not in page.mention_at and is_cue(page, i) and not is_counted(page, i))
        or (i > begun and word[0] == "ف" and _is_sent(word))
        or (i > begun and (_begins_object(page, begun, i) or begins_one_of(page, i)))
        or (i > begun and (is_object_of(page, i) or _counts_others(page, i)))
        or (i > begun and _is_behind_mark(page, begun, i))
    )


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
    behind = page.words[i - 1] in MARKS and head != page.words[i]
    asks = get_grammar("ar").bare(page.words[begun]) in get_grammar("ar").interviewers
    asked = asks and head in get_grammar("ar").words["offices"]
    return behind and (asked or names_people(head, "ar") or names_bodies(head))


def _counts_others(page: Page, i: int) -> bool:
    """Tell whether behind a definite word a number without the article counts something else: «كتب إلى المدير | ثلاث مرات»."""
    words = page.words
    if not words[i - 1].startswith("ال") or i in page.mention_at or not is_cardinal(words[i], "ar"):
        return False
    return i + 1 < len(words) and takes_article(words[i + 1])


def _is_object(page: Page, i: int) -> bool:
    """Tell whether a word has the ending of an object, and not from a number before it: «عشرون | تاجراً»."""
    return is_accusative(page, i) and not is_counted(page, i)


def _has_same_ending(page: Page, begun: int, i: int) -> bool:
    """Tell whether an adjective has the ending «لكنّ» gives the subject before it: «لكنّ خبيراً | ثانياً شكّك»."""
    near = i == begun + 1 and is_behind_that(page, begun)
    return near and all(has_tanwin(page, k) for k in (begun, i))


def _is_own_called(page: Page, begun: int, i: int) -> bool:
    """Tell whether a given name that is a verb too stands between someone's own person and a pause: «زميلتها | شهد، التي صممت الغلاف، تقول»."""
    if i != begun + 1 or page.words[i + 1 : i + 2] not in (("،",), (",",), ("(",)):
        return False
    given = load_people("ar").given_names.find((page.words[i],), 0)
    return given is not None and is_own_person(page, begun)


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
        before.endswith("ی") and load_people("ar").roles.find((before,), 0) is None
    )
    whole = whole or is_counted(page, i - 1)  # «خاطب 23 تلميذاً | مديرتهم»
    whole = whole or (i == begun + 1 and _is_called(page, begun))  # «أوصى سالم | تلاميذه»
    if not whole or i in page.mention_at:
        return False
    if is_own_person(page, i):
        return True  # «ذكّر المدرب | لاعبيه»
    if not is_possessed(page, i):
        return False
    stem = without_pronoun(page.words[i])
    return stem not in get_grammar("ar").prepositions and stem not in _BEHIND


def _is_called(page: Page, token: int) -> bool:
    """Tell whether a given name stands at a token, and not the first of some: «أكبر مورديها»."""
    given = load_people("ar").given_names.find((page.words[token],), 0)
    return given is not None and not is_first_of_own(page.words, token)


def _is_of_them(page: Page, begun: int, i: int) -> bool:
    """Tell whether a verb of several people follows them without «الذين»: «تلاميذ القرية | صعدوا التلّ», «متطوعات | شاركن»."""
    return is_plural_verb(page.words[i]) or is_verb_of_them(page.words[i], page.words[begun])


def _is_verb_at(page: Page, begun: int, i: int) -> bool:
    """Tell whether a verb stands at a token; where a phrase begins, a role or given name that looks like one is none: صاحب, فادي."""
    word = page.words[i]
    people = load_people("ar")
    if is_verb_of_her(page.words, i):
        return True
    roles = (people.roles.find((form,), 0) for form in (word, word.removeprefix("و")))  # ولي
    if i == begun and (any(roles) or people.given_names.find((word,), 0)):
        return False
    if i == begun and is_first_of_own(page.words, i):
        return False  # «أبلغها | أكبر مورديها بأنّ»
    owned = i == begun + 1 and page.words[begun] in get_grammar("ar").words["owners"]
    if owned and takes_article(word):
        return False  # «صاحبة نُزل»
    if i == begun and word == "احدث" and i and is_cue(page, i - 1):
        return not takes_article(page.words[i + 1])  # «يظهر | أحدث استطلاع أنّ»
    return is_verb(word) or (i > begun and (is_naming(word) or _is_of_them(page, begun, i)))


def is_object_of(page: Page, token: int) -> bool:
    """Tell whether after a definite word another phrase begins: «دعا المتحف الجمهور», «ناشد الأهالي البلدية إصلاح …», «الشاهدة باكية».

    After a definite noun only definite adjectives and names go on.
    """
    words = page.words
    word = words[token]
    if words[token - 1] == "الجهه":
        return False  # «الجهة المنظمة»: no organisation of its own
    if is_counted(page, token - 1) and (is_role(word) or _is_thing(word)):
        return True  # «طالب 40 مزارعاً | وزير الزراعة», «وقّع عشرون مزارعاً | عريضة»
    if is_our_reporter(words[token - 1]) or _meets_reporter(words, token):
        return True  # «سأل مراسلنا المدير»
    body_told = _follows_adjective(words, token) and heads_body(word)
    if body_told or _follows_named_body(page, token):
        return True  # «أفاد مصدر أمني | وكالة «نبأ» بأنّ»
    mention = page.mention_at.get(token)
    whole = mention is not None and mention.mention.span.start == page.reading.starts[token]
    if mention is not None and whole and mention.mention.type == "ORG":
        # «وخاطب المحامي هيئة المحكمة»; «مدير الشركة الوطنية» and «لحزب» go on
        definite = words[token - 1].startswith("ال")
        return definite and (not word.startswith("ال") or heads_body(word[2:]))
    if not words[token - 1].startswith("ال") or mention is not None:
        return word.startswith("ال") and words[token - 1].startswith("ال") and heads_body(word[2:])
    if word.startswith("ال"):
        return _is_definite_object(words, token) and not _describes_named(page, token)
    titled = load_people("ar").titles.find(words, token) is not None
    kin = load_people("ar").roles.find((word,), 0)
    if kin is not None and kin.value.relation and word not in get_grammar("ar").words["offices"]:
        return True  # «سألت المذيعة والدة اللاعبة»
    if (
        kin is None
        and heads_people(word)
        and token + 1 < len(words)
        and words[token + 1][0].isalpha()
    ):
        return True  # «طمأن مدرب الفريق | موظفي المتحف», «ناشد المفتش | سائقي سيارات الأجرة»
    return not titled and takes_article(word) and not _may_be_called(page, token)


def _describes_named(page: Page, token: int) -> bool:
    """Tell whether a plural or dual with the article stands before the names of those it describes: «عضوي المجلس | المستقلين جون كنعان وليندا غراب»."""
    named = page.person_at(token + 1)
    return page.words[token].endswith("ین") and named is not None and named.first == token + 1


def _follows_named_body(page: Page, token: int) -> bool:
    """Tell whether at a token people stand with the article, right behind the foreign name of a body: «نصحت شركة سانفيل | الركاب بأن»."""
    body, word = page.mention_at.get(token - 1), page.words[token]
    named = body is not None and body.mention.type == "ORG" and body.last == token
    named = named and not (page.words[token - 1].startswith("ال") or token in page.mention_at)
    return named and word.startswith("ال") and names_people(word[2:], "ar")


def _is_thing(word: str) -> bool:
    """Tell whether a word is an indefinite noun, and no adjective in the accusative."""
    return not word.startswith("ال") and not word.endswith("ا") and takes_article(word)


def _meets_reporter(words: tuple[str, ...], token: int) -> bool:
    """Tell whether someone in office stands behind a reporter, who is nobody's: «سأل صحفي | العمدة»."""
    if words[token - 1] not in _REPORTERS or not words[token].startswith("ال"):
        return False
    return load_people("ar").roles.find((words[token][2:],), 0) is not None


def _follows_adjective(words: tuple[str, ...], token: int) -> bool:
    """Tell whether before a token an indefinite noun stands with its adjective, which takes no genitive: «مصدر أمني», «شهود عيان»."""
    noun, adjective = words[max(0, token - 2)], words[token - 1]
    if adjective == "عیان":
        return True
    kind = noun in _NAMELESS and adjective.endswith("ی") and takes_article(adjective)
    return kind and load_people("ar").roles.find((adjective,), 0) is None


def _is_definite_object(words: tuple[str, ...], token: int) -> bool:
    """Tell whether of two definite words the second is someone or something else: «أبلغ القاضي الطرفين», «تولّت القائدة الردّ»; no adjective."""
    word, roles = words[token], load_people("ar").roles
    after_role = roles.find((words[token - 1][2:],), 0) is not None
    someone = roles.find((word[2:],), 0) is not None
    new = someone and word not in get_grammar("ar").words["describing"]
    if new and (after_role or words[token - 2] in ONE_OF or _follows_body(words, token)):
        return True  # «أخبر الشاهد القاضي أنّ …», «سأل أحد الحضور المحاضر»
    if word in get_grammar("ar").words["acts"]:
        return True  # «رفض مدربو النادي | القرار»
    told = word.endswith("ین") and not words[token - 1].endswith("ین")
    told = told and len(word) > _SHORTEST_MANY and takes_article(word[2:-2])
    if word in get_grammar("ar").words["describing"]:
        return False  # «رابطة السباحين | الهواة»
    return told or heads_body(word[2:]) or names_people(word[2:], "ar")


def _follows_body(words: tuple[str, ...], token: int) -> bool:
    """Tell whether a body stands before a definite word of another gender: «سألت الصحيفة | الشرطي»."""
    other = words[token - 1].endswith("ه") != words[token].endswith("ه")
    return other and heads_body(words[token - 1][2:])


def _may_be_called(page: Page, token: int) -> bool:
    """Tell whether an indefinite noun after a definite role may be a surname: no ending of a circumstance (باكية, باكياً)."""
    return (
        not page.words[token].endswith(("ه", "ا"))
        and not names_act(page.words[token])  # «نفت الناطقة | تأجيل السباق»
        and load_people("ar").roles.find((page.words[token - 1][2:],), 0) is not None
    )

"""Whether another Arabic phrase begins behind a definite word: an object, somebody else, another body: «دعا المتحف | الجمهور», «سألت المراسلة | صاحبة المتجر»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.nouns import ONE_OF, heads_people, names_act, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import is_that
from rawi.quote.arabic.endings import (
    is_counted,
)
from rawi.quote.arabic.people_words import (
    are_people_done_to,
    heads_body,
    is_our_reporter,
    is_own_person,
    is_role,
)
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page

_ALL = frozenset({"کافه", "جمیع", "کل", "سایر", "معظم", "غالبیه", "مختلف", "عموم"})
_NAMELESS = frozenset({"مصدر", "مسوول", "موظف", "شاهد", "خبیر", "متحدث", "ناطق"})
_SHORTEST_MANY = 6  # letters with the article; of more, ین is an ending: الطرفين
_REPORTERS = frozenset({"صحفی", "صحافی", "صحفیه", "صحافیه"})


@keep_answers
def is_object_of(page: Page, token: int) -> bool:
    """Tell whether after a definite word another phrase begins: «دعا المتحف الجمهور», «ناشد الأهالي البلدية إصلاح …», «الشاهدة باكية».

    After a definite noun only definite adjectives and names go on.
    """
    words = page.words
    word = words[token]
    if words[token - 1] == "الجهه":
        return False  # «الجهة المنظمة»: no organisation of its own
    if _follows_all(page, token) or (
        is_counted(page, token - 1) and (is_role(word) or _is_thing(word))
    ):
        return True  # «طالب 40 مزارعاً | وزير الزراعة», «وقّع عشرون مزارعاً | عريضة»
    if is_our_reporter(words[token - 1]) or _meets_reporter(words, token):
        return True  # «سأل مراسلنا المدير»
    told = _follows_adjective(words, token) and heads_body(word)
    told = told or _is_sent_to_own(page, token)  # «كتب الروائي إلى مترجمته | رسالة»
    told = told or _follows_its_matter(page, token)
    if told or _follows_named_body(page, token) or _is_of_what(page, token):
        return True  # «أفاد مصدر أمني | وكالة «نبأ» بأنّ», «سألت المراسلة | صاحبة المتجر»
    mention = page.mention_at.get(token)
    whole = mention is not None and mention.mention.span.start == page.reading.starts[token]
    if mention is not None and whole and mention.mention.type == "ORG":
        # «وخاطب المحامي هيئة المحكمة»; «مدير الشركة الوطنية» and «لحزب» go on
        definite = words[token - 1].startswith("ال")
        return definite and (not word.startswith("ال") or heads_body(word[2:]))
    if not words[token - 1].startswith("ال") or mention is not None:
        return word.startswith("ال") and words[token - 1].startswith("ال") and heads_body(word[2:])
    if word.startswith("ال"):
        return _is_definite_object(words, token) and not _describes_people(page, token)
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


def _follows_all(page: Page, token: int) -> bool:
    """Tell whether behind a definite word or a name all of some stand, who are another phrase: «ناشد المحافظ | كل الأطراف»."""
    definite = page.words[token - 1].startswith("ال") or token - 1 in page.mention_at
    return definite and is_all_of(page.words, token)


def is_all_of(words: tuple[str, ...], token: int) -> bool:
    """Tell whether at a token «all» of some stand: «كافة المواطنين», «جميع السكان»."""
    word = words[token].removeprefix("ب").removeprefix("ل")
    return word in _ALL and words[token + 1 : token + 2] != () and words[token + 1].startswith("ال")


def _is_of_what(page: Page, token: int) -> bool:
    """Tell whether behind a definite role an indefinite one stands with what it is of: «المراسلة | صاحبة المتجر», «الحارس | أمين المكتبة»."""
    word, after = page.words[token], page.words[token + 1 : token + 2]
    if word not in load_people("ar").roles.alone or not page.words[token - 1].startswith("ال"):
        return False
    if token in page.mention_at or word in load_people("ar").titles.alone:
        return False
    of_what = after != () and after[0].startswith("ال") and token + 1 not in page.mention_at
    body = page.mention_at.get(token + 1)
    of_what = of_what or (body is not None and body.mention.type == "ORG")
    return of_what and is_role(page.words[token - 1])


def _describes_people(page: Page, token: int) -> bool:
    """Tell whether a word with the article describes those before it, «نصحت صانعي الأفلام | الشباب», or stands before the names of those it does: «عضوي المجلس | المستقلين جون كنعان وليندا غراب»."""
    if token > 1 and are_people_done_to(page, token - 2):
        return True
    if token > 1 and _is_titled(page, token) and is_role(page.words[token - 2]):
        return True  # «أبلغ قائد الفرقة | الرائد سامي حداد غرفة العمليات بأنّ»
    named = page.person_at(token + 1)
    return page.words[token].endswith("ین") and named is not None and named.first == token + 1


def _follows_named_body(page: Page, token: int) -> bool:
    """Tell whether at a token people stand with the article, right behind the foreign name of a body: «نصحت شركة سانفيل | الركاب بأن»."""
    body, word = page.mention_at.get(token - 1), page.words[token]
    named = body is not None and body.mention.type == "ORG" and body.last == token
    named = named and not (page.words[token - 1].startswith("ال") or token in page.mention_at)
    return named and word.startswith("ال") and names_people(word[2:], "ar")


def _follows_its_matter(page: Page, token: int) -> bool:
    """Tell whether at a token people or a body stand right behind what a body is for: «دعت الهيئة العامة للطرق | سائقي الشاحنات», «ناشد الاتحاد الوطني للصيادين | الوزارة»."""
    words, before = page.words, token - 1
    if before < 1 or not words[before].startswith("لل") or token in page.mention_at:
        return False
    body = page.mention_at.get(before) or page.mention_at.get(before - 1)
    if body is None or body.mention.type != "ORG" or body.first == before:
        return False
    word = words[token]
    if word.startswith("ال"):
        # «للمعلمين | المتقاعدين», «للأطفال | المكفوفين» are those it is for
        theirs = word.endswith("ین") and names_people(words[before][2:], "ar")
        return not theirs and (heads_body(word[2:]) or names_people(word[2:], "ar"))
    of_whom = words[token + 1 : token + 2] != () and words[token + 1].startswith("ال")
    return are_people_done_to(page, token) or (of_whom and heads_people(word))


def _is_titled(page: Page, token: int) -> bool:
    """Tell whether a title stands at a token before somebody's name: «الرائد سامي حداد»."""
    titled = load_people("ar").titles.find(page.words, token)
    named = page.person_at(token + 1) if titled is not None and titled.end == token + 1 else None
    return named is not None and named.first == token + 1


def _is_sent_to_own(page: Page, token: int) -> bool:
    """Tell whether a letter or note stands right behind somebody's own person, to whom it is sent: «إلى تلميذته | رسالة», «إلى جيرانه | ورقة»."""
    word = page.words[token]
    sent = word in load_letters("ar").texts.alone or word in get_grammar("ar").words["notes"]
    return sent and token > 0 and is_own_person(page, token - 1) and token not in page.mention_at


def _is_thing(word: str) -> bool:
    """Tell whether a word is an indefinite noun, and no adjective in the accusative."""
    return not word.startswith("ال") and not word.endswith("ا") and takes_article(word)


def _meets_reporter(words: tuple[str, ...], token: int) -> bool:
    """Tell whether someone in office stands behind a reporter, who is nobody's: «سأل صحفي | العمدة»."""
    if words[token - 1] not in _REPORTERS or not words[token].startswith("ال"):
        return False
    return words[token][2:] in load_people("ar").roles.alone


def _follows_adjective(words: tuple[str, ...], token: int) -> bool:
    """Tell whether before a token an indefinite noun stands with its adjective, which takes no genitive: «مصدر أمني», «شهود عيان»."""
    noun, adjective = words[max(0, token - 2)], words[token - 1]
    if adjective == "عیان":
        return True
    kind = noun in _NAMELESS and adjective.endswith("ی") and takes_article(adjective)
    return kind and adjective not in load_people("ar").roles.alone


def _is_definite_object(words: tuple[str, ...], token: int) -> bool:
    """Tell whether of two definite words the second is someone or something else: «أبلغ القاضي الطرفين», «تولّت القائدة الردّ»; no adjective."""
    word, roles = words[token], load_people("ar").roles
    if word[2:] in get_grammar("ar").words["questioned"] and words[token - 2] in roles.alone:
        return True  # «سأل رئيس المحكمة | المتهم سامي نجار»
    after_role = words[token - 1][2:] in roles.alone
    someone = word[2:] in roles.alone
    new = someone and word not in get_grammar("ar").words["describing"]
    if new and (after_role or words[token - 2] in ONE_OF or _follows_body(words, token)):
        return True  # «أخبر الشاهد القاضي أنّ …», «سأل أحد الحضور المحاضر»
    several = names_people(words[token - 1][2:], "ar")
    if word in get_grammar("ar").words["acts"] or ((after_role or several) and names_act(word)):
        return True  # «رفض مدربو النادي | القرار», «استنكر المحتجون | التهميش»
    if after_role and not someone and _is_her_thing(words, token):
        return True
    told = word.endswith("ین") and not words[token - 1].endswith("ین")
    told = told and len(word) > _SHORTEST_MANY and takes_article(word[2:-2])
    if word in get_grammar("ar").words["describing"]:
        return False  # «رابطة السباحين | الهواة»
    return told or heads_body(word[2:]) or names_people(word[2:], "ar")


def _is_her_thing(words: tuple[str, ...], token: int) -> bool:
    """Tell whether behind a man's role a definite feminine noun stands, no adjective of his: «سلم المدير | الجائزة إلى الفائز»."""
    role = load_people("ar").roles.find((words[token - 1][2:],), 0)
    his = role is not None and role.value.gender == "m"
    return his and words[token].endswith("ه") and takes_article(words[token][2:])


def _follows_body(words: tuple[str, ...], token: int) -> bool:
    """Tell whether a body stands before a definite word of another gender: «سألت الصحيفة | الشرطي»."""
    other = words[token - 1].endswith("ه") != words[token].endswith("ه")
    return other and heads_body(words[token - 1][2:])


def _may_be_called(page: Page, token: int) -> bool:
    """Tell whether an indefinite noun after a definite role may be a surname: no ending of a circumstance (باكية, باكياً)."""
    return (
        not page.words[token].endswith(("ه", "ا"))
        and not _is_of_noun(page, token)  # «حيّا الوالي | رموز المدينة»
        # «نفت الناطقة | تأجيل السباق»; «أكدت المطربة | أنغام أنّ»
        and (not names_act(page.words[token]) or _closes_subject(page, token))
        and page.words[token - 1][2:] in load_people("ar").roles.alone
    )


def _closes_subject(page: Page, token: int) -> bool:
    """Tell whether «that» stands behind a word, perhaps behind a pause: «المطربة | أنغام، أنّ»."""
    after = page.words[token + 1 : token + 3]
    near = after[1:] if after[:1] == ("،",) else after[:1]
    return any(is_that(word) for word in near)


def _is_of_noun(page: Page, token: int) -> bool:
    """Tell whether a word nobody is called stands before a definite noun it is of: «رموز المدينة»."""
    word, after = page.words[token], page.words[token + 1 : token + 2]
    of_what = after != () and after[0].startswith("ال") and takes_article(after[0][2:])
    given = load_people("ar").given_names.find((word,), 0) is not None
    return of_what and not given and token + 1 not in page.mention_at

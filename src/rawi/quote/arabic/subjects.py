"""Who may be the subject of an Arabic verb: before or after it, in agreement with it, and no object."""

from typing import Literal

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.numbers import TEN, is_cardinal
from rawi.lang.people import RoleRow, TitleRow, load_people
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.endings import is_behind_that, is_counted
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.naming import is_joined_noun
from rawi.quote.arabic.people_words import is_our_reporter, is_role, names_bodies
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.spoken_of import tells_topic
from rawi.quote.arabic.words import OF_THEM, WAS, is_governed
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST_NAME = 5  # tokens in marks
_PARTICLES = frozenset({"لکن", "ولکن", "اما", "واما"})
_FRONTING = frozenset({"کان", "کانت", "وکان", "وکانت", "واما", "اما", "لکن", "ولکن", "بید", "ان"})
_HAD = frozenset({"کان", "کانت", "کانوا", "قد"})
_BEFORE_SUBJECT = _FRONTING | {"وکانوا", "فیما", "،", "غیر", "الا"}


@keep_answers
def read_source_before(page: Page, first: int, stop: int) -> Range | None:
    """Read the subject that stands before its verb: «أمّا X فرأى», «كانت الجامعة قد أعلنت», «X قال»."""
    grammar = get_grammar("ar")
    words = page.words
    if words[stop - 1] == "ثم":
        return None  # «فصمت ثم قال»: no new subject
    particle = _last_particle(page, first, stop)
    subject = read_source(page, particle, stop) if particle else _behind_that(page, first, stop)
    if particle or subject is not None:
        return subject
    i, was = _skip_opening(words, first, stop)
    # «من جانبه، …» and other openings end with a pause
    if i < stop and (
        words[i] in grammar.prepositions
        or words[i] in grammar.adverbs
        or ((is_governed(page, i) or words[i].startswith(("ول", "وب", "وف"))) and not was)
    ):
        pause = next(
            (k for k in range(i, stop) if words[k] in "،," and page.mark_at[k] is None), None
        )
        if pause is None:
            return None
        i, was = _skip_opening(words, pause + 1, stop)
    if i >= stop or page.mark_at[i] is not None or words[i] in MARKS:
        return _body_in_marks(page, i, stop)
    if not was and (
        _is_done_to_him(words[i])
        or not grammar.verbs.isdisjoint(
            (words[i], words[i].removeprefix("و"), words[i].removeprefix("ف"))
        )
    ):
        return None
    phrase = read_source(page, i, stop)
    if phrase is None or _acts(page, phrase[0]):
        return None
    head = get_grammar("ar").bare(words[phrase[0]].removeprefix("و"))
    if head in grammar.documents or head.removesuffix("ا") in grammar.documents:
        return phrase  # «ودراسة صدرت الشهر الماضي تفيد بأنّ …»
    after = words[phrase[1] : stop]
    told = after == ("ما",) and not is_somebody(page, phrase)  # «وآخر | ما قالته له: «…»»
    if told or _is_gesture(page, phrase) or tells_topic(page, first, phrase):
        return None
    direct = len(after) <= 1 or after[0] in "،," or after[0] == "قد"
    direct = direct or _HAD.issuperset(after)  # «X كان قد أبلغ الوزير أنّ»
    # «كان سليم يبيع الماء، ثم عاتبته جدته وقالت»
    between = () if words[stop - 1] == "قد" else after
    far = was and not any(map(is_verb, between))
    return phrase if direct or (far and is_somebody(page, phrase)) else None


def _acts(page: Page, token: int) -> bool:
    """Tell whether a word is one of saying, or right behind «then» rather a verb no table knows: «ثم | تقلب السمكة وتهمس»."""
    word = page.words[token]
    if load_cues("ar").find(page.words, token) is not None:
        return True
    then = token > 0 and page.words[token - 1] == "ثم" and token not in page.mention_at
    return then and word[0] in "یت" and not (word.startswith("ال") or is_role(word))


def _is_done_to_him(word: str) -> bool:
    """Tell whether a word is a verb with the pronoun of whom it is done to: «واستوقفته | بائعة وقالت له».

    >>> _is_done_to_him("واستوقفته"), _is_done_to_him("والدته")
    (True, False)
    """
    bare = word[1:] if word[0] in "وف" else word
    stem = without_object_pronoun(bare)
    sets = get_grammar("ar").words
    verbs = sets["speaking_to"] | sets["perceiving"]  # «وسمعه | مراسل الإذاعة يقول»
    return stem != bare and not verbs.isdisjoint((stem, stem.removesuffix("ت")))


def _behind_that(page: Page, first: int, stop: int) -> Range | None:
    """Who, or which report, stands alone between «أنّ» and his verb: «ويتّضح من المحضر أنّ الشركة | أبلغت البلدية بأنّ»."""
    for i in range(stop - 2, first, -1):
        if not page.is_word(i):
            return None
        if page.words[i] == "ان":
            whole = i + 1, stop
            if page.words[i + 1].removesuffix("ا") in get_grammar("ar").documents:
                return whole  # «يُذكر أنّ تقريراً للهيئة | أفاد بأنّ»
            alone = read_source(page, *whole) == whole and is_somebody(page, whole)
            return whole if alone else None
    return None


def _body_in_marks(page: Page, first: int, stop: int) -> Range | None:
    """The body whose name in marks opens a clause, right before its verb: «"غرفة الخزف" تنفي إغلاق الأفران», «وكانت «الأفق» قد ذكرت»."""
    already = page.words[stop - 1] == "قد"
    mark = page.mark_at[first + 1]
    if first >= stop or page.words[first] not in MARKS or mark != (first + 1, stop - 1 - already):
        return None
    named = mark[1] - mark[0] <= _LONGEST_NAME and all(map(page.is_word, range(*mark)))
    return mark if named and (already or is_surely_someone(page, mark)) else None


def _is_gesture(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is rather a verb no table knows and its object: «هزّ رأسه وقال»."""
    first, last = phrase
    word = page.words[first]
    if last - first != 2 or word.startswith("ال") or first in page.mention_at:
        return False
    own = without_pronoun(page.words[last - 1])
    return own in get_grammar("ar").words["gestures"] and not is_somebody(page, phrase)


def _last_particle(page: Page, first: int, stop: int) -> int:
    """The token after the last «لكنّ», «أمّا», «غير أنّ», «إلا أنّ» before a verb; 0 when there is none."""
    words = page.words
    for i in range(stop - 2, first - 1, -1):
        if page.mark_at[i] is not None:
            continue
        joined = words[i] == "ان" and i > first and words[i - 1] in ("بید", "غیر", "الا", "سیما")
        # «وإذا كان كذا، | فإنّ X تقول», and no «فان در مير»
        joined = joined or (i > 0 and words[i] == "فان" and words[i - 1] in "،,")
        if joined or words[i] in _PARTICLES:
            return i + 1
    return 0


def _skip_opening(words: tuple[str, ...], first: int, stop: int) -> tuple[int, bool]:
    """The token after conjunctions and «كان», and whether one of them lets its subject stand before the verb."""
    i, was = first, False
    while i < stop and (words[i] in get_grammar("ar").conjunctions or words[i] in _BEFORE_SUBJECT):
        was = was or words[i] in _FRONTING
        i += 1
    return i, was


@keep_answers
def gender_of(page: Page, phrase: Range) -> Literal["m", "f"] | None:
    """The gender of a role, pronoun or organisation, None for any other phrase and where the word does not tell."""
    grammar = get_grammar("ar")
    head = grammar.bare(page.words[phrase[0]])
    if head in grammar.masculine_pronouns or head in grammar.feminine_pronouns:
        return "m" if head in grammar.masculine_pronouns else "f"
    people = load_people("ar")
    if head.startswith("ف") and is_joined_noun(head):
        head = get_grammar("ar").bare(head[1:])  # «فزوجها سألها: …»
    if head.endswith("ه") and page.written((phrase[0], phrase[0] + 1)).endswith("ه"):
        head = without_pronoun(head)  # «أمينه» is no woman
    if is_our_reporter(head):
        return "f" if head.endswith("تنا") else "m"
    called = _find_calling(page, phrase, head)
    if called is not None:
        return called.gender or None
    if head in people.organisations.alone:
        if head in get_grammar("ar").words["several_bodies"]:
            return None  # «توقعت الأرصاد», «أعلن الأرصاد»
        return "f" if head.endswith(("ه", "ات")) else "m"
    # «ناشدت البلديات إبقاء …»: with the article they may as well be asked
    return "f" if names_bodies(head) and head == page.words[phrase[0]] else None


def _find_calling(page: Page, phrase: Range, head: str) -> RoleRow | TitleRow | None:
    """The role or title a phrase begins with, `head` being its first word without what is joined to it."""
    people = load_people("ar")
    role = people.roles.find((head, *page.words[phrase[0] + 1 : phrase[1]]), 0)
    if role is None and head.endswith(("ها", "هم")):
        role = people.roles.find((without_pronoun(head),), 0)  # رئيسها
    if role is None and is_behind_that(page, phrase[0]):
        role = people.roles.find((head.removesuffix("ا"),), 0)  # «لكنّ خبيراً شكّك»
    if role is not None:
        return role.value
    title = people.titles.find(page.words, phrase[0])
    return title.value if title is not None and title.value.gender else None


def is_object(word: str) -> bool:
    """Tell whether a word is a verbal noun or an object in the plural: تسديد, المتظاهرين."""
    if word in get_grammar("ar").documents or names_people(word, "ar") or is_role(word):
        return False
    if word.startswith("ال"):
        return word.endswith("ین") and len(word) > 6
    bare = word.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    return len(bare) > 4 and bare[-2] + bare[0] in ("یت", "اا")


def is_relative(page: Page, first: int, at: int) -> int:
    """The place of «الذي» before a verb, also before «كان يردّد»; 0 when the clause is no relative one."""
    words = page.words
    while at > first and words[at - 1] in WAS:
        at -= 1
    return at if at > first and words[at - 1] in ("الذی", "التی", "والذی", "والتی") else 0


def is_surely_someone(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names a person or body or begins with a role."""
    named = (page.mention_at.get(i) for i in range(*phrase))
    return any(m and m.mention.type != "LOC" for m in named) or gender_of(page, phrase) is not None


@keep_answers
def is_somebody(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is someone, or several people."""
    if not TEN.isdisjoint(page.words[phrase[0] + 1 : phrase[0] + 2]):
        return _are_counted(page, phrase)  # «أحد عشر عاماً»
    head = get_grammar("ar").bare(page.words[phrase[0]])
    named = phrase[0] in page.mention_at
    if (
        not named
        and not page.words[phrase[0]].startswith("ال")
        and is_object(page.words[phrase[0]])
    ):
        return False  # «أنكرت تسريب موظف بيانات الحزب»
    titled = load_people("ar").titles.find(page.words, phrase[0]) is not None
    titled = titled or head in get_grammar("ar").documents or head in get_grammar("ar").indefinites
    beside = without_pronoun(head) in get_grammar("ar").words["counterparts"]  # نظيره
    known = titled or beside or is_surely_someone(page, phrase) or names_people(head, "ar")
    known = known or heads_people(head)  # «ممثلي الادعاء»
    return known or _are_counted(page, phrase)


def _are_counted(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is so many people by number: «ثلاثة طلاب», «عشرون من رواد القاعة»."""
    first, last = phrase
    if last - first == 1 or not is_cardinal(page.words[first], "ar"):
        return False
    of_whom = page.words[first + 1]
    if of_whom == "من" or of_whom in OF_THEM or names_people(get_grammar("ar").bare(of_whom), "ar"):
        return True
    return any(is_counted(page, i) and is_role(page.words[i][:-1]) for i in range(*phrase))


def is_thing_of(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is a thing of somebody named in it, and no one himself: «رسوم المستشفى»; not «وزارة المياه», «أرملة سامي»."""
    first, head = phrase[0], get_grammar("ar").bare(page.words[phrase[0]])
    people, grammar = load_people("ar"), get_grammar("ar")
    someone = head in people.roles.alone or head in people.organisations.alone
    known = names_people(head, "ar") or head in grammar.indefinites or head in grammar.documents
    own = without_pronoun(head) in grammar.words["counterparts"]
    titled = people.titles.find(page.words, first) is not None
    return not (first in page.mention_at or someone or known or own or titled)

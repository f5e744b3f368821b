"""Whom a Persian saying is addressed to where its words only point at him: «از وی خواست», «خطاب به میهمان خود», «آقای دکتر، …»."""

from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_people
from rawi.quote.asking import answers, writes
from rawi.quote.cast import Cast
from rawi.quote.contents import words_told
from rawi.quote.kept_answers import keep_answers
from rawi.quote.memory import Wanted
from rawi.quote.page import Page
from rawi.quote.persian.addressees import find_audience
from rawi.quote.persian.antecedents import names_his_letter
from rawi.quote.persian.correspondence import RULINGS
from rawi.quote.persian.done_to import find_done_to
from rawi.quote.persian.hearers import (
    OTHER_PARTY,
    TALK,
    is_someone,
    may_listen,
    read_listener,
)
from rawi.quote.persian.phrases import heads_role
from rawi.quote.persian.subjects import first_subject
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker, is_part

SPOKEN_TO = frozenset({"به", "با", "از", "نزد", "پیش"})
_BEFORE = frozenset({"جمع", "حضور", "میان", "برابر", "مقابل", "دیدار"})
_TOWARDS = frozenset({"سمت", "سوی", "طرف", "سراغ", "کنار"})  # «به سمت رئیس رفت و به او گفت»
_FARTHEST = 6  # tokens between a preposition and whom it governs
_SHORTEST_LETTER = 3  # tokens of «در نامه ای به»
_WRITTEN_BACK = frozenset({"پاسخ", "جواب", "جوابیه"})
_THOSE = frozenset({"ان", "انها"})
_HELD = frozenset({"معتقد", "معتقدند", "معتقدم", "باور", "اعتقاد", "عقیده"})  # «X معتقد است»
# Writings that are published and go to nobody.
_FOR_EVERYBODY = frozenset(
    {"کتاب", "کتابچه", "قانون", "خاطرات", "سفرنامه", "زندگینامه", "پرونده", "اییننامه", "مقررات", "جزوه", "بروشور", "اگهی"}
)  # fmt: skip


def find_named_here(page: Page, cast: Cast, at: int, wanted: Wanted) -> Speaker | None:
    """Whom a pronoun at a token means, where its own sentence names him: «به X تبریک گفت و از وی خواست»."""
    sentence = page.sentence_at(at)
    if sentence is None:
        return None
    first = sentence.first
    if wanted.plural and (before := page.sentence_before(at, in_paragraph=True)) is not None:
        first = before.first  # a group goes on listening
    for i in range(at - 1, first, -1):
        if page.words[i] == "را" and (done := find_done_to(page, cast, first, i, wanted)):
            return done
        if page.mark_at[i] is not None or not (_is_governed(page, first, i) or _owns(page, i)):
            continue
        found = _someone_at(page, cast, i, at, wanted)
        if found is not None and wanted.fits(found):
            return found
    return _several_told_of(page, cast, sentence.first, at) if wanted.plural else None


def _several_told_of(page: Page, cast: Cast, first: int, at: int) -> Speaker | None:
    """The group a sentence is about before a pronoun at a token: «دو همسایه آشتی کردند، پس از آنکه قاضی از | آن ها خواست»."""
    subject = first_subject(page, first, at)
    if subject is None or subject[1] >= at - 1:
        return None
    counted = page.words[subject[0]] in get_grammar("fa").words["quantities"] - {"یکی", "یک", "هر"}
    several = names_people(page.words[subject[0]], "fa") or (counted and may_listen(page, subject))
    return cast.identify(subject, "fa", ()) if several else None


def _owns(page: Page, token: int) -> bool:
    """Tell whether a name at a token is his whose superior or friend the subject is said to be: «Y، رئیس | X در شرکت آب، از او پرسید»."""
    apposed = page.words[token - 2 : token - 1] == ("،",) and token in page.mention_at
    return apposed and heads_role(page, token - 1)


def _someone_at(page: Page, cast: Cast, i: int, at: int, wanted: Wanted) -> Speaker | None:
    """The one, or for a plural the group, that stands at a token."""
    if wanted.plural:
        group = names_people(page.words[i], "fa")
        phrase = read_listener(page, i, at)
        several = page.words[i] in get_grammar("fa").words["quantities"] - {"یکی", "یک"}
        group = group or (several and page.words[i - 1] in SPOKEN_TO and may_listen(page, phrase))
        return cast.identify(phrase, "fa", ()) if group else None
    if i in cast.at:
        return cast.at[i]
    if _owns(page, i):
        name = page.words[i : page.mention_at[i].last]
        return next((person for person in cast.people if is_part(name, person.words)), None)
    opens = heads_role(page, i) or _is_someone_new(page.words[i]) or page.words[i] in OTHER_PARTY
    opens = opens and page.words[i - 1] in SPOKEN_TO | _TOWARDS
    return cast.identify(read_listener(page, i, at), "fa", ()) if opens else None


def _is_someone_new(word: str) -> bool:
    """Tell whether a word opens one of whom nothing was told before: «با | یکی از استادان», «به | دختری».

    >>> _is_someone_new("یکی"), _is_someone_new("دختری"), _is_someone_new("دختر")
    (True, True, False)
    """
    return word == "یکی" or (word.endswith("ی") and is_someone(word))


def _is_governed(page: Page, first: int, token: int) -> bool:
    """Tell whether a preposition with which one speaks stands shortly before a token, and no verb between."""
    for i in range(token - 1, max(first, token - _FARTHEST) - 1, -1):
        if page.words[i] in SPOKEN_TO:
            return page.words[i + 1] not in get_grammar("fa").words["agencies"]
        if page.words[i] in _BEFORE and page.words[i - 1] == "در":
            return True  # «در جمع دانشجویان گفت C و از آنان خواست»
        if is_finite(page, i) or page.words[i] == "و":
            return False
    return False


def find_hearers(page: Page, cast: Cast, saying: Saying) -> Speaker | None:
    """Before whom someone speaks, as the Persian sentences before in the paragraph say."""
    here = page.sentence_at(saying.start)
    if here is None or saying.language != "fa" or saying.heir or saying.source is None:
        return None
    first = page.paragraphs[here.paragraph].first
    place = find_audience(page, first, here.first)
    if place is None and here.paragraph and page.words[first - 1] in ("؛", ":"):
        # «در نشست با معلمان مطرح شد؛», and under it «X: C»
        place = find_audience(page, page.paragraphs[here.paragraph - 1].first, first)
    return cast.identify(place, "fa", ()) if place else None


def drop_relative_yeh(page: Page, place: Range, listener: Speaker) -> Speaker:
    """Show people without the yeh a relative clause gives them: «کشاورزانی که …» are «کشاورزان»."""
    first, after = place
    bare = page.words[first].removesuffix("ی")
    plural = after - first == 1 and bare.endswith(("ان", "ها")) and names_people(bare, "fa")
    if plural and not listener.named and page.words[after : after + 1] == ("که",):
        listener.name = listener.name.removesuffix("ی")
    return listener


def goes_on_talking(page: Page, saying: Saying) -> bool:
    """Tell whether a saying is said in a talk told of before: «در ادامهٔ این گفت وگو», «در همین مصاحبه»."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None:
        return False
    grammar = get_grammar("fa")
    words = words_told(page, sentence.first, saying.cue[0])
    if "گفت" in words:
        words = tuple(w for i, w in enumerate(words) if words[i : i + 3] != TALK)
    return any(
        words[i] in grammar.demonstratives and words[i + 1] in grammar.words["talks"] | {"و"}
        for i in range(len(words) - 1)
    )


def replies(page: Page, saying: Saying) -> bool:
    """Tell whether between its source and its verb a Persian sentence says that it answers: «وی در واکنش به این سخن گفت»."""
    if saying.source is None or saying.cue is None or saying.language != "fa":
        return False
    words = page.words[saying.source[1] : saying.cue[0]]
    grammar = get_grammar("fa")
    pointing = grammar.demonstratives | grammar.pronouns
    return any(
        words[i] == "در"
        and words[i + 1] in grammar.words["replies"]
        and (not words[i + 2 : i + 4] or words[i + 3 : i + 4] in {(word,) for word in pointing})
        for i in range(len(words) - 1)
    ) and grammar.words["questions"].isdisjoint(words)


def answers_letter(page: Page, saying: Saying) -> bool:
    """Tell whether after a letter a Persian saying may be its answer: somebody writes, or it is told to answer; not «X در فرودگاه گفت»."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None or saying.language != "fa":
        return False
    told = page.words[sentence.first : saying.cue[1]]
    return writes(page, saying) or not get_grammar("fa").words["replies"].isdisjoint(told)


def answers_unnamed(page: Page, saying: Saying) -> bool:
    """Tell whether a Persian sentence answers a question of which it does not say who asked: «در پاسخ به پرسشی دربارهٔ X گفت»."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None or saying.heir or saying.aside:
        return False
    words = words_told(page, sentence.first, saying.cue[0])
    sets = get_grammar("fa").words
    return any(
        words[i] == "به"
        and words[i - 1] in sets["answers"]
        and (
            words[i + 1] in sets["unnamed_questions"]
            or (words[i + 1] == "این" and words[i + 2] in sets["questions"])
        )
        for i in range(1, len(words) - 2)
    )


def points_at_writing(page: Page, saying: Saying) -> bool:
    """Tell whether the source of a saying is a writing told of before: «در این نامه آمده است», «در آن آمده است»."""
    here = page.sentence_at(saying.start)
    if here and saying.source and saying.cue and saying.source[1] <= here.first:
        return True  # the sentence before tells whose it is
    words = page.words[slice(*saying.source)] if saying.source else ()
    if here and saying.cue and not words and writes(page, saying):
        # «در آخرین آنها نوشته: C»
        told = page.words[here.first : saying.cue[0]]
        return 1 < len(told) <= _FARTHEST and told[0] == "در" and told[-1] in _THOSE
    if words[:1] and words[0] in get_grammar("fa").demonstratives:
        words = words[1:2]
    return len(words) == 1 and _is_sent(words[0])


def _is_sent(word: str) -> bool:
    """Tell whether a word is a writing that goes to somebody; «در مقاله آمده است C» is told to nobody."""
    public = word in _FOR_EVERYBODY or word in get_grammar("fa").words["essays"]
    return names_letter(word, "fa") and not public


def cites_writing(page: Page, saying: Saying) -> bool:
    """Tell whether a saying is attributed to what someone wrote: «به نوشتهٔ او», «وی در همین نامه افزود»."""
    written = saying.cue is not None and "نوشته" in page.words[slice(*saying.cue)]
    return written or goes_on_writing(page, saying)


def tells_letter(page: Page, saying: Saying) -> bool:
    """Tell whether somebody writes words in marks or a clause in a letter to whom a saying names: «در نامه ای به | X نوشت»."""
    at = saying.addressee[0] if saying.addressee else 0
    if at < _SHORTEST_LETTER or not writes(page, saying):
        return False
    noun = at - 2 - (page.words[at - 2] in ("خطاب", "رو"))
    near = page.words[max(0, noun - 1) : noun + 1]
    return page.words[at - 1] == "به" and any(names_letter(word, "fa") for word in near)


def cites_ruling(page: Page, saying: Saying) -> bool:
    """Tell whether a Persian saying stands in a ruling, which answers nobody: «در متن رأی او آمده است: «C»»."""
    here = page.sentence_at(saying.start)
    if saying.language != "fa" or here is None or saying.cue is None:
        return False
    return page.words[saying.cue[0]] == "امده" and not RULINGS.isdisjoint(
        page.words[here.first : saying.cue[0]]
    )


def goes_on_writing(page: Page, saying: Saying) -> bool:
    """Tell whether a saying stands in a letter told of before: «وی در همین نامه افزود», «او در ادامهٔ نامه نوشت»."""
    sentence = page.sentence_at(saying.start)
    if saying.cue is None or sentence is None:
        return False
    told = words_told(page, sentence.first, saying.cue[0])
    demonstratives, parts = get_grammar("fa").demonstratives, get_grammar("fa").words["parts"]
    return any(
        ((one in demonstratives or one in parts) and _is_sent(two))
        or (one == "همین" and two in _WRITTEN_BACK)  # «وی در همین پاسخ یادآور شد»
        or (names_letter(one, "fa") and two in ("دیگر", "دیگری"))  # «در نامهٔ دیگری آمده است»
        for one, two in pairwise(told)
    )


def finds_in_letter(page: Page, saying: Saying) -> bool:
    """Tell whether somebody says something in his letter, of which the report told before: «او در نامهٔ خود هشدار داد», «او در نامه اش نوشت»."""
    here = page.sentence_at(saying.start)
    if saying.cue is None or here is None or saying.language != "fa":
        return False
    told = words_told(page, here.first, saying.cue[0])
    return any(
        told[i] == "در"
        and (
            (names_letter(told[i + 1], "fa") and told[i + 2 : i + 3] == ("خود",))
            or names_his_letter(told[i + 1])
        )
        for i in range(len(told) - 1)
    )


def says_now(page: Page, saying: Saying) -> bool:
    """Tell whether someone says something in the present, to the outlet and in no letter told of before: «X می گوید C»."""
    cue = page.words[slice(*saying.cue)] if saying.cue else ()
    return cue != () and (cue[0].startswith("میگو") or not _HELD.isdisjoint(cue))


@keep_answers
def gives_answer(page: Page, saying: Saying) -> bool:
    """Tell whether a saying answers what was said just before: «پاسخ داد», «در پاسخ گفت»."""
    sentence = page.sentence_at(saying.start)
    told = words_told(page, sentence.first, saying.cue[0]) if sentence and saying.cue else ()
    return answers(page, saying) or replies_at_once(told) or _answers_joined_pronoun(page, saying)


def _answers_joined_pronoun(page: Page, saying: Saying) -> bool:
    """Tell whether the cue of a saying answers with a pronoun in its noun: «جوابش داد»."""
    noun = page.words[saying.cue[0]] if saying.cue else ""
    return noun in get_grammar("fa").words["given_to_him"] and noun.startswith(("جواب", "پاسخ"))


def replies_at_once(words: tuple[str, ...]) -> bool:
    """Tell whether words before a cue say that it answers what was said just before: «در پاسخ | گفت», not «در پاسخ به …».

    >>> replies_at_once(("وزیر", "در", "پاسخ", "،")), replies_at_once(("وزیر", "در", "پاسخ", "به"))
    (True, False)
    """
    if "در" not in words:
        return False
    replies = get_grammar("fa").words["replies"] - {"واکنش"}
    return any(
        words[i] == "در" and words[i + 1] in replies and words[i + 2 : i + 3] != ("به",)
        for i in range(len(words) - 1)
    )


def tells_answer(words: tuple[str, ...]) -> bool:
    """Tell whether the words before a cue open with an answer: «پاسخ مدیر | کوتاه بود: «…»», not «پاسخ به خبرنگاران».

    >>> tells_answer(("پاسخ", "مدیر")), tells_answer(("پاسخ", "به", "مدیر"))
    (True, False)
    """
    answers = get_grammar("fa").words["answers"]
    return words[:1] != () and words[0] in answers and "به" not in words

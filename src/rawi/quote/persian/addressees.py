"""To whom something was said in Persian: «به خبرنگاران گفت», «در گفت وگو با X», «در پاسخ به پرسش X»."""

from typing import NamedTuple

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_people
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.persian.context import Context
from rawi.quote.persian.phrases import (
    PAUSES,
    SIGNS,
    follows_finite_verb,
    heads_role,
    is_finite,
    read_phrase,
)
from rawi.quote.saying import Range

_LONGEST = 8  # words of an addressee
# Prepositions that may announce him; «از» only where something is asked, «برای» and «نزد» only before people.
_WEAK = frozenset({"به", "از", "برای", "نزد"})
_WRITTEN = frozenset({"نامه", "پیام", "درخواست", "استعلام", "دعوت", "تذکر"})
_GREETINGS = frozenset({"تبریک", "تسلیت", "خوشامد"})
_TALKING = frozenset({"حرف", "صحبت", "گفتوگو", "گفتگو", "گو", "گپ", "سخن"})


class _Announced(NamedTuple):
    """Where an addressee begins, and whether the words before leave no doubt that he is one."""

    start: int
    surely: bool


def find_addressee(page: Page, first: int, last: int) -> Range | None:
    """Find among the words before a cue, which begins at `last`, to whom it was said."""
    best: Range | None = None
    for i in range(first, last - 1):
        if page.mark_at[i] is not None:
            continue
        if (called := _called_upon(page, first, i)) is not None:
            return called
        announced = _announce(page, i, last)
        if announced is None or announced.start >= last:
            continue
        phrase = read_listener(page, announced.start, last)
        if not phrase[0] < phrase[1] or page.count_words(*phrase) > _LONGEST:
            continue
        if announced.surely and _is_someone(page, phrase):
            return phrase
        if page.words[i] in _WEAK and _is_spoken_to(page, i, phrase, last):
            best = phrase
    return best


def _is_someone(page: Page, phrase: Range) -> bool:
    """Tell whether an announced phrase is whom it was said to: no occasion («به مناسبت …»), and pointed at only an outlet."""
    grammar = get_grammar("fa")
    head = page.words[phrase[0]]
    if head in grammar.demonstratives:
        return page.words[phrase[0] + 1 : phrase[1]][:1] != () and _is_newsroom(page, phrase[0] + 1)
    return head not in grammar.circumstances


def _is_newsroom(page: Page, token: int) -> bool:
    """Tell whether at a token stands the noun for an outlet: «این خبرگزاری»."""
    head = load_people("fa").organisations.find(page.words, token)
    return head is not None and head.value.kind == "outlet"


def find_talk(page: Page, before: int) -> Range | None:
    """With whom the last talk before a token was: «در گفت وگو با مجلهٔ X از سفرش گفت»."""
    talks = get_grammar("fa").words["talks"]
    for i in range(before - 2, 0, -1):
        if page.words[i] == "با" and not talks.isdisjoint(page.words[max(0, i - 3) : i]):
            phrase = read_listener(page, i + 1, before)
            if phrase[0] < phrase[1] and _may_listen(page, phrase):
                return phrase
    return None


def find_audience(page: Page, first: int, last: int) -> Range | None:
    """Find before whom someone speaks where no cue follows: «در جمع خبرنگاران حاضر شد. وی گفت: …»."""
    for i in range(first, last - 1):
        if page.mark_at[i] is not None:
            continue
        announced = _announce(page, i, last)
        if announced and announced.surely and announced.start < last:
            phrase = read_listener(page, announced.start, last)
            if page.count_words(*phrase) <= _LONGEST and _may_listen(page, phrase):
                return phrase
    return None


def read_listener(page: Page, first: int, last: int) -> Range:
    """The phrase of an addressee without the noun of a verb: «در جمع خبرنگاران حاضر شد»."""
    start, end = read_phrase(page, first, last)
    if end < last and end - start > 1 and is_finite(page, end) and not heads_role(page, end - 1):
        end -= 1  # «خبرنگاران | حاضر شد», but «رو به وکیل مدافع کرد»
    verbal = (i for i in range(start + 1, end) if page.words[i] in _GREETINGS | _TALKING)
    return start, next(verbal, end)  # «کتابداران کشور | تبریک گفت», «ما | حرف می زد»


def _announce(page: Page, i: int, last: int) -> _Announced | None:
    """Tell whether at a token words announce an addressee, and where he begins."""
    words = page.words
    if words[i] in ("خطاب", "رو") and words[i + 1] == "به":
        # «پنجره ای رو به دریا» looks at nobody.
        heard = words[i] == "خطاب" or (
            i + 2 < last and _may_listen(page, read_phrase(page, i + 2, last))
        )
        return _Announced(i + 2, surely=True) if heard else None
    if (spoken_with := _speaks_with(page, i, last)) is not None:
        return spoken_with
    if words[i] in ("جمع", "حضور") and words[i - 1] == "در":
        return _Announced(i + 1, surely=True)
    if words[i] == "به" and i and words[i - 1] == "پاسخ":
        # «در پاسخ به پرسش خبرنگار X», «در پاسخ به خبرنگاران», not «در پاسخ به این ادعا».
        asked = get_grammar("fa").words["questions"] | _WRITTEN
        start = i + 2 if words[i + 1] in asked else i + 1
        heard = start < last and _may_listen(page, read_phrase(page, start, last))
        return _Announced(start, surely=True) if heard else None
    if (told := _announce_after_noun(page, i, last)) is not None:
        return told
    if words[i] not in _WEAK:
        return None
    return _Announced(i + 1, surely=words[i] == "به" and _greets(page, i + 1, last))


def _announce_after_noun(page: Page, i: int, last: int) -> _Announced | None:
    """«در گفت وگوی تلفنی با X», «در نامه ای تند به X»: the noun at a token, at most two words, the preposition."""
    words, grammar = page.words, get_grammar("fa")
    if words[i : i + 3] == ("گفت", "و", "گو"):
        i += 2  # a copy that lost the joiners of «گفت وگو»
    preposition = _after_noun(words[i], words[i - 1] if i else "")
    for k in range(i + 1, min(last, i + 4)) if preposition else ():
        if words[k] == preposition:
            # «در نشست خبری با اشاره به …», «در این گفت وگو با اشاره به …» announce nobody.
            met = words[i] in grammar.words["meetings"]
            met = met or (i > 0 and words[i - 1] in grammar.demonstratives)
            heard = k + 1 < last and _may_listen(page, read_phrase(page, k + 1, last))
            return _Announced(k + 1, surely=True) if heard or not met else None
        if not page.is_word(k) or words[k] == "که" or is_finite(page, k):
            break
    return None


def _greets(page: Page, first: int, last: int) -> bool:
    """Tell whether the one at a token is greeted: «به X تبریک گفت»."""
    end = read_listener(page, first, last)[1]
    told = page.words[end + 1 : end + 2]
    said = told in (("گفت",), ("گفتند",), ("گفته",)) or (told != () and is_finite(page, end + 1))
    return page.words[end] in _GREETINGS and said


def find_recipient(page: Page, first: int, last: int) -> Range | None:
    """To whom a letter spoken of goes: «نامهٔ سرگشادهٔ باغداران به شهردار», «پیامی خطاب به اعضای تیم»."""
    words, grammar = page.words, get_grammar("fa")
    for i in range(first, last - 2):
        if not names_letter(words[i], "fa") or page.mark_at[i] is not None:
            continue
        for k in range(i + 1, min(last - 1, i + _LONGEST + 2)):
            if words[k] == "به" and words[k + 1] not in grammar.circumstances:
                phrase = read_listener(page, k + 1, last)
                if phrase[0] < phrase[1] and _may_listen(page, phrase):
                    return phrase
            if is_finite(page, k) or words[k] in PAUSES or words[k] == "که":
                break
    return None


def _speaks_with(page: Page, i: int, last: int) -> _Announced | None:
    """Whom «که با ما حرف می زد», «با X صحبت کرد» tells of, with «با» at a token."""
    words = page.words
    if words[i] != "با" or i + 2 >= last:
        return None
    for end in range(i + 2, min(last - 1, i + _LONGEST)):
        if words[end] in SIGNS or words[end] == "که":
            return None
        if words[end] in _TALKING and follows_finite_verb(page, end + 2):
            ours = words[i + 1 : end] == ("ما",)
            return _Announced(i + 1, surely=ours or _may_listen(page, (i + 1, end)))
    return None


def _after_noun(word: str, before: str) -> str | None:
    """The preposition with which a noun of talk or of a letter takes its addressee.

    «در دیدار با X گفت», not «پس از دیدار با X گفت».
    """
    sets = get_grammar("fa").words
    if before != "از" and (
        word in sets["talks"] or (word in sets["meetings"] and before in ("در", "طی"))
    ):
        return "با"
    return "به" if word in sets["letters"] else None


def _is_spoken_to(page: Page, i: int, phrase: Range, last: int) -> bool:
    """Tell whether after a preposition stands someone spoken to, and no cause, way or time."""
    grammar = get_grammar("fa")
    words = page.words
    preposition, head = words[i], words[phrase[0]]
    if preposition == "از":
        asked = any(
            words[k] in grammar.words["asking"] for k in range(last, min(len(words), last + 3))
        )
        asked = asked or words[last] in grammar.words["questions"]
        return asked and _may_listen(page, phrase)
    if head in grammar.circumstances or (i > 0 and words[i - 1] in grammar.words["other_datives"]):
        return False
    # «به X پیوست و گفت», «به X، …»: what stands after a verb or a pause belongs to another.
    if any(words[k] in SIGNS or is_finite(page, k) for k in range(phrase[1], last)):
        return False
    if preposition == "برای" and words[last].startswith("نوشت") and _is_outlet(page, phrase):
        return False  # «برای روزنامهٔ X نوشت»
    if _may_listen(page, phrase):
        return True
    if head in grammar.demonstratives:
        return False  # «به این نکته اشاره کرد»
    # «به پلوسی گفت»: unknown words right before the cue, but no «به روشنی».
    how = phrase[1] - phrase[0] == 1 and head.endswith("ی") and head in load_common("fa")
    return preposition == "به" and phrase[1] == last and not head[0].isdigit() and not how


def _is_outlet(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names an outlet."""
    names = (page.mention_at[i].mention for i in range(*phrase) if i in page.mention_at)
    said = get_grammar("fa").demonstratives  # «برای همین نشریه»
    return page.words[phrase[0]] in said or any(name.rule == "fa.outlet" for name in names)


def _may_listen(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names someone who can be spoken to: a name, a role, people, a body, a programme."""
    grammar = get_grammar("fa")
    words, first = page.words, phrase[0]
    if words[first] in grammar.demonstratives or words[first] in grammar.indefinites:
        first = min(first + 1, phrase[1] - 1)
    if words[first] in grammar.pronouns or first in page.mention_at or words[first].isascii():
        return not words[first][0].isdigit()
    people = load_people("fa")
    return (
        words[first] in grammar.interviewers
        or words[first] in grammar.words["works"]
        or names_people(words[first], "fa")
        or any(
            lexicon.find(words, first) is not None
            for lexicon in (people.roles, people.organisations, people.titles)
        )
    )


def _called_upon(page: Page, first: int, i: int) -> Range | None:
    """«داور را مخاطب قرار داد و گفت»: whom the object marker at a token follows."""
    if page.words[i : i + 3] not in (("را", "خطاب", "قرار"), ("را", "مخاطب", "قرار")):
        return None
    return object_before(page, first, i)


def object_before(page: Page, first: int, marker: int) -> Range | None:
    """The people before an object marker: a name, or from the first role or plural of people on."""
    for start in range(marker - 1, max(first, marker - _LONGEST) - 1, -1):
        if page.words[start] in SIGNS:
            return None
        mention = page.mention_at.get(start)
        if mention is not None and mention.last == marker:
            return mention.first, marker
        if heads_role(page, start) or names_people(page.words[start], "fa"):
            return start, marker
    return None


def asker(context: Context, number: int) -> Range | None:
    """Whom an answer is given to: who asked earlier in the sentence."""
    page, sentence, cues = context
    for earlier in reversed(cues[:number]):
        if earlier.cue.shape == "content":
            if page.words[earlier.first] in get_grammar("fa").words["questions"]:
                return page.trim(earlier.last, page.words.index("که", earlier.last))
            asked = question_before(page, sentence.first, earlier.first)
            return page.trim(asked + 1, earlier.first) if asked is not None else None
    return None


def question_before(page: Page, first: int, at: int) -> int | None:
    """The noun for a question among the words before a place."""
    return next(
        (
            i
            for i in range(at - 1, first - 1, -1)
            if page.words[i] in get_grammar("fa").words["questions"]
        ),
        None,
    )

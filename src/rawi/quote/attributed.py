"""A saying with its speaker; and who speaks in a heading that repeats what a report says under its speaker's name."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rawi.facts import SpeakerEvidence
from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.finite_verbs import asks_him
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.listeners import listener_of
from rawi.quote.arabic.retorts import answers_him
from rawi.quote.asking import answers, asks, ends_asking, interviews
from rawi.quote.nearness import follows, in_one_sentence, is_near
from rawi.quote.page import Page
from rawi.quote.persian.hailed import ends_in_question, says_you
from rawi.quote.persian.listeners import gives_answer
from rawi.quote.roles import agree
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_REPLIES = RETORTS | {"قال", "قالت"}
_NEAR_VERB = 4  # tokens between «فردّ» and «قائلاً»
_FEWEST = 3  # words of a heading that is looked for
_SHARED = 0.8  # of them in the same order
_SHARED_WITH_LETTER = 0.6
_BEHIND_MARKS = ("ar.mark-before", "ar.dashed")  # the verb stands behind the words
_FEWEST_SAYINGS = 2  # of whom a heading means because he says most of the report


class Attributed(NamedTuple):
    """A saying with its speaker, how he is known, and whom he speaks to."""

    saying: Saying
    speaker: Speaker | None
    how: SpeakerEvidence
    addressee: Speaker | None


def name_headings(page: Page, sayings: Sequence[Attributed]) -> list[Attributed]:
    """Give the headings of someone without a name («قهرمان نوجوان: C», «مزارع ثمانيني: C») to the one who says C in the report."""
    named = [
        one._replace(
            speaker=_find_repeated(page, one, sayings)
            or _find_described(one, sayings)
            or one.speaker
        )
        if _is_unnamed_heading(page, one)
        or _is_shared_surname(page, one, sayings)
        or _is_marked_heading(page, one)
        else one
        for one in sayings
    ]
    return [one._replace(addressee=_find_listener(page, one, named)) for one in named]


def answer_asides(page: Page, sayings: Sequence[Attributed]) -> list[Attributed]:
    """Put to who answers it a Persian question told in passing, or what a reporter says.

    «X در پاسخ به خبرنگاری که پرسید C، گفت: «…»», «خبرنگاری یادآوری کرد که C. X پاسخ داد: «…»».
    """
    found = list(sayings)
    for i, (one, answer) in enumerate(pairwise(sayings)):
        asked = one.saying.language == "fa" and one.saying.aside and asks(page, one.saying)
        if _is_answered_reporter(page, one, answer) or _is_answered_back(page, one, answer):
            found[i] = one._replace(addressee=answer.speaker)
        cue = answer.saying.cue or (answer.saying.start, 0)
        told = asked and one.addressee is None and answer.speaker is not one.speaker
        if told and page.sentence_at(one.saying.start) == page.sentence_at(cue[0]):
            found[i] = one._replace(addressee=answer.speaker)
        if _is_asked_by_role(page, one, answer):
            found[i] = found[i]._replace(addressee=answer.speaker)
            found[i + 1] = answer._replace(addressee=answer.addressee or one.speaker)
    return found


def _is_asked_by_role(page: Page, one: Attributed, answer: Attributed) -> bool:
    """Tell whether an Arabic question to someone in a role is answered at once with «ف» by who is named and has no other role: «سأل القاضي المدعى عليه: C؟ فردّ X: D»."""
    asked, who, cue = one.addressee, answer.speaker, answer.saying.cue
    if asked is None or who is None or cue is None or one.saying.language != "ar":
        return False
    if asked.named or asked.plural or asked.body or not asked.roles or not who.named:
        return False
    here = page.sentence_at(answer.saying.start)
    verbs = page.words[max(here.first, cue[0] - _NEAR_VERB) : cue[0] + 1] if here else ()
    replies = any(word[0] == "ف" and joined_form(word, _REPLIES) for word in verbs)
    puts = asks(page, one.saying) and follows(page, one.saying, answer.saying)
    named = page.mention_at.get((answer.saying.source or (-1, 0))[0])
    # «فقال المحامي X» is another than the witness who was asked
    same = named is not None or any(role[0] == asked.roles[0][0] for role in who.roles)
    return replies and puts and same and who is not one.speaker and agree(who.gender, asked.gender)


def _is_answered_back(page: Page, one: Attributed, answer: Attributed) -> bool:
    """Tell whether an Arabic saying is answered in its sentence by who was spoken to: «اعترض X قائلاً: «…»، فردّ عليه Y بأنّ»."""
    if one.saying.language != "ar" or one.addressee is not None or one.speaker is None:
        return False
    met = answer.addressee is one.speaker and answer.speaker is not None
    met = met and not one.saying.rule.endswith(".request")  # asked of whom, the answer does not say
    # «سألها تلميذ: «هل تخافين؟» فأجابته»: the question mark ends a sentence
    asked = one.saying.cue is not None and asks_him(page.words[one.saying.cue[0]])
    question = asked and follows(page, one.saying, answer.saying)
    near = question or in_one_sentence(page, one.saying, answer.saying)
    return met and (
        (near and answers_him(page, answer.saying))
        or _is_answered_in_marks(page, one, answer)
        or _is_taken_up(page, one, answer)
    )


def _is_answered_in_marks(page: Page, one: Attributed, answer: Attributed) -> bool:
    """Tell whether an Arabic question in marks is answered by the next words in marks: «سأل X: «هل نبقى؟». «نرحل»، أجابت Y»; not what one wonders."""
    asked, told = one.saying, answer.saying
    direct = asked.kind == told.kind == "direct" and ends_asking(page, asked)
    return direct and answers(page, told) and is_near(page, asked, told)


def _is_taken_up(page: Page, one: Attributed, answer: Attributed) -> bool:
    """Tell whether who speaks in Arabic marks is told something by a pronoun in the marks right behind: ««وصلت!»، صاح X. «أخيراً»، قالت له Y»; no reporter."""
    said, told, other = one.saying, answer.saying, answer.speaker
    if other is None or other.body or interviews(other, "ar") or said.kind != "direct":
        return False
    if not (told.kind == "direct" and said.rule == told.rule in _BEHIND_MARKS):
        return False
    here = page.sentence_at(said.start)
    dashed = said.rule == _BEHIND_MARKS[1] and is_near(page, said, told)
    next_to = dashed or here == page.sentence_before(told.start, in_paragraph=True)
    # a talk in lines with dashes has its pronouns read: whom they mean stands there
    named = said.source is not None and told.addressee == said.source
    meant = listener_of(page, told) is not None or named
    return next_to and meant


def _is_answered_reporter(page: Page, one: Attributed, answer: Attributed) -> bool:
    """Tell whether a reporter, or who asks, of whom a Persian report does not say to whom he speaks, is answered next."""
    reporter, saying = one.speaker, one.saying
    if reporter is None or one.addressee is not None or answer.addressee is not reporter:
        return False
    if saying.addressee is not None:
        return False  # «از من پرسید C»
    asking = reporter.words[0] in get_grammar("fa").interviewers and not reporter.plural
    asking = asking or (asks(page, saying) and not saying.aside)
    return saying.language == "fa" and (asking or _is_spoken_to_you(page, one, answer))


def _is_spoken_to_you(page: Page, one: Attributed, answer: Attributed) -> bool:
    """Tell whether Persian words in marks ask or say you, and who speaks next answers them: «X صدا زد: «صدایم را داری؟» Y پاسخ داد»."""
    if one.saying.kind != "direct" or not follows(page, one.saying, answer.saying):
        return False
    you = ends_in_question(page, one.saying) or says_you(page, one.saying.content[0])
    return you and gives_answer(page, answer.saying) and answer.speaker is not one.speaker


def _find_listener(page: Page, one: Attributed, sayings: Sequence[Attributed]) -> Speaker | None:
    """Whom a saying is addressed to; the Persian heading of a letter or an interview to whom its words in the report are."""
    if one.addressee is not None or one.speaker is None:
        return one.addressee
    here = page.sentence_at(one.saying.start)
    turn = one.saying.rule == "fa.turn"  # of an interview, behind a paragraph of the outlet
    turn = turn and here is not None and not page.paragraphs[here.paragraph].is_heading
    heading = one.saying.rule == "fa.headline" or turn or _is_marked_heading(page, one)
    if not heading:
        return None
    words = _words(page, one.saying)
    told = (
        other.addressee
        for other in sayings
        if other.speaker is one.speaker
        and (
            other.saying.rule == "fa.interview"
            or (
                other.saying.rule == "fa.letter"
                and _share(words, _words(page, other.saying)) >= _SHARED_WITH_LETTER
            )
        )
    )
    return next((listener for listener in told if listener is not None), None)


def _is_shared_surname(page: Page, one: Attributed, sayings: Sequence[Attributed]) -> bool:
    """Tell whether a Persian heading has but one word of a name that two who speak in the report have."""
    source = one.saying.source
    if one.saying.rule != "fa.headline" or source is None or source[1] - source[0] != 1:
        return False
    word = page.words[source[0]]
    bearers = {id(s.speaker) for s in sayings if s.speaker and word in s.speaker.words[1:]}
    return len(bearers) > 1


def _is_unnamed_heading(page: Page, one: Attributed) -> bool:
    """Tell whether a saying is a heading of someone known by no more than a role, in Arabic with a verb too: «طالبة تكتب إلى الوزيرة: C»."""
    unnamed = one.speaker is not None and not one.speaker.named and not one.speaker.body
    if not unnamed or one.saying.rule.endswith(".headline"):
        return unnamed
    here = page.sentence_at(one.saying.start)
    heads = here is not None and page.paragraphs[here.paragraph].is_heading
    return heads and one.saying.rule in ("ar.colon", "fa.mark")


def _is_marked_heading(page: Page, one: Attributed) -> bool:
    """Tell whether a saying is words in marks a document opens with: «لا تصفّقوا لي».. حفّار آبار يُكرَّم."""
    if not one.saying.rule.endswith(".loose"):
        return False
    return page.paragraph_of(one.saying.start) == 0


def _find_repeated(
    page: Page, heading: Attributed, sayings: Sequence[Attributed]
) -> Speaker | None:
    """The one person with a name who says the words of a heading; None where nobody does, or more than one."""
    words = _words(page, heading.saying)
    if len(words) < _FEWEST:
        return None
    saying_it = {
        id(one.speaker): one.speaker
        for one in sayings
        if one.saying is not heading.saying
        and one.speaker is not None
        and (one.speaker.named or _is_marked_heading(page, heading))
        and _share(words, _words(page, one.saying)) >= _SHARED
    }
    return next(iter(saying_it.values())) if len(saying_it) == 1 else None


def _find_described(heading: Attributed, sayings: Sequence[Attributed]) -> Speaker | None:
    """Whom an Arabic heading means by what he is, «باحثة مصرية: C»: the one of the report who is so called, else who says most of it.

    Nobody where somebody without a name is so called in the report, or the office is another's: «مزارع: C» is no minister.
    """
    told = heading.speaker
    if heading.saying.language != "ar" or told is None or told.plural or not told.roles:
        return None
    head = told.roles[0][0]
    others = [one.speaker for one in sayings if one.speaker not in (None, told)]
    heard = Counter(one for one in others if one and not one.body and not one.plural)
    if any(not one.named and any(head == role[0] for role in one.roles) for one in heard):
        return None
    fitting = [one for one in heard if one.named and agree(one.gender, told.gender)]
    called = [one for one in fitting if any(head == role[0] for role in one.roles)]
    if len(called) == 1:
        return called[0]
    anyone = head in {word.removesuffix("ه") for word in get_grammar("ar").words["anyone"]}
    most = sorted(fitting, key=lambda one: -heard[one])[:2]
    if called or not most or not (anyone or not most[0].roles):
        return None
    rest = heard[most[1]] if len(most) > 1 else 0
    return most[0] if heard[most[0]] >= max(_FEWEST_SAYINGS, 2 * rest) else None


def _words(page: Page, saying: Saying) -> list[str]:
    """The words of what was said."""
    return [page.words[i] for part in saying.content for i in range(*part) if page.is_word(i)]


def _share(words: Sequence[str], others: Sequence[str]) -> float:
    """How many of some words stand in the same order among others, as a share."""
    at = found = 0
    for word in words:
        if word in others[at:]:
            at = others.index(word, at) + 1
            found += 1
    return found / len(words)

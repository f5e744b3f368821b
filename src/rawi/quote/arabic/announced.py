"""Speech that no word of saying announces but a verb, a colon and marks: «فابتسمت: «…»», «بدت أقل تفاؤلاً: «…»»."""

from collections.abc import Iterator, Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import Cue, load_cues_behind
from rawi.lang.verbs import verb_gender
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.hearers import read_addressed, read_partner
from rawi.quote.arabic.holders import clause_subject, opens_time
from rawi.quote.arabic.objects import find_object
from rawi.quote.arabic.people_words import is_addressed, is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.reached_answers import find_reached
from rawi.quote.arabic.sendings import Sending, find_sending
from rawi.quote.arabic.signing import find_signed_to
from rawi.quote.arabic.talks import talked_to
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.told_letters import find_shown
from rawi.quote.arabic.turning import turned_to
from rawi.quote.arabic.views import View, find_view, names_view
from rawi.quote.arabic.words import TOWARDS_HIM
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.saying import Range, Saying

_CALLING = frozenset({"نادی", "نادت", "ینادی", "تنادی", "یخاطب", "تخاطب", "یسال", "تسال"})
_SHORTEST = 3  # words; fewer after a colon are a title
_SHORTEST_VOICED = 2  # words; «غنّت: «سهر»» is a song
_NEAR = 12  # tokens between the verb and the colon


def read_announced(
    page: Page, sentence: PlacedSentence, found: Sequence[Saying]
) -> Iterator[Saying]:
    """Yield the marked stretches after a colon that no cue took, when a verb stands before the colon."""
    words = page.words
    for mark in page.marked_within(sentence.first, sentence.last + 2):
        colon = mark[0] - 2
        if not sentence.first < colon < sentence.last or words[colon] != ":":
            continue
        if any(s.cue and not s.content for s in found):
            continue  # «الذي قال:» and the next line
        taken = any(mark[0] < part[1] and part[0] < mark[1] for s in found for part in s.content)
        if taken or words[colon + 1] not in MARKS:
            continue
        if words[colon - 1] in get_grammar("ar").words["titling"]:
            continue  # «وهي: «…»», «بعنوان: «…»»
        if (view := _find_owned(page, sentence.first, colon)) is not None:
            yield _make_view(page, view, mark)
            continue
        if (letter := find_shown(page, sentence.first, colon)) is not None:
            yield _make_letter(page, (mark[0] - 3, mark[0] - 2), letter, mark)
            continue
        verb = _verb_before(page, sentence.first, colon)
        voiced = page.count_words(*mark) >= _SHORTEST_VOICED
        letter = find_sending(page, sentence.first, colon) if voiced else None
        if letter is not None and (letter.sender or letter.recipient) is not None:
            yield _make_letter(page, verb or (letter.text, letter.text + 1), letter, mark)
            continue
        if verb and page.count_words(*mark) >= _least(page, verb, colon):
            yield _make(page, sentence, verb, mark)


def _find_owned(page: Page, first: int, colon: int) -> View | None:
    """Whose view stands before a colon, or whose answer reaches somebody: «أمّا X فله رأي آخر», «فجاءه صوت X»."""
    if (view := find_view(page, first, colon)) is not None:
        return view
    reached = find_reached(page, first, colon)
    return View(reached.verb, reached.owner, None) if reached is not None else None


def _least(page: Page, verb: Range, colon: int) -> int:
    """How many words in marks are speech behind a verb: two behind a verb of voice or face, «فابتسم: «لا أنام»», or of turning to someone, «التفتت إلى الجمهور: «أنتم بيتي»»."""
    between = {word.removesuffix("ا") for word in page.words[verb[1] : colon]}
    asked = not between.isdisjoint(get_grammar("ar").words["questions"])  # «وجّه سؤالاً: «أين؟»»
    turned = turned_to(page, (verb[0], colon)) is not None or page.words[verb[1]] in TOWARDS_HIM
    voiced = asked or turned or load_cues_behind("ar").find(page.words, verb[0]) is not None
    return _SHORTEST_VOICED if voiced else _SHORTEST


def _verb_before(page: Page, first: int, colon: int) -> Range | None:
    """The finite verb of the clause before a colon."""
    for i in range(colon - 1, max(first, colon - _NEAR) - 1, -1):
        if page.mark_at[i] is not None or opens_time(page, i):
            continue  # «ويبتسم X حين تُذكر القرية: «…»»
        if is_finite(page, i) and not names_view(page, i):
            return i, i + 1
    return None


def _find_hearer(page: Page, first: int, verb: Range, colon: int) -> Range | None:
    """To whom a speaker turns, or with whom his talk is: «وتوجّهت النائبة بالسؤال إلى النقيب: «…»», «وفي مقابلة مع X، بدت أقل تفاؤلاً: «…»»."""
    talks = (place for place in talked_to(page, (first, colon)) if place)
    return (
        next(talks, None)
        or turned_to(page, (verb[0], colon))
        or find_signed_to(page, verb[0], colon)
        or _sent_message(page, verb[0], colon)
    )


def _sent_message(page: Page, verb: int, colon: int) -> Range | None:
    """To whom the message goes with which somebody ends or begins: «ختم تقريره بتوصية | إلى السائقين: «…»», «بنصيحة | للأهالي: «…»»."""
    words, messages = page.words, get_grammar("ar").words["messages"]
    for i in range(verb + 1, colon - 1):
        if words[i].removeprefix("ب") not in messages or page.mark_at[i] is not None:
            continue
        if words[i + 1] == "الی":
            return read_partner(page, i + 2, colon)
        return read_addressed(page, i + 1, colon) if is_addressed(words[i + 1]) else None
    return None


def _spoken_to(page: Page, verb: int, subject: Range | None, colon: int) -> Range | None:
    """Whom a verb of speaking to someone has behind its subject: «عاتب الأب | ابنه: «…»»; None of any other verb."""
    speaks = past_gender(page.words[verb], get_grammar("ar").words["speaking_to"]) is not None
    return find_object(page, subject, colon) if speaks and subject else None


def _calls_own(page: Page, verb: int, phrase: Range) -> bool:
    """Tell whether all that stands behind a verb of calling is somebody's own, whom he calls: «ثم نادت | ابنها: «…»»."""
    calls = page.words[verb].lstrip("وف") in _CALLING
    return calls and phrase[1] - phrase[0] == 1 and is_own_person(page, phrase[0])


def _make(page: Page, sentence: PlacedSentence, verb: Range, mark: Range) -> Saying:
    """The saying of the subject of a verb; when the sentence does not name it, the discourse will tell."""
    gender = verb_gender(page.words[verb[0]])
    colon = mark[0] - 2
    subject = read_source(page, verb[1], colon)
    scolded = _spoken_to(page, verb[0], subject, colon)
    ended = subject is not None and (scolded[1] if scolded else subject[1]) == colon
    subject = subject if ended else None  # «ويستمرّ الغناء: «…»»
    if subject is not None and _calls_own(page, verb[0], subject):
        subject, scolded = None, subject
    cue = Cue("verb", frozenset(), "neutral", gender)
    return Saying(
        "ar",
        (page.trim(*mark) or mark,),
        "direct",
        "ar.announced",
        verb,
        "neutral",
        subject or clause_subject(page, sentence.first, colon, cue),
        scolded or _find_hearer(page, sentence.first, verb, colon),
        gender=gender,
    )


def _make_letter(page: Page, verb: Range, letter: Sending, mark: Range) -> Saying:
    """The saying of who sent a letter that is told of before a colon: «تلا المدير على الحضور رسالة من X: «…»»."""
    content = page.trim(*mark) or mark
    return Saying(
        "ar", (content,), "direct", "ar.announced", verb, "neutral",
        letter.sender, letter.recipient, gender=letter.gender,
    )  # fmt: skip


def _make_view(page: Page, view: View, mark: Range) -> Saying:
    """The saying of whose view stands in marks: «أمّا X فله رأي آخر: «…»»."""
    content = page.trim(*mark) or mark
    return Saying(
        "ar", (content,), "direct", "ar.announced", view.noun, "neutral",
        view.owner, gender=view.gender,
    )  # fmt: skip

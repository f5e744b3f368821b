"""Who speaks in Persian where only what stands before tells it: who was asked or told in the same sentence, and whom the sentence before marks is about."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.persian_verbs import is_of_many
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.memory import Wanted
from rawi.quote.nearness import count_paragraphs, follows, in_one_sentence
from rawi.quote.page import Page
from rawi.quote.persian.addressees import find_addressee
from rawi.quote.persian.antecedents import UPON
from rawi.quote.persian.askers import find_question
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.listeners import gives_answer, tells_answer
from rawi.quote.persian.subjects import first_subject
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import find_head
from rawi.quote.roles import is_relation
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker


def find_told_back(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None, wanted: Wanted
) -> Speaker | None:
    """Who answers what a clause of time says he was asked or told: «وقتی از او پرسیدند C، گفت», «وقتی X به مادرش گفت C، او جواب داد»."""
    if saying.language != "fa" or before is None or saying.cue_class == "continuing":
        return None
    if (asked := _find_asked_inside(page, cast, saying, before.saying)) is not None:
        return asked
    inside = in_one_sentence(page, before.saying, saying) and _tells_when(page, before.saying)
    answers = inside and (asks(page, before.saying) or gives_answer(page, saying))
    who = before.addressee
    return who if answers and who is not None and wanted.fits(who) else None


def find_answer_heard(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """Whose answer it is that who asked before got to hear: «X از Y پرسید C. پاسخ شنید که D»."""
    asked = find_question(page, saying, before)
    return asked.addressee if asked else None


def _find_turn(page: Page, saying: Saying, before: Attributed | None) -> Speaker | None:
    """Whose turn it is in a talk of two where a paragraph is only words in marks: an answer to a question, or «نه خانم. …» after an answer."""
    if saying.rule != "fa.loose" or before is None or before.addressee is None:
        return None
    other, here = before.addressee, page.sentence_at(saying.start)
    alone = here is not None and page.mark_at[page.paragraphs[here.paragraph].last - 2] is not None
    person = not (other.body or other.plural)
    if not (alone and person and count_paragraphs(page, before.saying, saying) == 1):
        return None
    if before.saying.rule == "fa.loose" or asks(page, before.saying):
        return other  # turn after turn
    answers = page.words[saying.content[0][0]] in get_grammar("fa").words["yes_and_no"]
    return other if answers and gives_answer(page, before.saying) else None


def _find_asked_inside(page: Page, cast: Cast, saying: Saying, told: Saying) -> Speaker | None:
    """Whom somebody tells that he asked, where his answer follows: «X می گوید از Y پرسیده است C. پاسخ این بود: «D»»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or not follows(page, told, saying):
        return None
    if not tells_answer(page.words[here.first : saying.cue[0]]):
        return None
    asking, (first, last) = get_grammar("fa").words["asking"], told.content[-1]
    inner = (c for c in page.cues(first, last, "fa") if page.words[c.first] in asking)
    place = next((find_addressee(page, first, c.first) for c in inner), None)
    return cast.identify(place, "fa", ()) if place else None


def is_impersonal(page: Page, saying: Saying) -> bool:
    """Tell whether Persian words say that someone was asked, and not by whom: «وقتی از او پرسیدند C», «از او خواسته اند C» where no group is in mind."""
    asked = asks(page, saying)
    if saying.language != "fa" or not saying.plural or not (asked or saying.addressee):
        return False
    opens = asked or saying.rule == "fa.request"
    when = asked and saying.addressee is not None and _tells_when(page, saying)
    return when or (opens and _is_of_nobody(page, saying))


def is_said_by_all(page: Page, saying: Saying, recent: Sequence[Speaker]) -> bool:
    """Tell whether a Persian verb without a subject says in the present what people say, «به من می گویند C», or have written somewhere, «روی دیوار نوشته اند C»: nobody in mind is several, a body or respected."""
    if saying.language != "fa" or not saying.plural or saying.cue is None:
        return False
    written = _is_written_on(page, saying)  # nobody is so honoured where it stands on a wall
    now = written or page.words[saying.cue[0]].startswith("می")
    return now and not any(s.plural or s.body or (s.respected and not written) for s in recent)


def _is_written_on(page: Page, saying: Saying) -> bool:
    """Tell whether something is written on a thing: «روی پارچه ای نوشته اند: «C»», «بر سنگ مزارش نوشته بودند C»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or not page.words[saying.cue[0]].startswith("نوشته"):
        return False
    return not UPON.isdisjoint(page.words[here.first : saying.cue[0]])


def _is_of_nobody(page: Page, saying: Saying) -> bool:
    """Tell whether a sentence opens with whom something is asked, and the one before is about nobody a plural may mean."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None:
        return False
    opening = range(here.first, saying.addressee[0] if saying.addressee else saying.cue[0])
    begun = any(is_finite(page, i) for i in opening) or saying.cue[1] > saying.content[0][0]
    if begun or first_subject(page, opening.start, opening.stop) is not None:
        return False
    before = page.sentence_before(saying.start)
    if before is None:
        return True
    # «ایشان فرمودند: …. از مدیران خواستند …»: someone respected goes on
    told = (i for i in range(before.first, before.last) if page.mark_at[i] is None)
    if any(is_of_many(page.words[i]) for i in told):
        return False
    subject = first_subject(page, before.first, before.last)
    return subject is None or page.mark_at[subject[0]] is not None or not _is_group(page, subject)


def _is_group(page: Page, subject: Range) -> bool:
    """Tell whether a subject is several: people, a body, «X و Y»; not «یکی از داوران»."""
    if page.words[subject[0]] in ("یکی", "یک"):
        return False
    people = names_people(page.words[find_head(page, subject)], "fa")
    body = page.names_body(subject[0], "fa")
    return people or body or "و" in page.words[slice(*subject)]


def _tells_when(page: Page, saying: Saying) -> bool:
    """Tell whether a saying is told in a clause of time."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None:
        return False
    opening = get_grammar("fa").words["time_conjunctions"]
    return not opening.isdisjoint(page.words[sentence.first : saying.cue[0]])


def find_of_marks(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Who speaks in Persian marks without a cue where more than the last speaker may be meant: whose turn it is, or whom the sentence before is about."""
    return _find_turn(page, saying, before) or _find_spoken_of(page, cast, saying, before)


def _find_spoken_of(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Who speaks in Persian marks without a cue after a sentence about him in which nobody spoke: «X این را نمی پذیرد. «C»»."""
    told = page.sentence_before(saying.start) if saying.rule == "fa.loose" else None
    if told is None:
        return None
    if before is not None and max(before.saying.start, before.saying.content[-1][1]) > told.first:
        return None
    subject = first_subject(page, told.first, told.last)
    if subject is None or page.mark_at[told.first] is not None:
        return None
    kin = is_somebodys(page.words[subject[0]]) or is_relation(page.words[slice(*subject)], "fa")
    known = cast.at.get(subject[0]) or (None if kin else _apposed(page, cast, subject))
    return cast.identify(subject, "fa", ()) if kin and known is None else known


def _apposed(page: Page, cast: Cast, subject: Range) -> Speaker | None:
    """Who is named behind the comma in a subject that opens with what he is: «محیط بان غار، X»."""
    behind = (i for i in range(subject[0] + 1, subject[1]) if page.words[i - 1] == "،")
    return next((cast.at[i] for i in behind if i in cast.at), None)


def find_asked_before(page: Page, before: Attributed | None) -> Speaker | None:
    """Whom nobody told of asked something just before, «از او پرسیدند C. «D.»»: he answers."""
    asked = before is not None and before.speaker is None and asks(page, before.saying)
    return before.addressee if before is not None and asked else None

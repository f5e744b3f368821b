"""Whom a Persian word for a person means without the yeh of «a»: «تاجری پرسید: C. … تاجر گفت: D»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory
from rawi.quote.page import Page
from rawi.quote.persian.subjects import first_subject
from rawi.quote.persian.voices import find_head
from rawi.quote.roles import is_role
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

_YEHS = ("ی", "ای", "یی")
_SAME = frozenset({"همان", "همین", "ان"})
_LONGEST = 2  # tokens of «همان مرد»
_NOBODY = frozenset({"شخص", "فرد", "نفر", "کس", "خانواده", "زوج"})


def find_come_back(page: Page, cast: Cast, memory: Memory, saying: Saying) -> Speaker | None:
    """Whom the word means that a Persian source is, where somebody without a name was told of before so: «تاجری», «یک راننده», «مرد جوانی»."""
    place = saying.source
    word = _person_word(page, place) if place and saying.language == "fa" else None
    if place is None or word is None:
        return None
    forms = {word + yeh for yeh in _YEHS}
    holders = (s for s in cast.named_before(place[0]) if any(r[:1] == (word,) for r in s.roles))
    holder = next(holders, None)  # whose calling that is
    for one in memory.recent:
        if one is holder:
            return None
        if not (one.named or one.body or one.plural) and _is_called(one, word, forms):
            return one if holder is None or holder.first < one.first else None
    if holder is not None:
        return None
    told = _told_of(page, place[0], forms)
    return cast.identify(told, "fa", ()) if told else None


def _person_word(page: Page, place: Range) -> str | None:
    """The word for one person, human or of a calling, that a phrase is: «مرد», «همان مرد», «راننده»."""
    first, last = place
    words = page.words[first:last]
    again = len(words) == _LONGEST and words[0] in _SAME
    word = words[-1]
    if (len(words) > 1 and not again) or first in page.mention_at or word in _NOBODY:
        return None
    new = any(_is_person(word.removesuffix(yeh)) for yeh in _YEHS if word.endswith(yeh))
    known = _is_person(word) and not any(_is_body(word + yeh) for yeh in _YEHS)
    return word if known and not new else None


def _is_person(word: str) -> bool:
    """Tell whether a word means a human or one of a calling."""
    return word in get_grammar("fa").words["named_people"] or is_role((word,), "fa")


def _is_body(word: str) -> bool:
    """Tell whether a word is one for a body: شهرداری is no شهردار."""
    return word in load_people("fa").organisations.alone


def _is_called(one: Speaker, word: str, forms: set[str]) -> bool:
    """Tell whether somebody without a name was told of by a word with its yeh, or an adjective's: «تاجری», «مرد جوانی», «یک راننده»."""
    words = one.words[one.words[:1] == ("یک",) :]
    young = words[1:2] != () and words[1].endswith("ی") and _is_person(words[1][:-1])
    new = words[:1] == (word,) and (words != one.words or young)
    return new or not forms.isdisjoint(words[:2])


def _told_of(page: Page, before: int, forms: set[str]) -> Range | None:
    """Whom the last sentence of a paragraph before a token is about that tells of someone new so: «زنی با چادر جلو آمد»."""
    here = page.sentence_at(before)
    for sentence in reversed(page.sentences):
        if here is None or sentence.first >= here.first:
            continue
        if here.paragraph - sentence.paragraph > 0:
            return None
        subject = first_subject(page, sentence.first, sentence.last)
        if subject is not None and page.words[find_head(page, subject)] in forms:
            return subject
    return None

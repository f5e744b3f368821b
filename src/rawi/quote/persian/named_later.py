"""Who somebody without a name is whose name a Persian report tells right after: «مردی گفت: «C». او X بود»; «از امدادگری پرسید: «C». امدادگر، X، گفت»; «به شوهرش گفت C. X پرسید»."""

from collections.abc import Sequence
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.nearness import follows, in_one_sentence, is_near
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.listeners import gives_answer
from rawi.quote.persian.phrases import HE, end_of_titles
from rawi.quote.roles import agree
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_YEHS = ("ی", "ای", "یی")
_WAS = frozenset({"بود", "است"})
_HIS_NAME = frozenset({"نامش", "اسمش"})
_NAME = frozenset({"نام", "اسم"})
_LONGEST_POINTED = 2  # tokens of «این مرد»


class NamedLater(NamedTuple):
    """Someone known without a name, and who bears the name told later."""

    unnamed: Speaker
    bearer: Speaker


def find_named_later(
    page: Page,
    saying: Saying,
    speaker: Speaker,
    before: Attributed | None,
    spoken: Sequence[Speaker],
) -> Speaker | None:
    """Who just spoke or was spoken to without a name and now speaks by it, introduced here for the first time; `spoken`: who spoke so far, the last one first."""
    if saying.language != "fa" or saying.source is None or before is None or not speaker.named:
        return None
    first = saying.source[0] <= speaker.first < saying.source[1]
    if first and (same := _find_pointed(page, saying, speaker, spoken)) is not None:
        return same
    if not first or not is_near(page, before.saying, saying):
        return None
    ones = (before.addressee, before.speaker)
    called = (one for one in ones if one is not None and _is_called(page, one, speaker))
    return (
        next(called, None)
        or _find_kin(page, saying, speaker, before)
        or _find_asked_human(page, saying, speaker, before)
    )


def _find_pointed(
    page: Page, saying: Saying, speaker: Speaker, spoken: Sequence[Speaker]
) -> Speaker | None:
    """The human without a name who spoke before, where a sentence points at him and tells his name behind a comma: «مردی گفت C. … همان مرد، | X، می گوید D»."""
    first = saying.source[0] if saying.source else 0
    at = end_of_titles(page, first + _LONGEST_POINTED + 1)
    points = page.words[first] in get_grammar("fa").demonstratives and at == speaker.first
    if not points or page.words[first + _LONGEST_POINTED] != "،":
        return None
    new = {page.words[first + 1] + yeh for yeh in _YEHS}
    return next(
        (
            one
            for one in spoken
            if _is_unnamed(one) and one.words[0] in new and agree(one.gender, speaker.gender)
        ),
        None,
    )


def _is_called(page: Page, one: Speaker, speaker: Speaker) -> bool:
    """Tell whether a calling told with the yeh of somebody new stands before the comma and name of a speaker: «امدادگری», then «امدادگر، | X»."""
    if not _is_unnamed(one) or page.words[speaker.first - 1] != "،":
        return False
    word = one.words[-1]
    bare = [word.removesuffix(yeh) for yeh in _YEHS if word.endswith(yeh)]
    alone = len(one.words) - (one.words[0] == "یک") == 1
    return alone and agree(one.gender, speaker.gender) and page.words[speaker.first - 2] in bare


def _find_kin(page: Page, saying: Saying, speaker: Speaker, before: Attributed) -> Speaker | None:
    """The kin somebody spoke to in the sentence before, where a name alone speaks next: «به شوهرش گفت C. X پرسید»."""
    kin = before.addressee
    if kin is None or not _is_unnamed(kin) or speaker.roles or len(kin.words) > 1:
        return None
    assert saying.source is not None
    whole = saying.source == (speaker.first, speaker.first + len(speaker.words))
    next_to = follows(page, before.saying, saying) and not in_one_sentence(
        page, before.saying, saying
    )
    # «به شاگردش گفت C. لیلا منصوری به X گفت D» may be somebody else
    replies = asks(page, saying) or gives_answer(page, saying)
    turn = saying.addressee is None and (len(speaker.words) == 1 or replies)
    told = whole and next_to and turn and is_somebodys(kin.words[0])
    return kin if told and agree(kin.gender, speaker.gender) else None


def _find_asked_human(
    page: Page, saying: Saying, speaker: Speaker, before: Attributed
) -> Speaker | None:
    """The human somebody new just asked, who answers by his name: «از دختری پرسید: «C؟» X، دانش آموز، جواب داد: «D»»; a second one may stand beside him."""
    one = before.addressee
    if one is None or not _is_unnamed(one) or not follows(page, before.saying, saying):
        return None
    sets = get_grammar("fa").words
    bare = one.words[-1].removesuffix("ی")
    human = bare in sets["named_people"] or one.words[-1] in sets["humans"] - sets["nobody"]
    new = len(one.words) == 1 and one.words[-1].endswith("ی") and human
    answered = asks(page, before.saying) and gives_answer(page, saying)
    told = saying.addressee is None and answered and new
    return one if told and agree(one.gender, speaker.gender) else None


def find_told_name(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None
) -> NamedLater | None:
    """Whose name is told in the sentence after his words: «مردی گفت: «C». او X بود، ماهیگیر»."""
    one = before.speaker if before is not None else None
    if saying.language != "fa" or before is None or one is None or not _is_unnamed(one):
        return None
    after = next((s for s in page.sentences if s.first > before.saying.start), None)
    if after is None or after.first >= saying.start or not is_near(page, before.saying, saying):
        return None
    at = _before_name(page, after)
    name = page.person_at(end_of_titles(page, at)) if at is not None else None
    bearer = cast.at.get(name.first) if name is not None else None
    if name is None or bearer is None or page.words[name.last] not in _WAS:
        return None
    return NamedLater(one, bearer) if agree(one.gender, bearer.gender) else None


def _before_name(page: Page, sentence: PlacedSentence) -> int | None:
    """Where a name may stand behind whose it is, as a sentence opens: «او | X بود», «نامش | X بود», «نام این مرد | X بود»."""
    words, first = page.words, sentence.first
    if words[first] in _HIS_NAME:
        return first + 1
    first += words[first] in _NAME
    if words[first] in HE:
        return first + 1
    pointed = words[first] in get_grammar("fa").demonstratives
    human = words[first + 1] in get_grammar("fa").words["named_people"]
    return first + _LONGEST_POINTED if pointed and human else None


def _is_unnamed(one: Speaker) -> bool:
    """Tell whether somebody is one person without a name."""
    return bool(one.words) and not (one.named or one.body or one.plural)

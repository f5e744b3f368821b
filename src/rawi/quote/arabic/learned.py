"""Who told an Arabic outlet what it has learned, or a body what it heard: «علمت «الراصد» من مصدر مطلع أنّ C», «سمع المتحف من سيدة أنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.hearers import is_someone, names_outlet
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.words import OF_HIM, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_TOLD = frozenset({"learned", "hearing"})
_LONGEST_OUTLET = 8  # tokens between the verb and «من»
_NEAR = 3  # tokens between who told it and «أنّ»
_DESCRIBING = frozenset({"فی", "من", "لدی"})
_LONGEST_DESCRIBED = 12  # tokens of «في البرازيل اتصلت به بعد نشر الصورة» between them


def may_be_told(cue: PlacedCue) -> bool:
    """Tell whether a verb may say what somebody was told: علم, سمع."""
    return not _TOLD.isdisjoint(cue.cue.frames)


def find_teller(page: Page, cue: PlacedCue, last: int) -> Range | None:
    """Who told an outlet or body, right behind it and «من»; None where none has learned or nobody is named before «أنّ»."""
    words = page.words
    near = range(cue.last, min(last, cue.last + _LONGEST_OUTLET))
    by = next((i for i in near if words[i] == "من" and page.mark_at[i] is None), None)
    if by is None:
        return None
    if by == cue.last and not _is_ours(words, cue, by):
        return None  # «علم من زملائه»
    told = read_source(page, by + 1, last, after_preposition=True)
    if told is None or not _may_learn(page, cue, by):
        return None
    return told if _leads_to_that(page, told[1], last) else None


def find_hearer(page: Page, cue: PlacedCue, last: int) -> Range | None:
    """Who hears something of him or her a pronoun means: «وسمعت منها | لاعبات الفريق أنّ»; None of any other verb."""
    words = page.words
    if "hearing" not in cue.cue.frames or words[cue.last] not in OF_HIM:
        return None
    hearer = read_source(page, cue.last + 1, last)
    if hearer is None or hearer[0] != cue.last + 1 or not is_somebody(page, hearer):
        return None
    end = hearer[1]
    if words[end] in "،,":  # «، وهن يغادرن، أنّ»
        near = range(end + 1, min(last, end + _LONGEST_DESCRIBED))
        end = next((i + 1 for i in near if words[i] in "،,"), end)
    return hearer if _leads_to_that(page, end, last) else None


def _leads_to_that(page: Page, at: int, last: int) -> bool:
    """Tell whether «أنّ» stands near a token, or past what is told of who is named before it: «من سيدة | في البرازيل اتصلت به أنّ»."""
    for i in range(at, min(last, at + _LONGEST_DESCRIBED)):
        if is_complementizer(page.words[i]):
            described = page.words[at] in _DESCRIBING or is_verb(page.words[at])
            return described or i < at + _NEAR
        if page.words[i] in ".:؛" or page.mark_at[i] is not None:
            break
    return False


def _is_ours(words: tuple[str, ...], cue: PlacedCue, by: int) -> bool:
    """Tell whether a verb without a subject says that the outlet has learned something: «علمنا من …», and of a source «عُلم من مصدر في الرابطة أنّ»."""
    sources = get_grammar("ar").words["unnamed_sources"]
    learned = "learned" in cue.cue.frames
    return learned and (words[cue.first].endswith("نا") or words[by + 1] in sources)


def _may_learn(page: Page, cue: PlacedCue, by: int) -> bool:
    """Tell whether the words between a verb and «من» name an outlet, also one no table knows that has it of a source nobody names, «أطلس واير | من مسؤول رفيع»; what a body hears of somebody counts too: «سمع المتحف | من سيدة»."""
    learner = range(cue.last, by)
    if all(_is_of_outlet(page, i) for i in learner) or names_outlet(page, cue.last):
        return True
    if "hearing" in cue.cue.frames:
        return page.names_body(cue.last, "ar") or heads_body(
            get_grammar("ar").bare(page.words[cue.last])
        )
    unnamed = page.words[by + 1] in get_grammar("ar").words["unnamed_sources"]
    return unnamed and not any(is_someone(page, i) or not page.is_word(i) for i in learner)


def find_learner(page: Page, cue: PlacedCue, teller: Range | None) -> Range | None:
    """The outlet that has learned something of a teller: its name, without marks where it stands in them alone."""
    if teller is None or teller[0] - 1 <= cue.last:
        return None
    mark = page.mark_at[cue.last + 1]
    return mark if mark and mark[0] == cue.last + 1 else (cue.last, teller[0] - 1)


def _is_of_outlet(page: Page, token: int) -> bool:
    """Tell whether a token belongs to the name of an outlet, or to a name in marks."""
    outlet = page.names_outlet(token) or names_outlet(page, token)
    return outlet or page.words[token] in MARKS or page.mark_at[token] is not None

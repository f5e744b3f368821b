"""Whom a Persian sentence is about that has another first subject: «برای X …», «تنها کسی که …، X بود», «شهر پلی خواست و X آن را ساخت», «از X سه کتاب مانده است»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue, PlacedMention, PlacedSentence
from rawi.quote.persian.phrases import JOINTS, PAUSES, end_of_titles, heads_role, read_phrase
from rawi.quote.persian.verbs import follows_finite_verb
from rawi.quote.saying import Range

_SOMEBODY = frozenset({"کسی", "فردی", "نفری", "زنی", "مردی"})
_LONGEST_TIME = 6  # tokens of «دو سال پیش،»
_WAS = frozenset({"بود", "است"})
_LONGEST_LEFT = 4  # tokens of «منتشر شده است»
_PUBLISHED = frozenset({"منتشر", "چاپ", "انتشار"})
_LONGEST_OFFICE = 4  # words


def named_besides(page: Page, subject: Range, sentence: PlacedSentence) -> list[PlacedMention]:
    """The name besides the subject: of him for whom a sentence opens, «برای | X، معلم جغرافیا، این بحث اهمیتی ندارد», or of whom it says at last that it was he, «تنها کسی که زنگ زد، | X بود»."""
    name = page.mention_at.get(end_of_titles(page, sentence.first + 1))
    if page.words[sentence.first] == "برای" and name is not None:
        return [name] if name.mention.type == "PER" else []
    if (told := _done_to(page, sentence) or _left_by(page, sentence)) is not None:
        return [told]
    if _SOMEBODY.isdisjoint(page.words[slice(*subject)]):
        return []
    names = (page.person_at(i) for i in range(subject[1], sentence.last - 1))
    return [n for n in names if n is not None and page.words[n.last] in _WAS][:1]


def _done_to(page: Page, sentence: PlacedSentence) -> PlacedMention | None:
    """The name with which a sentence opens that tells only what was done to its bearer, and not by whom: «| X را ساعت ده نجات دادند»."""
    first, last = sentence.first, sentence.last - (not page.is_word(sentence.last - 1))
    name = page.person_at(end_of_titles(page, first))
    if name is None or page.words[name.last] != "را":
        return None
    done = page.words[last - 1].endswith("ند") and follows_finite_verb(page, last)
    others = any(page.person_at(i) is not None for i in range(name.last, last))
    return name if done and not others else None


def _left_by(page: Page, sentence: PlacedSentence) -> PlacedMention | None:
    """The name of him of whom a sentence tells what he left or has had published, or how he was honoured: «از | X سه کتاب به یادگار مانده است», «از | X دو مقاله چاپ شد», «از | X تقدیر شد»."""
    first, last = sentence.first, sentence.last - (not page.is_word(sentence.last - 1))
    name = page.person_at(end_of_titles(page, first + 1)) if page.words[first] == "از" else None
    if name is None or name.last >= last:
        return None
    near, acts = (
        page.words[max(name.last, last - _LONGEST_LEFT) : last],
        get_grammar("fa").words["acts"],
    )
    left = any(word.startswith("ماند") for word in near) or not _PUBLISHED.isdisjoint(near)
    left = left or (near[-1].startswith("شد") and not acts.isdisjoint(near))
    others = any(page.person_at(i) for i in range(name.last, last))
    return name if left and not others else None


def find_last_actor(page: Page, sentence: PlacedSentence) -> PlacedMention | None:
    """Who acts in the last clause of a sentence that tells no words: «فروشگاه هزار سبد سفارش داد و | X آن را نپذیرفت», «وقتی باران گرفت، | X به خانه رفت»."""
    words, first, last = page.words, sentence.first, sentence.last
    joints = JOINTS | {"،"} if _opens_subordinate(page, first, last) else JOINTS
    if not follows_finite_verb(page, last - (not page.is_word(last - 1))):
        return None
    for i in range(last - 2, first + 1, -1):
        if words[i] not in joints or page.mark_at[i] is not None:
            continue
        name = page.person_at(_end_of_role(page, i + 1))
        if name is None or words[name.last] in ("را", "و"):
            return None
        if not follows_finite_verb(page, i - (words[i - 1] in PAUSES)):
            return None
        told = any(_tells(cue) for cue in page.cues(first, last, "fa"))
        return None if told else name
    return None


def _opens_subordinate(page: Page, first: int, last: int) -> bool:
    """Tell whether a sentence opens with a clause of when or why, perhaps behind a time: «وقتی …، X آمد», «دو سال پیش، چون …، X آمد»."""
    opening = get_grammar("fa").subordinators - {"که"}
    pauses = (i for i in range(first, min(last, first + _LONGEST_TIME)) if page.words[i] == "،")
    begins = {first, next(pauses, first - 1) + 1}
    return any(page.words[i] in opening for i in begins)


def _end_of_role(page: Page, token: int) -> int:
    """The token after the titles or the office before a name: «سرکار خانم | X», «مربی تیم | X», «مربی تیم، | X، …»."""
    at = end_of_titles(page, token)
    if at > token or not heads_role(page, token):
        return at
    near = range(token + 1, token + 1 + _LONGEST_OFFICE)
    name = next((one for one in map(page.person_at, near) if one is not None), None)
    if name is None:
        return at
    beside = page.words[name.first - 1] == "،" == page.words[name.last]
    end = read_phrase(page, token, name.last)[1]
    return name.first if end >= (name.first - 1 if beside else name.last) else at


def _tells(cue: PlacedCue) -> bool:
    """Tell whether a cue tells words, and not how somebody feels: «گفت», not «راضی بود»."""
    return cue.cue.shape == "verb" and "feeling" not in cue.cue.frames

"""Who published a writing that a Persian attribution names: «گزارش منتشرشده از سوی X», «اطلاعیه ای که در سایت X منتشر شد»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.quote.page import Page
from rawi.quote.persian.attributed_phrases import read_noun_phrase
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_FARTHEST = 14  # tokens from a writing to who published it


def is_published(page: Page, source: Range, last: int) -> bool:
    """Tell whether a source is a study, or a writing which is said to be published."""
    words, sets = page.words, get_grammar("fa").words
    if not any(
        names_writing(words[i], "fa") for i in range(source[0], min(source[1], source[0] + 3))
    ):
        return False
    near = words[source[0] : min(last, source[0] + _FARTHEST)]
    return not sets["studies"].isdisjoint(near[:3]) or not sets["published"].isdisjoint(near)


def find_publisher(page: Page, first: int, last: int) -> Range | None:
    """Who published a writing: «اخبار منتشر شده توسط X», «گزارش منتشرشده از سوی X», «اطلاعیه ای که در سایت X منتشر شد»."""
    words = page.words
    published = get_grammar("fa").words["published"]
    for i in range(first, min(last - 1, first + _FARTHEST)):
        if words[i] in PAUSES:
            break
        if words[i] == "توسط" or words[i : i + 2] in (("از", "سوی"), ("از", "طرف")):
            told = not published.isdisjoint(words[first:i])
            return read_noun_phrase(page, i + 1 + (words[i] == "از"), last) if told else None
    return _find_host(page, first, last)


def _find_host(page: Page, first: int, last: int) -> Range | None:
    """On whose page a writing was published: «اطلاعیه ای که در وب سایت | شرکت X منتشر شد»."""
    words, sets = page.words, get_grammar("fa").words
    if words[first + 1] != "که" or not names_writing(words[first], "fa"):
        return None
    for i in range(first + 2, min(last - 2, first + _FARTHEST)):
        if words[i] in sets["published"] or words[i] in PAUSES:
            return None
        if words[i] in sets["public_pages"] and words[i - 1] in ("در", "روی"):
            at = i + 1 + (words[i + 1] in sets["public_pages"])  # «صفحهٔ فیس بوک»
            end = next((k for k in range(at, last) if words[k] in sets["published"]), at)
            return _read_find_host(page, at, end)
    return None


def _read_find_host(page: Page, at: int, end: int) -> Range | None:
    """Whose page it is, as the words from a token on name him: «صفحهٔ | باشگاه X», or by the head of his name alone, «وب سایت | شرکت»."""
    if end - at == 1:
        named = (b for b in page.bodies_before(at) if not b.is_outlet)
        body = next((b for b in named if page.words[at] in page.words[b.first : b.last]), None)
        return (body.first, body.last) if body is not None else None
    whole = end > at and all(page.is_word(k) for k in range(at, end))
    host = whole and at - 1 not in page.mention_at and can_speak(page, (at, end))
    return (at, end) if host else None

"""Which Persian organisation told of before somebody is of, where his words only point at it: «سخنگوی این شرکت», «رئیس آن»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.roles import is_role
from rawi.quote.saying import Range


def find_body_called(page: Page, head: str, before: int) -> Range | None:
    """The last organisation before a token that is so called: «این گروه»."""
    heads = {head, head + "ی", head.removesuffix("خانه") if head == "وزارتخانه" else head}
    for body in page.bodies_before(before):
        at = next((i for i in range(body.first, body.last) if page.words[i] in heads), -1)
        if at >= 0:
            return at, body.last  # «کانون هواداران | باشگاه X», then «این باشگاه»
    return None


def find_pointed_body(page: Page, source: Range) -> Range | None:
    """The organisation whose somebody speaks: «سخنگوی این شرکت», «رئیس آن»."""
    words = page.words[slice(*source)]
    if len(words) == 3 and words[1] in get_grammar("fa").demonstratives:
        return find_body_called(page, words[2], source[0])
    return _find_body_of(page, source)


def _find_body_of(page: Page, source: Range) -> Range | None:
    """The organisation of the sentence or the one before that «آن» behind an office means: «رئیس آن»."""
    words, sentence = page.words[slice(*source)], page.sentence_before(source[0])
    if words[1:] != ("ان",) or not is_role(words[:1], "fa") or sentence is None:
        return None
    body = next(page.bodies_before(source[0]), None)
    near = body is not None and body.first >= sentence.first
    return (body.first, body.last) if body is not None and near else None

"""The parts of a Persian newsroom: «گروه فرهنگ و هنر», «سرویس اجتماعی»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.speaker import Words


def is_newsroom(words: Words) -> bool:
    """Tell whether words name a part of a newsroom.

    >>> is_newsroom(("گروه", "فرهنگ", "و", "هنر")), is_newsroom(("گروه", "کوهنوردان"))
    (True, False)
    """
    sets = get_grammar("fa").words
    of = {*words[1:]}
    return (
        words[:1] != ()
        and words[0] in sets["newsroom_parts"]
        and bool(of)
        and of <= sets["desks"] | {"و"}
    )

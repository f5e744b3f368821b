"""What goes on behind a comma in the Persian name of a ministry or body: «وزیر علوم، تحقیقات و فناوری»."""

from rawi.lang.grammar import get_grammar

_LONGEST = 5  # words


def end_of_portfolio(words: tuple[str, ...], comma: int, last: int) -> int:
    """The token after what a name goes on with at a comma; the comma itself where it does not.

    >>> end_of_portfolio(("وزیر", "علوم", "،", "تحقیقات", "و", "فناوری", "گفت"), 2, 7)
    6
    >>> end_of_portfolio(("وزیر", "علوم", "،", "مینا", "راد"), 2, 5)
    2
    """
    if words[comma] != "،":
        return comma
    portfolios = get_grammar("fa").words["portfolios"]
    for end in range(min(last, comma + 1 + _LONGEST), comma + 2, -1):
        if "".join(words[comma + 1 : end]) in portfolios:
            return end
    return comma

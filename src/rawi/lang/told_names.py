"""Names an Arabic «ل» is joined with: who is told."""

from rawi.lang.people import load_people

_SHORTEST = 5  # letters of «ل» and a name


def tells_known(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word is «ل» and a name that stands in the text by itself too, and no given name: «قالت سالم | لأوكانيا» where تيريسا أوكانيا is named.

    >>> words = ("تیریسا", "اوکانیا", "قالت", "سالم", "لاوکانیا")
    >>> tells_known(words, 4), tells_known(("لورا", "ورا"), 0)
    (True, False)
    """
    word = words[at]
    if word[0] != "ل" or len(word) < _SHORTEST:
        return False
    return word not in load_people("ar").given_names.alone and word[1:] in words

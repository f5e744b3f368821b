"""Arabic words that by their form and use are things, and that nobody is called. Floor 2."""

from functools import lru_cache

from rawi.lang.common import takes_article
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people

_SHORTEST = 5  # letters


@lru_cache(maxsize=65536)
def is_thing(word: str) -> bool:
    """Tell whether a folded word is an indefinite noun or adjective in the feminine or of several things that nobody bears.

    >>> [is_thing(word) for word in ("فیروسات", "تنفسیه", "فرات", "سمیه")]
    [True, True, False, False]
    """
    if not word.endswith(("ات", "یه")) or len(word) < _SHORTEST or word.startswith("ال"):
        return False
    known = load_known_names("ar")
    given = load_people("ar").given_names.find((word,), 0) is not None
    borne = word in known.given or word in known.perhaps_given
    borne = borne or word in known.surnames or word in known.perhaps_surnames
    return takes_article(word) and not (given or borne)


def is_joined_to_owner(word: str) -> bool:
    """Tell whether a folded word is «and» with a noun and whose it is, and no given name: «في دمشق | وريفها».

    >>> is_joined_to_owner("وریفها"), is_joined_to_owner("ومها")
    (True, False)
    """
    if word[0] != "و" or len(word) < _SHORTEST or not word.endswith(("ها", "هم")):
        return False
    given = load_people("ar").given_names
    return given.find((word,), 0) is None and given.find((word[1:],), 0) is None

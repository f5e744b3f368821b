"""Someone who may speak, as far as a document tells."""

from dataclasses import dataclass, field

from rawi.lang.grammar import get_grammar

Words = tuple[str, ...]
_ARTICLE = "ال"

_ENDS = 2  # words of a given name and a surname
_JOINTS = frozenset({"و", "بن", "ابن", "بنت", "عبد", "ابو", "ال", "دی", "فان"})


@dataclass(slots=True, eq=False)
class Speaker:
    """Someone who may speak.

    `named` tells a person with a name from one known by role or description only. `titles` are those he is called by. A `body` is an organisation, a place or a document; None is not known.
    """

    name: str
    words: Words
    first: int
    gender: str | None = None
    named: bool = False
    roles: list[Words] = field(default_factory=list)
    role: str | None = None
    titles: list[str] = field(default_factory=list)
    body: bool | None = None
    plural: bool = False

    @property
    def respected(self) -> bool:
        """Whether he is called by a title somewhere."""
        return bool(self.titles)


def is_part(words: Words, of: Words) -> bool:
    """Tell whether a name is the end, the beginning or the whole of another, however its parts are joined.

    >>> is_part(("کیان", "مهر"), ("حشمتالله", "کیانمهر")), is_part(("مهر",), ("حشمتالله", "کیانمهر"))
    (True, False)
    >>> is_part(("عنانی",), ("خالد", "العنانی")), is_part(("العنانی",), ("خالد", "عنانی"))
    (True, True)
    """
    count = len(words)
    if words in (of[-count:], of[:count]) or _is_surname(words, of) or _leaves_out(words, of):
        return True
    letters = "".join(words)
    return any(letters in ("".join(of[i:]), "".join(of[: len(of) - i])) for i in range(len(of)))


def _is_surname(words: Words, of: Words) -> bool:
    """Tell whether a word is the surname of a longer name with the article of one more or less."""
    if len(words) != 1 or len(of) < 2:
        return False
    return words[0] == _ARTICLE + of[-1] or of[-1] == _ARTICLE + words[0]


def _leaves_out(words: Words, of: Words) -> bool:
    """Tell whether a name is another without what stands between its first and last word: «سامي نادر» of «سامي كريم نادر».

    >>> _leaves_out(("سامی", "نادر"), ("سامی", "کریم", "نادر")), _leaves_out(("سامی", "کریم"), ("سامی", "کریم", "نادر"))
    (True, False)
    """
    ends = len(words) == _ENDS < len(of) and (words[0], words[-1]) == (of[0], of[-1])
    return ends and not any(word in _JOINTS for word in of[1:-1])


def is_nobody(speaker: Speaker, language: str) -> bool:
    """Tell whether the words for a speaker say no more than that someone spoke: «شخص دیگری», «برخی»."""
    nobody = get_grammar(language).words.get("nobody", frozenset())
    return not speaker.named and bool(speaker.words) and nobody.issuperset(speaker.words)

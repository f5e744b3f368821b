"""Whom Persian words in marks call upon by name alone: «امشب بخواب، آیلا.», «آیلا، چراغ را خاموش نکن», «آیلا جان، …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.persian_verbs import is_imperative, is_of_thee
from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.phrases import PAUSES, heads_role
from rawi.quote.saying import Range

_STOPS = frozenset(".؟?!…")
_THOU = frozenset(
    {"تو", "خودت", "برایت", "بهت", "ازت", "ترا", "شما", "خودتان", "برایتان", "کن", "باش"}
)
_SIGNS = frozenset({"،", ",", "!"})


def called_by_name(page: Page, cast: Cast, content: Range) -> Range | None:
    """Whom words in marks call upon by name alone, where a sentence of theirs ends, or where they begin; a list is no call."""
    return _called_at_end(page, cast, content) or _called_first(page, cast, content)


def _called_at_end(page: Page, cast: Cast, content: Range) -> Range | None:
    """Whom words in marks call upon by the given name alone, where a sentence of theirs ends behind a pause: «امشب بخواب، آیلا. …»."""
    first, last = content
    for i in range(first + 2, last):
        name = page.mention_at.get(i) if page.words[i - 1] in PAUSES else None
        if name is None or name.first != i or name.last - i > 1 or i not in cast.at:
            continue
        person = cast.at[i]
        given = len(person.words) > 1 and page.words[i] == person.words[0]
        ended = name.last >= last or page.words[name.last] in _STOPS
        if given and ended and i - 2 not in page.mention_at:
            return i, name.last
    return None


def _called_first(page: Page, cast: Cast, content: Range) -> Range | None:
    """Whom words in marks call upon by name as they begin, and speak to as you: «آیلا، چراغ را خاموش نکن», «آیلای عزیز، …»."""
    first, last = content
    end = _end_of_known_name(page, cast, first)
    if end is None:
        return None
    polite, sign = get_grammar("fa").words["polite"], end
    while sign < last and page.words[sign] in polite:
        sign += 1
    if sign + 1 >= last or page.words[sign] not in _SIGNS:
        return None
    said = sign > end or _speaks_to_one(page, (sign + 1, last))
    return (first, end) if said and not _tells_who(page, sign + 1) else None


def _end_of_known_name(page: Page, cast: Cast, at: int) -> int | None:
    """Where a name of somebody of the report ends that begins at a token: the given name, the surname, or both."""
    if at in cast.at and page.mention_at[at].first == at:
        return page.mention_at[at].last
    word = page.words[at]
    known = any(word in (p.words[0], p.words[-1]) for p in cast.people if len(p.words) > 1)
    return at + 1 if known else None


def _tells_who(page: Page, at: int) -> bool:
    """Tell whether behind a name and a comma it is told who that is, or others are named: «آیلا، خواهرم، …», «آیلا، که …», «آیلا، رضا و …»."""
    word = page.words[at]
    who = heads_role(page, at) or is_somebodys(word) or names_people(word, "fa")
    return who or word == "که" or at in page.mention_at


def _speaks_to_one(page: Page, content: Range) -> bool:
    """Tell whether words speak to somebody: they say you, bid him do something, or ask."""
    first, last = content
    words = page.words[first:last]
    return words[-1] in "؟?" or says_thou(words)


def says_thou(words: tuple[str, ...]) -> bool:
    """Tell whether words say thou or you to somebody or bid one person do something.

    >>> says_thou(("تو", "بهتر", "بودی")), says_thou(("بیا", "تو")), says_thou(("باد", "میاید"))
    (True, True, False)
    """
    return any(w in _THOU or is_imperative(w) or is_of_thee(w) for w in words)

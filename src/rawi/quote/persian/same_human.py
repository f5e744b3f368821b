"""Whom a Persian word for a human means that stands alone where somebody speaks: «زن», «پسرک», «مرد جوان» is one the reader has met."""

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.memory import ELDERS, Wanted
from rawi.quote.nearness import is_near
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.introduced import called_behind
from rawi.quote.persian.listeners import gives_answer
from rawi.quote.persian.subjects import first_subject
from rawi.quote.roles import agree, is_relation
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

# Each with the gender it tells, if any.
_HUMANS = ELDERS | {
    "مرد": "m", "پسر": "m", "پسرک": "m", "پسربچه": "m", "جوانک": "m", "مردک": "m",
    "زن": "f", "بانو": "f", "دختر": "f", "دخترک": "f", "دختربچه": "f", "زنک": "f",
    "جوان": None, "نوجوان": None, "کودک": None, "بچه": None,
}  # fmt: skip
_CHILDREN = frozenset({"پسرک", "پسربچه", "دخترک", "دختربچه", "کودک", "بچه", "نوجوان"})
_LOOKS = frozenset({"جوان", "مسن", "میانسال", "سالخورده", "کهنسال", "سالمند", "کوچک", "نوجوان"})
_GROWN = 20  # years from which on nobody is called a child
_LONGEST_AGE = 2  # tokens of «۴۱ ساله»
_OLD = 50  # years up to which nobody is called old


def find_same_human(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Whom «زن», «پسرک» that speaks means: who was just spoken to, else whom the sentence before is about; nobody where «زنی» was told of."""
    if saying.language != "fa" or saying.source is None:
        return None
    words = page.words[slice(*saying.source)]
    if words[0] not in _HUMANS or not _tells_looks(words[1:]):
        return None
    someone = _find_new(page, cast, words[0], saying.source[0])
    if someone is not None:
        return someone if someone.named else None
    return next(
        (
            one
            for one in _in_scene(page, cast, saying, before, told=words[0] not in ELDERS)
            if _may_be(page, cast, one, words[0]) and _is_of_age(page, cast, one, words[1:])
        ),
        None,
    )


def _tells_looks(words: tuple[str, ...]) -> bool:
    """Tell whether behind a word for a human nothing stands but what he looks like or how old he is: «مرد | جوان», «زن | ۴۱ ساله», «مرد | سی ساله».

    >>> _tells_looks(("41", "ساله")), _tells_looks(("سیساله",)), _tells_looks(("همسایه",))
    (True, True, False)
    """
    aged = words != () and words[-1].endswith("ساله") and words[-1] not in ("همساله", "هرساله")
    return (aged and len(words) <= _LONGEST_AGE) or _LOOKS.issuperset(words)


def _is_of_age(page: Page, cast: Cast, person: Speaker, told: tuple[str, ...]) -> bool:
    """Tell whether somebody may be of the age told now, in digits: the report tells no other of him."""
    known = tell_age(page, cast, person) if told[-1:] == ("ساله",) else None
    return known is None or not told[0].isdecimal() or known == int(told[0])


def find_same_listener(
    page: Page, cast: Cast, place: Range, before: Speaker | None
) -> Speaker | None:
    """Whom «دخترک», «پیرمرد» that is spoken to means: who spoke just before; nobody where «دخترکی» was told of."""
    words = page.words[slice(*place)]
    if before is None or words[0] not in _HUMANS or not _LOOKS.issuperset(words[1:]):
        return None
    someone = _find_new(page, cast, words[0], place[0])
    if someone is not None:
        return someone if someone.named else None
    return before if _may_be(page, cast, before, words[0]) else None


def _in_scene(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None, *, told: bool
) -> list[Speaker]:
    """Who may be meant, the likeliest first: who was spoken to just before, then, `told`, whom the sentence before is about."""
    found: list[Speaker] = []
    if before is not None and before.addressee is not None and is_near(page, before.saying, saying):
        found.append(before.addressee)
    about = page.sentence_before(saying.start, in_paragraph=True) if told else None
    if about is not None and page.mark_at[about.first + 1] is None:
        subject = first_subject(page, about.first, about.last) or (about.first, about.first)
        names = [m.first for m in page.mentions if _opens_as_kin(page, m, about)]
        names += [name.first for name in called_behind(page, subject, about.last)]
        names += [i for i in range(*subject) if i in cast.at]
        found += [cast.at[i] for i in names[:1] if i in cast.at]
    if before is not None and gives_answer(page, saying):
        return [one for one in found if one is not before.speaker]
    return found


def _opens_as_kin(page: Page, name: PlacedMention, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence opens with whose kin a name is, and the name behind a comma: «نوهٔ شش سالهٔ X، | Y، …»."""
    kin, comma = name.mention.role, page.words[name.first - 1 : name.first]
    inside = sentence.first < name.first < sentence.last and comma == ("،",)
    if not inside or kin is None or not is_relation((page.words[sentence.first],), "fa"):
        return False
    return kin == page.written((sentence.first, name.first - 1))


def _may_be(page: Page, cast: Cast, person: Speaker, word: str) -> bool:
    """Tell whether somebody with a name may be called so: by gender and by the age the report tells of him."""
    gender = _HUMANS[word]
    if not Wanted(person=True, plural=False).fits(person) or not _has_name(person):
        return False
    if not agree(person.gender, gender):
        return False
    age = tell_age(page, cast, person)
    if age is None:
        return True
    return not (word in _CHILDREN and age >= _GROWN) and not (word in ELDERS and age < _OLD)


def _has_name(person: Speaker) -> bool:
    """Tell whether somebody is called by a name, perhaps by one no table knows."""
    return person.named or (len(person.words) == 1 and is_rare(person.words[0]))


def tell_age(page: Page, cast: Cast, person: Speaker) -> int | None:
    """The age in years the report tells beside the name of somebody, None where it does not, or not in digits: «X، ۲۰ ساله», «X ۲۰ ساله»."""
    for name in page.mentions:
        if cast.at.get(name.first) is person:
            at = name.last + (page.words[name.last : name.last + 1] == ("،",))
            number = page.words[at : at + 1]
            if page.words[at + 1 : at + 2] == ("ساله",) and number[0].isdecimal():
                return int(number[0])
    return None


def _find_new(page: Page, cast: Cast, word: str, before: int) -> Speaker | None:
    """The last one told of as somebody new by a word for a human: «پسرکی به نام X», «زنی»."""
    new = {word + "ی", word + "ای"}
    for i in range(before - 1, -1, -1):
        aged = _end_of_new_age(page.words, i) if page.words[i] == word else None
        if (page.words[i] in new or aged) and page.mark_at[i] is None:
            name = _name_behind(page, i)
            end = aged or i + 1
            return cast.at[name] if name in cast.at else cast.identify((i, end), "fa", ())
    return None


def _end_of_new_age(words: tuple[str, ...], at: int) -> int | None:
    """Where somebody new ends whose age bears the yeh: «مرد ۲۲ ساله ای |», «زن سی ساله ای |»; None where nobody new is told of.

    >>> _end_of_new_age(("مرد", "22", "سالهای", "امد"), 0), _end_of_new_age(("مرد", "22", "ساله"), 0)
    (3, None)
    """
    ages = (k for k in range(at + 1, min(at + 3, len(words))) if words[k].endswith("سالهای"))
    return next((k + 1 for k in ages), None)


def _name_behind(page: Page, at: int) -> int:
    """The token behind «به نام» right after somebody new: «پسرکی به نام | X»."""
    words, named = page.words, get_grammar("fa").words["named"]
    called = words[at + 1 : at + 2] in (("به",), ("با",)) and words[at + 2] in named
    return at + 3 if called else -1

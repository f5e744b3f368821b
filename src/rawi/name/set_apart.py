"""Arabic names set apart from what presents them, by commas or marks: «عضوة الحزب والمؤيدة للخروج، أندريا جينكينز، …», «صرح "هيل"»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import is_that, load_cues
from rawi.lang.verbs import is_verb
from rawi.name.found import FoundName
from rawi.name.hyphens import past_hyphens
from rawi.name.marks import CLOSERS, OPENERS
from rawi.name.roles import heads_any_role
from rawi.name.words import SIGNS, closes_name, is_foreign_word, may_be_name

_LONGEST = 3  # tokens
_LONGEST_ROLE = 14  # tokens of a role that goes on before a name
_MARKS = OPENERS | CLOSERS


def name_in_commas(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«عضوة الحزب والمؤيدة للخروج، أندريا جينكينز، …»: a name between commas after a role that goes on for long."""
    words = reading.words
    comma = at - 2 if _is_origin(words[at - 1]) and at - 2 > first else at - 1
    if words[comma] not in "،,":
        return None
    end = at
    while end < last and end - at < _LONGEST and is_foreign_word(words, end):
        end += 1
    if at < end < last - 1 and closes_name(words, end):
        end += 1  # «إحدى الخريجات، سبيده روشن، …»
    closed = past_hyphens(reading, end)
    if end - at < 2 or closed >= last or words[closed] not in "،,":
        return None
    for i in range(max(first, comma - _LONGEST_ROLE), comma):
        headed = heads_any_role(words[i]) or _is_one_of(words, i) or _tells_event(words[i])
        if headed and not any(words[k] in SIGNS or is_that(words[k]) for k in range(i, comma)):
            return FoundName(at, end, "PER", "ar.role", (i, comma), 2)
    return None


def _is_origin(word: str) -> bool:
    """Tell whether a word is a definite adjective of origin, after a comma and before a name: «، الإسباني مانويل ريبيرا، »."""
    return word.startswith("ال") and word.endswith(("ی", "یه")) and len(word) > _LONGEST + 2


def _tells_event(word: str) -> bool:
    """Tell whether a word calls someone by what the report tells of her: «الفائزة بالسباق، كاتينكا مولر، …»."""
    events = get_grammar("ar").words["eventful"]
    return word.startswith("ال") and not events.isdisjoint((word[2:], word[2:].removesuffix("ه")))


def _is_one_of(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «one of» and a plural stand at a token: «إحدى الخريجات», «أحد السكان»."""
    return words[at] in ("احد", "احدی") and words[at + 1 : at + 2] != ()


def name_in_marks(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«المتحدث باسم الوكالة "سبوتو بورو"», «صرح "هيل"»: a name in marks after a role or a word of saying."""
    words = reading.words
    if at - 1 <= first or words[at - 1] not in _MARKS:
        return None
    again = at + 1 < last and words[at + 1] in _MARKS and _was_surname(words, at)
    end = at + again
    while end < last and end - at < _LONGEST and may_be_name(words, end):
        end += 1
    if end == at or end >= last or words[end] not in _MARKS:
        return None
    if words[at - 2] == "ب" and words[at - 3] in ("نفسه", "نفسها"):
        return FoundName(at, end, "PER", "ar.role", None, 2)  # «عرّفت عن نفسها بـ«أمّ كريم»»
    saying = load_cues("ar").find(words, at - 2)
    if (
        saying
        and saying.end == at - 1
        and saying.value.shape == "verb"
        and (again or not _follows(words, end))
    ):
        return FoundName(at, end, "PER", "ar.role", None, 2)
    if _owns(words[at - 2]):
        return None  # «مديرة مهرجان «نيلاب»»: what she directs
    for i in range(max(first, at - _LONGEST_ROLE), at - 1):
        between = words[i + 1 : at - 1]
        if heads_any_role(words[i]) and not any(word in SIGNS or is_verb(word) for word in between):
            return FoundName(at, end, "PER", "ar.role", (i, at - 1), 2)
    return None


def _was_surname(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word was a surname behind a given name before, its article aside: «قال خالد العناني …. وأضاف "عناني"، …»."""
    given = load_people("ar").given_names
    forms = {words[at], f"ال{words[at]}", words[at].removeprefix("ال")}
    return any(words[i] in forms and given.find(words, i - 1) for i in range(1, at - 1))


def _owns(word: str) -> bool:
    """Tell whether an indefinite noun stands before marks: the words in them say whose or of what it is."""
    return not word.startswith("ال") and (takes_article(word) or heads_any_role(word))


def _follows(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a pause or the end follows marks: then they hold what was said and no name."""
    return at + 1 >= len(words) or words[at + 1] in SIGNS

"""Find Persian names by the age, the relative clause or the sentence behind them: «آرزو، بیست و هفت ساله، …», «مکفلین ۵۴ ساله …», «برن تلفورس که …», «ایدریس کلوپنر آمد. او …»."""

from rawi.lang.common import load_common
from rawi.lang.given_names import load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.numbers import is_age, is_cardinal
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.places import load_places
from rawi.name.unknown_openings import is_unheard
from rawi.name.words import SIGNS, is_name_word, is_surname_word

_PAIR, _LONGEST = 2, 3  # words
_HE = (("او",), ("وی",))
_SON = "مک"  # of Scottish and Irish names
_OF_COUNTRY = "ایی"
_BOUND = ("وی", "ای")  # «سوریوی ۸۸ ساله» is Soryo
_SOMEONE = "ها"  # «پسربچه ای | هشت ساله», «بچه های | ۷ ساله»
_THINGS = "های"
_LONGEST_AGE = 5  # tokens, «بیست و هفت ساله»


def find_name_by_sequel(reading: Reading, at: int, first: int, last: int) -> FoundName | None:
    """«آرزو، بیست و هفت ساله، …»: a Persian given name, or two or three rare words, between a border and an age.

    Right before the age, without a comma, they begin with a given name, or their last is one nobody knows:
    «تام بکت ۵۴ ساله …», «مکفلین ۵۴ ساله …», not «معدنکار ۵۴ ساله …».
    """
    words = reading.words
    opens = at == first or words[at - 1] in SIGNS or words[at - 1] == "و"
    if not opens and words[at - 1] not in get_grammar("fa").prepositions:
        return None
    if _is_age(words, at + 1, last) and (bare := _bare_given(words, at)) is not None:
        return FoundName(at, at + 1, "PER", "fa.role", None, 2, ezafe=int(bare != words[at]))
    if not opens or words[at].endswith(_THINGS):
        return None  # «ترانسفارمرهای دامنه کهنه است»
    given = load_people("fa").given_names.find(words, at)
    end = given.end if given else at
    while end < last and end - at < _LONGEST and is_surname_word(words, end, "fa"):
        end += 1
    if given and end == given.end and _is_apposed(words, end, last):
        end += 1  # «ترزا سفید، ۷۴ ساله، …», «سیما روشن، معلمی که …»
    if end in (at, last):
        return None
    comma = words[end] in "،,"
    told = words[end + comma : end + comma + 1] == ("که",) and _is_told_of(reading, at, end)
    if not told and (pair := _pair_end(reading, at, last)) is not None:
        told, end = True, pair
    if not told:
        several = end - at > 1
        shown = given or several if comma else (given and several) or _is_nothing_else(reading, end)
        told = bool(shown) and _is_age(words, end + comma, last)
        told = told or bool(shown and comma and _is_one_who(words, end + 1, last))
    bound = int(not comma and words[end - 1].endswith(_BOUND))
    return FoundName(at, end, "PER", "fa.role", None, 2, ezafe=bound) if told else None


def _bare_given(words: tuple[str, ...], at: int) -> str | None:
    """The given name a word is, or one nobody writes that a yeh binds to what follows: «نیلوفر | هفت ساله», «دلبرای | ۷ ساله»; no common word, «رویای ۳۰ ساله»."""
    word = words[at]
    bare = word.removesuffix("ی") if word.endswith(_BOUND) else word
    if bare in load_common("fa") or bare.endswith(_SOMEONE):
        return None
    given = load_people("fa").given_names.find((bare,), 0)
    known = given is not None and not given.value.weak
    bound = bare != word and (bare in load_foreign_names("fa") or is_unheard(bare))
    return bare if known or bound else None


def _is_apposed(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether any one word that may be in a name stands before a comma and an age, or someone of a calling."""
    comma = at + 1 < last and words[at + 1] in "،,"
    told = comma and (_is_age(words, at + 2, last) or _is_one_who(words, at + 2, last))
    return told and is_name_word(words, at, "fa")


def _is_one_who(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether someone of a calling and his clause stand at a token: «معلمی که …», «پیرمردی که …», «نیکوکاری که …»."""
    if at + 1 >= last or words[at + 1] != "که" or not words[at].endswith("ی"):
        return False
    sets, bare = get_grammar("fa").words, words[at].removesuffix("ی")
    made = any(bare.endswith(trade) and bare != trade for trade in sets["trades"])
    human = bare in sets["named_people"] or words[at] in sets["humans"]
    return made or human or bare in load_people("fa").roles.alone


def _is_told_of(reading: Reading, first: int, last: int) -> bool:
    """Tell whether two or three rare words before «که» are a name, as nobody writes the last: a noun would have a yeh, «زنی که»."""
    word = reading.words[first]
    given = load_people("fa").given_names.find(reading.words, first)
    opens = is_unheard(word) or word in load_foreign_names("fa", weak=True)
    opens = opens or (given is not None and not given.value.weak)
    if last - first < _PAIR or not opens:
        return False
    bare = is_unheard(word) and not reading.words[last - 1].endswith("ی")  # «اوسکیا لامپرت که»
    return bare or _is_nothing_else(reading, last)


def _pair_end(reading: Reading, at: int, last: int) -> int | None:
    """The end of two words of which nobody writes the first, where the next sentence goes on with «او»: «ایدریس کلوپنر به خانه رفت. | او گفت»."""
    words = reading.words
    if words[last : last + 1] not in _HE or at + _PAIR >= last or load_places("fa").find(words, at):
        return None
    second = is_surname_word(words, at + 1, "fa") and not words[at + 1].endswith("ی")
    second = second and not _is_measured(reading, at + 1)
    return at + _PAIR if second and _is_nothing_else(reading, at + 1) else None


def _is_measured(reading: Reading, at: int) -> bool:
    """Tell whether a word tells how much or how many something holds: «قالین سه متره», «میز شش نفره»."""
    word = reading.words[at]
    joined = reading.ends[at] - reading.starts[at] > len(word)
    parts = range(2, len(word) - 2) if joined and word.endswith("ه") else ()
    return any(is_cardinal(word[:i], "fa") for i in parts)


def _is_nothing_else(reading: Reading, last: int) -> bool:
    """Tell whether rare words end in one that texts do not have and that is not put together: no «چرم|دوز», but «مک|لود»."""
    word = reading.words[last - 1]
    joined = reading.ends[last - 1] - reading.starts[last - 1] > len(word)
    return (
        is_unheard(word)
        and not word.endswith(_OF_COUNTRY)
        and (not joined or word.startswith(_SON))
    )


def _is_age(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether an age begins at a token: «۵۴ ساله», «بیست و هفت ساله», with a joiner too."""
    for i in range(at, min(last, at + _LONGEST_AGE)):
        if words[i] == "ساله" or is_age(words[i]):
            return i > at or words[i] != "ساله"
        if not (words[i].isdigit() or words[i] == "و" or is_cardinal(words[i], "fa")):
            return False
    return False

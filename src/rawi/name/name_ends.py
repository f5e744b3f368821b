"""Find where a person's name ends: given names, particles that bind (بن, آل, فان), one surname, and its tail (زاده)."""

from typing import NamedTuple

from rawi.lang.common import load_arabic_counts, load_common, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_foreign_names, load_people
from rawi.lang.speech import is_that
from rawi.lang.verbs import is_verb
from rawi.name.roles import heads_role
from rawi.name.words import (
    SIGNS,
    is_closed,
    is_foreign_word,
    is_name_word,
    is_small,
    is_surname_word,
)

_MOST_PARTS = 5  # عبد الله بن زايد آل نهيان; a particle and its word are one part
_KNOWN_NOUN = 25  # three times in ten million words
_LONGEST_PLAIN = 7  # letters of a surname that is a word too
_SHORTEST_TRADE = 5  # letters
_SON = frozenset({"بن", "ابن", "بنت", "ولد", "عبد"})  # after the father's name a surname may follow
_INNER = frozenset({"لا", "در", "دیر", "دن", "لوس"})  # ماريا دي لا كروز, يوهان فان دير بيرغ


class Opening(NamedTuple):
    """Where a name begins and what shows it: `start` is its first token, titles left out.

    `clitic` letters of the first token stand before the name; `by_role` tells that a role stands there.
    """

    start: int
    evidence: str
    clitic: int = 0
    by_role: bool = False


def find_name_end(words: tuple[str, ...], opening: Opening, last: int, language: str) -> int:
    """Find the token after a name that begins at an opening; the opening's own when there is no name.

    >>> words = ("محمد", "بن", "راشد", "ال", "مکتوم", "،")
    >>> find_name_end(words, Opening(0, "given"), 6, "ar")
    5
    """
    if opening.clitic:  # so that the tables know the first word
        first = words[opening.start][opening.clitic :]
        words = (*words[: opening.start], first, *words[opening.start + 1 :])
    end = _read_parts(words, opening, last, language)
    arabic = language == "ar"
    if arabic and end == opening.start + 1 and _is_bordered_surname(words, end, last):
        end += 1
    alone = opening.evidence == "title" or (arabic and opening.by_role)
    if end - opening.start < 2 and not alone:
        return opening.start
    if arabic and opening.start < end < last and is_foreign_word(words, end):
        end += 1  # a surname of two words: داريوش ريشه شناس
    return end


def _is_bordered_surname(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether after a given name from abroad a short word stands before a sure border: it is the surname, whatever else it means.

    «جيم لي، …», «آنا بيل إنّ», «ستيف بارك أنّ»; no Arabic noun follows such a name.
    """
    if at + 1 >= last or words[at - 1] not in load_foreign_names():
        return False
    word, after = words[at], words[at + 1]
    if not word.isalpha() or len(word) < 2 or len(word) > _LONGEST_PLAIN:
        return False
    if word.startswith(("ال", "لل")) or is_closed(word, "ar") or heads_role(words, at, "ar"):
        return False
    if after in get_grammar("ar").adverbs:
        return not is_verb(word)  # «تيريزا وايت اليوم»
    return after in SIGNS or is_that(after)


def _read_parts(words: tuple[str, ...], opening: Opening, last: int, language: str) -> int:
    """The token after the parts of a name: given names, particles with a word, one surname and its tail."""
    titled = opening.evidence == "title"
    start = end = opening.start
    has_surname = False
    for _ in range(_MOST_PARTS):
        # After a title alone a name may look like a verb: السيد بارك.
        if end >= last or (
            language == "ar" and is_verb(words[end]) and not (end == start and titled)
        ):
            break
        given = load_people(language).given_names.find(words, end)
        if language == "ar" and end > start and _is_preposition(words, end):
            break  # «السيدة مايو على التخلي»: على is no علي
        if bound := _bound_end(words, end, start, last, language):
            has_surname = has_surname or words[end] not in _SON
            end = bound
        elif given and given.end <= last and not has_surname:
            end = given.end
            # Of two given names the second may be the surname: then a word that is none follows.
            has_surname = end - start > 1 and end < last and not _may_go_on(words, end, language)
        elif end > start and _is_tail(words, end, language):
            end += 1
        elif taken := 0 if has_surname else _surname_end(words, end, opening, last, language):
            # After a title the first word may be a given name no table knows.
            has_surname = not titled or end > start
            end = taken
        elif language == "ar" and _is_last_name(words, end, start):
            end += 1
        else:
            break
    return end


def _is_preposition(words: tuple[str, ...], at: int) -> bool:
    """Tell whether على and its kin stand before a definite noun and after no given name: then it is the preposition."""
    if words[at] not in get_grammar("ar").prepositions or at + 1 >= len(words):
        return False
    known = load_people("ar").given_names.find((words[at - 1],), 0)
    return words[at + 1].startswith("ال") and known is None


def _is_last_name(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether after a father's name no table knows comes the family's: محمد شياع السوداني, not يكانه هاكدان الفطر."""
    family = words[at].endswith("ی") or load_arabic_counts().get(words[at][2:], 0) < _KNOWN_NOUN
    return family and (
        at - start > 1
        and words[at].startswith("ال")
        and not words[at - 1].startswith("ال")
        and words[at] not in load_common("ar")
        and is_surname_word(words, at, "ar")
    )


def _may_go_on(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether after two given names a surname may follow."""
    return words[at] in load_people(language).particles or is_surname_word(words, at, language)


def _bound_end(words: tuple[str, ...], at: int, start: int, last: int, language: str) -> int | None:
    """The token after a particle and the word it binds."""
    opens = load_people(language).particles.get(words[at])
    if opens is None or at + 1 >= last or (at == start and not opens):
        return None
    bound = at + 1
    if at > start and words[bound] in _INNER and bound + 1 < last:
        bound += 1
    given = load_people(language).given_names.find(words, bound)
    if given and given.end <= last:
        return given.end
    return bound + 1 if is_surname_word(words, bound, language) else None


def _is_tail(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word is the second half of a surname written in two."""
    weak = load_people(language).surname_tails.get(words[at])
    if weak is None:
        return False
    if not weak or language != "ar":
        return not weak
    # «آرش قديمي أصل، رئيس …»: a common word too, where the name surely ends with it
    ends = at + 1 < len(words) and words[at + 1] in "،,"
    return ends or words[at] not in load_common("ar")


def _surname_end(
    words: tuple[str, ...], at: int, opening: Opening, last: int, language: str
) -> int:
    """The token after the surname at a token; 0 when there is none."""
    if is_surname_word(words, at, language):
        return 0 if language == "ar" and _is_thing(words, at, opening, last) else at + 1
    if language == "ar" and words[at - 1] in load_foreign_names() and is_foreign_word(words, at):
        return at + 1  # «آدم لامبرت»: no feminine past
    if language == "ar" and at == opening.start and opening.evidence == "title":
        described = words[at] in get_grammar("ar").words["describing"]  # السيدة الخمسينية
        return 0 if described else at + 1  # السيد راي
    if at == opening.start or not words[at][0].isalpha() or is_closed(words[at], language):
        return 0
    tail = at + 1 < last and words[at + 1] in load_people(language).surname_tails
    if tail and len(words[at]) > 2 and opening.evidence in ("given", "title"):
        return at + 2  # نوید کوره پز
    family = _is_family_name(words, at, opening) or _is_arabic_trade(
        words, at, opening, last, language
    )
    family = family or (
        language == "fa"
        and at == opening.start + 1
        and (_is_before_role(words, at, opening, last) or _is_trade_name(words, at, last))
    )
    return at + 1 if family else 0


def _is_thing(words: tuple[str, ...], at: int, opening: Opening, last: int) -> bool:
    """Tell whether after two parts of a name a common noun follows: «ثمّنت السيدة ورق آرا حفاوة الاستقبال», «وصف وليد جبور المباراة»."""
    if at < opening.start + 2:
        return False
    if words[at].startswith("ال") and words[at] in load_common("ar"):
        return True  # «وصف المدرب وليد جبور المباراة»
    if at + 1 >= last or not words[at + 1].startswith("ال"):
        return False
    noun = takes_article(words[at]) and not heads_role(words, at, "ar")
    return noun and not heads_role(words, at + 1, "ar")


def _is_family_name(words: tuple[str, ...], at: int, opening: Opening) -> bool:
    """Tell whether after title or role and a given name a common word is a surname: الدكتور أنيس الخطيب."""
    if not words[at].startswith("ال") or not words[at - 1][0].isalpha():
        return False
    known = load_people("ar").given_names.find((words[at - 1],), 0)
    return opening.evidence == "title" or (known is not None and opening.by_role)


def _is_arabic_trade(
    words: tuple[str, ...], at: int, opening: Opening, last: int, language: str
) -> bool:
    """Tell whether a trade without the article right after a given name, is the surname: لمياء حدّاد."""
    if language != "ar" or at != opening.start + 1 or words[at].startswith("ال"):
        return False
    bordered = at + 1 >= last or not words[at + 1][0].isalnum() or is_small(words[at + 1], "ar")
    return bordered and load_people("ar").roles.find((words[at],), 0) is not None


def _is_trade_name(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether after a given name a trade is a surname: «نوشین سکهشناس، مدیر موزه», «سلمان دریابان رئیس سازمان»."""
    trades = tuple(get_grammar("fa").words["trades"])
    if not words[at].endswith(trades) or len(words[at]) < _SHORTEST_TRADE:
        return False
    if at + 1 >= last or not words[at + 1][0].isalnum():
        return True
    return heads_role(words, at + 1, "fa") or not is_name_word(words, at + 1, "fa")


def _is_before_role(words: tuple[str, ...], at: int, opening: Opening, last: int) -> bool:
    """Tell whether a common word between a given name and a role, or a trade before a border, is the surname.

    «ولید معلم، وزیر خارجه», «کوروش نگارنده وکیل گالری», «گلمحمد چوپان کنار آتش»: a role would have its complement.
    """
    if opening.evidence != "given" or at + 2 >= last:
        return False
    if words[at + 1] == "،" and heads_role(words, at + 2, "fa"):
        return True
    bordered = heads_role(words, at + 1, "fa") or is_small(words[at + 1], "fa")
    return bordered and heads_role(words, at, "fa")

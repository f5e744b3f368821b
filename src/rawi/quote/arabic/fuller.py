"""Whom an Arabic phrase of one definite word means that the report told of more fully: «استقبل وفداً من جمعية X. وقال للوفد»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people, names_time
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import is_own_person
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import SIGNS, is_complementizer, is_governed
from rawi.quote.page import Page
from rawi.quote.saying import Range

_BACK = 3  # paragraphs a report may go back over
_LONGEST_DESCRIBED = 3  # adjectives behind the noun
_SHORTEST = 5  # letters of a noun with ل and its article
_FROM = frozenset({"من", "عن"})


def find_fuller(page: Page, place: Range) -> Range | None:
    """The words that told of a party or of people before whom one definite word means: «وفداً من جمعية X», «طلاب مدرسة Y»."""
    first, last = place
    own = _own_people(page, first)
    head = own or _definite_head(page.words[first])
    if last - first != 1 or head is None or page.person_at(first):
        return None
    here = page.sentence_at(first)
    if here is None or not (
        names_people(head, "ar") or head in get_grammar("ar").words["parties_met"]
    ):
        return None
    forms = _forms(head)
    begin = 0 if own else page.paragraphs[max(0, here.paragraph - _BACK)].first
    for i in range(first - 1, begin - 1, -1):
        if page.mark_at[i] is not None or not _is_form(page.words[i], forms):
            continue
        if own and not (page.words[i][0] == "ل" or page.words[i - 1] == "الی"):
            continue  # «لاعبيه» are not «لاعبو الفريق الآخر»
        if (told := _read_told(page, i)) is not None:
            return told
    return None


def _own_people(page: Page, token: int) -> str | None:
    """Someone's own people without the pronoun: تلاميذها, لتلاميذه; None of any other word."""
    word = page.words[token]
    for form in (word, word.removeprefix("ل")):
        stem = without_pronoun(form)
        if stem != form and is_own_person(page, token) and names_people(stem, "ar"):
            return stem
    return None


def _definite_head(word: str) -> str | None:
    """A noun without its article, also behind a preposition: الوفد, للوفد, بالوفد; None where it has no article.

    >>> [_definite_head(word) for word in ("الوفد", "للوفد", "بالطلاب", "وفد")]
    ['وفد', 'وفد', 'طلاب', None]
    """
    for opening in ("ال", "لل", "بال"):
        if word.startswith(opening) and len(word) >= _SHORTEST:
            return word.removeprefix(opening)
    return None


def _forms(head: str) -> frozenset[str]:
    """A noun as it is written without an article: as the object too, and of whom they are: وفد, وفدا; مزارعين, مزارعو, مزارعي.

    >>> sorted(_forms("مزارعین"))
    ['مزارعو', 'مزارعون', 'مزارعی', 'مزارعین']
    """
    if head.endswith(("ین", "ون")):
        return frozenset(head[:-2] + ending for ending in ("ین", "ون", "ی", "و"))
    return frozenset({head, head + "ا"})


def _is_form(word: str, forms: frozenset[str]) -> bool:
    """Tell whether a word is one of the forms, also joined with «و», «ب» or «ل»."""
    return word in forms or (word[0] in "وبلف" and word[1:] in forms)


def _read_told(page: Page, at: int) -> Range | None:
    """The phrase of a noun without article: with so many of them before, how they are, whose or from where behind."""
    sentence = page.sentence_at(at)
    if sentence is None:
        return None
    end = _described_end(page, at + 1, sentence.last)
    if end < sentence.last and page.words[end] in _FROM:
        of = read_source(page, end + 1, sentence.last, after_preposition=True)
        end = of[1] if of is not None and of[0] == end + 1 else end
    elif end == at + 1 and (whole := _read_whole(page, at, sentence.last)) is not None:
        end = max(end, whole[1]) if whole[0] == at else end
    end = _definite_end(page, end, sentence.last)
    first = _quantity_before(page, sentence.first, at)
    # «خرّيجي المعهد» alone may be others than «الخرّيجين»
    alone = first == at and page.words[at].endswith(("ی", "و")) and page.words[at + 1] not in _FROM
    return (first, end) if end - at > 1 and not alone else None


def _read_whole(page: Page, at: int, stop: int) -> Range | None:
    """The phrase that begins at a token, joined with ل too: «طلاب مدرسة Y», «لتلاميذ الصف»."""
    return read_source(page, at, stop, after_preposition=page.words[at][0] == "ل")


def _described_end(page: Page, at: int, stop: int) -> int:
    """The token after the adjectives of an indefinite noun: «وفداً | طلابياً | من»."""
    grammar = get_grammar("ar")
    for i in range(at, min(at + _LONGEST_DESCRIBED, stop)):
        word = page.words[i]
        if word in _FROM:
            return i
        small = word in grammar.prepositions or word in grammar.adverbs or word in SIGNS
        if small or word.startswith("ال") or is_verb(word) or is_complementizer(word):
            return i if word not in _FROM and i > at and _agrees(page, i - 1) else at
    return at


def _agrees(page: Page, token: int) -> bool:
    """Tell whether a word is written as an adjective of an object or ends like one of kin: طلابياً, ألماني, تركية."""
    word = page.words[token]
    return word.endswith(("ی", "یه", "یا")) and token not in page.mention_at


def _definite_end(page: Page, end: int, stop: int) -> int:
    """The token after the definite adjectives of a name: «من أكاديمية ريما | الصيفية»."""
    grammar, words = get_grammar("ar"), page.words
    while (
        end < stop
        and end - 1 in page.mention_at
        and words[end].startswith("ال")
        and words[end].endswith(("یه", "ی"))
        and words[end] not in grammar.prepositions
        and words[end] not in grammar.adverbs
        and not names_time(page.words, end)
        and not is_governed(page, end)
    ):
        end += 1
    return end


def _quantity_before(page: Page, first: int, at: int) -> int:
    """The token of how many they are, «| عدداً من مزارعي السهل»; else the noun's own."""
    quantities = get_grammar("ar").words["quantities"]
    if at - 2 < first or page.words[at - 1] != "من":
        return at
    word = page.words[at - 2]
    return at - 2 if not quantities.isdisjoint((word, word.removesuffix("ا"), word[1:])) else at

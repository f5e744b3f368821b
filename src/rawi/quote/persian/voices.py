"""Tell whether a Persian phrase names someone who can speak: a person, a role, a group, a body, a writing."""

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people, names_writing
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page
from rawi.quote.saying import Range

_MORE = frozenset({("بیش", "از"), ("کمتر", "از"), ("بیشتر", "از"), ("نزدیک", "به"), ("قریب", "به")})
COUNTED = frozenset({"نفر", "تن"})  # of people
_FARTHEST = 30  # tokens from a pronoun back to those it means


@keep_answers
def can_speak(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names someone who can speak: a name, a role, a pronoun, an organisation."""
    words = page.words
    if words[phrase[0]] in get_grammar("fa").pronouns:
        return True
    if is_share(page, phrase) or opens_many(page, *phrase):
        return True
    if any(
        i in page.mention_at and page.mention_at[i].mention.type != "LOC" for i in range(*phrase)
    ):
        return True
    head = words[find_head(page, phrase)]
    sets = get_grammar("fa").words
    if phrase[1] - phrase[0] == 1 and head in sets["court_parties"]:
        return words[phrase[0] - 1] != "را"  # «نامه را خوانده است و گفته است»
    forms = (head, head.removesuffix("ی"), head.removesuffix("ای"))
    if (
        names_people(words[phrase[0]], "fa")
        or names_people(head, "fa")
        or not sets["humans"].isdisjoint(forms)
        or not sets["named_people"].isdisjoint(forms)
        or is_document(page, phrase)
    ):
        return True
    people = load_people("fa")
    return any(
        people.roles.find(words, i) is not None or people.organisations.find(words, i) is not None
        for i in range(phrase[0], min(phrase[1], phrase[0] + 1 + _is_opener(words[phrase[0]])))
    )


def is_one(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is someone of a calling: «کشاورزی که …», «راننده ای»; alone it may be the calling."""
    roles = load_people("fa").roles
    word = page.words[find_head(page, phrase)]
    return any(
        word.removesuffix(ending) in roles.alone for ending in ("ی", "ای") if word.endswith(ending)
    )


def _is_opener(word: str) -> bool:
    """Tell whether after a word the head of a phrase may follow: «دو پزشک», «آقای وزیر», «نخستین زن»."""
    return (
        word not in load_common("fa")
        or word[0].isdigit()
        or word in get_grammar("fa").words["quantities"]
        or word in load_people("fa").titles.alone
    )


def is_share(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is a share of those asked: «۳۸ درصد», «۳۸ درصد پاسخ دهندگان»."""
    share = page.words[slice(*phrase)][:2]
    if end_of_share(page, *phrase):
        return True
    return len(share) > 1 and share[0][0].isdigit() and share[1] == "درصد"


def opens_many(page: Page, at: int, last: int) -> bool:
    """Tell whether at a token a rough number of people begins: «بیش از ۶۰ تن از استادان», «نزدیک به صد عضو شورا»."""
    words = page.words
    if at + 3 >= last or words[at : at + 2] not in _MORE:
        return False
    number = words[at + 2][0].isdigit() or words[at + 2] in get_grammar("fa").words["quantities"]
    one = words[at + 3]
    role = load_people("fa").roles.find(words, at + 3) is not None
    return number and (one in COUNTED or role or names_people(one, "fa"))


def end_of_share(page: Page, at: int, last: int) -> int:
    """The token behind «بیش از نیمی», «کمتر از یک سوم» at a token; 0 where none stands, or of whom follows."""
    words = page.words
    if at + 2 >= last or words[at : at + 2] not in _MORE:
        return 0
    fraction = words[at + 2] in get_grammar("fa").words["fractions"]
    return at + 3 if fraction and words[at + 3 : at + 4] != ("از",) else 0


def is_document(page: Page, source: Range | None) -> bool:
    """Tell whether a source is a poll, a study or a paper."""
    return source is not None and any(
        names_writing(page.words[i], "fa") for i in range(source[0], min(source[1], source[0] + 4))
    )


def finds_out(page: Page, source: Range | None) -> bool:
    """Tell whether a source is a poll or study, or those who make them: «پژوهشگران دریافتند C»."""
    if source is None:
        return False
    researchers = get_grammar("fa").words["researchers"]
    heads = page.words[source[0] : find_head(page, source) + 1]
    if page.words[source[0]] in get_grammar("fa").plural_pronouns:
        # «پژوهشگران کلاغ ها را آزمودند. آنها دریافتند که C»
        heads = page.words[max(0, source[0] - _FARTHEST) : source[0]]
    return is_document(page, source) or not researchers.isdisjoint(heads)


def finds_in_writing(page: Page, first: int, last: int) -> bool:
    """Tell whether the words before a cue tell in what study someone shows something: «X در مقاله ای که منتشر شد، | نشان داد C»."""
    words = page.words
    return any(
        words[i] == "در" and page.mark_at[i] is None and names_writing(words[i + 1], "fa")
        for i in range(first, last - 1)
    )


def find_head(page: Page, phrase: Range) -> int:
    """The token of a phrase's first noun: «یک منبع آگاه», «دو مقام», «این مربی», «یک تن از همسایه ها»."""
    grammar = get_grammar("fa")
    first, last = phrase
    while first < last - 1 and (
        page.words[first] in grammar.indefinites
        or page.words[first] in grammar.demonstratives
        or page.words[first] in grammar.words["quantities"]
        or page.words[first] == "از"
        or (page.words[first] in COUNTED and page.words[first + 1] == "از")
    ):
        first += 1
    return first


def says(word: str) -> bool:
    """Tell whether a word is a verb of saying and no noun: «خواند و پرسید», where a copy cut the line before."""
    hit = load_cues("fa").find((word,), 0)
    past = word not in get_grammar("fa").words["past_nouns"] and not word.endswith("ه")
    return past and hit is not None and hit.value.shape == "verb"

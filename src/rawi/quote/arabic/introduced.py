"""Whom an Arabic report told of without a name and calls by the article afterwards: «وقف شاب في العشرينيات ينتظر. «C»، قال الشاب»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page
from rawi.quote.saying import Range

_FARTHEST = 40  # tokens
_OTHER = frozenset({"اخر", "اخری"})
_WAS = frozenset({"کان", "کانت"})


def find_introduced(page: Page, phrase: Range, before: int) -> Range | None:
    """The words that told of someone before whom one definite word means; None where nobody was told of so."""
    first, last = phrase
    head = get_grammar("ar").bare(page.words[first])
    if last - first != 1 or head == page.words[first] or not _is_someone(head):
        return None
    here = page.sentence_at(first)
    for i in range(min(first, before) - 1, max(0, first - _FARTHEST) - 1, -1):
        if page.mark_at[i] is None and _form(page.words[i]) == head and _is_subject(page, i):
            there = page.sentence_at(i)
            if here is None or there is None or there.paragraph != here.paragraph:
                return None
            told = read_source(page, i, there.last)
            named = told and any(k in page.mention_at for k in range(*told))
            return told if told and told[0] == i and not named else None
    return None


def _is_someone(head: str) -> bool:
    """Tell whether a noun is a role, or a man, woman or child."""
    people = get_grammar("ar").words["named_people"]
    return head in people or head in load_people("ar").roles.alone


def _form(word: str) -> str:
    """A noun without «و» and the ending of the accusative: وشاب, شاباً."""
    bare = word[1:] if word[0] in "وف" and _is_someone(word[1:].removesuffix("ا")) else word
    return bare if _is_someone(bare) else bare.removesuffix("ا")


def _is_subject(page: Page, token: int) -> bool:
    """Tell whether an indefinite noun follows a verb, «هناك» or the like: «كان شاب», «نزل منها رجل»; not «كلّ مهندس», «نائب مدير»."""
    words = page.words
    if token == 0 or (words[token + 1 : token + 2] and words[token + 1] in _OTHER):
        return False
    at = token - 1
    sets = get_grammar("ar")
    while at > 0 and (words[at] in sets.words["resuming"] or words[at] in ("هناک", "هنا")):
        at -= 1
    return is_verb(words[at]) or words[at].removeprefix("و") in _WAS or words[at] in ".،"

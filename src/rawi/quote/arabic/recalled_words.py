"""Words somebody recalls that are another's: «استعاد وصية أبيه: «…»», «استشهد بقول المتنبي: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_LONGEST_OWNER = 5  # tokens
_PROVERBS = frozenset({"قول", "مقوله", "بیت", "ابیات"})  # of anybody: «بقول المتنبي»
_TO_HIM = frozenset({"له", "لها", "لهم", "لی", "لنا"})
_ONE = frozenset({"احد", "احدی", "احدا"})  # with a pronoun
_AGAINST = frozenset({"علی", "عن", "الی", "من"})


def give_to_owner(page: Page, saying: Saying) -> Saying:
    """A saying with whose words it is, where a noun of words and its owner stand right before the colon."""
    owner = _owner_before(page, saying.content[0][0]) if saying.content else None
    if owner is None:
        return saying
    return saying._replace(source=owner, gender=None, aside=True, recaller=saying.source)


def _owner_before(page: Page, start: int) -> Range | None:
    """Whose words are told at a token behind a colon: «وصية | أبيه | له: «»."""
    words = page.words
    colon = start - 1 - (start > 1 and words[start - 1] in MARKS)
    if colon < 2 or words[colon] != ":":
        return None
    last = colon - (words[colon - 1] in _TO_HIM)
    nouns = get_grammar("ar").words["recalled"]
    for i in range(last - 2, max(0, last - 1 - _LONGEST_OWNER), -1):
        if not page.is_word(i) or page.mark_at[i] is not None or i in page.mention_at:
            return None
        if not nouns.isdisjoint((words[i], words[i].removeprefix("ب"))):
            against = i > 0 and words[i - 1] in _AGAINST
            proverb = words[i].removeprefix("ب") in _PROVERBS and words[i + 1].startswith("ال")
            owned = proverb or _is_owner(page, (i + 1, last))
            return (i + 1, last) if owned and not against else None
    return None


def _is_owner(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is someone, also by whose he is: جدّتها, «معلمه القديم»."""
    word = page.words[phrase[0]]
    if word in get_grammar("ar").prepositions:
        return False
    stem = without_pronoun(word)
    forms = (stem, stem.removesuffix("ی"), stem.removesuffix("و"))  # أبيه, أخوها
    own = any(form in load_people("ar").roles.alone for form in forms if form)
    own = own or (stem in _ONE and phrase[1] - phrase[0] == 1)  # إحداهن
    return own or is_somebody(page, phrase)

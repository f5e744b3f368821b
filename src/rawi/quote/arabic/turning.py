"""To whom an Arabic speaker turns before he speaks, or gives something while he does: «التفت X إلى القاضي قائلاً», «قال X، وهو يسلّم المفتاح للمديرة»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.forms import all_joined, joined_form
from rawi.quote.arabic.hearers import hears, is_someone, read_addressed, read_partner
from rawi.quote.arabic.words import TO_HIM
from rawi.quote.page import Page
from rawi.quote.saying import Range

_WHILE = frozenset({"وهو", "وهی", "وهم"})
_ROOMS = frozenset({"مکتب", "بیت", "منزل", "غرفه", "شقه", "خیمه", "ورشه", "متجر", "سریر", "طاوله", "باب"})  # fmt: skip
_LONGEST_NAME = 4  # words in marks
_NEAR_HIM = 3  # tokens from a verb to «له»


def turned_to(page: Page, before: Range) -> Range | None:
    """To whom a speaker turns before he speaks: «التفت المحامي X إلى القاضي قائلاً», «مثل المتهم أمام القاضية وقال»."""
    first, stop = before
    sets = get_grammar("ar").words
    turning = all_joined(sets["turning"])
    verb = next((i for i in range(first, stop) if page.words[i] in turning), None)
    if verb is None:
        return None
    appears = joined_form(page.words[verb], sets["appearing"]) is not None
    towards = ("الی", "امام") if appears else ("الی", "نحو", "صوب")
    for i in range(verb + 1, stop):
        if (mark := page.mark_at[i]) is not None:
            if page.count_words(*mark) > _LONGEST_NAME:
                return None
            continue  # «وتوجّهت صحافية من جريدة «الأفق» إلى المدير بالسؤال»
        if page.words[i] in towards and page.words[i + 1] in _ROOMS and is_someone(page, i + 2):
            # «توجّهت إلى مكتب | المدير وقالت له»: who is there, where a pronoun means him
            him = not TO_HIM.isdisjoint(page.words[stop : stop + _NEAR_HIM])
            return read_partner(page, i + 2, stop) if him else None
        if page.words[i] in towards and is_someone(page, i + 1):
            body = page.mention_at.get(i + 1) if page.words[i] == "امام" else None
            if body is not None and body.mention.type == "ORG" and not hears(page, i + 1):
                return None  # «وقفوا أمام المدرسة»
            return read_partner(page, i + 1, stop)
    return None


def given_to(page: Page, after: Range) -> Range | None:
    """To whom a speaker gives something or turns while he speaks: «قال X، وهو يسلّم المفتاح للمديرة: «…»»."""
    first, stop = after
    giving = get_grammar("ar").words["giving"]
    verb = next((i for i in range(first + 1, stop) if page.words[i] in giving), None)
    if verb is None or page.words[verb - 1] not in _WHILE:
        return None
    for i in range(verb + 1, stop):
        if page.mark_at[i] is None and page.words[i] == "الی" and is_someone(page, i + 1):
            named = page.mention_at.get(i + 1)
            person = named is None or named.mention.type == "PER"
            return read_partner(page, i + 1, stop) if person else None
        if page.words[i].startswith("لل") and is_someone(page, i, 2):
            return read_addressed(page, i, stop)
    return None

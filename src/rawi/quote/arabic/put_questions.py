"""To whom an Arabic question told by its noun is put, and by whom: «لدى سؤال القاضي له هل C», «افتتحت X اللقاء بسؤال الشاعر: «…»»."""

from rawi.quote.arabic.answers import QUESTION, opening_question
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.holders import opening_subject
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.put_to_him import find_putter
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_LONGEST_ASKED = 8  # tokens of who is asked


def puts_first(page: Page, first: int, last: int) -> Range | None:
    """Who puts a question to someone meant by a pronoun, with which a sentence opens: «ولدى سؤال | القاضي له لماذا C، قال»."""
    noun = opening_question(page, first)
    put = find_putter(page, noun, last) if noun is not None else None
    return put[0] if put is not None else None


def find_putting(page: Page, first: int, noun: int) -> Range | None:
    """Who puts a question by whose noun with «ب» a clause goes on: «بادرت | المذيعة ضيفها بسؤاله هل C»."""
    by = page.words[noun].removeprefix("و").removeprefix("ب")
    joined = by != page.words[noun].removeprefix("و") and noun > first + 1
    return opening_subject(page, first, noun) if joined else None


def give_to_asked(page: Page, saying: Saying) -> Saying:
    """A question behind a colon with who is asked, by its noun right before: «ختم X الجلسة بسؤال | المتهمة: «…»»; who is asked does not speak."""
    if saying.language != "ar" or not saying.content:
        return saying
    colon = saying.content[0][0] - 2
    colon = colon if page.words[colon] == ":" else colon + 1
    here = page.sentence_at(colon)
    if here is None or page.words[colon] != ":":
        return saying
    for noun in range(colon - 1, max(here.first, colon - _LONGEST_ASKED), -1):
        if not page.is_word(noun) or page.mark_at[noun] is not None:
            return saying
        if without_pronoun(page.words[noun].removeprefix("و")) != "ب" + QUESTION:
            continue
        asker = find_putting(page, here.first, noun)
        asked = read_source(page, noun + 1, colon)
        if asked is not None and asked != (noun + 1, colon):
            return saying
        own = saying.source is not None and saying.source[1] <= noun
        return saying._replace(source=saying.source if own else asker, addressee=asked)
    return saying

"""What an Arabic verb of going on or ending has as its object: one's own speech, «واختتم X حديثه: C», or something else, «وواصل الفريق تدريباته: حصتان في اليوم»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.forms import is_own_speech, joined_form, without_pronoun
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.words import GOVERNING, SIGNS, TO_HIM
from rawi.quote.page import Page, PlacedCue

_NEAR = 5  # tokens behind a verb in which its object stands


def carries_something_on(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb of going on or ending has something else than a speech or a text as its object, or a message with which it ends: «واختتم المهرجان فعالياته: …», «المؤتمر يختتم أعماله: …», «ختم تقريره بتوصية إلى السائقين: …»."""
    sets = get_grammar("ar").words
    if joined_form(page.words[cue.first], sets["carrying_on"]) is None:
        return False
    for i in range(cue.last, min(cue.last + _NEAR, len(page.words))):
        word = page.words[i]
        if word in SIGNS or page.mark_at[i] is not None or word in TO_HIM | GOVERNING:
            return False
        if word.removeprefix("ب") in sets["messages"]:
            return True
        if _is_owned_thing(page, i):
            return not (is_own_speech(word) or is_text(word))
    return False


def _is_owned_thing(page: Page, token: int) -> bool:
    """Tell whether a noun has a pronoun and is no one: «تدريباته»; not «مدربه»."""
    word = page.words[token]
    stem = without_pronoun(word)
    if stem == word or word.startswith("ال") or token in page.mention_at:
        return False
    someone = load_people("ar").roles.find((stem,), 0) is not None or names_people(stem, "ar")
    return not someone and not page.written((token, token + 1)).endswith("ة")

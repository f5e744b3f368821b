"""Whom an Arabic letter came from, or reached, where no verb of sending says so: «ووصلت برقية من الجمعية», «خطاب ورد إليه من الهيئة»."""

from rawi.quote.arabic.answers import REACHING
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.holders import opening_subject
from rawi.quote.arabic.sendings import (
    LONGEST,
    Sending,
    from_whom,
    goes_on_in_text,
    speaks_in_text,
    text_forms,
)
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import TOWARDS_HIM
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_ANSWERS = frozenset({"رد", "ردا", "جواب", "جوابا", "تعلیق", "تعلیقا"})
_NEAR = 3  # tokens from the noun of a letter to the verb that it reached someone


def find_received(page: Page, first: int, at: int) -> Sending | None:
    """The letter or answer from somebody told of last before a token, without a verb of sending: «ووصلت برقية من الجمعية | طالبت فيها», «ومنها ردّ من موظف | طمأنها فيه»."""
    for i in range(at - 3, max(first, at - LONGEST) - 1, -1):
        if page.mark_at[i] is not None:
            return None
        if page.words[i + 1] != "من" or not (is_text(page.words[i]) or page.words[i] in _ANSWERS):
            continue
        sender = from_whom(page, i, at)
        return Sending(i, sender, None) if sender is not None else None
    return None


def received_by(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """Whom a letter reached, told by a pronoun, in which something is said: «اطلع المجلس على خطاب ورد إليه من الهيئة، اشترطت فيه أنّ»."""
    first, stop = before
    if not (speaks_in_text(page, cue) or goes_on_in_text(page, first, cue)):
        return None
    for i in range(stop - 1, first + 1, -1):
        if _reaches_him(page.words, i):
            near = range(i - 1, max(first, i - _NEAR) - 1, -1)
            text = next(
                (k for k in near if any(map(is_text, filter(None, text_forms(page, k))))), None
            )
            return opening_subject(page, first, text) if text is not None else None
    return None


def _reaches_him(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a verb at a token says that something reached someone meant by a pronoun: «ورد | إليه», «وصلتها»."""
    verb = without_object_pronoun(words[at])
    told = verb != words[at] or words[at + 1] in TOWARDS_HIM
    return told and past_gender(verb, REACHING) is not None

"""Tell the parts of a letter: salutation, greeting, closing and signature are its frame, not its words."""

from typing import Literal

from rawi.lang.letters import load_letters
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range

Frame = Literal["salutation", "greeting", "closing", "signature"]
_LONGEST_FRAME = 16  # words


def tell_frame(page: Page, paragraph: Paragraph) -> Frame | None:
    """Tell which part of a letter's frame a paragraph is, None when it is the letter's own words."""
    first, last, words = paragraph.first, paragraph.last, page.words
    count = page.count_words(first, last)
    if count > _LONGEST_FRAME:
        return None
    letters = load_letters(paragraph.language)
    opening = letters.closings.find(words, first)
    if opening and count <= _LONGEST_FRAME - 4:
        return "closing"
    greeting = letters.greetings.find(words, first)
    if greeting and count <= greeting.end - first + 5:
        return "greeting"
    ended = words[last - 1] in ".؟!؛:»"
    if letters.salutation_heads.find(words, first) and not ended:
        return "salutation"
    if any(letters.salutation_ends.find(words, i) for i in range(last - 3, last) if i > first):
        return "salutation"
    mention = page.mention_at.get(first)
    if mention and mention.mention.type == "PER" and not ended and count <= 10:
        return "signature"
    return None


def addressee_of(page: Page, salutation: Paragraph) -> Range | None:
    """Whom a salutation greets: the person named in it, else all of its words."""
    for i in range(salutation.first, salutation.last):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type == "PER":
            return mention.first, mention.last
    return page.trim(salutation.first, salutation.last)


def signer_of(page: Page, paragraph: Paragraph) -> Range | None:
    """The person who signs in a closing or signature."""
    for i in range(paragraph.first, paragraph.last):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type == "PER":
            return mention.first, mention.last
    return None

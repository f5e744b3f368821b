"""Tell the parts of a letter: salutation, greeting, closing and signature are its frame, not its words."""

from typing import Literal

from rawi.lang import LANGUAGES
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.offices import skip_titles
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range

_FAMILIES = frozenset({"خانواده", "خاندان"})

Frame = Literal["salutation", "greeting", "closing", "signature"]
_LONGEST_FRAME = 16  # words
_LONGEST_SIGNATURE = 8  # words


def tell_frame(page: Page, paragraph: Paragraph) -> Frame | None:
    """Tell which part of a letter's frame a paragraph is, None when it is the letter's own words."""
    first, last, words = paragraph.first, paragraph.last, page.words
    count = page.count_words(first, last)
    if count > _LONGEST_FRAME or paragraph.language not in LANGUAGES:
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
    mention = page.person_at(skip_titles(page, (first, last), paragraph.language))
    if mention and not ended:
        return "signature"  # «د. سلمى القاضي»
    if paragraph.language == "ar" and not ended and _signs_for_others(page, paragraph):
        return "signature"
    if paragraph.language == "fa" and not ended and _is_group(page, paragraph):
        return "signature"
    return None


def _signs_for_others(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic line names who signs for others: «عن السكان: سلمى القاضي», «عن الجمعية، سلمى القاضي»."""
    first, last, words = paragraph.first, paragraph.last, page.words
    named = page.mention_at.get(last - 1) or page.mention_at.get(last - 2)  # «… القاضي»»
    person = named is not None and named.mention.type == "PER" and named.first > first + 1
    parted = named is not None and words[named.first - 1] in ":،,"
    return words[first] == "عن" and person and parted


def _is_group(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph names a group or body and nothing else: «جمعی از استادان», «انجمن باغداران»."""
    first, last, words = paragraph.first, paragraph.last, page.words
    mention = page.mention_at.get(first)
    if mention and mention.mention.type == "ORG":
        return mention.last == last
    group = words[first] in get_grammar("fa").words["groups"] and words[first + 1] == "از"
    return group and not any(word in get_grammar("fa").verbs for word in words[first:last])


def is_opening_line(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph before a letter's first words is one of its opening lines: short, and no sentence."""
    words = page.words[paragraph.first : paragraph.last]
    verbs = get_grammar(paragraph.language).verbs
    return (
        page.count_words(paragraph.first, paragraph.last) <= _LONGEST_FRAME - 4
        and words[-1] not in ".؟!؛:…"
        and not any(word in verbs for word in words)
    )


def skip_greeting(page: Page, paragraph: Paragraph) -> int:
    """The token after an Arabic greeting that opens a longer paragraph: «تحية طيبة وبعد، …»; a Persian one belongs to it: «با سلام؛ به آگاهی می رساند …»."""
    if paragraph.language == "fa":
        return paragraph.first
    hit = load_letters(paragraph.language).greetings.find(page.words, paragraph.first)
    if hit and hit.end < paragraph.last and page.words[hit.end] in "،,؛.:":
        return hit.end + 1
    return paragraph.first


def vocative_in(page: Page, first: int, last: int, language: str) -> Range | None:
    """Who is called upon at the beginning of a speech: «جناب آقای القصار، …»."""
    titles = load_people(language).titles
    i = first
    while i < last and (title := titles.find(page.words, i)):
        i = title.end
    mention = page.person_at(i)
    if mention is not None:
        called = mention.first, mention.last
    else:
        roles = load_people(language).roles
        office = roles.find(page.words, i) if language == "fa" and i > first else None
        called = i - 1, i  # «جناب قاضی، …»: the last of the titles is an office
        if office is not None:
            called = i, office.end  # «خانم مدیرکل، …»
        elif not roles.find(page.words, i - 1) or i < first + 2:
            return None
    closed = called[1] < last and page.words[called[1]] in "،,:!؛;"
    roles = load_people(language).roles
    if language == "fa" and closed and roles.find(page.words, called[1] + 1):
        return None  # «جناب آقای X، وزیر آب، گفتند …» is spoken of
    return called if i > first and closed else None


def addressee_of(page: Page, salutation: Paragraph) -> Range | None:
    """Whom a salutation greets: the person named in it, else all of its words."""
    for i in range(salutation.first, salutation.last):
        mention = page.person_at(i)
        if mention:
            theirs = _greets_family(page, salutation.first, mention.first)
            return salutation.first if theirs else mention.first, mention.last
    # «نگاهبانان ارجمند، خواهران و برادران گرامی»: the first of them tells whom, without «ارجمند»; «سيدتي المديرة المحترمة»
    letters = load_letters(salutation.language)
    polite = get_grammar(salutation.language).words.get("polite", frozenset())
    first = next(
        (i for i in range(salutation.first, salutation.last) if page.words[i] not in polite), 0
    )
    if salutation.language != "ar" or not page.is_word(first):
        first = salutation.first
    called = skip_titles(page, (first, salutation.last), salutation.language)
    first = called if page.is_word(called) else first  # «السيد الدكتور | مدير المتحف»
    end = next(
        (i for i in range(first + 1, salutation.last)
         if page.words[i] in polite or letters.salutation_ends.find(page.words, i) or not page.is_word(i)),
        salutation.last,
    )  # fmt: skip
    return page.trim(first, end)


def _greets_family(page: Page, first: int, name: int) -> bool:
    """Tell whether a Persian salutation greets those of somebody named, and not him: «خانوادهٔ ارجمند X»; not «همکاران گرامی، آقای X»."""
    words = page.words[first:name]
    if not words or not all(page.is_word(i) for i in range(first, name)):
        return False
    return words[0] in _FAMILIES or names_people(words[0], "fa")


def greets_one(page: Page, salutation: Paragraph) -> bool:
    """Tell whether a salutation greets one person by name: «جناب آقای X»; not «فرزندانم، نگار، پارسا و امید»."""
    names = {page.mention_at[i].first for i in range(*salutation[:2]) if i in page.mention_at}
    several = "و" in page.words[slice(*salutation[:2])] or names_people(
        page.words[salutation.first], salutation.language
    )
    return len(names) == 1 and not several and signer_of(page, salutation) is not None


def signer_of(page: Page, paragraph: Paragraph) -> Range | None:
    """The person who signs in a closing or signature."""
    for i in range(paragraph.first, paragraph.last):
        mention = page.person_at(i)
        if mention:
            return mention.first, mention.last
    return None


def signs_for_body(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic line is only the name of a body: it signs a statement."""
    first, last = paragraph.first, paragraph.last
    mention = page.mention_at.get(first)
    body = mention is not None and mention.mention.type == "ORG" and mention.first == first
    short = page.count_words(first, last) <= _LONGEST_SIGNATURE
    return body and short and paragraph.language == "ar" and page.is_word(last - 1)

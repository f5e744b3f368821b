"""Which Arabic reporters behind a verb are answered or told something and do not speak: «فأجاب | مندوب الإذاعة قائلاً», «وأجابت | مراسلتنا عن سؤال»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.answers import ANSWERING
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.people_words import is_our_reporter
from rawi.quote.page import Page
from rawi.quote.saying import Range

_TO_HIM = ANSWERING | {"اخبر", "اخبرت", "ابلغ", "ابلغت"}  # they never go without whom they reach


def is_answered_reporter(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether a reporter behind «فأجاب» is who asked: «سُئل المدير عن الموعد، فأجاب | مندوب الإذاعة قائلاً»."""
    grammar, word = get_grammar("ar"), page.words[verb]
    head = grammar.bare(page.words[phrase[0]])
    if is_our_reporter(head):
        return _is_reached(page, phrase, word)
    if not word.startswith("ف") or word[1:] not in ANSWERING:
        return False
    return head in grammar.interviewers or head in grammar.words["reporters"]


def _is_reached(page: Page, reporter: Range, verb: str) -> bool:
    """Tell whether the outlet's own reporter, without a name, is the object of a verb that needs one: «وأخبر | مندوبنا أنّ»; not «أخبر مراسلنا الوزير أنّ»."""
    first, last = reporter
    behind = page.words[last : last + 1]
    someone = behind != () and (behind[0].startswith("ال") or last in page.mention_at)
    return last - first == 1 and not someone and joined_form(verb, _TO_HIM) is not None

"""Who wrote a piece in which somebody says I, as its last line tells who that is: «X عضو مجلس است.», «X، كاتبة في صحيفة الأفق»."""

from rawi.lang.first_person import says_i, says_i_in_persian
from rawi.quote.page import Page, Paragraph
from rawi.quote.roles import is_role
from rawi.quote.saying import Range

_LINKS = frozenset({"،", ",", "هو", "هی"})
_FEWEST = 3  # paragraphs in which the writer says I
_LONGEST_ROLE = 2  # words


def find_writer_below(page: Page) -> Range | None:
    """The name with which the last line opens, told of nowhere else, of whom that only says who he is."""
    last = page.paragraphs[-1] if page.paragraphs else None
    name = page.person_at(last.first) if last is not None else None
    if last is None or name is None or name.first != last.first:
        return None
    at = name.last + (name.last < last.last and page.words[name.last] in _LINKS)
    calling = page.words[at : min(at + _LONGEST_ROLE, last.last)]
    if not calling or not is_role(calling, last.language) or page.marked_within(*last[:2]):
        return None
    known = sum(
        m.mention.type == "PER" and _shares(page, m.first, name.last) for m in page.mentions
    )
    mine = sum(_says_i(page, paragraph) for paragraph in page.paragraphs[:-1])
    return (name.first, name.last) if known == 1 and mine >= _FEWEST else None


def _shares(page: Page, token: int, last: int) -> bool:
    """Tell whether a name at a token ends as one that ends at another does."""
    named = page.mention_at[token]
    return page.words[named.last - 1] == page.words[last - 1]


def _says_i(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether in the words of a paragraph that stand in no marks somebody says I or we."""
    words = [
        page.words[i] for i in range(paragraph.first, paragraph.last) if page.mark_at[i] is None
    ]
    return says_i(words) if paragraph.language == "ar" else says_i_in_persian(words)

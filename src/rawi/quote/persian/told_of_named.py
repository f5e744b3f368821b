"""What looks like a Persian name and tells of someone named before, or of the people of a body: «X، کاپیتان گنبد», «سرمربیان «ابر بجنورد»»."""

from rawi.lang.reading import words_of
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import is_relation, is_role
from rawi.quote.speaker import Words, is_part

_LONGEST_ROLE = 7  # tokens before a name


def tells_of_named(page: Page, placed: PlacedMention) -> bool:
    """Tell whether what was taken for a name tells what the one named before a comma is: «اکبر نورسته، صاحب نانوایی», not «دستیار نورسته، اکبر گلکار»."""
    before = page.mention_at.get(placed.first - 2)
    role = placed.mention.rule == "fa.role" and page.words[placed.first - 1] == "،"
    told = (
        role
        and before is not None
        and before.mention.type == "PER"
        and not any(is_relation((w,), "fa") for w in _words_before(page, before))
    )
    return told or _ends_known_role(page, placed) or _is_led(page, placed)


def _words_before(page: Page, name: PlacedMention) -> Words:
    """The one or two words before a name: «نوهٔ شش سالهٔ | X»."""
    before = page.words[max(0, name.first - 2) : name.first]
    return before if all(word[0].isalpha() for word in before) else before[-1:]


def _is_led(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a Persian name stands elsewhere in marks behind what its people are called: «سرمربیان «ابر بجنورد» و «موج انزلی»»."""
    if not placed.mention.rule.startswith("fa."):
        return False
    words = words_of(placed.mention.name)
    return any(is_part(words, name) for name in _names_of_bodies(page))


@keep_answers
def _names_of_bodies(page: Page) -> tuple[Words, ...]:
    """The names in marks behind what the people of a body are called."""
    people = (m for m in page.mentions if m.mention.type == "PER")
    marked = (m for m in people if page.mark_at[m.first] == (m.first, m.last))
    return tuple(page.words[m.first : m.last] for m in marked if _heads_body(page, m.first - 2))


def _heads_body(page: Page, at: int) -> bool:
    """Tell whether a token, or those before other words in marks, is a role that people have of a body: «سرمربیان», «کاپیتان»."""
    while at > 1 and page.words[at] in ("و", "،"):
        mark = page.mark_at[at - 2]
        if mark is None:
            return False
        at = mark[0] - 2
    return at >= 0 and any(
        is_role((page.words[at].removesuffix(ending),), "fa")
        for ending in ("", "ان", "ها", "های")
        if page.words[at].endswith(ending)
    )


def _ends_known_role(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a Persian name of one word only ends the role of someone named before: «X، کاپیتان تیم دختران گنبد، …», «کاپیتان گنبد گفت»."""
    if placed.last - placed.first > 1 or placed.mention.rule not in ("fa.known", "fa.speaker"):
        return False
    words = page.words
    head = next(
        (i for i in range(placed.first - 1, max(-1, placed.first - _LONGEST_ROLE), -1)
         if not page.is_word(i) or is_role(words[i : i + 1], "fa")),
        None,
    )  # fmt: skip
    if head is None or not page.is_word(head) or is_relation(words[head : placed.first], "fa"):
        return False
    told = set(words[head : placed.last])
    return any(
        m.mention.role is not None and m.first < placed.first and m.last - m.first > 1
        and told <= set(words_of(m.mention.role))
        for m in page.mentions
    )  # fmt: skip

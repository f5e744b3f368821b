"""What Arabic headings tell: an event, a study's finding, or first something else and then what someone says."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range

_LONGEST_STUDY = 3  # words of «دراسة طبية جديدة»


def tells_event(page: Page, content: Range) -> bool:
    """Tell whether after a colon an event stands and nothing is said of it: «بلدية الزهراء: جلسة صاخبة حول الميزانية»."""
    first = content[0]
    if (
        page.mark_at[first] is not None
        or page.words[first] not in get_grammar("ar").words["events"]
    ):
        return False
    words = page.words
    return not any(is_verb(words[i]) and not takes_article(words[i]) for i in range(*content))


def names_study(words: tuple[str, ...]) -> bool:
    """Tell whether a study or poll is named by where it was made or that it is new: «دراسة تونسية», «تقرير أممي»; no «تقرير مصوّر».

    >>> names_study(("دراسه", "تونسیه")), names_study(("تقریر", "مصور"))
    (True, False)
    """
    sets = get_grammar("ar").words
    head, rest = words[0], words[1:]
    if not rest or len(words) > _LONGEST_STUDY:
        return False
    if head in sets["studies"]:
        return all(word.endswith(("ی", "یه")) or word in sets["new"] for word in rest)
    return head == "تقریر" and all(word in sets["official"] for word in rest)


def find_joined_speaker(page: Page, paragraph: Paragraph) -> int | None:
    """The token of someone with «و» right before the second colon of a heading: «الجراد: استنفار في الواحات | وسالم الحاج: الوضع تحت السيطرة»."""
    inside = range(paragraph.first, paragraph.last - 1)
    colons = [i for i in inside if page.words[i] == ":" and page.mark_at[i] is None]
    if len(colons) != 2:
        return None
    joined = page.mention_at.get(colons[1] - 1)
    group = page.words[colons[1] - 1]
    if joined is None and group.startswith("وال") and names_people(group[3:], "ar"):
        return colons[1] - 1 if colons[1] > colons[0] + 2 else None  # «الوزير: C والمزارعون: D»
    known = joined is not None and joined.mention.type in ("PER", "ORG")
    if joined is None or not known or joined.last != colons[1] or joined.first <= colons[0] + 2:
        return None
    first = joined.first
    given = page.words[first - 1]
    if given[0] == "و" and given[1:] in load_people("ar").given_names.alone:
        first -= 1  # «ونادر بن علي», of which the name begins with «بن»
    return first if page.words[first].startswith("و") else None

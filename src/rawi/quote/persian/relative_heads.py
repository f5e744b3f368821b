"""What a Persian relative clause of saying hangs on: «کشاورزی که پرسید», «یکی از آنها شرکت X است که وعده داده»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.page import Page
from rawi.quote.persian.phrases import heads_role, is_part
from rawi.quote.persian.verbs import COPULAS
from rawi.quote.persian.voices import is_one
from rawi.quote.roles import is_relation
from rawi.quote.saying import Range

_SUCH_AS = frozenset({"عبارتند", "عبارتاند"})


def read_antecedent(page: Page, first: int, at: int) -> Range | None:
    """What the relative clause of a cue at a token hangs on: the name or role right before «که»."""
    humans = get_grammar("fa").words["humans"]
    while at > first and page.words[at] != "که":
        at -= 1
    at -= at - 1 > first and page.words[at - 1] in COPULAS  # «یکی از آنها X است که گفته است C»
    if (body := _free_body(page, at - 1)) is not None:
        return body
    for i in range(at - 1, max(first, at - 8) - 1, -1):
        mention = page.person_at(i)
        if mention:
            # «دختر X که به قول خودش C»
            kin = mention.first > first and is_relation((page.words[mention.first - 1],), "fa")
            return mention.first - kin, at
        if heads_role(page, i) and not (i > first and heads_role(page, i - 1)):
            return i, at
        # «خبرنگارانی که پرسیدند»
        people = names_people(page.words[i].removesuffix("ی"), "fa")
        someone = people or names_people(page.words[i], "fa") or page.words[i] in humans
        if page.words[i - 1] == "از" and is_part(page.words[i - 2]) and (someone or i == at - 1):
            return i - 2, at  # «یکی از آنها که پرسید»
        if (i == at - 1 or page.words[i + 1] == "از") and (someone or is_one(page, (i, at))):
            return i, at  # «کشاورزی که پرسید», «خبرنگاری از روزنامهٔ X که پرسید»
    return None


def _free_body(page: Page, last: int) -> Range | None:
    """The body whose name ends at a token, of which nobody is told to be: «یکی از آنها | شرکت X»; not «رئیس شرکت X», «دانشجویی از دانشگاه X»."""
    body = page.mention_at.get(last)
    if body is None or body.mention.type != "ORG" or body.last != last + 1:
        return None
    before = page.words[body.first - 1]
    listed = before == "از" and page.words[body.first - 2] in _SUCH_AS
    hangs = before in get_grammar("fa").prepositions and not listed
    return None if hangs or heads_role(page, body.first - 1) else (body.first, body.last)

"""What an Arabic verb calls something so, told with whose it is, and no part of who does: «وصف سالم حداد | قرار الشركة بأنه», «ووصفت | تراجع الشركة بأنه نصف خطوة»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.people import load_people
from rawi.quote.arabic.people_words import heads_body
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def labelled_at(page: Page, source: Range, cue: PlacedCue, stop: int) -> int | None:
    """The token of a phrase behind a verb such as وصف at which the thing it calls so begins; None where the phrase is who does, or the verb has whom it is done to."""
    first, last = source
    if "label" not in cue.cue.frames or cue.cue.object or cue.cue.passive or last != stop:
        return None
    if first != cue.last or not page.words[stop].startswith("ب"):
        return None
    of_what = range(last - 1, first, -1)
    begun = next((i for i in of_what if not page.words[i].startswith("ال")), first)
    return begun if begun < last - 1 and _is_thing(page, begun) else None


def _is_thing(page: Page, token: int) -> bool:
    """Tell whether an indefinite noun at a token is nobody: no name, role, people or body."""
    word = page.words[token]
    if token in page.mention_at or word.startswith("ال") or not takes_article(word):
        return False
    people = load_people("ar")
    someone = any(
        word in known.alone for known in (people.roles, people.titles, people.given_names)
    )
    many = names_people(word, "ar") or heads_people(word)
    some = word in get_grammar("ar").indefinites or word in get_grammar("ar").words["quantities"]
    return not (someone or many or some or heads_body(word))

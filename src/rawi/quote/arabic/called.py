"""Names no table knows behind a word for being called: «أحدهم، ويُدعى أولا برين، …», «امرأة اسمها سيلجه موي»."""

from collections.abc import Iterator, Sequence

from rawi.facts import Mention
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.apposed import TRUE_NAMES
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.presenting import is_small
from rawi.quote.arabic.words import SIGNS, is_governed
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.saying import Range

RULE = "ar.called"
_SHORTEST, _LONGEST = 2, 4  # tokens of a name; a given name alone leaves someone who he was
_FARTHEST = 7  # tokens between someone and «called»: «رجل ذو شارب فضي اسمه»


def find_called(
    page: Page, sentence: PlacedSentence, presented: Sequence[PlacedMention]
) -> Iterator[PlacedMention]:
    """Yield the names in a sentence by which it says people are called, but where a role presents someone."""
    taken = {i for mention in presented for i in range(mention.first, mention.last)}
    called = get_grammar("ar").words["named"]
    inside = range(sentence.first + 1, sentence.last - 1)
    for i in [i for i in inside if page.words[i] in called]:
        if page.mark_at[i] is not None:
            continue
        begun = i + 1 + (page.words[i + 1] in TRUE_NAMES)  # «واسمها الحقيقي …»
        place = _read_name(page, begun, sentence.last)
        if place is None or not taken.isdisjoint(range(*place)):
            continue  # «حارس اسمه الطباخ زمرو كلهات»
        if _is_of_someone(page, sentence.first, i):
            name = page.written(place)
            yield PlacedMention(*place, Mention(page.reading.span(*place), "PER", name, RULE))


def _read_name(page: Page, first: int, last: int) -> Range | None:
    """The words of a name up to a sign, a word of saying or a small word; None where a known name or something else stands."""
    words, end = page.words, first
    while end < min(last, first + _LONGEST) and _may_be_name(page, end):
        end += 1
    bordered = end < len(words) and (
        words[end] in SIGNS or is_small(words[end]) or load_cues("ar").find(words, end) is not None
    )
    whole = page.person_at(first) is not None
    return (first, end) if end - first >= _SHORTEST and bordered and not whole else None


def _may_be_name(page: Page, at: int) -> bool:
    """Tell whether a word may be of a name: no sign, small word, word of saying or verb, and outside marks."""
    word = page.words[at]
    if not word.isalpha() or page.mark_at[at] is not None or load_cues("ar").find(page.words, at):
        return False
    given = word in load_people("ar").given_names.alone
    return given or not (is_small(word) or is_verb(word) or is_governed(page, at))


def _is_of_someone(page: Page, first: int, at: int) -> bool:
    """Tell whether shortly before a word for being called someone stands: by role, «امرأة», «أحدهم», «أحد السكان»."""
    people, sets = load_people("ar"), get_grammar("ar").words
    for i in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
        word = page.words[i]
        if word in ".؟!؛:":
            return False
        forms = {word, get_grammar("ar").bare(word), without_pronoun(word)}
        forms |= {form.removesuffix("ا") for form in forms}
        if any(
            form in people.roles.alone
            or form in sets["named_people"]
            or form in ONE_OF
            or names_people(form, "ar")
            for form in forms
            if form
        ):
            return True
    return False

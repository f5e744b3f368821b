"""Which names of an Arabic sentence stand in the genitive, so that it is not about them: «بجهود X», «بين المدير X والمهندس Y»."""

from collections.abc import Collection, Iterator, Sequence

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.words import is_cue
from rawi.quote.page import Page, PlacedMention

_JOINED = "بلك"
_ARTICLE = "ال"
_LONGEST_ROLE = 4  # tokens: «ورئيس مجلس النادي»


def is_possessor(page: Page, mention: PlacedMention, first: int) -> bool:
    """Tell whether a thing of his that a preposition governs stands right before a person's name, in a sentence from a token on: «عن اجتماع X», «بجهود X»; no verb, role or title, nor «تصويت X» that is told of itself."""
    at = mention.first - 1
    if (
        mention.mention.type != "PER"
        or at <= first
        or not page.is_word(at)
        or at in page.mention_at
    ):
        return False
    word = page.words[at]
    joined = word[0] in _JOINED and not takes_article(word)
    stem = word[1:] if joined else word
    if not joined and page.words[at - 1] not in get_grammar("ar").prepositions:
        return False
    if word.startswith(_ARTICLE) or stem.startswith(_ARTICLE) or not takes_article(stem):
        return False
    people, grammar = load_people("ar"), get_grammar("ar")
    someone = people.roles.find((stem,), 0) or people.titles.find((stem,), 0)
    small = (
        stem in grammar.adverbs or stem in grammar.conjunctions or stem in grammar.words["times"]
    )
    return not (someone or small or is_verb(word) or is_finite(page, at) or is_cue(page, at))


def without_joined(
    page: Page, mentions: Sequence[PlacedMention], free: Collection[PlacedMention]
) -> Iterator[PlacedMention]:
    """Yield the free ones of an Arabic sentence's mentions without those joined with «و» to one that is not: «بين X ورئيس النادي Y»."""
    held = False
    for k, mention in enumerate(mentions):
        joined = k > 0 and _is_joined(page, mentions[k - 1], mention)
        held = (joined and held) or mention not in free
        if not held:
            yield mention


def _is_joined(page: Page, before: PlacedMention, mention: PlacedMention) -> bool:
    """Tell whether «و» and no more than a role stand between two people's names."""
    between = page.words[before.last : mention.first + 1]
    if (
        before.mention.type != "PER"
        or len(between) > _LONGEST_ROLE
        or not between[0].startswith("و")
    ):
        return False
    if len(between) == 1:
        return mention.mention.type == "PER"
    head = between[0][1:].removeprefix(_ARTICLE)
    role = load_people("ar").roles.find((head,), 0) is not None
    return role and mention.mention.type == "PER"

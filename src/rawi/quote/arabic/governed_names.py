"""Which names of an Arabic sentence stand in the genitive, so that it is not about them: «بجهود X», «بين المدير X والمهندس Y»."""

from collections.abc import Collection, Iterator, Sequence

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.apposed import name_past_roles
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.holders import is_addressed_role
from rawi.quote.arabic.people_words import (
    calls_someone,
    is_definite_role,
    is_own_person,
    is_to_own,
)
from rawi.quote.arabic.spoken_of import is_spoken_of
from rawi.quote.arabic.told import is_labelled, past_gender
from rawi.quote.arabic.words import hangs_before, in_relative, is_cue
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import is_role

_HIM = ("ه", "ها", "هم", "هما", "هن")  # pronouns of a preposition
_JOINED = "بلك"
_ARTICLE = "ال"
_LONGEST_ROLE = 4  # tokens: «ورئيس مجلس النادي»


def is_held(page: Page, mention: PlacedMention, first: int) -> bool:
    """Tell whether a preposition, role, verb or relative clause holds a name of a sentence from a token on, so that it is about somebody else."""
    at = mention.first
    if hangs_before(page, at) or calls_someone(page.words[at - 1] if at else ""):
        return True  # «وصرّحت | لوزارة السياحة بأنّ», «قالت للدكتورة | X إنّ»
    return (
        _is_behind_preposition(page, mention)
        or is_addressed_role(page, 0, at, owned=False)  # «المحيط بقاضي المحكمة X»
        or is_labelled(page, (at, mention.last), at - 1)  # «فقد اتهم X بأنّه»
        or is_spoken_of(page, at)  # «وعن الحارس X، اكتفى بالقول»
        or _has_agent(page, mention)
        or _is_own_met(page, at)
        or in_relative(page, first, at)
        or _is_possessor(page, mention, first)
    )


def _is_own_met(page: Page, name: int) -> bool:
    """Tell whether a name tells who somebody's own person is, to whom or with whom the other does something: «أعطت الماء لمنافستها | X», «عانق خصمه | X»; no «قال شقيقه | X»."""
    own = name - 1
    if own < 1 or not page.is_word(own) or own in page.mention_at:
        return False
    if is_to_own(page, own):
        return True
    counterpart = without_pronoun(page.words[own]) in get_grammar("ar").words["counterparts"]
    if not (counterpart or is_own_person(page, own)):
        return False
    return past_gender(page.words[own - 1], get_grammar("ar").words["always_to"]) is not None


def _is_possessor(page: Page, mention: PlacedMention, first: int) -> bool:
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
    someone = stem in people.roles.alone or stem in people.titles.alone
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
    role = head in load_people("ar").roles.alone
    return role and mention.mention.type == "PER"


def _is_behind_preposition(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a role with the article, which a preposition governs, stands before a name: «من المدربة | X», not «أجرتها معه الصحفية | X»."""
    if mention.first < 2 or not is_definite_role(page.words[mention.first - 1]):
        return False
    word = page.words[mention.first - 2]
    return word in get_grammar("ar").prepositions and not _has_pronoun(word)


def _has_pronoun(preposition: str) -> bool:
    """Tell whether a preposition has whom it governs written with it: معه, عليها."""
    stems = (preposition.removesuffix(end) for end in _HIM if preposition.endswith(end))
    return any(stem in get_grammar("ar").prepositions or stem in "بل" for stem in stems)


def _has_agent(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a name is that of him whose agent or kin is named behind a comma: «محامي | سليم، نادر الحاوي، …», «حفيدة | سليم، الطالبة هدى، …»."""
    before = page.words[mention.first - 1] if mention.first else ""
    if page.words[mention.last : mention.last + 1] != ("،",) or not is_role((before,), "ar"):
        return False
    here = page.sentence_at(mention.first)
    agent = name_past_roles(page, mention.last + 1, here.last) if here is not None else None
    return not before.startswith("ال") and agent is not None

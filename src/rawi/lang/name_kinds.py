"""Tell whether the words someone is called by are a name, and of what: «خبرنگاران» and «سخنگوی پلیس» are none. Floor 2."""

from rawi.facts import MentionType
from rawi.lang.common import is_rare, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.names import cut_words
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb

_LONGEST_PERSON, _LONGEST_BODY = 4, 5  # words


def tell_name_kind(name: str, language: str) -> MentionType | None:
    """Tell the kind of a name no stage before marked; None where the words describe and do not name.

    A person's name begins with a given name, or has two unknown words or more; an organisation's has its head noun.

    >>> [tell_name_kind(name, "fa") for name in ("هما زرنگار", "خبرنگاران", "سخنگوی پلیس", "انجمن باغداران")]
    ['PER', None, None, 'ORG']
    """
    words = tuple(cut_words(name))
    if not words or len(words) > _LONGEST_BODY:
        return None
    people = load_people(language)
    bare = (get_grammar(language).bare(words[0]), *words[1:])
    head = people.organisations.find(bare, 0)
    if head is not None:
        return "ORG" if len(words) > 1 and not head.value.weak else None
    if people.roles.find(bare, 0) is not None or not 1 < len(words) <= _LONGEST_PERSON:
        return None
    title = people.titles.find(words, 0)
    words = words[title.end :] if title and title.end < len(words) else words
    if people.given_names.find(words, 0) is not None or title:
        return "PER"
    return "PER" if all(_is_unknown(word, language) for word in words) else None


def _is_unknown(word: str, language: str) -> bool:
    """Tell whether a word is hardly anything but a name."""
    if word.isascii():
        return word.isalpha()
    if not word.isalpha():
        return False
    if language == "ar":
        return not (word.startswith("ال") or takes_article(word) or is_verb(word))
    return is_rare(word) and not names_people(word, language)

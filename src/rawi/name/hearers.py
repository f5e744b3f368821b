"""Words behind a whole Arabic name that are no part of it but say who is told or asked: «وعد طارق نجار | الأهالي», «| متابعيها», «| لموظفيه»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import load_people
from rawi.lang.told_names import tells_known
from rawi.name.families import is_family_name
from rawi.name.joined_words import is_of_someone
from rawi.name.words import is_surname_word

_SHORTEST_PLURAL = 6  # letters of مساهمين, without the article
_WHOLE_NAME = 2  # parts at least
_SHORTEST_JOINED = 5  # letters of «ل» and a noun
_PRONOUNS = ("ها", "هم", "هن", "ه")


def names_hearers(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word is people, a body or someone's own people, with «ل» or «ب» or none, and nobody's surname.

    >>> [names_hearers((word, "."), 0) for word in ("المتدربین", "زملاءه", "للحاضرین", "الزهرانی", "باعشن")]
    [True, True, True, False, False]
    >>> [names_hearers((word, "."), 0) for word in ("والدتها", "شقیقه", "لحفیدها", "کیلی")]
    [True, True, True, False]
    """
    word = words[at]
    if word in load_known_names("ar").surnames or is_family_name(word, "ar"):
        return False
    after = words[at + 1] if at + 1 < len(words) else ""
    forms = [word, word[1:]] if word[0] in "لب" and len(word) >= _SHORTEST_JOINED else [word]
    forms += ["ال" + word[2:]] if word.startswith("لل") else []
    several = any(_are_people(form, after) for form in forms)
    relative = any(map(_is_relative, forms)) and not _is_borne(words, at)
    told = tells_known(words, at) or relative
    return several or _is_joined_role(word) or told


def _are_people(word: str, after: str) -> bool:
    """Tell whether a word is people or a body with the article, people with a pronoun, or people of something: الأهالي, متابعيها, «موظفي المرفأ»."""
    bare = word.removeprefix("ال")
    if bare != word:
        body = bare in load_people("ar").organisations.alone
        several = bare.startswith("م") and bare.endswith("ین") and len(bare) >= _SHORTEST_PLURAL
        return body or several or names_people(bare, "ar")
    if word.endswith("ی") and after.startswith("ال"):
        return names_people(word + "ن", "ar")
    return _are_owned(word) or (word.endswith("ین") and names_people(word, "ar"))


def _are_owned(word: str) -> bool:
    """Tell whether a word is someone's own people: طلابه, زملائه, متابعيها, لاعباته."""
    for pronoun in _PRONOUNS:
        stem = word.removesuffix(pronoun)
        if stem == word or len(stem) < len("طلا"):
            continue
        forms = (stem, stem + "ن", stem[:-1] + "ون", stem[:-1] + "ء")
        if any(names_people(form, "ar") for form in forms):
            return True
    return False


def _is_relative(word: str) -> bool:
    """Tell whether a word is someone of someone's: والدتها, شقيقه."""
    role = load_people("ar").roles.find((word,), 0)
    return is_of_someone(word) or (role is not None and bool(role.value.relation))


def _is_borne(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word for kin or a friend that families bear too stands before no noun of whom it is: «رؤى | صديق فأكدت»; not «سألت رؤى | صديق المدير»."""
    known = load_known_names("ar")
    after = words[at + 1] if at + 1 < len(words) else ""
    borne = words[at] in known.surnames or words[at] in known.perhaps_surnames
    return borne and not after.startswith("ال")


def _is_joined_role(word: str) -> bool:
    """Tell whether a word is «ل» or «ب» and a role or several people, and no role itself: بعميدة, لمتطوعات; not لاعب, باحث."""
    roles = load_people("ar").roles
    joined = word[0] in "لب" and len(word) >= _SHORTEST_JOINED
    joined = joined and word not in roles.alone and not names_people(word, "ar")
    someone = word[1:] in roles.alone or names_people(word[1:], "ar")
    someone = someone or (word.startswith("لل") and word[2:] in roles.alone)
    ours = word[1:].removesuffix("نا") in get_grammar("ar").interviewers  # «لمراسلنا»
    someone = someone or ours or word[1:] in ONE_OF
    return joined and someone and word not in get_grammar("ar").verbs


def names_another(words: tuple[str, ...], first: int, at: int) -> bool:
    """Tell whether behind an Arabic given name and surname from a token on a woman's name begins, who is another: «أبلغ سامي نادر | هدى سالم»; fathers' names are men's."""
    if at - first < _WHOLE_NAME or at + 1 >= len(words):
        return False
    given = load_people("ar").given_names.find(words, at)
    hers = given is not None and given.value.gender == "f" and not given.value.weak
    return hers and is_surname_word(words, at + 1, "ar")

"""Arabic verbs that give a name: تلقّبه, يسمّونها."""

from rawi.quote.arabic.forms import without_pronoun

_NAMING = frozenset(
    form + end
    for form in ("یلقب", "تلقب", "یسمی", "تسمی", "ینادی", "تنادی", "یکنی", "تکنی")
    for end in ("", "ون", "ونه", "ونها")
) | {
    "لقب",
    "لقبت",
    "لقبوه",
    "لقبوها",
    "یسمون",
    "یسمونه",
    "یسمونها",
    "یسمی",
    "تسمیه",
    "یسمیه",
    "یسمیها",
    "تسمیها",
}


def is_naming(word: str) -> bool:
    """Tell whether a word is a verb that gives a name, with whom it names: تلقّبه, يسمّونها."""
    return word.lstrip("و") in _NAMING or without_pronoun(word.lstrip("و")) in _NAMING

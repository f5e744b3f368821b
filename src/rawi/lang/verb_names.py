"""Men's names that are verbs of a woman or of a body, too: رفعت, حكمت, مدحت, نشأت. Floor 2."""

from rawi.lang.people import load_people


def is_verb_of_her(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a man's Arabic name in ت is the verb of the woman or body behind it: «رفعت | الجمعية دعوى»; words are folded.

    >>> [is_verb_of_her(words, 0) for words in (("رفعت", "الجمعیه"), ("رفعت", "نادیه"), ("رفعت", "الاسعد"))]
    [True, True, False]
    """
    if not words[at].endswith("ت") or at + 1 >= len(words):
        return False
    people = load_people("ar")
    own, behind = people.given_names.find(words, at), people.given_names.find(words, at + 1)
    if own is None or own.end > at + 1 or own.value.gender != "m":
        return False
    her = behind is not None and behind.value.gender == "f"
    definite = words[at + 1].startswith("ال") and words[at + 1].endswith("ه")
    return her or definite or people.organisations.find(words, at + 1) is not None

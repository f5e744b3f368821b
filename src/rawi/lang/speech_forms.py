"""The third-person forms of verbs of saying, made from a table's past and present: a table names a verb once."""

from collections.abc import Iterator
from typing import Literal

_JOINER = "\u200c"
# Verbs of three letters whose dual is no other word.
_OF_TWO = frozenset({"قال", "أكد", "روى", "حكى", "أصر"})
_SHORTEST_OF_TWO = 4  # letters of أضاف, اعترف


def persian_forms(past: str, present: str) -> Iterator[tuple[str, bool]]:
    r"""Yield the third-person forms of a verb and whether they are plural.

    >>> [form.replace("\u200c", "|") for form, plural in persian_forms("گفت", "گوی") if plural][:3]
    ['گفتند', 'می|گفتند', 'گفته|اند']
    """
    vowel = past + "ه"
    for form in (
        past, f"می{_JOINER}{past}", vowel, f"{vowel} است", f"{vowel} بود", f"می{_JOINER}{present}د",
        f"{past}ه{_JOINER}است", f"می{_JOINER}{vowel}", f"ب{present}د", f"خواهد {past}", f"{vowel} باشد",
        f"{vowel} بوده است",
    ):  # fmt: skip
        yield form, False
    if past == "داشت":
        yield f"{present}د", False
        yield f"{present}ند", True
    for form in (
        f"{past}ند", f"می{_JOINER}{past}ند", f"{vowel}{_JOINER}اند", f"{vowel} اند", f"{vowel} بودند",
        f"می{_JOINER}{present}ند", f"{vowel}ند", f"ب{present}ند", f"خواهند {past}", f"{vowel} باشند",
    ):  # fmt: skip
        yield form, True


def persian_passives(noun: str, past: str) -> Iterator[str]:
    r"""Yield the passives of a verb: with «شدن» after its participle, or in the stead of «کردن».

    >>> next(persian_passives("", "گفت")), next(persian_passives("ادعا", "کرد"))
    ('گفته شد', 'ادعا شد')
    """
    if past not in ("کرد", "نمود", "داشت", "ورزید"):
        noun = f"{noun} {past}ه".strip()
    for form in (
        "شد",
        "شده",
        "شده است",
        f"شده{_JOINER}است",
        "شده بود",
        f"می{_JOINER}شود",
        f"می{_JOINER}شد",
    ):
        # «خواسته شده» is also written together.
        yield f"{noun}{_JOINER if form.startswith('شده') else ' '}{form}"
    yield f"{noun} گردید"
    yield f"{noun} گردیده است"


def arabic_forms(verb: str) -> Iterator[tuple[str, Literal["m", "f"], bool]]:
    """Yield the third-person forms of a verb written `past present|past of she`, with gender and number.

    >>> [form for form, gender, plural in arabic_forms("أضاف يضيف") if gender == "f"]
    ['أضافت', 'تضيف', 'أضافتا', 'ستضيف', 'لتضيف', 'تضيفان', 'أضفن', 'يضفن']
    """
    he, _, she = verb.partition("|")
    past, present, *particle = he.split()
    if particle:  # «جاء في»: the preposition belongs to the cue
        past, present, particle = he.split()[0], he.split()[2], [he.split()[1]]
    tail = f" {particle[0]}" if particle else ""
    past_she = she.split()[0] if she else past + "ت"
    present_she = "ت" + present[1:]
    weak = present[-1] in "يوى"
    stem, past_stem = (present[:-1] if weak else present), past.rstrip("ىا") if weak else past
    he_forms = (
        past, *_misspelled(past), present, "س" + present, "ل" + present, present + "ان", *_past_of_two(past),
    )  # fmt: skip
    she_forms = (
        past_she, present_she, past_she + "ا", "س" + present_she, "ل" + present_she, present_she + "ان",
    )  # fmt: skip
    for form in he_forms:
        yield form + tail, "m", form.endswith(("ان", "ا")) and form not in (present, past)
    for form in she_forms:
        yield form + tail, "f", form.endswith("ان") and form != present_she
    for form in (past_stem + "وا", stem + "ون"):
        yield form + tail, "m", True
    if not weak:
        for form in (_before_noon(past), _before_noon(present)):
            yield form + tail, "f", True


def _misspelled(past: str) -> tuple[str, ...]:
    """How many write a past in alef: دعى for دعا.

    >>> _misspelled("دعا"), _misspelled("روى")
    (('دعى',), ())
    """
    return (past[:-1] + "ى",) if past.endswith("ا") else ()


def _past_of_two(past: str) -> tuple[str, ...]:
    """The dual past of a verb whose form no adverb shares: قالا, أضافا; without vowel signs ردّا is رداً.

    >>> _past_of_two("أضاف"), _past_of_two("قال"), _past_of_two("رد"), _past_of_two("أبدى")
    (('أضافا',), ('قالا',), (), ('أبديا',))
    """
    if past not in _OF_TWO and not (past.startswith(("أ", "ا")) and len(past) >= _SHORTEST_OF_TWO):
        return ()
    return ((past[:-1] + "يا") if past.endswith("ى") else past + "ا",)


def _before_noon(form: str) -> str:
    """A verb of them, the women: قال is قلن, يضيف is يضفن."""
    hollow = len(form) > 2 and form[-2] in "اوي"
    return (form[:-2] + form[-1] if hollow else form) + "ن"

"""Tell where a Persian surname is written in two words: «شاه حسینی», «شیخ الاسلامی», «کوه کن»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.name.words import is_closed, is_name_word, is_surname_word


def is_split(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a Persian surname begins that is written in two words: «شاه حسینی», «شیخ الاسلامی», «کوه کن».

    >>> is_split(("سعید", "شاه", "حسینی", "گفت"), 1, 4), is_split(("سعید", "شاه", "ایران", "شد"), 1, 4)
    (True, False)
    """
    if at + 1 >= last or not words[at + 1].isalpha():
        return False
    names = load_known_names("fa")
    heads = words[at] in get_grammar("fa").words["surname_heads"]
    tail = words[at + 1] in load_people("fa").surname_tails
    if is_closed(words[at + 1], "fa") and not tail:
        return False
    if not heads and (tail or words[at] in names.surnames):
        return False  # «احمدی نسب»: read part by part
    if words[at] + words[at + 1] in names.surnames:
        return True
    if not heads:
        return False
    bordered = at + 2 >= last or not is_name_word(words, at + 2, "fa")
    predicate = at + 2 < last and words[at + 2] in get_grammar("fa").words["copulas"]
    related = words[at + 1].endswith("ی") and is_name_word(words, at + 1, "fa")
    surname = related or tail or is_surname_word(words, at + 1, "fa")
    return bordered and not predicate and surname

"""Build lang/ar/verbs.tsv (CC BY-SA 4.0): words that are finite verbs of the third person and hardly anything else.

Run:  python tools/build_arabic_verbs.py
Made of `lang/ar/words.tsv.xz`. A noun takes the article and a verb never does; a verb has a past, a present and a
feminine that are words too. Only the third person singular is written; homographs of frequent nouns are left out.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path

from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar

FOLDER = Path(__file__).resolve().parents[1] / "src" / "rawi" / "lang" / "ar"
LEAST = 26  # tenths of the logarithm of the frequency in a billion: four times in ten million
RARER = 9  # the word with the article is so much rarer: eight times
NOMINAL_ENDS = ("ات", "نی", "نا", "ان")
NOT_VERBS = frozenset(
    {
        "مول",
        "اکی",
        "یونغ",
        "شیل",
        "دان",
        "بونت",
        "بان",
        "کان",
        "کانت",
        "جدا",
        "ذوی",
        "اسمی",
        "غذا",
        "روا",
    }
)
ARTICLES = ("ال", "وال", "بال", "لل")


class Words:
    """The frequencies of folded words."""

    def __init__(self) -> None:
        table = lzma.decompress((FOLDER / "words.tsv.xz").read_bytes()).decode("utf-8")
        self.spelled: dict[str, str] = {}
        self.frequency: dict[str, int] = {}
        for line in table.split("\n"):
            word, _, number = line.partition("\t")
            if not number or line.startswith("#"):
                continue
            folded = squeeze(word)
            if int(number) > self.frequency.get(folded, 0):
                self.frequency[folded], self.spelled[folded] = int(number), word

    def has(self, *forms: str) -> bool:
        """Tell whether all forms are words."""
        return all(form in self.frequency for form in forms)

    def is_noun(self, word: str) -> bool:
        """Tell whether a word is used with the article."""
        articled = max(self.frequency.get(article + word, 0) for article in ARTICLES)
        return articled > max(self.frequency[word] - RARER, 20)


def closed_words() -> frozenset[str]:
    """Words of closed classes, given names and places: a verb of the same letters is rarer."""
    grammar = get_grammar("ar")
    named = [
        squeeze(word)
        for table in ("given_names.tsv", "places.tsv")
        for line in (FOLDER / table).read_text("utf-8").split("\n")
        for word in line.split("\t")
    ]
    return NOT_VERBS.union(
        named, grammar.prepositions, grammar.conjunctions, grammar.subordinators, grammar.adverbs
    )


def is_past(words: Words, word: str) -> bool:
    """Tell whether a folded word is a past of «he»: it has a past of «she» or «they» and a present."""
    stem = word[1:] if word.startswith("ا") and len(word) > 3 else word
    feminine = word[:-1] + "ت" if word[-1] in "یا" else word + "ت"
    present = "ی" + (stem[:-1] + "ی" if word.endswith("ا") and len(word) > 3 else stem)
    presents = {present, "ی" + stem, "ی" + stem[:-1] + "ی"}
    if len(word) > 2 and word[1:2] == "ا":  # قال، يقول؛ عاد، يعود
        presents |= {"ی" + word[0] + vowel + word[2:] for vowel in "ویا"}
    if len(word) > 3 and word[-2] == "ا":  # أفاد، يفيد؛ استعاد، يستعيد
        presents.add("ی" + stem[:-2] + "ی" + stem[-1])
    plural = word.rstrip("یا") + "وا"
    return words.has(feminine) and any(map(words.has, presents)) and words.has(plural)


def is_present(words: Words, word: str) -> bool:
    """Tell whether a folded word is a present of «he»: it has one of «she», and a plural or a future."""
    stem = word[1:]
    more = ("ی" + stem + "ون", "ی" + stem.rstrip("یو") + "ون", "سی" + stem, "وی" + stem)
    return words.has("ت" + stem) and sum(map(words.has, more)) >= (
        1 if words.frequency[word] > 35 else 2
    )


def find_verbs(words: Words) -> set[str]:
    """The verbs, folded: the forms of «he», and those of «she» that are no nouns."""
    closed = closed_words()
    found = {
        word
        for word, count in words.frequency.items()
        if count >= LEAST and not is_nominal(words, word, closed) and is_finite(words, word)
    }
    for word in tuple(found):
        feminine = make_feminine(words, word)
        if feminine in words.frequency and not words.is_noun(feminine):
            found.add(feminine)
    return found | set(find_feminines(words, closed))


def find_feminines(words: Words, closed: frozenset[str]) -> Iterator[str]:
    """The pasts of «she» whose past of «he» is a noun too: أثارت, beside آثار."""
    for word, count in words.frequency.items():
        if count < LEAST or len(word) < 4 or word[-1] != "ت" or word in closed:
            continue
        if (
            word.endswith(("ات", "یت", "وت"))
            or word.startswith(("ال", "لل"))
            or words.is_noun(word)
        ):
            continue
        if word[0] in "وفبلک" and word[1:] in words.frequency:
            continue
        bases = (word[:-1], word[:-1] + "ی", word[:-1] + "ا")
        if any(base in words.frequency and is_past(words, base) for base in bases):
            yield word


def is_nominal(words: Words, word: str, closed: frozenset[str]) -> bool:
    """Tell whether a word is too short, of a closed class, a noun, or has the ending of one."""
    return (
        len(word) < 3
        or word in closed
        or word.startswith(("ال", "لل"))
        or word.endswith(NOMINAL_ENDS)
        or (word[-1] == "ا" and len(word) > 3)
        or words.is_noun(word)
    )


def is_finite(words: Words, word: str) -> bool:
    """Tell whether a word is a past or present of «he», without a conjunction before it."""
    if word[0] in "وف" and is_past(words, word[1:]):
        return False
    if word[0] == "ی":
        return len(word) > 3 and is_present(words, word)
    joined = word[0] in "وبلفکسم"  # perhaps a particle and a noun
    return is_past(words, word) and (not joined or word + "ت" in words.frequency)


def make_feminine(words: Words, word: str) -> str:
    """The form of «she»."""
    if word[0] == "ی":
        return "ت" + word[1:]
    whole = word + "ت"
    return whole if word[-1] == "ا" and whole in words.frequency else word.rstrip("یا") + "ت"


def main() -> None:
    """Write the table."""
    words = Words()
    forms = sorted(words.spelled[verb] for verb in find_verbs(words))
    head = (
        "# Words that are finite verbs of the third person singular and hardly anything else.\n"
        "# From words.tsv.xz (wordfreq 3.1.1, Robyn Speer), data CC BY-SA 4.0. tools/build_arabic_verbs.py\n"
        "form\n"
    )
    (FOLDER / "verbs.tsv").write_text(head + "".join(f"{form}\n" for form in forms), "utf-8")


if __name__ == "__main__":
    main()

"""Learn to tell languages by their letters: lang/shared/language_ngrams.tsv.xz (CC BY-SA 4.0).

Run:  python tools/build_language_weights.py [--hold-out N]
Needs numpy, scikit-learn and wordfreq 3.1.1. Learns from the whole lines of ../shared/data/languages/lid.json
and ../shared/data/links/parallel.tsv (NTREX-128, CC BY-SA 4.0), UD_Persian-PerDT train (CC BY-SA 4.0) and, so that French is not taken for English,
the commonest words of eleven Latin-script languages in wordfreq (data CC BY-SA 4.0). `--hold-out N` leaves
the last N lines of each language out and prints how often they are told right.
"""

import argparse
import collections
import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import wordfreq
from persian_text import training_sentences
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from rawi.segment.ngrams import TENTH, fold_word, letter_groups
from rawi.segment.plain import WORD

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
LINES, PARALLEL = DATA / "languages" / "lid.json", DATA / "links" / "parallel.tsv"
TARGET = ROOT / "src" / "rawi" / "lang" / "shared" / "language_ngrams.tsv.xz"
LANGUAGES = ("ar", "ckb", "en", "fa", "ps", "sd", "ug", "ur", "und")
# wordfreq's list to the language it teaches and how many words are taken, the commonest first.
OTHER_LATIN = ("fr", "de", "es", "it", "pt", "nl", "pl", "tr", "id", "sv", "ro")
COMMON_WORDS = {
    "ar": ("ar", 20_000),
    "en": ("en", 6_000),
    "fa": ("fa", 15_000),
    **dict.fromkeys(OTHER_LATIN, ("und", 1500)),
}
# Snippets of words drawn by frequency, for vocabulary outside the news of NTREX-128; frequent words less often.
DRAWN = {"ar": 8000, "en": 4000, "fa": 8000, **dict.fromkeys(OTHER_LATIN, 900)}
FLATTENED = 0.7
LEARNED_WHOLE = ("ar", "fa")  # their common words are learned whole though they were seen but once
ARABIC_SCRIPT, LATIN_SCRIPT = (
    re.compile("[\u0620-\u06ff\u200c]+"),
    re.compile("[a-z\u00df-\u024f]+"),
)
SCRIPT = {"ar": ARABIC_SCRIPT, "fa": ARABIC_SCRIPT, "en": LATIN_SCRIPT, "und": LATIN_SCRIPT}
LEAST_COUNT = 3
SIZES = (
    1,
    1,
    2,
    2,
    3,
    5,
)  # words in a snippet: single words too, since runs of two words must be found
MIDDLE = ord("O")  # the character of weight zero; from "!" to "}" is 46 tenths either way


def lines_by_language() -> dict[str, list[str]]:
    """The lines to learn from; Dari counts as Persian."""
    found: dict[str, list[str]] = collections.defaultdict(list)
    for language, size, text in json.loads(LINES.read_text("utf-8")):
        if size == "line":
            found["fa" if language == "prs" else language].append(text)
    for row in PARALLEL.read_text("utf-8").split("\n")[:-1]:
        for language, text in zip(("fa", "ar"), row.split("\t")[1:], strict=True):
            if text not in found[language]:
                found[language].insert(0, text)
    return found


def snippets(lines: list[str], rng: random.Random) -> Iterator[list[str]]:
    """Cut lines into snippets of one to five words, joiners lost in half of them and spaces in the rest."""
    for line in lines:
        words = WORD.findall(line if rng.random() < 0.5 else line.replace("\u200c", " "))
        for size in SIZES:
            start = 0
            while start < len(words):
                yield words[start : start + size]
                start += size * (1 if size > 1 else rng.randint(1, 3))


def groups_of(words: list[str]) -> list[str]:
    """All letter groups of a snippet."""
    return [group for word in words for group in letter_groups(fold_word(word))]


def learn(lines: dict[str, list[str]]) -> dict[str, str]:
    """Fit the model; answer letter group to its weights as characters."""
    rng = random.Random(20261120)
    data = [
        (groups_of(snippet), language)
        for language in sorted(lines)
        for snippet in snippets(lines[language], rng)
    ]
    for code, (language, count) in COMMON_WORDS.items():
        data += [
            (groups_of([word]), language)
            for word in wordfreq.top_n_list(code, count)
            if word.isalpha() and SCRIPT[language].fullmatch(word)
        ]
    for code in DRAWN:
        frequency = wordfreq.get_frequency_dict(code, wordlist="small")
        language = "und" if code in OTHER_LATIN else code
        words = sorted(word for word in frequency if SCRIPT[language].fullmatch(word))
        chances = [frequency[word] ** FLATTENED for word in words]
        data += [
            (groups_of(rng.choices(words, chances, k=rng.randint(2, 4))), language)
            for _ in range(DRAWN[code])
        ]
    seen = collections.Counter(group for groups, _ in data for group in set(groups))
    listed = {
        "=" + fold_word(w) for code in LEARNED_WHOLE for w in wordfreq.top_n_list(code, 20_000)
    }
    kept = {group for group, count in seen.items() if count >= LEAST_COUNT or group in listed}
    size = collections.Counter(language for _, language in data)
    names = sorted(kept)
    column = {name: number for number, name in enumerate(names)}
    rows = [[column[group] for group in groups if group in kept] for groups, _ in data]
    starts = np.cumsum([0, *map(len, rows)])
    places = np.fromiter((place for row in rows for place in row), dtype=np.int32)
    matrix = csr_matrix(
        (np.ones(len(places)), places, starts), shape=(len(data), len(names))
    )  # a group seen twice in a snippet counts twice
    matrix.sum_duplicates()
    weights = np.array([len(data) / len(size) / size[language] for _, language in data])
    model = LogisticRegression(C=2.0, max_iter=150)
    model.fit(
        matrix, np.array([LANGUAGES.index(language) for _, language in data]), sample_weight=weights
    )
    scaled = np.clip(np.rint(model.coef_.T * TENTH), -46, 46).astype(int)
    return {
        name: "".join(chr(MIDDLE + value) for value in row)
        for name, row in zip(names, scaled, strict=True)
        if np.ptp(row) > 1
    }


def measure(weights: dict[str, str], held: dict[str, list[str]]) -> None:
    """Print how many held-out snippets are told right."""
    rng = random.Random(7)
    for language, lines in held.items():
        for size in (3, 5, 10):
            right = total = 0
            for line in lines:
                words = line.split()
                if len(words) >= size:
                    start = rng.randrange(len(words) - size + 1)
                    found = WORD.findall(" ".join(words[start : start + size]))
                    scores = [0] * len(LANGUAGES)
                    for group in groups_of(found):
                        for k, c in enumerate(weights.get(group, "")):
                            scores[k] += ord(c) - MIDDLE
                    right += LANGUAGES[scores.index(max(scores))] == language
                    total += 1
            print(language, size, f"{100 * right / max(1, total):.1f}")  # noqa: T201


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hold-out", type=int, default=0)
    held_out = parser.parse_args().hold_out
    lines = lines_by_language()
    held = {language: found[-held_out:] for language, found in lines.items()} if held_out else {}
    lines = {code: found[: len(found) - held_out] for code, found in lines.items()}
    lines["fa"] += training_sentences()[::10]
    weights = learn(lines)
    measure(weights, held)
    text = (
        "# Weights of letter groups for each language, as characters from ! (-4.6) over O (0) to } (4.6).\n"
        "# From NTREX-128, UD_Persian-PerDT train, wordfreq. CC BY-SA 4.0. tools/build_language_weights.py\n"
        f"languages\t{' '.join(LANGUAGES)}\n"
    ) + "".join(f"{group}\t{row}\n" for group, row in weights.items())
    TARGET.write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes, {len(weights)} groups")  # noqa: T201


if __name__ == "__main__":
    main()

"""Build lang/fa/plain_words.tsv.xz (CC BY-SA 4.0): words that mark a text as Persian at one glance.

Run after `build_persian_words.py` and `build_language_weights.py`:  python tools/build_plain_words.py
"""

from persian_text import FA, write_table

from rawi.repair.vocabulary import load_vocabulary
from rawi.segment.ngrams import NEUTRAL, LanguageModel, fold_word, read_table

LEAST_COUNT = 2  # in edited text; words of the web are in use


def main() -> None:
    """Write the words in use that speak for Persian or for no language."""
    vocabulary, model = load_vocabulary(), LanguageModel(read_table())
    persian = model.languages.index("fa")
    used = {word for word, count in vocabulary.words.items() if count >= LEAST_COUNT}
    folded = {fold_word(word) for word in used | vocabulary.frequency.keys()} - {""}
    write_table(
        FA / "plain_words.tsv.xz",
        [
            "Persian words in use, folded, that speak for no other language (language_ngrams.tsv.xz): word, and how",
            "much more it speaks for the best other language than for Persian, in tenths of a nat.",
            "From UD_Persian-PerDT train and wordfreq 3.1.1. CC BY-SA 4.0. tools/build_plain_words.py",
        ],
        (
            f"{word}\t{model.against[persian][word]}"
            for word in sorted(folded)
            if model.witness[word] in (persian, NEUTRAL)
        ),
    )


if __name__ == "__main__":
    main()

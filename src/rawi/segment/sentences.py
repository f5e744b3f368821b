"""Cut the repaired text into sentences."""

from collections.abc import Sequence

from rawi.facts import LanguageRun, Part, Sentence
from rawi.text import Text


def find_sentences(
    text: Text, runs: Sequence[LanguageRun], parts: Sequence[Part]
) -> tuple[Sentence, ...]:
    """Cut the repaired text into sentences."""
    del parts
    return tuple(Sentence(text.span(run.extent), run.language) for run in runs)

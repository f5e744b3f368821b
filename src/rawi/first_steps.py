"""The first steps of the walk, which `rawi repair` takes alone: languages, then repair, which depends on them.

Apart from `pipeline.py` so that a filter that only repairs imports no other stage.
"""

from rawi.facts import LanguageRun
from rawi.repair import repair_text
from rawi.segment.languages import find_languages
from rawi.text import Text


def repair_original(original: str) -> tuple[tuple[LanguageRun, ...], Text]:
    r"""Tell the languages of a text as received, and repair it.

    >>> runs, text = repair_original("او ميكند")
    >>> [run.language for run in runs], text.repaired == "او می\u200cکند"
    (['fa'], True)
    """
    runs = find_languages(original)
    return runs, repair_text(original, runs)

"""What becomes of the inputs of an archive, told step by step."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of one input: a document taken in or known already, or something set aside.

    `removed` is said of a document that people took out before, and that is left out therefore. `linked` comes
    last: `detail` says how many documents were linked with the others. `renewed` and `kept` are said of documents
    annotated anew, and of those that could not be and keep the facts they had.
    """

    outcome: Literal["added", "known", "removed", "set_aside", "linked", "renewed", "kept"]
    path: str | None = None
    document: str | None = None
    quotations: int = 0
    reason: str | None = None
    detail: str | None = None

"""Someone who may speak, as far as a document tells."""

from dataclasses import dataclass, field

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Speaker:
    """Someone who may speak.

    `named` tells a person with a name from one known by role or description only; a `respected` one is
    called by a title somewhere. A `body` is an organisation, a place or a document; None is not known.
    """

    name: str
    words: Words
    first: int
    gender: str | None = None
    named: bool = False
    roles: list[Words] = field(default_factory=list)
    role: str | None = None
    respected: bool = False
    body: bool | None = None
    plural: bool = False


def is_part(words: Words, of: Words) -> bool:
    """Tell whether a name is the end, the beginning or the whole of another."""
    if len(words) == len(of):
        return words == of
    return of[-len(words) :] == words or of[: len(words)] == words

"""The lines of a page: what stands between two block boundaries, with what the markup says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

LONG_LINE = 60  # letters: longer unlinked lines are prose, not furniture
MAX_LINKED = 0.35  # share of link in a line of prose
MOSTLY_LINKED = 0.6


@dataclass(slots=True, eq=False)
class Box:
    """A block element. `number` is its place in the page; the page itself has no parent."""

    number: int
    parent: "Box | None"

    def holds(self, other: "Box | None") -> bool:
        """Tell whether an element stands inside this one, or is it."""
        while other is not None:
            if other is self:
                return True
            other = other.parent
        return False


@dataclass(slots=True)
class Mark:
    """An element whose markup tells its role. `letters` is the text of long, unlinked lines inside it."""

    role: str
    parent: "Mark | None"
    letters: int = 0
    has_headline: bool = False


@dataclass(slots=True, eq=False)
class Line:
    """A stretch of text between two block boundaries, white space collapsed; a line break is a `<br>`."""

    text: str
    letters: int
    linked: int
    bold: int
    heading: int
    path: int  # equal for lines whose elements have the same tags and classes up to the root
    box: Box  # the block element around it
    look: str  # font size, or id and class, of the inline element all of it stands in
    mark: Mark | None
    hidden: bool

    @property
    def link_share(self) -> float:
        """How much of the line is link, 0 to 1."""
        return self.linked / self.letters if self.letters else 0.0

    @property
    def is_prose(self) -> bool:
        """Whether this is running text by its shape."""
        return self.letters >= LONG_LINE and self.link_share <= MAX_LINKED


def chain(mark: Mark | None) -> Iterator[Mark]:
    """Yield a mark and those around it, innermost first."""
    while mark is not None:
        yield mark
        mark = mark.parent

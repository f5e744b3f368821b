"""The text that travels through the house: as received, as repaired, and how the two correspond."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from rawi.text.alignment import Alignment
from rawi.text.edit import Edit, apply_edits
from rawi.text.span import Extent, Span

Rule = Callable[[str], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with offsets.

    `edits` are in the coordinates of `original`, in order of making. `suggestions` are edits that were
    not made because the rule is not sure enough; they too are in the coordinates of `original`.
    """

    original: str
    repaired: str
    alignment: Alignment
    edits: tuple[Edit, ...] = ()
    suggestions: tuple[Edit, ...] = ()

    @classmethod
    def untouched(cls, original: str) -> "Text":
        """Start: nothing is repaired yet."""
        return cls(original, original, Alignment.identity(len(original)))

    def repair(self, rule: Rule) -> "Text":
        """Apply one rule to the repaired text."""
        edits = list(rule(self.repaired))
        if not edits:
            return self
        repaired, step = apply_edits(self.repaired, edits)
        made = (replace_range(edit, self.alignment.to_old(edit.start, edit.end)) for edit in edits)
        return replace(
            self,
            repaired=repaired,
            alignment=self.alignment.then(step),
            edits=(*self.edits, *made),
        )

    def fold(self, repaired: str) -> "Text":
        """Take a repaired text in which letters were replaced one to one.

        Such folds stay inside the alignment's blocks and are not logged as edits; `letter_folds` lists
        them on demand.

        Raises:
            ValueError: the lengths differ, so characters would no longer correspond.
        """
        if len(repaired) != len(self.repaired):
            raise ValueError(f"a fold keeps the length: {len(self.repaired)}, not {len(repaired)}")
        return self if repaired == self.repaired else replace(self, repaired=repaired)

    def letter_folds(self) -> Iterator[Edit]:
        """Yield the one-to-one replacements, in the coordinates of `original`."""
        for old, new, size in self.alignment.blocks():
            before, after = self.original[old : old + size], self.repaired[new : new + size]
            if before != after:
                for i, (was, now) in enumerate(zip(before, after, strict=True)):
                    if was != now:
                        yield Edit(old + i, old + i + 1, now, "letters")

    def extent(self, span: Span) -> Extent:
        """Map a span of the repaired text to the original; this is the only way back."""
        return Extent(*self.alignment.to_old(*span))

    def span(self, extent: Extent) -> Span:
        """Map an extent of the original to the repaired text."""
        return Span(*self.alignment.to_new(*extent))

    def quote(self, span: Span) -> str:
        """Return the words of a span as the outlet printed them."""
        start, end = self.extent(span)
        return self.original[start:end]


def replace_range(edit: Edit, extent: tuple[int, int]) -> Edit:
    """Return the same edit at another place."""
    # Ten thousand times in a long text: `dataclasses.replace` takes five times as long.
    return Edit(*extent, edit.new, edit.rule, edit.confidence)

"""What the grammars find: a saying in tokens, before it is known who the speaker is in the document."""

from typing import NamedTuple

from rawi.facts import CueClass, QuotationKind

Range = tuple[int, int]  # tokens [first, last)


class Saying(NamedTuple):
    """A content with its cue and the phrase that names its source, all as token ranges.

    `source` None means that the sentence does not name the speaker: the discourse must tell. `gender` and
    `plural` are what the form of the cue says of its subject. `heir` marks a saying whose speaker is the one
    of the saying before it, such as the next paragraph of a letter or a second pair of marks. No content: a cue and a colon
    end the paragraph, and what was said follows in the next ones. `passive`: «گفته می شود», nobody is named. `aside`: said in a
    relative clause, «رئیس اتحادیه که گفته بود …»; the sentence is about someone else. `recaller`: who tells the words of another,
    «استعاد الحرفي وصية أبيه: «…»»; he may go on.
    """

    language: str
    content: tuple[Range, ...]
    kind: QuotationKind
    rule: str
    cue: Range | None = None
    cue_class: CueClass | None = None
    source: Range | None = None
    addressee: Range | None = None
    gender: str | None = None
    plural: bool = False
    heir: bool = False
    passive: bool = False
    aside: bool = False
    relay: tuple[Range, ...] = ()
    recaller: Range | None = None

    @property
    def start(self) -> int:
        """The first token that belongs to the saying: cue or content."""
        content, cue = self.content, self.cue
        if cue is None:
            return content[0][0]
        return min(content[0][0], cue[0]) if content else cue[0]

"""How a copy is written: how much evidence it takes, in this copy, to make a joiner.

A linear model that is right in 97 of 100 damaged places still harms a copy that needs no repair. So
the copy itself is asked first: of the joints the model is sure of, how many stand there sound, how many
were lost, and how many became spaces? Where hardly any was lost, only near certainty moves us.
"""

from dataclasses import dataclass

# Log odds. `EAGER` where a kind of damage is common in the copy, `WARY` where it is not (p = .985).
# Tuned on UD_Persian-PerDT and Seraji, development parts (benchmarks/repair.py shows the effect).
EAGER, WARY = 0.4, 4.2
SURE = 2.5  # what counts as evidence: a joint the model gives 12 to 1
COMMON = 0.20  # a fifth of all joints damaged in one way: the copy is damaged in that way


@dataclass(frozen=True, slots=True)
class Habits:
    """The log odds from which a joiner is made: inside a written word, and for a space."""

    inside: float = EAGER
    between: float = EAGER


def judge(sound: float, lost: float, spaced: float) -> Habits:
    """Judge a copy by its sure joints: standing sound, lost without trace, turned into spaces.

    >>> judge(sound=50, lost=1, spaced=0)
    Habits(inside=3.83, between=4.2)
    >>> judge(sound=0, lost=20, spaced=20)
    Habits(inside=0.4, between=0.4)
    """
    total = sound + lost + spaced

    def needed(count: float) -> float:
        share = min(1.0, count / total / COMMON) if total else 0.0
        return round(WARY + (EAGER - WARY) * share, 2)

    return Habits(needed(lost), needed(spaced))

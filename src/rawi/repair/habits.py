"""How a copy is written: how much evidence it takes, in this copy, to make a joiner.

A linear model that is right in 97 of 100 damaged places still harms a copy that needs no repair. So
the copy itself is asked first: of the joints the model is sure of, how many stand there sound, how many
were lost, and how many became spaces? Where hardly any was lost, only near certainty moves us. Plurals
and comparatives are asked apart from the rest, for many outlets write them glued on purpose.
"""

from dataclasses import dataclass
from math import log
from typing import Literal

Profile = Literal["academy", "glued plurals", "keep"]

# Log odds it takes: `LEAST` where every joint is damaged in one way, and more the rarer that damage is,
# by the square of the logarithm of its share, so that a fifth needs 2.6 and a thirtieth 11 more.
# Tuned on the development parts of UD_Persian-PerDT and Seraji.
LEAST, STEEPNESS, NEVER = -0.05, 1.0, 1000.0
SURE = 2.5  # what counts as evidence: a joint the model gives 12 to 1
# Before anything is seen a copy is taken to have lost one joint of two in either way.
PRIOR, PRIOR_TOTAL = 1.0, 2.0
UNSEEN = (
    0.02  # share of sound joints up to which a copy has none: its system or its writer lost them
)
SEEN_DAMAGE = 2  # sure joints damaged in one way that show there is such damage
ONE_WAY = 0.5  # share of spaced plurals up to which plurals were written as one word, or lost their joiners
BOTH_WAYS = 1.0  # … up to which so, where other joints were lost as well
HABITUAL = 2.0  # log odds needed beyond which a way of damage is not the way of the copy


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sure joints of one kind in a copy: standing sound, lost without trace, turned into spaces."""

    sound: float = 0
    lost: float = 0
    spaced: float = 0

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.sound + other.sound, self.lost + other.lost, self.spaced + other.spaced
        )

    def __sub__(self, other: "Evidence") -> "Evidence":
        return self + other.weighed(-1)

    @property
    def total(self) -> float:
        """All joints."""
        return self.sound + self.lost + self.spaced

    def weighed(self, weight: float) -> "Evidence":
        """The same evidence, counting more or less."""
        return Evidence(self.sound * weight, self.lost * weight, self.spaced * weight)


@dataclass(frozen=True, slots=True)
class Habits:
    """The log odds from which a joiner is made: inside a written word, for a space, before a plural ending."""

    inside: float = LEAST
    between: float = LEAST
    plural_inside: float = LEAST
    profile: Profile = "academy"

    @property
    def surname(self) -> float:
        """The log odds before the tail of a surname: where joints stand, a family writes its name as it wants (حسینزاده)."""
        return self.inside if self.inside < HABITUAL else NEVER


def judge(others: Evidence, plurals: Evidence) -> Habits:
    """Judge a copy by its sure joints, plurals and comparatives apart from the others.

    >>> judge(Evidence(sound=50, lost=1), Evidence(sound=20)).inside > 6
    True
    >>> judge(Evidence(lost=20, spaced=20), Evidence()).inside < 1
    True
    >>> judge(Evidence(sound=50), Evidence(lost=20)).profile
    'glued plurals'
    >>> judge(Evidence(lost=1, spaced=20), Evidence(lost=5)).profile
    'academy'
    >>> judge(Evidence(lost=3, spaced=20), Evidence(lost=4, spaced=3)).profile
    'academy'
    """
    both = others + plurals
    # Where not one joiner stands there is no sound habit to harm, only damage of both kinds.
    bare = both.sound <= UNSEEN * both.total
    lost = rare if bare and others.lost >= SEEN_DAMAGE else needed
    spaced = rare if bare and both.spaced >= SEEN_DAMAGE else needed
    inside, between = lost(others.lost, others), spaced(both.spaced, both)
    if needed(others.lost, others) < HABITUAL:
        return Habits(inside, between, inside, "academy")
    glued = BOTH_WAYS if others.lost >= SEEN_DAMAGE else ONE_WAY
    if bare and plurals.sound + plurals.spaced <= glued * plurals.lost:
        # The writer put spaces for joiners (می کند), but for those of plurals, which were lost.
        inside = min(inside, lost(both.lost, both))
        return Habits(inside, between, min(inside, lost(plurals.lost, plurals)), "academy")
    # Other joints stand, plurals do not: so the writer wants them.
    if plurals.lost >= 2 and plurals.lost > plurals.sound + plurals.spaced:
        return Habits(inside, between, NEVER, "glued plurals")
    return Habits(inside, between, max(inside, needed(plurals.lost, both)), "keep")


def needed(damaged: float, seen: Evidence) -> float:
    """The log odds it takes to mend one way of damage, seen so many times among the sure joints."""
    return round(LEAST + STEEPNESS * log(_share(damaged, seen)) ** 2, 2)


def rare(damaged: float, seen: Evidence) -> float:
    """The log odds it takes in a copy that has no sound joint: those against so rare a damage."""
    return round(LEAST - log(_share(damaged, seen)), 2)


def _share(damaged: float, seen: Evidence) -> float:
    """The share of the sure joints that were damaged in one way."""
    return (damaged + PRIOR) / (seen.total + PRIOR_TOTAL)

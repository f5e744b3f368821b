"""Whom a reader has in mind at a place of the text: those who spoke and those spoken of, the last one first."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.speaker import Speaker

ELDERS = {"پیرزن": "f", "پیرمرد": "m"}
# Words for a human of which each tells the gender: «این زن».
GENDERS = ELDERS | {"زن": "f", "بانو": "f", "دختر": "f", "مرد": "m", "پسر": "m"}
# Words for a human that are no calling.
HUMANS = frozenset({*GENDERS, "جوان", "نوجوان", "کودک", "خانم", "اقا"})
_OFFICIALS = frozenset({"مقام", "مسیول", "مسوول"})  # «این مقام مسئول»
_DEPUTIES = frozenset({"معاون", "فرمانده", "دبیر", "سخنگو", "سخنگوی"})


def _holds_office(someone: Speaker) -> bool:
    """Tell whether somebody without a name is told to have an office of something: «سخنگوی راهداری», not «راننده»."""
    sets = get_grammar("fa").words
    leading = sets["leaders"] | sets["authorities"] | _DEPUTIES
    return any(
        (role[1:] and role[0] in leading) or role[0] in sets["whole_offices"]
        for role in someone.roles
    )


def _is_he(someone: Speaker, speaker: Speaker | None) -> bool:
    """Tell whether in Persian somebody without a name is told by less of the office of who speaks, or without his yeh: «فرماندار» is «فرماندار آبیک», «پیرزن» is «پیرزنی»."""
    if speaker is None or someone.named or someone.plural or speaker.plural:
        return False
    if len(someone.words) == 1 and speaker.words[:1] == (someone.words[0] + "ی",):
        return True
    return any(
        role[0] == known[0] and set(role[1:]) <= set(known[1:])
        for role in someone.roles
        for known in speaker.roles
    )


class Wanted(NamedTuple):
    """What a pronoun or the form of a verb says of the one it stands for.

    `person`: «او» is no body. `plural` None tells nothing. `honoured`: «ایشان» is said of someone respected.
    `opening`: the pronoun opens a paragraph, which goes back over someone unnamed who spoke in the one before.
    `besides`: whom it was said to; nobody speaks to himself.
    """

    gender: str | None = None
    person: bool = False
    plural: bool | None = None
    honoured: bool = False
    opening: bool = False
    besides: Speaker | None = None

    def fits(self, speaker: Speaker) -> bool:
        """Tell whether someone may be meant."""
        if speaker is self.besides:
            return False
        if self.gender and speaker.gender not in (None, self.gender):
            return False
        if self.person and speaker.body:
            return False
        return not (self.plural is False and speaker.plural)


class Memory:
    """The speakers and topics so far; `hero` is who is meant before anyone was introduced."""

    def __init__(self, hero: Speaker | None) -> None:
        self._hero = hero
        self.recent: list[Speaker] = []
        self._spoken: list[Speaker] = []
        self._heard_in: dict[Speaker, int] = {}  # the paragraph of the last speech

    def remember(self, speaker: Speaker) -> None:
        """Put someone foremost."""
        if speaker in self.recent:
            self.recent.remove(speaker)
        self.recent.insert(0, speaker)

    def note_speech(self, speaker: Speaker, paragraph: int) -> None:
        """Put foremost someone who spoke in a paragraph."""
        self.remember(speaker)
        self._spoken.append(speaker)
        self._heard_in[speaker] = paragraph

    def replace(self, speaker: Speaker, bearer: Speaker) -> None:
        """Take someone known by role for who bears it."""
        if speaker in self.recent:
            at = self.recent.index(speaker)
            self.recent[at : at + 1] = [] if bearer in self.recent else [bearer]
        self._spoken = [bearer if one is speaker else one for one in self._spoken]

    @property
    def spoken(self) -> list[Speaker]:
        """Who spoke so far, the last one first."""
        return self._spoken[::-1]

    @property
    def last_speaker(self) -> Speaker | None:
        """Who spoke last and is known."""
        return self._spoken[-1] if self._spoken else None

    def find(self, wanted: Wanted) -> Speaker | None:
        """Who is meant: the last one who fits; of a group where the verb is plural, someone respected where honoured."""
        fitting = [speaker for speaker in self.recent if wanted.fits(speaker)]
        if wanted.honoured:
            spoken = [
                s for s in fitting if s.respected or (s in self._spoken and (s.named or s.roles))
            ]
            fitting = spoken or fitting
        elif wanted.plural:
            fitting = [s for s in fitting if s.plural or s.body or s.respected] or fitting
        if self._opens_over(wanted, fitting):
            return fitting[1]
        if fitting:
            return fitting[0]
        return self._hero if self._hero and self._may_be_hero(wanted, self._hero) else None

    @staticmethod
    def _may_be_hero(wanted: Wanted, hero: Speaker) -> bool:
        """Tell whether who is meant before anyone was introduced may be the hero: one person is not several."""
        several = hero.plural or hero.body or hero.respected or wanted.honoured
        return wanted.fits(hero) and bool(several or not wanted.plural)

    def _opens_over(self, wanted: Wanted, fitting: list[Speaker]) -> bool:
        """Tell whether a new paragraph's «وی» is the named speaker before an unnamed one: the officer, not the accused."""
        if not wanted.opening or len(fitting) < 2:
            return False
        last, before = fitting[:2]
        together = self._heard_in.get(last, -1) == self._heard_in.get(before, -2)
        return together and before.named and not last.named

    def find_other(
        self, speaker: Speaker | None, wanted: Wanted, *, persian: bool = False
    ) -> Speaker | None:
        """The last one in mind who fits and does not speak himself; several where several are wanted."""
        others = (s for s in self.recent if s is not speaker and wanted.fits(s))
        others = (s for s in others if not (persian and _is_he(s, speaker)))
        return next((s for s in others if not wanted.plural or s.plural), None)

    def find_pronoun(
        self, speaker: Speaker | None, *, plural: bool, persian: bool = False
    ) -> Speaker | None:
        """Whom a pronoun of a hearer means: the last one in mind besides who speaks, alone or several as it says."""
        found = self.find_other(
            speaker, Wanted(person=True, plural=plural, besides=speaker), persian=persian
        )
        return found if found is None or found.plural == plural else None

    def find_called(self, head: str, *, body: bool | None) -> Speaker | None:
        """Who «این مربی», «این شرکت» is: the last one so called, None where none is."""
        heads = {head, head + "ی", head + "ای"}  # «یک دوست», «ملوانی», then «این دوست», «این ملوان»
        return next(
            (
                s
                for s in self.recent
                if (body is None or bool(s.body) == body)
                and (not heads.isdisjoint(s.words) or any(head in role for role in s.roles))
            ),
            None,
        )

    def find_uncalled(self, head: str, *, body: bool | None) -> Speaker | None:
        """Who «این مربی» is where nobody is so called: the last person, or, where that is not known, the last one in mind; a body only if it is so called."""
        if body:
            return None
        if body is False:
            fitting = [s for s in self.recent if not (s.body or s.plural)]
            if gender := GENDERS.get(head):  # «گلثوم، خیاط، گفت. این زن افزود»
                return next((s for s in fitting if s.gender in (None, gender)), None)
            if head in _OFFICIALS:
                official = next((s for s in fitting if s.named or _holds_office(s)), None)
                if official is not None:
                    return official
            # «این خواننده» is rather he of whom no office is told than the host of the show.
            fitting = [s for s in fitting if s.named]
            general = head in get_grammar("fa").words["general_roles"]
            plain = [s for s in fitting if not s.roles] if not general else []
            if plain or fitting:
                return (plain or fitting)[0]
        return self.find(Wanted(person=body is False))

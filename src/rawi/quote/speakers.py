"""Tell who spoke: the discourse pass over a document's sayings.

Goes through the text once, in order. A source phrase is looked up in the cast; a pronoun, an elided subject or a
continued speech takes the speaker the discourse has in mind: the last one who fits in gender and number.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rawi.facts import Quotation, SpeakerEvidence, Timex
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.cast import Cast, Speaker, is_role, strip_preposition
from rawi.quote.days import find_day
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.relays import find_relays
from rawi.quote.saying import Saying


def attribute(
    page: Page, sayings: Sequence[Saying], dates: Sequence[Timex]
) -> tuple[Quotation, ...]:
    """Make the quotations of a document, each with its speaker as far as the document tells."""
    return tuple(_Discourse(page, dates).quotations(sayings))


class _Discourse:
    """What a reader has in mind at a place of the text: the speakers so far, the last one first."""

    def __init__(self, page: Page, dates: Sequence[Timex]) -> None:
        self._page = page
        self._dates = dates
        self._cast = Cast(page)
        self._recent: list[Speaker] = []
        self._spoken: list[Speaker] = []
        self._hero: Speaker | None = None
        self._renamed: dict[int, Speaker] = {}

    def quotations(self, sayings: Sequence[Saying]) -> Iterator[Quotation]:
        """Attribute the sayings in order."""
        sources = self._sources(sayings)
        topics = list(_topics(self._page, self._cast, set(sources)))
        self._hero = self._most_quoted(sources)
        attributed: list[tuple[Saying, Speaker | None, SpeakerEvidence]] = []
        last: Speaker | None = None
        for saying in sayings:
            while topics and topics[0][0] < saying.start:
                self._remember(topics.pop(0)[1])
            speaker, how = self._speaker(saying, last)
            if speaker is not None and not saying.aside and not self._asks(speaker, saying):
                self._remember(speaker)
                self._spoken.append(speaker)
            last = speaker
            attributed.append((saying, speaker, how))
        self._join_lone_role([speaker for _, speaker, _ in attributed if speaker])
        for saying, speaker, how in attributed:
            yield self._quotation(saying, speaker, how)

    def _sources(self, sayings: Sequence[Saying]) -> Counter[int]:
        """How often a source phrase names each person of the document, by identity."""
        at = self._cast.at
        places = [s.source for s in sayings if s.source]
        named = [{id(at[i]) for i in range(*place) if i in at} for place in places]
        return Counter(person for people in named for person in people)

    def _most_quoted(self, sources: Counter[int]) -> Speaker | None:
        """The person sources name most often: who «او» is before anyone was introduced."""
        people = [person for person in self._cast.people if sources[id(person)]]
        return max(people, key=lambda p: (sources[id(p)], -p.first), default=None)

    def _asks(self, speaker: Speaker, saying: Saying) -> bool:
        """Tell whether someone only asks, or is «some»: after him the one spoken of before speaks again."""
        if saying.rule.endswith(".question"):
            return True
        grammar = get_grammar(saying.language)
        head = speaker.words[0] if speaker.words else ""
        return not speaker.named and (head in grammar.interviewers or head in grammar.indefinites)

    def _remember(self, speaker: Speaker) -> None:
        """Put a speaker foremost."""
        if speaker in self._recent:
            self._recent.remove(speaker)
        self._recent.insert(0, speaker)

    def _speaker(
        self, saying: Saying, last: Speaker | None
    ) -> tuple[Speaker | None, SpeakerEvidence]:
        """Tell the speaker of one saying and how he is known."""
        if saying.heir:
            return last or self._fitting(None), "continuation"
        if saying.source is None and saying.passive:
            return None, "elided"
        if saying.source is None:
            return self._fitting(saying.gender), "elided"
        words = self._page.words[slice(*saying.source)]
        grammar = get_grammar(saying.language)
        if words[0] in grammar.pronouns:
            gender = saying.gender
            if words[0] in grammar.feminine_pronouns:
                gender = "f"
            honoured = words[0] in grammar.honorific_pronouns
            return self._fitting(gender, honoured=honoured), "pronoun"
        if words[0] in grammar.demonstratives and len(words) <= 3:
            return self._fitting(saying.gender), "pronoun"
        speaker = self._cast.identify(saying.source, saying.language, self._recent)
        self._join_role_to_name(speaker, last, saying)
        if saying.gender and not speaker.gender:
            speaker.gender = saying.gender
        return speaker, "explicit"

    def _fitting(self, gender: str | None, *, honoured: bool = False) -> Speaker | None:
        """The speaker the discourse has in mind who agrees in gender; «ایشان» is said of someone respected."""
        agreeing = [s for s in self._recent if not gender or s.gender in (None, gender)]
        if honoured:
            respected = [s for s in agreeing if s.respected or s in self._spoken]
            agreeing = respected or agreeing
        if agreeing:
            return agreeing[0]
        hero = self._hero
        return hero if hero and (not gender or hero.gender in (None, gender)) else None

    def _join_role_to_name(self, speaker: Speaker, last: Speaker | None, saying: Saying) -> None:
        """«رئیس فدراسیون … گفت. بهرام ستوده افزود …»: a new name right after a role without one is its bearer."""
        if (
            last is None
            or last.named
            or not last.roles
            or not speaker.named
            or len(speaker.words) < 2
            or speaker.roles
            or saying.source is None
            or not saying.source[0] <= speaker.first < saying.source[1]
            or (last.gender and speaker.gender and last.gender != speaker.gender)
        ):
            return
        speaker.roles = list(last.roles)
        self._renamed[id(last)] = speaker

    def _join_lone_role(self, speakers: Sequence[Speaker]) -> None:
        """One speaker known by his role alone beside one known by name alone: in a report of two they are one.

        «رئیس دانشگاه … سخن گفت. دکتر نیلوفر پارسامنش فرمودند: …»
        """
        spoken = {id(s): self._renamed.get(id(s), s) for s in speakers}
        people = list({id(s): s for s in spoken.values()}.values())
        if len(people) != 2:
            return
        role, name = sorted(people, key=lambda s: s.named)
        fits = not (role.gender and name.gender and role.gender != name.gender)
        if role.named or not role.roles or not name.named or name.roles or not fits:
            return
        if len(name.words) > 1 and name.respected:
            name.roles = list(role.roles)
            self._renamed[id(role)] = name

    def _quotation(
        self, saying: Saying, speaker: Speaker | None, how: SpeakerEvidence
    ) -> Quotation:
        """Make the fact."""
        page = self._page
        if speaker is not None:
            speaker = self._renamed.get(id(speaker), speaker)
        return Quotation(
            saying.kind,
            tuple(page.reading.span(*part) for part in saying.content),
            page.reading.span(*saying.cue) if saying.cue else None,
            page.reading.span(*saying.source) if saying.source else None,
            speaker.name if speaker else None,
            how,
            self._addressee(saying),
            find_relays(page, saying),
            find_day(page, saying, self._dates),
            saying.rule,
            saying.cue_class,
            speaker.role if speaker else None,
        )

    def _addressee(self, saying: Saying) -> str | None:
        """Who was spoken to, by the name in the phrase or as written."""
        if saying.addressee is None:
            return None
        speaker = self._cast.identify(saying.addressee, saying.language, self._recent)
        return speaker.name if speaker.named else strip_preposition(speaker.name, saying.language)


def _topics(page: Page, cast: Cast, sources: set[int]) -> Iterator[tuple[int, Speaker]]:
    """Yield whom sentences are about, with their place: the first name no preposition governs, else the first body."""
    for sentence in page.sentences:
        free = [m for m in _mentions(page, sentence) if _is_free(page, m, sentence.language)]
        people = [m for m in free if m.mention.type == "PER" and _may_be_topic(cast, m, sources)]
        bodies = [m for m in free if m.mention.type == "ORG" and m.first - sentence.first <= 1]
        role = _opening_role(page, cast, sentence)
        if role and (not people or role[0] < people[0].first):
            yield role
        elif people:
            yield people[0].first, cast.at[people[0].first]
        elif bodies and not bodies[0].mention.rule.endswith(".outlet"):
            place = bodies[0].first, bodies[0].last
            yield bodies[0].first, cast.identify(place, sentence.language, ())


def _opening_role(page: Page, cast: Cast, sentence: PlacedSentence) -> tuple[int, Speaker] | None:
    """The person whose role a sentence opens with: «واستعاد رئيس الأكاديمية سيرة أستاذه …»."""
    first = sentence.first
    for i in range(first, min(first + 2, sentence.last)):
        if page.mark_at[i] is not None or i in page.mention_at:
            return None
        if not is_role(page.words[i : i + 1], sentence.language):
            continue
        if sentence.language == "ar":
            phrase = i, _genitive_end(page, i, sentence.last)
        else:
            phrase = read_phrase(page, i, sentence.last)
        person = cast.find_by_role(phrase, sentence.language)
        return (i, person) if person else None
    return None


def _genitive_end(page: Page, first: int, last: int) -> int:
    """The end of an Arabic genitive chain: its first definite word."""
    end = first + 1
    while end < min(last, first + 5) and not page.words[end - 1].startswith("ال"):
        if not page.is_word(end):
            break
        end += 1
    return end


def _may_be_topic(cast: Cast, mention: PlacedMention, sources: set[int]) -> bool:
    """Tell whether a name is surely a person's: he speaks somewhere, or a title, role or given name shows it."""
    person = cast.at[mention.first]
    surely = not mention.mention.rule.endswith((".latin", ".speaker")) or person.roles
    return id(person) in sources or bool(surely)


def _mentions(page: Page, sentence: PlacedSentence) -> list[PlacedMention]:
    """The mentions of a sentence outside quotation marks."""
    found: list[PlacedMention] = []
    for i in range(sentence.first, sentence.last):
        mention = page.mention_at.get(i)
        if mention and page.mark_at[i] is None and (not found or found[-1] is not mention):
            found.append(mention)
    return found


def _is_free(page: Page, mention: PlacedMention, language: str) -> bool:
    """Tell whether no preposition, object marker or role governs a mention."""
    grammar = get_grammar(language)
    before = page.words[mention.first - 1] if mention.first else ""
    after = page.words[mention.last] if mention.last < len(page.words) else ""
    if before in grammar.prepositions or after in grammar.object_markers:
        return False
    # «وزير التربية»: the organisation only says of what he is the minister.
    role = load_people(language).roles.find((grammar.bare(before) or " ",), 0)
    return mention.mention.type == "PER" or role is None

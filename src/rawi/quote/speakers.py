"""Tell who spoke: the discourse pass over a document's sayings.

Goes through the text once, in order. A source phrase is looked up in the cast; a pronoun, an elided subject or a
continued speech takes the speaker the discourse has in mind: the last one who fits in gender and number.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from rawi.facts import Quotation, SpeakerEvidence, Timex
from rawi.lang.grammar import get_grammar
from rawi.quote.again import (
    answering_guest,
    find_again,
    find_answerer,
    find_done_to,
    find_told_of,
)
from rawi.quote.arabic.answering_back import find_answering_back
from rawi.quote.arabic.honoured import find_honoured
from rawi.quote.arabic.issued import find_text_issuer, goes_back
from rawi.quote.arabic.kept_hearers import find_kept_hearer
from rawi.quote.arabic.marked_turns import find_replier
from rawi.quote.arabic.naming import strip_preposition
from rawi.quote.arabic.parting import part_all_told
from rawi.quote.arabic.texts import is_definite_text, is_obtained
from rawi.quote.asking import asks
from rawi.quote.attributed import Attributed, answer_asides, name_headings
from rawi.quote.bearers import find_bearers, find_learned, is_bearer, tells_role_of
from rawi.quote.cast import Cast
from rawi.quote.days import find_day
from rawi.quote.described import is_outlet, opens_in_marks
from rawi.quote.dialogue import Dialogue
from rawi.quote.exchanges import know, talks_with_one
from rawi.quote.genders import agrees_behind
from rawi.quote.meant import find_elder, find_of_age
from rawi.quote.memory import Memory, Wanted
from rawi.quote.page import Page
from rawi.quote.persian.askers import find_answered_asker, find_asker
from rawi.quote.persian.bare_names import (
    find_announced,
    find_apposed_name,
    find_asked,
    find_bare,
)
from rawi.quote.persian.comes_back import find_come_back
from rawi.quote.persian.counterparts import find_kin_speaking
from rawi.quote.persian.departed import find_departed_one
from rawi.quote.persian.guests import find_guest
from rawi.quote.persian.heading_holders import name_office_headings
from rawi.quote.persian.interviewed import find_interviewed
from rawi.quote.persian.listeners import replies
from rawi.quote.persian.named_later import find_named_later, find_told_name
from rawi.quote.persian.named_listeners import find_told_kin
from rawi.quote.persian.own_outlets import find_own_outlet
from rawi.quote.persian.same_calling import find_same_calling
from rawi.quote.persian.same_human import find_same_human
from rawi.quote.persian.standings import find_standing
from rawi.quote.persian.told_back import (
    find_answer_heard,
    find_asked_before,
    find_of_marks,
    find_told_back,
    is_impersonal,
    is_said_by_all,
)
from rawi.quote.persian.told_beside import hear_beside
from rawi.quote.persian.turn_hearers import hear_turns
from rawi.quote.persian.writers import asks_himself, find_writer_of_report
from rawi.quote.referring import find_referred
from rawi.quote.relays import find_relays
from rawi.quote.roles import agree
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker, Words, is_nobody
from rawi.quote.topics import find_topics


def attribute(
    page: Page, sayings: Sequence[Saying], dates: Sequence[Timex]
) -> tuple[Quotation, ...]:
    """Make the quotations of a document, each with its speaker as far as the document tells."""
    return tuple(_Discourse(page, dates).quotations(sayings))


class _Discourse:
    """Reads a document's sayings in order, with the cast and what a reader has in mind."""

    def __init__(self, page: Page, dates: Sequence[Timex]) -> None:
        self._page = page
        self._dates = dates
        self._cast = Cast(page)
        self._renamed: dict[int, Speaker] = {}
        self._before: Attributed | None = None

    def quotations(self, sayings: Sequence[Saying]) -> Iterator[Quotation]:
        """Attribute the sayings in order."""
        sayings = part_all_told(self._page, self._cast, list(sayings))
        sources = self._sources(sayings)
        contents = [part for saying in sayings for part in saying.content]
        self._said = [self._page.reading.span(*part) for part in contents]
        said = {token for part in contents for token in range(*part)}
        topics = [
            (place, topic)
            for place, topic in find_topics(self._page, self._cast, set(sources))
            if place not in said
        ]
        told_of = [topic for _, topic in topics if topic.named]
        self._memory = Memory(self._most_quoted(sources))
        self._dialogue = dialogue = Dialogue(self._page, self._cast, self._memory)
        attributed: list[Attributed] = []
        last: Speaker | None = None
        for saying in sayings:
            while topics and topics[0][0] < saying.start:
                self._memory.remember(topics.pop(0)[1])
            if (told := find_told_name(self._page, self._cast, saying, self._before)) is not None:
                self._rename(told.unnamed, told.bearer)
            speaker, how = self._speaker(saying, last)
            addressee = dialogue.addressee(saying, speaker)
            if speaker is not None and not saying.aside and not dialogue.asks(saying, speaker):
                self._memory.note_speech(speaker, self._page.paragraph_of(saying.start))
            if saying.recaller is not None:
                self._memory.remember(self._named(saying, saying.recaller, last))
            if addressee and dialogue.is_asked(saying, addressee):
                self._memory.remember(addressee)  # «از او پرسیدند …، او گفت»: the asked answers
            last = speaker
            attributed.append(Attributed(saying, speaker, how, addressee))
            self._before = attributed[-1]
        attributed = hear_beside(self._page, hear_turns(self._page, attributed))
        spoken = [one.speaker for one in attributed if one.speaker]
        people = {id(s): s for s in (self._renamed.get(id(s), s) for s in spoken)}
        turns = {(id(o.speaker), id(o.addressee)) for o in attributed if o.addressee}
        heard = list({id(o.addressee): o.addressee for o in attributed if o.addressee}.values())
        self._renamed |= find_bearers(self._page, list(people.values()), heard, told_of, turns)
        self._renamed |= find_learned(list(people.values()), self._renamed)
        attributed = name_office_headings(answer_asides(self._page, attributed))
        for one in name_headings(self._page, attributed):
            yield self._quotation(one)

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

    def _speaker(
        self, saying: Saying, last: Speaker | None
    ) -> tuple[Speaker | None, SpeakerEvidence]:
        """Tell the speaker of one saying and how he is known."""
        if saying.heir:
            return self._going_on(saying, last), "continuation"
        if saying.source is None:
            return self._elided(saying), "elided"
        words = self._page.words[slice(*saying.source)]
        pronoun = words[0].removeprefix("ف") if saying.language == "ar" else words[0]  # «فهي تقول»
        if pronoun in get_grammar(saying.language).pronouns:
            return self._meant_by(pronoun, saying), "pronoun"
        if (
            meant := find_referred(self._page, self._cast, self._memory, saying)
            or find_of_age(self._page, self._cast, self._memory, saying)
            or find_elder(self._page, self._cast, saying)
            or find_guest(self._page, self._cast, saying)
            or find_departed_one(self._page, self._cast, saying)
            or find_same_human(self._page, self._cast, saying, self._before)
            or find_kin_speaking(self._page, self._cast, saying, self._before)
            or find_come_back(self._page, self._cast, self._memory, saying)
            or find_same_calling(self._page, self._cast, self._memory, saying, self._before)
            or find_again(
                self._page, self._cast, self._memory, saying, self._dialogue.last_listener
            )
        ) is not None:
            return meant, "pronoun"
        if (writer := self._writer(saying, words)) is not None:
            return writer, "elided"
        return self._named(saying, saying.source, last), "explicit"

    def _going_on(self, saying: Saying, last: Speaker | None) -> Speaker | None:
        """Who speaks in words that go on without a verb of their own."""
        if last is None and saying.rule.endswith(".letter"):
            return None  # whose letter it is nobody tells
        other = find_replier(self._page, saying, self._before)
        about = other or find_of_marks(self._page, self._cast, saying, self._before)
        known = about or last or find_asked_before(self._page, self._before)
        return known or self._memory.last_speaker or self._memory.find(Wanted())

    def _elided(self, saying: Saying) -> Speaker | None:
        """Who speaks where a verb has no subject; of a passive nobody, or who asks."""
        if saying.passive or is_impersonal(self._page, saying):
            return (
                find_answer_heard(self._page, saying, self._before)
                or self._own_outlet(saying)
                or self._dialogue.scene.asker(saying)
            )
        if is_said_by_all(self._page, saying, self._memory.recent):
            return None
        wanted = self._told_by_verb(saying)
        return (
            (self._dialogue.scene.letters.beginner(saying) if saying.language == "ar" else None)
            or find_told_back(self._page, self._cast, saying, self._before, wanted)
            or find_answerer(self._page, self._memory, saying, self._before, wanted)
            or find_answering_back(self._page, saying, self._before, wanted)
            or self._memory.find(wanted)
            or answering_guest(self._page, self._cast, saying, wanted)
            or find_told_of(self._page, self._cast, saying, wanted)
        )

    def _meant_by(self, pronoun: str, saying: Saying) -> Speaker | None:
        """Whom a pronoun that is the source means."""
        wanted = self._told_by_pronoun(saying, pronoun)
        if (titled := find_honoured(self._page, self._cast, saying, wanted)) is not None:
            return titled
        listener = self._dialogue.last_listener if replies(self._page, saying) else None
        if listener is not None and wanted.fits(listener):
            return listener
        told = find_told_back(self._page, self._cast, saying, self._before, wanted)
        told = told or find_interviewed(self._page, self._cast, saying, wanted)
        told = told or find_done_to(self._page, self._cast, saying, wanted, known=True)
        meant = told or self._memory.find(wanted)
        meant = meant or find_done_to(self._page, self._cast, saying, wanted, known=False)
        return self._named_at_last(saying, meant) or meant

    def _writer(self, saying: Saying, words: Words) -> Speaker | None:
        """Whose an Arabic writing is that is the source, as the report has told: «وجاء في البيان أنّ …»; nobody's that an outlet got hold of."""
        if saying.language != "ar" or not goes_back(words):
            return None
        issuer = find_text_issuer(self._page, self._cast, self._dialogue.turns, saying)
        if not is_definite_text(words):
            return issuer
        # Whose the first writing of a report is, nobody knows: ««C». هكذا يقول الإعلان».
        heard = self._memory.find(Wanted()) if self._memory.recent else None
        of = self._dialogue.scene.letters.writer(saying)
        of = of or issuer or heard
        got = of is not None and is_obtained(words) and is_outlet(self._page, of)
        return None if got else of

    def _own_outlet(self, saying: Saying) -> Speaker | None:
        """The outlet of a Persian report that asks as we, or its writer who asks as I: «از او پرسیدیم C», «از او پرسیدم C»."""
        asked = asks_himself(self._page, saying)
        outlet = find_writer_of_report(self._page) if asked else find_own_outlet(self._page, saying)
        return self._cast.identify(outlet, "fa", ()) if outlet else None

    def _told_by_verb(self, saying: Saying) -> Wanted:
        """What a verb without a subject tells of who spoke."""
        # It tells his number; an Arabic noun or participle in its stead may not.
        told = saying.language == "fa" or saying.plural or saying.gender is not None
        number = saying.plural if told else None
        other = (
            self._listener(saying)
            or find_answered_asker(self._page, saying, self._before)
            or find_kept_hearer(self._page, saying, self._before)
        )
        return Wanted(saying.gender, plural=number, besides=other)

    def _told_by_pronoun(self, saying: Saying, pronoun: str) -> Wanted:
        """What a pronoun that is the source tells of who spoke."""
        assert saying.source is not None
        grammar = get_grammar(saying.language)
        persian = saying.language == "fa"
        many = pronoun in grammar.plural_pronouns
        honoured = pronoun in grammar.honorific_pronouns
        feminine = pronoun in grammar.feminine_pronouns
        masculine = pronoun in grammar.masculine_pronouns
        return Wanted(
            "f" if feminine else "m" if honoured and masculine else saying.gender,
            person=persian and not many,
            plural=True if many else None if honoured or not persian else False,
            honoured=honoured,
            opening=persian and self._page.opens_paragraph(saying.source[0]),
            besides=self._listener(saying) or find_asker(self._page, saying, self._before),
        )

    def _named(self, saying: Saying, source: Range, last: Speaker | None) -> Speaker:
        """Whom a source phrase names, and what the saying adds to what is known of him."""
        goes_on = saying.cue_class == "continuing"
        speaker = self._cast.identify(source, saying.language, self._memory.recent, goes_on=goes_on)
        if (
            last is not None
            and self._goes_on(saying, last)
            and is_bearer(self._page, speaker, last, saying)
        ):
            speaker.roles = list(last.roles)
            self._renamed[id(last)] = speaker
            self._dialogue.know(last, speaker)
        elif last is not None and goes_on and tells_role_of(speaker, last, saying):
            last.roles += speaker.roles
            self._renamed[id(speaker)] = last
        elif (
            bearer := find_bare(self._page, self._cast, saying, speaker, self._before)
            or find_standing(self._page, saying, speaker, self._before)
        ) is not None:
            bearer.roles += speaker.roles
            self._rename(speaker, bearer)
            speaker = bearer
        elif (
            asked := find_asked(self._page, saying, speaker, self._listener(saying), self._before)
            or find_announced(self._page, self._cast, saying, speaker)
        ) is not None:
            speaker.roles = list(asked.roles)
            self._rename(asked, speaker)
        elif (
            one := find_named_later(self._page, saying, speaker, self._before, self._memory.spoken)
        ) is not None:
            self._rename(one, speaker)
        if saying.gender and (not speaker.gender or agrees_behind(saying, speaker)):
            speaker.gender = saying.gender
        return speaker

    def _named_at_last(self, saying: Saying, meant: Speaker | None) -> Speaker | None:
        """Who bears the name behind a Persian pronoun and a comma, known by his role before: «سخنگوی شرکت گفت C. او، سارا بهاری، افزود D»."""
        name = find_apposed_name(self._page, saying) if saying.language == "fa" else None
        bearer = self._cast.at.get(name.first) if name is not None else None
        if meant is None or bearer is None or meant.named or meant.body or meant.plural:
            return bearer
        if agree(meant.gender, bearer.gender):
            bearer.roles += meant.roles
            self._rename(meant, bearer)
        return bearer

    def _rename(self, speaker: Speaker, bearer: Speaker) -> None:
        """Take someone known by role for who bears it from here on."""
        self._renamed[id(speaker)] = bearer
        self._memory.replace(speaker, bearer)
        self._dialogue.know(speaker, bearer)
        if self._before is not None:
            self._before = know(self._before, speaker, bearer)

    def _listener(self, saying: Saying) -> Speaker | None:
        """The person a saying names as its addressee; in Arabic also one without a name."""
        at, place = self._cast.at, saying.addressee or (0, 0)
        named = next((at[i] for i in range(*place) if i in at), None)
        if named is None and saying.addressee and saying.language == "ar":
            return self._cast.identify(place, "ar", self._memory.recent)
        if named is None and saying.addressee and saying.language == "fa":
            kin = find_told_kin(self._page, self._cast, place)
            # «دخترش، X، گفت C. از دخترش پرسید D», «X، نانوای ده، گفت C. رو به نانوا می گوید D»
            return kin[1] if kin else self._cast.find_by_role(place, "fa")
        return named

    def _goes_on(self, saying: Saying, last: Speaker) -> bool:
        """Tell whether who spoke last may speak on by his name: nobody asks now, and he talked with nobody."""
        listener = self._dialogue.last_listener
        talks = talks_with_one(self._dialogue.turns, last) or (listener and listener.named)
        asked = self._before and asks(self._page, self._before.saying)
        # «معلم پرسید C. X گفت D»: she answers; «معلم پرسید C. X افزود D» goes on
        asked = asked and (listener is not None or saying.cue_class != "continuing")
        return not (talks or asked or asks(self._page, saying))

    def _quotation(self, one: Attributed) -> Quotation:
        """Make the fact."""
        page, saying, speaker = self._page, one.saying, one.speaker
        if speaker is not None:
            speaker = self._renamed.get(id(speaker), speaker)
        return Quotation(
            saying.kind,
            tuple(page.reading.span(*page.with_opener(part)) for part in saying.content),
            page.reading.span(*saying.cue) if saying.cue else None,
            page.reading.span(*saying.source) if saying.source else None,
            speaker.name if speaker and not is_nobody(speaker, saying.language) else None,
            one.how,
            self._name(one.addressee, saying.language),
            find_relays(page, saying),
            find_day(page, saying, self._dates, self._said),
            saying.rule,
            saying.cue_class,
            speaker.role if speaker else None,
        )

    def _name(self, addressee: Speaker | None, language: str) -> str | None:
        """The name of an addressee, or the words for one without a name."""
        if addressee is None:
            return None
        addressee = self._renamed.get(id(addressee), addressee)
        if addressee.named or language != "ar" or opens_in_marks(self._page, addressee.first):
            return addressee.name
        return strip_preposition(addressee.name)

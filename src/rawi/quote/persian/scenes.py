"""Who the other one of a Persian scene is: whom «به او», «در این دیدار» or «بله، خانم!» means."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet
from rawi.quote.asking import asks, interviews
from rawi.quote.cast import Cast
from rawi.quote.described import is_outlet
from rawi.quote.exchanges import (
    Turn,
    find_answered,
    find_questioner,
    find_same_reporter,
    find_written_to,
)
from rawi.quote.memory import Memory, Wanted
from rawi.quote.nearness import follows, is_near
from rawi.quote.page import Page
from rawi.quote.persian.acted_on import find_acted_before
from rawi.quote.persian.addressees import find_talk
from rawi.quote.persian.askers import find_told_asker
from rawi.quote.persian.called_by_kin import find_called_kin
from rawi.quote.persian.callers import find_caller_before
from rawi.quote.persian.companions import find_companion, find_met, is_in_meeting
from rawi.quote.persian.correspondence import sent_before
from rawi.quote.persian.hailed import find_called, title_alone
from rawi.quote.persian.interviewed import find_interviewer
from rawi.quote.persian.listeners import (
    answers_unnamed,
    find_named_here,
    finds_in_letter,
    goes_on_talking,
    goes_on_writing,
    points_at_writing,
)
from rawi.quote.persian.met_before import find_met_before
from rawi.quote.persian.named_listeners import name_listener
from rawi.quote.persian.newsrooms import is_newsroom
from rawi.quote.persian.pleas import only_urges
from rawi.quote.persian.writers import find_writer_of_report, names_writer
from rawi.quote.roles import agree
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

# Sets of nouns with a pronoun: «برایشان نوشت», «حرفش را برید: «…»», «جوابش داد»
_WITH_PRONOUN = ("datives", "talk_of_others", "given_to_him")


class PersianScene:
    """Looks up who listens, in the cast, in what a reader has in mind and in the turns so far."""

    def __init__(self, page: Page, cast: Cast, memory: Memory) -> None:
        self._page = page
        self._cast = cast
        self._memory = memory

    def named(
        self, saying: Saying, speaker: Speaker | None, turns: Sequence[Turn], last: Turn | None
    ) -> Speaker | None:
        """Who the words for the addressee name, or their pronoun means."""
        assert saying.addressee is not None
        grammar = get_grammar("fa")
        words = self._page.words[slice(*saying.addressee)]
        to_them = any(words[0] in grammar.words[nouns] for nouns in _WITH_PRONOUN)
        writer = find_writer_of_report(self._page) if names_writer(words) else None
        if writer is not None:
            return self._identify(writer)
        if names_writer(words) and words[0] not in ("من", "نگارنده"):
            return None  # «مرا صدا زد و گفت» in a report nobody signs
        points = words[0] in grammar.pronouns or to_them
        if points or words[0] in grammar.demonstratives:
            called = self._called_by_name(saying, speaker)
            called = called or (None if points else self.called(saying, speaker, last))
            several = called is not None and called.plural and words[0] in grammar.plural_pronouns
            if called is not None and (called.named or several):
                return called  # «خطاب به او نوشت: «آقای X، …»», «به این دختر نوشت: «بخواب، آیلا»»
        if points:
            many = words[0] in grammar.plural_pronouns or (to_them and words[0].endswith("شان"))
            meant = self._meant(saying, speaker, turns, many=many)
            return meant or self.called(saying, speaker, last)
        reporter = find_same_reporter(turns, words)
        if reporter is not None:
            return reporter
        before = next((t for t in reversed(turns) if t.speaker is not speaker), None)
        near = before is not None and is_near(self._page, before.saying, saying)
        other = before.speaker if before is not None and near else None
        return name_listener(self._page, self._cast, self._memory, saying, speaker, other)

    def _meant(
        self, saying: Saying, speaker: Speaker | None, turns: Sequence[Turn], *, many: bool
    ) -> Speaker | None:
        """Whom a pronoun means: who was just met or asked, else the one in mind."""
        assert saying.addressee is not None
        wanted = Wanted(person=True, plural=many, besides=speaker)
        told = find_named_here(self._page, self._cast, saying.addressee[0], wanted)
        if told is None and (place := find_told_asker(self._page, saying)) is not None:
            return self._identify(place)
        if told is None and speaker and not many:
            told = find_answered(self._page, turns, saying, speaker)
        told = told or find_met_before(self._page, self._cast, saying, speaker, wanted)
        if told is not None:
            return told
        return self._memory.find_pronoun(speaker, plural=many, persian=True)

    def called(self, saying: Saying, speaker: Speaker | None, last: Turn | None) -> Speaker | None:
        """Whom words in marks call upon: «خانم مدیرکل، تکلیف ما چیست؟»."""
        labelled = saying.rule.endswith((".headline", ".turn"))  # «برازنده: مینا جان، …»
        if saying.kind != "direct" or saying.heir or not (saying.cue or labelled):
            return None
        found = self._called_by_name(saying, None) or self._by_title(saying, last)
        found = found or find_called_kin(self._page, self._cast, saying, speaker, last)
        return found if found is not speaker else None

    def _called_by_name(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom words in marks call upon by name, office or titles that tell who it is."""
        if saying.kind != "direct" or saying.heir:
            return None
        found = find_called(self._page, self._cast, self._memory, saying.content[0])
        return found if found is not speaker else None

    def _by_title(self, saying: Saying, last: Turn | None) -> Speaker | None:
        """Whom words in marks call upon by a title alone: who spoke right before, «بله، خانم!»."""
        title = title_alone(self._page, saying.content[0])
        if last is None or last.speaker is None or title is None:
            return None
        one = not (last.speaker.body or last.speaker.plural)
        near = follows(self._page, last.saying, saying)
        return last.speaker if one and near and agree(last.speaker.gender, title.gender) else None

    def met(
        self, saying: Saying, speaker: Speaker, turns: Sequence[Turn], talk: Turn | None
    ) -> Speaker | None:
        """Whom a speaker answers, writes to or talks with, as his sentence points back: «در پاسخ گفت», «در ادامهٔ این گفت وگو گفت»; `talk`: the last saying of a talk."""
        place = find_told_asker(self._page, saying) or find_caller_before(self._page, saying)
        if place is not None:
            return self._identify(place)
        if (asker := find_answered(self._page, turns, saying, speaker)) is not None:
            return asker
        if points_at_writing(self._page, saying) or goes_on_writing(self._page, saying):
            # «در بخش دیگری از این نامه آمده است»: it goes to whom it went before.
            sent = [turn for turn in turns if not only_urges(self._page, turn.saying)]
            return find_written_to(self._page, sent, speaker) or self._sent_to(saying)
        if finds_in_letter(self._page, saying):
            return self._sent_to(saying)
        if answers_unnamed(self._page, saying):
            return find_questioner(turns, talk, speaker)
        talked = self._in_talk(saying, speaker, turns, talk)
        return talked or self._acted_on(saying, speaker)

    def _acted_on(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """Who was looked at, thanked or met in the sentence before words in marks: «X به Y نگاه کرد. «تو بودی؟»، پرسید»."""
        place = find_acted_before(self._page, saying)
        if place is None:
            return None
        word = self._page.words[place[0]]
        if names_writer(self._page.words[slice(*place)]):
            writer = find_writer_of_report(self._page)
            return self._identify(writer) if writer is not None else None
        if word in get_grammar("fa").pronouns:
            many = word in get_grammar("fa").plural_pronouns
            wanted = Wanted(person=True, plural=many, besides=speaker)
            here = find_named_here(self._page, self._cast, place[0], wanted)
            return here or self._memory.find_pronoun(speaker, plural=many, persian=True)
        found = self._identify(place)
        return found if found is not speaker else None

    def _sent_to(self, saying: Saying) -> Speaker | None:
        """To whom the letter went that the report told of before."""
        place = sent_before(self._page, saying.start)
        return self._cast.identify(place, "fa", ()) if place else None

    def _in_talk(
        self, saying: Saying, speaker: Speaker, turns: Sequence[Turn], talk: Turn | None
    ) -> Speaker | None:
        """With whom a speaker talks in the meeting or talk told of before: «در این دیدار گفت», «در ادامهٔ این گفت وگو گفت»."""
        met = is_in_meeting(self._page, saying)
        if met and (found := find_met(self._page, self._cast, saying.start, speaker)) is not None:
            return found
        if not goes_on_talking(self._page, saying):
            return None
        if talk is not None:
            return talk.speaker if talk.addressee is speaker else talk.addressee
        if (outlet := self._told_outlet(speaker, turns)) is not None:
            return outlet
        asker = find_interviewer(self._page, self._cast, saying, speaker)
        place = asker or find_talk(self._page, saying.start)
        if place is None:
            return find_companion(self._page, self._cast, saying.start, speaker)
        return self._cast.identify(place, "fa", ())

    def _told_outlet(self, speaker: Speaker, turns: Sequence[Turn]) -> Speaker | None:
        """The outlet a speaker told something last: «به روزنامهٔ X گفته است C. او در همین مصاحبه افزود D»."""
        heard = (turn.addressee for turn in reversed(turns) if turn.speaker is speaker)
        return next((one for one in heard if one and self.only_listens(one)), None)

    def asked_by_outlet(self, saying: Saying) -> Speaker | None:
        """Whom a question of the outlet's own is put to, «از او می پرسیم C»: the one in mind."""
        own = (saying.passive or saying.plural) and asks(self._page, saying)  # «پرسیدند C»
        return self._memory.find(Wanted(person=True)) if own and saying.cue_class else None

    def only_listens(self, addressee: Speaker) -> bool:
        """Tell whether someone is the listener of an interview: reporters, an outlet, or we who write."""
        words = addressee.words
        in_marks = words[:1] == ("«",)  # «به «برگ» گفت»
        outlet = is_outlet(self._page, addressee) or heads_outlet(words, 0, "fa")
        outlet = outlet or is_newsroom(words)
        own = words == ("ما",) or names_writer(words)
        return in_marks or outlet or own or interviews(addressee, "fa")

    def _identify(self, place: Range) -> Speaker:
        """The speaker whose name or description stands at a place."""
        return self._cast.identify(place, "fa", self._memory.recent)

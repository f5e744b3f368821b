"""To whom it was said, over several sayings: who answers speaks to who asked, and an interview has one listener."""

from typing import NamedTuple

from rawi.lang.grammar import Grammar, get_grammar
from rawi.quote.arabic.listeners import listener_of, retorts
from rawi.quote.cast import Cast
from rawi.quote.letters import vocative_in
from rawi.quote.memory import Memory, Wanted
from rawi.quote.page import Page
from rawi.quote.persian.addressees import find_audience
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_SOMEONE = frozenset({"احد", "احدی", "مصدر", "مصادر", "شاهد"})  # «مصدر في الوزارة» speaks on


class _Turn(NamedTuple):
    """The last saying of a dialogue."""

    saying: Saying
    speaker: Speaker | None
    addressee: Speaker | None


class Dialogue:
    """Follows who speaks to whom while sayings are attributed in order."""

    def __init__(self, page: Page, cast: Cast, memory: Memory) -> None:
        self._page = page
        self._cast = cast
        self._memory = memory
        self._last: _Turn | None = None

    def addressee(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Tell whom one saying is addressed to, and remember the turn."""
        if saying.addressee:
            found = self._named(saying, speaker)
        else:
            found = self._by_pronoun(saying, speaker) or self._called(saying, speaker)
            found = found or self._implied(saying, speaker)
        if speaker is not None and found is speaker:
            found = None
        if not saying.passive or speaker is not None:
            self._last = _Turn(saying, speaker, found)
        return found

    @property
    def last_listener(self) -> Speaker | None:
        """Whom the last turn was addressed to."""
        return self._last.addressee if self._last else None

    def asks(self, saying: Saying, speaker: Speaker) -> bool:
        """Tell whether someone only asks: after him the one spoken of before speaks again."""
        if saying.rule.endswith(".question") or self.interviews(speaker, saying.language):
            return True
        if saying.language == "ar" and self._asks_him(saying):
            return True
        grammar = get_grammar(saying.language)
        head = speaker.words[0] if speaker.words else ""
        # «یک منبع آگاه» is someone and speaks on; «برخی» are nobody.
        single = head in (("یک", "یکی") if saying.language == "fa" else _SOMEONE)
        return not speaker.named and head in grammar.indefinites and not single

    def _asks_him(self, saying: Saying) -> bool:
        """Tell whether an Arabic verb asks someone meant by its pronoun: «وسأله القاضي: «…»، فأجاب: «…»»."""
        words = self._page.words[slice(*saying.cue)] if saying.cue else ("",)
        return words[0].endswith(("ه", "ها", "هم")) and self.asks_in_words(saying)

    def interviews(self, speaker: Speaker, language: str) -> bool:
        """Tell whether someone is a reporter, or reporters."""
        head = speaker.words[0] if speaker.words else ""
        return (
            not speaker.named
            and get_grammar(language).bare(head) in get_grammar(language).interviewers
        )

    def _named(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Who the words for the addressee name."""
        assert saying.addressee is not None
        grammar = get_grammar(saying.language)
        words = self._page.words[slice(*saying.addressee)]
        if words[0] in grammar.words.get("first_person", ()) and words != ("ما",):
            return None
        if words[0] in grammar.pronouns:
            many = words[0] in grammar.plural_pronouns
            found = self._other_than(speaker, Wanted(person=True, plural=many))
            return found if found is None or found.plural == many else None
        if saying.language == "fa" and words[0] in grammar.demonstratives and len(words) > 1:
            body = self._cast.find_body(words[1], saying.addressee[0], "fa")
            if body is not None:
                return body  # «به این نشریه گفت»
        return self._cast.identify(saying.addressee, saying.language, self._memory.recent)

    def _by_pronoun(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom the pronoun of an Arabic verb means: سألته, «قال لها»."""
        told = saying.language == "ar" and (speaker is not None or saying.passive)
        wanted = listener_of(self._page, saying) if told else None
        return self._other_than(speaker, wanted) if wanted else None

    def _called(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom Persian words in marks call upon: «خانم مدیرکل، تکلیف ما چیست؟»."""
        if saying.language != "fa" or saying.kind != "direct" or saying.heir or not saying.cue:
            return None
        called = vocative_in(self._page, *saying.content[0], "fa")
        found = self._cast.identify(called, "fa", self._memory.recent) if called else None
        return found if found is not speaker else None

    def _other_than(self, speaker: Speaker | None, wanted: Wanted) -> Speaker | None:
        """The last one in mind who fits and does not speak himself."""
        return next((s for s in self._memory.recent if s is not speaker and wanted.fits(s)), None)

    def _implied(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom someone speaks to where his own sentence does not say it."""
        last = self._last
        if speaker is None:
            # «از او می پرسیم C»: of a question of the outlet's own the one in mind is asked.
            own = saying.language == "fa" and saying.passive and self.asks_in_words(saying)
            return self._memory.find(Wanted(person=True)) if own and saying.cue_class else None
        if last is None or last.speaker is None or not self._follows(last, saying):
            audience = self._audience(saying)
            if audience is not None:
                return audience
        if last is None or last.speaker is None:
            return None
        if saying.heir:
            carried = saying.rule.endswith((".passage", ".letter")) or self._follows(last, saying)
            return last.addressee if carried else None
        if self.interviews(speaker, saying.language) and self.asks_in_words(saying):
            return self._other_than(speaker, Wanted(person=True))
        if last.speaker is not speaker:
            return last.speaker if self._is_answered(last, last.speaker, saying, speaker) else None
        listener = last.addressee if self._follows(last, saying) else None
        if saying.language == "ar":
            # An audience goes on listening; an outlet was told one thing.
            return listener if listener and listener.plural else None
        # Who was asked to do something is not who was spoken to.
        asked = last.saying.rule.endswith(".request")
        return listener if listener and (not asked or self._listens(listener, "fa")) else None

    def _is_answered(self, last: _Turn, asker: Speaker, saying: Saying, speaker: Speaker) -> bool:
        """Tell whether a saying answers who spoke last."""
        near = self._follows(last, saying) or last.saying.rule.endswith(".letter")
        near = near or (saying.language == "fa" and self._answers(saying))
        asked = last.addressee is speaker or self.interviews(asker, saying.language)
        asked = asked or (self.asks_in_words(last.saying) and self._answers(saying))
        if saying.language == "ar":
            asked = asked or self._answers_him(saying) or self._asks_him(last.saying)
            direct = (asker.named or asker.body) and last.saying.kind == "direct"
            if direct and retorts(self._page, saying) and self._is_near(last, saying):
                return True
        return near and asked

    def _audience(self, saying: Saying) -> Speaker | None:
        """Before whom someone speaks, as the sentences before in the paragraph say."""
        here = self._page.sentence_at(saying.start)
        if here is None or saying.language != "fa" or saying.heir or saying.source is None:
            return None
        place = find_audience(self._page, self._page.paragraphs[here.paragraph].first, here.first)
        return self._cast.identify(place, "fa", self._memory.recent) if place else None

    def _follows(self, last: _Turn, saying: Saying) -> bool:
        """Tell whether a saying stands in the same paragraph as the one before it."""
        here = self._page.sentence_at(saying.start)
        before = self._page.sentence_at(last.saying.start)
        return here is not None and before is not None and here.paragraph == before.paragraph

    def _is_near(self, last: _Turn, saying: Saying) -> bool:
        """Tell whether a saying stands in the paragraph of the one before it, or in the next."""
        here = self._page.sentence_at(saying.start)
        before = self._page.sentence_at(last.saying.start)
        return (
            here is not None and before is not None and here.paragraph - before.paragraph in (0, 1)
        )

    def is_asked(self, saying: Saying, addressee: Speaker) -> bool:
        """Tell whether a sentence names whom it asks something, and he is no reporter who only listens."""
        named = saying.addressee is not None and self.asks_in_words(saying)
        # Persian: an Arabic verb after a question rather goes on with who asked (open native reports).
        return named and saying.language == "fa" and not self.interviews(addressee, saying.language)

    def asks_in_words(self, saying: Saying) -> bool:
        """Tell whether the cue of a saying is one of asking."""
        grammar = get_grammar(saying.language)
        return saying.cue is not None and any(
            _is_asking(self._page.words[i], grammar) for i in range(*saying.cue)
        )

    def _answers(self, saying: Saying) -> bool:
        """Tell whether the cue of a saying is one of answering."""
        answers = get_grammar(saying.language).words.get("answers", frozenset())
        return saying.cue is not None and any(
            self._page.words[i] in answers for i in range(*saying.cue)
        )

    def replies(self, saying: Saying) -> bool:
        """Tell whether between its source and its verb a Persian sentence says that it answers: «وی در واکنش به این سخن گفت»."""
        if saying.source is None or saying.cue is None or saying.language != "fa":
            return False
        words = self._page.words[saying.source[1] : saying.cue[0]]
        grammar = get_grammar("fa")
        pointing = grammar.demonstratives | grammar.pronouns
        return any(
            words[i] == "در"
            and words[i + 1] in grammar.words["replies"]
            and (not words[i + 2 : i + 4] or words[i + 3 : i + 4] in {(word,) for word in pointing})
            for i in range(len(words) - 1)
        ) and grammar.words["questions"].isdisjoint(words)

    def _answers_him(self, saying: Saying) -> bool:
        """Tell whether an Arabic verb answers someone meant by a pronoun: فأجابته, ردّ عليها."""
        if saying.cue is None:
            return False
        words = self._page.words[saying.cue[0] : saying.cue[1] + 1]
        bare = words[0][1:] if words[0][0] in "وف" else words[0]
        resumed = words[-1] in ("علیه", "علیها", "علیهم") and bare in ("رد", "ردت", "یرد", "ترد")
        return resumed or bare in ("اجابه", "اجابها", "اجابهم", "اجابته", "اجابتها", "اجابتهم")

    def _listens(self, addressee: Speaker, language: str) -> bool:
        """Tell whether someone is the listener of an interview: reporters, or an outlet."""
        page = self._page
        outlets = (m for m in page.mentions if m.mention.rule.endswith(".outlet"))
        names = addressee.words
        known = any(
            m.first == addressee.first or page.words[m.last - len(names) : m.last] == names
            for m in outlets
        )
        in_marks = language == "fa" and names[:1] == ("«",)  # «به «برگ» گفت»
        return known or in_marks or self.interviews(addressee, language)


def _is_asking(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a form of asking, or a noun for a question."""
    return word in grammar.words.get("asking", ()) or word in grammar.words.get("questions", ())

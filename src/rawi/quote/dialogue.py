"""To whom it was said, over several sayings: who answers speaks to who asked, and an interview has one listener."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.answers import answers_nobody
from rawi.quote.arabic.listeners import adds_to, answers_him, gives_words, retorts
from rawi.quote.arabic.marked_turns import replies
from rawi.quote.arabic.same_talk import find_same_text, is_in_talk, tells_of_text
from rawi.quote.arabic.scenes import Scene
from rawi.quote.asking import answers, asks, interviews, posts, requests, writes
from rawi.quote.cast import Cast
from rawi.quote.described import is_outlet
from rawi.quote.exchanges import (
    Turn,
    answers_open,
    asks_him,
    find_answered,
    find_correspondent,
    find_partner,
    find_question,
    find_questioner,
    find_same_reporter,
    find_told_talk,
    find_written_to,
    goes_on_in_letter,
    grants,
    heard_further,
    remembers,
    speaks_on_in_marks,
    takes_turn,
    talks_with_one,
)
from rawi.quote.memory import Memory, Wanted
from rawi.quote.nearness import follows, follows_on_line, in_one_sentence, is_near
from rawi.quote.page import Page
from rawi.quote.persian.addressees import find_talk
from rawi.quote.persian.askers import find_told_asker
from rawi.quote.persian.callers import find_caller_before
from rawi.quote.persian.companions import find_companion, find_met, is_in_meeting
from rawi.quote.persian.correspondence import sent_before
from rawi.quote.persian.hailed import asks_in_turn, ends_in_question, find_called, title_alone
from rawi.quote.persian.listeners import (
    answers_letter,
    answers_unnamed,
    cites_ruling,
    cites_writing,
    find_hearers,
    find_pointed,
    finds_in_letter,
    goes_on_talking,
    goes_on_writing,
    points_at_writing,
    says_now,
)
from rawi.quote.persian.named_listeners import name_listener
from rawi.quote.persian.raised import tells_us
from rawi.quote.roles import agree
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_SOMEONE = frozenset({"احد", "احدی", "مصدر", "مصادر", "شاهد"})  # «مصدر في الوزارة» speaks on


class Dialogue:
    """Follows who speaks to whom while sayings are attributed in order."""

    def __init__(self, page: Page, cast: Cast, memory: Memory) -> None:
        self._page = page
        self._cast = cast
        self._memory = memory
        self.scene = Scene(page, cast, memory)
        self._last: Turn | None = None
        self._asked: Turn | None = None  # the last Arabic question nobody named asks: «سُئل عما»
        self.turns: list[Turn] = []
        self._talk: Turn | None = None  # the last saying of a talk: «در گفت وگو با X»

    def addressee(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Tell whom one saying is addressed to, and remember the turn."""
        if saying.addressee:
            found = self._named(saying, speaker)
        else:
            found = self._by_pronoun(saying, speaker) or self._called(saying, speaker)
            found = found or self._untold(saying, speaker)
            if found is None and speaker is not None and saying.language == "ar":
                found = self.scene.other_party(saying, speaker)
        if speaker is not None and found is speaker:
            found = find_correspondent(self.turns, saying, speaker)
        # «از او پرسیدم C. جواب داد»: he answers nobody told of
        asked = found is not None and saying.language == "fa" and asks(self._page, saying)
        if not saying.passive or speaker is not None or asked:
            self._last = Turn(saying, speaker, found)
            self.turns.append(self._last)
        if saying.passive and saying.language == "ar" and asks(self._page, saying):
            self._asked = Turn(saying, speaker, found)
        if found is not None and self._is_talk(saying):
            self._talk = Turn(saying, speaker, found)
        # «به گفتهٔ وی» does not say to whom, though he still listens.
        told = saying.addressee is not None or saying.rule != "fa.attribution"
        return found if told or cites_writing(self._page, saying) else None

    def _is_talk(self, saying: Saying) -> bool:
        """Tell whether a saying is an answer of an interview, or one said in a talk: «در گفت وگو با X», «في اتصال مع X»."""
        if saying.language == "ar":
            return is_in_talk(self._page, saying)
        place = saying.addressee
        return saying.rule.endswith(".interview") or (
            place is not None and place[0] > 0 and self._page.words[place[0] - 1] == "با"
        )

    @property
    def last_listener(self) -> Speaker | None:
        """Whom the last turn was addressed to."""
        return self._last.addressee if self._last else None

    def asks(self, saying: Saying, speaker: Speaker) -> bool:
        """Tell whether someone only asks: after him the one spoken of before speaks again."""
        if saying.rule.endswith(".question") or interviews(speaker, saying.language):
            return True
        if saying.language == "ar" and asks_him(self._page, saying):
            return True
        grammar = get_grammar(saying.language)
        head = speaker.words[0] if speaker.words else ""
        # «یک منبع آگاه» is someone and speaks on; «برخی» are nobody.
        single = head in (("یک", "یکی") if saying.language == "fa" else _SOMEONE)
        if head in grammar.words.get("hearsay", ()):
            return True
        return not speaker.named and head in grammar.indefinites and not single

    def _named(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Who the words for the addressee name."""
        assert saying.addressee is not None
        grammar = get_grammar(saying.language)
        words = self._page.words[slice(*saying.addressee)]
        if (asked := find_question(self._page, self._last, saying, speaker)) is not None:
            return asked.speaker
        if saying.language == "ar" and words[0] in grammar.words.get("first_person", ()):
            return None  # in Persian «به من گفت» is told to the writer
        suffixed = (
            "datives",
            "talk_of_others",
            "given_to_him",
        )  # «برایشان نوشت», «حرفش را برید: «…»»
        to_them = any(words[0] in grammar.words.get(nouns, ()) for nouns in suffixed)
        pointed = saying.language == "fa" and words[0] in grammar.demonstratives
        if pointed and (called := self._called(saying, speaker)) and called.named:
            return called  # «به این دختر نوشت: «بخواب، آیلا»»
        if words[0] in grammar.pronouns or to_them:
            called = self._called(saying, speaker)
            if called is not None and called.named:
                return called  # «خطاب به او نوشت: «آقای X، …»»
            many = words[0] in grammar.plural_pronouns or (to_them and words[0].endswith("شان"))
            wanted = Wanted(person=True, plural=many, besides=speaker)
            if saying.language == "fa":
                told = find_pointed(self._page, self._cast, saying.addressee[0], wanted)
                if told is None and (place := find_told_asker(self._page, saying)) is not None:
                    return self._cast.identify(place, "fa", self._memory.recent)
                asker = (
                    find_answered(self._page, self.turns, saying, speaker)
                    if speaker and not many
                    else None
                )
                if (told := told or asker) is not None:
                    return told
            found = self._memory.find_other(speaker, wanted)
            return found if found is None or found.plural == many else None
        if saying.language == "ar":
            return self.scene.named(saying.addressee, saying, speaker)
        reporter = find_same_reporter(self.turns, words)
        return reporter or self._named_in_persian(saying, speaker)

    def _named_in_persian(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Who Persian words for the addressee, which are no pronoun, name."""
        before = next((t for t in reversed(self.turns) if t.speaker is not speaker), None)
        near = before is not None and is_near(self._page, before.saying, saying)
        other = before.speaker if before is not None and near else None
        return name_listener(self._page, self._cast, self._memory, saying, speaker, other)

    def _by_pronoun(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom the pronoun of an Arabic verb means: سألته, «قال لها»."""
        if saying.language != "ar" or (speaker is None and not saying.passive):
            return None
        last = self._last
        told = (
            last is not None
            and last.speaker is speaker
            and follows(self._page, last.saying, saying)
        )
        return self.scene.meant(saying, speaker, last.addressee if last and told else None)

    def _called(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom words in marks call upon: «خانم مدیرکل، تکلیف ما چیست؟», «لا يا دكتور»."""
        if saying.language == "ar":
            return self.scene.called(saying, speaker)
        if saying.language != "fa" or saying.kind != "direct" or saying.heir or not saying.cue:
            return None
        found = find_called(self._page, self._cast, self._memory, saying.content[0])
        found = found or self._by_title(saying)
        return found if found is not speaker else None

    def _by_title(self, saying: Saying) -> Speaker | None:
        """Whom words in marks call upon by a title alone: who spoke right before, «بله، خانم!»."""
        last, title = self._last, title_alone(self._page, saying.content[0])
        if last is None or last.speaker is None or title is None:
            return None
        one = not (last.speaker.body or last.speaker.plural)
        near = follows(self._page, last.saying, saying)
        return last.speaker if one and near and agree(last.speaker.gender, title.gender) else None

    def _untold(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom someone speaks to: who asked him just before, perhaps nobody told of; else who is implied."""
        asked = self._asked
        if speaker and asked and answers_open(self._page, asked, self._last, saying):
            return asked.speaker if asked.addressee in (None, speaker) else None
        nobody = posts(self._page, saying) or tells_us(self._page, saying)
        return None if nobody else self._implied(saying, speaker)

    def _implied(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Whom someone speaks to where his own sentence does not say it."""
        last = self._last
        if speaker is None:
            return self._asked_by_outlet(saying)
        if (met := self._met(saying, speaker)) is not None:
            return met
        if last is None or last.speaker is None or not follows(self._page, last.saying, saying):
            audience = find_hearers(self._page, self._cast, saying)
            if audience is not None:
                return audience
        if last is None or last.speaker is None:
            return None
        if saying.heir:
            return heard_further(self._page, last, saying, speaker)
        aside = saying.aside and saying.language == "fa"  # «او در پاسخ قاضی که پرسید C، گفت»
        if (aside or interviews(speaker, saying.language)) and asks(self._page, saying):
            return self._memory.find_other(speaker, Wanted(person=True))
        if last.speaker is speaker:
            on = self._listens_on(last, saying)
            return on or find_partner(self._page, self.turns, saying, speaker, goes_on=True)
        if self._is_answered(last, last.speaker, saying, speaker):
            return last.speaker
        return find_partner(self._page, self.turns, saying, speaker)

    def know(self, role: Speaker, bearer: Speaker) -> None:
        """Take note that who spoke by his role is one whose name is told now: «معاون وزیر گفت: C؛ شیدا رهنما افزود D»."""
        self.turns = [t._replace(speaker=bearer) if t.speaker is role else t for t in self.turns]
        if self._last is not None and self._last.speaker is role:
            self._last = self._last._replace(speaker=bearer)

    def _listens_on(self, last: Turn, saying: Saying) -> Speaker | None:
        """Whom the same speaker goes on to speak to in his paragraph."""
        arabic = saying.language == "ar"
        letter = arabic and goes_on_in_letter(self._page, self.turns, last, saying)
        adds = arabic and (
            letter
            or adds_to(self._page, last.saying, saying)
            or find_same_text(self._page, saying) is not None
        )
        near = adds or follows(self._page, last.saying, saying)
        listener = last.addressee if near else None
        if listener is None:
            return None
        asked = requests(self._page, last.saying)
        together = in_one_sentence(self._page, last.saying, saying)
        if saying.language == "ar":
            on = adds or together or answers_him(self._page, saying)
            on = on or (self._talks_on(last, listener) and saying.rule != "ar.attribution")
            asked = asked and not (together and gives_words(self._page, saying))
            return listener if letter or (on and not asked) else None
        if not (
            together
            or self._lasts(last, saying, listener)
            or (
                speaks_on_in_marks(self._page, last.saying, saying)
                and not self._listens(listener, "fa")
            )
        ):
            return None
        # Who was asked to do something is not who was spoken to.
        talked = talks_with_one(self.turns, last.speaker, listener) if last.speaker else False
        return listener if not asked or talked or self._listens(listener, "fa") else None

    def _lasts(self, last: Turn, saying: Saying, listener: Speaker) -> bool:
        """Tell whether a talk or a letter goes on; «به روزنامهٔ X گفت: C. او افزود D» tells no more to whom."""
        page = self._page
        written = points_at_writing(page, last.saying) and not says_now(page, saying)
        written = written or cites_writing(page, saying)
        return self._talks_on(last, listener) or written or self._is_talk(last.saying)

    def _talks_on(self, last: Turn, listener: Speaker) -> bool:
        """Tell whether what was said last belongs to the talk told of last."""
        return self._talk is not None and self._talk[1:] == (last.speaker, listener)

    def _asked_by_outlet(self, saying: Saying) -> Speaker | None:
        """Whom a Persian question of the outlet's own is put to, «از او می پرسیم C»: the one in mind."""
        asked = saying.passive or saying.plural  # «پرسیدند C»
        own = saying.language == "fa" and asked and asks(self._page, saying)
        return self._memory.find(Wanted(person=True)) if own and saying.cue_class else None

    def _met(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """Whom a speaker answers, or talks with: «در پاسخ گفت», «در ادامهٔ این گفت وگو گفت», «وأكدت في المقابلة أنّ»."""
        if saying.language != "fa":
            return find_told_talk(self._page, self.turns, saying, speaker)
        place = find_told_asker(self._page, saying) or find_caller_before(self._page, saying)
        if place is not None:
            return self._cast.identify(place, "fa", self._memory.recent)
        if (asker := find_answered(self._page, self.turns, saying, speaker)) is not None:
            return asker
        if points_at_writing(self._page, saying) or goes_on_writing(self._page, saying):
            # «در بخش دیگری از این نامه آمده است»: it goes to whom it went before.
            told = find_written_to(self._page, self.turns, speaker)
            place = sent_before(self._page, saying.start)
            return told or (self._cast.identify(place, "fa", ()) if place else None)
        if finds_in_letter(self._page, saying):
            place = sent_before(self._page, saying.start)
            return self._cast.identify(place, "fa", ()) if place else None
        if answers_unnamed(self._page, saying):
            return find_questioner(self.turns, self._talk, speaker)
        return self._in_talk(saying, speaker)

    def _in_talk(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """With whom a Persian speaker talks in the meeting or talk told of before: «در این دیدار گفت», «در ادامهٔ این گفت وگو گفت»."""
        met = is_in_meeting(self._page, saying)
        if met and (found := find_met(self._page, self._cast, saying.start, speaker)) is not None:
            return found
        if not goes_on_talking(self._page, saying):
            return None
        if (last := self._talk) is not None:
            return last.speaker if last.addressee is speaker else last.addressee
        if (outlet := self._told_outlet(speaker)) is not None:
            return outlet
        talk = find_talk(self._page, saying.start)
        if talk is None:
            return find_companion(self._page, self._cast, saying.start, speaker)
        return self._cast.identify(talk, "fa", ())

    def _told_outlet(self, speaker: Speaker) -> Speaker | None:
        """The outlet a Persian speaker told something last: «به روزنامهٔ X گفته است C. او در همین مصاحبه افزود D»."""
        heard = (turn.addressee for turn in reversed(self.turns) if turn.speaker is speaker)
        return next((one for one in heard if one and self._listens(one, "fa")), None)

    def _is_answered(self, last: Turn, asker: Speaker, saying: Saying, speaker: Speaker) -> bool:
        """Tell whether a saying answers who spoke last; what one calls something answers nobody."""
        adds = saying.cue_class == "continuing" and saying.source is not None
        tells = saying.language == "ar" and (adds or tells_of_text(self._page, saying))
        if tells or saying.rule == "fa.label" or cites_ruling(self._page, saying):
            return False  # «وأضافت X أنّ», «وجاء في المذكرة أنّ», «X این را «Y» خواند»
        if remembers(self._page, last.saying, saying) and not retorts(self._page, saying):
            return False
        near = follows(self._page, last.saying, saying)
        if saying.language == "ar" and saying.cue and answers_nobody(self._page, saying.cue):
            return False
        if saying.language == "fa" and writes(self._page, last.saying):
            # What is told after a letter is not told to its writer.
            near = writes(self._page, saying)
        if last.saying.rule.endswith(".letter"):
            near = answers_letter(self._page, saying) or retorts(self._page, saying)
        # «X به Y گفت: «C».», and in the next paragraph «Y پرسید: «D؟»»
        back = last.addressee is speaker and asks(self._page, saying)
        back = back and is_near(self._page, last.saying, saying)
        turn = asks_in_turn(self._page, last.saying) and is_near(self._page, last.saying, saying)
        near = near or (saying.language == "fa" and (back or turn or answers(self._page, saying)))
        asked = last.addressee is speaker or interviews(asker, saying.language)
        question = turn or asks(self._page, last.saying)
        asked = asked or (question and answers(self._page, saying))
        if saying.language == "fa" and question and not last.saying.aside:
            # «قاضی از X پرسید: «…» متهم گفت: «…»»: who is asked may be called otherwise.
            unnamed = last.addressee is None or not (last.addressee.named and speaker.named)
            asked = asked or (unnamed and not asks(self._page, saying))
        if saying.language == "ar":
            replied = last.addressee is speaker and replies(self._page, last.saying, saying)
            if replied or takes_turn(self._page, last, saying, speaker):
                return True
            put = asks_him(self._page, last.saying) and last.addressee in (None, speaker)
            asked = asked or put or answers_him(self._page, saying)
            asked = asked or grants(self._page, last, saying)
            heard = last.saying.kind == "direct" or follows(self._page, last.saying, saying)
            heard = heard or follows_on_line(self._page, last.saying, saying)
            # «اقترح جد أن C. «D»، ردت X»
            behind = bool(asker.roles) and saying.rule == "ar.mark-before"
            told = ((asker.named or asker.body or behind) and heard) or last.addressee is speaker
            if told and retorts(self._page, saying) and is_near(self._page, last.saying, saying):
                return True
        return near and asked

    def is_asked(self, saying: Saying, addressee: Speaker) -> bool:
        """Tell whether a sentence names whom it asks something, or calls upon him, and he is no reporter who only listens."""
        question = ends_in_question(self._page, saying)
        named = saying.addressee is not None and (question or asks(self._page, saying))
        named = named or (question and self._called(saying, None) is addressee)
        # Persian: an Arabic verb after a question rather goes on with who asked (open native reports).
        return named and saying.language == "fa" and not interviews(addressee, saying.language)

    def _listens(self, addressee: Speaker, language: str) -> bool:
        """Tell whether someone is the listener of an interview: reporters, or an outlet."""
        in_marks = language == "fa" and addressee.words[:1] == ("«",)  # «به «برگ» گفت»
        return in_marks or is_outlet(self._page, addressee) or interviews(addressee, language)

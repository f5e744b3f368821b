"""To whom it was said, over several sayings: who answers speaks to who asked, and an interview has one listener."""

from rawi.lang.grammar import get_grammar
from rawi.quote.answered import is_answered
from rawi.quote.arabic.listeners import means_him
from rawi.quote.arabic.retorts import adds_to, answers_him, gives_words
from rawi.quote.arabic.same_talk import find_same_text, is_in_talk
from rawi.quote.arabic.scenes import Scene
from rawi.quote.arabic.told_anew import announces_besides
from rawi.quote.asking import asks, interviews, posts, requests, writes
from rawi.quote.cast import Cast
from rawi.quote.exchanges import (
    Turn,
    answers_open,
    asks_him,
    find_correspondent,
    find_partner,
    find_question,
    find_told_talk,
    goes_on_in_letter,
    heard_further,
    know,
    speaks_on_in_marks,
    talks_with_one,
)
from rawi.quote.memory import Memory, Wanted
from rawi.quote.nearness import follows, in_one_sentence, joins_on
from rawi.quote.page import Page
from rawi.quote.persian.hailed import ends_in_question
from rawi.quote.persian.listeners import (
    cites_writing,
    find_hearers,
    goes_on_writing,
    points_at_writing,
    says_now,
    tells_letter,
)
from rawi.quote.persian.raised import tells_us
from rawi.quote.persian.scenes import PersianScene
from rawi.quote.persian.told_elsewhere import turns_to_now
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
        self._persian = PersianScene(page, cast, memory)
        self._last: Turn | None = None
        self._asked: Turn | None = None  # the last Arabic question nobody named asks: «سُئل عما»
        self.turns: list[Turn] = []
        self._talk: Turn | None = None  # the last saying of a talk: «در گفت وگو با X»

    def addressee(self, saying: Saying, speaker: Speaker | None) -> Speaker | None:
        """Tell whom one saying is addressed to, and remember the turn."""
        if means_him(self._page, saying):
            saying = saying._replace(addressee=None)  # «وفي اتصال مع «الأفق»، سألته المذيعة»
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
        if (asked := find_question(self._page, self._last, saying, speaker)) is not None:
            return asked.speaker
        if saying.language != "ar":
            return self._persian.named(saying, speaker, self.turns, self._last)
        grammar, first = get_grammar("ar"), self._page.words[saying.addressee[0]]
        if first in grammar.words["first_person"]:
            return None  # in Persian «به من گفت» is told to the writer
        if (called := self.scene.called_by_name(saying, speaker)) is not None:
            return called
        if first not in grammar.pronouns:
            return self.scene.named(saying.addressee, saying, speaker)
        return self._memory.find_pronoun(speaker, plural=first in grammar.plural_pronouns)

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
        return self._persian.called(saying, speaker, self._last)

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
            return self._persian.asked_by_outlet(saying) if saying.language == "fa" else None
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
        if is_answered(self._page, last, last.speaker, saying, speaker):
            return last.speaker
        return find_partner(self._page, self.turns, saying, speaker)

    def _met(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """Whom a speaker answers or talks with, as his sentence points back: «در پاسخ گفت», «وأكدت في المقابلة أنّ»."""
        if saying.language == "fa":
            return self._persian.met(saying, speaker, self.turns, self._talk)
        return find_told_talk(self._page, self.turns, saying, speaker)

    def know(self, role: Speaker, bearer: Speaker) -> None:
        """Take note that who spoke by his role is one whose name is told now: «معاون وزیر گفت: C؛ شیدا رهنما افزود D»."""
        self.turns = [know(turn, role, bearer) for turn in self.turns]
        if self._last is not None:
            self._last = know(self._last, role, bearer)

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
        together = together or joins_on(self._page, last.saying, saying)
        one = not (listener.plural or listener.body)
        if arabic and one and announces_besides(self._page, last.saying, saying):
            return None
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
                and not self._persian.only_listens(listener)
            )
        ):
            return None
        # Who was asked to do something is not who was spoken to; but «از X خواست C و گفت: «D»»,
        # not «از X خواست C و تأکید کرد: «D»».
        plain = saying.kind == "direct" and saying.cue_class != "stressing"
        asked = asked and not (together and plain)
        talked = talks_with_one(self.turns, last.speaker, listener) if last.speaker else False
        return listener if not asked or talked or self._persian.only_listens(listener) else None

    def _lasts(self, last: Turn, saying: Saying, listener: Speaker) -> bool:
        """Tell whether an interview by questions, a talk with a person or a letter goes on; «به روزنامهٔ X گفت: C. او افزود D», «در گفت وگو با X گفت: C. او افزود که D» tell no more to whom."""
        page = self._page
        written = points_at_writing(page, last.saying) and not says_now(page, saying)
        # «X در پاسخ قاضی گفت: C. او در گزارش خود نوشته است D»: the report is another's
        cited = saying.rule == "fa.attribution" or writes(page, last.saying)
        written = written or (cited and cites_writing(page, saying))
        written = written or goes_on_writing(page, saying)
        written = written or (tells_letter(page, last.saying) and not says_now(page, saying))
        talk = self._talks_on(last, listener) or self._is_talk(last.saying)
        # «در گفت وگو با خبرنگار ما گفت C. او ادامه داد: «D»» is still the talk's
        on = saying.cue_class == "continuing" and saying.kind == "direct"
        on = on or saying.rule == "fa.attribution"  # «به باور او»: he still listens
        only = self._persian.only_listens(listener) and not on
        talk = talk and (self._is_interview(last) or not only)
        return written or (talk and not turns_to_now(page, last.saying, saying))

    def _is_interview(self, last: Turn) -> bool:
        """Tell whether the last talk is read by its questions: there all answers are told to who asks."""
        talks = (last, self._talk)
        return any(one is not None and one.saying.rule.endswith(".interview") for one in talks)

    def _talks_on(self, last: Turn, listener: Speaker) -> bool:
        """Tell whether what was said last belongs to the talk told of last."""
        return self._talk is not None and self._talk[1:] == (last.speaker, listener)

    def is_asked(self, saying: Saying, addressee: Speaker) -> bool:
        """Tell whether a sentence names whom it asks something, or calls upon him, and he is no reporter who only listens."""
        question = ends_in_question(self._page, saying)
        named = saying.addressee is not None and (question or asks(self._page, saying))
        named = named or (question and self._called(saying, None) is addressee)
        # Persian: an Arabic verb after a question rather goes on with who asked (open native reports).
        return named and saying.language == "fa" and not interviews(addressee, saying.language)

"""Who wrote and who reads the Arabic letters a report tells of: «بعث X رسالة إلى Y. وقال في رسالته إنّ»."""

from rawi.quote.arabic.retorts import retorts
from rawi.quote.arabic.same_talk import find_same_text, find_text_within, opens_in_text
from rawi.quote.arabic.sendings import Sending, find_sending
from rawi.quote.arabic.texts import is_definite_text
from rawi.quote.arabic.told_letters import find_begun, find_letter, find_letters_before
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory
from rawi.quote.page import Page
from rawi.quote.roles import agree
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker


class Correspondence:
    """Looks up writers and readers in the cast."""

    def __init__(self, page: Page, cast: Cast, memory: Memory) -> None:
        self._page = page
        self._cast = cast
        self._memory = memory

    def writer(self, saying: Saying) -> Speaker | None:
        """Who sent the letter a report goes back to: «بعث الأهالي برقية إلى الوزير. وجاء في البرقية: «…»»."""
        letter = self._letter(saying)
        return self._party(letter.sender if letter else None)

    def beginner(self, saying: Saying) -> Speaker | None:
        """Whose letter begins or ends with what is said: «رسالة X إلى المجلس … وبدأت بالقول: «…»»."""
        letter = find_begun(self._page, saying.cue) if saying.cue else None
        sender = self._party(letter.sender if letter else None)
        return sender or self._writes_on(saying)

    def _writes_on(self, saying: Saying) -> Speaker | None:
        """Who sent the letter in which a verb without a subject says more: «بعث X رسالة إلى Y. وقال في رسالته إنّ»."""
        letter = self._letter_within(saying)
        sender = self._party(letter.sender if letter else None)
        return sender if sender and agree(sender.gender, saying.gender) else None

    def reader(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """To whom a letter goes in which somebody says something, or who wrote the letter he answers."""
        return (
            self._recipient(saying)
            or self._reader(saying, speaker)
            or self._answered_sender(saying, speaker)
        )

    def _recipient(self, saying: Saying) -> Speaker | None:
        """To whom the letter went that a report goes back to."""
        letter = self._letter(saying)
        return self._party(letter.recipient if letter else None)

    def _reader(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """To whom the letter went in which its sender says more: «وجّهت النقابة كتاباً إلى المدير. وأكدت النقابة في كتابها أنّ»."""
        letter = self._letter_within(saying)
        if letter is None or letter.sender is None:
            return None
        named = (self._cast.at.get(i) for i in range(*letter.sender))
        own = (
            speaker in named
            or self._cast.identify(letter.sender, "ar", self._memory.recent) is speaker
        )
        return self._party(letter.recipient) if own else None

    def _answered_sender(self, saying: Saying, speaker: Speaker) -> Speaker | None:
        """Whose letter somebody answers: «بعثت العميدة كتاباً إلى الوزير. وردّ الوزير بكتاب جاء فيه أنّ»."""
        sentence = self._page.sentence_at(saying.start)
        if sentence is None or not retorts(self._page, saying):
            return None
        letters = find_letters_before(self._page, sentence)
        got = (one.sender for one in letters if self._party(one.recipient) is speaker)
        return self._party(next(got, None))

    def _letter_within(self, saying: Saying) -> Sending | None:
        """The letter told of before in which a saying stands by its noun or a pronoun: «وأكدت في كتابها أنّ», «ومما جاء فيها: «…»»."""
        place, sentence = find_text_within(self._page, saying), self._page.sentence_at(saying.start)
        if sentence is not None and opens_in_text(self._page, saying, sentence.first):
            return next(find_letters_before(self._page, sentence), None)
        if place is None or sentence is None:
            return None
        here = find_sending(self._page, sentence.first, place[0])
        return here or find_letter(self._page, sentence, place)

    def _letter(self, saying: Saying) -> Sending | None:
        """The letter told of before to which a saying goes back by its noun: «وجاء في البرقية», «وقال في الرسالة»."""
        sentence, words = self._page.sentence_at(saying.start), self._page.words
        place = saying.source
        if saying.cue and (begun := find_begun(self._page, saying.cue)) is not None:
            return begun
        if saying.cue and words[saying.cue[1] : saying.cue[1] + 1] == ("فی",):
            place = saying.cue[1] + 1, saying.cue[1] + 2  # «وقال في الرسالة»
        place = find_same_text(self._page, saying) or place
        if sentence is None or place is None or not is_definite_text(words[slice(*place)]):
            return None
        return find_letter(self._page, sentence, place)

    def _party(self, place: Range | None) -> Speaker | None:
        """Who stands at a place; nobody where there is none."""
        return self._cast.identify(place, "ar", self._memory.recent) if place else None

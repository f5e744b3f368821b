"""The turns of a dialogue so far, and whom they show a speaker to talk with: «شما …», «در پاسخ به پرسشی گفت»."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.arabic.authors import answers_writer, tells_me
from rawi.quote.arabic.people_words import names_own
from rawi.quote.arabic.retorts import promises
from rawi.quote.arabic.same_talk import goes_back_to_talk, writes_on
from rawi.quote.asking import asks, interviews, requests, writes
from rawi.quote.attributed import Attributed
from rawi.quote.described import is_outlet
from rawi.quote.nearness import follows, follows_on_line, in_one_sentence, is_near
from rawi.quote.page import Page
from rawi.quote.persian.hailed import says_you
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.listeners import gives_answer, replies, tells_answer
from rawi.quote.persian.pleas import answers_plea
from rawi.quote.persian.unconvinced import is_unconvinced
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker, is_part


class Turn(NamedTuple):
    """One saying of a dialogue."""

    saying: Saying
    speaker: Speaker | None
    addressee: Speaker | None


Told = TypeVar("Told", Turn, Attributed)


def know(one: Told, role: Speaker, bearer: Speaker) -> Told:
    """The same saying, with who bears a name in place of who was known without it."""
    speaker = bearer if one.speaker is role else one.speaker
    addressee = bearer if one.addressee is role else one.addressee
    return one._replace(speaker=speaker, addressee=addressee)


def find_partner(
    page: Page, turns: Sequence[Turn], saying: Saying, speaker: Speaker, *, goes_on: bool = False
) -> Speaker | None:
    """Whom a Persian speaker calls you in a talk of two, or is not convinced by, the one who spoke to him before; and whom his companion spoke to; `goes_on`: he spoke last, too."""
    if turns and not goes_on and adds_beside(page, turns[-1], saying):
        return turns[-1].addressee
    if saying.language != "fa" or saying.kind != "direct" or speaker.body:
        return None
    if writes(page, saying):
        return None  # «بر دیوار نوشت: «شهر با شما زیباست»» is for everybody
    last = next((turn for turn in reversed(turns) if turn.addressee is speaker), None)
    if last is None or last.speaker is None or last.speaker.body:
        return None
    if goes_on and not follows(page, turns[-1].saying, saying):
        return None
    said_back = says_you(page, saying.content[0]) or is_unconvinced(page, saying)
    return last.speaker if said_back else None


def talks_with_one(turns: Sequence[Turn], speaker: Speaker, other: Speaker | None = None) -> bool:
    """Tell whether somebody, perhaps a certain one, who is no reporter spoke to a speaker before: they talk with one another."""
    heard = (t.speaker for t in turns if t.addressee is speaker and t.speaker is not None)
    return any(
        one is other if other is not None else not (one.body or one.plural or interviews(one, "fa"))
        for one in heard
    )


def heard_further(page: Page, last: Turn, saying: Saying, speaker: Speaker) -> Speaker | None:
    """Whom words without a cue are said to: a turn of one's own, «نه خانم. …», to who spoke last; Persian ones that only go on, «به X گفت: «…».» «…», tell it in a letter alone."""
    if last.addressee is speaker:
        return last.speaker
    arabic = saying.language == "ar" and _listens_on(page, last)
    one = last.saying.rule == "fa.mark-before" or arabic
    if one and follows(page, last.saying, saying):
        # ««C»، X به Y گفت. «D»» is one speech, so is ««C»، قالت X لزوجها Y. «D»»
        return last.addressee
    return last.addressee if saying.rule.endswith((".passage", ".letter")) else None


def _listens_on(page: Page, last: Turn) -> bool:
    """Tell whether who hears Arabic words in marks hears those right behind them too: one person, the writer, «قالت لي», or one's own people, «قالت للاعباتها»."""
    hearer = last.addressee
    if _is_one(hearer) or (hearer is not None and tells_me(page, last.saying)):
        return True
    place = last.saying.addressee
    return place is not None and place[1] - place[0] == 1 and names_own(page.words[place[0]])


def _is_one(hearer: Speaker | None) -> bool:
    """Tell whether who hears is one person, no outlet, reporter, body or audience: a report tells those who hear it once."""
    if hearer is None or hearer.body is not False or hearer.plural:
        return False
    return not interviews(hearer, "ar")


def takes_turn(page: Page, last: Turn, saying: Saying, speaker: Speaker) -> bool:
    """Tell whether an Arabic line that opens with a name and a colon is of whom the line before it spoke to: «سألت X Y: «C؟»», then «Y: «D»»."""
    told = last.addressee
    if (
        told is None
        or saying.rule != "ar.headline"
        or not follows_on_line(page, last.saying, saying)
    ):
        return False
    named = told.named and speaker.named
    return told is speaker or (named and is_part(speaker.words, told.words))


def find_questioner(turns: Sequence[Turn], talk: Turn | None, speaker: Speaker) -> Speaker | None:
    """Who asks a Persian speaker where it is not told: with whom he talks, else the reporters he spoke to."""
    if talk is not None and talk.speaker is speaker:
        return talk.addressee
    heard = (t.addressee for t in reversed(turns) if t.speaker is speaker and t.addressee)
    last = next(heard, None)
    return last if last is not None and interviews(last, "fa") else None


def find_same_reporter(turns: Sequence[Turn], words: tuple[str, ...]) -> Speaker | None:
    """The reporter heard or answered last whom a Persian phrase means again: «رو به | همان خبرنگار گفت»."""
    grammar = get_grammar("fa")
    again = len(words) > 1 and words[0] in grammar.demonstratives
    if not again or words[1] not in grammar.interviewers:
        return None
    met = (one for t in reversed(turns) for one in (t.speaker, t.addressee) if one is not None)
    return next((one for one in met if interviews(one, "fa")), None)


def speaks_on_in_marks(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether two Persian sayings are halves of one speech in marks: «به X گفت: «…». وی افزود: «…»»."""
    return before.addressee is not None and all(
        one.kind == "direct" and page.mark_at[one.content[0][0]] is not None
        for one in (before, saying)
    )


def adds_beside(page: Page, last: Turn, saying: Saying) -> bool:
    """Tell whether a Persian companion of who spoke to the press adds something: «X به خبرنگار ما گفت: C. دوستش اضافه کرد: D»."""
    if saying.language != "fa" or saying.source is None or saying.cue_class != "continuing":
        return False
    if last.addressee is None or not interviews(last.addressee, "fa"):
        return False
    return is_somebodys(page.words[saying.source[0]]) and follows(page, last.saying, saying)


def asks_him(page: Page, saying: Saying) -> bool:
    """Tell whether an Arabic verb asks someone meant by its pronoun: «وسأله القاضي: «…»، فأجاب: «…»»."""
    words = page.words[slice(*saying.cue)] if saying.cue else ("",)
    return words[0].endswith(("ه", "ها", "هم")) and asks(page, saying)


def find_question(
    page: Page, last: Turn | None, saying: Saying, speaker: Speaker | None
) -> Turn | None:
    """The question, perhaps nobody's, that a Persian saying answers in its sentence: «وقتی خبرنگاری از او پرسید C، گفت: «…»»."""
    if saying.language != "fa" or last is None or not asks(page, last.saying):
        return None
    same = last.saying.addressee == saying.addressee and last.speaker is not speaker
    together = in_one_sentence(page, last.saying, saying)
    return last if same and together and not asks(page, saying) else None


def find_answered(
    page: Page, turns: Sequence[Turn], saying: Saying, speaker: Speaker
) -> Speaker | None:
    """Whom a Persian «پاسخ داد», «در پاسخ گفت» answers: who spoke last before, in this paragraph or the last.

    «در واکنش به این سخنان» answers him only who spoke to the speaker: others he may not have met.
    """
    others = (t for t in reversed(turns) if t.speaker is not speaker)
    before = next((t for t in others if not (t.speaker and _is_share(t.speaker))), None)
    if before is None or before.speaker is None or saying.cue is None:
        return None
    if saying.heir or saying.aside:
        return None
    if before.saying.aside or before.saying.rule.endswith((".headline", ".turn", ".attribution")):
        return None
    sentence = page.sentence_at(saying.start)
    told = page.words[sentence.first : saying.cue[0]] if sentence else ()
    said = (
        gives_answer(page, saying)
        or answers_plea(page, saying, before.saying)
        or (tells_answer(told) and asks(page, before.saying))
    )
    met = before.addressee is speaker and replies(page, saying)
    questions = get_grammar("fa").words["questions"]
    near = questions.isdisjoint(told) and is_near(page, before.saying, saying)
    return before.speaker if near and (said or met) else None


def _is_share(speaker: Speaker) -> bool:
    """Tell whether a share of those asked speaks, which nobody answers: «۵۸ درصد گفتند C؛ ۱۴ درصد پاسخ دادند D»."""
    return "درصد" in speaker.words and not speaker.named


def find_correspondent(turns: Sequence[Turn], saying: Saying, speaker: Speaker) -> Speaker | None:
    """Who wrote to him whose letter follows, where the report tells of the first letter alone to whom it went: «X در نامه ای به Y نوشت: «C». متن پاسخ Y: …»."""
    if not saying.rule.endswith(".letter"):
        return None
    return next((t.speaker for t in reversed(turns) if t.addressee is speaker), None)


def answers_open(page: Page, asked: Turn, last: Turn | None, saying: Saying) -> bool:
    """Tell whether an Arabic saying is the first after what someone was asked in its paragraph: «وعندما سُئل عما يفعل، أجاب»; `asked`: the question, of an outlet or of nobody named."""
    spoken = last is not None and last.saying.start > asked.saying.start
    return saying.language == "ar" and not spoken and follows(page, asked.saying, saying)


def grants(page: Page, last: Turn, saying: Saying) -> bool:
    """Tell whether someone promises in the sentence in which he was asked for something: «وطلب النادي ملعباً، ووعد X بأن …»."""
    asked = last.saying.rule.endswith(".request") and promises(page, saying)
    return asked and in_one_sentence(page, last.saying, saying)


def goes_on_in_letter(page: Page, turns: Sequence[Turn], last: Turn, saying: Saying) -> bool:
    """Tell whether what an Arabic speaker adds stands in the letter of his told of just before."""
    letter = next((t for t in reversed(turns) if t.saying.addressee is not None), None)
    if letter is None or letter[1:] != last[1:] or not is_near(page, last.saying, saying):
        return False
    return writes_on(page, letter.saying, saying)


def find_told_talk(
    page: Page, turns: Sequence[Turn], saying: Saying, speaker: Speaker
) -> Speaker | None:
    """Whom an Arabic speaker talked with before, where a sentence goes back to the talk: the outlet, «وتذكر في المقابلة أنّ», also where it answers us, «وعندما نقلنا إليها هذا، أقرت بأنّ»; or who was called right before, «واتصل بها X وأوضح لها أنّ C. وأضاف خلال المكالمة أنّ»."""
    if not (goes_back_to_talk(page, saying) or answers_writer(page, saying)):
        return None
    told = [t for t in reversed(turns) if t.speaker is speaker and t.addressee is not None]
    outlet = next((t.addressee for t in told if t.addressee and is_outlet(page, t.addressee)), None)
    called = told and told[0] is turns[-1] and is_near(page, told[0].saying, saying)
    return outlet or (told[0].addressee if called else None)


def signs(writer: Speaker) -> bool:
    """Tell whether someone is known only as who signed or wrote a letter: «امضاکنندگان», «نویسندگان نامه»."""
    return not get_grammar("fa").words["signers"].isdisjoint(writer.words[:1])


def _only_asks(page: Page, saying: Saying) -> bool:
    """Tell whether a Persian saying asks somebody for something, and not in a letter: «از شرکت تقاضا کرد C»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None:
        return False
    told = page.words[here.first : saying.cue[0]]
    letters = get_grammar("fa").words["letters"]  # a statement is for everybody
    return requests(page, saying) and letters.isdisjoint(told)


def _is_written(page: Page, turn: Turn) -> bool:
    """Tell whether a turn is a letter's: somebody writes, or the letter says so itself, «در آن آمده بود»."""
    cue = page.words[slice(*turn.saying.cue)] if turn.saying.cue else ()
    return "امده" in cue or writes(page, turn.saying)


def find_written_to(page: Page, turns: Sequence[Turn], writer: Speaker) -> Speaker | None:
    """To whom a writer wrote last; a letter of nobody named, or of those who signed it, goes where the last one went: «در نامهٔ دیگری آمده است»."""
    letter = bool(writer.words) and names_letter(writer.words[0], "fa")
    signed = signs(writer)
    sent = (
        turn.addressee
        for turn in reversed(turns)
        if (turn.speaker is writer and not _only_asks(page, turn.saying))
        or (letter and writes(page, turn.saying))
        or (signed and _is_written(page, turn))
    )
    return next((listener for listener in sent if listener is not None), None)

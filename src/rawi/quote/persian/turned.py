"""Speech in marks after whom it is spoken to, or how, where no verb says it: «قاضی رو به او: «C»», «مربی با لبخند: «C»»; or after a name alone."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.hearers import TURNING, may_listen, read_listener
from rawi.quote.persian.marked import holds_verb, opens_mark
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying

_LONGEST = 14  # tokens before the colon


def add_turned(page: Page, sentence: PlacedSentence, found: list[Saying]) -> list[Saying]:
    """Add to the sayings of a sentence those that no verb tells."""
    taken = [range(s.content[0][0], s.content[-1][1]) for s in found if s.content]
    words, last = page.words, sentence.last
    for colon in [i for i in range(sentence.first + 1, last - 2) if words[i] == ":"]:
        if not opens_mark(page, colon + 1, last):
            continue
        if page.mark_at[colon] is None and not any(colon + 2 in said for said in taken):
            saying = _read_turned(page, sentence.first, colon) or _read_named(page, sentence, colon)
            found += [saying] if saying is not None else []
    return sorted(found, key=lambda saying: saying.start)


def _read_turned(page: Page, first: int, colon: int) -> Saying | None:
    """What is said after a colon at a token, if before it stand who speaks and to whom or how, and no verb."""
    begin = _begin(page, first, colon)
    turn = next((i for i in range(begin + 1, colon) if _turns(page, i)), None)
    mark = page.mark_at[colon + 2]
    if turn is None or mark is None or any(is_finite(page, i) for i in range(begin, colon)):
        return None
    listener: Range | None = None
    if page.words[turn] != "با":
        listener = read_listener(page, turn + 2, colon)
        if listener[1] != colon or not may_listen(page, listener):
            return None
    elif turn + 2 != colon:
        return None
    source = find_subject(page, begin, turn)
    end = turn - (page.words[turn - 1] == "،")
    if source is None or source[1] not in (turn, end) or not can_speak(page, source):
        return None
    return Saying(
        "fa", (mark,), "direct", "fa.turned", cue=(turn, turn + 1), cue_class="neutral",
        source=source, addressee=listener,
    )  # fmt: skip


def _read_named(page: Page, sentence: PlacedSentence, colon: int) -> Saying | None:
    """What is said after a colon at a token, if a sentence inside a paragraph holds nothing before it but a name: «X شکست را پذیرفت. X: «C»»."""
    first, mark = sentence.first, page.mark_at[colon + 2]
    name = page.person_at(first)
    if name is None or (name.first, name.last) != (first, colon):
        return None
    inside = page.paragraphs[sentence.paragraph].first < first
    if mark is None or not inside or not holds_verb(page, mark):
        return None  # «X: «نام کتاب»»
    said = page.trim(*mark) or mark
    return Saying("fa", (said,), "direct", "fa.turned", cue_class="neutral", source=(first, colon))


def _begin(page: Page, first: int, colon: int) -> int:
    """Where the words about who speaks begin: after the last marks, sentence end or verb before a colon."""
    for i in range(colon - 1, max(first, colon - _LONGEST) - 1, -1):
        if page.words[i] in "»؛.؟!" or follows_finite_verb(page, i + 1):
            return i + 1
    return max(first, colon - _LONGEST)


def _turns(page: Page, token: int) -> bool:
    """Tell whether at a token it is said whom someone turns to, or how he speaks: «رو به», «خطاب به», «با لبخند»."""
    words = page.words
    if words[token] in TURNING:
        return words[token + 1] == "به"
    return words[token] == "با" and words[token + 1] in get_grammar("fa").words["tones"]

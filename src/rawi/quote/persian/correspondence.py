"""Who wrote a Persian letter and to whom it goes, where the report says it before the letter's first words."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.addressees import find_recipient
from rawi.quote.persian.antecedents import find_writer
from rawi.quote.persian.subjects import find_speaking_subject, first_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_past_participle
from rawi.quote.saying import Range

_COMPLAINTS = frozenset({"دادخواست", "شکایت", "شکواییه", "شکوائیه"})
RULINGS = frozenset({"دادنامه", "رای", "حکم"})
LEGAL = _COMPLAINTS | RULINGS | {"قانون", "مصوبه"}  # what they say they say themselves
_PARTIES = frozenset({"طرف", "طرفین", "طرفها"})  # who sign together
_STEM = 6  # letters of a writing's noun without its endings
_NEAR = 8  # tokens from a writing to its owner
_SENDING = ("ارسال", "فرستاد", "نوشت", "نگاشت", "منتشر", "صادر")  # «برای شهردار نامه | ارسال کردند»
_NEAR_BEFORE = 4  # paragraphs in which the report tells to whom a letter goes


def writer_before(page: Page, paragraph: Paragraph) -> Range | None:
    """Whose letter a paragraph announces, as it or the paragraphs before it tell; Persian only."""
    if paragraph.language != "fa":
        return None
    before = [p for p in page.paragraphs if p.first <= paragraph.first and p.language == "fa"]
    told = (find_writer(page, p.first, p.last) or _find_sender(page, p) for p in reversed(before))
    return next((found for found in told if found is not None), None)


def _find_sender(page: Page, paragraph: Paragraph) -> Range | None:
    """Who writes or publishes a letter: «گروهی از کشاورزان | نامه ای سرگشاده منتشر کرده اند»."""
    for i in range(paragraph.first + 1, paragraph.last):
        word = page.words[i]
        sent = page.words[i + 1].startswith(_SENDING) if i + 1 < paragraph.last else False
        told = names_letter(word, "fa") and (word.endswith("ی") or sent)
        if not told or page.mark_at[i] is not None:
            continue
        sentence = page.sentence_at(i)
        if sentence and page.words[i - 1] not in get_grammar("fa").prepositions:
            sender = find_speaking_subject(page, sentence.first, i)
            if sender is not None:
                return sender
    return None


def find_issuer(page: Page, at: int, noun: str) -> Range | None:
    """Whose writing «این بیانیه», with its noun at a token, is: «X با انتشار بیانیه ای خبر داد», «بیانیهٔ X»; else the writing."""
    demonstratives = get_grammar("fa").demonstratives
    stem = noun.removesuffix("ای").removesuffix("ی")[:_STEM]
    for i in range(at - 2, -1, -1):
        told = page.words[i].startswith(stem) and names_letter(page.words[i], "fa")
        sentence = page.sentence_at(i) if told and page.mark_at[i] is None else None
        if sentence is None or (i and page.words[i - 1] in demonstratives):
            continue
        writer = find_writer(page, i, min(sentence.last, i + _NEAR))
        if writer is not None:
            return writer
        # «پایگاه خبری کهکشان: رصدخانه با صدور اطلاعیه ای …»: before the colon stands who reports it.
        label = max((k for k in range(sentence.first, i) if page.words[k] == ":"), default=-1)
        issuer = find_speaking_subject(page, max(sentence.first, label + 1), i)
        if issuer is None:
            parties = not _PARTIES.isdisjoint(page.words[sentence.first : i])
            return (at, at + 1) if parties else None
        return None if page.names_outlet(issuer[0]) else issuer  # «به گزارش خبرگزاری X»
    if noun in RULINGS:
        return _find_court(page, at)
    return _plaintiff(page, at) if noun in _COMPLAINTS else None


def _find_court(page: Page, at: int) -> Range | None:
    """Which court rules in the sentence before a ruling at a token: «شعبهٔ سوم دادگاه X رأی داد. در | دادنامه آمده است C»."""
    told = page.sentence_before(at)
    first, last = (told and first_subject(page, told.first, told.last)) or (at, at)
    last = next((i for i in range(first + 1, last) if page.words[i] in RULINGS), last)
    courts = get_grammar("fa").words["courts"]
    return (first, last) if not courts.isdisjoint(page.words[first:last]) else None


def _plaintiff(page: Page, at: int) -> Range | None:
    """Who sues in the sentence before a complaint at a token: «X از Y شکایت کرده بود. در | دادخواست آمده است C»."""
    told = page.sentence_before(at)
    words = page.words
    if told is None:
        return None
    sues = (i for i in range(told.first + 1, told.last - 1) if words[i] == "شکایت")
    verb = next(
        (i for i in sues if follows_finite_verb(page, i + 2) or is_past_participle(words[i + 1])),
        None,
    )
    if verb is None:
        return None
    against = next((i for i in range(told.first + 1, verb) if words[i] in ("از", "علیه")), verb)
    return first_subject(page, told.first, against)


def recipient_before(page: Page, number: int) -> Range | None:
    """To whom the letter a paragraph announces goes, as it or a paragraph shortly before it tells; Persian only."""
    near = reversed(page.paragraphs[max(0, number - _NEAR_BEFORE) : number + 1])
    told = (find_recipient(page, p.first, p.last) for p in near if p.language == "fa")
    return next((place for place in told if place is not None), None)


def sent_before(page: Page, at: int) -> Range | None:
    """To whom the writing goes of which the sentence before a place tells, in its paragraph or as the end of the last: «پیامی برای X فرستاد. | در این پیام آمده است C»."""
    before = page.sentence_before(at)
    return find_recipient(page, before.first, before.last) if before else None

"""Who speaks where no subject does: a passive's agent, an antecedent, whom an outlet relays, a letter's writer."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import bears_words, names_letter, names_part, names_writing
from rawi.lang.people import heads_outlet
from rawi.quote.page import Page
from rawi.quote.persian.attributed_phrases import read_noun_phrase
from rawi.quote.persian.circumstances import UNDER
from rawi.quote.persian.phrases import PAUSES, heads_role, read_phrase
from rawi.quote.persian.subjects import find_speaking_subject, find_subject, first_subject
from rawi.quote.persian.verbs import (
    follows_finite_verb,
    is_finite,
    is_past_participle,
)
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_OF_PARTS = frozenset({"از", "دیگر", "دیگری"})
_COMING = frozenset({"رسید", "میرسد", "رسیده", "افتاد", "بود"})
_SENT = ("فرستاد", "منتشر", "صادر", "ارسال", "پخش", "نوشت", "نگاشت")
_THOSE = frozenset({"ان", "انها", "انان", "اینها"})
UPON = frozenset({"بر", "روی", "پشت", "زیر", "بالای", "کنار"})  # what bears words
_ON = UPON | {"در", "داخل", "درون", "توی"}
_LIVES = frozenset({"زندگینامه", "شناسنامه", "پرونده", "کارنامه", "گواهینامه"})
_FARTHEST = 20  # tokens between a writing and «که»


def find_agent(page: Page, start: int, stop: int) -> Range | None:
    """Who speaks in a passive: «از سوی X گفته شد», «توسط X», «در بیانیهٔ X آمده است», «در این نامه»."""
    words = page.words
    demonstratives = get_grammar("fa").demonstratives
    for i in range(start, stop - 1):
        if page.mark_at[i] is not None:
            continue
        if words[i] == "توسط" or (
            words[i] in get_grammar("fa").words["agencies"] and words[i - 1] == "از"
        ):
            return read_noun_phrase(page, i + 1, stop)
        if words[i] == "از" and words[stop] == "نقل" and i + 1 < stop:
            return read_phrase(page, i + 1, stop)  # «از او نقل شد که گفته است C»
        if words[i] in _ON and (issuer := _issuer_of_that(page, i + 1, stop)) is not None:
            return issuer
        begun = _skip_part(page, i + 1, stop) if words[i] in _ON else i + 1
        head = begun + (words[begun] in demonstratives or words[begun] == "یک")
        head += words[head] in get_grammar("fa").words["pieces"] and head + 1 < stop
        if (
            words[i] in _ON
            and head < stop
            and (bears_words(words[head], "fa") or _is_of_him(words[head]))
        ):
            pointed = words[begun] in demonstratives
            writing = (begun, head + 1) if pointed else read_writing(page, begun, stop)
            if not pointed and (owner := _owner_of_text(page, begun, stop)) is not None:
                return owner
            his = words[writing[1] - 1] in get_grammar("fa").pronouns
            if (sender := find_sender(page, writing[1], stop)) is not None:
                return sender
            return (writing[1] - 1, writing[1]) if his else writing  # «در جوابیهٔ او آمده است»
    return None


def _his_writing(page: Page, at: int) -> Range | None:
    """Whose writing with a pronoun at a token is: of whom the sentence before is about, «X عکس را فرستاد. در پیامش آمده بود: «C»»."""
    if _is_of_him(page.words[at]) or not names_his_letter(page.words[at]):
        return None
    told = page.sentence_before(at, in_paragraph=True)
    subject = first_subject(page, told.first, told.last) if told else None
    if told is None or subject is None or not can_speak(page, subject):
        return None
    named = subject[1] - 1 in page.mention_at
    return subject if named else _without_verb(page, subject, told.last)


def _owner_of_text(page: Page, at: int, stop: int) -> Range | None:
    """Whose message a passive tells of by what kind it is: «در | پیام تسلیت شهردار آمده است»."""
    adjectives = get_grammar("fa").words["message_adjectives"]
    of = at + (page.words[at] == "متن")
    told = names_letter(page.words[of], "fa") and page.words[of + 1] in adjectives
    return find_writer(page, at, stop) if told else None


def names_his_letter(word: str) -> bool:
    """Tell whether a word is a letter with whose it is: «پیامش», «نامه شان»."""
    stems = (word.removesuffix(end) for end in ("اش", "ش", "شان") if word.endswith(end))
    return any(names_letter(stem, "fa") for stem in stems)


def _is_of_him(word: str) -> bool:
    """Tell whether a writing with a pronoun tells of somebody and is not his own: «در زندگی نامه اش آمده», «در پرونده اش»."""
    return word.endswith("ش") and word.removesuffix("ش").removesuffix("ا") in _LIVES


def find_sender(page: Page, link: int, stop: int) -> Range | None:
    """Who sent a writing before «که» at a token: «در خبرنامه ای که وزارت فرستاده، آمده است»."""
    if page.words[link : link + 1] != ("که",):
        return None
    sent = next((i for i in range(link + 1, stop) if page.words[i].startswith(_SENT)), None)
    return find_speaking_subject(page, link + 1, sent) if sent is not None else None


def find_writer_told(page: Page, writing: Range, last: int) -> Range | None:
    """Who wrote or sent the writing a Persian sentence opens with: «نامه ای که | X برای خواهرش فرستاده …»."""
    written = writing[0] < writing[1] and names_letter(page.words[writing[0]], "fa")
    return find_sender(page, writing[1], last) if written else None


def issuer_before(page: Page, start: int, stop: int) -> Range | None:
    """Who issued the writing «که در آن آمده است» hangs on: «X بیانیه ای داد که …», else the writing itself."""
    writing = document_before(page, start, stop)
    if writing is None:
        return None
    owner = find_writer(page, writing[0], stop) or find_signer(page, writing[0], stop)
    if owner is not None:
        return owner  # «متن اطلاعیهٔ X را خواند که در آن آمده است»
    # «چهارصد نفر | پای نامه ای را امضا کردند که در آن …»
    under = page.words[writing[0] - 1] in UNDER
    return find_speaking_subject(page, start, writing[0] - under) or writing


def _issuer_of_that(page: Page, at: int, stop: int) -> Range | None:
    """Whose writing «در آن», «در آخرین آنها», «در بند دوم» right before a passive mean, which the sentence before tells of: «X سه نامه فرستاد. در آخرین آنها آمده است C»; else that writing."""
    if (his := _his_writing(page, at)) is not None:
        return his
    words, sets = page.words, get_grammar("fa").words
    pointing = _THOSE | sets["ordinals"]
    meant = set(words[at:stop])
    those = not pointing.isdisjoint(meant) and meant <= pointing | sets["parts"] | {"یکی", "از"}
    if not those and not names_part(words[at:stop]):
        return None
    told = page.sentence_before(at, in_paragraph=True)
    if told is None:
        return None
    unmarked = (i for i in range(told.first, told.last) if page.mark_at[i] is None)
    writing = next((i for i in unmarked if names_writing(words[i], "fa")), None)
    if writing is None:
        return None
    issuer = find_writer(page, writing, told.last) or find_signer(page, writing, told.last)
    if issuer is None and any(words[i].startswith(_SENT) for i in range(writing, told.last)):
        issuer = find_subject(page, told.first, writing)
    return issuer if issuer and can_speak(page, issuer) else read_writing(page, writing, told.last)


def find_signer(page: Page, first: int, last: int) -> Range | None:
    """From whom a writing is that begins at a token, or who signed it: «نامه ای از X رسیده», «طوماری به امضای صد نویسنده»."""
    words = page.words
    for i in range(first + 1, last - 1):
        signed = words[i] == "امضای" and words[i - 1] in ("به", "با")
        if signed or words[i] == "از":
            phrase = _without_verb(page, read_phrase(page, i + 1, last), last)
            someone = phrase[0] < phrase[1] and (signed or can_speak(page, phrase))
            return phrase if someone else None
        if is_finite(page, i):
            return None
    return None


def _without_verb(page: Page, phrase: Range, last: int) -> Range:
    """A phrase without the noun of the verb after it: «بیانیهٔ مشترکی | منتشر کردند که …»."""
    start, end = phrase
    verbal = end < last and end - start > 1 and is_finite(page, end)
    return (start, end - 1) if verbal else phrase


def read_writing(page: Page, first: int, last: int) -> Range:
    """A writing that begins at a token: «بیانیهٔ مشترکی | منتشر کردند که …»."""
    return _without_verb(page, read_phrase(page, first, last), last)


def _skip_part(page: Page, at: int, stop: int) -> int:
    """The token after «بخشی از», «پایان», «آخرین»: «در بخشی از این نامه آمده است»."""
    sets = get_grammar("fa").words
    parts = sets["parts"] | sets["ordinals"]
    i = at
    while i < stop - 1 and (page.words[i] in parts or (i > at and page.words[i] in _OF_PARTS)):
        i += 1
    if page.words[i] == "متن" and page.words[i + 1] in get_grammar("fa").demonstratives:
        return i + 1  # «در متن این نامه»
    return (
        i
        if names_writing(page.words[min(i + 1, stop - 1)], "fa")
        or i == at
        or names_writing(page.words[i], "fa")
        else at
    )


def relayed_source(page: Page, source: Range | None, at: int) -> Range | None:
    """Who spoke when an outlet tells it of someone: «رادیو X به نقل از یک مقام خبر داد», «این روزنامه از قول X نوشت»."""
    if source is None:
        return None
    pointed = page.words[source[0]] in get_grammar("fa").demonstratives
    source = source[0] + (pointed and source[1] - source[0] > 1), source[1]
    outlet = page.names_outlet(source[0]) or any(
        heads_outlet(words, 0, "fa")
        for words in (page.words[slice(*source)], _without_ezafe(page, source))
    )
    if not outlet:
        return None
    relay = next((c for c in page.cues(source[1], at, "fa") if c.cue.relay), None)
    if relay is None:
        return None
    whole = read_phrase(page, relay.last, at) if relay.last < at else None
    if whole is not None and whole[1] == at and heads_role(page, relay.last):
        return whole  # «معاون وزیر راه و شهرسازی | نوشت که»
    return read_noun_phrase(page, relay.last, at)


def _without_ezafe(page: Page, phrase: Range) -> tuple[str, ...]:
    """The words of a phrase, the first one without the yeh of an ezafe: «رادیوی محلی»."""
    first, *others = page.words[slice(*phrase)]
    return first.removesuffix("ی"), *others


def document_before(page: Page, first: int, at: int) -> Range | None:
    """The study in «به پژوهشی اشاره کرد که نشان می دهد C»: the writing the clause of a cue hangs on."""
    link = next((i for i in range(at - 1, first, -1) if page.words[i] == "که"), None)
    if link is None or not (
        follows_finite_verb(page, link) or is_past_participle(page.words[link - 1])
    ):
        return None
    for i in range(link - 1, max(first, link - _FARTHEST) - 1, -1):
        if names_writing(page.words[i], "fa"):
            return read_writing(page, i, link)
        if page.words[i] in PAUSES:
            return None
    return None


def study_before(page: Page, first: int, at: int) -> Range | None:
    """The study in «در پژوهشی که X انجام داد مشخص شد C», «در تحقیقات مشخص شد C»."""
    words, studies = page.words, get_grammar("fa").words["studies"]
    for i in range(first, at - 1):
        if words[i] in ("در", "طی", "با", "طبق", "اساس") and page.mark_at[i] is None:
            head = i + 2 if words[i + 1] in get_grammar("fa").indefinites else i + 1
            if words[head] in studies:
                phrase = read_phrase(page, head, at)
                return phrase[0], max(phrase[1], head + 1)
    return None


def whose_turn(page: Page, first: int, last: int) -> Range | None:
    """Whose turn it is: «نوبت به X رسید که گفت: C», «نوبت که به X رسید، گفت: C», «نوبت نخست با X بود»."""
    words = page.words
    if "نوبت" not in words[first:last]:
        return None
    for i in range(first, last - 2):
        if words[i] == "نوبت" and page.mark_at[i] is None:
            at = i + 1 + (words[i + 1] == "که" or words[i + 2] == "با")
            phrase = read_phrase(page, at + 1, last) if words[at] in ("به", "با") else (0, 0)
            came = phrase[0] < phrase[1] < last and words[phrase[1]] in _COMING
            return phrase if came and can_speak(page, phrase) else None
        if is_finite(page, i):
            return None
    return None


def find_penned(page: Page, first: int, at: int) -> Range | None:
    """Whose writing a relative clause of writing hangs on: «به نامهٔ X اشاره کرد که نوشته است: C», «ماجرا از پست X شروع شد که نوشت: C»."""
    words = page.words
    link = next((i for i in range(at - 1, first, -1) if words[i] == "که"), None)
    if link is None or not words[at].startswith("نوشت") or not follows_finite_verb(page, link):
        return None
    if any(is_finite(page, i) for i in range(link, at)):
        return None
    for i in range(link - 1, max(first, link - _FARTHEST) - 1, -1):
        if names_letter(words[i], "fa") and words[i - 1] in ("به", "از", "با"):
            phrase = read_phrase(page, i + 1, link)
            last = phrase[1] - (phrase[1] < link and is_finite(page, phrase[1]))
            return (phrase[0], last) if phrase[0] < last else None
    return None


def _tells_sender(letter: str, after: tuple[str, ...]) -> bool:
    """Tell whether «در» and a letter stand behind who wrote it: «در نامه | به Y», «در پیامی»."""
    return after in (("به",), ("خطاب",)) or letter.endswith("ی")


def find_writer(page: Page, first: int, last: int) -> Range | None:
    """Whose letter is spoken of: «نامهٔ سرگشادهٔ باغداران به شهردار», «متن نامهٔ باغداران»."""
    words = page.words
    grammar = get_grammar("fa")
    adjectives = grammar.words["message_adjectives"] | {"کامل"}
    for i in range(first, last - 1):
        if not names_letter(words[i], "fa") or page.mark_at[i] is not None:
            continue
        start = i + 1
        while start < last and (words[start] in adjectives or names_letter(words[start], "fa")):
            start += 1
        if i > first and words[i - 1] == "در" and _tells_sender(words[i], words[start : start + 1]):
            sentence = page.sentence_at(
                i
            )  # «X در نامه ای به Y», «X در پیامی درگذشت Y را تسلیت گفت»
            sender = find_subject(page, max(first, sentence.first if sentence else 0), i - 1)
            if sender is not None:
                return sender
        pointed = grammar.pronouns | grammar.demonstratives  # «متن این نامه»
        if start >= last or not page.is_word(start) or words[start] in pointed:
            continue
        writer = read_phrase(page, start, last)
        if writer[0] < writer[1] and can_speak(page, writer):
            return writer
    return None

"""To whom something was said in Persian: «به خبرنگاران گفت», «در گفت وگو با X», «در پاسخ به پرسش X»."""

from rawi.lang.common import is_rare, load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.lang.people import heads_outlet
from rawi.lang.speech import load_cues
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.announcing import WEAK, announce, called_upon
from rawi.quote.persian.context import Context
from rawi.quote.persian.goals import is_beside, is_goal
from rawi.quote.persian.hearers import (
    LONGEST,
    MADE_KNOWN,
    TURNING,
    is_outlet,
    is_someone,
    is_unknown_name,
    may_ask_of,
    may_listen,
    read_listener,
)
from rawi.quote.persian.phrases import PAUSES, SIGNS, heads_role
from rawi.quote.persian.sendings import find_sent
from rawi.quote.persian.verbs import follows_finite_verb, is_finite, is_past_participle
from rawi.quote.saying import Range

_ALL = frozenset({"همه", "همهی", "تمام", "تمامی", "کلیه", "کلیهی"})
_PLURALS = ("ها", "های")
_CALL = 4  # tokens of «تلفن زد و»
_CAUSES = {"بابت", "برای", ("به", "خاطر"), ("به", "دلیل"), ("به", "علت"), ("به", "سبب")}
_LONGEST_CAUSE = 8  # tokens
_SENDING = frozenset(
    {"نوشت", "نوشتند", "نوشته", "داد", "دادند", "داده", "فرستاد", "فرستادند", "فرستاده"}
)
_ANSWER = 3  # tokens of «جواب X گفت»


def find_addressee(page: Page, first: int, last: int) -> Range | None:
    """Find among the words before a cue, which begins at `last`, to whom it was said."""
    best: Range | None = None
    surest: Range | None = None
    for i in range(first, last):
        if page.mark_at[i] is not None:
            continue
        if (called := called_upon(page, first, i)) is not None:
            return called
        if i == last - 1:
            break
        announced = announce(page, i, last)
        if announced is None or announced.start >= last:
            continue
        phrase = read_listener(page, announced.start, last)
        if not phrase[0] < phrase[1] or page.count_words(*phrase) > LONGEST:
            continue
        if announced.surely and _is_someone(page, phrase):
            if page.words[i] in TURNING and not _is_pronoun(page, phrase):
                return phrase  # «در گفت وگو با رادیو خطاب به ماهیگیران گفت»
            surest = surest or phrase
        if (
            page.words[i] in WEAK
            and page.words[phrase[1]] != "را"  # «نسبت دزدی به موکلش را رد کرد»
            and _is_spoken_to(page, i, phrase, _before_pause(page, phrase, last))
            and not (page.words[i] == "به" and is_goal(page, first, i, phrase))
            and not _opens_attribution(page, i)
        ):
            best = phrase
    nearer = best is not None and surest is not None and surest[1] <= best[0] and best[1] == last
    return best if nearer else surest or best  # «در جمع کشاورزان به معلمان توصیه کرد»


def _opens_attribution(page: Page, at: int) -> bool:
    """Tell whether a preposition at a token begins whose words are told, «| به نوشتهٔ روزنامهٔ X، Y گفت», and no addressee."""
    cue = load_cues("fa").find(page.words, at)
    return cue is not None and cue.value.shape == "attribution"


def _before_pause(page: Page, phrase: Range, last: int) -> int:
    """Where the words before a cue end: before the comma that closes an apposition, «به مجری برنامه، X، | گفت»."""
    closed = phrase[1] == last - 1 and page.words[phrase[1]] == "،"
    return phrase[1] if closed and "،" in page.words[slice(*phrase)] else last


def find_answered(page: Page, cue: PlacedCue) -> Range | None:
    """Whom «در جواب X گفت» names inside its cue, between noun and verb, «دلداری اش داد», or «برایش نوشت» right before it."""
    first = cue.first
    # «برایش | جواب نوشت», «برایش نامه ای | فرستاد»
    begun = first - names_message(page.words[first - 1])
    for at, kind in ((begun - 1, "datives"), (first, "given_to_him")):
        if at >= 0 and page.words[at] in get_grammar("fa").words[kind]:
            return at, at + 1
    besides = page.words[first - 1] in ("ضمن", "با")  # «ضمن تبریک به تیم گفت»
    if page.words[first + 1] == "به" and first + 2 < cue.last - 1 and not besides:
        phrase = read_listener(page, first + 2, cue.last - 1)  # «یک توصیه به شاگردش کرد: «C»»
        return phrase if may_listen(page, phrase) else None
    if page.words[first] in MADE_KNOWN and first + 1 < cue.last - 1:
        phrase = read_listener(page, first + 1, cue.last - 1)  # «به آگاهی شهروندان رساند»
        return phrase if may_listen(page, phrase) else None
    noun = page.words[first] in get_grammar("fa").words["answers"]
    if not noun or not first or page.words[first - 1] != "در" or cue.last - first < _ANSWER:
        return None
    start = first + 1 + (page.words[first + 1] == "به")  # «در پاسخ به شهروندان گفت»
    if start >= cue.last - 1:
        return None
    verb = next(
        (
            i
            for i in range(start, cue.last)
            if page.words[i].startswith(("گفت", "میگ", "داد", "میده", "فرمود"))
        ),
        cue.last - 1,
    )
    if verb <= start:
        return None
    phrase = read_listener(page, start, verb)
    return phrase if may_listen(page, phrase) else None


def names_message(word: str) -> bool:
    """Tell whether a word is what one writes or sends somebody: «جواب», «نامه ای», «پیامی»."""
    stems = (word, word.removesuffix("ی"), word.removesuffix("ای"))
    answers = get_grammar("fa").words["answers"]
    return any(stem in answers or names_letter(stem, "fa") for stem in stems)


def beside_source(page: Page, addressee: Range | None, source: Range | None) -> Range | None:
    """An addressee without the speaker who stands behind a comma, «در گفت وگو با شهردار، | X گفت»; nobody who speaks himself, «به خبرنگاری از روزنامهٔ X که پرسید C»."""
    if addressee is None or source is None:
        return addressee
    if source[0] <= addressee[0] < source[1]:
        return None
    first, last = addressee
    return page.trim(first, source[0]) if first < source[0] < last else addressee


def _is_pronoun(page: Page, phrase: Range) -> bool:
    """Tell whether an addressee is only pointed at: «آنان»."""
    return page.words[phrase[0]] in get_grammar("fa").pronouns


def _is_someone(page: Page, phrase: Range) -> bool:
    """Tell whether an announced phrase is whom it was said to: no occasion («به مناسبت …»), and pointed at only an outlet or someone."""
    grammar = get_grammar("fa")
    head = page.words[phrase[0]]
    if head in grammar.demonstratives:
        at = phrase[0] + 1
        return phrase[1] > at and (
            heads_outlet(page.words, at, "fa")
            or heads_role(page, at)
            or is_someone(page.words[at])  # «رو به آن زن کرد و گفت»
        )
    return head not in grammar.circumstances


def find_talk(page: Page, before: int, first: int = 0) -> Range | None:
    """With whom the last talk before a token was, from another token on: «در گفت وگو با مجلهٔ X از سفرش گفت»."""
    talks = get_grammar("fa").words["talks"]
    for i in range(before - 2, first, -1):
        if page.words[i] == "با" and not talks.isdisjoint(page.words[max(0, i - 3) : i]):
            phrase = read_listener(page, i + 1, before)
            if phrase[0] < phrase[1] and may_listen(page, phrase):
                return phrase
    return None


def find_audience(page: Page, first: int, last: int) -> Range | None:
    """Find before whom someone speaks where no cue follows: «در جمع خبرنگاران حاضر شد. وی گفت: …»."""
    for i in range(first, last - 1):
        if page.mark_at[i] is not None:
            continue
        announced = announce(page, i, last)
        if announced and announced.surely and announced.start < last:
            phrase = read_listener(page, announced.start, last)
            heard = may_listen(page, phrase) and not _is_pronoun(page, phrase)
            if page.count_words(*phrase) <= LONGEST and heard:
                return phrase
    return None


def find_recipient(page: Page, first: int, last: int) -> Range | None:
    """To whom a letter spoken of goes: «نامهٔ سرگشادهٔ باغداران به شهردار», «پیامی خطاب به اعضای تیم»."""
    words, grammar = page.words, get_grammar("fa")
    for i in range(first, last - 2):
        if not names_letter(words[i], "fa") or page.mark_at[i] is not None:
            continue
        if words[i - 1 : i + 1] == ("با", "پست"):
            continue  # by mail
        if (sent := _sent_to(page, first, i) or find_sent(page, i, last)) is not None:
            return sent
        for k in range(i + 1, min(last - 1, i + LONGEST + 2)):
            if words[k] == "به" and words[k + 1] not in grammar.circumstances:
                phrase = read_listener(page, k + 1, last)
                if phrase[0] < phrase[1] and may_listen(page, phrase):
                    return phrase
            if is_finite(page, k) or words[k] in PAUSES or words[k] == "که":
                break
    return None


def _sent_to(page: Page, first: int, letter: int) -> Range | None:
    """To whom a letter goes whose noun at a token belongs to its verb: «به وزارتخانه | نامه نوشت»."""
    if letter + 2 >= len(page.words) or not _SENDING.intersection(
        page.words[letter + 1 : letter + 3]
    ):
        return None
    for k in range(letter - 2, max(first, letter - LONGEST) - 1, -1):
        if page.words[k] == "به":
            phrase = read_listener(page, k + 1, letter)
            return phrase if phrase[1] == letter and may_listen(page, phrase) else None
    return None


def _is_then(page: Page, end: int, last: int, nouns: str) -> bool:
    """Tell whether behind someone one of a set of nouns and its verb stand before «و» and a cue: «به X تلفن زد و | گفت», «از X عذرخواهی کرد و | گفت»."""
    end += page.words[end] == "،"  # «به دوستش، X، | زنگ زد و گفت»
    acts = get_grammar("fa").words[nouns]
    if page.words[end] in _CAUSES or page.words[end : end + 2] in _CAUSES:
        # «از X بابت این تأخیر | پوزش خواست و گفت»
        behind = range(end + 1, min(last, end + _LONGEST_CAUSE))
        end = next((k for k in behind if page.words[k] in acts), end)
    return page.words[end] in acts and page.words[last - 1] == "و" and last - end <= _CALL


def _is_told_of(page: Page, end: int, last: int) -> bool:
    """Tell whether behind someone stands a relative clause up to the cue: «به مردی که کنارش نشسته بود، | گفت»."""
    words = page.words
    end += words[end] == "،"  # «به خبرنگار، که از او پرسید، گفت»
    close = last - 1 if words[last - 1] in PAUSES else last
    verbs = [k for k in range(end + 1, close) if follows_finite_verb(page, k + 1)]
    if close < last and is_past_participle(words[close - 1]) and close - 1 not in verbs:
        verbs.append(close - 1)  # «به نوه اش که کنارش نشسته، گفت»
    whole = SIGNS.isdisjoint(words[end + 1 : close])
    # «که زمین خورده بود»: two words, one verb.
    closed = verbs != [] and verbs[-1] == close - 1 and verbs[0] >= close - 2
    return words[end] == "که" and whole and closed


def _is_spoken_to(page: Page, i: int, phrase: Range, last: int) -> bool:
    """Tell whether after a preposition stands someone spoken to, and no cause, way or time."""
    grammar = get_grammar("fa")
    words = page.words
    preposition, head = words[i], words[phrase[0]]
    if preposition == "از":
        if not may_ask_of(page, i):
            return False  # «یکی از خبرنگاران پرسید», «پس از بازی پرسید»
        asked = any(
            words[k] in grammar.words["asking"] for k in range(last, min(len(words), last + 3))
        )
        asked = asked or words[last] in grammar.words["questions"] | grammar.words["pleas"]
        asked = asked or _is_then(page, phrase[1], last, "apologies")
        ours = head == "ما"  # «از ما پرسید»
        return asked and (ours or may_listen(page, phrase))
    accused = heads_role(page, phrase[0]) and words[i - 1] == "متهم"
    dative = i > 0 and words[i - 1] in grammar.words["other_datives"] and not accused
    way = (
        head in grammar.circumstances or head in grammar.words["tones"] or head in ("نوبه", "نوبت")
    )
    way = way or _says_who_leads(page, phrase)
    if way or dative:
        return False  # «متهم به دزدی», but «متهم به قاضی گفت»
    if words[last] in grammar.words["gazes"]:
        return False  # «به دریا نگاه کرد: «…»»
    # «به X پیوست و گفت», «به X، …»: what stands after a verb or a pause belongs to another; but «به X، صاحب نانوایی، گفت».
    apposed = "،" in words[phrase[0] : phrase[1]] and words[phrase[1]] == "،"
    if any(words[k] in SIGNS or is_finite(page, k) for k in range(phrase[1] + apposed, last)):
        return may_listen(page, phrase) and (
            _is_then(page, phrase[1], last, "contacts") or _is_told_of(page, phrase[1], last)
        )
    if preposition == "برای" and words[last].startswith("نوشت") and is_outlet(page, phrase):
        return False  # «برای روزنامهٔ X نوشت»
    unknown = phrase[1] == last and is_unknown_name(page, phrase)
    if preposition == "برای" and unknown and head not in grammar.words["hearings"]:
        return words[last].startswith("نوشت")  # «برای نل نوشت»
    if may_listen(page, phrase):
        return True
    if head in grammar.demonstratives:
        return False  # «به این نکته اشاره کرد»
    # «به پلوسی گفت»: unknown words right before the cue, but no «به روشنی».
    how = phrase[1] - phrase[0] == 1 and head.endswith("ی") and head in load_common("fa")
    # «به سه زبان می گوید», but «به همهٔ گروه ها گفت»
    many = head in _ALL and phrase[1] > phrase[0] + 1 and words[phrase[0] + 1].endswith(_PLURALS)
    many = many or (head == "همه" and phrase == (last - 1, last))  # «به همه گفت», not «به همه چیز»
    how = how or head[0].isdigit() or (head in grammar.words["quantities"] and not many)
    plain = head not in _ALL and head not in grammar.words["persons"] and not is_rare(head)
    how = how or (plain and is_beside(page, i))
    return preposition == "به" and phrase[1] == last and not how


def _says_who_leads(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase behind «به» is a task and whose it is, «به مدیریت لاله رنجبر»; «به مدیریت باشگاه گفت» is told to a body."""
    task = page.words[phrase[0]] in get_grammar("fa").chairs
    return task and any(page.person_at(i) for i in range(phrase[0] + 1, phrase[1]))


def asker(context: Context, number: int) -> Range | None:
    """Whom an answer is given to: who asked earlier in the sentence."""
    page, sentence, cues = context
    for earlier in reversed(cues[:number]):
        if earlier.cue.shape == "content":
            if page.words[earlier.first] in get_grammar("fa").words["questions"]:
                return page.trim(earlier.last, page.words.index("که", earlier.last))
            asked = question_before(page, sentence.first, earlier.first)
            return page.trim(asked + 1, earlier.first) if asked is not None else None
    return None


def question_before(page: Page, first: int, at: int) -> int | None:
    """The noun for a question among the words before a place."""
    return next(
        (
            i
            for i in range(at - 1, first - 1, -1)
            if page.words[i] in get_grammar("fa").words["questions"]
        ),
        None,
    )

"""The source of a Persian cue by its frame: subject, antecedent of a relative clause, agent of a passive, holder of an opinion."""

from rawi.lang.common import is_rare, load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.antecedents import (
    document_before,
    find_agent,
    find_penned,
    find_signer,
    issuer_before,
    relayed_source,
    study_before,
    whose_turn,
)
from rawi.quote.persian.callers import find_caller
from rawi.quote.persian.came_from import find_sender_behind, find_whom_from
from rawi.quote.persian.clauses import closes_marks
from rawi.quote.persian.cues import UNLISTED
from rawi.quote.persian.ends import is_relative
from rawi.quote.persian.heard import find_teller
from rawi.quote.persian.hearers import may_tell
from rawi.quote.persian.inner_subjects import find_subject_after
from rawi.quote.persian.inscriptions import find_inscribed, find_sign
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.questioned import find_questioned
from rawi.quote.persian.read_out import find_author
from rawi.quote.persian.relative_heads import read_antecedent
from rawi.quote.persian.statements import holder_of_opinion
from rawi.quote.persian.subjects import find_speaking_subject, find_subject
from rawi.quote.persian.verbs import is_finite
from rawi.quote.saying import Range

_LONGEST_HOW = 7  # tokens of «در آن با خودکار آبی»


def find_source(page: Page, cue: PlacedCue, sentence: PlacedSentence, start: int) -> Range | None:
    """Find who or what speaks with a cue; `start` is where the words about the source begin."""
    told = find_inscribed(page, cue, sentence.first) or _find_heard(page, cue, sentence.first)
    if told is not None:
        return told
    untold = cue.cue.passive or "written" in cue.cue.frames
    at = _at_in_it(page, cue)
    if at is not None and (untold or page.words[at - 1] == "که"):
        issuer = issuer_before(page, sentence.first, cue.first)
        if issuer is not None or not untold:
            return issuer  # «نامه ای داد که در آن نوشته بود»
    if untold:
        return find_agent(page, start, cue.first)
    if "found" in cue.cue.frames:
        return study_before(page, sentence.first, cue.first)
    if "opinion" in cue.cue.frames:
        source = holder_of_opinion(page, cue, sentence.first)
    else:
        source = _find_speaker(page, cue, sentence, start)
    if cue.cue is UNLISTED and source is not None:
        source = _of_unlisted(page, source, start, cue.first)
    if "finding" in cue.cue.frames:
        source = document_before(page, sentence.first, cue.first) or source
    source = relayed_source(page, source, cue.first) or source
    source = source or find_sign(page, cue, sentence.first)
    if source is None and cue.first < sentence.last:
        source = _source_after(page, cue, sentence)
    return source


def _at_in_it(page: Page, cue: PlacedCue) -> int | None:
    """Where «در آن» stands before a cue, perhaps with how it is written between: «نامه ای که | در آن [با خودکار آبی] نوشته شده»."""
    words = page.words
    for i in range(cue.first - 2, max(0, cue.first - _LONGEST_HOW) - 1, -1):
        if words[i : i + 2] == ("در", "ان"):
            how = i + 2 == cue.first or words[i + 2] in ("با", "به")
            return i if how else None
        if not page.is_word(i) or is_finite(page, i):
            return None
    return None


def _find_heard(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """Of whom somebody hears what he tells, «X از Y شنید که C», in court it is not told; and of whom a message comes, «از X پیام آمد که C»."""
    if "came" in cue.cue.frames:
        return find_sender_behind(page, first, cue.first)
    return find_teller(page, cue, first) if "heard" in cue.cue.frames else None


def _find_speaker(page: Page, cue: PlacedCue, sentence: PlacedSentence, start: int) -> Range | None:
    """The subject of a cue's own clause; in a relative clause without one, its antecedent."""
    told = whose_turn(page, start, cue.first) or find_penned(page, sentence.first, cue.first)
    told = told or find_author(page, cue, sentence.first)
    told = told or find_whom_from(page, sentence.first, cue.first)
    if told is None and cue.cue is UNLISTED:
        told = _who_said_it(page, cue, sentence.first)
    if told is not None:
        return told
    inner = find_subject_after(page, sentence.first, cue.first, plural=cue.cue.plural)
    if inner is not None:
        return inner  # «مردی که پلیس گفته …»
    if is_relative(page, cue):
        return read_antecedent(page, sentence.first, cue.first)
    source = find_subject(page, _begin_of_question(page, cue, start), cue.first)
    if source is None:
        return find_questioned(page, sentence.first, cue.first)
    called = source == find_caller(page, sentence.first, cue.first)
    return None if called else source  # «وقتی روزنامهٔ X با او تماس گرفت، گفت: C»


def _begin_of_question(page: Page, cue: PlacedCue, start: int) -> int:
    """Where the clause of time begins in which many ask him whom the sentence opens with: «X، | وقتی از او پرسیدند C، گفت»."""
    words, grammar = page.words, get_grammar("fa")
    asked = cue.cue.plural and words[cue.first] in grammar.words["asking"]
    if not asked or words[cue.first - 2] != "از" or words[cue.first - 1] not in grammar.pronouns:
        return start
    opening = grammar.words["time_conjunctions"]
    when = (i for i in range(cue.first - 3, start, -1) if words[i] in opening)
    return next(when, start)


def _who_said_it(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """Whose words a clause calls them that stands before «این بود»: «اولین حرفی که X زد این بود: «C»»."""
    words = page.words
    if words[cue.first] != "این":
        return None
    that = next((i for i in range(cue.first - 1, first, -1) if words[i] == "که"), first)
    if words[that - 1] not in get_grammar("fa").words["pointed"]:
        return None
    return find_speaking_subject(page, that + 1, cue.first)


def _of_unlisted(page: Page, source: Range, start: int, stop: int) -> Range | None:
    """The source of a verb before a colon and marks: someone, and not what he moves: «سر تکان داد: «…»»."""
    spoken = get_grammar("fa").words["spoken"]
    if page.words[source[0]] in spoken and source[1] - source[0] > 1:
        source = source[0] + 1, source[1]  # «پاسخ نانوا این بود: «…»»
    source = _of_letter(page, source, start, stop)
    head = page.words[source[0]]
    if head.removesuffix("ان").removesuffix("ش") in get_grammar("fa").words["own_things"]:
        owner = source[0] + 1, source[1]  # «صدای مدیر», «صدایش دوباره شنیده شد: «…»»
        return owner if owner[0] < owner[1] and may_tell(page, owner) else None
    known = head not in load_common("fa") or may_tell(page, source)
    return source if known else None


def _of_letter(page: Page, source: Range, start: int, stop: int) -> Range:
    """Whose letter a source is that ends with it: «X | پیامی گذاشت: «…»», «X، قهرمان شهر، | پیامی برای Y فرستاد: «…»», «پیامی از | X رسید: «…»»."""
    pointed = page.words[source[0] + 1 : source[0] + 2]
    if page.words[source[0]] == "متن" and get_grammar("fa").demonstratives.issuperset(pointed):
        return source[0] + 1, source[1]  # «متن این پیام چنین بود: «…»»
    letter = source[1] - 1
    if not page.words[letter].endswith("ی") or not names_letter(page.words[letter], "fa"):
        return source
    if letter > source[0]:
        return source[0], letter
    writer = find_speaking_subject(page, start, letter) if start < letter else None
    return writer or find_signer(page, letter, stop) or source


def _source_after(page: Page, cue: PlacedCue, sentence: PlacedSentence) -> Range | None:
    """The source behind a cue: right after words in marks, ««…»، گفت X، که …»; before a colon only a known name, «… می گوید وزیر آب: »."""
    if closes_marks(page, cue.first):
        return _named_behind(page, cue.last, sentence.last)
    mention = page.mention_at.get(cue.last)
    if mention and mention.last < sentence.last and page.words[mention.last] == ":":
        return mention.first, mention.last
    return None


def _named_behind(page: Page, first: int, last: int) -> Range | None:
    """Who is named from a token on, with a border behind him: a pause, the end, «که», or how and when he speaks."""
    if first >= last or not page.is_word(first):
        return None
    phrase = read_phrase(page, first, last)
    if phrase[0] == phrase[1]:
        return None
    someone = may_tell(page, phrase)
    someone = someone or all(is_rare(word) for word in page.words[slice(*phrase)])
    return phrase if someone and _is_closed(page, phrase[1], last) else None


def _is_closed(page: Page, end: int, last: int) -> bool:
    """Tell whether a clause is over at a token but for how, where and when: no verb follows before the next sign."""
    grammar, words = get_grammar("fa"), page.words
    tail = grammar.prepositions | grammar.adverbs
    if end < last and page.is_word(end) and words[end] not in tail | {"که", "و"}:
        return False
    signs = (i for i in range(end, last) if not page.is_word(i) or words[i] in ("که", "و"))
    return not any(is_finite(page, i) for i in range(end, next(signs, last)))

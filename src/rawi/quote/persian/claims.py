"""The nouns that tell what someone asked, claimed or warned of, with a clause: «پرسش X مبنی بر اینکه C», «هشدار X مبنی بر اینکه C»."""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.addressees import find_talk, question_before
from rawi.quote.persian.clauses import Base, read_link
from rawi.quote.persian.context import Context
from rawi.quote.persian.phrases import PAUSES, read_phrase
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying

_FARTHEST = 8  # tokens between «هشدار» and «مبنی بر»
_SHORTEST = 3
# «پرسش خبرنگار که | می خواست بداند C»
_WANTED = frozenset(
    (verb, known) for verb in ("میخواست", "میخواستند") for known in ("بداند", "بدانند", "بپرسد")
)


def read_noun(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«در پاسخ به پرسش X مبنی بر اینکه C، …»; «ادعای X مبنی بر اینکه C …»."""
    page, sentence, _ = context
    cue = context.cues[number]
    asked: int | None
    if cue.cue.passive:
        # «در پاسخ به این پرسش که C»: whose question it is, is not told, but in a talk
        asked = ends = cue.first
        link = read_link(page, cue.last, sentence.last)
    elif page.words[cue.first] in get_grammar("fa").words["questions"]:
        asked, ends = cue.first, page.words.index("که", cue.last)  # «پرسش X که C»
        if any(c.cue.shape == "verb" and cue.last <= c.first < ends for c in context.cues):
            return  # «در پاسخ به پرسش X گفت که C» tells no question
        link = read_link(page, ends, sentence.last)
    else:
        asked, ends = question_before(page, done, cue.first), cue.first
        link = read_link(page, cue.last, sentence.last)
    if not link.linked:
        return
    if asked is None:
        yield from _read_claim(context, number, done, link.after)
        return
    after = link.after + 2 * (page.words[link.after : link.after + 2] in _WANTED)
    source = page.trim(asked + 1, ends)
    if cue.cue.passive and (asker := find_talk(page, asked, sentence.first)) is not None:
        # «در گفت وگو با X، در پاسخ به این پرسش که C، گفت: «D»»
        source, cue = asker, cue._replace(cue=cue.cue._replace(passive=False))
    answer = next((c.first for c in context.cues[number + 1 :] if c.cue.shape == "verb"), None)
    last = sentence.last
    if answer is not None and answer > after and follows_finite_verb(page, answer):
        last = answer  # «به این پرسش که چرا باختند گفت: …»
    pauses = [i for i in range(after, last) if page.words[i] in PAUSES and page.mark_at[i] is None]
    end = next((i for i in pauses if follows_finite_verb(page, i)), pauses[0] if pauses else last)
    asked_one = find_subject(page, done, asked)
    base = Base(page, cue, source, asked_one)
    yield base.say("question", (after, end)), end


def _read_claim(
    context: Context, number: int, done: int, after: int
) -> Iterator[tuple[Saying, int]]:
    """«هشدار X مبنی بر اینکه C جدی گرفته نشد»: of «ادعاهای مطرح شده» it is not told whose they are."""
    page, sentence, _ = context
    cue = context.cues[number]
    claim = _find_claim(page, max(done, cue.first - _FARTHEST), cue.first)
    if claim is None:
        return
    end = _claim_end(page, after, sentence.last)
    if end is None or page.count_words(after, end) < _SHORTEST:
        return
    told = cue if claim.owner else cue._replace(cue=cue.cue._replace(passive=True))
    yield Base(page, told, claim.owner, None).say("claim", (after, end)), end


class _Claim(NamedTuple):
    """A noun of claim or warning, and whose it is."""

    noun: int
    owner: Range | None


def _find_claim(page: Page, first: int, last: int) -> _Claim | None:
    """The noun of claim right before «مبنی بر», with its owner or «مطرح شده» between."""
    words, grammar = page.words, get_grammar("fa")
    for i in range(last - 1, first - 1, -1):
        if page.mark_at[i] is not None or words[i] in PAUSES:
            return None
        if words[i] in grammar.words["told_nouns"]:
            somewhere = words[i].endswith("ی") and words[i + 1] in ("در", "از", "میان")
            if i + 1 == last or words[i + 1].startswith("مطرح") or somewhere:
                return _Claim(i, None)  # «شایعه ای در شبکه ها | مبنی بر اینکه C»
            owner = read_phrase(page, i + 1, last)
            whole = owner[1] == last and can_speak(page, owner)
            return _Claim(i, owner) if whole else None
        if is_finite(page, i) and words[i] != "شده":
            return None
    return None


def _claim_end(page: Page, start: int, last: int) -> int | None:
    """Where the clause of a claim ends: after its own verb, with which the sentence does not end."""
    words = page.words
    inner = 0
    for i in range(start, last - 1):
        if page.mark_at[i] is not None:
            continue
        if words[i] == "که" and i > start:
            inner += 1
        elif is_finite(page, i) and not is_finite(page, i + 1) and words[i + 1] != "و":
            if not inner:
                return i + 1
            inner -= 1
    return None

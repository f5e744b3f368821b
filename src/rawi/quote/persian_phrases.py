"""Noun phrases of a Persian sentence: its subject, the object of a preposition, whom it was said to.

Persian marks neither the subject nor the end of a phrase; what helps is the order (subject first), the
prepositions, «را» after objects, and the names already found.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.saying import Range

_PAUSES = frozenset("،؛,;:()-–—")
_FINITE_ENDINGS = ("ند", "ست", "اند", "یم", "ید", "ام")
_LONGEST_PHRASE = 12
# Nouns after which «به X» is no one spoken to: «با اشاره به X».
_OTHER_DATIVES = frozenset(
    {
        "اشاره",
        "توجه",
        "پاسخ",
        "واکنش",
        "نسبت",
        "استناد",
        "بنا",
        "راجع",
        "مربوط",
        "اعتراض",
        "اذعان",
        "پرداختن",
        "کمک",
    }
)
_VERBAL = ("می", "نمی")


def is_finite(page: Page, token: int) -> bool:
    """Tell whether a word looks like a finite verb."""
    word = page.words[token]
    if word in get_grammar("fa").verbs:
        return True
    return len(word) > 3 and word.startswith(_VERBAL) and word.endswith(("د", "م", "ند", "ست"))


def follows_finite_verb(page: Page, joint: int) -> bool:
    """Tell whether the word before a pause or «و» ends a clause."""
    if joint == 0 or not page.is_word(joint - 1):
        # A closing mark: «…» است، is rare; marks end no clause by themselves.
        return False
    word = page.words[joint - 1]
    return is_finite(page, joint - 1) or (
        len(word) > 4
        and word.endswith(_FINITE_ENDINGS)
        and word not in ("مانند", "فرزند", "بلند", "سرمایه")
    )


def find_subject(page: Page, start: int, stop: int) -> Range | None:
    """Find the subject among the words before a cue: the last clause that has one, its first noun phrase."""
    for first, last in reversed(list(_segments(page, start, stop))):
        candidates = list(_subjects(page, first, last))
        if candidates:
            people = [c for c in candidates if _is_speaker_like(page, c)]
            return (people or candidates)[0]
    return None


def _segments(page: Page, start: int, stop: int) -> Iterator[Range]:
    """Cut the words before a cue at «و» and pauses that follow a finite verb: each may have a subject."""
    words = page.words
    first = start
    for i in range(start, stop):
        if (
            page.mark_at[i] is None
            and (words[i] == "و" or words[i] in "،؛.؟!")
            and follows_finite_verb(page, i)
        ):
            yield first, i
            first = i + 1
    yield first, stop


def _subjects(page: Page, first: int, last: int) -> Iterator[Range]:
    """Yield the noun phrases of a clause that no preposition governs and no «را» follows."""
    grammar = get_grammar("fa")
    words = page.words
    i = first
    while i < last:
        word = words[i]
        if word in grammar.subordinators and i > first:
            return  # a subordinate clause: its phrases are not the speaker
        if not page.is_word(i) or word in grammar.conjunctions or word in grammar.adverbs:
            i += 1
        elif word in grammar.prepositions:
            i = _skip_prepositional(page, i, last)
        elif is_finite(page, i):
            i += 1
        else:
            phrase = _phrase(page, i, last)
            follower = words[phrase[1]] if phrase[1] < last else ""
            if follower != "را" and not _is_time(page, phrase):
                yield phrase
            i = max(phrase[1], i + 1)


def _skip_prepositional(page: Page, at: int, last: int) -> int:
    """Return the token after a prepositional phrase."""
    grammar = get_grammar("fa")
    words = page.words
    i = at + 1
    while i < last and (words[i] in grammar.prepositions or words[i] in grammar.demonstratives):
        i += 1
    begun = i
    while i < last:
        word = words[i]
        if word in _PAUSES and page.mark_at[i] is None:
            return i
        mention = page.mention_at.get(i)
        if mention and mention.first == i:
            if i > begun and mention.mention.type == "PER" and _ends_circumstance(page, at, i):
                return i
            if (
                i > begun
                and mention.mention.type == "PER"
                and words[i - 1] != "و"
                and _opens_with_title(page, i)
            ):
                return i
            i = mention.last
            continue
        if i > begun and (
            word in grammar.prepositions
            or word in grammar.pronouns
            or word == "را"
            or word in ("نیز", "که")
        ):
            return i
        if i > begun and _ends_circumstance(page, at, i) and _heads_person(page, i):
            return i
        i += 1
    return i


def _ends_circumstance(page: Page, at: int, token: int) -> bool:
    """Tell whether before a token a phrase of occasion is complete: «در ادامه», «در این دیدار»."""
    grammar = get_grammar("fa")
    words = page.words
    if words[token - 1] in grammar.turns and token - 1 == at + 1:
        return True
    return words[token - 1] in grammar.occasions and words[token - 2] in grammar.demonstratives


def _opens_with_title(page: Page, token: int) -> bool:
    """Tell whether a title stands at a token."""
    return load_people("fa").titles.find(page.words, token) is not None


def _heads_person(page: Page, token: int) -> bool:
    """Tell whether a role, or a title with a name after it, stands at a token."""
    title = load_people("fa").titles.find(page.words, token)
    return _heads_role(page, token) or (title is not None and title.end in page.mention_at)


def _heads_role(page: Page, token: int) -> bool:
    """Tell whether a role stands at a token."""
    return load_people("fa").roles.find(page.words, token) is not None


def _phrase(page: Page, first: int, last: int) -> Range:
    """Read a noun phrase from a token on, with a name or role in apposition after a comma."""
    grammar = get_grammar("fa")
    words = page.words
    if words[first] in grammar.pronouns:
        return first, first + 1
    i = first
    if words[i] in grammar.indefinites and words[i + 1 : i + 2] == ("از",):
        i += 2  # «یکی از اهالی»
    while i < last and i - first < _LONGEST_PHRASE * 2:
        word = words[i]
        mention = page.mention_at.get(i)
        if mention and mention.first == i and mention.last <= last:
            i = mention.last
            continue
        if page.mark_at[i] is not None:
            i += 1
            continue
        if word in _PAUSES:
            if not _in_apposition(page, first, i, last):
                break
        elif words[i : i + 2] == ("به", "نام") and i > first:
            i += 2  # «یک شاهد به نام مروان»
            continue
        elif (
            word == "را"
            or (i > first and word in grammar.demonstratives)
            or (word in grammar.conjunctions and word != "و")
            or word in grammar.prepositions
            or word in grammar.subordinators
            or word in grammar.adverbs
            or is_finite(page, i)
            or (word == "و" and not _joins_nouns(page, i, last))
        ):
            break
        i += 1
    while i > first + 1 and words[i - 1] in _PAUSES:
        i -= 1
    return first, i


def _in_apposition(page: Page, first: int, comma: int, last: int) -> bool:
    """Tell whether after a comma the phrase goes on with the other of name and role."""
    if page.words[comma] != "،" or comma + 1 >= last:
        return False
    after = page.mention_at.get(comma + 1)
    named = any(
        page.mention_at.get(i) and page.mention_at[i].mention.type == "PER"
        for i in range(first, comma)
    )
    if named:
        return _heads_role(page, comma + 1)
    return bool(after and after.mention.type == "PER")


def _joins_nouns(page: Page, joint: int, last: int) -> bool:
    """Tell whether «و» goes on with the same phrase: «خطوط و حقوق»."""
    grammar = get_grammar("fa")
    if joint + 1 >= last or not page.is_word(joint + 1):
        return False
    word = page.words[joint + 1]
    return not (word in grammar.prepositions or word in grammar.adverbs or word in grammar.pronouns)


def _is_time(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase begins with a number or a time: «۲۲ آذر», «دو روز»."""
    return page.words[phrase[0]][0].isdigit()


def _is_speaker_like(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names someone who can speak: a name, a role, a pronoun, an organisation."""
    words = page.words
    if words[phrase[0]] in get_grammar("fa").pronouns:
        return True
    if any(
        i in page.mention_at and page.mention_at[i].mention.type != "LOC" for i in range(*phrase)
    ):
        return True
    people = load_people("fa")
    return any(
        people.roles.find(words, i) is not None or people.organisations.find(words, i) is not None
        for i in range(phrase[0], min(phrase[1], phrase[0] + 2))
    )


def read_noun_phrase(page: Page, first: int, last: int) -> Range | None:
    """Read the noun phrase after «به گفتهٔ»; without a comma or name it is kept short."""
    words = page.words
    if first >= last or not page.is_word(first):
        return None
    mention = page.mention_at.get(first)
    phrase = _phrase(page, first, last)
    closed = phrase[1] < last and (words[phrase[1]] in _PAUSES or words[phrase[1]] == "که")
    if not closed and mention is None and words[first] not in get_grammar("fa").pronouns:
        phrase = (first, min(phrase[1], first + 3))
    return phrase if phrase[1] > phrase[0] else None


def find_addressee(page: Page, first: int, last: int) -> Range | None:
    """Find to whom it was said: «به خبرنگاران گفت», «خطاب به X», «در گفت‌وگو با X», «در جمع X»."""
    words = page.words
    best: Range | None = None
    for i in range(first, last - 1):
        if page.mark_at[i] is not None:
            continue
        start = _addressee_start(page, i, last)
        if start is None:
            continue
        phrase = _phrase(page, start, last)
        if phrase[1] > phrase[0] and page.count_words(*phrase) <= 8:
            best = phrase
            if words[i] != "به":
                return best
    return best


def _addressee_start(page: Page, i: int, last: int) -> int | None:
    """Where the addressee begins after the words that announce him; None when they are others."""
    words = page.words
    pair = words[i : i + 2]
    if pair == ("خطاب", "به"):
        return i + 2
    if words[i] in ("گفتوگو", "گفتگو", "مصاحبه", "گفتوگویی") and words[i + 1] == "با":
        return i + 2
    if words[i : i + 4] == ("گفت", "و", "گو", "با"):
        return i + 4
    if words[i] == "به" and i + 1 < last and words[i + 1] not in get_grammar("fa").circumstances:
        phrase = _phrase(page, i + 1, last)
        # «به X گفت»: only directly before the cue, so that «به دلیل …» is not taken.
        other = i > 0 and words[i - 1] in _OTHER_DATIVES
        if phrase[1] == last and page.count_words(*phrase) <= 8 and not other:
            return i + 1
    return None

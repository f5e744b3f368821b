"""Offices told at a distance from the name or its body: over an Arabic district, by the body someone chairs, «مدیرعامل این شرکت»; and what stands before them, a title."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.people_words import is_our_reporter, is_to_someone
from rawi.quote.arabic.phrase_objects import is_object_of
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.pointed_bodies import find_body_called
from rawi.quote.roles import agree, bare_words, is_relation, is_role, role_gender, role_words
from rawi.quote.saying import Range
from rawi.quote.speaker import Words

_LONGEST = 10  # tokens before the name
_LONGEST_ROLE = 4  # tokens right before a name
_LONGEST_PLACE = 5  # tokens from the district on
_PUT_TO = frozenset({"request", "person", "hears"})  # frames of verbs said to someone
_RANKS = frozenset(
    {"الرییس", "الرییسه", "المساعد", "المساعده", "الاول", "الاولی"}
)  # «الباحثة الرئيسة»


def role_over_place(page: Page, placed: PlacedMention, gender: str | None) -> list[Words]:
    """The role before an Arabic name with a district between, in comparable form; none where none is sure.

    The role opens its sentence or follows its verb; it agrees with the name in gender.
    """
    words = page.words
    sentence = page.sentence_at(placed.first)
    if sentence is None or sentence.language != "ar":
        return []
    first = max(sentence.first, placed.first - _LONGEST)
    near = range(placed.first - 1, max(first, placed.first - _LONGEST_PLACE) - 1, -1)
    districts = get_grammar("ar").words["districts"]
    place = next((i for i in near if words[i] in districts), None)
    if place is None:
        return []
    place -= words[place - 1] == "فی"
    for i in range(place - 1, first - 1, -1):
        if not page.is_word(i) or i in page.mention_at:
            return []
        if is_role(words[i : i + 1], "ar") and not words[i].startswith("ال"):
            opens = i == sentence.first or is_verb(words[i - 1])
            fits = agree(gender, role_gender(words[i : i + 1]))
            return [role_words(words[i:place], "ar")] if opens and fits else []
    return []


@keep_answers
def own_role(page: Page, placed: PlacedMention) -> str | None:
    """The role a mention gives someone; not that of him who is named behind it: «قصد الأمين X | مدير الميناء Y صباح الأحد»."""
    role = placed.mention.role
    if role is not None and _is_told_by_lam(page, placed):
        told = page.written((placed.first - 1, placed.first))
        titled = load_people("ar").titles.find((f"ا{page.words[placed.first - 1][1:]}",), 0)
        return f"ا{told[1:]}" if titled is None else None
    if role is not None and (own := _behind_subject(page, placed)) is not None:
        return page.written((own, placed.first))
    if role is not None and (_speaks_behind(page, placed, role) or _is_kins(page, placed)):
        return None
    if role is None or not _names_next(page, placed, role):
        return role
    for i in range(placed.first - 1, max(-1, placed.first - _LONGEST_ROLE), -1):
        if not page.is_word(i) or page.person_at(i) is not None:
            return None
        if is_role(words := page.words[i : placed.first], "ar"):
            return role if is_relation(words, "ar") else page.written((i, placed.first))
    return None


def _speaks_behind(page: Page, placed: PlacedMention, role: str) -> bool:
    """Tell whether a Persian sentence opens with whom its subject met, or who tells of him, and the role is his: «در دیدار با شهردار، | X گفت», «به گفتهٔ شهردار، | X رفت»; not «در دیدار با شهردار، X، گفت»."""
    words, comma = page.words, placed.first - 1
    sentence = page.sentence_at(placed.first)
    if sentence is None or sentence.language != "fa" or words[comma] != "،":
        return False
    start = comma - len(role.split())
    near = sentence.first < start - 1 <= sentence.first + _LONGEST_ROLE
    opens = near and words[sentence.first] == "در" and words[start - 1] in ("با", "به")
    cue = load_cues("fa").find(words, sentence.first)
    told = cue is not None and cue.value.shape == "attribution" and cue.end == start
    return (opens or told) and placed.last < sentence.last and words[placed.last] != "،"


def _is_kins(page: Page, placed: PlacedMention) -> bool:
    """Tell whether the role behind a Persian surname and a comma is that of the kin named by it: «پدر | X، کشاورز بازنشسته، گفت»."""
    words, before = page.words, page.words[placed.first - 1 : placed.first]
    sentence = page.sentence_at(placed.first)
    if sentence is None or sentence.language != "fa" or placed.last - placed.first > 1:
        return False
    kin = before != () and is_relation(before, "fa")
    return kin and words[placed.last : placed.last + 1] == ("،",)


def _behind_subject(page: Page, placed: PlacedMention) -> int | None:
    """Where the role of a name begins whom a verb is done to, where another role stands between as its subject: «دعت المذيعة | الشاعر X»."""
    at = placed.first - 1
    ours = (i for i in range(at, max(0, at - _LONGEST_ROLE), -1) if is_our_reporter(page.words[i]))
    if (reporter := next(ours, at)) < at:
        return reporter + 1  # «سأل مراسلنا | رئيسة القسم X»
    if at < 2 or page.words[at - 1] == "من" or not is_object_of(page, at):
        return None
    asked = page.words[at].removeprefix("ال") in get_grammar("ar").words["questioned"]
    # «سأل القاضي | المتهم X», «سأل رئيس المحكمة | المتهم X»
    before = (at - 2, at - 3) if asked else (at - 2,)
    cues = (load_cues("ar").find(page.words, i) for i in before if i >= 0)
    cue = next(filter(None, cues), None)
    frames = _PUT_TO | {"label"} if asked else _PUT_TO
    puts = cue is not None and not frames.isdisjoint(cue.value.frames)
    return at if puts and page.words[at] not in _RANKS else None


def _is_told_by_lam(page: Page, placed: PlacedMention) -> bool:
    """Tell whether ل and a role or title right before a name say that he is told, behind a verb of saying and its subject: «قال رئيس المحكمة | للمتهم X»; not «مدير المكتب الإقليمي للاتحاد X»."""
    at = placed.first - 1
    if at < 2 or not is_to_someone(page.words[at]):
        return False
    for i in range(at - 1, max(-1, at - 1 - _LONGEST_ROLE), -1):
        cue = load_cues("ar").find(page.words, i)
        if cue is not None and cue.value.shape == "verb" and cue.end <= at - 1:
            return True
        if not page.is_word(i):
            break
    return False


def with_body(page: Page, role: Words, before: int) -> Words:
    """A Persian role that only points at its body, «مدیرعامل این شرکت», with the words of the one named before a token."""
    pointing = get_grammar("fa").demonstratives
    at = next((k for k in range(1, len(role) - 1) if role[k] in pointing), None)
    if at is None:
        return role
    called = find_body_called(page, role[at + 1], before)
    body = page.words[slice(*called)] if called else role[at : at + 2]
    return (*role[:at], *body, *role[at + 2 :])


def _names_next(page: Page, placed: PlacedMention, role: str) -> bool:
    """Tell whether the role of a name holds the name behind it, who bears it."""
    for i in range(placed.last, min(placed.last + len(role.split()), len(page.words))):
        behind = page.mention_at.get(i)
        if behind is not None and behind is not placed and behind.mention.type == "PER":
            return behind.mention.role is not None and behind.mention.name in role
    return False


def body_before(page: Page, chair: int) -> Words:
    """The words of the Arabic body right before «برئاسة», at a token, and of the larger one it is a part of; none where none stands.

    «محكمة البلدة، برئاسة القاضي X», «الدائرة الثانية مدني بمحكمة البلدة، برئاسة المستشار X».
    """
    sentence = page.sentence_at(chair)
    if sentence is None or sentence.language != "ar":
        return ()
    before = chair - 1 if page.is_word(chair - 1) else chair - 2
    mention = page.mention_at.get(before) if before >= sentence.first else None
    if mention is None or mention.mention.type != "ORG":
        return ()
    first = _part_of_body(page, sentence.first, mention)
    return tuple(bare_words(page.words[first : mention.last], "ar"))


def _part_of_body(page: Page, first: int, body: PlacedMention) -> int:
    """The token at which the chamber of a body begins, «| الدائرة الثانية مدني بمحكمة البلدة»; else the body's own first."""
    if not page.words[body.first].startswith("ب") and page.words[body.first - 1] != "فی":
        return body.first
    for i in range(body.first - 1, max(first, body.first - _LONGEST_PLACE) - 1, -1):
        if not page.is_word(i):
            break
        part = page.mention_at.get(i)
        if part is not None and part.mention.type == "ORG" and part.first == i:
            return i
    return body.first


def skip_titles(page: Page, source: Range, language: str) -> int:
    """The token after the titles a source phrase opens with: «سعادة | رئيس الاتحاد», but «الأستاذ المتقاعد»."""
    words, (first, last) = page.words, source
    titles = load_people(language).titles
    describing = get_grammar(language).words.get("describing", frozenset())
    while first < last - 1 and (title := titles.find(words, first)):
        # «استاد | دانشگاه», «أستاذة | النبات», but «الأستاذ الدكتور | عميد الكلية»
        after = title.end
        goes_on = is_role(words[after:], language) or titles.find(words, after) is not None
        office = is_role(words[first:after], language) and not goes_on
        if words[after] in describing or office:
            break
        first = min(after, last - 1)
    return first

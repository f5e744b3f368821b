"""Labels, a frame of Persian reported speech: «X را «Y» خواند», «از X با عنوان «Y» یاد کرد», «X را به «Y» متهم کرد»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_people
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.clauses import Base, Link
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import is_relative
from rawi.quote.persian.marked import opens_mark
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.relative_heads import read_antecedent
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying

_FARTHEST = 31  # tokens from «را» to the verb
_NEAR = 8  # tokens from «که» back to whom it tells of
_NAMING = ("معرفی", "نامید")
_MANNERS = frozenset(
    {
        "بلند",
        "بلندبلند",
        "اهسته",
        "ارام",
        "شمرده",
        "تند",
        "زیرلب",
        "زیبا",
        "خوش",
        "یکنفس",
        "کامل",
        "دوباره",
        "بار",
        "دیگر",
    }
)  # of reading and singing
_LONGEST_NAME = 2  # words someone is called by: «او را «پیر باد» نامید»
_OBJECTS = frozenset({"او", "وی", "ان", "انها", "این", "انان", "اینها"})


def read_label(
    context: Context, number: int, done: int, base: Base
) -> Iterator[tuple[Saying, int]]:
    """«X این قهرمانی را «حاصل هزار صبح» خواند»: what is called and what it is called."""
    page = context.page
    cue = context.cues[number]
    if is_relative(page, cue):
        return  # «که او را «پیر باد» نامیده»
    named = _named_as(page, cue, done)
    if named is not None or "named" in cue.cue.frames:
        if named is not None:
            yield base.say("label", named), cue.last
        return
    marker = next(
        (
            i
            for i in range(cue.first - 1, max(done, cue.first - _FARTHEST), -1)
            if page.words[i] == "را" and page.mark_at[i] is None
        ),
        None,
    )
    if (judged := _read_judged(page, base, done, marker)) is not None:
        yield judged, cue.last
        return
    if marker is None:
        return
    if page.words[marker - 1] == "خود":
        # «خود را «مسافر جاده» معرفی کرد» says who someone is, «خود را «بی گناه» دانست» what he thinks.
        mark = page.mark_at[marker + 2] if opens_mark(page, marker + 1, cue.first) else None
        if mark and not page.words[cue.first].startswith(_NAMING):
            yield base.say("label", mark), cue.last
    elif page.words[marker + 1] == "که":
        yield from _read_told_label(context, base, done, marker)
    else:
        yield from _read_object_label(context, base, done, marker)


def _read_judged(page: Page, base: Base, done: int, marker: int | None) -> Saying | None:
    """What something told of before is called in a clause that hangs on it: «…، چیزی که X آن را «C» نامید», «اتهامی که X «C» خواند»; no name."""
    cue = base.cue
    mark = page.mark_at[cue.first - 2] if cue.first - 2 > done else None
    if mark is None or mark[1] + 1 != cue.first or page.count_words(*mark) <= _LONGEST_NAME:
        return None
    at = mark[0] - 1 if marker is None else marker
    if page.words[at - 1] == "خود" and page.words[cue.first].startswith(_NAMING):
        return None  # «راننده ای که خود را «مسافر جاده» معرفی کرده»
    link = next((i for i in range(at - 1, max(done, at - _FARTHEST) - 1, -1) if _stops(page, i)), 0)
    if page.words[link] != "که" or link + 1 >= at:
        return None
    pointed = page.words[at - 2] in get_grammar("fa").demonstratives
    if marker is not None and not (pointed or page.words[at - 1] in _OBJECTS | {"خود"}):
        return None
    return base._replace(source=_source_within(page, link, at)).say("label", mark)


def _source_within(page: Page, link: int, at: int) -> Range | None:
    """Who calls it so in a clause behind «که»: its own subject, else whom the clause hangs on."""
    own = find_subject(page, link + 1, at)
    spoken = own if own and can_speak(page, own) else None
    return spoken or read_antecedent(page, max(0, link - _NEAR), link) or own


def _stops(page: Page, token: int) -> bool:
    """Tell whether going back a clause ends at a token: at «که», a pause, a verb."""
    return page.words[token] == "که" or page.words[token] in PAUSES or is_finite(page, token)


def calls_marked(page: Page, cue: PlacedCue, link: Link) -> bool:
    """Tell whether «که» after a label opens a relative clause: «آن را «X» دانست که …»."""
    mark = page.mark_at[cue.first - 2] if cue.first > 2 else None
    return (
        link.linked
        and mark is not None
        and mark[1] == cue.first - 1
        and (page.words[mark[0] - 2] == "را")
    )


def _read_object_label(
    context: Context, base: Base, done: int, marker: int
) -> Iterator[tuple[Saying, int]]:
    """What is called and what it is called; of someone, a pronoun, or where it is called several things only the latter: «آنها را «X» خواند», «این طرح را «X» و «Y» خواند»."""
    page, cue = context.page, base.cue
    source = base.source if base.source and base.source[1] <= marker else None
    if _is_read_aloud(page, marker, cue):
        return
    content = page.trim(
        object_start(page, object_after(base, source, done, marker), marker), cue.first
    )
    after = page.words[marker + 1 : marker + 3]
    if content and (
        page.words[content[0]] == "که"
        or (after[:1] != ("به",) and after[0] in get_grammar("fa").prepositions)
    ):
        return  # «که او را «پیر باد» نامیده», «آن را برای حاضران خواند»
    if content and page.count_words(*content) >= 3 and page.count_words(marker + 1, cue.first) >= 1:
        parts: tuple[Range, ...] = (content,)
        fragments = tuple(_fragments(page, marker + 1, cue.first))
        if len(fragments) > 1 or _is_someone(page, content[0], marker):
            parts = fragments or parts
        yield base._replace(source=source).say("label", *parts), cue.last


def _is_read_aloud(page: Page, marker: int, cue: PlacedCue) -> bool:
    """Tell whether somebody reads something to others, or in some manner: «این پیام را X در پایان مراسم برای حاضران خواند», «این پیام را بلند خواند»."""
    grammar = get_grammar("fa")
    manner = page.words[marker + 1 : cue.first]
    if manner and _MANNERS.issuperset(manner) and page.words[cue.first].startswith("خواند"):
        return True
    said_where = grammar.occasions | grammar.turns | grammar.words["events"]
    words = page.words
    return words[cue.first].startswith("خواند") and any(
        words[i] in ("برای", "صدای") or (words[i] == "در" and words[i + 1] in said_where)
        for i in range(marker + 1, cue.first)
    )


def _is_someone(page: Page, first: int, marker: int) -> bool:
    """Tell whether the object is no more than a pronoun or the name of a person."""
    name = page.person_at(first)
    named = name is not None and (name.first, name.last) == (first, marker)
    return named or (page.words[first] in _OBJECTS and marker - first == 1)


def _fragments(page: Page, at: int, last: int) -> Iterator[Range]:
    """The marked stretches from a token on that «و» or a comma joins."""
    while opens_mark(page, at, last):
        mark = page.mark_at[at + 1]
        if mark is None:
            return
        yield mark
        at = mark[1] + 1
        at += page.words[at] in ("و", "،")


def _read_told_label(
    context: Context, base: Base, done: int, marker: int
) -> Iterator[tuple[Saying, int]]:
    """«مأموران حادثه ای را که دیروز رخ داد «X» توصیف کردند»: a clause tells of what is called so."""
    page, cue = context.page, base.cue
    mark = page.mark_at[cue.first - 2] if cue.first - 2 > marker else None
    if mark is None or mark[1] + 1 != cue.first:
        return
    source = base.source if base.source and base.source[1] <= marker else None
    if source is None and cue.cue.plural and names_people(page.words[done], "fa"):
        source = done, done + 1  # the ezafe that would tie them to what follows is not written
    yield base._replace(source=source).say("label", mark), cue.last


def read_accusation(
    context: Context, number: int, done: int, base: Base
) -> Iterator[tuple[Saying, int]]:
    """«X را به «Y» متهم کرد»: what someone is accused of in the accuser's words."""
    page, cue = context.page, context.cues[number]
    mark = page.mark_at[cue.first - 2] if cue.first - 2 > done else None
    if mark and mark[1] + 1 == cue.first and page.words[mark[0] - 2] == "به":
        source = find_subject(page, done, mark[0] - 2 - (page.words[mark[0] - 3] == "متهم"))
        yield base._replace(source=source).say("label", mark), cue.last


def _named_as(page: Page, cue: PlacedCue, done: int) -> Range | None:
    """The marked words in «از آن به عنوان «X» یاد کرد», «آن را به عنوان «X» توصیف کرد»."""
    for i in range(cue.first - 2, done, -1):
        if (
            page.words[i] in ("به", "با", "تحت")
            and page.words[i + 1] == "عنوان"
            and opens_mark(page, i + 2, cue.first)
        ):
            return page.mark_at[i + 3]
    return None


def object_after(base: Base, source: Range | None, done: int, marker: int) -> int:
    """The token behind who speaks and to whom, at which the object before «را» may begin: «رو به خبرنگاران | این پیامک را «شوخی» خواند»."""
    first = source[1] if source else done
    if base.addressee and first < base.addressee[1] <= marker - 1:
        first = base.page.close_marks(base.addressee)[1]
    return first


def object_start(page: Page, first: int, marker: int) -> int:
    """Where the object before «را» begins: after the last pause or phrase of circumstance."""
    words = page.words
    for i in range(marker - 1, first - 1, -1):
        joint = words[i] in PAUSES or (words[i] == "و" and follows_finite_verb(page, i))
        if joint and page.mark_at[i] is None:
            first = i + 1
            break
    first = _skip_particles(page, first, marker)
    while (after := _skip_circumstance(page, first, marker)) > first:
        first = after  # «در یادداشتی | در روزنامهٔ «X» | فیلم را کشدار خواند»
    return first


def _skip_circumstance(page: Page, first: int, marker: int) -> int:
    """The token after a phrase of circumstance: «در نشست خبری | این ادعا را بی اساس خواند»."""
    grammar = get_grammar("fa")
    if first >= marker or page.words[first] not in grammar.prepositions:
        return first
    for i in range(first + 1, min(first + 6, marker - 1)):
        if names_letter(page.words[i], "fa") and page.words[i].endswith("ی"):
            return i + 1  # «با انتشار بیانیه ای | لغو جشنواره را «شتاب زده» خواند»
        title = page.mark_at[i + 1]
        if title and title[0] == i + 1 and title[1] + 1 < marker:
            return title[1] + 1  # «در نشست «آیندهٔ دریا» | ساخت اسکله را اشتباه دانست»
    pointed = [i for i in range(first + 2, marker) if page.words[i] in grammar.demonstratives]
    return pointed[-1] if pointed else first


def _skip_particles(page: Page, i: int, marker: int) -> int:
    """The token after «نیز», «همچنین», «در ادامه»."""
    while i < marker and page.words[i] in ("نیز", "هم", "همچنین", "و", "اما", "ولی"):
        i += 1
    return i + 2 if page.words[i : i + 2] == ("در", "ادامه") else i

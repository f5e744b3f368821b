"""Words a Persian sentence then points at: ««C»؛ این نخستین جمله ای است که X به ما می گوید», «C؛ این را X گفت», «C. این را X می گوید», ««C.» این بخشی از سخنان X است»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.addressees import find_addressee
from rawi.quote.persian.clauses import clause_start
from rawi.quote.persian.marked import holds_verb
from rawi.quote.persian.phrases import PAUSES, read_phrase
from rawi.quote.persian.subjects import find_speaking_subject, find_subject
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import can_speak, finds_out, is_one
from rawi.quote.saying import Range, Saying

_SAYING = frozenset({"clause", "that", "finding"})  # frames
_COPULAS = frozenset({"است", "بود"})
_LONGEST_NAME = 3  # words
_SHORTEST = 4  # tokens of what is said
_VIEWS = ("opinions", "words_of", "told_nouns")  # sets of nouns
_POINTING = frozenset({"این", "اینها"})
_PARTS = frozenset({"بخشی", "گوشهای", "قسمتی", "فرازی", "چکیدهای", "خلاصهای", "بخشهایی"})
_NEAR = 5  # tokens from «این» to «است»


def read_pointed(page: Page, sentence: PlacedSentence) -> Saying | None:
    """Read a sentence that says something and then points at it, with who said it."""
    if sentence.language != "fa":
        return None
    return (
        _read_first_words(page, sentence)
        or _read_part(page, sentence)
        or _read_said_this(page, sentence)
        or _read_said_before(page, sentence)
    )


def find_inner(page: Page, sentence: PlacedSentence, pointed: Saying) -> PlacedSentence | None:
    """The part of a sentence in which he who is pointed at tells what somebody else said: «| X گفت که C |؛ این را Y تعریف می کند»."""
    first, last = pointed.content[0]
    inside = first == sentence.first and page.mark_at[first] is None
    told = inside and page.cues(first, last, "fa")
    return sentence._replace(last=last) if told else None


def _read_part(page: Page, sentence: PlacedSentence) -> Saying | None:
    """««C.» این بخشی از سخنان X است», ««C»؛ این پاسخ X بود»: marks, in this sentence or right before it, that it calls his words."""
    words, sets = page.words, get_grammar("fa").words
    pointing = (i for i in range(sentence.first, sentence.last) if words[i] in _POINTING)
    at = next((i for i in pointing if page.mark_at[i] is None), None)
    mark = None if at is None else _mark_before(page, at, sentence.first)
    if at is None or mark is None:
        return None
    part = words[at + 2 : at + 3] == ("از",) and words[at + 1] in _PARTS
    if words[at + 1 + 2 * part] not in sets["words_of"] | sets["spoken"]:
        return None
    source = read_phrase(page, at + 2 + 2 * part, sentence.last)
    end = source[1] + (words[source[1]] == "،")
    at_verb = next((i for i in range(end, sentence.last) if words[i] in sets["copulas"]), None)
    whole = at_verb is not None and (at_verb == end or words[end] in get_grammar("fa").prepositions)
    content = page.trim(*mark)
    if not content or not whole or source[1] <= source[0] or not can_speak(page, source):
        return None
    return Saying("fa", (content,), "direct", "fa.pointed", source=source)


def _mark_before(page: Page, at: int, first: int) -> Range | None:
    """The marks of a clause that end right before a token, in its sentence from `first` on or as the sentence before it."""
    between = {"»", "،", "؛", "."}
    for mark in reversed(page.marked_within(0, at)):
        if at - mark[1] > _NEAR:
            return None
        if mark[1] < at:
            near = between.issuperset(page.words[mark[1] : at])
            opens = mark[0] - 1 == first or at == first
            whole = page.count_words(*mark) > _LONGEST_NAME or holds_verb(page, mark)
            return mark if near and opens and whole else None
    return None


def _read_said_this(page: Page, sentence: PlacedSentence) -> Saying | None:
    """«C؛ این را X گفت», «C؛ این نظر X است», «C؛ جملهٔ X پس از برد …»: what stands before the pause is what was said."""
    words, spoken = page.words, get_grammar("fa").words["words_of"]
    inside = range(sentence.first + _SHORTEST, sentence.last - 2)
    for i in [i for i in inside if words[i - 1] in PAUSES]:
        if page.mark_at[i] is not None:
            continue
        noun = i + (words[i] == "این")
        named = page.mention_at.get(noun + 1)
        if words[i : i + 2] == ("این", "را"):
            cue = next((c for c in page.cues(i + 2, sentence.last, "fa") if _ends(page, c)), None)
            source = find_subject(page, i + 2, cue.first) if cue else None
            if cue and "finding" in cue.cue.frames and not finds_out(page, source):
                source = None  # «این را پژوهشی در دانشگاه نشان می دهد»
            to = find_addressee(page, i + 2, cue.first) if cue else None
        elif (
            words[noun] in spoken and words[i - 1] == "؛" and named and named.mention.type == "PER"
        ):
            cue, source, to = None, (named.first, named.last), None
        elif words[i] == "این" and (holder := _holder(page, i + 1, sentence.last)) is not None:
            cue, source, to = None, holder, None
        else:
            continue
        content = page.trim(clause_start(page, sentence.first, i - 1), i - 1)
        over = page.mark_at[content[0]] if content else None
        if over is not None and over[0] < sentence.first:
            content = page.trim(*over)  # ««A.», «B»؛ این را X گفت»
        elif content and _is_marked(page, content):
            return None  # ««C»؛ این را X گفت و افزود D» is read verb by verb
        if content and source and (cue is None or can_speak(page, source)):
            spoken_by = (cue.first, cue.last) if cue else None
            said = Saying(
                "fa", (content,), "direct", "fa.pointed", cue=spoken_by, source=source, addressee=to
            )
            shown = cue is not None and "finding" in cue.cue.frames
            return said._replace(kind="indirect") if shown else said
    return None


def _holder(page: Page, noun: int, last: int) -> Range | None:
    """Whose words, view or finding a noun at a token calls what stands before: «این | نظر کارشناسانی است که دیروز آن را دیدند»."""
    sets, word = get_grammar("fa").words, page.words[noun]
    finding = word in sets["findings"]
    if not (finding or any(word in sets[kind] for kind in _VIEWS)):
        return None
    holder = read_phrase(page, noun + 1, last)
    if not holder[0] < holder[1] < last or page.words[holder[1]] not in _COPULAS:
        return None
    if finding:
        return holder if finds_out(page, holder) else None
    someone = names_people(page.words[holder[0]].removesuffix("ی"), "fa") or is_one(page, holder)
    return holder if someone or can_speak(page, holder) else None


def _read_said_before(page: Page, sentence: PlacedSentence) -> Saying | None:
    """«C. این را X می گوید.»: the sentence before is what was said, where nobody speaks in it."""
    at = sentence.first
    if page.words[at : at + 2] != ("این", "را"):
        return None
    told = page.sentence_before(at, in_paragraph=True)
    cue = next(iter(page.cues(at + 2, sentence.last, "fa")), None)
    if told is None or cue is None or not _ends(page, cue):
        return None
    told_of = page.words[cue.last : cue.last + 1] == ("که",)  # «این را زنی می گوید که …»
    ended = told_of or not any(page.is_word(i) for i in range(cue.last, sentence.last))
    source = find_speaking_subject(page, at + 2, cue.first) if ended else None
    if source is None:
        return None
    # «X گفت: C. D. این را مادرم می گفت.»: the outlet does not speak
    spoken = page.cues(told.first, told.last, "fa") or any(
        page.words[i] == ":" and not page.words[i + 1][0].isdigit()  # «ساعت ۷:۱۲»
        for i in range(page.paragraphs[told.paragraph].first, told.last)
    )
    content = page.trim(told.first, told.last)
    if spoken or not content or _is_marked(page, content):
        return None
    if page.count_words(*content) < _SHORTEST:
        return None
    to = find_addressee(page, at + 2, cue.first)
    spoken_by = (cue.first, cue.last)
    return Saying(
        "fa", (content,), "indirect", "fa.pointed", cue=spoken_by, source=source, addressee=to
    )


def _is_marked(page: Page, content: Range) -> bool:
    """Tell whether what was said stands in marks, of more words than a name."""
    return any(page.count_words(*mark) > _LONGEST_NAME for mark in page.marked_within(*content))


def _ends(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a cue is a verb of saying after which nothing is said any more; behind «این را» «که» tells of who speaks."""
    frames = cue.cue.frames
    said = cue.cue.shape == "verb" and "refuse" not in frames and not _SAYING.isdisjoint(frames)
    return said and page.words[cue.last : cue.last + 1] != (":",)


def _read_first_words(page: Page, sentence: PlacedSentence) -> Saying | None:
    """A sentence that opens with marks, says «این … حرفی است که», and who says it."""
    words, first = page.words, sentence.first
    mark = page.mark_at[first + 1] if first + 1 < sentence.last else None
    if mark is None or mark[0] != first + 1:
        return None
    at = mark[1] + 1
    at += at < sentence.last and words[at] in PAUSES
    if at >= sentence.last or words[at] != "این":
        return None
    spoken = get_grammar("fa").words["pointed"]
    for i in range(at + 2, min(at + _NEAR, sentence.last - 2)):
        if words[i] in _COPULAS and words[i + 1] == "که" and words[i - 1] in spoken:
            verb = next((k for k in range(i + 2, sentence.last) if is_finite(page, k)), None)
            source = find_subject(page, i + 2, verb) if verb else None
            if verb is None or source is None or not can_speak(page, source):
                return None
            to = find_addressee(page, i + 2, verb)
            return Saying("fa", (mark,), "direct", "fa.pointed", source=source, addressee=to)
    return None

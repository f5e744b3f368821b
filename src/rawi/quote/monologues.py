"""A speech after a colon goes on: in Persian over the sentences of its paragraph, «گفت: C. D. E.», in Arabic over lines that say I or you."""

from collections.abc import Sequence
from itertools import pairwise

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.persian_verbs import is_subjunctive
from rawi.quote.narration import is_narration, is_turn, opens_with_speaker
from rawi.quote.page import Page, Paragraph, PlacedCue, PlacedSentence
from rawi.quote.persian.items import opens_item
from rawi.quote.persian.marked import is_name_like
from rawi.quote.persian.outlet_notes import opens_note
from rawi.quote.persian.verbs import FUTURE, is_past, opens_verb
from rawi.quote.saying import Range, Saying

_LONGEST = 8  # lines
_SHORT_LINE = 0.7  # of the next line: it ends a paragraph
_POINTING = frozenset({"این", "ان", "همین", "همان"})
_MAY_BE = frozenset({"باشد", "باشند"})
_ADDRESSING = frozenset({"انتم", "انت", "علیکم", "لکم", "منکم", "بکم", "ایها", "ایتها"})


def extend_colons(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Take with a speech after a colon the Persian sentences in which the outlet is not heard, or the Arabic lines that are surely its own."""
    following = {sentence.first: sentence for sentence in page.sentences}
    taken = {saying.start for saying in sayings}
    found: list[Saying] = []
    for saying in sayings:
        content = saying.content
        if saying.rule == "fa.colon" and len(content) == 1:
            content = (_extend(page, saying, following, taken),)
        elif saying.rule == "ar.colon" and len(content) == 1:
            content = (_extend_over_lines(page, content[0], taken),)
        found.append(saying._replace(content=content))
    return found


def continue_speeches(page: Page, sayings: Sequence[Saying]) -> list[Saying]:
    """Add the Persian paragraphs after a speech that fills its own behind a colon, as long as somebody says I or we in them."""
    taken = {saying.start for saying in sayings}
    found = list(sayings)
    for saying in sayings:
        here = page.sentence_at(saying.content[-1][0]) if saying.rule == "fa.colon" else None
        if here is None or page.marked_within(*saying.content[-1]):
            continue
        if saying.content[-1][1] < page.paragraphs[here.paragraph].last - 1:
            continue
        following = page.paragraphs[here.paragraph + 1 : here.paragraph + 1 + _LONGEST]
        for place, paragraph in enumerate(following, 1):
            content = page.trim(*paragraph[:2])
            item = opens_item(page, paragraph, place)
            if content is None or not _is_own(page, paragraph, taken, item=item):
                break
            if not item and not _is_parted(page, paragraph.first):
                break  # a line the copy cut
            found.append(Saying("fa", (content,), "direct", "fa.passage", heir=True, source=None))
    return sorted(found, key=lambda saying: saying.start)


def _is_parted(page: Page, token: int) -> bool:
    """Tell whether a paragraph surely begins at a token: after an empty line of the copy, or a line much shorter than the next."""
    copy = page.text.original
    end = page.text.extent(page.reading.span(token - 1, token)).end
    start = page.text.extent(page.reading.span(token, token + 1)).start
    if copy[end:start].count("\n") > 1:
        return True
    before, after = copy.rfind("\n", 0, end) + 1, copy.find("\n", start)
    return end - before < _SHORT_LINE * ((after if after >= 0 else len(copy)) - start)


def _is_own(page: Page, paragraph: Paragraph, taken: set[int], *, item: bool) -> bool:
    """Tell whether a Persian paragraph is the words of one who speaks on: he says I or we, or it is the next `item` he counts, and the outlet is not heard."""
    first, last, kind, language = paragraph
    if language != "fa" or kind not in ("body", "lead") or taken.intersection(range(first, last)):
        return False
    if page.marked_within(first, last) or is_turn(page, paragraph) or is_narration(page, paragraph):
        return False
    persons = get_grammar("fa").words["persons"]
    words = page.words[first:last]
    return item or not persons.isdisjoint(words) or any(map(_is_ours, words))


def _extend_over_lines(page: Page, content: Range, taken: set[int]) -> Range:
    """The content with the lines after it, up to the last in which someone says I, speaks to you, asks or exclaims."""
    here = page.sentence_at(content[0])
    if here is None or content[1] < page.paragraphs[here.paragraph].last - 1:
        return content
    end = content[1]
    for before, line in pairwise(page.paragraphs[here.paragraph : here.paragraph + _LONGEST]):
        if not _is_next_line(page, before, line) or taken.intersection(range(*line[:2])):
            break
        if page.marked_within(*line[:2]) or opens_with_speaker(page, line.first, "ar"):
            break
        words = page.words[line.first : line.last]
        you = not _ADDRESSING.isdisjoint(word.removeprefix("و") for word in words)
        if says_i(words) or you or words[-1] in ("!", "؟"):
            end = line.last
    return page.trim(content[0], end) or content


def _is_next_line(page: Page, before: Paragraph, line: Paragraph) -> bool:
    """Tell whether an Arabic paragraph follows another without an empty line."""
    start, end = page.reading.ends[before.last - 1], page.reading.starts[line.first]
    return line.language == "ar" and page.text.repaired[start:end].count("\n") == 1


def _extend(
    page: Page, saying: Saying, following: dict[int, PlacedSentence], taken: set[int]
) -> Range:
    """The content with the sentences that go it on."""
    content = saying.content[0]
    first, last = content
    here = page.sentence_at(first)
    if here is None or here.last - last > 2:
        return content
    # «گفت: دختری پرسید «…؟» من خجالت کشیدم.»: behind another's words only what says I is surely his
    retold = not _holds_only_names(page, content)
    while (ahead := following.get(here.last)) is not None and ahead.paragraph == here.paragraph:
        if taken.intersection(range(ahead.first, ahead.last)) or not _goes_on(page, ahead):
            break
        if retold and not says_own(page.words[ahead.first : ahead.last]):
            break
        if _points_at(page, ahead.first, saying.source):
            break
        here = ahead
    end = page.trim(first, here.last)
    return end if end and here.last > last + 2 else content


def _points_at(page: Page, token: int, source: Range | None) -> bool:
    """Tell whether a sentence opens with who spoke, whom only the outlet points at: «یک پیمایش نشان می دهد: C. این پیمایش …»."""
    words = page.words
    spoke = words[slice(*source)] if source else ()
    return words[token] == "این" and words[token + 1] in spoke


def _goes_on(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence may be the speaker's: it neither names who speaks nor says on what occasion."""
    grammar = get_grammar("fa")
    words, first = page.words, sentence.first
    if not _holds_only_names(page, (first, sentence.last)):
        return False
    if words[first] in grammar.pronouns:
        return False
    someone = opens_with_speaker(page, first, "fa") and words[first] != "جناب"  # whom he hails
    if opens_note(page, first):
        return False
    if someone and not _is_of_any(page, sentence):
        return False
    sayings = grammar.words["words_of"] | grammar.words["questions"]
    if words[first] == "این" and words[first + 1] in sayings:
        return False  # «این پرسش با سکوت همراه شد»
    if says_own(words[first : sentence.last]):
        return True
    # «به همین دلیل پل را می بندیم» he may say; «در این دیدار …» the outlet says, or what was done
    ended = is_past(words[sentence.last - 2]) and words[sentence.last - 3] not in FUTURE
    occasions = grammar.occasions if ended else grammar.occasions - grammar.words["vague_occasions"]
    near = words[first : first + 4]
    occasion = words[first] in grammar.prepositions and any(w in occasions for w in near)
    # «سندی هست که خلاف آن را نشان می دهد»: things show much while nobody speaks.
    cues = page.cues(first, sentence.last, "fa")
    silent = [c for c in cues if "finding" not in c.cue.frames and not _tells_nothing(page, c)]
    return not occasion and not silent


def _holds_only_names(page: Page, place: Range) -> bool:
    """Tell whether all marks of a place are around titles or the like, and nobody is quoted in it: «طرح «شهر سبز» سه مرحله دارد»."""
    marks = {page.mark_at[i] for i in range(*place)} - {None}
    return all(mark is not None and is_name_like(page, mark) for mark in marks)


def _is_of_any(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence tells what anyone of a calling does or should do: «خریدار اروپایی دیگر کیسه نمی خرد»; the outlet tells of one."""
    first, last = sentence.first, sentence.last - 1
    words, sets = page.words[first:last], get_grammar("fa").words
    if not words or words[0] in sets["leaders"] or not load_people("fa").roles.find(words, 0):
        return False  # also a text that was cut behind one word
    if any(i in page.mention_at for i in range(first, last)):
        return False
    stem = words[-1].removeprefix("ن").removeprefix("می")
    present = opens_verb(words[-1]) and not is_past(stem) and stem not in sets["past_stems"]
    return present or "باید" in words or "نباید" in words


def says_own(words: tuple[str, ...]) -> bool:
    """Tell whether Persian words say I or we: «ما به آنها قول داده بودیم», «پدرم …»; nobody but the speaker does."""
    persons = get_grammar("fa").words["persons"]
    return not persons.isdisjoint(words) or any(_is_mine(w) or _is_ours(w) for w in words)


def _is_ours(word: str) -> bool:
    """Tell whether a Persian word is a verb of those who speak: می|دانیم, نمی|توانیم."""
    return word.endswith("یم") and word.startswith(("می", "نمی"))


def _is_mine(word: str) -> bool:
    """Tell whether a Persian word is someone's kin who speaks: پدرم, استادم.

    >>> _is_mine("پدرم"), _is_mine("مردم")
    (True, False)
    """
    kin = load_people("fa").roles.find((word.removesuffix("م"),), 0) if word.endswith("م") else None
    return kin is not None and bool(kin.value.relation)


def _tells_nothing(page: Page, cue: PlacedCue) -> bool:
    """Tell whether with a word of saying nobody says anything: «مهم این است که», «بارش پیش بینی می شود», «این خواسته», «باید باور داشته باشد», «بذری که در گلخانه آمده باشد»."""
    words = page.words
    if cue.cue.shape == "verb" and is_subjunctive(words[cue.last - 1]):
        return True  # «کارگردان نباید فیلم را توضیح بدهد»
    if "opinion" in cue.cue.frames or cue.cue.passive:
        return True
    noun = cue.last - cue.first == 1 and words[cue.first].endswith("ه")
    if noun and words[cue.first - 1] in _POINTING:
        return True
    return not _MAY_BE.isdisjoint(words[cue.last - 1 : cue.last + 1])

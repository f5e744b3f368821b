"""Words a paragraph opens with that only say where it comes from: of a Persian roundup before a colon, «سرایان: رسول پاکسرشت گفت …», of a report before a dash, «بيروت (رويترز) – احترق المخزن», «پورت وندل – دیروز …»."""

from dataclasses import replace

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.writers import WROTE
from rawi.quote.marks import DASHES, OPENERS
from rawi.quote.page import Page, Paragraph, PlacedMention
from rawi.quote.roles import is_role

_LONGEST = 3  # words of a place
_LONGEST_DATELINE = 14  # tokens of «لينفورد، 4 أكتوبر (أتلانتيك برس)»
_LONGEST_WRITTEN = 18  # tokens of «القاهرة في الأحد 7 ديسمبر 2025 10:28 مساءً»
_LONGEST_DESK = 6  # tokens of «گروه فرهنگ و هنر:»
_PRESS_OFFICE = "روابطعمومی"  # in one token or two
_SHORTEST_REPORT = 6  # words behind a dateline


def cut_datelines(page: Page) -> Page:
    """The page with such paragraphs, and their first sentences, beginning after the colon or dash."""
    cut = {"fa": _after_persian_dateline, "ar": _after_dash}
    begins = {p.first: cut[p.language](page, p) for p in page.paragraphs if p.language in cut}
    if not any(begins.values()):
        return page
    paragraphs = tuple(p._replace(first=begins.get(p.first) or p.first) for p in page.paragraphs)
    sentences = tuple(s._replace(first=begins.get(s.first) or s.first) for s in page.sentences)
    return replace(page, paragraphs=paragraphs, sentences=sentences)


def _after_persian_dateline(page: Page, paragraph: Paragraph) -> int | None:
    """The token after a Persian dateline: a place and a colon before who speaks, a place, an outlet in brackets and a dash before words in marks, a part of the newsroom, or a press office."""
    return (
        _after_place(page, paragraph)
        or _after_outlet_and_dash(page, paragraph)
        or _after_desk(page, paragraph)
        or _after_press_office(page, paragraph)
        or _after_place_and_outlet(page, paragraph)
    )


def _after_place_and_outlet(page: Page, paragraph: Paragraph) -> int | None:
    """The token after the outlet that stands behind a place: «گلدشت - خبرگزاری X - | Y، شهردار گلدشت، گفت», «گلدشت، خبرگزاری X - | …»."""
    words, first = page.words, paragraph.first
    near = range(first + 1, min(first + 1 + _LONGEST, paragraph.last - _SHORTEST_REPORT))
    sign = next((i for i in near if not page.is_word(i)), first)
    if sign == first or words[sign] not in DASHES | {"،"}:
        return None  # a line may open with a dash
    if is_role(words[first:sign], "fa"):
        return None
    if not heads_outlet(words, sign + 1, "fa"):
        return None
    reach = range(sign + 2, min(sign + _LONGEST_DATELINE, paragraph.last - _SHORTEST_REPORT))
    dash = next((i for i in reach if not page.is_word(i)), sign)
    told = any(is_verb(words[i]) for i in range(first, dash)) or page.cues(first, dash, "fa")
    return dash + 1 if dash > sign and words[dash] in DASHES and not told else None


def _after_press_office(page: Page, paragraph: Paragraph) -> int | None:
    """The token after the press office that sends out a report: «روابط عمومی شهرداری نیلگون - | مهندس X گفت»."""
    words, first = page.words, paragraph.first
    if not "".join(words[first : first + 2]).startswith(_PRESS_OFFICE):
        return None
    near = range(first + 2, min(first + _LONGEST_DATELINE, paragraph.last - _SHORTEST_REPORT))
    sign = next((i for i in near if not page.is_word(i)), first)
    return sign + 1 if words[sign] in DASHES else None


def _after_desk(page: Page, paragraph: Paragraph) -> int | None:
    """The token after the part of the newsroom that writes a report: «گروه شهرستان ها: | باران آمد», «سرویس فرهنگ و هنر – | …»."""
    words, sets, first = page.words, get_grammar("fa").words, paragraph.first
    if words[first] not in sets["newsroom_parts"]:
        return None
    named = sets["desks"] | {"و"}
    near = range(first + 1, min(first + _LONGEST_DESK, paragraph.last - _SHORTEST_REPORT))
    sign = next((i for i in near if words[i] not in named), first)
    return sign + 1 if sign > first + 1 and words[sign] in DASHES | {":"} else None


def _after_outlet_and_dash(page: Page, paragraph: Paragraph) -> int | None:
    """The token after «ولمارا (خبرگزاری X) -» or «تهران -» where words in marks follow: «تهران (خبرگزاری X) - | «C»، Y گفت»."""
    first, last, words = paragraph.first, paragraph.last, page.words
    near = range(first + 1, min(first + _LONGEST_DATELINE, last - 1))
    dash = next((i for i in near if words[i] in DASHES and words[i + 1] in OPENERS), None)
    if dash is None:
        return None
    placed = page.mention_at.get(first)
    place = placed is not None and (placed.mention.type, placed.last) == ("LOC", dash)
    bracket = next((i for i in range(first, dash) if words[i] == "("), dash)
    outlet = words[dash - 1] == ")" and any(
        page.names_outlet(i) or heads_outlet(words, i, "fa") for i in range(bracket, dash)
    )
    return dash + 1 if place or outlet else None


def _after_place(page: Page, paragraph: Paragraph) -> int | None:
    """The token after the place and the colon a paragraph opens with; somebody is named there and said to speak."""
    first, last = paragraph.first, paragraph.last
    colon = next(
        (i for i in range(first + 1, min(first + 1 + _LONGEST, last)) if page.words[i] == ":"), None
    )
    if colon is None or not all(page.is_word(i) for i in range(first, colon)):
        return None
    label = page.words[first:colon]
    speaks = is_role(label, "fa") or load_people("fa").organisations.find(label, 0) is not None
    placed = page.mention_at.get(first)
    if speaks or (placed is not None and placed.mention.type != "LOC"):
        return None
    title = load_people("fa").titles.find(page.words, colon + 1)
    named = page.person_at(title.end if title else colon + 1)
    if named is None:
        return None
    cues = page.cues(named.last, last, "fa")
    told = any(cue.cue.shape in ("verb", "adjunct") for cue in cues)
    return colon + 1 if told else None


def _after_dash(page: Page, paragraph: Paragraph) -> int | None:
    """The token after the dash behind a place, with an outlet in brackets or a day too; None where somebody is named before it."""
    first, last, kind, _ = paragraph
    words = page.words
    if (signed := _after_writer(page, paragraph)) is not None:
        return signed
    if kind != "dateline" or page.count_words(first, last) < _SHORTEST_REPORT:
        return None
    near = range(first + 1, min(first + _LONGEST_DATELINE, last - 1))
    dash = next((i for i in near if words[i] in DASHES), None)
    if (
        dash is None
        or words[dash + 1] in WROTE
        or any(is_verb(words[i]) for i in range(first, dash))
    ):
        return None
    named = page.mention_at.get(first)
    placed = named is not None and named.mention.type == "LOC"
    return dash + 1 if placed or words[dash - 1] == ")" else None


def _after_writer(page: Page, paragraph: Paragraph) -> int | None:
    """The token after who wrote an Arabic report, from where and when, between two dashes: «سامي نادر - القاهرة في الأحد - | افتتح الوزير …»."""
    words, named = page.words, page.person_at(paragraph.first)
    if named is None or named.first != paragraph.first or words[named.last] not in DASHES:
        return None
    near = range(named.last + 1, min(named.last + _LONGEST_WRITTEN, paragraph.last - 1))
    dash = next((i for i in near if words[i] in DASHES), None)
    if dash is None or not any(words[i].isdecimal() for i in range(named.last, dash)):
        return None
    placed = page.mention_at.get(named.last + 1)
    located = placed is not None and placed.mention.type == "LOC"
    return (
        dash + 1
        if located and not any(is_verb(words[i]) for i in range(named.last, dash))
        else None
    )


def skip_byline(page: Page, first: int, last: int) -> int:
    """The token after the outlet or reporter and the sign a Persian report opens with: «تهران- خبرنگار X: | سارا بهاری به کرمان رفت», «خبرگزاری X- | …»; else the first."""
    words, grammar = page.words, get_grammar("fa")
    near = range(first, min(first + _LONGEST_DATELINE, last))
    dash = next((i for i in near if words[i] in DASHES), 0)
    label = next((i for i in near if words[i] == ":"), dash)
    joined = grammar.subordinators | {"و"}
    if not label or not joined.isdisjoint(words[first:label]):
        return first
    told = any(
        words[i] in grammar.interviewers or page.names_outlet(i) or heads_outlet(words, i, "fa")
        for i in range(first, label)
    )
    return label + 1 if told and not page.cues(first, label, "fa") else first


def opens_dateline(page: Page, name: PlacedMention) -> bool:
    """Tell whether what looks like a name is the place a Persian report comes from: «پورت وندل – دیروز …»; not «مینا راد – مدیر شرکت – گفت»."""
    sentence, dash = page.sentence_at(name.first), name.last
    if sentence is None or sentence.first != name.first or sentence.language != "fa":
        return False
    if dash + 1 >= sentence.last or page.words[dash] not in DASHES:
        return False
    apart = page.reading.ends[dash - 1] < page.reading.starts[dash]
    return apart and not is_role(page.words[dash + 1 : dash + 2], "fa")

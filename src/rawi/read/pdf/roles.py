"""Tell the role of each paragraph: headline, dateline, body, and the furniture of printed pages.

Sixth step of the PDF room. Nothing is thrown away: what is no part of the report is marked `menu`, `related`
or `footer`. Roles are told by size, place, company (a column of short lines beside a column of sentences) and
by what short lines say of themselves (`rawi.read.html.labels`, the same table as for web pages).
"""

from collections import Counter
from collections.abc import Sequence

from rawi.facts import BlockKind
from rawi.read.html.labels import Label, find_label, is_dateline
from rawi.read.pdf.paragraphs import Column, Paragraph

# A headline is larger than the body by this factor, at least.
HEADLINE_SIZE = 1.15
# A paragraph of prose has a line's length of text at least; items of lists rarely do.
PROSE = 90
SHORT_WORDS = 14
MENU_ENTRIES = 4  # so many in a row are a menu
MENU_WORDS = 3
INSET = 4  # points
LIST_LINES = 3  # items of lists are no longer
KICKER_WORDS = 10
OUTLET_WORDS = 5
SENTENCE_END = frozenset('.!؟?…»"”:')


def assign_roles(paragraphs: Sequence[Paragraph], columns: Sequence[Column]) -> list[BlockKind]:
    """Return the role of each paragraph."""
    roles: list[BlockKind | None] = [None] * len(paragraphs)
    body_size = find_body_size(paragraphs)
    sides = find_side_columns(columns)
    for place, paragraph in enumerate(paragraphs):
        if paragraph.furniture:
            roles[place] = "footer"
        elif any(line in sides for line in map(id, paragraph.lines)):
            roles[place] = name_item(paragraph)
    name_menus(paragraphs, roles)
    headline = find_headline(paragraphs, roles, body_size)
    if headline is not None:
        roles[headline] = "headline"
        name_head(paragraphs, roles, headline)
    name_rest(paragraphs, roles, headline)
    return [role or "body" for role in roles]


def find_body_size(paragraphs: Sequence[Paragraph]) -> float:
    """Return the size most of the text is set in."""
    weight: Counter[float] = Counter()
    for paragraph in paragraphs:
        weight[round(paragraph.size * 2) / 2] += len(paragraph.text)
    return max(weight, key=lambda size: (weight[size], size)) if weight else 0.0


def find_side_columns(columns: Sequence[Column]) -> set[int]:
    """Find the lines (by id) of columns that hold lists of short items beside columns of prose."""
    prose = [column for column in columns if any(is_prose(part) for part in column.paragraphs)]
    sides: set[int] = set()
    for column in columns:
        if column in prose or len(column.paragraphs) < 3:
            continue
        if any(other.page == column.page and overlaps(other, column) for other in prose):
            sides.update(id(line) for line in column.lines)
    return sides


def is_prose(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is running text."""
    text = paragraph.text
    return len(text) > PROSE and (len(paragraph.lines) > 2 or text[-1:] in SENTENCE_END)


def overlaps(one: Column, other: Column) -> bool:
    """Tell whether two columns of a page stand beside each other."""
    return (
        one.lines[0].box[1] < other.lines[-1].baseline
        and other.lines[0].box[1] < one.lines[-1].baseline
        and (one.left > other.right or other.left > one.right)
    )


def name_item(paragraph: Paragraph) -> BlockKind:
    """Name an item of a side column."""
    label = find_label(paragraph.text)
    if label and not label.section:
        return as_kind(label.kind)
    return "menu" if len(paragraph.text.split()) <= 3 else "related"


def name_menus(paragraphs: Sequence[Paragraph], roles: list[BlockKind | None]) -> None:
    """Name runs of very short paragraphs menus."""
    for place, paragraph in enumerate(paragraphs):
        if not roles[place] and is_bar(paragraph.text):
            roles[place] = "menu"
    run: list[int] = []
    for place in range(len(paragraphs) + 1):
        if place < len(paragraphs) and not roles[place] and is_entry(paragraphs[place]):
            run.append(place)
            continue
        if len(run) >= MENU_ENTRIES:
            for entry in run:
                roles[entry] = "menu"
        run = []


def is_bar(text: str) -> bool:
    """Tell whether a line is a bar of links.

    >>> is_bar("خانه | شهر | ورزش | عکس"), is_bar("او گفت | نه")
    (True, False)
    """
    parts = text.split("|")
    return len(parts) > MENU_ENTRIES - 1 and all(len(part.split()) <= MENU_WORDS for part in parts)


def is_entry(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph looks like the entry of a menu."""
    text = paragraph.text
    return (
        len(paragraph.lines) == 1
        and len(text.split()) <= MENU_WORDS
        and text[-1:] not in SENTENCE_END
        and not is_dateline(text)
    )


def find_headline(
    paragraphs: Sequence[Paragraph], roles: Sequence[BlockKind | None], body_size: float
) -> int | None:
    """Return the place of the headline: the largest type on the first pages, larger than the body."""
    best: int | None = None
    for place, paragraph in enumerate(paragraphs):
        if roles[place] or paragraph.page > paragraphs[0].page + 1 or len(paragraph.lines) > 6:
            continue
        if paragraph.size < HEADLINE_SIZE * body_size or len(paragraph.text.split()) < 2:
            continue
        if find_label(paragraph.text):
            continue
        if best is None or paragraph.size > 1.05 * paragraphs[best].size:
            best = place
    return best


def name_head(
    paragraphs: Sequence[Paragraph], roles: list[BlockKind | None], headline: int
) -> None:
    """Name what stands above the headline: outlet, dateline, kicker, menus."""
    for place in range(headline):
        if roles[place]:
            continue
        text = paragraphs[place].text
        words = len(text.split())
        label = find_label(text)
        if label and not label.section:
            roles[place] = as_kind(label.kind)
        elif is_dateline(text) and not is_prose(paragraphs[place]):
            roles[place] = "dateline"
        elif place == headline - 1 and place > 0 and words <= KICKER_WORDS:
            roles[place] = "kicker"
        elif words <= OUTLET_WORDS and "outlet" not in roles:
            roles[place] = "outlet"
        elif words <= SHORT_WORDS and not is_prose(paragraphs[place]):
            roles[place] = "menu"


def name_rest(
    paragraphs: Sequence[Paragraph], roles: list[BlockKind | None], headline: int | None
) -> None:
    """Name what follows the headline: bylines, datelines, the lead, lists of other reports."""
    start = 0 if headline is None else headline + 1
    edge = find_body_edge(paragraphs)
    section: BlockKind | None = None
    lead_open = headline is not None
    for place in range(start, len(paragraphs)):
        paragraph = paragraphs[place]
        text = paragraph.text
        if roles[place] and roles[place] != "menu":
            continue
        label = find_label(text) or find_label_before_colon(text)
        if label:
            kind = as_kind(label.kind)
            roles[place] = kind
            section = kind if label.section else None
            if kind == "code" and any(map(is_prose, paragraphs[start:place])):
                section = "related"  # the number of the report ends it
        elif section and continues_section(section, paragraph, edge):
            roles[place] = section
        elif roles[place]:
            continue
        elif is_dateline(text) and text[-1:] != "." and not is_prose(paragraph):
            roles[place] = "dateline"
        else:
            section = None
            if (
                lead_open
                and len(text.split()) > 5
                and is_set_apart(paragraph, paragraphs[place + 1 :])
            ):
                roles[place] = "lead"
            lead_open = lead_open and roles[place] == "lead"


def find_label_before_colon(text: str) -> Label | None:
    """Return the label of a line that names one other report after a colon."""
    label, colon, _ = text.partition(":")
    found = find_label(label) if colon else None
    return Label(found.kind, section=False) if found and found.kind == "related" else None


def find_body_edge(paragraphs: Sequence[Paragraph]) -> int:
    """Return where most text begins: the place of the starting edge, in points."""
    weight: Counter[int] = Counter()
    for paragraph in paragraphs:
        weight[start_edge(paragraph)] += len(paragraph.text)
    return max(weight, key=lambda edge: (weight[edge], edge)) if weight else 0


def start_edge(paragraph: Paragraph) -> int:
    """Return the edge at which the lines of a paragraph begin."""
    rtl = paragraph.lines[0].base == "rtl"
    if rtl:
        return round(max(line.box[2] for line in paragraph.lines))
    return round(min(line.box[0] for line in paragraph.lines))


def continues_section(section: BlockKind, paragraph: Paragraph, edge: int) -> bool:
    """Tell whether a paragraph belongs to the list that a label announced.

    Comments go on to the next label. Items of lists are set in from the body's edge; where they are not, they
    are short and end without a full stop.
    """
    if section == "comment":
        return True
    if abs(start_edge(paragraph) - edge) > INSET:
        return True
    return len(paragraph.lines) <= LIST_LINES and paragraph.text[-1:] not in SENTENCE_END


def is_set_apart(paragraph: Paragraph, later: Sequence[Paragraph]) -> bool:
    """Tell whether a paragraph is set in another font or size than most of what follows."""
    fonts: Counter[int] = Counter()
    for other in later:
        fonts[main_font(other)] += len(other.text)
    if not fonts:
        return False
    usual = max(fonts, key=lambda font: (fonts[font], font))
    return main_font(paragraph) != usual


def main_font(paragraph: Paragraph) -> int:
    """Return the font of most letters of a paragraph."""
    fonts = Counter(
        glyph.font for line in paragraph.lines for glyph in line.glyphs if glyph.kind == "rtl"
    )
    return max(fonts, key=lambda font: (fonts[font], font)) if fonts else -1


def as_kind(kind: str) -> BlockKind:
    """Take a kind named in a table for one of ours."""
    return KINDS[kind]


KINDS: dict[str, BlockKind] = {
    "byline": "byline", "dateline": "dateline", "code": "code", "related": "related",
    "menu": "menu", "footer": "footer", "comment": "comment", "outlet": "outlet",
    "lead": "lead", "kicker": "kicker", "caption": "caption", "headline": "headline",
    "body": "body",
}  # fmt: skip

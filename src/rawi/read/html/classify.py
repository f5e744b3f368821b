"""Tell the role of each line of a page: which lines are the article, which are the page's furniture.

The evidence, strongest first: what the markup says (`marks`), what labels say (`labels`), and, where pages
say nothing, the shape of the text: the article is the run of lines with the most unlinked text.
"""

from collections.abc import Sequence

from rawi.facts import BlockKind
from rawi.read.html.body import Hints, find_body
from rawi.read.html.labels import find_label, is_dateline, make_key
from rawi.read.html.lines import LONG_LINE, MOSTLY_LINKED, Box, Line, chain
from rawi.read.html.marks import FURNITURE

# Set on even-numbered pages of the development set, checked on the odd ones (benchmarks/reading.py).
VOID_SHARE = 0.5  # an element that holds more of the page's prose than this is not furniture
VOID_COMMENTS = 0.97  # comments may well be longer than the article
LINKS_ABOVE = 2  # between a dateline and the headline below it: the path to the page
NEAR_HEADLINE = 8  # lines above the headline among which its dateline may stand
CARD_LINKED = 0.8  # share of link in the title of a teaser
CARD_TITLE = 10  # letters of such a title
CARD_REACH = 4  # lines from the title to the text, a date and a name between them
CARD_LINES = 2  # of prose in a teaser
MIN_HEADLINE = 12  # letters
LARGE_FONTS = frozenset(
    "34567"
)  # of `<font size>`; 3 is the size of text, which old pages set in 2
MAX_LEAD_SIZE = 1200


def classify(lines: Sequence[Line], hints: Hints) -> list[BlockKind]:
    """Return the role of each line."""
    reveal(lines)
    headline = find_headline(lines, hints)
    weigh_marks(lines, headline)
    roles = [resolve_role(line) for line in lines]
    spread_labels(lines, roles)
    mark_cards(lines, roles)
    first, last = find_body(lines, roles, headline, hints)
    near = find_top(lines, first if headline is None else min(first, headline))
    opening = next((i for i in range(first, last) if lines[i].is_prose), last)
    kinds = [
        kind_inside(line, roles[i], before_text=i < opening)
        if first <= i < last
        else kind_outside(line, roles[i], i < first, near=i >= near)
        for i, line in enumerate(lines)
    ]
    drop_stray_facts(kinds, last)
    if headline is not None:
        kinds[headline] = "headline"
        drop_clocks(lines, kinds, headline, opening)
    mark_leads(lines, kinds, hints, headline, first)
    return kinds


def reveal(lines: Sequence[Line]) -> None:
    """Take text for visible where a page hides most of it: such a page shows itself when its script has run."""
    hidden = sum(line.letters for line in lines if line.hidden and line.is_prose)
    if 2 * hidden > sum(line.letters for line in lines if line.is_prose):
        for line in lines:
            line.hidden = False


# ------------------------------------------------------------------ the headline


def find_headline(lines: Sequence[Line], hints: Hints) -> int | None:
    """Return which line is the headline: one that the metadata names, else the first `<h1>`."""
    keys = {make_key(title): rank for rank, title in reversed(list(enumerate(hints.titles)))}
    named = [
        (line.heading or 7, keys[key], i)
        for i, line in enumerate(lines)
        if (key := make_key(line.text)) in keys
    ]
    if named:
        # The first of equal rank: the same words come again below, in lists and in the footer.
        return min(named, key=lambda found: (found[0] > 3, found[1], found[0], found[2]))[2]
    found = find_first_heading(lines)
    return find_set_apart(lines) if found is None else found


def find_first_heading(lines: Sequence[Line]) -> int | None:
    """Return the first `<h1>`, else the first `<h2>` that is no link."""
    for level in (1, 2):
        for i, line in enumerate(lines):
            if (
                line.heading == level
                and line.letters >= MIN_HEADLINE
                and find_label(line.text) is None
            ):
                if level == 2 and line.link_share > MOSTLY_LINKED:
                    continue
                return i
    return None


def find_set_apart(lines: Sequence[Line]) -> int | None:
    """Return the line above the first prose that is set in bold or large letters, as old pages do."""
    first = next((i for i, line in enumerate(lines) if line.is_prose and not line.hidden), -1)
    if first >= 0 and is_large(lines[first]):
        return first  # a headline as long as prose
    for i in range(first - 1, max(-1, first - 1 - NEAR_HEADLINE), -1):
        line = lines[i]
        if not is_large(line) and line.bold < line.letters:
            continue
        is_fact = is_dateline(line.text) or find_label(line.text) is not None
        if line.letters >= MIN_HEADLINE and line.link_share < MOSTLY_LINKED and not is_fact:
            return i
    return None


def is_large(line: Line) -> bool:
    """Tell whether a line is set in a large `<font>`."""
    return line.look.lstrip("+") in LARGE_FONTS


# ------------------------------------------------------------------ marks


def weigh_marks(lines: Sequence[Line], headline: int | None) -> None:
    """Take the role from elements that hold too much to be furniture: the prose, or the headline."""
    total = 0
    for line in lines:
        if line.is_prose and not line.hidden:
            total += line.letters
            for mark in chain(line.mark):
                mark.letters += line.letters
    if headline is not None:
        for mark in chain(lines[headline].mark):
            mark.has_headline = True
    for line in lines:
        for mark in chain(line.mark):
            if mark.role in FURNITURE:
                share = VOID_COMMENTS if mark.role == "comment" else VOID_SHARE
                if mark.has_headline or mark.letters > share * total > 0:
                    mark.role = ""


def resolve_role(line: Line) -> str:
    """Return a line's role by its markup: the outermost furniture, else the innermost other role."""
    roles = [mark.role for mark in chain(line.mark) if mark.role]
    outer = next((role for role in reversed(roles) if role in FURNITURE), None)
    if outer is not None:
        # Datelines and codes often stand in the same bar as the path to the page.
        return roles[0] if outer == "menu" and roles[0] in ("dateline", "byline", "code") else outer
    return next((role for role in roles if role != "body"), "body" if "body" in roles else "")


def spread_labels(lines: Sequence[Line], roles: list[str]) -> None:
    """Give labelled lines, and what stands below the heading of a section, the role the label says."""
    section: str | None = None
    for i, line in enumerate(lines):
        label = find_label(line.text)
        if label is not None and roles[i] not in ("headline", "lead") and not _is_title(line):
            section = label.kind if label.section else section
            roles[i] = roles[i] if roles[i] in FURNITURE else label.kind
            continue
        if section is None:
            continue
        if section != "comment" and (line.is_prose or roles[i] not in ("", "body")):
            section = None
        elif roles[i] in ("", "body"):
            if section == "related" and line.link_share < MOSTLY_LINKED:
                section = None
            else:
                roles[i] = section


def _is_title(line: Line) -> bool:
    """Tell whether a line is the page's main heading, which no label can be."""
    return line.heading == 1


def mark_cards(lines: Sequence[Line], roles: list[str]) -> None:
    """Mark teasers of other articles: a linked title and a line or two below it, set alike again and again."""
    prose_in: dict[Box | None, int] = {}
    for line in lines:
        prose_in[line.box.parent] = prose_in.get(line.box.parent, 0) + line.is_prose
    cards: dict[tuple[int, int], list[range]] = {}
    for i, title in enumerate(lines):
        if title.link_share < CARD_LINKED or title.letters < CARD_TITLE:
            continue
        j = next((j for j in range(i + 1, min(i + CARD_REACH, len(lines))) if lines[j].is_prose), i)
        text = lines[j]
        around = text.box.parent
        together = around in (title.box.parent, title.box) or text.box is title.box.parent
        if j > i and together and prose_in[around] <= CARD_LINES and text.letters < MAX_LEAD_SIZE:
            cards.setdefault((title.path, text.path), []).append(range(i, j + 1))
    for alike in cards.values():
        if len(alike) > 1:
            for i in (place for card in alike for place in card):
                if roles[i] not in FURNITURE:
                    roles[i] = "related"


# ------------------------------------------------------------------ kinds


def find_top(lines: Sequence[Line], headline: int) -> int:
    """Return the first line above the headline that may belong to it: a menu and a clock stand higher."""
    links = 0
    for i in range(headline - 1, -1, -1):
        links += lines[i].link_share > MOSTLY_LINKED
        if links > LINKS_ABOVE or headline - i > NEAR_HEADLINE:
            return i + 1
    return 0


def kind_inside(line: Line, role: str, *, before_text: bool) -> BlockKind:
    """Return the kind of a line among the article's own text, `before_text` above its first prose."""
    if before_text and not role and is_dateline(line.text):
        return "dateline"
    if role in ("related", "comment", "footer", "menu", "caption", "code", "lead", "kicker"):
        return role  # type: ignore[return-value]  # narrowed by the tuple
    if role in ("dateline", "byline") and line.letters < 2 * LONG_LINE:
        return role  # type: ignore[return-value]  # as above
    if line.link_share > MOSTLY_LINKED:
        return "related"
    return "menu" if line.hidden else "body"


def kind_outside(line: Line, role: str, before: bool, *, near: bool) -> BlockKind:
    """Return the kind of a line before or after the article's own text; `near` is not far above the headline."""
    if role in ("dateline", "code", "byline") and not (near and line.letters < 3 * LONG_LINE):
        return "menu"
    if role in FURNITURE or role in ("lead", "kicker", "code", "dateline", "byline"):
        if role == "lead" and not before:
            return "related"
        return role  # type: ignore[return-value]  # narrowed by the conditions
    if near and is_dateline(line.text) and line.link_share < MOSTLY_LINKED:
        return "dateline"
    return "menu" if before or line.link_share <= MOSTLY_LINKED else "related"


def drop_stray_facts(kinds: list[BlockKind], last: int) -> None:
    """Take dates, names and codes among the lists below an article for those of other articles."""
    below = False
    for i in range(last, len(kinds)):
        below = below or kinds[i] in ("related", "comment", "footer")
        if below and kinds[i] in ("dateline", "byline", "code"):
            kinds[i] = "related"


def drop_clocks(lines: Sequence[Line], kinds: list[BlockKind], headline: int, opening: int) -> None:
    """Take the date above a menu for a clock where the headline has a dateline of its own below it."""
    if "dateline" not in kinds[headline:opening]:
        return
    linked = False
    for i in range(headline - 1, -1, -1):
        linked = linked or lines[i].link_share > MOSTLY_LINKED
        # The menu may stand in the same bar, before the clock.
        if kinds[i] == "dateline" and (linked or (i and lines[i - 1].link_share > MOSTLY_LINKED)):
            kinds[i] = "menu"


def mark_leads(
    lines: Sequence[Line],
    kinds: list[BlockKind],
    hints: Hints,
    headline: int | None,
    first: int,
) -> None:
    """Mark the lead: the first text below the headline that the description begins with, or all bold."""
    if "lead" in kinds:
        return
    description = make_key(hints.description or "")[:60]
    start = 0 if headline is None else headline + 1
    for i in range(min(start, first), len(lines)):
        if kinds[i] == "body":
            described = len(description) > 20 and make_key(lines[i].text).startswith(description)
            bold = lines[i].bold >= 0.95 * lines[i].letters and lines[i].letters < MAX_LEAD_SIZE
            if described or bold:
                kinds[i] = "lead"
            return

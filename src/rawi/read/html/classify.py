"""Tell the role of each line of a page: which lines are the article, which are the page's furniture.

The evidence, strongest first: what the markup says (`marks`), what labels say (`labels`), and, where pages
say nothing, the shape of the text: the article is the run of lines with the most unlinked text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rawi.facts import BlockKind
from rawi.read.html.labels import find_label, is_dateline, make_key
from rawi.read.html.lines import Line, Mark
from rawi.read.html.marks import FURNITURE

# Set on even-numbered pages of the development set, checked on the odd ones (benchmarks/reading.py).
LONG_LINE = 60  # letters: longer unlinked lines are prose, not furniture
MAX_LINKED = 0.35  # share of link in a line of prose
MOSTLY_LINKED = 0.6
VOID_SHARE = 0.5  # an element that holds more of the page's prose than this is not furniture
VOID_COMMENTS = 0.97  # comments may well be longer than the article
BODY_SHARE = 0.4  # an element marked as body must hold this much of the prose outside furniture
NEAR_HEADLINE = (
    8  # lines above the headline among which its dateline may stand; a clock is higher up
)
MAIN_PATH_SHARE = 0.3  # of a run's letters, for a path to be one the article is set in
MAX_LEAD_SIZE = 1200


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page's metadata says of its text: titles, best first, its description and its whole body."""

    titles: tuple[str, ...] = ()
    description: str | None = None
    body: str | None = None


def classify(lines: Sequence[Line], hints: Hints) -> list[BlockKind]:
    """Return the role of each line."""
    headline = find_headline(lines, hints)
    weigh_marks(lines, headline)
    roles = [resolve_role(line) for line in lines]
    spread_labels(lines, roles)
    first, last = find_body(lines, roles, headline)
    top = first if headline is None else min(first, headline)
    kinds = [
        kind_inside(line, roles[i])
        if first <= i < last
        else kind_outside(line, roles[i], i < first, near=i >= top - NEAR_HEADLINE)
        for i, line in enumerate(lines)
    ]
    if headline is not None:
        kinds[headline] = "headline"
    mark_leads(lines, kinds, hints, headline, first)
    return kinds


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
    for level in (1, 2):
        for i, line in enumerate(lines):
            if line.heading == level and line.letters >= 12 and find_label(line.text) is None:
                if level == 2 and line.link_share > MOSTLY_LINKED:
                    continue
                return i
    return None


# ------------------------------------------------------------------ marks


def is_prose(line: Line) -> bool:
    """Tell whether a line is running text by its shape."""
    return line.letters >= LONG_LINE and line.link_share <= MAX_LINKED


def chain(mark: Mark | None) -> Iterator[Mark]:
    """Yield a mark and those around it, innermost first."""
    while mark is not None:
        yield mark
        mark = mark.parent


def weigh_marks(lines: Sequence[Line], headline: int | None) -> None:
    """Take the role from elements that hold too much to be furniture: the prose, or the headline."""
    total = 0
    for line in lines:
        if is_prose(line) and not line.hidden:
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
        if section != "comment" and (is_prose(line) or roles[i] not in ("", "body")):
            section = None
        elif roles[i] in ("", "body"):
            if section == "related" and line.link_share < MOSTLY_LINKED:
                section = None
            else:
                roles[i] = section


def _is_title(line: Line) -> bool:
    """Tell whether a line is the page's main heading, which no label can be."""
    return line.heading == 1


# ------------------------------------------------------------------ the body


def find_body(lines: Sequence[Line], roles: Sequence[str], headline: int | None) -> tuple[int, int]:
    """Return the lines [first, last) among which the article's own text stands."""
    marked = find_marked_body(lines, roles)
    if marked is not None:
        return marked
    start = 0
    if headline is not None:
        after = sum(x.letters for i, x in enumerate(lines) if i > headline and is_prose(x))
        before = sum(x.letters for i, x in enumerate(lines) if i < headline and is_prose(x))
        start = headline + 1 if after >= before else 0
    best, best_run, score, run_start = 0.0, (start, start), 0.0, start
    for i in range(start, len(lines)):
        if score <= 0:
            score, run_start = 0.0, i
        score += score_line(lines[i], roles[i])
        if score > best:
            best, best_run = score, (run_start, i + 1)
    return extend_run(lines, roles, best_run, start)


def extend_run(
    lines: Sequence[Line], roles: Sequence[str], run: tuple[int, int], start: int
) -> tuple[int, int]:
    """Extend a run over furniture to lines set like its own: same tags and classes up to the root."""
    first, last = run
    letters: dict[int, int] = {}
    for i in range(first, last):
        if is_prose(lines[i]) and roles[i] not in FURNITURE:
            letters[lines[i].path] = letters.get(lines[i].path, 0) + lines[i].letters
    enough = MAIN_PATH_SHARE * sum(letters.values())
    paths = {path for path, size in letters.items() if size >= enough}
    alike = [
        i
        for i in range(start, len(lines))
        if lines[i].path in paths
        and roles[i] not in FURNITURE
        and lines[i].link_share <= MAX_LINKED
    ]
    return min([first, *alike]), max([last, *(i + 1 for i in alike)])


def find_marked_body(lines: Sequence[Line], roles: Sequence[str]) -> tuple[int, int] | None:
    """Return the lines of the element marked as the article's body, if one holds most of the prose."""
    prose = 0
    bodies: dict[int, Mark] = {}
    for line, role in zip(lines, roles, strict=True):
        if role in FURNITURE:
            continue
        prose += line.letters if is_prose(line) else 0
        for mark in chain(line.mark):
            if mark.role == "body":
                bodies[id(mark)] = mark
    if not bodies:
        return None
    body = max(bodies.values(), key=lambda mark: mark.letters)
    if body.letters < BODY_SHARE * prose or body.letters == 0:
        return None
    inside = [i for i, line in enumerate(lines) if any(mark is body for mark in chain(line.mark))]
    return inside[0], inside[-1] + 1


def score_line(line: Line, role: str) -> float:
    """Score a line for the run of prose: letters of prose count for, links and furniture against."""
    if role == "comment":
        return -1000.0
    if role == "footer":
        return -300.0
    if role in FURNITURE or line.hidden:
        return -20.0
    if role in ("dateline", "byline", "code", "kicker"):
        return -5.0
    if line.link_share > MAX_LINKED:
        return -20.0 - 0.3 * line.linked
    if is_prose(line) or role == "lead":
        return min(line.letters, 400)
    return 5.0 if line.text.endswith((".", ":", "؟", "!", "»", "؛")) else -5.0


# ------------------------------------------------------------------ kinds


def kind_inside(line: Line, role: str) -> BlockKind:
    """Return the kind of a line among the article's own text."""
    if role in ("related", "comment", "footer", "menu", "caption", "code", "lead", "kicker"):
        return role  # type: ignore[return-value]  # narrowed by the tuple
    if role in ("dateline", "byline") and line.letters < 2 * LONG_LINE:
        return role  # type: ignore[return-value]  # as above
    if line.link_share > MOSTLY_LINKED:
        return "related"
    return "menu" if line.hidden else "body"


def kind_outside(line: Line, role: str, before: bool, near: bool) -> BlockKind:
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

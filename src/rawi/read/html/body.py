"""Find the lines among which the article's own text stands.

Told by the metadata, else by an element marked as the body, else by shape: the run of lines with the most
unlinked text, furniture inside it counted against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.read.html.labels import make_key
from rawi.read.html.lines import MAX_LINKED, Box, Line, Mark, chain
from rawi.read.html.marks import FURNITURE

# Set on even-numbered pages of the development set, checked on the odd ones and on ten other page families.
BODY_SHARE = 0.4  # an element marked as body must hold this much of the prose outside furniture
MAIN_PATH_SHARE = 0.3  # of a run's letters, for a path to be one the article is set in
TOLD_SHARE = 0.75  # of the body in the metadata must stand on the page to be believed
MIN_BODY = 15  # letters of an element marked as the body, for the mark to be believed
HOLDER_SHARE = 0.7  # of the prose of a run, for an element to be the one that holds the article
REENTRY = 300.0  # letters: a notice has fewer, an article that goes on has more
SHORT_LINE = -5.0  # score of a short line: a few are no furniture yet


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page's metadata says of its text: titles, best first, its description and its whole body."""

    titles: tuple[str, ...] = ()
    description: str | None = None
    body: str | None = None


def find_body(
    lines: Sequence[Line], roles: Sequence[str], headline: int | None, hints: Hints
) -> tuple[int, int]:
    """Return the lines [first, last) among which the article's own text stands."""
    marked = find_told_body(lines, roles, hints) or find_marked_body(lines, roles, headline)
    if marked is not None:
        return marked
    start = 0
    if headline is not None:
        after = sum(x.letters for i, x in enumerate(lines) if i > headline and x.is_prose)
        before = sum(x.letters for i, x in enumerate(lines) if i < headline and x.is_prose)
        start = headline + 1 if after >= before else 0
    run = find_run(lines, roles, start)
    if run[0] == run[1]:
        return find_short_run(lines, roles, start)
    return extend_run(lines, roles, run, start)


def find_run(lines: Sequence[Line], roles: Sequence[str], start: int) -> tuple[int, int]:
    """Return the run of lines with the most prose, furniture inside it counted against it."""
    best, run = 0.0, (start, start)
    score, first = 0.0, start
    paths: set[int] = set()
    crossed = False
    for i in range(start, len(lines)):
        if score <= 0:
            score, first, crossed = 0.0, i, False
            paths.clear()
        value = score_line(lines[i], roles[i])
        if value > 0 and lines[i].is_prose:
            # Behind furniture, text that is set otherwise is a notice or a teaser, not the article.
            value -= REENTRY if crossed and lines[i].path not in paths else 0.0
            crossed = False
            paths.add(lines[i].path)
        elif value < SHORT_LINE:
            crossed = True
        score += value
        if score > best:
            best, run = score, (first, i + 1)
    return run


def extend_run(
    lines: Sequence[Line], roles: Sequence[str], run: tuple[int, int], start: int
) -> tuple[int, int]:
    """Extend a run over furniture to lines that stand in its element, or are set like its own."""
    first, last = run
    prose = [line for line, role in zip(lines[first:last], roles[first:last], strict=True)
             if line.is_prose and role not in FURNITURE]  # fmt: skip
    letters: dict[int, int] = {}
    for line in prose:
        letters[line.path] = letters.get(line.path, 0) + line.letters
    enough = MAIN_PATH_SHARE * sum(letters.values())
    paths = {path for path, size in letters.items() if size >= enough}
    holder = find_holder(prose, lines[start - 1].box if start else None)
    alike = [
        i
        for i in range(start, len(lines))
        if roles[i] in ("", "body", "lead", "headline")
        and lines[i].link_share <= MAX_LINKED
        and not lines[i].hidden
        and (lines[i].path in paths or (holder is not None and holder.holds(lines[i].box)))
    ]
    return min([first, *alike]), max([last, *(i + 1 for i in alike)])


def find_holder(prose: Sequence[Line], headline: Box | None) -> Box | None:
    """Return the smallest element around most of the prose, unless the headline is in it, as in the page."""
    total = sum(line.letters for line in prose)
    sizes: dict[Box, int] = {}
    for line in prose:
        box = line.box.parent
        while box is not None:
            sizes[box] = sizes.get(box, 0) + line.letters
            box = box.parent
    # Inner elements come later in the page than those around them.
    around = [box for box, size in sizes.items() if size >= HOLDER_SHARE * total]
    holder = max(around, key=lambda box: box.number, default=None)
    return None if holder is None or holder.holds(headline) else holder


def find_told_body(
    lines: Sequence[Line], roles: Sequence[str], hints: Hints
) -> tuple[int, int] | None:
    """Return the lines whose words the metadata gives as the article's body, if it gives them all."""
    told = make_key(hints.body or "")
    if not told:
        return None
    found = [
        (i, len(key))
        for i, line in enumerate(lines)
        if line.is_prose and roles[i] not in FURNITURE and (key := make_key(line.text)) in told
    ]
    if sum(size for _, size in found) < TOLD_SHARE * len(told):
        return None
    return found[0][0], found[-1][0] + 1


def find_marked_body(
    lines: Sequence[Line], roles: Sequence[str], headline: int | None
) -> tuple[int, int] | None:
    """Return the lines of the element marked as the article's body.

    When several are marked, as in lists of articles, one must hold most of the prose.
    """
    prose = 0
    outermost: dict[int, list[int]] = {}
    bodies: dict[int, Mark] = {}
    for i, (line, role) in enumerate(zip(lines, roles, strict=True)):
        if role in FURNITURE:
            continue
        prose += line.letters if line.is_prose else 0
        marked = [mark for mark in chain(line.mark) if mark.role == "body"]
        bodies.update((id(mark), mark) for mark in marked)
        if marked:
            outermost.setdefault(id(marked[-1]), []).append(i)
    if len(outermost) == 1:
        (inside,) = outermost.values()
        letters = sum(lines[i].letters - lines[i].linked for i in inside)
        if letters >= MIN_BODY and (headline is None or inside[-1] > headline):
            return inside[0], inside[-1] + 1
    body = max(bodies.values(), key=lambda mark: mark.letters, default=None)
    if body is None or body.letters < BODY_SHARE * prose or body.letters == 0:
        return None
    inside = [i for i, line in enumerate(lines) if any(mark is body for mark in chain(line.mark))]
    return inside[0], inside[-1] + 1


def find_short_run(lines: Sequence[Line], roles: Sequence[str], start: int) -> tuple[int, int]:
    """Return the first lines below the headline that are no links or furniture: a report of one short sentence."""
    plain = [
        role in ("", "body", "lead") and line.link_share <= MAX_LINKED and not line.hidden
        for line, role in zip(lines, roles, strict=True)
    ]
    first = next((i for i in range(start, len(lines)) if plain[i]), start)
    last = first
    while last < len(lines) and plain[last]:
        last += 1
    return first, last


def score_line(line: Line, role: str) -> float:
    """Score a line for the run of prose: letters of prose count for, links and furniture against."""
    if role == "comment":
        return -1000.0
    if role == "footer":
        return -300.0
    if role in FURNITURE or line.hidden:
        return -20.0
    if role in ("dateline", "byline", "code", "kicker"):
        return SHORT_LINE
    if line.link_share > MAX_LINKED:
        return -20.0 - 0.3 * line.linked
    if line.is_prose or role == "lead":
        return min(line.letters, 400)
    return -SHORT_LINE if line.text.endswith((".", ":", "؟", "!", "»", "؛")) else SHORT_LINE

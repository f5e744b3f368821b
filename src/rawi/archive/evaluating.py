"""How often the quotations of an archive are right: against gold, or against what people decided.

A found quotation matches a gold one when they share most of their letters (Dice at least one half, each
matched once, best first). `exact` asks for the same letters, `attributed` also for the right speaker. Against
decisions there is no recall: nobody looked for what is missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rawi.errors import RawiError
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore
from rawi.index.store import QuotationRow, Store
from rawi.index.words import cut_words

LEAST_DICE = 0.5
GROUPS = ("all", "language", "outlet", "kind")


class GoldError(RawiError):
    """A record of gold cannot be understood; the message names it."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A quotation as a person marked it. `names`: how its speaker may be called; `optional`: need not be found."""

    document: str
    kind: str
    content: tuple[tuple[int, int], ...]
    speaker: str | None
    names: tuple[str, ...]
    optional: bool


@dataclass(slots=True)
class Score:
    """Counts of one group of quotations, and the ratios made of them; None where there is nothing to divide."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    matched_found: int = 0
    exact: int = 0
    attributed: int = 0
    judged: int = 0
    right: int = 0
    wrong_in: dict[str, int] = field(default_factory=dict)

    def ratios(self) -> dict[str, float | None]:
        """Precision, recall and F1 of matches, and F1 of exact and attributed ones."""
        return {
            "precision": _ratio(self.matched_found, self.found),
            "recall": _ratio(self.matched, self.gold),
            "f1": _ratio(2 * self.matched, self.found + self.gold),
            "exact_f1": _ratio(2 * self.exact, self.found + self.gold),
            "attributed_f1": _ratio(2 * self.attributed, self.found + self.gold),
        }


Scores = dict[tuple[str, str], Score]  # ("language", "fa") and so on; ("all", "all") is the whole


def read_gold(record: Mapping[str, Any]) -> Gold:
    """Understand a record of gold: the keys of quotations.jsonl, `document` being an id or a given id.

    `speaker_aliases`, `nested` and `nominal` are understood where they are; a record with no `content` only
    says that the document was looked at.

    Raises:
        GoldError: a key is missing or of the wrong type.
    """
    document = record.get("document") or record.get("doc")
    if not isinstance(document, str):
        raise GoldError(f'a gold record has no "document": {dict(record)!r:.120}')
    try:
        content = tuple((int(start), int(end)) for start, end in record.get("content") or ())
    except (TypeError, ValueError) as error:
        raise GoldError(f'gold of {document}: "content" is no list of [start, end]') from error
    speaker = record.get("speaker")
    return Gold(
        document=document,
        kind=str(record.get("kind", "direct")),
        content=content,
        speaker=speaker,
        names=tuple(record.get("speaker_aliases") or ([speaker] if speaker else [])),
        optional=bool(record.get("nested") or record.get("nominal")),
    )


def score_gold(store: SqliteStore, gold: Iterable[Gold]) -> tuple[Scores, list[str]]:
    """Score an archive against gold; return the scores and the documents that are not in the archive.

    Only documents that gold names are scored.
    """
    by_document: dict[str, list[Gold]] = defaultdict(list)
    for quotation in gold:
        by_document[quotation.document].append(quotation)
    given = {row.given_id: row.id for row in store.each_document(Query())}
    scores: Scores = defaultdict(Score)
    missing = []
    for name, wanted in sorted(by_document.items()):
        document = name if name in store else given.get(name)
        if document is None:
            missing.append(name)
            continue
        original = store.original(document).original
        rows = store.quotations_of(document)
        row = store.row(document)
        groups = {"all": "all", "language": row.language, "outlet": row.outlet or "unknown"}
        _score_document(original, groups, [g for g in wanted if g.content], rows, scores)
    return dict(scores), missing


def _score_document(
    original: str,
    groups: dict[str, str],
    wanted: list[Gold],
    rows: tuple[QuotationRow, ...],
    scores: Scores,
) -> None:
    """Add one document to the scores."""
    wanted_letters = [_letters(original, g.content) for g in wanted]
    found_letters = [_letters(original, row.content) for row in rows]
    pairs = _match(wanted, wanted_letters, found_letters)
    for i, g in enumerate(wanted):
        if not g.optional:
            for score in _scores_of(scores, groups, g.kind):
                score.gold += 1
                score.matched += i in pairs
    optional = {j for i, j in pairs.items() if wanted[i].optional}
    right = {j: i for i, j in pairs.items() if j not in optional}
    for j, row in enumerate(rows):
        if j in optional or not found_letters[j]:
            continue
        for score in _scores_of(scores, groups, row.kind):
            score.found += 1
            score.matched_found += j in right
        if j in right:
            g = wanted[right[j]]
            for score in _scores_of(scores, groups, g.kind):
                score.exact += found_letters[j] == wanted_letters[right[j]]
                score.attributed += same_speaker(row.speaker, g.names)


def _match(
    wanted: list[Gold], wanted_letters: list[set[int]], found_letters: list[set[int]]
) -> dict[int, int]:
    """Match gold with found quotations, the most alike first; required ones before optional ones."""
    candidates = []
    for i, a in enumerate(wanted_letters):
        for j, b in enumerate(found_letters):
            shared = len(a & b)
            if shared and 2 * shared >= LEAST_DICE * (len(a) + len(b)):
                candidates.append((wanted[i].optional, -2 * shared / (len(a) + len(b)), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def score_corrections(store: Store) -> Scores:
    """Score an archive against what people decided: of the quotations judged, how many were right.

    A quotation counts as judged when someone called it right or wrong or corrected it; it was right when it
    was called right and nothing in it was corrected.
    """
    judged: dict[str, dict[str, str | None]] = defaultdict(dict)
    for entry in store.corrections():
        if entry.state == "applied":
            judged[entry.quotation][entry.field] = entry.new
    scores: Scores = defaultdict(Score)
    for quotation, decisions in sorted(judged.items()):
        row = store.quotation(quotation)
        document = row.document
        groups = {
            "all": "all",
            "language": document.language,
            "outlet": document.outlet or "unknown",
        }
        wrong = [name for name, new in decisions.items() if name != "verdict" or new == "wrong"]
        for score in _scores_of(scores, groups, row.kind):
            score.judged += 1
            score.right += not wrong
            for name in wrong:
                score.wrong_in[name] = score.wrong_in.get(name, 0) + 1
    return dict(scores)


def in_order(scores: Scores) -> list[tuple[str, str, Score]]:
    """The scores: the whole first, then by language, outlet and kind, the most quotations first."""
    return sorted(
        ((group, value, score) for (group, value), score in scores.items()),
        key=lambda row: (GROUPS.index(row[0]), -(row[2].gold + row[2].judged), row[1]),
    )


def score_record(group: str, value: str, score: Score) -> dict[str, Any]:
    """Make the JSON record of a score."""
    if score.judged:
        counts: dict[str, Any] = {
            "judged": score.judged,
            "right": score.right,
            "error_rate": round(1 - score.right / score.judged, 4),
            "wrong_in": score.wrong_in,
        }
    else:
        counts = {"gold": score.gold, "found": score.found, **score.ratios()}
    return {"group": group, "value": value, **counts}


def same_speaker(found: str | None, names: Iterable[str]) -> bool:
    """Tell whether a speaker found is one of the names: one name's words, in order, are in the other's.

    >>> same_speaker("رضا فرضی", ["فرضي"]), same_speaker(None, []), same_speaker("وی", ["فرضی"])
    (True, True, False)
    """
    listed = [cut_words(name) for name in names]
    words = cut_words(found or "")
    if not words or not listed:
        return not words and not listed
    return any(_inside(words, name) or _inside(name, words) for name in listed if name)


def _inside(part: list[str], whole: list[str]) -> bool:
    """Tell whether words stand in a row inside others."""
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


def _letters(text: str, content: Iterable[tuple[int, int]]) -> set[int]:
    """The places of the letters and digits of a quotation; marks and spaces do not count."""
    return {
        i for start, end in content for i in range(start, min(end, len(text))) if text[i].isalnum()
    }


def _scores_of(scores: Scores, groups: dict[str, str], kind: str) -> Iterator[Score]:
    """The scores a quotation counts in."""
    for group, value in (*groups.items(), ("kind", kind)):
        yield scores[group, value]


def _ratio(part: int, whole: int) -> float | None:
    """A ratio to four places; None of nothing."""
    return round(part / whole, 4) if whole else None

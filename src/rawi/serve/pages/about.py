"""About and help: how to search, the keys, the settings, and how sure one may be, in general and in this archive."""

from typing import NamedTuple

from rawi.archive.evaluating import in_order, score_corrections, score_record
from rawi.serve.answer import Answer, Visit
from rawi.serve.interface import CALENDAR_NAMES, PACKAGE
from rawi.tables import load_tsv


class Score(NamedTuple):
    """A row of `scores.tsv`: how often a stage is right, measured on texts with known answers."""

    stage: str
    language: str
    measure: str
    value: float
    data: str
    day: str


def show_about(visit: Visit) -> Answer:
    """Answer `/about`."""
    scores = load_tsv(PACKAGE, "scores.tsv", Score)
    judged = [score_record(*row) for row in in_order(score_corrections(visit.store))]
    record = {"scores": [score._asdict() for score in scores], "judged": judged}
    context = {
        "section": "about",
        "scores": scores,
        "judged": judged,
        "calendars": CALENDAR_NAMES,
    }
    return Answer("about.html", record, context)

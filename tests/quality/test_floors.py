"""The quality floors: no score may fall below the one that was reached and written down."""

import tomllib
from pathlib import Path

import pytest
from tests.quality.measures import MEASURES, SHARED, figures, gold_hash

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the gold data does not lie beside the project")
@pytest.mark.parametrize("measure", MEASURES)
def test_no_score_falls_below_its_floor(measure: str) -> None:
    floor = FLOORS[measure]
    assert gold_hash(measure) == floor["gold_sha256"], (
        "the gold changed: run tests/quality/update_floors.py"
    )
    found = figures(measure)
    low = {k: (found.get(k), v) for k, v in floor["at_least"].items() if found.get(k, -1.0) < v}
    high = {k: (found.get(k), v) for k, v in floor["at_most"].items() if found.get(k, 1e9) > v}
    assert not low | high, f"(found, floor): {low | high}"

"""The help page shows how sure one may be, as far as it was measured."""

from typing import Any

from rawi.serve.interface import PACKAGE
from rawi.serve.pages.about import Score
from rawi.tables import load_tsv


def test_every_score_is_shown_with_its_data_and_day(client: Any) -> None:
    page = client.get("/about", headers={"accept-language": "en"}).text
    for score in load_tsv(PACKAGE, "scores.tsv", Score):
        assert 0 < score.value <= 1
        for shown in (str(score.value), score.data, score.day, score.measure):
            assert shown in page


def test_the_help_page_explains_where_doubt_belongs(client: Any) -> None:
    page = client.get("/about", headers={"accept-language": "en"}).text
    assert "The rules make mistakes" in page
    assert "never says that something is true" in page

"""The help page shows how sure one may be, as far as it was measured."""

from typing import Any

from rawi.archive import Archive
from rawi.serve.interface import PACKAGE, Interface
from rawi.serve.pages.about import Score
from rawi.tables import load_tsv


def test_every_score_is_shown_with_its_data_and_day(client: Any) -> None:
    page = client.get("/about", headers={"accept-language": "en"}).text
    for score in load_tsv(PACKAGE, "scores.tsv", Score):
        assert 0 < score.value <= 1
        ui = Interface("en")
        said = [ui.say(f"measured.{score.measure}"), ui.say(f"measured_on.{score.data}")]
        for shown in (str(score.value), *said, score.day):
            assert shown in page


def test_the_help_page_explains_where_doubt_belongs(client: Any) -> None:
    page = client.get("/about", headers={"accept-language": "en"}).text
    assert "The rules make mistakes" in page
    assert "never says that something is true" in page


def test_without_decisions_there_is_no_error_rate(client: Any) -> None:
    assert client.get("/about.json").json()["judged"] == []
    assert "Nobody has judged" in client.get("/about", headers={"accept-language": "en"}).text


def test_the_error_rate_of_the_archive_is_shown(archive: Archive, client: Any) -> None:
    right, wrong, *_ = archive.quotations("lang:fa").rows
    archive.correct(right.id, "verdict", "right", by="reader")
    archive.correct(wrong.id, "verdict", "wrong", by="reader")
    whole, *groups = client.get("/about.json").json()["judged"]
    assert (whole["judged"], whole["right"], whole["error_rate"]) == (2, 1, 0.5)
    assert {row["group"] for row in groups} == {"language", "outlet", "kind"}
    page = client.get("/about", headers={"accept-language": "en"}).text
    assert "People judged 2 quotations of this archive; 50.0 % of them" in page

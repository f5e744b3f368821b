"""Taking documents out, and annotating them anew: everything derived follows, what people decided stays."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rawi.archive.renewing as renewing
from rawi.archive import Archive
from rawi.archive.annotating import annotate_all
from rawi.archive.linking import decide
from rawi.archive.verifying import verify_archive
from rawi.errors import MissingError
from rawi.facts import Document, SetAside
from rawi.index.query import Query
from rawi.index.sqlite.link_decisions import list_decisions
from rawi.link.decisions import Decision

SAMPLE = Path(__file__).parents[2] / "sample"
DERIVED = {
    "documents": "SELECT id, day, day_evidence, report, story FROM documents",
    "quotations": "SELECT q.id, q.speaker, q.speaker_entity, q.addressee_entity, q.sort_day FROM quotations q",
    "reports": "SELECT * FROM reports",
    "stories": "SELECT * FROM stories",
    "entities": "SELECT id, type, names, roles FROM entities",
    "names": "SELECT * FROM entity_names",
    "keys": "SELECT * FROM key_counts WHERE fa + ar > 0",
    "postings": "SELECT count(*) FROM story_keys UNION ALL SELECT count(*) FROM fingerprints",
    "pairs": "SELECT DISTINCT a, b FROM aligned_passages",
    "takers": "SELECT * FROM transmissions",
}


def derived(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All that linking concluded, in an order of its own."""
    connection = archive.store.connection
    return {
        name: sorted(map(tuple, connection.execute(sql)), key=repr) for name, sql in DERIVED.items()
    }


def of_file(archive: Archive, name: str) -> str:
    """The id of the document of a file of the sample."""
    rows = map(archive.store.row, archive.store.document_ids())
    return next(row.id for row in rows if row.path and row.path.endswith(name))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "sample.rawi"
    with Archive.open(path, create=True) as archive:
        list(archive.add([SAMPLE], jobs=1))
    return path


@pytest.fixture
def sample(made: Path, tmp_path: Path) -> Iterator[Archive]:
    """An archive of the sample, to be changed."""
    path = tmp_path / "sample.rawi"
    shutil.copytree(made, path)
    with Archive.open(path) as archive:
        yield archive


@pytest.mark.parametrize(
    "name", ["01-football-fa.txt", "07-water-copy-fa.html", "14-court-copy-ar.txt"]
)
def test_a_removed_document_leaves_the_archive_as_if_it_had_never_been_there(
    sample: Archive, tmp_path: Path, name: str
) -> None:
    removed = sample.remove([str(SAMPLE / name)])
    assert [row.path for row in removed.documents] == [str(SAMPLE / name)]
    assert list(verify_archive(sample)) == []
    with Archive.open(tmp_path / "without.rawi", create=True) as other:
        others = [path for path in sorted(SAMPLE.iterdir()) if path.name != name]
        list(other.add(others, jobs=1))
        assert derived(sample) == derived(other)
        assert list(sample.blobs.hashes()) == list(other.blobs.hashes())


def test_removed_words_are_not_found_any_more(sample: Archive) -> None:
    document = of_file(sample, "17-mixed.txt")
    assert sample.documents("جشنوارهٔ ترجمه").total == 1
    sample.remove([document])
    assert document not in sample.store
    assert sample.documents("جشنوارهٔ ترجمه").total == 0
    assert sample.quotations("by:دبیرنیا").total == 0


def test_who_borrowed_a_day_from_a_removed_document_gives_it_back(sample: Archive) -> None:
    undated = of_file(sample, "09-earthquake-ar.txt")
    lender = sample.store.row(undated).day_evidence.removeprefix("story:")
    others = [
        m for m in sample.store.story(sample.store.row(lender).story or "").members if m != undated
    ]
    sample.remove(others)
    row = sample.store.row(undated)
    assert (row.day, row.day_evidence, row.story) == (None, "none", None)
    assert list(verify_archive(sample)) == []


def test_a_folder_is_removed_with_what_was_set_aside_of_it(sample: Archive) -> None:
    removed = sample.remove([f"{SAMPLE}/"])
    assert len(removed.documents) == 25
    assert len(removed.set_aside) == 3
    status = sample.status()
    assert (status.documents, status.quotations, status.entities, status.set_aside) == (0, 0, 0, ())
    assert list(sample.blobs.hashes()) == []
    assert list(verify_archive(sample)) == []


def test_bytes_stay_while_another_document_came_from_them(
    archive: Archive, records: Callable[[int], Path]
) -> None:
    list(archive.add([records(3)], jobs=1))
    assert archive.remove(["r1"]).files == 0
    assert len(list(archive.blobs.hashes())) == 1
    assert archive.remove(["r0", "r2"]).files == 1
    assert list(archive.blobs.hashes()) == []


def test_what_was_removed_stays_out_until_it_is_asked_for_again(sample: Archive) -> None:
    path = SAMPLE / "17-mixed.txt"
    document = of_file(sample, path.name)
    sample.remove([document])
    [gone] = sample.status().removed
    assert (gone.id, gone.path) == (document, str(path))
    bytes_kept = list(sample.blobs.hashes())
    steps = [step for step in sample.add([SAMPLE], jobs=1) if step.outcome != "known"]
    assert [(s.outcome, s.document) for s in steps if s.outcome != "set_aside"] == [
        ("removed", document)
    ]
    assert document not in sample.store
    assert list(sample.blobs.hashes()) == bytes_kept
    assert list(verify_archive(sample)) == []
    assert [s.outcome for s in sample.add([path], jobs=1, again=True)][:1] == ["added"]
    assert sample.status().removed == ()
    assert list(verify_archive(sample)) == []


def test_a_changed_file_is_another_document_than_the_one_removed(
    archive: Archive, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    for text in ("سخنگو گفت: «آب هست.»", "سخنگو گفت: «آب نیست.»"):
        path.write_text(text, "utf-8")
        [step] = [s for s in archive.add([path], jobs=1) if s.outcome != "linked"]
        assert step.outcome == "added"
        archive.remove([str(path)])
    assert len(archive.status().removed) == 2


def test_renewing_is_no_removal(sample: Archive) -> None:
    list(sample.renew([of_file(sample, "17-mixed.txt")], jobs=1))
    assert sample.status().removed == ()


def test_a_dry_run_and_an_unknown_name_change_nothing(sample: Archive) -> None:
    before = derived(sample)
    document = of_file(sample, "17-mixed.txt")
    assert [row.id for row in sample.remove([document], dry_run=True).documents] == [document]
    with pytest.raises(MissingError, match=r"nowhere\.txt is no document"):
        sample.remove([document, "nowhere.txt"])
    assert derived(sample) == before


def test_what_was_decided_about_a_removed_document_s_links_goes(sample: Archive) -> None:
    a, b = sorted((of_file(sample, "17-mixed.txt"), of_file(sample, "11-court-fa.html")))
    decide(sample.store, Decision("story", a, b, "accept"))
    sample.remove([a])
    assert list_decisions(sample.store.connection) == ()


def test_a_correction_waits_for_its_document_and_finds_it_again(sample: Archive) -> None:
    row = sample.quotations("by:دبیرنیا kind:direct").rows[0]
    correction = sample.correct(row.id, "speaker", "مینا دبیرنیا", by="me")
    sample.remove([row.document.id])
    assert [c.state for c in sample.store.corrections()] == ["waiting"]
    assert sample.quotations("by:دبیرنیا").total == 0
    list(sample.add([SAMPLE / "17-mixed.txt"], jobs=1, again=True))
    assert sample.store.quotation(row.id).speaker == "مینا دبیرنیا"
    sample.undo(correction.id, by="me")
    sample.remove([row.document.id])
    assert not [e for e in sample.store.entities() if "دبیرنیا" in str(e.names)]
    assert list(verify_archive(sample)) == []


def test_annotating_anew_with_the_same_rules_changes_nothing(sample: Archive) -> None:
    before = derived(sample)
    steps = [step.outcome for step in sample.renew(jobs=1)]
    assert (steps.count("renewed"), steps.count("linked")) == (25, 1)
    assert derived(sample) == before
    assert list(verify_archive(sample)) == []


def test_documents_are_annotated_anew_by_the_rules_of_today_and_corrections_stay(
    sample: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrected, other = sample.quotations("by:دبیرنیا").rows
    sample.correct(corrected.id, "speaker", "مینا دبیرنیا", by="me")

    def with_another_rule(documents, **options):  # type: ignore[no-untyped-def]  # as its original
        for document, shelf in filter(None, annotate_all(documents, **options)):
            assert not isinstance(shelf, SetAside)
            rows = tuple({**row, "rule": "of-today"} for row in shelf.quotations)
            yield document, shelf._replace(quotations=rows)

    monkeypatch.setattr(renewing, "annotate_all", with_another_rule)
    list(sample.renew([corrected.document.id], jobs=1))
    rows = {row.id: row for row in sample.store.quotations_of(corrected.document.id)}
    assert {row.rule for row in rows.values()} == {"of-today"}
    assert (rows[corrected.id].speaker, rows[other.id].speaker) == ("مینا دبیرنیا", other.speaker)
    assert sample.quotations('by:"مینا دبیرنیا"').total == 1
    assert (
        sample.quotations(Query(document=of_file(sample, "11-court-fa.html"))).rows[0].rule
        != "of-today"
    )
    assert list(verify_archive(sample)) == []


def test_a_document_that_cannot_be_annotated_anew_keeps_what_it_has(
    sample: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = derived(sample)

    def fail(documents, **_):  # type: ignore[no-untyped-def]  # as its original
        for document in documents:
            yield document, SetAside("path", "too_slow", "the time was used up")

    monkeypatch.setattr(renewing, "annotate_all", fail)
    assert {step.outcome for step in sample.renew(jobs=1)} == {"kept"}
    assert derived(sample) == before
    assert len(sample.status().set_aside) == 3


def test_an_outlet_read_off_the_text_is_looked_for_again(sample: Archive) -> None:
    found = sample.store.original(of_file(sample, "04-football-relay-ar.txt"))
    assert found.outlet == "موقع النورس"
    again = renewing.as_received(found)
    assert (again.outlet, again.warnings) == (None, ())
    given = Document("d", "آب هست.", outlet="روزنامهٔ نمونه")
    assert renewing.as_received(given) is given
    assert renewing.as_received(replace(found, warnings=())).outlet == "موقع النورس"


def test_a_given_day_that_is_none_is_doubted_once(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    source.write_text('{"id": 1, "text": "باغ باز شد.", "published": "1403-13-45"}\n', "utf-8")
    with Archive.open(tmp_path / "a.rawi", create=True) as archive:
        list(archive.add([source], jobs=1))
        assert archive.status().warnings == {"published_unreadable": 1}
        assert "renewed" in {step.outcome for step in archive.renew(jobs=1)}
        assert archive.status().warnings == {"published_unreadable": 1}
        [name] = archive.store.document_ids()
        assert archive.store.row(name).day is None


def test_a_day_the_text_contradicts_is_told_once(tmp_path: Path) -> None:
    source = tmp_path / "a.jsonl"
    dated = "ساحل - چهارشنبه ۱۵ فروردین ۱۳۹۷ - باغ باز شد."
    rows = [
        {"id": 1, "text": dated, "published": "2099-01-01"},
        {"id": 2, "text": dated + " هوا خوب بود.", "published": "2018-04-05"},
    ]
    source.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    with Archive.open(tmp_path / "a.rawi", create=True) as archive:
        list(archive.add([source], jobs=1))
        assert archive.status().warnings == {"day_contradicted": 1}
        list(archive.renew(jobs=1))
        assert archive.status().warnings == {"day_contradicted": 1}
        [warning] = [
            warning
            for name in archive.store.document_ids()
            for warning in archive.store.original(name).warnings
        ]
        assert warning.detail == "2099-01-01 by its published, 2018-04-04 by its dateline"
        assert warning.extent
        assert dated[slice(*warning.extent)] == "چهارشنبه ۱۵ فروردین ۱۳۹۷"

"""The interface is complete in three languages, and says nothing nobody asks for."""

import re
from pathlib import Path
from string import Formatter

import pytest

import rawi.serve
from rawi.repair.rules import RULES
from rawi.serve.days import describe_check
from rawi.serve.interface import UI_LANGUAGES, Interface, find_plural, load_messages, load_plurals

ROOM = Path(rawi.serve.__file__).parent
SOURCES = [*ROOM.rglob("*.html"), *ROOM.rglob("*.py")]
# Keys made of a group and a code of the facts: `kind.direct`. All codes of the group are translated.
GROUPS = {
    "advice", "calendar", "certainty", "cue", "difference", "evidence", "field", "figure", "help", "how", "keys", "kind",
    "language", "layers", "measured", "measured_on", "nav", "order", "person", "query", "reason", "refusal", "relation", "rule", "said_again", "sort", "stage", "type",
    "verdict", "warning",
}  # fmt: skip


LETTERS = (
    "help.folding",
    "rule.ar.alef-maksura",
    "rule.ar.teh-marbuta",
    "rule.ar.yeh",
)  # name letters


def used_keys() -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in SOURCES)
    return set(re.findall(r"""\b(?:t|say|explain)\((?:\d+, )?['"]([a-z_]+\.[a-z_]+)['"]""", text))


def test_every_message_that_is_said_is_there() -> None:
    assert used_keys() <= load_messages().keys()


def test_every_message_is_said_somewhere() -> None:
    told = used_keys()
    assert not [k for k in load_messages() if k not in told and k.split(".")[0] not in GROUPS]


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_no_message_is_missing_or_left_in_another_language(language: str) -> None:
    script = re.compile("[ء-ی]")
    for key, row in load_messages().items():
        said: str = getattr(row, language)
        assert said, key
        if key != "search.placeholder" and "{" not in said:
            assert bool(script.search(said)) == (language != "en") or key in LETTERS, key


def test_translations_fill_in_the_same_values() -> None:
    for key, row in load_messages().items():
        values = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in row[1:]]
        assert values[0] == values[1] == values[2], key


def test_counted_words_have_every_form_of_their_language() -> None:
    plurals = load_plurals()
    assert {language for _, language in plurals} == set(UI_LANGUAGES)
    for (key, language), row in plurals.items():
        for number in (0, 1, 2, 5, 11, 100):
            form: str = getattr(row, find_plural(language, number))
            assert form or row.other, (key, language, number)


def test_messages_are_fit_for_attributes() -> None:
    for language in UI_LANGUAGES:
        for key in load_messages():
            said = Interface(language).say(
                key, name="x", value="x", first="x", last="x", start="1", end="2", page="1",
                pages="2", language="x", judged="x", percent="1", field="x", mark="x", closer="x",
                fields="x", allowed="x", examples="x",
            )  # fmt: skip
            assert '"' not in said, key
            assert "<" not in said, key


def test_every_reason_and_every_rule_of_repair_has_words() -> None:
    table = (
        (ROOM.parents[2] / "docs/1-read.md")
        .read_text("utf-8")
        .split("| reason |")[1]
        .split("\n\n")[0]
    )
    reasons = set(re.findall(r"`([a-z_]+)`", table)) | {"fault", "too_slow", "unstorable"}
    rules = {name for rule in RULES for name in (rule.name, *rule.edit_names)} | {"letters"}
    ui = Interface("en")
    assert [code for code in reasons if not ui.knows(f"reason.{code}")] == []
    assert [code for code in rules if not ui.knows(f"rule.{code}")] == []


def test_a_cross_check_is_said_in_words() -> None:
    ui = Interface("fa")
    assert str(describe_check(ui, "conflict:weekday")) == "با روز هفته نمی\u200cخواند"
    assert "میلادی" in describe_check(ui, "agree:gregorian")
    assert "+1" in describe_check(ui, "conflict:gregorian:+1")
    assert describe_check(ui, "agree:weekday:hijri-iran") == describe_check(ui, "agree:weekday")
    assert describe_check(ui, "<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'

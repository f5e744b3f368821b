"""Every verb and every option is named in docs/command-line.md, and nothing there is made up."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from rawi.cli import VERBS, main
from rawi.index.query import parse_query

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "command-line.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"(?ms)^### `rawi (\w+)`\n(.*?)(?=^#|\Z)", PAGE))
EVERYWHERE = {"--help", "--version", "--json"}


def options_of(verb: str) -> set[str]:
    command = main.get_command(click.Context(main), verb)
    assert command is not None
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in (*parameter.opts, *parameter.secondary_opts)
    }


def test_every_verb_has_a_section() -> None:
    assert set(SECTIONS) == set(VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_every_option_is_explained(verb: str) -> None:
    explained = set(re.findall(r"(?<![\w-])(--?[a-zA-Z][\w-]*)", SECTIONS[verb]))
    assert options_of(verb) <= explained


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_no_option_is_made_up(verb: str) -> None:
    listed = re.findall(r"(?m)^- (.*?):", SECTIONS[verb])
    named = {name for line in listed for name in re.findall(r"`(--?[\w-]+)", line)}
    assert named <= options_of(verb) | EVERYWHERE


def test_help_lists_every_verb_without_importing_one() -> None:
    script = (
        "import sys; from rawi.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = [m for m in sys.modules if m.startswith(('rawi.read', 'rawi.quote', 'sqlite3', 'lxml'))]\n"
        "sys.exit(f'imported: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert all(verb in done.stdout for verb in VERBS)


@pytest.mark.parametrize("page", ["fa.md", "ar.md", "8-index.md"])
def test_fields_of_queries_in_the_guides_are_understood(page: str) -> None:
    rows = re.findall(r"^\|(.*)\|", (DOCS / page).read_text("utf-8"), re.MULTILINE)
    typed = [part for row in rows for part in re.findall(r"`([^`\s/.*]+:[^`]+)`", row)]
    assert len(typed) >= 10
    for query in map(parse_query, typed):
        assert not query.words, "a field that is none is read as a word"

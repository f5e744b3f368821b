"""The style sheet knows no left and right, and every file a page names is in the package."""

import re
from pathlib import Path

import rawi.serve

STATIC = Path(rawi.serve.__file__).parent / "static"
TEMPLATES = Path(rawi.serve.__file__).parent / "templates"


def test_directions_are_logical_only() -> None:
    css = re.sub(r"/\*.*?\*/", "", (STATIC / "rawi.css").read_text("utf-8"), flags=re.DOTALL)
    physical = r"[-:\s](?:left|right)\b|\bfloat\b|(?:^|[{;]\s*)(?:top|bottom)\s*:|(?:margin|padding)-(?:top|bottom)"
    assert not re.findall(physical, css)
    assert not re.findall(r"\b(?:italic|letter-spacing|justify(?=\s*[;}])|uppercase)\b", css)


def test_the_style_sheet_loads_only_files_that_are_there() -> None:
    css = (STATIC / "rawi.css").read_text("utf-8")
    files = re.findall(r"url\(([^)]+)\)", css)
    assert files
    assert all((STATIC / name).is_file() for name in files)


def test_templates_name_only_files_that_are_there() -> None:
    for template in TEMPLATES.glob("*.html"):
        for name in re.findall(r'"/static/([^"]+)"', template.read_text("utf-8")):
            assert (STATIC / name).is_file(), (template.name, name)


def test_templates_switch_no_escaping_off() -> None:
    for template in TEMPLATES.glob("*.html"):
        assert not re.search(r"\|\s*safe\b|autoescape", template.read_text("utf-8")), template.name


def test_no_isolate_hides_its_words_from_an_automatic_direction() -> None:
    # `dir=auto` looks at no text inside `<bdi>`: an element that holds only that would run from the left.
    for template in TEMPLATES.glob("*.html"):
        assert not re.search(r'dir="auto"[^>]*>\s*\{\{[^}]*\| show', template.read_text("utf-8")), (
            template.name
        )

"""The style sheet knows no left and right, and every file a page names is in the package."""

import re
from pathlib import Path

import pytest

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


def read_colours(css: str) -> list[dict[str, str]]:
    """The colours of the light and of the dark scheme."""
    light, dark = re.findall(r":root \{(.*?)\n\s*\}", css, re.DOTALL)[:2]
    first = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light))
    return [first, first | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark))]


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("paper", "sheet")),
        *(("ink", mark) for mark in ("quotation", "date", "passage", "hit", "removed", "added", "differs")),
        *(("ink", mark) for mark in ("sentence", "sentence-even", "line", "accent-soft")),
        ("accent", "accent-soft"), ("on-accent", "accent"), ("warn", "sheet"), ("warn", "warn-soft"),
        ("muted", "accent-soft"), ("muted", "line"),
    ],
)  # fmt: skip
def test_words_stand_out_from_their_ground(scheme: int, ink: str, ground: str) -> None:
    colours = read_colours((STATIC / "rawi.css").read_text("utf-8"))[scheme]
    dark, light = sorted(luminance(colours[name]) for name in (ink, ground))
    assert (light + 0.05) / (dark + 0.05) >= 4.5

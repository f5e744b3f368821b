"""Build `places.tsv` of each language from CLDR as babel carries it: territories and exemplar cities.

Run it after babel was renewed: `python tools/build_places.py`. The names are Unicode data (licence Unicode-3.0);
names that are common words of the language too are left out, by the list below.
"""

from pathlib import Path

from babel import Locale
from babel import __version__ as babel_version

LANG = Path(__file__).resolve().parents[1] / "src" / "rawi" / "lang"

# Place names that in running text are nearly always something else.
COMMON = {"fa": {"باکو ", "نیو", "جهان", "مالت ", "کاستریز "}, "ar": {"العالم", "قطر ", "تشاد "}}


def build(language: str) -> str:
    """Make the table of one language: code, name; sorted, each name once."""
    locale = Locale(language)
    rows: dict[str, str] = {}
    for code, name in sorted(locale.territories.items()):
        if len(code) == 2 or code.isdigit():
            rows.setdefault(str(name).strip(), code)
    for zone, fields in sorted(locale.time_zones.items()):
        city = fields.get("city")
        if city:
            rows.setdefault(str(city).strip(), zone)
    kept = sorted(
        (code, name)
        for name, code in rows.items()
        if name not in COMMON[language]
        and not any(sign in name for sign in "()،,؛")
        and len(name) > 2
    )
    head = (
        f"# Countries and cities in {language}: CLDR territories and exemplar cities, from babel {babel_version}.\n"
        "# Made by tools/build_places.py; licence Unicode-3.0.\ncode\tname\n"
    )
    return head + "".join(f"{code}\t{name}\n" for code, name in kept)


if __name__ == "__main__":
    for language in ("fa", "ar"):
        (LANG / language / "places.tsv").write_text(build(language), "utf-8")

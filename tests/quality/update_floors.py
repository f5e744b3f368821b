"""Write the scores reached today as the floors of tomorrow: `python tests/quality/update_floors.py [MEASURE…]`.

A floor is only raised. One that would go down is refused unless `--allow-regression` says so, and the
commit that does it says why. Which figures are kept is what stands in floors.toml: add a name there first.
"""

import argparse
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.quality.measures import MEASURES, figures, gold_hash

PATH = Path(__file__).parent / "floors.toml"


def update(measures: list[str], allow_regression: bool) -> list[str]:
    """Refresh the floors of some measures; return the figures that fell and were not allowed to."""
    floors = tomllib.loads(PATH.read_text("utf-8"))
    fallen: list[str] = []
    for measure in measures:
        found, floor = figures(measure), floors[measure]
        floor["gold_sha256"] = gold_hash(measure)
        for side, worse in (("at_least", float.__lt__), ("at_most", float.__gt__)):
            for name, old in floor[side].items():
                if worse(found[name], float(old)) and not allow_regression:
                    fallen.append(f"{measure}: {name}: {old} before, {found[name]} now")
                else:
                    floor[side][name] = found[name]
    PATH.write_text("\n".join(render(floors)) + "\n", "utf-8")
    return fallen


def render(floors: dict[str, dict[str, dict[str, float] | str]]) -> list[str]:
    """The floors as TOML."""
    lines = [
        "# Scores reached on the development gold, kept by test_floors.py; made by update_floors.py."
    ]
    for measure, floor in floors.items():
        lines += ["", f"[{measure}]", f'gold_sha256 = "{floor["gold_sha256"]}"']
        for side in ("at_least", "at_most"):
            values = floor[side]
            assert isinstance(values, dict)
            lines += [f"[{measure}.{side}]", *(f'"{k}" = {v}' for k, v in values.items())]
    return lines


def main() -> int:
    """Refresh the floors named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument("--allow-regression", action="store_true", help="lower floors, too")
    options = parser.parse_args()
    if unknown := set(options.measures) - set(MEASURES):
        parser.error(f"no such measure: {min(unknown)}; there are {', '.join(MEASURES)}")
    lost = update(options.measures or list(MEASURES), options.allow_regression)
    sys.stderr.write("".join(f"{line}\n" for line in lost))
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())

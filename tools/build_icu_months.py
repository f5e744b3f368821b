"""Write where ICU begins the months of its Persian and Umm al-Qura calendars: tests/calendars/icu_months.tsv.

PyICU is built from source and needs the C library, so it is no dependency of the tests; what it says is kept as
a table and compared on every machine. To renew it: `pip install --group icu`, then `python tools/build_icu_months.py`.
"""

from datetime import date, timedelta
from pathlib import Path

import icu

TABLE = Path(__file__).resolve().parents[1] / "tests" / "calendars" / "icu_months.tsv"
# name in rawi: name in ICU, years
CALENDARS = {
    "jalali": ("persian", range(1200, 1500)),
    # Before 1423 ICU has what was computed later, the published calendar what was in force.
    "hijri": ("islamic-umalqura", range(1423, 1447)),
}
EPOCH = date(1970, 1, 1)


def month_starts(name: str, year: int) -> list[str]:
    """The ISO days on which the twelve months of a year begin."""
    calendar = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale(f"@calendar={name}"))
    starts = []
    for month in range(12):
        calendar.clear()
        calendar.set(year, month, 1)
        starts.append(str(EPOCH + timedelta(days=calendar.getTime() // 86400)))
    return starts


def main() -> None:
    """Write the table."""
    lines = [f"# Where months begin, by ICU {icu.ICU_VERSION}; made by tools/build_icu_months.py."]
    lines.append("calendar\tyear\tmonths")
    for name, (icu_name, years) in CALENDARS.items():
        lines += [f"{name}\t{year}\t{' '.join(month_starts(icu_name, year))}" for year in years]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

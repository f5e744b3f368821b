"""`rawi date`: a date, or the dates of a short text, in three calendars, with how sure they are."""

import datetime
import sys

import click

from rawi.calendars import render_day
from rawi.cli.records import Record, print_record
from rawi.date import (
    find_dates,
    guess_language,
    name_day,
    name_weekday,
    names_calendar,
    parse_day_range,
    read_day,
)
from rawi.facts import Anchor, Sentence, Timex
from rawi.text import Span, Text


@click.command()
@click.argument("text")
@click.option("--near", metavar="DAY", help="Count relative dates from this day, in any calendar.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def date(text: str, near: str | None, as_json: bool) -> None:
    """Read a date and show it in three calendars.

    Example: rawi date 'سه شنبه ۱۴ فروردین ۱۳۹۷'
    """
    anchor = Anchor(None, "none")
    if near is not None:
        day = read_day(near) or _first_day(near)
        if day is None:
            raise click.BadParameter(f"{near!r} is no day; try 2018-04-04", param_hint="--near")
        anchor = Anchor(day, "published")
    records = _find_records(text, anchor)
    if as_json:
        print_record({"text": text, "dates": records})
    else:
        click.echo("\n\n".join(map(_describe, records)) or f"no date found in {text!r}")
    sys.exit(0 if any(record["earliest"] for record in records) else 1)


def _find_records(text: str, anchor: Anchor) -> list[Record]:
    """The dates of a text; a bare date in digits is read as a query's would be."""
    sentence = Sentence(Span(0, len(text)), guess_language(text))
    found = () if names_calendar(text) else find_dates(Text.untouched(text), (sentence,), anchor)
    if not found:
        days = parse_day_range(text)
        return [_record(text.strip(), *days)] if days else []
    return [_record_timex(text, timex) for timex in found]


def _record_timex(text: str, timex: Timex) -> Record:
    """What is known of a time expression."""
    return {
        **_record(text[slice(*timex.span)], timex.earliest, timex.latest),
        "value": timex.value,
        "calendar": timex.calendar,
        "native": timex.native,
        "kind": timex.kind,
        "certainty": timex.certainty,
        "checks": list(timex.checks),
        "alternatives": list(timex.alternatives),
        "reason": timex.reason,
        "rule": timex.rule,
    }


def _record(expression: str, earliest: str | None, latest: str | None) -> Record:
    """The days of an expression in every calendar."""
    record: Record = {"expression": expression, "earliest": earliest, "latest": latest}
    for key, iso in (("first", earliest), ("last", latest)):
        if iso and not iso.startswith("-"):
            shown = render_day(datetime.date.fromisoformat(iso))
            record[key] = {
                "gregorian": shown.gregorian,
                "jalali": shown.jalali,
                "hijri": shown.hijri,
                "hijri_iran": shown.hijri_iran,
            }
    return record


def _describe(record: Record) -> str:
    """A record for people."""
    lines = [record["expression"]]
    if record["earliest"] is None:
        value = record.get("value")
        why = f"counted from an unknown day ({value}); give --near DAY" if value else ""
        return f"{lines[0]}\n  not resolved: {why or record.get('reason')}"
    for key, title in (("first", "from"), ("last", "to")):
        if key == "last" and record["latest"] == record["earliest"]:
            continue
        label = "" if record["latest"] == record["earliest"] else f"{title} "
        lines += [f"  {label}{line}" for line in _describe_day(record.get(key), record["earliest"])]
    lines.append(f"  certainty {record.get('certainty', 'high')}")
    for title in ("checks", "alternatives"):
        if record.get(title):
            lines.append(f"  {title} {', '.join(record[title])}")
    return "\n".join(lines)


def _describe_day(shown: dict[str, str] | None, iso: str) -> list[str]:
    """One day in three calendars, a line each; a year before Christ has only its number."""
    if shown is None:
        return [f"year {iso} (astronomical)"]
    day = datetime.date.fromisoformat(shown["gregorian"])
    lines = [f"Gregorian {shown['gregorian']}  {day:%A}"]
    if shown["jalali"]:
        lines.append(
            f"Jalali    {shown['jalali']}  {name_weekday(day, 'fa')} {name_day(day, 'jalali', 'fa')}"
        )
    if shown["hijri"]:
        lines.append(
            f"Hijri     {shown['hijri']}  {name_day(day, 'hijri', 'ar')} (Umm al-Qura); "
            f"{shown['hijri_iran']} (Iran)"
        )
    return lines


def _first_day(text: str) -> datetime.date | None:
    """The day of a typed date."""
    days = parse_day_range(text)
    return datetime.date.fromisoformat(days[0]) if days else None

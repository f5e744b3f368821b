"""`rawi date`: a date, or the dates of a short text, in three calendars, with how sure they are."""

import datetime
import sys

import click

from rawi.calendars import CALENDARS, render_day
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
from rawi.lang import LANGUAGES
from rawi.serve.interface import load_messages
from rawi.text import Span, Text

_HINT = "write a date as 2018-04-04, 1397/01/15, ۱۷ رجب ۱۴۳۹ or 4 نيسان 2018"
_KEYS = (
    "value",
    "calendar",
    "native",
    "kind",
    "certainty",
    "checks",
    "alternatives",
    "reason",
    "rule",
)


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
            raise click.BadParameter(f"{near!r} is no day; {_HINT}", param_hint="--near")
        anchor = Anchor(day, "published")
    records = _find_records(text, anchor)
    if as_json:
        print_record({"text": text, "dates": records})
    else:
        click.echo("\n\n".join(map(_describe, records)) or f"no date found in {text!r}; {_HINT}")
    sys.exit(0 if any(record["earliest"] for record in records) else 1)


def _find_records(text: str, anchor: Anchor) -> list[Record]:
    """The dates of a text; a bare date in digits is read as a query's would be."""
    found = () if names_calendar(text) else _find_in_best_language(text, anchor)
    if not found:
        days = parse_day_range(text)
        return [_record_typed(text.strip(), *days)] if days else []
    return [_record_timex(text, timex) for timex in found]


def _find_in_best_language(text: str, anchor: Anchor) -> tuple[Timex, ...]:
    """The dates of a text, in the language that finds more of it: `عام 512 ق.م` has no letter that tells."""
    guess = guess_language(text)
    whole = Span(0, len(text))
    readings = (
        find_dates(Text.untouched(text), (Sentence(whole, language),), anchor)
        for language in sorted(LANGUAGES, key=lambda code: code != guess)
    )
    return max(readings, key=lambda found: sum(t.span.end - t.span.start for t in found if t.value))


def _record_typed(text: str, first: str, last: str) -> Record:
    """What is known of a date typed as in a query, with the same keys as one found in a text."""
    known = _record(text, first, last)
    return {**known, **dict.fromkeys(_KEYS), "certainty": "high", "checks": [], "alternatives": []}


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
        return f"{lines[0]}\n  not resolved: {why or _say_reason(record['reason'])}"
    for key, title in (("first", "from"), ("last", "to")):
        if key == "last" and record["latest"] == record["earliest"]:
            continue
        label = "" if record["latest"] == record["earliest"] else f"{title} "
        lines += [f"  {label}{line}" for line in _describe_day(record.get(key), record["earliest"])]
    lines.append(f"  certainty {record.get('certainty', 'high')}")
    lines += [f"  check {_say_check(check)}" for check in record["checks"]]
    if record["alternatives"]:
        lines.append(f"  it could be {' or '.join(record['alternatives'])}")
    return "\n".join(lines)


def _say_reason(reason: str) -> str:
    """Why a date was refused, in words, with the code programs get."""
    message = load_messages().get(f"refusal.{reason}")
    return f"{message.en} ({reason})" if message else reason


def _say_check(check: str) -> str:
    """The verdict of a cross-check in words, with the code programs get.

    >>> _say_check("conflict:gregorian:-1")
    'conflict: 1 day before the Gregorian date beside it (conflict:gregorian:-1)'
    >>> _say_check("agree:weekday")
    'agree: the weekday (agree:weekday)'
    """
    verdict, what, *apart = check.split(":")
    if what == "weekday":
        told = "the weekday"
    elif what in CALENDARS:
        days = int(apart[0]) if apart else 0
        count = f"{abs(days)} day{'s' * (abs(days) != 1)} {'before' if days < 0 else 'after'} "
        told = f"{count * bool(days)}the {what.capitalize()} date beside it"
    else:
        told = " ".join((what, *apart))
    return f"{verdict}: {told} ({check})"


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

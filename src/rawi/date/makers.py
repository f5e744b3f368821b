"""Which reading each rule of the grammar gives: the `make` of a rule, looked up."""

from collections.abc import Callable, Mapping

from rawi.date import days, relative, runs, years
from rawi.date.readings import Parts, Reading

Maker = Callable[[Parts], Reading | None]


def read_match(parts: Parts) -> Reading | None:
    """Read a match; None if it is no date after all.

    A reading with a `reason` and no value is a date a careful reader refuses.
    """
    return MAKERS[parts.match.make](parts)


MAKERS: Mapping[str, Maker] = {
    "ago": relative.read_ago,
    "anaphor": relative.read_anaphor,
    "bare_year": years.read_bare_year,
    "bce": years.read_bce,
    "before_christ": relative.read_before_christ,
    "beside": relative.read_beside,
    "century": years.read_century,
    "century_relative": years.read_century_relative,
    "date_range": runs.read_date_range,
    "day": days.read_day,
    "day_of_month": days.read_day_of_month,
    "day_slash": days.read_day_slash,
    "day_of_holiday": days.read_day_of_holiday,
    "days_of_month": runs.read_days_of_month,
    "day_of_told_month": days.read_day_of_told_month,
    "day_range": runs.read_day_range,
    "decade": years.read_decade,
    "decade_of_century": years.read_decade_of_century,
    "deictic": relative.read_deictic,
    "first_day": days.read_first_day,
    "edge_of_year": years.read_bare_year,
    "holiday": days.read_holiday,
    "last_day": days.read_last_day,
    "impossible": days.read_impossible,
    "later": relative.read_later,
    "old_lunar": days.read_old_lunar,
    "millennium": years.read_millennium,
    "month": days.read_month,
    "month_range": runs.read_month_range,
    "new_year": relative.read_new_year,
    "nothing": relative.read_nothing,
    "numeric": days.read_digits,
    "numeric_range": runs.read_numeric_range,
    "other_calendar": relative.read_other_calendar,
    "part_of_year": years.read_part_of_year,
    "part_of_told_year": years.read_part_of_told_year,
    "refuse": relative.read_refused,
    "short_year": years.read_short_year,
    "underspecified": years.read_underspecified,
    "season": years.read_season,
    "ten_days": days.read_ten_days,
    "unit": relative.read_unit,
    "week_of_month": days.read_week_of_month,
    "weekday": relative.read_weekday,
    "weekday_to_day": runs.read_weekday_to_day,
    "weekday_range": relative.read_weekday_range,
    "year": years.read_year,
    "year_range": years.read_year_range,
}

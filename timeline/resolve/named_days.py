"""The days that have a fixed rule: New Year's Eve, Easter, the fourth Thursday of November."""

from functools import cache
from pathlib import Path
from typing import Any

from timeline.dates import Day, month_length

EASTER_YEARS = range(1583, 4100)  # what dateutil.easter can tell of the Western (Gregorian) Easter


@cache
def _rules() -> dict[str, dict[str, int]]:
    import tomli  # noqa: PLC0415  only where such a day is named

    rules: dict[str, dict[str, int]] = tomli.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return rules


def named_day(name: str, year: int) -> Day | None:
    """The day of that name in a year; None where the rule does not reach that year. KeyError: no such name."""
    rule: Any = _rules()[name]
    if "easter" in rule:
        return _easter(year) + rule["easter"] if year in EASTER_YEARS else None
    if "day" in rule:
        return Day.of(year, rule["month"], rule["day"])
    first, last = Day.of(year, rule["month"]), Day.of(year, rule["month"], month_length(year, rule["month"]))
    found = nth_weekday(first, last, rule["weekday"], rule["nth"])
    return found and found + rule.get("after", 0)


def _easter(year: int) -> Day:
    from dateutil.easter import easter  # type: ignore[import-untyped]  # noqa: PLC0415  only where Easter is named

    return Day(easter(year).toordinal())


def nth_weekday(first: Day, last: Day, weekday: int, number: int) -> Day | None:
    """The nth such weekday from `first` to `last` (0 is Monday), counted from the end where negative.

    None where there is none.
    """
    if number > 0:
        day = first + (weekday - first.weekday) % 7 + 7 * (number - 1)
    else:
        day = last - (last.weekday - weekday) % 7 + 7 * (number + 1)
    return day if first <= day <= last else None

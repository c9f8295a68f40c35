"""Lunar dates: Hanoi and Seoul differ from each other and from Beijing; a day that no calendar has is refused."""

import pytest

from timeline.dates import Grain, edtf
from timeline.expressions import types as t
from timeline.expressions.builders import BY_NAME
from timeline.resolve import Context, NoAnchorError, UnresolvedError, resolve
from timeline.resolve.trail import Trail
from timeline.resolve.worded import RULES

MONDAY = "2024-03-25"


def dated(expression: t.Expression, anchor: str | None = MONDAY) -> str:
    context = Context(anchor=edtf.parse(anchor) if anchor else None)
    return Trail("it", context, RULES).resolve(expression).edtf


def year(number: int) -> t.Date:
    return t.Date(year=number)


@pytest.mark.parametrize(
    "number, hanoi, seoul",
    [
        (1968, "1968-01-29", "1968-01-30"),
        (1985, "1985-01-21", "1985-02-20"),
        (2007, "2007-02-17", "2007-02-18"),
        (2024, "2024-02-10", "2024-02-10"),
        (2028, "2028-01-26", "2028-01-27"),
        (2030, "2030-02-02", "2030-02-03"),
        (1789, "1789-01-26", "1789-01-26"),
    ],
)
def test_new_year(number: int, hanoi: str, seoul: str) -> None:
    assert dated(t.Lunar(1, 1, year(number))) == hanoi
    assert dated(t.Lunar(1, 1, year(number), calendar="ko")) == seoul


@pytest.mark.parametrize(
    "expression, anchor, wanted",
    [
        (t.Lunar(8, 15, year(2024)), None, "2024-09-17"),
        (t.Lunar(8, 15, calendar="ko"), MONDAY, "2024-09-17"),
        (t.Lunar(1, 1), "2024-12-30", "2025-01-29"),
        (t.Lunar(12, 23), "2025-01-10", "2025-01-22"),  # of the lunar year 2024
        (t.Lunar(7, None, year(2024)), None, "2024-08-04/2024-09-02"),
        (t.Lunar(2, 15, year(2023), leap=True), None, "2023-04-05"),
        (t.Lunar(2, None, year(2023), leap=True, calendar="ko"), None, "2023-03-22/2023-04-19"),
        (t.Lunar(1, 1, cycle=44), MONDAY, "1968-01-29"),  # Mậu Thân
        (t.Lunar(1, 1, cycle=41), MONDAY, "2025-01-29"),  # Ất Tỵ, spoken of before it begins
        (t.Lunar(None, cycle=40), MONDAY, "2024-02-10/2025-01-28"),  # Giáp Thìn
        (t.Span(t.Lunar(12, 23), t.Lunar(1, 7)), MONDAY, "2024-02-02/2024-02-16"),
    ],
)
def test_lunar(expression: t.Expression, anchor: str | None, wanted: str) -> None:
    assert dated(expression, anchor) == wanted


@pytest.mark.parametrize(
    "expression",
    [
        t.Lunar(1, 30, year(2024)),  # the month has 29 days
        t.Lunar(3, 1, year(2023), leap=True),  # it is the 2nd month that comes twice
        t.Lunar(3, None, year(2023), leap=True),
        t.Lunar(None, None, year(2199)),
        t.Lunar(1, 1, t.Open("until", year(2020))),
    ],
)
def test_refused(expression: t.Expression) -> None:
    with pytest.raises(UnresolvedError):
        dated(expression)


@pytest.mark.parametrize(
    "expression, wanted",
    [
        (t.Lunar(7, 17, year(1392), calendar="ko"), "1392"),
        (t.Lunar(10, None, year(1428)), "1428"),
        (t.Lunar(12, 23, year(1392), calendar="ko"), "1392~"),  # or early in 1393
        (t.Lunar(None, None, year(1428)), "1428~"),
        (t.Lunar(1, 1, year(2060), calendar="ko"), "2060"),
    ],
)
def test_a_year_without_a_calendar_is_no_more_than_the_year(expression: t.Expression, wanted: str) -> None:
    assert dated(expression) == wanted


def test_a_lunar_day_of_old_is_one_mention_with_its_year() -> None:
    resolution = resolve("1392년 음력 7월 17일", Context(anchor=edtf.parse(MONDAY), language="ko"))
    assert resolution.interval.edtf == "1392"
    assert resolution.steps == (
        "no Korean calendar of 1392 is known here, so that 17th day of the 7th lunar month is no more than 1392",
    )


def test_needs_an_anchor() -> None:
    for expression in (t.Lunar(8, 15), t.Lunar(8, 15, cycle=3)):
        with pytest.raises(NoAnchorError):
            dated(expression, None)


def test_steps_name_the_calendar() -> None:
    resolution = resolve("Tết Nguyên đán 1968", Context(language="vi"))
    assert resolution.steps == (
        "1st day of the 1st lunar month of 1968, as the Vietnamese calendar has it: Monday 29 January 1968",
    )


@pytest.mark.parametrize(("stem", "branch", "wanted"), [(0, 0, 0), (0, 4, 40), (4, 8, 44), (9, 11, 59), (0, 1, None)])
def test_of_sixty(stem: int, branch: int, wanted: int | None) -> None:
    assert BY_NAME["of_sixty"](stem, branch) == wanted


@pytest.mark.parametrize(
    "solar, lunar, wanted",
    [
        (t.Date(None, 2, 8), t.Lunar(1, 8, cycle=38), "2022-02-08"),
        (t.Date(None, 1, 3), t.Lunar(12, 1, cycle=38), "2023-01-03"),  # the lunar year ends in the next
        (t.Date(None, 9, 29), t.Lunar(8, 15, t.Shift(t.Duration(((1, Grain.YEAR),)), -1, whole=True)), "2023-09-29"),
    ],
)
def test_the_lunar_date_tells_the_year_of_the_solar_one(solar: t.Date, lunar: t.Lunar, wanted: str) -> None:
    assert dated(t.Doubled(solar, lunar)) == wanted


def test_a_solar_day_that_does_not_exist_beside_a_lunar_one_is_refused() -> None:
    with pytest.raises(UnresolvedError, match="no such day is near its lunar date"):
        dated(t.Doubled(t.Date(None, 2, 30), t.Lunar(1, 8, cycle=38)))


@pytest.mark.parametrize(
    "solar, lunar, wanted",
    [
        (t.Date(None, 6, 11), t.Lunar(5, 5, year(1948)), t.Date(1948, 6, 11)),
        (t.Date(None, 1, 6), t.Lunar(12, 15, year(1946)), t.Date(1947, 1, 6)),
        (t.Numeric(6, 1), t.Lunar(12, 15, year(1946)), t.Date(1947, 1, 6)),
        (t.Date(1950, 6, 11), t.Lunar(5, 5, year(1948)), t.Date(1950, 6, 11)),
        (t.Date(None, 6, 11), t.Lunar(5, 5), t.Date(None, 6, 11)),
        (t.Weekday(3), t.Lunar(5, 5, year(1948)), t.Weekday(3)),
        (t.Date(None, 6, 11), t.Lunar(None, cycle=38), t.Date(None, 6, 11)),
    ],
)
def test_a_day_of_both_calendars(solar: t.Expression, lunar: t.Lunar, wanted: t.Expression) -> None:
    assert BY_NAME["both_said"](lunar, solar) == wanted

import pytest

from timeline.dates import Grain, edtf


@pytest.mark.parametrize(
    ("text", "days", "dated"),
    [
        ("1954-07", 31, True),
        ("1954-07-21", 1, True),
        ("1941/1945", 1826, True),
        ("1941/..", None, True),
        ("[..1941]", None, True),
        ("XXXX-07-21", None, False),
        ("[XXXX-07,XXXX-08]", None, False),
    ],
)
def test_days_and_dated(text, days, dated):
    x = edtf.parse(text)
    assert (x.days, x.dated) == (days, dated)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ("1954", "1954-07", True, True),
        ("1954-07", "1954", True, False),
        ("1954", "1954", True, True),
        ("1954", "1955", False, False),
        ("1955", "1954", False, False),
        ("1941/1945", "1945-12-31/1946", True, False),
        ("1941/1945", "1940/1941-01-01", True, False),
        ("1941/..", "1954", True, True),
        ("1941/..", "1940", False, False),
        ("1941/..", "../1940", False, False),
        ("1941/..", "../1941", True, False),
        ("../1941", "../1940", True, True),
        ("../1940", "../1941", True, False),
        ("1941/..", "1950/..", True, True),
        ("1941/1945", "1942/..", True, False),
        ("1941/1945", "../1942", True, False),
        ("XXXX-07", "1954", True, True),
    ],
)
def test_overlaps_and_contains(one, other, overlaps, contains):
    a, b = edtf.parse(one), edtf.parse(other)
    assert (a.overlaps(b), b.overlaps(a), a.contains(b)) == (overlaps, overlaps, contains)


def test_grains_are_ranked_from_the_day_up():
    ranks = [grain.rank for grain in Grain]
    assert ranks == sorted(set(ranks))
    assert [Grain.DAY.rank < Grain.WEEK.rank, Grain.SEASON.rank < Grain.YEAR.rank] == [True, True]
    assert [grain.value for grain in Grain] == (
        ["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century", "millennium"]
    )

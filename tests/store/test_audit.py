from pathlib import Path

import pytest

from timeline.audit import look_over
from timeline.store import read


def found(folder: Path, *events: str) -> list[tuple[str, str]]:
    (folder / "a.toml").write_text("".join(f"[[event]]\n{event}\n" for event in events), encoding="utf-8")
    return [(finding.code, str(finding.where[1])) for finding in look_over(read(folder / "a.toml").dated)]


def member(number: int, when: str, more: str = "") -> str:
    return f'id = "c{number}{when}"\ntitle = "C"\nseries = "c"\nnumber = {number}\nwhen = "{when}"\n{more}'


@pytest.mark.parametrize(
    "events, expected",
    [
        ([member(7, "2016"), member(8, "2021")], []),
        ([member(8, "2021"), member(7, "2016")], []),
        ([member(1, "1950"), member(4, "1974")], [("series-gap", "c41974")]),
        ([member(1, "1950"), member(1, "1951")], [("series-double", "c11951")]),
        ([member(1, "1950"), member(1, "1951", 'status = "cancelled"')], []),
        ([member(1, "1956"), member(2, "1950")], [("series-order", "c21950")]),
        ([member(1, "1956"), member(2, "1956-05")], []),
        # A cancelled one takes its number: there is no gap where it would have been.
        ([member(1, "1950"), member(2, "1956", 'status = "cancelled"'), member(3, "1961")], []),
        ([member(1, "1961"), member(2, "1956", 'status = "cancelled"')], []),
        # What lies between without a date does not hide the order.
        (
            [member(1, "1961"), 'id = "c2"\ntitle = "C"\nseries = "c"\nnumber = 2\n', member(3, "1950")],
            [("series-order", "c31950")],
        ),
        (
            [member(1, "1950"), member(2, "1961"), member(3, "1955"), member(4, "1958")],
            [("series-order", "c31955"), ("series-order", "c41958")],
        ),
        (
            [member(2, "1950"), member(2, "1951"), member(2, "1952")],
            [("series-double", "c21951"), ("series-double", "c21952")],
        ),
        ([member(5, "1950")], []),
        ([member(1, "since 1950"), member(2, "1956")], []),
    ],
)
def test_series(tmp_path: Path, events: list[str], expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, *events) == expected


def test_conflicts(tmp_path: Path) -> None:
    event = 'id = "e"\ntitle = "E"\nwhen = "2021"\n[[event.claim]]\nwhen = "2022"\n[[event.claim]]\nwhen = "2023"'
    assert found(tmp_path, event) == [("conflict", "e")] * 3

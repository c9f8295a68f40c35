import pytest

from timeline.events.chains import in_order, references
from timeline.events.records import Claim, Event


@pytest.mark.parametrize(
    "event, ids",
    [
        (Event("e", "E", "2021"), ()),
        (Event("e", "E"), ()),
        (Event("e", "E", "between @a and @b-2"), ("a", "b-2")),
        (Event("e", "E", "2021", anchor="@c", claims=(Claim("the eve of @d."),)), ("c", "d")),
    ],
)
def test_references(event: Event, ids: tuple[str, ...]) -> None:
    assert references(event) == ids


@pytest.mark.parametrize(
    "hanging, order, cycles",
    [
        ({}, [], []),
        ({"a": ("b", "x"), "b": ("c",), "c": ("y",)}, ["c", "b", "a"], []),
        ({"a": ("a",)}, ["a"], [["a"]]),
        ({"a": ("b",), "b": ("a",)}, ["b", "a"], [["a", "b"]]),
        ({"a": ("b",), "b": ("c",), "c": ("b",)}, ["c", "b", "a"], [["b", "c"]]),
        ({"a": ("b", "c"), "b": ("c",), "c": ()}, ["c", "b", "a"], []),
    ],
)
def test_in_order(hanging: dict[str, tuple[str, ...]], order: list[str], cycles: list[list[str]]) -> None:
    assert in_order(hanging) == (order, cycles)


def test_a_long_chain_is_no_deeper_than_a_short_one() -> None:
    length = 20_000
    hanging = {str(number): (str(number + 1),) for number in range(length)}
    order, cycles = in_order(hanging)
    assert order[0] == str(length - 1)
    assert not cycles

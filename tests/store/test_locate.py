"""Places in TOML texts: every value that tomli reads is found where it stands."""

from typing import Any

import pytest
import tomli

from timeline.store.locate import Way, line_and_column, offset_inside, spots

TEXTS = {
    "plain": 'title = "x"\n',
    "dotted": 'a.b."c d".e = 1\na.b.f = [1, 2]\n',
    "headers": '[a]\nx = 1\n[a.b]\nx = 2\n["q.r".s]\nx = 3\n',
    "arrays of tables": (
        '[[event]]\ntitle = "a"\n[[event.claim]]\nwhen = "1"\n[[event.claim]]\nwhen = "2"\n'
        '[[event]]\ntitle = "b"\n[[event.claim]]\nwhen = "3"\n[event.more]\nx = 1\n[[other]]\n[[other]]\nx = 5\n'
    ),
    "spaces": (
        '  [[ event ]]  # a comment with "quotes" and [brackets]\n'
        '\t title\t=\t"a"  # more\n x = 12 \n y = 1979-05-27 07:32:00 # z\n'
    ),
    "inline tables": 'a = { b = { c = [ { d = 1 }, { d = "}" } ] }, e = "," }\nf = {}\n',
    "lists over lines": 'a = [\n  "x", # ] not the end\n  [1, [2]],\n  { y = 1 },\n]\nb = []\n',
    "long texts": (
        'a = """\n[[event]]\nwhen = "no"\n"quoted""""\n'
        "b = '''\n# no comment \\'''\n"
        'c = """x\\\n   y"""\nd = """"""\n'
    ),
    "literal texts": 'a = \'C:\\\'\nb = "C:\\\\"\nc = "\\""\n',
    "other values": "a = true\nb = -1_000\nc = 0xff\nd = 1e3\ne = inf\nf = 07:32:00\ng=1\n",
    "no end of line": "a = 1",
}


def leaves(value: Any, way: Way = ()) -> dict[Way, Any]:
    if isinstance(value, dict):
        return {deep: leaf for key, one in value.items() for deep, leaf in leaves(one, (*way, key)).items()}
    if isinstance(value, list) and value:
        return {deep: leaf for at, one in enumerate(value) for deep, leaf in leaves(one, (*way, at)).items()}
    return {way: value}


@pytest.mark.parametrize("name", TEXTS)
def test_every_value_is_found_where_it_stands(name: str) -> None:
    text = TEXTS[name]
    found = spots(text)
    for way, value in leaves(tomli.loads(text)).items():
        spot = found[way]
        written = text[spot.start : spot.end]
        assert tomli.loads(f"x = {written}")["x"] == value, f"{way}: {written!r} is not {value!r}"


@pytest.mark.parametrize(
    "way, line, column",
    [
        (("event", 0), 1, 1),
        (("event", 0, "claim", 1), 5, 1),
        (("event", 1, "title"), 8, 1),
        (("event", 1, "claim", 0, "when"), 10, 1),
        (("other", 1, "x"), 15, 1),
    ],
)
def test_keys_and_headers_have_places(way: Way, line: int, column: int) -> None:
    text = TEXTS["arrays of tables"]
    assert line_and_column(text, spots(text)[way].key) == (line, column)


@pytest.mark.parametrize(
    "written, letter, expected",
    [
        ('"30 February"', 0, 1),
        ('"30 February"', 3, 4),
        ('"\\u0033\\n February"', 3, 10),
        ('"\\\\ab"', 1, 3),
        ("'\\ab'", 1, 2),
        ('"""\nab"""', 1, 5),
        ('"""ab"""', 1, 4),
        ('"""a\\\n   b"""', 1, 9),
        ('"ab"', 99, 3),
        ("2021", 2, 2),
        ("2021", 9, 0),
    ],
)
def test_the_place_of_a_letter_inside_a_value(written: str, letter: int, expected: int) -> None:
    text = f"when = {written}\n"
    spot = spots(text)["when",]
    assert offset_inside(text, spot, letter) - spot.start == expected


def test_a_long_text_is_walked_in_linear_time() -> None:
    text = "".join(f'[[event]]\ntitle = "{"x" * 100}"\n' for _ in range(2000)) + f'quote = "{"y" * 10**6}"\nwen = 1\n'
    assert line_and_column(text, spots(text)["event", 1999, "wen"].key) == (4002, 1)

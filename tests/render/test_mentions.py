"""Every format of `dates`: a golden file, and nothing harmful in it. UPDATE_GOLDEN=1 writes the golden files anew."""

import json
import os
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from timeline.dates import Grain, Interval, Part, edtf
from timeline.dates.units import with_part
from timeline.render.format import UnknownFormatError
from timeline.render.mentions import Layout, Tagged, find_mention_format, names
from timeline.render.mentions.modifier import modifier
from timeline.render.wrap import cells
from timeline.resolve.mention import Mention
from timeline.resolve.timexes import Timex

GOLDEN = Path(__file__).parent / "golden"
HARMFUL = (
    "\x00\x07\x1b[31mred\x1b]8;;http://evil\x07 \x7f\x9b\x85 \u202egnihton\u2066 \u2028 \ud800 \ufffe \ufeff"
    "&<b>x</b>]]>\"' [red]r[/red] tab\tend"
)
TEXT = (
    "The congress was held in June 2021,\r\n"
    f"{HARMFUL} and on July 9th,\r\n2021 the union, a member since 1946, met: by 1930, before 1928, c. 1950; "
    "early in the 1990s it sat for three years.\n"
    + unicodedata.normalize("NFD", "Hội nghị diễn ra ngày 9 tháng 7 năm 2021 tại Hà Nội, từ năm 1946.\n")
    + "대회는 2021년 6월 20일에 평양에서 열렸고 참가자들은 2021년 6월 21일까지 머물렀다.\n"
    + unicodedata.normalize("NFD", "그는 2019년 3월에 왔다.\n")
)
FOUND: tuple[tuple[str, str | None, tuple[tuple[str, str, str], ...]], ...] = (
    ("in June 2021", "2021-06", (("June 2021", "DATE", "2021-06"),)),
    ("on July 9th,\r\n2021", "2021-07-09", (("July 9th,\r\n2021", "DATE", "2021-07-09"),)),
    ("since 1946", "1946/..", (("1946", "DATE", "1946"),)),
    ("by 1930", "[..1930]", (("1930", "DATE", "1930"),)),
    ("before 1928", "[..1927]", (("1928", "DATE", "1928"),)),
    ("c. 1950", "1950~", (("c. 1950", "DATE", "1950"),)),
    ("early in the 1990s", "199X", (("1990s", "DATE", "199"),)),
    ("three years", None, (("three years", "DURATION", "P3Y"),)),
    ("ngày 9 tháng 7 năm 2021", "2021-07-09", (("ngày 9 tháng 7 năm 2021", "DATE", "2021-07-09"),)),
    ("từ năm 1946", "1946/..", (("1946", "DATE", "1946"),)),
    ("2021년 6월 20일", "2021-06-20", (("2021년 6월 20일", "DATE", "2021-06-20"),)),
    ("2021년 6월 21일까지", "../2021-06-21", (("2021년 6월 21일", "DATE", "2021-06-21"),)),
    ("2019년 3월", "2019-03", (("2019년 3월", "DATE", "2019-03"),)),
)


def place(words: str, start: int) -> tuple[int, int]:
    places = (TEXT.find(unicodedata.normalize(form, words), start) for form in ("NFC", "NFD"))
    at = min(found for found in places if found >= 0)
    form = "NFC" if TEXT.startswith(words, at) else "NFD"
    return at, at + len(unicodedata.normalize(form, words))


def mentions() -> list[Mention]:
    made, at = [], 0
    for words, value, timexes in FOUND:
        start, end = place(words, at)
        drawn = tuple(Timex(*place(said, start), kind, timex) for said, kind, timex in timexes)
        interval = edtf.parse(value) if value else None
        if words.startswith("early"):
            assert interval is not None
            interval = with_part(interval, Part.EARLY)
        steps = () if words[0].isdigit() else (f"{value} is what it says \x1b[31m", "and that is all of it")
        made.append(Mention(start, end, TEXT[start:end], interval, "a rule", drawn, steps, words.startswith("c.")))
        at = end
    return made


def tagged(name: str = "a.txt") -> Tagged:
    return Tagged(name, TEXT, mentions(), edtf.parse("2021-07-12"))


LAYOUTS = {
    "mentions_text_80": ("text", Layout(width=80)),
    "mentions_text_60_colour": ("text", Layout(width=60, colour=True, why=True)),
    "mentions_text_several": ("text", Layout(width=120, several=True)),
    "mentions_lines": ("lines", Layout()),
    "mentions_lines_why": ("lines", Layout(why=True, several=True)),
    "mentions_json": ("json", Layout()),
    "mentions_jsonl": ("jsonl", Layout(several=True, why=True)),
    "mentions_timeml": ("timeml", Layout()),
}


def rendered(form: str, layout: Layout | None = None) -> str:
    layout = layout or Layout()
    texts = [tagged(), tagged("b\x1b.txt")] if layout.several else [tagged()]
    return "".join(find_mention_format(form).render(texts, layout))


@pytest.mark.parametrize("case", LAYOUTS)
def test_golden(case: str) -> None:
    form, layout = LAYOUTS[case]
    found, golden = rendered(form, layout), GOLDEN / f"{case}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8", newline="")
    assert found == golden.read_bytes().decode(), f"{case} is rendered otherwise than before"


def test_every_format_has_a_golden_file() -> None:
    assert {form for form, _ in LAYOUTS.values()} == set(names()) == {"json", "jsonl", "lines", "text", "timeml"}


@pytest.mark.parametrize("case", LAYOUTS)
def test_nothing_harmful_gets_through(case: str) -> None:
    form, layout = LAYOUTS[case]
    found = rendered(form, layout)
    if layout.colour:
        for number in ("0", "1", "2", "1;36", "32", "33"):
            found = found.replace(f"\x1b[{number}m", "")
    harmful = {letter for letter in found if not letter.isprintable()} - {"\n", "\t"}
    assert not harmful, f"{case} lets {harmful!r} through"


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("why", [False, True])
def test_the_view_of_a_terminal_is_no_wider_than_it(width: int, why: bool) -> None:
    widest = max(rendered("text", Layout(width=width, why=why)).split("\n"), key=cells)
    assert cells(widest) <= width, widest


def test_the_whole_text_is_shown() -> None:
    shown = rendered("text", Layout(width=10_000))
    for words in ("The congress was held {in June 2021}[1],", "{on July 9th,\n2021}[2]", "[red]r[/red]", "␛[31mred"):
        assert words in shown


def test_a_paragraph_of_any_length_is_shown() -> None:
    text = "word " * 30_000 + "x" * 50_000 + " in June 2021"
    start = text.index("in June")
    mention = Mention(start, len(text), text[start:], edtf.parse("2021-06"), "a rule")
    found = "".join(find_mention_format("text").render([Tagged("-", text, [mention])], Layout(width=100)))
    body = found.partition("\n\n")[0]
    assert body.split() != []
    assert "".join(body.split()) == "".join(text[:start].split()) + "{inJune2021}[1]"
    assert max(map(len, body.split("\n"))) <= 100


def test_a_long_table_has_one_head_and_every_row() -> None:
    text = "1999 " * 1000
    found = [Mention(at, at + 4, "1999", edtf.parse("1999"), "a rule") for at in range(0, len(text), 5)]
    table = "".join(find_mention_format("text").render([Tagged("-", text, found)], Layout(width=80)))
    assert table.count("meaning") == 1
    assert table.splitlines()[-1].split() == ["1000", "1999", "1999", "1999"]


def test_json_keeps_every_text_and_place() -> None:
    document = json.loads(rendered("json"))
    assert [TEXT[one["start"] : one["end"]] for one in document] == [one["text"] for one in document]
    assert [one["edtf"] for one in document] == [value for _, value, _ in FOUND]
    keys = ["start", "end", "text", "edtf", "earliest", "latest", "grain", "part", "inferred", "rule", "timexes"]
    assert all(list(one) == keys for one in document)
    assert document[0]["timexes"] == [{"start": 25, "end": 34, "type": "DATE", "value": "2021-06"}]


def test_json_lines_and_json_have_the_same_records() -> None:
    layout = Layout(several=True, why=True)
    lines = [json.loads(line) for line in rendered("jsonl", layout).splitlines()]
    assert lines == json.loads(rendered("json", layout))
    assert {one["file"] for one in lines} == {"a.txt", "b\x1b.txt"}
    assert lines[0]["steps"][1] == "and that is all of it"


@pytest.mark.parametrize("form", ["json", "jsonl", "lines"])
def test_what_is_found_is_written_at_once(form: str) -> None:
    def endless() -> Iterator[Tagged]:
        for number in count():
            yield tagged(f"{number}.txt")

    assert next(find_mention_format(form).render(endless(), Layout(several=True)))


def test_lines_have_as_many_fields() -> None:
    assert {line.count("\t") for line in rendered("lines").splitlines()} == {6}
    assert {line.count("\t") for line in rendered("lines", Layout(several=True)).splitlines()} == {7}


def test_timeml_gives_the_text_back() -> None:
    root = ET.fromstring(rendered("timeml"))
    assert root.tag == "TimeML"
    body = root.find("TEXT")
    assert body is not None
    # XML 1.0 has no place for these; each is shown as one sign, so that every offset stays.
    wanted = TEXT.translate({0x00: "␀", 0x07: "␇", 0x1B: "␛", 0xD800: "\ufffd", 0xFFFE: "\ufffd"})
    assert "".join(body.itertext()) == wanted
    tags = body.findall("TIMEX3")
    assert [tag.get("tid") for tag in tags] == [f"t{number}" for number in range(1, len(FOUND) + 1)]
    drawn = [(kind, value) for _, _, timexes in FOUND for _, kind, value in timexes]
    assert [(tag.get("type"), tag.get("value")) for tag in tags] == drawn
    mods = {tag.text: tag.get("mod") for tag in tags}
    assert (mods["1928"], mods["1930"], mods["c. 1950"], mods["1990s"]) == ("BEFORE", "ON_OR_BEFORE", "APPROX", "START")
    created = root.find("DCT/TIMEX3")
    assert created is not None
    assert created.get("functionInDocument") == "CREATION_TIME"
    assert (created.get("tid"), created.get("value"), created.text) == ("t0", "2021-07-12", "2021-07-12")


@pytest.mark.parametrize("published", [None, edtf.parse("2024-11-15/2025-01")])
def test_timeml_without_a_known_day_has_no_creation_time(published: Interval | None) -> None:
    text = "".join(find_mention_format("timeml").render([Tagged("-", "x", [], published)], Layout()))
    assert ET.fromstring(text).find("DCT") is None


def test_timeml_has_no_tag_within_a_tag() -> None:
    timexes = (Timex(5, 9, "DATE", "1999"), Timex(0, 9, "DURATION", "P1Y"), Timex(2, 4, "DATE", None))
    mention = Mention(0, 9, "all 1999.", edtf.parse("1999"), "a rule", timexes)
    text = "".join(find_mention_format("timeml").render([Tagged("-", "all 1999.", [mention])], Layout()))
    assert [tag.get("value") for tag in ET.fromstring(text).iter("TIMEX3")] == ["P1Y"]


@pytest.mark.parametrize(
    "value, timex, wanted",
    [
        ("[1929..]", "1928", "AFTER"),
        ("[1929..]", "1929", "ON_OR_AFTER"),
        ("[..1927]", "1928", "BEFORE"),
        ("[..1927]", "1927", "ON_OR_BEFORE"),
        ("1950~", "1950", "APPROX"),
        ("1950?", "1950", None),
        ("1950", "1950", None),
        ("XXXX-10-24", "XXXX-10-24", None),
        ("1946/..", "1946", None),
        ("1946~/..", "1946", "APPROX"),
        (None, "PAST_REF", None),
    ],
)
def test_modifiers(value: str | None, timex: str, wanted: str | None) -> None:
    interval = edtf.parse(value) if value else None
    assert modifier(Mention(0, 4, "1928", interval, "a rule", (Timex(0, 4, "DATE", timex),)), 0) == wanted


@pytest.mark.parametrize("part, wanted", [(Part.EARLY, "START"), (Part.MID, "MID"), (Part.LATE, "END")])
def test_modifiers_of_thirds(part: Part, wanted: str) -> None:
    interval = with_part(edtf.parse("1990"), part)
    assert interval.grain is Grain.YEAR
    assert modifier(Mention(0, 4, "1990", interval, "a rule", (Timex(0, 4, "DATE", "1990"),)), 0) == wanted


def test_each_end_of_a_stretch_has_its_own_modifier() -> None:
    ends = (Timex(0, 4, "DATE", "1946"), Timex(5, 9, "DATE", "1950"), Timex(5, 9, "DURATION", "P4Y"))
    mention = Mention(0, 9, "1946-1950", edtf.parse("1946/1950~"), "a rule", ends[:2])
    assert (modifier(mention, 0), modifier(mention, 1)) == (None, "APPROX")
    assert modifier(mention._replace(timexes=ends), 1) is None, "not one timex an end"
    assert modifier(mention._replace(timexes=ends), 2) is None


@pytest.mark.parametrize("name", ["pdf", "", "../x", "to_json"])
def test_an_unknown_format_is_refused(name: str) -> None:
    with pytest.raises(UnknownFormatError, match="there is no format"):
        find_mention_format(name)

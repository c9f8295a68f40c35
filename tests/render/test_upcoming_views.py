"""How what comes is said: in the language of the timeline, with its reason."""

import pytest

from timeline.dates import edtf
from timeline.events.dating import date_events
from timeline.events.records import Event, Records
from timeline.query.upcoming import Coming, upcoming
from timeline.render import Page
from timeline.render.ordinals import said
from timeline.render.upcoming import reason, title, upcoming_line, upcoming_record, upcoming_table
from timeline.render.wrap import cells


def found_in(period: str, records: Records) -> list[Coming]:
    dated = date_events(records).dated
    return upcoming(dated.values(), dated, edtf.parse(period))


@pytest.mark.parametrize(
    "language, ordinal, anniversary, expected",
    [
        ("en", "96th", "96th anniversary", "96th expected"),
        (None, "96th", "96th anniversary", "96th expected"),
        ("vi", "kỷ niệm 96 năm", "kỷ niệm 96 năm", "lần thứ 96, dự kiến"),
        ("ko", "96돐", "96돐", "제96차 예상"),
        ("ko-KP", "96돐", "96돐", "제96차 예상"),
        ("fr", "96th", "96th anniversary", "96th expected"),
    ],
)
def test_ordinals(language: str | None, ordinal: str, anniversary: str, expected: str) -> None:
    assert said("ordinal", 96, language) == ordinal
    assert said("anniversary", 96, language) == anniversary
    assert said("expected", 96, language) == expected


@pytest.mark.parametrize(
    "number, wanted", [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (112, "112th"), (21, "21st")]
)
def test_english_ordinals(number: int, wanted: str) -> None:
    assert said("ordinal", number, "en") == wanted


def series(*said: tuple[int, str], name: str = "{} Congress") -> Records:
    return Records(
        language="en",
        events=tuple(
            Event(f"c{number}", name.format(number), when, series="congress", number=number, order=number)
            for number, when in said
        ),
    )


def the_next(records: Records, period: str) -> Coming:
    return next(one for one in found_in(period, records) if one.next)


@pytest.mark.parametrize(
    "said, wanted",
    [
        (((12, "2017"), (13, "2022")), "13th 2022 → 14th expected 2027; 5 years after the one before"),
        (((11, "2012"), (12, "2017"), (13, "2022")), "13th 2022 → 14th expected 2027; each of 2 gaps was 5 years"),
        (
            ((11, "2011"), (12, "2017"), (13, "2022")),
            "13th 2022 → 14th expected 2028; of 2 gaps the middle one was 6 years, all from 5 to 6",
        ),
    ],
)
def test_the_reason(said: tuple[tuple[int, str], ...], wanted: str) -> None:
    following = the_next(series(*said), "2027/2028").next
    assert following is not None
    assert reason(following) == wanted


@pytest.mark.parametrize(
    "name, wanted",
    [
        ("{}th Congress of the Union", "14th Congress of the Union"),
        ("Congress {}", "Congress 14"),
        ("제{}차 대회", "제14차 대회"),
        ("Đại hội lần thứ {}", "Đại hội lần thứ 14"),
        ("A congress without its number", "congress 14"),
        ("{0}th Congress, {0} speeches", "congress 14"),
        ("Congress 2.{}", "congress 14"),
    ],
)
def test_the_title_of_the_next(name: str, wanted: str) -> None:
    assert title(the_next(series((12, "2017"), (13, "2022"), name=name), "2027")) == wanted


def test_records_and_lines() -> None:
    records = series((12, "2017"), (13, "2022"))
    record = upcoming_record(the_next(records, "2027"), records)
    assert record["sort"] == "expected"
    assert (record["edtf"], record["number"], record["ordinal"], record["inferred"]) == ("2027", 14, "14th", True)
    assert "13th 2022" in record["reason"]
    anniversary = found_in("2027-06", Records(language="vi", events=(Event("e", "E\t[b]x[/b]\x1b", "1927-06-20"),)))[0]
    of = Records(language="vi")
    assert (
        upcoming_line(anniversary, of) == "2027-06-20\tanniversary\tkỷ niệm 100 năm\tE [b]x[/b]␛\t\te\tcertain\tround\n"
    )
    assert upcoming_record(anniversary, of)["round"] is True


@pytest.mark.parametrize(
    "language, wanted", [(None, "kỷ niệm 100 năm"), ("ko", "100돐"), ("en", "100th"), ("de", "100th")]
)
def test_who_asks_for_a_language_reads_ordinals_in_it(language: str | None, wanted: str) -> None:
    of = Records(language="vi", events=(Event("e", "E", "1927-06-20"),))
    (one,) = found_in("2027-06", of)
    assert upcoming_record(one, of, language)["ordinal"] == wanted
    assert f"\t{wanted}\t" in upcoming_line(one, of, language)
    assert wanted.removesuffix("th") in "".join(upcoming_table([one], of, Page(width=80), language))


@pytest.mark.parametrize("width", [*range(40, 201, 10)])
@pytest.mark.parametrize("language", ["en", "vi", "ko"])
def test_the_table_fits_its_page(width: int, language: str) -> None:
    events = (*series((12, "2017"), (13, "2022")).events, Event("e", "[red]조선\x1b " * 50, "1927-06-20", order=20))
    records = Records(language=language, events=events)
    lines = "".join(upcoming_table(found_in("2027", records), records, Page(width=width))).splitlines()
    assert max(map(cells, lines)) <= width
    assert "\x1b" not in "".join(lines)

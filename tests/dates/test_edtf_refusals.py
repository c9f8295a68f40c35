import pytest

from timeline.dates import EdtfError, NonexistentDateError, ReversedRangeError, edtf

ANY = "write a year (1984), a month (2004-06), a day (2004-06-11), an interval (1946/..) or a set ([1667,1668])"
YEAR = "a year has four digits, X where one is unknown, and Y before it if it has more (1984, 198X, -0233, Y17000)"
MONTH = "a month is 01 to 12, a season 21 to 32, a quarter 33 to 36, a quadrimester 37 to 39, a half 40 or 41"
DAY = "a day is 01 to 31, X where a digit is unknown"
HYPHEN = "a hyphen stands between the parts (2004-06-11), a mark (? ~ %) before or after one of them"
LONG = "after Y stands a year of 5 to 18 digits that does not begin with 0: Y17000, Y-17000, Y17E7"
ONE_MARK = "one mark at a part; both together are written %"
DOTS = "dots stand in brackets or on one side of a stroke: [1670..1672], 1946/.."
DRAFT = "parentheses are of an old draft; write the mark right after or before the part: 2004-06~-11, 2004-~06-11"

REFUSALS = [
    ("", 1, f"nothing is written; {ANY}"),
    ("yesterday", 1, f"'y' cannot stand here; {ANY}"),
    ("July 1954", 1, f"'J' cannot stand here; {ANY}"),
    (" 1954", 1, "' ' cannot stand here; no space stands inside a date"),
    ("1954 ", 5, "' ' cannot stand here; no space stands inside a date"),
    ("1954-07-21 08:00", 11, "' ' cannot stand here; no space stands inside a date"),
    ("?", 2, f"nothing is written; {ANY}"),
    ("195", 4, f"the date ends too early; {YEAR}"),
    ("19a4", 3, f"'a' cannot stand here; {YEAR}"),
    ("19uu", 3, "'u' cannot stand here; u is of an old draft; an unknown digit is written X"),
    ("195x", 4, "'x' cannot stand here; x is written X"),
    ("\uff11954", 1, f"'\uff11' cannot stand here; {ANY}"),
    ("-0000", 1, "'-0000' is no year; 0000 is 1 BCE, and the year before it is -0001"),
    ("-0000-01-01", 1, "'-0000' is no year; 0000 is 1 BCE, and the year before it is -0001"),
    ("+1954", 1, f"'+' cannot stand here; {ANY}"),
    ("19540721", 5, f"'0' cannot stand here; {HYPHEN}"),
    ("1954/07/21", 8, "a second '/'; an interval has one start and one end: 2004-06/2006-08"),
    ("1954-7", 7, f"the date ends too early; {MONTH}"),
    ("1954-13", 6, f"'13' is no month; {MONTH}"),
    ("1954-00", 6, f"'00' is no month; {MONTH}"),
    ("1954-42", 6, f"'42' is no month; {MONTH}"),
    ("1954-2X", 6, f"'2X' is no month; {MONTH}"),
    ("1954-~13", 7, f"'13' is no month; {MONTH}"),
    (
        "1954-W07",
        6,
        "'W' cannot stand here; weeks are not of EDTF; write the week's Monday and Sunday: 2024-03-25/2024-03-31",
    ),
    ("1954-07-", 9, f"the date ends too early; {DAY}"),
    ("1954-07-32", 9, f"'32' is no day; {DAY}"),
    ("1954-07-00", 9, f"'00' is no day; {DAY}"),
    ("1954-07-?4X", 10, f"'4X' is no day; {DAY}"),
    ("1954-202", 6, f"'20' is no month; {MONTH}"),
    ("1954-072", 8, f"'2' cannot stand here; {HYPHEN}"),
    ("1954-07-21-", 11, "'-' cannot stand here; the date has ended here"),
    ("1954-22-01", 8, "'22' is a season or another part of a year, which has no days; end here"),
    ("1954-22x", 8, "'x' cannot stand here; x is written X"),
    ("1954?~", 6, f"'~' cannot stand here; {ONE_MARK}"),
    ("?1954?", 6, f"'?' cannot stand here; {ONE_MARK}"),
    ("1954-07-21??", 12, f"'?' cannot stand here; {ONE_MARK}"),
    ("(1954-07)?", 1, f"'(' cannot stand here; {DRAFT}"),
    ("1954-(07)?", 6, f"'(' cannot stand here; {DRAFT}"),
    ("1954..1956", 5, f"'.' cannot stand here; {DOTS}"),
    (
        "1954,1956",
        5,
        "',' cannot stand here; several dates stand in brackets: [1667,1668] one of them, {1667,1668} each of them",
    ),
    ("1954-02-3X", 1, "no day exists that '1954-02-3X' could be, whatever X stands for"),
    ("1X01-02-29", 1, "no day exists that '1X01-02-29' could be, whatever X stands for"),
    ("XXXX-02-30", 1, "'XXXX-02-30' exists in no year: no such month has that day"),
    # Times
    ("1954-07-21T", 11, "'T' is no time of day; a time is written T09:30:01, T09:30:01Z or T09:30:01+07:00"),
    ("1954-07-21T8:00", 11, "'T8:00' is no time of day; a time is written T09:30:01, T09:30:01Z or T09:30:01+07:00"),
    ("1954-07-21T25:00:00", 11, None),
    ("1954-07-21T08:60:00", 11, None),
    ("1954-07-21T08:00:61", 11, None),
    ("1954-07-21T08:00:00.", 11, None),
    ("1954-07-21T08:00:00.²", 11, None),
    ("1954-07-21T08:00:00:00", 11, None),
    ("1954-07-21T08", 11, None),
    ("1954-07-21T08:00:00+", 11, None),
    ("1954-07-21T08:00:00+15", 11, None),
    ("1954-07-21T08:00:00-07:60", 11, None),
    ("1954-07-21~T08:00:00", 12, "'T' cannot stand here; the date has ended here"),
    # Long years and significant digits
    ("Y1954", 2, LONG),
    ("Y012345", 2, LONG),
    ("Y", 2, LONG),
    ("Y-", 3, LONG),
    ("Y1E2", 2, LONG),
    ("Y17E99", 2, LONG),
    ("Y17E", 5, "after E stands the number of zeros: Y17E7"),
    ("Y" + "1" * 19, 2, LONG),
    ("Y17E7-12-26", 6, "a year with E states neither month nor day; end here"),
    ("Y12345-13", 8, f"'13' is no month; {MONTH}"),
    ("1954S", 6, "after S stands the number of significant digits: 1950S2"),
    ("1954S5", 6, "1954 has 1 to 4 significant digits"),
    ("1954S0", 6, "1954 has 1 to 4 significant digits"),
    ("1954S2-07", 7, "'-' cannot stand here; the date has ended here"),
    ("195XS2", 5, "S follows a year without X: 1950S2 or 195X"),
    # Intervals
    ("/", 1, "no date on either side; an interval has one at least: 1946/.. or ../2030"),
    ("../..", 1, "no date on either side; an interval has one at least: 1946/.. or ../2030"),
    ("1941/unknown", 6, "'unknown' is of an old draft; an open side is written .., an unknown one is left empty"),
    ("open/1945", 1, "'open' is of an old draft; an open side is written .., an unknown one is left empty"),
    ("1941/now", 6, f"'n' cannot stand here; {YEAR}"),
    ("unknown date", 1, f"'u' cannot stand here; {ANY}"),
    ("1941/1945-13", 11, f"'13' is no month; {MONTH}"),
    ("1941/45", 8, f"the date ends too early; {YEAR}"),
    ("[1941,1945]/1950", 16, "the set is not closed; [ ends with ], and nothing follows"),
    ("1941/[1945,1946]", 6, f"'[' cannot stand here; {YEAR}"),
    # Sets
    ("[1941", 5, "the set is not closed; [ ends with ], and nothing follows"),
    ("[", 1, "the set is not closed; [ ends with ], and nothing follows"),
    ("{1941]", 6, "the set is not closed; { ends with }, and nothing follows"),
    ("[]", 2, "a member is missing; a set is written [1667,1668] or {1667,1668,1670..1672}"),
    ("[1941,,1945]", 7, "a member is missing; a set is written [1667,1668] or {1667,1668,1670..1672}"),
    ("[..]", 2, "'..' without a date; write [..1984], [1984..] or [1670..1672]"),
    ("[1941,1945x]", 11, "'x' cannot stand here; x is written X"),
    ("[1941...1945]", 8, f"'.' cannot stand here; {DOTS}"),
    ("{1941/1945}", 6, f"'/' cannot stand here; {HYPHEN}"),
]


@pytest.mark.parametrize(("text", "column", "reason"), REFUSALS, ids=[row[0] or "nothing" for row in REFUSALS])
def test_refusals(text, column, reason):
    with pytest.raises(EdtfError) as caught:
        edtf.parse(text)
    error = caught.value
    assert (error.text, error.column) == (text, column), str(error)
    if reason is not None:
        assert error.reason == reason
    assert str(error) == f"{text!r} is not EDTF, column {column}: {error.reason}"


@pytest.mark.parametrize("text", ["1954-02-30", "1954-02-30~", "-0044-04-31", "1954-02-29/1955", "[1954,1954-06-31]"])
def test_days_that_do_not_exist(text):
    with pytest.raises(NonexistentDateError, match="does not exist"):
        edtf.parse(text)


@pytest.mark.parametrize(
    "text", ["1945/1941", "1945-09/1945-08", "1945-09-02~/1944", "[1945..1941]", "{1945-02..1945-01}"]
)
def test_reversed_ranges(text):
    with pytest.raises(ReversedRangeError, match="ends before it starts"):
        edtf.parse(text)


def test_a_reversed_range_names_both_ends():
    with pytest.raises(ReversedRangeError) as caught:
        edtf.parse("1945/1941")
    assert str(caught.value) == "the range from 1945 to 1941 ends before it starts: is it 1941 to 1945?"
    assert (caught.value.start, caught.value.end) == ("1945", "1941")


def test_a_long_text_is_clipped_and_control_characters_are_escaped():
    with pytest.raises(EdtfError) as caught:
        edtf.parse("\x1b[31m" + "x" * 1_000_000)
    assert len(str(caught.value)) < 300
    assert "\x1b" not in str(caught.value)
    with pytest.raises(EdtfError) as caught:
        edtf.parse("1954-07-21T" + "9" * 1_000_000)
    assert len(str(caught.value)) < 300

import pytest

from timeline.dates import Day, Grain, NonexistentDateError, Part, ReversedRangeError, VagueDateError, edtf, units


def shown(x):
    """The EDTF, both days and the grain of an interval, in one line."""
    return f"{x.edtf} | {x.earliest} | {x.latest} | {x.grain.value}"


MONDAY = Day.of(2024, 3, 25)

UNITS = [
    (units.day(MONDAY), "2024-03-25 | 2024-03-25 | 2024-03-25 | day"),
    (units.day(Day.of(12345, 7, 21)), "Y12345-07-21 | 12345-07-21 | 12345-07-21 | day"),
    (units.month(2024, 2), "2024-02 | 2024-02-01 | 2024-02-29 | month"),
    (units.month(-44, 3), "-0044-03 | -0044-03-01 | -0044-03-31 | month"),
    (units.year(7), "0007 | 0007-01-01 | 0007-12-31 | year"),
    (units.year(-12345), "Y-12345 | -12345-01-01 | -12345-12-31 | year"),
    (units.decade(195), "195X | 1950-01-01 | 1959-12-31 | decade"),
    (units.decade(0), "000X | 0000-01-01 | 0009-12-31 | decade"),
    (units.decade(-1), "-0010/-0001 | -0010-01-01 | -0001-12-31 | decade"),
    (units.decade(1234), "Y12340/Y12349 | 12340-01-01 | 12349-12-31 | decade"),
    (units.century(19), "19XX | 1900-01-01 | 1999-12-31 | century"),
    (units.century(-1), "-0100/-0001 | -0100-01-01 | -0001-12-31 | century"),
    (units.millennium(2), "2XXX | 2000-01-01 | 2999-12-31 | millennium"),
    (units.years(-299, Grain.CENTURY), "-02XX | -0299-01-01 | -0200-12-31 | century"),
    (units.years(-99, Grain.CENTURY), "-0099/0000 | -0099-01-01 | 0000-12-31 | century"),
    (units.years(1991, Grain.DECADE), "1991/2000 | 1991-01-01 | 2000-12-31 | decade"),
    (units.years(1991, Grain.YEAR), "1991 | 1991-01-01 | 1991-12-31 | year"),
    (units.years(-44, Grain.YEAR), "-0044 | -0044-01-01 | -0044-12-31 | year"),
    (units.quarter(2021, 1), "2021-33 | 2021-01-01 | 2021-03-31 | quarter"),
    (units.quarter(2021, 4), "2021-36 | 2021-10-01 | 2021-12-31 | quarter"),
    (units.half(2021, 1), "2021-40 | 2021-01-01 | 2021-06-30 | half"),
    (units.half(2021, 2), "2021-41 | 2021-07-01 | 2021-12-31 | half"),
    (units.season(2021, 1), "2021-21 | 2021-03-01 | 2021-05-31 | season"),
    (units.season(2021, 4), "2021-24 | 2021-12-01 | 2022-02-28 | season"),
    (units.season(2021, 1, south=True), "2021-29 | 2021-09-01 | 2021-11-30 | season"),
    (units.season(2021, 2, south=True), "2021-30 | 2021-12-01 | 2022-02-28 | season"),
    (units.season(2021, 3, south=True), "2021-31 | 2021-03-01 | 2021-05-31 | season"),
    (units.season(2021, 4, south=True), "2021-32 | 2021-06-01 | 2021-08-31 | season"),
    (units.week(MONDAY), "2024-03-25/2024-03-31 | 2024-03-25 | 2024-03-31 | week"),
    (units.weekend(MONDAY + 5), "2024-03-30/2024-03-31 | 2024-03-30 | 2024-03-31 | weekend"),
    (units.block(units.year(1950), units.year(1999), Grain.HALF), "1950/1999 | 1950-01-01 | 1999-12-31 | half"),
    (units.span(Day.of(2020), Day.of(2020, 9, 30), Grain.MONTH), "2020-01/2020-09 | 2020-01-01 | 2020-09-30 | month"),
    (units.span(Day.of(2020), Day.of(2021, 12, 31), Grain.YEAR), "2020/2021 | 2020-01-01 | 2021-12-31 | year"),
    (units.span(MONDAY, MONDAY + 13, Grain.WEEK), "2024-03-25/2024-04-07 | 2024-03-25 | 2024-04-07 | week"),
    (
        units.span(Day.of(2024, 3), Day.of(2024, 3, 9), Grain.DAY),
        "2024-03-01/2024-03-09 | 2024-03-01 | 2024-03-09 | day",
    ),
    (units.yearless(10, 24), "XXXX-10-24 | None | None | day"),
    (units.yearless(2, 29), "XXXX-02-29 | None | None | day"),
    (units.yearless(10), "XXXX-10 | None | None | month"),
]


@pytest.mark.parametrize(("unit", "wanted"), UNITS, ids=[wanted for _, wanted in UNITS])
def test_units(unit, wanted):
    assert shown(unit) == wanted
    assert not unit.stretch
    assert edtf.parse(unit.edtf).edtf == unit.edtf


@pytest.mark.parametrize(
    "make", [lambda: units.quarter(2021, 5), lambda: units.half(2021, 0), lambda: units.season(2021, 5)]
)
def test_parts_that_no_year_has(make):
    with pytest.raises(ValueError, match="2021 has the parts 1 to"):
        make()


@pytest.mark.parametrize("date", [(2, 30), (13, None), (0, None), (13, 1)])
def test_yearless_dates_that_do_not_exist(date):
    with pytest.raises(NonexistentDateError):
        units.yearless(*date)


FROM = edtf.parse
RANGES = [
    (units.stretch(FROM("1941"), FROM("1945-09~")), "1941/1945-09~ | 1941-01-01 | 1945-09-30 | month", True),
    (units.stretch(FROM("1941"), None, unknown_end=True), "1941/ | 1941-01-01 | None | year", True),
    (units.stretch(None, FROM("1941"), unknown_start=True), "/1941 | None | 1941-12-31 | year", True),
    (units.stretch(units.week(MONDAY), FROM("2024-04")), "2024-03-25/2024-04 | 2024-03-25 | 2024-04-30 | week", True),
    (units.stretch(FROM("[1941~,1942]"), FROM("1945")), "1941-01-01~/1945 | 1941-01-01 | 1945-12-31 | year", True),
    (units.stretch(FROM("[..1941]"), FROM("1945")), "../1945 | None | 1945-12-31 | year", True),
    (units.since(FROM("1946")), "1946/.. | 1946-01-01 | None | year", True),
    (units.until(FROM("2030-07")), "../2030-07 | None | 2030-07-31 | month", True),
    (units.by(FROM("2030")), "[..2030] | None | 2030-12-31 | year", False),
    (units.by(units.week(MONDAY)), "[..2024-03-31] | None | 2024-03-31 | day", False),
    (units.by(FROM("1941/1945")), "[..1945] | None | 1945-12-31 | year", False),
    (units.before(FROM("1928")), "[..1927] | None | 1927-12-31 | year", False),
    (units.before(FROM("1928-01")), "[..1927-12] | None | 1927-12-31 | month", False),
    (units.before(FROM("1928-01-01")), "[..1927-12-31] | None | 1927-12-31 | day", False),
    (units.before(FROM("192X~")), "[..1919~] | None | 1919-12-31 | year", False),
    (units.before(FROM("2021-22")), "[..2021-05] | None | 2021-05-31 | month", False),
    (units.not_before(units.year(1950)), "[1950..] | 1950-01-01 | None | year", False),
    (
        units.not_before(units.with_part(units.month(2021, 6), Part.LATE)),
        "[2021-06-21..] | 2021-06-21 | None | day",
        False,
    ),
    (units.before(units.with_part(units.decade(192), Part.LATE)), "[..1926] | None | 1926-12-31 | year", False),
    (units.before(FROM("1950-03/1955")), "[..1950-02] | None | 1950-02-28 | month", False),
    (units.after(FROM("1928")), "[1929..] | 1929-01-01 | None | year", False),
    (units.after(FROM("1928-12?")), "[1929-01?..] | 1929-01-01 | None | month", False),
    (units.after(FROM("1928-07-31")), "[1928-08-01..] | 1928-08-01 | None | day", False),
    (units.after(FROM("2021-24")), "[2022-03..] | 2022-03-01 | None | month", False),
    (units.after(units.with_part(units.month(2021, 6), Part.EARLY)), "[2021-06-11..] | 2021-06-11 | None | day", False),
    (units.after(units.with_part(units.year(2021), Part.EARLY)), "[2021-05..] | 2021-05-01 | None | month", False),
    (units.one_of([FROM("1941"), FROM("1943-07")]), "[1941,1943-07] | 1941-01-01 | 1943-07-31 | month", False),
    (
        units.one_of([units.week(MONDAY), units.after(FROM("2030"))]),
        "[2024-03-25..2024-03-31,2031..] | 2024-03-25 | None | week",
        False,
    ),
    (units.each_of([FROM("1975"), FROM("1980")]), "{1975,1980} | 1975-01-01 | 1980-12-31 | year", False),
    (units.each_of([FROM("1975"), units.since(FROM("1980"))]), "{1975,1980..} | 1975-01-01 | None | year", False),
]


@pytest.mark.parametrize(("x", "wanted", "stretch"), RANGES, ids=[wanted for _, wanted, _ in RANGES])
def test_ranges_open_moments_and_sets(x, wanted, stretch):
    assert shown(x) == wanted
    assert x.stretch is stretch
    assert edtf.parse(x.edtf).edtf == x.edtf


def test_a_range_must_not_be_reversed_nor_open_on_both_sides():
    with pytest.raises(ReversedRangeError):
        units.stretch(FROM("1945"), FROM("1941"))
    with pytest.raises(ReversedRangeError):
        units.block(FROM("1945"), FROM("1941"), Grain.YEAR)
    with pytest.raises(VagueDateError):
        units.stretch(None, None)


@pytest.mark.parametrize(
    ("make", "text", "wish"),
    [
        (units.before, "../1941", "'before'"),
        (units.after, "1941/..", "'after'"),
        (units.by, "XXXX-10-24", "'by'"),
        (lambda x: units.shift(x, 1), "XXXX-10-24", "counting on"),
        (lambda x: units.shift(x, 1), "[..1941]", "counting on"),
        (lambda x: units.shift(x, 1), "195X-07-21", "counting on"),
        (lambda x: units.shift(x, 1), "195X-22", "counting on"),
        (lambda x: units.shift(x, 1), "1954-1X", "counting on"),
    ],
)
def test_what_is_too_vague_to_count_from(make, text, wish):
    with pytest.raises(VagueDateError) as caught:
        make(FROM(text))
    assert str(caught.value) == (
        f"'{text}' states no definite days: {wish} needs a date whose first and last day are known"
    )


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "wanted"),
    [
        ("1941", False, False, "1941"),
        ("1941", True, False, "1941~"),
        ("1941", False, True, "1941?"),
        ("1941", True, True, "1941%"),
        ("1941~", True, False, "1941~"),
        ("1941~", False, True, "1941%"),
        ("1941?", True, False, "1941%"),
        ("1941%", False, True, "1941%"),
        ("1941-07~-21", False, True, "1941-07~-21?"),
        ("1941/1945", True, False, "1941~/1945~"),
        ("1941/..", True, False, "1941~/.."),
        ("/1945", True, False, "/1945~"),
        ("[1941,1943..1945]", True, False, "[1941~,1943~..1945~]"),
        ("{..1941,1945?}", True, False, "{..1941~,1945%}"),
        ("[1941..]", False, True, "[1941?..]"),
    ],
)
def test_marks_go_on_every_date(text, approximate, uncertain, wanted):
    assert units.qualify(FROM(text), approximate=approximate, uncertain=uncertain) == FROM(wanted)


def test_marking_keeps_grain_and_kind():
    week = units.qualify(units.week(MONDAY), approximate=True)
    assert (week.edtf, week.grain, week.stretch) == ("2024-03-25~/2024-03-31~", Grain.WEEK, False)


THIRDS = [
    ("2021-06", "2021-06-01 2021-06-10", "2021-06-11 2021-06-20", "2021-06-21 2021-06-30"),
    ("2021-02", "2021-02-01 2021-02-10", "2021-02-11 2021-02-20", "2021-02-21 2021-02-28"),
    ("2021", "2021-01-01 2021-04-30", "2021-05-01 2021-08-31", "2021-09-01 2021-12-31"),
    ("199X", "1990-01-01 1993-12-31", "1994-01-01 1996-12-31", "1997-01-01 1999-12-31"),
    ("19XX", "1900-01-01 1933-12-31", "1934-01-01 1966-12-31", "1967-01-01 1999-12-31"),
    ("1XXX", "1000-01-01 1333-12-31", "1334-01-01 1666-12-31", "1667-01-01 1999-12-31"),
    ("-02XX", "-0299-01-01 -0266-12-31", "-0265-01-01 -0233-12-31", "-0232-01-01 -0200-12-31"),
    ("2021-22", "2021-06-01 2021-06-30", "2021-07-01 2021-07-31", "2021-08-01 2021-08-31"),
    ("2021-36", "2021-10-01 2021-10-31", "2021-11-01 2021-11-30", "2021-12-01 2021-12-31"),
    ("2021-40", "2021-01-01 2021-02-28", "2021-03-01 2021-04-30", "2021-05-01 2021-06-30"),
    ("2021-37", "2021-01-01 2021-02-09", "2021-02-10 2021-03-21", "2021-03-22 2021-04-30"),
    ("1950/1999", "1950-01-01 1966-12-31", "1967-01-01 1983-12-31", "1984-01-01 1999-12-31"),
    ("2020/2021", "2020-01-01 2020-08-31", "2020-09-01 2021-04-30", "2021-05-01 2021-12-31"),
    ("2024-03-25/2024-03-31", "2024-03-25 2024-03-26", "2024-03-27 2024-03-29", "2024-03-30 2024-03-31"),
    ("2024-03-30/2024-03-31", *["2024-03-30 2024-03-31"] * 3),
    ("2024-03-25", *["2024-03-25 2024-03-25"] * 3),
    ("1946/..", *["1946-01-01 None"] * 3),
    ("XXXX-10", *["None None"] * 3),
]


def test_the_parts_of_a_week_are_those_people_speak_of():
    week = units.week(Day.of(2024, 3, 25))
    got = {
        part.value: (str(third.earliest), str(third.latest)) for part in Part for third in [units.with_part(week, part)]
    }
    assert got == {
        "early": ("2024-03-25", "2024-03-27"),
        "mid": ("2024-03-26", "2024-03-28"),
        "late": ("2024-03-29", "2024-03-31"),
    }


@pytest.mark.parametrize(("text", "early", "mid", "late"), THIRDS, ids=[row[0] for row in THIRDS])
def test_thirds(text, early, mid, late):
    unit = FROM(text)
    for part, wanted in zip(Part, (early, mid, late), strict=True):
        third = units.with_part(unit, part)
        assert (third.edtf, third.part, f"{third.earliest} {third.latest}") == (text, part, wanted)
        assert units.whole(third) == unit


def test_a_third_of_a_third_is_taken_of_the_whole():
    early = units.with_part(units.decade(199), Part.EARLY)
    assert units.with_part(early, Part.LATE) == units.with_part(units.decade(199), Part.LATE)


SHIFTS = [
    (FROM("2021-12-31"), 1, "2022-01-01 | 2022-01-01 | 2022-01-01 | day"),
    (units.week(MONDAY), -1, "2024-03-18/2024-03-24 | 2024-03-18 | 2024-03-24 | week"),
    (units.weekend(MONDAY + 5), 1, "2024-04-06/2024-04-07 | 2024-04-06 | 2024-04-07 | weekend"),
    (FROM("2021-12"), 1, "2022-01 | 2022-01-01 | 2022-01-31 | month"),
    (FROM("2021-24"), 1, "2022-21 | 2022-03-01 | 2022-05-31 | season"),
    (FROM("2021-28"), -4, "2020-28 | 2020-12-01 | 2021-02-28 | season"),
    (FROM("2021-30"), 1, "2022-31 | 2022-03-01 | 2022-05-31 | season"),
    (FROM("2021-33"), -1, "2020-36 | 2020-10-01 | 2020-12-31 | quarter"),
    (FROM("2021-38"), 2, "2022-37 | 2022-01-01 | 2022-04-30 | quarter"),
    (FROM("2021-41~"), 1, "2022-40~ | 2022-01-01 | 2022-06-30 | half"),
    (FROM("0001"), -2, "-0001 | -0001-01-01 | -0001-12-31 | year"),
    (FROM("9999?"), 1, "Y10000? | 10000-01-01 | 10000-12-31 | year"),
    (FROM("199X"), 1, "200X | 2000-01-01 | 2009-12-31 | decade"),
    (FROM("-02XX"), 1, "-01XX | -0199-01-01 | -0100-12-31 | century"),
    (FROM("1XXX"), 1, "2XXX | 2000-01-01 | 2999-12-31 | millennium"),
    (units.with_part(FROM("199X"), Part.EARLY), 1, "200X | 2000-01-01 | 2003-12-31 | decade"),
    (units.block(FROM("1950"), FROM("1999"), Grain.HALF), 1, "2000/2049 | 2000-01-01 | 2049-12-31 | half"),
    (units.span(MONDAY, MONDAY + 13, Grain.WEEK), 1, "2024-04-08/2024-04-21 | 2024-04-08 | 2024-04-21 | week"),
    (FROM("2024-03-25/2024-03-28"), 7, "2024-04-01/2024-04-04 | 2024-04-01 | 2024-04-04 | day"),
    (FROM("1946/.."), 1, "1947/.. | 1947-01-01 | None | year"),
    (FROM("../1946"), 1, "../1947 | None | 1947-12-31 | year"),
    (FROM("[1941,1945]"), 1, "[1942,1946] | 1942-01-01 | 1946-12-31 | year"),
    (FROM("{1941,1945-12}"), 1, "{1942,1946-01} | 1942-01-01 | 1946-01-31 | month"),
]


@pytest.mark.parametrize(("x", "n", "wanted"), SHIFTS, ids=[wanted for _, _, wanted in SHIFTS])
def test_shifts(x, n, wanted):
    moved = units.shift(x, n)
    assert shown(moved) == wanted
    assert units.shift(moved, -n) == x


CONTAINING = [
    ("2024-01-05", "week", "2024-01-01/2024-01-07"),
    ("2024-01-05", "weekend", "2024-01-06/2024-01-07"),
    ("2024-01-05", "month", "2024-01"),
    ("2024-01-05", "season", "2023-24"),
    ("2024-03-05", "season", "2024-21"),
    ("2024-12-05", "season", "2024-24"),
    ("2024-05-05", "quarter", "2024-34"),
    ("2024-06-30", "half", "2024-40"),
    ("2024-07-01", "half", "2024-41"),
    ("2024-07-01", "year", "2024"),
    ("2024-07-01", "decade", "202X"),
    ("2024-07-01", "century", "20XX"),
    ("2024-07-01", "millennium", "2XXX"),
    ("-0044-03-15", "decade", "-0050/-0041"),
    ("2024-07-01", "day", "2024-07-01"),
]


@pytest.mark.parametrize(("day", "grain", "wanted"), CONTAINING)
def test_containing(day, grain, wanted):
    unit = units.containing(Day.parse(day), Grain(grain))
    assert (unit.edtf, unit.grain) == (wanted, Grain(grain))

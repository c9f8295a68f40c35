"""Dates as readers write them."""

import pytest

from timeline.dates import Day, Grain, Interval, Part, edtf, units
from timeline.render.reader_dates import reader_date

WRITTEN = [
    ("2021-06-21", "21 June 2021"),
    ("2021-06-20/2021-06-21", "20–21 June 2021"),
    ("2024-09-30/2024-10-01", "30 September – 1 October 2024"),
    ("2023-12-28/2024-01-03", "28 December 2023 – 3 January 2024"),
    ("2021-06", "June 2021"),
    ("2004-06/2004-08", "June–August 2004"),
    ("2004-06/2006-08", "June 2004 – August 2006"),
    ("2004-06/2006-08~", "June 2004 – c. August 2006"),
    ("2021", "2021"),
    ("2002/2007", "2002–2007"),
    ("2002~/2007~", "c. 2002–2007"),
    ("2002-03/2007", "March 2002 – 2007"),
    ("1600~", "c. 1600"),
    ("1984?", "possibly 1984"),
    ("1984%", "possibly c. 1984"),
    ("1946/..", "since 1946"),
    ("../2030", "until 2030"),
    ("2004/", "from 2004, end unknown"),
    ("/2006", "until 2006, beginning unknown"),
    ("198X", "1980s"),
    ("190X", "1900–1909"),
    ("19XX", "20th century"),
    ("1XXX", "2nd millennium"),
    ("-02XX", "3rd century BCE"),
    ("2021-21", "spring 2021"),
    ("2021-24", "winter 2021"),
    ("2021-30", "southern summer 2021"),
    ("2021-35", "3rd quarter of 2021"),
    ("2021-38", "2nd third of 2021"),
    ("2021-41", "2nd half of 2021"),
    ("-0233", "234 BCE"),
    ("-0233-08-10", "10 August 234 BCE"),
    ("-0301/-0202", "302–203 BCE"),
    ("-0010/0010", "11 BCE – 10 CE"),
    ("0079-08", "August 79 CE"),
    ("Y17000", "17000"),
    ("[1667,1668]", "1667 or 1668"),
    ("[1667,1668,1670]", "1667, 1668 or 1670"),
    ("{1975,1980}", "1975 and 1980"),
    ("[..1927]", "by 1927"),
    ("[..2021-06-21]", "by 21 June 2021"),
    ("[1929..]", "1929 or later"),
    ("XXXX-10-24", "24 October, year unknown"),
    ("XXXX-10", "October, year unknown"),
    ("1984-1X", "a month in October–December 1984"),
]


@pytest.mark.parametrize("text, wanted", WRITTEN)
def test_edtf_in_words(text: str, wanted: str) -> None:
    found = reader_date(edtf.parse(text))
    assert found == wanted, f"{text}: wanted {wanted}, got {found}"


@pytest.mark.parametrize(
    "interval, wanted",
    [
        (units.week(Day.of(2024, 3, 18)), "week of 18 March 2024"),
        (units.weekend(Day.of(2024, 3, 23)), "weekend of 23–24 March 2024"),
        (units.with_part(units.decade(199), Part.EARLY), "early 1990s"),
        (units.with_part(units.decade(199), Part.MID), "mid-1990s"),
        (units.with_part(units.century(19), Part.LATE), "late 20th century"),
        (units.with_part(units.month(2021, 6), Part.MID), "mid-June 2021"),
        (units.with_part(units.season(2021, 1), Part.EARLY), "early spring 2021"),
        (units.with_part(units.quarter(2021, 3), Part.EARLY), "early in the 3rd quarter of 2021"),
        (units.with_part(units.week(Day.of(2024, 3, 18)), Part.LATE), "late in the week of 18 March 2024"),
        (units.decade(-1), "11–2 BCE"),
        (units.block(units.year(1950), units.year(1999), Grain.DECADE), "some time in 1950–1999"),
        (units.stretch(units.with_part(units.decade(199), Part.EARLY), units.year(2005)), "early 1990s – 2005"),
    ],
)
def test_units_in_words(interval: Interval, wanted: str) -> None:
    assert reader_date(interval) == wanted


@pytest.mark.parametrize(
    "text, phrase, wanted",
    [
        ("[..1927]", "before 1928", "before 1928"),
        ("[..1927]", "trước năm 1928", "before 1928"),
        ("[..2030]", "by 2030", "by 2030"),
        ("[1929..]", "after 1928", "after 1928"),
        ("[1929..]", "1929 or later", "1929 or later"),
    ],
)
def test_the_phrase_says_which_year_was_meant(text: str, phrase: str, wanted: str) -> None:
    assert reader_date(edtf.parse(text), phrase) == wanted

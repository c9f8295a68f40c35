"""What "the same day" and "the following year" count from in a report."""

import pytest
from phrases import found, mentioned

REPORTS = [  # the text, the date of its last phrase
    ("They came on Sunday. The same day they left", "2024-03-24"),
    ("They came on Sunday. The next day they left", "2024-03-25"),
    ("They came on Sunday, and on 8 March 1990 they had met; the next day they left", "1990-03-09"),
    ("They came on Sunday. On 8 March 1990 they met. The next day they left", "1990-03-09"),
    ("They came on Sunday. On 8 March 1990 they met. The guests, who came the previous day, left", "2024-03-23"),
    ("They came on Sunday. On 8 March 1990 they met.\nThat evening they left", "2024-03-24"),
    ("They came on Sunday.\nThey met on Friday.\nThe same day they left", "2024-03-24"),  # the day of the report
    ("They came on Sunday.\nThey met on Friday. The same day they left", "2024-03-22"),
    ("HANOI, March 25 (AGENCY) - They came on Sunday.\nThe same day they left", "2024-03-24"),
    ("(Hanoi, March 25) They came on Sunday.\nThe same day they left", "2024-03-24"),
    ("They met on 8 March 1990. The next day they left", "1990-03-09"),
    ("They came on Sunday (born on 3 May 1950). That day they left", "2024-03-24"),
    ("Born on 3 May 1950, he came. That day he left", "1950-05-03"),
    ("They came on Sunday.\nThey had met on Friday.\nThe next day they left", "2024-03-25"),
    ("They came on Sunday. On 8 March 1990 they met. In 1995 it rained. The next day they left", "2024-03-25"),
    ("They rested in 1990.\nThat day they left", "2024-03-25"),
    ("They rested in 1990. That day they left", "1990"),
    ("She led it from 2006 to 2012. A year later she died", "2013"),
    ("They met for the term of 2021-2026. A year later they left", None),
    ("They came from 3 to 5 March 2019. A year later they died", "2020"),
    ("They came from 3 to 5 March 2019 and on Sunday. The same day they left", "2024-03-24"),
    ("They met in 1975, 1980 and 1985. Two years later they left", "1987"),
    ('It came in 1995 ("Letters, 1999"). The following year it won', "1996"),
    ("It came in the third quarter of 2019 and went the following year", "2020"),
    ("It came in the third quarter of 2019 and went a year later", "2020"),
    ("It came in 2010; the next year it went", "2011"),
    ("It came in 2010.\nThe next year it went", "2025"),
    ("It came in 2010. It will go the next year", "2025"),
    ("It came in 2010.\nIt will go in the following year", "2025"),
    ("It came in February 2024.\nIt will go in the following month", "2024-03"),
    ("It came in 2010.\nIt went in the following year", "2011"),
    ("The following year it went", "2025"),
]

OTHER_LANGUAGES = [
    ("vi", "Năm 1968, bà đi học. Tháng 3 năm sau, bà về", "1969-03"),
    ("vi", "Năm 1968, bà đi học. Năm sau, bà về", "1969"),
    ("vi", "Năm 1968, bà đi học.\nNăm sau, bà sẽ về", "2025"),
    ("ko", "회의는 24일 열렸다. 동맹은 1945년 11월 18일 결성되였다. 같은 날 연회가 있었다", "2024-03-24"),
    ("ko", "회의는 24일 열렸다. 동맹은 1945년 11월 18일 결성되였으며 이듬해 5월 가입하였다", "1946-05"),
    ("ko", "대회는 2021년에 열렸다. 이듬해 5월 대표단이 왔다", "2022-05"),
]

UNWRITTEN = [  # without a day of writing
    ("They met on 8 March 1990.\nThat day they left", "1990-03-08"),
    ("They met in 1990. They will meet the next year", "1991"),
]


@pytest.mark.parametrize(
    ("text", "wanted", "anchor"),
    [*((*row, "2024-03-25") for row in REPORTS), *((*row, None) for row in UNWRITTEN)],
)
def test_what_a_report_counts_from(text, wanted, anchor):
    got = found(text + ".", anchor=anchor)[-1][1]
    assert got == wanted, [(m.text, m.interval, m.steps) for m in mentioned(text + ".", anchor=anchor)]


@pytest.mark.parametrize(("language", "text", "wanted"), OTHER_LANGUAGES)
def test_what_a_report_counts_from_in_other_languages(language, text, wanted):
    got = found(text + ".", language=language)[-1][1]
    assert got == wanted, [(m.text, m.interval, m.steps) for m in mentioned(text + ".", language=language)]

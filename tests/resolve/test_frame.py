"""The date that lends its year to those around it: headings, openings of paragraphs, years in the same clause."""

import pytest
from phrases import MONDAY, found, mentioned

LENT = [  # the text, when it was written, what it tells
    ("1995\nIt opens on 4 May.", None, ["1995", "1995-05-04"]),
    ("1995: It opens on 4 May.\n1996: It moves on 6 June.", MONDAY, ["1995", "1995-05-04", "1996", "1996-06-06"]),
    ("1995 - It opens on 4 May.", MONDAY, ["1995", "1995-05-04"]),
    ("1995. It opens on 4 May.", MONDAY, ["1995", "1995-05-04"]),
    ("* In 1995\nIt opens in spring.", MONDAY, ["1995", "1995-21"]),
    ("1995\nOpens on 4 May\n1997 Joins it on 3 June", None, ["1995", "1995-05-04", "1997", "1997-06-03"]),
    ("1972-1974\nIt meets on 4 March.", MONDAY, ["1972/1974", "2024-03-04"]),  # of which year?
    ("14 October 1975\nThe first course ends in February.", MONDAY, ["1975-10-14", "1976-02"]),
    ("14 October 1975\nThe first course ends on the 20th.", MONDAY, ["1975-10-14", "1975-10-20"]),
    ("1975\nThe first course ended on the 20th.", MONDAY, ["1975", "2024-03-20"]),
    ("January 3, 2024\nThe club met on December 28.", MONDAY, ["2024-01-03", "2023-12-28"]),
    ("1995\nIt opens.\n\nContact\nThe office opened on 4 June.", MONDAY, ["1995", "2023-06-04"]),  # another heading
    ("1995\nIt opens.\n\nIn 1994 it was planned. It opened on 4 May.", MONDAY, ["1995", "1994", "1994-05-04"]),
    ("1995\nIt opens, founded in 1990 and built on 4 May.", MONDAY, ["1995", "1990", "1995-05-04"]),
    ("1995\nIt opens.\n\nIt will meet on 4 May.", MONDAY, ["1995", "2024-05-04"]),
    (f"1995\nIt opens.\n\n{'The union went on and on. ' * 200}\nIt met on 4 June.", MONDAY, ["1995", "2023-06-04"]),
    ("In 1995 they met there on 4 September.", MONDAY, ["1995", "1995-09-04"]),
    ("In 1995, they met. On 4 September they left.", MONDAY, ["1995", "1995-09-04"]),
    ("In 1995, they met. On 20 March they left.", MONDAY, ["1995", "2024-03-20"]),  # close to the day of writing
    ("In 1995, they met.\nOn 4 September they left.", MONDAY, ["1995", "2023-09-04"]),
    ("In 1995, they met. They will meet again on 4 September.", MONDAY, ["1995", "2024-09-04"]),
    ("In 2031 they will meet. They met on 4 September.", MONDAY, ["2031", "2023-09-04"]),
    ("In 2031 they will meet; that will be on 4 September.", MONDAY, ["2031", "2031-09-04"]),
    ("They left. In 1995, they met. On 4 September they left.", MONDAY, ["1995", "1995-09-04"]),
    ("In 1995, they met; in 1996 they left. On 4 September they came.", MONDAY, ["1995", "1996", "1996-09-04"]),
    ("In 1995, they met. The 1990 pact ended on 4 September.", MONDAY, ["1995", "1990", "1995-09-04"]),
    ("The 1995 report came on 4 March.", MONDAY, ["1995", "2024-03-04"]),
    ("The union printed its 1995 report on 4 March.", MONDAY, ["1995", "2024-03-04"]),
    ("The union's 1995 report came on 4 March.", MONDAY, ["1995", "2024-03-04"]),
    ("Dates for 1995\n\n- 4 May: a talk\n- 6 June: a fair", MONDAY, ["1995", "1995-05-04", "1995-06-06"]),
    ("Dates for 1995:\n* 4 May: a talk\n* 6 June: a fair", None, ["1995", "1995-05-04", "1995-06-06"]),
    ("Dates for 1995\nA talk was given on 6 June.", MONDAY, ["1995", "2023-06-06"]),  # no list
    ("On 20 October 1930 it was founded. On 18 October they met.", "2024-10-20", ["1930-10-20", "2024-10-18"]),
    ("On 20 October 1930 it was founded. On 18 May they met.", "2024-10-20", ["1930-10-20", "1931-05-18"]),
    ("In 1995, they met. The following year, on 4 May, they left.", MONDAY, ["1995", "1996", "1996-05-04"]),
    ("In 1995, they met, and the following year left. On 4 May they come.", MONDAY, ["1995", "1996", "2024-05-04"]),
    ("1995\nThey met, and the following year left. On 4 May they come.", MONDAY, ["1995", "1996", "1995-05-04"]),
    ("In 1995, they met. The following month they left on 4 May.", MONDAY, ["1995", "1996-01", "1995-05-04"]),
    ("On 22 May 1995 they met. In December they left.", MONDAY, ["1995-05-22", "1995-12"]),
    ("They met in 2021 on 9 July.", MONDAY, ["2021", "2021-07-09"]),
    ("Founded in 1930, they met on 4 March.", MONDAY, ["1930", "2024-03-04"]),
    ("They met (in 1930 for once) on 4 March.", MONDAY, ["1930", "2024-03-04"]),
    (f"They met in 2021 in the {'old ' * 20}hall on 4 March.", MONDAY, ["2021", "2024-03-04"]),
    ("On 20 October 1930 it was founded. On 18 May they met in 2022.", None, ["1930-10-20", "2022-05-18", "2022"]),
    ("On 20 October 2020 it was founded. On 18 May they met in 2022.", None, ["2020-10-20", "2021-05-18", "2022"]),
    ("In 1995 they met there on 4 September.", "../2024", ["1995", "1995-09-04"]),
    ("In 1995 they met there on 4 September.", "2024/..", ["1995", "2023-09-04"]),
    ("In 1995 they met there on 30 February.", MONDAY, ["1995"]),
    ("In 1995 they met there on 29 February.", MONDAY, ["1995", "2024-02-29"]),  # not in 1995
    ("In 1995 they met there on Friday.", MONDAY, ["1995", "2024-03-22"]),
]

LISTS = [  # read on Monday 25 March 2024
    ("en", "Milestones of 2019\n1. 5 May: a hall.\n2. 7 June: a law.", ["2019", "2019-05-05", "2019-06-07"]),
    ("en", "Events in 2018:\n(a) 4 April - meeting\n(b) 9 May - visit", ["2018", "2018-04-04", "2018-05-09"]),
    ("en", "# 2021\n\nOn 5 May it was shut.", ["2021", "2021-05-05"]),
    ("en", "## 2021\n1. January 5: a hall.", ["2021", "2021-01-05"]),
    ("en", "2021 highlights\n- 5 January: a hall.", ["2021", "2021-01-05"]),
    ("en", "Its 2019 report says:\n- On 5 May it will open.", ["2019", "2024-05-05"]),
    ("en", "It grew in 2019, so much is clear. It says:\n- On 5 May it will open.", ["2019", "2024-05-05"]),
    ("vi", "Sự kiện năm 2019:\n1. Ngày 5/5: khai trương.", ["2019", "2019-05-05"]),
    ("ko", "2019년 주요 일지\n1) 5월 5일 개소\n2) 6월 7일 통과", ["2019", "2019-05-05", "2019-06-07"]),
]

OTHER_LANGUAGES = [
    ("vi", "Năm 1946\nNgày 20/10, Hội ra đời.", ["1946", "1946-10-20"]),
    ("vi", "Năm 1995, Hội họp từ ngày 4 đến 15 tháng 9.", ["1995", "1995-09-04/1995-09-15"]),
    ("ko", "1995년\n5월 4일 창립총회 개최\n9월 학교 설립", ["1995", "1995-05-04", "1995-09"]),
    ("ko", "1995년 대표단이 참가하였다. 9월 4일 개막식이 있었다.", ["1995", "1995-09-04"]),
]


@pytest.mark.parametrize(("text", "anchor", "wanted"), LENT)
def test_a_year_that_is_lent(text, anchor, wanted):
    got = [date for _, date in found(text, anchor=anchor)]
    assert got == wanted, [(m.text, m.rule, m.steps) for m in mentioned(text, anchor=anchor)]


@pytest.mark.parametrize(("language", "text", "wanted"), LISTS)
def test_a_heading_lends_its_year_to_a_list(language, text, wanted):
    got = [m.interval.edtf for m in mentioned(text, language=language) if m.interval]
    assert got == wanted, [(m.text, m.rule, m.steps) for m in mentioned(text, language=language)]


@pytest.mark.parametrize(("language", "text", "wanted"), OTHER_LANGUAGES)
def test_a_year_that_is_lent_in_other_languages(language, text, wanted):
    got = [date for _, date in found(text, anchor=None, language=language)]
    assert got == wanted, [(m.text, m.rule, m.steps) for m in mentioned(text, anchor=None, language=language)]


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("1995\nIt opens on 4 May.", False),
        ("In 1995, they met on 4 May.", False),
        ("In 1995, they met. On 4 May they left.", True),  # another sentence
    ],
)
def test_a_year_lent_by_another_sentence_is_inferred(text, inferred):
    assert mentioned(text)[-1].inferred is inferred


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Opens on 5 May\n1997: Moves", ["on 5 May", "1997"]),
        ("Opens on 5 May\n1997 Joins the league", ["on 5 May", "1997"]),
        ("1997\n5 May: opens", ["1997", "5 May"]),
        ("The calendar of 1997\n- 5 May: opens", ["1997", "5 May"]),
        ("Opens again on 5 May\n\n- 8 June", ["on 5 May", "8 June"]),
        ("It was in the year of the great fire that they met, on 5 May\n1997 for the first time.", ["on 5 May\n1997"]),
        ("It came on 5\nMay 1997.", ["on 5\nMay 1997"]),
        ("It came on May 5,\r\n1997 in the end.", ["on May 5,\r\n1997"]),
    ],
)
def test_a_date_ends_with_its_line_where_a_heading_does(text, phrases):
    assert [phrase for phrase, _ in found(text)] == phrases

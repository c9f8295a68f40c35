"""The day of writing out of the text itself: a stamp, a dateline, the latest year it tells."""

import pytest
from phrases import mentioned, tongue

from timeline.resolve.publication import heads

MET = "They met on Friday."
YEARLESS = "They met on July 9."

TEXTS = [  # text, the date of its last sentence, whether it is inferred
    (f"date: 2024-03-25. {MET}", "2024-03-22", False),
    (f"Published 25 March 2024\n{MET}", "2024-03-22", False),
    (f"published on:\n25 March 2024\n{MET}", "2024-03-22", False),
    (f"HANOI, March 25, 2024 - {MET}", "2024-03-22", False),
    (f"SEOUL, March 25, 2024 (AGENCY) -- {MET}", "2024-03-22", False),
    (f"Title of the piece\nHO CHI MINH CITY, March 25, 2024 (AGENCY) -- {MET}", "2024-03-22", False),
    (f"date: 2024-03-25\nHANOI, March 2, 2020 - {MET}", "2024-03-22", False),  # the stamp is stronger
    (f"Published March 2024. {YEARLESS}", "2024-07-09", True),  # no day
    (f"Published March 25\n{YEARLESS}", "XXXX-07-09", False),  # no year
    (f"the city of hanoi, March 25, 2024 - {YEARLESS}", "2024-07-09", True),  # no name
    (f"Then in Hanoi the big new red old cold hall, March 25, 2024 - {YEARLESS}", "2024-07-09", True),
    (f"{'The union went on. ' * 25}\nHANOI, March 25, 2019 - It ended in 2021. {YEARLESS}", "2021-07-09", True),
    (f"It ended in 2021. {YEARLESS}", "2021-07-09", True),
    (f"It began in 2019 and ended in 2021; until 2030 it rests. {YEARLESS}", "2021-07-09", True),
    (f"By 2030 it ends. {YEARLESS}", "XXXX-07-09", False),
    (f"In 2031 it will end. {YEARLESS}", "XXXX-07-09", False),  # a plan
    (f"In the 1980s it ended. {YEARLESS}", "XXXX-07-09", False),  # no year
    (f"It lasted three years. {YEARLESS}", "XXXX-07-09", False),
    (f"HANOI, March 25 - It ended in 2021. {MET}", "2021-03-19", True),
    (f"HANOI (AGENCY March 25, 2024) - {MET}", "2024-03-22", False),
    (f"Monday, March 25, 2024 (GMT+7)\n{MET}", "2024-03-22", False),
    (f"Title of the piece\nMarch 25, 2024\n{MET}", "2024-03-22", False),
    (f"Title\nAnd another line\nand one more\nMarch 25, 2019\nIt ended in 2021. {YEARLESS}", "2019-07-09", False),
    (f"March 25, 2019 was the day.\nIt ended in 2021. {YEARLESS}", "2021-07-09", True),  # the line goes on
    (YEARLESS, "XXXX-07-09", False),
]

DISPATCHES = [  # of other languages: the text, the date of its last sentence
    ("ko", "(평양 7월 20일발 통신) 주체110(2021)년의 회의가 어제 열렸다.", "2021-07-19"),
    ("ko", "【평양 2021년 7월 20일발 통신】 회의가 어제 열렸다.", "2021-07-19"),
    ("ko", "주체110(2021)년 7월 20일 《신문》\n회의가 어제 열렸다.", "2021-07-19"),
    ("ko", "입력 2021.07.20 09:00\n회의가 어제 열렸다.", "2021-07-19"),
    ("vi", "HÀ NỘI, 25/3 — Hội đã gặp gỡ trong năm 2021. Hôm qua đoàn về nước.", "2021-03-24"),
    ("vi", "HÀ NỘI, 25/3/2021 — Chiều 24/3 đoàn về nước.", "2021-03-24"),
    ("vi", "Hà Nội (TTX 25/3/2021) - Hôm qua đoàn về nước.", "2021-03-24"),
    ("vi", "Thứ Năm, 25/03/2021, 08:12 (GMT+7)\nHôm qua đoàn về nước.", "2021-03-24"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), DISPATCHES)
def test_the_day_of_writing_in_other_languages(language, text, wanted):
    *_, last = mentioned(text, anchor=None, language=language)
    assert last.interval is not None, last
    assert last.interval.edtf == wanted, text


@pytest.mark.parametrize(("text", "wanted", "inferred"), TEXTS)
def test_the_day_of_writing_in_the_text(text, wanted, inferred):
    *_, last = mentioned(text, anchor=None)
    got = last.interval and last.interval.edtf, last.inferred
    assert got == (wanted, inferred), [
        (m.text, m.rule, m.interval and m.interval.edtf, m.steps) for m in mentioned(text, anchor=None)
    ]


def test_a_known_day_of_writing_is_stronger():
    *_, last = mentioned(f"date: 2020-03-25. {MET}")
    assert last.interval is not None
    assert last.interval.edtf == "2024-03-22"


def test_a_dateline_heads_its_text():
    text = f"HANOI, March 25, 2024 - {MET}"
    assert [heads(mention, text, tongue()) for mention in mentioned(text, anchor=None)] == [True, False]

"""What was done on a day is over, however near the next such day is; what was said or planned of it may be to come."""

import pytest
from phrases import mentioned, tongue

from timeline.resolve.happening import happened

WRITTEN = "2024-03-25"
CASES = [  # read on Monday 25 March 2024
    ("en", "The bank opened an office in Lagos on 5 May and hired forty people.", "2023-05-05"),
    ("en", "The bank will open an office in Lagos on 5 May.", "2024-05-05"),
    ("en", "The bank will issue preferred shares on 5 May.", "2024-05-05"),
    ("en", "On 5 May, the bank opened an office.", "2023-05-05"),
    ("en", "It grew. On 5 May the bank opened an office.", "2023-05-05"),
    ("en", "On 5 May the bank that opened an office will close.", "2024-05-05"),
    ("en", "On 5 May the bank.", "2024-05-05"),
    ("en", "The mayor resigned in April.", "2023-04"),
    ("en", "The mayor resigned in early April.", "2023-04"),
    ("en", "The mayor resigned on the 28th.", "2024-02-28"),
    ("en", "The museum was closed from 1 May to 9 May.", "2023-05-01/2023-05-09"),
    ("en", "He died on 5 May.", "2023-05-05"),
    ("en", "She went to Rome on 5 May.", "2023-05-05"),
    ("en", "She went to the court on 5 May.", "2023-05-05"),
    ("en", "She was asked to testify on 5 May.", "2024-05-05"),
    ("en", "They started to work on 5 May.", "2024-05-05"),
    ("en", "The talks were postponed, and on 5 May no one comes.", "2024-05-05"),
    ("en", "The court extended the offer on 5 May.", "2024-05-05"),
    ("en", "They criticised the April rules.", "2024-04"),
    ("en", "They met before the 5 May of all days.", "[..2024-05-04]"),
    ("vi", "Ngân hàng đã khai trương văn phòng ngày 5/5.", "2023-05-05"),
    ("vi", "Ngân hàng đã khai trương văn phòng ngày 5 tháng 5.", "2023-05-05"),
    ("vi", "Ngày 5/5, ngân hàng đã khai trương văn phòng.", "2023-05-05"),
    ("vi", "Ngân hàng đã quyết định khai trương văn phòng ngày 5/5.", "2024-05-05"),
    ("vi", "Ngân hàng sẽ khai trương văn phòng ngày 5/5.", "2024-05-05"),
    ("ko", "은행은 5월 5일 사무소를 열었다.", "2023-05-05"),
    ("ko", "은행은 5월 5일 사무소를 연다고 밝혔다.", "2024-05-05"),
    ("ko", "은행은 5월 5일 사무소를 열기로 했다.", "2024-05-05"),
    ("ko", "12월 1일 문을 열었다. 4월 말 문을 닫을 전망이다.", "2024-04"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_what_happened_is_over(language, text, wanted):
    last = mentioned(text, language=language, anchor=WRITTEN)[-1]
    assert last.interval is not None
    assert last.interval.edtf == wanted, (text, last.text, last.steps)


def test_a_language_without_such_words_tells_nothing_of_it():
    english = tongue("en")._replace(intents=frozenset())
    assert not happened(None, "", None, english)

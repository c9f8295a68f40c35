"""What was planned, put off and overtaken, and what counts from the day told right before it; by its text alone."""

import pytest
from phrases import mentioned

WRITTEN = "2024-10-16"  # a Wednesday
PLANS = [  # the last date of the text
    ("en", "The fair is planned for May.", "2025-05"),
    ("en", "The fair planned for May was cancelled.", "2024-05"),
    ("en", "The fair is scheduled for March.", "2025-03"),
    ("en", "The fair is set for May.", "2025-05"),
    ("en", "The fair is planned for March 12 at 10 a.m. in Hue.", "2025-03-12"),
    ("en", "The fair, originally planned for August, drew few.", "2024-08"),
    ("en", "The fair was postponed to March.", "2025-03"),
    ("en", "The fair was rescheduled for 5 May.", "2025-05-05"),
    ("en", "The fair moved there in August.", "2024-08"),
    ("vi", "Hội chợ bị lùi sang tháng 3.", "2025-03"),
    ("vi", "Hội chợ đã được lùi sang tháng 12.", "2024-12"),
    ("vi", "Hội chợ dự kiến diễn ra vào tháng 8.", "2025-08"),
    ("vi", "Hội chợ dự kiến diễn ra vào tháng 8 đã bị hủy.", "2024-08"),
    ("vi", "Hội chợ lẽ ra diễn ra vào tháng 8 nhưng không thành.", "2024-08"),
    ("vi", "Hôm 25/11, hội chợ khai mạc.", "2023-11-25"),
    ("vi", "Ngày 25/11, hội chợ khai mạc.", "2024-11-25"),
    ("vi", "Hội chợ sẽ khai mạc hôm 25/11.", "2024-11-25"),
    ("vi", "Hôm 25/11 tới, hội chợ khai mạc.", "2024-11-25"),
    ("vi", "Hôm 20, hội chợ khai mạc.", "2024-09-20"),
    ("ko", "8월에 열릴 예정이던 박람회가 취소됐다.", "2024-08"),
    ("ko", "12월에 열릴 예정이던 박람회가 취소됐다.", "2024-12"),
    ("ko", "8월에 열릴 예정인 박람회다.", "2025-08"),
    ("ko", "박람회는 3월로 미뤄졌다.", "2025-03"),
]
BEHIND = [
    ("en", "He arrived on Monday last week and left on Wednesday.", "2024-10-09"),
    ("en", "He resigned on Monday last week, the ministry said on Wednesday.", "2024-10-16"),
    ("en", "He resigned on Monday last week. The ministry agreed on Wednesday.", "2024-10-16"),
    ("en", "He arrived on Monday next week and left on Tuesday.", "2024-10-15"),
    ("en", "He arrived on Monday last week and will leave on Friday.", "2024-10-18"),
    (
        "en",
        "He arrived on Monday last week with a party of forty men and eleven women whom nobody had asked on Tuesday.",
        "2024-10-15",
    ),
    ("vi", "Ông về Huế hôm thứ Hai tuần trước và rời đi hôm thứ Tư.", "2024-10-09"),
    ("ko", "그는 지난주 월요일 도착해 수요일 떠났다.", "2024-10-09"),
    ("en", "In September sales rose from the same month last year.", "2023-09"),
    ("en", "In September sales rose from a year earlier.", "2023"),
    ("en", "Sales rose in August from a month earlier.", "2024-07"),
    ("en", "Sales rose from two years ago.", "2022"),
    ("ko", "9월 수출은 전년 동월 대비 늘었다.", "2023-09"),
    ("ko", "9월 수출은 지난해 같은 달보다 늘었다.", "2023-09"),
    ("en", "They must apply before 8 p.m. on Thursday.", "[..2024-10-17]"),
    ("en", "They must apply before Thursday.", "[..2024-10-16]"),
    ("en", "The shop was robbed after 9 p.m. on Thursday.", "[2024-10-10..]"),
    ("vi", "Từ ngày 1-6, giá tăng.", "2024-06-01/.."),
    ("vi", "Hội chợ mở cửa từ ngày 22-24.", "2024-10-22/2024-10-24"),
    ("vi", "Hội chợ mở cửa từ ngày 1 đến 6.", "2024-10-01/2024-10-06"),
    ("vi", "Hội chợ mở cửa từ ngày 1-6/11.", "2024-11-01/2024-11-06"),
    ("en", "The tour starts in Hue on Nov 3 and ends in Vinh on the 24th.", "2024-11-24"),
    ("en", "The tour started on Nov 3, 2019. It ended on the 24th.", "2024-09-24"),
    ("ko", "대회는 11월 3일 시작해 24일 끝난다.", "2024-11-24"),
    ("vi", "Giải khai mạc ngày 3/11 và bế mạc ngày 24.", "2024-11-24"),
    ("en", "The visit comes ahead of a fair in January.", "2025-01"),
    ("en", "She joined in her twenties, in the late 1990s.", "199X"),
    ("ko", "접수 기한은 오는 31일까지다.", "../2024-10-31"),
    ("ko", "임기는 2026년까지였다.", "../2026"),
    ("ko", "시행은 내년 1월부터다.", "2025-01/.."),
]
UNDATED = [
    ("ko", "양측은 5월 3일 회담했다. 이어 17일 다시 만났다.", ["XXXX-05-03", "XXXX-05-17"]),
    ("ko", "양측은 5월 3일 회담했다. 이어 2일 다시 만났다.", ["XXXX-05-03"]),
    ("ko", "양측은 17일 회담했다.", []),
    ("en", "They met in May. On the 17th they met again.", ["XXXX-05", "XXXX-05-17"]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), [*PLANS, *BEHIND])
def test_the_last_date_of_a_report(language, text, wanted):
    last = mentioned(text, language=language, anchor=WRITTEN)[-1]
    assert last.interval is not None
    assert last.interval.edtf == wanted, (text, last.text, last.steps)


@pytest.mark.parametrize(("language", "text", "wanted"), UNDATED)
def test_days_of_a_month_whose_year_nobody_tells(language, text, wanted):
    assert [m.interval.edtf for m in mentioned(text, language=language, anchor=None)] == wanted, text

"""What is drafted from single sentences: a table a construct, in each language."""

from typing import NamedTuple

import pytest

import timeline


class Case(NamedTuple):
    """A text, and what must be drafted: EDTF, kind, status, and organisations, of each draft in order."""

    text: str
    wanted: tuple[tuple[str, ...], ...]
    language: str = "en"
    published: str | None = "2024-03-25"


def drafted(case: Case) -> list[tuple[str, ...]]:
    return [
        (one.edtf, one.kind, one.status, *one.organisations)
        for one in timeline.extract(case.text, case.published, case.language)
        if not one.implied
    ]


HELD = "held"
RIVER = "River Union"

CASES = {
    "a verb and its date": Case(
        "On 5 May 2021, the River Union opened an office.", (("2021-05-05", "opening", HELD, RIVER),)
    ),
    "a support verb leaves it to its noun": Case(
        "The River Union (RU) organised a workshop on 5 May 2021.", (("2021-05-05", "workshop", HELD, RIVER),)
    ),
    "of a compound the last noun counts": Case(
        "The River Union held a consultation workshop on 5 May 2021.", (("2021-05-05", "workshop", HELD, RIVER),)
    ),
    "a passive has its noun before it": Case(
        "The 7th Congress of the River Union was held in June 2021.", (("2021-06", "congress", HELD, RIVER),)
    ),
    "a noun right before its date": Case(
        "The 7th Congress of the River Union in June 2021 approved the plan of the Lake Party.",
        (("2021-06", "congress", HELD, RIVER),),
    ),
    "planned by its words": Case(
        "The 8th Congress of the River Union will be held in June 2026.", (("2026-06", "congress", "planned", RIVER),)
    ),
    "cancelled": Case(
        "The forum of the River Union on 5 May 2023 was cancelled.", (("2023-05-05", "forum", "cancelled", RIVER),)
    ),
    "a list of years under one noun": Case(
        "The River Union attended the World Conference on Lakes in 1985, 1990 and 1996.",
        tuple((year, "conference", HELD, RIVER) for year in ("1985", "1990", "1996")),
    ),
    "memberships in brackets": Case(
        "The River Union participates in many bodies: the Lake Federation (since 1946), the Sea Council (since 1996).",
        (
            ("1946/..", "membership", HELD, RIVER, "Lake Federation"),
            ("1996/..", "membership", HELD, RIVER, "Sea Council"),
        ),
    ),
    "anniversaries pair in order": Case(
        "In 2020 they marked the 90th and 75th anniversaries of the River Union and the Lake Union respectively.",
        (("2020", "anniversary", HELD, RIVER), ("2020", "anniversary", HELD, "Lake Union")),
    ),
    "two meetings on one date": Case(
        "The River Union will host both the second Regional Meeting and the second Meeting of its Board in May 2030.",
        (("2030-05", "meeting", "planned", RIVER), ("2030-05", "meeting", "planned", RIVER)),
    ),
    "a name that begins like what was told before": Case(
        "On 5 May 2021 the River Union met. On 6 May 2021 the Federation of Lake Clubs opened an office.",
        (("2021-05-05", "meeting", HELD, RIVER), ("2021-05-06", "opening", HELD, "Federation of Lake Clubs")),
    ),
    "a name with a small word behind a hyphen": Case(
        "The Inter-communal Committee opened an office on 5 May 2021.",
        (("2021-05-05", "opening", HELD, "Inter-communal Committee"),),
    ),
    "a verb between two dates is that of the first": Case(
        "She was arrested in May 2019. In June that year the Lake Court sentenced her to a fine, but the fine was "
        "lifted by the Hill Court on 5 May 2020.",
        (
            ("2019-05", "arrest", HELD),
            ("2019-06", "decision", HELD, "Lake Court"),
            ("2020-05-05", "decision", HELD, "Hill Court"),
        ),
    ),
    "two things done on one date": Case(
        "The River Union visited a school and opened a seminar on water on 8 April 2021.",
        (("2021-04-08", "visit", HELD, RIVER), ("2021-04-08", "seminar", HELD, RIVER)),
    ),
    "two things done on the date in front of them": Case(
        "On 8 April 2021 the River Union signed an agreement with the Lake Union and opened an exhibition.",
        (
            ("2021-04-08", "agreement", HELD, RIVER, "Lake Union"),
            ("2021-04-08", "exhibition", HELD, RIVER, "Lake Union"),
        ),
    ),
    "two things done, each with its date": Case(
        "The River Union visited a school on 7 April 2021 and opened a seminar on water on 8 April 2021.",
        (("2021-04-07", "visit", HELD, RIVER), ("2021-04-08", "seminar", HELD, RIVER)),
    ),
    "a life is no second thing done": Case(
        "The River Union was founded and appointed its first chairwoman in 1931.",
        (("1931", "appointment", HELD, RIVER),),
    ),
    "two days in a row are one stretch": Case(
        "On 8 and 9 April 2021 the River Union held the 5th Lake Forum.",
        (("2021-04-08/2021-04-09", "forum", HELD, RIVER, "Lake Forum"),),
    ),
    "two days, each of its own": Case(
        "The River Union and the Lake Union held congresses on 8 and 9 April 2021 respectively.",
        (("2021-04-08", "congress", HELD, RIVER, "Lake Union"), ("2021-04-09", "congress", HELD, RIVER, "Lake Union")),
    ),
    "put off to another day": Case(
        "A meeting of the River Union, originally scheduled for 5 March 2024, was postponed to 9 April 2024.",
        (("2024-03-05", "meeting", "cancelled", RIVER), ("2024-04-09", "meeting", "planned", RIVER)),
    ),
    "what was agreed on": Case(
        "The River Union and the Lake Union agreed to hold the third seminar in May 2025.",
        (("2025-05", "seminar", "planned", RIVER, "Lake Union"),),
    ),
    "a later verb has its own date": Case(
        "The River Union was founded in 1950 and sold its boats in 1988.",
        (("1950", "founding", HELD, RIVER), ("1988", "event", HELD, RIVER)),
    ),
    "a visit that leads the sentence in": Case(
        "During the visit to Hanoi, on 21 October 2023, the River Union opened an office.",
        (("2023-10-21", "opening", HELD, RIVER),),
    ),
    "the event of a lead-in with its own date": Case(
        "At a conference in Hanoi in May 2023, the River Union was given a flag.",
        (("2023-05", "conference", HELD, RIVER),),
    ),
    "a participle says only by whom": Case(
        "A delegation headed by Ms. Anna Berg of the River Union arrived on 5 May 2021.",
        (("2021-05-05", "visit", HELD, RIVER),),
    ),
    "an office until a year": Case(
        "Ms. Anna Berg of the River Union served as treasurer until 1991.", (("../1991", "tenure", HELD, RIVER),)
    ),
    "a life in brackets": Case(
        "Tran Huu Ngoc (3 May 1921 – 9 June 1994) was an interpreter.",
        (("1921-05-03", "birth", HELD), ("1994-06-09", "death", HELD)),
    ),
    "an hour in front of an item": Case(
        "Programme\n\nAll friends are invited.\n\nMonday 6 May 2024\n"
        "10:30 Opening ceremony, City Hall\n14:00–17:00 Workshop on boats.",
        (("2024-05-06", "ceremony", "planned"), ("2024-05-06", "workshop", "planned")),
    ),
    "the dateline of an agency": Case(
        "HANOI (VNA) — The River Union opened an office on 5 May 2021.", (("2021-05-05", "opening", HELD, RIVER),)
    ),
    "who did it is told by the headline": Case(
        "River Union: a letter to our friends\n\nDear friends,\n\nIn 2021 we opened a second office in Hue.",
        (("2021", "opening", HELD, RIVER),),
    ),
    "a museum is where they were": Case(
        "The River Union held a seminar at the Museum of Boats on 5 May 2021.",
        (("2021-05-05", "seminar", HELD, RIVER),),
    ),
    "a figure of last year": Case("Last year's visitors numbered 4,000.", ()),
    "two days in a row, vi": Case(
        "Hội Nông dân Sông Hồng tổ chức hội thảo trong ngày 8/4/2021 và 9/4/2021.",
        (("2021-04-08/2021-04-09", "seminar", HELD, "Hội Nông dân Sông Hồng"),),
        "vi",
    ),
    "put off, vi": Case(
        "Cuộc giao lưu của Hội Nông dân Sông Hồng dự kiến ngày 24/3/2024 được lùi sang ngày 29/3/2024.",
        (
            ("2024-03-24", "meeting", "cancelled", "Hội Nông dân Sông Hồng"),
            ("2024-03-29", "meeting", "planned", "Hội Nông dân Sông Hồng"),
        ),
        "vi",
    ),
    "what somebody was, vi": Case(
        "Từ năm 1991 đến năm 2012, ông là giảng viên Trường Đại học Sông Hồng.",
        (("1991/2012", "tenure", HELD, "Trường Đại học Sông Hồng"),),
        "vi",
    ),
    "an embassy is no ambassador, vi": Case(
        "Tối 22/3/2024, Đại sứ quán Việt Nam tổ chức chiêu đãi.",
        (("2024-03-22", "reception", HELD, "Đại sứ quán Việt Nam"),),
        "vi",
    ),
    "two days in a row, ko": Case(
        "강건설동맹 제4차전원회의가 2023년 3월 25일과 26일 평양에서 진행되였다.",
        (("2023-03-25/2023-03-26", "conference", HELD, "강건설동맹"),),
        "ko",
    ),
    "put off, ko": Case(
        "강건설동맹 토론회는 2024년 5월 5일로 연기되였다.",
        (("2024-05-05", "seminar", "planned", "강건설동맹"),),
        "ko",
    ),
    "a verb of no known kind before the next date, ko": Case(
        "그는 1967년 강건설동맹에 다가가 1996년 은퇴했다.",
        (("1967", "event", HELD, "강건설동맹"), ("1996", "appointment", HELD, "강건설동맹")),
        "ko",
    ),
    "said on a day, ko": Case("강건설동맹은 새 사무실을 열겠다고 2024년 3월 16일 밝혔다.", (), "ko"),
    "a short name that the text defines, ko": Case(
        "한강나무심기운동본부(이하 본부)는 서울에 있다. 본부는 2010년 도서관을 개관했다.",
        (("2010", "opening", HELD, "한강나무심기운동본부"),),
        "ko",
    ),
    "what was agreed on, ko": Case(
        "강건설동맹은 2025년 5월 총회를 열기로 합의했다.", (("2025-05", "congress", "planned", "강건설동맹"),), "ko"
    ),
    "an office held": Case(
        "Ms. Anna Berg, Vice President of the River Union in 1988-1997, passed away on 9 August 2023.",
        (("1988/1997", "tenure", HELD, RIVER), ("2023-08-09", "death", HELD, RIVER)),
    ),
    "years from a range in brackets": Case(
        'The River Union organised a conference entitled "55 years of the River Plan (1969-2024)" on 5 March 2024.',
        (("2024", "anniversary", HELD, RIVER), ("2024-03-05", "conference", HELD, RIVER)),
    ),
    "the union, the two unions": Case(
        "The River Union met the Lake Union on 5 May 2021. The two unions signed an agreement on 6 May 2021.",
        (("2021-05-05", "meeting", HELD, RIVER, "Lake Union"), ("2021-05-06", "agreement", HELD, RIVER, "Lake Union")),
    ),
    "the dateline is of nothing": Case(
        "HANOI, March 25 (VNA) — The River Union opened a school on Monday.", (("2024-03-25", "opening", HELD, RIVER),)
    ),
    "a heading that is a year": Case(
        "History\n\n1967\nThe River Union is founded.\n", (("1967", "founding", HELD, RIVER),)
    ),
    "one verb for two": Case(
        "The River Union was founded on August 23, 1960, and the Lake Union in 1969.",
        (("1960-08-23", "founding", HELD, RIVER), ("1969", "founding", HELD, "Lake Union")),
    ),
    "anniversaries with their own dates": Case(
        "They marked the 95th and 70th anniversaries on October 20, 2020 and July 20, 2020 respectively.",
        (("2020-10-20", "anniversary", HELD), ("2020-07-20", "anniversary", HELD)),
    ),
    "an anniversary and the day that it counts from": Case(
        "On 2 December 2025 the River Union celebrated its 65th anniversary (2 December 1960 - 2 December 2025).",
        (("2025-12-02", "anniversary", "planned", RIVER),),
    ),
    "a figure with a separator": Case(
        "The River Union opened 1,945 schools on 5 May 2021.", (("2021-05-05", "opening", HELD, RIVER),)
    ),
    "Vietnamese": Case(
        "Ngày 9/7/2021, Hội Phụ nữ Sông Trà đã tổ chức hội thảo tại Hà Nội.",
        (("2021-07-09", "seminar", HELD, "Hội Phụ nữ Sông Trà"),),
        "vi",
    ),
    "Vietnamese, planned": Case(
        "Đại hội đại biểu Hội Phụ nữ Sông Trà sẽ diễn ra vào tháng 3 năm 2025.",
        (("2025-03", "congress", "planned", "Hội Phụ nữ Sông Trà"),),
        "vi",
    ),
    "Korean": Case(
        "강물녀성동맹은 2021년 7월 9일 평양에서 토론회를 진행하였다.",
        (("2021-07-09", "seminar", HELD, "강물녀성동맹"),),
        "ko",
    ),
    "Korean, a verb of a noun": Case(
        "강물녀성동맹 대표단은 2021년 7월 9일 하노이를 방문하였다.",
        (("2021-07-09", "visit", HELD, "강물녀성동맹"),),
        "ko",
    ),
}

NOTHING = {
    "the horizon of a plan": "The River Union has a plan for integration until 2030.",
    "a period": "The plan of the River Union for the 2021-2025 period was discussed by many members.",
    "figures": "In 2000, there were 107 delegations. This number increases to 113 in 2001.",
    "the year of a document": "The publication of the 2023 Migration Profile shows the work of the River Union.",
    "what was said on a day": "The union is strong, its president said on Monday.",
    "a byline": "Translated by the River Union on 5 May 2021",
    "every year": "The River Union holds a forum every year in May.",
    "what was not done, in short": "The River Union didn't open the office in May 2021.",
    "no happening": "The weather in May 2021 was mild.",
    "an event without a date": "The River Union opened an office.",
    "what was not done": "The River Union did not hold its congress on 5 May 2021.",
    "what nobody could do": "The River Union was unable to organise a forum in May 2021.",
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_drafted(name: str) -> None:
    case = CASES[name]
    got = drafted(case)
    assert got == list(case.wanted), f"{case.text}\nwanted {list(case.wanted)}\ngot    {got}"


@pytest.mark.parametrize("name", NOTHING)
def test_of_what_nothing_is_drafted(name: str) -> None:
    got = drafted(Case(NOTHING[name], ()))
    assert got == [], f"{NOTHING[name]}\ngot {got}"


def test_what_an_anniversary_implies_is_marked() -> None:
    text = "The River Union celebrated its 90th founding anniversary on 20 October 2020."
    got = [(one.edtf, one.kind, one.implied) for one in timeline.extract(text, language="en")]
    assert got == [("2020-10-20", "anniversary", False), ("1930-10-20", "founding", True)]


def test_a_leap_day_implies_the_28th() -> None:
    text = "The River Union celebrated its 10th founding anniversary on 29 February 2024."
    assert [one.edtf for one in timeline.extract(text, language="en")] == ["2024-02-29", "2014-02-28"]


TITLES = {
    "On 5 May 2021, in Hanoi, Ms. Anna Berg, Vice President of the River Union (RU), met Mr. Bo Lind.": (
        "Anna Berg met Mr. Bo Lind"
    ),
    "The River Union was congratulated on its 7th Congress, which was held in June 2021.": (
        "7th Congress of the River Union"
    ),
    "Secretary of the River Union and Chairman of its Board Anna Berg held talks with Bo Lind on 5 May 2021.": (
        "Anna Berg held talks with Bo Lind"
    ),
}


@pytest.mark.parametrize("text", TITLES)
def test_titles_are_short_and_without_the_date(text: str) -> None:
    assert [one.title for one in timeline.extract(text, language="en")] == [TITLES[text]]


def test_names_of_the_timeline_come_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("names") / "events.toml"
    path.write_text('[organisation.ru]\nname = "Union of the River"\naliases = ["RU", "Hội Sông"]\n', encoding="utf-8")
    known = timeline.load(path)
    text = "On 5 May 2021 the RU opened an office."
    assert [one.organisations for one in timeline.extract(text, language="en", timeline=known)] == [
        ("Union of the River",)
    ]


def test_a_language_without_words_for_events() -> None:
    with pytest.raises(timeline.TimelineError, match=r"dates are found"):
        timeline.extract("Am 5. Mai 2021", language="de")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hội Phụ nữ Sông Trà không tổ chức đại hội ngày 5/5/2021.", "vi"),
        ("강물녀성동맹은 2021년 5월 5일 위원장을 선출하지 않았다.", "ko"),
    ],
)
def test_what_was_not_done_in_other_languages(text: str, language: str) -> None:
    assert [one for one in timeline.extract(text, language=language) if one.status == "held"] == []


def test_a_happening_of_no_known_kind_is_doubtful() -> None:
    drafts = timeline.extract("On 5 May 2021 the River Union painted its house.", language="en")
    assert [(one.kind, one.doubtful) for one in drafts] == [("event", "no word says what kind of event it is")]


def test_an_anniversary_in_a_place() -> None:
    text = "The River Union celebrated its 30th anniversary in Hanoi on 20 October 2020."
    assert [one.title for one in timeline.extract(text, language="en")] == [
        "30th anniversary of the River Union",
        "Founding of the River Union",
    ]


def test_two_things_done_are_two_titles() -> None:
    text = "The River Union signed an agreement on 5 May 2021 and held a seminar on 6 May 2021."
    assert [one.title for one in timeline.extract(text, language="en")] == [
        "River Union signed an agreement",
        "River Union held a seminar",
    ]


@pytest.mark.parametrize(
    "text", ["12. " * 20_000, "ABC " + "A’" * 40_000, "Yes. No. " * 10_000, "x" * 100_000, "(" * 50_000]
)
def test_long_texts_take_no_more_than_their_length(text: str) -> None:
    assert timeline.extract(f"{text} The River Union opened a house.", language="en") == []


def test_an_empty_text() -> None:
    assert timeline.extract("") == []

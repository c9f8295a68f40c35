"""Dates in the reader's language."""

import tomllib
from pathlib import Path
from string import Formatter

import pytest
from test_reader_dates import WRITTEN

import timeline
from timeline.dates import Day, Interval, Part, edtf, units
from timeline.errors import TimelineError
from timeline.events.dating import date_events
from timeline.events.records import Event, Records
from timeline.query.counting import count
from timeline.query.filters import FILTERS
from timeline.query.groups import GROUPINGS, UNITS
from timeline.query.series import next_of
from timeline.render.counts import counts_chart
from timeline.render.page import Page
from timeline.render.reader_dates import axis_label, month_word, no_date, reader_date, year_words
from timeline.render.upcoming import reason
from timeline.render.wording import FOLDER, UnknownLocaleError, find_wording, worded

IN_VIETNAMESE = [
    ("2021-06-21", "21 tháng 6 năm 2021"),
    ("2021-06-20/2021-06-21", "20–21 tháng 6 năm 2021"),
    ("2024-09-30/2024-10-01", "30 tháng 9 – 1 tháng 10 năm 2024"),
    ("2021-06", "tháng 6 năm 2021"),
    ("2004-06/2004-08", "tháng 6 – tháng 8 năm 2004"),
    ("2002~/2007~", "khoảng 2002–2007"),
    ("1600~", "khoảng năm 1600"),
    ("1984%", "có thể khoảng năm 1984"),
    ("1946/..", "từ năm 1946"),
    ("../2030", "đến năm 2030"),
    ("2004/", "từ năm 2004, không rõ kết thúc"),
    ("198X", "thập niên 1980"),
    ("19XX", "thế kỷ 20"),
    ("-02XX", "thế kỷ 3 TCN"),
    ("2021-21", "mùa xuân năm 2021"),
    ("2021-35", "quý 3 năm 2021"),
    ("2021-38", "bốn tháng giữa năm 2021"),
    ("2021-40", "nửa đầu năm 2021"),
    ("-0233-08-10", "10 tháng 8 năm 234 TCN"),
    ("0079-08", "tháng 8 năm 79 SCN"),
    ("[1667,1668,1670]", "năm 1667, năm 1668 hoặc năm 1670"),
    ("{1975,1980}", "năm 1975 và năm 1980"),
    ("[..2021-06-21]", "muộn nhất là 21 tháng 6 năm 2021"),
    ("XXXX-10-24", "24 tháng 10, không rõ năm"),
    ("1984-1X", "một tháng trong tháng 10 – tháng 12 năm 1984"),
]
IN_KOREAN = [
    ("2021-06-21", "2021년 6월 21일"),
    ("2021-06-20/2021-06-21", "2021년 6월 20–21일"),
    ("2024-09-30/2024-10-01", "2024년 9월 30일 – 10월 1일"),
    ("2004-06/2004-08", "2004년 6–8월"),
    ("2002~/2007~", "2002–2007년경"),
    ("1600~", "1600년경"),
    ("1946/..", "1946년부터"),
    ("../2030", "2030년까지"),
    ("198X", "1980년대"),
    ("19XX", "20세기"),
    ("2021-22", "2021년 여름"),
    ("2021-35", "2021년 3분기"),
    ("2021-41", "2021년 하반기"),
    ("-0301/-0202", "기원전 302–203년"),
    ("0079-08", "서기 79년 8월"),
    ("[1667,1668]", "1667년 또는 1668년"),
    ("[..1927]", "늦어도 1927년까지"),
    ("XXXX-10-24", "10월 24일, 연도 미상"),
]
OUT_OF_CLDR = [
    ("de", "2021-06-21", "21. Juni 2021"),
    ("de", "2021-06-20/2021-06-21", "20.–21. Juni 2021"),
    ("de", "2021-35", "3. Quartal 2021"),
    ("de", "[1667,1668]", "1667 oder 1668"),
    ("de", "1946/..", "1946/.."),  # CLDR has no word for "since"
    ("de", "1600~", "1600~"),
    ("de", "-0233-08-10", "-0233-08-10"),
    ("ja", "2021-06", "2021年6月"),
    ("ja", "2004-06/2004-08", "2004年6月\uff5e8月"),
    ("zh", "2021-35", "2021年第3季度"),
    ("pt-BR", "2021-06-21", "21 de junho de 2021"),
    ("en-US", "2021-06-20/2021-06-21", "June 20–21, 2021"),
    ("en_US.UTF-8", "2021-23", "fall 2021"),
    ("vi-VN", "2021-06", "tháng 6 năm 2021"),
]
PARTS = [
    ("vi", units.with_part(units.decade(199), Part.EARLY), "đầu thập niên 1990"),
    ("vi", units.with_part(units.quarter(2021, 3), Part.MID), "giữa quý 3 năm 2021"),
    ("ko", units.with_part(units.decade(199), Part.EARLY), "1990년대 초"),
    ("ko", units.with_part(units.month(2021, 6), Part.LATE), "2021년 6월 하순"),
    ("ko", units.with_part(units.year(2021), Part.MID), "2021년 중반"),
    ("vi", units.week(Day.of(2024, 3, 18)), "tuần từ 18 tháng 3 năm 2024"),
    ("ko", units.weekend(Day.of(2024, 3, 23)), "2024년 3월 23–24일 주말"),
    ("de", units.with_part(units.decade(199), Part.EARLY), "199X (early)"),
]


@pytest.mark.parametrize(
    "locale, text, wanted",
    [*(("vi", *row) for row in IN_VIETNAMESE), *(("ko", *row) for row in IN_KOREAN), *OUT_OF_CLDR],
)
def test_words(locale: str, text: str, wanted: str) -> None:
    found = reader_date(edtf.parse(text), locale=locale).replace("\u2009", " ")
    assert found == wanted, f"{locale} {text}: wanted {wanted}, got {found}"


@pytest.mark.parametrize("locale, interval, wanted", PARTS)
def test_units_and_parts(locale: str, interval: Interval, wanted: str) -> None:
    assert reader_date(interval, locale=locale) == wanted


@pytest.mark.parametrize(
    "locale, phrase, text, wanted",
    [
        ("vi", "before 1928", "[..1927]", "trước năm 1928"),
        ("vi", "after 1928", "[1929..]", "sau năm 1928"),
        ("ko", "1928년 이전", "[..1927]", "1928년 전"),
        ("ko", "after 1928", "[1929..]", "1928년 후"),
    ],
)
def test_the_phrase_says_which_year_was_meant(locale: str, phrase: str, text: str, wanted: str) -> None:
    assert reader_date(edtf.parse(text), phrase, locale) == wanted


# What this reader's own language does not read back, or reads with another mark.
ONE_WAY = {
    "vi": {
        *("2002~/2007~", "1984?", "1984%", "../2030", "2004/", "/2006", "190X", "2021-30", "2021-38", "-0301/-0202"),
        *("[1667,1668,1670]", "[1929..]", "XXXX-10-24", "XXXX-10", "1984-1X"),
    },
    "ko": {
        *("2002~/2007~", "1984%", "2004/", "/2006", "190X", "1XXX", "2021-30", "2021-38", "-0010/0010", "Y17000"),
        *("[1667,1668,1670]", "[..1927]", "[..2021-06-21]", "[1929..]", "XXXX-10-24", "XXXX-10", "1984-1X"),
    },
}


@pytest.mark.parametrize("locale, text", [(code, text) for code in ONE_WAY for text, _ in WRITTEN])
def test_what_is_written_reads_back(locale: str, text: str) -> None:
    wanted = edtf.parse(text)
    words = reader_date(wanted, locale=locale)
    if text in ONE_WAY[locale]:
        assert words != wanted.edtf, "it is worded all the same"
        return
    found = timeline.resolve(words, language=locale).interval.edtf
    assert found == wanted.edtf, f"{words}: wanted {wanted.edtf}, got {found}"


def test_every_file_has_the_forms_of_english_and_no_field_of_its_own() -> None:
    def fields(value: object) -> set[str]:
        texts = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
        return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}

    read = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in FOLDER.glob("*.toml")}
    english = read["en"]
    allowed = {"n", "nth", "last", "d", "m", "month", "month_short", "year", "last_d", "last_m", "last_month", "x", "y"}
    sentences = {"without", "silence", "reason", "page"}  # their fields are those of English
    for code, forms in read.items():
        whole = "-" not in code
        assert not whole or english.keys() - forms.keys() <= {"months_short"}, code
        assert forms.keys() <= english.keys(), code
        for name, value in forms.items():
            said = fields(english[name]) | {"n", "before"} if name in sentences else {*allowed, "start", "end"}
            assert fields(value) <= said, (code, name)
            if name in {"heading", "mark", "legend", "uncounted", "silence", "reason", "gap", "one_gap"} and whole:
                assert value.keys() == english[name].keys(), (code, name)
            assert not isinstance(value, list) or name.startswith("months") or len(value) in (2, 3, 4), (code, name)


def test_languages_out_of_cldr_do_not_learn_from_each_other() -> None:
    find_wording.cache_clear()
    codes = ("zh", "de", "ja", "fr", "pt-BR", "de-AT", "ar")
    first = {code: month_word(1, code) for code in codes}
    find_wording.cache_clear()
    assert {code: month_word(1, code) for code in reversed(codes)} == first
    assert (first["de"], first["de-AT"], first["ja"]) == ("Januar", "Jänner", "1月")


def test_pieces_of_dates() -> None:
    assert month_word(6, "vi") == "tháng 6"
    assert month_word(6, "de") == "Juni"
    assert year_words(Day.of(-233), "ko") == "기원전 234년"
    assert year_words(Day.of(-233), "de") == "-0233"
    assert (no_date("vi"), no_date("de")) == ("không rõ ngày", "no date")
    day = Day.of(2021, 6, 5)
    assert [axis_label(day, form, "vi") for form in ("axis_day", "axis_day_year", "axis_month")] == [
        "5/6",
        "5/6/2021",
        "6/2021",
    ]
    assert axis_label(day, "axis_day_year", "de") == "5. Juni 2021"
    assert axis_label(Day.of(-233, 6, 5), "axis_month", "de") == "-0233-06"


@pytest.mark.parametrize("code", ["xx", "vii", "../en", "", "e" * 99, "en en", "日本"])
def test_no_such_locale(code: str) -> None:
    with pytest.raises(UnknownLocaleError) as told:
        find_wording(code)
    assert isinstance(told.value, TimelineError)
    assert code in str(told.value)


def test_the_languages_of_the_files() -> None:
    assert {"en", "vi", "ko"} <= worded()


@pytest.mark.parametrize(
    "form, wanted",
    [
        ("table", "Năm 2021 ──"),
        ("tree", "└── tháng 6"),
        ("markdown", "## Năm 2021\n\n- **20 tháng 6 năm 2021**"),
        ("chart", "20/6/2021"),
        ("html", ">20 tháng 6 năm 2021</time>"),
        ("mermaid", "section Năm 2021\n        20 tháng 6 năm 2021 "),
        ("timelinejs", '"display_date": "20 tháng 6 năm 2021"'),
        ("lines", "2021-06-20\t"),
        ("json", '"edtf": "2021-06-20"'),
    ],
)
def test_formats_take_the_language_of_the_page(form: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text('[[event]]\nid = "a"\ntitle = "A"\nwhen = "2021-06-20"\n', encoding="utf-8")
    view = timeline.load(path).select()
    shown = view.render(form, Page(width=80, locale="vi"))
    assert wanted in shown
    assert "June" not in shown.partition("<script")[0]


SAID = """
[organisation.a]
name = "A"

[[event]]
id = "from-before"
title = "From before"
when = "since 1946"

[[event]]
id = "perhaps"
title = "Perhaps"
when = "2020"
organisations = ["a"]

[[event]]
id = "off"
title = "Off"
when = "2021-06-20"
status = "cancelled"
implied = true

[[event]]
id = "some-day"
title = "Some day"
when = "24 October"
"""


@pytest.mark.parametrize(
    "locale, form, options, wanted",
    [
        ("vi", "table", {}, ["Đang tiếp diễn ──", "? có thể", "✗ đã hủy", "∴ ngụ ý"]),
        ("ko", "table", {}, ["진행 중 ──", "? 가능", "✗ 취소", "∴ 암시"]),
        ("de", "table", {}, ["Ongoing ──", "? possible", "✗ cancelled"]),
        ("vi", "tree", "org", ["Không có tổ chức (2)", "[đã hủy] [ngụ ý]"]),
        ("ko", "tree", "org", ["단체 없음 (2)", "[취소] [암시]"]),
        ("vi", "chart", {}, ["◀ bắt đầu từ trước", "◁ hoặc sớm hơn"]),
        ("ko", "chart", {}, ["◀ 이전에 시작", "◁ 또는 그 전"]),
        ("vi", "markdown", {}, ["## Đang tiếp diễn", "*có thể*", "*đã hủy, ngụ ý*"]),
        ("ko", "markdown", {"layout": "table"}, ["| 날짜 | 사건 | 종류 |", "*취소, 암시*"]),
        ("ko", "markdown", {"evidence": True}, ["## 근거"]),
        (
            "vi",
            "html",
            {},
            [
                ">Đang tiếp diễn</h2>",
                '<em class="mark" lang="vi">đã hủy</em>',
                '<p class="when" lang="vi">',
                'data-locale="vi"',
            ],
        ),
        ("vi", "mermaid", {}, ["section Đang tiếp diễn", "Off #40;đã hủy, ngụ ý#41;"]),
        ("ko", "markwhen", {}, ["## 진행 중", "Marked as 취소, 암시"]),
        ("vi", "timelinejs", {}, ["<p><em>đã hủy, ngụ ý</em></p>"]),
        ("vi", "lines", {}, ["\tcertain\tcancelled,implied"]),
        ("vi", "icalendar", {}, ["Marks: cancelled\\, implied"]),
    ],
)
def test_headings_marks_and_legends(
    locale: str, form: str, options: dict[str, str | bool] | str, wanted: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "events.toml"
    path.write_text(SAID, encoding="utf-8")
    view = timeline.load(path).select("from June 2020 to 2021")
    group, given = (options, {}) if isinstance(options, str) else ("", options)
    shown = view.render(form, Page(width=80, locale=locale, group=group, options=given))
    for words in wanted:
        assert words in shown, f"{form} in {locale}: wanted {words}, got\n{shown}"


@pytest.mark.parametrize("code", sorted(code for code in worded() if "-" not in code))
@pytest.mark.parametrize("grouping", sorted(set(GROUPINGS) - UNITS.keys()))
def test_every_grouping_has_its_heading(code: str, grouping: str) -> None:
    noun = FILTERS[grouping].noun
    assert find_wording(code).say("without", noun, noun=noun)


@pytest.mark.parametrize(
    "locale, by, wanted",
    [
        ("vi", "org", "không có tổ chức"),
        ("ko", "org", "단체 없음"),
        ("de", "org", "no organisation"),
        ("vi", "year", "không rõ ngày"),
    ],
)
def test_rows_without_a_name_or_a_unit(locale: str, by: str, wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "events.toml"
    path.write_text(SAID, encoding="utf-8")
    view = timeline.load(path).select()
    shown = "".join(counts_chart(count(view.selection, (by,)), view.selection.records, Page(width=80, locale=locale)))
    assert wanted in shown


@pytest.mark.parametrize(
    "locale, numbers, wanted",
    [
        ("vi", (12, 13), "lần thứ 13: năm 2022 → lần thứ 14: dự kiến năm 2027; cách lần trước đó 5 năm"),
        ("ko", (12, 13), "제13차 2022년 → 제14차 2027년 예상; 그 앞의 것에서 5년 뒤"),
        ("ko", (None, None), "지난번 2022년 → 다음번 2027년 예상; 그 앞의 것에서 5년 뒤"),
        ("de", (12, 13), "13th 2022 → 14th expected 2027; 5 years after the one before"),
    ],
)
def test_the_reason_of_what_is_expected(locale: str, numbers: tuple[int | None, int | None], wanted: str) -> None:
    events = tuple(
        Event(f"c{at}", "Congress", when, series="congress", number=number, order=at)
        for at, (when, number) in enumerate(zip(("2017", "2022"), numbers, strict=True))
    )
    following = next_of(list(date_events(Records(events=events)).dated.values()))
    assert following is not None
    assert reason(following, locale) == wanted

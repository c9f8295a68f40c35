"""Vietnamese: phrases with their dates, what stands in prose, and what only looks like a date."""

import unicodedata

import pytest

from timeline.dates import edtf
from timeline.expressions.compile import bare
from timeline.expressions.language_files import contents
from timeline.expressions.load import language
from timeline.resolve import Context, UnresolvedError, resolve
from timeline.resolve.mentions import mentions

MONDAY = "2024-03-25"


def read(phrase: str) -> str:
    return resolve(phrase, Context(anchor=edtf.parse(MONDAY), language="vi")).interval.edtf


def found(text: str, published: str = MONDAY) -> list[tuple[str, str | None]]:
    vietnamese = language("vi")
    assert vietnamese is not None
    context = Context(anchor=edtf.parse(published), language="vi")
    return [(m.text, m.interval.edtf if m.interval else None) for m in mentions(text, vietnamese, context)]


RULES = [rule for file in contents("vi") for rule in file["rule"]]


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [pair for rule in RULES for pair in rule.get("examples", {}).items()],
    ids=str,
)
def test_examples_of_the_rules(phrase: str, wanted: str) -> None:
    assert read(phrase) == wanted


@pytest.mark.parametrize(
    "phrase", [phrase for rule in contents("vi")[-1]["rule"] for phrase in rule.get("negatives", [])]
)
def test_negatives_of_the_rules(phrase: str) -> None:
    assert found(phrase) == []


PHRASES = [
    # days, months, years
    ("ngày 9 tháng 7 năm 2021", "2021-07-09"),
    ("Ngày 09 tháng 07 năm 2021", "2021-07-09"),
    ("ngày 9/7/2021", "2021-07-09"),
    ("ngày 9-7-2021", "2021-07-09"),
    ("ngày 9.7.2021", "2021-07-09"),
    ("9/7/2021", "2021-07-09"),
    ("mùng 2 tháng 9", "2024-09-02"),
    ("mồng một tháng tám năm 2020", "2020-08-01"),
    ("hôm 25/3", "2024-03-25"),
    ("sáng 9/7", "2024-07-09"),
    ("ngày ba mươi mốt tháng mười hai năm 1999", "1999-12-31"),
    ("thứ Sáu, ngày 9 tháng 7 năm 2021", "2021-07-09"),
    ("tháng 7/2021", "2021-07"),
    ("tháng 11-2003", "2003-11"),
    ("tháng bảy năm 2021", "2021-07"),
    ("tháng giêng năm 1946", "1946-01"),
    ("năm 2021", "2021"),
    ("năm 938", "0938"),
    ("năm 111 trước Công nguyên", "-0110"),
    ("năm 179 TCN", "-0178"),
    # periods
    ("năm học 2020-2021", "2020/2021"),
    ("nhiệm kỳ 2022-2027", "2022/2027"),
    ("giai đoạn 2021 – 2025", "2021/2025"),
    ("2002-2007", "2002/2007"),
    ("từ ngày 20-26/10", "2023-10-20/2023-10-26"),
    ("từ 20 đến 26 tháng 10 năm 2021", "2021-10-20/2021-10-26"),
    ("từ năm 1946 đến nay", "1946/.."),
    ("từ 1/5 đến 30/6/2021", "2021-05-01/2021-06-30"),
    ("từ tháng 5 đến tháng 8 năm 2021", "2021-05/2021-08"),
    ("từ ngày 28/12/2020 đến ngày 3/1/2021", "2020-12-28/2021-01-03"),
    ("ngày 9, 10 và 11/3/2021", "{2021-03-09,2021-03-10,2021-03-11}"),
    ("các năm 2018, 2019 và 2020", "{2018,2019,2020}"),
    # relative
    ("hôm nay", "2024-03-25"),
    ("hôm kia", "2024-03-23"),
    ("tuần trước", "2024-03-18/2024-03-24"),
    ("tháng sau", "2024-04"),
    ("năm ngoái", "2023"),
    ("năm tới", "2025"),
    ("3 ngày trước", "2024-03-22"),
    ("hai tuần nữa", "2024-04-08/2024-04-14"),
    ("cách đây ba năm", "2021"),
    ("ba năm sau", "2027"),
    ("cuối tuần này", "2024-03-30/2024-03-31"),
    ("thứ Hai tuần sau", "2024-04-01"),
    ("đầu tháng này", "2024-03"),
    ("ngày 20/10 năm ngoái", "2023-10-20"),
    ("trong 3 năm qua", "2021/2023"),
    ("khoảng 25.000 năm trước", "Y-22976~"),
    # units of the year, decades, centuries
    ("quý III/2020", "2020-35"),
    ("quý 3 năm 2020", "2020-35"),
    ("6 tháng đầu năm 2020", "2020-01/2020-06"),
    ("nửa đầu năm 2020", "2020-40"),
    ("9 tháng năm 2020", "2020-01/2020-09"),
    ("thập niên 1980", "198X"),
    ("thập kỷ 90", "199X"),
    ("những năm 60 của thế kỷ trước", "196X"),
    ("thế kỷ XX", "19XX"),
    ("thế kỉ 19", "18XX"),
    ("đầu thế kỷ XXI", "20XX"),
    ("nửa sau thế kỷ 20", "1950/1999"),
    ("thế kỷ 3 trước Công nguyên", "-02XX"),
    ("cuối năm 1986", "1986"),
    ("hạ tuần tháng 3/2021", "2021-03"),
    ("mùa xuân năm 1975", "1975-21"),
    ("xuân 1968", "1968-21"),
    # open, about
    ("kể từ năm 1946", "1946/.."),
    ("đến năm 2030", "[..2030]"),
    ("trước năm 1945", "[..1944]"),
    ("sau tháng 7/2021", "[2021-08..]"),
    ("khoảng năm 1600", "1600~"),
    ("cho đến hết năm 2020", "../2020"),
    # named and lunar days, anniversaries
    ("Quốc khánh năm 2021", "2021-09-02"),
    ("Quốc khánh 2/9/1945", "1945-09-02"),
    ("Giáng sinh 2020", "2020-12-25"),
    ("Tết Dương lịch", "2024-01-01"),
    ("Tết Nguyên đán 2024", "2024-02-10"),
    ("mùng 3 Tết", "2024-02-12"),
    ("rằm tháng bảy", "2024-08-18"),
    ("ngày 10 tháng 3 âm lịch năm 2024", "2024-04-18"),
    ("giao thừa", "2024-02-09"),
    ("mùng 5 Tết Kỷ Dậu 1789", "1789-01-30"),
    ("10/3 âm lịch (tức 18/4/2024)", "2024-04-18"),
    ("kỷ niệm 70 năm ngày 31 tháng 1 năm 1950", "2020-01-31"),
    ("3/2/1930 - 3/2/2020", "{1930-02-03,2020-02-03}"),
    # times of day
    ("8 giờ 30 ngày 9/7/2021", "2021-07-09"),
    ("15h30 ngày 9/7/2021", "2021-07-09"),
    ("9 giờ tối thứ Bảy tuần trước", "2024-03-23"),
]


@pytest.mark.parametrize(("phrase", "wanted"), PHRASES)
def test_phrases(phrase: str, wanted: str) -> None:
    assert read(phrase) == wanted
    assert read(unicodedata.normalize("NFD", phrase)) == wanted


UNACCENTED = [
    phrase
    for phrase in PHRASES
    if phrase[0]
    in (
        "ngày 9 tháng 7 năm 2021",
        "tháng bảy năm 2021",
        "năm học 2020-2021",
        "từ 20 đến 26 tháng 10 năm 2021",
        "hôm kia",
        "tuần trước",
        "năm ngoái",
        "cách đây ba năm",
        "thứ Hai tuần sau",
        "quý 3 năm 2020",
        "thập niên 1980",
        "cuối năm 1986",
        "đến năm 2030",
        "mùng 3 Tết",
    )
]


@pytest.mark.parametrize(("phrase", "wanted"), UNACCENTED)
def test_without_accents(phrase: str, wanted: str) -> None:
    assert read(bare(phrase.lower())) == wanted


PROSE = [
    ("Hội nghị diễn ra sáng 9/7/2021 tại Hà Nội.", [("sáng 9/7/2021", "2021-07-09")]),
    ("Từ ngày 5/11 đến 2/12/2020, cả nước phong tỏa.", [("Từ ngày 5/11 đến 2/12/2020", "2020-11-05/2020-12-02")]),
    ("Bà được bầu lần thứ hai vào năm 2017.", [("vào năm 2017", "2017")]),
    ("Tối thứ Năm tuần trước, ông đã lên đường.", [("Tối thứ Năm tuần trước", "2024-03-21")]),
    ("Đại hội sẽ họp vào tháng 6.", [("vào tháng 6", "2024-06")]),
    ("Vụ cháy xảy ra hôm thứ Ba.", [("hôm thứ Ba", "2024-03-19")]),
    ("Ông phát biểu hôm Chủ nhật tại Huế.", [("hôm Chủ nhật", "2024-03-24")]),
    ("Hai bên đã ký; tháng 5 sẽ phê chuẩn.", [("tháng 5", "2024-05")]),
    ("Tai nạn ở km 1945 của tuyến đường.", []),
    ("Đại hội đã họp vào tháng 6.", [("vào tháng 6", "2023-06")]),
    ("Đại hội dự kiến họp vào tháng 2.", [("vào tháng 2", "2025-02")]),
    ("Nghị quyết số 21 ngày 9/7/2021 của Hội", [("ngày 9/7/2021", "2021-07-09")]),
    ("Hội được thành lập\nNgày 20/10/1930 tại", [("Ngày 20/10/1930", "1930-10-20")]),
    ("Covid-19 năm 2020", [("năm 2020", "2020")]),
    ("Hoi nghi ngay 9 thang 7 nam 2021 tai Ha Noi", [("ngay 9 thang 7 nam 2021", "2021-07-09")]),
    ("Hai nước lập quan hệ từ năm 1950 và ký kết năm 1957.", [("từ năm 1950", "1950/.."), ("năm 1957", "1957")]),
    ("Trong 5 năm, hội đã giúp 300 chị.", [("5 năm", None)]),
    ("thứ Ba", [("thứ Ba", "2024-03-26")]),
]


@pytest.mark.parametrize(("text", "wanted"), PROSE)
def test_prose(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert found(text) == wanted


TRAPS = [
    "Cuộc thi thu hút 2000 khách.",
    "Có 1975 người tham gia.",
    "Anh là người thứ ba, chị là người thứ tư.",
    "Thứ hai, chúng ta cần thêm sách.",
    "Việt Nam đứng thứ 3, xếp trên đội thứ 4.",
    "Lính tuần tra trên biển.",
    "Quyết định số 1739 của Bộ",
    "Điều 9.7 và khoản 3.2",
    "Luật số 12/2020/QH14",
    "Nhà ở đường 3/2, gần phố 19/8.",
    "Đội nhà thắng 3-1, tỷ số hiệp một là 2-1.",
    "Khoảng 2/3 dân số, hơn 1/3 diện tích và 8/12 huyện",
    "Giá từ 1500-2000 đồng, tăng 12.53%",
    "Gọi 0912345678 hoặc 024.3825.1234",
    "Hai mẹ con và ba người bạn, năm con gà",
    "Điền ngày tháng năm sinh vào đơn.",
    "Cách mạng tháng Tám thành công.",
    "Quầy mở cửa 24/7.",
    "Bệnh nhân 2899 và ca bệnh 2821",
    "Bà thức dậy lúc 4 giờ sáng.",
    "ngày 1 tháng 13, ngày 0 tháng 4, tháng 0",
    "Phần sáng tạo, mức tối đa, chiều cao, thu nhập, đầu tư",
    "Viet Nam va mien Nam",
]


@pytest.mark.parametrize("text", TRAPS)
def test_traps(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "phrase", ["hàng năm", "mỗi tuần", "gần đây", "lần thứ hai", "tháng 13", "kỷ niệm 70 năm", "24/24 giờ"]
)
def test_no_single_date(phrase: str) -> None:
    with pytest.raises(UnresolvedError):
        read(phrase)


PROSE = [  # a sentence, the day it was written, its phrases with their dates
    ("Đầu tháng 4 vừa rồi, đoàn lên đường.", "2021-04-20", [("Đầu tháng 4 vừa rồi", "2021-04")]),
    ("Sự kiện diễn ra vào ngày 14/4 tới đây.", "2021-04-14", [("vào ngày 14/4 tới đây", "2021-04-14")]),
    ("Hội nghị có thể rơi vào giữa tháng 5.", "2021-04-28", [("vào giữa tháng 5", "2021-05")]),
    ("Hội nghị đã họp vào tháng 5.", "2021-04-28", [("vào tháng 5", "2020-05")]),
    ("Từ nay đến hết ngày 3/11 giá không đổi.", "2020-11-01", [("Từ nay đến hết ngày 3/11", "2020-11-01/2020-11-03")]),
    ("Tàu dự kiến đến vào chiều 25/4.", "2021-04-24", [("đến vào chiều 25/4", "2021-04-25")]),
    ("Chị Hoa (SN 1993) ở Hà Nội.", "2021-04-24", [("SN 1993", "1993")]),
    ("Giải diễn ra từ ngày 20 - 25/4.", "2021-04-13", [("từ ngày 20 - 25/4", "2021-04-20/2021-04-25")]),
    ("Trong những năm gần đây hội lớn mạnh.", "2021-04-13", [("những năm gần đây", None)]),
    ("Hàng chục năm qua hội lớn mạnh.", "2021-04-13", [("Hàng chục năm qua", "1991~/2020~")]),
    ("Lễ hội mở vào đầu tháng 8 hàng năm.", "2021-04-13", [("vào đầu tháng 8 hàng năm", None)]),
    ("Hội nghị lần ba họp ở Hà Nội.⏎32 năm sau, ông trở lại.", "2021-04-13", [("32 năm", None)]),
    ("Vòng loại World Cup 2022 bắt đầu.", "2021-04-13", [("2022", "2022")]),
    ("Lễ giỗ Tổ mồng mười tháng ba năm nay vắng khách.", "2021-04-13", None),
    ("Số liệu quý I và II/2020 giảm.", "2021-04-13", [("I", "2020-33"), ("II/2020", "2020-34")]),
    ("Cô dự tiệc năm 2020?", "2021-04-13", [("năm 2020", "2020")]),
]


@pytest.mark.parametrize(("text", "published", "wanted"), PROSE)
def test_what_prose_tells(text: str, published: str, wanted: list[tuple[str, str | None]] | None) -> None:
    got = found(text.replace("⏎", "\n"), published)
    if wanted is None:
        assert got[0][1] == "2021-04-21"
    else:
        assert got == wanted


TRAPS = [
    "Đoàn đón 2000 khách.",
    "Câu lạc bộ có 1985 hội viên.",
    "Họ đi tuần tra ban đêm.",
    "Căn cứ Quyết định số 1739 và Nghị định 86/2015.",
    "Điều 9.7 và khoản 3.2 của luật.",
    "Gọi 0912.345.678 hoặc 024.3825.",
    "Giá 25.000 đồng, giảm 2/3 số lượng.",
    "Đội nhà thắng 2-1.",
    "Bác sĩ Nguyễn Quốc Khánh kể chuyện.",
    "Kim loại quý này tăng giá.",
    "Làn sóng thứ hai này rất mạnh.",
    "Nhiều tiếng nổ vang lên.",
    "Uống ngày 2-3 viên.",
    "5 năm sau đám cưới họ có con.",
    "Một ngày nọ ông trở về.",
    "Chi phí chiếm đến 1/3 tổng vốn.",
    "Thợ bậc 4/7 của xưởng.",
    "Thứ hai, cần thêm vốn.",
    "Vấn đề thứ ba là con người.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_what_only_looks_like_a_date_in_prose(text: str) -> None:
    assert found(text) == []


DIRTY = [
    ("ngày 9\u00a0tháng\u00a07\u00a0năm\u00a02021", "2021-07-09"),
    ("ngày \uff19/\uff17/\uff12\uff10\uff12\uff11", "2021-07-09"),
    ("ngày 5\u20137/8/2020", "2020-08-05/2020-08-07"),
    ("ngày 5\u20147/8/2020", "2020-08-05/2020-08-07"),
    ("từ 5/3 \u2212 7/3/2020", "2020-03-05/2020-03-07"),
    (unicodedata.normalize("NFD", "ngày mồng 2 tháng Chín năm 2020"), "2020-09-02"),
]


@pytest.mark.parametrize(("text", "wanted"), DIRTY)
def test_dirty_text(text: str, wanted: str) -> None:
    assert [edtf for _, edtf in found(f"Họ gặp nhau {text}.")] == [wanted]


ARRIVALS = [
    ("Làng dệt lụa, đến năm 1998 thì mở xưởng.", [("đến năm 1998", "1998")]),
    ("Làng dệt lụa; đến năm 1998 mới mở xưởng", [("đến năm 1998", "1998")]),
    ("Mãi đến năm 1998, hai làng mới có điện.", [("Mãi đến năm 1998", "1998")]),
    ("Đến năm 1998, bà đã chuyển về Huế.", [("Đến năm 1998", "1998")]),
    ("Đến sáng 1/3, đường vẫn ngập.", [("Đến sáng 1/3", "2024-03-01")]),
    ("Đến năm 1998, bà đã dạy nghề cho 300 người.", [("Đến năm 1998", "[..1998]")]),  # counted
    ("Đến năm 1998, làng đã có điện.", [("Đến năm 1998", "[..1998]")]),
    ("Đến năm 1998, làng vẫn nghèo.", [("Đến năm 1998", "[..1998]")]),
    ("Cho đến năm 1998, bà đã sống ở Huế.", [("Cho đến năm 1998", "../1998")]),
    ("Bà sống ở Huế đến năm 1998 và đã viết sách.", [("đến năm 1998", "[..1998]")]),
    ("Đến năm 2035 thì sẽ xây xong.", [("Đến năm 2035", "[..2035]")]),
    ("Hạn nộp hồ sơ: đến 17h ngày 1/3/2024. Ai cũng đã nộp.", [("đến 17h ngày 1/3/2024", "2024-03-01")]),
    ("Nhận hồ sơ đến 17h ngày 1/3/2024.", [("đến 17h ngày 1/3/2024", "[..2024-03-01]")]),
]


@pytest.mark.parametrize(("text", "wanted"), ARRIVALS)
def test_a_limit_that_tells_when_something_happened(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert found(text) == wanted


SAID_OTHERWISE = [
    ("Từ 5 đến 8-3, hội chợ mở cửa.", [("Từ 5 đến 8-3", "2024-03-05/2024-03-08")]),
    ("Trời lạnh từ 5 đến 8-9 độ.", []),
    (
        "Lễ viếng từ 8 giờ ngày 5/3, an táng lúc 14 giờ cùng ngày.",
        [("từ 8 giờ ngày 5/3", "2024-03-05"), ("lúc 14 giờ cùng ngày", "2024-03-05")],
    ),
    ("Bà ra Huế hôm 5/3. Tối đó bà đọc thơ.", [("hôm 5/3", "2024-03-05"), ("Tối đó", "2024-03-05")]),
    ("Ngày 5/3, sáng hôm sau bà về.", [("Ngày 5/3", "2024-03-05"), ("sáng hôm sau", "2024-03-06")]),
    (
        "Hội ra đời ngày 8-3-1965; tháng 5 năm đó có báo.",
        [("ngày 8-3-1965", "1965-03-08"), ("tháng 5 năm đó", "1965-05")],
    ),
    ("Hàng vạn năm trước, nơi đây là biển.", []),
    ("Một năm sau ngày khánh thành, xưởng đóng cửa.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SAID_OTHERWISE)
def test_what_is_said_otherwise(text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert found(text) == wanted

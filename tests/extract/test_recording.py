"""Records of drafts: the words of a date where they mean it by themselves, the source, the organisations."""

import pytest

import timeline
from timeline.api import extraction
from timeline.events.records import Organisation, Records, Source
from timeline.extract.recording import Recorder

ORGANISATIONS = {"ru": Organisation("ru", "River Union", ("RU",))}


def recorded(text, published=None, records=None, name="news.txt", language="en"):
    found = extraction(text, published, language)
    recorder = Recorder(records or Records(), found, name, timeline.resolve(published).interval if published else None)
    return recorder, [recorder.record(draft) for draft in found.drafts]


WHEN = {
    "a date that stands by itself": (
        "The River Union opened a house on 5 May 2021.",
        None,
        ("on 5 May 2021", "", None),
    ),
    "one that counts from the source": (
        "The River Union opened a house on Monday.",
        "2024-03-25",
        ("on Monday", "", None),
    ),
    "one that no word tells alone": (
        "The River Union met the Lake Union on 5 May 2021. The River Union opened a house the next day.",
        None,
        ("2021-05-06", "the next day", None),
    ),
}


@pytest.mark.parametrize("name", WHEN)
def test_when(name):
    text, published, wanted = WHEN[name]
    _, found = recorded(text, published)
    event = found[-1].event
    assert (event.when, event.words, event.anchor) == wanted


YEAR_NOBODY_TOLD = {  # the year is that of the day before, and the date stays inferred where it is read again
    "en": (
        (
            "The River Union opened a school on 5 May 2020.\n\n"
            "On 7 June the Lake Union visited the River Union. On the same day the two unions signed an agreement."
        ),
        ("7 June", "On the same day"),
    ),
    "vi": (
        (
            "Hội Sông Trà khai trương trường học ngày 5/5/2020.\n\n"
            "Ngày 7/6, Hội Hồ Xanh đến thăm Hội Sông Trà. Cùng ngày, hai hội ký thỏa thuận hợp tác."
        ),
        ("ngày 7 tháng 6", "Cùng ngày"),
    ),
    "ko": (
        (
            "강물녀성동맹은 2020년 5월 5일 학교를 열었다.\n\n"
            "6월 7일 호수동맹 대표단이 강물녀성동맹을 방문하였다. 같은 날 두 동맹은 협정을 체결하였다."
        ),
        ("6월 7일", "같은 날"),
    ),
}


@pytest.mark.parametrize("language", YEAR_NOBODY_TOLD)
def test_a_year_that_nobody_told_stays_inferred(language):
    text, (when, words) = YEAR_NOBODY_TOLD[language]
    _, found = recorded(text, language=language)
    event = found[-1].event
    assert (event.when, event.anchor, event.words) == (when, "2020", words)
    read = timeline.resolve(when, anchor="2020", language=language)
    assert (read.interval.edtf, read.inferred) == ("2020-06-07", True)


def test_a_quarter_is_written_so_that_it_reads_back():
    _, found = recorded("Hội Phụ nữ Sông Trà sẽ họp vào quý I năm sau.", "2021-03-05", language="vi")
    when = found[0].event.when
    assert timeline.resolve(when, language="vi", anchor="2021-03-05").interval.edtf == "2022-33", when


def test_the_organisations_of_the_timeline_keep_their_ids():
    text = "The River Union (RU) met the Lake Union (LU) on 5 May 2021."
    _, found = recorded(text, records=Records(organisations=ORGANISATIONS))
    assert found[0].event.organisations == ("ru", "lake-union")
    assert [(one.id, one.aliases) for one in found[0].organisations] == [("lake-union", ("LU",))]


def test_a_part_of_an_organisation_has_its_parent():
    _, found = recorded("The Central Committee of the River Party met on 5 May 2021.")
    assert [(one.id, one.parent) for one in found[0].organisations] == [
        ("river-party", None),
        ("central-committee-of-the-river-party", "river-party"),
    ]


TEXT = "River news\n\nThe River Union opened a house on Monday.\n"


@pytest.mark.parametrize(
    ("source", "known"),
    [
        (Source("s", "River news", published="2024-03-25", file="news.txt"), True),
        (Source("s", "River news", file="news.txt"), True),
        (Source("s", "River news", published="2021-07-09", file="news.txt"), False),
        (Source("s", "Lake news", published="2024-03-25", file="news.txt"), False),
        (Source("s", "River news", published="2024-03-25", file="other.txt"), False),
    ],
)
def test_which_source_an_article_is(source, known):
    recorder, found = recorded(TEXT, "2024-03-25", Records(sources={"s": source}))
    assert recorder.is_known_source is known
    event = found[0].event
    assert (event.source == "s") is known
    if known and source.published is None:  # the record has to say itself what it counts from
        assert event.anchor == "2024-03-25"

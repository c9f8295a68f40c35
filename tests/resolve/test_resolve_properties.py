"""What holds of every phrase."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from phrases import mentioned, read, tongue

from timeline.dates import Day
from timeline.errors import TimelineError
from timeline.expressions import find as finding

MONTHS = st.sampled_from(["January", "February", "March", "May", "June", "September", "December"])
WEEKDAYS = st.sampled_from(["Monday", "Wednesday", "Friday", "Sunday"])
UNITS = st.sampled_from(["day", "week", "weekend", "month", "quarter", "year", "decade", "century"])
SIDES = st.sampled_from(["last", "this", "next"])
NUMBERS = st.integers(1, 40).map(str)
YEARS = st.integers(1500, 2100).map(str)


def worded(template: str, **slots: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.fixed_dictionaries(slots).map(lambda words: template.format(**words))


yearless = (
    worded("{day} {month}", day=st.integers(1, 28).map(str), month=MONTHS)
    | MONTHS
    | st.sampled_from(["spring", "autumn", "Q2", "Christmas", "International Women's Day"])
)
stated = (
    worded(
        "{date} {year}",
        date=MONTHS | worded("{day} {month}", day=st.integers(1, 28).map(str), month=MONTHS),
        year=YEARS,
    )
    | YEARS
    | worded("{number}th century", number=st.integers(4, 20).map(str))
)
relative = (
    WEEKDAYS
    | worded("{side} {what}", side=SIDES, what=UNITS | WEEKDAYS | MONTHS)
    | worded("{number} {unit}s ago", number=NUMBERS, unit=st.sampled_from(["day", "week", "month", "year", "hour"]))
    | worded("the next {number} {unit}s", number=NUMBERS, unit=st.sampled_from(["day", "week", "month", "year"]))
)
single = yearless | stated | relative
phrases = (
    single
    | worded("{part} {date}", part=st.sampled_from(["early", "mid", "late"]), date=single)
    | worded("from {start} to {end}", start=single, end=single)
    | worded("{one}, {two} and {three}", one=single, two=single, three=single)
    | worded("{word} {date}", word=st.sampled_from(["since", "until", "by", "before", "after", "circa"]), date=single)
    | worded("{number} days after {date}", number=NUMBERS, date=single)
)
anchors = st.integers(Day.parse("1600-01-01"), Day.parse("2199-12-31")).map(lambda number: str(Day(number)))


@given(phrases, anchors)
def test_no_date_ends_before_it_begins(phrase, anchor):
    try:
        came = read(phrase, anchor=anchor)
    except TimelineError:
        return
    for interval in (came.interval, *came.alternatives):
        assert interval.earliest is None or interval.latest is None or interval.earliest <= interval.latest


@given(yearless, st.integers(1600, 2190), st.sampled_from([-1, 1]))
def test_a_yearless_date_moves_with_its_anchor(phrase, year, step):
    one, other = (read(phrase, anchor=f"{at}-03-25").interval for at in (year, year + step))
    assert one.earliest is not None
    assert other.earliest is not None
    assume(abs(one.earliest - Day.of(year, 3, 25)) < 180)  # half a year away a leap day tips the balance
    assert other.earliest.year - one.earliest.year == step
    assert phrase.startswith("2") or one.earliest.date[1:] == other.earliest.date[1:]


@given(yearless, anchors)
def test_the_nearest_is_within_a_year(phrase, anchor):
    came = read(phrase, anchor=anchor).interval
    assert came.earliest is not None
    assert came.latest is not None
    assert min(abs(came.earliest - Day.parse(anchor)), abs(came.latest - Day.parse(anchor))) <= 184


@given(stated, anchors)
def test_a_stated_date_has_no_anchor(phrase, anchor):
    assert read(phrase, anchor=anchor).interval == read(phrase, anchor=None).interval


@given(
    st.lists(phrases | st.sampled_from(["they met", "no", "10", "(", "2000 guests", "in", "the"]), max_size=6),
    st.sampled_from(["news", "narrative"]),
    st.sampled_from(["2024-03-25", None]),
)
def test_mentions_stand_in_order_and_index_the_text(pieces, genre, anchor):
    text = " ".join(pieces)
    end = 0
    for mention in mentioned(text, genre=genre, anchor=anchor):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert all(mention.start <= x.start < x.end <= mention.end for x in mention.timexes)
        end = mention.end


@pytest.mark.parametrize("code", ["en", "ko", "vi"])
@given(text=st.text() | st.text("0123456789 -/.,:'年월일n thứe&bsp;áMa(@"))
def test_any_text_is_read_to_its_end(code, text):
    for mention in mentioned(text, language=code):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("code", ["en", "ko", "vi"])
@pytest.mark.parametrize(
    "text",
    [
        "1",
        "2021 ",
        "12 ",
        "9 July ",
        "the the ",
        "on ",
        "last ",
        "Monday, ",
        "thứ ",
        "ngày ",
        "년",
        "월 ",
        "1.",
        "1-",
        "(",
        "9 ",
    ],
)
def test_the_work_grows_with_the_text_and_no_faster(code, text, monkeypatch):
    def work(length: int) -> int:
        """The tokens that are made while a text of so many pieces is searched."""
        made = 0
        tokens = finding.tokens

        def counted(*args, **named):
            nonlocal made
            found = tokens(*args, **named)
            made += 1 + len(found)
            return found

        with monkeypatch.context() as patch:
            patch.setattr(finding, "tokens", counted)
            list(finding.find(text * length, tongue(code), lambda _: None))
        return made

    short, long = work(200), work(800)
    assert long <= 5 * short + 100, (short, long)

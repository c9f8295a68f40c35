"""The views of a terminal: columns that line up, signs that are explained, pages that begin at once."""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Self

import pytest

from timeline.cli import output
from timeline.dates import edtf
from timeline.events.dating import date_events
from timeline.events.kinds import kinds
from timeline.events.records import Event, Organisation, Records
from timeline.query import Selection, select
from timeline.render import Page, find_format
from timeline.render.formats import to_chart, to_table, to_tree
from timeline.render.sections import marks, sections
from timeline.render.signs import MARKS
from timeline.render.wrap import cells

PARTY = "\U0001f389"


def chosen(*events: Event, period: str | None = None, **of: object) -> Selection:
    records = Records(language="en", events=tuple(one._replace(order=at) for at, one in enumerate(events)), **of)
    return select(date_events(records).dated.values(), records, edtf.parse(period) if period else None)


def drawn(selection: Selection, view: str, **page: object) -> list[str]:
    return "".join(find_format(view).render(selection, Page(**page))).splitlines()  # type: ignore[arg-type]


def many(count: int) -> Selection:
    return chosen(*(Event(f"e{at}", f"Event {at}", f"{1900 + at % 100}-06-20") for at in range(count)))


def test_columns_line_up_whatever_the_letters() -> None:
    titles = ("plain", "녀성동맹 대회", f"{PARTY} party", "Ha\u0300 No\u0323\u0302i")
    organisations = {"vwu": Organisation("vwu", "VWU")}
    lines = drawn(
        chosen(
            *(Event(f"e{at}", title, "2021-06-20", organisations=("vwu",)) for at, title in enumerate(titles)),
            organisations=organisations,
        ),
        "table",
        width=80,
    )
    columns = {cells(line.partition("VWU")[0]) for line in lines if "VWU" in line}
    assert len(columns) == 1, lines
    assert sum("VWU" in line for line in lines) == len(titles)


def test_signs_are_explained_where_they_are_used_and_only_there() -> None:
    plan = Event("plan", "Plan", "2021", kind="congress", status="planned")
    lines = drawn(chosen(plan, period="2021-06"), "table", width=80)
    assert lines[-2:] == ["? possible   ○ planned", "▣ congress"]
    assert "?○ ▣ Plan" in lines[1]
    plain = drawn(chosen(Event("e", "E", "2021-06-20")), "table", width=80)
    assert plain == ["2021 ───────────────────", "20 June 2021  E"], "events of no kind and no doubt need no legend"
    assert "▣ congress" not in drawn(chosen(plan), "table", width=120)[-1], "the row says it in words"


def test_organisations_are_short_and_what_does_not_fit_is_counted() -> None:
    organisations = {
        "vwu": Organisation("vwu", "Vietnam Women's Union", ("Women of Vietnam", "VWU")),
        "long": Organisation("long", "An organisation of no abbreviation at all"),
    }
    event = Event("e", "Meeting", "2021", organisations=("vwu", "long", "unknown"))
    lines = drawn(chosen(event, organisations=organisations), "table", width=80)
    assert lines[1].endswith("VWU +2")


@pytest.mark.parametrize(
    "group, wanted",
    [
        ("year", ["1999", "2021"]),
        ("month", ["January 1999", "June 2021"]),
        ("decade", ["1990s", "2020s"]),
        ("century", ["20th century", "21st century"]),
        ("kind", ["meeting", "congress"]),
        ("org", ["The Union", "No organisation"]),
        ("place", ["Hanoi", "No place"]),
    ],
)
def test_groups(group: str, wanted: list[str]) -> None:
    events = (
        Event("a", "A", "1999", kind="meeting", organisations=("u",), places=("Hanoi",)),
        Event("b", "B", "2021-06", kind="meeting", places=("ha noi",)),
        Event("c", "C", "2021-06-20", kind="congress"),
    )
    selection = chosen(*events, organisations={"u": Organisation("u", "The Union")})
    assert [heading for heading, _ in sections(selection, group)] == wanted
    assert [line for line in drawn(selection, "tree", group=group) if line[0] not in "├└│ "] == [
        f"{heading} ({len(below)})" if group != "year" else heading for heading, below in sections(selection, group)
    ]


def test_a_tree_puts_what_is_known_to_the_year_beside_the_months() -> None:
    whens = ("2021", "2021-06", "2021-06-20", "2021-21", "2021-12-01/2022-01-05", "../1999")
    lines = drawn(chosen(*(Event(f"e{at}", when, when) for at, when in enumerate(whens))), "tree")
    assert lines == [
        "Beginning unknown",
        "└── · until 1999: ../1999 (event)",
        "2021",
        "├── · 2021: 2021 (event)",
        "├── · spring 2021: 2021-21 (event)",
        "├── June",
        "│   ├── · June 2021: 2021-06 (event)",
        "│   └── · 20 June 2021: 2021-06-20 (event)",
        "└── December",
        "    └── · 1 December 2021 – 5 January 2022: 2021-12-01/2022-01-05 (event)",
    ]


def test_turned_round_the_ongoing_come_behind_and_the_undated_last() -> None:
    events = (Event("a", "A", "since 1946"), Event("b", "B", "2021"), Event("c", "C", "2022"), Event("d", "D", None))
    turned = chosen(*events, period="2021/2022").reversed()
    assert [heading for heading, _ in sections(turned)] == ["2022", "2021", "Ongoing"]
    assert [heading for heading, _ in sections(chosen(*events).reversed())] == ["2022", "2021", "1946", "Undated"]


EXOTIC = (
    "2021", "-0233", "Y-65000000", "Y170000002", "198X", "19XX", "1XXX", "2021-21", "2021-33", "2021-40", "2021-W05",
    "2021~", "2021?", "2021-06~", "2021-06-20%", "1946/..", "../1946", "1946/", "/1946", "[..1927]", "[1929..]",
    "{1975,1980}", "[1967,1968]", "{1975..1980}", "2004-06~/2006-08?", "-0044-03-15/0014-08-19", "XXXX-10-20",
    "XXXX-10", "9999-12-31", "0000-01-01", "2020-02-29", "[1667-05,1668-12..]",
)  # fmt: skip


@pytest.mark.parametrize("view", ["table", "tree", "chart", "lines"])
@pytest.mark.parametrize("period", [None, "2021", "1900/2100", "../1950", "2021-06-20", "-0050/0050"])
def test_every_sort_of_date_is_shown_and_fits(view: str, period: str | None) -> None:
    selection = chosen(*(Event(f"e{at}", f"[{when}]", when) for at, when in enumerate(EXOTIC)), period=period)
    lines = drawn(selection, view, width=80, colour=False)
    assert view == "lines" or max(map(cells, lines), default=0) <= 80
    shown = len(selection.matches) + len(selection.shown_undated)
    assert sum(any(f"[{when}]" in line for line in lines) for when in EXOTIC) == shown


def test_every_mark_has_a_sign_of_its_own() -> None:
    (match,) = chosen(Event("e", "E", "2021", status="planned", implied=True)).matches
    every = match._replace(certainty="possible", dated=match.dated._replace(inferred=True, conflict=True))
    assert {*marks(every), "cancelled"} == set(MARKS)
    assert len(set(MARKS.values())) == len(MARKS)
    assert not set(MARKS.values()) & {kind.mark for kind in kinds().values()}


TITLES = ("[red]x[/red] [/]", "\x1b[31mred\x1b]8;;http://e\x07", "\u202egnihton\u2066", "long " * 2000, "w" * 10_000)


@pytest.mark.parametrize("view", ["table", "tree", "lines", "chart"])
@pytest.mark.parametrize("title", TITLES, ids=["markup", "escapes", "overrides", "words", "one word"])
def test_titles_are_text_in_every_view(view: str, title: str) -> None:
    lines = drawn(chosen(Event("e", title, "2021")), view, width=0 if view == "lines" else 80)
    text = "\n".join(lines)
    assert not {letter for letter in text if not letter.isprintable()} - {"\n", "\t"}
    assert max(map(cells, lines)) <= 80 or view == "lines"
    for word in ("[red]x[/red]", "gnihton", "http://e"):
        assert (word in text) == (word in title)
    if view != "chart":  # whose titles are cut
        assert text.count("w") == title.count("w")
        assert text.count("long") == title.count("long")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Pager:
    """Stands in for less: keeps what it is sent, and how many rows there were when the first of it came."""

    def __init__(self, rows: list[object]) -> None:
        self.rows, self.seen, self.returncode = rows, 0, 0
        self.stdin = self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def writelines(self, pieces: Iterator[str]) -> None:
        for _ in pieces:
            pass

    def flush(self) -> None:
        self.seen = len(self.rows)


def counted(function: Callable[..., str], rows: list[object]) -> Callable[..., str]:
    def counting(*given: object) -> str:
        rows.append(given)
        return function(*given)

    return counting


@pytest.mark.parametrize("view", ["table", "tree", "chart"])
@pytest.mark.parametrize("paged", [True, False])
def test_the_first_page_is_written_before_a_hundredth_of_the_rows(
    view: str, paged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, rows = 10_000, []
    for module, name in ((to_table, "date_words"), (to_tree, "date_words"), (to_chart, "drawn")):
        monkeypatch.setattr(module, name, counted(getattr(module, name), rows))
    selection = many(count)
    monkeypatch.setenv("TERM", "xterm" if paged else "dumb")
    monkeypatch.setenv("LINES", "40")
    pager = Pager(rows)
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pager)
    screen, first = Terminal(), []
    monkeypatch.setattr(screen, "write", lambda _: first.append(len(rows)))
    monkeypatch.setattr(sys, "stdout", screen)
    output.write(find_format(view).render(selection, Page(width=80)))
    seen = pager.seen if paged else first[0]
    assert 0 < seen < count / 100, f"{seen} of {count} rows were rendered before the first page"
    assert len(rows) >= count, "and all of them in the end"

"""The page of what words mean: every reading on it is what `timeline.resolve` returns."""

from collections.abc import Iterator

import timeline
from reference_pages.markdown import code, heading, put_together, table

ANCHOR = "2024-03-25"  # a Monday
INTRODUCTION = f"""\
What a date expression means, wherever one is read: in a file, in a period, in a text. Every row is what
`timeline resolve` answers; relative ones are counted from Monday 25 March 2024, as with `--anchor {ANCHOR}`. A single
date is one moment somewhere between its first and its last day; a stretch is all of the time from the one to the
other. Days are inclusive, `…` is an open side. `--why` tells the steps of each, and
[from a phrase to a date](../explanation/phrase.md) tells why they are what they are."""
# A heading, what its rows have in common, the language they are read in, and the rows.
SECTIONS = (
    (
        "Single dates",
        "However coarse, one moment somewhere in it. Years are astronomical, as in EDTF: 1 BCE is year 0.",
        "en",
        (
            "9 July 2021",
            "June 2021",
            "2021",
            "the 1980s",
            "the 1900s",
            "the 20th century",
            "spring 2021",
            "second quarter of 2021",
        ),
        ("first half of 2021", "the first week of May 2021", "week 12 of 2024", "234 BCE", "Juche 110", "9/7/2021"),
    ),
    (
        "From one to another",
        "Both ends are whole and included.",
        "en",
        ("from 2002 to 2007", "between 2002 and 2007", "2002-2007", "2016-21"),
        ("from Monday to Thursday", "June and July 2021", "20-21 June 2021", "for two weeks from 18 December 2021"),
    ),
    (
        "Open sides",
        "Since, until and by include what they name; before and after do not.",
        "en",
        ("since 1946", "until 2030", "by 2030", "before 1928", "after 1928"),
        (),
    ),
    (
        "Early, mid and late",
        "Thirds of the unit. EDTF has no sign for a third: it is that of the whole unit, and `part` says which third.",
        "en",
        (
            "early June 2021",
            "mid June 2021",
            "late June 2021",
            "early 2021",
            "late 2021",
            "early 1990s",
            "mid-1990s",
            "late 1990s",
        ),
        ("early last week", "late last week", "early 20th century", "mid-20th century", "late 20th century"),
    ),
    (
        "Counted from the day of writing",
        "A unit that is named is meant whole, and an amount of units has the grain of the unit.",
        "en",
        (
            "yesterday",
            "two days ago",
            "last week",
            "two weeks ago",
            "next month",
            "last year",
            "in five years",
            "a decade ago",
        ),
        ("this weekend", "next Friday", "last Monday", "Friday", "October 24", "last quarter"),
    ),
    (
        "Approximate and uncertain",
        "What is marked as a whole is never more than possible in a query.",
        "en",
        ("circa 1600", "about 1904", "1600~", "1600?"),
        (),
    ),
    (
        "Several dates",
        "In braces each of them, in brackets one of them.",
        "edtf",
        ("{1975,1980}", "[1967,1968]"),
        (),
    ),
    (
        "Vietnamese",
        "",
        "vi",
        ("ngày 9 tháng 7 năm 2021", "tháng 6 năm 2021", "từ năm 2002 đến năm 2007", "tuần trước", "đầu tháng 4"),
        (),
    ),
    ("Korean", "", "ko", ("2021년 7월 9일", "주체110년", "지난주", "2002년부터 2007년까지"), ()),
)
AFTERWARDS = """\
## In prose

- A weekday or a date without a year lies where the tense around it says: told in the past it is the last one, planned
  it is the next one; where nothing says, it is the nearest. The day of writing itself counts.
- Where nobody knows when the text was written, a date without a year takes the latest year that the text tells as past
  or present, and is marked as inferred. Where there is none, it keeps no year: `XXXX-10-24`.
- A duration or a set that nothing anchors ("three weeks", "every year") has no interval.
- In a story (`--genre narrative`) relative dates count from the date told before.

## In a file

| `when` | meaning |
| --- | --- |
| 70th anniversary of @id | the first day of that event, 70 years later, at its grain; 29 February falls on the 28th |
| two days after @id | counted from its last day |
| two days before @id | counted from its first day |
| the eve of @id | the day before its first |
| during @id | the same date |
| between @a and @b | from the one to the other, both included |
| 24 October, last Monday | counted from `anchor`, else from the `published` of the source, never from the clock |

`date_order` of the file says how 9/7/2021 reads, and `hemisphere = "south"` turns the seasons."""


def page() -> str:
    """Return the page."""
    blocks = [block for title, what, language, *rows in SECTIONS for block in _section(title, what, language, rows)]
    return put_together(heading("What words mean"), INTRODUCTION, *blocks, *AFTERWARDS.split("\n\n"))


def _section(title: str, what: str, language: str, rows: list[tuple[str, ...]]) -> Iterator[str]:
    yield heading(title, 2)
    if what:
        yield what
    read = [_row(words, language) for some in rows for words in some]
    yield table(("words", "EDTF", "first day", "last day", "grain", "other readings"), read)


def _row(words: str, language: str) -> tuple[str, ...]:
    told = timeline.resolve(words, anchor=ANCHOR, language=language)
    date = told.interval
    first, last = (code(str(day)) if day is not None else "…" for day in (date.earliest, date.latest))
    others = ", ".join(code(other.edtf) for other in told.alternatives)
    grain = ", ".join(
        filter(None, (date.grain.name.lower(), date.part and date.part.name.lower(), date.stretch and "a stretch"))
    )
    return (words, code(date.edtf), first, last, grain, others)

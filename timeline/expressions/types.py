"""What date words mean before anybody says when they were written: a closed set of small immutable types.

What the words state and what a context fills in stay apart: a field the words do not state is None.
"""

import enum
from typing import Literal, NamedTuple

from timeline.dates import Grain, Interval, Part

Direction = Literal[-1, 0, 1]


class Clock(enum.Enum):
    """Units finer than a day: they have durations, but no dates."""

    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"

    __hash__ = object.__hash__  # as in Grain


Unit = Grain | Clock


class Absolute(NamedTuple):
    """A date that needs nothing else: ISO, EDTF."""

    interval: Interval


class Date(NamedTuple):
    """A calendar date with some fields stated: "9 July 2021", "July 9th", "Friday the 13th", "2021"."""

    year: int | None = None  # astronomical
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday; of the day, as the text says it
    short: bool = False  # the year has two digits, its century is for the context to say


class Numeric(NamedTuple):
    """Numbers whose order depends on the reader: 9/7/2021. The year is last or missing."""

    first: int
    second: int
    year: int | None = None
    short: bool = False
    weekday: int | None = None
    sign: str = "/"  # what stands between them; full stops are written day first only, hyphens mostly


class Cycle(NamedTuple):
    """A numbered unit of a year: the third quarter, spring, week 12. `of` is the year where one is stated."""

    grain: Grain  # quarter, half, season, week
    number: int  # from 1
    of: "Expression | None" = None
    direction: Direction | None = None  # last spring: -1, this: 0, next: 1


class Block(NamedTuple):
    """A decade, century or millennium by its number: 198 for the 1980s, 19 for 19XX; `short`: the eighties are 8."""

    grain: Grain
    number: int
    short: bool = False
    ambiguous: bool = False  # "the 1900s": the decade is the alternative


class Weekday(NamedTuple):
    """A day of the week, 0 is Monday; `direction` -1 last, 0 this, 1 next, None unsaid."""

    weekday: int
    direction: Direction | None = None


class Workdays(NamedTuple):
    """So many working days, Monday to Friday, before (`sign` -1) or after the anchor; holidays are not left out."""

    number: int
    sign: Literal[-1, 1]


class Yearly(NamedTuple):
    """A month, a month and day or a named day, counted in years from the anchor: last March, next 4 July.

    `begun`: it lies where it begins, so that "this past April" may be said in April.
    """

    date: "Date | NamedDay"
    direction: Direction
    begun: bool = False


class Duration(NamedTuple):
    """An amount of time: ((3, week),) or ((1, year), (2, month)); `vague`: a few, several."""

    parts: tuple[tuple[float, Unit], ...]
    vague: bool = False


class Shift(NamedTuple):
    """So much before (`sign` -1) or after a date; base None is the anchor, and then the result has the unit's grain."""

    duration: Duration
    sign: Literal[-1, 0, 1]
    base: "Expression | None" = None
    whole: bool = False  # the unit itself is meant: last decade is 201X, where a decade ago is a year


class Ahead(NamedTuple):
    """In so long: a date where what is told is still to come, else the time that something took."""

    duration: Duration
    within: bool = False  # the time that it may take at most is said


class Told(NamedTuple):
    """The date last told in the text, as "two days later" and "the following year" count from."""


class Sweep(NamedTuple):
    """The whole units just before or after the anchor as one stretch: the past two weeks, the next 3 days."""

    duration: Duration
    sign: Literal[-1, 1]
    base: "Expression | None" = None


class Nth(NamedTuple):
    """The nth unit or weekday inside a date: third Tuesday of March, last day of 2020; negative from the end."""

    number: int
    grain: Grain | None
    within: "Expression"
    weekday: int | None = None


class Run(NamedTuple):
    """The first or last n units inside a date, as one stretch: first nine months of 2020."""

    number: int  # negative: the last ones
    grain: Grain
    within: "Expression"


class Inside(NamedTuple):
    """A date read inside another: July of last year, the 20th of next month, Tuesday of next week."""

    what: "Expression"
    of: "Expression"


class Third(NamedTuple):
    """The early, middle or late third of a date."""

    part: Part
    of: "Expression"


class Span(NamedTuple):
    """From one date to another, both ends whole and included. An end borrows what it leaves unsaid."""

    start: "Expression"
    end: "Expression"


class Lasting(NamedTuple):
    """From a date for so long; `ends`: up to that date."""

    start: "Expression"
    duration: Duration
    ends: bool = False


class Open(NamedTuple):
    """A date with one side open."""

    relation: Literal["since", "until", "by", "before", "after", "not-before"]
    of: "Expression"


class Several(NamedTuple):
    """A list of dates: each of them ("1975, 1980 and 1985"), or one of them ("1967 or 1968")."""

    items: tuple["Expression", ...]
    every: bool


class Qualified(NamedTuple):
    """A date said with less than certainty."""

    of: "Expression"
    approximate: bool = False
    uncertain: bool = False


class NamedDay(NamedTuple):
    """A day with a fixed rule, by its id in resolve/named_days.toml; the year is stated or not."""

    name: str
    of: "Expression | None" = None


class Timed(NamedTuple):
    """A date with a time of day, as TIMEX3 writes it: T15:37, TMO for the morning."""

    of: "Expression"
    clock: str


class Anniversary(NamedTuple):
    """The nth return of a date; `within` is the year the text itself gives for it."""

    number: int
    of: "Expression | None" = None
    within: "Expression | None" = None


class EventDate(NamedTuple):
    """The date of another event, by its id."""

    id: str


class Around(NamedTuple):
    """So much on both sides of a date."""

    duration: Duration
    of: "Expression"


class Recurrence(NamedTuple):
    """A set of times: every year, weekly, every Monday."""

    duration: Duration
    weekday: int | None = None
    month: int | None = None
    clock: str = ""


class Sooner(NamedTuple):
    """Somewhere in a date, before or after the time of writing: earlier this year, later that month."""

    of: "Expression"
    sooner: str  # early or late


class Latest(NamedTuple):
    """A unit with the article alone, as a text goes on to speak of it: the quarter, the weekend.

    `told`: where no such unit was told it is none.
    """

    grain: Grain
    told: bool = False


class Reference(NamedTuple):
    """A time that has no bounds of its own: now, recently, soon."""

    when: Literal["past", "present", "future"]


class Lunar(NamedTuple):
    """A date of the lunisolar calendar of Vietnam ("vi") or Korea ("ko"): the 15th of the 8th month, the new year.

    Without a day it is the whole month, without a month the whole year. `year` is the solar year in which the lunar
    one begins, `cycle` its place in the cycle of sixty (0 is Giáp Tý, 갑자) where that is all that is said of it;
    `leap`: the month is the second of its number.
    """

    month: int | None
    day: int | None = None
    year: "Expression | None" = None
    cycle: int | None = None
    leap: bool = False
    calendar: Literal["vi", "ko"] = "vi"


class Doubled(NamedTuple):
    """A solar day without a year, and the lunar date it is as well, which tells when: "18/2 (mồng 9 tháng Giêng …)"."""

    of: Date
    lunar: Lunar


class NoDate(NamedTuple):
    """Words that look like a date and are none: the second time, number 12/2020, 2000-2500 guests."""


Expression = (
    Absolute
    | Date
    | Numeric
    | Cycle
    | Block
    | Weekday
    | Workdays
    | Yearly
    | Duration
    | Shift
    | Ahead
    | Told
    | Sweep
    | Nth
    | Run
    | Inside
    | Third
    | Span
    | Lasting
    | Open
    | Several
    | Qualified
    | NamedDay
    | Timed
    | Anniversary
    | EventDate
    | Around
    | Recurrence
    | Sooner
    | Latest
    | Reference
    | Lunar
    | Doubled
    | NoDate
)

"""What resolving may ask beside the words, and what it answers."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from timeline.dates import Day, Interval

Lookup = Callable[[str], Interval]


class Written(NamedTuple):
    """What a text tells about when it was written: the latest year, the latest day that is over, the first to come."""

    year: int
    last: Day | None = None
    coming: Day | None = None


class Context(NamedTuple):
    """Everything that a date may hang on; resolve asks nothing else, least of all the clock.

    `anchor` is when the words were written: a day, or a window where only that is known. `told` is the date last told
    in the text, `told_day` the day last told, `thread` the last date that was no aside: a story's months lie in its
    year. `quarter` is the quarter last named: figures are compared with those of a year ago.
    `guessed`: the year of the anchor was taken from other dates of the text, and what counts from it is inferred.
    `written` is what a text without a day of writing tells about it: its yearless dates are of that year, inferred.
    `frame` is the date that lends its year here, the heading or the opening of the paragraph; not to a date that is
    `yielding` days from the anchor or less. `direction` says where a yearless date or a weekday lies: "past",
    "future", or the nearest. `lookup` gives the date of the event behind an @id and raises a TimelineError where there
    is none. `open_year`: without an anchor a yearless date keeps its year open (XXXX-10-24); otherwise it is an error.
    """

    anchor: Interval | None = None
    language: str | None = None
    date_order: str | None = None  # "dmy" or "mdy"; None is the language's own
    south: bool = False
    lookup: Lookup | None = None
    genre: Literal["news", "narrative"] = "news"
    told: Interval | None = None
    told_day: Interval | None = None
    thread: Interval | None = None
    quarter: Interval | None = None
    guessed: bool = False
    written: Written | None = None
    frame: Interval | None = None
    yielding: int = 0
    direction: Literal["past", "future"] | None = None
    open_year: bool = True

    def after(
        self, told: Interval | None, told_day: Interval | None, thread: Interval | None, quarter: Interval | None
    ) -> "Context":
        """The context with other dates told."""
        return _copy(Context, (*self[:TOLD], told, told_day, thread, quarter, *self[TOLD + 4 :]))

    def on(self, side: Literal["past", "future"] | None) -> "Context":
        """The context with another direction."""
        return self if side == self.direction else _copy(Context, (*self[:SIDE], side, *self[SIDE + 1 :]))


_copy = tuple.__new__  # a third of the time of _replace, which names every field; a context is copied for each date
TOLD, SIDE = Context._fields.index("told"), Context._fields.index("direction")


class Resolution(NamedTuple):
    """A date with the way to it.

    `steps` are sentences for people, in order. `alternatives` are other honest readings, the likelier first.
    `inferred`: something was filled in that neither the words nor a known day of writing say. `relative`: the answer
    depends on the anchor. `clock` is the time of day as TIMEX3 writes it.
    """

    text: str
    interval: Interval
    rule: str
    steps: tuple[str, ...] = ()
    alternatives: tuple[Interval, ...] = ()
    inferred: bool = False
    relative: bool = False
    anchor: Interval | None = None
    language: str | None = None
    clock: str = ""

    @property
    def timex(self) -> str | None:
        """The TIMEX3 value; None where one value cannot say it."""
        from timeline.resolve.timex import value  # noqa: PLC0415  few ask for it

        return value(self.interval, self.clock)

"""The period of a query, out of the words of a command line or a marker."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline.dates import Interval
from timeline.errors import TimelineError
from timeline.resolve import Context, resolve

if TYPE_CHECKING:
    from timeline.events import Records


class PeriodError(TimelineError):
    """Words that are no period."""

    def __init__(self, words: str, reason: str) -> None:
        """Take the words and a sentence that says why."""
        super().__init__(f'"{words}" is no period: {reason}')


def read_period(
    words: str,
    records: "Records | None" = None,
    *,
    today: Interval | None = None,
    lookup: Callable[[str], Interval] | None = None,
) -> Interval:
    """Return the interval that some words mean: "2021", "since 2020", "last year", "10 days around @id".

    `today` is what "last year" counts from, `lookup` finds the date of an `@id`; how 9/7/2021 and seasons read is the
    file's.
    """
    context = Context(
        anchor=today,
        date_order=records.date_order if records else None,
        south=records is not None and records.hemisphere == "south",
        lookup=lookup,
    )
    period = resolve(words, context).interval
    if not period.dated and not period.members:
        raise PeriodError(words, "it names no year; write one, as in 24 October 2024")
    return period

"""A phrase of words to its date."""

from timeline.dates import DateError, Interval, NonexistentDateError
from timeline.expressions import types as t
from timeline.expressions.language import Language
from timeline.expressions.language_files import codes
from timeline.expressions.load import language
from timeline.expressions.parser import Reading
from timeline.expressions.phrase import readings
from timeline.resolve import calendar, hanging, joins, lunar, parts, shifts
from timeline.resolve.context import Context, Resolution
from timeline.resolve.errors import UnresolvedError
from timeline.resolve.trail import Rule, Trail

RULES: dict[type, Rule] = {
    t.Absolute: calendar.absolute,
    t.Date: calendar.date,
    t.Numeric: calendar.numeric,
    t.Cycle: calendar.cycle,
    t.Block: calendar.block,
    t.Weekday: calendar.weekday,
    t.Workdays: shifts.workdays,
    t.Yearly: calendar.yearly,
    t.NamedDay: calendar.named_day,
    t.Duration: shifts.duration,
    t.Recurrence: shifts.recurrence,
    t.Shift: shifts.shift,
    t.Ahead: shifts.ahead,
    t.Told: shifts.told,
    t.Sweep: shifts.sweep,
    t.Around: shifts.around,
    t.Nth: parts.nth,
    t.Run: parts.run,
    t.Inside: parts.inside,
    t.Third: parts.third,
    t.Span: joins.span,
    t.Lasting: joins.lasting,
    t.Open: joins.open_side,
    t.Several: joins.several,
    t.Qualified: joins.qualified,
    t.EventDate: hanging.event_date,
    t.Timed: calendar.timed,
    t.Sooner: shifts.sooner,
    t.Latest: shifts.latest,
    t.Reference: shifts.reference,
    t.Anniversary: hanging.anniversary,
    t.Lunar: lunar.lunar,
    t.Doubled: lunar.doubled,
}
ACCEPTED = (
    'accepted are dates in words ("9 July 2021", "last week", "since 1946"), ISO (2021-07-09) and EDTF (2021-07~)'
)


def resolve_words(phrase: str, context: Context, other: Interval | None = None) -> Resolution:
    """The date of a phrase in the context's language; where that is None, in the one whose words it uses.

    `other` is a reading that the phrase has beside its words.
    """
    wanted = [context.language] if context.language else codes()
    tongues = [tongue for code in wanted if (tongue := language(code)) is not None]
    for tongue in tongues:
        if found := readings(phrase, tongue):
            return _first_that_resolves(phrase, found, tongue, context, other)
    if not tongues or context.language is None:
        from timeline.resolve.fallback import resolve_elsewhere  # noqa: PLC0415  dateparser is slow to import

        if (resolution := resolve_elsewhere(phrase, context)) is not None:
            return resolution
    raise UnresolvedError(phrase, f"no date expression that is known here; {ACCEPTED}")


def _first_that_resolves(
    phrase: str, found: list[Reading], tongue: Language, context: Context, other: Interval | None
) -> Resolution:
    """The first reading that gives a date, with the dates of the others as alternatives."""
    chosen: tuple[Trail, Interval, Reading] | None = None
    alternatives: list[Interval] = []
    problem: UnresolvedError | DateError | None = None
    for reading in found:
        trail = Trail(phrase, context, RULES, tongue.date_order)
        try:
            interval = trail.resolve(reading.value)
        except (UnresolvedError, DateError) as error:
            if isinstance(error, NonexistentDateError) and chosen is None and problem is None:
                raise  # the likeliest reading is of a day that does not exist: no other may stand in for it
            problem = problem or error
            continue
        if chosen is None:
            chosen = trail, interval, reading
        else:
            alternatives.append(interval)
    if chosen is None:
        assert problem is not None, "no reading, no call"  # noqa: S101
        raise problem
    trail, interval, reading = chosen
    alternatives = [*trail.alternatives, *alternatives, *([other] if other else [])]
    return Resolution(
        phrase,
        interval,
        reading.rule.name,
        tuple(trail.steps),
        tuple({a.edtf: a for a in alternatives if a.edtf != interval.edtf}.values()),
        inferred=trail.inferred,
        relative=trail.relative,
        anchor=context.anchor if trail.relative else None,
        language=tongue.code,
        clock=trail.clock,
    )

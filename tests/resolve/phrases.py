"""Reading a phrase in the tests of this folder, and a failure that names phrase, wanted, got and the steps between."""

from typing import Any

from timeline.dates import Interval, edtf
from timeline.errors import TimelineError
from timeline.expressions.language import Language
from timeline.expressions.load import language
from timeline.resolve import Context, Resolution, resolve
from timeline.resolve.mention import Mention
from timeline.resolve.mentions import mentions

MONDAY = "2024-03-25"
DATES = frozenset(("anchor", "told", "quarter"))  # fields of a Context that are dates


def context(**fields: Any) -> Context:
    """A context in English on Monday 25 March 2024; dates are given as EDTF, None takes the anchor away."""
    fields = {"anchor": MONDAY, "language": "en"} | fields
    return Context(
        **{name: edtf.parse(field) if name in DATES and field is not None else field for name, field in fields.items()}
    )


def read(phrase: str, **fields: Any) -> Resolution:
    """What a phrase means."""
    return resolve(phrase, context(**fields))


def reads(phrase: str, wanted: str, **fields: Any) -> Resolution:
    """Asserts the EDTF of a phrase."""
    try:
        came = read(phrase, **fields)
    except TimelineError as error:
        raise AssertionError(f"“{phrase}” {fields or ''}\n  wanted {wanted}\n  was refused: {error}") from error
    assert came.interval.edtf == wanted, told(came, wanted, came.interval.edtf)
    return came


def told(came: Resolution, wanted: object, got: object) -> str:
    """What a failure says."""
    steps = "".join(f"\n    {step}" for step in came.steps)
    return f"“{came.text}”\n  wanted {wanted}\n  got    {got}\n  by the rule {came.rule!r}{steps}"


def days(interval: Interval) -> tuple[str, str]:
    """The first and last day of an interval, as ISO."""
    return str(interval.earliest), str(interval.latest)


def tongue(code: str = "en") -> Language:
    """A language that has a file."""
    found = language(code)
    assert found is not None, code
    return found


def mentioned(text: str, **fields: Any) -> list[Mention]:
    """The mentions of a text, with their steps."""
    asked = context(**fields)
    return list(mentions(text, tongue(asked.language or "en"), asked, telling=True))


def found(text: str, **fields: Any) -> list[tuple[str, str | None]]:
    """The phrases of a text with their EDTF."""
    return [(m.text, m.interval.edtf if m.interval else None) for m in mentioned(text, **fields)]

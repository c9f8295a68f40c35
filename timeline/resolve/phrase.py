"""One whole phrase to its date: EDTF and ISO first, then the language, then what dateparser knows."""

from timeline.dates import Day, EdtfError, Interval, edtf, units
from timeline.resolve.context import Context, Resolution
from timeline.resolve.errors import UnresolvedError

EDTF = "edtf"  # the language that reads EDTF and nothing else
STARTS = frozenset("0123456789-YX[{./?~%")  # with which EDTF begins


def resolve(text: str, context: Context | None = None) -> Resolution:
    """The date that a phrase means.

    Eight digits alone are a day of ISO 8601's basic format.
    Raises UnresolvedError (NoAnchorError), NonexistentDateError; EdtfError where language is "edtf".
    """
    context = context or Context()
    phrase = text.strip()
    if not phrase:
        raise UnresolvedError(text, "there are no words")
    other: Interval | None = None
    if context.language == EDTF or phrase[0] in STARTS:
        try:
            interval = edtf.parse(phrase)
        except EdtfError:
            if context.language == EDTF:
                raise
        else:
            if context.language == EDTF or not _reads_as_years(phrase):
                return Resolution(text, interval, EDTF, (f"EDTF: {interval.edtf}",), language=EDTF)
            other = interval
    if len(phrase) == len("YYYYMMDD") and phrase.isascii() and phrase.isdecimal():
        interval = units.day(Day.of(int(phrase[:4]), int(phrase[4:6]), int(phrase[6:])))
        return Resolution(text, interval, "iso", (f"ISO 8601, basic format: {interval.edtf}",), language=EDTF)
    from timeline.resolve.worded import resolve_words  # noqa: PLC0415  ISO and EDTF need no language

    return resolve_words(phrase, context, other)


def _reads_as_years(phrase: str) -> bool:
    """Whether YYYY-NN is a range of years in prose ("2016-21") and only in EDTF a season or quarter."""
    year, hyphen, end = phrase[:4], phrase[4:5], phrase[5:]
    if not (len(phrase) == len("YYYY-NN") and hyphen == "-" and year.isdecimal() and end.isdecimal()):
        return False
    return int(end) > max(20, int(year[2:]))

"""One whole phrase to its date: EDTF and ISO first, then the language, then what dateparser knows."""

from timeline.dates import EdtfError, Interval, edtf
from timeline.resolve.context import Context, Resolution
from timeline.resolve.errors import UnresolvedError

EDTF = "edtf"  # the language that reads EDTF and nothing else
STARTS = frozenset("0123456789-YX[{./?~%")  # with which EDTF begins


def resolve(text: str, context: Context | None = None) -> Resolution:
    """The date that a phrase means.

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
    from timeline.resolve.worded import resolve_words  # noqa: PLC0415  ISO and EDTF need no language

    return resolve_words(phrase, context, other)


def _reads_as_years(phrase: str) -> bool:
    """Whether YYYY-NN is a range of years in prose ("2016-21") and only in EDTF a season or quarter."""
    return (
        len(phrase) == 7 and phrase[4] == "-" and phrase[5:].isdecimal() and int(phrase[5:]) > max(20, int(phrase[2:4]))
    )

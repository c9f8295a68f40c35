"""What is done with each text of an archive: a verb makes of it the records that the command of its name prints."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.api import Timeline
    from timeline.corpus.job import Job
    from timeline.dates import Interval
    from timeline.events.records import Records

    Verb = Callable[[str, Interval | None, Job], Iterator[dict[str, Any]]]


def _dates(text: str, day: "Interval | None", job: "Job") -> Iterator[dict[str, Any]]:
    from timeline.api import find_dates
    from timeline.render.mentions import Layout, Tagged
    from timeline.render.mentions.record import mention_record

    found = find_dates(text, day, job.language, job.genre, why=job.why)
    tagged, layout = Tagged("", text, found, day), Layout(why=job.why)
    return (mention_record(mention, tagged, layout) for mention in found)


def _extract(text: str, day: "Interval | None", job: "Job") -> Iterator[dict[str, Any]]:
    from timeline.api import extraction
    from timeline.render.drafts import Drafted, Layout
    from timeline.render.drafts.record import draft_record

    known = _timeline(job.known) if job.known is not None else None
    found = extraction(text, day, job.language, known, job.genre, undated=False)
    drafted, layout = Drafted("", text, found), Layout(why=job.why)
    return (draft_record(draft, drafted, layout) for draft in found.drafts)


def _date_languages() -> Sequence[str]:
    from timeline.expressions.language_files import codes

    return sorted(codes())


def _draft_languages() -> Sequence[str]:
    from timeline.extract import codes

    return codes()


VERBS: "dict[str, Verb]" = {"dates": _dates, "extract": _extract}
LANGUAGES: dict[str, Callable[[], Sequence[str]]] = {"dates": _date_languages, "extract": _draft_languages}


def _timeline(records: "Records") -> "Timeline":
    """Return a timeline of which nothing but the names is known."""
    from timeline.api import Timeline
    from timeline.store.recall import Recalled

    return Timeline(Recalled(records, {}, (), (), Path()))

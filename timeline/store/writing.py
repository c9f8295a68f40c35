"""Writing a timeline file in place: more records, another claim, a record anew; every other byte stays as it is.

Each verb holds the file, reads it, works out what it will be, reads that as if it were there already, and replaces the
file at once. What would bring an error into the timeline, or touch another record, is refused and nothing is written.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from timeline.errors import TimelineError
from timeline.events.errors import UnknownIdError
from timeline.events.names import slug, unused
from timeline.events.records import Claim, Event, Organisation, Person, Place, Source
from timeline.store import comparing
from timeline.store.find import NAME
from timeline.store.locking import WriteConflictError, held
from timeline.store.problems import Problem
from timeline.store.reading import Reading, read
from timeline.store.replace import UnwritableError, reason, replace_bytes
from timeline.store.splicing import FileText, Layout, Splice, decoded, regions, spliced
from timeline.store.toml_text import KINDS, Table, claim_values, event_values, table_values


class Additions(NamedTuple):
    """What is to be added to a timeline; an event without an id (an empty text) gets one made from its title."""

    events: tuple[Event, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[Source, ...] = ()


class Change(NamedTuple):
    """What is to become of a file: its bytes as they were and as they will be, and the timeline read with the latter.

    `ids` are of the events that are new or changed, `warnings` what the change brings that is no error.
    """

    file: Path
    was: bytes
    now: bytes
    reading: Reading
    ids: tuple[str, ...]
    warnings: tuple[Problem, ...]


class Record(NamedTuple):
    """An event's record as it stands in its file: its text, its first line (from 1), the file and the file's token."""

    file: Path
    line: int
    text: str
    seen: str


class RefusedError(TimelineError):
    """A change that would leave a timeline with errors; `problems` are those that it would bring."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Take the problems."""
        self.problems = tuple(problems)
        super().__init__("\n".join([problem.render() for problem in self.problems]) + "\nnothing was written")


Approve = Callable[[Change], bool]
Fitting = Callable[
    [Reading, Callable[[Additions], Reading]], Additions
]  # by what is there, and a look at what would be


def token(content: bytes) -> str:
    """Return what stands for the bytes of a file, to tell later whether they have changed."""
    from hashlib import blake2b  # noqa: PLC0415 - only for writing

    return blake2b(content, digest_size=16).hexdigest()


def append(
    path: Path,
    additions: Additions | Fitting,
    seen: str | None = None,
    approve: Approve | None = None,
    *,
    create: bool = False,
) -> Change:
    """Add records to a timeline, and return what was done; `path` is its file, or its folder.

    `additions` may depend on what the timeline holds, and on what it would be with others. `seen` is the token of the
    bytes that the caller has read, None where any will do. `approve` is shown the change before it is written, and says
    whether to. `create` takes a file that is not there for an empty one. Raises RefusedError, WriteConflictError and
    UnwritableError.
    """
    file = file_for_events(path)
    return _write(file, seen, approve, lambda was: _appended(path, file, was, additions), create=create)


def add_claim(path: Path, id_: str, claim: Claim, seen: str | None = None, approve: Approve | None = None) -> Change:
    """Add what another source says of an event to its record; the same arguments and errors as `append`."""
    file = _home(path, id_)
    return _write(file, seen, approve, lambda was: _claimed(path, file, was, id_, claim))


def rewrite(path: Path, id_: str, text: str, seen: str, draft: Path, approve: Approve | None = None) -> Change:
    """Let a TOML text take the place of an event's record; problems name the place in `draft`, where the text stands.

    The other arguments and the errors are those of `append`.
    """
    file = _home(path, id_)
    return _write(file, seen, approve, lambda was: _rewritten(path, file, was, id_, text, draft))


def find_record(path: Path, id_: str) -> Record:
    """Return an event's record as it stands in its file; raises RefusedError where it does not stand by itself."""
    file = _home(path, id_)
    content = _content(file)
    text = _text(path, file, content)
    start, end = _extent(file, text, _number(read(path, {file: content}), id_), id_)
    return Record(file, text.text.count("\n", 0, start) + 1, text.text[start:end] + "\n", token(content))


def file_for_events(path: Path) -> Path:
    """Return the file of a timeline that new records go into; raises RefusedError where a folder leaves it open."""
    if not _is_folder(path):
        if path.suffix == ".jsonl":
            raise _refusal(path, "a file of JSON Lines is written by programs", "a TOML file: -f events.toml")
        return path
    files = sorted(file for file in path.glob("*.toml") if file.name[0] != "." and file.is_file())
    if path / NAME in files or len(files) == 1:
        return path / NAME if path / NAME in files else files[0]
    what = "more than one TOML file" if files else "no TOML file"
    raise _refusal(path, f"this folder holds {what}, and none is {NAME}", f"{NAME} in it, or one file named with -f")


def _write(
    file: Path, seen: str | None, approve: Approve | None, change: Callable[[bytes], Change], *, create: bool = False
) -> Change:
    try:
        with held(file.resolve()):
            was = b"" if create and not file.exists() else _content(file)
            if seen is not None and token(was) != seen:
                raise WriteConflictError(file, "has changed since it was read")
            made = change(was)
            if made.now != was and (approve is None or approve(made)):
                replace_bytes(file, made.now)
            return made
    except (OSError, RuntimeError) as error:
        raise UnwritableError(file, reason(error)) from error


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise _refusal(file, "there is no such file", "a file that exists; `timeline init` makes one") from None


def _appended(path: Path, file: Path, was: bytes, additions: Additions | Fitting) -> Change:
    text = _text(path, file, was)
    before = read(path, {file: was})
    layout = Layout(text.text)

    def preview(some: Additions) -> Reading:
        return read(path, {file: spliced(text, layout.more(*_rows(some)))})

    made = additions if isinstance(additions, Additions) else additions(before, preview)
    events = tuple(_named(made.events, {event.id for event in before.records.events}))
    tables, rows = _rows(made._replace(events=events))
    expected = comparing.with_more(tomli.loads(text.text), tables, rows)
    splices = layout.more(tables, rows)
    return _change(_Old(path, file, was, text, before), splices, expected, tuple(event.id for event in events))


def _rows(additions: Additions) -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """Return the tables (kind, id, keys) and the events as a file has them."""
    tables: dict[str, dict[str, Any]] = {}
    records: tuple[Table, ...] = (
        *additions.organisations,
        *additions.people,
        *additions.places,
        *additions.sources,
    )
    for record in records:
        tables.setdefault(KINDS[type(record)], {})[record.id] = table_values(record)
    return tables, [event_values(event) for event in additions.events]


def _named(events: Sequence[Event], taken: set[str]) -> Iterable[Event]:
    taken = taken | {event.id for event in events if event.id}
    for event in events:
        id_ = event.id or unused(slug(event.title), taken)
        taken.add(id_)
        yield event._replace(id=id_)


def _claimed(path: Path, file: Path, was: bytes, id_: str, claim: Claim) -> Change:
    text = _text(path, file, was)
    before = read(path, {file: was})
    number, row = _number(before, id_), claim_values(claim)
    expected = comparing.with_claim(tomli.loads(text.text), number, row)
    splices = Layout(text.text).more_claims(number, [row])
    return _change(_Old(path, file, was, text, before), splices, expected, (id_,))


def _rewritten(path: Path, file: Path, was: bytes, id_: str, new: str, draft: Path) -> Change:
    text = _text(path, file, was)
    before = read(path, {file: was})
    number = _number(before, id_)
    start, end = _extent(file, text, number, id_)
    plain = new.replace("\r\n", "\n")
    event = comparing.only_event(draft, plain)
    if isinstance(event, Problem):
        raise RefusedError([event])
    expected = comparing.with_event(tomli.loads(text.text), number, event)
    lead = len(plain) - len(plain.lstrip("\n"))
    splice = Splice(start, end, plain.strip("\n"))
    change = _change(_Old(path, file, was, text, before), [splice], expected, (id_,), comparing.Draft(draft, lead))
    return change._replace(ids=(_new_id(before, change.reading, id_, file),))


def _new_id(before: Reading, after: Reading, id_: str, file: Path) -> str:
    """Return the id that the event has now; raises RefusedError where one that was made from a title has changed."""
    old = [event.id for event in before.records.events]
    new = [event.id for event in after.records.events]
    changed = [(was, now) for was, now in zip(old, new, strict=True) if was not in (now, id_)]
    if changed:
        other, _ = changed[0]
        raise _refusal(file, f'this would change the id of another event, "{other}"', f'id = "{other}" written in it')
    return new[old.index(id_)]


class _Old(NamedTuple):
    """A timeline before a change, and the file of it that is to change."""

    path: Path
    file: Path
    was: bytes
    text: FileText
    before: Reading


def _change(
    old: _Old,
    splices: Sequence[Splice],
    expected: Mapping[str, Any],
    ids: tuple[str, ...],
    draft: comparing.Draft | None = None,
) -> Change:
    """Return the change, if the file that it leaves holds what is expected and brings no error; else raise."""
    try:
        now = spliced(old.text, splices)
    except UnicodeEncodeError as error:
        letter = f"U+{ord(error.object[error.start]):04X}"
        raise _refusal(old.file, f"the text holds {letter}, which is no letter", "text of whole letters") from None
    after = read(old.path, {old.file: now})
    text, places = decoded(now).text, regions(splices, old.text.text)
    where = draft or comparing.Draft(old.file, 0)
    new = comparing.new_problems(old.before.problems, after.problems, old.file, text, places, where)
    if any(problem.severity == "error" for problem in new):
        raise RefusedError(problem for problem in new if problem.severity == "error")
    if _values(text) != expected:
        message = "this cannot be written in place, as tables stand in braces or in dotted keys there"
        raise _refusal(old.file, message, "[[event]] and [table.id] with their keys below")
    return Change(old.file, old.was, now, after, ids, tuple(new))


def _values(text: str) -> dict[str, Any] | None:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return None


def _text(path: Path, file: Path, content: bytes) -> FileText:
    """Return the file as text; raises RefusedError where it is no TOML: nobody could know what would be written."""
    try:
        text = decoded(content)
        tomli.loads(text.text)
    except (UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError):
        broken = [problem for problem in read(path, {file: content}).problems if problem.path == file]
        raise RefusedError([one for one in broken if one.code in comparing.UNREADABLE] or broken) from None
    return text


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will tell
        return False


def _home(path: Path, id_: str) -> Path:
    """Return the file that an event stands in; raises RefusedError where it is none that is kept by hand."""
    if not _is_folder(path):
        return file_for_events(path)
    reading = read(path)
    _number(reading, id_)
    document, _ = reading.places["event", id_]
    return file_for_events(document.path)


def _number(reading: Reading, id_: str) -> int:
    """Return the number of an event, from 0, among those of its file; raises UnknownIdError."""
    if ("event", id_) not in reading.places:
        raise UnknownIdError(id_, [event.id for event in reading.records.events])
    _, way = reading.places["event", id_]
    return int(way[1])


def _extent(file: Path, text: FileText, number: int, id_: str) -> tuple[int, int]:
    found = Layout(text.text).record(number)
    if found is None:
        message = f'the record of "{id_}" does not stand by itself'
        raise _refusal(
            file, message, "[[event]] and its keys, with its claims below it and no other table between them"
        )
    return found


def _refusal(path: Path, message: str, expected: str) -> RefusedError:
    return RefusedError([Problem(path, 0, 0, "error", message, expected, code="not-written")])

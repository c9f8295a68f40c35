"""The texts that a command line names, read one after the other; what cannot be read is told, the others are done."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.errors import UsageError
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.store.texts import Text

STANDARD_INPUT = "-"
RECORDS = (".jsonl", ".ndjson")  # what holds many texts, each with a day of its own


def check_request(
    files: Sequence[str] | None, language: str | None, genre: str, codes: Sequence[str], does: str
) -> None:
    """Raise UsageError or UnknownGenreError where the texts cannot be read as asked; `does`: "dates are found"."""
    from timeline.api import GENRES, UnknownGenreError

    if genre not in GENRES:
        raise UnknownGenreError(genre)
    if language is not None and language not in codes:
        raise UsageError(f'--language: {does} in {", ".join(codes)}, and not in "{language}"')
    if not files and sys.stdin.isatty():
        raise UsageError("name a file, or give a text on standard input")


class Texts:
    """Some texts by the names of their files; - is standard input."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.unreadable = 0
        self._remarks: list[str] = []  # what a pager would draw over

    def __iter__(self) -> "Iterator[tuple[str, Text]]":
        """Yield the name and the text of each that can be read."""
        from timeline.cli.progress import watched

        for name in watched(self.names):
            read = self._read(name)
            if read is not None:
                yield name, read

    def counted(self) -> str:
        """Return of how many texts a figure is; nothing where there is only one."""
        texts, read = len(self.names), len(self.names) - self.unreadable
        if texts == 1:
            return ""
        return f" in {texts} files" if read == texts else f" in the {read} of {texts} files that could be read"

    def tell_remarks(self) -> None:
        """Print what was not told at once."""
        for remark in self._remarks:
            tell(remark)

    def _read(self, name: str) -> "Text | None":
        from timeline.store import visible
        from timeline.store.texts import UnreadableTextError, read_text, text_of

        try:
            read = text_of(sys.stdin.buffer.read(), name) if name == STANDARD_INPUT else read_text(Path(name))
        except UnreadableTextError as error:
            self.unreadable += 1
            self._remark(f"timeline: {error}")
            return None
        if read.encoding:
            self._remark(f"timeline: {visible(name)}: it is not UTF-8, and was read as {read.encoding}")
        if name.lower().endswith(RECORDS):
            self._remark(
                f"timeline: {visible(name)}: it was read as one text; `timeline corpus` takes its lines one by one"
            )
        return read

    def _remark(self, text: str) -> None:
        if sys.stdout.isatty():
            self._remarks.append(text)
        else:
            tell(text)

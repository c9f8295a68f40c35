"""The articles of a folder, found by what a timeline knows of its sources."""

from pathlib import Path

from timeline.events.records import Source
from timeline.store.texts import UnreadableTextError, read_text

SUFFIXES = ("", ".txt", ".html", ".htm", ".md")


class Shelf:
    """A folder of articles; a source's is the file it names, else one with its id for a name."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self._folder = folder
        self._texts: dict[str, str | None] = {}
        self._unreadable: list[str] = []

    def text(self, source: Source) -> str | None:
        """Return the text of a source; None where the folder has none, or one that cannot be read."""
        if source.id not in self._texts:
            self._texts[source.id] = self._read(source)
        return self._texts[source.id]

    def told(self) -> str:
        """Return a line on what was found: of how many sources there was a text."""
        there = sum(text is not None for text in self._texts.values())
        line = f"{there} of {len(self._texts)} sources with quotes have a text in {self._folder}"
        return "\n".join([*self._unreadable, line])

    def _read(self, source: Source) -> str | None:
        named = [source.file, Path(source.file).name] if source.file else []
        for name in (*named, *(f"{source.id}{suffix}" for suffix in SUFFIXES)):
            path = self._folder / name
            if path.is_file() and path.resolve().is_relative_to(self._folder.resolve()):
                try:
                    return read_text(path).text
                except UnreadableTextError as error:
                    self._unreadable.append(str(error))
                    return None
        return None

"""Texts to look for dates in: plain ones and web pages, out of files or bytes."""

from pathlib import Path
from typing import NamedTuple

from timeline.errors import TimelineError
from timeline.store.decoding import UndecodableError, decode
from timeline.store.problems import visible


class Text(NamedTuple):
    """What a file holds, its line ends as they are; the day on which it says it was published; how it was encoded.

    `published` is an ISO day, None where nothing says so; `encoding` is empty for UTF-8.
    """

    text: str
    published: str | None = None
    encoding: str = ""


class UnreadableTextError(TimelineError):
    """A file that is no readable text."""

    def __init__(self, name: str, reason: str) -> None:
        """Take the name of the file, and what is wrong with it."""
        super().__init__(f"{visible(name)}: {reason}")


def read_text(path: Path) -> Text:
    """Return the text of a file; .html and .htm are web pages. Raises UnreadableTextError."""
    from timeline.store.html import SUFFIXES

    return text_of(read_bytes(path), str(path), page=path.suffix.lower() in SUFFIXES)


def read_bytes(path: Path) -> bytes:
    """Return what a file holds. Raises UnreadableTextError."""
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableTextError(str(path), _reason(path, error)) from error


def text_of(raw: bytes, name: str, *, page: bool | None = None) -> Text:
    """Return the text of some bytes; `page`: whether they are a web page, None: see. Raises UnreadableTextError."""
    from timeline.store.html import ExtraMissingError, declared_encoding, is_page, read_page

    try:
        text, encoding = decode(raw, "" if page is False else declared_encoding(raw))
        if page or (page is None and is_page(text)):
            article = read_page(text)
            return Text(article.text, article.published, encoding)
    except (UndecodableError, ExtraMissingError) as error:
        raise UnreadableTextError(name, str(error)) from error
    return Text(text, None, encoding)


def _reason(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you may not read this file"
    if isinstance(error, IsADirectoryError):
        return f"it is a folder: name the files in it, as in {visible(str(path / '*.txt'))}"
    return f"it cannot be read: {getattr(error, 'strerror', None) or error}"

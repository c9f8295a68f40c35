"""`timeline.toml`: how things look to a user or in a project. What a date means is decided in events.toml alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from timeline.store.problems import Problem

NAME = "timeline.toml"


class Config(NamedTuple):
    """One file: what it sets, as written, and what in it could not be read."""

    path: Path
    values: Mapping[str, Any]
    text: str = ""
    problems: tuple[Problem, ...] = ()

    def line(self, key: str) -> int:
        """Return the line, from 1, that a key stands on."""
        return self.problem(key, "", on_key=True).line

    def problem(self, key: str, message: str, accepted: str = "", *, on_key: bool = False) -> Problem:
        """Return a warning at the value of a key, or at the key itself."""
        from timeline.store.document import Document

        document = Document(self.path, self.text)
        return document.problem((key,), "config", message, accepted, severity="warning", key=on_key)


def read_config(path: Path) -> Config | None:
    """Return what a file sets; None where there is none. Nothing is raised: what is wrong is in its `problems`."""
    try:
        text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return _unreadable(path, f"this cannot be read: {error.strerror or error}", "a file that you may read")
    except UnicodeDecodeError:
        return _unreadable(path, "this is not UTF-8", "a text file in UTF-8")
    import tomli

    try:
        return Config(path, tomli.loads(text), text)
    except (tomli.TOMLDecodeError, RecursionError):
        return _broken(path, text)


def nearest_config(folder: Path) -> Path | None:
    """Return the file in this folder or the nearest parent that has one."""
    return next((above / NAME for above in (folder, *folder.parents) if (above / NAME).is_file()), None)


def _unreadable(path: Path, message: str, accepted: str) -> Config:
    return Config(path, {}, problems=(Problem(path, 0, 0, "warning", message, accepted),))


def _broken(path: Path, text: str) -> Config:
    """Return what stands around the mistakes, as in a timeline file."""
    from timeline.store.document import Document
    from timeline.store.toml import parse

    document = Document(path, text)
    values = parse(document)
    return Config(path, values, text, tuple(problem._replace(severity="warning") for problem in document.problems))

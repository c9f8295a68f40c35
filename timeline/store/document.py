"""One file as it is read: its text, what is wrong in it, and where."""

from pathlib import Path

from timeline.store.locate import Spot, Way, line_and_column, line_of, nearest, offset_inside, spots
from timeline.store.problems import Problem


class Document:
    """A file with its text (line ends as newlines) and the problems found in it so far."""

    is_made_by_machine = False  # such a file brings along what a hand-kept one has to declare
    own_keys: tuple[str, ...] = ()  # that its records may have beside those of the definitions

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.readable = text  # with what cannot be read blanked out, letter for letter
        self.broken: list[tuple[int, int]] = []  # the tables, as offsets, in which something was blanked out
        self.problems: list[Problem] = []
        self._spots: dict[Way, Spot] | None = None

    def tell(  # noqa: PLR0913 - what a problem says
        self,
        way: Way,
        code: str,
        message: str,
        expected: str = "",
        *,
        severity: str = "error",
        key: bool = False,
        start: int = 0,
    ) -> None:
        """Note a problem at a key or (the default) at its value, `start` letters into it."""
        self.problems.append(self.problem(way, code, message, expected, severity=severity, key=key, start=start))

    def problem(  # noqa: PLR0913 - what a problem says
        self,
        way: Way,
        code: str,
        message: str,
        expected: str = "",
        *,
        severity: str = "error",
        key: bool = False,
        start: int = 0,
    ) -> Problem:
        """Return the problem at the place of a way, or of the nearest table around it."""
        return self.problem_at(self.offset(way, key=key, start=start), code, message, expected, severity=severity)

    def problem_at(
        self, offset: int, code: str, message: str, expected: str = "", *, severity: str = "error"
    ) -> Problem:
        """Return the problem at an offset of the text."""
        line, column = line_and_column(self.text, offset)
        return Problem(self.path, line, column, severity, message, expected, line_of(self.text, offset), code)

    def offset(self, way: Way, *, key: bool = False, start: int = 0) -> int:
        """Return the offset of a key, or of a letter of its value."""
        spot, found = nearest(self._all_spots(), way)
        if spot is None:
            return 0
        return offset_inside(self.text, spot, start) if found and not key else spot.key

    def is_broken(self, way: Way) -> bool:
        """Whether something of this table could not be read, so that what misses in it was perhaps there."""
        if not self.broken:
            return False
        at = self.offset(way, key=True)
        return any(start <= at < end for start, end in self.broken)

    def _all_spots(self) -> dict[Way, Spot]:
        if self._spots is None:
            try:
                self._spots = spots(self.readable)
            except (RecursionError, IndexError):
                self._spots = {}
        return self._spots


class JsonLines(Document):
    """A file of JSON Lines: the way to a record is ("event", number of its line from 0)."""

    is_made_by_machine = True
    own_keys = ("edtf", "grain", "part", "inferred", "claims")

    def offset(self, way: Way, *, key: bool = False, start: int = 0) -> int:
        """Return the offset of the line, or of the innermost named key in it."""
        at = 0
        for _ in range(int(way[1]) if len(way) > 1 else 0):
            at = self.text.find("\n", at) + 1
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        for name in way[2:]:
            written = "claims" if name == "claim" else name
            found = self.text.find(f'"{written}"', at, end) if isinstance(name, str) else -1
            at = at if found < 0 else found
        if len(way) <= 2 or key or not self.text.startswith('"', at):
            return at
        value = self.text.find(":", at, end) + 1
        while self.text[value : value + 1] == " ":
            value += 1
        return min(value + start + 1, end) if start else value

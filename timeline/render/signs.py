"""Signs that save room in a view, and the line below it that says what those mean that were used."""

from collections.abc import Iterable, Iterator

from timeline.events.kinds import kinds
from timeline.render.page import Page
from timeline.render.paint import paint
from timeline.render.wording import ENGLISH, phrase
from timeline.render.wrap import cells, clip

# One column each. What `sections.marks` says in words.
MARKS = {
    "possible": "?",
    "inferred": "~",
    "planned": "○",
    "cancelled": "✗",
    "implied": "∴",
    "conflict": "!",
}
NO_KIND = "·"
APART = "   "


def kind_sign(name: str) -> str:
    """Return the sign of a kind; that of any event where it has none of its own."""
    kind = kinds().get(name)
    return kind.mark if kind else NO_KIND


class Used:
    """The signs that a view has used so far, with their meanings in a language."""

    def __init__(self, locale: str = ENGLISH) -> None:
        self.locale = locale
        self._words: dict[str, dict[str, None]] = {}

    def mark(self, found: Iterable[str]) -> str:
        """Return the signs of some marks."""
        return "".join(self.sign(MARKS[word], phrase(self.locale, "mark", word)) for word in found)

    def meaning(self, sign: str, form: str) -> str:
        """Return a sign that means a form of [legend] in the language files."""
        return self.sign(sign, phrase(self.locale, "legend", form))

    def kind(self, name: str) -> str:
        """Return the sign of a kind."""
        sign = kind_sign(name)
        return sign if sign == NO_KIND else self.sign(sign, name)

    def sign(self, sign: str, meaning: str) -> str:
        """Return a sign, whose meaning the legend will tell."""
        self._words.setdefault(sign, {})[meaning] = None
        return sign

    def legend(self, page: Page, width: int) -> Iterator[str]:
        """Yield the lines of the legend, a blank one first: the marks, then the kinds, in the order of their tables."""
        groups = (MARKS.values(), dict.fromkeys(kind.mark for kind in kinds().values()))
        return self.explained(groups, page, width)

    def explained(self, groups: Iterable[Iterable[str]], page: Page, width: int) -> Iterator[str]:
        """Yield the lines that say what some groups of signs mean, as far as they were used; a blank line first."""
        gap = "\n"
        for signs in groups:
            entries = [f"{sign} {', '.join(self._words[sign])}" for sign in signs if sign in self._words]
            for line in _filled(entries, width):
                yield gap + paint(line, "faint", page) + "\n"
                gap = ""


def _filled(entries: list[str], width: int) -> Iterator[str]:
    line = ""
    for entry in (clip(entry, width) for entry in entries):
        if line and cells(line) + len(APART) + cells(entry) > width:
            yield line
            line = ""
        line += (APART if line else "") + entry
    if line:
        yield line

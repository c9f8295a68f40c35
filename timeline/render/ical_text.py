r"""Texts of iCalendar as RFC 5545 escapes them (section 3.3.11).

The icalendar library takes a backslash before an N for a line break and writes one: "C:\New" would be torn apart.
"""

from collections.abc import Iterable

from icalendar import vCategory, vText

ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


class Text(vText):
    """A text that comes back as it was; its lines end with a plain line feed."""

    def to_ical(self) -> bytes:
        """Return it escaped."""
        return str(self).translate(ESCAPES).encode()


def categories(words: Iterable[str]) -> vCategory:
    """Return a list of such texts."""
    made = vCategory([])
    made.cats = [Text(word) for word in words]
    return made

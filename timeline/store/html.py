"""Web pages: the text that is the article, and the day on which it was published. The one room of trafilatura."""

import re
from typing import Any, NamedTuple

from timeline.errors import TimelineError

SUFFIXES = (".html", ".htm", ".xhtml")
INSTALL = 'pip install "event-timeline-cli[html]"'
LOUD = ("trafilatura", "htmldate", "courlan", "justext")  # tell of pages without an article on standard error
# What the page says of itself, and no day that merely stands in its text; the same today and tomorrow.
DATE = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
HEAD = 2048


class Article(NamedTuple):
    """The text of a page, and its day of publication as an ISO day, None where the page does not say."""

    text: str
    published: str | None


class ExtraMissingError(TimelineError):
    """The library that reads web pages is not installed."""

    def __init__(self) -> None:
        super().__init__(f"it is a web page, and to read those takes an extra: {INSTALL}")


def read_page(page: str) -> Article:
    """Return the article of a page; raises ExtraMissingError."""
    library = _library()
    found = library.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=DATE)
    if found is not None and found.text:
        return Article(found.text, found.date)
    # A page that is no article: all of its text, rather than none.
    return Article(library.html2txt(page), None)


def is_page(text: str) -> bool:
    """Whether a text that has no name is a web page."""
    return _START.match(text[:HEAD]) is not None


def require_pages() -> None:
    """Raise ExtraMissingError where the library that reads web pages is not installed."""
    _library()


def declared_encoding(raw: bytes) -> str:
    """Return the encoding that a page names in its head, or an empty text."""
    found = _DECLARED.search(raw[:HEAD])
    return (found[1] or found[2]).decode() if found else ""


def _library() -> Any:
    import logging

    for name in LOUD:
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        import trafilatura
    except ImportError as error:
        raise ExtraMissingError from error
    return trafilatura

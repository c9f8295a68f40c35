"""JSON that holds nothing a terminal would act on: what `clean` replaces is written as an escape, and not lost."""

from json import dumps
from typing import Any

from timeline.render.clean import unsafe


def json_text(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON, readable letters as they are."""
    text = dumps(value, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    # dumps has escaped what is below a space; the line breaks that are left are its own.
    return text.translate({code: f"\\u{code:04x}" for code in unsafe() if code >= 0x7F})

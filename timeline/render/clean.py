"""Text out of data made harmless: what could steer a terminal or turn the writing around is shown as a sign."""

from functools import cache

GAP = " "
SIGN = "\N{REPLACEMENT CHARACTER}"
BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))  # embeddings, overrides and isolates
BLANKS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)


def clean(text: str) -> str:
    """Return the text on one line: control characters as pictures, bidirectional overrides and the like as a sign."""
    # Nearly every text is printable, and then nothing has to be looked for.
    return text if text.isprintable() else text.translate(_signs())


def clean_lines(text: str) -> str:
    """Return the text with each of its lines cleaned, where a format has room for lines: in a quote, in notes."""
    return "\n".join(map(clean, text.replace("\r\n", "\n").split("\n")))


@cache
def _signs() -> dict[int, str]:
    signs = {code: chr(0x2400 + code) for code in range(0x20)}
    signs |= dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000), *BIDI, 0xFEFF, 0xFFFE, 0xFFFF), SIGN)
    signs[0x7F] = "\N{SYMBOL FOR DELETE}"
    return signs | dict.fromkeys(BLANKS, GAP)


@cache
def unsafe() -> frozenset[int]:
    """Return the code points that `clean` replaces: what JSON has to write as an escape."""
    return frozenset(_signs())

"""Text in columns of a terminal, without Rich: views that go into pipes too must start at once."""

JOINING = ("Mn", "Me", "Cf")  # Unicode's categories of what takes no column


def cells(text: str) -> int:
    """Return how many columns a text takes: two for a wide letter, none for an accent or a Korean vowel of its own."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    # The second and third letters of a Korean syllable written letter by letter stand in the columns of its first one.
    return sum(
        0
        if category(letter) in JOINING or "\u1160" <= letter <= "\u11ff"
        else 2
        if east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most so many columns (0: any number), broken between words alone."""
    if not width or cells(text) <= width:
        return [text]
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cells(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]

"""Which language a text is in, as far as the languages with a file go: by its letters and its commonest words."""

from timeline.expressions.language_files import codes
from timeline.expressions.load import language

HEAD = 4000  # characters that are looked at


def detect(text: str) -> str | None:
    """The code of the language whose own letters and function words fill most of a text's head.

    None where none has any.
    """
    head = text[:HEAD].lower()
    words = head.split()
    letters = [letter for letter in head if letter.isalpha()]
    best: tuple[float, str | None] = (0.0, None)
    for tongue in filter(None, map(language, codes())):
        common = sum(word in tongue.function_words for word in words) / max(1, len(words))
        own = sum(tongue.has_letter(letter) for letter in letters) / max(1, len(letters))
        best = max(best, (common + 2 * own, tongue.code), key=lambda pair: pair[0])
    return best[1]

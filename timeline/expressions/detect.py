"""Which language a text is in, as far as the languages with a file go: by its letters and its commonest words."""

from collections import Counter

from timeline.expressions.language_files import codes
from timeline.expressions.load import language

HEAD = 4000  # characters that are looked at


def detect(text: str) -> str | None:
    """The code of the language whose own letters and function words fill most of a text's head.

    None where none has any.
    """
    head = text[:HEAD].lower()
    words = head.split()
    # Each letter is asked for once, however often it stands there.
    letters = {letter: times for letter, times in Counter(head).items() if letter.isalpha()}
    written = max(1, sum(letters.values()))
    best: tuple[float, str | None] = (0.0, None)
    for tongue in filter(None, map(language, codes())):
        common = sum(word in tongue.function_words for word in words) / max(1, len(words))
        own = sum(times for letter, times in letters.items() if tongue.has_letter(letter)) / written
        best = max(best, (common + 2 * own, tongue.code), key=lambda pair: pair[0])
    return best[1]

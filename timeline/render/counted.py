"""Whether an anniversary is a single one of its row ("70 years of …"), or the day of every year."""

from timeline.events.records import Event

# The roles of words for numbers in the language files; "1" is left out, for Korean writes "day" with the same syllable.
COUNTS = ("nth-word", "ones", "teens", "tens", "large", "number-word", "native-ones", "native-tens")


def is_counted(event: Event) -> bool:
    """Tell whether an event's number, date or title counts it, so that the next year's would be another event."""
    if event.number is not None or "@" in (event.when or "") or any(letter.isdigit() for letter in event.title):
        return True
    return any(
        _has_number(event.title, code) for code in {"en", event.conventions.language or "en", _told(event.title)}
    )


def _told(title: str) -> str:
    from timeline.expressions.detect import detect

    return detect(title) or "en"


def _has_number(title: str, code: str) -> bool:
    from timeline.expressions.lexer import tokens
    from timeline.expressions.load import language
    from timeline.expressions.plain import plain

    tongue = language(code)
    if tongue is None:
        return False
    values = [token.roles.get(role) for token in tokens(plain(title).text, tongue) for role in COUNTS]
    return any(isinstance(value, int) and value > 1 for value in values)

"""What resolving raises."""

from timeline.errors import TimelineError

CLIP = 60  # characters of the phrase that a message repeats


class UnresolvedError(TimelineError):
    """Words that give no date; `text` is the phrase, `reason` says what is missing."""

    def __init__(self, text: str, reason: str) -> None:
        shown = text if len(text) <= CLIP else text[: CLIP - 1] + "…"
        super().__init__(f"“{shown}”: {reason}")
        self.text = text
        self.reason = reason


class NoAnchorError(UnresolvedError):
    """A date that counts from the day of writing, where that is not known."""

    def __init__(self, text: str, counted: str) -> None:
        super().__init__(text, f"{counted} counts from the day of writing, and none is given")

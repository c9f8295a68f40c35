"""The few styles of what a terminal shows, as escape sequences: Rich would cost more than all that it paints."""

from timeline.render.page import Page

STYLES = {
    "heading": "1",
    "faint": "2",
    "date": "36",
    "mark": "33",
    "bar": "36",
    "vague": "33",
}
RESET = "\x1b[0m"


def paint(text: str, style: str, page: Page) -> str:
    """Return a text in a style ("": none), if the page has colours and there is anything to see."""
    if not page.colour or not style or not text or text.isspace():
        return text
    return f"\x1b[{STYLES[style]}m{text}{RESET}"

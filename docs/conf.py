"""How Sphinx makes a site of the pages here: `sphinx-build -W --keep-going -n docs build/site`.

Everything the site needs is in it: it is read from a folder without a network.
"""

import re
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Generic, Text

project = "timeline"
version = release = version_of("event-timeline-cli")
extensions = ["myst_parser"]
exclude_patterns = ["examples", "reference_pages", "site"]
# A link to a heading is checked like one to a page.
myst_heading_anchors = 4
nitpicky = True
# Straight quotes are what is typed.
smartquotes = False

html_theme = "furo"
html_title = "timeline"
html_theme_options = {"top_of_page_buttons": []}
html_static_path = ["site"]
html_css_files = ["site.css"]
html_show_copyright = False
html_copy_source = False
highlight_language = "text"

DOCS = Path(__file__).resolve().parent


class Console(RegexLexer):
    """A session: what was typed, and what was printed, which no lexer need understand."""

    tokens: ClassVar[dict[str, Any]] = {
        "root": [(r"(\$ )(.*\n)", bygroups(Generic.Prompt, Generic.Strong)), (r".*\n", Text)]
    }


def setup(app: Any) -> None:
    """Tell Sphinx of what is particular here."""
    app.add_lexer("console", Console)
    app.connect("source-read", _pages_outside)


def _pages_outside(_: Any, page: str, source: list[str]) -> None:
    """Make downloads of links to pages that are in the repository and not in the site."""

    def linked(link: re.Match[str]) -> str:
        target = (DOCS / page).parent.joinpath(link[1]).resolve()
        outside = target.is_file() and not target.is_relative_to(DOCS)
        return f"](path:{link[1]})" if outside else link[0]

    source[0] = re.sub(r"\]\(([^):#]+\.md)\)", linked, source[0])

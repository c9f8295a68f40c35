"""A tree of years and their events, for a look at how a timeline hangs together."""

from collections.abc import Iterator

from timeline.events.kinds import kinds
from timeline.query import Match, Selection
from timeline.render.clean import clean
from timeline.render.page import Page
from timeline.render.sections import date_words, marks, organisation_names, sections
from timeline.render.wrap import wrap

SUFFIXES = ()
VIEW = True
LEAVES_OUT = ()
BRANCHES = (("├── ", "│   "), ("└── ", "    "))
NARROWEST = 20
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"


def render(selection: Selection, page: Page) -> Iterator[str]:
    """Yield each heading and its branches, wrapped to the page."""
    for heading, matches in sections(selection):
        yield f"{BOLD}{heading}{PLAIN}\n" if page.colour else f"{heading}\n"
        for match in matches:
            yield _branch(match, selection, page, last=match is matches[-1])


def _branch(match: Match, selection: Selection, page: Page, *, last: bool) -> str:
    first, other = BRANCHES[last]
    event = match.dated.event
    kind = kinds().get(event.kind)
    sign = kind.mark if kind else "·"
    facts = "; ".join([event.kind, *organisation_names(match.dated, selection)])
    found = "".join(f" [{mark}]" for mark in marks(match))
    text = clean(f"{sign} {date_words(match.dated)}: {event.title} ({facts}){found}")
    width = max(page.width - len(first), NARROWEST) if page.width else 0
    # The event's further lines stand under its date, past the sign.
    lines = wrap(text, width and width - 2)
    return "".join(f"{first if at == 0 else other + '  '}{line}\n" for at, line in enumerate(lines))

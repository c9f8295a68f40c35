"""For a terminal: a card a draft; what only anniversaries imply stands apart."""

from collections.abc import Iterable, Iterator

from timeline.render.drafts.card import Cards
from timeline.render.drafts.drafted import Drafted, Layout

IMPLIED = "Implied by anniversaries, told by no sentence directly:"


def render(texts: Iterable[Drafted], layout: Layout) -> Iterator[str]:
    """Yield the drafts of each text, then those that are implied."""
    cards = Cards(layout)
    gap = ""
    for one in texts:
        if layout.several:
            yield gap
            yield from cards.heading(one.name)
        implied = [draft for draft in one.extraction.drafts if draft.implied]
        number = 0
        for number, draft in enumerate((d for d in one.extraction.drafts if not d.implied), 1):
            yield "\n" if number > 1 or layout.several else ""
            yield from cards.card(draft, one, number)
        if implied:
            yield "\n"
            yield from cards.heading(IMPLIED)
        for further, draft in enumerate(implied, number + 1):
            yield "\n"
            yield from cards.card(draft, one, further)
        gap = "\n"

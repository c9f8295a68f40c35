"""Draft after draft beside its sentence, and one key for each: take it, leave it, edit it, leave the rest."""

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from timeline.cli.streams import say

if TYPE_CHECKING:
    from timeline.audit.proposals import Proposal, Proposals
    from timeline.events.records import Event
    from timeline.render.drafts import Drafted
    from timeline.render.drafts.card import Cards

KEYS = {"y": "yes", "n": "no", "e": "edit", "w": "why", "s": "skip the rest"}
MERGE = {"m": "a claim of it"}


class Reviewed:
    """What somebody decided of an article's drafts."""

    def __init__(self) -> None:
        self.taken: list[Proposal] = []
        self.merged: list[Proposal] = []
        self.skipped_rest = False


def review(
    of: "Proposals", drafted: "Drafted", cards: "Cards", reviewed: Reviewed, allowed: "Callable[[Event], None]"
) -> None:
    """Show each draft that is not there already, and ask; `reviewed` has what was decided, at any moment.

    `allowed` raises RefusedError where the timeline would not take an edited event.
    """
    from timeline.audit.proposals import Fate

    asked = [proposal for proposal in of.proposals if proposal.fate is not Fate.KNOWN]
    for number, proposal in enumerate(sorted(asked, key=lambda one: one.draft.implied), 1):
        _show(cards.card(proposal.draft, drafted, number))
        if proposal.other is not None:
            say(f"     {proposal.fate.value} as {proposal.other.event.id}: {proposal.other.event.title}")
        answer = _answer(proposal, drafted, cards, number, len(asked))
        if answer == "s":
            reviewed.skipped_rest = True
            return
        if answer == "m":
            reviewed.merged.append(proposal)
        elif answer == "e":
            event = _edited(proposal.event, allowed)
            if event is not None:
                reviewed.taken.append(proposal._replace(event=event))
        elif answer == "y":
            reviewed.taken.append(proposal)


def _answer(proposal: "Proposal", drafted: "Drafted", cards: "Cards", number: int, count: int) -> str:
    keys = KEYS | (MERGE if proposal.other is not None else {})
    said = ", ".join(f"[{key}]{word[1:]}" if word[0] == key else f"[{key}] {word}" for key, word in keys.items())
    while True:
        sys.stderr.write(f"     {number} of {count}: {said}? ")
        sys.stderr.flush()
        key = _key()
        sys.stderr.write(f"{keys.get(key, '')}\n")
        if key == "w":
            _show(cards.card(proposal.draft, drafted, number, why=True))
        elif key in keys:
            return key


def _key() -> str:
    """One key; the end of the input and Ctrl-D leave the rest."""
    import typer

    try:
        key = typer.getchar()
    except EOFError:
        return "s"
    if key == "\x03":
        raise KeyboardInterrupt
    return "s" if key in {"\x04", ""} else key.lower()


def _show(lines: Iterator[str]) -> None:
    sys.stderr.write("\n" + "".join(lines))


def _edited(event: "Event", allowed: "Callable[[Event], None]") -> "Event | None":
    """The event as somebody has edited it; None where the record was left empty, or with mistakes in it.

    `allowed` raises where the timeline would not take it. A text that is not used stays in its file.
    """
    from timeline.cli.editor import again, open_editor, user_editor
    from timeline.cli.errors import UsageError
    from timeline.events.names import slug
    from timeline.store.draft import clear_away, lay_out, read_back
    from timeline.store.editing import edited_event
    from timeline.store.toml_text import event_text, event_values
    from timeline.store.writing import RefusedError

    editor = user_editor()
    draft = lay_out(slug(event.title), event_text(event_values(event)))
    while True:
        open_editor(editor, draft)
        text = read_back(draft)
        if not text.strip():
            clear_away(draft)
            return None
        try:
            edited = edited_event(draft, text)
            allowed(edited)
        except (RefusedError, UsageError) as error:
            say(str(error))
            if not again():
                say(f"your text is in {draft}")
                return None
        else:
            clear_away(draft)
            return edited

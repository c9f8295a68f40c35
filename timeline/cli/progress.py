"""A bar on standard error for what takes long, where somebody looks on."""

import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")
PATIENCE = 1.0  # seconds before there is a bar


def watched(items: Sequence[T]) -> Generator[T, None, None]:
    """Yield the items; after a second a bar shows how many are done.

    There is none where standard output goes to the terminal as well: what is printed there shows how far it is.
    """
    if len(items) < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    began, bar = monotonic(), None
    try:
        for done, item in enumerate(items):
            if bar is None and monotonic() - began > PATIENCE:
                bar = _bar(len(items))
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
            yield item
    finally:
        if bar is not None:
            bar.stop()


@contextmanager
def waiting(what: str, total: int | None = None, done: int = 0) -> Iterator[Callable[[int], None]]:
    """Show after a second what is being done, for work that prints nothing until it is done.

    Gives a function that takes how much of `total` is done, where that can be known; `done` was done before.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from threading import Lock, Timer

    shown: list[Progress] = []
    over, turn = False, Lock()

    def show() -> None:
        with turn:
            if not over:
                shown.append(_bar(total, what, done))

    def advance(to: int) -> None:
        nonlocal done
        with turn:
            done = to
            for bar in shown:
                bar.update(bar.task_ids[0], completed=to)

    timer = Timer(PATIENCE, show)
    timer.daemon = True
    timer.start()
    try:
        yield advance
    finally:
        timer.cancel()
        with turn:
            over = True
        for bar in shown:
            bar.stop()


def _bar(total: int | None, what: str = "", done: int = 0) -> "Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    # What is said on standard error meanwhile goes above the bar; data go their own way.
    known = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    named = (TextColumn(what, markup=False),) if what else ()
    columns = (*named, *(known if total is not None else (BarColumn(), TimeElapsedColumn())))
    bar = Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False)
    bar.add_task("", total=total, completed=done)
    bar.start()
    return bar

"""Where parts are worked on: in this process, or in others beside it. A cluster has a room of its own."""

import multiprocessing
import signal
from collections.abc import Callable, Generator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol


class Pool(Protocol):
    """Somewhere to work."""

    @property
    def width(self) -> int:
        """How many parts are worked on at once."""

    def opened(self, width: int) -> AbstractContextManager[Executor]:
        """Open an executor of at most so many at once; where the block is left by an exception, its work ends."""


class Here:
    """This process itself, a part at a time."""

    width = 1

    @contextmanager
    def opened(self, width: int) -> Generator[Executor, None, None]:  # noqa: ARG002 - there is one
        """Open it."""
        yield _AtOnce()


class _AtOnce(Executor):
    """Does what it is given before it answers."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(fn(*args, **more))
        return done


class Processes:
    """So many processes on this machine."""

    def __init__(self, width: int) -> None:
        self.width = width

    @contextmanager
    def opened(self, width: int) -> Generator[Executor, None, None]:
        """Open some of them."""
        before = set(multiprocessing.active_children())
        # Spawned, and not forked: what a thread holds in this process would be held for ever in the copy.
        executor = ProcessPoolExecutor(width, multiprocessing.get_context("spawn"), _begin)
        try:
            yield executor
        except BaseException:
            executor.shutdown(wait=False, cancel_futures=True)
            ended = set(multiprocessing.active_children()) - before
            for child in ended:
                child.terminate()
            for child in ended:
                child.join()
            raise
        executor.shutdown()


def _begin() -> None:
    """Prepare a process: the interrupt of a terminal is its parent's business, and without a parent it ends."""
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import os

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

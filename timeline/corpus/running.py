"""The parts of a run, one after the other or many at once; what ends a worker ends no run."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait

from timeline.corpus.job import Job
from timeline.corpus.pool import Pool
from timeline.corpus.working import Stopped, work
from timeline.store.archive.records import Part
from timeline.store.archive.run_folder import Counts

AHEAD = 2  # parts for each worker: the next is there when one is done
LOST = ("KilledWorker", "FutureCancelledError")  # of Dask, which has tried a part several times before it says so
Result = Counts | Stopped
Work = Callable[[Job, Part], Result]


def run(
    job: Job, parts: Iterable[Part], pool: Pool, work: Work = work
) -> Generator[tuple[Part, Result | None], None, None]:
    """Yield each part with its result as it is done; None where the system ended the worker that had it.

    A worker that is ended may take those beside it along, and it is not known who was to blame: memory that is short
    for all of them may be enough for one. So their parts are done again one by one, each in a process of its own.
    """
    left = deque(parts)
    while left:
        with pool.opened(pool.width) as executor:
            doubtful = yield from _through(executor, left, AHEAD * pool.width if pool.width > 1 else 1, job, work)
        for part in doubtful:
            with pool.opened(1) as executor:
                lost = yield from _through(executor, deque([part]), 1, job, work)
            for one in lost:
                yield one, None


def _through(
    executor: Executor, left: deque[Part], window: int, job: Job, work: Work
) -> Generator[tuple[Part, Result | None], None, list[Part]]:
    """Yield results until nothing is left; or until the executor is broken, and return the parts that it had."""
    running: dict[Future[Result], Part] = {}
    try:
        while left or running:
            while left and len(running) < window:
                running[executor.submit(work, job, left[0])] = left[0]
                left.popleft()
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                result = _result(future)
                yield running.pop(future), result
    except BrokenExecutor:
        # What it had is done by now, or never will be.
        done = [future for future in running if _is_done(future)]
        for future in done:
            yield running.pop(future), future.result()
    return list(running.values())


def _result(future: Future[Result]) -> Result | None:
    """Return the result of a part, None where it was lost; raises what the work raised, and BrokenExecutor."""
    try:
        return future.result()
    except Exception as error:
        if isinstance(error, CancelledError) or type(error).__name__ in LOST:
            return None
        raise


def _is_done(future: Future[Result]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None

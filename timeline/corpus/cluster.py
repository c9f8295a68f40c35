"""Work on a Dask cluster. The one room of distributed."""

from collections.abc import Generator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from timeline.errors import TimelineError

INSTALL = 'pip install "event-timeline-cli[dask]"'
PATIENCE = 10  # seconds to reach the scheduler


class ClusterError(TimelineError):
    """A cluster that cannot be used."""


class Cluster:
    """The workers of a scheduler, who see the same files at the same paths."""

    def __init__(self, address: str) -> None:
        """Reach the scheduler of an address, as in tcp://10.0.0.1:8786; raises ClusterError."""
        library = _library()
        try:
            self._client: Any = library.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(f"--dask: no scheduler of Dask answers at {address}") from error
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, TimeoutError) as error:
            self._client.close()
            raise ClusterError(f"--dask: the scheduler at {address} has no workers") from error
        self.width = sum(self._client.nthreads().values())

    @contextmanager
    def opened(self, width: int) -> Generator[Executor, None, None]:  # noqa: ARG002 - the cluster has its own
        """Open the cluster to work; what is left undone is taken back."""
        executor: Executor = self._client.get_executor(pure=False)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False)

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise ClusterError(f"--dask takes an extra: {INSTALL}") from error
    return distributed

"""Work on a Dask cluster. The one room of distributed."""

from collections.abc import Generator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from timeline.errors import TimelineError

INSTALL = 'pip install "event-timeline-cli[dask]"'
PATIENCE = 10  # seconds to reach the scheduler
AHEAD = 2  # parts for each thread of the cluster: the next is there when one is done


class ClusterError(TimelineError):
    """A cluster that cannot be used."""


class Cluster:
    """The workers of a scheduler, who see the same files at the same paths."""

    def __init__(self, address: str) -> None:
        """Reach the scheduler of an address, as in tcp://10.0.0.1:8786; raises ClusterError."""
        try:
            import distributed
        except ImportError as error:
            raise ClusterError(f"--dask takes an extra: {INSTALL}") from error
        try:
            self._client: Any = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise ClusterError(f"--dask: no scheduler of Dask answers at {address}") from error
        self.width = max(1, sum(self._client.nthreads().values()))

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

"""Archives on a Dask cluster: two workers of this machine do what one process does."""

import json
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from software import missing

from timeline.corpus.archive import Archive, Totals
from timeline.corpus.cluster import Cluster, ClusterError
from timeline.corpus.job import Job, version
from timeline.corpus.pool import Here, Pool
from timeline.corpus.running import Result
from timeline.corpus.running import run as run_parts
from timeline.corpus.working import work
from timeline.store.archive import surveying
from timeline.store.archive.records import Part

# Of the loops of Dask and its processes, which are other people's.
pytestmark = [pytest.mark.external, pytest.mark.filterwarnings("ignore")]


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers."""
    try:
        from distributed import LocalCluster
    except ImportError:
        missing('the package distributed (pip install ".[external]")')
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        yield local.scheduler_address


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive of several parts."""
    monkeypatch.setattr(surveying, "SMALLEST", 200)
    texts = [
        {"text": f"It was on Monday, and again in {year}.", "published": "2024-03-27"} for year in range(1990, 2020)
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    return tmp_path


def done(archive: Path, out: str, pool: Pool) -> tuple[Totals, list[bytes]]:
    with Archive.opened(Job("dates", archive, Path(out), version=version()), ["a.jsonl"]) as opened:
        with closing(opened.run(pool)) as parts:
            list(parts)
        return opened.totals(), [path.read_bytes() for path in sorted((archive / out / "records").iterdir())]


def test_a_cluster_does_what_one_process_does(cluster: str, archive: Path) -> None:
    with closing(Cluster(cluster)) as pool:
        assert pool.width == 2
        found = done(archive, "there", pool)
    assert found == done(archive, "here", Here())
    assert found[0].parts > 5


def deadly(asked: Job, part: Part) -> Result:
    if part.number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return work(asked, part)


def test_a_part_that_ends_its_workers_is_left_undone(cluster: str, archive: Path) -> None:
    job = Job("dates", archive, Path("out"), version=version())
    with Archive.opened(job, ["a.jsonl"]) as opened, closing(Cluster(cluster)) as pool:
        lost = [part.number for part, result in run_parts(job, opened.parts, pool, deadly) if result is None]
    assert lost == [3]


def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.corpus.cluster.PATIENCE", 0.2)
    with pytest.raises(ClusterError, match="--dask: no scheduler of Dask answers at tcp:"):
        Cluster("tcp://127.0.0.1:9")

"""`timeline corpus`: dates or drafts of a whole archive."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.errors import UsageError
from timeline.cli.options import Genre, Language, Steps
from timeline.cli.settings import stated_date
from timeline.cli.texts import STANDARD_INPUT

if TYPE_CHECKING:
    from timeline.cli.settings import Settings
    from timeline.corpus.pool import Pool
    from timeline.events.records import Records

EXAMPLES = (
    (
        "timeline corpus extract articles/ --out drafts",
        "drafts from all texts of a folder, in drafts/records; once more, and it goes on where it was interrupted",
    ),
    ("timeline corpus dates news.jsonl --out dates --text-key body", "of JSON Lines, whose text is called body"),
    ("timeline corpus dates 2023.parquet 2024.parquet --out dates --workers 8", "of tables, on eight processes"),
    ("timeline corpus extract /data/news --out /data/drafts --dask tcp://10.0.0.1:8786", "on a cluster"),
)


def command(
    ctx: typer.Context,
    verb: Annotated[str, typer.Argument(metavar="extract|dates", help="What to do with each text.")],
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…", help="Texts, web pages, JSON Lines (.jsonl, .jsonl.gz), Parquet; folders of them."
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="FOLDER", help="What comes of it: a new folder, or that of the same run.")
    ],
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="When all of it was published; else what each text says."),
    ] = None,
    language: Language = None,
    genre: Genre = "news",
    why: Steps = False,
    text_key: Annotated[str, typer.Option("--text-key", metavar="KEY", help="The key or column of the text.")] = "text",
    published_key: Annotated[
        str | None,
        typer.Option("--published-key", metavar="KEY", help="That of the day of publication; else published or date."),
    ] = None,
    id_key: Annotated[str, typer.Option("--id-key", metavar="KEY", help="That of the id, which is told again.")] = "id",
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Processes; else one for each core.")
    ] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help="The scheduler of a Dask cluster to work on.")
    ] = None,
) -> int:
    """Do what `extract` or `dates` does over an archive of any size; what was done is kept when it is interrupted."""
    from timeline.cli.archiving import run_archive
    from timeline.corpus.job import Job, version
    from timeline.store.archive.records import Keys

    if STANDARD_INPUT in inputs:
        raise UsageError(f"an archive is files and folders; of standard input: timeline {verb} {STANDARD_INPUT}")
    if workers and dask:
        raise UsageError("--workers and --dask cannot both be: a cluster has its own")
    stated_date("--published", published)
    gc.enable()
    keys = Keys(text_key, (published_key,) if published_key else Keys().published, id_key)
    known = _known(ctx.obj) if verb == "extract" else None
    job = Job(verb, Path.cwd(), Path(out), published, language, genre, why, keys, known, version())
    job.check()
    return run_archive(job, inputs, _pool(workers, dask))


def _pool(workers: int | None, dask: str | None) -> "Pool":
    from timeline.corpus.pool import Here, Processes

    if dask:
        from timeline.corpus.cluster import Cluster

        return Cluster(dask)
    width = workers or _cores()
    return Processes(width) if width > 1 else Here()


def _cores() -> int:
    """Return how many cores this process may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _known(settings: "Settings") -> "Records | None":
    """Return the names of the timeline; there need be none."""
    from timeline.cli.reading import read_timeline
    from timeline.corpus.job import names_of
    from timeline.store.find import FileMissingError

    try:
        return names_of(read_timeline(settings).records) if settings.path.exists() else None
    except FileMissingError:
        return None

"""`timeline config`: what is set, and where."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from timeline.cli.configuration import SETTINGS, Found
from timeline.cli.errors import DATA, DONE
from timeline.cli.options import Json, JsonLines
from timeline.cli.output import one_form, write, write_json
from timeline.cli.streams import tell

if TYPE_CHECKING:
    from timeline.cli.settings import Settings

EXAMPLES = (
    ("timeline config", "every setting, its value, and the file and line, variable or option it comes from"),
    ("timeline config --json", "the same for another program"),
    ("timeline config --locale vi", "what would hold for a command with that option"),
)


def command(
    ctx: typer.Context,
    json: Json = False,
    jsonl: JsonLines = False,
) -> int:
    """Show every setting, its value and where it comes from; settings are made in timeline.toml files."""
    one_form(json=json, jsonl=jsonl)
    found = dict(_found(ctx.obj))
    configuration = ctx.obj.configuration
    if json or jsonl:
        records = [{"setting": name, **one.record()} for name, one in found.items()]
        files = [str(config.path) for config in configuration.files]
        document: Any = {"schema": "timeline/1", "settings": records, "files": files}
        write_json(records if jsonl else document, lines=jsonl)
    else:
        write(_lines(found))
    if not (json or jsonl):
        read = [config.path for config in configuration.files]
        tell(f"read: {', '.join(map(str, read)) or 'no timeline.toml'}")
        if configuration.user and configuration.user not in read:
            tell(f"your own would be {configuration.user}")
    return DATA if configuration.mistaken else DONE


def _found(settings: "Settings") -> Iterator[tuple[str, Found]]:
    """Yield what is set in files, then what names the timeline, the day and the cache, which files never set."""
    for name in SETTINGS:
        yield name, settings.setting(name)
    yield "file", _file(settings)
    for name, default in (("today", "the clock"), ("cache", str(settings.recollections or ""))):
        variable = f"TIMELINE_{name.upper()}"
        said = getattr(settings, name, None)
        if said:
            yield name, Found(said, f"--{name}")
        elif variable in os.environ:
            yield name, Found(os.environ[variable], f"${variable}")
        else:
            yield name, Found(default, "default")


def _file(settings: "Settings") -> Found:
    from timeline.store.find import FileMissingError

    named = settings.file or os.environ.get("TIMELINE_FILE")
    try:
        path = str(settings.path)
    except FileMissingError:
        return Found("", "default")
    return Found(path, "--file" if settings.file else "$TIMELINE_FILE" if named else _nearest(Path(path)))


def _nearest(path: Path) -> str:
    return "this folder" if path.parent == Path() else "the nearest folder above"


def _lines(found: dict[str, Found]) -> Iterator[str]:
    """Yield name, value and place between tabs; on a terminal in columns."""
    from timeline.render.clean import clean

    rows = [[clean(part) for part in (name, one.value, one.place)] for name, one in found.items()]
    if not sys.stdout.isatty():
        yield from ("\t".join(row) + "\n" for row in rows)
        return
    from timeline.render.wrap import cells, pad

    widths = [max(cells(row[at]) for row in rows) for at in range(2)]
    yield from (f"{pad(name, widths[0])}  {pad(value, widths[1])}  {place}\n" for name, value, place in rows)

"""What is set, and where: an option before the environment, that before the files: the project's, the user's.

What is wrong in a file is told once a run, and what it sets there counts for nothing; no command stops for it.
"""

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.cli.errors import UsageError
from timeline.errors import TimelineError
from timeline.store.config import NAME, Config, nearest_config, read_config

if TYPE_CHECKING:
    from timeline.store.problems import Problem

COLORS = ("auto", "always", "never")
PAGER = "less -FRX"  # quits where all fits on the screen, shows colours


def _check_color(value: str) -> None:
    if value not in COLORS:
        from timeline.events.names import did_you_mean, suggest

        hint = did_you_mean(suggest(value, COLORS))
        raise UsageError(f'"{value}" is none of {", ".join(COLORS)}{hint}')


def _check_view(value: str) -> None:
    from timeline.render import find_view

    find_view(value)


def _check_locale(value: str) -> None:
    from timeline.render.wording import find_wording

    find_wording(value)


def _check_pager(value: str) -> None:
    import shlex

    try:
        shlex.split(value)
    except ValueError as error:
        raise UsageError(f'"{value}" is no command line: {str(error)[:1].lower()}{str(error)[1:]}') from error


class Setting(NamedTuple):
    """One setting: its variable, what it is without any, and what raises where a value cannot be.

    `shared`: whether the file of a project may set it. A project comes from others, and must not name programs to run.
    """

    variable: str
    default: str
    check: Callable[[str], None]
    accepted: str
    shared: bool = True


SETTINGS: Mapping[str, Setting] = {
    "color": Setting("TIMELINE_COLOR", "auto", _check_color, '"auto", "always" or "never"'),
    "view": Setting("TIMELINE_VIEW", "table", _check_view, 'a view of `show`: "table", "tree", "chart" or "lines"'),
    "locale": Setting("TIMELINE_LOCALE", "en", _check_locale, 'a code such as "en", "vi", "ko" or "de"'),
    "pager": Setting(
        "TIMELINE_PAGER", PAGER, _check_pager, 'a command line such as "less -R"; "" for none', shared=False
    ),
}


class Found(NamedTuple):
    """The value of a setting and where it comes from: an option, $VARIABLE, "file" or "default"."""

    value: str
    origin: str
    name: str = ""
    config: Config | None = None

    @property
    def place(self) -> str:
        """The same in words; of a file with its line."""
        return f"{self.config.path}:{self.config.line(self.name)}" if self.config else self.origin

    def record(self) -> dict[str, Any]:
        """Return it for a program."""
        if self.config:
            line = self.config.line(self.name)
            return {"value": self.value, "from": "file", "file": str(self.config.path), "line": line}
        if self.origin.startswith("$"):
            return {"value": self.value, "from": "environment", "variable": self.origin[1:]}
        return {"value": self.value, "from": "option" if self.origin.startswith("-") else self.origin}


class Configuration:
    """The files of a run, read when a setting is first asked for."""

    def __init__(self, folder: Callable[[], Path], tell: Callable[[str], None]) -> None:
        """Take what gives the folder of the project, and what is told of mistakes in the files."""
        self._folder = folder
        self._say = tell
        self.mistaken = False  # whether anything in a file was found wrong
        self._found: dict[str, Found] = {}

    @cached_property
    def project(self) -> Path | None:
        """The file of the project, if there is one."""
        found = nearest_config(self._folder())
        return found if found is None or found.parent != Path.cwd() else Path(NAME)

    @cached_property
    def user(self) -> Path | None:
        """Where the file of the user is or would be: $TIMELINE_CONFIG, else in the user's folder for such files."""
        named = os.environ.get("TIMELINE_CONFIG")
        if named is not None:
            return Path(named) if named else None
        from platformdirs import user_config_path

        try:
            return user_config_path("timeline", appauthor=False) / NAME
        except RuntimeError:  # a user without a home
            return None

    @cached_property
    def files(self) -> tuple[Config, ...]:
        """The files that are there, the one that counts more first, with what is right in them."""
        read = [(path, path is self.project) for path in (self.project, self.user) if path]
        return tuple(
            self._checked(config, shared=shared) for path, shared in read if (config := read_config(path)) is not None
        )

    def find(self, name: str, option: str | None = None) -> Found:
        """Return a setting; raises UsageError where an option or a variable has a value that cannot be."""
        if name not in self._found:
            self._found[name] = self._find(SETTINGS[name], name, option)
        return self._found[name]

    def _tell(self, problem: "Problem") -> None:
        self.mistaken = True
        self._say(problem.render())

    def _find(self, wanted: Setting, name: str, option: str | None) -> Found:
        for value, origin in ((option, f"--{name}"), (os.environ.get(wanted.variable), f"${wanted.variable}")):
            # An empty variable says nothing, but that there is no pager.
            if value or (value is not None and name == "pager"):
                return Found(_accepted(wanted, value, origin), origin)
        if name == "pager" and os.environ.get("PAGER"):
            return Found(os.environ["PAGER"], "$PAGER")
        for config in self.files:
            if name in config.values:
                try:
                    wanted.check(config.values[name])
                except TimelineError as error:
                    self._tell(config.problem(name, str(error), wanted.accepted))
                else:
                    return Found(config.values[name], "file", name, config)
        return Found(wanted.default, "default")

    def _checked(self, config: Config, *, shared: bool) -> Config:
        problems = list(config.problems)
        kept: dict[str, str] = {}
        for key, value in config.values.items():
            wanted = SETTINGS.get(key)
            if wanted is None:
                problems.append(config.problem(key, *_unknown(key), on_key=True))
            elif shared and not wanted.shared:
                problems.append(config.problem(key, *_of_user(key), on_key=True))
            elif not isinstance(value, str):
                problems.append(config.problem(key, f"{key} is a text in quotes", wanted.accepted))
            elif value or key == "pager":
                kept[key] = value
        for problem in problems:
            self._tell(problem)
        return config._replace(values=kept, problems=tuple(problems))


def check_option(name: str, value: str) -> None:
    """Raise UsageError where an option has a value that its setting cannot have."""
    if name in SETTINGS:
        _accepted(SETTINGS[name], value, f"--{name}")


def _accepted(wanted: Setting, value: str, origin: str) -> str:
    try:
        wanted.check(value)
    except TimelineError as error:
        raise UsageError(f"{origin}: {error}") from error
    return value


def _unknown(key: str) -> tuple[str, str]:
    from timeline.events.names import did_you_mean, suggest
    from timeline.store.definitions import TABLES

    if key in TABLES["timeline"]:
        return f"{key} belongs into events.toml: what dates mean is the same for everyone", ", ".join(SETTINGS)
    return f'there is no setting "{key}"{did_you_mean(suggest(key, SETTINGS))}', ", ".join(SETTINGS)


def _of_user(key: str) -> tuple[str, str]:
    return f"{key} names a program to run, and is taken from your own {NAME} alone", ", ".join(
        name for name, wanted in SETTINGS.items() if wanted.shared
    )

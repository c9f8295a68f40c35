"""Compiles the language files while the package is being built, also for an editable install."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LanguageHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes timeline/expressions/languages/CODE_compiled.py for every CODE.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  the interface of hatchling
        """Run before the files of the package are collected."""
        sys.path.insert(0, str(Path(self.root)))
        from timeline.expressions.compile import write_modules

        write_modules()

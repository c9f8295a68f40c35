"""Where the languages stand: languages/CODE.toml is the source of one, and languages/shared.toml that of every one."""

import binascii
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("languages")
SHARED = "shared"
COMPILING = "compile.py", "patterns.py", "seconds.py", "parser.py"  # the modules that make what is kept of a language


def codes() -> list[str]:
    """The languages that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != SHARED)


def has_file(code: str) -> bool:
    """Whether a language has a file."""
    return code != SHARED and code.isalpha() and (FOLDER / f"{code}.toml").is_file()


def sources(code: str) -> list[Path]:
    """The files that a language is made of."""
    return [FOLDER / f"{SHARED}.toml", FOLDER / f"{code}.toml"]


def checksum(code: str) -> int:
    """What tells whether a language file, or what compiles it, has changed since it was compiled."""
    total = 0
    for path in (*sources(code), *(Path(__file__).with_name(name) for name in COMPILING)):
        total = binascii.crc32(path.read_bytes(), total)
    return total


def contents(code: str) -> list[dict[str, Any]]:
    """What stands in the files of a language."""
    import tomllib  # noqa: PLC0415  tomli is not there while the package is being built

    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in sources(code)]

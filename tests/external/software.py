"""What the tests of this folder need and pip does not bring. A test without it skips and names what is missing.

TIMELINE_EXTERNAL=required makes a failure of such a skip: where everything was installed, nothing may be missing.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

HERE = Path(__file__).parent


def program(*names: str) -> str:
    """Return where the first of some programs is that is installed."""
    found = next((path for path in map(shutil.which, names) if path), None)
    return found or missing(f"the program {names[0]} (Debian: apt-get install {names[0]})")


def package(name: str) -> Path:
    """Return the folder of a package of package.json."""
    folder = HERE / "node_modules" / name
    return folder if folder.is_dir() else missing(f"the npm package {name} (npm ci --prefix tests/external)")


def node(script: str, given: Any, *packages: str) -> Any:
    """Run a script of this folder in Node: JSON goes in, JSON comes out."""
    where = program("node", "nodejs")
    for name in packages:
        package(name)
    ran = subprocess.run(
        [where, str(HERE / script)], input=json.dumps(given), capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def missing(what: str) -> NoReturn:
    if os.environ.get("TIMELINE_EXTERNAL") == "required":
        pytest.fail(f"missing, and required here: {what}")
    pytest.skip(f"missing: {what}")

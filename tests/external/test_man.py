"""groff renders the manual page without a warning, and shows what it says."""

import subprocess
from pathlib import Path

import pytest
from software import program

pytestmark = pytest.mark.external

PAGE = Path(__file__).parents[2] / "docs" / "timeline.1"


def test_groff_has_no_warning() -> None:
    ran = subprocess.run(
        [program("groff"), "-man", "-Tutf8", "-Kutf8", "-ww", "-rLL=78n", "-P-cbou", str(PAGE)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    shown = " ".join(ran.stdout.split())
    for words in ("ENVIRONMENT", "EXIT STATUS", "$TIMELINE_FILE", "“last year”"):
        assert words in shown, words

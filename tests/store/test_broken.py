"""Every broken file of tests/store/broken, and what the user is told of it.

`UPDATE_GOLDEN=1 pytest tests/store/test_broken.py` writes the golden texts anew: read them by eye before you keep them.
"""

import os
from pathlib import Path

import pytest

from timeline.audit import look_over
from timeline.store import read

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.suffix != ".txt")


def told(name: str) -> str:
    reading = read(Path(name))
    problems = [*reading.problems, *(reading.problem(finding) for finding in look_over(reading.dated))]
    return "\n".join(problem.render() for problem in problems) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_what_is_told_of_a_broken_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    golden = BROKEN / f"{name.removesuffix('.toml')}.txt"
    found = told(name)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), f"{name} is told of in other words than before"


def test_there_are_enough_of_them_and_no_golden_is_left_over() -> None:
    assert len(CASES) >= 60
    goldens = {path.stem for path in BROKEN.glob("*.txt")}
    assert goldens == {name.removesuffix(".toml") for name in CASES}


@pytest.mark.parametrize("name", CASES)
def test_no_control_character_reaches_the_output(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    harmful = [letter for line in told(name).splitlines() for letter in line if not letter.isprintable()]
    assert not harmful, f"{name}: {harmful!r}"

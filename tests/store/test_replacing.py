"""Whatever happens while a file is written, it is the old one or the new one; and of two writers one waits."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.events.records import Event
from timeline.store import read
from timeline.store.locking import WriteConflictError, held
from timeline.store.replace import UnwritableError, replace_bytes, replace_text
from timeline.store.writing import Additions, append

POSIX = pytest.mark.skipif(os.name == "nt", reason="modes and links are POSIX's")
OLD = '# kept by hand\n[[event]]\nid = "a"\ntitle = "A"\n'
NEW = OLD + '\n[[event]]\nid = "b"\ntitle = "B"\n'
# Runs an append in which call number N of those that reach the system goes wrong: it raises, or the process ends at
# once before the call is made, or after. Prints how many calls there were.
FAULTY = """
import os, sys, tempfile
from pathlib import Path
from timeline.events.records import Event
from timeline.store.writing import Additions, append
import filelock, tomli_w

path, fatal, how = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
calls = 0

def wrapped(call):
    def faulty(*args, **more):
        global calls
        calls += 1
        if calls == fatal and how == "raises":
            raise OSError(28, "No space left on device", str(path))
        if calls == fatal and how == "before":
            os._exit(9)
        found = call(*args, **more)
        if calls == fatal:
            os._exit(9)
        return found
    return faulty

NAMES = "open close read write fsync replace rename chmod chown stat fstat unlink umask fdopen access lseek"
for name in NAMES.split():
    setattr(os, name, wrapped(getattr(os, name)))
tempfile._os = os
try:
    append(path, Additions((Event("", "B"),)))
except Exception as error:
    print(f"{type(error).__name__}: {error}")
print(calls)
"""


def faulty(path: Path, number: int, how: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FAULTY, str(path), str(number), how], capture_output=True, text=True, check=False
    )


def written(folder: Path, text: str = OLD) -> Path:
    path = folder / "events.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="module")
def number_of_calls(tmp_path_factory: pytest.TempPathFactory) -> int:
    path = written(tmp_path_factory.mktemp("counted"))
    ran = faulty(path, 0, "never")
    assert path.read_text(encoding="utf-8") == NEW, ran
    count = int(ran.stdout.split()[-1])
    assert count > 8, "too few calls are watched"
    return count


@POSIX
@pytest.mark.parametrize("how", ["raises", "before", "after"])
def test_a_write_cut_off_at_any_call_leaves_a_whole_file(tmp_path: Path, number_of_calls: int, how: str) -> None:
    left = set()
    for number in range(1, number_of_calls + 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = written(folder)
        path.chmod(0o640)
        ran = faulty(path, number, how)
        text = path.read_text(encoding="utf-8")
        assert text in (OLD, NEW), f"call {number} {how}: {text!r}"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        assert "Traceback" not in ran.stderr, ran.stderr
        left.add(text)
        others = [file.name for file in folder.iterdir() if file != path]
        if how == "raises":
            said = ran.stdout.splitlines()
            assert others == [], f"call {number} left {others}"
            # Where it went wrong before the file was replaced it is told, in one line; after it, it does not matter.
            assert (len(said) == 1) == (text == NEW), said
            assert text == NEW or said[0].startswith(("UnwritableError: ", "RefusedError: ")), said
            assert text == NEW or (str(path) in said[0] and "No space left on device" in said[0]), said
        # What a killed process leaves behind is hidden, and no part of a timeline.
        assert all(name.startswith(".events.toml.") for name in others)
        append(folder, Additions((Event("", "C"),)))
        assert [event.id for event in read(folder).records.events][-1] == "c"
    assert left == {OLD, NEW}


@pytest.mark.parametrize("programs, times", [(2, 200)])
def test_programs_that_write_at_once_lose_nothing(tmp_path: Path, programs: int, times: int) -> None:
    path = written(tmp_path, OLD.replace("\n", "  # c\n", 1))
    code = (
        "import sys\nfrom pathlib import Path\nfrom timeline.events.records import Event\n"
        "from timeline.store.writing import Additions, append\n"
        f"for n in range({times}): append(Path(sys.argv[1]), Additions((Event('', f'Event {{n}}', '2021'),)))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE, text=True)
        for _ in range(programs)
    ]
    assert [(one.communicate()[1], one.returncode) for one in running] == [("", 0)] * programs
    reading = read(path)
    assert reading.problems == ()
    ids = [event.id for event in reading.records.events]
    assert len(set(ids)) == len(ids) == programs * times + 1
    assert path.read_text(encoding="utf-8").startswith("# kept by hand  # c\n[[event]]\n")
    assert [file.name for file in tmp_path.iterdir()] == ["events.toml"]


def test_whoever_holds_the_file_for_long_is_not_waited_for(tmp_path: Path) -> None:
    path = written(tmp_path)
    with held(path), pytest.raises(WriteConflictError, match="is held by another program"), held(path, patience=0):
        pass
    with held(path, patience=0):
        pass


def test_a_file_that_changed_before_it_was_held(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.raises(WriteConflictError, match="has changed since it was read"):
        replace_text(path, NEW, b"something else")
    replace_text(path, NEW, OLD.encode())
    assert path.read_text(encoding="utf-8") == NEW


@POSIX
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    folder = tmp_path / "deep"
    folder.mkdir()
    path = written(folder)
    link = tmp_path / "events.toml"
    link.symlink_to(path)
    append(link, Additions((Event("", "B"),)))
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == NEW
    circle = tmp_path / "circle.toml"
    circle.symlink_to(circle)
    with pytest.raises(UnwritableError, match="circle"):
        replace_text(circle, NEW)


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_mode_is_kept(tmp_path: Path, mode: int) -> None:
    path = written(tmp_path)
    path.chmod(mode)
    append(path, Additions((Event("", "B"),)))
    assert stat.S_IMODE(path.stat().st_mode) == mode


@POSIX
def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.chmod(0o444)
    with pytest.raises(UnwritableError) as error:
        append(path, Additions((Event("", "B"),)))
    assert str(error.value) == f"cannot write {path}: it is read-only"
    assert path.read_text(encoding="utf-8") == OLD


@POSIX
def test_a_folder_that_takes_nothing_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path))

    path = written(tmp_path)
    # Nothing is refused to root, who may run this.
    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(UnwritableError) as error:
        append(path, Additions((Event("", "B"),)))
    assert str(error.value) == f"cannot write {path}: Permission denied"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="it is a folder"):
        replace_bytes(tmp_path, b"")
    with pytest.raises(UnwritableError, match="No such file or directory"):
        replace_text(tmp_path / "nowhere" / "a.toml", "")


@POSIX
def test_a_device_is_written_to_and_not_replaced() -> None:
    replace_text(Path(os.devnull), "text")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@POSIX
def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lockless(*_: object, **__: object) -> bool:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("filelock.lock_descriptor", lockless)
    path = written(tmp_path)
    append(path, Additions((Event("", "B"),)))
    assert path.read_text(encoding="utf-8") == NEW


@POSIX
def test_whoever_waits_is_patient_while_others_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody takes the lock again and again: as long as something is written in the folder, it is waited for."""
    path = written(tmp_path)
    tries = 0

    def taken(*_: object, **__: object) -> bool:
        nonlocal tries
        tries += 1
        (tmp_path / f"{tries}.md").touch()
        os.utime(tmp_path, ns=(tries, tries))
        return tries == 5

    monkeypatch.setattr("filelock.lock_descriptor", taken)
    with held(path, patience=-1):
        assert tries == 5

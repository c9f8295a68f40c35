"""Export into files, whole and in regions: what is written, and that nothing is written where something is wrong."""

import os
import stat
from pathlib import Path

import pytest
from command_line import CommandLine

from timeline.store import replace
from timeline.store.locking import held
from timeline.store.replace import WriteConflictError, replace_text


def test_the_format_follows_the_suffix(timeline: CommandLine, tmp_path: Path) -> None:
    for suffix, begin in [
        ("md", "# Unions"),
        ("markdown", "# Unions"),
        ("json", '{"schema"'),
        ("jsonl", '{"id"'),
        ("csv", "id,title"),
        ("ics", "BEGIN:VCALENDAR"),
        ("toml", 'title = "Unions'),
        ("html", "<!doctype html>"),
        ("mmd", "timeline\n"),
        ("mw", "---\ntitle: "),
        ("timelinejs.json", '{"title"'),
    ]:
        file = tmp_path / f"out.{suffix}"
        ran = timeline("export", "-o", str(file))
        assert (ran.code, ran.out) == (0, ""), ran
        assert file.read_text(encoding="utf-8").startswith(begin)
    timeline("export", "-o", str(tmp_path / "odd.txt"), "--format", "csv")
    assert (tmp_path / "odd.txt").read_text(encoding="utf-8").startswith("id,title")


def test_what_json_lines_carry_reads_as_the_same_timeline(timeline: CommandLine, tmp_path: Path) -> None:
    original = timeline("show", "--jsonl").out
    (tmp_path / "machine.jsonl").write_text(original, encoding="utf-8")
    again = timeline("show", "--jsonl", "--file", str(tmp_path))

    def bare(text: str) -> list[str]:
        return [line for line in text.splitlines() if '"organisations": []' in line and '"source": null' in line]

    assert bare(again.out) == bare(original)


def test_nothing_matched_is_written_and_is_1(timeline: CommandLine, tmp_path: Path) -> None:
    ran = timeline("export", "1700", "-o", str(tmp_path / "none.csv"))
    assert ran.code == 1
    assert (tmp_path / "none.csv").read_text(encoding="utf-8").count("\n") == 1


def test_the_timeline_itself_is_never_overwritten(timeline: CommandLine, tmp_path: Path) -> None:
    own = tmp_path / "events.toml"
    own.write_text('[[event]]\ntitle = "x"\nwhen = "2021"\n', encoding="utf-8")
    before = own.read_bytes()
    ran = timeline("export", "-f", str(own), "-o", str(own), "--format", "csv")
    assert (ran.code, own.read_bytes()) == (2, before)


def test_what_cannot_be_written_is_an_error(timeline: CommandLine, tmp_path: Path) -> None:
    ran = timeline("export", "-o", str(tmp_path / "no" / "such" / "folder.md"))
    assert ran.code == 4
    assert "cannot write" in ran.err
    assert list(tmp_path.iterdir()) == []


REPORT = """# Report

Before.

## The year

<!-- timeline 2021 --org VWU -->
old text
<!-- /timeline -->

```md
<!-- timeline 1999 -->
<!-- /timeline -->
```

<!-- timeline "June 2021" --kind congress --view lines -->
<!-- /timeline -->

After.
"""


def refreshed(timeline: CommandLine, text: str, folder: Path) -> tuple[int, str, str]:
    file = folder / "report.md"
    file.write_bytes(text.encode())
    ran = timeline("export", "--into", str(file))
    assert ran.out == ""
    return ran.code, file.read_bytes().decode(), ran.err


def test_regions_are_refreshed_and_the_rest_stays(timeline: CommandLine, tmp_path: Path) -> None:
    code, text, said = refreshed(timeline, REPORT, tmp_path)
    assert code == 0
    assert "2 regions refreshed" in said
    assert "old text" not in text
    assert "\n### Ongoing\n" in text, "a heading is one deeper than the one above the region"
    assert "Meeting at the VWU office" in text
    assert "```text\n2021-06-20/2021-06-21\tcongress\t" in text
    assert "<!-- timeline 1999 -->\n<!-- /timeline -->" in text, "what stands in a code block is no region"
    assert text.startswith(REPORT[: REPORT.index("old text")])
    assert text.endswith("<!-- /timeline -->\n\nAfter.\n")
    assert refreshed(timeline, text, tmp_path)[1] == text, "a second time changes nothing"


def test_regions_tell_what_an_export_tells(timeline: CommandLine, tmp_path: Path) -> None:
    _, _, said = refreshed(timeline, REPORT, tmp_path)
    file = tmp_path / "report.md"
    exported = timeline("export", "June 2021", "--kind", "congress", "--format", "lines").err.splitlines()
    assert len(exported) == 2
    assert said.splitlines()[-3:] == [*(f"{file}:16: {line}" for line in exported), f"{file}: 2 regions refreshed"]


OPTIONS = """# Report

<!-- timeline 2021 --org VWU --layout table --evidence -->
<!-- /timeline -->

## A diagram

<!-- timeline 2021 --view mermaid -->
<!-- /timeline -->

<!-- timeline 2021 --view icalendar --coarsest=day -->
<!-- /timeline -->
"""


def test_regions_take_the_options_of_their_view(timeline: CommandLine, tmp_path: Path) -> None:
    code, text, said = refreshed(timeline, OPTIONS, tmp_path)
    assert code == 0, said
    assert "| 9 July 2021 | Meeting at the VWU office[^meeting] |" in text
    assert "\n## Evidence\n\n### VWU member of" in text
    assert "\n```mermaid\ntimeline\n" in text
    assert "\n```icalendar\nBEGIN:VCALENDAR\n" in text
    assert "coarser than --coarsest day" in said
    assert refreshed(timeline, text, tmp_path)[1] == text, "a second time changes nothing"


def test_line_breaks_stay_as_they_are(timeline: CommandLine, tmp_path: Path) -> None:
    _, text, _ = refreshed(timeline, REPORT.replace("\n", "\r\n"), tmp_path)
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    "text, code, said",
    [
        ("no region\n", 1, "has no region"),
        ("<!-- timeline 2021 -->\n", 3, ":1: this region has no <!-- /timeline -->"),
        ("\n<!-- /timeline -->\n", 3, ":2: <!-- /timeline --> closes nothing"),
        ("<!-- timeline 2021 -->\n<!-- timeline 2022 -->\n<!-- /timeline -->\n", 3, ":1: this region has no"),
        ("<!-- timeline 2021 --file /etc/passwd -->\n<!-- /timeline -->\n", 3, "--file is none of these"),
        ("<!-- timeline 2021 -o x.md -->\n<!-- /timeline -->\n", 3, "there is no option -o"),
        ("<!-- timeline 2021 --org -->\n<!-- /timeline -->\n", 3, "--org needs a value"),
        ("<!-- timeline 2021 --org nobody -->\n<!-- /timeline -->\n", 3, "no organisation matches"),
        ("<!-- timeline gibberish -->\n<!-- /timeline -->\n", 3, "gibberish"),
        ("<!-- timeline 2021 --view grid -->\n<!-- /timeline -->\n", 3, 'no format "grid"'),
        ("<!-- timeline 2021 --front-matter -->\n<!-- /timeline -->\n", 3, "--front-matter is none of these"),
        ("<!-- timeline 2021 --layout -->\n<!-- /timeline -->\n", 3, "--layout needs a value"),
        ("<!-- timeline 2021 --layout grid -->\n<!-- /timeline -->\n", 3, "--layout is one of list, table"),
        ("<!-- timeline 2021 --view tree --evidence -->\n<!-- /timeline -->\n", 3, "tree has no option --evidence"),
        ("<!-- timeline 'x -->\n<!-- /timeline -->\n", 3, "quotation mark"),
    ],
)
def test_a_wrong_marker_writes_nothing(text: str, code: int, said: str, timeline: CommandLine, tmp_path: Path) -> None:
    found, left, err = refreshed(timeline, text, tmp_path)
    assert (found, left) == (code, text)
    assert said in err, err


def test_into_takes_nothing_else(timeline: CommandLine, tmp_path: Path) -> None:
    for more in (["2021"], ["--org", "VWU"], ["-o", "x.md"], ["--format", "csv"], ["--evidence"]):
        assert timeline("export", "--into", str(tmp_path / "x.md"), *more).code == 2
    assert timeline("export", "--into", str(tmp_path / "nowhere.md")).code == 2


def test_a_file_that_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("new", encoding="utf-8")
    with pytest.raises(WriteConflictError):
        replace_text(file, "mine", was=b"old")
    assert file.read_text(encoding="utf-8") == "new"


def test_a_conflict_is_exit_code_4(timeline: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report.md"
    file.write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr("timeline.store.locking.PATIENCE", 0)
    with held(file):
        ran = timeline("export", "--into", str(file))
    assert ran.code == 4
    assert file.read_text(encoding="utf-8") == REPORT


def test_writing_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    replace_text(file, "new")
    assert file.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(replace.UnwritableError, match="No space left"):
        replace_text(file, "newer")
    assert file.read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old", encoding="utf-8")
    (tmp_path / "link.md").symlink_to("real.md")
    replace_text(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text(encoding="utf-8") == "new"

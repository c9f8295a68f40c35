"""Reading files and folders: what the records are, and that nothing breaks it."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events import Records
from timeline.store import Reading, read

HERE = Path(__file__).parent


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def dates(reading: Reading) -> dict[str, str | None]:
    return {id_: one.interval and one.interval.edtf for id_, one in reading.dated.items()}


@pytest.fixture(scope="module")
def whole() -> Reading:
    return read(HERE / "whole.toml")


def test_a_whole_file_has_no_problems(whole: Reading) -> None:
    assert [problem.render() for problem in whole.problems] == []
    assert whole.paths == (HERE / "whole.toml",)


def test_names_become_ids_and_spellings_become_names(whole: Reading) -> None:
    event = whole.records.events[0]
    assert event.organisations == ("kswu", "vwu")
    assert event.people == ("Kim Jong Sun", "Tran Thi Huong")
    assert event.places == ("Pyongyang", "Hà Nội")


def test_toml_dates_become_their_text(whole: Reading) -> None:
    source = whole.records.sources["vwu-kswu-2021"]
    assert (source.published, source.accessed) == ("2021-07-09", "2024-01-02T10:00:00+00:00")
    assert whole.records.events[0].anchor == "2021-07-09"
    assert whole.records.events[1].when == "2021-07-09"


def test_left_out_ids_are_made_from_the_title(whole: Reading) -> None:
    ids = [event.id for event in whole.records.events]
    assert ids[:3] == ["kswu-congress-7", "a-meeting-of-unions", "a-meeting-of-unions-2"]
    assert ids[3].startswith("event-")
    assert list(whole.dated) == ids


def test_events_are_dated(whole: Reading) -> None:
    assert list(dates(whole).values()) == ["2021-06-20/2021-06-21", "2021-07-09", None, "2021-06-20/2021-06-21"]


def test_the_records_of_a_file(whole: Reading) -> None:
    records = whole.records
    assert (records.title, records.language, records.date_order, records.hemisphere) == (
        "Women's unions and friendship diplomacy",
        "en",
        "dmy",
        "north",
    )
    former = records.organisations["kswu"].names[0]
    assert (former.name, former.since, former.until) == ("Korean Democratic Women's Union", "1945-11-18", "2016")
    assert records.events[0].claims[0].source == "kcna"


def test_a_made_id_gives_way_to_a_written_one(tmp_path: Path) -> None:
    write(tmp_path, a='[[event]]\ntitle = "Founding"\n', b='[[event]]\nid = "founding"\ntitle = "Another"\n')
    assert [event.id for event in read(tmp_path).records.events] == ["founding-2", "founding"]


def test_a_folder_is_one_timeline(tmp_path: Path) -> None:
    write(
        tmp_path,
        a='language = "en"\n[[event]]\ntitle = "A"\nwhen = "during @b"\norganisations = ["vwu"]\n',
        b='[organisation.vwu]\nname = "VWU"\n[[event]]\ntitle = "B"\nwhen = "June 2021"\n',
    )
    (tmp_path / "notes.txt").write_text("not read")
    (tmp_path / ".hidden.toml").write_text("not read")
    (tmp_path / "sub.toml").mkdir()
    reading = read(tmp_path)
    assert reading.problems == ()
    assert dates(reading) == {"a": "2021-06", "b": "2021-06"}
    assert [path.name for path in reading.paths] == ["a.toml", "b.toml"]
    assert [event.order for event in reading.records.events] == [0, 1]


def test_each_file_of_a_folder_has_its_own_conventions(tmp_path: Path) -> None:
    write(
        tmp_path,
        a='language = "en"\ndate_order = "dmy"\n[[event]]\ntitle = "A"\nwhen = "9/7/2021"\n',
        b='date_order = "mdy"\n[[event]]\ntitle = "B"\nwhen = "9/7/2021"\n',
        c='[[event]]\ntitle = "C"\nwhen = "9/7/2021"\n',
    )
    assert dates(read(tmp_path)) == {"a": "2021-07-09", "b": "2021-09-07", "c": "2021-07-09"}


def test_what_stands_beside_a_mistake_is_read(tmp_path: Path) -> None:
    text = (
        '[[event]]\ntitle = "First"\nwhen = "1945"\n\n[[event]]\ntitle = Second\nwhen = "1946"\n\n'
        '[[event]]\ntitle = "Third"\nquote = """never closed\n\n[[event]]\ntitle = "Fourth"\nwhen = "1948"\n'
    )
    reading = read(write(tmp_path, a=text) / "a.toml")
    assert len(reading.problems) == 2
    assert [(one.event.title, one.interval and one.interval.edtf) for one in reading.dated.values()] == [
        ("First", "1945"),
        ("(no title)", "1946"),
        ("Third", None),
        ("Fourth", "1948"),
    ]


def test_a_broken_table_takes_its_claims_along_and_no_others(tmp_path: Path) -> None:
    text = (
        '[[event]]\ntitle = "First"\nwhen = "1945"\n\n[[event]\ntitle = "Second"\n[[event.claim]]\nwhen = "1946"\n\n'
        '[[event]]\ntitle = "Third"\n[[event.claim]]\nwhen = "1947"\n'
    )
    events = read(write(tmp_path, a=text) / "a.toml").records.events
    assert [(event.title, [claim.when for claim in event.claims]) for event in events] == [
        ("First", []),
        ("Third", ["1947"]),
    ]


def test_unknown_organisations_and_sources_stay_with_the_event(tmp_path: Path) -> None:
    text = '[[event]]\ntitle = "A"\norganisations = ["Nobody\'s Union"]\nsource = "s"\n'
    text += '[[event]]\ntitle = "B"\nsource = "s"\n'
    reading = read(write(tmp_path, a=text) / "a.toml")
    assert [problem.code for problem in reading.problems] == ["unknown-organisation", "unknown-source"]
    assert reading.records.events[0].organisations == ("nobodys-union",)
    assert reading.records.organisations["nobodys-union"].name == "Nobody's Union"
    assert reading.records.sources["s"].id == "s"


def test_control_characters_are_left_out(tmp_path: Path) -> None:
    text = '[[event]]\ntitle = "7th \\u001b[31mCongress\\u202e"\nwhen = "June 2021"\nquote = "two\\nlines\\u0007"\n'
    reading = read(write(tmp_path, a=text) / "a.toml")
    event = reading.records.events[0]
    assert (event.title, event.quote) == ("7th [31mCongress", "two\nlines")
    assert [problem.code for problem in reading.problems] == ["control-character"] * 2


def test_rich_markup_is_plain_text(tmp_path: Path) -> None:
    reading = read(write(tmp_path, a='[[event]]\ntitle = "[bold]7th[/] [link=x]"\nwhen = "2021"\n') / "a.toml")
    assert (reading.problems, reading.records.events[0].title) == ((), "[bold]7th[/] [link=x]")


@pytest.mark.parametrize(
    "text, code",
    [
        ('[[event]]\ntitle = "A"\nwhen = "' + "x" * 10**6 + '"\n', "too-long"),
        ('[[event]]\ntitle = "A"\nwhen = "2021"\nkind = "' + "x" * 10**6 + '"\n', "unknown-kind"),
        ('[[event]]\ntitle = "A"\n"' + "x" * 10**6 + '" = 1\n', "unknown-key"),
        ('[[event]]\ntitle = "A"\norganisations = ["' + "x" * 10**6 + '"]\n', "unknown-organisation"),
        ('[[event]]\ntitle = "A"\nid = "' + "X" * 10**6 + '"\n', "bad-form"),
        ('[[event]]\ntitle = "A"\nsource = "' + "x" * 10**6 + '"\n', "unknown-source"),
        ('[[event]]\ntitle = "' + "x" * 10**6 + "\n", "toml"),
        ("x" * 10**6, "toml"),
    ],
)
def test_a_text_of_a_megabyte_makes_a_short_message(tmp_path: Path, text: str, code: str) -> None:
    problems = read(write(tmp_path, a=text) / "a.toml").problems
    assert [problem.code for problem in problems] == [code]
    assert len(problems[0].render()) < 1500 + len(str(tmp_path))


@pytest.mark.parametrize("opening", ["[", "{ a = ", '[{ "x" = '])
@pytest.mark.parametrize("depth", [50, 390, 5000])
def test_deep_nesting_is_told_and_the_rest_is_read(tmp_path: Path, opening: str, depth: int) -> None:
    first, last = '[[event]]\ntitle = "A"\nwhen = "2021"\n\n', '\n\n[[event]]\ntitle = "C"\n'
    text = f'{first}[[event]]\ntitle = "B"\nnotes = {opening * depth}{last}'
    reading = read(write(tmp_path, a=text) / "a.toml")
    assert reading.problems
    assert all(problem.line == 7 for problem in reading.problems)
    titles = [event.title for event in reading.records.events]
    assert (titles[0], titles[-1]) == ("A", "C")


def test_closed_deep_nesting_of_the_wrong_type(tmp_path: Path) -> None:
    text = f'[[event]]\ntitle = "A"\nnotes = {"[" * 300}{"]" * 300}\n'
    assert [(p.code, p.line) for p in read(write(tmp_path, a=text) / "a.toml").problems] == [("wrong-type", 3)]


def test_no_file(tmp_path: Path) -> None:
    reading = read(tmp_path / "none.toml")
    assert [(problem.severity, problem.message) for problem in reading.problems] == [("error", "there is no such file")]
    assert reading.records.events == ()


def test_a_file_as_a_folder(tmp_path: Path) -> None:
    write(tmp_path, a="")
    assert [problem.code for problem in read(tmp_path / "a.toml" / "b.toml").problems] == ["file"]


def test_a_path_with_a_null() -> None:
    assert [problem.code for problem in read("a\0b").problems] == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of another kind")
def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a='[[event]]\ntitle = "A"\n', b='[[event]]\ntitle = "B"\n')
    (tmp_path / "a.toml").chmod(0)
    if os.access(tmp_path / "a.toml", os.R_OK):  # root may read everything
        whole = Path.read_bytes

        def refuse(path: Path) -> bytes:
            if path.name == "a.toml":
                raise PermissionError(13, "Permission denied")
            return whole(path)

        monkeypatch.setattr(Path, "read_bytes", refuse)
    reading = read(tmp_path)
    assert [problem.message for problem in reading.problems] == ["you may not read this file"]
    assert [event.title for event in reading.records.events] == ["B"]


def test_many_problems_are_found_in_linear_time(tmp_path: Path) -> None:
    text = "".join(f'[[event]]\ntitle = "Event {number}"\nwen = "2021"\n' for number in range(5000))
    problems = read(write(tmp_path, a=text) / "a.toml").problems
    assert [problem.line for problem in problems] == [3 * number + 3 for number in range(5000)]


def test_reading_loads_nothing_heavy() -> None:
    import subprocess  # noqa: PLC0415

    heavy = "{'rich', 'typer', 'dateparser', 'json', 'difflib', 'dataclasses_json', 'hashlib'}"
    script = (
        "import sys; from timeline.store import read; "
        f"r = read({str(HERE / 'whole.toml')!r}); print(sorted({heavy} & set(sys.modules)))"
    )
    # The one title in Hangul alone is hashed.
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['hashlib']"


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="[]{}=\"'\\\n#.,:- aet12évent\x00\ud7a3", max_size=80))
def test_no_text_breaks_reading(text: str) -> None:
    from timeline.store.building import Builder  # noqa: PLC0415
    from timeline.store.document import Document  # noqa: PLC0415
    from timeline.store.toml import parse  # noqa: PLC0415

    document = Document(Path("a.toml"), text)
    builder = Builder()
    builder.add_timeline(document, parse(document))
    assert isinstance(builder.build(), Records)
    assert all(problem.render() and problem.line >= 1 for problem in document.problems)


WHOLE = (HERE / "whole.toml").read_text(encoding="utf-8")


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 40),
    st.sampled_from(["", '"', "]", "[", "\n", "=", "\\", "'''", "\x07", "한", "}"]),
)
def test_a_file_with_one_mistake_is_read_on(at: int, cut: int, put: str) -> None:
    from timeline.store.building import Builder  # noqa: PLC0415
    from timeline.store.document import Document  # noqa: PLC0415
    from timeline.store.toml import parse  # noqa: PLC0415

    document = Document(Path("a.toml"), WHOLE[:at] + put + WHOLE[at + cut :])
    builder = Builder()
    builder.add_timeline(document, parse(document))
    records = builder.build()
    assert document.problems or records.events
    assert all(problem.render() for problem in document.problems)

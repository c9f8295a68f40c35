"""Writing in place: what is added is there, and every byte that was there before is still there."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events.errors import UnknownIdError
from timeline.events.records import Claim, Conventions, Event, FormerName, Organisation, Person, Place, Source
from timeline.store import read
from timeline.store.locking import WriteConflictError
from timeline.store.writing import (
    Additions,
    RefusedError,
    add_claim,
    append,
    find_record,
    rewrite,
    token,
)

ROOT = Path(__file__).parents[2]
FILE = """\
# Kept by hand.
title = "Unions"   # the title

[organisation.vwu]
name = "Women's Union"   # a comment

# --- sources ---
[source.paper]
published = 2021-07-09


# --- events ---

# the first
[[event]]
id = "first"
title = "A congress"
when = "2021-06"   # as told
source = "paper"
# last word on it

# the second
[[event]]
id = "second"
title = "A meeting"
when = "yesterday"
source = "paper"
[[event.claim]]
when = "8 July 2021"
"""
MEETING = Event("", "A meeting", "9 July 2021", organisations=("vwu",))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return written(tmp_path, FILE)


def written(folder: Path, text: str, name: str = "events.toml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def said(error: pytest.ExceptionInfo[RefusedError]) -> str:
    return str(error.value)


def without(text: str, part: str) -> str:
    assert text.count(part) == 1, f"{part!r} is not once in:\n{text}"
    return text.replace(part, "")


def test_an_event_goes_to_the_end(file: Path) -> None:
    change = append(file, Additions((MEETING,)))
    added = '\n[[event]]\nid = "a-meeting"\ntitle = "A meeting"\nwhen = "9 July 2021"\norganisations = ["vwu"]\n'
    assert file.read_bytes().decode() == FILE + added
    assert change.ids == ("a-meeting",)
    assert change.reading.dated["a-meeting"].interval is not None
    assert read(file).problems == ()


def test_ids_are_made_from_titles_and_never_twice(file: Path) -> None:
    titles = ["First", "Đại hội phụ nữ", "첫 대회", "First", "Second"]
    change = append(file, Additions(tuple(Event("", title) for title in titles)))
    assert change.ids[:2] == ("first-2", "dai-hoi-phu-nu")
    assert change.ids[2].startswith("event-")
    assert change.ids[3:] == ("first-3", "second-2")


def test_ids_are_unique_over_a_folder(tmp_path: Path) -> None:
    written(tmp_path, '[[event]]\nid = "visit"\ntitle = "Visit"\n', "a.toml")
    written(tmp_path, '{"id": "visit-2", "title": "Visit"}\n', "b.jsonl")
    file = written(tmp_path, 'title = "x"\n')
    change = append(tmp_path, Additions((Event("", "Visit"),)))
    assert (change.file, change.ids) == (file, ("visit-3",))
    with pytest.raises(RefusedError, match='"visit" is given twice'):
        append(tmp_path, Additions((Event("visit", "Visit"),)))


def test_tables_stand_after_the_last_of_their_kind_or_at_the_end(file: Path) -> None:
    additions = Additions(
        (MEETING._replace(source="page", people=("H. Tran",), places=("Hanoi",)),),
        (Organisation("hanoi", "Union of Hanoi", ("HWU",), "vwu", (FormerName("Old", until="1990"),)),),
        (Person("tran", "Tran Huong", ("H. Tran",)),),
        (Place("ha-noi", "Hà Nội", ("Hanoi",)),),
        (Source("page", "A page", note="two\nlines", published="2021"),),
    )
    append(file, additions)
    text = file.read_bytes().decode()
    assert read(file).problems == ()
    rest = without(
        text,
        '\n\n[organisation.hanoi]\nname = "Union of Hanoi"\naliases = ["HWU"]\nparent = "vwu"\n'
        'names = [{ name = "Old", until = "1990" }]',
    )
    rest = without(rest, '\n\n[source.page]\ntitle = "A page"\npublished = "2021"\nnote = """\ntwo\nlines"""')
    rest = without(rest, '\n[person.tran]\nname = "Tran Huong"\naliases = ["H. Tran"]\n')
    rest = without(rest, '\n[place.ha-noi]\nname = "Hà Nội"\naliases = ["Hanoi"]\n')
    rest = without(rest, rest[len(FILE) :])
    assert rest == FILE
    assert text.index("[organisation.hanoi]") < text.index("# --- sources") < text.index("[source.page]")
    assert text.index("[source.page]") < text.index("# --- events") < text.index("[person.tran]")
    assert read(file).records.events[-1].people == ("Tran Huong",)


@pytest.mark.parametrize(
    "old, new",
    [
        (b"", b'[[event]]\nid = "a"\ntitle = "A"\n'),
        (b"\n", b'\n[[event]]\nid = "a"\ntitle = "A"\n'),
        (b'title = "x"', b'title = "x"\n\n[[event]]\nid = "a"\ntitle = "A"'),
        (b'title = "x"\n\n', b'title = "x"\n\n[[event]]\nid = "a"\ntitle = "A"\n'),
        (b'title = "x"\r\n', b'title = "x"\r\n\r\n[[event]]\r\nid = "a"\r\ntitle = "A"\r\n'),
        (b'\xef\xbb\xbftitle = "x"\r\n# y', b'\xef\xbb\xbftitle = "x"\r\n# y\n\n[[event]]\nid = "a"\ntitle = "A"'),
        (b"event = []\n", b'event = [{ id = "a", title = "A" }]\n'),
        (
            b'event = [\n  { title = "B" }, # b\n  # end\n]\ntitle = "x"\n',
            b'event = [\n  { title = "B" }, { id = "a", title = "A" }, # b\n  # end\n]\ntitle = "x"\n',
        ),
    ],
)
def test_the_line_ends_of_the_file_are_kept(tmp_path: Path, old: bytes, new: bytes) -> None:
    file = tmp_path / "events.toml"
    file.write_bytes(old)
    if old.startswith(b"\xef"):
        new = new.replace(b"# y\n\n[[event]]\nid", b"# y\r\n\r\n[[event]]\r\nid").replace(b'"a"\nt', b'"a"\r\nt')
    append(file, Additions((Event("", "A"),)))
    assert file.read_bytes() == new


def test_mixed_line_ends_stay_where_they_are(tmp_path: Path) -> None:
    old = '[[event]]\r\nid = "a"\ntitle = "A"\r\n\n[[event]]\r\nid = "b"\r\ntitle = """\r\nB"""\r\n'
    file = written(tmp_path, old)
    add_claim(file, "a", Claim("2021"))
    new = file.read_bytes().decode()
    assert without(new, '\r\n\r\n[[event.claim]]\r\nwhen = "2021"') == old


def test_a_claim_goes_below_its_event(file: Path) -> None:
    change = add_claim(file, "first", Claim("20-21 June 2021", "on Sunday\nand Monday", "paper", 'said "so"'))
    text = file.read_bytes().decode()
    claim = (
        '\n\n[[event.claim]]\nwhen = "20-21 June 2021"\nwords = """\non Sunday\nand Monday"""\nsource = "paper"\n'
        'quote = "said \\"so\\""'
    )
    assert without(text, claim) == FILE
    assert change.ids == ("first",)
    first, second = read(file).records.events
    assert (len(first.claims), len(second.claims)) == (1, 1)
    assert read(file).dated["first"].interval.edtf == "2021-06-20/2021-06-21"  # type: ignore[union-attr]


def test_a_second_claim_goes_below_the_first(file: Path) -> None:
    add_claim(file, "second", Claim("July 2021"))
    assert file.read_bytes().decode() == FILE + '\n[[event.claim]]\nwhen = "July 2021"\n'


def test_a_claim_goes_into_the_list_of_claims(tmp_path: Path) -> None:
    file = written(tmp_path, '[[event]]\nid = "a"\ntitle = "A"\nclaim = [{ when = "2021" }]\n')
    add_claim(file, "a", Claim("2021-06", quote="a\nb"))
    assert 'claim = [{ when = "2021" }, { when = "2021-06", quote = "a\\nb" }]' in file.read_text(encoding="utf-8")


def test_a_record_anew(file: Path) -> None:
    record = find_record(file, "first")
    assert record.text == FILE[FILE.index("[[event]]") : FILE.index("# last word")]
    assert record.line == FILE[: FILE.index("[[event]]")].count("\n") + 1
    new = record.text.replace("A congress", "The congress").replace("# as told", "# as it was told")
    change = rewrite(file, "first", f"\n{new}\n\n", record.seen, Path("draft.toml"))
    assert file.read_bytes().decode() == FILE.replace("A congress", "The congress").replace(
        "# as told", "# as it was told"
    )
    assert change.ids == ("first",)


def test_a_record_with_its_claims_and_the_end_of_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, FILE.replace("\n", "\r\n").removesuffix("\r\n"))
    record = find_record(file, "second")
    assert record.text == FILE[FILE.rindex("[[event]]") :]
    rewrite(file, "second", record.text.replace('"second"', '"third"'), record.seen, Path("draft.toml"))
    assert file.read_bytes().decode() == FILE.replace('"second"', '"third"').replace("\n", "\r\n").removesuffix("\r\n")


def test_a_file_that_has_changed_is_refused(file: Path) -> None:
    record = find_record(file, "first")
    append(file, Additions((MEETING,)))
    now = file.read_bytes()
    with pytest.raises(WriteConflictError, match="has changed since it was read: nothing was written"):
        rewrite(file, "first", record.text, record.seen, Path("draft.toml"))
    with pytest.raises(WriteConflictError):
        append(file, Additions((MEETING,)), seen=token(b""))
    assert file.read_bytes() == now


def test_nothing_is_written_unless_it_is_approved(file: Path) -> None:
    seen: list[Any] = []
    append(file, Additions((MEETING,)), approve=lambda change: bool(seen.append(change.ids)))
    assert seen == [("a-meeting",)]
    assert file.read_bytes().decode() == FILE


@pytest.mark.parametrize(
    "event, expected",
    [
        (Event("", "A", organisations=("Womens Unoin",)), 'no organisation is called "Womens Unoin"; did you mean'),
        (Event("", "A", source="papper"), 'no source has the id "papper"; did you mean "paper"?'),
        (Event("first", "A"), 'the id "first" is given twice'),
        (Event("No id", "A"), '"No id" is no id'),
        (Event("", "A\nB"), "a line break in title"),
        (Event("", "A\x1b[0m"), "control character U+001B in title"),
        (Event("", "A \u202e B"), "control character U+202E in title"),
        (Event("", "A \udcff"), "the text holds U+DCFF"),
        (Event("", " "), "title is empty"),
        (Event("", "A", "30 February 2021"), "30 February 2021"),
        (Event("", "A", "last Monday"), "last Monday"),
        (Event("", "A", "2 days after @nobody"), 'no event has the id "nobody"'),
        (Event("", "A", "2021", status="helt"), 'status cannot be "helt"; did you mean "held"?'),
        (Event("", "A", "2021", number=7), "number 7 of no series"),
        (Event("", "A", "2021", claims=(Claim("yesterday"),)), "yesterday"),
    ],
)
def test_what_would_be_an_error_is_refused(file: Path, event: Event, expected: str) -> None:
    with pytest.raises(RefusedError) as error:
        append(file, Additions((event,)))
    assert expected in said(error)
    assert said(error).endswith("nothing was written")
    assert file.read_bytes().decode() == FILE


def test_what_was_wrong_before_does_not_stand_in_the_way(tmp_path: Path) -> None:
    file = written(tmp_path, '[[event]]\ntitle = "A"\nkinf = "visit"\nwhen = "30 February"\n')
    append(file, Additions((Event("", "B"),)))
    assert [event.id for event in read(file).records.events] == ["a", "b"]
    with pytest.raises(RefusedError) as error:
        rewrite(file, "b", '[[event]]\nid = "b"\ntitle = "B"\nkinf = 1\n', token(file.read_bytes()), Path("draft.toml"))
    assert said(error).startswith('draft.toml:4:1: error: an event has no key "kinf"')


@pytest.mark.parametrize("text", ['[[event]]\ntitle = "A\n', "title = 'x'\ntitle = 'y'\n", "a = " + "[" * 2000])
def test_a_file_that_is_no_toml_is_left_alone(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(RefusedError, match="error: "):
        append(file, Additions((Event("", "B"),)))
    assert file.read_bytes().decode() == text


def test_a_file_that_is_no_utf_8_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "events.toml"
    file.write_bytes(b'title = "\xe9"\n')
    with pytest.raises(RefusedError, match="byte 0xe9 is not UTF-8"):
        append(file, Additions((Event("", "B"),)))


def test_tables_that_cannot_be_added_in_place(tmp_path: Path) -> None:
    text = 'organisation = { a = { name = "A" } }\n'
    file = written(tmp_path, text)
    with pytest.raises(RefusedError):
        append(file, Additions(organisations=(Organisation("b", "B"),)))
    assert file.read_bytes().decode() == text


@pytest.mark.parametrize(
    "text, expected",
    [
        ('[[event]]\nid = "first"\ntitle = "A\n', "draft.toml:3:11: error: this text is not closed on its line"),
        ('\n[[event]]\nid = "first"\ntitle = "A"\nwhen = "30 February 2021"\n', "draft.toml:5:9: error: "),
        ('[[event]]\nid = "first"\n', "draft.toml:1:1: error: an event without a title"),
        ('id = "first"\ntitle = "A"\n', "this is not the record of one event"),
        ("[[event]]\ntitle = 'A'\n[[event]]\ntitle = 'B'\n", "this is not the record of one event"),
        ("", "this is not the record of one event"),
        ('[[event]]\ntitle = "A"\n[source.x]\ntitle = "B"\n', "draft.toml:3:1: error: source is no part of the event"),
        ('[[event]]\nid = "second"\ntitle = "A"\n', 'the id "second" is given twice'),
    ],
)
def test_mistakes_are_told_where_the_draft_has_them(file: Path, text: str, expected: str) -> None:
    with pytest.raises(RefusedError) as error:
        rewrite(file, "first", text, token(file.read_bytes()), Path("draft.toml"))
    assert expected in said(error)
    assert file.read_bytes().decode() == FILE


def test_an_event_that_others_count_from_keeps_its_name(tmp_path: Path) -> None:
    text = '[[event]]\nid = "a"\ntitle = "A"\nwhen = "1950"\n\n[[event]]\ntitle = "B"\nwhen = "the eve of @a"\n'
    file = written(tmp_path, text)
    with pytest.raises(RefusedError) as error:
        rewrite(file, "a", '[[event]]\nid = "c"\ntitle = "A"\n\nwhen = "1950"\n', token(text.encode()), Path("draft"))
    # The place is the one in the file as it still stands.
    assert f"{file}:8:" in said(error)
    assert 'no event has the id "a"' in said(error)


def test_an_id_made_from_a_title_does_not_change_by_the_way(tmp_path: Path) -> None:
    text = '[[event]]\ntitle = "A"\n\n[[event]]\ntitle = "A"\n'
    file = written(tmp_path, text)
    with pytest.raises(RefusedError, match='the id of another event, "a-2"'):
        rewrite(file, "a", '[[event]]\ntitle = "B"\n', token(text.encode()), Path("draft"))


def test_a_record_in_several_places_is_not_edited(tmp_path: Path) -> None:
    text = '[[event]]\nid = "a"\ntitle = "A"\n[source.x]\ntitle = "X"\n[[event.claim]]\nwhen = "2021"\n'
    file = written(tmp_path, text)
    with pytest.raises(RefusedError, match="does not stand by itself"):
        find_record(file, "a")
    add_claim(file, "a", Claim("June 2021"))
    assert [claim.when for claim in read(file).records.events[0].claims] == ["2021", "June 2021"]


def test_an_unknown_event(file: Path) -> None:
    with pytest.raises(UnknownIdError, match="did you mean"):
        add_claim(file, "secnd", Claim("2021"))
    with pytest.raises(UnknownIdError):
        find_record(file, "nobody")


def test_files_that_programs_write_are_left_to_them(tmp_path: Path) -> None:
    lines = written(tmp_path, '{"id": "a", "title": "A"}\n', "a.jsonl")
    with pytest.raises(RefusedError, match="no TOML file"):
        append(tmp_path, Additions((MEETING,)))
    with pytest.raises(RefusedError, match="written by programs"):
        append(lines, Additions((MEETING,)))
    with pytest.raises(RefusedError, match="written by programs"):
        find_record(tmp_path, "a")


def test_a_folder_of_several_files(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        written(tmp_path, f'[[event]]\nid = "{name[0]}"\ntitle = "A"\nwhen = "2021"\n', name)
    with pytest.raises(RefusedError, match="more than one TOML file"):
        append(tmp_path, Additions((MEETING,)))
    add_claim(tmp_path, "b", Claim("June 2021"))
    assert "claim" in (tmp_path / "b.toml").read_text(encoding="utf-8")
    assert find_record(tmp_path, "b").file == tmp_path / "b.toml"


def test_the_file_of_the_repository(tmp_path: Path) -> None:
    file = tmp_path / "events.toml"
    shutil.copyfile(ROOT / "events.toml", file)
    before = file.read_bytes().decode()
    ids = [event.id for event in read(file).records.events]
    for id_ in ids[::9]:
        record = find_record(file, id_)
        rewrite(file, id_, record.text, record.seen, Path("draft.toml"))
    assert file.read_bytes().decode() == before
    for id_ in ids[::9]:
        add_claim(file, id_, Claim("X" * 4))
    after = file.read_bytes().decode()
    assert (
        after.replace('\n\n[[event.claim]]\nwhen = "XXXX"', "").replace('\n[[event.claim]]\nwhen = "XXXX"\n', "")
        == before
    )


lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=20).filter(
    lambda text: not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)
filled = lines.filter(lambda text: bool(text.strip()))
prose = st.lists(lines, max_size=3).map("\n".join)
claims = st.tuples(st.just("June 2021"), prose, st.just("paper"), prose).map(lambda fields: Claim(*fields))
events = st.fixed_dictionaries(
    {
        "id": st.just(""),
        "title": filled,
        "when": st.none() | st.just("2021-06"),
        "words": prose,
        "organisations": st.sampled_from([(), ("vwu",)]),
        "people": st.lists(filled, max_size=3, unique=True).map(tuple),
        "tags": st.lists(filled, max_size=9).map(tuple),
        "status": st.sampled_from(["held", "planned", "cancelled"]),
        "implied": st.booleans(),
        "quote": prose,
        "notes": prose,
        "claims": st.lists(claims, max_size=2).map(tuple),
    }
).map(lambda fields: Event(**fields))


@given(st.lists(events, max_size=3), st.sampled_from(["\n", "\r\n"]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_what_is_added_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, some: list[Event], newline: str, end: bool
) -> None:
    old = FILE.replace("\n", newline) if end else FILE.replace("\n", newline).removesuffix(newline)
    file = written(tmp_path_factory.mktemp("written"), old)
    append(file, Additions(tuple(some)))
    new = file.read_bytes().decode()
    assert new.startswith(old)
    assert new.endswith(newline) == end
    read_back = read(file).records.events[2:]
    assert [event._replace(id="", order=0, conventions=Conventions()) for event in read_back] == some
    assert tomli.loads(new)["title"] == "Unions"

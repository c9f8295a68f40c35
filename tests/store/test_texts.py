"""Texts out of files: encodings that are certain, web pages, and a sentence for each file that is no text."""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from timeline.store.decoding import Decoded, UndecodableError, decode
from timeline.store.texts import Text, UnreadableTextError, read_text, text_of

PROSE = "The chargé came in June 2021 and left again after the congress of the union. "
PAGE = """<!doctype html>
<html lang="en"><head><title>A congress</title>
<meta property="article:published_time" content="2024-03-25T08:00:00Z"></head>
<body><nav><a href="/1999">All news of 1 May 1999</a></nav>
<article><h1>A congress is held</h1>
<p>The 7th Congress began on Monday, with several hundred delegates from all over the country &amp; many guests.</p>
<p>The next one is to be held next year, the president said when she closed the first session of the meeting.</p>
</article><footer>Copyright 2019</footer></body></html>
"""


@pytest.mark.parametrize(
    "raw, wanted",
    [
        (b"", Decoded("")),
        (b"June 2021\r\n", Decoded("June 2021\r\n")),
        ("Hội nghị 대회".encode(), Decoded("Hội nghị 대회")),
        (b"\xef\xbb\xbfJune", Decoded("June")),
        ("June 2021 년".encode("utf-16"), Decoded("June 2021 년", "utf-16-le")),
        (b"\xfe\xff" + "June 년".encode("utf-16-be"), Decoded("June 년", "utf-16-be")),
        ("In June 2021.".encode("utf-16-le"), Decoded("In June 2021.", "utf-16-le")),
        ("In June 2021.".encode("utf-16-be"), Decoded("In June 2021.", "utf-16-be")),
        (PROSE.encode("latin-1"), Decoded(PROSE, "windows-1252")),
        ((PROSE + "It said “yes” – once.").encode("cp1252"), Decoded(PROSE + "It said “yes” – once.", "windows-1252")),
    ],
)
def test_what_is_certain_is_read(raw: bytes, wanted: Decoded) -> None:
    assert decode(raw) == wanted


@pytest.mark.parametrize(
    "raw, reason",
    [
        (b"\0\0\0\0", "binary"),
        (b"June\0 2021", "binary"),
        (b"J\0u\0n\0e", "binary"),
        ("대회는 2021년에".encode("utf-16-le"), "binary"),
        ("대회는 2021년에 열렸다".encode("euc-kr"), "byte 0xb4 in line 1 is not UTF-8"),
        (("x\n" * 5 + "Hội nghị").encode()[:-1] + b".", "line 6"),
        ("Это было в 2021".encode("cp1251"), "is not UTF-8"),
        (PROSE.encode("latin-1") + b"\x01", "is not UTF-8"),
        (PROSE.encode("latin-1") + b" \x81 ", "is not UTF-8"),
        (b"\xff\xfeJ", "utf-16-le"),
        (b"%PDF-1.7 2021", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"\x89PNG\r\n", "a picture"),
    ],
)
def test_what_is_not_certain_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(UndecodableError, match=reason):
        decode(raw)


def test_a_page_may_declare_its_encoding() -> None:
    assert decode("대회는".encode("euc-kr"), "EUC-KR") == Decoded("대회는", "EUC-KR")
    assert decode("대회는".encode(), "EUC-KR") == Decoded("대회는")
    for wrong in ("utf-8", "klingon-1", "rot13"):
        with pytest.raises(UndecodableError, match=f"said to be {wrong}"):
            decode("대회는".encode("euc-kr"), wrong)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"June\r\n2021\n")
    assert read_text(tmp_path / "a.txt") == Text("June\r\n2021\n")
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert read_text(tmp_path / "page.txt").text == PAGE, "only the suffix makes a file a page"


@pytest.mark.parametrize(
    "error, reason",
    [
        (FileNotFoundError(2, "x"), "there is no such file"),
        (NotADirectoryError(20, "x"), "there is no such file"),
        (PermissionError(13, "x"), "you may not read this file"),
        (IsADirectoryError(21, "x"), r"it is a folder: name the files in it, as in a\\x1b/\*\.txt"),
        (OSError(5, "Input/output error"), "it cannot be read: Input/output error"),
        (ValueError("embedded null byte"), "it cannot be read: embedded null byte"),
    ],
)
def test_a_file_that_cannot_be_read(error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableTextError, match=rf"^a\\x1b: {reason}"):
        read_text(Path("a\x1b"))


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTextError, match="it is a folder"):
        read_text(tmp_path)
    with pytest.raises(UnreadableTextError, match="no such file"):
        read_text(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_bytes(b"\0")
    with pytest.raises(UnreadableTextError, match=r"a\.txt: it is binary"):
        read_text(tmp_path / "a.txt")


class Library(ModuleType):
    """Stands in for trafilatura: says what it was asked, and finds what it is told to find."""

    def __init__(self, text: str | None, date: str | None) -> None:
        super().__init__("trafilatura")
        self.found = None if text is None else SimpleNamespace(text=text, date=date)
        self.asked: list[str] = []

    def bare_extraction(self, page: str, **options: object) -> SimpleNamespace | None:
        assert options["with_metadata"]
        assert not options["include_comments"]
        dates = options["date_extraction_params"]
        assert isinstance(dates, dict)
        assert not dates["extensive_search"], "a date that merely stands in the text is not the publication's"
        self.asked.append(page)
        return self.found

    def html2txt(self, page: str) -> str:
        return f"all of {len(page)}"


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
def test_a_page_goes_through_the_library(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library = Library("on Monday", "2024-03-25")
    monkeypatch.setitem(sys.modules, "trafilatura", library)
    (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert read_text(tmp_path / name) == Text("on Monday", "2024-03-25")
    assert library.asked == [PAGE]


@pytest.mark.parametrize("text", [None, ""])
def test_a_page_that_is_no_article_is_read_whole(text: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", Library(text, "2024-03-25"))
    assert text_of(b"<p>x", "a", page=True) == Text("all of 4")


@pytest.mark.parametrize(
    "start, page",
    [
        ("<!DOCTYPE html>", True),
        ("\n <html lang='en'>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">', True),
        ("<!-- saved\nfrom somewhere --><html>", True),
        ("<htmlish>", False),
        ("<TimeML>", False),
        ("June 2021 <html>", False),
        ("", False),
    ],
)
def test_a_nameless_text_may_be_a_page(start: str, page: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", Library("the article", None))
    assert text_of(start.encode(), "-").text == ("the article" if page else start)


@pytest.mark.parametrize(
    "head", ['<meta charset="euc-kr">', '<meta http-equiv="x" content="text/html; charset=euc-kr">']
)
def test_the_encoding_of_a_page(head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library("the article", None)
    monkeypatch.setitem(sys.modules, "trafilatura", library)
    page = f"<html>{head}<p>대회는"
    assert text_of(page.encode("euc-kr"), "a", page=True) == Text("the article", None, "euc-kr")
    assert library.asked == [page]


def test_without_the_extra_the_message_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableTextError, match=r'^a\.html: .*: pip install "event-timeline-cli\[html\]"$'):
        text_of(PAGE.encode(), "a.html", page=True)
    assert text_of(b"June 2021", "a.txt") == Text("June 2021"), "a plain text needs no extra"


def test_the_article_of_a_real_page() -> None:
    read = text_of(PAGE.encode(), "a.html", page=True)
    assert read.published == "2024-03-25"
    assert "from all over the country & many guests" in read.text
    assert "to be held next year" in read.text
    assert "Copyright" not in read.text
    assert "1999" not in read.text


def test_a_real_page_that_does_not_say_when_it_was_published() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2024-03-25T08:00:00Z">', "")
    assert text_of(page.encode(), "a.html", page=True).published is None


@pytest.mark.parametrize("page", ["", "x", "<html>", "<p>June 2021</p>", "<div>" * 3000 + "June 2021"])
def test_a_page_of_any_sort_is_read_without_a_word(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert text_of(page.encode(), "a.html", page=True).published is None
    assert capsys.readouterr() == ("", "")

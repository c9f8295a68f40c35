"""Stored dates read again from the texts of their sources."""

import pytest

import timeline

ARTICLE = """\
River news

On Monday the River Union, which was founded in 1946, opened its “new” office – in Hanoi.
The 8th Congress will be held in June 2026.
"""
SOURCE = '[source.news]\ntitle = "River news"\npublished = "2024-03-25"\nfile = "news.txt"\n'
EVENT = '[[event]]\nid = "e"\ntitle = "Opening"\nwhen = "{when}"\nsource = "news"\nquote = "{quote}"\n'
MONDAY = "On Monday the River Union, which was founded in 1946, opened its “new” office – in Hanoi."

BORNE_OUT = {
    "the phrase itself": EVENT.format(when="on Monday", quote=MONDAY),
    "in other words": EVENT.format(when="2024-03-25", quote=MONDAY) + 'words = "On Monday"\n',
    "a date of the quote in other words": EVENT.format(when="2024-03-25", quote=MONDAY),
    "other quotation marks and dashes": EVENT.format(
        when="on Monday", quote=MONDAY.replace("“new”", '\\"new\\"').replace("–", "-")
    ),
    "with what is left out": EVENT.format(when="on Monday", quote="On Monday the River Union … opened … in Hanoi."),
    "a coarser date than the text": EVENT.format(when="March 2024", quote=MONDAY) + 'words = "On Monday"\n',
    "what is only implied": EVENT.format(when="1930", quote=MONDAY) + 'words = "founded in 1946"\nimplied = true\n',
    "no quote": '[[event]]\nid = "e"\ntitle = "Opening"\nwhen = "1999"\nsource = "news"\n',
    "no source": '[[event]]\nid = "e"\ntitle = "Opening"\nwhen = "1999"\nquote = "In 1999"\n',
}
NOT_BORNE_OUT = {
    "quote-gone": EVENT.format(when="2024-03-25", quote="On Tuesday the River Union opened its office."),
    "phrase-gone": EVENT.format(when="2024-03-25", quote=MONDAY) + 'words = "last week"\n',
    "date-differs": EVENT.format(when="2024-03-26", quote=MONDAY) + 'words = "On Monday"\n',
}


def checked(tmp_path, record, text=ARTICLE):
    path = tmp_path / "events.toml"
    path.write_text(f"{SOURCE}\n{record}", encoding="utf-8")
    read = timeline.load(path)
    assert [problem.render() for problem in read.problems if problem.severity == "error"] == []
    return [problem for problem in read.check(texts=lambda _: text) if problem.severity == "error"]


@pytest.mark.parametrize("name", BORNE_OUT)
def test_what_the_text_bears_out(tmp_path, name):
    assert [problem.render() for problem in checked(tmp_path, BORNE_OUT[name])] == []


@pytest.mark.parametrize("code", NOT_BORNE_OUT)
def test_what_it_does_not(tmp_path, code):
    problems = checked(tmp_path, NOT_BORNE_OUT[code])
    assert [problem.code for problem in problems] == [code]
    assert problems[0].line > 0


def test_a_source_whose_text_is_gone(tmp_path):
    problems = checked(tmp_path, EVENT.format(when="on Monday", quote=MONDAY), text=None)
    assert [problem.code for problem in problems] == ["source-gone"]


def test_a_claim_is_held_against_its_own_source(tmp_path):
    claim = '[[event.claim]]\nwhen = "{}"\nsource = "news"\nquote = "The 8th Congress will be held in June 2026."\n'
    event = '[[event]]\nid = "e"\ntitle = "Congress"\nwhen = "2026"\n'
    assert checked(tmp_path, event + claim.format("in June 2026")) == []
    problems = checked(tmp_path, event + claim.format("July 2026"))
    assert [problem.code for problem in problems] == ["phrase-gone"]


def test_articles_are_found_in_a_folder(tmp_path):
    from timeline.cli import main

    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "news.txt").write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "events.toml"
    path.write_text(f"{SOURCE}\n{BORNE_OUT['the phrase itself']}", encoding="utf-8")
    assert main(["--file", str(path), "check", "--sources", str(articles)]) == 0
    (articles / "news.txt").write_text(ARTICLE.replace("Monday", "Tuesday"), encoding="utf-8")
    assert main(["--file", str(path), "check", "--sources", str(articles)]) == 3
    assert main(["--file", str(path), "check", "--sources", str(path)]) == 2

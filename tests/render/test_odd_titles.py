"""What is special to some format is text in every format: what its readers see is the title as it is written."""

import csv
import html
import io
import json
import re
import tomllib
from collections.abc import Callable

import pytest
from icalendar import Calendar
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from picked import picked

from timeline.events.records import Claim, Event, Organisation, Records, Source
from timeline.render import Page, find_format
from timeline.render.clean import clean
from timeline.render.format import exports, names, views

TITLES = {
    "markup of Rich": "[red]danger[/red] [link=http://e.example]x[/link] :smile:",
    "escapes": "\x1b[31mred\x1b[0m \x1b]8;;http://e.example\x07x\x1b]8;;\x07 \x9b2J \x07",
    "pipe": "a | b || c",
    "link": "](x) [l](http://e.example) ![i](j) <http://e.example>",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&amp;",
    "formula": '=HYPERLINK("http://e.example";"x")',
    "other formulas": "+1 -1 @SUM(1)",
    "minus": "-1+cmd|' /C calc'!A0",
    "full-width formula": "\uff1dHYPERLINK()",
    "separators": ";,\n: = # % \\n \\, \\;",
    "override": "\u202egnihton\u202c \u2066isolated\u2069",
    "long": "word " * 2000,
    "long without a blank": "x" * 10_000,
    "backslashes": "C:\\New\\name \\N \\, \\",
    "ends of formats": "END:VCALENDAR --> <!-- /timeline --> ]]> </script> </style> <!-- events --> +++ ---",
    "quotes": "\"\"\" ''' `` ” ' \" \\",
    "emphasis": "*a* _b_ **c** ~~d~~ `e` $f$ ^g^",
    "headings": "# a ## b --- *** === ```",
    "template": "$title {title} %s {{title}} ${title}",
    "tags": "a #tag @someone !important [x] done .end",
    "writing": "조선사회주의녀성동맹 Hội Liên hiệp Phụ nữ 👩‍👧 e\u0301",
}


def of_csv(found: str) -> str:
    title = next(csv.DictReader(io.StringIO(found)))["title"]
    assert not title.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))
    return title.removeprefix("'")


def of_markdown(found: str) -> str:
    tokens = MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin).parse(found)
    lines = [token for token in tokens if token.type == "inline" and token.level > 1]
    assert len(lines) == 1, "one event is one line"
    assert {child.type for child in lines[0].children} <= {"text", "strong_open", "strong_close", "text_special"}
    return "".join(child.content for child in lines[0].children).removeprefix("9 July 2021: ").removesuffix(" (event)")


def of_html(found: str) -> str:
    return html.unescape(re.search(r"<h3[^>]*>([^<]*)</h3>", found)[1])


def of_mermaid(found: str) -> str:
    line = found.splitlines()[-1].partition(" : ")[2]
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), line)


def of_markwhen(found: str) -> str:
    line = next(line for line in found.splitlines() if line.startswith("2021-07-09: "))
    plain = line.removeprefix("2021-07-09: ").removesuffix(" #event")
    assert "#" not in plain
    return plain


def of_table(found: str) -> str:
    return found.splitlines()[1].removeprefix("9 July 2021").strip().removesuffix("event").rstrip()


def of_tree(found: str) -> str:
    return found.splitlines()[-1].partition("9 July 2021: ")[2].removesuffix(" (event)")


def of_chart(found: str) -> str:
    return found.splitlines()[-1].partition("9 July 2021")[2].rpartition("●")[0]


READERS: dict[str, Callable[[str], str]] = {
    "chart": of_chart,
    "csv": of_csv,
    "html": of_html,
    "icalendar": lambda found: str(Calendar.from_ical(found).walk("VEVENT")[0]["summary"]),
    "json": lambda found: json.loads(found)["events"][0]["title"],
    "jsonl": lambda found: json.loads(found.partition("\n")[0])["title"],
    "lines": lambda found: found.split("\t")[2],
    "markdown": of_markdown,
    "markwhen": of_markwhen,
    "mermaid": of_mermaid,
    "table": of_table,
    "timelinejs": lambda found: html.unescape(json.loads(found)["events"][0]["text"]["headline"]),
    "toml": lambda found: tomllib.loads(found)["event"][0]["title"],
    "tree": of_tree,
}
EXACT = ("json", "jsonl", "toml")  # they have escapes for everything


def plain(text: str) -> str:
    return " ".join(text.split())


def narrow(text: str) -> str:
    """Signs in full width as plain ones: markwhen has no escapes."""
    return re.sub(r"[\uff01-\uff5e]", lambda sign: chr(ord(sign[0]) - 0xFEE0), text)


def test_every_format_and_view_has_a_reader() -> None:
    assert set(names()) == set(READERS)
    assert {*exports(), *views()} <= set(READERS)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("case", TITLES)
def test_a_title_is_shown_as_text(name: str, case: str) -> None:
    title = TITLES[case]
    page = Page(width=60_000) if name in ("table", "chart") else Page()
    found = "".join(find_format(name).render(picked(Event("x", title, "2021-07-09")), page))
    harmful = {letter for letter in found if not letter.isprintable() and letter not in "\u200d\n\t"}
    assert harmful <= ({"\r"} if name == "icalendar" else set())
    shown = READERS[name](found)
    if name in EXACT:
        assert shown == title
    elif name == "markwhen":
        assert narrow(shown) == narrow(plain(clean(title)))
    else:
        assert plain(shown) == plain(clean(title))


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("case", TITLES)
def test_what_is_odd_may_stand_anywhere(name: str, case: str) -> None:
    odd = TITLES[case]
    of = Records(
        title=odd,
        organisations={"o": Organisation("o", odd, aliases=(odd,))},
        sources={"s": Source("s", odd, odd, odd, published=odd[:99], url=f"https://example.org/{odd}")},
    )
    event = Event(
        "x", "Plain", "2021-07-09", kind=odd, organisations=("o", odd), people=(odd,), places=(odd,), tags=(odd,),
        words=odd, anchor=odd[:99], source="s", quote=odd, notes=odd, series=odd, number=3,
        claims=(Claim("2021-07", odd, "s", odd),),
    )  # fmt: skip
    options = {"evidence": True} if name in ("markdown", "html") else {}
    page = Page(width=120 if name in views() else 0, options=options)
    found = "".join(find_format(name).render(picked(event, Event("lost", "Lost", None, quote=odd), of=of), page))
    harmful = {letter for letter in found if not letter.isprintable() and letter not in "\u200d\n\t"}
    assert harmful <= ({"\r"} if name == "icalendar" else set())
    if name == "html":
        assert len(re.findall("<script", found)) == 1
    # The title is found where it stands: nothing before it has broken out of its place.
    if name == "markwhen":
        assert "\n2021-07-09: Plain " in found
    elif name in ("table", "tree", "chart", "mermaid", "markdown"):
        assert found.count("Plain") == 1 if name != "markdown" else "**9 July 2021**: Plain (" in found
    else:
        assert READERS[name](found) == "Plain"

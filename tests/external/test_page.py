"""The HTML page in a real browser: search, filters, axis, keyboard, light and dark, print, 10,000 events, axe."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from software import missing, package, program

import timeline
from timeline.events.dating import date_events
from timeline.events.records import Event, Organisation, Records
from timeline.query import select
from timeline.render import Page, find_format

pytestmark = pytest.mark.external
ROOT = Path(__file__).parents[2]
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
SHOWN = "li:not([hidden])"
ODD = [
    "[red]",
    "a | b",
    "](x)",
    "<script>hacked=1</script>",
    "<img src=x onerror=hacked=1>",
    "=HYPERLINK()",
    ";,\\n",
    "$title",
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing('the Python package playwright (pip install ".[external]")')
    where = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=where, args=FLAGS)
        yield started
        started.close()


class Shown:
    """A page in a window of its own, and what it said on the console or asked of the network."""

    def __init__(self, browser: Any, file: Path, anchor: str = "", **context: Any) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(viewport={"width": 1100, "height": 900}, reduced_motion="reduce", **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri() + anchor)
        if context.get("java_script_enabled", True):
            self.page.wait_for_selector("html[data-ready]", state="attached")
        self.file = file

    def close(self) -> None:
        self.context.close()
        assert self.said == []
        assert {url.partition("#")[0] for url in self.asked} == {self.file.as_uri()}

    def status(self, wanted: str) -> None:
        self.page.wait_for_function("wanted => document.getElementById('status').value === wanted", arg=wanted)

    def titles(self) -> list[str]:
        return self.page.locator(f"{SHOWN} h3").evaluate_all("all => all.map(one => one.firstChild.textContent.trim())")

    def tick(self, menu: str, name: str) -> None:
        if self.page.locator(f"#{menu}").get_attribute("open") is None:
            self.page.locator(f"#{menu} > summary").click()
        self.page.locator(f"#{menu} label", has_text=name).first.click()
        self.page.keyboard.press("Escape")

    def focused(self) -> str:
        return self.page.evaluate("(document.activeElement.querySelector('h3') || document.activeElement).textContent")

    def violations(self) -> list[str]:
        self.page.evaluate((package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run()")
        assert len(found["passes"]) > 20
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found["violations"]]


EVENTS = """
title = "A small timeline"
language = "en"
[organisation.vwu]
name = "Vietnam Women's Union"
[organisation.kswu]
name = "Korean Socialist Women's Union"
[source.page]
title = "A page"
url = "https://example.org/"
[[event]]
id = "since"
title = "Member of the federation"
when = "since 1946"
kind = "membership"
organisations = ["vwu"]
[[event]]
id = "congress"
title = "Congress in Hà Nội"
when = "2021-06-20/2021-06-21"
kind = "congress"
organisations = ["kswu"]
source = "page"
quote = "Đại hội was held"
[[event]]
id = "meeting"
title = "Meeting in Hanoi"
when = "2021-07-09"
kind = "meeting"
organisations = ["vwu", "kswu"]
[[event]]
id = "plan"
title = "여성동맹 대회"
when = "2030"
kind = "congress"
status = "planned"
[[event]]
id = "lost"
title = "Lost"
"""


@pytest.fixture
def small(browser: Any, tmp_path: Path) -> Iterator[Any]:
    (tmp_path / "events.toml").write_text(EVENTS, encoding="utf-8")
    file = tmp_path / "page.html"
    file.write_text(timeline.load(tmp_path / "events.toml").render("html"), encoding="utf-8")
    opened = []

    def show(*argv: Any, **context: Any) -> Shown:
        opened.append(Shown(browser, file, *argv, **context))
        return opened[-1]

    yield show
    for one in opened:
        one.close()


def test_it_is_read_without_a_script(small: Any) -> None:
    shown = small(java_script_enabled=False)
    assert len(shown.titles()) == 5
    assert not shown.page.locator("#controls").is_visible()
    shown.page.locator("#e-congress summary").click()
    assert shown.page.locator("#e-congress blockquote").is_visible()


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("ha noi", ["Congress in Hà Nội", "Meeting in Hanoi"]),
        ("HÀ NỘI", ["Congress in Hà Nội", "Meeting in Hanoi"]),
        ("hanoi", ["Congress in Hà Nội", "Meeting in Hanoi"]),
        ("dai hoi", ["Congress in Hà Nội"]),
        ("meeting korean", ["Meeting in Hanoi"]),
        ("women's", ["Member of the federation", "Congress in Hà Nội", "Meeting in Hanoi"]),
        ("동맹", ["여성동맹 대회"]),
        ("planned", ["여성동맹 대회"]),
        ("eeting", []),
        ("(", ["Member of the federation", "Congress in Hà Nội", "Meeting in Hanoi", "여성동맹 대회", "Lost"]),
    ],
)
def test_search(words: str, wanted: list[str], small: Any) -> None:
    shown = small()
    shown.page.keyboard.press("/")
    shown.page.keyboard.type(words)
    shown.status("5 events" if len(wanted) == 5 else f"{len(wanted)} of 5 events")
    assert shown.titles() == wanted
    assert shown.page.locator("#nothing").is_visible() is (not wanted)
    shown.page.keyboard.press("Escape")
    shown.status("5 events")


def test_filters(small: Any) -> None:
    shown = small()
    shown.tick("kinds", "congress")
    shown.status("2 of 5 events")
    shown.tick("kinds", "meeting")
    shown.status("3 of 5 events")
    shown.tick("organisations", "Vietnam")
    shown.status("1 of 5 events")
    assert shown.titles() == ["Meeting in Hanoi"]
    assert shown.page.locator("section:visible > h2").all_text_contents() == ["2021"]
    shown.tick("organisations", "Korean")
    shown.status("2 of 5 events")
    shown.page.locator("#all").click()
    shown.status("5 events")
    assert shown.page.locator("#all").is_disabled()


def test_the_axis_zooms_and_the_list_follows(small: Any) -> None:
    shown = small()
    assert shown.page.locator("#whole").is_disabled()
    shown.page.locator("#canvas").focus()
    for key in ("+",) * 7 + ("End",):
        shown.page.keyboard.press(key)
    shown.page.wait_for_function("() => document.getElementById('status').value.startsWith('2 of 5 events, ')")
    assert shown.titles() == ["Member of the federation", "여성동맹 대회"], "what is open at its end goes on"
    shown.page.keyboard.press("0")
    shown.status("5 events")
    box = shown.page.locator("#canvas").bounding_box()
    shown.page.mouse.move(box["x"] + 5, box["y"] + 20)
    shown.page.keyboard.down("Control")
    shown.page.mouse.wheel(0, -400)
    shown.page.keyboard.up("Control")
    shown.page.wait_for_function("() => document.getElementById('status').value.startsWith('1 of 5 events, ')")
    assert shown.titles() == ["Member of the federation"]
    shown.page.locator("#whole").click()
    shown.status("5 events")
    for name in ("closer", "later", "earlier", "farther"):
        before = shown.page.locator("#status").evaluate("one => one.value")
        shown.page.locator(f"#{name}").click()
        shown.page.wait_for_function("before => document.getElementById('status').value !== before", arg=before)


def test_dragging_moves_and_a_click_on_a_bar_goes_to_its_event(small: Any) -> None:
    shown = small()
    shown.page.locator("#closer").click()
    shown.page.wait_for_function("() => document.getElementById('status').value.includes(' to ')")
    before = shown.page.locator("#status").evaluate("one => one.value")
    box = shown.page.locator("#canvas").bounding_box()
    shown.page.mouse.move(box["x"] + 600, box["y"] + 30)
    shown.page.mouse.down()
    shown.page.mouse.move(box["x"] + 300, box["y"] + 30, steps=4)
    shown.page.mouse.up()
    shown.page.wait_for_function("before => document.getElementById('status').value !== before", arg=before)
    shown.page.locator("#whole").click()
    shown.status("5 events")
    bottom = box["y"] + box["height"] - 26
    shown.page.mouse.move(box["x"] + 400, bottom)
    assert shown.page.locator("#tip").text_content() == "since 1946: Member of the federation"
    shown.page.mouse.down()
    shown.page.mouse.up()
    assert shown.focused() == "Member of the federation"


def test_keyboard(small: Any) -> None:
    shown = small()
    press = shown.page.keyboard.press
    press("/")
    assert shown.page.evaluate("document.activeElement.id") == "search"
    for key, wanted in [("ArrowDown", "Member of the federation"), ("ArrowDown", "Congress in Hà Nội")]:
        press(key)
        assert shown.focused() == wanted
    press("Tab")
    press("Enter")
    assert shown.page.locator("#e-congress blockquote").is_visible()
    press("ArrowUp")
    press("ArrowUp")
    assert shown.page.evaluate("document.activeElement.id") == "search"
    press("Tab")
    press("Enter")
    assert shown.page.locator("#kinds input").first.is_visible()
    press("Tab")
    press("Space")
    shown.status("2 of 5 events")
    press("Escape")
    assert not shown.page.locator("#kinds input").first.is_visible()
    assert shown.page.evaluate("document.activeElement.parentNode.id") == "kinds"


def test_a_link_to_an_event_shows_it_whatever_is_filtered(small: Any) -> None:
    shown = small("#e-plan")
    assert shown.page.evaluate("document.querySelector(':target').id") == "e-plan"
    shown.tick("kinds", "meeting")
    shown.status("1 of 5 events")
    shown.page.evaluate("location.hash = '#e-congress'")
    shown.status("5 events")
    assert shown.page.locator("#e-congress").is_visible()


@pytest.mark.parametrize(
    "locale, wanted",
    [
        ("en", "0 of 1 events, 9 July 2021 to 22 July 2021"),
        ("vi", "0 trong 1 sự kiện, 9 tháng 7, 2021 – 22 tháng 7, 2021"),
        ("ko_KR.UTF-8", "사건 1건 중 0건, 2021년 7월 9일 – 2021년 7월 22일"),
        ("de", "0 of 1 events, 9. Juli 2021 to 22. Juli 2021"),
    ],
)
def test_the_axis_tells_its_days_in_the_language_of_the_page(
    locale: str, wanted: str, browser: Any, tmp_path: Path
) -> None:
    shown = Shown(browser, written(tmp_path / "page.html", Event("x", "X", "2021-07-23"), locale=locale))
    shown.page.locator("#canvas").focus()
    for _ in range(9):
        shown.page.keyboard.press("+")
    shown.page.keyboard.press("Home")
    shown.status(wanted)
    shown.close()


@pytest.mark.parametrize("locale, wanted", [("vi", "năm 234 TCN"), ("ko", "기원전 234년")])
def test_the_controls_are_in_the_language_of_the_page(locale: str, wanted: str, browser: Any, tmp_path: Path) -> None:
    shown = Shown(browser, written(tmp_path / "page.html", Event("x", "X", "-0233"), locale=locale))
    shown.page.evaluate(
        "window.drawn = []; const pen = CanvasRenderingContext2D.prototype, write = pen.fillText;"
        "pen.fillText = function (text, ...at) { window.drawn.push(text); write.call(this, text, ...at); }; null"
    )
    shown.page.locator("#canvas").focus()
    shown.page.keyboard.press("0")
    assert wanted in shown.page.evaluate("window.drawn")
    assert shown.violations() == []
    shown.close()


def test_light_and_dark(small: Any) -> None:
    colours = []
    for scheme in ("light", "dark"):
        shown = small(color_scheme=scheme)
        paper = "getComputedStyle(document.body).backgroundColor"
        pixel = "document.getElementById('canvas').toDataURL()"
        colours.append((shown.page.evaluate(paper), shown.page.evaluate(pixel)))
    assert colours[0][0] == "rgb(252, 252, 250)"
    assert colours[0][0] != colours[1][0]
    assert colours[0][1] != colours[1][1]


def test_print(small: Any) -> None:
    shown = small()
    assert not shown.page.locator("#e-congress blockquote").is_visible()
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown.page.emulate_media(media="print")
    assert shown.page.locator("#e-congress blockquote").is_visible()
    for name in ("form", "#canvas", ".buttons", "#e-congress summary"):
        assert not shown.page.locator(name).first.is_visible(), name
    assert shown.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    shown.page.evaluate("dispatchEvent(new Event('afterprint'))")
    shown.page.emulate_media(media="screen")
    assert not shown.page.locator("#e-congress blockquote").is_visible()
    assert shown.page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1100, 390])
def test_axe_finds_nothing(scheme: str, width: int, small: Any) -> None:
    shown = small(color_scheme=scheme)
    shown.page.set_viewport_size({"width": width, "height": 900})
    assert shown.violations() == []
    shown.page.locator("#organisations > summary").click()
    assert shown.violations() == []
    shown.tick("organisations", "Korean")
    shown.page.locator(f"{SHOWN} summary").first.click()
    assert shown.violations() == []
    shown.page.locator("#closer").click()
    shown.page.wait_for_function("() => document.getElementById('status').value.startsWith('0 of 5 events, ')")
    assert shown.violations() == []
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"


def test_axe_finds_nothing_in_the_timeline_of_this_repository(browser: Any, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(timeline.load(ROOT / "events.toml").render("html"), encoding="utf-8")
    shown = Shown(browser, tmp_path / "page.html")
    shown.page.evaluate("for (const one of document.querySelectorAll('li details')) one.open = true")
    assert shown.violations() == []
    shown.close()


def written(path: Path, *events: Event, organisations: int = 1, locale: str = "en") -> Path:
    known = {f"o{at}": Organisation(f"o{at}", f"Organisation {at}") for at in range(organisations)}
    of = Records(title="<script>hacked=1</script>", organisations=known, events=events)
    selection = select(date_events(of).dated.values(), of)
    path.write_text("".join(find_format("html").render(selection, Page(locale=locale))), encoding="utf-8")
    return path


def test_titles_are_text(browser: Any, tmp_path: Path) -> None:
    titles = [*ODD, "x" * 10_000]
    events = [Event(f"e{at}", title, "2021", quote=title, kind=title, order=at) for at, title in enumerate(titles)]
    shown = Shown(browser, written(tmp_path / "page.html", *events))
    assert shown.titles() == titles
    assert shown.page.evaluate("typeof hacked") == "undefined"
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shown.close()


@pytest.mark.parametrize("years", [100, 1])
def test_ten_thousand_events(years: int, browser: Any, tmp_path: Path) -> None:
    day = partial("{}-{:02}-{:02}".format)
    events = [
        Event(
            f"e{at}", f"Event number {at} in Hà Nội", day(1900 + at % years, at % 12 + 1, at % 28 + 1), order=at,
            kind=("congress", "visit")[at % 2], organisations=(f"o{at % 50}",), quote=f"told on page {at}",
        )
        for at in range(10_000)
    ]  # fmt: skip
    shown = Shown(browser, written(tmp_path / "page.html", *events, organisations=50))
    shown.status("10000 events")
    shown.page.fill("#search", "hanoi 9999")
    shown.status("1 of 10000 events")
    assert shown.titles() == ["Event number 9999 in Hà Nội"]
    shown.page.fill("#search", "")
    shown.status("10000 events")
    shown.tick("kinds", "visit")
    shown.status("5000 of 10000 events")
    shown.tick("organisations", "Organisation 7")
    shown.status("200 of 10000 events")
    shown.page.locator("#all").click()
    shown.page.locator("#closer").click()
    shown.page.wait_for_function("() => document.getElementById('status').value.includes(' to ')")
    assert 0 < shown.page.locator(SHOWN).count() < 10_000
    shown.close()

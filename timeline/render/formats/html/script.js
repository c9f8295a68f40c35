"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const search = $("search"), canvas = $("canvas"), status = $("status"), tip = $("tip"), main = $("events");
  const EPOCH = 719163; // the number of 1970-01-01; day 1 is 0001-01-01
  const CLOSEST = 14; // days that the axis shows at least
  const TICKS = 18, TALLEST = 11, LEAST = 5; // the height of the dates below the bars; of a row of bars at most, at least
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
  // English months here, as the page has them; those of another reader's language as the browser knows them.
  const locale = main.dataset.locale, english = locale.startsWith("en");
  const month = (date) => MONTHS[date.getUTCMonth()];
  const worded = (ours, form) => {
    const theirs = new Intl.DateTimeFormat(locale, { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn", ...form });
    return english ? ours : (date) => theirs.format(date);
  };
  const monthName = worded((date) => month(date).slice(0, 3), { month: "short" });
  const dayOfMonth = worded((date) => `${date.getUTCDate()} ${month(date).slice(0, 3)}`, { day: "numeric", month: "short" });
  const dayOfYear = worded((date) => `${date.getUTCDate()} ${month(date)} ${date.getUTCFullYear()}`, { day: "numeric", month: "long", year: "numeric" });

  // The page's own words, with fields in braces.
  const own = JSON.parse(main.dataset.words);
  const say = (form, fields) => own[form].replace(/{(\w+)}/g, (_, name) => fields[name]);

  const number = (text, otherwise) => (text === undefined ? otherwise : +text);
  const events = Array.from(main.querySelectorAll("li"), (li) => ({
    li, text: null, shown: true,
    from: number(li.dataset.from, -Infinity), to: number(li.dataset.to, Infinity),
    dated: "from" in li.dataset || "to" in li.dataset, vague: "vague" in li.dataset,
    kind: li.dataset.kind, organisations: (li.dataset.org || "").split(" "), family: li.className,
  }));
  // The events stand in lists, a section has one or more of them.
  const lists = new Map(Array.from(main.querySelectorAll("ol"), (list) => [list, 0]));

  // The whole time: from the first to the last day that is known, with some room.
  let first = Infinity, last = -Infinity;
  for (const one of events) {
    for (const day of [one.from, one.to]) if (Number.isFinite(day)) { first = Math.min(first, day); last = Math.max(last, day); }
  }
  if (first > last) $("axis").hidden = true;
  const room = Math.max(CLOSEST, (last - first) * 0.02);
  const whole = { from: first - room, to: last + 1 + room };
  let view = { ...whole };

  // Filters
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");
  const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) || [];
  // A word is found by its beginning, one of a script without blanks anywhere; "hanoi" finds Hà Nội, and "ha noi" Hanoi.
  const pattern = (term) => new RegExp((/^[\x00-\x7f]+$/.test(term) ? " " : "") + [...term].join(" ?"), "u");
  const chosen = (id) => new Set(Array.from($(id).querySelectorAll("input:checked"), (box) => box.value));
  const isWhole = () => view.from <= whole.from && view.to >= whole.to;

  function apply() {
    const terms = words(search.value), patterns = terms.map(pattern), joined = terms.length > 1 && pattern(terms.join(""));
    const kinds = chosen("kinds"), organisations = chosen("organisations"), all = isWhole();
    let count = 0;
    for (const list of lists.keys()) lists.set(list, 0);
    for (const one of events) {
      if (terms.length && one.text === null) one.text = ` ${words(one.li.textContent).join(" ")} `;
      const matches = (!kinds.size || kinds.has(one.kind))
        && (!organisations.size || one.organisations.some((name) => organisations.has(name)))
        && (patterns.every((each) => each.test(one.text)) || (joined && joined.test(one.text)));
      const shown = matches && (all || (one.dated && one.from < view.to && one.to >= view.from));
      one.drawn = matches;
      if (shown !== one.shown) { one.shown = shown; one.li.hidden = !shown; }
      if (shown) { count += 1; lists.set(one.li.parentNode, lists.get(one.li.parentNode) + 1); }
    }
    for (const section of main.querySelectorAll("section")) section.hidden = true;
    for (const [list, shown] of lists) {
      list.hidden = !shown;
      list.style.containIntrinsicSize = `auto ${shown * 5.6}rem`; // the height that it is thought to have while out of sight
      if (shown) list.parentNode.hidden = false;
    }
    for (const id of ["kinds", "organisations"]) $(id).classList.toggle("chosen", chosen(id).size > 0);
    $("nothing").hidden = count > 0;
    tell(count, all);
    draw();
  }

  function tell(count, all) {
    const form = count < events.length ? "some" : count === 1 ? "one" : "count", words = say(form, { n: count, all: events.length });
    status.value = all ? words : `${words}, ${say("time", { first: dayName(view.from), last: dayName(view.to - 1) })}`;
    $("all").disabled = count === events.length && all && !search.value && !chosen("kinds").size && !chosen("organisations").size;
    $("whole").disabled = all;
    status.toggleAttribute("data-all", count === events.length); // on paper the heading says it already
  }

  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(apply, 80); };

  // Days and years. Beyond what a Date can hold a year is reckoned by its mean length.
  const asDate = (day) => new Date((Math.floor(day) - EPOCH) * 864e5);
  const year = (day) => { const date = asDate(day); return isNaN(date) ? Math.floor(day / 365.2425) + 1 : date.getUTCFullYear(); };
  const dayOf = (y, month = 0, day = 1) => {
    const time = new Date(Date.UTC(2000, month, day)).setUTCFullYear(y);
    return isNaN(time) ? (y - 1) * 365.2425 : time / 864e5 + EPOCH;
  };
  const yearName = (y) => (y > 0 ? String(y) : say("bce", { n: 1 - y }));
  const dayName = (day) => {
    const date = asDate(day);
    if (isNaN(date)) return yearName(year(day));
    return date.getUTCFullYear() > 0 ? dayOfYear(date) : `${dayOfMonth(date)} ${yearName(date.getUTCFullYear())}`;
  };

  // The axis
  let bars = [], lane = TALLEST;
  const x = (day) => ((day - view.from) / (view.to - view.from)) * canvas.clientWidth;
  const day = (px) => view.from + (px / canvas.clientWidth) * (view.to - view.from);
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);

  function draw() {
    const width = canvas.clientWidth, height = canvas.clientHeight, ratio = devicePixelRatio || 1;
    if (!width) return;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const floor = height - TICKS - 2;
    drawTicks(pen, width, floor, height);
    const seen = events.filter((one) => one.drawn && one.dated && one.from < view.to && one.to >= view.from);
    bars = packed(seen, width, floor);
    if (bars) drawBars(pen, floor); else drawDensity(pen, seen, width, floor);
  }

  // Bars in rows without overlap, the rows as tall as there is room; null where they do not fit.
  function packed(seen, width, floor) {
    if (seen.length > 600) return null;
    const ends = [], made = [];
    for (const one of [...seen].sort((a, b) => a.from - b.from)) {
      const left = Math.max(x(one.from), -4), right = Math.max(Math.min(x(one.to + 1), width + 4), left + 7);
      const free = ends.findIndex((end) => end < left), row = free < 0 ? ends.length : free;
      if ((row + 1) * LEAST > floor) return null;
      ends[row] = right + 2;
      made.push({ one, left, right, row });
    }
    lane = Math.min(TALLEST, floor / ends.length);
    return made;
  }

  function drawBars(pen, floor) {
    const colours = new Map();
    for (const { one, left, right, row } of bars) {
      if (!colours.has(one.family)) colours.set(one.family, colour(`--${one.family}`));
      pen.fillStyle = pen.strokeStyle = colours.get(one.family);
      pen.globalAlpha = one.vague ? 0.35 : 1;
      pen.beginPath();
      pen.roundRect(left, floor - (row + 1) * lane, right - left, lane * 0.75, Math.min(3, lane / 3));
      pen.fill();
      pen.globalAlpha = 1;
      if (one.vague) pen.stroke();
    }
  }

  // How many events there are at a place, each by the middle of its days, in the colours of their kinds.
  function drawDensity(pen, seen, width, floor) {
    const size = 6, columns = new Map(), families = [...new Set(events.map((one) => one.family))];
    let most = 1;
    for (const one of seen) {
      const from = Math.max(one.from, view.from), to = Math.min(one.to, view.to - 1);
      const at = Math.floor(x((from + to) / 2 + 0.5) / size);
      const column = columns.get(at) || { sum: 0 };
      columns.set(at, column);
      column.sum += 1;
      column[one.family] = (column[one.family] || 0) + 1;
      most = Math.max(most, column.sum);
    }
    const colours = families.map((family) => colour(`--${family}`));
    for (const [at, column] of columns) {
      const tall = Math.max(3, Math.sqrt(column.sum / most) * (floor - 6));
      let foot = floor;
      families.forEach((family, nth) => {
        const part = (tall * (column[family] || 0)) / column.sum;
        pen.fillStyle = colours[nth];
        pen.fillRect(at * size, foot - part, size - 1, part);
        foot -= part;
      });
    }
  }

  // The finest step whose dates have room: days, months, years and their multiples.
  function ticks(width) {
    const least = ((view.to - view.from) / width) * 78;
    const found = [];
    const add = (at, label) => { if (at > view.from && at < view.to) found.push([x(at), label]); };
    if (least <= 16) {
      const step = [1, 2, 5, 10, 16].find((days) => days >= least);
      for (let at = Math.ceil(view.from); at < view.to; at += 1) {
        const date = asDate(at), of = date.getUTCDate();
        if (of === 1 || (step === 1) || ((of - 1) % step === 0 && of + step / 2 < 31)) {
          add(at, dayOfMonth(date));
        }
      }
    } else if (least <= 183) {
      const step = [1, 2, 3, 6].find((months) => months * 30.5 >= least) || 6;
      for (let y = year(view.from); y <= year(view.to); y += 1) {
        for (let month = 0; month < 12; month += step) add(dayOf(y, month), month ? monthName(asDate(dayOf(y, month))) : yearName(y));
      }
    } else {
      let step = 1;
      for (let at = 0; step * 365.25 < least; at += 1) step *= [2, 2.5, 2][at % 3];
      for (let y = Math.ceil(year(view.from) / step) * step; y <= year(view.to); y += step) add(dayOf(y), yearName(y));
    }
    return found;
  }

  function drawTicks(pen, width, floor, height) {
    pen.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    pen.textBaseline = "middle";
    pen.strokeStyle = colour("--line");
    pen.fillStyle = colour("--soft");
    pen.beginPath();
    for (const [at, label] of ticks(width)) {
      pen.moveTo(Math.round(at) + 0.5, 0);
      pen.lineTo(Math.round(at) + 0.5, height);
      pen.fillText(label, at + 5, height - TICKS / 2);
    }
    pen.moveTo(0, floor + 1.5);
    pen.lineTo(width, floor + 1.5);
    pen.stroke();
  }

  function look(from, to) {
    const most = whole.to - whole.from, span = Math.min(Math.max(to - from, CLOSEST), most);
    const middle = (from + to) / 2;
    const start = Math.min(Math.max(middle - span / 2, whole.from), whole.to - span);
    view = { from: start, to: start + span };
    draw();
    soon();
  }
  const move = (share) => look(view.from + share * (view.to - view.from), view.to + share * (view.to - view.from));
  const zoom = (factor, at = (view.from + view.to) / 2) => look(at - (at - view.from) * factor, at + (view.to - at) * factor);
  const showWhole = () => look(whole.from, whole.to);

  $("earlier").onclick = () => move(-0.4);
  $("later").onclick = () => move(0.4);
  $("closer").onclick = () => zoom(0.5);
  $("farther").onclick = () => zoom(2);
  $("whole").onclick = showWhole;
  canvas.addEventListener("keydown", (event) => {
    const act = {
      ArrowLeft: () => move(-0.15), ArrowRight: () => move(0.15), "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), 0: showWhole,
      Home: () => look(whole.from, whole.from + view.to - view.from), End: () => look(whole.to - view.to + view.from, whole.to),
    }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); act(); }
  });
  // The wheel scrolls the page, and zooms with Ctrl, as on a map inside a page.
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(event.deltaY * 0.003), day(event.offsetX));
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => zoom(0.4, day(event.offsetX)));

  let held = null;
  canvas.addEventListener("pointerdown", (event) => {
    held = { x: event.clientX, from: view.from, to: view.to, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!held) return point(event);
    const by = event.clientX - held.x;
    held.moved ||= Math.abs(by) > 4;
    const days = (by / canvas.clientWidth) * (held.to - held.from);
    if (held.moved) look(held.from - days, held.to - days);
  });
  canvas.addEventListener("pointerup", (event) => {
    const bar = held && !held.moved && barAt(event);
    held = null;
    if (bar) go(bar.one);
  });
  for (const name of ["pointercancel", "pointerleave"]) canvas.addEventListener(name, () => { held = null; tip.hidden = true; });

  function barAt(event) {
    const row = Math.floor((canvas.clientHeight - TICKS - 2 - event.offsetY) / lane);
    return bars && bars.find((bar) => bar.row === row && bar.left - 2 <= event.offsetX && event.offsetX <= bar.right + 2);
  }

  function point(event) {
    const bar = barAt(event);
    tip.hidden = !bar;
    canvas.style.cursor = bar ? "pointer" : "";
    if (!bar) return;
    tip.textContent = `${bar.one.li.querySelector(".when").textContent}: ${bar.one.li.querySelector("h3").textContent}`;
    const half = Math.min(tip.offsetWidth, canvas.clientWidth) / 2;
    tip.style.left = `${Math.min(Math.max(event.offsetX, half), canvas.clientWidth - half)}px`;
    tip.style.top = `${event.offsetY - 8}px`;
  }

  // Events by keyboard: one of them is in the order of tabs.
  function go(one) {
    for (const other of main.querySelectorAll("li[tabindex]")) other.removeAttribute("tabindex");
    one.li.tabIndex = 0;
    one.li.focus({ preventScroll: true });
    one.li.scrollIntoView({ block: "nearest" });
  }
  const step = (by) => {
    const shown = events.filter((one) => one.shown);
    const at = shown.findIndex((one) => one.li.contains(document.activeElement));
    const next = shown[at < 0 ? 0 : at + by];
    if (next) go(next); else if (at + by < 0) search.focus();
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const on = document.activeElement, inList = main.contains(on);
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(on.tagName)) { event.preventDefault(); search.focus(); search.select(); }
    else if (event.key === "ArrowDown" && (inList || on === search)) { event.preventDefault(); step(1); }
    else if (event.key === "ArrowUp" && inList) { event.preventDefault(); step(-1); }
    else if (event.key === "Escape") escape();
  });
  function escape() {
    const open = document.querySelector(".menu[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
    else if (document.activeElement === search && search.value) { search.value = ""; apply(); }
  }

  search.addEventListener("input", soon);
  document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  document.querySelector("form").addEventListener("reset", () => { view = { ...whole }; setTimeout(apply); });
  for (const menu of document.querySelectorAll(".menu")) menu.addEventListener("change", apply);
  addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });

  // A link to an event shows it, whatever is filtered.
  function arrive() {
    const one = location.hash && events.find((other) => other.li.id === decodeURIComponent(location.hash.slice(1)));
    if (!one) return;
    if (!one.shown) { document.querySelector("form").reset(); view = { ...whole }; apply(); }
    one.li.scrollIntoView();
  }
  addEventListener("hashchange", arrive);

  // On paper what is told in <details> is told.
  const opened = [];
  addEventListener("beforeprint", () => {
    if (opened.length) return;
    opened.push(...main.querySelectorAll("details:not([open])"));
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of opened.splice(0)) one.open = false; });

  const measure = () => document.documentElement.style.setProperty("--head", getComputedStyle($("controls")).position === "sticky" ? `${$("controls").offsetHeight + 8}px` : "1rem");
  addEventListener("resize", () => { measure(); draw(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);

  $("controls").hidden = false;
  if (events.length) events[0].li.tabIndex = 0;
  measure();
  apply();
  arrive();
  document.documentElement.dataset.ready = "";
})();

// Reads a list of Mermaid texts from standard input and writes what Mermaid's own parser found in each.
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html>", { pretendToBeVisual: true });
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, maxTextSize: 1e9 });

let given = "";
for await (const piece of process.stdin) given += piece;

// What Mermaid puts in place of an entity until it draws: see encodeEntities and decodeEntities in its source.
const drawn = (text) => {
  const holder = window.document.createElement("textarea");
  holder.innerHTML = text.replace(/ﬂ°°/g, "&#").replace(/ﬂ°/g, "&").replace(/¶ß/g, ";");
  return holder.value;
};

const found = [];
for (const text of JSON.parse(given)) {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  found.push({
    type: diagram.type,
    title: drawn(diagram.db.getCommonDb().getDiagramTitle()),
    sections: diagram.db.getSections().map(drawn),
    tasks: diagram.db.getTasks().map(({ section, task, events }) => ({
      section: drawn(section), date: drawn(task).trim(), titles: events.map((one) => drawn(one).trim()),
    })),
  });
}
process.stdout.write(JSON.stringify(found));
process.exit(0);

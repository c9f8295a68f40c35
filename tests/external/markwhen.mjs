// Reads a list of markwhen texts from standard input and writes what markwhen's own parser found in each.
import { isEvent, iter, parse } from "@markwhen/parser";

let given = "";
for await (const piece of process.stdin) given += piece;

const found = JSON.parse(given).map((text) => {
  const { events, header, parseMessages } = parse(text);
  const list = [];
  const groups = [];
  for (const { eventy } of iter(events)) {
    if (!isEvent(eventy)) {
      if (eventy.title) groups.push(eventy.title);
      continue;
    }
    list.push({
      from: eventy.dateRangeIso.fromDateTimeIso,
      to: eventy.dateRangeIso.toDateTimeIso,
      text: eventy.firstLine.restTrimmed ?? eventy.firstLine.rest,
      tags: eventy.tags,
      properties: eventy.properties,
      more: eventy.supplemental.map(({ raw }) => raw ?? null),
      completed: eventy.completed ?? null,
    });
  }
  return { title: header.title, messages: parseMessages, groups, events: list };
});
process.stdout.write(JSON.stringify(found));

/** The title and the body as Markdown; a rule between two documents. */
import type { Article, BodyPart } from "../model.js";
import { escapeHeading, escapeMarkdown } from "./escapeMarkdown.js";
import type { Formatter } from "./formatter.js";
import { ItemMarks } from "./markdownList.js";
import { pipeTable } from "./markdownTable.js";

const MINIMAL_FENCE = "```";
const BACKTICKS = /`+/g;

/** The title has the first level to itself. */
const FIRST_LEVEL = 2;

export function markdown(): Formatter {
  return {
    begin: "",
    between: "\n---\n\n",
    record: page,
    end: () => "",
  };
}

function page({ title, body }: Article): string {
  let out = title === null ? "" : `# ${escapeHeading(title)}\n`;
  let previous: BodyPart | null = null;
  let marks = new ItemMarks();
  for (const part of body) {
    const same = part.type === previous?.type;
    if (part.type !== "list" || !same) marks = new ItemMarks();
    // Items of one list stand together, paragraphs of one quote too; everything else is set apart.
    if (out !== "" && !(part.type === "list" && same)) out += part.type === "quote" && same ? ">\n" : "\n";
    out += `${markup(part, marks)}\n`;
    previous = part;
  }
  return out;
}

function markup(part: BodyPart, marks: ItemMarks): string {
  const { type, text } = part;
  switch (type) {
    case "heading":
      return `${"#".repeat(Math.max(FIRST_LEVEL, part.level ?? FIRST_LEVEL))} ${escapeHeading(text)}`;
    case "list":
      return marks.item(part, broken(text));
    case "code":
      return fenced(text);
    case "quote":
      return `> ${broken(text).replaceAll("\n", "\n> ")}`;
    case "table":
      return part.rows === undefined ? broken(text) : pipeTable(part.rows);
    case "paragraph":
      return broken(text);
  }
}

/** Escaped text whose line breaks stay ones when it is shown. */
const broken = (text: string): string => escapeMarkdown(text).replaceAll("\n", "\\\n");

/** The fence is longer than any run of backticks in the code. */
function fenced(code: string): string {
  let fence = MINIMAL_FENCE;
  for (const [run] of code.matchAll(BACKTICKS)) if (run.length >= fence.length) fence = `${run}\``;
  return `${fence}\n${code}\n${fence}`;
}

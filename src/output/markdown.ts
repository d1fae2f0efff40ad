/** The title and the body as Markdown; a rule between two documents. */
import type { Article, BodyPart } from "../model.js";
import { escapeHeading, escapeMarkdown } from "./escapeMarkdown.js";
import type { Formatter } from "./formatter.js";

const MINIMAL_FENCE = "```";
const BACKTICKS = /`+/g;

export function markdown(): Formatter {
  return {
    begin: "",
    record: (article, index) => (index === 0 ? "" : "\n---\n\n") + page(article),
    end: () => "",
  };
}

function page({ title, body }: Article): string {
  let out = title === null ? "" : `# ${escapeHeading(title)}\n`;
  let previous: BodyPart | null = null;
  for (const part of body) {
    // Items of one list stand together; everything else is set apart.
    const sameList = part.type === "list" && previous?.type === "list";
    if (out !== "" && !sameList) out += "\n";
    out += `${markup(part)}\n`;
    previous = part;
  }
  return out;
}

function markup({ type, text }: BodyPart): string {
  switch (type) {
    case "heading":
      return `## ${escapeHeading(text)}`;
    case "list":
      return `- ${escapeMarkdown(text).replaceAll("\n", "\n  ")}`;
    case "code":
      return fenced(text);
    case "paragraph":
      return escapeMarkdown(text);
  }
}

/** The fence is longer than any run of backticks in the code. */
function fenced(code: string): string {
  let fence = MINIMAL_FENCE;
  for (const [run] of code.matchAll(BACKTICKS)) if (run.length >= fence.length) fence = `${run}\``;
  return `${fence}\n${code}\n${fence}`;
}

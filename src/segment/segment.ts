/** Text -> blocks: recognise the layout, put lines together that belong together, split what was glued. */
import type { Block, Segmentation, Span } from "../model.js";
import { stripBullet } from "./bullets.js";
import { codeDraft, codeRun } from "./code.js";
import { Draft } from "./draft.js";
import { joinFragments } from "./fragments.js";
import { splitGlued } from "./glue.js";
import { type RecognisedLayout, recogniseLayout } from "./layout.js";
import { type Line, splitLines } from "./lines.js";
import { splitOneLine } from "./one-line.js";
import { reflow } from "./wrapped.js";

/** The blocks of a text. Every non-blank line is in exactly one of them. */
export function segment(text: string): Segmentation {
  const { count, lines } = splitLines(text);
  const layout = recogniseLayout(lines);
  const drafts = draftsOf(lines, layout);
  return {
    layout: layout.kind,
    lineCount: count,
    blocks: drafts.map((draft) => toBlock(draft, layout.kind === "one-line")),
  };
}

function draftsOf(lines: readonly Line[], layout: RecognisedLayout): readonly Draft[] {
  const drafts: Draft[] = [];
  const unread: Line[] = [];
  const flush = () => {
    if (unread.length > 0) drafts.push(...proseDrafts(unread.splice(0), layout));
  };
  for (let i = 0; i < lines.length; i++) {
    const run = codeRun(lines, i);
    const line = lines[i];
    if (line === undefined) break;
    if (run === 0) {
      unread.push(line);
      continue;
    }
    flush();
    drafts.push(codeDraft(lines.slice(i, i + run)));
    i += run - 1;
  }
  flush();
  return drafts;
}

function proseDrafts(lines: readonly Line[], layout: RecognisedLayout): Draft[] {
  if (layout.kind === "wrapped") return reflow(lines, layout.margins);
  const drafts = lines.map((line) => {
    const { text, bulleted } = stripBullet(line.text);
    return new Draft(text, bulleted ? "list" : "text", line.number, line.afterBlank);
  });
  return layout.kind === "micro" ? drafts : joinFragments(drafts);
}

function toBlock(draft: Draft, oneLine: boolean): Block {
  if (draft.form === "code")
    return { lines: draft.lines, spans: [{ text: draft.text, lines: draft.lines, form: "code" }] };
  const parts = oneLine ? splitOneLine(draft.text) : splitGlued(draft.text);
  let from = 0;
  const spans = parts.map((text): Span => {
    const start = draft.text.indexOf(text, from);
    from = start + text.length;
    return { text, lines: draft.linesOf(start, from), form: draft.form };
  });
  return { lines: draft.lines, spans };
}

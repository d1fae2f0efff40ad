/** Text -> blocks: recognise the layout, put lines together that belong together, split what was glued. */
import type { Block, Layout, LineRange, Segmentation, Span } from "../model.js";
import { stripBullet } from "./bullets.js";
import { codeDraft, codeRun, fencesIn } from "./code.js";
import { Draft } from "./draft.js";
import { joinFragments } from "./fragments.js";
import { splitGlued } from "./glue.js";
import { ONE_LINE_CHARACTERS, type RecognisedLayout, recogniseLayout } from "./layout.js";
import { type Line, splitLines } from "./lines.js";
import { withoutLineMarks } from "./markdown.js";
import { type Marks, recogniseMarks } from "./marks.js";
import { splitOneLine } from "./one-line.js";
import { withoutStrayTags } from "./strayTags.js";
import { tableDraft, tableOf, tableRun } from "./table.js";
import { reflow } from "./wrapped.js";

/** The blocks of a text. Every non-blank line is in exactly one of them; where tags part a line, each of its parts is. */
export function segment(text: string): Segmentation {
  const unmarkedLines = withoutLineMarks(text);
  const plain = unmarkedLines ?? text;
  const untagged = withoutStrayTags(plain);
  const { count, lines } = splitLines(untagged?.text ?? plain, untagged?.added);
  const layout = recogniseLayout(lines);
  const drafts = draftsOf(lines, layout);
  const marks = recogniseMarks(lines, {
    isMarkdown: unmarkedLines !== null,
    hasHeadings: unmarkedLines !== null || untagged !== null,
  });
  return {
    layout: layout.kind,
    lineCount: count,
    blocks: drafts.map((draft) => toBlock(unmarked(draft, marks), layout.kind)),
  };
}

function draftsOf(lines: readonly Line[], layout: RecognisedLayout): readonly Draft[] {
  const drafts: Draft[] = [];
  let unread: Line[] = [];
  const flush = () => {
    if (unread.length === 0) return;
    for (const draft of proseDrafts(unread, layout)) drafts.push(draft);
    unread = [];
  };
  const fences = fencesIn(lines);
  for (let i = 0; i < lines.length; i++) {
    const fence = fences.get(i);
    if (fence !== undefined) {
      flush();
      if (fence > i + 1) drafts.push(codeDraft(lines.slice(i + 1, fence)));
      i = fence;
      continue;
    }
    const line = lines[i];
    if (line === undefined) break;
    const table = tableRun(lines, i);
    const code = table > 0 ? 0 : codeRun(lines, i);
    if (table === 0 && code === 0) {
      unread.push(line);
      continue;
    }
    flush();
    const run = lines.slice(i, i + table + code);
    drafts.push(table > 0 ? tableDraft(run) : codeDraft(run));
    i += run.length - 1;
  }
  flush();
  return drafts;
}

function proseDrafts(lines: readonly Line[], layout: RecognisedLayout): Draft[] {
  if (layout.kind === "wrapped") return reflow(lines, layout.margins);
  const drafts: Draft[] = [];
  for (const line of lines) {
    const last = drafts.at(-1);
    if (last !== undefined && layout.kind === "lines" && isInsideNode(line)) {
      last.append(line.text, line.number, line.tight);
      continue;
    }
    const { text, bulleted } = stripBullet(line.text);
    drafts.push(new Draft(text, bulleted ? "list" : "text", line.number, line.afterBlank, line.tight));
  }
  return layout.kind === "micro" ? drafts : joinFragments(drafts);
}

/** Whoever prints a text node a line strips its ends: white space at a line's start is from within a node. */
function isInsideNode(line: Line): boolean {
  return line.indent > 0 && !line.afterBlank;
}

/** Marks may run over several lines, so that the pieces of what is left are no more known to stand on one of them. */
function unmarked(draft: Draft, marks: Marks | null): Draft {
  if (marks === null || draft.form === "code") return draft;
  if (draft.rows !== null)
    return tableOf(
      draft,
      draft.rows.map((row) => row.map((cell) => (cell === "" ? "" : marks.unmark(cell)))),
    );
  const plain = draft.withText(marks.unmark(draft.text));
  plain.level = marks.levelOf(draft.text);
  return plain;
}

/** The parts of a text that is more than one; null for all others. */
function partsOf({ text, form, tight }: Draft, layout: Layout): readonly string[] | null {
  if (form === "code" || form === "table") return null;
  const isPage = layout === "one-line" && text.length >= ONE_LINE_CHARACTERS;
  if (!isPage && !tight) return null;
  const parts = isPage ? splitOneLine(text) : splitGlued(text);
  return parts.length === 1 ? null : parts;
}

function toBlock(draft: Draft, layout: Layout): Block {
  const { text, lines, form, outdented } = draft;
  const parts = partsOf(draft, layout);
  if (parts === null) return { lines, spans: [wholeSpan(draft, lines)] };
  let from = 0;
  const spans = parts.map((part): Span => {
    const start = text.indexOf(part, from);
    from = start + part.length;
    return { text: narrow(part), lines: draft.linesOf(start, from), form, outdented };
  });
  return { lines, spans };
}

function wholeSpan({ text, form, outdented, level, rows }: Draft, lines: LineRange): Span {
  const span = { text: form === "code" ? text : narrow(text), lines, form, outdented };
  if (level === 0 && rows === null) return span;
  return { ...span, ...(level > 0 ? { level } : {}), ...(rows === null ? {} : { rows }) };
}

/** With plain spaces alone: wide ones were kept for the splitting (lines.ts). */
function narrow(text: string): string {
  return text.includes("\u3000") ? text.replaceAll("\u3000", " ") : text;
}

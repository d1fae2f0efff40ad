/** Tables of Markdown: rows of cells between bars, the first above a row of hyphens. */
import { Draft } from "./draft.js";
import type { Line } from "./lines.js";

const ROW = /^\|.*\|$/;
const RULE = /^\|(?:\s?:?-+:?\s?\|)+$/;
/** Between two cells; a bar behind a backslash is text. */
const BAR = /(?<!\\)\|/;

/** Lines from `at` on that are one table; 0 when there is none. */
export function tableRun(lines: readonly Line[], at: number): number {
  if (!isRow(lines[at]) || !RULE.test(lines[at + 1]?.text ?? "")) return 0;
  let end = at + 2;
  while (isRow(lines[end]) && lines[end]?.afterBlank === false) end++;
  return end - at;
}

const isRow = (line: Line | undefined): boolean => line?.text.startsWith("|") === true && ROW.test(line.text);

export function tableDraft(lines: readonly Line[]): Draft {
  const [first] = lines;
  if (first === undefined) throw new RangeError("a table has a line");
  const draft = new Draft(first.text, "table", first.number, first.afterBlank, false);
  for (const line of lines.slice(1)) draft.appendCode(line.text, line.number);
  const rows = lines.filter((_, i) => i !== 1).map(({ text }) => cellsOf(text));
  return tableOf(draft, rows);
}

/** The draft with these rows for its text. */
export function tableOf(draft: Draft, rows: readonly (readonly string[])[]): Draft {
  const table = draft.withText(rows.map((cells) => cells.join("\t")).join("\n"));
  table.rows = rows;
  return table;
}

const cellsOf = (row: string): string[] =>
  row
    .slice(1, -1)
    .split(BAR)
    .map((cell) => cell.replaceAll("\\|", "|").trim());

/** The second part of the explain view of a page: for each field what was taken, where from, and what was not. */
import type { ChalkInstance } from "chalk";
import type { Choice } from "../article/metadata/candidate.js";
import { shorten } from "./explain.js";

/** Characters of a value that are shown. */
const EXCERPT = 60;
/** Rejected values of one field that are shown. */
const MOST_REJECTED = 12;

interface Row {
  readonly field: string;
  readonly value: string;
  readonly source: string;
  /** "" for what was taken. */
  readonly reason: string;
}

export function* explainChoices(choices: readonly Choice[], paint: ChalkInstance): Generator<string> {
  const rows = choices.flatMap(rowsOf);
  const field = Math.max(0, ...rows.map((row) => row.field.length));
  const source = Math.max(0, ...rows.map((row) => row.source.length));
  if (rows.length > 0) yield "\n";
  for (const row of rows) {
    const text = `${row.field.padEnd(field)}  ${row.source.padEnd(source)}  ${row.value}`;
    yield row.reason === "" ? `${paint.cyan(text)}\n` : `${paint.dim(`${text}  (${row.reason})`)}\n`;
  }
}

function rowsOf({ field, taken, rejected }: Choice): Row[] {
  const rows = [
    ...taken.map((one) => ({ ...one, field, reason: "" })),
    ...rejected.slice(0, MOST_REJECTED).map((one) => ({ ...one, field: "", reason: one.reason })),
  ];
  return rows.map((row) => ({
    ...row,
    value: shorten(row.value, EXCERPT),
    source: shorten(row.source, EXCERPT),
  }));
}

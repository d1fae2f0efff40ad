/** Rows of cells as a pipe table of GitHub's Markdown: the first row is its head. */
import { escapeMarkdown } from "./escapeMarkdown.js";

/** Further rows may have fewer cells than the head, so that only the head is filled up. */
export function pipeTable(rows: readonly (readonly string[])[]): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const [head = [], ...others] = rows;
  const whole = [...head, ...new Array<string>(columns - head.length).fill("")];
  return [
    line(whole),
    line(
      whole.map(() => "---"),
      String,
    ),
    ...others.map((row) => line(row)),
  ].join("\n");
}

const line = (cells: readonly string[], show: (cell: string) => string = cell): string =>
  `| ${cells.map(show).join(" | ")} |`;

const ADDRESS = /https?:\/\/[^\s<>]+/giu;

/**
 * A bar would end the cell unless a backslash stands before it that is none of the text's own. In an address, where a
 * backslash would stay, a bar can be written so.
 */
function cell(text: string): string {
  const plain = text.replaceAll("\n", " ").replace(ADDRESS, (address) => address.replaceAll("|", "%7C"));
  return escapeMarkdown(plain).replace(/(\\*)\|/g, (bar, before: string) =>
    before.length % 2 === 1 ? bar : `${before}\\|`,
  );
}

/** Tells tables of data from tables that lay out a page, and reads their rows. */
import type { Span } from "../../model.js";
import { Element } from "./element.js";

/** A table of data has two rows and two columns at least. */
const LEAST_ROWS = 2;
const LEAST_COLUMNS = 2;
/** Longer cells are text: of a layout, or of a table that is read as text is. */
const LONGEST_CELL = 600;

interface Place {
  readonly cell: Element;
  readonly row: Element;
}

/** The nearest cell and row around a block, inside of the table; null for a block of a table in the table. */
function placeOf(block: Span, table: Element): Place | null {
  let cell: Element | null = null;
  let at = block.hints?.element ?? null;
  for (; at instanceof Element && at !== table; at = at.parent) {
    if (at.tag === "table") return null;
    if (at.tag === "td" || at.tag === "th") cell = at;
    else if (at.tag === "tr") return cell === null ? null : { cell, row: at };
  }
  return null;
}

const isCaption = (block: Span): boolean => block.hints?.holder.tag === "caption";

/** Makes the cells of a table that has just ended one block behind its caption, if it is a table of data. */
export function joinTable(blocks: Span[], table: Element): void {
  const inside = blocks.slice(table.start);
  const captions = inside.filter(isCaption);
  const cells = captions.length === 0 ? inside : inside.filter((block) => !isCaption(block));
  const first = cells[0];
  if (first?.hints === undefined || !isDataTable(cells, table)) return;
  const rows = rowsOf(cells, table);
  const characters = cells.reduce((sum, { text }) => sum + text.length, 0);
  const linked = cells.reduce((sum, { text, hints }) => sum + text.length * (hints?.linkDensity ?? 0), 0);
  const own = {
    element: table,
    holder: table,
    linkDensity: linked / characters,
    headingLevel: 0,
    listDepth: 0,
    rows,
  };
  blocks.length = table.start;
  blocks.push(...captions, {
    text: rows.map((row) => row.filter((cell) => cell !== "").join("\t")).join("\n"),
    lines: [first.lines[0], cells.at(-1)?.lines[1] ?? first.lines[1]],
    form: "table",
    hints: { ...first.hints, ...own },
  });
  table.end = blocks.length;
}

/** Whether all blocks of a table are short and stand in the cells of rows with several cells. */
function isDataTable(blocks: readonly Span[], table: Element): boolean {
  const rows = new Map<Element, Set<Element>>();
  for (const block of blocks) {
    if (block.form === "table" || block.form === "code" || block.text.length > LONGEST_CELL) return false;
    const place = placeOf(block, table);
    if (place === null) return false;
    rows.set(place.row, (rows.get(place.row) ?? new Set()).add(place.cell));
  }
  const wide = [...rows.values()].filter((cells) => cells.size >= LEAST_COLUMNS).length;
  return rows.size >= LEAST_ROWS && wide * 2 >= rows.size;
}

/** Texts of the cells, row by row, "" for cells without. */
function rowsOf(blocks: readonly Span[], table: Element): string[][] {
  const rows: string[][] = [];
  let row: Element | null = null;
  for (const block of blocks) {
    const place = placeOf(block, table);
    if (place === null) continue;
    if (place.row !== row) rows.push([]);
    row = place.row;
    const cells = rows.at(-1) ?? [];
    const column = place.cell.cells;
    while (cells.length < column) cells.push("");
    const before = cells[column];
    const text = block.text.replaceAll("\n", " ");
    cells[column] = before === undefined || before === "" ? text : `${before} ${text}`;
  }
  return rows;
}

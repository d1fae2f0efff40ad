/**
 * Markdown: whether a text is written in it, and its lines without the marks that stand at their beginnings or take whole
 * lines. Those within lines may run over several, and are taken out when these have been put together (marks.ts).
 */

/** A kind of mark, as other texts seldom have it. */
interface Kind {
  /** The pattern has one of these in it, which is cheap to look for. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** So many of this kind alone are Markdown. */
  readonly enough: number;
}

const KINDS: readonly Kind[] = [
  { signs: ["## "], pattern: /^#{2,6} \S.*$/gm, enough: 2 },
  { signs: ["# "], pattern: /(?:^|\n[ \t]*\n)# \p{L}.*(?:\n[ \t]*\n|$)/gu, enough: 3 },
  {
    signs: ["**"],
    pattern: /(?<![\p{L}\d*])\*\*(?=[\p{L}\d"“„«(])[^*\n]{1,300}(?<=[\p{L}\d.!?:"”»)])\*\*(?![\p{L}\d*])/gu,
    enough: 2,
  },
  { signs: ["]("], pattern: /\]\((?:https?:\/|\/|#|mailto:)[^()\n]{0,2000}/g, enough: 4 },
  { signs: ["]: "], pattern: /^ {0,3}\[[^[\]\n]{1,200}\]: {1,4}\S+/gm, enough: 3 },
  { signs: ["> "], pattern: /^ {0,3}> \S/gm, enough: 4 },
  {
    signs: ["---"],
    pattern:
      /^ {0,3}\|?[ \t]{0,8}:?-{3,}:?[ \t]{0,8}(?:\|[ \t]{0,8}:?-{3,}:?[ \t]{0,8}){1,50}\|?[ \t]{0,8}$/gm,
    enough: 1,
  },
  { signs: ["===", "---"], pattern: /^[^\s#>|].{0,200}\r?\n(?:={3,}|-{3,})[ \t]{0,8}$/gm, enough: 2 },
];
/** Of different kinds, so many marks. */
const ENOUGH_KINDS = 2;

/** Marks of one kind that are counted: texts may be long. */
const MOST_COUNTED = 20;

/** What has none of these is none; asked first, since most texts have none. */
const SIGNS = ["**", "](", "\n#", "]: ", "\n>", "---", "==="];

/** The text line for line, without what Markdown has at the lines and instead of them; null when it is none. */
export function withoutLineMarks(text: string): string | null {
  if (!(text.startsWith("#") || SIGNS.some((sign) => text.includes(sign))) || !isMarkdown(text)) return null;
  const lines = text.split("\n");
  let fence = "";
  let tableEnd = 0;
  for (let i = frontMatterEnd(lines); i < lines.length; i++) {
    const line = (lines[i] ?? "").replace(/\r$/, "");
    const mark = FENCE.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence) && line.trim() === mark) fence = "";
    } else if (mark !== "") fence = mark;
    else if (i >= tableEnd) {
      tableEnd = tableEndAt(lines, i);
      if (tableEnd === i) readLine(lines, i, line);
    }
  }
  return lines.join("\n");
}

function isMarkdown(text: string): boolean {
  let kinds = 0;
  for (const { signs, pattern, enough } of KINDS) {
    if (!signs.some((sign) => text.includes(sign))) continue;
    let count = 0;
    for (const _ of text.matchAll(pattern)) if (++count >= MOST_COUNTED) break;
    if (count >= enough) return true;
    if (count > 0) kinds++;
  }
  return kinds >= ENOUGH_KINDS;
}

/** Lines of a head with values, as static sites have it. */
const MOST_HEAD_LINES = 60;
const HEAD_RULE = /^---[ \t]*\r?$/;

/** The line behind such a head, in which a row of hyphens underlines nothing; 0 without one. */
function frontMatterEnd(lines: readonly string[]): number {
  if (!HEAD_RULE.test(lines[0] ?? "") || !/^[A-Za-z_][\w-]*:/.test(lines[1] ?? "")) return 0;
  const end = lines.slice(1, MOST_HEAD_LINES).findIndex((line) => HEAD_RULE.test(line));
  return end < 0 ? 0 : end + 2;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const QUOTE = /^(?: {0,3}> ?){1,9}/;
const DEFINITION = /^ {0,3}\[[^[\]]{1,200}\]: {1,4}\S+(?: +(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]{0,3}){3,}|(?:-[ \t]{0,3}){3,}|(?:_[ \t]{0,3}){3,})$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const ROW = /^ {0,3}\|(.*)\|[ \t]*$/;
const ROW_RULE = /^ {0,3}\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*\r?$/;
/** Rows of data are shorter; a page that was laid out as a table is none. */
const LONGEST_ROW = 300;

/** The line behind the table that begins at `at` (table.ts); `at` when none does. */
function tableEndAt(lines: readonly string[], at: number): number {
  if (!ROW.test(lines[at]?.trimEnd() ?? "") || !ROW_RULE.test(lines[at + 1] ?? "")) return at;
  let end = at;
  while (lines[end]?.trimStart().startsWith("|")) if ((lines[end++]?.length ?? 0) > LONGEST_ROW) return at;
  return end;
}

/** What is no text that could be underlined. */
const MARKED = /^\s*(?:$|[#>|*+-]|\d+[.)] )/;

/** Not empty: it may be the last line, which has no end. */
const BLANK = " ";

function readLine(lines: string[], at: number, line: string): void {
  const above = lines[at - 1] ?? "";
  const underline = UNDERLINE.exec(line)?.[1];
  if (underline !== undefined && !MARKED.test(above) && underline.length > 1) {
    lines[at - 1] = `${underline.startsWith("=") ? "#" : "##"} ${above.trim()}`;
    lines[at] = BLANK;
  } else if (RULE.test(line) || DEFINITION.test(line) || ROW_RULE.test(line)) lines[at] = BLANK;
  else {
    const unquoted = line.replace(QUOTE, "");
    const cells = ROW.exec(unquoted)?.[1];
    const plain =
      cells === undefined ? unquoted : cells.replace(/\\?\|/g, (bar) => (bar === "|" ? " " : "|"));
    lines[at] = plain === "" && line !== "" ? BLANK : plain;
  }
}

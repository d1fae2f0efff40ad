/** Finds program text: its lines stay together and keep their white space. */
import { withoutOrders } from "./clean.js";
import { Draft } from "./draft.js";
import type { Line } from "./lines.js";

/**
 * What ends or starts a line in most programming languages and in no prose. A closing bracket alone counts; a colon or
 * a comma does not.
 */
const CODE_LINE =
  /(?:[{};]|\)\s*=>|=>|\/\/ .*|\/\*.*\*\/)$|^(?:[})\]]+[;,]?|[#$] ?[a-z][\w./-]* .*|(?:def|class|function|fn|func|import|from|const|let|var|public|private|static|return|package|using|include)\s+[\w.{*"'<(]+.*[;{(:="')]|<\/?[a-z][\w-]*(?:\s[^>]*)?>|[\w.]+\s*(?:=|:=|\+=)\s*\S.*|[\w.]+\([^)]*\)[;:]?)$/;

/** Lines that must look like code before a run of them is taken for it. */
const LEAST_LINES = 2;
const LONGEST_LINE = 200;

export function looksLikeCode(line: Line): boolean {
  return line.signs && line.text.length <= LONGEST_LINE && CODE_LINE.test(line.text);
}

/** Number of lines from `at` on that are one run of code; 0 when there is none. */
export function codeRun(lines: readonly Line[], at: number): number {
  return Math.max(programRun(lines, at), tokenRun(lines, at));
}

/** Whole lines of a program; indented lines go on a run. */
function programRun(lines: readonly Line[], at: number): number {
  const first = lines[at];
  if (first === undefined || !looksLikeCode(first)) return 0;
  let coded = 0;
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (looksLikeCode(line)) {
      coded++;
      end = i + 1;
    } else if (line.afterBlank || line.indent <= first.indent || line.text.length > LONGEST_LINE) break;
  }
  return coded >= LEAST_LINES ? end - at : 0;
}

/** Colours make a text node of each token: a run of short lines of which many have what only programs have. */
const TOKEN = /[{};]$|^[{}()[\]]+[;,.]?$|(?:^|\s)(?:[=!<>+*/|&-]=|=>?|->|::?=|&&|\|\||\+\+)(?:\s|$)|\($|^\)/;
const LONGEST_TOKEN = 40;
const LEAST_TOKENS = 6;
/** Names and numbers that may stand between two such lines. */
const MOST_WORDS = 6;

/** Tokens of a program, a line each. */
function tokenRun(lines: readonly Line[], at: number): number {
  if (!isToken(lines[at])) return 0;
  let tokens = 0;
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.afterBlank || line.text.length > LONGEST_TOKEN) break;
    if (isToken(line)) {
      tokens++;
      end = i + 1;
    } else if (i - end >= MOST_WORDS) break;
  }
  return tokens >= LEAST_TOKENS ? end - at : 0;
}

const isToken = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LONGEST_TOKEN && TOKEN.test(line.text);

/** A row of backticks or tildes, with a language behind it where it begins. */
const FENCE = /^(`{3,}|~{3,})\s{0,4}[\w.+#-]{0,30}$/;
const FENCE_END = /^(?:`{3,}|~{3,})$/;

/** Where Markdown fences programs: index of the line that begins it -> that of the one that ends it. */
export function fencesIn(lines: readonly Line[]): ReadonlyMap<number, number> {
  const fences = new Map<number, number>();
  let open = -1;
  lines.forEach(({ text }, i) => {
    if (!text.startsWith("```") && !text.startsWith("~~~")) return;
    if (open < 0) open = FENCE.test(text) ? i : -1;
    else if (FENCE_END.test(text) && text[0] === lines[open]?.text[0]) {
      fences.set(open, i);
      open = -1;
    }
  });
  return fences;
}

export function codeDraft(lines: readonly Line[]): Draft {
  const [first, ...rest] = lines;
  if (first === undefined) throw new RangeError("a run of code has a line");
  const draft = new Draft(visible(first), "code", first.number, first.afterBlank, false);
  for (const line of rest) draft.appendCode(visible(line), line.number);
  return draft;
}

function visible(line: Line): string {
  return withoutOrders(line.raw).trimEnd();
}

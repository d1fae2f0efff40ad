/**
 * What converters write into the text for links and type: `the port [https://port.example]`, `[12]the port`,
 * `[the **port**](/port)`. None of it was on the page. A dump has such marks at every link, so they are taken for marks
 * only where there are several.
 */
import type { Line } from "./lines.js";

export interface Marks {
  /** Takes the marks out of a block's text; of what is nothing but marks, something stays. */
  unmark(text: string): string;
  /** 1 to 6 where the marks make a heading of it, else 0. */
  levelOf(text: string): number;
}

/** As many are no citation and no example. */
const FEWEST = 4;
/** Numbered links count up by one; a menu that is printed elsewhere may take a few out of the row. */
const IN_ROW = 0.8;

const ADDRESS =
  /\[(?:(?:(?:https?:)?\/\/|mailto:|tel:|javascript:|\/|#)[^\s[\]]{0,2000}|data:[^\s[\]]*) ?\]/g;
const NUMBER = /\[(\d{1,4})\](?=[^\s.,;:)])/g;
const TARGET = /\]\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)/g;

const IMAGE =
  /!\[([^[\]]{0,500})\](?:\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)|\[[^[\]]{0,200}\])/g;
const LINK =
  /\[(?!\d{1,3}\]\[)([^[\]]{0,1000})\](?:\([^()]{0,2000}(?:\([^()]{0,200}\)[^()]{0,200}){0,4}\)|\[[^[\]]{0,200}\])/g;
const CODE = /(`{1,2})(?=[^`])([^`]{1,300})\1(?!`)/g;
const EMPHASIS = /(?<![\p{L}\d*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]{1,500})(?<=\S)\1(?![\p{L}\d*_])/gu;
const HEADING = /^(#{1,6}) +(.{1,500}?)(?: +#{1,6})?$/;
const ESCAPE = /\\([\\`*_{}[\]()#+.!>|~-])/g;
/** What forums write: `[b]the port[/b]`, `[url=https://port.example]`. A picture shows nothing here. */
const BBCODE =
  /\[img[^\]\n]{0,100}\][^[\]\n]{0,2000}\[\/img\]|\[\/?(?:b|i|u|s|url|email|quote|code|list|size|colou?r|font|center|left|right|spoiler|table|tr|td)(?:=[^\]\n]{0,300})?\]|\[\*\] ?/gi;
const BBCODE_END = /\[\/(?:b|i|u|s|url|email|quote|code|list|size|colou?r|font|center|img)\]/gi;
/** As many pairs are no slip: nothing else ends so. */
const FEWEST_ENDS = 2;
/** A link whose text and target were parted. */
const HALF_LINK = /^\[(?=[^\]]*$)/;

/** How the dump marks links and type; null when it does not. `hasHeadings`: its lines have those of Markdown alone. */
export function recogniseMarks(
  lines: readonly Line[],
  { isMarkdown, hasHeadings }: { readonly isMarkdown: boolean; readonly hasHeadings: boolean },
): Marks | null {
  const unlink = recogniseLinks(lines, isMarkdown);
  if (unlink === null && !hasHeadings) return null;
  const unmark = unlink ?? ((text: string) => text);
  if (!hasHeadings && unlink !== withoutMarkdown) return { unmark, levelOf: () => 0 };
  return { unmark: (text) => unmark(text.replace(HEADING, "$2")), levelOf };
}

const levelOf = (text: string): number => HEADING.exec(text)?.[1]?.length ?? 0;

function recogniseLinks(lines: readonly Line[], isMarkdown: boolean): ((text: string) => string) | null {
  let addresses = 0;
  let targets = 0;
  let numbers = 0;
  let inRow = 0;
  let last = 0;
  let ends = 0;
  for (const { text } of lines) {
    if (!text.includes("]")) continue;
    addresses += text.match(ADDRESS)?.length ?? 0;
    ends += text.match(BBCODE_END)?.length ?? 0;
    targets += text.match(TARGET)?.length ?? 0;
    for (const [, digits] of text.matchAll(NUMBER)) {
      numbers++;
      if (Number(digits) === last + 1) inRow++;
      last = Number(digits);
    }
  }
  if ((isMarkdown || targets >= FEWEST) && targets >= addresses) return withoutMarkdown;
  // `[/b]` could be an address as well.
  if (ends >= FEWEST_ENDS && ends > addresses - ends)
    return (text) => tidy(text, text.replace(BBCODE, "")) || text;
  if (addresses >= FEWEST) return (text) => tidy(text, text.replace(ADDRESS, "")) || text.slice(1, -1);
  if (inRow >= FEWEST && inRow >= numbers * IN_ROW)
    return (text) => tidy(text, text.replace(NUMBER, "")) || text;
  return null;
}

/** A picture alone keeps its alternative text, in the brackets in which text browsers print it. */
function withoutMarkdown(text: string): string {
  const plain = text.replace(ESCAPE, "$1");
  return (
    tidy(text, unlinked(plain.replace(IMAGE, ""))) ||
    tidy(text, unlinked(plain.replace(IMAGE, "‹$1›"))).replace(/‹([^›]*)›/g, "[$1]") ||
    text
  );
}

function unlinked(text: string): string {
  return text
    .replace(LINK, "$1")
    .replace(TARGET, "")
    .replace(HALF_LINK, "")
    .replace(CODE, "$2")
    .replace(EMPHASIS, "$2");
}

/** What is left without the spaces that the marks had around them. */
function tidy(text: string, left: string): string {
  return left === text
    ? text
    : left
        .replace(/\s+/g, " ")
        .replace(/ (?=[.,;:!?)])/g, "")
        .trim();
}

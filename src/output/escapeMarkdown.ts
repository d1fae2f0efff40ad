/**
 * Plain text as Markdown (CommonMark and GitHub's additions): a backslash before whatever would be read as markup, and
 * before nothing else, so that the text stays readable as text.
 */

/**
 * Inside of a line:
 * - a backslash before punctuation, or before an address, which may get a bracket;
 * - a backtick; a star or tilde that touches a word; an underscore that is not inside of one;
 * - the end of a bracket that would make a link, an image, a reference or a footnote;
 * - a less-than sign that could start a tag or an address;
 * - an ampersand that would start a character reference.
 */
const MARKUP = [
  String.raw`\\(?=[!-/:-@[-\x60{-~]|https?://|$)`,
  "`",
  String.raw`[*~](?=\S)`,
  String.raw`(?<=\S)[*~]`,
  String.raw`(?<![\p{L}\p{N}])_(?=\S)`,
  String.raw`(?<=\S)_(?![\p{L}\p{N}])`,
  String.raw`\](?=[([:])`,
  String.raw`<(?=\S)`,
  String.raw`&(?=#\d{1,7};|#[xX][\dA-Fa-f]{1,6};|[A-Za-z][A-Za-z\d]{1,30};)`,
].join("|");

/** An address becomes a link by itself wherever no letter of a to z stands before it, and a backslash in it stays. */
const ADDRESS = String.raw`(?<![A-Za-z])https?://[^\s<>]+`;
/** What follows an address rather than belongs to it. */
const AFTER_ADDRESS = /[^\p{L}\p{N}/#=+-]/u;

const ADDRESS_OR_MARKUP = new RegExp(`${ADDRESS}|${MARKUP}`, "giu");
const ANY_MARKUP = new RegExp(MARKUP, "u");
const PUNCTUATION = /[*_~`\\[\]&]/g;

/** At the start of a line: a heading, a quote, a bullet, a rule, the underline of a heading, a table. */
const LINE_START = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[-=_:|](?=[-=_:|\s]*$)|\|)/;
/** A number that would start a list; the backslash goes before its mark. */
const LIST_NUMBER = /^(\d{1,9})([.)])(?=\s|$)/;
/** GitHub's check box at the start of a list item. */
const CHECK_BOX = /^\[(?=[ xX]\](?:\s|$))/;

/** Text of one paragraph; its line breaks stay. */
export function escapeMarkdown(text: string): string {
  return text.split("\n").map(escapeLine).join("\n");
}

/** Text of one heading: one line, and no number signs at its end, which would be cut off. */
export function escapeHeading(text: string): string {
  return escapeLine(text.replaceAll("\n", " ")).replace(/(?<!\S)#+$/, "\\$&");
}

function escapeLine(line: string): string {
  return line
    .trim()
    .replace(ADDRESS_OR_MARKUP, (found, at: number, whole: string) =>
      found.length > 1 ? escapeAddress(found, whole.charAt(at + found.length)) : `\\${found}`,
    )
    .replace(LINE_START, "\\$&")
    .replace(LIST_NUMBER, "$1\\$2")
    .replace(CHECK_BOX, "\\[");
}

/** In angle brackets everything stands for itself; most addresses do without. */
function escapeAddress(found: string, next: string): string {
  // A bracket behind a bare address would be taken for a part of it, and so would its backslash.
  if (next !== "<" && next !== ">" && !ANY_MARKUP.test(found)) return found;
  let end = found.length;
  while (AFTER_ADDRESS.test(found.charAt(end - 1))) end--;
  return `<${found.slice(0, end)}>${found.slice(end).replace(PUNCTUATION, "\\$&")}`;
}

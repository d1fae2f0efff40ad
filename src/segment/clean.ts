/** The visible text of a line: white space single, and nothing of what no reader sees. */
import { createRequire } from "node:module";

type Decode = (text: string) => string;
let decode: Decode | undefined;

/**
 * An entity whose own sign has been escaped, `&amp;nbsp;`: spaces, quotes, dashes and characters by their number, which
 * nobody writes about; `&amp;lt;` may be meant so.
 */
const ESCAPED_AGAIN =
  /&amp;(?=(?:nbsp|amp|quot|apos|hellip|bull|middot|shy|[lr][ds]?a?quo|sbquo|bdquo|[mn]dash|(?:en|em|thin)sp|[A-Za-z](?:uml|acute|grave|circ|tilde|cedil|ring|slash)|szlig|euro|pound|copy|reg|trade|#\d{2,6}|#[xX][\da-fA-F]{2,5});)/g;
/** `&nbsp;`, `&#34;`, `&amp;`: what is left of markup that was escaped twice. */
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/g;

/**
 * Sequences for terminals (ECMA-48): colours and other modes, titles and links with their address, single letters. What
 * is cut off runs to the line's end, if that is near. Of those with a first character of eight bits only modes are
 * meant: the others are what is left of quotation marks that were decoded wrongly, and text follows them.
 */
const TERMINAL =
  /\x1b\[[0-?]*[ -/]*[@-~]?|\x9b[\d;]+[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c]{0,2100}(?:\x07|\x9c|\x1b\\|$)|\x1b[ -/]*[0-~]/g;
/** Bold and underlined letters of manual pages: each is struck over another. */
const STRUCK = /[^\x08]\x08/g;
/**
 * Controls, soft hyphens, zero-width spaces and joiners of nothing, direction marks, byte order marks: never seen, so
 * never read. Between the halves of a broken surrogate pair one stays, or the halves would make a character.
 */
const INVISIBLE =
  /(?<![\ud800-\udbff])[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const WHITE_SPACE = /[\s\x85]+/g;
/** What the wide space before a Japanese or Chinese paragraph follows where it has been glued. */
const WIDE_ENDS = "。｡」』）";

/**
 * The text as it is seen. A wide space behind an end mark stays wide, as it tells where a glued paragraph starts.
 */
export function clean(text: string): string {
  return withoutOrders(decodeEntities(text)).replace(WHITE_SPACE, spaceFor).trim();
}

/** Without what only a terminal reads; white space and entities stay, as program text needs them. */
export function withoutOrders(text: string): string {
  return text.replace(TERMINAL, "").replace(STRUCK, "").replace(INVISIBLE, "");
}

/** Loaded when a text has an entity: few have. */
function decodeEntities(text: string): string {
  if (!text.includes("&") || text.search(ENTITY) < 0) return text;
  decode ??= (createRequire(import.meta.url)("entities") as { decodeHTMLStrict: Decode }).decodeHTMLStrict;
  const once = text.includes("&amp;") ? text.replace(ESCAPED_AGAIN, "&") : text;
  return once.replace(ENTITY, decode);
}

function spaceFor(run: string, at: number, text: string): string {
  return run.includes("\u3000") && at > 0 && WIDE_ENDS.includes(text.charAt(at - 1)) ? "\u3000" : " ";
}

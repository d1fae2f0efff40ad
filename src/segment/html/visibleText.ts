/** The text between tags as a browser shows it: white space single, nothing of what no reader sees. */
import { withoutOrders } from "../clean.js";

/** White space that is not one plain space between words, and everything that could be invisible. */
const UNCLEAN = /[\0-\x1f\x7f-\xa0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]| {2}/;
const WHITE_SPACE = /[\s\x85]+/g;

/** What joins or varies other characters and is nothing by itself: editors leave it in empty paragraphs. */
const NOTHING = /^(?:\s|\u200c|\u200d|[\ufe00-\ufe0f])*$/;

/** Its character references are decoded already: what looks like one now is what the page shows. */
export function visibleText(text: string): string {
  if (!UNCLEAN.test(text)) return text.trim();
  const seen = withoutOrders(text).replace(WHITE_SPACE, " ").trim();
  return NOTHING.test(seen) ? "" : seen;
}

/** The page's title at the start of a text without lines: what the text starts with and says again. */
import { classAt, SPACE, UPPER } from "../features/characters.js";

/** Words that are no title yet. */
const FEWEST_WORDS = 3;
const LONGEST_TITLE = 300;
/** Where the headline stands at the latest, behind the menus. */
const FARTHEST = 30_000;
/** Places at which the title may start again: as many of the first words come back in any text. */
const MOST_PLACES = 20;

/** Where the longest start of the text stands again, and how long it is; null when it does not come back. */
export function saidAgain(text: string): { readonly at: number; readonly length: number } | null {
  // The title is often set with other quotes than the headline.
  const head = text.slice(0, FARTHEST).replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
  const key = head.split(" ", FEWEST_WORDS).join(" ");
  let found: { at: number; length: number } | null = null;
  let at = head.indexOf(key, key.length);
  for (let place = 0; place < MOST_PLACES && at >= 0; place++) {
    const length = commonLength(head, at);
    if (length > (found?.length ?? key.length - 1)) found = { at, length };
    at = head.indexOf(key, at + key.length);
  }
  return found;
}

/** Characters, to a word's end, that the text has alike at its start and at `at`. */
function commonLength(text: string, at: number): number {
  let end = 0;
  let wordEnd = 0;
  for (; end < at && end < LONGEST_TITLE; end++) {
    if (text.charAt(end) === " " && isBreak(text, at + end)) wordEnd = end;
    if (text.charCodeAt(end) !== text.charCodeAt(at + end)) return wordEnd;
  }
  return wordEnd;
}

/** A capital may be glued to a word's end. */
function isBreak(text: string, at: number): boolean {
  return at >= text.length || (classAt(text.charCodeAt(at)) & (SPACE | UPPER)) !== 0;
}

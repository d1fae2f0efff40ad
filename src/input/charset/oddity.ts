/** How little a decoded text looks like text. */

/**
 * What no text has, or next to never: control characters, private and unassigned code points, replacements, and three
 * Latin letters with accents in a row, which are another alphabet.
 */
const ODD = /(?![\x08-\r\x1b\x85])[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]|[\u00c0-\u024f]{3}/gu;

/** Above it the charset is wrong: damaged text has one in fifty, wrong readings one in twenty and more. */
const ODD_LIMIT = 1 / 33;

/** Whether the characters are those of a text. */
export function isPlausible(text: string): boolean {
  let odd = 0;
  for (const _ of text.matchAll(ODD)) odd++;
  return odd <= text.length * ODD_LIMIT;
}

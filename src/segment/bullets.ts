/** List marks at the start of a line, and where one has been glued to the item before it. */
import { classAt, LETTER, SPACE, SYMBOL } from "../features/characters.js";

/**
 * A bullet with a space behind it. The hyphen is one, the dash is not: dialogue starts with dashes. The lone letter `o`
 * is what text browsers print for the second level.
 */
const BULLET = /^(?:[*+•·‣▪▫◦●○■□◆◇►▸▹➤➢✓✔✅→-]|o(?= [A-Z]))\s+(?=\S)/u;

export interface Bulleted {
  readonly text: string;
  readonly bulleted: boolean;
}

export function stripBullet(text: string): Bulleted {
  const code = text.charCodeAt(0);
  // Letters and digits start most lines; `o` is the only letter that can be a bullet.
  if (code !== 111 && ((code >= 48 && code <= 57) || (code >= 65 && code <= 122)))
    return { text, bulleted: false };
  const bullet = BULLET.exec(text);
  return bullet === null ? { text, bulleted: false } : { text: text.slice(bullet[0].length), bulleted: true };
}

/** Signs that are nothing but list marks, so that they need no space behind them. */
const PURE_BULLETS = "•‣▪◦●■►▸➤➢✓✔";
/** Arrows, shapes, dingbats and pictographs: list marks when a space follows. */
const FIRST_SIGN = 0x2190;
const LAST_SIGN = 0x2bff;
const FIRST_PICTOGRAPH = 0xd83c;
const LAST_PICTOGRAPH = 0xd83e;
const VARIATION_SELECTOR = 0xfe0f;

/** Past the list mark at `at` and its space; -1 when there is none. */
export function bulletEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x2022) return -1;
  if (PURE_BULLETS.includes(text.charAt(at))) {
    const next = classAt(text.charCodeAt(at + 1));
    return (next & SPACE) !== 0 ? at + 2 : (next & LETTER) !== 0 ? at + 1 : -1;
  }
  let end = at + 1;
  if (code >= FIRST_PICTOGRAPH && code <= LAST_PICTOGRAPH) end++;
  else if (code < FIRST_SIGN || code > LAST_SIGN || (classAt(code) & SYMBOL) === 0) return -1;
  if (text.charCodeAt(end) === VARIATION_SELECTOR) end++;
  return (classAt(text.charCodeAt(end)) & SPACE) !== 0 ? end + 1 : -1;
}

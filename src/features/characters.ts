/**
 * What a character is, as a bit set, and its lower-case form. Both come from tables that are filled a page of 256 code
 * units at a time when a text first uses the page: a lookup is then one array read, which is what makes one pass over
 * the characters cheap, and a start pays for the scripts it meets only.
 */

export const LETTER = 1;
export const UPPER = 2;
export const LOWER = 4;
export const DIGIT = 8;
export const SPACE = 16;
/** Han, kana: scripts without spaces between words, so each character counts as a word. */
export const CJK = 32;
/** Ends a sentence: . ! ? … and their like in other scripts. */
export const STOP = 64;
export const COMMA = 128;
/** Stands between the items of a menu run together: | · • › » / */
export const SEPARATOR = 256;
export const OPENING = 512;
export const CLOSING = 1024;
/** Combining marks: part of a word (Hindi vowels, Arabic points). */
export const MARK = 2048;
export const APOSTROPHE = 4096;
/** Whatever else is visible. */
export const SYMBOL = 8192;
/** A full stop that needs no space after it: 。！？｡ */
export const WIDE_STOP = 16384;
/** Makes words with its like: letters, digits and marks, but for CJK. */
export const PART = 32768;

const STOPS = new Set(".!?…。！？｡．।॥؟۔։።⸮‽");
const WIDE_STOPS = new Set("。！？｡");
const COMMAS = new Set(",،、，､;；؛");
const SEPARATORS = new Set("|·•›»/¦•∙⋅▪■●◆→>");
const OPENINGS = new Set("([{“„‘‚«‹「『（【《〈｢¿¡");
const CLOSINGS = new Set(")]}”»’›」』）】》〉｣");
const APOSTROPHES = new Set("'’ʼ`´＇");

const IS_LETTER = /\p{L}/u;
const IS_LOWER = /\p{Ll}/u;
const IS_DIGIT = /\p{Nd}/u;
const IS_MARK = /\p{M}/u;
const IS_SPACE = /\s/u;
const IS_CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ヶー]/u;
const IS_CONTROL = /[\p{Cc}\p{Cf}]/u;

function classOf(character: string): number {
  const bits = kindOf(character);
  return (bits & (LETTER | DIGIT | MARK)) !== 0 && (bits & CJK) === 0 ? bits | PART : bits;
}

function kindOf(character: string): number {
  if (IS_LETTER.test(character)) {
    if (IS_CJK.test(character)) return LETTER | CJK;
    const lower = character.toLowerCase();
    if (lower !== character) return LETTER | UPPER | (APOSTROPHES.has(character) ? APOSTROPHE : 0);
    return LETTER | (character.toUpperCase() !== character || IS_LOWER.test(character) ? LOWER : 0);
  }
  if (IS_SPACE.test(character)) return SPACE;
  if (IS_DIGIT.test(character)) return DIGIT;
  if (IS_MARK.test(character)) return MARK;
  let bits = 0;
  if (STOPS.has(character)) bits |= STOP;
  if (WIDE_STOPS.has(character)) bits |= WIDE_STOP;
  if (COMMAS.has(character)) bits |= COMMA;
  if (SEPARATORS.has(character)) bits |= SEPARATOR;
  if (OPENINGS.has(character)) bits |= OPENING;
  if (CLOSINGS.has(character)) bits |= CLOSING;
  if (APOSTROPHES.has(character)) bits |= APOSTROPHE;
  return bits === 0 && IS_CONTROL.test(character) ? 0 : bits | SYMBOL;
}

const PAGE = 256;
/**
 * The bits by code unit, for loops over many characters: 0 also where the page has not been used yet, so that such a
 * loop reads `CLASSES[code] || classAt(code)`.
 */
export const CLASSES = new Uint16Array(65536);
const folds = new Uint16Array(65536);
const filled = new Uint8Array(65536 / PAGE);

/** Whole pages of one kind: Han with its extension A, and Hangul syllables. Asking each character would cost a start. */
const HAN_PAGES = [0x34, 0x9f] as const;
const HANGUL_PAGES = [0xac, 0xd6] as const;

function uniform(page: number): number {
  if (page >= HAN_PAGES[0] && page <= HAN_PAGES[1] && page !== 0x4d) return LETTER | CJK;
  return page >= HANGUL_PAGES[0] && page <= HANGUL_PAGES[1] ? LETTER | PART : 0;
}

function fill(page: number): void {
  const bits = uniform(page);
  if (bits !== 0) {
    for (let code = page * PAGE; code < (page + 1) * PAGE; code++) {
      CLASSES[code] = bits;
      folds[code] = code;
    }
    filled[page] = 1;
    return;
  }
  for (let code = page * PAGE; code < (page + 1) * PAGE; code++) {
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    const character = String.fromCharCode(code);
    const lower = surrogate ? character : character.toLowerCase();
    CLASSES[code] = surrogate ? SYMBOL : classOf(character);
    folds[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  }
  filled[page] = 1;
}

/** The bits of a UTF-16 code unit; half of a surrogate pair is a SYMBOL. */
export function classAt(code: number): number {
  return CLASSES[code] || filledClassAt(code);
}

/** Out of line, so that classAt is small enough to become part of its callers. */
function filledClassAt(code: number): number {
  if (filled[code >> 8] === 0) fill(code >> 8);
  return CLASSES[code] ?? 0;
}

/** The code unit in lower case; itself where lower case has another length. */
export function foldAt(code: number): number {
  if (filled[code >> 8] === 0) fill(code >> 8);
  return folds[code] ?? code;
}

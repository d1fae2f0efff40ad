/**
 * What lines are asked at every character, as a table of pairs. Each character has one of a few kinds, and what a kind
 * says behind another is a bit mask: a scan reads two small tables and joins the masks, without a branch for any
 * question. A mask says that something may be there; whoever needs to know looks again, at the few lines that have it.
 */
import {
  APOSTROPHE,
  CJK,
  CLOSING,
  COMMA,
  classAt,
  DIGIT,
  LETTER,
  MARK,
  SPACE,
  STOP,
  UPPER,
} from "../features/characters.js";
import { isCaseless } from "./neighbours.js";
import { isQuote } from "./quotes.js";
import { CLOSING_BRACE, COLON, HYPHEN, PERCENT, PIPE, PLUS, SEMICOLON, STAR } from "./signs.js";

/** White space that is no single plain space, an entity, or what no reader sees: the text is not what is seen. */
export const UNCLEAN = 1;
/** What no reader sees stands between two characters that touch. */
export const UNSEEN = 2;
/** Something may be glued to something else (tight-place.ts). */
export const MAYBE_TIGHT = 4;
/** A sign that programs have in every other line and prose has not. */
export const PROGRAM_SIGN = 8;
/** A joint may be here (glue.ts), in a text that holds no program. */
export const MAYBE_JOINT = 16;
/** Something that tells about the text as a whole (survey.ts). */
export const TELLING = 32;
/** A run of digits starts here, or has ended. */
export const DIGITS_START = 64;
export const DIGITS_END = 128;

/** The kind of what ends a line; every other kind is higher. */
export const LINE_ENDS = 1;
const KIND = {
  blank: 2,
  white: 3,
  unseen: 4,
  small: 5,
  capital: 6,
  digit: 7,
  mark: 8,
  /** Letters without case that make words. */
  caseless: 9,
  cjk: 10,
  stop: 11,
  comma: 12,
  semicolon: 13,
  closing: 14,
  /** Some close, but they stand inside of words as well. */
  apostrophe: 15,
  quote: 16,
  closingBrace: 17,
  openingBracket: 18,
  hyphen: 19,
  star: 20,
  pipe: 21,
  /** `:` `%` `+`, behind which a capital or a number starts an item. */
  label: 22,
  ampersand: 23,
  sign: 24,
  backslash: 25,
  /** Signs among which bullets are. */
  high: 26,
  other: 27,
} as const;
type Kind = (typeof KIND)[keyof typeof KIND];

const FIRST_HIGH = 0x2022;
const FURTHER_SIGNS = "{=<>#$";
const BITS = 5;

/** By code unit; 0 where the kind has not been asked for yet. */
export const KINDS = new Uint8Array(65536);

/** The kind of a code unit, for where KINDS has none yet. */
export function kindOf(code: number): number {
  const kind = code === 10 || code === 13 ? LINE_ENDS : kindOfClass(code, classAt(code));
  KINDS[code] = kind;
  return kind;
}

function kindOfClass(code: number, bits: number): Kind {
  if ((bits & SPACE) !== 0) return code === 32 ? KIND.blank : KIND.white;
  if (bits === 0) return KIND.unseen;
  if ((bits & LETTER) !== 0) {
    if ((bits & CJK) !== 0) return KIND.cjk;
    if ((bits & UPPER) !== 0) return KIND.capital;
    return isCaseless(code) ? KIND.caseless : KIND.small;
  }
  if ((bits & DIGIT) !== 0) return KIND.digit;
  if ((bits & MARK) !== 0) return KIND.mark;
  if ((bits & STOP) !== 0) return KIND.stop;
  if (isQuote(code)) return KIND.quote;
  switch (code) {
    case SEMICOLON:
      return KIND.semicolon;
    case CLOSING_BRACE:
      return KIND.closingBrace;
    case 40:
      return KIND.openingBracket;
    case HYPHEN:
      return KIND.hyphen;
    case STAR:
      return KIND.star;
    case PIPE:
      return KIND.pipe;
    case COLON:
    case PERCENT:
    case PLUS:
      return KIND.label;
    case 38:
      return KIND.ampersand;
    case 92:
      return KIND.backslash;
  }
  if (FURTHER_SIGNS.includes(String.fromCharCode(code))) return KIND.sign;
  if ((bits & COMMA) !== 0) return KIND.comma;
  if ((bits & APOSTROPHE) !== 0) return KIND.apostrophe;
  if ((bits & CLOSING) !== 0) return KIND.closing;
  return code >= FIRST_HIGH ? KIND.high : KIND.other;
}

/** The masks, by `before * 32 + kind`. */
export const PAIRS = new Uint8Array(1 << (2 * BITS));
export const PAIR_BITS = BITS;
/** The kind that a line starts behind. */
export const LINE_START: number = KIND.blank;

const LETTERS: readonly Kind[] = [KIND.small, KIND.capital, KIND.caseless, KIND.cjk];
const SPACES: readonly Kind[] = [KIND.blank, KIND.white];
const CLOSINGS: readonly Kind[] = [KIND.closing, KIND.quote, KIND.closingBrace, KIND.apostrophe];
/** Visible and no letter, digit or mark; commas and semicolons are said nothing of. */
const SIGNS: readonly Kind[] = [
  ...CLOSINGS,
  KIND.stop,
  KIND.openingBracket,
  KIND.hyphen,
  KIND.star,
  KIND.pipe,
  KIND.label,
  KIND.ampersand,
  KIND.sign,
  KIND.backslash,
  KIND.high,
  KIND.other,
];
const ALL: readonly Kind[] = Object.values(KIND);

function say(mask: number, before: readonly Kind[], kinds: readonly number[]): void {
  for (const first of before)
    for (const second of kinds) {
      const pair = (first << BITS) | second;
      PAIRS[pair] = (PAIRS[pair] ?? 0) | mask;
    }
}

say(UNCLEAN, ALL, [KIND.white, KIND.unseen, KIND.ampersand]);
say(UNCLEAN, SPACES, SPACES);
say(UNSEEN, ALL, [KIND.unseen]);
say(PROGRAM_SIGN, ALL, [KIND.sign, KIND.semicolon, KIND.closingBrace]);
say(PROGRAM_SIGN, [...LETTERS, KIND.unseen], [KIND.openingBracket]);

// A capital
say(MAYBE_TIGHT, [KIND.small, KIND.caseless, KIND.stop, KIND.capital, KIND.digit], [KIND.capital]);
say(MAYBE_TIGHT, [KIND.closing, KIND.quote, KIND.closingBrace], [KIND.capital]);
say(MAYBE_TIGHT, [KIND.label, KIND.pipe, KIND.semicolon], [KIND.capital]);
// A number, behind a word or a sign
say(MAYBE_TIGHT, [...LETTERS, ...SIGNS], [KIND.digit]);
// Any other letter, and whatever else stands behind an end mark
say(MAYBE_TIGHT, [KIND.stop], [KIND.caseless, ...SIGNS]);
// Marks of lists, of code and of tables, and the space of a paragraph
say(MAYBE_TIGHT, [KIND.hyphen, KIND.star], [...SPACES, LINE_ENDS]);
say(MAYBE_TIGHT, [KIND.hyphen], [KIND.hyphen]);
say(MAYBE_TIGHT, [KIND.star], [KIND.star]);
say(MAYBE_TIGHT, [KIND.pipe], [KIND.pipe]);
say(MAYBE_TIGHT, [KIND.semicolon], [...LETTERS, ...CLOSINGS]);
say(MAYBE_TIGHT, ALL, [KIND.closingBrace, KIND.high]);
say(MAYBE_TIGHT, [KIND.stop, ...CLOSINGS], [KIND.white]);
// Quotation marks
say(MAYBE_TIGHT, [KIND.quote], [KIND.capital]);
say(MAYBE_TIGHT, CLOSINGS, [KIND.quote]);

const VISIBLE = ALL.filter((kind) => !SPACES.includes(kind));
say(MAYBE_JOINT, ALL, [KIND.stop, KIND.quote]);
say(MAYBE_JOINT, VISIBLE, [
  KIND.capital,
  KIND.sign,
  KIND.hyphen,
  KIND.star,
  KIND.pipe,
  KIND.high,
  KIND.other,
]);
say(
  MAYBE_JOINT,
  VISIBLE.filter((kind) => kind !== KIND.digit),
  [KIND.digit],
);
say(MAYBE_JOINT, [KIND.label, KIND.comma, KIND.semicolon, KIND.closing], [KIND.small, KIND.caseless]);

say(TELLING, [KIND.stop], [KIND.capital, KIND.caseless, KIND.cjk]);
say(TELLING, ALL, [
  KIND.hyphen,
  KIND.star,
  KIND.pipe,
  KIND.semicolon,
  KIND.sign,
  KIND.closingBrace,
  KIND.backslash,
  KIND.quote,
]);

const NO_DIGITS = ALL.filter((kind) => kind !== KIND.digit);
say(DIGITS_START, NO_DIGITS, [KIND.digit]);
say(DIGITS_END, [KIND.digit], NO_DIGITS);

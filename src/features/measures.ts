/**
 * Everything that rules and scores ask of a span's text, taken in one pass over its characters, and its words as numbers
 * (document-words.ts), so that none of what follows reads the characters again. The pass is cheap because characters are
 * numbers in an array (codes.ts), their kinds are read from a table, a word's characters are run through by a loop of
 * their own, and nothing is made but the measures: a class with plain number fields, of which there are millions.
 */
import { NO_HITS, type PhraseHits } from "../rules/phrases.js";
import type { Ending } from "../rules/rule.js";
import * as is from "./characters.js";
import { CLASSES, classAt, foldAt } from "./characters.js";
import { codesOf } from "./codes.js";
import type { DocumentWords } from "./document-words.js";
import { languagesOf } from "./language.js";
import { STEM_LETTERS, tells } from "./stems.js";
import { HASH_START, hashStep } from "./words.js";

/**
 * A CJK word is written in about 1.8 characters, so that lengths in words mean the same in every script.
 * Source: mean word length of Chinese newspaper text, e.g. the SIGHAN bake-off corpora (1.6 to 1.8).
 */
const CJK_CHARACTERS_A_WORD = 1.8;

/** Characters at a text's end that may follow its end mark: quotes, brackets, a footnote's digits. */
const END_WINDOW = 6;

const MANY_LETTERS = 2;

export const HAS_DIGIT = 1;
export const HAS_AT = 2;
export const HAS_SLASHES = 4;
export const HAS_COPYRIGHT = 8;
/** A visible character beyond ASCII that is no letter, digit or mark. */
export const HAS_FOREIGN_SIGN = 16;
/** The text stands on a page whose markup is known; set by whoever knows it. */
export const HAS_MARKUP = 32;
/** Numbers that HAS_… bits make. */
export const HAS_BITS = 64;

/** Bits of the 32 signs of ASCII, by character code; 0 for what is no sign. */
const SIGN_BITS = new Int32Array(128);
[..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"].forEach((sign, i) => {
  SIGN_BITS[sign.charCodeAt(0)] = 1 << i;
});

/** The bits of the signs with these character codes. */
export function signsOf(codes: readonly number[]): number {
  return codes.reduce((bits, code) => bits | (SIGN_BITS[code] ?? 0), 0);
}

export class Measures {
  /** UTF-16 code units. */
  characters = 0;
  /** Words; CJK characters count 1/1.8. */
  words = 0;
  letters = 0;
  digits = 0;
  /** Visible characters that are no letter, digit or sentence punctuation. */
  symbols = 0;
  /** Sentence ends: an end mark followed by white space, a closing mark or the text's end. */
  sentences = 0;
  commas = 0;
  /** Separators with white space around them, as menus have. */
  pipes = 0;
  /** Words that start in lower case, in upper case. */
  lowerInitials = 0;
  upperInitials = 0;
  /** Words of two letters or more that are all upper case. */
  capitals = 0;
  /** In the document's language; known when that is (document-words.ts). */
  functionWords = 0;
  /** Its words among those of the document: the first one, and the first one behind it. */
  firstWord = 0;
  endWord = 0;
  /** Words counted singly, each CJK character one: what the shares of words are shares of. */
  tokens = 0;
  /** What the text has at all, as HAS_… bits: most rules need something that most texts have not. */
  has = 0;
  /** Which signs of ASCII it has, as signsOf gives them. */
  signs = 0;
  ending: Ending = "open";
  /** Known when they have been looked for (rules/phrases.ts). */
  phrases: PhraseHits = NO_HITS;
}

/**
 * Measures a text. `words` takes its words; in these its function words are counted and the rules' phrases found when all
 * texts of the document have been measured.
 */
export function measure(text: string, words: DocumentWords): Measures {
  const m = new Measures();
  const codes = codesOf(text);
  const { length } = text;
  m.firstWord = words.count;
  let cjk = 0;
  let before = is.SPACE;
  let signs = 0;
  for (let i = 0; i < length; i++) {
    let code = codes[i] ?? 0;
    let bits = CLASSES[code] || classAt(code);
    if ((bits & is.PART) !== 0) {
      const start = i;
      const initial = bits;
      const stemEnd = i + STEM_LETTERS;
      let kinds = 0;
      let upper = 0;
      let hash = HASH_START;
      // Of a longer word; a shorter one is its own.
      let stem = 0;
      // The 0 behind the text is part of no word.
      do {
        kinds |= bits;
        if ((bits & is.UPPER) === 0) hash = hashStep(hash, code);
        else {
          upper++;
          hash = hashStep(hash, foldAt(code));
        }
        before = bits;
        code = codes[++i] ?? 0;
        bits = CLASSES[code] || classAt(code);
        if (i === stemEnd) stem = hash;
      } while ((bits & is.PART) !== 0);
      if ((initial & is.LOWER) !== 0) m.lowerInitials++;
      else if ((initial & is.UPPER) !== 0) m.upperInitials++;
      if (upper === i - start && upper >= MANY_LETTERS) m.capitals++;
      if ((kinds & (is.DIGIT | is.MARK)) === 0) m.letters += i - start;
      else countKinds(m, codes, start, i);
      const languages = languagesOf(hash);
      words.add(hash, languages === 0 && tells(i - start, initial) ? stem || hash : 0, languages, start);
      if (i >= length) break;
    }
    if ((bits & is.CJK) !== 0) {
      cjk++;
      m.letters++;
      const hash = hashStep(HASH_START, code);
      words.add(hash, hash, languagesOf(hash), i);
    } else if ((bits & is.SPACE) === 0) {
      if (code < 128) signs |= SIGN_BITS[code] ?? 0;
      else m.has |= HAS_FOREIGN_SIGN;
      if ((bits & is.STOP) !== 0) {
        if ((bits & is.WIDE_STOP) !== 0 || endsHere(codes, i, length)) m.sentences++;
      } else if ((bits & is.COMMA) !== 0) m.commas++;
      else if ((bits & is.SEPARATOR) !== 0) {
        if ((before & is.SPACE) !== 0 && (i + 1 === length || (classAt(codes[i + 1] ?? 0) & is.SPACE) !== 0))
          m.pipes++;
      } else if ((bits & (is.OPENING | is.CLOSING | is.APOSTROPHE)) === 0) {
        if (code === 64) m.has |= HAS_AT;
        else if (code === 0xa9 || code === 0x2117) m.has |= HAS_COPYRIGHT;
        m.symbols++;
      } else if (code === 40) {
        // (c), as (C)
        if (((codes[i + 1] ?? 0) | 32) === 99 && codes[i + 2] === 41) m.has |= HAS_COPYRIGHT;
      }
      if (code === 47 && codes[i + 1] === 47) m.has |= HAS_SLASHES;
    }
    before = bits;
  }
  m.endWord = words.count;
  m.tokens = m.endWord - m.firstWord;
  m.characters = length;
  m.words = m.tokens - cjk + cjk / CJK_CHARACTERS_A_WORD;
  m.signs = signs;
  m.ending = endingOf(text);
  if (m.digits > 0) m.has |= HAS_DIGIT;
  return m;
}

/** Letters and digits of a word that has not only letters. */
function countKinds(m: Measures, codes: Uint16Array, start: number, end: number): void {
  for (let i = start; i < end; i++) {
    const bits = classAt(codes[i] ?? 0);
    if ((bits & is.LETTER) !== 0) m.letters++;
    else if ((bits & is.DIGIT) !== 0) m.digits++;
  }
}

/** An end mark ends a sentence when white space, a closing mark or nothing follows. */
function endsHere(codes: Uint16Array, at: number, length: number): boolean {
  if (at + 1 === length) return true;
  const next = codes[at + 1] ?? 0;
  return next === 34 || next === 39 || (classAt(next) & (is.SPACE | is.CLOSING)) !== 0;
}

/** How a text ends, closing quotes and brackets left aside. */
export function endingOf(text: string): Ending {
  for (let i = text.length - 1; i >= 0 && i >= text.length - END_WINDOW; i--) {
    const code = text.charCodeAt(i);
    const bits = classAt(code);
    if ((bits & is.STOP) !== 0) return "sentence";
    if (code === 58 || code === 0xff1a) return "colon";
    if ((bits & (is.CLOSING | is.APOSTROPHE)) === 0 && code !== 34) return "open";
  }
  return "open";
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Share of the words with a case that start in lower case, 0 to 1; 1 for scripts without case. */
export function lowerInitialShare(m: Measures): number {
  const cased = m.lowerInitials + m.upperInitials;
  return cased * 2 < m.tokens ? 1 : share(m.lowerInitials, cased);
}

/**
 * Share of the words that are function words, 0 to 1; 0 without words.
 * As a cue: Kohlschütter et al., "Boilerplate Detection using Shallow Text Features", WSDM 2010.
 */
export function functionWordShare(m: Measures): number {
  return share(m.functionWords, m.tokens);
}

export function digitShare(m: Measures): number {
  return share(m.digits, m.digits + m.letters + m.symbols);
}

/** Share of the words of two letters or more that are all upper case. */
export function upperCaseShare(m: Measures): number {
  return share(m.capitals, m.tokens);
}

export function symbolShare(m: Measures): number {
  return share(m.symbols, m.digits + m.letters + m.symbols);
}

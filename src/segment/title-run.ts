/**
 * Cuts menus and headings off the sentences that they have run into: `Home News Sport The harbour is frozen.` Words of
 * menus start with capitals, words of sentences mostly do not; where the sentence starts is where the words behind fit
 * a sentence best against the words before it that fit a menu.
 */
import { CJK, COMMA, classAt, DIGIT, LETTER, LOWER, OPENING, STOP, UPPER } from "../features/characters.js";
import { type LanguageBits, languagesOf } from "../features/language.js";
import { hashOf } from "./neighbours.js";

/** Of a menu's words, the share that start with a capital. */
const MENU_CAPITALS = 0.85;
/** Capitals behind a small word in a language without nouns in capitals; for texts too short to count them. */
const FEWEST_CAPITALS = 0.05;
/** Nats of evidence for a cut: where a function word in a capital starts the sentence, and where any word does. */
const AT_STARTER = 2;
const ANYWHERE = 8;
/** Characters of an item of a menu at most, in scripts without spaces between words. */
const LONG_PIECE = 16;
/** Nats that a piece of such a script weighs, and of a cut there. */
const PIECE_WEIGHT = 1;
const AT_PIECE = 3;
/** The function word that has a capital anywhere in a sentence. */
const ALWAYS_CAPITAL = "I";
/** A number is as likely in a menu as in a sentence. */
const NEUTRAL = 0;

/** What a word says for a sentence and against a menu, in nats. */
export interface Weights {
  readonly capital: number;
  readonly small: number;
}

/** The weights for a text: in German, sentences have many capitals too. */
export function weightsOf(text: string): Weights {
  let capitals = 0;
  let all = 0;
  let behindSmall = false;
  for (const word of text.split(" ")) {
    const bits = initialOf(word);
    if ((bits & (UPPER | LOWER)) === 0) continue;
    if (behindSmall) {
      all++;
      if ((bits & UPPER) !== 0) capitals++;
    }
    behindSmall = (bits & LOWER) !== 0 && (classAt(word.charCodeAt(word.length - 1)) & LOWER) !== 0;
  }
  const share = Math.max(FEWEST_CAPITALS, Math.min(0.5, capitals / Math.max(1, all)));
  return { capital: Math.log(share / MENU_CAPITALS), small: Math.log((1 - share) / (1 - MENU_CAPITALS)) };
}

/** Offset at which the sentence starts that ends the text; 0 when it is all of it. */
export function sentenceStart(text: string, weights: Weights, language: LanguageBits): number {
  const words = text.split(" ");
  if (words.length < 2) return 0;
  const wide = (classAt((words.at(-1) ?? "").charCodeAt(0)) & CJK) !== 0;
  let sum = 0;
  let best = Number.NEGATIVE_INFINITY;
  let start = 0;
  let whole = 0;
  let offset = text.length + 1;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] ?? "";
    offset -= word.length + 1;
    const bits = initialOf(word);
    const weight = wide ? pieceWeight(word) : wordWeight(bits, weights);
    // The first word of a sentence has a capital for being the first.
    const here = sum + (wide ? weight : Math.max(0, weights.small));
    if (i === 0) whole = here;
    else if ((bits & LOWER) === 0) {
      const starter = wide ? AT_PIECE : isStarter(word, words[i - 1] ?? "", language) ? AT_STARTER : ANYWHERE;
      if (here - starter > best) {
        best = here - starter;
        start = offset;
      }
    }
    sum += weight;
  }
  return best > whole ? start : 0;
}

/** A function word in a capital; not behind another function word, as in *Lord of The Rings*. */
function isStarter(word: string, before: string, language: LanguageBits): boolean {
  const letters = word.replace(/[^\p{L}]/gu, "");
  if ((classAt(letters.charCodeAt(0)) & UPPER) === 0 || letters === ALWAYS_CAPITAL) return false;
  if (letters.length > 1 && (classAt(letters.charCodeAt(1)) & LOWER) === 0) return false;
  return (languagesOf(hashOf(letters)) & language) !== 0 && (languagesOf(hashOf(before)) & language) === 0;
}

function wordWeight(bits: number, { capital, small }: Weights): number {
  return (bits & UPPER) !== 0 ? capital : (bits & LOWER) !== 0 ? small : NEUTRAL;
}

/** Between spaces, menus of Chinese and Japanese pages have short pieces, and sentences are one long piece. */
function pieceWeight(piece: string): number {
  const long =
    piece.length >= LONG_PIECE || (classAt(piece.charCodeAt(piece.length - 1)) & (COMMA | STOP)) !== 0;
  return long ? PIECE_WEIGHT : -PIECE_WEIGHT;
}

/** The class of a word's first letter or digit, past opening marks. */
function initialOf(word: string): number {
  for (let i = 0; i < word.length && i < 4; i++) {
    const bits = classAt(word.charCodeAt(i));
    if ((bits & (LETTER | DIGIT)) !== 0) return bits;
    if ((bits & OPENING) === 0 && i > 1) break;
  }
  return 0;
}

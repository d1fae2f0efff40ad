/**
 * Splits paragraphs that a dump has glued together. One pass over the text; every decision looks at the few characters
 * around the joint, and at the words of the text.
 */
import { CLOSING, classAt, DIGIT, LETTER, LOWER, SPACE, STOP, UPPER } from "../features/characters.js";
import { isCamelJoint, mayBeCamelJoint, Vocabulary } from "./camel-joint.js";
import { isLetters, wordAfter, wordBefore } from "./neighbours.js";
import { stopJoint } from "./stop-joint.js";

/** Texts shorter than this hold one paragraph. */
const SHORTEST = 20;
const QUOTE = 34;
const HYPHEN = 45;
const COLON = 58;

/**
 * The parts of a text, cut at its joints; the text itself when there are none. The parts in order are the text, but
 * for white space at the joints.
 */
export function splitGlued(text: string): string[] {
  const cuts = text.length < SHORTEST ? [] : joints(text);
  if (cuts.length === 0) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    const part = text.slice(from, cut).trim();
    if (part !== "") parts.push(part);
    from = cut;
  }
  return parts;
}

/** Offsets at which a new part starts, rising. */
function joints(text: string): number[] {
  const vocabulary = new Vocabulary(text);
  const cuts: number[] = [];
  let quotes = 0;
  let before = SPACE;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const bits = classAt(code);
    let cut = -1;
    if (code === QUOTE) quotes++;
    else if ((bits & STOP) !== 0) cut = stopJoint(text, i, quotes % 2 === 1);
    else if (mayBeCamelJoint(before, bits, classAt(text.charCodeAt(i + 1)))) {
      cut = isCamelJoint(text, i, cuts.at(-1) ?? 0, vocabulary) ? i : -1;
    } else if (isGluedMarker(text, i, code, before) || isColonJoint(text, i, bits)) cut = i;
    before = bits;
    if (cut < 0) continue;
    cuts.push(cut);
    // A new part starts outside of any quotation; what the joint passed over is behind it.
    quotes = 0;
    if (cut > i) {
      i = cut - 1;
      before = SPACE;
    }
  }
  return cuts;
}

/** `…below.- First item`: a list mark right behind a word. A suspended hyphen (`pre- and post-war`) goes on in small letters. */
function isGluedMarker(text: string, at: number, code: number, before: number): boolean {
  if ((before & SPACE) !== 0) return false;
  if ((classAt(code) & DIGIT) !== 0) return isGluedNumber(text, at, before);
  if (code !== HYPHEN || (classAt(text.charCodeAt(at + 1)) & SPACE) === 0) return false;
  const next = classAt(text.charCodeAt(at + 2));
  if ((before & (LETTER | DIGIT)) === 0) return (next & SPACE) === 0;
  return (next & (UPPER | DIGIT)) !== 0 && (before & (LOWER | DIGIT)) !== 0;
}

/** Characters within which the neighbour of a numbered item stands. */
const LIST_REACH = 4_000;
const LIST_NUMBER = /^(\d{1,2})([.)]) ?["“„«]?\p{Lu}/u;

/** `…in the list2. Second item`: a list number right behind a word, and its neighbour is in the text too. */
function isGluedNumber(text: string, at: number, before: number): boolean {
  if ((before & (LOWER | CLOSING)) === 0) return false;
  const mark = LIST_NUMBER.exec(text.slice(at, at + 8));
  if (mark === null) return false;
  const number = Number(mark[1]);
  return (
    text.includes(`${number + 1}${mark[2]} `) || (number > 1 && text.includes(`${number - 1}${mark[2]} `))
  );
}

/** `Pros:High quality`: a label that names a list, and its first item. */
function isColonJoint(text: string, at: number, bits: number): boolean {
  if ((bits & UPPER) === 0 || text.charCodeAt(at - 1) !== COLON) return false;
  const left = wordBefore(text, at - 1);
  const right = wordAfter(text, at);
  return (
    left.length >= 3 &&
    isLetters(left) &&
    right.length >= 2 &&
    (classAt(text.charCodeAt(at + right.length)) & SPACE) !== 0
  );
}

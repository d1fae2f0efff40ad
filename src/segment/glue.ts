/**
 * Splits paragraphs that a dump has glued together. A first look tells whether there is anything to split; then one pass
 * over the text finds what it tells as a whole and the few places where a part may end (survey.ts), and every decision
 * looks at the characters around such a place. No place is looked at twice, so that the time is linear in the length.
 */
import { CLOSING, classAt, DIGIT, LETTER, LOWER, MARK, SPACE, STOP, UPPER } from "../features/characters.js";
import { isCamelJoint, isCapitalsJoint } from "./camel-joint.js";
import { isCodeJoint } from "./code-joint.js";
import { isMarkJoint } from "./mark-joint.js";
import { has } from "./neighbours.js";
import { isQuote, Quotes } from "./quotes.js";
import { SEMICOLON } from "./signs.js";
import { isSmallJoint } from "./small-joint.js";
import { sentenceEnd, startsPart } from "./stop-joint.js";
import { Survey } from "./survey.js";
import { mayBeGlued } from "./tight-place.js";
import { isPieceStart } from "./vocabulary.js";
import { isNumberJoint, isWordJoint } from "./word-joint.js";

/** Texts shorter than this hold one paragraph. */
const SHORTEST = 12;
const GREEK = /\p{Script=Greek}/u;

/**
 * The parts of a text, cut at its joints; the text itself when there are none. The parts in order are the text, but
 * for white space at the joints.
 */
export function splitGlued(text: string): string[] {
  const cuts = text.length < SHORTEST || !mayBeGlued(text) ? [] : joints(text);
  if (cuts.length === 0) return [text];
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i <= cuts.length; i++) {
    const cut = cuts[i] ?? text.length;
    const part = text.slice(from, cut).trim();
    if (part !== "") parts.push(part);
    from = cut;
  }
  return parts;
}

/** Offsets at which a new part starts, rising. */
function joints(text: string): number[] {
  const survey = new Survey(text);
  const quotes = new Quotes(survey.quoteRoles);
  const cuts: number[] = [];
  const { items, isProgram, places } = survey;
  // A line of a program may start anywhere.
  const count = isProgram ? text.length : places.length;
  let item = 0;
  let from = 0;
  // Up to here, everything has been read.
  let read = 0;
  for (let place = 0; place < count; place++) {
    const i = isProgram ? place : (places[place] ?? 0);
    if (i < read) continue;
    while (i > (items[item] ?? text.length)) item++;
    const code = text.charCodeAt(i);
    const bits = classAt(code);
    // A part that a mark has ended starts as a text does.
    const before = i === from ? SPACE : classAt(text.charCodeAt(i - 1));
    let cut = -1;
    if ((bits & STOP) !== 0) {
      const end = sentenceEnd(text, i, quotes);
      // What the sentence's end has passed over has been read.
      read = end;
      if (i > from && startsPart(text, i, end, from, survey)) cut = end;
    } else if (isQuote(code)) {
      if (quotes.see(text, i)) {
        if (isQuoteEnd(text, i, before, survey)) cut = i + 1;
      } else if (isQuoteJoint(text, i, before, survey)) cut = i;
    } else if (i === items[item] && i > from) {
      cut = i;
    } else if ((before & SPACE) === 0 && i > from) {
      if ((bits & LOWER) !== 0) {
        if ((before & (LOWER | MARK)) === 0 && isSmallJoint(text, i, survey)) cut = i;
        else if (isProgram && isCodeJoint(text, i, from)) cut = i;
      } else if ((bits & MARK) === 0) {
        if (isProgram && isCodeJoint(text, i, from)) cut = i;
        else if (!quotes.isOpen || !isQuote(text.charCodeAt(i - 1))) {
          if (isOtherJoint(text, i, code, bits, from, survey)) cut = i;
        }
      }
    }
    if (cut < 0) continue;
    cuts.push(cut);
    from = cut;
    // A part may start with a quotation, which is open then.
    if (cut > i || !isQuote(code)) quotes.reset();
    if (cut > i) read = cut;
  }
  return cuts;
}

function isOtherJoint(
  text: string,
  at: number,
  code: number,
  bits: number,
  from: number,
  survey: Survey,
): boolean {
  if ((bits & UPPER) !== 0) {
    if (isPieceStart(text, at)) return isCamelJoint(text, at, from, survey);
    if (has(text, at - 1, UPPER)) return isCapitalsJoint(text, at);
    return text.charCodeAt(at - 1) === SEMICOLON ? isGreekQuestion(text, at) : isWordJoint(text, at, survey);
  }
  if ((bits & DIGIT) !== 0) return isNumberJoint(text, at, survey);
  if ((bits & (LETTER | MARK)) === 0) return isMarkJoint(text, at, code, from, survey);
  return false;
}

/** `…Title“We knew nothing`: a quotation that opens right behind a word or a bracket. */
function isQuoteJoint(text: string, at: number, before: number, survey: Survey): boolean {
  if ((before & (LETTER | DIGIT | CLOSING)) === 0 && text.charAt(at - 1) !== ":") return false;
  return survey.sureJoints > 0 && has(text, at + 1, UPPER | DIGIT);
}

/** `…what he called “a gift”The rest`: a quotation without an end mark closes right before a word. */
function isQuoteEnd(text: string, at: number, before: number, survey: Survey): boolean {
  if ((before & (LETTER | DIGIT)) === 0 || survey.sureJoints === 0) return false;
  return has(text, at + 1, UPPER) && has(text, at + 2, LOWER | SPACE);
}

/** Greek asks with a semicolon. */
function isGreekQuestion(text: string, at: number): boolean {
  return GREEK.test(text.charAt(at)) && GREEK.test(text.charAt(at - 2));
}

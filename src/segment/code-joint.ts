/** Joints between the lines of a program: `{` `}` `;` `)` and comments that touch the next line's start. */
import { classAt, LETTER, SPACE, SYMBOL } from "../features/characters.js";
import { has, tokenAround } from "./neighbours.js";
import { CLOSING_BRACE, CLOSING_BRACKET, OPENING_BRACE, SEMICOLON, SLASH, STRAIGHT_QUOTE } from "./signs.js";

const GREATER = 62;
const LESS = 60;
/** `/>`, `-->`, `</tag>`: what the next element follows on a line of its own. */
const TAG_END = /(?:\/|--|\?|<\/[\w:.-]+)>$/;
const TAG_WIDTH = 40;
const LONGEST_LINE = 200;
/** What a line of a program starts with, besides a letter: } // @annotation [attribute] <tag> */
const LINE_STARTS = "}/@_$[<*#&";

/** Whether a line of a program starts at `at`, right behind another, in the part that starts at `from`. Only for texts
 * that hold a program. */
export function isCodeJoint(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  if (code === CLOSING_BRACE && text.charCodeAt(at - 1) !== OPENING_BRACE) return closesLines(text, at, from);
  if (code === OPENING_BRACE) return /[)>]/.test(text.charAt(at - 1)) && has(text, at + 1, LETTER | SYMBOL);
  const bits = classAt(code);
  const starts = (bits & LETTER) !== 0 || LINE_STARTS.includes(text.charAt(at));
  if (code === SLASH && text.charCodeAt(at + 1) === SLASH)
    return has(text, at + 2, SPACE) && !has(text, at - 1, SPACE);
  if (!starts)
    return code === STRAIGHT_QUOTE && text.charCodeAt(at - 1) === OPENING_BRACE && has(text, at - 2, SPACE);
  switch (text.charCodeAt(at - 1)) {
    case SEMICOLON:
      return (
        !/&[\p{L}\d#]+;$/u.test(text.slice(Math.max(0, at - 9), at)) && !tokenAround(text, at).includes("://")
      );
    case OPENING_BRACE:
      return has(text, at - 2, SPACE) || /[)>]/.test(text.charAt(at - 2));
    case CLOSING_BRACE:
      return !tokenAround(text, at).includes("{{");
    case CLOSING_BRACKET:
      // A call's end: f() or f("…") or f(g(…)); not (neuro)science.
      return /[()"'\]]/.test(text.charAt(at - 2)) && code !== SLASH;
    case GREATER:
      return text.charCodeAt(at) === LESS && TAG_END.test(text.slice(Math.max(0, at - TAG_WIDTH), at));
    default:
      return false;
  }
}

/** A brace that was opened on a line before, so not in the part that starts at `from`. */
function closesLines(text: string, at: number, from: number): boolean {
  if (at - from > LONGEST_LINE) return false;
  let open = 0;
  for (let i = from; i < at; i++) {
    const code = text.charCodeAt(i);
    if (code === OPENING_BRACE) open++;
    else if (code === CLOSING_BRACE) open--;
  }
  return open <= 0;
}

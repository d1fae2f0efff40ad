/**
 * Joints before a small letter, where only the mark before it can tell: `…as follows:import os`, `close(file)return`,
 * `…of the year,which`. Sentences seldom start so; lines of programs, commands and hard-wrapped text do.
 */
import { LETTER, LOWER, MARK, SPACE } from "../features/characters.js";
import { has, identifierEnd } from "./neighbours.js";
import { CLOSING_BRACKET, COLON, HYPHEN, SEMICOLON } from "./signs.js";
import type { Survey } from "./survey.js";

const COMMA_SIGN = 44;
const OPENING_BRACKET = 40;
const LOW_LINE = 95;

/** A bracket and what it holds are hardly longer. */
const BRACKET_WIDTH = 160;
/** Letters of a word before a colon: shorter ones are names of drives and hosts. */
const SHORTEST_WORD = 2;

/** Whether a new part starts with the small letter at `at`, right behind a mark. */
export function isSmallJoint(text: string, at: number, survey: Survey): boolean {
  switch (text.charCodeAt(at - 1)) {
    case COLON:
      return survey.sureJoints > 0 && endsIntroduction(text, at - 1);
    case COMMA_SIGN:
    case SEMICOLON:
      return survey.isSurelyGlued && endsLine(text, at - 1) && startsWords(text, at);
    case CLOSING_BRACKET:
      return identifierEnd(text, at) > at + 1 && endsCall(text, at - 1, survey.isProgram);
    default:
      return false;
  }
}

/** `…looks like this:`, a word of prose before the colon; not `user:name`, `C:path`, `Leser:innen`. */
export function endsIntroduction(text: string, colon: number): boolean {
  let start = colon;
  while (start > 0 && has(text, start - 1, LOWER | MARK)) start--;
  return (
    colon - start >= SHORTEST_WORD && (has(text, start - 1, SPACE) || text.charCodeAt(start - 1) === HYPHEN)
  );
}

const endsLine = (text: string, comma: number): boolean =>
  (has(text, comma - 1, LOWER) || text.charCodeAt(comma - 1) === CLOSING_BRACKET) &&
  has(text, comma - 2, LOWER);

function startsWords(text: string, at: number): boolean {
  const end = identifierEnd(text, at);
  return has(text, end, SPACE) || text.charCodeAt(end) === OPENING_BRACKET;
}

/** What closes is a call, or holds several words: not (neuro)science, Kolleg(inn)en, 401(k)s. */
function endsCall(text: string, close: number, isProgram: boolean): boolean {
  let depth = 0;
  let several = false;
  for (let i = close; i >= 0 && close - i <= BRACKET_WIDTH; i--) {
    const code = text.charCodeAt(i);
    if (code === CLOSING_BRACKET) depth++;
    else if (code === OPENING_BRACKET) {
      depth--;
      if (depth === 0) return several || (isProgram && isName(text, i - 1));
    } else if (!has(text, i, LETTER | MARK) && code !== HYPHEN) several = true;
  }
  return false;
}

const isName = (text: string, at: number): boolean =>
  has(text, at, LETTER) || text.charCodeAt(at) === LOW_LINE || text.charCodeAt(at) === CLOSING_BRACKET;

/** Joints at marks: list marks, rules, the pipes between rows and amounts that touch what stands before them. */
import { CLOSING, COMMA, classAt, DIGIT, LETTER, LOWER, SPACE, STOP, UPPER } from "../features/characters.js";
import { bulletEnd } from "./bullets.js";
import { has, wordAfter, wordBefore } from "./neighbours.js";
import { COLON, EN_DASH, HYPHEN, PIPE, SLASH, STAR } from "./signs.js";
import { endsIntroduction } from "./small-joint.js";
import type { Survey } from "./survey.js";

const AMPERSAND = 38;
const HASH = 35;
/** What an introduction that ends with a colon may be followed by, besides words: code, a quotation, a tag. */
const INTRODUCED = "[<{#@/";
/** Two slashes or three, and a space. */
const COMMENT = /^\/\/\/? /;
const COMMENT_WIDTH = 4;
const FIRST_LINE_DRAWING = 0x2500;
const LAST_LINE_DRAWING = 0x257f;
const LEFT_BORDERS = "│┃║├┌└╔╚╠┏┗┣";
const RIGHT_BORDERS = "│┃║┤┐┘╗╝╣┓┛┫";
const CURRENCIES = "$€£¥₹";
/** As many hyphens are a rule between sections. */
const RULE_LENGTH = 3;

/** Words that go on behind a suspended hyphen: pre- and post-war, Vor- oder Nachteile. */
const CONJUNCTIONS = new Set(
  "and or to und oder bis sowie wie et ou y o e u ni og och eller en of ja tai i lub a nebo és vagy и или і або ve veya to".split(
    " ",
  ),
);

/** Whether a list mark at `at` starts a new part; `from` is where the part before it starts. */
export function isMarkJoint(text: string, at: number, code: number, from: number, survey: Survey): boolean {
  const before = classAt(text.charCodeAt(at - 1));
  if (text.charCodeAt(at - 1) === COLON && INTRODUCED.includes(text.charAt(at)))
    return survey.sureJoints > 0 && endsIntroduction(text, at - 1) && !isPath(text, at);
  if (code >= FIRST_LINE_DRAWING && code <= LAST_LINE_DRAWING) return startsDrawnLine(text, at);
  switch (code) {
    case HASH:
      return (
        text.charCodeAt(at - 1) !== HASH &&
        has(text, at + 1, SPACE) &&
        has(text, at + 2, LETTER) &&
        !isSharp(text, at)
      );
    case SLASH:
      return text.charCodeAt(at + 1) === SLASH && !isPath(text, at) && !/[:"“'/]/.test(text.charAt(at - 1));
    case HYPHEN:
      return isRule(text, at) || (has(text, at + 1, SPACE) && isHyphenItem(text, at, before, from, survey));
    case EN_DASH:
      return has(text, at + 1, SPACE) && text.charCodeAt(from) === EN_DASH && has(text, at + 2, LETTER);
    case STAR:
      return has(text, at + 1, SPACE) && isStarItem(text, at, before, from, survey);
    case PIPE:
      return (
        survey.isTable &&
        text.charCodeAt(at - 1) === PIPE &&
        has(text, at - 2, SPACE) &&
        has(text, at + 1, SPACE)
      );
  }
  if (has(text, at + 1, DIGIT) && CURRENCIES.includes(text.charAt(at)))
    return (before & DIGIT) !== 0 || ((before & LOWER) !== 0 && survey.sureJoints > 0);
  return (before & (LETTER | DIGIT | CLOSING | STOP)) !== 0 && bulletEnd(text, at) > 0;
}

/** `//server/path`, where a comment has a space. */
const isPath = (text: string, at: number): boolean =>
  text.charCodeAt(at) === SLASH && !COMMENT.test(text.slice(at, at + COMMENT_WIDTH));

/** C# and F#; a comment of a program or a shell stands behind more than a letter. */
const isSharp = (text: string, at: number): boolean =>
  has(text, at - 1, UPPER) && !has(text, at - 2, LETTER | DIGIT);

/** `┐│ text │├──┤`: a line of a drawing starts at its left border, behind the right border of the one before. */
function startsDrawnLine(text: string, at: number): boolean {
  if (!LEFT_BORDERS.includes(text.charAt(at))) return false;
  const before = text.charCodeAt(at - 1);
  return (
    before < FIRST_LINE_DRAWING || before > LAST_LINE_DRAWING || RIGHT_BORDERS.includes(text.charAt(at - 1))
  );
}

/** `----` between two texts, not in a drawn table or a comment of a program. */
function isRule(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) === HYPHEN || !has(text, at - 1, LETTER | DIGIT | STOP | CLOSING)) return false;
  let end = at;
  while (text.charCodeAt(end) === HYPHEN && end - at < RULE_LENGTH) end++;
  // Between two small letters it is a dash.
  return (
    end - at === RULE_LENGTH &&
    !(has(text, at - 1, LOWER) && /^-*\p{Ll}/u.test(text.slice(end, end + RULE_LENGTH)))
  );
}

/** `…below.- First item- second item`: not pre- and post-war, 12pm- 1pm, nor a dash. */
function isHyphenItem(text: string, at: number, before: number, from: number, survey: Survey): boolean {
  if (has(text, at + 2, SPACE) || text.charCodeAt(at - 1) === HYPHEN) return false;
  const inList = text.charCodeAt(from) === HYPHEN;
  if ((before & (LETTER | DIGIT)) === 0)
    return (
      (before & (STOP | CLOSING)) !== 0 ||
      text.charCodeAt(at - 1) === COLON ||
      (inList && (before & COMMA) !== 0) ||
      isQuoteLike(text, at - 1)
    );
  const next = classAt(text.charCodeAt(at + 2));
  if (has(text, at + 2, DIGIT) && /\d/.test(wordBefore(text, at))) return inList && (before & DIGIT) !== 0;
  if (inList && text.charCodeAt(at + 2) !== AMPERSAND) return !CONJUNCTIONS.has(wordAfter(text, at + 2));
  if (survey.hyphenItems > 0) return (next & (UPPER | DIGIT)) !== 0;
  return (next & (UPPER | DIGIT)) !== 0 && (before & (LOWER | DIGIT)) !== 0;
}

const isQuoteLike = (text: string, at: number): boolean => /["”“»«’'%+*]/.test(text.charAt(at));

/** `…peas.Snacks:* 1 carrot* a handful`; the star behind an emphasis stands alone in its text. */
function isStarItem(text: string, at: number, before: number, from: number, survey: Survey): boolean {
  if (survey.hasEmphasis || has(text, at + 2, SPACE)) return false;
  if ((before & STOP) !== 0 || text.charCodeAt(at - 1) === COLON) return true;
  return (
    (text.charCodeAt(from) === STAR || survey.starItems > 0) && (before & (LETTER | DIGIT | CLOSING)) !== 0
  );
}

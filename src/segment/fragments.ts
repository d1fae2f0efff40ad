/**
 * Rejoins sentences that were cut at links, names and emphases: dumps that print every text node on its own line.
 * A cut leaves an open end before it and a continuation after it; both must be visible.
 */
import { CLOSING, COMMA, classAt, LOWER, OPENING, STOP } from "../features/characters.js";
import { languagesOf } from "../features/language.js";
import { endingOf } from "../features/measures.js";
import { forEachWord } from "../features/words.js";
import type { Draft } from "./draft.js";

/** Menus have short lines only; a sentence that was cut leaves a piece of this length (dumps.md: 25 characters). */
const PIECE = 25;
/** An open line as long as this is a cut sentence, not a heading. */
const LONG_PIECE = 60;
/** A link's or a name's text. */
const SHORT_NODE = 60;
/** Pieces of one sentence: beyond this, a table was taken for one. */
const MOST_PIECES = 400;

export function joinFragments(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  let pieces = 1;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    if (draft === undefined) continue;
    const before = joined.at(-1);
    if (before !== undefined && pieces < MOST_PIECES && isCut(before, draft, drafts[i + 1])) {
      before.join(draft);
      pieces++;
    } else {
      joined.push(draft);
      pieces = 1;
    }
  }
  return joined;
}

function isCut(before: Draft, draft: Draft, after: Draft | undefined): boolean {
  if (before.form === "code" || draft.form !== "text") return false;
  if (endingOf(before.text) === "sentence") return false;
  if (startsWithClosing(draft.text)) return true;
  if (endsOpenly(before.text)) return true;
  if (startsLower(draft.text) && (before.text.length >= PIECE || draft.text.length >= PIECE)) return true;
  return (
    after !== undefined &&
    before.text.length >= LONG_PIECE &&
    draft.text.length <= SHORT_NODE &&
    after.form === "text" &&
    (startsWithClosing(after.text) || startsLower(after.text))
  );
}

/** Punctuation that no sentence starts with. An ellipsis may start one. */
function startsWithClosing(text: string): boolean {
  const bits = classAt(text.charCodeAt(0));
  if (text.startsWith("..") || text.startsWith("…")) return false;
  return (bits & (STOP | COMMA | CLOSING)) !== 0 || text.startsWith(": ");
}

function startsLower(text: string): boolean {
  const bits = classAt(text.charCodeAt(0));
  if ((bits & OPENING) !== 0) return (classAt(text.charCodeAt(1)) & LOWER) !== 0;
  return (bits & LOWER) !== 0;
}

/** Ends in an opening bracket, a dash after a word, a comma, or with a function word. */
function endsOpenly(text: string): boolean {
  const bits = classAt(text.charCodeAt(text.length - 1));
  if ((bits & OPENING) !== 0) return true;
  if (text.length < PIECE) return false;
  if ((bits & COMMA) !== 0 || /[\p{L}\d] [–—-]$/u.test(text.slice(-3))) return true;
  let last = 0;
  const tail = text.slice(-LONGEST_FUNCTION_WORD);
  forEachWord(tail, (hash, start, end) => {
    last = start > 0 && end === tail.length ? hash : 0;
  });
  return last !== 0 && languagesOf(last) !== 0 && (classAt(text.charCodeAt(0)) & LOWER) === 0;
}

const LONGEST_FUNCTION_WORD = 12;

/** The pieces of a word with capitals inside, around one of them. */
import { DIGIT, LETTER, MARK } from "../features/characters.js";
import { has } from "./neighbours.js";
import { isPieceStart } from "./vocabulary.js";

/** Characters that are looked at on each side: no piece is longer. */
const WINDOW = 60;
const WORD = LETTER | DIGIT | MARK;

export interface Pieces {
  readonly left: string;
  readonly right: string;
  /** Where the whole word starts, where the left piece does, where the right one ends, and where the word does. */
  readonly runStart: number;
  readonly leftStart: number;
  readonly rightEnd: number;
  readonly runEnd: number;
}

/** The pieces that meet at `at`. */
export function piecesAround(text: string, at: number): Pieces {
  const leftStart = pieceStart(text, at);
  let runStart = leftStart;
  while (runStart > 0 && leftStart - runStart < WINDOW && has(text, runStart - 1, WORD)) runStart--;
  const rightEnd = pieceEnd(text, at);
  let runEnd = rightEnd;
  while (runEnd < text.length && runEnd - rightEnd < WINDOW && has(text, runEnd, WORD)) runEnd++;
  return {
    left: text.slice(leftStart, at),
    right: text.slice(at, rightEnd),
    runStart,
    leftStart,
    rightEnd,
    runEnd,
  };
}

/** The piece that starts at `at`; empty when no word does. */
export function wordAt(text: string, at: number): string {
  return has(text, at, WORD) ? text.slice(at, pieceEnd(text, at)) : "";
}

/** The piece that ends at `at`. */
export function wordUpTo(text: string, at: number): string {
  return text.slice(pieceStart(text, at), at);
}

function pieceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < WINDOW && has(text, start - 1, WORD)) {
    start--;
    if (isPieceStart(text, start)) break;
  }
  return start;
}

function pieceEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && end - at < WINDOW && has(text, end, WORD) && !isPieceStart(text, end)) end++;
  return end;
}

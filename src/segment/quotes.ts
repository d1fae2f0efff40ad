/**
 * Which quotation marks open and which close. Most marks do either, by language: `“` opens in English and closes in
 * German, `»` the other way round in French and in German books. What stands around a mark tells it; between two words
 * without a space only what is still open does.
 */
import { CLOSING, COMMA, classAt, OPENING, SPACE, STOP } from "../features/characters.js";
import { COLON, LEFT_GUILLEMET, STRAIGHT_QUOTE } from "./signs.js";

const LEFT_DOUBLE = 0x201c;
const RIGHT_DOUBLE = 0x201d;
const LOW_DOUBLE = 0x201e;
const RIGHT_GUILLEMET = 0xbb;
const LEFT_SINGLE_GUILLEMET = 0x2039;
const RIGHT_SINGLE_GUILLEMET = 0x203a;

/** A double quotation mark, or a guillemet. Single quotes are apostrophes too often. */
export function isQuote(code: number): boolean {
  if (code === STRAIGHT_QUOTE || code === LEFT_GUILLEMET || code === RIGHT_GUILLEMET) return true;
  if (code < LEFT_DOUBLE) return false;
  return code <= LOW_DOUBLE || code === LEFT_SINGLE_GUILLEMET || code === RIGHT_SINGLE_GUILLEMET;
}

/** What a text does with each mark where white space tells: how often it opens more than it closes. */
export class QuoteRoles {
  #balance: Map<number, number> | null = null;

  /** The mark `code` with what stands before and after it, as classes of characters. */
  see(code: number, before: number, after: number): void {
    const opens = (before & AROUND_OPENING) !== 0;
    const closes = (after & AROUND_CLOSING) !== 0;
    // `sorti.« Nous`: behind an end mark, the space may be the one that French sets inside.
    if (opens !== closes && (opens || (before & (STOP | CLOSING)) === 0)) {
      this.#balance ??= new Map();
      this.#balance.set(code, this.balance(code) + (opens ? 1 : -1));
    }
  }

  balance(code: number): number {
    return this.#balance?.get(code) ?? 0;
  }
}

const AROUND_OPENING = SPACE | OPENING;
const AROUND_CLOSING = SPACE | STOP | COMMA | CLOSING;

/** The quotation that is open in a part of a text. Quotations within quotations are not followed. */
export class Quotes {
  /** The mark that opened it; 0 when none is open. */
  #open = 0;

  constructor(private readonly roles: QuoteRoles) {}

  get isOpen(): boolean {
    return this.#open !== 0;
  }

  /** A new part starts outside of any quotation. */
  reset(): void {
    this.#open = 0;
  }

  /** Whether the mark at `at` closes a quotation. */
  closes(text: string, at: number): boolean {
    const code = text.charCodeAt(at);
    const paired = isPair(this.#open, code);
    // A mark that closes what is open does so whatever stands around it: « Non ! »
    if (paired && code !== this.#open) return true;
    const before = at === 0 ? SPACE : classAt(text.charCodeAt(at - 1));
    const after = at + 1 >= text.length ? SPACE : classAt(text.charCodeAt(at + 1));
    const opens = (before & AROUND_OPENING) !== 0;
    const closes = (after & AROUND_CLOSING) !== 0;
    if (opens !== closes && !isSpacedOpening(code, closes)) return closes;
    if (code === STRAIGHT_QUOTE && this.#open === 0 && text.charCodeAt(at - 1) === COLON) return false;
    if (code === STRAIGHT_QUOTE) return nextOpens(text, at) ?? paired;
    const balance = this.roles.balance(code);
    return balance === 0 ? paired : balance < 0;
  }

  /** Reads the mark at `at`; to be called once for each, in order. Returns whether it closes. */
  see(text: string, at: number): boolean {
    const closing = this.closes(text, at);
    this.#open = closing ? 0 : text.charCodeAt(at);
    return closing;
  }
}

/** A quotation is hardly longer. */
const LOOK_AHEAD = 1_500;

/** Whether the next straight quote opens, as then this one closes; null when that one does not tell either. */
function nextOpens(text: string, at: number): boolean | null {
  let next = at + 1;
  const end = Math.min(text.length, at + LOOK_AHEAD);
  while (next < end && text.charCodeAt(next) !== STRAIGHT_QUOTE) next++;
  if (next >= end) return null;
  const opens = (classAt(text.charCodeAt(next - 1)) & AROUND_OPENING) !== 0;
  const closes = next + 1 >= text.length || (classAt(text.charCodeAt(next + 1)) & AROUND_CLOSING) !== 0;
  return opens === closes ? null : opens;
}

/** French sets a space inside: `sorti.« Nous`. */
function isSpacedOpening(code: number, closes: boolean): boolean {
  return code === LEFT_GUILLEMET && closes;
}

function isPair(opened: number, code: number): boolean {
  switch (code) {
    case LEFT_DOUBLE:
      return opened === LOW_DOUBLE;
    case RIGHT_DOUBLE:
      return opened === LEFT_DOUBLE || opened === LOW_DOUBLE || opened === RIGHT_DOUBLE;
    case STRAIGHT_QUOTE:
      return opened === STRAIGHT_QUOTE || opened === LOW_DOUBLE;
    case RIGHT_GUILLEMET:
      return opened === LEFT_GUILLEMET || opened === RIGHT_GUILLEMET;
    case LEFT_GUILLEMET:
      return opened === RIGHT_GUILLEMET;
    case RIGHT_SINGLE_GUILLEMET:
      return opened === LEFT_SINGLE_GUILLEMET;
    case LEFT_SINGLE_GUILLEMET:
      return opened === RIGHT_SINGLE_GUILLEMET;
    default:
      return false;
  }
}

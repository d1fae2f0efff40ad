/**
 * The items of numbered lists and tables: 1, 2, 3 … in order, each right behind what stands before it
 * (`…the list2. Second item`, `65.916 | Connecticut`). The order is what tells an item's number from any other, so it
 * even tells where a table's value ends and the next row's number starts.
 */
import { CLOSING, classAt, DIGIT, LETTER, LOWER, SPACE, STOP, UPPER } from "../features/characters.js";
import { CLOSING_BRACKET, COLON, FULL_STOP, PIPE } from "./signs.js";

/** With a list's mark behind them, two numbers in order make a list. */
const LEAST_LISTED_ITEMS = 2;
/** Two other numbers in order happen; three do not. */
const LEAST_ITEMS = 3;
/** Without a mark behind the number, more of them are needed. */
const LEAST_UNMARKED_ITEMS = 4;
const LONGEST_NUMBER = 12;
/** Signs that end what stands before a number. */
const ENDS = "%:+*\"'’";

class Sequence {
  #expected = 1;
  #offsets: number[] = [];
  /** The second number touched the digits of the value before it: so may the others. */
  #inRows = false;

  constructor(
    private readonly least: number,
    private readonly confirmed: number[],
  ) {}

  /** A run of digits from `start` to `end` with this sequence's mark behind it. */
  see(text: string, start: number, end: number): void {
    const offset = suffixStart(text, start, end, this.#expected);
    if (offset === start || (offset > start && this.#acceptsRow(text, start, end)))
      this.#add(text, start, offset);
    else if (
      this.#expected > 1 &&
      isGlued(text, start) &&
      suffixStart(text, start, end, this.#expected + 1) === start
    ) {
      // An item whose number could not be told from the digits before it has been passed over.
      this.#expected++;
      this.#add(text, start, start);
    } else if (suffixStart(text, start, end, 1) === start) this.#restart(text, start, start);
    else if (
      suffixStart(text, start, end, 1) === end - 1 &&
      (isYear(text, start, end - 1) || (this.#expected <= 2 && isFraction(text, start)))
    )
      this.#restart(text, start, end - 1);
  }

  #acceptsRow(text: string, start: number, end: number): boolean {
    if (this.#expected > 2 && !this.#inRows) return false;
    return isFraction(text, start) || text.charCodeAt(end + 1) === PIPE;
  }

  #add(text: string, start: number, offset: number): void {
    if (this.#expected === 2) this.#inRows = offset > start;
    this.#expected++;
    if (offset > start || isGlued(text, offset)) this.#offsets.push(offset);
  }

  #restart(text: string, start: number, offset: number): void {
    this.flush();
    this.#add(text, start, offset);
  }

  flush(): void {
    const least = this.#inRows ? LEAST_ITEMS : this.least;
    if (this.#expected > least) for (const offset of this.#offsets) this.confirmed.push(offset);
    this.#offsets = [];
    this.#expected = 1;
    this.#inRows = false;
  }
}

/** The digits behind a decimal point: 65.9, 1,250.0 */
const isFraction = (text: string, start: number): boolean =>
  ".,".includes(text.charAt(start - 1)) && (classAt(text.charCodeAt(start - 2)) & DIGIT) !== 0;

/** Not #2, (3), 1/4 and the like; not 3.1 either, but `in 2025.1. The first`. */
function isGlued(text: string, at: number): boolean {
  if (at === 0) return false;
  if (isFraction(text, at)) return isYear(text, at - 5, at - 1);
  const before = text.charAt(at - 1);
  return (classAt(before.charCodeAt(0)) & (LETTER | STOP | CLOSING)) !== 0 || ENDS.includes(before);
}

/** `…trends for 2025` before `1. The first` */
const isYear = (text: string, start: number, end: number): boolean =>
  end - start === 4 && /^(?:19|20)/.test(text.slice(start, end));

/** Where the digits of `number` start at the end of a run of digits, noughts before them included; -1 when it ends in others. */
function suffixStart(text: string, start: number, end: number, number: number): number {
  let at = end;
  for (let rest = number; rest > 0; rest = (rest - (rest % 10)) / 10) {
    at--;
    if (at < start || text.charCodeAt(at) !== 48 + (rest % 10)) return -1;
  }
  const padded = at === start + 1 && text.charCodeAt(start) === 48 && !isFraction(text, start);
  return padded ? start : at;
}

/** Finds the items while a text is read from its start to its end. */
export class NumberedItems {
  readonly #offsets: number[] = [];
  readonly #stopped = new Sequence(LEAST_LISTED_ITEMS, this.#offsets);
  readonly #bracketed = new Sequence(LEAST_LISTED_ITEMS, this.#offsets);
  readonly #colons = new Sequence(LEAST_ITEMS, this.#offsets);
  readonly #piped = new Sequence(LEAST_ITEMS, this.#offsets);
  readonly #spaced = new Sequence(LEAST_UNMARKED_ITEMS, this.#offsets);
  readonly #bare = new Sequence(LEAST_UNMARKED_ITEMS, this.#offsets);

  /** A run of digits from `start` to `end`. */
  see(text: string, start: number, end: number): void {
    if (end - start > LONGEST_NUMBER) return;
    const code = text.charCodeAt(end);
    const next = classAt(text.charCodeAt(end + 1));
    const spaced = (next & SPACE) !== 0;
    if (code === FULL_STOP) {
      if (spaced || (next & UPPER) !== 0) this.#stopped.see(text, start, end);
    } else if (code === CLOSING_BRACKET) {
      if (spaced || (next & UPPER) !== 0) this.#bracketed.see(text, start, end);
    } else if (code === COLON) {
      if (spaced) this.#colons.see(text, start, end);
    } else if ((classAt(code) & SPACE) !== 0) {
      if (text.charCodeAt(end + 1) === PIPE) this.#piped.see(text, start, end);
      // A footnote's number follows a letter or an end mark, a row's number the last value of the row before.
      else if ((next & UPPER) !== 0 && (start === 0 || isRow(text, start, end)))
        this.#spaced.see(text, start, end);
    } else if ((classAt(code) & UPPER) !== 0 && (next & LOWER) !== 0) this.#bare.see(text, start, end);
  }

  /** Offsets of the items' numbers that stand right behind something, rising. */
  finish(): readonly number[] {
    for (const sequence of [
      this.#stopped,
      this.#bracketed,
      this.#colons,
      this.#piped,
      this.#spaced,
      this.#bare,
    ])
      sequence.flush();
    return this.#offsets.sort((a, b) => a - b);
  }
}

/** More than the row's number: the digits before it belong to a value. */
function isRow(text: string, start: number, end: number): boolean {
  return end - start > 1 || (classAt(text.charCodeAt(start - 1)) & (DIGIT | LOWER)) !== 0;
}

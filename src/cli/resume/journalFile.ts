/**
 * The journal on disk: a line of JSON each for the run, for every input that was begun, and for every mark. Lines are
 * only appended; one that a kill or a power failure has torn, and all behind it, count for nothing.
 */
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { JournalError } from "../outputError.js";
import type { RunIdentity } from "./identity.js";
import { type InputState, inputStateOf } from "./inputState.js";
import { type Mark, markOf, START } from "./mark.js";

/** What the lines mean; a later version of bodycopy may write others. */
const VERSION = 1;

interface Line {
  readonly value: unknown;
  /** Bytes up to its end. */
  readonly end: number;
}

export interface JournalState {
  readonly run: RunIdentity;
  readonly mark: Mark;
  /** Bytes of the journal up to the mark; what follows is given up. */
  readonly end: number;
}

/** null without a journal, or when not even its first line is whole. `fits`: the output still has what a mark tells. */
export function readJournal(path: string, fits: (mark: Mark) => boolean): JournalState | null {
  let state: JournalState | null = null;
  for (const { value, end } of linesOf(path)) {
    if (state === null) {
      const run = runOf(value);
      if (run === null) return null;
      state = { run, mark: START, end };
      continue;
    }
    const mark = markOf(value);
    if (mark === null && inputStateOf(value) === null) break;
    if (mark !== null && fits(mark)) state = { run: state.run, mark, end };
  }
  return state;
}

/** The inputs that were begun, one after the other as they are asked for. */
export function* journalInputs(path: string, end: number): Generator<InputState> {
  for (const line of linesOf(path)) {
    if (line.end > end) return;
    const input = inputStateOf(line.value);
    if (input !== null) yield input;
  }
}

function runOf(value: unknown): RunIdentity | null {
  if (typeof value !== "object" || value === null || !("journal" in value) || !("run" in value)) return null;
  return value.journal === VERSION && typeof value.run === "object" ? (value.run as RunIdentity) : null;
}

const PIECE_BYTES = 64 * 1024;
const LINE_END = 0x0a;

/** The whole lines up to the first that is none; a journal of many inputs is not read into memory. */
function* linesOf(path: string): Generator<Line> {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw JournalError.from(path, error);
  }
  try {
    let held: Buffer = Buffer.alloc(0);
    let end = 0;
    while (true) {
      const piece = Buffer.allocUnsafe(PIECE_BYTES);
      const count = readSync(descriptor, piece);
      if (count === 0) return;
      held = Buffer.concat([held, piece.subarray(0, count)]);
      for (let at = held.indexOf(LINE_END); at !== -1; at = held.indexOf(LINE_END)) {
        const value = parsed(held.subarray(0, at).toString("utf8"));
        if (value === undefined) return;
        end += at + 1;
        yield { value, end };
        held = held.subarray(at + 1);
      }
    }
  } finally {
    closeSync(descriptor);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Appends to a journal. Every method throws JournalError. */
export class JournalWriter {
  readonly #descriptor: number;
  #end: number;

  /** Goes on behind the first `end` bytes. */
  constructor(
    private readonly path: string,
    end: number,
  ) {
    this.#end = end;
    this.#descriptor = this.#attempt(() => openSync(path, "a", OWNER_ONLY));
    this.#attempt(() => ftruncateSync(this.#descriptor, end));
  }

  begin(run: RunIdentity): void {
    this.append([{ journal: VERSION, run }]);
  }

  append(lines: readonly unknown[]): void {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
    try {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.#descriptor, bytes, written);
      }
      this.#end += bytes.length;
    } catch (error) {
      // Half a line must not spoil a later one.
      ftruncateSync(this.#descriptor, this.#end);
      throw JournalError.from(this.path, error);
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw JournalError.from(this.path, error);
    }
  }
}

/** It names files that others may not list. */
const OWNER_ONLY = 0o600;

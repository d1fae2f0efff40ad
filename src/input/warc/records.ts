/**
 * Bytes -> WARC records, one at a time. The frames are found here and not by warcio, whose reader believes every
 * Content-Length: behind a wrong one it reads rubbish, at a record that is cut off it never returns, and it holds a
 * head of any length. Here a record counts when it ends as records do, another follows it, or the file ends; else reading goes on at the next
 * line that begins a record.
 */
import type { InputError, InputPlace, InputProblem, RecordFlaw } from "../../errors.js";
import type { ReadingPoint } from "../../model.js";
import { ByteWindow } from "./byteWindow.js";
import type { Unpacked } from "./members.js";

export interface RawRecord {
  /** 0-based position among all records of the file, whatever their type. */
  readonly record: number;
  /** From "WARC/1.0" to its empty line. */
  readonly head: Buffer;
  readonly content: Buffer;
  /** Where the archive can be read again from this record on. */
  readonly point: ReadingPoint | null;
}

export interface LostRecord {
  readonly place: InputPlace;
  readonly problem: InputProblem;
}

/** A head is a dozen lines; those of crawlers that write down whole cookies have some kilobytes. */
const MOST_HEAD_BYTES = 64 * 1024;
/** Blank lines between records are two; writers differ. */
const MOST_GAP_BYTES = 64;

const VERSION = Buffer.from("WARC/");
/** A line that begins a record, and the start of the line behind it, as no page about archives has them. */
const RECORD_START = /^WARC\/\d\.\d{1,2}[ \t]{0,8}\r?\n[A-Za-z][\w-]{1,60}[ \t]{0,8}:/;
/** Behind rubbish it may stand within a line; then the line behind it has to be one that only records have. */
const RECORD_START_WITHIN = /^WARC\/\d\.\d{1,2}\r\n(?:WARC|Content)-[A-Za-z][\w-]{1,60}:/;
const RECORD_START_BYTES = 100;
const RECORD_END = Buffer.from("\r\n\r\n");
const BLANK_LINE = /\r?\n\r?\n/;
const CONTENT_LENGTH = /^content-length[ \t]{0,8}:[ \t]{0,8}(\d{1,15})[ \t]{0,8}\r?$/im;
const TARGET = /^warc-target-uri[ \t]{0,8}:[ \t]{0,8}<?([^\r\n>]{1,2048})/im;

/** `first`: the position of the first record that the bytes hold. */
export async function* records(
  source: Unpacked,
  maxRecord: number,
  first = 0,
): AsyncGenerator<RawRecord | LostRecord> {
  yield* new RecordReader(new ByteWindow(source), maxRecord, first).all();
}

class RecordReader {
  #record: number;

  constructor(
    private readonly window: ByteWindow,
    private readonly maxRecord: number,
    first: number,
  ) {
    this.#record = first;
  }

  async *all(): AsyncGenerator<RawRecord | LostRecord> {
    while (await this.#toContent()) {
      const found = await this.#next();
      this.#record++;
      yield found;
    }
  }

  /** Passes blank lines. False at the end of the file. */
  async #toContent(): Promise<boolean> {
    while (true) {
      const { bytes } = this.window;
      let blank = 0;
      while (isLineEnd(bytes[blank])) blank++;
      this.window.drop(blank);
      if (blank < bytes.length || this.window.damage !== null) return true;
      if (!(await this.window.more()) && this.window.damage === null) return false;
    }
  }

  async #next(): Promise<RawRecord | LostRecord> {
    const { window } = this;
    const { member } = window;
    const point = member === null ? null : { stored: member, record: this.#record };
    await window.has(VERSION.length);
    if (window.bytes.indexOf(VERSION) !== 0) return this.#lost("start", null, 0);
    const headLength = await this.#headLength();
    if (headLength === null) return this.#lost("head", null, VERSION.length);
    const text = window.bytes.toString("latin1", 0, headLength);
    const url = TARGET.exec(text)?.[1]?.trim() ?? null;
    const declared = CONTENT_LENGTH.exec(text)?.[1];
    if (declared === undefined) return this.#lost("length", url, headLength);
    const length = Number(declared);
    if (length > this.maxRecord) return this.#stepOver(headLength, length, url);
    if (!(await window.has(headLength + length))) return this.#lost("cut-off", url, headLength);
    if (!(await this.#recordEndsAt(headLength + length))) return this.#lost("length", url, headLength);
    // Copied: the window's bytes move on, and a small record must not keep a large window.
    const bytes = Buffer.from(window.bytes.subarray(0, headLength + length));
    window.drop(bytes.length);
    const [head, content] = [bytes.subarray(0, headLength), bytes.subarray(headLength)];
    return { record: this.#record, head, content, point };
  }

  /** With its empty line; null when it has no end. */
  async #headLength(): Promise<number | null> {
    let searched = 0;
    while (true) {
      const { bytes } = this.window;
      const text = bytes.toString("latin1", searched, MOST_HEAD_BYTES);
      const end = BLANK_LINE.exec(text);
      if (end !== null) return searched + end.index + end[0].length;
      if (bytes.length >= MOST_HEAD_BYTES || !(await this.window.more())) return null;
      // The empty line may have begun.
      searched = Math.max(0, bytes.length - 3);
    }
  }

  /** Whether the file ends there, another record begins, or the two empty lines stand there that end a record. */
  async #recordEndsAt(end: number): Promise<boolean> {
    const { window } = this;
    await window.has(end + MOST_GAP_BYTES + VERSION.length);
    const { bytes } = window;
    let at = end;
    while (at < end + MOST_GAP_BYTES && isLineEnd(bytes[at])) at++;
    if (at >= bytes.length) return true;
    if (RECORD_END.equals(bytes.subarray(end, end + RECORD_END.length))) return true;
    return VERSION.indexOf(bytes.subarray(at, at + VERSION.length)) === 0;
  }

  /** A record that nobody wants whole: up to its end, or to the start of another where its length is a lie. */
  async #stepOver(headLength: number, length: number, url: string | null): Promise<LostRecord> {
    const { window } = this;
    window.drop(headLength);
    let left = length;
    const problem: InputProblem = { kind: "too-large", limit: this.maxRecord };
    while (left > 0) {
      const held = Math.min(left, window.bytes.length);
      const start = recordStart(window.bytes.subarray(0, held));
      if (start !== -1) {
        window.drop(start);
        break;
      }
      // A start may go on in the next piece.
      const passed = held < left ? Math.max(0, held - RECORD_START_BYTES) : held;
      window.drop(passed);
      left -= passed;
      if (left > 0 && !(await window.more())) return this.#broken(problem, url);
    }
    return { place: { record: this.#record, url }, problem };
  }

  /** Goes on at the next record, which is looked for behind the first `passed` bytes. */
  async #lost(flaw: RecordFlaw, url: string | null, passed: number): Promise<LostRecord> {
    const { window } = this;
    window.drop(passed);
    while (true) {
      const { bytes } = window;
      const start = recordStart(bytes);
      if (start !== -1) {
        window.drop(start);
        // It was not cut off when another follows it.
        const real = flaw === "cut-off" ? "length" : flaw;
        return { place: { record: this.#record, url }, problem: { kind: "broken-record", flaw: real } };
      }
      window.drop(Math.max(0, bytes.length - RECORD_START_BYTES));
      if (!(await window.more())) return this.#broken({ kind: "broken-record", flaw }, url);
    }
  }

  /** Nothing follows up to the end, or up to damage, which is the reason then. */
  #broken(problem: InputProblem, url: string | null): LostRecord {
    const reason: InputError | null = this.window.damage;
    this.window.passDamage();
    return { place: { record: this.#record, url }, problem: reason?.problem ?? problem };
  }
}

const isLineEnd = (byte: number | undefined): boolean => byte === 0x0a || byte === 0x0d;

/** Offset of the first line that begins a record; -1 without one. */
function recordStart(bytes: Buffer): number {
  for (let at = bytes.indexOf(VERSION); at !== -1; at = bytes.indexOf(VERSION, at + 1)) {
    const pattern = at > 0 && bytes[at - 1] !== 0x0a ? RECORD_START_WITHIN : RECORD_START;
    if (pattern.test(bytes.toString("latin1", at, at + RECORD_START_BYTES))) return at;
  }
  return -1;
}

/**
 * JSON -> the texts of its records: the elements of an array, the objects that stand one behind the other, and the
 * elements of an envelope (`{"articles": [...]}`). Only brackets and strings are looked at, and each record is parsed by
 * itself: packages that parse a stream (stream-json, @streamparser/json) end with the first mistake, have no bound for
 * a value, and make in JavaScript what JSON.parse makes.
 */
import { isEnvelope, isTextName } from "./names.js";
import { type JsonPiece, PieceBytes } from "./piece.js";

/**
 * The values of the file in order. What is no JSON is found when it is parsed; returns whether the file ended where it
 * may, between values.
 */
export async function* jsonValues(
  chunks: AsyncIterable<Buffer>,
  maxRecord: number,
): AsyncGenerator<JsonPiece, boolean> {
  const splitter = new ValueSplitter(maxRecord);
  for await (const chunk of chunks) yield* splitter.read(chunk);
  return yield* splitter.end();
}

/** The objects of one line that stand one behind the other; null when something else does. */
export function objectsIn(line: Buffer): readonly Buffer[] | null {
  const splitter = new ValueSplitter(line.length);
  const objects: Buffer[] = [];
  for (const { bytes } of splitter.read(line)) {
    if (bytes?.[0] !== OPEN_OBJECT) return null;
    objects.push(bytes);
  }
  return splitter.isBetween ? objects : null;
}

const LINE_END = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Longer keys are none that is looked for. */
const MOST_KEY_BYTES = 32;

/** Where values are records: by themselves, in the file's array, in an envelope's; the rest of an envelope has none. */
type Place = "file" | "array" | "envelope" | "rest";
/** The brackets around a record. */
const LEVELS: Readonly<Record<Place, number>> = { file: 0, array: 1, envelope: 2, rest: 0 };

class ValueSplitter {
  readonly #bytes: PieceBytes;
  #place: Place = "file";
  #depth = 0;
  #line = 1;
  /** Line where the record begins that is being read; 0 between records. */
  #begun = 0;
  #inString = false;
  #escaped = false;
  /** The last string right in an object of the file. */
  #key = "";
  /** That object has a text of its own: its arrays are no envelopes. */
  #hasText = false;
  /** An array with the name of an envelope has begun, and nothing in it. */
  #mayBeEnvelope = false;

  constructor(maxRecord: number) {
    this.#bytes = new PieceBytes(maxRecord);
  }

  /** What was read ends where it may: with a value of the file. */
  get isBetween(): boolean {
    return this.#begun === 0 && this.#place === "file";
  }

  *read(chunk: Buffer): Generator<JsonPiece> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === LINE_END) this.#line++;
      if (this.#inString) this.#text(byte);
      else if (this.#place === "rest") this.#skip(byte);
      else if (this.#begun === 0) {
        if (!this.#begins(byte)) continue;
        start = at;
        this.#value(byte);
      } else if (this.#separates(byte)) {
        yield this.#piece(chunk.subarray(start, at));
        if (byte === CLOSE_ARRAY) this.#leave();
      } else {
        if (this.#entersEnvelope(byte)) start = at;
        this.#value(byte);
        // Objects may follow each other without anything between them.
        if (byte === CLOSE_OBJECT && this.#depth === 0) yield this.#piece(chunk.subarray(start, at + 1));
      }
    }
    if (this.#begun !== 0) this.#bytes.add(chunk.subarray(start));
  }

  *end(): Generator<JsonPiece, boolean> {
    // What is cut off within a record is told of as that record.
    const isCut = this.#begun !== 0;
    if (isCut) yield this.#piece(Buffer.alloc(0));
    return isCut || this.isBetween;
  }

  #text(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    else if (this.#depth === 1 && this.#key.length < MOST_KEY_BYTES) this.#key += String.fromCharCode(byte);
  }

  /** Whether a record begins; what stands between records is passed. */
  #begins(byte: number): boolean {
    if (byte <= SPACE || byte === COMMA) return false;
    if (this.#place === "file" && byte === OPEN_ARRAY) {
      this.#place = "array";
      this.#depth = 1;
      return false;
    }
    if (this.#place !== "file" && byte === CLOSE_ARRAY) {
      this.#leave();
      return false;
    }
    this.#begun = this.#line;
    this.#hasText = false;
    this.#mayBeEnvelope = false;
    return true;
  }

  /** Whether a record ends before the byte. Between the file's own values white space is enough. */
  #separates(byte: number): boolean {
    if (this.#depth !== LEVELS[this.#place]) return false;
    return this.#place === "file" ? byte <= SPACE || byte === COMMA : byte === COMMA || byte === CLOSE_ARRAY;
  }

  #value(byte: number): void {
    if (byte === QUOTE) {
      this.#inString = true;
      if (this.#depth === 1) this.#key = "";
    } else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      this.#depth++;
      this.#mayBeEnvelope = this.#place === "file" && this.#depth === 2 && this.#isEnvelope(byte);
    } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      this.#depth = Math.max(LEVELS[this.#place], this.#depth - 1);
    } else if (byte === COLON && this.#depth === 1 && isTextName(this.#key)) this.#hasText = true;
  }

  #isEnvelope(byte: number): boolean {
    return byte === OPEN_ARRAY && !this.#hasText && isEnvelope(this.#key);
  }

  /** Whether the byte begins the first object in an envelope: the records are in it, and it is none itself. */
  #entersEnvelope(byte: number): boolean {
    if (!this.#mayBeEnvelope || byte <= SPACE) return false;
    this.#mayBeEnvelope = false;
    if (byte !== OPEN_OBJECT) return false;
    this.#bytes.take();
    this.#place = "envelope";
    this.#begun = this.#line;
    return true;
  }

  #leave(): void {
    this.#depth = this.#place === "envelope" ? 1 : 0;
    this.#place = this.#place === "envelope" ? "rest" : "file";
  }

  /** Passes over what an envelope has besides its records. */
  #skip(byte: number): void {
    this.#value(byte);
    if (this.#depth === 0) this.#place = "file";
  }

  #piece(last: Buffer): JsonPiece {
    this.#bytes.add(last);
    const piece = { bytes: this.#bytes.take(), line: this.#begun };
    this.#begun = 0;
    return piece;
  }
}

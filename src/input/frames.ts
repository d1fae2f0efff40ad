/**
 * Frames -> their bytes: the length in bytes as a decimal number, a line end, so many bytes; line ends between frames do
 * not count. Any bytes can be sent so, with what every language has at hand.
 */
import { type JsonPiece, PieceBytes } from "./json/piece.js";

/** More is no length. */
const MOST_DIGITS = 15;
const LENGTH = new RegExp(`^\\d{1,${MOST_DIGITS}}$`);
const LINE_END = 0x0a;

/** Where no frame begins, nothing behind it can be told apart. */
export class NoFrame extends Error {}

export interface Frame {
  /** null: more bytes than a record may have. */
  readonly bytes: JsonPiece["bytes"];
  /** The input ended within it. */
  readonly isCut: boolean;
}

/** Each frame as soon as its last byte is there. Throws NoFrame. */
export async function* frames(chunks: AsyncIterable<Uint8Array>, maxRecord: number): AsyncGenerator<Frame> {
  const reader = new FrameReader(maxRecord);
  for await (const chunk of chunks) {
    yield* reader.read(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  yield* reader.end();
}

class FrameReader {
  readonly #bytes: PieceBytes;
  /** What is there of the line with the length. */
  #head = "";
  /** Bytes that the frame is still to get; null between frames. */
  #left: number | null = null;

  constructor(maxRecord: number) {
    this.#bytes = new PieceBytes(maxRecord);
  }

  *read(chunk: Buffer): Generator<Frame> {
    let at = 0;
    while (at < chunk.length) {
      if (this.#left === null) at = this.#readHead(chunk, at);
      else {
        const end = Math.min(chunk.length, at + this.#left);
        this.#bytes.add(chunk.subarray(at, end));
        this.#left -= end - at;
        at = end;
      }
      if (this.#left === 0) {
        this.#left = null;
        yield { bytes: this.#bytes.take(), isCut: false };
      }
    }
  }

  /** Where it ends in the chunk. */
  #readHead(chunk: Buffer, start: number): number {
    const found = chunk.indexOf(LINE_END, start);
    const end = found === -1 ? chunk.length : found;
    this.#head += chunk.toString("latin1", start, Math.min(end, start + 2 * MOST_DIGITS));
    const line = this.#head.trim();
    if (line !== "" && !LENGTH.test(line)) throw new NoFrame();
    if (found === -1) return end;
    this.#head = "";
    if (line !== "") this.#left = Number(line);
    return end + 1;
  }

  *end(): Generator<Frame> {
    if (this.#left !== null) yield { bytes: this.#bytes.take(), isCut: true };
    else if (this.#head.trim() !== "") throw new NoFrame();
  }
}

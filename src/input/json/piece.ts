/** A part of a JSON file that should be one value. */
export interface JsonPiece {
  /** null: more bytes than a record may have. */
  readonly bytes: Buffer | null;
  /** Where it begins, 1-based. */
  readonly line: number;
}

/** Gathers the bytes of one piece as far as they count. */
export class PieceBytes {
  #parts: Buffer[] = [];
  #size = 0;

  constructor(private readonly most: number) {}

  get size(): number {
    return this.#size;
  }

  add(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > this.most) this.#parts = [];
    // Copied: a short piece must not keep the long read that it was in.
    else if (bytes.length > 0) this.#parts.push(Buffer.from(bytes));
  }

  /** The bytes, null when they were too many; then it is empty again. */
  take(): Buffer | null {
    const bytes = this.#size > this.most ? null : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    return bytes;
  }
}

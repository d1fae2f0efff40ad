/**
 * Stored bytes -> bytes, past damage: archives are gzip members one after the other, and a broken one must not take the
 * others with it. Node's gunzip goes from member to member, but tells of damage without saying where. So members are
 * found by their mark and unpacked one by one; only what is too large for that is unpacked as a stream.
 */
import { createRequire } from "node:module";
import type { Gunzip } from "node:zlib";
import { InputError } from "../../errors.js";
import { isGzip, startingWith, withHead } from "../decompress.js";
import { firstMember } from "./member.js";

type Zlib = typeof import("node:zlib");

/** Some bytes could not be unpacked; what follows belongs to other records. */
export class Damage {
  constructor(readonly error: InputError) {}
}

export interface Piece {
  readonly bytes: Uint8Array;
  /** The stored bytes before a member of which this is the whole; null: reading cannot begin here. */
  readonly member: number | null;
}

export type Unpacked = AsyncGenerator<Piece | Damage>;

/** ID1, ID2 and the compression method of RFC 1952. By chance they stand once in 16 MB, and then cost a write. */
const MEMBER = Buffer.from([0x1f, 0x8b, 0x08]);
const CHUNK_BYTES = 128 * 1024;

/** Compressed or not, which the first bytes tell. `before`: stored bytes before the first of these. */
export async function* unpacked(
  stored: AsyncIterable<Uint8Array>,
  path: string | null,
  before = 0,
): Unpacked {
  const source = withHead(stored);
  try {
    const first = await source.next();
    if (first.done === true) return;
    const all = startingWith(first.value, source);
    yield* isGzip(first.value) ? unpackedMembers(all, path, before) : asTheyAre(all);
  } finally {
    await source.return(undefined);
  }
}

async function* asTheyAre(stored: AsyncIterable<Uint8Array>): Unpacked {
  for await (const bytes of stored) yield within(bytes);
}

const within = (bytes: Uint8Array): Piece => ({ bytes, member: null });

async function* unpackedMembers(
  stored: AsyncIterable<Uint8Array>,
  path: string | null,
  before: number,
): Unpacked {
  const reader = new MemberReader(path, before);
  for await (const cut of cutAtMembers(stored)) yield* reader.read(cut);
  yield* reader.end();
}

/** Members of single records are smaller; a whole archive in one member is not. */
const MOST_HELD_BYTES = 2 * 1024 * 1024;
const MOST_OUTPUT_BYTES = 16 * 1024 * 1024;
/** The mark within a member, by chance; more of them are an attack. */
const MOST_MARKS = 4;

class MemberReader {
  /** A member that is not complete yet, cut where the mark stood in it. */
  #held: Buffer[] = [];
  /** Stored bytes before what is held. */
  #heldAt = 0;
  /** Takes what is too large to be held. */
  #stream: Engine | null = null;
  /** What is no member is told of once, not with every piece. */
  #isTold = false;

  /** `at`: stored bytes before those that come. */
  constructor(
    private readonly path: string | null,
    private at: number,
  ) {}

  async *read({ piece, begins }: Cut): Unpacked {
    const at = this.at;
    this.at += piece.length;
    if (this.#stream !== null) {
      yield* this.#feed(this.#stream, piece);
      return;
    }
    if (begins && this.#held.length > 0) yield* this.#unpackHeld(false);
    // What was held has been too large.
    if (this.#stream !== null) {
      yield* this.#feed(this.#stream, piece);
      return;
    }
    if (this.#held.length === 0) this.#heldAt = at;
    const open = this.#held.length - 1;
    if (begins) this.#held.push(piece);
    else if (open >= 0) this.#held[open] = Buffer.concat([this.#held[open] ?? piece, piece]);
    else yield* this.#rubbish();
    if (bytesIn(this.#held) > MOST_HELD_BYTES || this.#held.length > MOST_MARKS) yield* this.#toStream();
  }

  async *end(): Unpacked {
    while (this.#held.length > 0 && this.#stream === null) yield* this.#unpackHeld(true);
    if (this.#stream === null) return;
    for await (const bytes of this.#stream.end()) yield within(bytes);
    if (this.#stream.error !== null) yield this.#damage(this.#stream.error);
  }

  /** Unpacks what is held, when it is a member. `isLast`: nothing follows it. */
  async *#unpackHeld(isLast: boolean): Unpacked {
    const [first = Buffer.alloc(0), ...others] = this.#held;
    const bytes = Buffer.concat(this.#held);
    const result = gunzip(bytes, false);
    if (Buffer.isBuffer(result)) {
      this.#held = [];
      this.#isTold = false;
      if (result.length > 0) yield { bytes: result, member: this.#heldAt };
      return;
    }
    if (result.code === "ERR_BUFFER_TOO_LARGE") {
      yield* this.#toStream();
      return;
    }
    // It may go on behind the mark that stood in it.
    if (result.code === "Z_BUF_ERROR" && !isLast) return;
    const member = firstMember(bytes, MOST_OUTPUT_BYTES);
    if (member !== null) {
      this.#held = [];
      this.#isTold = false;
      yield { bytes: member.content, member: this.#heldAt };
      yield* this.#rubbish();
      return;
    }
    // What is cut off still tells whose it is.
    const part = gunzip(first, true);
    if (Buffer.isBuffer(part) && part.length > 0) yield within(part);
    yield this.#damage(result);
    this.#held = others;
    this.#heldAt += first.length;
    if (!isLast && others.length > 0) yield* this.#unpackHeld(false);
  }

  async *#toStream(): Unpacked {
    this.#stream = new Engine();
    const bytes = Buffer.concat(this.#held);
    this.#held = [];
    yield* this.#feed(this.#stream, bytes);
  }

  async *#feed(stream: Engine, piece: Buffer): Unpacked {
    for await (const bytes of stream.write(piece)) yield within(bytes);
    if (!stream.isOver) return;
    this.#stream = null;
    this.#isTold = true;
    if (stream.error !== null) yield this.#damage(stream.error);
  }

  async *#rubbish(): Unpacked {
    if (!this.#isTold) yield this.#damage(new Error("no member"));
    this.#isTold = true;
  }

  #damage(error: Error & { code?: string }): Damage {
    const kind = error.code === "Z_BUF_ERROR" ? "truncated" : "corrupt";
    return new Damage(new InputError(this.path, { kind, container: "gzip" }, { cause: error }));
  }
}

const bytesIn = (buffers: readonly Buffer[]): number => buffers.reduce((sum, { length }) => sum + length, 0);

/** The bytes unpacked, or the reason why not. `isPart`: it may break off. */
function gunzip(bytes: Buffer, isPart: boolean): Buffer | (Error & { code?: string }) {
  const { constants, gunzipSync } = zlib();
  const finishFlush = isPart ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  try {
    return gunzipSync(bytes, { finishFlush, maxOutputLength: MOST_OUTPUT_BYTES });
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

interface Cut {
  readonly piece: Buffer;
  /** A member may begin with it. */
  readonly begins: boolean;
}

/** The bytes in pieces that begin where a member may begin, or that go on. */
async function* cutAtMembers(stored: AsyncIterable<Uint8Array>): AsyncGenerator<Cut> {
  let held: Buffer = Buffer.alloc(0);
  for await (const more of stored) {
    const bytes = Buffer.concat([held, more]);
    // The mark of a member may go on in the next piece.
    const end = Math.max(0, bytes.length - MEMBER.length + 1);
    let start = 0;
    let begins = bytes.indexOf(MEMBER) === 0;
    for (let at = bytes.indexOf(MEMBER, 1); at !== -1; at = bytes.indexOf(MEMBER, at + 1)) {
      yield { piece: bytes.subarray(start, at), begins };
      start = at;
      begins = true;
    }
    if (end > start) yield { piece: bytes.subarray(start, end), begins };
    held = bytes.subarray(end);
  }
  if (held.length > 0) yield { piece: held, begins: false };
}

let loaded: Zlib | undefined;

function zlib(): Zlib {
  loaded ??= createRequire(import.meta.url)("node:zlib") as Zlib;
  return loaded;
}

/** Unpacks a member, and those that follow it. What it unpacks waits until it is taken. */
class Engine {
  error: Error | null = null;
  /** Zeros stood behind a member, which pad a tape: it takes no more. */
  #ended = false;
  readonly #gunzip: Gunzip = zlib().createGunzip({ chunkSize: CHUNK_BYTES });
  #wake: () => void = () => {};

  constructor() {
    this.#gunzip.on("error", (error) => {
      this.error = error;
      this.#wake();
    });
    this.#gunzip.on("end", () => {
      this.#ended = true;
      this.#wake();
    });
    this.#gunzip.on("readable", () => this.#wake());
  }

  get isOver(): boolean {
    return this.#ended || this.error !== null;
  }

  write(piece: Uint8Array): AsyncGenerator<Uint8Array> {
    return this.#until((done) => void this.#gunzip.write(piece, done));
  }

  /** Its own callback comes before the error that the end shows. */
  end(): AsyncGenerator<Uint8Array> {
    return this.#until(() => void this.#gunzip.end());
  }

  async *#until(start: (done: (error?: Error | null) => void) => void): AsyncGenerator<Uint8Array> {
    let done = false;
    start((error) => {
      done = true;
      this.error ??= error ?? null;
      this.#wake();
    });
    while (this.error === null) {
      const chunk = this.#gunzip.read() as Uint8Array | null;
      if (chunk !== null) yield chunk;
      else if (done || this.#ended) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

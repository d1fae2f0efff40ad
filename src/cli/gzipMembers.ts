/**
 * Text -> gzip, in members of about a megabyte of text, one after the other as RFC 1952 allows and every reader of gzip
 * takes. Where a member ends depends on the text alone, never on time or on how it was written, so the same records give
 * the same bytes; and behind a member a run that was stopped can go on as if it never had been.
 */
import { createRequire } from "node:module";
import { promisify } from "node:util";

type Zlib = typeof import("node:zlib");

/** Bytes of text after which a member ends, with the record that reaches them. Shorter ones would cost size, longer ones work that a stopped run does again. */
export const MEMBER_BYTES = 1024 * 1024;

/** The OS in a member's head; 255 is "unknown" (RFC 1952, 2.3.1), where zlib writes the system that it runs on. */
const OS_AT = 9;
const OS_UNKNOWN = 255;

export class GzipMembers {
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #members = 0;
  /** The member that is being packed, on another thread; one at a time, so that memory has a bound. */
  #packing: Promise<void> = Promise.resolve();

  /** `take` gets the members in order. `continued`: there are some already. */
  constructor(
    private readonly take: (member: Uint8Array) => void,
    continued = false,
  ) {
    this.#members = continued ? 1 : 0;
  }

  /** A member ends between two calls only. Rejects with what `take` threw, maybe that of an earlier call. */
  async write(data: string | Uint8Array): Promise<void> {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    this.#parts.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes >= MEMBER_BYTES) await this.#pack();
  }

  /** No member is open: once this resolves, all that was written stands in members. null when one is open. */
  settled(): Promise<void> | null {
    return this.#bytes === 0 ? this.#packing : null;
  }

  /** Even no text at all is a member: an empty file is no gzip. */
  async end(): Promise<void> {
    if (this.#bytes > 0 || this.#members === 0) await this.#pack();
    await this.#packing;
  }

  async #pack(): Promise<void> {
    const text = Buffer.concat(this.#parts, this.#bytes);
    this.#parts = [];
    this.#bytes = 0;
    this.#members++;
    await this.#packing;
    this.#packing = gzipMember(text).then(this.take);
    // It is told of with the next call; nobody may wait for it until then.
    this.#packing.catch(() => {});
  }
}

async function gzipMember(text: Buffer): Promise<Uint8Array> {
  // Few runs need it.
  const zlib = createRequire(import.meta.url)("node:zlib") as Zlib;
  const member = await promisify<Buffer, Buffer>(zlib.gzip)(text);
  member[OS_AT] = OS_UNKNOWN;
  return member;
}

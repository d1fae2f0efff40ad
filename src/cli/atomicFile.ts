/**
 * A file that is there whole or not at all: written beside its place under another name, then renamed. Plain
 * synchronous node:fs instead of a package: records are written one by one as they are done, and since no signal is
 * seen between synchronous calls, an interrupt always finds a file that is either known here or in its place.
 */
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { OutputError } from "./outputError.js";

/** Permission bits of a file's mode. */
const PERMISSIONS = 0o777;

export interface FileContext {
  /** What a relative path is relative to. */
  readonly cwd: string;
  readonly interrupted: AbortSignal;
}

/** A file in the making that outlasts its run. Named after its place, so that a later run finds it. */
export const partOf = (path: string): string => besideOf(path, "bodycopy-part");

/** Bytes that a name may have on the file systems in use. */
const MOST_NAME_BYTES = 255;

/** A name for what belongs to a file, in the same folder; it fits wherever the file's own name fits. */
export function besideOf(path: string, suffix: string): string {
  const name = `${basename(path)}.${suffix}`;
  if (Buffer.byteLength(name) <= MOST_NAME_BYTES) return join(dirname(path), name);
  const digest = createHash("sha256").update(name).digest("hex");
  return join(dirname(path), `.${digest}.${suffix}`);
}

export class AtomicFile {
  /** As it was given, for messages. */
  readonly #name: string;
  readonly #path: string;
  /** Where the bytes go until the end; null for what cannot be replaced, such as a device or a named pipe. */
  readonly #temporary: string | null;
  readonly #descriptor: number;
  readonly #interrupted: AbortSignal;
  /** What is there when the run breaks off stays there. */
  readonly #isKept: boolean;
  #bytes: number;
  #open = true;

  /**
   * `goesOn`: how many bytes of an earlier run's file are gone on with, 0 for none; this one outlasts the run then.
   * null: it does not. Throws OutputError when the file cannot be made.
   */
  constructor(name: string, { cwd, interrupted }: FileContext, goesOn: number | null = null) {
    this.#name = name;
    this.#path = resolve(cwd, name);
    this.#interrupted = interrupted;
    this.#bytes = goesOn ?? 0;
    const target = this.#attempt(() => regularTarget(this.#path));
    this.#isKept = target !== null && goesOn !== null;
    if (target === null) {
      this.#temporary = null;
      this.#descriptor = this.#attempt(() => openSync(this.#path, "w"));
    } else if (goesOn === null) {
      const temporary = join(dirname(target), temporaryName());
      this.#temporary = temporary;
      this.#descriptor = this.#attempt(() => openSync(temporary, "wx"));
    } else {
      const part = partOf(target);
      this.#temporary = part;
      this.#descriptor = this.#attempt(() => openSync(part, "a"));
      this.#attempt(() => ftruncateSync(this.#descriptor, goesOn));
    }
    if (!this.#isKept) interrupted.addEventListener("abort", this.discard);
  }

  /** Those written, an earlier run's among them. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Absolute; where the bytes are now. */
  get place(): string {
    return this.#open && this.#temporary !== null ? this.#temporary : this.#path;
  }

  /** Throws OutputError, after which only discard() and stop() are of use. */
  write(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    this.#attempt(() => {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.#descriptor, bytes, written);
      }
    });
    this.#bytes += bytes.length;
  }

  /** Puts the file in its place; one that was there before keeps its permissions. */
  commit(): void {
    this.#attempt(() => {
      this.#close();
      if (this.#temporary === null) return;
      const target = regularTarget(this.#path) ?? this.#path;
      const before = statSync(target, { throwIfNoEntry: false });
      if (before !== undefined) chmodSync(this.#temporary, before.mode & PERMISSIONS);
      renameSync(this.#temporary, target);
      // Nobody will go on with what an earlier run left.
      if (!this.#isKept && existsSync(partOf(target))) rmSync(partOf(target), { force: true });
    });
  }

  /** Leaves nothing behind. */
  readonly discard = (): void => {
    if (this.#open) this.#close();
    if (this.#temporary !== null) rmSync(this.#temporary, { force: true });
  };

  /** The run breaks off: leaves behind what a later one can go on with. */
  stop(): void {
    if (!this.#isKept) this.discard();
    else if (this.#open) this.#close();
  }

  #close(): void {
    this.#open = false;
    this.#interrupted.removeEventListener("abort", this.discard);
    closeSync(this.#descriptor);
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw OutputError.from(this.#name, error);
    }
  }
}

/** The file that is to be replaced, behind any symbolic links; null for a device, a pipe or a folder. */
export function regularTarget(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return path;
  return found.isFile() ? realpathSync(path) : null;
}

/** Short, so that it fits wherever the file's own name fits; hidden, so that no walk takes it for an input. */
const temporaryName = (): string => `.bodycopy-${randomBytes(6).toString("hex")}.tmp`;

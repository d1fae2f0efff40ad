/**
 * A file that is there whole or not at all: written beside its place under another name, then renamed. Plain
 * synchronous node:fs instead of a package: records are written one by one as they are done, and since no signal is
 * seen between synchronous calls, an interrupt always finds a file that is either known here or in its place.
 */
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { OutputError } from "./outputError.js";

/** Permission bits of a file's mode. */
const PERMISSIONS = 0o777;

export interface FileContext {
  /** What a relative path is relative to. */
  readonly cwd: string;
  readonly interrupted: AbortSignal;
}

export class AtomicFile {
  /** As it was given, for messages. */
  readonly #name: string;
  readonly #path: string;
  /** Where the bytes go until the end; null for what cannot be replaced, such as a device or a named pipe. */
  readonly #temporary: string | null;
  readonly #descriptor: number;
  readonly #interrupted: AbortSignal;
  #open = true;

  /** Throws OutputError when the file cannot be made. */
  constructor(name: string, { cwd, interrupted }: FileContext) {
    this.#name = name;
    this.#path = resolve(cwd, name);
    this.#interrupted = interrupted;
    const target = this.#attempt(() => regularTarget(this.#path));
    this.#temporary = target === null ? null : join(dirname(target), temporaryName());
    this.#descriptor = this.#attempt(() =>
      this.#temporary === null ? openSync(this.#path, "w") : openSync(this.#temporary, "wx"),
    );
    interrupted.addEventListener("abort", this.discard);
  }

  /** Throws OutputError, after which only discard() is of use. */
  write(data: string | Uint8Array): void {
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    this.#attempt(() => {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.#descriptor, bytes, written);
      }
    });
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
    });
  }

  /** Leaves nothing behind. */
  readonly discard = (): void => {
    if (this.#open) this.#close();
    if (this.#temporary !== null) rmSync(this.#temporary, { force: true });
  };

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
function regularTarget(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return path;
  return found.isFile() ? realpathSync(path) : null;
}

/** Short, so that it fits wherever the file's own name fits; hidden, so that no walk takes it for an input. */
const temporaryName = (): string => `.bodycopy-${randomBytes(6).toString("hex")}.tmp`;

/** A file of records for each input, in a tree like that of the inputs. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Destination, RecordSink, RecordText } from "./destination.js";
import { makeFolderOf } from "./makeFolder.js";
import type { OneText } from "./oneText.js";
import { outPath } from "./outPath.js";
import { CollisionError, JournalError } from "./outputError.js";
import { type FileOptions, toFile } from "./toFile.js";

export interface FolderOptions extends FileOptions {
  /** What is appended to the name of each input. */
  readonly extension: string;
  /** A result that is there already is left as it is. */
  readonly skipExisting: boolean;
  /** Whether two inputs could have one place; then the places are remembered. */
  readonly mayCollide: boolean;
}

/** Reasons that stand against every other result too. */
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);

export function toFolder(folder: string, options: FolderOptions): Destination {
  const { extension, skipExisting, mayCollide, resume, context } = options;
  const taken = new Map<string, string | null>();
  let from = options.from;
  let current: InputFileSink | null = null;
  let finished: string[] = [];
  /** The input's place, which is taken from then on. */
  const placeOf = (input: string | null): string => {
    const path = outPath(folder, input, extension);
    const owner = taken.get(path);
    if (owner !== undefined) throw new CollisionError(path, owner, input);
    if (mayCollide) taken.set(path, input);
    return path;
  };
  return {
    // What did not fit would count as failed, and a later run would leave it out.
    survives: (error) => !(error instanceof JournalError || (resume && FULL.has(error.code))),
    place(input) {
      const path = placeOf(input);
      if (skipExisting && existsSync(resolve(context.cwd, path))) return null;
      const sink = new InputFileSink(
        path,
        { ...options, from },
        {
          opened: (opened) => {
            current = opened;
          },
          done: (files) => {
            if (resume) finished.push(...files);
          },
        },
      );
      from = null;
      return sink;
    },
    pass(input) {
      try {
        placeOf(input);
      } catch {
        // The earlier run has told of it.
      }
    },
    settled(then) {
      const file = current?.file ?? null;
      if (file === null) then(null);
      else file.settled(then);
    },
    unsynced() {
      const files = [...finished, ...(current?.file?.unsynced() ?? [])];
      finished = [];
      return files;
    },
    finish: async () => {},
    stop: () => current?.file?.stop(),
  };
}

/** The file and its folder are made with the first record, so that an input without any leaves no trace. */
class InputFileSink implements RecordSink {
  #file: OneText | null = null;

  constructor(
    private readonly path: string,
    private readonly options: FileOptions,
    private readonly told: {
      readonly opened: (sink: InputFileSink) => void;
      /** Of files that are in their place. */
      readonly done: (files: readonly string[]) => void;
    },
  ) {
    if (options.from !== null) this.#open();
  }

  /** null before the first record and behind the end. */
  get file(): Destination | null {
    return this.#file;
  }

  #open(): OneText {
    makeFolderOf(this.path, this.options.context.cwd);
    this.#file = toFile(this.path, this.options);
    this.told.opened(this);
    return this.#file;
  }

  async write(record: RecordText, contained: boolean): Promise<void> {
    await (this.#file ?? this.#open()).place().write(record, contained);
  }

  async finish(): Promise<void> {
    const file = this.#file;
    if (file === null) return;
    await file.finish();
    this.#file = null;
    this.told.done(file.unsynced());
  }

  discard(): void {
    this.#file?.discard();
    this.#file = null;
  }
}

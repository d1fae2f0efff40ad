/** Where records go: standard output, one file, or a folder with a file for each input. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Formatter } from "../output/formatter.js";
import { AtomicFile, type FileContext } from "./atomicFile.js";
import { GzipMembers } from "./gzipMembers.js";
import { makeFolderOf } from "./makeFolder.js";
import { outPath } from "./outPath.js";
import { CollisionError, JournalError, type OutputError } from "./outputError.js";
import type { Printer } from "./printer.js";
import type { TextMark } from "./resume/mark.js";

/** A record as its format prints it, in UTF-8 where it is bytes. */
export type RecordText = string | Uint8Array;

/** Takes the records of one input. */
export interface RecordSink {
  /** `contained`: it is one of a file that may hold many. */
  write(record: RecordText, contained: boolean): Promise<void>;
  /** All records of the input were written. */
  finish(): Promise<void>;
  /** The input broke off: what is not out yet does not go out. */
  discard(): void;
}

export interface Destination {
  /** Whether the other results can still be written when one could not for this reason. */
  survives(error: OutputError): boolean;
  /**
   * A place for the records of an input; null when they are there already. Places may be asked for ahead, in the order
   * in which they are written to later. Throws OutputError.
   */
  place(input: string | null): RecordSink | null;
  /** The records of an input are in their place: an earlier run has written them. */
  pass(input: string | null): void;
  /**
   * Calls back as soon as everything that was written so far stands in the file in the making and writing could go on
   * behind it; never when more has to be written first. null: there is no such file.
   */
  settled(then: (text: TextMark | null) => void): void;
  /** Files that were written to since this was last asked for; where they are now. */
  unsynced(): readonly string[];
  /** The run is over. */
  finish(): Promise<void>;
  /** The run broke off: only what a later one can go on with is left behind. */
  stop(): void;
}

/** Writes text and has an end. */
interface TextTarget {
  write(text: RecordText): Promise<void>;
  finish(anyRecords: boolean): Promise<void>;
  /** Leaves nothing behind. */
  discard(): void;
  /** Leaves behind what can be gone on with. */
  stop(): void;
  /** As Destination has it; with the path and the bytes there. */
  settled(then: (file: string, bytes: number) => void): void;
  unsynced(): readonly string[];
}

/** What a file holds is known with its first record, when no name tells. */
type FormatterMaker = (contained: boolean) => Formatter;

/** All records one after the other in one text. */
class OneText implements Destination {
  #count: number;
  #contained: boolean;
  #formatter: Formatter | null = null;

  /** `from` is what an earlier run has written. */
  constructor(
    private readonly makeFormatter: FormatterMaker,
    private readonly target: TextTarget,
    from: TextMark | null = null,
  ) {
    this.#count = from?.records ?? 0;
    this.#contained = from?.contained ?? false;
    if (from !== null) this.#formatter = makeFormatter(from.contained);
  }

  survives(): boolean {
    return false;
  }

  place(): RecordSink {
    return {
      write: (record, contained) => this.#write(record, contained),
      finish: async () => {},
      discard: () => {},
    };
  }

  pass(): void {}

  async #write(record: RecordText, contained: boolean): Promise<void> {
    if (this.#count === 0) this.#contained = contained;
    this.#formatter ??= this.makeFormatter(contained);
    const { begin, between } = this.#formatter;
    await this.target.write(joined(this.#count === 0 ? begin : between, record));
    this.#count++;
  }

  settled(then: (text: TextMark | null) => void): void {
    const [records, contained] = [this.#count, this.#contained];
    if (records === 0) then(null);
    else this.target.settled((file, bytes) => then({ file, records, contained, bytes }));
  }

  unsynced(): readonly string[] {
    return this.target.unsynced();
  }

  async finish(): Promise<void> {
    const formatter = this.#formatter ?? this.makeFormatter(false);
    const begin = this.#count === 0 ? formatter.begin : "";
    const rest = begin + formatter.end(this.#count);
    if (rest !== "") await this.target.write(rest);
    await this.target.finish(this.#count > 0);
  }

  discard(): void {
    this.target.discard();
  }

  stop(): void {
    this.target.stop();
  }
}

/** One write, so that who reads along gets a record at a time. */
function joined(before: string, record: RecordText): RecordText {
  if (before === "") return record;
  return typeof record === "string" ? before + record : Buffer.concat([Buffer.from(before), record]);
}

export function toStream(printer: Printer, formatter: FormatterMaker): Destination {
  return new OneText(formatter, {
    write: (text) => printer.writeForeign(text),
    finish: async () => {},
    discard: () => {},
    stop: () => {},
    settled: () => {},
    unsynced: () => [],
  });
}

export interface FileOptions {
  /** Makes the formatter of one file. */
  readonly formatter: FormatterMaker;
  readonly gzip: boolean;
  readonly context: FileContext;
  /** Files in the making outlast the run. */
  readonly resume: boolean;
  /** What an earlier run has written of one. */
  readonly from: TextMark | null;
}

/** Throws OutputError when the file cannot be made, before anything is read. */
export function toFile(path: string, options: FileOptions): Destination {
  return oneFile(path, options);
}

function oneFile(path: string, { formatter, gzip, context, resume, from }: FileOptions): OneText {
  const file = new AtomicFile(path, context, resume ? (from?.bytes ?? 0) : null);
  const members = gzip ? new GzipMembers((member) => file.write(member), (from?.bytes ?? 0) > 0) : null;
  const target: TextTarget = {
    write: async (text) => (members === null ? file.write(text) : members.write(text)),
    async finish(anyRecords) {
      // A run that read nothing leaves the file of an earlier run as it was.
      if (!anyRecords) return file.discard();
      await members?.end();
      file.commit();
    },
    discard: file.discard,
    stop: () => file.stop(),
    settled(then) {
      const tell = (): void => then(path, file.bytes);
      if (members === null) tell();
      // Who writes next is told of an error.
      else members.settled()?.then(tell, () => {});
    },
    unsynced: () => [file.place],
  };
  return new OneText(formatter, target, from);
}

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

/** A file for each input, in a tree like that of the inputs. */
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
    this.#file = oneFile(this.path, this.options);
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

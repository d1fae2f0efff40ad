/** Where records go: standard output, one file, or a folder with a file for each input. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Article } from "../model.js";
import type { Formatter } from "../output/formatter.js";
import { AtomicFile, type FileContext } from "./atomicFile.js";
import { GzipMembers } from "./gzipMembers.js";
import { outPath } from "./outPath.js";
import { CollisionError, OutputError } from "./outputError.js";
import type { Printer } from "./printer.js";

/** Takes the records of one input. */
export interface RecordSink {
  /** `contained`: it is one of a file that may hold many. */
  write(article: Article, contained: boolean): Promise<void>;
  /** All records of the input were written. */
  finish(): Promise<void>;
  /** The input broke off: what is not out yet does not go out. */
  discard(): void;
}

export interface Destination {
  /** Whether the other results can still be written when one could not. */
  readonly survivesErrors: boolean;
  /** A place for the records of an input; null when they are there already. Throws OutputError. */
  place(input: string | null): RecordSink | null;
  /** The run is over. */
  finish(): Promise<void>;
  /** The run broke off. */
  discard(): void;
}

/** Writes text and has an end. */
interface TextTarget {
  write(text: string): Promise<void>;
  finish(anyRecords: boolean): Promise<void>;
  discard(): void;
}

/** What a file holds is known with its first record, when no name tells. */
type FormatterMaker = (contained: boolean) => Formatter;

/** All records one after the other in one text. */
class OneText implements Destination {
  readonly survivesErrors = false;
  #count = 0;
  #formatter: Formatter | null = null;

  constructor(
    private readonly makeFormatter: FormatterMaker,
    private readonly target: TextTarget,
  ) {}

  place(): RecordSink {
    return {
      write: (article, contained) => this.#write(article, contained),
      finish: async () => {},
      discard: () => {},
    };
  }

  async #write(article: Article, contained: boolean): Promise<void> {
    this.#formatter ??= this.makeFormatter(contained);
    const begin = this.#count === 0 ? this.#formatter.begin : "";
    await this.target.write(begin + this.#formatter.record(article, this.#count));
    this.#count++;
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
}

export function toStream(printer: Printer, formatter: FormatterMaker): Destination {
  return new OneText(formatter, {
    write: (text) => printer.writeForeign(text),
    finish: async () => {},
    discard: () => {},
  });
}

export interface FileOptions {
  /** Makes the formatter of one file. */
  readonly formatter: FormatterMaker;
  readonly gzip: boolean;
  readonly context: FileContext;
}

/** Throws OutputError when the file cannot be made, before anything is read. */
export function toFile(path: string, { formatter, gzip, context }: FileOptions): Destination {
  const file = new AtomicFile(path, context);
  const members = gzip ? new GzipMembers((member) => file.write(member)) : null;
  return new OneText(formatter, {
    write: async (text) => (members === null ? file.write(text) : members.write(text)),
    async finish(anyRecords) {
      // A run that read nothing leaves the file of an earlier run as it was.
      if (!anyRecords) return file.discard();
      await members?.end();
      file.commit();
    },
    discard: file.discard,
  });
}

export interface FolderOptions extends FileOptions {
  /** What is appended to the name of each input. */
  readonly extension: string;
  /** A result that is there already is left as it is. */
  readonly skipExisting: boolean;
  /** Whether two inputs could have one place; then the places are remembered. */
  readonly mayCollide: boolean;
}

/** A file for each input, in a tree like that of the inputs. */
export function toFolder(folder: string, options: FolderOptions): Destination {
  const { extension, skipExisting, mayCollide, context } = options;
  const taken = new Map<string, string | null>();
  return {
    survivesErrors: true,
    place(input) {
      const path = outPath(folder, input, extension);
      const owner = taken.get(path);
      if (owner !== undefined) throw new CollisionError(path, owner, input);
      if (mayCollide) taken.set(path, input);
      if (skipExisting && existsSync(resolve(context.cwd, path))) return null;
      return fileSink(path, options);
    },
    finish: async () => {},
    discard: () => {},
  };
}

/** The file and its folder are made with the first record, so that an input without any leaves no trace. */
function fileSink(path: string, options: FileOptions): RecordSink {
  let file: Destination | null = null;
  const opened = (): Destination => {
    makeFolderOf(path, options.context);
    return toFile(path, options);
  };
  return {
    async write(article, contained) {
      file ??= opened();
      await file.place(null)?.write(article, contained);
    },
    finish: async () => file?.finish(),
    discard: () => file?.discard(),
  };
}

function makeFolderOf(path: string, { cwd }: FileContext): void {
  try {
    makeFolder(dirname(resolve(cwd, path)));
  } catch (error) {
    throw OutputError.from(path, error);
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own recursive mkdir never returns where the system answers that
 * the parent is not there although it is, as /proc does.
 */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

/**
 * The checkpoint that is kept on disk. A mark is written from time to time: first the results are made to stand on the
 * disk, on another thread, then its line is appended. A kill costs what was done since the last mark; an interrupt or a
 * full disk nothing but the document in work, since the last state is appended on the way out.
 */
import { closeSync, fsync, open, rmSync } from "node:fs";
import { promisify } from "node:util";
import type { InputError } from "../../errors.js";
import type { InputFile } from "../../input/inputFile.js";
import type { ReadingPoint } from "../../model.js";
import type { Destination } from "../destination.js";
import { JournalError } from "../outputError.js";
import { type Checkpoint, type Done, NOTHING_DONE } from "./checkpoint.js";
import { changesBetween, type RunIdentity } from "./identity.js";
import { type InputState, stateOf } from "./inputState.js";
import { JournalWriter, journalInputs, readJournal } from "./journalFile.js";
import { type Mark, START } from "./mark.js";
import { type Change, ResumeError } from "./resumeError.js";

/** What a kill costs at most, in milliseconds of work; a mark costs a few, most of them on another thread. */
const INTERVAL_MS = 500;

export interface JournalOptions {
  /** Where it is. */
  readonly path: string;
  readonly run: RunIdentity;
  /** Whether the output still has what a mark tells. */
  readonly fits: (mark: Mark) => boolean;
  /** Called when the run broke off, with the documents that a later one need not do again. */
  readonly stopped: (documents: number) => void;
  /** Milliseconds, from any start. */
  readonly now?: () => number;
}

export class Journal implements Checkpoint {
  readonly earlier: Mark;
  readonly #path: string;
  readonly #writer: JournalWriter;
  readonly #now: () => number;
  readonly #stopped: (documents: number) => void;
  /** What the earlier run knows of the inputs that it has begun. */
  readonly #known: Generator<InputState>;
  /** Inputs begun in this run and the earlier ones. */
  #begun = 0;
  #mark: Mark;
  /** The last mark with which the output agrees. */
  #settled: Mark;
  /** The last mark between two files. */
  #between: Mark;
  /** The last mark on disk. */
  #written: Mark;
  /** Lines that go out with the next mark. */
  #lines: unknown[] = [];
  #destination: Destination | null = null;
  #writing: Promise<void> | null = null;
  #failure: unknown = null;
  #isOver = false;
  #next: number;

  /** Throws ResumeError when the run that was stopped was another one, JournalError when no journal can be kept. */
  constructor({ path, run, fits, stopped, now = () => performance.now() }: JournalOptions) {
    const found = readJournal(path, fits);
    // Of a run that did nothing there is nothing to go on with.
    const state = found?.mark === START ? null : found;
    const changes = state === null ? [] : changesBetween(state.run, run);
    if (changes.length > 0) throw new ResumeError(path, changes);
    this.#path = path;
    this.#now = now;
    this.#stopped = stopped;
    // The first one at once: a run that is started over and over again gets ahead each time.
    this.#next = now();
    this.earlier = state?.mark ?? START;
    this.#mark = this.#settled = this.#between = this.#written = this.earlier;
    this.#known = journalInputs(path, state?.end ?? 0);
    this.#writer = new JournalWriter(path, state?.end ?? 0);
    if (state === null) this.#writer.begin(run);
  }

  follow(destination: Destination): void {
    this.#destination = destination;
  }

  begin(input: InputFile | InputError): Done | null {
    const state = stateOf(input);
    const index = this.#begun++;
    const { value: known, done } = this.#known.next();
    if (done === true) this.#lines.push(state);
    else this.#compare(known, state, index);
    if (index < this.earlier.inputs) return null;
    return index === this.earlier.inputs ? this.earlier : NOTHING_DONE;
  }

  #compare(known: InputState, { input, state }: InputState, index: number): void {
    if (known.input !== input) this.#refuse({ what: `input ${index + 1}`, before: known.input, now: input });
    if (known.state !== state) this.#refuse({ what: input, before: null, now: null });
  }

  inputsEnd(): void {
    const { value: known, done } = this.#known.next();
    if (done !== true) this.#refuse({ what: `input ${this.#begun + 1}`, before: known.input, now: "gone" });
  }

  #refuse(change: Change): never {
    this.#isOver = true;
    throw new ResumeError(this.#path, [change]);
  }

  documentDone(conditionHeld: boolean, point: ReadingPoint | null): void {
    const { items, documents, condition } = this.#mark;
    this.#reach({
      items: items + 1,
      documents: documents + 1,
      condition: condition || conditionHeld,
      point: point === null ? this.#mark.point : { ...point, items },
    });
  }

  failureDone(): void {
    const { items, failures } = this.#mark;
    this.#reach({ items: items + 1, failures: failures + 1 });
  }

  inputDone(failed: boolean): void {
    const { inputs, failures } = this.#mark;
    this.#reach({ inputs: inputs + 1, items: 0, point: null, failures: failures + (failed ? 1 : 0) });
  }

  #reach(change: Partial<Mark>): void {
    if (this.#failure !== null) throw this.#failure;
    const mark = { ...this.#mark, ...change };
    this.#mark = mark;
    this.#destination?.settled((text) => this.#settle({ ...mark, text }));
  }

  #settle(mark: Mark): void {
    this.#settled = mark;
    if (mark.text === null) this.#between = mark;
    if (this.#writing !== null || this.#now() < this.#next) return;
    this.#writing = this.#write(mark)
      .catch((error: unknown) => {
        this.#failure = error;
      })
      .finally(() => {
        this.#writing = null;
        this.#next = this.#now() + INTERVAL_MS;
      });
  }

  async #write(mark: Mark): Promise<void> {
    await toDisk(this.#destination?.unsynced() ?? []);
    if (!this.#isOver) this.#append(mark);
  }

  #append(mark: Mark): void {
    // A file in the making is gone once it is in its place, or may be lost; then its input begins anew.
    const way = mark.text !== null && this.#between.inputs > this.#written.inputs ? [this.#between] : [];
    this.#writer.append([...this.#lines, ...way, mark]);
    this.#lines = [];
    this.#written = mark;
  }

  async finish(destination: Destination): Promise<void> {
    await this.#writing;
    if (this.#failure !== null) throw this.#failure;
    await toDisk(destination.unsynced());
    await destination.finish();
    this.#isOver = true;
    this.#writer.close();
    rmSync(this.#path, { force: true });
    await toDisk(destination.unsynced());
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    try {
      if (this.#settled !== this.#written) this.#append(this.#settled);
    } catch (error) {
      // On a full disk the marks before it stay.
      if (!(error instanceof JournalError)) throw error;
    }
    if (this.#written !== START) this.#stopped(this.#written.documents);
  }
}

/** Resolves when what stands in the files would outlast a power failure. One that has moved on is left to a later mark. */
async function toDisk(paths: readonly string[]): Promise<void> {
  // One by one, so that threads are left for other work.
  for (const path of paths) await fileToDisk(path);
}

async function fileToDisk(path: string): Promise<void> {
  let descriptor: number;
  try {
    descriptor = await promisify(open)(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw JournalError.from(path, error);
  }
  try {
    await promisify(fsync)(descriptor);
  } catch (error) {
    throw JournalError.from(path, error);
  } finally {
    closeSync(descriptor);
  }
}

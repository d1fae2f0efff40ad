/** One run over all inputs: what there is to do, and what becomes of the results, in the order of the inputs. */
import { InputError } from "../errors.js";
import { sizeOf } from "../input/bytes.js";
import { discover } from "../input/discover.js";
import type { InputFile } from "../input/inputFile.js";
import { readDocuments } from "../input/read.js";
import { holdsOne } from "../input/readers/registry.js";
import type { ReadingPoint } from "../model.js";
import { visibleLine } from "../output/visible.js";
import type { Destination, RecordSink } from "./destination.js";
import { errorLine } from "./errorLine.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import type { Assignment, Job, RecordResult, Result, Step } from "./jobs/job.js";
import { fromPlain } from "./jobs/plainError.js";
import { lookAhead } from "./lookAhead.js";
import { OutputError } from "./outputError.js";
import { isOwnResult, type ResultPlaces } from "./ownResult.js";
import type { Progress } from "./progress.js";
import type { Reporter } from "./reporter.js";
import type { Checkpoint, Done } from "./resume/checkpoint.js";
import type { FailCondition } from "./settings.js";
import type { Streams } from "./streams.js";
import type { Tally } from "./tally.js";

/** Standard input in messages. */
const STDIN_NAME = "standard input";

/** An input whose results are on their way. */
interface Open {
  /** For messages. */
  readonly name: string;
  /** null: there is no place for them. */
  readonly sink: RecordSink | null;
  /** Nothing more comes of it. */
  isBroken: boolean;
}

export interface ExtractionParts {
  readonly assignment: Assignment;
  readonly places: ResultPlaces;
  readonly streams: Streams;
  readonly destination: Destination;
  readonly reporter: Reporter;
  readonly progress: Progress;
  readonly tally: Tally;
  readonly checkpoint: Checkpoint;
}

export class Extraction {
  readonly #parts: ExtractionParts;
  readonly #over = new AbortController();
  #conditionHeld: boolean;

  constructor(parts: ExtractionParts) {
    this.#parts = parts;
    this.#conditionHeld = parts.checkpoint.earlier.condition;
  }

  get exitCode(): ExitCode {
    if (this.#parts.reporter.failures > 0) return EXIT.failed;
    return this.#conditionHeld ? EXIT.condition : EXIT.done;
  }

  /** No input is waited for any more. */
  end(): void {
    this.#over.abort();
  }

  /** All that there is to do, in order. Whatever goes wrong with an input leaves the others alone. */
  async *steps(paths: readonly string[]): AsyncGenerator<Step> {
    const { checkpoint, destination, tally } = this.#parts;
    for await (const input of this.#inputs(paths)) {
      const done = checkpoint.begin(input);
      if (done === null) {
        destination.pass(input.path);
        tally.passed += bytesIn(input) ?? 0;
        yield READ_OVER;
      } else if (input instanceof InputError) yield afterwards(() => this.#fail(input));
      else yield* this.#stepsOf(input, done);
    }
    checkpoint.inputsEnd();
  }

  /** Those that are to be read, with their sizes. */
  #inputs(paths: readonly string[]): AsyncIterable<InputFile | InputError> {
    const { places, progress, tally } = this.#parts;
    const inputs = measuredInputs(paths, places);
    if (!progress.isEnabled) return inputs;
    let isKnown = true;
    return lookAhead(inputs, {
      seen: (input) => {
        const bytes = bytesIn(input);
        tally.found += bytes ?? 0;
        isKnown &&= bytes !== null;
      },
      ended: () => {
        tally.isAllFound = isKnown;
      },
    });
  }

  async *#stepsOf(input: InputFile, done: Done): AsyncGenerator<Step> {
    const { assignment, checkpoint, destination, tally } = this.#parts;
    const name = input.path ?? STDIN_NAME;
    let sink: RecordSink | null;
    try {
      sink = destination.place(input.path);
    } catch (error) {
      yield afterwards(() => this.#breakOff({ name, sink: null, isBroken: false }, error));
      return;
    }
    if (sink === null) {
      tally.passed += bytesIn(input) ?? 0;
      yield afterwards(() => checkpoint.inputDone(false));
      return;
    }
    const open: Open = { name, sink, isBroken: false };
    const bytes = bytesIn(input);
    // What has no size is read by this thread: only one can read a pipe.
    if (bytes !== null && holdsOne(input.path, assignment.reading.format ?? "auto")) {
      const settle = async (results: readonly Result[]): Promise<void> => {
        tally.read += bytes;
        await this.#settle(results.slice(done.items), open, null);
      };
      yield { job: { kind: "file", file: input }, bytes, settle };
    } else yield* this.#stepsOfDocuments(input, done, open);
    yield afterwards(() => this.#finish(open));
  }

  async *#stepsOfDocuments(input: InputFile, { items, point: from }: Done, open: Open): AsyncGenerator<Step> {
    const { assignment, streams, tally } = this.#parts;
    const options = {
      ...assignment.reading,
      stdin: input.kind === "stdin" ? streams.stdin : null,
      signal: this.#over.signal,
      from,
      onBytes: (count: number) => {
        tally.read += count;
      },
    };
    let read = from?.items ?? 0;
    tally.passed += from?.stored ?? 0;
    try {
      for await (const document of readDocuments(input, options)) {
        if (open.isBroken) return;
        if (read++ < items) yield READ_OVER;
        else if (document instanceof InputError) {
          yield afterwards(() => this.#failItem(document, document.place?.record ?? null, open));
        } else {
          const job: Job = { kind: "document", document };
          const { point = null } = document;
          yield { job, bytes: document.text.length, settle: (results) => this.#settle(results, open, point) };
        }
      }
    } catch (error) {
      yield afterwards(() => this.#breakOff(open, error));
    }
  }

  /** `point`: where reading could begin again at the document. */
  async #settle(results: readonly Result[], open: Open, point: ReadingPoint | null): Promise<void> {
    for (const result of results) {
      if (result.kind === "failure") await this.#failItem(fromPlain(result.error), result.record, open);
      else await this.#write(result, open, point);
    }
  }

  async #write(result: RecordResult, open: Open, point: ReadingPoint | null): Promise<void> {
    if (open.isBroken) return;
    try {
      await open.sink?.write(result.record, result.contained);
      this.#tell(result, open);
      this.#parts.checkpoint.documentDone(result.held.length > 0, point);
    } catch (error) {
      this.#breakOff(open, error);
    }
  }

  #tell({ held, bytes, confidence }: RecordResult, { name }: Open): void {
    for (const condition of held) {
      this.#conditionHeld = true;
      const sentence = this.#sentence(condition, confidence);
      this.#parts.reporter.note(`${visibleLine(name)}: ${sentence}`);
    }
    this.#parts.tally.document(bytes, held);
    this.#parts.progress.moved();
  }

  #sentence(condition: FailCondition, confidence: number): string {
    switch (condition) {
      case "empty":
        return "no body found";
      case "low-confidence":
        return `confidence ${confidence} is under ${this.#parts.assignment.minConfidence}`;
    }
  }

  /** A document of the input gives no record; the others do. */
  async #failItem(error: Error, record: number | null, open: Open): Promise<void> {
    if (open.isBroken) return;
    this.#parts.tally.errors++;
    if (this.#parts.assignment.reading.framing != null && record !== null) {
      await open.sink?.write(errorLine(error, record), true);
      return;
    }
    this.#parts.reporter.fail(error, open.name);
    this.#parts.checkpoint.failureDone();
  }

  async #finish(open: Open): Promise<void> {
    if (open.isBroken) return;
    try {
      await open.sink?.finish();
      this.#parts.checkpoint.inputDone(false);
    } catch (error) {
      this.#breakOff(open, error);
    }
  }

  /** Nothing more comes of the input. */
  #breakOff(open: Open, error: unknown): void {
    if (error instanceof OutputError && !this.#parts.destination.survives(error)) throw error;
    open.isBroken = true;
    open.sink?.discard();
    this.#fail(error, open.name);
  }

  #fail(error: unknown, name?: string): void {
    this.#parts.tally.errors++;
    this.#parts.reporter.fail(error, name);
    this.#parts.checkpoint.inputDone(true);
  }
}

/** A step without a job: it takes its turn behind what was before it. */
const afterwards = (then: () => void | Promise<void>): Step => ({
  job: null,
  bytes: 0,
  settle: async () => then(),
});

/** Of what an earlier run has done: nothing but a moment in which signals are heard. */
const READ_OVER = afterwards(() => {});

async function* measuredInputs(
  paths: readonly string[],
  places: ResultPlaces,
): AsyncGenerator<InputFile | InputError> {
  for await (const input of discover(paths, places)) {
    if (input instanceof InputError) yield input;
    else if (!isOwnResult(input, places)) yield measured(input);
  }
}

/** The input with its size, when it is a regular file. */
function measured(input: InputFile): InputFile {
  try {
    const bytes = sizeOf(input);
    return bytes === null || input.kind === "stdin" ? input : { ...input, bytes };
  } catch {
    // Whoever reads it will find out and tell.
    return input;
  }
}

/** Stored bytes; null where they are not known. */
function bytesIn(input: InputFile | InputError): number | null {
  if (input instanceof InputError) return 0;
  return input.kind === "file" ? (input.bytes ?? null) : null;
}

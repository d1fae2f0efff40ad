/** One run over all inputs: each from its bytes to its results, one document in memory at a time. */
import { recordOf } from "../article/record.js";
import { InputError } from "../errors.js";
import { label } from "../extract.js";
import { discover } from "../input/discover.js";
import type { InputFile } from "../input/inputFile.js";
import { type ReadOptions, readDocuments } from "../input/read.js";
import type { Article, SourceDocument } from "../model.js";
import { visibleLine } from "../output/visible.js";
import type { RuleSet } from "../rules/compile.js";
import type { Destination, RecordSink } from "./destination.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import { OutputError } from "./outputError.js";
import { isOwnResult } from "./ownResult.js";
import type { Progress } from "./progress.js";
import type { Reporter } from "./reporter.js";
import type { Checkpoint } from "./resume/checkpoint.js";
import type { FailCondition, Settings } from "./settings.js";
import type { Streams } from "./streams.js";

export class Extraction {
  #conditionHeld = false;

  constructor(
    private readonly settings: Settings,
    private readonly rules: RuleSet,
    private readonly streams: Streams,
    private readonly destination: Destination,
    private readonly reporter: Reporter,
    private readonly progress: Progress,
    private readonly checkpoint: Checkpoint,
  ) {
    this.#conditionHeld = checkpoint.earlier.condition;
  }

  get exitCode(): ExitCode {
    if (this.reporter.failures > 0) return EXIT.failed;
    return this.#conditionHeld ? EXIT.condition : EXIT.done;
  }

  async all(paths: readonly string[]): Promise<void> {
    const places = { ...this.settings, cwd: this.streams.cwd };
    for await (const input of discover(paths, places)) {
      if (!(input instanceof InputError) && isOwnResult(input, places)) continue;
      const done = this.checkpoint.begin(input);
      if (done === null) this.destination.pass(input.path);
      else if (input instanceof InputError) this.#fail(input);
      else await this.#input(input, done);
    }
    this.checkpoint.inputsEnd();
  }

  /**
   * One input from its bytes to its results; whatever goes wrong with it leaves the other inputs alone. Of its
   * documents and failures so many are done already.
   */
  async #input(input: InputFile, done: number): Promise<void> {
    let sink: RecordSink | null = null;
    try {
      sink = this.destination.place(input.path);
      let read = 0;
      for await (const document of sink === null ? [] : readDocuments(input, this.#readOptions(input))) {
        if (read++ < done || sink === null) continue;
        if (document instanceof InputError) {
          this.reporter.fail(document);
          this.checkpoint.failureDone();
        } else await this.#document(document, sink);
      }
      await sink?.finish();
      this.checkpoint.inputDone(false);
    } catch (error) {
      if (error instanceof OutputError && !this.destination.survives(error)) throw error;
      sink?.discard();
      this.#fail(error, input.path ?? "standard input");
    }
  }

  /** Nothing more comes of the input. */
  #fail(error: unknown, input?: string): void {
    this.reporter.fail(error, input);
    this.checkpoint.inputDone(true);
  }

  #readOptions(input: InputFile): ReadOptions {
    const { encoding, inputFormat, maxRecord, recordFields } = this.settings;
    return {
      ...recordFields,
      encoding,
      format: inputFormat,
      maxRecord,
      stdin: input.kind === "stdin" ? this.streams.stdin : null,
    };
  }

  async #document(document: SourceDocument, sink: RecordSink): Promise<void> {
    const article = recordOf(document, label(document, this.rules), { blocks: this.settings.blocks });
    await sink.write(article, document.contained === true);
    this.checkpoint.documentDone(this.#check(article));
    this.progress.document(document.text);
  }

  /** Whether a --fail-on condition holds, which is told. */
  #check(article: Article): boolean {
    let holds = false;
    for (const condition of this.settings.failOn) {
      const found = failure(condition, article, this.settings.minConfidence);
      if (found === null) continue;
      holds = this.#conditionHeld = true;
      this.reporter.note(`${visibleLine(article.source.path ?? "standard input")}: ${found}`);
    }
    return holds;
  }
}

/** What is to be told when the condition holds, else null. */
function failure(condition: FailCondition, article: Article, minConfidence: number): string | null {
  switch (condition) {
    case "empty":
      return article.body.length === 0 ? "no body found" : null;
    case "low-confidence":
      return article.confidence < minConfidence
        ? `confidence ${article.confidence} is under ${minConfidence}`
        : null;
  }
}

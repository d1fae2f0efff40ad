/** `bodycopy [paths...]`: the article of every document. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { toArticle } from "../article/article.js";
import { InputError, UsageError } from "../errors.js";
import { label } from "../extract.js";
import { discover } from "../input/discover.js";
import { isPattern } from "../input/glob.js";
import type { InputFile } from "../input/inputFile.js";
import { type ReadOptions, readDocuments } from "../input/read.js";
import type { Article, SourceDocument } from "../model.js";
import { formats } from "../output/formats.js";
import { visibleLine } from "../output/visible.js";
import type { RuleSet } from "../rules/compile.js";
import { type Destination, type RecordSink, toFile, toFolder, toStream } from "./destination.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import { OutputError } from "./outputError.js";
import { isOwnResult } from "./ownResult.js";
import { Printer } from "./printer.js";
import { Progress } from "./progress.js";
import { Reporter } from "./reporter.js";
import { ruleSet } from "./ruleSet.js";
import { type FailCondition, type RawOptions, type Settings, settingsOf } from "./settings.js";
import type { Streams } from "./streams.js";

export async function extract(
  paths: readonly string[],
  options: RawOptions,
  streams: Streams,
): Promise<ExitCode> {
  const settings = settingsOf(options);
  const rules = await ruleSet(settings.rules, streams.cwd);
  const progress = new Progress(streams.stderr, settings.progress ?? automaticProgress(settings, streams));
  const reporter = new Reporter(new Printer(streams.stderr), progress);
  streams.interrupted.addEventListener("abort", progress.clear);
  if (!settings.quiet && readsTerminal(paths, streams)) {
    reporter.note("Reading standard input; end it with Ctrl-D. bodycopy --help tells what else there is.");
  }
  const destination = destinationOf(settings, paths, streams);
  try {
    const run = new Extraction(settings, rules, streams, destination, reporter, progress);
    await run.all(paths);
    await destination.finish();
    return run.exitCode;
  } catch (error) {
    destination.discard();
    if (error instanceof OutputError && error.isClosedPipe) return EXIT.done;
    throw error;
  } finally {
    progress.clear();
  }
}

/** Records that scroll by are progress enough. */
const automaticProgress = ({ output, outDir, quiet }: Settings, { stdout }: Streams): false | undefined =>
  quiet || (output === null && outDir === null && stdout.isTTY === true) ? false : undefined;

const STDIN = "-";

const readsTerminal = (paths: readonly string[], { stdin }: Streams): boolean =>
  (paths.length === 0 || paths.includes(STDIN)) && stdin.isTTY === true;

/** One file given by its name, or standard input, gives one record; everything else may give any number. */
function mayBeMany(paths: readonly string[], cwd: string): boolean {
  const [path = STDIN, ...others] = paths;
  if (others.length > 0) return true;
  if (path === STDIN) return false;
  return statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() ?? isPattern(path);
}

function destinationOf(settings: Settings, paths: readonly string[], streams: Streams): Destination {
  const { fields, quiet, output, outDir, skipExisting } = settings;
  const format = formats[settings.format];
  if (outDir !== null) {
    if (statSync(resolve(streams.cwd, outDir), { throwIfNoEntry: false })?.isDirectory() === false) {
      throw new UsageError("--out-dir", `"${outDir}", which is a file`, "a folder");
    }
    return toFolder(
      outDir,
      format,
      { many: false, heads: false, fields },
      { skipExisting, cwd: streams.cwd, interrupted: streams.interrupted },
    );
  }
  const formatter = format.create({ many: mayBeMany(paths, streams.cwd), heads: !quiet, fields });
  return output === null
    ? toStream(new Printer(streams.stdout), formatter)
    : toFile(output, formatter, streams);
}

class Extraction {
  #conditionHeld = false;

  constructor(
    private readonly settings: Settings,
    private readonly rules: RuleSet,
    private readonly streams: Streams,
    private readonly destination: Destination,
    private readonly reporter: Reporter,
    private readonly progress: Progress,
  ) {}

  get exitCode(): ExitCode {
    if (this.reporter.failures > 0) return EXIT.failed;
    return this.#conditionHeld ? EXIT.condition : EXIT.done;
  }

  async all(paths: readonly string[]): Promise<void> {
    for await (const input of discover(paths, { cwd: this.streams.cwd })) {
      if (input instanceof InputError) this.reporter.fail(input);
      else if (!isOwnResult(input, { ...this.settings, cwd: this.streams.cwd })) await this.#input(input);
    }
  }

  /** One input from its bytes to its results; whatever goes wrong with it leaves the other inputs alone. */
  async #input(input: InputFile): Promise<void> {
    let sink: RecordSink | null = null;
    try {
      sink = this.destination.place(input.path);
      if (sink === null) return;
      for await (const document of readDocuments(input, this.#readOptions(input))) {
        if (document instanceof InputError) this.reporter.fail(document);
        else await this.#document(document, sink);
      }
      await sink.finish();
    } catch (error) {
      sink?.discard();
      if (error instanceof OutputError && !this.destination.survivesErrors) throw error;
      this.reporter.fail(error, input.path ?? "standard input");
    }
  }

  #readOptions(input: InputFile): ReadOptions {
    const { encoding, inputFormat } = this.settings;
    return { encoding, format: inputFormat, stdin: input.kind === "stdin" ? this.streams.stdin : null };
  }

  async #document(document: SourceDocument, sink: RecordSink): Promise<void> {
    const article = toArticle(document, label(document, this.rules), { blocks: this.settings.blocks });
    await sink.write(article);
    this.#check(article);
    this.progress.document(document.text);
  }

  #check(article: Article): void {
    for (const condition of this.settings.failOn) {
      const found = failure(condition, article, this.settings.minConfidence);
      if (found === null) continue;
      this.#conditionHeld = true;
      this.reporter.note(`${visibleLine(article.source.path ?? "standard input")}: ${found}`);
    }
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

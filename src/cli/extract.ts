/** `bodycopy [paths...]`: the article of every document. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../errors.js";
import { isPattern } from "../input/glob.js";
import { type InputFormat, isContainer } from "../input/readers/registry.js";
import { formats } from "../output/formats.js";
import type { FormatterOptions } from "../output/formatter.js";
import type { Destination } from "./destination.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import { Extraction } from "./extraction.js";
import type { Assignment } from "./jobs/job.js";
import { Pool } from "./jobs/pool.js";
import { type AloneLimits, BATCHES_A_WORKER, settleAll } from "./jobs/settle.js";
import { Work } from "./jobs/work.js";
import type { WorkerData } from "./jobs/worker.js";
import type { StartPool } from "./jobs/workersToBe.js";
import { OutputError } from "./outputError.js";
import { Printer } from "./printer.js";
import { Progress, QUIET_MS } from "./progress.js";
import { Reporter } from "./reporter.js";
import type { TextMark } from "./resume/mark.js";
import { openCheckpoint } from "./resume/openCheckpoint.js";
import { compiled, userPacks } from "./ruleSet.js";
import { type RawOptions, type Settings, settingsOf } from "./settings.js";
import type { Streams } from "./streams.js";
import { type SummaryForm, summary } from "./summary.js";
import { Tally } from "./tally.js";
import { toFile } from "./toFile.js";
import { toFolder } from "./toFolder.js";
import { toStream } from "./toStream.js";

export async function extract(
  paths: readonly string[],
  options: RawOptions,
  streams: Streams,
  alone?: AloneLimits,
): Promise<ExitCode> {
  const settings = settingsOf(options);
  if (settings.framing !== null && paths.some((path) => path !== STDIN)) {
    throw new UsageError("--records", "with paths", "records on standard input");
  }
  const packs = await userPacks(settings.rules, streams.cwd);
  const assignment = assignmentOf(settings, paths, streams);
  const work = new Work(compiled(packs), assignment);
  const tally = new Tally();
  const choice = settings.progress ?? automaticProgress(settings, streams);
  const progress = new Progress(streams.stderr, choice, tally);
  streams.interrupted.addEventListener("abort", progress.clear);
  const reporter = new Reporter(new Printer(streams.stderr), progress);
  if (!settings.quiet && readsTerminal(paths, streams)) {
    reporter.note("Reading standard input; end it with Ctrl-D. bodycopy --help tells what else there is.");
  }
  const checkpoint = openCheckpoint(paths, settings, streams, (text) => reporter.note(text));
  reporter.goOn(checkpoint.earlier.failures);
  const destination = destinationOf(settings, assignment.formatting, streams, {
    mayCollide: paths.length > 1,
    from: checkpoint.earlier.text,
  });
  checkpoint.follow(destination);
  const places = { ...settings, cwd: streams.cwd };
  const run = new Extraction({
    assignment,
    places,
    streams,
    destination,
    reporter,
    progress,
    tally,
    checkpoint,
  });
  let exitCode: ExitCode = EXIT.failed;
  try {
    await settleAll(run.steps(paths), work, startPool(settings.jobs, { assignment, packs }), alone);
    await checkpoint.finish(destination);
    exitCode = run.exitCode;
  } catch (error) {
    destination.stop();
    checkpoint.stop();
    if (!(error instanceof OutputError && error.isClosedPipe)) throw error;
    exitCode = run.exitCode;
  } finally {
    run.end();
    progress.clear();
    const form = settings.summary ?? automaticSummary(progress, tally);
    const facts = { ...settings, seconds: progress.elapsed / SECOND, exitCode, earlier: checkpoint.earlier };
    if (form !== null) reporter.note(summary(form, tally, facts));
  }
  return exitCode;
}

const SECOND = 1_000;

/** Who sees the progress of several documents wants to know what it came to. */
const automaticSummary = ({ isEnabled, elapsed }: Progress, { documents }: Tally): SummaryForm | null =>
  isEnabled && elapsed > QUIET_MS && documents > 1 ? "text" : null;

/** What every document of the run is worked with. */
function assignmentOf(settings: Settings, paths: readonly string[], streams: Streams): Assignment {
  const { format, fields, quiet, blocks, failOn, minConfidence } = settings;
  const { encoding, inputFormat, framing, maxRecord, recordFields } = settings;
  const many = settings.outDir === null && mayBeMany(paths, inputFormat, streams.cwd);
  return {
    format,
    formatting: { many, heads: !quiet, fields },
    blocks,
    failOn,
    minConfidence,
    reading: { ...recordFields, encoding, format: inputFormat, framing, maxRecord },
  };
}

/** null: one thread does it all. */
const startPool = (jobs: number, data: WorkerData): StartPool | null =>
  jobs === 1 ? null : () => new Pool({ threads: jobs - 1, batchesAWorker: BATCHES_A_WORKER, data });

/** Records that scroll by are progress enough. */
const automaticProgress = ({ output, outDir, quiet }: Settings, { stdout }: Streams): false | undefined =>
  quiet || (output === null && outDir === null && stdout.isTTY === true) ? false : undefined;

const STDIN = "-";

const readsTerminal = (paths: readonly string[], streams: Streams): boolean =>
  (paths.length === 0 || paths.includes(STDIN)) && streams.stdin.isTTY === true;

/** One file given by its name, or standard input, gives one record; everything else may give any number. */
function mayBeMany(paths: readonly string[], inputFormat: InputFormat, cwd: string): boolean {
  const [path = STDIN, ...others] = paths;
  if (others.length > 0 || isContainer(path, inputFormat)) return true;
  if (path === STDIN) return false;
  return isFolder(path, cwd) ?? isPattern(path);
}

/** null when nothing can be seen at the path. */
function isFolder(path: string, cwd: string): boolean | null {
  try {
    return statSync(resolve(cwd, path)).isDirectory();
  } catch {
    return null;
  }
}

interface Results {
  /** Two inputs could have one place; one path alone leads to a file once, however large its tree. */
  readonly mayCollide: boolean;
  /** The file that an earlier run was making. */
  readonly from: TextMark | null;
}

function destinationOf(
  { format: name, output, outDir, skipExisting, gzip, resume }: Settings,
  formatting: FormatterOptions,
  context: Streams,
  { mayCollide, from }: Results,
): Destination {
  const format = formats[name];
  const formatter = (contained: boolean) =>
    format.create({ ...formatting, many: formatting.many || contained });
  if (outDir === null) {
    return output === null
      ? toStream(new Printer(context.stdout), formatter)
      : toFile(output, { formatter, gzip, context, resume, from });
  }
  if (isFolder(outDir, context.cwd) === false) {
    throw new UsageError("--out-dir", `"${outDir}", which is a file`, "a folder");
  }
  const extension = gzip ? `${format.extension}.gz` : format.extension;
  return toFolder(outDir, { extension, formatter, gzip, skipExisting, mayCollide, context, resume, from });
}

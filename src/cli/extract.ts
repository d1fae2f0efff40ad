/** `bodycopy [paths...]`: the article of every document. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../errors.js";
import { isPattern } from "../input/glob.js";
import { type InputFormat, isContainer } from "../input/readers/registry.js";
import { formats } from "../output/formats.js";
import { type Destination, toFile, toFolder, toStream } from "./destination.js";
import type { ExitCode } from "./exitCode.js";
import { Extraction } from "./extraction.js";
import { OutputError } from "./outputError.js";
import { Printer } from "./printer.js";
import { Progress } from "./progress.js";
import { Reporter } from "./reporter.js";
import type { TextMark } from "./resume/mark.js";
import { openCheckpoint } from "./resume/openCheckpoint.js";
import { ruleSet } from "./ruleSet.js";
import { type RawOptions, type Settings, settingsOf } from "./settings.js";
import type { Streams } from "./streams.js";

export async function extract(
  paths: readonly string[],
  options: RawOptions,
  streams: Streams,
): Promise<ExitCode> {
  const settings = settingsOf(options);
  const rules = await ruleSet(settings.rules, streams.cwd);
  const progress = new Progress(streams.stderr, settings.progress ?? automaticProgress(settings, streams));
  streams.interrupted.addEventListener("abort", progress.clear);
  const reporter = new Reporter(new Printer(streams.stderr), progress);
  if (!settings.quiet && readsTerminal(paths, streams)) {
    reporter.note("Reading standard input; end it with Ctrl-D. bodycopy --help tells what else there is.");
  }
  const checkpoint = openCheckpoint(paths, settings, streams, (text) => reporter.note(text));
  reporter.goOn(checkpoint.earlier.failures);
  const destination = destinationOf(settings, paths, streams, checkpoint.earlier.text);
  checkpoint.follow(destination);
  const run = new Extraction(settings, rules, streams, destination, reporter, progress, checkpoint);
  try {
    await run.all(paths);
    await checkpoint.finish(destination);
    return run.exitCode;
  } catch (error) {
    destination.stop();
    checkpoint.stop();
    if (error instanceof OutputError && error.isClosedPipe) return run.exitCode;
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

/** `from`: the file that an earlier run was making. */
function destinationOf(
  settings: Settings,
  paths: readonly string[],
  streams: Streams,
  from: TextMark | null,
): Destination {
  const { fields, quiet, output, outDir, skipExisting, inputFormat, gzip, resume } = settings;
  const format = formats[settings.format];
  if (outDir === null) {
    const named = mayBeMany(paths, inputFormat, streams.cwd);
    const formatter = (contained: boolean) =>
      format.create({ many: named || contained, heads: !quiet, fields });
    return output === null
      ? toStream(new Printer(streams.stdout), formatter)
      : toFile(output, { formatter, gzip, context: streams, resume, from });
  }
  if (isFolder(outDir, streams.cwd) === false) {
    throw new UsageError("--out-dir", `"${outDir}", which is a file`, "a folder");
  }
  return toFolder(outDir, {
    extension: gzip ? `${format.extension}.gz` : format.extension,
    formatter: (contained) => format.create({ many: contained, heads: !quiet, fields }),
    gzip,
    skipExisting,
    // One path leads to a file once, so that a large tree is walked without remembering it.
    mayCollide: paths.length > 1,
    context: streams,
    resume,
    from,
  });
}

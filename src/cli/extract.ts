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
  const reporter = new Reporter(new Printer(streams.stderr), progress);
  streams.interrupted.addEventListener("abort", progress.clear);
  if (!settings.quiet && readsTerminal(paths, streams)) {
    reporter.note("Reading standard input; end it with Ctrl-D. bodycopy --help tells what else there is.");
  }
  const destination = destinationOf(settings, paths, streams);
  const run = new Extraction(settings, rules, streams, destination, reporter, progress);
  try {
    await run.all(paths);
    await destination.finish();
    return run.exitCode;
  } catch (error) {
    destination.discard();
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

function destinationOf(settings: Settings, paths: readonly string[], streams: Streams): Destination {
  const { fields, quiet, output, outDir, skipExisting, inputFormat, gzip } = settings;
  const format = formats[settings.format];
  if (outDir === null) {
    const named = mayBeMany(paths, inputFormat, streams.cwd);
    const formatter = (contained: boolean) =>
      format.create({ many: named || contained, heads: !quiet, fields });
    return output === null
      ? toStream(new Printer(streams.stdout), formatter)
      : toFile(output, { formatter, gzip, context: streams });
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
  });
}

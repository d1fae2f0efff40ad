/** How a run ends that was broken off. */
import { CommanderError } from "commander";
import { RuleError, RuleErrors, UsageError } from "../errors.js";
import { visible } from "../output/visible.js";
import { EXIT, type ExitCode } from "./exitCode.js";
import { message } from "./message.js";
import { OutputError } from "./outputError.js";
import { Printer } from "./printer.js";
import { ResumeError } from "./resume/resumeError.js";
import type { Streams } from "./streams.js";

/** Tells what went wrong and gives the exit code. */
export async function failure(error: unknown, { stderr }: Streams): Promise<ExitCode> {
  // Help was asked for and printed.
  if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
  if (error instanceof OutputError && error.isClosedPipe) return EXIT.done;
  // A command that is none without a subcommand printed its help.
  if (error instanceof CommanderError && error.code === "commander.help") return EXIT.usage;
  const text = error instanceof CommanderError ? usage(error) : message(error);
  const isUsage = [CommanderError, UsageError].some((kind) => error instanceof kind);
  const hint = isUsage ? "\nTry bodycopy --help." : "";
  await new Printer(stderr).write(`${text}${hint}\n`).catch(() => {});
  const isWrong = [RuleError, RuleErrors, ResumeError].some((kind) => error instanceof kind);
  return isUsage || isWrong ? EXIT.usage : EXIT.failed;
}

/** commander's sentence, in the form of ours. */
function usage({ message: sentence }: CommanderError): string {
  return visible(`bodycopy: ${sentence.replace(/^error: /, "").replace(/\n\(Did/, " (did")}`);
}

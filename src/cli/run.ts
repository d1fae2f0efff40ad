/** The command line as a function: arguments and streams in, exit code out. */
import { EXIT, type ExitCode } from "./exitCode.js";
import { Printer } from "./printer.js";
import type { Streams } from "./streams.js";
import { version } from "./version.js";

export type { Streams } from "./streams.js";

/** Runs one command line. `argv` is what follows the program's name. Never throws. */
export async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
      // Scripts ask for it often, so it loads nothing else.
      await new Printer(streams.stdout).write(`${version()}\n`);
      return EXIT.done;
    }
    const { runProgram } = await import("./program.js");
    return await runProgram(argv, streams);
  } catch (error) {
    const { failure } = await import("./failure.js");
    return failure(error, streams);
  }
}

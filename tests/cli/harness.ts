/** Runs the command line in this process, with streams that keep what is written to them. */
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
// The command loads these when it needs them; loaded here, they count for no test's time.
import "../../src/cli/explain.js";
import "../../src/cli/extract.js";
import "../../src/cli/rules.js";
import { run } from "../../src/cli/run.js";

export const FIXTURES = fileURLToPath(new URL("../../fixtures/cli", import.meta.url));

export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Which of the output streams are terminals. */
  readonly terminals?: readonly ("stdout" | "stderr")[];
  /** Every write to standard output fails with this code. */
  readonly failing?: string;
  readonly interrupted?: AbortSignal;
  /** Called with what is written to standard error. */
  readonly told?: (text: string) => void;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function bodycopy(argv: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const { stdin, cwd = FIXTURES, env = {}, terminals = [], failing, interrupted, told } = around;
  const stdout = new Kept(terminals.includes("stdout"), failing);
  const stderr = new Kept(terminals.includes("stderr"), undefined, told);
  const code = await run(argv, {
    stdin: Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]),
    stdout,
    stderr,
    cwd,
    env,
    interrupted: interrupted ?? new AbortController().signal,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}

export class Kept extends Writable {
  text = "";

  constructor(
    readonly isTTY = false,
    private readonly failing?: string,
    private readonly told?: (text: string) => void,
  ) {
    super({ decodeStrings: false });
  }

  override _write(chunk: string, _encoding: string, done: (error?: Error) => void): void {
    const { failing } = this;
    if (failing === undefined) this.text += chunk;
    this.told?.(chunk);
    done(failing === undefined ? undefined : Object.assign(new Error(failing), { code: failing }));
  }
}

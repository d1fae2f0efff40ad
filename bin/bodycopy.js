#!/usr/bin/env node
/** Starts the command line; the only place that touches `process`. */
import module from "node:module";

// Node 22.1 and later keep what they have compiled for the next start.
module.enableCompileCache?.();
const { run } = await import("../dist/cli.js");

/** Exit codes of a run that a signal ended: 128 and the signal's number, as a shell has it. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 };

const interruption = new AbortController();
for (const [signal, code] of Object.entries(INTERRUPTED)) {
  process.on(signal, () => {
    interruption.abort();
    process.exit(code);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  // Opened when it is asked for, which takes a moment that most runs can do without.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  interrupted: interruption.signal,
});

#!/usr/bin/env node
/** Starts the command line; the only place that touches `process`. */
import { codeCacheFile, load } from "./script.js";

const { run } = fromCodeCache() ?? (await fromModules());

function fromCodeCache() {
  const { existsSync, readFileSync } = process.getBuiltinModule("node:fs");
  return existsSync(codeCacheFile) ? load(readFileSync(codeCacheFile)) : null;
}

/** This V8 has compiled nothing yet. Node 22.1 and later keep what they have compiled for the next start. */
function fromModules() {
  process.getBuiltinModule("node:module").enableCompileCache?.();
  return import("../dist/cli.js");
}

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

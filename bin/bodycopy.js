#!/usr/bin/env node
/** Starts the command line; only this folder touches `process`. */
const { fromCodeCache } = require("./script.js");

/** Exit codes of a run that a signal ended: 128 and the signal's number, as a shell has it. */
const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 };

const interruption = new AbortController();
for (const [signal, code] of Object.entries(INTERRUPTED)) {
  process.on(signal, () => {
    interruption.abort();
    process.exit(code);
  });
}

main();

async function main() {
  const { run } = fromCodeCache() ?? (await fromModules());
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
}

/** Node 22.1 and later keep what they have compiled of the modules for the next start. */
function fromModules() {
  require("node:module").enableCompileCache?.();
  return import("../dist/cli.js");
}

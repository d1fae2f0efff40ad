/**
 * Keeps what V8 has compiled of the command line after a run, beside its script: run by build.mjs as a process of its
 * own. The runs are for the functions that a start needs; V8 compiles the others when they are called.
 */
import { writeFileSync } from "node:fs";
import { codeCache, compile, exportsOf } from "../bin/script.js";

const DOCUMENT = "fixtures/documents/sputnik-lavrov/input.txt";

const nowhere = {
  write: (_text, done) => done?.(),
  once: () => nowhere,
  on: () => nowhere,
  off: () => nowhere,
  removeListener: () => nowhere,
};
const streams = {
  stdin: null,
  stdout: nowhere,
  stderr: nowhere,
  cwd: process.cwd(),
  env: {},
  interrupted: new AbortController().signal,
};

const script = compile();
const { run } = exportsOf(script);
for (const argv of [["--version"], [DOCUMENT], ["-f", "json", DOCUMENT]]) await run(argv, streams);
writeFileSync(codeCache, script.createCachedData());

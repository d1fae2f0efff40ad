/**
 * The command line as one script with what V8 had compiled of it when it was built: a start with the same V8 compiles
 * nothing, which is a third of its time. This folder is CommonJS because a start that loads no module is quicker still.
 */
const { existsSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const { Script } = require("node:vm");

const filename = join(__dirname, "../dist/cli.cjs");

/** Named after the V8 that made it: no other can read it. */
const codeCache = join(__dirname, `../dist/cli-${process.versions.v8}-${process.arch}.cache`);

/** The script's exports; null when this V8 has compiled nothing of it yet. */
function fromCodeCache() {
  if (!existsSync(codeCache)) return null;
  const script = compile(readFileSync(codeCache));
  return script.cachedDataRejected === true ? null : exportsOf(script);
}

function compile(cachedData) {
  return new Script(readFileSync(filename, "utf8"), { filename, cachedData });
}

function exportsOf(script) {
  const module = { exports: {} };
  // What a module of the same file would have of its own.
  const meta = {
    url: pathToFileURL(filename).href,
    resolve: (specifier) => require("./resolve.mjs").resolve(specifier),
  };
  script.runInThisContext()(module, createRequire(filename), meta);
  return module.exports;
}

module.exports = { codeCache, compile, exportsOf, fromCodeCache };

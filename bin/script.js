/**
 * The command line as one script with what V8 had compiled of it when it was built: a start with the same V8 compiles
 * nothing, which is a third of its time. Node's own modules are asked for as here because an import reads all of their
 * exports, and some of those load others.
 */
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { fileURLToPath } = process.getBuiltinModule("node:url");
const { Script } = process.getBuiltinModule("node:vm");

const url = new URL("../dist/cli.cjs", import.meta.url);
const filename = fileURLToPath(url);

/** Named after the V8 that made it: no other can read it. */
export const codeCacheFile = fileURLToPath(
  new URL(`../dist/cli-${process.versions.v8}-${process.arch}.cache`, import.meta.url),
);

/** The script, run; null when V8 refuses the compiled code. `cachedData` is undefined where there is none yet. */
export function load(cachedData) {
  const script = new Script(readFileSync(filename, "utf8"), { filename, cachedData });
  if (script.cachedDataRejected === true) return null;
  const module = { exports: {} };
  // What a module of the same file would have of its own.
  script.runInThisContext()(module, createRequire(url), { url: url.href, resolve: import.meta.resolve });
  return { script, run: module.exports.run };
}

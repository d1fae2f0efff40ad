/**
 * Bundles the command line and the library into dist/. One bundle with shared chunks: a start then opens a few files
 * instead of hundreds, and a command loads only the chunks that it uses. Packages that are seldom needed stay outside
 * and are loaded when they are first used.
 */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { decodedEntities } from "./decoded-entities.mjs";
import { detectorData } from "./detector-data.mjs";
import { lazyModules } from "./lazy-modules.mjs";
import { yamlForEsbuild } from "./yaml-modules.mjs";

const { dependencies, version } = JSON.parse(readFileSync("package.json", "utf8"));

/** Part of the bundle: the one is loaded on every start, of the others a few files out of many are needed. */
const BUNDLED = ["commander", "entities", "htmlparser2"];

rmSync("dist", { recursive: true, force: true });
const options = {
  entryPoints: { cli: "src/cli/run.ts", worker: "src/cli/jobs/worker.ts", index: "src/index.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifyWhitespace: true,
  minifySyntax: true,
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  // commander is CommonJS and asks for Node's own modules by require.
  banner: {
    js: 'import { createRequire as bodycopyRequire } from "node:module"; const require = bodycopyRequire(import.meta.url);',
  },
  define: { BUILT_VERSION: JSON.stringify(version) },
  plugins: [decodedEntities, yamlForEsbuild],
};
await build({ ...options, define: { ...options.define, IS_BUILT: "true" } });

// What becomes of the built-in packs is made by the code that will use it.
const maker = "dist/built-rules.tmp.mjs";
await build({
  ...options,
  entryPoints: ["scripts/built-rules.ts"],
  outdir: undefined,
  outfile: maker,
  splitting: false,
});
const { files } = await import(pathToFileURL(maker).href);
for (const [name, content] of files()) writeFileSync(`dist/${name}`, content);
rmSync(maker);
if (existsSync("src/output/schema.json")) cpSync("src/output/schema.json", "dist/schema.json");

// Seldom needed and large: a file of its own, which is required when a text asks for it.
await build({
  ...options,
  entryPoints: { detector: "eld/extrasmall" },
  outExtension: { ".js": ".cjs" },
  format: "cjs",
  splitting: false,
  banner: {},
  external: [],
  plugins: [detectorData],
});

// The command line once more as one script, whose compiled code is kept (bin/script.js).
const { banner: _modules, splitting: _chunks, ...scriptOptions } = options;
await build({
  ...scriptOptions,
  entryPoints: ["src/cli/run.ts"],
  outdir: undefined,
  outfile: "dist/cli.cjs",
  format: "cjs",
  banner: { js: "(function (module, require, importMeta) {" },
  footer: { js: "})" },
  define: {
    ...options.define,
    IS_BUILT: "true",
    "import.meta.url": "importMeta.url",
    "import.meta.resolve": "importMeta.resolve",
  },
  plugins: [lazyModules, ...options.plugins],
});
execFileSync(process.execPath, ["scripts/code-cache.mjs"], { stdio: "inherit" });

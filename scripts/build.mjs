/**
 * Bundles the command line and the library into dist/. One bundle with shared chunks: a start then opens a few files
 * instead of hundreds, and a command loads only the chunks that it uses. Packages that are seldom needed stay outside
 * and are loaded when they are first used.
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
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
  plugins: [yamlForEsbuild],
};
await build(options);

// The phrases of the built-in packs are indexed by the code that will use the index.
const maker = "dist/phrase-index.tmp.mjs";
await build({
  ...options,
  entryPoints: ["scripts/phrase-index.ts"],
  outdir: undefined,
  outfile: maker,
  splitting: false,
});
const { indexFile, makeIndex } = await import(pathToFileURL(maker).href);
writeFileSync(`dist/${indexFile}`, makeIndex());
rmSync(maker);
if (existsSync("src/output/schema.json")) cpSync("src/output/schema.json", "dist/schema.json");

/** What the build makes of the built-in packs (src/rules/registry.ts); run by build.mjs. */
import { encodeIndex } from "../src/rules/phrase-index.js";
import { BUILT_FILES, builtinPacks, compileRules } from "../src/rules/registry.js";

const PHRASES = new Set(["equals", "starts-with", "ends-with", "contains"]);
/** What only people read, and tests. */
const DOCUMENTATION = new Set(["summary", "why", "examples"]);

/** Phrases are in the index, so that how many there are is enough. */
const leanValue = (key: string, value: unknown): unknown =>
  DOCUMENTATION.has(key)
    ? undefined
    : PHRASES.has(key) && Array.isArray(value)
      ? { length: value.length }
      : value;

/** Names and contents of the files. */
export const files = (): readonly (readonly [string, string | Uint8Array])[] => [
  [BUILT_FILES.packs, JSON.stringify(builtinPacks)],
  [BUILT_FILES.lean, JSON.stringify(builtinPacks, leanValue)],
  [BUILT_FILES.index, encodeIndex(compileRules(builtinPacks).matcher)],
];

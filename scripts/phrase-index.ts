/** Makes the index of the built-in packs' phrases; run by build.mjs. */
import { encodeIndex, INDEX_FILE } from "../src/rules/phrase-index.js";
import { builtinPacks, compileRules } from "../src/rules/registry.js";

export const indexFile = INDEX_FILE;
export const makeIndex = (): Uint8Array => encodeIndex(compileRules(builtinPacks).matcher);

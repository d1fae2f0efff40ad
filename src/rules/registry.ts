/** The built-in packs in the order in which their rules are tried. */
import { compileRules, type RuleSet } from "./compile.js";
import metadata from "./packs/metadata.yaml";
import prose from "./packs/prose.yaml";
import structure from "./packs/structure.yaml";
import type { RulePack } from "./rule.js";

export { compileRules };

/** Checked against the schema by the tests, so they are taken as they are. */
export const builtinPacks = [metadata, prose, structure] as readonly unknown[] as readonly RulePack[];

let builtin: RuleSet | undefined;

/** The built-in rules, compiled once. */
export function builtinRules(): RuleSet {
  builtin ??= compileRules(builtinPacks);
  return builtin;
}

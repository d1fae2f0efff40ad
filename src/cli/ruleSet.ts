/** The rules of a run: the user's files, tried in the order given, then the built-in packs. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../errors.js";
import type { RuleSet } from "../rules/compile.js";
import { allPacks, builtinRules, compileRules } from "../rules/registry.js";
import type { RulePack } from "../rules/rule.js";

/** Throws RuleError for a file with a mistake, UsageError for one that cannot be read. */
export async function ruleSet(files: readonly string[], cwd: string): Promise<RuleSet> {
  return compiled(await userPacks(files, cwd));
}

/** The user's packs before the built-in ones. */
export function compiled(packs: readonly RulePack[]): RuleSet {
  return packs.length === 0 ? builtinRules() : compileRules([...packs, ...allPacks()]);
}

/** The same with what people read: summaries, reasons, examples. */
export async function documentedRules(files: readonly string[], cwd: string): Promise<RuleSet> {
  return compileRules([...(await userPacks(files, cwd)), ...allPacks()]);
}

export async function userPacks(files: readonly string[], cwd: string): Promise<readonly RulePack[]> {
  if (files.length === 0) return [];
  // Loaded here because it brings a YAML parser, a schema and a checker of expressions.
  const { loadRuleFile } = await import("../rules/load.js");
  return files.map((file) => loadRuleFile(file, readText(resolve(cwd, file), file)));
}

function readText(path: string, given: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError("--rules", `"${given}" (${code})`, "a rule file that can be read");
  }
}

/** The built-in packs in the order in which their rules are tried. */
import { compileRules, type RuleSet } from "./compile.js";
import furniture from "./packs/furniture.yaml";
import metadata from "./packs/metadata.yaml";
import comments from "./packs/phrases/comments.yaml";
import moreStories from "./packs/phrases/more-stories.yaml";
import popular from "./packs/phrases/popular.yaml";
import related from "./packs/phrases/related.yaml";
import sections from "./packs/phrases/sections.yaml";
import prose from "./packs/prose.yaml";
import structure from "./packs/structure.yaml";
import timestamps from "./packs/timestamps.yaml";
import type { RulePack } from "./rule.js";

export { compileRules };

/** Checked against the schema by the tests, so they are taken as they are. */
export const builtinPacks = [
  metadata,
  timestamps,
  related,
  moreStories,
  popular,
  sections,
  comments,
  furniture,
  prose,
  structure,
] as readonly unknown[] as readonly RulePack[];

let builtin: RuleSet | undefined;

/** The built-in rules, compiled once. */
export function builtinRules(): RuleSet {
  builtin ??= compileRules(builtinPacks);
  return builtin;
}

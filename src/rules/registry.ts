/**
 * The built-in packs in the order in which their rules are tried. When the program is built they become files beside
 * it: all of the packs, for whoever shows or tries rules; what a run needs of them, which is a tenth; and the index of
 * their phrases.
 */
import { readFileSync } from "node:fs";
import { compileRules, type RuleSet } from "./compile.js";
import browser from "./packs/browser.yaml";
import bylines from "./packs/bylines.yaml";
import furniture from "./packs/furniture.yaml";
import markup from "./packs/markup.yaml";
import metadata from "./packs/metadata.yaml";
import pageStructure from "./packs/page-structure.yaml";
import access from "./packs/phrases/access.yaml";
import appeals from "./packs/phrases/appeals.yaml";
import calls from "./packs/phrases/calls.yaml";
import captions from "./packs/phrases/captions.yaml";
import commentUi from "./packs/phrases/comment-ui.yaml";
import comments from "./packs/phrases/comments.yaml";
import consentPurposes from "./packs/phrases/consent-purposes.yaml";
import legal from "./packs/phrases/legal.yaml";
import legalLinks from "./packs/phrases/legal-links.yaml";
import moreStories from "./packs/phrases/more-stories.yaml";
import navigation from "./packs/phrases/navigation.yaml";
import neighbours from "./packs/phrases/neighbours.yaml";
import notices from "./packs/phrases/notices.yaml";
import popular from "./packs/phrases/popular.yaml";
import reading from "./packs/phrases/reading.yaml";
import related from "./packs/phrases/related.yaml";
import sections from "./packs/phrases/sections.yaml";
import social from "./packs/phrases/social.yaml";
import tags from "./packs/phrases/tags.yaml";
import prose from "./packs/prose.yaml";
import structure from "./packs/structure.yaml";
import timestamps from "./packs/timestamps.yaml";
import titles from "./packs/titles.yaml";
import { decodeIndex } from "./phrase-index.js";
import type { RulePack } from "./rule.js";

export { compileRules };

/** Markup before text: it says what the page's maker meant. Phrases before shapes: a line that says what it is needs no guess. */
const PACKS = [
  titles,
  markup,
  metadata,
  related,
  moreStories,
  popular,
  sections,
  comments,
  commentUi,
  tags,
  neighbours,
  calls,
  social,
  legal,
  consentPurposes,
  appeals,
  access,
  notices,
  navigation,
  legalLinks,
  captions,
  reading,
  bylines,
  timestamps,
  furniture,
  browser,
  prose,
  pageStructure,
  structure,
];

/** Checked against the schema by the tests, so they are taken as they are. Of the sources, where nothing is built. */
export const builtinPacks = PACKS as readonly unknown[] as readonly RulePack[];

/** Filled in when the program is built. */
declare const IS_BUILT: boolean | undefined;

export const BUILT_FILES = { packs: "packs.json", lean: "packs-lean.json", index: "phrases.bin" } as const;

const built = (file: string): Buffer => readFileSync(new URL(file, import.meta.url));

/** The built-in packs with everything that is in them. */
export function allPacks(): readonly RulePack[] {
  return typeof IS_BUILT === "boolean" ? JSON.parse(built(BUILT_FILES.packs).toString()) : builtinPacks;
}

let builtin: RuleSet | undefined;

/** The built-in rules, compiled once; of built ones, what only people read is left out. */
export function builtinRules(): RuleSet {
  builtin ??= fromFiles() ?? compileRules(allPacks());
  return builtin;
}

/** null from the sources, and on a machine with another byte order. */
function fromFiles(): RuleSet | null {
  if (typeof IS_BUILT !== "boolean") return null;
  const rules = compileRules(JSON.parse(built(BUILT_FILES.lean).toString()));
  const index = decodeIndex(built(BUILT_FILES.index), rules.matcher.size);
  if (index === null) return null;
  rules.matcher.use(index);
  return rules;
}

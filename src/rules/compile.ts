/** Compiles packs of rules into one set. Phrases of all rules go into one matcher, so that a text is searched once for all. */
import { compileCondition, type Matchers } from "./condition.js";
import { factsOf } from "./facts.js";
import { NameMatcher } from "./names.js";
import { PhraseMatcher } from "./phrases.js";
import { CONTEXTUAL_CONDITIONS, type Condition, type Rule, type RulePack } from "./rule.js";
import { RuleIndex } from "./rule-index.js";
import type { Test } from "./test.js";

export interface CompiledRule {
  readonly rule: Rule;
  readonly pack: string;
  /** Needs neighbours or region, so it runs in the contextual pass. */
  readonly contextual: boolean;
  readonly test: Test;
}

export interface RuleSet {
  readonly contextFree: RuleIndex;
  readonly contextual: RuleIndex;
  readonly byId: ReadonlyMap<string, CompiledRule>;
  readonly matcher: PhraseMatcher;
  readonly names: NameMatcher;
}

/** Rules of earlier packs win. */
export function compileRules(packs: readonly RulePack[]): RuleSet {
  const matchers = { phrases: new PhraseMatcher(), names: new NameMatcher() };
  const byId = new Map<string, CompiledRule>();
  for (const pack of packs) {
    for (const rule of pack.rules) {
      // A user's rule with the id of a built-in one takes its place.
      if (!byId.has(rule.id)) byId.set(rule.id, compileRule(rule, pack.pack, matchers));
    }
  }
  const all = [...byId.values()];
  const facts = factsOf(all.map(({ rule }) => rule.when));
  return {
    contextFree: new RuleIndex(
      all.filter((r) => !r.contextual),
      facts,
    ),
    contextual: new RuleIndex(
      all.filter((r) => r.contextual),
      facts,
    ),
    byId,
    matcher: matchers.phrases,
    names: matchers.names,
  };
}

function compileRule(rule: Rule, pack: string, matchers: Matchers): CompiledRule {
  return {
    rule,
    pack,
    contextual: isContextual(rule.when),
    test: compileCondition(rule.when, matchers),
  };
}

function isContextual(condition: Condition): boolean {
  return (
    CONTEXTUAL_CONDITIONS.some((key) => condition[key] !== undefined) ||
    [...(condition.all ?? []), ...(condition.any ?? []), ...(condition.not ? [condition.not] : [])].some(
      isContextual,
    )
  );
}

/** Runs the examples that rules carry: they are a rule's documentation and its test. */
import { DocumentWords } from "../features/document-words.js";
import { HAS_MARKUP, measure } from "../features/measures.js";
import { type CompiledRule, compileRules, type RuleSet } from "./compile.js";
import { markupOf } from "./example-markup.js";
import type { Example, RulePack } from "./rule.js";
import { NO_SURROUNDINGS, type Subject, type Surroundings } from "./subject.js";

/**
 * `fires`: the rule does not fire on a text that it should. `passes`: it fires on one that it should not.
 * `shadowed`: rules that are tried before it take every text on which it fires, so it would never decide.
 */
export type ExampleFault = "fires" | "passes" | "shadowed";

/** An example that does not say the truth about its rule. */
export interface ExampleFailure {
  readonly rule: string;
  readonly pack: string;
  readonly kind: ExampleFault;
  /** The example's text. */
  readonly example: string;
  /** Id of the rule that the text goes to in the whole set; null when no rule takes it. */
  readonly found: string | null;
}

/** Tries the examples of every rule of the packs, which are in the order in which their rules win. */
export function testPacks(packs: readonly RulePack[]): ExampleFailure[] {
  const set = compileRules(packs);
  return [...set.byId.values()].flatMap((rule) => testRule(rule, set));
}

function testRule(compiled: CompiledRule, set: RuleSet): ExampleFailure[] {
  const { rule, pack } = compiled;
  const trials = {
    fires: rule.examples.fires.map((example) => tryExample(example, compiled, set)),
    passes: rule.examples.passes.map((example) => tryExample(example, compiled, set)),
  };
  const failure = (kind: ExampleFault, { text, winner }: Trial) => {
    return { rule: rule.id, pack, kind, example: text, found: winner?.rule.id ?? null };
  };
  const fired = trials.fires.filter((trial) => trial.fired);
  const shadowed = fired.length > 0 && fired.every((trial) => trial.winner !== compiled);
  return [
    ...trials.fires.filter((trial) => !trial.fired).map((trial) => failure("fires", trial)),
    ...trials.passes.filter((trial) => trial.fired).map((trial) => failure("passes", trial)),
    ...fired.slice(0, shadowed ? 1 : 0).map((trial) => failure("shadowed", trial)),
  ];
}

interface Trial {
  readonly text: string;
  readonly fired: boolean;
  /** The first rule of the same pass that fires. */
  readonly winner: CompiledRule | undefined;
}

function tryExample(given: string | Example, compiled: CompiledRule, set: RuleSet): Trial {
  const example = typeof given === "string" ? { text: given } : given;
  const subject = subjectOf(example, set);
  const around = surroundingsOf(example);
  const rivals = compiled.contextual ? set.contextual : set.contextFree;
  return {
    text: example.text,
    fired: compiled.test.holds(subject, around),
    winner: rivals.first(subject, around),
  };
}

function subjectOf(example: Example, { matcher, names }: RuleSet): Subject {
  const { text, form = "text" } = example;
  const words = new DocumentWords();
  const measures = measure(text, words);
  words.countFunctionWords([{ text, measures }], 0);
  matcher.find([{ text, measures }], words);
  const markup = markupOf(example, names);
  if (markup !== null) measures.has |= HAS_MARKUP;
  return { text, form, measures, markup };
}

function surroundingsOf({ text: _text, form: _form, echoes, ...given }: Example): Surroundings {
  return { ...NO_SURROUNDINGS, ...given, echoes: echoes === undefined ? [] : [echoes] };
}

/**
 * Finds the first rule that holds. Rules are many and most of them cannot hold, so a rule is asked only when nothing that
 * is known of the span speaks against it, and what is known is looked up for all rules at once, as sets of bits. What the
 * span is and where it stands is asked first, by a graph of questions (question-graph.ts); what is then left is cut down
 * by what its text has (gates.ts): the signs and phrases that rules need, and the first and last characters that their
 * expressions allow. One or two rules of a hundred and forty are left to be asked, in their order, what is not decided yet:
 * mostly a search of the text. A rule with alternatives is taken apart into the ways in which it can hold, which are told
 * apart better than whole rules.
 *
 * An index that is asked often also learns what the expressions require.
 */
import type { CompiledRule } from "./compile.js";
import type { Fact } from "./facts.js";
import { EndGate, NeedGate } from "./gates.js";
import { Question } from "./question.js";
import { QuestionGraph } from "./question-graph.js";
import type { Requirement } from "./requirement.js";
import type { Subject, Surroundings } from "./subject.js";
import { allTest, type Test } from "./test.js";

/**
 * Asked so often, an index learns the requirements: reading them off all expressions takes as long as some thousand
 * answers, which a start with one small document had better be spared.
 */
export const WORTH_LEARNING = 1_000;

/** One way in which a rule can hold. */
interface Way {
  readonly rule: CompiledRule;
  /** All that it asks. */
  readonly test: Test;
  /** What is left to ask once the questions are answered; null when nothing is. */
  readonly left: Test | null;
}

function waysOf(rule: CompiledRule): Way[] {
  return rule.test.ways.map((way) => {
    // What one fact decides has been decided when the way is still possible.
    const left = way.filter(({ factual }) => !factual);
    return { rule, test: allTest(way), left: left.length === 0 ? null : allTest(left) };
  });
}

export class RuleIndex {
  /** In the order in which they are tried. */
  readonly #ways: readonly Way[];
  readonly #graph: QuestionGraph;
  /** By way. */
  #required: readonly Requirement[];
  #needs: NeedGate;
  #first: EndGate | null = null;
  #last: EndGate | null = null;
  #asked = 0;

  /** `rules` in the order in which they are tried; `facts` are all that there are. */
  constructor(rules: readonly CompiledRule[], facts: readonly Fact[]) {
    this.#ways = rules.flatMap(waysOf);
    const tests = this.#ways.map(({ test }) => test);
    this.#graph = new QuestionGraph(
      tests.length,
      facts.map((fact) => new Question(fact, tests)),
      (i) => this.#ways[i]?.left === null,
    );
    this.#required = tests.map((test) => test.required(false));
    this.#needs = new NeedGate(this.#required);
  }

  first(subject: Subject, around: Surroundings): CompiledRule | undefined {
    if (++this.#asked === WORTH_LEARNING) this.#learn();
    const possible = this.#graph.possible(subject, around);
    const { text, measures } = subject;
    const first = this.#first?.of(text.charCodeAt(0)) ?? possible;
    const last = this.#last?.of(text.charCodeAt(text.length - 1)) ?? possible;
    for (let word = 0; word < possible.length; word++) {
      let bits = (possible[word] ?? 0) & (first[word] ?? 0) & (last[word] ?? 0);
      if (bits !== 0) bits &= this.#needs.bits(word, measures);
      for (; bits !== 0; bits &= bits - 1) {
        const i = word * 32 + 31 - Math.clz32(bits & -bits);
        const way = this.#ways[i];
        if (way === undefined || way.left === null) return way?.rule;
        if (this.#required[i]?.isIn(text, measures) === true && way.left.holds(subject, around))
          return way.rule;
      }
    }
    return undefined;
  }

  #learn(): void {
    this.#required = this.#ways.map(({ test }) => test.required(true));
    this.#needs = new NeedGate(this.#required);
    this.#first = new EndGate(this.#required.map(({ start }) => start?.outer ?? null));
    this.#last = new EndGate(this.#required.map(({ end }) => end?.outer ?? null));
  }
}

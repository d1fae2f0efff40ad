/**
 * Finds the first rule that holds. Rules are many and most of them cannot hold, so the rules are a set of bits, and each
 * thing that is known of a span cuts it down: for each value of each fact (facts.ts) there is the set of rules that are
 * possible with it, so that a dozen ands of a few numbers leave one or two rules of a hundred and forty. What facts have
 * decided is not asked again; what is left of a rule, mostly a search of the text, is asked in the order of the rules.
 *
 * The sets are made when a value first turns up. They do not multiply with each other, so there are some hundred, small
 * enough to stay near the processor, whatever the documents have. What a rule requires of a text (requirement.ts), one of
 * some phrases or signs, cuts the set down the same way. An index that is asked often also learns what the expressions
 * require, and the first and the last characters that they allow.
 */
import { HAS_BITS, type Measures } from "../features/measures.js";
import type { CharacterSet } from "./character-set.js";
import type { CompiledRule } from "./compile.js";
import type { Fact } from "./facts.js";
import type { Need, Requirement } from "./requirement.js";
import type { Subject, Surroundings } from "./subject.js";
import { allTest, type Test } from "./test.js";

/**
 * Asked so often, an index learns the requirements: reading them off all expressions takes as long as some thousand
 * answers, which a start with one small document had better be spared.
 */
const WORTH_LEARNING = 1_000;

/** A set of rules: the bit `i & 31` of the number `i >> 5` is for the rule with the index i. */
type RuleSetBits = Int32Array;

export class RuleIndex {
  readonly #rules: readonly CompiledRule[];
  /** What is left to ask of each rule once the facts allow it; null when nothing is. */
  readonly #left: readonly (Test | null)[];
  readonly #facts: readonly FactGate[];
  #needs: NeedGate;
  #first: EndGate | null = null;
  #last: EndGate | null = null;
  /** The rules that are possible for the span that is asked of. */
  readonly #possible: RuleSetBits;
  #asked = 0;

  /** `rules` in the order in which they are tried; `facts` are all that there are. */
  constructor(rules: readonly CompiledRule[], facts: readonly Fact[]) {
    this.#rules = rules;
    const tests = rules.map(({ test }) => test);
    this.#left = tests.map(leftOf);
    const used = new Set(tests.flatMap((test) => test.facts));
    this.#facts = facts.filter(({ name }) => used.has(name)).map((fact) => new FactGate(fact, tests));
    this.#needs = new NeedGate(tests.map((test) => test.required(false)));
    this.#possible = noRules(rules.length);
  }

  first(subject: Subject, around: Surroundings): CompiledRule | undefined {
    const possible = this.#possible;
    const { text, measures } = subject;
    if (++this.#asked === WORTH_LEARNING) this.#learn();
    this.#needs.open(possible, measures);
    for (let i = 0; i < this.#facts.length; i++) this.#facts[i]?.narrow(possible, subject, around);
    this.#first?.narrow(possible, text.charCodeAt(0));
    this.#last?.narrow(possible, text.charCodeAt(text.length - 1));
    for (let word = 0; word < possible.length; word++) {
      for (let bits = possible[word] ?? 0; bits !== 0; bits &= bits - 1) {
        const i = word * 32 + 31 - Math.clz32(bits & -bits);
        const left = this.#left[i];
        if (left === null || left?.holds(subject, around) === true) return this.#rules[i];
      }
    }
    return undefined;
  }

  #learn(): void {
    const required = this.#rules.map(({ test }) => test.required(true));
    this.#needs = new NeedGate(required);
    this.#first = new EndGate(required.map(({ start }) => start));
    this.#last = new EndGate(required.map(({ end }) => end));
  }
}

/** Without the parts that one fact decides: it has decided them when the rule is still possible. */
function leftOf({ parts }: Test): Test | null {
  const left = parts.filter(({ factual }) => !factual);
  return left.length === 0 ? null : allTest(left);
}

const noRules = (count: number): RuleSetBits => new Int32Array((count + 31) >> 5);

function add(rules: RuleSetBits, i: number): void {
  rules[i >> 5] = (rules[i >> 5] ?? 0) | (1 << (i & 31));
}

/** The set of those that fit. */
function setOf<T>(all: readonly T[], fits: (one: T) => boolean): RuleSetBits {
  const rules = noRules(all.length);
  all.forEach((one, i) => {
    if (fits(one)) add(rules, i);
  });
  return rules;
}

function narrow(possible: RuleSetBits, to: RuleSetBits): void {
  for (let word = 0; word < possible.length; word++) possible[word] = (possible[word] ?? 0) & (to[word] ?? 0);
}

/** The rules that one fact allows. */
class FactGate {
  readonly #fact: Fact;
  readonly #tests: readonly Test[];
  /** By the fact's number. */
  readonly #sets: RuleSetBits[] = [];

  constructor(fact: Fact, tests: readonly Test[]) {
    this.#fact = fact;
    this.#tests = tests;
  }

  narrow(possible: RuleSetBits, subject: Subject, around: Surroundings): void {
    const number = this.#fact.of(subject, around);
    narrow(possible, this.#sets[number] ?? this.#make(number, subject, around));
  }

  #make(number: number, subject: Subject, around: Surroundings): RuleSetBits {
    const { name } = this.#fact;
    const set = setOf(
      this.#tests,
      ({ facts, told }) => !facts.includes(name) || told(name, subject, around) !== false,
    );
    this.#sets[number] = set;
    return set;
  }
}

/** Signs of ASCII are told apart by the bits of a number, which are looked up a byte at a time. */
const BYTE = 256;

/** The rules that need nothing, or one of the things that a text has. */
class NeedGate {
  readonly #needless: RuleSetBits;
  /** By value of each byte of the signs, and by HAS_… bits. */
  readonly #signs: readonly (readonly RuleSetBits[])[];
  readonly #has: readonly RuleSetBits[];
  /** By number of the phrase condition. */
  readonly #phrases: readonly RuleSetBits[];

  constructor(required: readonly Requirement[]) {
    const needs = required.map((one) => one.needs[0]);
    const having = (size: number, fits: (need: Need, value: number) => boolean): RuleSetBits[] =>
      Array.from({ length: size }, (_, value) =>
        setOf(needs, (need) => need !== undefined && fits(need, value)),
      );
    this.#needless = setOf(needs, (need) => need === undefined);
    this.#signs = [0, 8, 16, 24].map((shift) =>
      needs.some((need) => (need?.signs ?? 0) !== 0)
        ? having(BYTE, ({ signs }, value) => (signs & (value << shift)) !== 0)
        : [],
    );
    this.#has = having(HAS_BITS, ({ has }, value) => (has & value) !== 0);
    const conditions = Math.max(-1, ...needs.flatMap((need) => need?.phrases ?? [])) + 1;
    this.#phrases = having(conditions, ({ phrases }, value) => phrases.includes(value));
  }

  open(possible: RuleSetBits, { signs, has, phrases: { conditions } }: Measures): void {
    const table = this.#signs;
    const a = table[0]?.[signs & 255];
    const b = table[1]?.[(signs >> 8) & 255];
    const c = table[2]?.[(signs >> 16) & 255];
    const d = table[3]?.[signs >>> 24];
    const e = this.#has[has];
    for (let word = 0; word < possible.length; word++) {
      const fit = (this.#needless[word] ?? 0) | (a?.[word] ?? 0) | (b?.[word] ?? 0) | (c?.[word] ?? 0);
      possible[word] = fit | (d?.[word] ?? 0) | (e?.[word] ?? 0);
    }
    for (let i = 0; i < conditions.length; i++) {
      const having = this.#phrases[conditions[i] ?? 0];
      for (let word = 0; word < possible.length; word++)
        possible[word] = (possible[word] ?? 0) | (having?.[word] ?? 0);
    }
  }
}

/** The rules that allow a character at one end of the text. */
class EndGate {
  readonly #allowed: readonly (CharacterSet | null)[];
  readonly #sets = new Map<number, RuleSetBits>();

  constructor(allowed: readonly (CharacterSet | null)[]) {
    this.#allowed = allowed;
  }

  narrow(possible: RuleSetBits, code: number): void {
    let set = this.#sets.get(code);
    if (set === undefined) {
      set = setOf(this.#allowed, (allowed) => allowed?.has(code) ?? true);
      this.#sets.set(code, set);
    }
    narrow(possible, set);
  }
}

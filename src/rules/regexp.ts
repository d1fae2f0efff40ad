/**
 * Refuses regular expressions whose work grows faster than the text: rules run on every block of every document, and
 * one bad expression would hang them all.
 */
import { createRequire } from "node:module";
import { countRepeats } from "./repeats.js";

export type RegExpProblem =
  /** The engine's own message. */
  | { readonly kind: "syntax"; readonly message: string }
  /** `growth` as the checker words it, e.g. "exponential", "2nd degree polynomial". */
  | { readonly kind: "slow"; readonly growth: string }
  | { readonly kind: "many-ways"; readonly ways: number }
  /** The checker gave no answer in time. */
  | { readonly kind: "undecided" };

/** Ways that a match may try at one place of a text. A written-out date has some hundred, `(?:a?){30}` a billion. */
export const MOST_WAYS = 10_000;

/** Milliseconds for one expression; the slowest useful ones took one second, ordinary ones under a tenth. */
const TIME_LIMIT = 5_000;

/** Characters; longer ones are lists of words, for which rules have phrases. */
export const LONGEST_EXPRESSION = 2_000;

/** Counted repeats are exact up to here in the checker's automaton; its default of 30 refuses `\p{L}{1,40}:`. */
const MOST_REPEATS = 2_000;

interface Diagnostics {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly complexity?: { readonly summary: string };
}
type Checker = {
  checkSync(source: string, flags: string, parameters: Readonly<Record<string, number>>): Diagnostics;
};

let checker: Checker | undefined;

/** recheck's pure JavaScript build: its main entry would look for Java or a binary and start it. */
function loadChecker(): Checker {
  checker ??= createRequire(import.meta.url)("recheck/lib/browser.js") as Checker;
  return checker;
}

/** What is wrong with an expression; null when it parses and takes time in proportion to the text. */
export function checkRegExp(source: string, flags: "u" | "iu"): RegExpProblem | null {
  if (source.length > LONGEST_EXPRESSION) return { kind: "undecided" };
  try {
    new RegExp(source, flags);
  } catch (error) {
    return { kind: "syntax", message: reasonOf(error) };
  }
  const { ways, unbounded, relaxed } = countRepeats(source);
  // Without an unbounded repeat the work at each place is bounded by the ways.
  if (ways <= MOST_WAYS) return unbounded ? checkGrowth(source, flags) : null;
  return relaxed.ways <= MOST_WAYS && checkGrowth(relaxed.source, flags) === null
    ? null
    : { kind: "many-ways", ways };
}

function checkGrowth(source: string, flags: string): RegExpProblem | null {
  const { status, complexity } = loadChecker().checkSync(source, flags, {
    timeout: TIME_LIMIT,
    maxRepeatCount: MOST_REPEATS,
    maxPatternSize: LONGEST_EXPRESSION,
  });
  if (status === "safe") return null;
  if (status === "unknown" || complexity === undefined) return { kind: "undecided" };
  return { kind: "slow", growth: complexity.summary.replace(/ \(fuzz\)$/u, "") };
}

/** The engine says "Invalid regular expression: /…/iu: Unterminated group"; the last part is what matters. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(message.lastIndexOf(": ") + 2);
}

/**
 * How many ways a regular expression's bounded parts can be taken at one place of a text: what a failing match may try
 * there. `(?:a?){30}` never tries more as the text grows, so a checker of growth finds nothing wrong with it, and yet it
 * tries 2^30 times.
 */
import { CLASS, EMPTY_ESCAPE, ESCAPE, GROUP_START, LOOK_AROUND, QUANTIFIER } from "./regexp-tokens.js";

export interface Repeats {
  /** Ways to take all optional, alternative and counted parts; Infinity past what a number holds. */
  readonly ways: number;
  /** Has `*`, `+` or `{n,}`, so that the work can grow with the text. */
  readonly unbounded: boolean;
  /**
   * The expression with `{n,}` for each `{n,m}`, and the ways that are left in it. Where it is linear, what the counted
   * parts can take is told apart by the text, as in `\p{L}{1,20} \p{L}{1,20}:`, and their ways never multiply.
   */
  readonly relaxed: { readonly source: string; readonly ways: number };
}

/** Reads an expression that `new RegExp(source, "u")` accepts; what it gives for others means nothing. */
export function countRepeats(source: string): Repeats {
  const reader = new Reader(source);
  const { ways, relaxedWays } = reader.alternatives();
  return { ways, unbounded: reader.unbounded, relaxed: { source: reader.relaxed(), ways: relaxedWays } };
}

const PLAIN = /[\p{L}\p{N}]/u;

/** What is known of a part of an expression. */
interface Part {
  readonly ways: number;
  readonly relaxedWays: number;
  /** It can match the empty text: repeating it is never told apart by the text. */
  readonly empty: boolean;
}

const CHARACTER: Part = { ways: 1, relaxedWays: 1, empty: false };
const NOTHING: Part = { ways: 1, relaxedWays: 1, empty: true };

class Reader {
  unbounded = false;
  readonly #edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  #at = 0;

  constructor(readonly source: string) {}

  relaxed(): string {
    let text = "";
    let at = 0;
    for (const edit of this.#edits) {
      text += this.source.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    return text + this.source.slice(at);
  }

  /** Up to the closing bracket of the group or the end. */
  alternatives(): Part {
    // Alternatives that begin with different letters exclude each other; the others are all tried.
    const ways = new Map<string, { strict: number; relaxed: number }>();
    let empty = false;
    do {
      const start = this.#plainStart();
      const one = this.#sequence();
      const before = ways.get(start) ?? { strict: 0, relaxed: 0 };
      ways.set(start, { strict: before.strict + one.ways, relaxed: before.relaxed + one.relaxedWays });
      empty ||= one.empty;
    } while (this.#take("|"));
    const { strict = 0, relaxed = 0 } = ways.get("") ?? {};
    ways.delete("");
    const rest = [...ways.values()];
    return {
      ways: strict + Math.max(0, ...rest.map((one) => one.strict)),
      relaxedWays: relaxed + Math.max(0, ...rest.map((one) => one.relaxed)),
      empty,
    };
  }

  #sequence(): Part {
    let { ways, relaxedWays, empty } = NOTHING;
    while (this.#at < this.source.length && !"|)".includes(this.source.charAt(this.#at))) {
      const part = this.#quantified(this.#atom());
      ways *= part.ways;
      relaxedWays *= part.relaxedWays;
      empty &&= part.empty;
    }
    return { ways, relaxedWays, empty };
  }

  #atom(): Part {
    const group = this.#match(GROUP_START);
    if (group !== null) {
      const part = this.alternatives();
      this.#take(")");
      return LOOK_AROUND.test(group[0]) ? { ...part, empty: true } : part;
    }
    const escaped = this.#match(ESCAPE);
    if (escaped !== null) return EMPTY_ESCAPE.test(escaped[0]) ? NOTHING : CHARACTER;
    if (this.#match(CLASS) !== null) return CHARACTER;
    return "^$".includes(this.source.charAt(this.#at++)) ? NOTHING : CHARACTER;
  }

  #quantified(part: Part): Part {
    const from = this.#at;
    const found = this.#match(QUANTIFIER);
    if (found === null) return part;
    if (found[0].startsWith("?")) {
      return { ways: 1 + part.ways, relaxedWays: 1 + part.relaxedWays, empty: true };
    }
    const least = found[1] === undefined ? Number(found[0].startsWith("+")) : Number(found[1]);
    const empty = part.empty || least === 0;
    const atLeast = { ways: part.ways ** least, relaxedWays: part.relaxedWays ** least, empty };
    if (found[1] !== undefined && found[2] === undefined) return atLeast;
    if (found[3] === undefined || found[3] === "") {
      this.unbounded = true;
      return atLeast;
    }
    const most = Number(found[3]);
    const ways = waysToRepeat(part.ways, least, most);
    if (part.empty) return { ways, relaxedWays: waysToRepeat(part.relaxedWays, least, most), empty };
    this.#edits.push({ from, to: this.#at, text: `{${least},}` });
    return { ...atLeast, ways };
  }

  /** The letter or digit that the alternative must begin with; "" when it may begin otherwise. */
  #plainStart(): string {
    const [first = "", second = ""] = this.source.slice(this.#at, this.#at + 2);
    return PLAIN.test(first) && !"?*{".includes(second) ? first.toLowerCase() : "";
  }

  #take(character: string): boolean {
    if (this.source.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found !== null) this.#at += found[0].length;
    return found;
  }
}

/** The sum of ways^k for k from least to most, in closed form: the counts come from a file. */
function waysToRepeat(ways: number, least: number, most: number): number {
  if (ways === 1) return most - least + 1;
  const sum = (ways ** (most + 1) - ways ** least) / (ways - 1);
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}

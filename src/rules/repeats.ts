/**
 * How many ways a regular expression's bounded parts can be taken at one place of a text: what a failing match may try
 * there. `(?:a?){30}` never tries more as the text grows, so a checker of growth finds nothing wrong with it, and yet it
 * tries 2^30 times.
 */

export interface Repeats {
  /** Ways to take all optional, alternative and counted parts; Infinity past what a number holds. */
  readonly ways: number;
  /** Has `*`, `+` or `{n,}`, so that the work can grow with the text. */
  readonly unbounded: boolean;
}

/** Reads an expression that `new RegExp(source, "u")` accepts; what it gives for others means nothing. */
export function countRepeats(source: string): Repeats {
  const reader = new Reader(source);
  const ways = reader.alternatives();
  return { ways, unbounded: reader.unbounded };
}

const GROUP_START = /\((?:\?(?:<?[=!]|<[^>]*>|[a-z]*(?:-[a-z]*)?:))?/uy;
const ESCAPE = /\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u[\da-f]{4}|x[\da-f]{2}|c[a-z]|\d+|.)/iuy;
const CLASS = /\[(?:[^\]\\]|\\.)*\]/suy;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/uy;
const PLAIN = /[\p{L}\p{N}]/u;

class Reader {
  unbounded = false;
  #at = 0;

  constructor(readonly source: string) {}

  /** Up to the closing bracket of the group or the end. */
  alternatives(): number {
    // Alternatives that begin with different letters exclude each other; the others are all tried.
    const byStart = new Map<string, number>();
    do {
      const start = this.#plainStart();
      byStart.set(start, (byStart.get(start) ?? 0) + this.#sequence());
    } while (this.#take("|"));
    const open = byStart.get("") ?? 0;
    byStart.delete("");
    return open + Math.max(0, ...byStart.values());
  }

  #sequence(): number {
    let ways = 1;
    while (this.#at < this.source.length && !"|)".includes(this.source.charAt(this.#at))) {
      ways *= this.#quantified(this.#atom());
    }
    return ways;
  }

  #atom(): number {
    if (this.#match(GROUP_START) !== null) {
      const ways = this.alternatives();
      this.#take(")");
      return ways;
    }
    if (this.#match(ESCAPE) === null && this.#match(CLASS) === null) this.#at++;
    return 1;
  }

  #quantified(ways: number): number {
    const found = this.#match(QUANTIFIER);
    if (found === null) return ways;
    if (found[0].startsWith("?")) return 1 + ways;
    const least = found[1] === undefined ? Number(found[0].startsWith("+")) : Number(found[1]);
    if (found[1] !== undefined && found[2] === undefined) return ways ** least;
    if (found[3] === undefined || found[3] === "") {
      this.unbounded = true;
      return ways ** least;
    }
    return waysToRepeat(ways, least, Number(found[3]));
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

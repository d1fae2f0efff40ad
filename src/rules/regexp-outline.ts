/**
 * What every match of a regular expression has, told without running it: the characters that an expression anchored at
 * the text's start or end can begin or end with, one and two of them, and signs or digits that it cannot do without.
 * Looking at these first spares most texts the expression; an outline may allow too much, never too little.
 */
import { CharacterPairs, type Pair } from "./character-pairs.js";
import { CharacterSet } from "./character-set.js";
import { CLASS, EMPTY_ESCAPE, ESCAPE, GROUP_START, LOOK_AROUND, QUANTIFIER } from "./regexp-tokens.js";

/** What stands at one end of the texts that an expression can match. */
export interface OutlineEnd {
  /** The outermost character. */
  readonly outer: CharacterSet;
  /** That and the next one, of a text that has two. */
  readonly pairs: CharacterPairs;
}

export interface Outline {
  /** null when it need not match at the start. */
  readonly start: OutlineEnd | null;
  /** null when it need not match at the end. */
  readonly end: OutlineEnd | null;
  /** Of each set, the text has a character; signs and digits alone. */
  readonly needs: readonly CharacterSet[];
}

export function outlineOf(source: string, flags: "u" | "iu"): Outline {
  const { first, last, fromStart, toEnd, empty, needs } = new OutlineReader(
    source,
    flags === "iu",
  ).alternatives();
  return {
    start: fromStart && !empty ? endOf(first) : null,
    end: toEnd && !empty ? endOf(last) : null,
    needs,
  };
}

function endOf({ outer, alone, pairs }: Edge): OutlineEnd {
  return { outer, pairs: new CharacterPairs([...pairs, [alone, ANYTHING]]) };
}

/** One end of what a part of an expression can match. */
interface Edge {
  /** The outermost character. */
  readonly outer: CharacterSet;
  /** The one character where there is but one. */
  readonly alone: CharacterSet;
  /** The two outermost where there are more. */
  readonly pairs: readonly Pair[];
}

/** What is known of a part of an expression. */
interface Part {
  readonly first: Edge;
  readonly last: Edge;
  /** It can match the empty text. */
  readonly empty: boolean;
  /** It never takes a character. */
  readonly widthless: boolean;
  /** It matches at the text's start, at its end alone. */
  readonly fromStart: boolean;
  readonly toEnd: boolean;
  readonly needs: readonly CharacterSet[];
}

const NO_CHARACTERS = new CharacterSet();
const NO_EDGE: Edge = { outer: NO_CHARACTERS, alone: NO_CHARACTERS, pairs: [] };
const NOTHING: Part = {
  first: NO_EDGE,
  last: NO_EDGE,
  empty: true,
  widthless: true,
  fromStart: false,
  toEnd: false,
  needs: [],
};
const START: Part = { ...NOTHING, fromStart: true };
const END: Part = { ...NOTHING, toEnd: true };

/** A class with these may have any character beyond ASCII. */
const MORE_THAN_ASCII = /\\[pPDSWsux]|[^\0-\x7f]-(?!\])|(?<!^\[)-[^\0-\x7f]/u;
/** What no atom of one plain character begins with. */
const SYNTAX = "([\\^$.";

/** Letters and spaces that are there once. */
const LETTERS = /(?:[\p{L}\p{M} ](?![?*+{]))+/uy;

const ANYTHING = new CharacterSet();
ANYTHING.addAll(() => true, true);

/** Sets of the classes and escapes that have been met, by case and source: most expressions have the same ones. */
const knownSets = [new Map<string, CharacterSet>(), new Map<string, CharacterSet>()] as const;

function setOf(source: string, anyCase: boolean): CharacterSet {
  const known = knownSets[anyCase ? 1 : 0];
  let set = known.get(source);
  if (set === undefined) {
    set = source.startsWith("[^") ? ANYTHING : askedSet(source, anyCase);
    known.set(source, set);
  }
  return set;
}

/** A class or an escape is asked itself what it takes. */
function askedSet(source: string, anyCase: boolean): CharacterSet {
  const set = new CharacterSet();
  const pattern = new RegExp(source, "u");
  const fits = (character: string): boolean =>
    pattern.test(character) ||
    (anyCase && (pattern.test(character.toLowerCase()) || pattern.test(character.toUpperCase())));
  set.addAll(fits, MORE_THAN_ASCII.test(source));
  for (const character of source) if (character > "\x7f") set.add(character, anyCase);
  return set;
}

function union(sets: readonly CharacterSet[]): CharacterSet {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  const whole = new CharacterSet();
  for (const set of sets) whole.addSet(set);
  return whole;
}

/** The edge of one of several parts. */
function edgeOfOne(edges: readonly Edge[]): Edge {
  return {
    outer: union(edges.map(({ outer }) => outer)),
    alone: union(edges.map(({ alone }) => alone)),
    pairs: edges.flatMap(({ pairs }) => pairs),
  };
}

/** The edge of parts that follow each other, the outermost part first. */
function edgeOfAll(parts: readonly { readonly edge: Edge; readonly empty: boolean }[]): Edge {
  const outer: CharacterSet[] = [];
  const pairs: Pair[] = [];
  /** What all parts so far can be where they are one character. */
  let alone: CharacterSet[] = [];
  let empty = true;
  for (const part of parts) {
    for (const one of alone) pairs.push([one, part.edge.outer]);
    if (!part.empty) alone = [];
    if (empty) {
      outer.push(part.edge.outer);
      pairs.push(...part.edge.pairs);
      alone.push(part.edge.alone);
    }
    empty &&= part.empty;
    if (!empty && alone.length === 0) break;
  }
  return { outer: union(outer), alone: union(alone), pairs };
}

/** The edge of a part that may follow itself. */
const repeated = ({ outer, alone, pairs }: Edge): Edge => ({
  outer,
  alone,
  pairs: [...pairs, [alone, outer]],
});

/** The edge of a part that is never one character. */
const longer = (edge: Edge): Edge => ({ ...edge, alone: NO_CHARACTERS });

/** How often a quantifier takes its part, at least and at most. */
function timesOf([whole, least, comma, most]: RegExpExecArray): [least: number, most: number] {
  if (least !== undefined)
    return [Number(least), comma === undefined ? Number(least) : Number(most) || Number.POSITIVE_INFINITY];
  return [whole.startsWith("+") ? 1 : 0, whole.startsWith("?") ? 1 : Number.POSITIVE_INFINITY];
}

/** A part that takes one character of the set. */
function oneOf(set: CharacterSet): Part {
  const edge: Edge = { outer: set, alone: set, pairs: [] };
  return {
    ...NOTHING,
    first: edge,
    last: edge,
    empty: false,
    widthless: false,
    needs: set.isSigns ? [set] : [],
  };
}

class OutlineReader {
  #at = 0;

  constructor(
    readonly source: string,
    readonly anyCase: boolean,
  ) {}

  /** Up to the closing bracket of the group or the end. */
  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    return {
      first: edgeOfOne(parts.map((part) => part.first)),
      last: edgeOfOne(parts.map((part) => part.last)),
      empty: parts.some((part) => part.empty),
      widthless: parts.every((part) => part.widthless),
      fromStart: parts.every((part) => part.fromStart),
      toEnd: parts.every((part) => part.toEnd),
      needs: parts.every((part) => part.needs.length > 0)
        ? [union(parts.map((part) => part.needs[0] ?? ANYTHING))]
        : [],
    };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    let { empty, widthless, fromStart, toEnd } = NOTHING;
    while (this.#at < this.source.length && !"|)".includes(this.source.charAt(this.#at))) {
      const part = this.#letters() ?? this.#quantified(this.#atom());
      parts.push(part);
      if (widthless && part.fromStart) fromStart = true;
      toEnd = part.toEnd || (toEnd && part.widthless);
      empty &&= part.empty;
      widthless &&= part.widthless;
    }
    return {
      first: edgeOfAll(parts.map((part) => ({ edge: part.first, empty: part.empty }))),
      last: edgeOfAll(parts.map((part) => ({ edge: part.last, empty: part.empty })).reverse()),
      empty,
      widthless,
      fromStart,
      toEnd,
      needs: parts.flatMap((part) => part.needs),
    };
  }

  /** Of letters in a row the outermost two tell all. */
  #letters(): Part | null {
    const letters = this.#match(LETTERS);
    if (letters === "") return null;
    const [first = NO_CHARACTERS, ...others] = Array.from(letters, (letter) => this.#setOf(letter));
    const [second] = others;
    if (second === undefined) return oneOf(first);
    const last = others.at(-1) ?? second;
    const beforeLast = others.at(-2) ?? first;
    return {
      ...oneOf(first),
      first: { outer: first, alone: NO_CHARACTERS, pairs: [[first, second]] },
      last: { outer: last, alone: NO_CHARACTERS, pairs: [[last, beforeLast]] },
    };
  }

  #setOf(character: string): CharacterSet {
    const set = new CharacterSet();
    set.add(character, this.anyCase);
    return set;
  }

  #atom(): Part {
    const character = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0);
    if (!SYNTAX.includes(character)) {
      this.#at += character.length;
      return oneOf(this.#setOf(character));
    }
    if (character === "(") return this.#group(this.#match(GROUP_START));
    if (character === "[") return oneOf(setOf(this.#match(CLASS), this.anyCase));
    if (character === "\\") return this.#escape(this.#match(ESCAPE));
    this.#at++;
    return character === "^" ? START : character === "$" ? END : oneOf(ANYTHING);
  }

  #group(start: string): Part {
    const part = this.alternatives();
    this.#take(")");
    return LOOK_AROUND.test(start) ? NOTHING : part;
  }

  /** `\b` takes nothing; what a back reference takes is unknown. */
  #escape(source: string): Part {
    if (!EMPTY_ESCAPE.test(source)) return oneOf(setOf(source, this.anyCase));
    return /[bB]$/.test(source) ? NOTHING : { ...oneOf(ANYTHING), empty: true };
  }

  #quantified(part: Part): Part {
    if (!"?*+{".includes(this.source.charAt(this.#at)) || this.#at === this.source.length) return part;
    QUANTIFIER.lastIndex = this.#at;
    const found = QUANTIFIER.exec(this.source);
    if (found === null) return part;
    this.#at += found[0].length;
    const [least, most] = timesOf(found);
    const many = most === 1 ? part : { ...part, first: repeated(part.first), last: repeated(part.last) };
    if (least === 0) return { ...many, empty: true, fromStart: false, toEnd: false, needs: [] };
    return least === 1 || part.empty ? many : { ...many, first: longer(many.first), last: longer(many.last) };
  }

  #take(character: string): boolean {
    if (this.source.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  /** What the pattern finds at the place, which is passed. */
  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source)?.[0] ?? "";
    this.#at += found.length;
    return found;
  }
}

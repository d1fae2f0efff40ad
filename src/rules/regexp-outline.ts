/**
 * What every match of a regular expression has, told without running it: the characters that an expression anchored at
 * the text's start or end can begin or end with, and signs or digits that it cannot do without. Looking at these first spares most
 * texts the expression; an outline may allow too much, never too little.
 */
import { CharacterSet } from "./character-set.js";
import { CLASS, EMPTY_ESCAPE, ESCAPE, GROUP_START, LOOK_AROUND, QUANTIFIER } from "./regexp-tokens.js";

export interface Outline {
  /** The first characters of the texts that it can match; null when it need not match at the start. */
  readonly start: CharacterSet | null;
  /** The last ones; null when it need not match at the end. */
  readonly end: CharacterSet | null;
  /** Of each set, the text has a character; signs and digits alone. */
  readonly needs: readonly CharacterSet[];
}

export function outlineOf(source: string, flags: "u" | "iu"): Outline {
  const { first, last, fromStart, toEnd, empty, needs } = new OutlineReader(
    source,
    flags === "iu",
  ).alternatives();
  return { start: fromStart && !empty ? first : null, end: toEnd && !empty ? last : null, needs };
}

/** What is known of a part of an expression. */
interface Part {
  /** What it can begin and end with. */
  readonly first: CharacterSet;
  readonly last: CharacterSet;
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
const NOTHING: Part = {
  first: NO_CHARACTERS,
  last: NO_CHARACTERS,
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

/** A part that takes one character of the set. */
function oneOf(set: CharacterSet): Part {
  return {
    ...NOTHING,
    first: set,
    last: set,
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
      first: union(parts.map((part) => part.first)),
      last: union(parts.map((part) => part.last)),
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
    const firsts: CharacterSet[] = [];
    let lasts: CharacterSet[] = [];
    const needs: CharacterSet[] = [];
    let { empty, widthless, fromStart, toEnd } = NOTHING;
    while (this.#at < this.source.length && !"|)".includes(this.source.charAt(this.#at))) {
      // Behind a first character letters tell nothing more, but for the last of them.
      const part = (empty ? null : this.#letters()) ?? this.#quantified(this.#atom());
      if (empty) firsts.push(part.first);
      lasts = part.empty ? [...lasts, part.last] : [part.last];
      if (widthless && part.fromStart) fromStart = true;
      toEnd = part.toEnd || (toEnd && part.widthless);
      empty &&= part.empty;
      widthless &&= part.widthless;
      needs.push(...part.needs);
    }
    return { first: union(firsts), last: union(lasts), empty, widthless, fromStart, toEnd, needs };
  }

  #letters(): Part | null {
    const letters = this.#match(LETTERS);
    return letters === ""
      ? null
      : this.#character(String.fromCodePoint(letters.codePointAt(letters.length - 1) ?? 0));
  }

  #character(character: string): Part {
    const set = new CharacterSet();
    set.add(character, this.anyCase);
    return oneOf(set);
  }

  #atom(): Part {
    const character = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0);
    if (!SYNTAX.includes(character)) {
      this.#at += character.length;
      return this.#character(character);
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
    const optional = found[1] === undefined ? !found[0].startsWith("+") : Number(found[1]) === 0;
    return optional ? { ...part, empty: true, fromStart: false, toEnd: false, needs: [] } : part;
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

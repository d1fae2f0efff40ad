/**
 * What every match of a regular expression has, told without running it: the characters that an expression anchored at
 * the text's start can begin with, and signs or digits that it cannot do without. Looking at these first spares most
 * texts the expression; an outline may allow too much, never too little.
 */
import { CharacterSet } from "./character-set.js";
import { CLASS, EMPTY_ESCAPE, ESCAPE, GROUP_START, LOOK_AROUND, QUANTIFIER } from "./regexp-tokens.js";

export interface Outline {
  /** The first characters of the texts that it can match; null when it need not match at the start. */
  readonly start: CharacterSet | null;
  /** Of each set, the text has a character; signs and digits of ASCII alone. */
  readonly needs: readonly CharacterSet[];
}

export function outlineOf(source: string, flags: "u" | "iu"): Outline {
  const { first, anchored, empty, needs } = new OutlineReader(source, flags === "iu").alternatives();
  return { start: anchored && !empty ? first : null, needs };
}

/** What is known of a part of an expression. */
interface Part {
  /** What it can begin with. */
  readonly first: CharacterSet;
  /** It can match the empty text. */
  readonly empty: boolean;
  /** It never takes a character. */
  readonly widthless: boolean;
  /** It matches at the text's start alone. */
  readonly anchored: boolean;
  readonly needs: readonly CharacterSet[];
}

const NOTHING: Part = { first: new CharacterSet(), empty: true, widthless: true, anchored: false, needs: [] };
const START: Part = { ...NOTHING, anchored: true };

/** A class with these may have any character beyond ASCII. */
const MORE_THAN_ASCII = /\\[pPDSWsux]|[^\0-\x7f]-|-[^\0-\x7f]/u;
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

/** A part that takes one character of the set. */
function oneOf(set: CharacterSet): Part {
  return { first: set, empty: false, widthless: false, anchored: false, needs: set.isPlain ? [set] : [] };
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
    const first = new CharacterSet();
    for (const part of parts) first.addSet(part.first);
    const needs = new CharacterSet();
    for (const part of parts) needs.addSet(part.needs[0] ?? ANYTHING);
    return {
      first,
      empty: parts.some((part) => part.empty),
      widthless: parts.every((part) => part.widthless),
      anchored: parts.every((part) => part.anchored),
      needs: needs.isPlain ? [needs] : [],
    };
  }

  #sequence(): Part {
    const first = new CharacterSet();
    const needs: CharacterSet[] = [];
    let { empty, widthless, anchored } = NOTHING;
    while (this.#at < this.source.length && !"|)".includes(this.source.charAt(this.#at))) {
      // Behind a first character letters tell nothing more.
      if (!empty && this.#match(LETTERS) !== "") continue;
      const part = this.#quantified(this.#atom());
      if (empty) first.addSet(part.first);
      if (widthless && part.anchored) anchored = true;
      empty &&= part.empty;
      widthless &&= part.widthless;
      needs.push(...part.needs);
    }
    return { first, empty, widthless, anchored, needs };
  }

  #atom(): Part {
    const character = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0);
    if (!SYNTAX.includes(character)) {
      this.#at += character.length;
      const set = new CharacterSet();
      set.add(character, this.anyCase);
      return oneOf(set);
    }
    if (character === "(") return this.#group(this.#match(GROUP_START));
    if (character === "[") return oneOf(setOf(this.#match(CLASS), this.anyCase));
    if (character === "\\") return this.#escape(this.#match(ESCAPE));
    this.#at++;
    return character === "^" ? START : character === "$" ? NOTHING : oneOf(ANYTHING);
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
    return optional ? { ...part, empty: true, anchored: false, needs: [] } : part;
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

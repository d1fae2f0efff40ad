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
  readonly needs: readonly (readonly number[])[];
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
  readonly needs: readonly (readonly number[])[];
}

const NOTHING: Part = { first: new CharacterSet(), empty: true, widthless: true, anchored: false, needs: [] };
const START: Part = { ...NOTHING, anchored: true };

const ALL_BUT_ASCII = /\\[pPDSWsux]|[^\0-\x7f]-|-[^\0-\x7f]/u;
const LETTER = /[A-Za-z]/;

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
    return {
      first,
      empty: parts.some((part) => part.empty),
      widthless: parts.every((part) => part.widthless),
      anchored: parts.every((part) => part.anchored),
      needs: parts.every((part) => part.needs.length > 0)
        ? [parts.flatMap((part) => part.needs[0] ?? [])]
        : [],
    };
  }

  #sequence(): Part {
    const first = new CharacterSet();
    const needs: (readonly number[])[] = [];
    let { empty, widthless, anchored } = NOTHING;
    while (this.#at < this.source.length && !"|)".includes(this.source.charAt(this.#at))) {
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
    const group = this.#match(GROUP_START);
    if (group !== null) {
      const part = this.alternatives();
      this.#take(")");
      return LOOK_AROUND.test(group) ? NOTHING : part;
    }
    const escaped = this.#match(ESCAPE);
    if (escaped !== null) return EMPTY_ESCAPE.test(escaped) ? this.#unknown(escaped) : this.#oneOf(escaped);
    const listed = this.#match(CLASS);
    if (listed !== null) return this.#oneOf(listed);
    const character = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    if (character === "^") return START;
    if (character === "$") return NOTHING;
    if (character === ".") return this.#anything();
    const set = new CharacterSet();
    set.add(character, this.anyCase);
    return oneCharacter(set);
  }

  /** `\b` takes nothing; what a back reference takes is unknown. */
  #unknown(escaped: string): Part {
    return /[bB]$/.test(escaped) ? NOTHING : { ...this.#anything(), empty: true };
  }

  #anything(): Part {
    const set = new CharacterSet();
    set.addAll(() => true, true);
    return oneCharacter(set);
  }

  /** A class or an escape, which is asked itself what it takes. */
  #oneOf(source: string): Part {
    if (source.startsWith("[^")) return this.#anything();
    const set = new CharacterSet();
    const pattern = new RegExp(source, "u");
    const fits = (character: string): boolean =>
      pattern.test(character) ||
      (this.anyCase && (pattern.test(character.toLowerCase()) || pattern.test(character.toUpperCase())));
    set.addAll(fits, ALL_BUT_ASCII.test(source));
    for (const character of source) if (character > "\x7f") set.add(character, this.anyCase);
    return oneCharacter(set);
  }

  #quantified(part: Part): Part {
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

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }
}

/** A part that takes one character of the set. */
function oneCharacter(set: CharacterSet): Part {
  const codes = set.ascii;
  const plain = codes !== null && !LETTER.test(String.fromCharCode(...codes)) && !codes.includes(32);
  return {
    first: set,
    empty: false,
    widthless: false,
    anchored: false,
    needs: plain && codes.length > 0 ? [codes] : [],
  };
}

/** Sets of UTF-16 code units as a regular expression takes them; sets are never too small, but may be too large. */
import { classAt, DIGIT, LETTER, MARK, SPACE } from "../features/characters.js";

/** Characters of ASCII are those below. */
export const ASCII = 128;

/** What is neither sign nor digit: among others surrogates, whose second halves tell what they are. */
const NO_SIGN = LETTER | DIGIT | MARK | SPACE;
/** The same of ASCII, controls among them, as bits of four times 32 characters. */
const NO_SIGNS = [-1, 1, 0x07fffffe, 0x07fffffe] as const;

/**
 * Letters whose other case is not the one that toLowerCase and toUpperCase give, or not the only one: µ, dotless i, long s,
 * digraphs, Greek symbols, Kelvin, scripts with a second set of capitals; and halves of surrogate pairs. They are in every set.
 */
const UNUSUAL =
  /[\u0345\u00b5\u00df\u0130\u0131\u017f\u01c4-\u01cc\u01f1-\u01f3\u0390\u03b0\u03c2\u03d0-\u03ff\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1cbf\u1e9b\u1e9e\u1f80-\u1fff\u2126\u212a\u212b\u2c00-\u2dff\ua640-\uabff\ufb00-\ufb06\ud800-\udfff]/;

/** Whether it is in every set. */
export const isUnusual = (code: number): boolean => UNUSUAL.test(String.fromCharCode(code));

export class CharacterSet {
  /** A bit for each character of ASCII, 32 to a number: signs and digits, capitals and small letters are apart. */
  readonly #ascii: [number, number, number, number] = [0, 0, 0, 0];
  #others: Set<number> | null = null;
  #allOthers = false;

  has(code: number): boolean {
    if (code < ASCII) return ((this.#ascii[code >> 5] ?? 0) & (1 << (code & 31))) !== 0;
    return this.#allOthers || this.#others?.has(code) === true || isUnusual(code);
  }

  /** It has signs and digits alone. */
  get isSigns(): boolean {
    if (this.#allOthers || !NO_SIGNS.every((bits, i) => ((this.#ascii[i] ?? 0) & bits) === 0)) return false;
    return ![...(this.#others ?? [])].some((code) => (classAt(code) & NO_SIGN) !== 0);
  }

  /** The characters of ASCII in it. */
  get ascii(): number[] {
    return Array.from({ length: ASCII }, (_, code) => code).filter((code) => this.has(code));
  }

  /** It has characters beyond ASCII. */
  get hasOthers(): boolean {
    return this.#allOthers || this.#others !== null;
  }

  add(character: string, anyCase: boolean): void {
    this.#addCode(character);
    if (!anyCase) return;
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    if (lower === upper) return;
    for (const other of [lower, upper, upper.toLowerCase(), lower.toUpperCase()]) this.#addCode(other);
  }

  /** The characters of ASCII that fit, and all others where `others` is true. */
  addAll(fits: (character: string) => boolean, others: boolean): void {
    for (let code = 0; code < ASCII; code++) {
      const character = String.fromCharCode(code);
      if (fits(character)) this.#addCode(character);
    }
    if (others) this.#allOthers = true;
  }

  addSet(set: CharacterSet): void {
    for (let i = 0; i < 4; i++) this.#ascii[i] = (this.#ascii[i] ?? 0) | (set.#ascii[i] ?? 0);
    this.#allOthers ||= set.#allOthers;
    if (set.#others === null) return;
    this.#others ??= new Set();
    for (const code of set.#others) this.#others.add(code);
  }

  #addCode(character: string): void {
    const code = character.charCodeAt(0);
    if (code < ASCII) {
      this.#ascii[code >> 5] = (this.#ascii[code >> 5] ?? 0) | (1 << (code & 31));
      return;
    }
    this.#others ??= new Set();
    this.#others.add(code);
  }
}

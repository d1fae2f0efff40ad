/** Sets of UTF-16 code units as a regular expression takes them; sets are never too small, but may be too large. */

const ASCII = 128;

/**
 * Letters whose other case is not the one that toLowerCase and toUpperCase give, or not the only one: µ, dotless i, long s,
 * digraphs, Greek symbols, Kelvin, scripts with a second set of capitals; and halves of surrogate pairs. They are in every set.
 */
const UNUSUAL =
  /[\u0345\u00b5\u00df\u0130\u0131\u017f\u01c4-\u01cc\u01f1-\u01f3\u0390\u03b0\u03c2\u03d0-\u03ff\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1cbf\u1e9b\u1e9e\u1f80-\u1fff\u2126\u212a\u212b\u2c00-\u2dff\ua640-\uabff\ufb00-\ufb06\ud800-\udfff]/;

export class CharacterSet {
  readonly #ascii = new Uint8Array(ASCII);
  readonly #others = new Set<number>();
  #allOthers = false;

  has(code: number): boolean {
    if (code < ASCII) return this.#ascii[code] === 1;
    return this.#allOthers || this.#others.has(code) || UNUSUAL.test(String.fromCharCode(code));
  }

  /** The ASCII characters in it; null when it has others, too. */
  get ascii(): readonly number[] | null {
    if (this.#allOthers || this.#others.size > 0) return null;
    return [...this.#ascii.keys()].filter((code) => this.#ascii[code] === 1);
  }

  add(character: string, anyCase: boolean): void {
    this.#addCode(character);
    if (!anyCase) return;
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    for (const other of [lower, upper, upper.toLowerCase(), lower.toUpperCase()]) this.#addCode(other);
  }

  /** The ASCII characters that fit, and all others where `others` is true. */
  addAll(fits: (character: string) => boolean, others: boolean): void {
    for (let code = 0; code < ASCII; code++) if (fits(String.fromCharCode(code))) this.#ascii[code] = 1;
    if (others) this.#allOthers = true;
  }

  addSet(set: CharacterSet): void {
    this.addAll((character) => set.#ascii[character.charCodeAt(0)] === 1, set.#allOthers);
    for (const code of set.#others) this.#others.add(code);
  }

  #addCode(character: string): void {
    const code = character.charCodeAt(0);
    if (code < ASCII) this.#ascii[code] = 1;
    else this.#others.add(code);
  }
}

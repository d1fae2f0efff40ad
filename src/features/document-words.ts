/**
 * The words of a document's texts as numbers, noted while the texts are measured, in flat arrays: how words are used,
 * what is said again and what language it is said in is found by running through numbers, and no text is read twice.
 */
import { CJK, classAt } from "./characters.js";
import { codesOf } from "./codes.js";
import { type LanguageBits, LanguageCounts, languagesOf, SAMPLE } from "./language.js";
import type { Measures } from "./measures.js";
import { stemIn } from "./stems.js";
import { WordScan } from "./words.js";

const FIRST_SIZE = 1 << 12;

/** The words of one text: the index of the first, and of the first one behind it. */
export interface WordRange {
  readonly firstWord: number;
  readonly endWord: number;
}

/** A text that has been measured. */
export interface Measured {
  readonly text: string;
  readonly measures: Measures;
}

export class DocumentWords {
  /** By word, in the order of the texts: its hash (words.ts). */
  hashes = new Int32Array(FIRST_SIZE);
  /** Its stem (stems.ts); 0 for a word that tells nothing. */
  stems = new Int32Array(FIRST_SIZE);
  /** The languages that it is a function word of. */
  languages = new Int32Array(FIRST_SIZE);
  /** Where it starts in its text. */
  starts = new Int32Array(FIRST_SIZE);
  count = 0;

  add(hash: number, stem: number, languages: LanguageBits, start: number): void {
    const at = this.count++;
    if (at === this.hashes.length) this.#grow();
    this.starts[at] = start;
    this.hashes[at] = hash;
    this.stems[at] = stem;
    this.languages[at] = languages;
  }

  /** Adds the words of a text that is not measured. */
  read(text: string): WordRange {
    const firstWord = this.count;
    const codes = codesOf(text);
    const scan = new WordScan(text);
    while (scan.next()) {
      const { start, end, hash } = scan;
      const initial = classAt(codes[start] ?? 0);
      const languages = languagesOf(hash);
      if ((initial & CJK) !== 0) this.add(hash, hash, languages, start);
      else this.add(hash, languages === 0 ? stemIn(codes, start, end, initial) : 0, languages, start);
    }
    return { firstWord, endWord: this.count };
  }

  /** Whether a whole begins or ends with the words of a part. */
  isAtAnEnd(part: WordRange, whole: WordRange): boolean {
    const length = part.endWord - part.firstWord;
    if (length > whole.endWord - whole.firstWord) return false;
    return (
      this.#says(whole.firstWord, part.firstWord, length) ||
      this.#says(whole.endWord - length, part.firstWord, length)
    );
  }

  /** Whether a whole has the words of a part, one after the other. */
  isWithin(part: WordRange, whole: WordRange): boolean {
    const length = part.endWord - part.firstWord;
    for (let from = whole.firstWord; from + length <= whole.endWord; from++)
      if (this.#says(from, part.firstWord, length)) return true;
    return false;
  }

  /** Whether the words from one place on are those from another. */
  #says(from: number, other: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.hashes[from + i] !== this.hashes[other + i]) return false;
    return true;
  }

  #grow(): void {
    this.hashes = twiceAsLong(this.hashes);
    this.stems = twiceAsLong(this.stems);
    this.languages = twiceAsLong(this.languages);
    this.starts = twiceAsLong(this.starts);
  }

  /**
   * Gives each text's measures their number of function words in the document's main language. That language is told by
   * texts of at least so many characters: long texts are the ones that have sentences, and the longest are looked at first.
   */
  countFunctionWords(texts: readonly Measured[], least: number): void {
    const language = this.#mainLanguage(texts, least);
    if (language === 0) return;
    const { languages } = this;
    const bit = 31 - Math.clz32(language);
    for (const { measures } of texts) {
      const { firstWord, endWord } = measures;
      let count = 0;
      for (let i = firstWord; i < endWord; i++) count += ((languages[i] ?? 0) >> bit) & 1;
      measures.functionWords = count;
    }
  }

  #mainLanguage(texts: readonly Measured[], least: number): LanguageBits {
    const telling = texts.filter(({ text }) => text.length >= least);
    const characters = telling.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > SAMPLE) telling.sort((a, b) => b.text.length - a.text.length);
    const counts = new LanguageCounts();
    let left = SAMPLE;
    for (const { text, measures } of telling) {
      if (left <= 0) break;
      if (text.length > left) counts.addText(text, left);
      else for (let i = measures.firstWord; i < measures.endWord; i++) counts.add(this.languages[i] ?? 0);
      left -= text.length;
    }
    return counts.most;
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length);
  longer.set(numbers);
  return longer;
}

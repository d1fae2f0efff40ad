/**
 * The function words of a document's texts, noted while the texts are measured: they tell the document's language, and
 * only then how many of them each text has. So no text is read twice.
 */
import { type LanguageBits, LanguageCounts, SAMPLE } from "./language.js";
import type { Measures } from "./measures.js";

const FIRST_SIZE = 1 << 10;

interface Measured {
  readonly text: string;
  readonly measures: Measures;
  /** Where its function words start and end among those of the document. */
  readonly from: number;
  readonly to: number;
}

export class FunctionWords {
  /** The languages of each. */
  #languages = new Int32Array(FIRST_SIZE);
  #count = 0;
  readonly #texts: Measured[] = [];

  /** A function word of the text that is being measured. */
  add(languages: LanguageBits): void {
    if (this.#count === this.#languages.length) {
      const longer = new Int32Array(2 * this.#count);
      longer.set(this.#languages);
      this.#languages = longer;
    }
    this.#languages[this.#count++] = languages;
  }

  /** The text has been measured; `from` is how many function words the texts before it have. */
  end(text: string, measures: Measures): void {
    const from = this.#texts.at(-1)?.to ?? 0;
    this.#texts.push({ text, measures, from, to: this.#count });
  }

  /**
   * Gives each text's measures their number of function words in the main language. That language is told by texts of
   * at least so many characters: long texts are the ones that have sentences, and the longest are looked at first.
   */
  settle(least: number): void {
    const language = this.#mainLanguage(least);
    if (language === 0) return;
    for (const { measures, from, to } of this.#texts) {
      let count = 0;
      for (let i = from; i < to; i++) if (((this.#languages[i] ?? 0) & language) !== 0) count++;
      measures.functionWords = count;
    }
  }

  #mainLanguage(least: number): LanguageBits {
    const telling = this.#texts.filter(({ text }) => text.length >= least);
    telling.sort((a, b) => b.text.length - a.text.length);
    const counts = new LanguageCounts();
    let left = SAMPLE;
    for (const { text, from, to } of telling) {
      if (left <= 0) break;
      if (text.length > left) counts.addText(text, left);
      else for (let i = from; i < to; i++) counts.add(this.#languages[i] ?? 0);
      left -= text.length;
    }
    return counts.most;
  }
}

/**
 * The body score: shingles of four words, as multisets; precision and recall of each page averaged over the pages, and
 * the F1 of the two averages. This is the measure of the public article extraction benchmark.
 */
const SHINGLE = 4;

/** A run of letters, digits and underscores; in scripts written without spaces, each character is a word. */
const CJK = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const WORD = new RegExp(`[${CJK}]|(?:(?![${CJK}])[\\p{L}\\p{N}_])+`, "gu");

function shinglesOf(text) {
  const words = text.match(WORD) ?? [];
  const counts = new Map();
  for (let i = 0; i < Math.max(1, words.length - SHINGLE + 1); i++) {
    const shingle = words.slice(i, i + SHINGLE).join(" ");
    if (shingle !== "") counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

export class Score {
  #precisions = [];
  #recalls = [];

  /** Adds a page. One where nothing was found has no precision, unless there was nothing to find. */
  add(goldText, foundText) {
    const gold = shinglesOf(goldText);
    const found = shinglesOf(foundText);
    let shared = 0;
    for (const [shingle, count] of found) shared += Math.min(count, gold.get(shingle) ?? 0);
    const goldCount = total(gold);
    const foundCount = total(found);
    if (foundCount > 0) this.#precisions.push(shared / foundCount);
    else if (goldCount === 0) this.#precisions.push(1);
    if (goldCount > 0) this.#recalls.push(shared / goldCount);
  }

  get f1() {
    const precision = mean(this.#precisions);
    const recall = mean(this.#recalls);
    return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  }
}

const mean = (numbers) =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * The words of a text as evidence for joints. Where a word has a capital inside (`takeawaysThe`, `OpenAI`), its pieces
 * are counted: a piece that stands alone elsewhere is a word, and one that touches several others is a heading, a label
 * or the start of a paragraph.
 */
import { CJK, classAt, DIGIT, foldAt, LOWER, SPACE, UPPER } from "../features/characters.js";
import { HASH_START, hashStep, WORD } from "../features/words.js";
import { COLON, EXCLAMATION, FULL_STOP, HYPHEN } from "./signs.js";

/** Characters that are read: a page's words are known by then, and the tables stay small for any input. */
const SAMPLE = 1_000_000;

/** Whether a new piece of a word starts at `at`: a capital behind a small letter, or before one behind anything. */
export function isPieceStart(text: string, at: number): boolean {
  const bits = classAt(text.charCodeAt(at));
  if ((bits & UPPER) === 0) return false;
  const before = classAt(text.charCodeAt(at - 1));
  if ((before & LOWER) !== 0) return true;
  return (before & (UPPER | DIGIT)) !== 0 && (classAt(text.charCodeAt(at + 1)) & LOWER) !== 0;
}

/** Two words in a row, by their hashes. */
export function phraseKey(first: number, second: number): number {
  return Math.imul(first, 31) ^ second;
}

/** The second word of a phrase that is a label: a word and a colon, or the hyphen of a list's first item. */
export const LABEL_KEY = hashStep(HASH_START, COLON);
/** The first word of a phrase that is one word, with something right before it and right behind it. */
export const ALONE_KEY = hashStep(HASH_START, 1);

/** Whether a list or a value starts at `at`, right behind a label. */
export function isLabelEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === COLON || (code === HYPHEN && (classAt(text.charCodeAt(at + 1)) & SPACE) !== 0);
}

/** Most texts have nothing to count of most kinds. */
class Counts {
  #counts: Map<number, number> | null = null;

  add(key: number): void {
    this.#counts ??= new Map();
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  of(key: number): number {
    return this.#counts?.get(key) ?? 0;
  }
}

/** How many different words have stood before a word; a word that comes back after another counts again. */
class Partners {
  #last: Map<number, number> | null = null;
  readonly #counts = new Counts();

  add(word: number, partner: number): void {
    this.#last ??= new Map();
    if (this.#last.get(word) === partner) return;
    this.#last.set(word, partner);
    this.#counts.add(word);
  }

  of(word: number): number {
    return this.#counts.of(word);
  }
}

/** Keys are the hashes of features/words.ts, and phrases of two. */
export class Vocabulary {
  /** Words without a capital inside. */
  readonly alone = new Counts();
  /** All words, those with capitals inside as one. */
  readonly whole = new Counts();
  /** Phrases that start right behind something else, all of them and by what stands before; that end right before it. */
  readonly starts = new Counts();
  readonly startsBehind = new Partners();
  readonly endsBefore = new Partners();
  /** Two words with nothing but a full stop or an exclamation mark between them: Node.JS, FRITZ!Box, end.The */
  readonly dotted = new Counts();

  /** Words right behind a stop: com, md, and what starts a sentence. */
  readonly behindStop = new Counts();

  /** The piece that the next one touches, the word that a space parts from the next piece, the one before a stop. */
  #touching = 0;
  #spaced = 0;
  #stopped = 0;
  /** A word that touched what stands before it, and waits for the next one to make a phrase. */
  #started = 0;
  #startedBehind = 0;
  #glued = true;
  /** The phrase that ended right before the next piece. */
  #ended = 0;

  constructor(text: string) {
    const end = Math.min(text.length, SAMPLE);
    let run = -1;
    let cased = false;
    let runHash = HASH_START;
    let pieceHash = HASH_START;
    for (let i = 0; i <= end; i++) {
      const code = i < end ? text.charCodeAt(i) : 32;
      const bits = classAt(code);
      if ((bits & WORD) !== 0 && (bits & CJK) === 0) {
        if (run < 0) {
          run = i;
          runHash = pieceHash = HASH_START;
          if (i > 0 && (classAt(text.charCodeAt(i - 1)) & SPACE) === 0) this.#startGlued();
        } else if ((bits & UPPER) !== 0 && isPieceStart(text, i)) {
          this.#endPiece(pieceHash);
          pieceHash = HASH_START;
          cased = true;
        }
        const folded = foldAt(code);
        runHash = hashStep(runHash, folded);
        pieceHash = hashStep(pieceHash, folded);
      } else if (run >= 0) {
        this.whole.add(runHash);
        if (!cased) this.alone.add(runHash);
        this.#endRun(pieceHash, code, (bits & SPACE) !== 0, isLabelEnd(text, i));
        run = -1;
        cased = false;
      }
    }
  }

  #startGlued(): void {
    this.#glued = true;
    this.#spaced = 0;
    this.#started = 0;
  }

  /** Another piece touches this one. */
  #endPiece(hash: number): void {
    this.#addPiece(hash);
    const before = this.#spaced !== 0 ? this.#spaced : this.#glued ? ALONE_KEY : 0;
    this.#ended = before === 0 ? 0 : phraseKey(before, hash);
    this.#startGlued();
    this.#touching = hash;
  }

  #endRun(hash: number, code: number, spaced: boolean, label: boolean): void {
    this.#addPiece(hash);
    if (this.#glued && label) this.#addStart(phraseKey(hash, LABEL_KEY), this.#touching);
    this.#started = this.#glued && spaced ? hash : 0;
    this.#startedBehind = this.#touching;
    this.#touching = spaced ? 0 : hash;
    this.#spaced = spaced ? hash : 0;
    this.#stopped = code === FULL_STOP || code === EXCLAMATION ? hash : 0;
    this.#glued = false;
  }

  #addPiece(hash: number): void {
    if (this.#started !== 0) this.#addStart(phraseKey(this.#started, hash), this.#startedBehind);
    if (this.#ended !== 0) this.endsBefore.add(this.#ended, hash);
    this.#ended = 0;
    if (this.#stopped !== 0 && this.#glued) {
      this.dotted.add(phraseKey(this.#stopped, hash));
      this.behindStop.add(hash);
    }
    this.#stopped = 0;
  }

  #addStart(phrase: number, behind: number): void {
    this.starts.add(phrase);
    this.startsBehind.add(phrase, behind);
  }
}

/**
 * What a text tells as a whole about how it was glued, taken in one pass: a joint of one kind makes others likelier, and
 * a text without any joint that is beyond doubt was probably never glued.
 */
import {
  APOSTROPHE,
  CLOSING,
  COMMA,
  classAt,
  LETTER,
  LOWER,
  MARK,
  SPACE,
  STOP,
  UPPER,
} from "../features/characters.js";
import { codesOf } from "../features/codes.js";
import { type LanguageBits, languageBits, mainLanguage } from "../features/language.js";
import { NumberedItems } from "./numbered-items.js";
import {
  DIGITS_END,
  DIGITS_START,
  KINDS,
  kindOf,
  LINE_START,
  MAYBE_JOINT,
  PAIR_BITS,
  PAIRS,
  TELLING,
} from "./pairs.js";
import { isQuote, QuoteRoles } from "./quotes.js";
import { CLOSING_BRACE, COLON, HYPHEN, OPENING_BRACE, PIPE, SEMICOLON, STAR } from "./signs.js";
import { Vocabulary } from "./vocabulary.js";

const BACKSLASH = 92;

const SURELY_GLUED = 3;

/** Closing braces and semicolons that touch what follows them: as many make a program. */
const PROGRAM_MARKS = 4;
/** Cells between spaced pipes: as many make a table. */
const TABLE_CELLS = 3;

/** To look a word up in so many is less than to count all words. */
const FEW_CHARACTERS = 1_000;

/** Letters of a sentence's first word that are looked at. */
const LONGEST_FIRST_WORD = 24;

/** Languages that write ordinals with a stop: 3. Liga, 2. Dünya Savaşı. */
const ORDINAL_LANGUAGES = languageBits(["de", "tr", "pl", "cs", "da", "no", "fi", "hu"]);

const NO_ITEMS: readonly number[] = [];

export class Survey {
  /** Joints beyond doubt: an end mark between a small letter and a capital. */
  sureJoints = 0;
  /** List marks behind an end mark or a colon: `…below:- First`. */
  hyphenItems = 0;
  starItems = 0;
  /** Stars stand around words, as in *this*: they mark no items. */
  hasEmphasis = false;
  /** Offsets of list numbers that touch what stands before them, rising. */
  readonly items: readonly number[];
  /** Offsets at which there may be a joint, rising; in a program there may be others. */
  readonly places: readonly number[];
  readonly quoteRoles = new QuoteRoles();
  readonly length: number;
  readonly #text: string;
  #folded: string | null = null;
  #vocabulary: Vocabulary | null = null;
  #language: LanguageBits | null = null;
  #programMarks = 0;
  #braces = 0;
  #backslashes = 0;
  #cells = 0;

  constructor(text: string) {
    this.#text = text;
    const { length } = text;
    const codes = codesOf(text);
    this.length = length;
    const places: number[] = [];
    let items: NumberedItems | null = null;
    let before = LINE_START;
    let digits = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i] ?? 0;
      const kind = KINDS[code] || kindOf(code);
      const mask = PAIRS[(before << PAIR_BITS) | kind] ?? 0;
      before = kind;
      if ((mask & (MAYBE_JOINT | TELLING | DIGITS_START | DIGITS_END)) === 0) continue;
      if ((mask & MAYBE_JOINT) !== 0) places.push(i);
      if ((mask & TELLING) !== 0) this.#see(code, i);
      if ((mask & DIGITS_START) !== 0) digits = i;
      else if ((mask & DIGITS_END) !== 0) {
        items ??= new NumberedItems();
        items.see(text, digits, i);
      }
    }
    this.items = items?.finish() ?? NO_ITEMS;
    this.places =
      this.items.length === 0 ? places : [...new Set([...places, ...this.items])].sort((a, b) => a - b);
  }

  #see(code: number, at: number): void {
    const text = this.#text;
    const before = at === 0 ? SPACE : classAt(text.charCodeAt(at - 1));
    const bits = classAt(code);
    if ((bits & LETTER) !== 0) {
      if ((bits & LOWER) === 0 && isSure(text, at, bits)) this.sureJoints++;
      return;
    }
    const next = classAt(text.charCodeAt(at + 1));
    switch (code) {
      case HYPHEN:
      case STAR:
        if (code === STAR && (before & SPACE) !== 0 && (next & LETTER) !== 0) this.hasEmphasis = true;
        if ((next & SPACE) === 0 || ((before & (STOP | CLOSING)) === 0 && text.charCodeAt(at - 1) !== COLON))
          return;
        if (code === HYPHEN) this.hyphenItems++;
        else this.starItems++;
        return;
      case PIPE:
        if ((before & SPACE) !== 0 && (next & SPACE) !== 0) this.#cells++;
        return;
      case SEMICOLON:
        if ((next & (LETTER | CLOSING)) !== 0) this.#programMarks++;
        return;
      case OPENING_BRACE:
        this.#braces++;
        return;
      case CLOSING_BRACE:
        this.#braces++;
        if ((next & (LETTER | CLOSING)) !== 0) this.#programMarks++;
        return;
      case BACKSLASH:
        this.#backslashes++;
        return;
      default:
        if (isQuote(code)) this.quoteRoles.see(code, before, at + 1 < text.length ? next : SPACE);
    }
  }

  /** As many sure joints are no slip of a writer's. */
  get isSurelyGlued(): boolean {
    return this.sureJoints >= SURELY_GLUED;
  }

  /** Lines of a program are glued in the text. TeX has braces too, and backslashes with them. */
  get isProgram(): boolean {
    return this.#programMarks >= PROGRAM_MARKS && this.#backslashes * 2 < this.#braces;
  }

  /** Rows of a table with pipes between the cells are glued in the text. */
  get isTable(): boolean {
    return this.#cells >= TABLE_CELLS;
  }

  /** Whether a word may stand in the text more than once; of a long text it is not asked. */
  comesBack(word: string): boolean {
    if (this.length > FEW_CHARACTERS) return true;
    this.#folded ??= this.#text.toLowerCase();
    const folded = word.toLowerCase();
    const first = this.#folded.indexOf(folded);
    return first < 0 || this.#folded.includes(folded, first + 1);
  }

  /** Built when it is first asked for: most texts have no joint to weigh. */
  get vocabulary(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.#text);
    return this.#vocabulary;
  }

  /** 0 when it is not known. */
  get language(): LanguageBits {
    this.#language ??= mainLanguage([this.#text]);
    return this.#language;
  }

  /** The text's language writes ordinals with a stop, or is not known. */
  get hasOrdinalStops(): boolean {
    return this.language === 0 || (this.language & ORDINAL_LANGUAGES) !== 0;
  }
}

/** `agreements.The minister`: three letters before the end mark, and a word and a space behind it. */
function isSure(text: string, at: number, bits: number): boolean {
  for (let i = at - 4; i < at - 1; i++) {
    const before = classAt(text.charCodeAt(i));
    if ((before & (LETTER | MARK)) === 0 || (before & UPPER) !== 0) return false;
  }
  if ((bits & UPPER) === 0) return (bits & LOWER) === 0;
  let end = at + 1;
  while (end - at < LONGEST_FIRST_WORD && (classAt(text.charCodeAt(end)) & (LOWER | MARK)) !== 0) end++;
  return (classAt(text.charCodeAt(end)) & (SPACE | APOSTROPHE | COMMA)) !== 0;
}

/**
 * Rejoins sentences that were cut at links, names and emphases: dumps that print every text node on its own line.
 * A cut leaves an open end before it and a continuation after it; both must be visible.
 */
import {
  CLOSING,
  COMMA,
  classAt,
  DIGIT,
  LETTER,
  LOWER,
  OPENING,
  STOP,
  UPPER,
} from "../features/characters.js";
import { type LanguageBits, languagesOf, mainLanguage } from "../features/language.js";
import { endingOf } from "../features/measures.js";
import { forEachWord } from "../features/words.js";
import { type Draft, endsOpened } from "./draft.js";

/** Menus have short lines only; a sentence that was cut leaves a piece of this length (dumps.md: 25 characters). */
const PIECE = 25;
/** A piece that ends in the middle of a phrase is told by its last word: `We designed the`, but not `Log in`. */
const SHORT_PIECE = 10;
/** An open line as long as this is a cut sentence, not a heading. */
const LONG_PIECE = 60;
/** A link's or a name's text. */
const SHORT_NODE = 60;
/** Pieces of one sentence: beyond this, a table was taken for one. */
const MOST_PIECES = 400;

/** A bold label before its text: `Sizes:`, `Know your rates:`. */
const LABEL = 45;
const LABEL_WORDS = 5;

/** A continuation behind a short piece has this much text behind it: menus have none. */
const LONG_REST = 40;
/** As many cuts are no slip. */
const NODE_CUTS = 2;
/** From this many lines on, a dump's first line is the page's title and no piece of a sentence. */
const PAGE_LINES = 10;
/** A line with an author's name. */
const BYLINE_WORDS = 7;

export function joinFragments(drafts: readonly Draft[]): Draft[] {
  const nodes = areNodes(drafts);
  const language = nodes ? mainLanguage(longTexts(drafts)) : 0;
  const whole = nodes ? wholeLines(drafts) : NONE;
  const joined: Draft[] = [];
  let pieces = 1;
  let labelled = false;
  for (let i = 0; i < drafts.length; i++) {
    const draft = drafts[i];
    if (draft === undefined) continue;
    const before = joined.at(-1);
    const title = joined.length === 1 && i === 1 && drafts.length >= PAGE_LINES;
    if (
      before !== undefined &&
      !title &&
      pieces < MOST_PIECES &&
      (nodes
        ? (isCut(before, pieces, draft, drafts[i + 1], language) ||
            (pieces === 1 && isValue(before, draft, drafts[i + 1], labelled))) &&
          !(pieces === 1 && whole.has(before.text))
        : isBroken(before, draft))
    ) {
      labelled = isLabel(before) && !isSentence(draft);
      before.join(draft);
      pieces++;
    } else {
      if (pieces === 1) labelled = false;
      joined.push(draft);
      pieces = 1;
    }
  }
  return joined;
}

/**
 * Whether lines are text nodes: two start with punctuation behind an open line, or one does and one more goes on a long
 * open line in small letters.
 */
function areNodes(drafts: readonly Draft[]): boolean {
  let cuts = 0;
  let gone = 0;
  for (let i = 1; i < drafts.length; i++) {
    const [before, draft] = [drafts[i - 1], drafts[i]];
    if (before === undefined || draft === undefined || !isOpen(before, draft)) continue;
    if (startsWithClosing(draft.text)) cuts++;
    else if (goesOn(before, draft)) gone = 1;
    if (cuts > 0 && cuts + gone >= NODE_CUTS) return true;
  }
  return false;
}

const NONE: ReadonlySet<string> = new Set();

/** Long lines that stand before different lines in different places: a headline and its copies, no pieces of a sentence. */
function wholeLines(drafts: readonly Draft[]): ReadonlySet<string> {
  const followers = new Map<string, string | undefined>();
  const whole = new Set<string>();
  drafts.forEach(({ text }, i) => {
    if (text.length < LONG_PIECE) return;
    const follower = drafts[i + 1]?.text;
    if (followers.has(text) && followers.get(text) !== follower) whole.add(text);
    else followers.set(text, follower);
  });
  return whole;
}

/** Whether a block that the dump has on a line of its own is a piece of the one before all the same. */
function isBroken(before: Draft, draft: Draft): boolean {
  if (!isOpen(before, draft)) return false;
  return startsWithClosing(draft.text) || goesOn(before, draft) || endsInParticle(before.tail);
}

/** A long line is gone on in small letters. */
function goesOn(before: Draft, draft: Draft): boolean {
  return before.length >= LONG_PIECE && draft.length >= PIECE && startsLower(draft.text);
}

/** The line before is no finished sentence, and neither is code or an item. */
function isOpen(before: Draft, draft: Draft): boolean {
  return before.form !== "code" && draft.form === "text" && endingOf(before.tail) !== "sentence";
}

/** Texts that are long enough to tell a language by. */
function longTexts(drafts: readonly Draft[]): string[] {
  return drafts.map(({ text }) => text).filter(({ length }) => length >= LONG_PIECE);
}

function isCut(
  before: Draft,
  pieces: number,
  draft: Draft,
  after: Draft | undefined,
  language: LanguageBits,
): boolean {
  if (!isOpen(before, draft)) return false;
  if (startsWithClosing(draft.text)) return true;
  if (endsOpenly(before.text, language) || isLoneCue(before.text, draft.text, language)) return true;
  if (startsLower(draft.text)) return continues(before, draft, after);
  if (pieces > 1 && draft.text.length >= PIECE && startsWithDigit(draft.text)) return true;
  return (
    after !== undefined &&
    before.length >= LONG_PIECE &&
    draft.text.length <= SHORT_NODE &&
    after.form === "text" &&
    (startsWithClosing(after.text) || startsLower(after.text))
  );
}

/**
 * `Sizes:` and what it has: a sentence, or a value where labels and values stand by turns. A label over a list is followed
 * by several.
 */
function isValue(before: Draft, draft: Draft, after: Draft | undefined, labelled: boolean): boolean {
  if (draft.form !== "text" || draft.afterBlank || !isLabel(before) || endingOf(draft.tail) === "colon")
    return false;
  return isSentence(draft) || labelled || (after !== undefined && isLabel(after));
}

/** `says:`, `schreibt:`: the name stands on the line before. */
const SAYS = /^\p{Ll}+ ?:$/u;

/** A line in small letters goes on the one before, unless both are short or it is a byline. */
function continues(before: Draft, draft: Draft, after: Draft | undefined): boolean {
  if (after !== undefined && SAYS.test(after.text) && !draft.text.includes(" ")) return false;
  if (
    looksLikeByline(draft.text) &&
    !(after !== undefined && (startsLower(after.text) || startsWithClosing(after.text)))
  ) {
    return false;
  }
  if (before.length >= PIECE || draft.text.length >= PIECE || SAYS.test(draft.text)) return true;
  if (after !== undefined && startsWithClosing(after.text) && after.text.length >= PIECE) return true;
  if (endingOf(draft.tail) === "sentence" && draft.text.includes(" ")) return true;
  if (after === undefined || after.text.length < LONG_REST) return false;
  return before.length + draft.text.length >= PIECE || startsLower(after.text);
}

function isLabel({ text, tail, length, form }: Draft): boolean {
  if (form !== "text" || length > LABEL || endingOf(tail) !== "colon") return false;
  return text.split(" ", LABEL_WORDS + 1).length <= LABEL_WORDS;
}

function isSentence({ text, tail }: Draft): boolean {
  return text.length >= PIECE && endingOf(tail) === "sentence";
}

/** `di Tommaso Ferrari`: one small word, and then names alone. */
function looksLikeByline(text: string): boolean {
  const words = text.split(" ", BYLINE_WORDS + 1);
  return (
    words.length > 2 &&
    words.length <= BYLINE_WORDS &&
    words.slice(1).every((word) => !startsLower(word) || word.length <= 3)
  );
}

/** `Par`, `By`: a function word alone on a line waits for what follows it. */
function isLoneCue(before: string, text: string, language: LanguageBits): boolean {
  if (before.includes(" ") || before.length > LONGEST_FUNCTION_WORD || text.length > SHORT_NODE) return false;
  return (lastWordLanguages(before) & language) !== 0 && (classAt(text.charCodeAt(0)) & UPPER) !== 0;
}

function startsWithDigit(text: string): boolean {
  return (classAt(text.charCodeAt(0)) & DIGIT) !== 0;
}

/** A colon, a quote that closes, and `(1998), and`, `(of the port) said`, where a sentence goes on behind the bracket. */
const CLOSING_START = /^(?::(?: |$)|"(?:[ ,.;:)?!]|$)|\([^()]{1,60}\)(?:[,;—–-]| \p{Ll}))/u;

/** Punctuation that no sentence starts with. An ellipsis may start one. */
function startsWithClosing(text: string): boolean {
  const bits = classAt(text.charCodeAt(0));
  if ((bits & (LETTER | DIGIT)) !== 0 || text.startsWith("..") || text.startsWith("…")) return false;
  return (bits & (STOP | COMMA | CLOSING)) !== 0 || CLOSING_START.test(text);
}

export function startsLower(text: string): boolean {
  const bits = classAt(text.charCodeAt(0));
  if ((bits & OPENING) !== 0) return (classAt(text.charCodeAt(1)) & LOWER) !== 0;
  return (bits & LOWER) !== 0;
}

/**
 * Ends in an opening bracket, a dash after a word, a comma, or with a function word in small letters. Scripts without
 * case do not tell a heading that ends so from a sentence that was cut.
 */
function endsOpenly(text: string, language: LanguageBits): boolean {
  const bits = classAt(text.charCodeAt(text.length - 1));
  if ((bits & OPENING) !== 0 || endsOpened(text) || endsInParticle(text)) return true;
  if (text.length < SHORT_PIECE || text.split(" ", 3).length < 3) return false;
  if ((bits & COMMA) !== 0 || /[\p{L}\d] [–—-]$/u.test(text.slice(-3))) return true;
  return (lastWordLanguages(text) & language) !== 0;
}

/** A Japanese particle that waits for a noun or a verb. Those of a direction, a topic or a quotation end headlines too. */
const endsInParticle = (text: string): boolean =>
  // Asked of nearly every line, of which few end so.
  PARTICLES.includes(text.charAt(text.length - 1)) && PARTICLE_END.test(text.slice(-2));

const PARTICLES = "のがや";
const PARTICLE_END = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー][のがや]$/u;

const LONGEST_FUNCTION_WORD = 12;

/** The languages in which the last word is a function word; in small letters, or alone in the text. */
function lastWordLanguages(text: string): LanguageBits {
  const tail = text.slice(-LONGEST_FUNCTION_WORD);
  let languages: LanguageBits = 0;
  forEachWord(tail, (hash, start, end) => {
    const small = (classAt(tail.charCodeAt(start)) & LOWER) !== 0;
    languages = end === tail.length && (small || tail.length === text.length) ? languagesOf(hash) : 0;
  });
  return languages;
}

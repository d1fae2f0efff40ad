/**
 * A headline that is printed with what stands beside it, such as the way through the menu before it, or the byline and
 * the date behind it, and in another line alone.
 */
import { foldedWords } from "../features/words.js";

/** Fewer words are a topic or a name. */
const LEAST_WORDS = 3;
/** "Home > Blog > …", "Newsroom/Tips/…". */
const WAY = /[>»›/|·•]\s?$/u;
/** "Harbour Blog: …", "Blog: - …": what a site or a series puts before its headlines. */
const LABEL = /\p{L}\S?\s?:\s(?:-\s)?$/u;
/** "… by Jane Doe", "… | 3 May 2024", "… 5 min read". */
const ADDITION = /^\s*(?:[|·•]|(?:by|von|par|por|door|av|af)\s|\d)/iu;
/** "… – the guide": what a page's title has more than a headline of so many words. Fewer are a topic. */
const SECOND_PART = /^\s+[-–—:]\s/u;
const WHOLE_WORDS = 4;

export interface SaidLine {
  readonly at: number;
  readonly text: string;
  /** The line right above it. */
  readonly above: string;
  /** It stands where the body begins: further up lines that say a part are menu items and teasers. */
  readonly near: boolean;
}

/** The longest of the lines that says the headline alone; null when none does. */
export function saidAlone(headline: string, lines: readonly SaidLine[]): SaidLine | null {
  const whole = foldedWords(headline);
  let best: SaidLine | null = null;
  for (const line of lines) {
    if (line.text.length >= headline.length || (best !== null && line.text.length <= best.text.length))
      continue;
    if (isPart(headline, whole, line)) best = line;
  }
  return best;
}

/** Whether a title is what a line and one of the lines beside it say together: a kicker and the headline below it. */
export function saysTogether(title: string, line: string, beside: readonly string[]): boolean {
  const whole = foldedWords(title);
  const part = foldedWords(line);
  return beside.map(foldedWords).some((rest) => {
    if (rest === "" || rest.length >= whole.length) return false;
    return whole === `${rest} ${part}` || whole === `${part} ${rest}`;
  });
}

function isPart(headline: string, whole: string, { text, above, near }: SaidLine): boolean {
  const part = foldedWords(text);
  const words = part.split(" ", WHOLE_WORDS).length;
  if (words < LEAST_WORDS) return false;
  if (whole.endsWith(` ${part}`)) {
    const label = headline.slice(0, -text.length);
    // With its kicker a headline is more than the line alone.
    return WAY.test(label) || (near && LABEL.test(label) && foldedWords(above) !== foldedWords(label));
  }
  if (!whole.startsWith(`${part} `)) return false;
  const rest = headline.slice(text.length);
  if (ADDITION.test(rest) || rest.trim().startsWith(text)) return true;
  return near && words >= WHOLE_WORDS && SECOND_PART.test(rest);
}

/**
 * A headline that is printed with what stands beside it, such as the way through the menu before it, or the byline and
 * the date behind it, and in another line alone.
 */
import { foldedWords } from "../features/words.js";

/** Fewer words are a topic or a name. */
const LEAST_WORDS = 3;
/** "Home > Blog > …", "Newsroom/Tips/…". */
const WAY = /[>»›/|·•]\s?$/u;
/** "… by Jane Doe", "… | 3 May 2024", "… 5 min read". */
const ADDITION = /^\s*(?:[|·•]|(?:by|von|par|por|door|av|af)\s|\d)/iu;

/** The longest of the lines that says the headline alone; null when none does. */
export function saidAlone<T extends { readonly text: string }>(
  headline: string,
  lines: readonly T[],
): T | null {
  const whole = foldedWords(headline);
  let best: T | null = null;
  for (const line of lines) {
    if (line.text.length >= headline.length || (best !== null && line.text.length <= best.text.length))
      continue;
    if (isPart(headline, whole, line.text)) best = line;
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

function isPart(headline: string, whole: string, text: string): boolean {
  const part = foldedWords(text);
  if (part.split(" ", LEAST_WORDS).length < LEAST_WORDS) return false;
  if (whole.endsWith(` ${part}`)) return WAY.test(headline.slice(0, -text.length));
  if (!whole.startsWith(`${part} `)) return false;
  const rest = headline.slice(text.length);
  return ADDITION.test(rest) || rest.trim().startsWith(text);
}

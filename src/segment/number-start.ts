/** A number right behind an end mark: `…in May.12 people`, `….3. Review`; not 3.5, and not `beta.27`. */
import { CLOSING } from "../features/characters.js";
import { isAbbreviation } from "./capital-start.js";
import { has, isAddress, isAllCapitals, isLetters, tokenAround, wordBefore } from "./neighbours.js";
import { FULL_STOP } from "./signs.js";
import type { Survey } from "./survey.js";

/** Digits, what belongs to them (1,000 3.1 50% 3rd 12명), and the space or the list mark behind them. */
const NUMBER = /^\d[\d.,:]*(?:[%°+]|st|nd|rd|th|[DKMmk]|bn)?(?:[)\s–—-]|\p{Lo}|(?<=\.)\p{Lu})/u;
const LIST_MARK = /^\d{1,2}[.)] ?\p{Lu}/u;
const YEAR = /^\d{4}$/;
/** What stands before a word that is part of a name or a path. */
const NAME_GOES_ON = /[-_/.@\d]/;

export function numberStarts(text: string, stop: number, start: number, survey: Survey): boolean {
  const number = text.slice(start, start + 16);
  if (!NUMBER.test(number)) return false;
  const left = wordBefore(text, stop);
  if (text.charCodeAt(stop) !== FULL_STOP) return left === "" || isLetters(left);
  if (left === "") return has(text, stop - 1, CLOSING);
  if (YEAR.test(left)) return LIST_MARK.test(number);
  if (left.length < 3 || !isLetters(left) || isAbbreviation(left, survey) || isAllCapitals(left))
    return false;
  if (isAddress(tokenAround(text, stop))) return false;
  const before = text.slice(Math.max(0, stop - left.length - 2), stop - left.length);
  return !(NAME_GOES_ON.test(before.slice(-1)) && !/\p{L}-$/u.test(before));
}

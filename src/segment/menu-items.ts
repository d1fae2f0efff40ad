/** Cuts a run of menu items, dates and teasers into pieces about as long as its items are. */
import { classAt, LETTER, LOWER, UPPER } from "../features/characters.js";
import { type LanguageBits, languagesOf } from "../features/language.js";
import { hashOf } from "./neighbours.js";

/** A run of so few words is a heading or a single item. */
const HEADING_WORDS = 10;
/** Words of an item when no small word tells its end. */
const ITEM_WORDS = 6;
const SEPARATORS = "|·•›»/–—-";

/** An item ends where a capital follows a small word that is no function word, at a separator, or after some words. */
export function menuItems(run: string, language: LanguageBits): string[] {
  const words = run.split(" ");
  if (words.length <= HEADING_WORDS) return [run];
  const items: string[] = [];
  let from = 0;
  for (let i = 1; i < words.length; i++) {
    if (!startsItem(words[i] ?? "", words[i - 1] ?? "", i - from, language)) continue;
    items.push(words.slice(from, i).join(" "));
    from = i;
  }
  items.push(words.slice(from).join(" "));
  return items;
}

function startsItem(word: string, before: string, length: number, language: LanguageBits): boolean {
  if (SEPARATORS.includes(word)) return true;
  const first = classAt(word.charCodeAt(0));
  if ((first & LOWER) !== 0 || (languagesOf(hashOf(before)) & language) !== 0) return false;
  if (SEPARATORS.includes(before)) return false;
  const last = classAt(before.charCodeAt(0));
  if ((first & UPPER) !== 0 && (last & LOWER) !== 0) return true;
  return (first & LETTER) !== 0 && length >= ITEM_WORDS;
}

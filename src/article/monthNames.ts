/**
 * Which month a word names. The names are date-fns' locales, loaded one by one when a date is written out: the twelve
 * of RFC 2822 are known without them.
 */
import { createRequire } from "node:module";
import type { Locale } from "date-fns/locale";
import dateCues from "./dateCues.yaml";

const require = createRequire(import.meta.url);

/** RFC 2822, section 3.3. */
const RFC_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Languages whose months are tried after that of the text, by script: a page may date itself in another language. */
const TRIED: readonly { readonly script: RegExp; readonly languages: readonly string[] }[] = [
  {
    script: /\p{Script=Latin}/u,
    languages:
      "en de fr es pt it nl pl tr vi id sv da nb fi cs ro hu ca hr sk sl et lv lt is sq eu gl af ms az".split(
        " ",
      ),
  },
  { script: /\p{Script=Cyrillic}/u, languages: ["ru", "uk", "bg", "sr", "be", "mk", "kk"] },
  { script: /\p{Script=Arabic}/u, languages: ["ar", "fa-IR", "ckb", "ug"] },
  { script: /\p{Script=Devanagari}/u, languages: ["hi"] },
  { script: /\p{Script=Greek}/u, languages: ["el"] },
  { script: /\p{Script=Hebrew}/u, languages: ["he"] },
  { script: /\p{Script=Thai}/u, languages: ["th"] },
  { script: /\p{Script=Bengali}/u, languages: ["bn"] },
  { script: /\p{Script=Tamil}/u, languages: ["ta"] },
  { script: /\p{Script=Telugu}/u, languages: ["te"] },
  { script: /\p{Script=Georgian}/u, languages: ["ka"] },
  { script: /\p{Script=Armenian}/u, languages: ["hy"] },
];

/** date-fns names some locales by region. */
const LOCALE_OF: Readonly<Record<string, string>> = { en: "en-US", no: "nb", fa: "fa-IR" };

/** Fewest letters of a shortened name: "Sept", "févr", "лист". */
const SHORTEST = 3;

/** Accents, Arabic points and hamzas, which writers leave out; vowel signs of other scripts stay. */
const DROPPED = /[\u0300-\u036f\u0640\u064b-\u0655.॰'’׳]/g;

/** A word as it is compared: lower case, no points, no accents, the Persian letters as the Arabic ones. */
function fold(word: string): string {
  return word.toLowerCase().normalize("NFD").replace(DROPPED, "").replaceAll("ی", "ي").replaceAll("ک", "ك");
}

type MonthNames = readonly { readonly name: string; readonly month: number }[];

const MONTHS = Array.from({ length: 12 }, (_, index) => index);

function namesOf(locale: Locale): MonthNames {
  const names = new Map<string, number>();
  for (const width of ["wide", "abbreviated"] as const)
    for (const context of ["formatting", "standalone"] as const)
      for (const index of MONTHS) {
        const name = fold(
          locale.localize.month(index as Parameters<typeof locale.localize.month>[0], { width, context }),
        );
        if (name.length > 1 && !/\d/.test(name)) names.set(name, index + 1);
      }
  return [...names].map(([name, month]) => ({ name, month }));
}

const loaded = new Map<string, MonthNames>();

function monthsOf(language: string): MonthNames {
  const key = LOCALE_OF[language] ?? language;
  let names = loaded.get(key);
  if (names === undefined) {
    names = load(key);
    loaded.set(key, names);
  }
  return names;
}

function load(key: string): MonthNames {
  let module: Readonly<Record<string, Locale>>;
  try {
    module = require(`date-fns/locale/${key}`) as typeof module;
  } catch {
    // No such locale: the detector knows languages that the library does not.
    return [];
  }
  const locale = Object.values(module).find((value) => typeof value?.localize?.month === "function");
  return locale === undefined ? [] : namesOf(locale);
}

/** Letters that a case ending adds to a name of at least STEM letters: "studenog" + "a". */
const ENDING = 2;
const STEM = 5;

function bends(name: string, word: string): boolean {
  return name.length >= STEM && word.length - name.length <= ENDING && word.startsWith(name);
}

/** The month of a folded word: a name, the start that only one month's name has, or a name with an ending. */
function lookUp(names: MonthNames, word: string): number | null {
  const whole = names.find(({ name }) => name === word);
  if (whole !== undefined) return whole.month;
  if (word.length < SHORTEST) return null;
  const alike = names.filter(({ name }) => name.startsWith(word) || bends(name, word));
  const started = new Set(alike.map(({ month }) => month));
  const [month] = started;
  return started.size === 1 && month !== undefined ? month : null;
}

const OTHER_NAMES: MonthNames = Object.entries((dateCues as { months: Record<string, number> }).months).map(
  ([name, month]) => ({ name: fold(name), month }),
);

/** In Hebrew the preposition is part of the word: בינואר. */
const HEBREW_IN = /^ב(?=\p{Script=Hebrew}{3})/u;

/**
 * 1 to 12, or null for a word that names no month. `language` is that of the text, tried first; a text without a
 * month costs the load of its script's locales once, so ask only about words beside a day and a year.
 */
export function monthOf(word: string, language: string | null): number | null {
  const folded = fold(word).replace(HEBREW_IN, "");
  const rfc = RFC_MONTHS.indexOf(folded) + 1;
  if (rfc > 0) return rfc;
  const other = OTHER_NAMES.find(({ name }) => name === folded);
  if (other !== undefined) return other.month;
  const tried = TRIED.find(({ script }) => script.test(word))?.languages ?? [];
  for (const candidate of language === null ? tried : [language, ...tried]) {
    const month = lookUp(monthsOf(candidate), folded);
    if (month !== null) return month;
  }
  return null;
}

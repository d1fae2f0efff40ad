/** Values as containers write them -> as the record has them. */
import { clean } from "../segment/clean.js";
import { findStamps, readablePart } from "./findStamps.js";
import { peopleOf } from "./people.js";
import { formatStamp } from "./stamp.js";

/** Exports are made for programs, and those that write a day in figures alone mean one order or the other. */
const NO_CONTEXT = { language: null, region: null, dumpDay: null };

/** RFC 3339; null for what is no date. */
export function knownDate(value: string): string | null {
  const [found] = findStamps(readablePart(clean(value)), NO_CONTEXT);
  return found === undefined ? null : formatStamp(found.stamp);
}

/** The people of names and bylines; what names none, an agency or a pen name, is taken as it is. */
export function knownPeople(values: readonly string[]): string[] {
  const people = values
    .map(clean)
    .filter((value) => value !== "")
    .flatMap((value) => {
      const named = peopleOf([value]);
      return named.length > 0 ? named : [value];
    });
  return [...new Set(people)];
}

/** Norwegian is one language in the record; containers may name its written forms. */
const WRITTEN_FORMS: Readonly<Record<string, string>> = { nb: "no", nn: "no" };

/**
 * Of one language its code; of several, which a page in two languages has, that of the text when it is among them, else
 * the first. When the container tells none that is known: the text's own.
 */
export function knownLanguage(values: readonly string[], own: () => string | null): string | null {
  const codes = values.map(languageCode).filter((code) => code !== null);
  const [first] = codes;
  if (first === undefined) return own();
  if (codes.length === 1) return first;
  const language = own();
  return language !== null && codes.includes(language) ? language : first;
}

const CODE = /^[a-z]{2,3}$/;
const UNKNOWN = new Set(["und", "mul", "mis", "zxx"]);

/** "eng", "en_US", "pt-BR" -> "en", "en", "pt"; null for what is no code. */
function languageCode(value: string): string | null {
  const code = value.trim().replaceAll("_", "-").split("-", 1)[0]?.toLowerCase() ?? "";
  if (!CODE.test(code) || UNKNOWN.has(code)) return null;
  // The platform knows which of the three-letter codes have one of two letters.
  const short = new Intl.Locale(code).language;
  return WRITTEN_FORMS[short] ?? short;
}

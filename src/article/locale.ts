/** The document's locale: "en_US", "pt-BR", "zh-Hant-TW". */
import type { LabelledSpan } from "../model.js";
import { textsOf } from "./labelledSpans.js";

export interface Locale {
  /** ISO 639 in lower case. */
  readonly language: string | null;
  /** ISO 3166 in capitals. */
  readonly region: string | null;
}

const UNKNOWN: Locale = { language: null, region: null };

const LOCALE = /^([a-z]{2,3})(?:[_-][a-z]{4})?[_-]([a-z]{2})$/i;

const ALONE = /^([a-z]{2,3})$/i;

/** Norwegian is one language to the detector ("no"); a locale may name its written forms. */
const WRITTEN_FORMS: Readonly<Record<string, string>> = { nb: "no", nn: "no" };

/** Sites write these after "en", and they are no countries. */
const NO_COUNTRIES = new Set(["EN", "XX"]);

/** "en-GB" or "en" alone. */
export function parseLocale(locale: string): Locale {
  const [, language = "", region = ""] = LOCALE.exec(locale.trim()) ?? ALONE.exec(locale.trim()) ?? [];
  if (language === "") return UNKNOWN;
  const code = language.toLowerCase();
  const country = region.toUpperCase();
  return {
    language: WRITTEN_FORMS[code] ?? code,
    region: country === "" || NO_COUNTRIES.has(country) ? null : country,
  };
}

/** That of the first locale span. */
export function localeOf(spans: readonly LabelledSpan[]): Locale {
  return parseLocale(textsOf(spans, "locale")[0] ?? "");
}

/**
 * Small readers that turn a positioned tree into checked values. A reader gives its value, or reports what is wrong and
 * gives undefined; it goes on behind a mistake, so that one look shows them all.
 */
import { createRequire } from "node:module";
import type { Positioned, PositionedMap, Report } from "./yaml-tree.js";

export type Reader<T> = (value: Positioned, report: Report) => T | undefined;

/** One reader a key. */
export type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** Characters of a wrong value that an error repeats. */
const SHOWN = 40;

/** A value as an error names it. */
export function nameOf(value: Positioned): string {
  if (value.kind !== "scalar") return `a ${value.kind}`;
  if (value.value === null) return "nothing";
  const text = String(value.value);
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return typeof value.value === "string" ? JSON.stringify(shown) : `the ${typeof value.value} ${shown}`;
}

/** Text with something in it. `what` is what is expected, e.g. "a sentence that sums the rule up". */
export function text(what: string): Reader<string> {
  return (value, report) => {
    if (value.kind === "scalar" && typeof value.value === "string" && value.value.trim() !== "") {
      return value.value;
    }
    const quoted = value.kind === "scalar" && value.value !== null && typeof value.value !== "string";
    report(value.offset, nameOf(value), quoted ? `${what}; in quotes it is text` : what);
    return undefined;
  };
}

/** One of the words that the language knows. `what` names their kind, e.g. "label". */
export function choice<T extends string>(what: string, choices: readonly T[]): Reader<T> {
  return (value, report) => {
    if (value.kind !== "scalar" || typeof value.value !== "string") {
      report(value.offset, nameOf(value), `a ${what}: one of ${choices.join(", ")}`);
      return undefined;
    }
    const given = value.value;
    const known = choices.find((word) => word === given);
    if (known === undefined) report(value.offset, `unknown ${what} ${nameOf(value)}`, oneOf(choices, given));
    return known;
  };
}

/** A list with at least one item. */
export function listOf<T>(item: Reader<T>, what: string): Reader<readonly T[]> {
  return (value, report) => {
    if (value.kind === "list" && value.items.length > 0) {
      const items = value.items.map((one) => item(one, report));
      return items.filter((one) => one !== undefined);
    }
    report(value.offset, value.kind === "list" ? "an empty list" : nameOf(value), `a list of ${what}`);
    return undefined;
  };
}

/** One item, or a list of them. */
export function oneOrMany<T>(item: Reader<T>, what: string): Reader<T | readonly T[]> {
  const many = listOf(item, what);
  return (value, report) => (value.kind === "list" ? many(value, report) : item(value, report));
}

/** A map with known keys; what is given of them. `what` names the whole, e.g. "a rule". */
export function mapOf<T extends object>(what: string, readers: Readers<T>): Reader<Partial<T>> {
  const keys = Object.keys(readers) as (keyof T & string)[];
  return (value, report) => {
    if (value.kind !== "map") {
      report(value.offset, nameOf(value), `${what} with ${keys.slice(0, 4).join(", ")}, …`);
      return undefined;
    }
    const read: Partial<T> = {};
    for (const { key, keyOffset, value: inner } of value.entries) {
      const known = keys.find((name) => name === key);
      if (known === undefined) report(keyOffset, `unknown key "${key}" of ${what}`, oneOf(keys, key));
      else {
        const found = readers[known](inner, report);
        if (found !== undefined) read[known] = found;
      }
    }
    return read;
  };
}

/** Reports the keys that a map lacks; `descriptions` says of each what it is for. */
export function requireKeys(
  map: PositionedMap,
  what: string,
  descriptions: Readonly<Record<string, string>>,
  report: Report,
): void {
  for (const [key, description] of Object.entries(descriptions)) {
    if (!map.entries.some((entry) => entry.key === key)) {
      report(map.offset, `${what} without "${key}"`, `${key}: ${description}`);
    }
  }
}

/** Share of a word that may be wrong: past it, the nearest word is no better than any other. */
const MAX_DISTANCE_SHARE = 0.5;

function oneOf(choices: readonly string[], given: string): string {
  // Loaded here because only a mistake needs it.
  const { closest, distance } = createRequire(import.meta.url)(
    "fastest-levenshtein",
  ) as typeof import("fastest-levenshtein");
  const best = closest(given.slice(0, SHOWN).toLowerCase(), choices);
  const near = distance(given.slice(0, SHOWN).toLowerCase(), best) <= best.length * MAX_DISTANCE_SHARE;
  return `${near ? `"${best}": ` : ""}one of ${choices.join(", ")}`;
}

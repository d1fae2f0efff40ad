/** A parsed JSON value -> the records in it, and the values of a record by their names. */
import { folded, isEnvelope, isTextName, WRAPPERS } from "./names.js";

export type Item = Readonly<Record<string, unknown>>;

export const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Objects in each other that are looked into for a record. */
const DEEPEST = 3;

/** The records of a value: its elements when it is an envelope, else itself. */
export function itemsIn(value: unknown): readonly unknown[] {
  if (!isItem(value) || hasText(value)) return [value];
  const envelope = Object.entries(value).find(
    ([name, inner]) => isEnvelope(name) && Array.isArray(inner) && isItem(inner[0]),
  );
  return envelope === undefined ? [value] : (envelope[1] as unknown[]);
}

const hasText = (item: Item): boolean => Object.keys(item).some(isTextName);

/** The object that has the text: the record itself, or one in it, whose names come before those around it. */
export function unwrapped(item: Item, depth = 0): Item {
  if (depth >= DEEPEST || hasText(item)) return item;
  for (const [name, inner] of Object.entries(item)) {
    if (!WRAPPERS.has(folded(name)) || !isItem(inner)) continue;
    const found = unwrapped(inner, depth + 1);
    if (hasText(found)) return { ...without(item, name), ...found };
  }
  return item;
}

export const without = (item: Item, ...names: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

/** The value of "text" or of "data.article.text"; undefined without one. A name may have dots itself. */
export function valueAt(item: Item, path: string): unknown {
  if (Object.hasOwn(item, path)) return item[path];
  let value: unknown = item;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Item)[name];
  }
  return value;
}

/** The item's own name for the first of the wanted ones that it has; `fits` says of which values. */
export function nameOf(
  item: Item,
  wanted: readonly string[],
  fits: (value: unknown) => boolean,
): string | undefined {
  const names = Object.keys(item);
  for (const one of wanted) {
    const name = names.find((candidate) => folded(candidate) === one && fits(item[candidate]));
    if (name !== undefined) return name;
  }
  return undefined;
}

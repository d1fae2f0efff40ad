/**
 * A record whose fields are found when they are first read: whoever prints the text alone pays for no dates. The
 * accessors are the same functions for all records and find what they need in the record itself: with functions of its
 * own each record would have a shape of its own, which outlives the document and keeps all of it in memory for a while.
 */
import type { Article } from "../model.js";

const LAZY_KEYS = [
  "url",
  "title",
  "description",
  "authors",
  "published",
  "modified",
  "publisher",
  "section",
  "tags",
  "language",
  "images",
  "related",
  "noise",
] as const satisfies readonly (keyof Article)[];
type LazyKey = (typeof LAZY_KEYS)[number];

/** What finds each field. */
export type Finders = { readonly [Key in LazyKey]: () => Article[Key] };

/** The finders of an object that has more, so that some can be given in place of its own. */
export function findersOf(own: Finders): Finders {
  return Object.fromEntries(LAZY_KEYS.map((key) => [key, () => own[key]()])) as Record<keyof Finders, never>;
}

const FINDERS = Symbol("finders");

interface Lazy {
  readonly [FINDERS]: Finders;
}

const accessors = Object.fromEntries(
  LAZY_KEYS.map((key) => [
    key,
    {
      get(this: Lazy) {
        return this[FINDERS][key]();
      },
      enumerable: true,
    },
  ]),
) as Record<LazyKey, PropertyDescriptor>;

const value = (given: unknown): PropertyDescriptor => ({ value: given, enumerable: true });

/** The record with its keys in their order. `finders` are asked each time that a field is read. */
export function lazyRecord(finders: Finders, found: Omit<Article, LazyKey>): Article {
  const { source, body, text, confidence, blocks, extra } = found;
  const { noise, ...fields } = accessors;
  return Object.defineProperties({} as Article, {
    [FINDERS]: { value: finders },
    source: value(source),
    ...fields,
    body: value(body),
    text: value(text),
    noise,
    confidence: value(confidence),
    ...(blocks === undefined ? {} : { blocks: value(blocks) }),
    ...(extra === undefined ? {} : { extra: value(extra) }),
  });
}

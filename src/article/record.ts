/**
 * The record of a document: what the container tells of it, then what the text tells. Who made an export has named its
 * fields; a text is only read. An address is believed to a container before a text, which names many; a page says
 * itself which address is its own.
 */
import type { Article, Classification, KnownFields, SourceDocument } from "../model.js";
import { clean } from "../segment/clean.js";
import { type ArticleOptions, toArticle } from "./article.js";
import { knownDate, knownLanguage, knownPeople } from "./known.js";
import { type Finders, findersOf } from "./lazyRecord.js";

export function recordOf(
  document: SourceDocument,
  classification: Classification,
  options: ArticleOptions = {},
): Article {
  const { known, url } = document;
  if (known === undefined && url == null) return toArticle(document, classification, options);
  return toArticle(document, classification, options, (own) => findersOfBoth(document, known ?? {}, own));
}

/**
 * What the container tells before what the text tells. All in one literal: a function that is put into an object
 * afterwards is remembered by V8 with the object's shape, and the whole document with it until a full collection.
 */
function findersOfBoth({ url = null, format }: SourceDocument, known: KnownFields, own: Finders): Finders {
  const { authors = [], tags = [], images = [], publisher, languages } = known;
  return {
    ...findersOf(own),
    url: () => (format === "text" ? (url ?? own.url()) : (own.url() ?? url)),
    title: () => cleanOrNull(known.title) ?? own.title(),
    description: () => cleanOrNull(known.description) ?? own.description(),
    section: () => cleanOrNull(known.section) ?? own.section(),
    published: () => dateOrNull(known.published) ?? own.published(),
    modified: () => dateOrNull(known.modified) ?? own.modified(),
    authors: () => (authors.length > 0 ? knownPeople(authors) : own.authors()),
    tags: () => (tags.length > 0 ? [...new Set(tags.map(clean))].filter((tag) => tag !== "") : own.tags()),
    images: () => (images.length > 0 ? images : own.images()),
    publisher: () => (publisher === undefined ? own.publisher() : { ...own.publisher(), ...publisher }),
    language: () =>
      languages === undefined ? own.language() : knownLanguage(languages, () => own.language()),
  };
}

const cleanOrNull = (value: string | undefined): string | null => clean(value ?? "") || null;
const dateOrNull = (value: string | undefined): string | null =>
  value === undefined ? null : knownDate(value);

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
  return toArticle(document, classification, options, (own) => ({
    ...findersOf(own),
    ...addressFinder(document, own),
    ...knownFinders(known ?? {}, own),
  }));
}

function addressFinder({ url = null, format }: SourceDocument, own: Finders): Partial<Finders> {
  return { url: () => (format === "text" ? (url ?? own.url()) : (own.url() ?? url)) };
}

function knownFinders(known: KnownFields, own: Finders): Partial<Finders> {
  const finders: { -readonly [Key in keyof Finders]?: Finders[Key] } = {};
  for (const key of ["title", "description", "section"] as const) {
    const value = clean(known[key] ?? "");
    if (value !== "") finders[key] = () => value;
  }
  for (const key of ["published", "modified"] as const) {
    const value = known[key];
    if (value !== undefined) finders[key] = () => knownDate(value) ?? own[key]();
  }
  const { authors = [], tags = [], images = [], publisher, languages } = known;
  if (authors.length > 0) finders.authors = () => knownPeople(authors);
  if (tags.length > 0) finders.tags = () => [...new Set(tags.map(clean))].filter((tag) => tag !== "");
  if (images.length > 0) finders.images = () => images;
  if (publisher !== undefined) finders.publisher = () => ({ ...own.publisher(), ...publisher });
  if (languages !== undefined) finders.language = () => knownLanguage(languages, () => own.language());
  return finders;
}

/**
 * The record of a document: what the container tells of it, then what the text tells. Who made an export has named its
 * fields; a text is only read. An address is believed to a container before a text, which names many; a page says
 * itself which address is its own.
 */
import type { Article, Classification, KnownFields, SourceDocument } from "../model.js";
import { clean } from "../segment/clean.js";
import { type ArticleOptions, toArticle } from "./article.js";
import { knownDate, knownLanguage, knownPeople } from "./known.js";

type Getters = { -readonly [Key in keyof Article]?: { readonly get: () => Article[Key] } };

export function recordOf(
  document: SourceDocument,
  classification: Classification,
  options: ArticleOptions = {},
): Article {
  const article = toArticle(document, classification, options);
  const { known, url, id, extra } = document;
  if (known === undefined && url == null && id === undefined && extra === undefined) return article;
  const getters = { ...addressGetter(document, article), ...knownGetters(known ?? {}, article) };
  // The fields stay lazy, and in their order.
  const properties: PropertyDescriptorMap = Object.getOwnPropertyDescriptors(article);
  for (const [key, { get }] of Object.entries(getters)) properties[key] = { get, enumerable: true };
  if (id !== undefined) properties.source = { value: { ...article.source, id }, enumerable: true };
  if (extra !== undefined) properties.extra = { value: extra, enumerable: true };
  return Object.defineProperties({}, properties) as Article;
}

function addressGetter({ url = null, format }: SourceDocument, article: Article): Getters {
  return { url: { get: () => (format === "text" ? (url ?? article.url) : (article.url ?? url)) } };
}

function knownGetters(known: KnownFields, article: Article): Getters {
  const getters: Getters = {};
  for (const key of ["title", "description", "section"] as const) {
    const value = clean(known[key] ?? "");
    if (value !== "") getters[key] = { get: () => value };
  }
  for (const key of ["published", "modified"] as const) {
    const value = known[key];
    if (value !== undefined) getters[key] = { get: () => knownDate(value) ?? article[key] };
  }
  const { authors = [], tags = [], images = [], publisher, languages } = known;
  if (authors.length > 0) getters.authors = { get: () => knownPeople(authors) };
  if (tags.length > 0)
    getters.tags = { get: () => [...new Set(tags.map(clean))].filter((tag) => tag !== "") };
  if (images.length > 0) getters.images = { get: () => images };
  if (publisher !== undefined) getters.publisher = { get: () => ({ ...article.publisher, ...publisher }) };
  if (languages !== undefined)
    getters.language = { get: () => knownLanguage(languages, () => article.language) };
  return getters;
}

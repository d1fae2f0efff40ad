/** The names that exports give to what a record has. Case, `_` and `-` do not count: rawHtml, raw_html, raw-html. */

export const folded = (name: string): string => name.toLowerCase().replace(/[_\-\s.:@]/g, "");

/** A page or a part of one with its markup, the fullest first. */
export const HTML_NAMES = [
  "html",
  "rawhtml",
  "pagehtml",
  "htmlcontent",
  "contenthtml",
  "articlehtml",
  "bodyhtml",
  "htmlbody",
] as const;

/** A text, those first that mean nothing else. "description" and "summary" tell of one. */
export const TEXT_NAMES = [
  "text",
  "content",
  "body",
  "maintext",
  "articlebody",
  "articletext",
  "articlecontent",
  "fulltext",
  "bodytext",
  "plaintext",
  "rawtext",
  "rawcontent",
  "pagecontent",
  "contenttext",
  "textcontent",
  "story",
] as const;

const TEXTS = new Set<string>([...HTML_NAMES, ...TEXT_NAMES]);
export const isTextName = (name: string): boolean => TEXTS.has(folded(name));

/** An object in which the record stands: search engines' dumps, APIs. */
export const WRAPPERS = new Set([
  "source",
  "article",
  "item",
  "data",
  "attributes",
  "fields",
  "document",
  "doc",
]);

const ENVELOPES = new Set([
  "articles",
  "results",
  "items",
  "records",
  "documents",
  "docs",
  "posts",
  "entries",
  "stories",
  "hits",
  "data",
]);

/** Whether an array of this name holds the records. */
export const isEnvelope = (name: string): boolean => ENVELOPES.has(folded(name));

/** What each field of the record is called, the most certain name first. */
export const FIELD_NAMES = {
  title: ["title", "headline", "articletitle"],
  description: ["description", "summary", "excerpt", "abstract", "standfirst", "teaser"],
  authors: ["authors", "author", "byline", "creator", "writer"],
  published: [
    "publishedat",
    "datepublished",
    "datepublish",
    "publishdate",
    "publisheddate",
    "publicationdate",
    "publicationtime",
    "publishtime",
    "publishedtime",
    "publishedon",
    "published",
    "pubdate",
    "webpublicationdate",
    "firstpublished",
    "date",
  ],
  modified: [
    "modifiedat",
    "datemodified",
    "datemodify",
    "modifieddate",
    "modified",
    "updatedat",
    "lastmodified",
    "updated",
  ],
  publisher: ["publisher", "sitename", "source", "site"],
  section: ["section", "sectionname", "articlesection", "category"],
  tags: ["tags", "keywords", "categories"],
  languages: ["language", "lang", "inlanguage", "locale"],
  url: [
    "url",
    "link",
    "canonicalurl",
    "weburl",
    "permalink",
    "articleurl",
    "pageurl",
    "requestedurl",
    "sourceurl",
    "href",
    "uri",
  ],
  images: ["images", "image", "imageurl", "urltoimage", "topimage", "mainimage", "thumbnail"],
  id: ["id", "uuid", "guid"],
} as const;
export type FieldName = keyof typeof FIELD_NAMES;

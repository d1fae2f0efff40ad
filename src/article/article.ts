/** Labelled blocks -> Article: each field from the spans that are labelled as its own. */
import type { Article, Classification, SourceDocument } from "../model.js";
import { blockRecords } from "./blocks.js";
import { bodyOf, bodyText } from "./body.js";
import { Fields } from "./fields.js";
import { spansOf } from "./labelledSpans.js";
import type { Choice } from "./metadata/candidate.js";
import { noiseOf } from "./noise.js";

export interface ArticleOptions {
  /** Adds the whole partition to the record. */
  readonly blocks?: boolean;
}

/** The article of a classified document. Each field is found when it is first read. */
export function toArticle(
  document: SourceDocument,
  classification: Classification,
  options: ArticleOptions = {},
): Article {
  const spans = spansOf(classification);
  const body = bodyOf(spans);
  const fields = new Fields(document, classification, spans, body);
  const { path, record, format, encoding } = document;
  return {
    source: { path, record, format, encoding, lines: classification.lineCount },
    get url() {
      return fields.url();
    },
    get title() {
      return fields.title();
    },
    get description() {
      return fields.description();
    },
    get authors() {
      return fields.authors();
    },
    get published() {
      return fields.published();
    },
    get modified() {
      return fields.modified();
    },
    get publisher() {
      return fields.publisher();
    },
    get section() {
      return fields.section();
    },
    get tags() {
      return fields.tags();
    },
    get language() {
      return fields.language();
    },
    get images() {
      return fields.images();
    },
    get related() {
      return fields.related();
    },
    body,
    text: bodyText(body),
    get noise() {
      const url = fields.url();
      return noiseOf(spans, new Set(url === null ? fields.related() : [...fields.related(), url]));
    },
    confidence: body.length === 0 ? 0 : classification.confidence,
    ...(options.blocks === true ? { blocks: blockRecords(classification.blocks) } : {}),
  };
}

/** How the fields of a page came by their values. */
export function choicesOf(document: SourceDocument, classification: Classification): Choice[] {
  const spans = spansOf(classification);
  return new Fields(document, classification, spans, bodyOf(spans), true).choices();
}

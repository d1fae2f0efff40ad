/** Labelled blocks -> Article: each field from the spans that are labelled as its own. */
import type { Article, Classification, SourceDocument } from "../model.js";
import { blockRecords } from "./blocks.js";
import { bodyOf, bodyText } from "./body.js";
import { Fields } from "./fields.js";
import { spansOf } from "./labelledSpans.js";
import { type Finders, lazyRecord } from "./lazyRecord.js";
import type { Choice } from "./metadata/candidate.js";

export interface ArticleOptions {
  /** Adds the whole partition to the record. */
  readonly blocks?: boolean;
}

/**
 * The article of a classified document. Each field is found when it is first read; `known` gives what the container
 * tells before what the text tells.
 */
export function toArticle(
  document: SourceDocument,
  classification: Classification,
  options: ArticleOptions = {},
  known: (own: Finders) => Finders = (own) => own,
): Article {
  const spans = spansOf(classification);
  const body = bodyOf(spans);
  const { path, record, format, encoding, id, extra } = document;
  const source = { path, record, format, encoding, lines: classification.lineCount };
  return lazyRecord(known(new Fields(document, classification, spans, body)), {
    source: id === undefined ? source : { ...source, id },
    body,
    text: bodyText(body),
    confidence: body.length === 0 ? 0 : classification.confidence,
    ...(options.blocks === true ? { blocks: blockRecords(classification.blocks) } : {}),
    ...(extra === undefined ? {} : { extra }),
  });
}

/** How the fields of a page came by their values. */
export function choicesOf(document: SourceDocument, classification: Classification): Choice[] {
  const spans = spansOf(classification);
  return new Fields(document, classification, spans, bodyOf(spans), true).choices();
}

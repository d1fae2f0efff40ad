/** The flow from one document to its article: segment, classify, article. */
import { recordOf } from "./article/record.js";
import { type ClassifyOptions, classify } from "./classify/classify.js";
import type { Article, Classification, SourceDocument } from "./model.js";
import type { RuleSet } from "./rules/compile.js";
import { segmentHtml } from "./segment/html/segmentHtml.js";
import { segment } from "./segment/segment.js";

/** Labels every span of a document. */
export function label(
  document: SourceDocument,
  rules: RuleSet,
  options: ClassifyOptions = {},
): Classification {
  const segmentation = document.format === "html" ? segmentHtml(document.text) : segment(document.text);
  return classify(segmentation, rules, options);
}

/** The article of a document. */
export function extractDocument(
  document: SourceDocument,
  rules: RuleSet,
  options: { readonly blocks?: boolean } = {},
): Article {
  return recordOf(document, label(document, rules), options);
}

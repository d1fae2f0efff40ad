/** The part of the site that the article stands in: the first span that is labelled so. */
import type { LabelledSpan } from "../model.js";
import { textsOf } from "./labelledSpans.js";

export function sectionOf(spans: readonly LabelledSpan[]): string | null {
  return textsOf(spans, "section")[0] ?? null;
}

/** The summary that stands outside of the body. */
import type { LabelledSpan } from "../model.js";
import { textsOf } from "./labelledSpans.js";

/** The first of them: dumps print the page's own description before the teasers of others. */
export function descriptionOf(spans: readonly LabelledSpan[]): string | null {
  return textsOf(spans, "description")[0] ?? null;
}

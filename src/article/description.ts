/** The summary of the article: what metadata state, or the standfirst, which is the first paragraph of the text as well. */
import type { LabelledSpan } from "../model.js";

/** The first of them: dumps print the page's own description before the teasers of others. */
export function descriptionOf(spans: readonly LabelledSpan[]): string | null {
  const summary = spans.find(({ label, rule }) => label === "description" || rule === "opening-standfirst");
  return summary?.span.text ?? null;
}

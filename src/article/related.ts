/** Addresses of other pages. */
import type { LabelledSpan } from "../model.js";
import { addressesIn } from "./addresses.js";
import { textsOf } from "./labelledSpans.js";

/** Each address once, in reading order; the document's own is not related to itself. */
export function relatedOf(spans: readonly LabelledSpan[], ownUrl: string | null): string[] {
  const addresses = new Set(textsOf(spans, "link", "related").flatMap(addressesIn));
  if (ownUrl !== null) addresses.delete(ownUrl);
  return [...addresses];
}

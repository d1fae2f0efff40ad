/** The dump's own first line: an address, perhaps with the day of the dump in front of it. */
import type { LabelledSpan } from "../model.js";
import { addressesIn } from "./addresses.js";
import { textsOf } from "./labelledSpans.js";
import { isDay } from "./stamp.js";

export interface Header {
  readonly url: string | null;
  /** "2021-12-31". */
  readonly day: string | null;
}

const DAY = /(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)/;

function dayIn(text: string): string | null {
  const found = DAY.exec(text);
  return found !== null && isDay(Number(found[1]), Number(found[2]), Number(found[3])) ? found[0] : null;
}

/** What stands before the address: a day inside the address is the site's, not the dump's. */
const beforeAddress = (text: string): string => text.slice(0, 200).split("//", 1)[0] ?? "";

export function headerOf(spans: readonly LabelledSpan[]): Header {
  const headers = textsOf(spans, "header");
  return {
    url: headers.flatMap(addressesIn)[0] ?? ownAddress(spans),
    day: headers.map((text) => dayIn(beforeAddress(text))).find((day) => day !== null) ?? null,
  };
}

/** The address that stands alone before title and body; null when there are several, which could be any page's. */
function ownAddress(spans: readonly LabelledSpan[]): string | null {
  const end = spans.findIndex(({ label }) => label === "title" || label === "body");
  const links = spans
    .slice(0, Math.max(end, 0))
    .filter(({ label }) => label === "link" || label === "related");
  const addresses = new Set(links.flatMap(({ span }) => addressesIn(span.text)));
  const [only] = addresses;
  return addresses.size === 1 && only !== undefined ? only : null;
}

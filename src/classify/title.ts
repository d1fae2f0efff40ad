/** Finds the page's title and the headline above the body. */
import type { SpanState } from "./span-state.js";
import type { Zones } from "./zones.js";

export interface TitlePlace {
  /** Index of the headline, the last occurrence of the title; -1 when there is none. */
  readonly headline: number;
}

export function findTitle(_spans: readonly SpanState[], _zones: Zones): TitlePlace {
  return { headline: -1 };
}

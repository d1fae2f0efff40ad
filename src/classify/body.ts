/** Finds the body region and gives the spans of it their roles. */
import { bestRun, type Region } from "./region.js";
import { pointsOf } from "./score.js";
import type { SpanState } from "./span-state.js";
import type { TitlePlace } from "./title.js";
import type { Zones } from "./zones.js";

export type Body = Region;

export function findBody(spans: readonly SpanState[], zones: Zones, _title: TitlePlace): Body {
  for (const span of spans) span.score = pointsOf(span);
  return bestRun(
    spans.map((span) => span.score),
    zones.head,
    zones.tail,
  );
}

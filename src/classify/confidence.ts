/** How sure the body is. */
import type { Body } from "./body.js";
import type { SpanState } from "./span-state.js";

export function confidenceOf(_spans: readonly SpanState[], body: Body): number {
  return body.end > body.start ? 0.5 : 0;
}

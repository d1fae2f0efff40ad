/** Finds what the body says twice: pages print their text again for printers and phones, and captions below pictures' names. */
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Shorter texts say the same in different places: "Pros", "Price". */
const COPY_WORDS = 6;

/** Parts of a glued text stay its own; contents are not said yet, and what stands behind the body is not said again. */
const SAID_ELSEWHERE: ReadonlySet<string | null> = new Set(["part", "contents"]);

/** Gives the spans that repeat one before them the role of copies. */
export function findCopies(spans: readonly SpanState[], region: Region): void {
  const said = new Set<string>();
  for (const span of spans.slice(region.start, region.end)) {
    if (span.repeats < 2 || span.measures.words < COPY_WORDS || SAID_ELSEWHERE.has(span.role)) continue;
    if (said.has(span.key)) span.role = "copy";
    said.add(span.key);
  }
}

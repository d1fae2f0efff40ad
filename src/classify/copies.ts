/** Finds what the body says twice: pages print their text again for printers and phones, and captions below pictures' names. */
import type { Region } from "./region.js";
import type { SpanState } from "./span-state.js";

/** Shorter texts say the same in different places: "Pros", "Price". */
const COPY_WORDS = 6;

/** Parts of a glued text stay its own; contents are not said yet, and what stands behind the body is not said again. */
const SAID_ELSEWHERE: ReadonlySet<string | null> = new Set(["part", "contents"]);

/** Writers repeat a line or two, and their pages set it as all others; what is printed again is longer. */
const LEAST_RUN = 3;

/** Gives the spans that repeat one before them the role of copies; those that are set as the body's own, in a row alone. */
export function findCopies(spans: readonly SpanState[], region: Region): void {
  const said = new Set<string>();
  let first: string | undefined;
  let run: SpanState[] = [];
  for (const span of spans.slice(region.start, region.end)) {
    if (span.measures.words < COPY_WORDS || SAID_ELSEWHERE.has(span.role)) continue;
    first ??= span.key;
    if (span.repeats >= 2 && said.has(span.key)) run.push(span);
    else {
      settle(run, first);
      run = [];
    }
    said.add(span.key);
  }
  settle(run, first);
}

/** A short text that begins anew is printed again, too. */
function settle(run: readonly SpanState[], first: string | undefined): void {
  const isAgain = run.length >= LEAST_RUN || run[0]?.key === first;
  for (const span of run) if (isAgain || span.role !== "own") span.role = "copy";
}

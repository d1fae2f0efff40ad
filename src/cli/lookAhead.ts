/** Walks through a source ahead of who uses it, so that it is known early how much there is. */
import { Bell } from "./bell.js";

/** What is kept at most: some ten megabytes of paths. What there is in all is known when no more than that is left. */
const MOST_KEPT = 50_000;
/** Steps between two breaths, in which the work that waits goes on. */
const STEPS_AT_ONCE = 256;

/** The source's values, in order; it breaks off with what the source broke off with. */
export async function* lookAhead<T>(
  source: AsyncIterable<T>,
  { seen, ended }: { readonly seen: (value: T) => void; readonly ended: () => void },
): AsyncGenerator<T> {
  const kept: T[] = [];
  const [found, taken] = [new Bell(), new Bell()];
  let end: { readonly error: unknown } | "none" | null = null;
  let isLeft = false;
  const look = async (): Promise<void> => {
    let steps = 0;
    for await (const value of source) {
      if (isLeft) return;
      seen(value);
      kept.push(value);
      found.ring();
      while (kept.length >= MOST_KEPT && !isLeft) await taken.rung();
      if (++steps % STEPS_AT_ONCE === 0) await new Promise(setImmediate);
    }
    ended();
  };
  const looking = look().then(
    () => "none" as const,
    (error: unknown) => ({ error }),
  );
  void looking.then((how) => {
    end = how;
    found.ring();
  });
  try {
    while (true) {
      const value = kept.shift();
      if (value !== undefined) {
        taken.ring();
        yield value;
      } else if (end === null) await found.rung();
      else break;
    }
    const how = await looking;
    if (how !== "none") throw how.error;
  } finally {
    isLeft = true;
    taken.ring();
  }
}

/** Time over each dimension of the input, up to 64 times as large: where it is linear, no row is above its first cell. */
import { extract } from "../../dist/index.js";

const FACTORS = [1, 2, 4, 8, 16, 32, 64];
const ROUNDS = 3;

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
function* numbers() {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

const WORDS =
  "the harbour council said on of a ferry quay in spring dredged fleet and was to tide with for wind at by".split(
    " ",
  );

/** So many different sentences. */
function sentences(count) {
  const random = numbers();
  const next = (most) => random.next().value % most;
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from({ length: 8 + next(12) }, () => WORDS[next(WORDS.length)]);
    return `Report ${i} ${words.join(" ")}.`;
  });
}

const rule = (i) => ({
  id: `rule-${i}`,
  label: "promotion",
  summary: "A notice",
  why: "It stands in every article.",
  when: { "starts-with": [`notice ${i} of the harbour`] },
  examples: { fires: [`Notice ${i} of the harbour`], passes: ["The fleet"] },
});

const PAGE = sentences(150).join("\n");

/** What is done at a factor; the first argument of each is what it is made of, which is not timed. */
const DIMENSIONS = {
  documents: (factor) => {
    const documents = Array.from({ length: 4 * factor }, () => PAGE);
    return () => documents.forEach((text) => void JSON.stringify(extract(text)));
  },
  lines: (factor) => ofText(sentences(500 * factor).join("\n")),
  "characters of a line": (factor) => ofText(sentences(200 * factor).join(" ")),
  "distinct lines, each twice": (factor) => {
    const lines = sentences(250 * factor);
    return ofText([...lines, ...lines].join("\n"));
  },
  rules: (factor) => {
    const rules = [{ pack: "mine", rules: Array.from({ length: 50 * factor }, (_, i) => rule(i)) }];
    return () => void JSON.stringify(extract(PAGE, { rules }));
  },
};

function ofText(text) {
  return () => void JSON.stringify(extract(text));
}

/** The least of several times, in milliseconds: what disturbs a run only makes it longer. */
function timeOf(run) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const from = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(from);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

export function linear() {
  const rows = Object.entries(DIMENSIONS).map(([name, make]) => {
    // So that everything has been compiled that will be.
    timeOf(make(4));
    const times = FACTORS.map((factor) => timeOf(make(factor)) / factor);
    return [name, ...times.map((time) => (time / times[0]).toFixed(2)), times[0].toFixed(1)];
  });
  return {
    head: ["CPU time for a unit of size, at so many times the size", ...FACTORS.map(String), "ms at 1"],
    rows,
  };
}

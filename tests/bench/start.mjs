/** How long a start takes: the version, and one small document, against a Node that does nothing. */
import { fileURLToPath } from "node:url";
import { BODYCOPY, medianTimes, timeOf } from "./child.mjs";

const DOCUMENT = fileURLToPath(new URL("../../fixtures/documents/sputnik-lavrov/input.txt", import.meta.url));
const ROUNDS = 10;

const PROGRAMS = [
  ["`node -e 0`", ["-e", "0"]],
  ["`bodycopy --version`", [BODYCOPY, "--version"]],
  ["`bodycopy FILE`, 6 KB", [BODYCOPY, DOCUMENT]],
  ["`bodycopy -f json FILE`, 6 KB", [BODYCOPY, "-f", "json", DOCUMENT]],
];

export function start() {
  // Once each, so that every file has been read before.
  for (const [, args] of PROGRAMS) timeOf(args);
  const times = medianTimes(
    PROGRAMS.map(([, args]) => args),
    ROUNDS,
  );
  const [bare] = times;
  return {
    head: [`Start, median of ${ROUNDS}`, "ms", "times bare Node"],
    rows: PROGRAMS.map(([name], i) => [name, times[i].toFixed(0), (times[i] / bare).toFixed(2)]),
  };
}
